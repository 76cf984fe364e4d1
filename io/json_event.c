/* The event as a tree of values, written by json_write.c. What was left out stays
 * out: texts that are "", lists that are empty, limits that are none; but rooms
 * always stand there, and interpreters where the event has such a list, for an
 * empty one says something. Where the file and its lines were is no part of an
 * event. */

#include "io/json_event.h"

#include <string.h>

#include "io/json_event_parts.h"
#include "io/json_write.h"
#include "io/value_build.h"

void json_event_put_limit(struct arena *arena, struct value *object,
                          const char *key, int limit)
{
    if (limit != NO_LIMIT) {
        value_put_number(arena, object, key, limit);
    }
}

void json_event_put_clock(struct arena *arena, struct value *object,
                          const char *key, int minutes)
{
    value_put_text(arena, object, key,
                   arena_printf(arena, "%02d:%02d", minutes / 60, minutes % 60));
}

void json_event_put_windows(struct arena *arena, struct value *object,
                            const char *key, const struct windows *windows)
{
    if (windows->n == 0) {
        return;
    }
    struct value *list = value_put(arena, object, key, VALUE_LIST);
    for (int k = 0; k < windows->n; k++) {
        struct value *entry = value_push(arena, list, VALUE_OBJECT);
        value_put_instant(arena, entry, "start", windows->window[k].start_s);
        value_put_instant(arena, entry, "end", windows->window[k].end_s);
    }
}

struct strings json_event_ids(struct arena *arena, const struct event *event,
                              const int *participant, int n)
{
    struct strings ids = {arena_new(arena, n, const char *), n};
    for (int k = 0; k < n; k++) {
        ids.text[k] = event->participant[participant[k]].id;
    }
    return ids;
}

const char *json_event_status(enum request_status status)
{
    switch (status) {
    case REQUEST_ACCEPTED:
        return "accepted";
    case REQUEST_PENDING:
        return "pending";
    case REQUEST_DECLINED:
        return "declined";
    case REQUEST_WITHDRAWN:
        return "withdrawn";
    }
    return "";
}

static void put_person(struct arena *arena, struct value *object, const char *key,
                       const struct person *person)
{
    if (person->name[0] == '\0' && person->email[0] == '\0') {
        return;
    }
    struct value *entry = value_put(arena, object, key, VALUE_OBJECT);
    value_put_some_text(arena, entry, "name", person->name);
    value_put_some_text(arena, entry, "email", person->email);
}

static void put_head(struct arena *arena, struct value *root,
                     const struct event *event)
{
    struct value *head = value_put(arena, root, "event", VALUE_OBJECT);
    value_put_text(arena, head, "id", event->id);
    value_put_some_text(arena, head, "name", event->name);
    value_put_some_text(arena, head, "name_ja", event->name_ja);
    put_person(arena, head, "organizer", &event->organizer);
    if (event->n_side_organizers > 0) {
        struct value *sides = value_put(arena, head, "organizers", VALUE_OBJECT);
        for (int k = 0; k < event->n_side_organizers; k++) {
            const struct side_organizer *organizer = &event->side_organizer[k];
            put_person(arena, sides, organizer->side, &organizer->person);
        }
    }
    value_put_some_text(arena, head, "uid_domain", event->uid_domain);
    value_put_text(arena, head, "time_zone", event->zone->name);
    struct value *zones = value_put(arena, head, "display_time_zones", VALUE_LIST);
    for (int k = 0; k < event->n_display_zones; k++) {
        value_push_text(arena, zones, event->display_zone[k]->name);
    }
    if (event->alarm_minutes > 0) {
        value_put_number(arena, head, "alarm_minutes", event->alarm_minutes);
    }
}

