/* The present event is asked what it has against an old place, in the order of its
 * own rules; only where it has nothing are other meetings looked at: what was to be
 * held earlier, and what people know of each other's calendars, as a limit that is
 * lower now shows there. */

#include "scheduler/model/cause.h"

#include <string.h>

#include "scheduler/model/cause_limit.h"
#include "scheduler/model/eligibility_parts.h"

static const char *const names[N_CAUSES] = {
    [CAUSE_PARTICIPANT_CANCELLED] = "participant_cancelled",
    [CAUSE_REQUEST_WITHDRAWN] = "request_withdrawn",
    [CAUSE_REQUEST_DECLINED] = "request_declined",
    [CAUSE_REQUEST_PENDING] = "request_pending",
    [CAUSE_REQUEST_CHANGED] = "request_changed",
    [CAUSE_MET_BEFORE] = "met_before",
    [CAUSE_LOCK] = "lock",
    [CAUSE_SESSION_CHANGED] = "session_changed",
    [CAUSE_UNAVAILABLE] = "unavailable",
    [CAUSE_AGENDA] = "agenda",
    [CAUSE_HOURS_CHANGED] = "hours_changed",
    [CAUSE_ROOM_LOST] = "room_lost",
    [CAUSE_PEOPLE_ADDED] = "people_added",
    [CAUSE_INTERPRETER_LOST] = "interpreter_lost",
    [CAUSE_INTERPRETER_NEEDED] = "interpreter_needed",
    [CAUSE_PREDECESSOR] = "predecessor",
    [CAUSE_LIMIT_LOWERED] = "limit_lowered",
    [CAUSE_DISPLACED] = "displaced",
};

struct asking {
    struct arena *arena;
    const struct event *event;
    const struct eligibility *elig;
    const struct schedule *schedule;
    const struct schedule_meeting *old;
    int s; /* the slot of the same times, or -1 */
    const char *words;
};

const char *cause_name(enum cause cause)
{
    return names[cause];
}

enum cause cause_named(const char *name)
{
    int cause = 0;
    while (cause < N_CAUSES && strcmp(names[cause], name) != 0) {
        cause++;
    }
    return (enum cause)cause;
}

/* What a participant is called; p may be -1. */
static const char *name_of(const struct asking *ask, int p, const char *id)
{
    const struct participant *who = p >= 0 ? &ask->event->participant[p] : NULL;
    if (who && who->organisation[0] != '\0') {
        return who->organisation;
    }
    return who && who->organisation_ja[0] != '\0'
               ? who->organisation_ja
               : arena_printf(ask->arena, "'%s'", id);
}

static bool find_absent(struct asking *ask)
{
    for (int k = 0; k < ask->old->participant_ids.n; k++) {
        const char *id = ask->old->participant_ids.text[k];
        int p = event_find_participant(ask->event, id);
        bool has_left = p < 0 || event_has_left(ask->event, p);
        if (has_left || ask->event->participant[p].cancelled) {
            ask->words = arena_printf(ask->arena, "%s %s", name_of(ask, p, id),
                                      has_left ? "is not in the event any more"
                                               : "has cancelled");
            return true;
        }
    }
    return false;
}

/* Requests that do not count: the first with this status, or NULL. */
static const struct request *find_status(const struct asking *ask,
                                         const struct meeting *meeting,
                                         enum request_status status)
{
    for (int k = 0; k < meeting->n_requests; k++) {
        const struct request *request = &ask->event->request[meeting->request[k]];
        if (request->status == status) {
            return request;
        }
    }
    return NULL;
}

/* Whether the meeting is not wanted or not allowed at all any more. */
static enum cause find_unwanted(struct asking *ask)
{
    if (find_absent(ask)) {
        return CAUSE_PARTICIPANT_CANCELLED;
    }
    if (ask->old->m < 0) {
        ask->words = "nobody asks for it any more";
        return CAUSE_REQUEST_WITHDRAWN;
    }
    const struct meeting *meeting = &ask->elig->meeting[ask->old->m];
    const struct request *request;
    if (meeting->forbidden == FORBIDDEN_DECLINED) {
        request = find_status(ask, meeting, REQUEST_DECLINED);
        ask->words = arena_printf(ask->arena, "request '%s' is declined",
                                  request ? request->id : "");
        return CAUSE_REQUEST_DECLINED;
    }
    if (meeting->n_counting == 0) {
        request = find_status(ask, meeting, REQUEST_WITHDRAWN);
        ask->words = request ? arena_printf(ask->arena, "request '%s' is withdrawn",
                                            request->id)
                             : "its request waits for an answer";
        return request ? CAUSE_REQUEST_WITHDRAWN : CAUSE_REQUEST_PENDING;
    }
    if (meeting->forbidden != FORBIDDEN_NOT) {
        bool met = meeting->forbidden == FORBIDDEN_MET_BEFORE;
        ask->words = met ? "they have met before" : "a lock forbids it";
        return met ? CAUSE_MET_BEFORE : CAUSE_LOCK;
    }
    return N_CAUSES;
}

