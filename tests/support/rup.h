#ifndef MATCHDAY_TESTS_RUP_H
#define MATCHDAY_TESTS_RUP_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "solver/clauses.h"

/* A judge of refutations that shares no code with who finds them: each clause that
 * was learned has to follow from those before it by reverse unit propagation (if all
 * its literals are false, some clause of those that are known is false, too), and in
 * the end nothing at all can be true. */

struct rup; /* opaque */

/* Knows the formula, which must outlive it. Everything lives in arena. */
struct rup *rup_create(struct arena *arena, const struct clauses *clauses);

/* Takes a learned clause. False if it does not follow, now or for one before. */
bool rup_learn(struct rup *rup, const int *literal, int n);

/* Whether every clause that was learned followed, and that none can be true with all
 * others. */
bool rup_is_refuted(const struct rup *rup);

/* The same as a callback of struct sat_effort, with the rup as context. */
void rup_listen(void *rup, const int *literal, int n);

#endif
