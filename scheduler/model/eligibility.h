#ifndef MATCHDAY_MODEL_ELIGIBILITY_H
#define MATCHDAY_MODEL_ELIGIBILITY_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/bits.h"
#include "scheduler/base/findings.h"
#include "scheduler/model/event.h"

/* Who can when, and which meetings are possible: everything about an event
 * that holds for one meeting in one slot, whatever else is scheduled.
 *
 * Requests with the same set of participants and the same topic make one
 * meeting. Meetings are sorted by their participants (lists of indices
 * compared element by element), then topic. */

enum forbidden {
    FORBIDDEN_NOT,
    FORBIDDEN_DECLINED,
    FORBIDDEN_MET_BEFORE,
    FORBIDDEN_BY_LOCK,
};

struct meeting {
    int *participant; /* rising */
    int n_participants;
    const char *topic;
    int *request; /* all requests of this meeting, rising */
    int n_requests;
    int n_counting;   /* of them */
    bool all_pending; /* all counting requests are pending */
    enum forbidden forbidden;
    int by_request; /* the declined request, or the met_before pair's index,
                       or the lock's index behind `forbidden`; else -1 */
    int value;      /* of the counting requests */
    int people;     /* of all participants, with the interpreter */
    bool needs_interpreter;
    bool follow_up; /* some counting request says so */
    bool locked;    /* must be scheduled; never if forbidden or not counting */
    int locked_slot, locked_room; /* or -1 */
    int *lock;                    /* all locks about this meeting, rising */
    int n_locks;
    int minutes;
    int64_t earliest_s, latest_s; /* or NO_TIME */
    int *after; /* meetings that must be earlier, rising; of counting requests */
    int n_after;
    int earliest_slot; /* the first that can follow them, each in the first slot
                          that can follow its own; n_slots if none can */
    struct strings room_features;
    bool possible; /* counts, is not forbidden, and some slot suits */
};

struct eligibility {
    int n_slots, slot_words;
    uint64_t *free; /* participant p: set of slots, at p * slot_words */
    int *cost;      /* comfort cost of p in s, at p * n_slots + s */
    struct meeting *meeting;
    int n_meetings;
    int *meeting_of_request;
    uint64_t *suitable; /* meeting m: set of slots, at m * slot_words */

    /* Which rooms (interpreters) could take meeting m in slot s, each taken
     * alone: the number of a set in the family, at m * n_slots + s; the empty
     * set is a set too. -1 for interpreters where none is needed. For slots
     * that do not suit for other reasons (people, times) the entries are
     * filled in as well. */
    struct set_family rooms, interpreters;
    int *room_set, *interpreter_set;
};

/* Builds all of it in arena. Locks that are impossible by themselves or against
 * each other, wishes stated twice by one side and locks on nobody's wish are
 * errors; locks on meetings that are forbidden or that no request asks for,
 * equal ranks of one participant, participants with requests whom no slot suits,
 * requests that wait for each other, fewer contacts than parallel meetings,
 * missing interpretation, addresses that are missing or shared, features that no
 * room has, and promises that cannot be kept are warnings. On errors the result must not be used. */
void eligibility_build(struct arena *arena, const struct event *event,
                       struct eligibility *elig, struct findings *findings);

/* The meeting of these participants (rising indices) and topic, or -1. */
int eligibility_find_meeting(const struct eligibility *elig, const int *participant,
                             int n_participants, const char *topic);

static inline bool eligibility_is_free(const struct eligibility *elig, int p, int s)
{
    return bits_has(elig->free + (int64_t)p * elig->slot_words, s);
}

static inline bool eligibility_suits(const struct eligibility *elig, int m, int s)
{
    return bits_has(elig->suitable + (int64_t)m * elig->slot_words, s);
}

static inline int eligibility_cost(const struct eligibility *elig, int p, int s)
{
    return elig->cost[(int64_t)p * elig->n_slots + s];
}

/* The first suitable slot of a meeting that can follow what `after` names, and
 * what that follows, whatever else is scheduled; n_slots if there is none. */
int eligibility_first_slot(const struct eligibility *elig, int m);

/* True if the requests' own times and the slots that locks forbid or demand allow
 * slot s, whoever is free in it. */
bool eligibility_time_suits(const struct event *event,
                            const struct eligibility *elig, int m, int s);

/* True if participant p belongs to the meeting. */
bool eligibility_has(const struct meeting *meeting, int p);

/* True if the meeting is of just these participants, in any order. */
bool eligibility_is_of(const struct event *event, const struct meeting *meeting,
                       const struct strings *ids);

/* True if the room (the interpreter, where one is needed) could take the
 * meeting in that slot as far as they alone are concerned. Those that were recalled
 * after it was built (recall.h) fit nowhere. */
bool eligibility_room_fits(const struct eligibility *elig, int m, int r, int s);
bool eligibility_interpreter_fits(const struct eligibility *elig, int m, int i,
                                  int s);

/* True if the meeting needs no interpreter, or somebody has a pair of its people's
 * languages, whenever they are there. */
bool eligibility_has_pair(const struct event *event, const struct meeting *meeting);

#endif
