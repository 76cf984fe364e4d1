#ifndef MATCHDAY_TESTS_EVENT_CHANGE_H
#define MATCHDAY_TESTS_EVENT_CHANGE_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/rng.h"
#include "scheduler/model/event.h"

/* What happens to an event between two schedules of it. */

/* Everybody can be written to, and somebody writes. */
void event_give_addresses(struct arena *arena, struct event *event);

/* One thing, drawn at random: somebody cancels or comes back, a wish is withdrawn or
 * accepted, a room or a time is lost, a language or a link is another one, an interpreter
 * has no time. True if that is one of those that move no meeting. Takes away the locks,
 * which may not hold any more. */
bool event_change_something(struct arena *arena, struct rng *rng,
                            struct event *event);

#endif
