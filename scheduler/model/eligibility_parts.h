#ifndef MATCHDAY_MODEL_ELIGIBILITY_PARTS_H
#define MATCHDAY_MODEL_ELIGIBILITY_PARTS_H

#include "scheduler/model/eligibility.h"

/* The steps of eligibility_build(), in their order; each fills its part of elig
 * in arena and relies on those before. */

/* What keeps a participant out of a slot: the first that is true. */
enum absence {
    ABSENCE_NONE,
    ABSENCE_CANCELLED,
    ABSENCE_UNAVAILABLE,
    ABSENCE_AGENDA,
    ABSENCE_NOT_OFFERED, /* none of their `available` rows holds it */
    ABSENCE_UNSOCIAL,    /* no social hours hold it, and they have no such rows */
    N_ABSENCES,
};
enum absence eligibility_absence(const struct event *event, int p, int s);

/* free and cost. */
void eligibility_add_people(struct arena *arena, const struct event *event,
                            struct eligibility *elig);

/* meeting, meeting_of_request, what met_before does; wishes stated twice are
 * errors. */
void eligibility_add_meetings(struct arena *arena, const struct event *event,
                              struct eligibility *elig, struct findings *findings);

/* What locks do to meetings; locks of one meeting that contradict each other are
 * errors. */
void eligibility_add_locks(struct arena *arena, const struct event *event,
                           struct eligibility *elig, struct findings *findings);

/* rooms, interpreters, room_set, interpreter_set. */
void eligibility_add_places(struct arena *arena, const struct event *event,
                            struct eligibility *elig);

/* suitable, and which meetings are possible. */
void eligibility_add_suitable(struct arena *arena, const struct event *event,
                              struct eligibility *elig);

/* earliest_slot of all meetings. The first slot that can follow meeting m, as far
 * as earliest_slot is known; n_slots if there is none, or m cannot be held. */
void eligibility_add_order(const struct event *event, struct eligibility *elig);
int eligibility_slot_after(const struct event *event,
                           const struct eligibility *elig, int m);

/* The first participant of the meeting who may have none at all, or -1. */
int eligibility_find_barred(const struct event *event,
                            const struct meeting *meeting);

/* Locks that the finished picture cannot hold, one locked meeting that limits or
 * its order rule out, and what is probably not meant. */
void eligibility_judge_locks(const struct event *event,
                             const struct eligibility *elig,
                             struct findings *findings);
void eligibility_judge_lock_order(const struct event *event,
                                  const struct eligibility *elig, int m,
                                  struct findings *findings);
void eligibility_judge_languages(const struct event *event,
                                 const struct eligibility *elig,
                                 struct findings *findings);
void eligibility_judge_people(const struct event *event,
                              const struct eligibility *elig,
                              struct findings *findings);
void eligibility_judge_means(const struct event *event,
                             const struct eligibility *elig,
                             struct findings *findings);

/* True if the meeting's participants need an interpreter, as far as languages
 * and wishes go. */
bool eligibility_lacks_language(const struct event *event,
                                const struct meeting *meeting);

/* Why meeting m cannot be in slot s as far as its own times and locks go. */
enum time_fault {
    TIME_TOO_EARLY,
    TIME_TOO_LATE,
    TIME_TOO_SHORT,
    TIME_FORBIDDEN,
    TIME_LOCKED_ELSEWHERE,
    N_TIME_FAULTS,
};
bool eligibility_has_time_fault(const struct event *event,
                                const struct eligibility *elig, int m, int s,
                                enum time_fault fault);

/* True if some room fits there, and some interpreter or none is needed. */
bool eligibility_has_room(const struct eligibility *elig, int m, int s);
bool eligibility_has_interpreter(const struct eligibility *elig, int m, int s);

/* The meeting that a lock is about, or -1. */
int eligibility_meeting_of_lock(const struct eligibility *elig,
                                const struct lock *lock);

/* For messages: "'a', 'b' and 'c'", with " on 'topic'" unless that is ""; and
 * "locks.csv:3", or the field where no line is known. In arena. */
char *eligibility_people_text(struct arena *arena, const struct event *event,
                              const int *participant, int n, const char *topic);
const char *eligibility_place_text(struct arena *arena, const struct place *place);

/* "pending", as in event files. */
const char *eligibility_status_word(const struct request *request);

/* The lock that a finding about a locked meeting is best placed at: one to keep it,
 * with a slot, else with a room. */
const struct lock *eligibility_telling_lock(const struct event *event,
                                            const struct meeting *meeting);

#endif
