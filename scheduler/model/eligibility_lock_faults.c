/* Locks that cannot hold by themselves, and locks without effect. A meeting that
 * must be held and has no suitable slot is explained by all that stands against
 * it in the slot that it is locked in, or, with the number of slots, in any. */

#include "scheduler/base/buf.h"
#include "scheduler/base/phrase.h"
#include "scheduler/model/eligibility_parts.h"

/* What stands against meeting m in the slots first .. end - 1. */
struct complaints {
    const struct event *event;
    const struct eligibility *elig;
    int m, first, end;
    struct buf buf;
};

/* Adds one complaint that is true in n of the slots. */
static void complain(struct complaints *complaints, int n, const char *text)
{
    int n_slots = complaints->end - complaints->first;
    if (n == 0) {
        return;
    }
    buf_add_text(&complaints->buf, complaints->buf.len > 0 ? phrase(", and ") : "");
    if (n_slots > 1 && n == n_slots) {
        buf_printf(&complaints->buf, phrase("%s in all %d slots"), text, n_slots);
    } else if (n_slots > 1) {
        buf_printf(&complaints->buf, phrase("%s in %d of %d slots"), text, n,
                   n_slots);
    } else {
        buf_add_text(&complaints->buf, text);
    }
}

static void complain_of_person(struct complaints *complaints, int p)
{
    static const char *const text[N_ABSENCES] = {
        [ABSENCE_CANCELLED] = PHRASE("'%s' has cancelled"),
        [ABSENCE_UNAVAILABLE] = PHRASE("'%s' is unavailable"),
        [ABSENCE_AGENDA] = PHRASE("'%s' is at an agenda item"),
        [ABSENCE_NOT_OFFERED] = PHRASE("'%s' is available at other times only"),
        [ABSENCE_UNSOCIAL] = PHRASE("'%s' is outside social hours"),
    };
    int n[N_ABSENCES] = {0};
    for (int s = complaints->first; s < complaints->end; s++) {
        n[eligibility_absence(complaints->event, p, s)]++;
    }
    for (int k = ABSENCE_NONE + 1; k < N_ABSENCES; k++) {
        complain(complaints, n[k],
                 arena_printf(complaints->buf.arena, phrase(text[k]),
                              complaints->event->participant[p].id));
    }
}

/* Faults of the lock's own slot are what the complaints are about. */
static void complain_of_time(struct complaints *complaints)
{
    static const char *const text[N_TIME_FAULTS] = {
        [TIME_TOO_EARLY] = PHRASE("it begins before `earliest`"),
        [TIME_TOO_LATE] = PHRASE("it ends after `latest`"),
        [TIME_TOO_SHORT] = PHRASE("it is shorter than `minutes`"),
        [TIME_FORBIDDEN] = PHRASE("another lock forbids the slot"),
    };
    for (int fault = 0; fault < N_TIME_FAULTS; fault++) {
        int n = 0;
        for (int s = complaints->first; s < complaints->end && text[fault]; s++) {
            n += eligibility_has_time_fault(complaints->event, complaints->elig,
                                            complaints->m, s,
                                            (enum time_fault)fault);
        }
        if (n > 0) {
            complain(complaints, n, phrase(text[fault]));
        }
    }
}

static const struct meeting *meeting_of(const struct complaints *complaints)
{
    return &complaints->elig->meeting[complaints->m];
}

/* The first feature that the meeting needs and the room lacks, or NULL. */
static const char *lacking_feature(const struct event *event,
                                   const struct meeting *meeting,
                                   const struct room *room)
{
    const char *interpreted = event->rules.interpreted_room_feature;
    for (int k = 0; k < meeting->room_features.n; k++) {
        if (!strings_has(&room->features, meeting->room_features.text[k])) {
            return meeting->room_features.text[k];
        }
    }
    if (meeting->needs_interpreter && interpreted[0] != '\0' &&
        !strings_has(&room->features, interpreted)) {
        return interpreted;
    }
    return NULL;
}

static bool is_reserved_for_others(const struct meeting *meeting,
                                   const struct room *room)
{
    for (int i = 0; i < room->n_reserved_for; i++) {
        for (int k = 0; k < meeting->n_participants; k++) {
            if (room->reserved_for[i] == meeting->participant[k]) {
                return false;
            }
        }
    }
    return room->n_reserved_for > 0;
}

/* Why the room that the meeting is locked in does not fit, in any slot or, if
 * nothing else is wrong with it, in that one. */
