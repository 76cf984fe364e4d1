#ifndef MATCHDAY_SOLVER_KEEP_SEARCH_H
#define MATCHDAY_SOLVER_KEEP_SEARCH_H

#include "solver/keep_columns.h"

/* Looks for a point that is worth the keeper's limit, by the search of the pipeline,
 * among what the prices leave of those; the keeper takes what was found if it is
 * better than what it has. Where many meetings have to move there are so many ways to
 * change as little that this finds one of them sooner than branch and cut does. The
 * relaxation was solved, and nothing limits the number of changes. */
void keep_search(struct keeper *keeper);

#endif
