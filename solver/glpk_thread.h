#ifndef MATCHDAY_SOLVER_GLPK_THREAD_H
#define MATCHDAY_SOLVER_GLPK_THREAD_H

#include <stdbool.h>

/* Solving several problems at a time, each in a thread of its own. */

/* True if this GLPK keeps what it knows per thread. */
bool glpk_thread_is_safe(void);

/* Gives back what GLPK keeps for the calling thread, in which no solver is at work. */
void glpk_thread_leave(void);

#endif
