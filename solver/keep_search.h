#ifndef MATCHDAY_SOLVER_KEEP_SEARCH_H
#define MATCHDAY_SOLVER_KEEP_SEARCH_H

#include <stdbool.h>
#include <stdint.h>

#include "solver/kept.h"
#include "solver/solver.h"

/* Leaves each meeting of the smaller problem, which has a past (kept_remember()), one
 * slot or none: by the search of the pipeline, for an assignment that changes as little
 * as can be. It ends where STABILITY is `least`. Where many meetings have to move there
 * are so many ways to change as little that this finds one of them sooner than branch
 * and cut does. False, and nothing is changed, if all that was found breaks a rule. */
bool keep_search(const struct solver_options *options, int64_t least,
                 struct kept *kept);

#endif
