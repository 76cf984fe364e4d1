/* Sessions, agenda, rooms and interpreters. Sessions stand in their own zone, as
 * clock times of a date: their slots and breaks follow from these. All else is
 * in UTC; zones still stand there where calendars show them. */

#include "io/json_event_parts.h"

#include <stdlib.h>
#include <string.h>

#include "io/value_build.h"

static void put_breaks(struct arena *arena, struct value *entry,
                       const struct session *session)
{
    if (session->n_breaks == 0) {
        return;
    }
    struct value *list = value_put(arena, entry, "breaks", VALUE_LIST);
    for (int k = 0; k < session->n_breaks; k++) {
        const struct break_time *b = &session->break_time[k];
        struct value *object = value_push(arena, list, VALUE_OBJECT);
        json_event_put_clock(arena, object, "start", b->start_min);
        json_event_put_clock(arena, object, "end", b->end_min);
        value_put_some_text(arena, object, "title", b->title);
    }
}

void json_event_put_sessions(struct arena *arena, struct value *root,
                             const struct event *event)
{
    struct value *list = value_put(arena, root, "sessions", VALUE_LIST);
    for (int k = 0; k < event->n_sessions; k++) {
        const struct session *session = &event->session[k];
        struct value *entry = value_push(arena, list, VALUE_OBJECT);
        value_put_text(arena, entry, "id", session->id);
        value_put_some_text(arena, entry, "title", session->title);
        value_put_text(arena, entry, "date",
                       arena_printf(arena, "%04d-%02d-%02d", session->date.year,
                                    session->date.month, session->date.day));
        json_event_put_clock(arena, entry, "start", session->start_min);
        json_event_put_clock(arena, entry, "end", session->end_min);
        value_put_text(arena, entry, "time_zone", session->zone->name);
        value_put_number(arena, entry, "meeting_minutes", session->meeting_minutes);
        value_put_number(arena, entry, "changeover_minutes",
                         session->changeover_minutes);
        put_breaks(arena, entry, session);
    }
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Participants and interpreters together; one id may be both. */
static void put_listed(struct arena *arena, struct value *entry,
                       const struct event *event, const struct agenda_item *item)
{
    int n = 0;
    const char **id =
        arena_new(arena, item->n_participants + item->n_interpreters, const char *);
    for (int k = 0; k < item->n_participants; k++) {
        id[n++] = event->participant[item->participant[k]].id;
    }
    for (int k = 0; k < item->n_interpreters; k++) {
        id[n++] = event->interpreter[item->interpreter[k]].id;
    }
    qsort(id, (size_t)n, sizeof *id, by_text);
    struct value *list = value_put(arena, entry, "audience", VALUE_LIST);
    for (int k = 0; k < n; k++) {
        if (k == 0 || strcmp(id[k], id[k - 1]) != 0) {
            value_push_text(arena, list, id[k]);
        }
    }
}

static void put_audience(struct arena *arena, struct value *entry,
                         const struct event *event, const struct agenda_item *item)
{
    switch (item->audience) {
    case AUDIENCE_ALL:
        value_put_text(arena, entry, "audience", "all");
        break;
    case AUDIENCE_SIDE:
        value_put_text(arena, value_put(arena, entry, "audience", VALUE_OBJECT),
                       "side", item->side);
        break;
    case AUDIENCE_LISTED:
        put_listed(arena, entry, event, item);
        break;
    }
}

void json_event_put_agenda(struct arena *arena, struct value *root,
                           const struct event *event)
{
    if (event->n_agenda == 0) {
        return;
    }
    struct value *list = value_put(arena, root, "agenda", VALUE_LIST);
    for (int k = 0; k < event->n_agenda; k++) {
        const struct agenda_item *item = &event->agenda[k];
        struct value *entry = value_push(arena, list, VALUE_OBJECT);
        value_put_text(arena, entry, "id", item->id);
        value_put_some_text(arena, entry, "title", item->title);
        value_put_instant(arena, entry, "start", item->start_s);
        value_put_instant(arena, entry, "end", item->end_s);
        value_put_text(arena, entry, "time_zone", item->zone->name);
        put_audience(arena, entry, event, item);
        value_put_some_text(arena, entry, "url", item->url);
    }
}

void json_event_put_rooms(struct arena *arena, struct value *root,
                          const struct event *event)
{
    struct value *list = value_put(arena, root, "rooms", VALUE_LIST);
    for (int r = 0; r < event->n_rooms; r++) {
        const struct room *room = &event->room[r];
        struct strings reserved_for =
            json_event_ids(arena, event, room->reserved_for, room->n_reserved_for);
        struct value *entry = value_push(arena, list, VALUE_OBJECT);
        value_put_text(arena, entry, "id", room->id);
        value_put_some_text(arena, entry, "name", room->name);
        value_put_some_text(arena, entry, "url", room->url);
        json_event_put_limit(arena, entry, "capacity", room->capacity);
        value_put_some_strings(arena, entry, "features", &room->features);
        value_put_some_strings(arena, entry, "reserved_for", &reserved_for);
        json_event_put_windows(arena, entry, "available", &room->available);
    }
}

void json_event_put_interpreters(struct arena *arena, struct value *root,
                                 const struct event *event)
{
    if (!event->has_interpreters) {
        return;
    }
    struct value *list = value_put(arena, root, "interpreters", VALUE_LIST);
    for (int i = 0; i < event->n_interpreters; i++) {
        const struct interpreter *interpreter = &event->interpreter[i];
        struct value *entry = value_push(arena, list, VALUE_OBJECT);
        value_put_text(arena, entry, "id", interpreter->id);
        value_put_some_text(arena, entry, "name", interpreter->name);
        value_put_some_text(arena, entry, "email", interpreter->email);
        value_put_some_strings(arena, entry, "pairs", &interpreter->pairs);
        value_put_text(arena, entry, "time_zone", interpreter->zone->name);
        json_event_put_windows(arena, entry, "available", &interpreter->available);
        json_event_put_limit(arena, entry, "max_meetings",
                             interpreter->max_meetings);
        json_event_put_limit(arena, entry, "max_consecutive",
                             interpreter->max_consecutive);
    }
}