static const char *room_fault(const struct complaints *complaints)
{
    const struct meeting *meeting = meeting_of(complaints);
    const struct room *room = &complaints->event->room[meeting->locked_room];
    struct arena *arena = complaints->buf.arena;
    const char *lacking = lacking_feature(complaints->event, meeting, room);
    if (room->capacity != NO_LIMIT && room->capacity < meeting->people) {
        return arena_printf(
            arena,
            phrase(meeting->needs_interpreter
                       ? "room '%s' has places for %d, not for %d with the "
                         "interpreter"
                       : "room '%s' has places for %d, not for %d"),
            room->id, room->capacity, meeting->people);
    }
    if (lacking) {
        return arena_printf(arena, phrase("room '%s' lacks '%s'"), room->id,
                            lacking);
    }
    if (is_reserved_for_others(meeting, room)) {
        return arena_printf(arena, phrase("room '%s' is reserved for others"),
                            room->id);
    }
    return arena_printf(arena, phrase("room '%s' is closed or forbidden"),
                        room->id);
}

/* What a room would have to be like, where none is. */
static const char *rooms_fault(const struct complaints *complaints)
{
    const struct meeting *meeting = meeting_of(complaints);
    struct buf buf;
    if (complaints->event->n_rooms == 0) {
        return phrase("there are no rooms");
    }
    buf_init(&buf, complaints->buf.arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < meeting->room_features.n; k++) {
        buf_add_text(&buf, phrase(", "));
        buf_printf(&buf, phrase("'%s'"), meeting->room_features.text[k]);
    }
    const char *interpreted = complaints->event->rules.interpreted_room_feature;
    if (meeting->needs_interpreter && interpreted[0] != '\0') {
        buf_add_text(&buf, phrase(", "));
        buf_printf(&buf, phrase("'%s'"), interpreted);
    }
    return arena_printf(buf.arena, phrase("no room takes them (%d people%s)"),
                        meeting->people, buf.data);
}

static void complain_of_places(struct complaints *complaints)
{
    int n_roomless = 0, n_unspoken = 0;
    for (int s = complaints->first; s < complaints->end; s++) {
        n_roomless += !eligibility_has_room(complaints->elig, complaints->m, s);
        n_unspoken +=
            !eligibility_has_interpreter(complaints->elig, complaints->m, s);
    }
    if (n_roomless > 0) {
        bool locked = meeting_of(complaints)->locked_room >= 0;
        complain(complaints, n_roomless,
                 locked ? room_fault(complaints) : rooms_fault(complaints));
    }
    complain(complaints, n_unspoken,
             phrase("no interpreter of their languages is there"));
}

/* True if only the lock keeps the meeting out of slot s. */
static bool would_suit(const struct complaints *complaints, int s)
{
    const struct eligibility *elig = complaints->elig;
    const struct meeting *meeting = meeting_of(complaints);
    for (int k = 0; k < meeting->n_participants; k++) {
        if (!eligibility_is_free(elig, meeting->participant[k], s)) {
            return false;
        }
    }
    for (int fault = 0; fault < N_TIME_FAULTS; fault++) {
        if (fault != TIME_LOCKED_ELSEWHERE &&
            eligibility_has_time_fault(complaints->event, elig, complaints->m, s,
                                       (enum time_fault)fault)) {
            return false;
        }
    }
    return eligibility_has_room(elig, complaints->m, s) &&
           eligibility_has_interpreter(elig, complaints->m, s);
}

/* " such as 's-02', 's-03'", or "". */
static const char *other_slots(const struct complaints *complaints)
{
    enum { MOST = 3 };
    struct buf buf;
    buf_init(&buf, complaints->buf.arena);
    buf_add_text(&buf, "");
    for (int s = 0, n = 0; s < complaints->event->n_slots && n < MOST; s++) {
        if (would_suit(complaints, s)) {
            buf_add_text(&buf, n > 0 ? phrase(", ") : "");
            buf_printf(&buf, phrase("'%s'"), complaints->event->slot[s].id);
            n++;
        }
    }
    return buf.len == 0 ? ""
                        : arena_printf(buf.arena, phrase(", such as %s"), buf.data);
}

static void judge_impossible(const struct event *event,
                             const struct eligibility *elig, int m,
                             struct findings *findings)
{
    const struct meeting *meeting = &elig->meeting[m];
    struct arena *arena = findings->arena;
    int s = meeting->locked_slot, r = meeting->locked_room;
    struct complaints complaints = {
        .event = event,
        .elig = elig,
        .m = m,
        .first = s >= 0 ? s : 0,
        .end = s >= 0 ? s + 1 : event->n_slots,
    };
    buf_init(&complaints.buf, arena);
    for (int k = 0; k < meeting->n_participants; k++) {
        complain_of_person(&complaints, meeting->participant[k]);
    }
    complain_of_time(&complaints);
    complain_of_places(&complaints);
    const char *who =
        eligibility_people_text(arena, event, meeting->participant,
                                meeting->n_participants, meeting->topic);
    const char *where =
        s >= 0   ? arena_printf(arena, phrase(" in slot '%s'"), event->slot[s].id)
        : r >= 0 ? arena_printf(arena, phrase(" in room '%s' and no slot suits"),
                                event->room[r].id)
                 : phrase(" and no slot suits");
    findings_add(
        findings, SEVERITY_ERROR, eligibility_telling_lock(event, meeting)->place,
        "the meeting of %s is locked%s, but %s; expected a slot that suits%s; "
        "change or release the lock",
        who, where, complaints.buf.data, other_slots(&complaints));
}

