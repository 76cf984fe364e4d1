#ifndef MATCHDAY_TESTS_SUPPORT_EVENT_INVARIANTS_H
#define MATCHDAY_TESTS_SUPPORT_EVENT_INVARIANTS_H

#include "scheduler/model/event.h"

/* What scheduler/model/event.h promises of every event: lists sorted, indices that
 * name something, ids well formed, spans that end after they start, texts that are
 * there. Returns NULL, or what is broken. */
const char *event_broken_invariant(const struct event *event);

#endif