static enum cause find_busy(struct asking *ask, const struct meeting *meeting)
{
    static const struct {
        enum cause cause;
        const char *words;
    } absence[N_ABSENCES] = {
        [ABSENCE_CANCELLED] = {CAUSE_PARTICIPANT_CANCELLED, "has cancelled"},
        [ABSENCE_UNAVAILABLE] = {CAUSE_UNAVAILABLE, "is not available then"},
        [ABSENCE_AGENDA] = {CAUSE_AGENDA, "is at an agenda item then"},
        [ABSENCE_NOT_OFFERED] = {CAUSE_UNAVAILABLE, "does not offer that time"},
        [ABSENCE_UNSOCIAL] = {CAUSE_HOURS_CHANGED,
                              "has no social hours then, where they are"},
    };
    for (int k = 0; k < meeting->n_participants; k++) {
        int p = meeting->participant[k];
        enum absence found = eligibility_absence(ask->event, p, ask->s);
        if (found != ABSENCE_NONE) {
            ask->words = arena_printf(
                ask->arena, "%s %s", name_of(ask, p, ask->event->participant[p].id),
                absence[found].words);
            return absence[found].cause;
        }
    }
    return N_CAUSES;
}

/* Whether its time is impossible now. */
static enum cause find_time(struct asking *ask)
{
    const struct meeting *meeting = &ask->elig->meeting[ask->old->m];
    if (ask->s < 0) {
        ask->words = "no session has a slot of that time any more";
        return CAUSE_SESSION_CHANGED;
    }
    enum cause cause = find_busy(ask, meeting);
    if (cause != N_CAUSES) {
        return cause;
    }
    for (int fault = 0; fault < N_TIME_FAULTS; fault++) {
        if (eligibility_has_time_fault(ask->event, ask->elig, ask->old->m, ask->s,
                                       (enum time_fault)fault)) {
            bool elsewhere = fault == TIME_LOCKED_ELSEWHERE;
            bool lock = fault == TIME_FORBIDDEN || elsewhere;
            ask->words = elsewhere ? "a lock wants it in another slot"
                         : lock    ? "a lock keeps it from that slot"
                                   : "its request asks for another time or length";
            return lock ? CAUSE_LOCK : CAUSE_REQUEST_CHANGED;
        }
    }
    return N_CAUSES;
}

static enum cause find_room(struct asking *ask)
{
    const struct schedule_meeting *old = ask->old;
    const struct meeting *meeting = &ask->elig->meeting[old->m];
    if (old->r < 0) {
        ask->words = arena_printf(ask->arena, "room '%s' is gone", old->room_id);
        return CAUSE_ROOM_LOST;
    }
    if (eligibility_room_fits(ask->elig, old->m, old->r, ask->s)) {
        return N_CAUSES;
    }
    const struct room *room = &ask->event->room[old->r];
    if (room->capacity != NO_LIMIT && room->capacity < meeting->people) {
        ask->words = arena_printf(ask->arena, "%d people do not fit into room '%s'",
                                  meeting->people, old->room_id);
        return CAUSE_PEOPLE_ADDED;
    }
    if (meeting->locked_room >= 0 && meeting->locked_room != old->r) {
        ask->words = "a lock wants it in another room";
        return CAUSE_LOCK;
    }
    ask->words = arena_printf(ask->arena, "room '%s' does not do then any more",
                              old->room_id);
    return CAUSE_ROOM_LOST;
}

static enum cause find_interpreter(struct asking *ask)
{
    const struct schedule_meeting *old = ask->old;
    const struct meeting *meeting = &ask->elig->meeting[old->m];
    bool had = old->interpreter_id[0] != '\0';
    if (had != meeting->needs_interpreter) {
        ask->words = had ? "it needs no interpreter any more"
                         : "it needs an interpreter now";
        return CAUSE_INTERPRETER_NEEDED;
    }
    if (had && (old->i < 0 ||
                !eligibility_interpreter_fits(ask->elig, old->m, old->i, ask->s))) {
        ask->words =
            arena_printf(ask->arena, "interpreter '%s' is not there then any more",
                         old->interpreter_id);
        return CAUSE_INTERPRETER_LOST;
    }
    return N_CAUSES;
}

/* Whether what it must follow is not held before its old time. */
static bool find_predecessor(struct asking *ask)
{
    const struct meeting *meeting = &ask->elig->meeting[ask->old->m];
    for (int k = 0; k < meeting->n_after; k++) {
        bool earlier = false;
        for (int i = 0; i < ask->schedule->n_meetings; i++) {
            const struct schedule_meeting *other = &ask->schedule->meeting[i];
            earlier |=
                other->m == meeting->after[k] && other->start_s < ask->old->start_s;
        }
        if (!earlier) {
            ask->words = "what it must follow is not held earlier any more";
            return true;
        }
    }
    return false;
}

