/* Gathered entry by entry, then sorted by person. */

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/text.h"
#include "scheduler/model/diff.h"
#include "scheduler/model/sent_agenda.h"
#include "scheduler/model/told.h"

struct gathering {
    struct arena *arena;
    const struct event *event;
    const struct diff *diff;
    struct diff_listeners *listeners;
};

static void add(struct gathering *gathering, struct diff_listener listener)
{
    listener.has_left =
        listener.p >= 0 ? event_has_left(gathering->event, listener.p)
                        : event_interpreter_has_left(gathering->event, listener.i);
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
        return kind == DIFF_ATTENDANCE || kind == DIFF_SAME ? DIFF_SAME : kind;
    }
    return was_there ? DIFF_DROPPED : is_there ? DIFF_ADDED : DIFF_SAME;
}

/* True if it was recorded of each person what they were sent of the meeting. */
static bool is_recorded(const struct gathering *gathering,
                        const struct diff_entry *entry)
{
    return gathering->diff->event && entry->is_listed && entry->before.is_held &&
           entry->meeting->told.is_known;
}

/* True if they have an older state than others, as their server refused the newest. */
static bool has_missed(const struct gathering *gathering,
                       const struct diff_entry *entry, int p, int c)
{
    const struct participant *who = &gathering->event->participant[p];
    const struct told_person *last =
        is_recorded(gathering, entry)
            ? told_find(entry->meeting, who->id, told_contact_key(&who->contact[c]))
            : NULL;
    return last && last->missed;
}

static bool was_there(const struct gathering *gathering,
                      const struct diff_entry *entry, int p, int c)
{
    const struct participant *who = &gathering->event->participant[p];
    if (!is_recorded(gathering, entry)) {
        return diff_attends(&entry->before, p, c);
    }
    const struct told_person *last =
        told_find(entry->meeting, who->id, told_contact_key(&who->contact[c]));
    return last && !last->off;
}

static bool is_contact(const struct participant *who, const char *key)
{
    for (int c = 0; c < who->n_contacts; c++) {
        if (text_equal_nocase(told_contact_key(&who->contact[c]), key)) {
            return true;
        }
    }
    return false;
}

/* Contacts of before, whom the participant does not have any more. */
static void add_former_contacts(struct gathering *gathering, int k, int p)
{
    const struct diff_entry *entry = &gathering->diff->entry[k];
    const struct participant *who = &gathering->event->participant[p];
    const struct told *told = &entry->meeting->told;
    for (int j = 0; is_recorded(gathering, entry) && j < told->n_persons; j++) {
        const struct told_person *person = &told->person[j];
        if (strcmp(person->participant_id, who->id) == 0 && !person->off &&
            !is_contact(who, person->who)) {
            add(gathering, (struct diff_listener){.entry = k,
                                                  .item = -1,
                                                  .p = p,
                                                  .contact = -1,
                                                  .i = -1,
                                                  .who = person->who,
                                                  .participant_id = who->id,
                                                  .kind = DIFF_DROPPED});
        }
    }
}

static void add_contacts(struct gathering *gathering, int k, int p)
{
    const struct diff_entry *entry = &gathering->diff->entry[k];
    const struct participant *who = &gathering->event->participant[p];
    struct diff_listener listener = {
        .entry = k, .item = -1, .p = p, .i = -1, .participant_id = who->id};
    for (int c = 0; c < who->n_contacts; c++) {
        listener.contact = c;
        listener.kind = kind_for(entry->kind, was_there(gathering, entry, p, c),
                                 diff_attends(&entry->now, p, c));
        listener.language =
            is_recorded(gathering, entry) && entry->now.is_held &&
            told_in_other_language(gathering->event, entry->meeting, p,
                                   told_contact_key(&who->contact[c]));
        if (listener.kind == DIFF_SAME && diff_attends(&entry->now, p, c) &&
            (listener.language || has_missed(gathering, entry, p, c))) {
            listener.kind = DIFF_DETAILS;
        }
        if (listener.kind != DIFF_SAME) {
            add(gathering, listener);
        }
    }
    bool concerns_all = entry->kind != DIFF_ATTENDANCE && entry->kind != DIFF_SAME;
    if (who->n_contacts == 0 && concerns_all) {
        listener.contact = -1;
        listener.kind = entry->kind;
        add(gathering, listener);
    }
    add_former_contacts(gathering, k, p);
}

