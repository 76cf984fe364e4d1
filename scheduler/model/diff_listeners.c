/* Gathered entry by entry, then sorted by person. */

#include <stdlib.h>
#include <string.h>

#include "scheduler/model/diff.h"

struct gathering {
    struct arena *arena;
    const struct event *event;
    const struct diff *diff;
    struct diff_listeners *listeners;
};

static void add(struct gathering *gathering, struct diff_listener listener)
{
    struct diff_listeners *list = gathering->listeners;
    list->listener = arena_grow(gathering->arena, list->listener, list->n_listeners,
                                &list->capacity, sizeof *list->listener);
    list->listener[list->n_listeners++] = listener;
}

/* What the entry's change is to somebody who was or was not to be there, and is
 * or is not now; DIFF_SAME for those whom it does not concern. */
static enum diff_kind kind_for(enum diff_kind kind, bool was_there, bool is_there)
{
    if (was_there && is_there) {
        return kind == DIFF_ATTENDANCE ? DIFF_SAME : kind;
    }
    return was_there ? DIFF_DROPPED : is_there ? DIFF_ADDED : DIFF_SAME;
}

static void add_contacts(struct gathering *gathering, int k, int p)
{
    const struct diff_entry *entry = &gathering->diff->entry[k];
    const struct participant *who = &gathering->event->participant[p];
    for (int c = 0; c < who->n_contacts; c++) {
        enum diff_kind kind =
            kind_for(entry->kind, diff_attends(&entry->before, p, c),
                     diff_attends(&entry->now, p, c));
        if (kind != DIFF_SAME) {
            add(gathering, (struct diff_listener){k, p, c, -1, who->id, kind});
        }
    }
    if (who->n_contacts == 0 && entry->kind != DIFF_ATTENDANCE) {
        add(gathering, (struct diff_listener){k, p, -1, -1, who->id, entry->kind});
    }
}

static void add_participants(struct gathering *gathering, int k)
{
    const struct diff_entry *entry = &gathering->diff->entry[k];
    const struct strings *ids = &entry->meeting->participant_ids;
    for (int j = 0; j < ids->n; j++) {
        int p = event_find_participant(gathering->event, ids->text[j]);
        if (p >= 0) {
            add_contacts(gathering, k, p);
        } else if (entry->kind != DIFF_ATTENDANCE) {
            add(gathering,
                (struct diff_listener){k, -1, -1, -1, ids->text[j], entry->kind});
        }
    }
}

static void add_interpreter(struct gathering *gathering, int k, const char *id)
{
    const struct diff_entry *entry = &gathering->diff->entry[k];
    const struct diff_side *before = &entry->before, *now = &entry->now;
    enum diff_kind kind = kind_for(
        entry->kind, before->is_held && strcmp(before->interpreter_id, id) == 0,
        now->is_held && strcmp(now->interpreter_id, id) == 0);
    if (kind != DIFF_SAME) {
        int i = event_find_interpreter(gathering->event, id);
        add(gathering, (struct diff_listener){k, -1, -1, i, id, kind});
    }
}

static void add_interpreters(struct gathering *gathering, int k)
{
    const struct diff_entry *entry = &gathering->diff->entry[k];
    const char *before = entry->before.is_held ? entry->before.interpreter_id : "";
    const char *now = entry->now.is_held ? entry->now.interpreter_id : "";
    if (before[0] != '\0') {
        add_interpreter(gathering, k, before);
    }
    if (now[0] != '\0' && strcmp(now, before) != 0) {
        add_interpreter(gathering, k, now);
    }
}

/* Participants, interpreters, those who are gone. */
static int group_of(const struct diff_listener *listener)
{
    return listener->p >= 0 ? 0 : listener->i >= 0 ? 1 : 2;
}

static int compare_listeners(const void *a, const void *b)
{
    const struct diff_listener *x = a, *y = b;
    const int of_x[] = {group_of(x), x->p, x->contact, x->i};
    const int of_y[] = {group_of(y), y->p, y->contact, y->i};
    for (int k = 0; k < 4; k++) {
        if (of_x[k] != of_y[k]) {
            return of_x[k] < of_y[k] ? -1 : 1;
        }
    }
    int order = strcmp(x->participant_id, y->participant_id);
    return order ? order : x->entry - y->entry;
}

void diff_listeners(struct arena *arena, const struct event *event,
                    const struct diff *diff, struct diff_listeners *listeners)
{
    struct gathering gathering = {arena, event, diff, listeners};
    *listeners = (struct diff_listeners){.n_listeners = 0};
    for (int k = 0; k < diff->n_entries; k++) {
        if (diff->entry[k].kind != DIFF_SAME) {
            add_participants(&gathering, k);
            add_interpreters(&gathering, k);
        }
    }
    if (listeners->n_listeners > 0) {
        qsort(listeners->listener, (size_t)listeners->n_listeners,
              sizeof *listeners->listener, compare_listeners);
    }
}
