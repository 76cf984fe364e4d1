#ifndef MATCHDAY_SOLVER_GAPS_ENCODING_H
#define MATCHDAY_SOLVER_GAPS_ENCODING_H

#include "solver/clauses.h"
#include "solver/gaps_sat.h"

/* Shared by the files of gaps_sat.h alone. Literals may be constants. */

struct gaps_encoding {
    const struct problem *problem;
    const struct propagation *known;
    const struct gaps_question *question;
    struct clauses *clauses;
    int *session_first;
    int *x;    /* m is in slot s, at m * n_slots + s */
    int *busy; /* p is, in slot s, at p * n_slots + s */
    int *most; /* gaps that p may have */
    int *
        excess; /* literals: p has more than its least gaps, more than one more.. */
    int n_excess, excess_capacity;
};

static inline int encoding_x(const struct gaps_encoding *encoding, int m, int s)
{
    return encoding->x[(int64_t)m * encoding->problem->n_slots + s];
}

static inline int encoding_busy(const struct gaps_encoding *encoding, int p, int s)
{
    return encoding->busy[(int64_t)p * encoding->problem->n_slots + s];
}

/* The pattern of busy slots of p: how many, how often in a row, how many gaps; its
 * excess is added. */
void encode_person(struct gaps_encoding *encoding, int p);

/* Rooms, or interpreters, in every slot. */
void encode_places(struct gaps_encoding *encoding, bool interpreters);

/* Whether encode_places() can. */
bool can_encode_places(struct arena scratch, const struct problem *problem,
                       const struct propagation *known, bool interpreters);

#endif
