#ifndef MATCHDAY_SOLVER_GAPS_SAT_H
#define MATCHDAY_SOLVER_GAPS_SAT_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/clauses.h"
#include "solver/problem.h"
#include "solver/propagate.h"
#include "solver/sat.h"

/* Is there a schedule of exactly these meetings with at most so many gaps? As a
 * question to a SAT solver. */

/* Whether all rules can be written as clauses: the people of held meetings are in
 * one meeting at a time, no interpreter that is needed has limits, and the
 * sets of rooms (interpreters) of a slot are nested or disjoint, or few. */
bool gaps_sat_can_ask(struct arena scratch, const struct problem *problem,
                      const struct propagation *known);

struct gaps_question {
    const struct problem *problem;
    /* What propagate() found for exactly the meetings to be held, among them all
     * that must be. */
    const struct propagation *known;
    int64_t most_gaps; /* at least known->sum_gaps */
    bool even;         /* says also that pairs make an even number of people in a
                          slot: another way to the same answer, slower or
                          much quicker */
};

/* On SAT_YES *slot, in arena, is that of each meeting, -1 for those not held; it
 * obeys all rules, and rooms and interpreters can be named. Only for what
 * gaps_sat_can_ask(). */
enum sat_answer gaps_sat_ask(struct arena *arena,
                             const struct gaps_question *question,
                             const struct sat_effort *effort, int **slot);

/* The clauses themselves, in arena, and the literals x[m,s], LITERAL_FALSE where m
 * cannot be in s, at m * n_slots + s: for tests, and for other solvers. */
const int *gaps_sat_encode(const struct gaps_question *question,
                           struct clauses *clauses);

/* The gaps of all participants together. */
int64_t gaps_count(struct arena scratch, const struct problem *problem,
                   const int *slot);

#endif