enum cause cause_find(struct arena *arena, const struct event *event,
                      const struct eligibility *elig,
                      const struct schedule *schedule,
                      const struct schedule_meeting *old, const char **words)
{
    struct asking ask = {.arena = arena,
                         .event = event,
                         .elig = elig,
                         .schedule = schedule,
                         .old = old,
                         .s = event_find_times(event, old->start_s, old->end_s)};
    static enum cause (*const step[])(struct asking *) = {
        find_unwanted, find_time, find_room, find_interpreter};
    enum cause cause = N_CAUSES;
    for (size_t k = 0; k < sizeof step / sizeof *step && cause == N_CAUSES; k++) {
        cause = step[k](&ask);
    }
    if (cause == N_CAUSES && find_predecessor(&ask)) {
        cause = CAUSE_PREDECESSOR;
    }
    if (cause == N_CAUSES &&
        cause_limit_is_lower(arena, event, elig, schedule, old, &ask.words)) {
        cause = CAUSE_LIMIT_LOWERED;
    }
    if (cause == N_CAUSES) {
        cause = CAUSE_DISPLACED;
        ask.words = "it makes way for other changes";
    }
    *words = ask.words;
    return cause;
}

enum cause cause_of_change(struct arena *arena, const struct event *event,
                           const struct eligibility *elig,
                           const struct schedule *schedule,
                           const struct diff_entry *entry, const char **words)
{
    const struct diff_side *before = &entry->before;
    *words = "";
    if (entry->kind != DIFF_DROPPED && entry->kind != DIFF_MOVED &&
        entry->kind != DIFF_PLACE) {
        return N_CAUSES;
    }
    if (entry->kind == DIFF_DROPPED && entry->meeting->cause &&
        entry->meeting->reason[0] != '\0') {
        enum cause recorded = cause_named(entry->meeting->cause);
        if (recorded != N_CAUSES) {
            *words = entry->meeting->reason;
            return recorded;
        }
    }
    struct schedule_meeting old = *entry->meeting;
    old.start_s = before->start_s;
    old.end_s = before->end_s;
    old.room_id = before->room_id;
    old.interpreter_id = before->interpreter_id;
    old.r = event_find_room(event, old.room_id);
    old.i = old.interpreter_id[0] != '\0'
                ? event_find_interpreter(event, old.interpreter_id)
                : -1;
    return cause_find(arena, event, elig, schedule, &old, words);
}

enum fate cause_fate(const struct schedule *schedule,
                     const struct schedule_meeting *old,
                     const struct schedule_meeting **now)
{
    *now = NULL;
    for (int k = 0; k < schedule->n_meetings; k++) {
        if (strcmp(schedule->meeting[k].uid, old->uid) == 0) {
            *now = &schedule->meeting[k];
        }
    }
    if (!*now) {
        return FATE_DROPPED;
    }
    if ((*now)->start_s != old->start_s || (*now)->end_s != old->end_s) {
        return FATE_MOVED;
    }
    bool same = strcmp((*now)->room_id, old->room_id) == 0 &&
                strcmp((*now)->interpreter_id, old->interpreter_id) == 0;
    return same ? FATE_KEPT : FATE_PLACE;
}

bool cause_time_is_lost(const struct event *event, const struct eligibility *elig,
                        const struct schedule_meeting *old)
{
    int s = event_find_times(event, old->start_s, old->end_s);
    return s < 0 || old->m < 0 || !elig->meeting[old->m].possible ||
           !eligibility_suits(elig, old->m, s);
}

/* That people or places are not there at the time, or the time itself is not. */
static bool is_of_time(const char *cause)
{
    static const enum cause of_time[] = {
        CAUSE_REQUEST_CHANGED,   CAUSE_LOCK,         CAUSE_SESSION_CHANGED,
        CAUSE_UNAVAILABLE,       CAUSE_AGENDA,       CAUSE_HOURS_CHANGED,
        CAUSE_ROOM_LOST,         CAUSE_PEOPLE_ADDED, CAUSE_INTERPRETER_LOST,
        CAUSE_INTERPRETER_NEEDED};
    for (size_t k = 0; k < sizeof of_time / sizeof *of_time; k++) {
        if (cause && strcmp(cause, names[of_time[k]]) == 0) {
            return true;
        }
    }
    return false;
}

bool cause_leaves_out(const struct event *event, const struct eligibility *elig,
                      const struct schedule_meeting *old)
{
    bool was_published =
        old->sent.state == SENT_CONFIRMED ||
        (old->sent.state == SENT_CANCELLED && is_of_time(old->cause));
    struct schedule_meeting known = *old;
    if (old->sent.state == SENT_CONFIRMED) {
        known.start_s = old->sent.start_s;
        known.end_s = old->sent.end_s;
    }
    return event->rules.lists_changed && was_published &&
           cause_time_is_lost(event, elig, &known);
}