/* Why the locks of a meeting change nothing, with the remedy; NULL if they do. */
static const char *idle_reason(struct arena *arena, const struct event *event,
                               const struct meeting *meeting)
{
    const struct request *first = &event->request[meeting->request[0]];
    switch (meeting->forbidden) {
    case FORBIDDEN_DECLINED:
        return arena_printf(
            arena,
            phrase("request '%s' is declined; release the lock or accept the "
                   "request"),
            event->request[meeting->by_request].id);
    case FORBIDDEN_MET_BEFORE:
        return phrase("they have met before; release the lock or say `follow_up` "
                      "in a request");
    case FORBIDDEN_BY_LOCK:
        return arena_printf(
            arena, phrase("the lock at %s forbids it; release one of the two"),
            eligibility_place_text(arena, &event->lock[meeting->by_request].place));
    case FORBIDDEN_NOT:
        break;
    }
    if (meeting->n_counting == 0) {
        return arena_printf(
            arena,
            phrase("request '%s' is %s; release the lock or accept the request"),
            first->id, eligibility_status_word(first));
    }
    return NULL;
}

/* True if the lock itself is why the meeting is forbidden, or was found to
 * contradict the one that is. */
static bool is_told_of(const struct meeting *meeting, int l,
                       const struct lock *lock)
{
    return meeting->forbidden == FORBIDDEN_BY_LOCK &&
           (meeting->by_request == l ||
            (lock->kind == LOCK_KEEP && meeting->n_counting > 0));
}

static void judge_idle(const struct event *event, const struct eligibility *elig,
                       int l, struct findings *findings)
{
    const struct lock *lock = &event->lock[l];
    const struct meeting *meeting =
        &elig->meeting[eligibility_meeting_of_lock(elig, lock)];
    const char *reason = idle_reason(findings->arena, event, meeting);
    if (reason && !is_told_of(meeting, l, lock)) {
        const char *who =
            eligibility_people_text(findings->arena, event, meeting->participant,
                                    meeting->n_participants, meeting->topic);
        findings_add(findings, SEVERITY_WARNING, lock->place,
                     "this lock has no effect on the meeting of %s: %s", who,
                     reason);
    }
}

/* The topic of a meeting of just these participants, or NULL. */
static const char *other_topic(const struct eligibility *elig,
                               const struct lock *lock)
{
    for (int m = 0; m < elig->n_meetings; m++) {
        const struct meeting *meeting = &elig->meeting[m];
        int k = 0;
        while (k < lock->n_participants && k < meeting->n_participants &&
               lock->participant[k] == meeting->participant[k]) {
            k++;
        }
        if (k == lock->n_participants && k == meeting->n_participants) {
            return meeting->topic;
        }
    }
    return NULL;
}

static void judge_unasked(const struct event *event, const struct eligibility *elig,
                          const struct lock *lock, struct findings *findings)
{
    const char *who =
        eligibility_people_text(findings->arena, event, lock->participant,
                                lock->n_participants, lock->topic);
    const char *topic = other_topic(elig, lock);
    const char *hint = "";
    if (topic) {
        hint = topic[0] != '\0' ? arena_printf(findings->arena,
                                               phrase(" (they do on '%s')"), topic)
                                : phrase(" (they do without a topic)");
    }
    findings_add(
        findings, SEVERITY_ERROR, lock->place,
        "nobody asks for a meeting of %s%s; expected the participants and topic "
        "of a request; add a request or release the lock",
        who, hint);
}

void eligibility_judge_locks(const struct event *event,
                             const struct eligibility *elig,
                             struct findings *findings)
{
    for (int l = 0; l < event->n_locks; l++) {
        if (event->lock[l].is_past) {
            continue;
        }
        if (eligibility_meeting_of_lock(elig, &event->lock[l]) < 0) {
            judge_unasked(event, elig, &event->lock[l], findings);
        } else {
            judge_idle(event, elig, l, findings);
        }
    }
    for (int m = 0; m < elig->n_meetings; m++) {
        if (!elig->meeting[m].locked) {
            continue;
        }
        if (!elig->meeting[m].possible) {
            judge_impossible(event, elig, m, findings);
        }
        eligibility_judge_lock_order(event, elig, m, findings);
    }
}
