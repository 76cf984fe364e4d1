#ifndef MATCHDAY_TESTS_SUPPORT_MUTATE_H
#define MATCHDAY_TESTS_SUPPORT_MUTATE_H

#include "scheduler/base/buf.h"
#include "scheduler/base/rng.h"

/* Damages text in one to four places: a byte changed, removed or put in, a piece
 * removed or doubled. What is put in is mostly one of the bytes of `liked`. */
void mutate(struct rng *rng, const char *liked, struct buf *text);

#endif
