#ifndef MATCHDAY_SOLVER_PROGRAM_PATTERNS_H
#define MATCHDAY_SOLVER_PROGRAM_PATTERNS_H

#include "solver/program.h"

/* COMPACTNESS by patterns. The block starts of program_count_gaps() are weak in the
 * relaxation; where it is known how many meetings somebody has, it is far better to
 * list all sets of slots of a session that these can be in, with the gaps of each:
 *   w[p,c]  1 if p is busy in exactly the slots of set c of the session
 *   sum over c of w[p,c] = 1,  sum over c with s of w[p,c] = busy[p,s]
 * which is the convex hull of one participant's session. */

/* Makes this the program's expression of COMPACTNESS, which it must not have yet:
 * p has fewest[p] to most[p] meetings, which become rows as well. Who has too many
 * patterns is counted by block starts. */
void program_count_patterns(struct program *program, const int *fewest,
                            const int *most);

#endif
