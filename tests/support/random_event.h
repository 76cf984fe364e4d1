#ifndef MATCHDAY_TESTS_SUPPORT_RANDOM_EVENT_H
#define MATCHDAY_TESTS_SUPPORT_RANDOM_EVENT_H

#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/model/event.h"

/* A small event (4 to 7 participants, up to 9 slots, 3 rooms and 15 requests) in
 * which rules of all kinds meet: languages, limits, windows, agenda, features,
 * groups, predecessors, locks that forbid. The same seed gives the same event.
 * Nothing in it is an error, so that eligibility can be built. */
struct event *random_event(struct arena *arena, uint64_t seed);

#endif
