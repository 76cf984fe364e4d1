#ifndef MATCHDAY_SOLVER_SERVE_ALL_H
#define MATCHDAY_SOLVER_SERVE_ALL_H

#include "solver/work.h"

/* The step of the pipeline for events that may be able to hold everything: then
 * GUARANTEE, SERVED and BALANCE are what they are, and if COMPACTNESS comes next,
 * its proof is a question about exactly these meetings (gaps_proof.h), far beyond
 * what integer programs can answer. Where propagation finds that something has to
 * go, SERVED loses at least the cheapest meeting.
 *
 * Bounds and the assignment, if a better one is found, go to the work. Does nothing
 * where SERVED is none of the levels, or the event is large. */
void serve_all(struct work *work);

/* COMPACTNESS, the level k that is worked on, where the levels before only ask which
 * meetings are held: better slots for those that the incumbent, which obeys every
 * rule, holds. *is_fewest tells whether there are none better, which is no bound:
 * others may be held instead. Returns false, and does nothing, elsewhere or where
 * the event is large. */
bool serve_chosen(struct work *work, int k, bool *is_fewest);

#endif
