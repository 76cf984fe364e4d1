/* Requests, locks and who has met before. */

#include "io/json_event_parts.h"

#include "io/value_build.h"

static void put_number_unless_0(struct arena *arena, struct value *object,
                                const char *key, int number)
{
    if (number != 0) {
        value_put_number(arena, object, key, number);
    }
}

static void put_some_instant(struct arena *arena, struct value *object,
                             const char *key, int64_t instant_s)
{
    if (instant_s != NO_TIME) {
        value_put_instant(arena, object, key, instant_s);
    }
}

static struct strings request_ids(struct arena *arena, const struct event *event,
                                  const int *request, int n)
{
    struct strings ids = {arena_new(arena, n, const char *), n};
    for (int k = 0; k < n; k++) {
        ids.text[k] = event->request[request[k]].id;
    }
    return ids;
}

static void put_request(struct arena *arena, struct value *entry,
                        const struct event *event, const struct request *request)
{
    struct strings also =
        json_event_ids(arena, event, request->also, request->n_also);
    struct strings after =
        request_ids(arena, event, request->after, request->n_after);
    value_put_text(arena, entry, "id", request->id);
    value_put_text(arena, entry, "from", event->participant[request->from].id);
    value_put_text(arena, entry, "to", event->participant[request->to].id);
    value_put_some_strings(arena, entry, "also", &also);
    value_put_some_text(arena, entry, "topic", request->topic);
    value_put_number(arena, entry, "priority", request->priority);
    value_put_text(arena, entry, "status", json_event_status(request->status));
    put_number_unless_0(arena, entry, "rank", request->rank);
    put_number_unless_0(arena, entry, "minutes", request->minutes);
    put_some_instant(arena, entry, "earliest", request->earliest_s);
    put_some_instant(arena, entry, "latest", request->latest_s);
    value_put_some_strings(arena, entry, "after", &after);
    value_put_some_strings(arena, entry, "room_features", &request->room_features);
    value_put_bool(arena, entry, "follow_up", request->follow_up);
    value_put_some_text(arena, entry, "message", request->message);
    value_put_some_text(arena, entry, "note", request->note);
}

void json_event_put_requests(struct arena *arena, struct value *root,
                             const struct event *event)
{
    struct value *list = value_put(arena, root, "requests", VALUE_LIST);
    for (int q = 0; q < event->n_requests; q++) {
        struct value *entry = value_push(arena, list, VALUE_OBJECT);
        put_request(arena, entry, event, &event->request[q]);
    }
}

static void put_whose(struct arena *arena, struct value *entry,
                      const struct event *event, const struct lock *lock)
{
    if (lock->request >= 0) {
        value_put_text(arena, entry, "request", event->request[lock->request].id);
        return;
    }
    struct strings ids =
        json_event_ids(arena, event, lock->participant, lock->n_participants);
    value_put_strings(arena, entry, "participants", &ids);
    value_put_some_text(arena, entry, "topic", lock->topic);
}

void json_event_put_locks(struct arena *arena, struct value *root,
                          const struct event *event)
{
    if (event->n_locks == 0) {
        return;
    }
    struct value *list = value_put(arena, root, "locks", VALUE_LIST);
    for (int k = 0; k < event->n_locks; k++) {
        const struct lock *lock = &event->lock[k];
        struct value *entry = value_push(arena, list, VALUE_OBJECT);
        put_whose(arena, entry, event, lock);
        if (lock->slot >= 0) {
            value_put_text(arena, entry, "slot", event->slot[lock->slot].id);
        }
        if (lock->room >= 0) {
            value_put_text(arena, entry, "room", event->room[lock->room].id);
        }
        value_put_text(arena, entry, "kind",
                       lock->kind == LOCK_KEEP ? "lock" : "forbid");
    }
}

void json_event_put_met_before(struct arena *arena, struct value *root,
                               const struct event *event)
{
    if (event->n_met_before == 0) {
        return;
    }
    struct value *list = value_put(arena, root, "met_before", VALUE_LIST);
    for (int k = 0; k < event->n_met_before; k++) {
        const struct met_before *met = &event->met_before[k];
        struct value *entry = value_push(arena, list, VALUE_OBJECT);
        value_put_text(arena, entry, "a", event->participant[met->a].id);
        value_put_text(arena, entry, "b", event->participant[met->b].id);
    }
}
