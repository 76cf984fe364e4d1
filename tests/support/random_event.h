#ifndef MATCHDAY_TESTS_SUPPORT_RANDOM_EVENT_H
#define MATCHDAY_TESTS_SUPPORT_RANDOM_EVENT_H

#include <stdint.h>

#include "scheduler/base/arena.h"

/* Small events made from a seed: 3 to 7 participants in several time zones, 1 to
 * 3 sessions with at most 7 slots, up to some 16 requests, and between them every
 * field of the event format. All are valid input: warnings are possible, errors
 * are not. Locks hold by themselves; together they may be impossible.
 *
 * Returns the text of event.json in arena. order 0 gives every list in the order
 * of making; any other number the same event with all lists whose order means
 * nothing in another order. */
char *random_event(struct arena *arena, uint64_t seed, uint64_t order);

/* The same with a byte for each choice, for fuzzing: small changes of the bytes are
 * small changes of the event. Behind the last one a seed made of them goes on. */
char *random_event_of_bytes(struct arena *arena, const unsigned char *byte,
                            size_t n_bytes, uint64_t order);

#endif