static void put_rules(struct arena *arena, struct value *root,
                      const struct rules *rules)
{
    struct value *object = value_put(arena, root, "rules", VALUE_OBJECT);
    value_put_text(arena, object, "default_status",
                   json_event_status(rules->default_status));
    value_put_text(arena, object, "pending",
                   rules->pending_scheduled ? "schedule" : "skip");
    value_put_text(arena, object, "met_before",
                   rules->met_before_forbidden ? "forbid" : "allow");
    value_put_number(arena, object, "min_meetings", rules->min_meetings);
    json_event_put_limit(arena, object, "max_meetings", rules->max_meetings);
    json_event_put_limit(arena, object, "max_consecutive", rules->max_consecutive);
    json_event_put_limit(arena, object, "max_gaps", rules->max_gaps);
    value_put_some_text(arena, object, "interpreted_room_feature",
                        rules->interpreted_room_feature);
    if (rules->lists_changed) {
        value_put_text(arena, object, "on_change", "list");
    }
    struct value *hours = value_put(arena, object, "social_hours", VALUE_LIST);
    for (int k = 0; k < rules->n_social_hours; k++) {
        const struct social_hours *social = &rules->social_hours[k];
        struct value *entry = value_push(arena, hours, VALUE_OBJECT);
        json_event_put_clock(arena, entry, "from", social->from_min);
        json_event_put_clock(arena, entry, "to", social->to_min);
        value_put_number(arena, entry, "cost", social->cost);
        value_put_some_text(arena, entry, "side", social->side);
    }
    if (rules->social_hours_otherwise == UNSOCIAL_NEVER) {
        value_put_text(arena, object, "social_hours_otherwise", "never");
    } else {
        value_put_number(arena, object, "social_hours_otherwise",
                         rules->social_hours_otherwise);
    }
}

static void put_numbers(struct arena *arena, struct value *object, const char *key,
                        const int *number, int n)
{
    struct value *list = value_put(arena, object, key, VALUE_LIST);
    for (int k = 0; k < n; k++) {
        value_push_number(arena, list, number[k]);
    }
}

static void put_weights(struct arena *arena, struct value *root,
                        const struct weights *weights)
{
    struct value *object = value_put(arena, root, "weights", VALUE_OBJECT);
    put_numbers(arena, object, "priority", weights->priority, weights->n_priority);
    put_numbers(arena, object, "rank", weights->rank, weights->n_rank);
    value_put_number(arena, object, "avoid", weights->avoid);
}

static void put_objective(struct arena *arena, struct value *root,
                          const struct event *event)
{
    struct value *list = value_put(arena, root, "objective", VALUE_LIST);
    for (int k = 0; k < event->n_objective; k++) {
        value_push_text(arena, list, level_name(event->objective[k]));
    }
}

static char *text_of(struct arena *arena, const struct event *event,
                     const struct json_event_parts *parts)
{
    struct value root;
    value_init(&root, VALUE_OBJECT);
    value_put_text(arena, &root, "format", "matchday-event/1");
    put_head(arena, &root, event);
    json_event_put_sessions(arena, &root, event);
    json_event_put_agenda(arena, &root, event);
    json_event_put_rooms(arena, &root, event);
    json_event_put_interpreters(arena, &root, event);
    json_event_put_participants(arena, &root, event, parts);
    json_event_put_availability(arena, &root, event);
    json_event_put_requests(arena, &root, event);
    json_event_put_locks(arena, &root, event);
    json_event_put_met_before(arena, &root, event);
    put_rules(arena, &root, &event->rules);
    put_weights(arena, &root, &event->weights);
    put_objective(arena, &root, event);
    return json_file_text(arena, &root);
}

char *json_event_text(struct arena *arena, const struct event *event)
{
    const struct json_event_parts parts = {.marks = true};
    return text_of(arena, event, &parts);
}

char *json_event_source_text(struct arena *arena, const struct event *event)
{
    const struct json_event_parts parts = {.calendars = true, .marks = true};
    return text_of(arena, event, &parts);
}

void json_event_digest(struct arena scratch, const struct event *event,
                       char hex[DIGEST_HEX_SIZE])
{
    const struct json_event_parts parts = {.calendars = false};
    const char *text = text_of(&scratch, event, &parts);
    digest_sha256(text, strlen(text), hex);
}
