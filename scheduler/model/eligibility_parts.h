#ifndef MATCHDAY_MODEL_ELIGIBILITY_PARTS_H
#define MATCHDAY_MODEL_ELIGIBILITY_PARTS_H

#include "scheduler/model/eligibility.h"

/* The steps of eligibility_build(), in their order; each fills its part of elig
 * in arena and relies on those before. */

/* free and cost. */
void eligibility_add_people(struct arena *arena, const struct event *event,
                            struct eligibility *elig);

/* meeting, meeting_of_request; wishes stated twice are errors. */
void eligibility_add_meetings(struct arena *arena, const struct event *event,
                              struct eligibility *elig, struct findings *findings);

/* What locks and met_before do to meetings; contradictions are errors. */
void eligibility_add_locks(const struct event *event, struct eligibility *elig,
                           struct findings *findings);

/* rooms, interpreters, room_set, interpreter_set. */
void eligibility_add_places(struct arena *arena, const struct event *event,
                            struct eligibility *elig);

/* suitable, and which meetings are possible. */
void eligibility_add_suitable(struct arena *arena, const struct event *event,
                              struct eligibility *elig);

/* Locks that the finished picture cannot hold, and what is probably not meant. */
void eligibility_judge_locks(const struct event *event, const struct eligibility *elig,
                             struct findings *findings);
void eligibility_judge_people(const struct event *event, const struct eligibility *elig,
                              struct findings *findings);

/* True if the meeting's participants need an interpreter, as far as languages
 * and wishes go. */
bool eligibility_lacks_language(const struct event *event,
                                const struct meeting *meeting);

/* True if [earliest, latest], minutes and forbidden slots allow slot s. */
bool eligibility_time_suits(const struct event *event, const struct eligibility *elig,
                            int m, int s);

/* The meeting that a lock is about, or -1. */
int eligibility_meeting_of_lock(const struct eligibility *elig, const struct lock *lock);

#endif
