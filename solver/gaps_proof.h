#ifndef MATCHDAY_SOLVER_GAPS_PROOF_H
#define MATCHDAY_SOLVER_GAPS_PROOF_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/problem.h"
#include "solver/propagate.h"

/* The fewest gaps of a schedule that holds exactly given meetings: asks for as many
 * as all participants must have at least, and for one more as long as the
 * answer is no. */

struct gaps_proof_task {
    const struct problem *problem;
    const bool *held;  /* of m; all that must be held among them */
    const int *slot;   /* a schedule of them, of m, or NULL */
    int attempts;      /* per number of gaps, */
    int64_t conflicts; /* of which the first may take that many */
    int threads;       /* more than one: two work; the proof is the same */
    bool (*poll)(void *context); /* or NULL; true ends the work */
    void *context;
};

/* What decides most numbers that can be decided at all; and what finds a schedule
 * that is good, if perhaps not the best, soon. */
enum { GAPS_PROOF_ATTEMPTS = 4, GAPS_PROOF_CONFLICTS = 100 * 1000 };
enum { GAPS_SEARCH_ATTEMPTS = 1, GAPS_SEARCH_CONFLICTS = 10 * 1000 };

struct gaps_proof {
    bool is_refuted; /* no schedule holds all of them. If propagation found it, */
    struct contradiction contradiction; /* this is why; otherwise CLASH_NONE */
    int *slot;    /* of m: a schedule, the given one or a better one, or NULL */
    int64_t gaps; /* of that schedule */
    bool has_bound;
    int64_t bound; /* no schedule of exactly these meetings has fewer */
};

/* Everything in *proof lives in arena. The same task gives the same proof unless
 * poll ended the work. */
void gaps_prove(struct arena *arena, const struct gaps_proof_task *task,
                struct gaps_proof *proof);

#endif
