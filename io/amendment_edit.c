#include "io/amendment_edit.h"

#include <assert.h>

#include "io/json_event_parts.h"
#include "io/value_build.h"

const char *amendment_kind_name(enum amendment_kind kind)
{
    static const char *const name[N_AMENDMENTS] = {
        [AMEND_ACCEPT] = "accept",
        [AMEND_WITHDRAW] = "withdraw",
        [AMEND_RETURN] = "return",
        [AMEND_FOLLOW_UP] = "follow_up",
        [AMEND_RELEASE] = "release",
        [AMEND_ANY_TIME] = "any_time",
        [AMEND_ANY_ORDER] = "any_order",
        [AMEND_MAX_MEETINGS] = "max_meetings",
        [AMEND_MAX_CONSECUTIVE] = "max_consecutive",
        [AMEND_MAX_GAPS] = "max_gaps",
        [AMEND_PARALLEL] = "parallel",
        [AMEND_FREE] = "availability",
        [AMEND_STAFF_MEETINGS] = "interpreter_max_meetings",
        [AMEND_ROOM] = "room",
        [AMEND_INTERPRETER] = "interpreter",
        [AMEND_LOCK] = "lock",
        [AMEND_LOCK_AT] = "lock_at",
    };
    return name[kind];
}

struct edits {
    struct arena *arena;
    struct value *list;
    const struct event *event;
    int n_rooms, n_interpreters; /* added so far */
};

/* A new edit of a list, and in it the object called how. */
static struct value *edit(struct edits *edits, const char *list, const char *id,
                          const char *how)
{
    struct value *entry = value_push(edits->arena, edits->list, VALUE_OBJECT);
    value_put_text(edits->arena, entry, "list", list);
    value_put_some_text(edits->arena, entry, "id", id);
    return value_put(edits->arena, entry, how, VALUE_OBJECT);
}

static void set_text(struct edits *edits, const char *list, const char *id,
                     const char *field, const char *text)
{
    value_put_text(edits->arena, edit(edits, list, id, "set"), field, text);
}

static void set_number(struct edits *edits, const char *list, const char *id,
                       const char *field, int number)
{
    value_put_number(edits->arena, edit(edits, list, id, "set"), field, number);
}

static void put_windows(struct edits *edits, const struct windows *windows,
                        const char *how, const char *id, const char *kind)
{
    for (int k = 0; k < windows->n; k++) {
        struct value *row = edit(edits, "availability", "", how);
        value_put_text(edits->arena, row, "participant", id);
        value_put_instant(edits->arena, row, "start", windows->window[k].start_s);
        value_put_instant(edits->arena, row, "end", windows->window[k].end_s);
        value_put_text(edits->arena, row, "kind", kind);
    }
}

static void put_hours(struct edits *edits, const struct amendment *amendment)
{
    const char *id = edits->event->participant[amendment->p].id;
    const struct amendment_hours hours =
        amendment_hours(edits->arena, edits->event, amendment->p, amendment->s);
    put_windows(edits, &hours.removed, "remove", id, "unavailable");
    put_windows(edits, &hours.kept, "add", id, "unavailable");
    put_windows(edits, &hours.added, "add", id, "available");
}

static void put_slot(struct edits *edits, struct value *row, int s)
{
    const struct slot *slot = &edits->event->slot[s];
    struct window window = {slot->start_s, slot->end_s};
    json_event_put_windows(edits->arena, row, "available",
                           &(struct windows){&window, 1});
}

static void put_room(struct edits *edits, const struct amendment *amendment)
{
    struct value *row = edit(edits, "rooms", "", "add");
    value_put_text(edits->arena, row, "id",
                   amendment_room_id(edits->arena, edits->event, edits->n_rooms++));
    value_put_some_strings(edits->arena, row, "features", &amendment->features);
    put_slot(edits, row, amendment->s);
}

