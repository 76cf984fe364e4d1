/* What locks do to meetings. Locks of meetings that do not count or are forbidden
 * otherwise are listed with them and change nothing. */

#include "scheduler/base/phrase.h"
#include "scheduler/model/eligibility_parts.h"

int eligibility_meeting_of_lock(const struct eligibility *elig,
                                const struct lock *lock)
{
    if (lock->request >= 0) {
        return elig->meeting_of_request[lock->request];
    }
    return eligibility_find_meeting(elig, lock->participant, lock->n_participants,
                                    lock->topic);
}

/* Fills in every meeting's list, cut from one array. */
static void list_locks(struct arena *arena, const struct event *event,
                       struct eligibility *elig)
{
    struct arena scratch;
    int *list = arena_new(arena, event->n_locks, int);
    scratch = *arena;
    int *meeting_of = arena_new(&scratch, event->n_locks, int);
    for (int l = 0; l < event->n_locks; l++) {
        meeting_of[l] = event->lock[l].is_past
                            ? -1
                            : eligibility_meeting_of_lock(elig, &event->lock[l]);
        if (meeting_of[l] >= 0) {
            elig->meeting[meeting_of[l]].n_locks++;
        }
    }
    for (int m = 0; m < elig->n_meetings; m++) {
        elig->meeting[m].lock = list;
        list += elig->meeting[m].n_locks;
        elig->meeting[m].n_locks = 0;
    }
    for (int l = 0; l < event->n_locks; l++) {
        if (meeting_of[l] >= 0) {
            struct meeting *meeting = &elig->meeting[meeting_of[l]];
            meeting->lock[meeting->n_locks++] = l;
        }
    }
}

static bool is_plain_forbid(const struct lock *lock)
{
    return lock->kind == LOCK_FORBID && lock->slot < 0 && lock->room < 0;
}

/* The locks of one meeting that say most; -1 where there is none. */
struct strongest {
    int keep, slot, room; /* a lock to keep; one with a slot; one with a room */
};

static void contradict(const struct event *event, int l, int other,
                       const char *what, struct findings *findings)
{
    const struct lock *lock = &event->lock[l];
    const char *who =
        eligibility_people_text(findings->arena, event, lock->participant,
                                lock->n_participants, lock->topic);
    findings_add(
        findings, SEVERITY_ERROR, lock->place,
        "%s the meeting of %s, against the lock at %s; expected locks of one "
        "meeting that can hold together; release one of the two",
        what, who,
        eligibility_place_text(findings->arena, &event->lock[other].place));
}

/* Takes in one lock to keep. */
static void keep(const struct event *event, int l, struct meeting *meeting,
                 struct strongest *strongest, struct findings *findings)
{
    const struct lock *lock = &event->lock[l];
    meeting->locked = true;
    strongest->keep = strongest->keep < 0 ? l : strongest->keep;
    if (lock->slot >= 0 && meeting->locked_slot < 0) {
        meeting->locked_slot = lock->slot;
        strongest->slot = l;
    } else if (lock->slot >= 0 && meeting->locked_slot != lock->slot) {
        contradict(event, l, strongest->slot, phrase("wants another slot for"),
                   findings);
    }
    if (lock->room >= 0 && meeting->locked_room < 0) {
        meeting->locked_room = lock->room;
        strongest->room = l;
    } else if (lock->room >= 0 && meeting->locked_room != lock->room) {
        contradict(event, l, strongest->room, phrase("wants another room for"),
                   findings);
    }
}

/* Looks at one lock that forbids something, when all that is kept is known. */
static void judge_forbid(const struct event *event, int l,
                         const struct meeting *meeting,
                         const struct strongest *strongest,
                         struct findings *findings)
{
    const struct lock *lock = &event->lock[l];
    bool slot = lock->slot >= 0 && lock->slot == meeting->locked_slot;
    bool room = lock->room >= 0 && lock->room == meeting->locked_room;
    if (is_plain_forbid(lock)) {
        contradict(event, l, strongest->keep, phrase("forbids"), findings);
    } else if (slot && lock->room < 0) {
        contradict(event, l, strongest->slot, phrase("forbids the slot of"),
                   findings);
    } else if (room && lock->slot < 0) {
        contradict(event, l, strongest->room, phrase("forbids the room of"),
                   findings);
    } else if (slot && room) {
        contradict(event, l, strongest->slot,
                   phrase("forbids the slot and room of"), findings);
    }
}

static void add_locks(const struct event *event, struct meeting *meeting,
                      struct findings *findings)
{
    struct strongest strongest = {-1, -1, -1};
    int n_errors = findings->n_errors;
    for (int k = 0; k < meeting->n_locks; k++) {
        if (event->lock[meeting->lock[k]].kind == LOCK_KEEP) {
            keep(event, meeting->lock[k], meeting, &strongest, findings);
        }
    }
    for (int k = 0; k < meeting->n_locks && meeting->locked; k++) {
        if (event->lock[meeting->lock[k]].kind == LOCK_FORBID) {
            judge_forbid(event, meeting->lock[k], meeting, &strongest, findings);
        }
    }
    /* One error is enough: nobody asks further why it cannot be held. */
    meeting->locked &= findings->n_errors == n_errors;
}

static void forbid(const struct event *event, struct meeting *meeting)
{
    for (int k = 0; k < meeting->n_locks && meeting->forbidden == FORBIDDEN_NOT;
         k++) {
        if (is_plain_forbid(&event->lock[meeting->lock[k]])) {
            meeting->forbidden = FORBIDDEN_BY_LOCK;
            meeting->by_request = meeting->lock[k];
        }
    }
}

void eligibility_add_locks(struct arena *arena, const struct event *event,
                           struct eligibility *elig, struct findings *findings)
{
    list_locks(arena, event, elig);
    for (int m = 0; m < elig->n_meetings; m++) {
        struct meeting *meeting = &elig->meeting[m];
        if (meeting->forbidden == FORBIDDEN_NOT && meeting->n_counting > 0) {
            add_locks(event, meeting, findings);
        }
        forbid(event, meeting);
        meeting->locked &= meeting->forbidden == FORBIDDEN_NOT;
    }
}
