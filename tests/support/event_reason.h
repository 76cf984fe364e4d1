#ifndef MATCHDAY_TESTS_SUPPORT_EVENT_REASON_H
#define MATCHDAY_TESTS_SUPPORT_EVENT_REASON_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* Why requests and meetings of a random_event() can have no place, whatever the
 * schedule: a second opinion, which knows only the model. */

/* True if the request's status lets it be scheduled. */
bool event_reason_counts(const struct event *event, int q);

/* The reason in the request's own status; N_REASONS if it is accepted. */
enum reason event_reason_of_request(const struct event *event, int q);

/* The first reason that the event gives for a meeting with requests that count, or
 * N_REASONS. Whether people are in the way, or rooms, is seen by asking again with
 * a room for everything. Where rooms and interpreters are there, but never
 * together, it is the interpreters. */
enum reason event_reason_of_meeting(struct arena scratch, const struct event *event,
                                    const struct eligibility *elig, int m);

#endif