static void put_interpreter(struct edits *edits, const struct amendment *amendment)
{
    struct strings pairs = {arena_new(edits->arena, 1, const char *), 1};
    struct value *row = edit(edits, "interpreters", "", "add");
    pairs.text[0] = amendment->pair;
    value_put_text(edits->arena, row, "id",
                   amendment_interpreter_id(edits->arena, edits->event,
                                            edits->n_interpreters++));
    value_put_strings(edits->arena, row, "pairs", &pairs);
    value_put_text(edits->arena, row, "time_zone", edits->event->zone->name);
    put_slot(edits, row, amendment->s);
}

static void put_lock(struct edits *edits, const struct amendment *amendment)
{
    struct value *row = edit(edits, "locks", "", "add");
    value_put_text(edits->arena, row, "request",
                   edits->event->request[amendment->q].id);
    if (amendment->kind == AMEND_LOCK_AT) {
        value_put_text(edits->arena, row, "slot",
                       edits->event->slot[amendment->s].id);
    }
    value_put_text(edits->arena, row, "kind", "lock");
}

static void put_release(struct edits *edits, const struct amendment *amendment)
{
    const struct lock *lock = &edits->event->lock[amendment->l];
    struct value *row = edit(edits, "locks", "", "remove");
    if (lock->request >= 0) {
        value_put_text(edits->arena, row, "request",
                       edits->event->request[lock->request].id);
    } else {
        struct strings ids = json_event_ids(
            edits->arena, edits->event, lock->participant, lock->n_participants);
        value_put_strings(edits->arena, row, "participants", &ids);
        value_put_some_text(edits->arena, row, "topic", lock->topic);
    }
    value_put_text(edits->arena, row, "kind", "forbid");
}

/* Null is how a field is left out. */
static void put_nulls(struct edits *edits, const char *id, const char *const *field)
{
    struct value *set = edit(edits, "requests", id, "set");
    for (; *field; field++) {
        value_put(edits->arena, set, *field, VALUE_NULL);
    }
}

static void put(struct edits *edits, const struct amendment *amendment)
{
    const struct event *event = edits->event;
    const char *request =
        event->n_requests > 0 ? event->request[amendment->q].id : "";
    const char *who = event->participant[amendment->p].id;
    switch (amendment->kind) {
    case AMEND_ACCEPT:
        set_text(edits, "requests", request, "status", "accepted");
        break;
    case AMEND_WITHDRAW:
        set_text(edits, "requests", request, "status", "withdrawn");
        break;
    case AMEND_RETURN:
        set_text(edits, "participants", who, "status", "registered");
        break;
    case AMEND_FOLLOW_UP:
        value_put_bool(edits->arena, edit(edits, "requests", request, "set"),
                       "follow_up", true);
        break;
    case AMEND_RELEASE:
        put_release(edits, amendment);
        break;
    case AMEND_ANY_TIME:
        put_nulls(edits, request,
                  (const char *const[]){"earliest", "latest", "minutes", NULL});
        break;
    case AMEND_ANY_ORDER:
        put_nulls(edits, request, (const char *const[]){"after", NULL});
        break;
    case AMEND_MAX_MEETINGS:
    case AMEND_MAX_CONSECUTIVE:
    case AMEND_MAX_GAPS:
    case AMEND_PARALLEL:
        set_number(edits, "participants", who, amendment_kind_name(amendment->kind),
                   amendment->number);
        break;
    case AMEND_FREE:
        put_hours(edits, amendment);
        break;
    case AMEND_STAFF_MEETINGS:
        set_number(edits, "interpreters", event->interpreter[amendment->i].id,
                   "max_meetings", amendment->number);
        break;
    case AMEND_ROOM:
        put_room(edits, amendment);
        break;
    case AMEND_INTERPRETER:
        put_interpreter(edits, amendment);
        break;
    case AMEND_LOCK:
    case AMEND_LOCK_AT:
        put_lock(edits, amendment);
        break;
    case N_AMENDMENTS:
        assert(false);
    }
}

void amendment_put_edits(struct arena *arena, struct value *list,
                         const struct event *event, const struct amendments *all)
{
    struct edits edits = {arena, list, event, 0, 0};
    for (int k = 0; k < all->n; k++) {
        put(&edits, &all->item[k]);
    }
}
