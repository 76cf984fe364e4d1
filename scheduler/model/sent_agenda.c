#include "scheduler/model/sent_agenda.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

const struct sent_item *sent_item_find(const struct schedule *schedule,
                                       const char *id)
{
    for (int k = 0; k < schedule->n_sent_items; k++) {
        if (strcmp(schedule->sent_item[k].id, id) == 0) {
            return &schedule->sent_item[k];
        }
    }
    return NULL;
}

bool agenda_is_for(const struct event *event, const struct agenda_item *item, int p,
                   int i)
{
    if (p >= 0) {
        return !event->participant[p].cancelled && agenda_concerns(event, item, p);
    }
    return i < 0 || agenda_concerns_interpreter(item, i);
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool has_id(const struct strings *ids, const char *id)
{
    return ids->n > 0 &&
           bsearch(&id, ids->text, (size_t)ids->n, sizeof *ids->text, compare_ids);
}

static struct strings sorted(struct strings ids)
{
    if (ids.n > 0) {
        qsort(ids.text, (size_t)ids.n, sizeof *ids.text, compare_ids);
    }
    return ids;
}

static bool was_for(const struct event *event, const struct sent_item *sent, int p,
                    const char *id)
{
    switch (sent->audience) {
    case AUDIENCE_ALL:
        return p >= 0;
    case AUDIENCE_SIDE:
        return p >= 0 && strcmp(event->participant[p].side, sent->side) == 0;
    case AUDIENCE_LISTED:
        return has_id(&sent->audience_ids, id);
    }
    return false;
}

enum sent_state sent_item_state(const struct event *event,
                                const struct sent_item *sent, int p, int i)
{
    if (p < 0 && i < 0) {
        return sent->cancelled ? SENT_CANCELLED : SENT_CONFIRMED;
    }
    const char *id = p >= 0 ? event->participant[p].id : event->interpreter[i].id;
    if (has_id(&sent->told_off, id)) {
        return SENT_CANCELLED;
    }
    if (!was_for(event, sent, p, id)) {
        return SENT_NEVER;
    }
    return sent->cancelled ? SENT_CANCELLED : SENT_CONFIRMED;
}

bool sent_item_is_when(const struct sent_item *sent, const struct agenda_item *item)
{
    return sent && !sent->cancelled && sent->start_s == item->start_s &&
           sent->end_s == item->end_s;
}

bool sent_item_is_same(const struct sent_item *sent, const struct agenda_item *item)
{
    return sent_item_is_when(sent, item) &&
           (sent->title[0] == '\0' || strcmp(sent->title, item->title) == 0) &&
           (!sent->url || strcmp(sent->url, item->url) == 0);
}

int agenda_n_numbers(const struct event *event, const struct schedule *schedule)
{
    return event->n_agenda + schedule->n_sent_items;
}

const struct agenda_item *agenda_item_at(const struct event *event, int number)
{
    return number < event->n_agenda ? &event->agenda[number] : NULL;
}

const struct sent_item *agenda_sent_at(const struct event *event,
                                       const struct schedule *schedule, int number)
{
    const struct agenda_item *item = agenda_item_at(event, number);
    return item ? sent_item_find(schedule, item->id)
                : &schedule->sent_item[number - event->n_agenda];
}

/* True if the event has an item with this id, and it is for them. */
static bool is_id_for(const struct event *event, const char *id, int p, int i)
{
    for (int k = 0; k < event->n_agenda; k++) {
        if (strcmp(event->agenda[k].id, id) == 0) {
            return agenda_is_for(event, &event->agenda[k], p, i);
        }
    }
    return false;
}

enum item_news agenda_news(const struct event *event,
                           const struct schedule *schedule, int number, int p,
                           int i)
{
    const struct agenda_item *item = agenda_item_at(event, number);
    const struct sent_item *sent = agenda_sent_at(event, schedule, number);
    bool has_it = sent && sent_item_state(event, sent, p, i) == SENT_CONFIRMED;
    if (!item) {
        return has_it && !is_id_for(event, sent->id, p, i) ? ITEM_CANCELLED
                                                           : ITEM_NO_NEWS;
    }
    if (!agenda_is_for(event, item, p, i)) {
        return ITEM_NO_NEWS; /* of what they had the number behind tells */
    }
    return !has_it                          ? ITEM_NEW
           : sent_item_is_same(sent, item)  ? ITEM_NO_NEWS
           : !sent_item_is_when(sent, item) ? ITEM_MOVED
                                            : ITEM_DETAILS;
}

static bool has_returned(const struct event *event, const struct sent_item *sent,
                         const struct agenda_item *item)
{
    for (int k = 0; k < sent->told_off.n; k++) {
        int p = event_find_participant(event, sent->told_off.text[k]);
        int i = event_find_interpreter(event, sent->told_off.text[k]);
        if ((p >= 0 && agenda_is_for(event, item, p, -1)) ||
            (i >= 0 && agenda_is_for(event, item, -1, i))) {
            return true;
        }
    }
    return false;
}

int sent_item_sequence(const struct event *event, const struct sent_item *sent,
                       const struct agenda_item *item)
{
    if (!sent) {
        return 0;
    }
    if (!item) {
        return sent->sequence + !sent->cancelled;
    }
    if (has_returned(event, sent, item)) {
        return sent->sequence + 2;
    }
    return sent->sequence + !sent_item_is_same(sent, item);
}

static bool was_told(const struct event *event, const struct sent_item *sent, int p,
                     int i, const struct unreached *unreached)
{
    const char *id = p >= 0 ? event->participant[p].id : event->interpreter[i].id;
    return !has_id(&unreached->ids, id) ||
           (sent && sent_item_state(event, sent, p, i) == SENT_CONFIRMED);
}

/* Whom the item is for, one by one: whoever joins "all" later, or comes back, was
 * not sent it. */
static struct strings ids_of(struct arena *arena, const struct event *event,
                             const struct sent_item *sent,
                             const struct agenda_item *item,
                             const struct unreached *unreached)
{
    struct strings ids = {
        .text = arena_new(arena, event->n_participants + event->n_interpreters,
                          const char *)};
    for (int p = 0; p < event->n_participants; p++) {
        if (agenda_is_for(event, item, p, -1) &&
            was_told(event, sent, p, -1, unreached)) {
            ids.text[ids.n++] = event->participant[p].id;
        }
    }
    for (int i = 0; i < event->n_interpreters; i++) {
        if (agenda_is_for(event, item, -1, i) &&
            was_told(event, sent, -1, i, unreached)) {
            ids.text[ids.n++] = event->interpreter[i].id;
        }
    }
    return sorted(ids);
}

/* Those who had it and for whom it is not any more. */
static struct strings told_off(struct arena *arena, const struct event *event,
                               const struct sent_item *sent,
                               const struct agenda_item *item)
{
    struct strings ids = {
        .text = arena_new(arena, event->n_participants + event->n_interpreters,
                          const char *)};
    for (int p = 0; sent && p < event->n_participants; p++) {
        if (sent_item_state(event, sent, p, -1) != SENT_NEVER &&
            !agenda_is_for(event, item, p, -1)) {
            ids.text[ids.n++] = event->participant[p].id;
        }
    }
    for (int i = 0; sent && i < event->n_interpreters; i++) {
        if (sent_item_state(event, sent, -1, i) != SENT_NEVER &&
            !agenda_is_for(event, item, -1, i)) {
            ids.text[ids.n++] = event->interpreter[i].id;
        }
    }
    return sorted(ids);
}

static struct sent_item present_item(struct arena *arena, const struct event *event,
                                     const struct schedule *schedule,
                                     const struct agenda_item *item,
                                     const struct unreached *unreached)
{
    const struct sent_item *sent = sent_item_find(schedule, item->id);
    return (struct sent_item){
        .id = item->id,
        .title = item->title,
        .url = item->url,
        .start_s = item->start_s,
        .end_s = item->end_s,
        .sequence = sent_item_sequence(event, sent, item),
        .audience = AUDIENCE_LISTED,
        .side = "",
        .audience_ids = ids_of(arena, event, sent, item, unreached),
        .told_off = told_off(arena, event, sent, item),
    };
}

static bool is_in_event(const struct event *event, const char *id)
{
    for (int k = 0; k < event->n_agenda; k++) {
        if (strcmp(event->agenda[k].id, id) == 0) {
            return true;
        }
    }
    return false;
}

static int by_id(const void *a, const void *b)
{
    const struct sent_item *x = a, *y = b;
    return strcmp(x->id, y->id);
}

void schedule_publish_agenda(struct arena *arena, const struct event *event,
                             struct schedule *schedule,
                             const struct unreached *unreached)
{
    int n = 0;
    if (unreached->agenda) {
        return;
    }
    struct sent_item *now = arena_new(
        arena, event->n_agenda + schedule->n_sent_items, struct sent_item);
    for (int k = 0; k < event->n_agenda; k++) {
        now[n++] =
            present_item(arena, event, schedule, &event->agenda[k], unreached);
    }
    for (int k = 0; k < schedule->n_sent_items; k++) {
        struct sent_item gone = schedule->sent_item[k];
        if (!is_in_event(event, gone.id)) {
            gone.sequence = sent_item_sequence(event, &gone, NULL);
            gone.cancelled = true;
            now[n++] = gone;
        }
    }
    if (n > 0) {
        qsort(now, (size_t)n, sizeof *now, by_id);
    }
    schedule->sent_item = now;
    schedule->n_sent_items = n;
}