static void add_participants(struct gathering *gathering, int k)
{
    const struct diff_entry *entry = &gathering->diff->entry[k];
    const struct strings *ids = &entry->meeting->participant_ids;
    for (int j = 0; j < ids->n; j++) {
        int p = event_find_participant(gathering->event, ids->text[j]);
        assert(p >= 0); /* the event is recalled from both schedules */
        add_contacts(gathering, k, p);
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
        add(gathering, (struct diff_listener){.entry = k,
                                              .item = -1,
                                              .p = -1,
                                              .contact = -1,
                                              .i = i,
                                              .participant_id = id,
                                              .kind = kind});
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

/* Participants, interpreters, those of both who have left. */
static int group_of(const struct diff_listener *listener)
{
    return listener->has_left ? 2 : listener->p >= 0 ? 0 : 1;
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
    order = order ? order : strcmp(x->who ? x->who : "", y->who ? y->who : "");
    if (order == 0 && (x->item < 0) != (y->item < 0)) {
        return x->item < 0 ? -1 : 1;
    }
    return order ? order : x->item < 0 ? x->entry - y->entry : x->item - y->item;
}

static bool has_address(const struct participant *who)
{
    for (int c = 0; c < who->n_contacts; c++) {
        if (who->contact[c].email[0] != '\0') {
            return true;
        }
    }
    return false;
}

/* True if an earlier contact has the same address, or name. */
static bool is_repeated(const struct participant *who, int c)
{
    const char *key = told_contact_key(&who->contact[c]);
    for (int k = 0; k < c; k++) {
        if (text_equal_nocase(told_contact_key(&who->contact[k]), key)) {
            return true;
        }
    }
    return false;
}

/* All of a participant, who gets what is for it by mail if anybody does. */
static void add_item_contacts(struct gathering *gathering,
                              struct diff_listener listener)
{
    const struct participant *who = &gathering->event->participant[listener.p];
    bool by_mail = has_address(who);
    listener.participant_id = who->id;
    for (int c = 0; c < who->n_contacts; c++) {
        bool is_reached = !by_mail || who->contact[c].email[0] != '\0';
        if (is_reached && !is_repeated(who, c)) {
            listener.contact = c;
            add(gathering, listener);
        }
    }
    if (who->n_contacts == 0) {
        listener.contact = -1;
        add(gathering, listener);
    }
}

static enum diff_kind kind_of_item(enum item_news news)
{
    switch (news) {
    case ITEM_CANCELLED:
        return DIFF_DROPPED;
    case ITEM_MOVED:
        return DIFF_MOVED;
    case ITEM_DETAILS:
        return DIFF_DETAILS;
    case ITEM_NEW:
        return DIFF_ADDED;
    case ITEM_NO_NEWS:
        break;
    }
    return DIFF_SAME;
}

static void add_item(struct gathering *gathering, const struct schedule *schedule,
                     int number)
{
    const struct event *event = gathering->event;
    struct diff_listener listener = {.entry = -1, .item = number, .i = -1};
    for (int p = 0; p < event->n_participants; p++) {
        listener.p = p;
        listener.kind = kind_of_item(agenda_news(event, schedule, number, p, -1));
        if (listener.kind != DIFF_SAME) {
            add_item_contacts(gathering, listener);
        }
    }
    listener.p = listener.contact = -1;
    for (int i = 0; i < event->n_interpreters; i++) {
        listener.i = i;
        listener.participant_id = event->interpreter[i].id;
        listener.kind = kind_of_item(agenda_news(event, schedule, number, -1, i));
        if (listener.kind != DIFF_SAME) {
            add(gathering, listener);
        }
    }
}

static void add_items(struct gathering *gathering, const struct schedule *schedule)
{
    int n = agenda_n_numbers(gathering->event, schedule);
    for (int number = 0; number < n; number++) {
        add_item(gathering, schedule, number);
    }
}

static void sort(struct diff_listeners *listeners)
{
    if (listeners->n_listeners > 0) {
        qsort(listeners->listener, (size_t)listeners->n_listeners,
              sizeof *listeners->listener, compare_listeners);
    }
}

void diff_listeners(struct arena *arena, const struct event *event,
                    const struct diff *diff, struct diff_listeners *listeners)
{
    struct gathering gathering = {arena, event, diff, listeners};
    *listeners = (struct diff_listeners){.n_listeners = 0};
    for (int k = 0; k < diff->n_entries; k++) {
        add_participants(&gathering, k);
        add_interpreters(&gathering, k);
    }
    if (diff->sent) {
        add_items(&gathering, diff->sent);
    }
    sort(listeners);
}

void diff_item_listeners(struct arena *arena, const struct event *event,
                         const struct schedule *schedule,
                         struct diff_listeners *listeners)
{
    struct gathering gathering = {arena, event, NULL, listeners};
    *listeners = (struct diff_listeners){.n_listeners = 0};
    add_items(&gathering, schedule);
    sort(listeners);
}

int diff_end_of_person(const struct diff_listeners *listeners, int k)
{
    const struct diff_listener *first = &listeners->listener[k];
    int end = k + 1;
    for (; end < listeners->n_listeners; end++) {
        const struct diff_listener *next = &listeners->listener[end];
        if (strcmp(next->participant_id, first->participant_id) != 0 ||
            next->p != first->p || next->contact != first->contact ||
            strcmp(next->who ? next->who : "", first->who ? first->who : "") != 0) {
            break;
        }
    }
    return end;
}

int diff_count_persons(const struct diff_listeners *listeners)
{
    int n = 0;
    for (int k = 0; k < listeners->n_listeners;
         k = diff_end_of_person(listeners, k)) {
        n++;
    }
    return n;
}

/* An item that is for others now has two numbers: the one in the event, if any. */
static int number_in_event(const struct event *event,
                           const struct schedule *schedule, int number)
{
    for (int k = 0; number >= event->n_agenda && k < event->n_agenda; k++) {
        if (strcmp(event->agenda[k].id,
                   schedule->sent_item[number - event->n_agenda].id) == 0) {
            return k;
        }
    }
    return number;
}

struct item_counts diff_count_items(struct arena scratch, const struct event *event,
                                    const struct schedule *schedule,
                                    const struct diff_listeners *listeners)
{
    struct item_counts counts = {0, 0, 0};
    int n = agenda_n_numbers(event, schedule);
    bool *is_told = arena_new(&scratch, n, bool);
    bool *is_known = arena_new(&scratch, n, bool); /* to one of them at least */
    for (int k = 0; k < listeners->n_listeners; k++) {
        const struct diff_listener *listener = &listeners->listener[k];
        if (listener->item >= 0) {
            int number = number_in_event(event, schedule, listener->item);
            is_told[number] = true;
            is_known[number] |= listener->kind != DIFF_ADDED;
        }
    }
    for (int number = 0; number < n; number++) {
        const struct sent_item *sent = agenda_sent_at(event, schedule, number);
        bool is_new = !is_known[number] && (!sent || sent->cancelled);
        bool is_in_event = number < event->n_agenda;
        counts.n_gone += !is_in_event && is_told[number];
        counts.n_new += is_in_event && is_told[number] && is_new;
        counts.n_changed += is_in_event && is_told[number] && !is_new;
    }
    return counts;
}
