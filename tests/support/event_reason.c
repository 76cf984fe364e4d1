#include "tests/support/event_reason.h"

#include <string.h>

#include "scheduler/base/bits.h"

bool event_reason_counts(const struct event *event, int q)
{
    enum request_status status = event->request[q].status;
    return status == REQUEST_ACCEPTED ||
           (status == REQUEST_PENDING && event->rules.pending_scheduled);
}

static bool takes_part(const struct meeting *meeting, int p)
{
    for (int k = 0; k < meeting->n_participants; k++) {
        if (meeting->participant[k] == p) {
            return true;
        }
    }
    return false;
}

static bool is_declined(const struct event *event, const struct meeting *meeting)
{
    for (int k = 0; k < meeting->n_requests; k++) {
        if (event->request[meeting->request[k]].status == REQUEST_DECLINED) {
            return true;
        }
    }
    return false;
}

static bool is_cancelled(const struct event *event, const struct meeting *meeting)
{
    for (int k = 0; k < meeting->n_participants; k++) {
        if (event->participant[meeting->participant[k]].cancelled) {
            return true;
        }
    }
    return false;
}

static bool have_met(const struct event *event, const struct meeting *meeting)
{
    bool met = false;
    for (int k = 0; k < event->n_met_before; k++) {
        met |= takes_part(meeting, event->met_before[k].a) &&
               takes_part(meeting, event->met_before[k].b);
    }
    for (int k = 0; k < meeting->n_requests; k++) {
        int q = meeting->request[k];
        met =
            met && !(event->request[q].follow_up && event_reason_counts(event, q));
    }
    return met && event->rules.met_before_forbidden;
}

static bool is_locked_out(const struct event *event, const struct eligibility *elig,
                          int m)
{
    for (int k = 0; k < elig->meeting[m].n_locks; k++) {
        const struct lock *lock = &event->lock[elig->meeting[m].lock[k]];
        if (lock->kind == LOCK_FORBID && lock->slot < 0 && lock->room < 0) {
            return true;
        }
    }
    return false;
}

/* A room that takes every meeting at any time. */
static void add_room(struct arena *arena, struct event *event)
{
    static const char *feature[] = {"interpretation", "recording"};
    struct room *room = arena_new(arena, event->n_rooms + 1, struct room);
    if (event->n_rooms > 0) {
        memcpy(room, event->room, (size_t)event->n_rooms * sizeof *room);
    }
    room[event->n_rooms++] = (struct room){.id = "zzz",
                                           .name = "",
                                           .url = "",
                                           .capacity = NO_LIMIT,
                                           .features = {feature, 2}};
    event->room = room;
}

/* The slots that would suit the meeting with such a room and no need of any
 * interpreter, as a set in arena. */
static const uint64_t *common_slots(struct arena *arena,
                                    const struct event *original, int m)
{
    struct event *event = arena_new(arena, 1, struct event);
    struct eligibility *elig = arena_new(arena, 1, struct eligibility);
    struct findings findings;
    findings_init(&findings, arena);
    *event = *original;
    event->has_interpreters = false;
    add_room(arena, event);
    eligibility_build(arena, event, elig, &findings);
    return elig->suitable + (int64_t)m * elig->slot_words;
}

static bool some_room_fits(const struct event *event,
                           const struct eligibility *elig, int m, int s)
{
    for (int r = 0; r < event->n_rooms; r++) {
        if (eligibility_room_fits(elig, m, r, s)) {
            return true;
        }
    }
    return false;
}

enum reason event_reason_of_meeting(struct arena scratch, const struct event *event,
                                    const struct eligibility *elig, int m)
{
    const struct meeting *meeting = &elig->meeting[m];
    if (is_declined(event, meeting)) {
        return REASON_DECLINED;
    }
    if (is_cancelled(event, meeting)) {
        return REASON_PARTICIPANT_CANCELLED;
    }
    if (have_met(event, meeting)) {
        return REASON_MET_BEFORE;
    }
    if (is_locked_out(event, elig, m)) {
        return REASON_FORBIDDEN;
    }
    if (meeting->possible) {
        return N_REASONS;
    }
    const uint64_t *common = common_slots(&scratch, event, m);
    bool room = false;
    for (int s = 0; s < event->n_slots; s++) {
        room |= bits_has(common, s) && some_room_fits(event, elig, m, s);
    }
    return bits_next(common, event->n_slots, 0) < 0 ? REASON_NO_COMMON_SLOT
           : !room                                  ? REASON_NO_SUITABLE_ROOM
                                                    : REASON_NO_INTERPRETER;
}

enum reason event_reason_of_request(const struct event *event, int q)
{
    switch (event->request[q].status) {
    case REQUEST_DECLINED:
        return REASON_DECLINED;
    case REQUEST_WITHDRAWN:
        return REASON_WITHDRAWN;
    case REQUEST_PENDING:
        return REASON_NOT_ACCEPTED;
    case REQUEST_ACCEPTED:
        break;
    }
    return N_REASONS;
}
