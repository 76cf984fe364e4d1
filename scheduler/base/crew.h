#ifndef MATCHDAY_BASE_CREW_H
#define MATCHDAY_BASE_CREW_H

#include "scheduler/base/arena.h"

/* Threads that share out work in numbered parts. Who does which part is chance;
 * as long as each part writes only what is its own, and what belongs to all is
 * put together afterwards in the order of the parts, the result is the same for
 * any number of threads. */

struct crew; /* opaque */

/* As many threads as this machine can run at once, and no more than are of use. */
int crew_cores(void);

/* The calling thread is one of them; fewer start if the system refuses. The crew
 * lies in arena and must be dismissed. */
struct crew *crew_call(struct arena *arena, int threads);
void crew_dismiss(struct crew *crew);

/* Calls work(context, k) once for each k from 0 to n - 1 and returns when all are
 * done. */
void crew_run(struct crew *crew, int n, void (*work)(void *context, int k),
              void *context);

#endif
