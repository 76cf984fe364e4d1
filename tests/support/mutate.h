#ifndef MATCHDAY_TESTS_SUPPORT_MUTATE_H
#define MATCHDAY_TESTS_SUPPORT_MUTATE_H

#include "scheduler/base/buf.h"
#include "scheduler/base/rng.h"

/* Damages text in one to four places: a byte changed, removed or put in, a piece
 * removed or doubled. What is put in is mostly one of the bytes of `liked`. */
void mutate(struct rng *rng, const char *liked, struct buf *text);

/* A copy of text[0 .. len) in arena, damaged in the way that seed says. */
struct buf mutant(struct arena *arena, uint64_t seed, const char *liked,
                  const char *text, size_t len);

#endif
