#ifndef MATCHDAY_SOLVER_PROBE_H
#define MATCHDAY_SOLVER_PROBE_H

#include "scheduler/base/arena.h"
#include "solver/solver.h"

/* Asks why meetings are not scheduled: would lifting one kind of limit for one
 * meeting alone serve it at nobody's cost?
 *
 * A lifted meeting needs no room, or no interpreter, or takes nobody's time; the
 * last one only in slots that cost its people no comfort where that is a level up
 * to SERVED. The answer is yes if there is an assignment with the lifted meeting
 * which is better than the given one on the levels in their order up to SERVED (all
 * levels where SERVED is none of them). One that is only as good gives up as much
 * elsewhere: then another meeting stands in the way, not the limit. A better
 * assignment was seen behind every yes, and none exists behind every no. */

enum lift { LIFT_PARTICIPANTS, LIFT_ROOMS, LIFT_INTERPRETERS, N_LIFTS };

enum probe_answer { PROBE_NO, PROBE_YES, PROBE_UNKNOWN };

struct probe; /* opaque */

/* The solution must be one of the problem. Everything lives until
 * probe_destroy(); the problem and the solution must outlive the probe. poll
 * (may be NULL) returning true makes further answers PROBE_UNKNOWN; otherwise they
 * do not depend on the number of threads, at least 1. */
struct probe *probe_create(const struct problem *problem,
                           const struct solution *solution, int threads,
                           bool (*poll)(void *context), void *context);
void probe_destroy(struct probe *probe);

/* For an unscheduled meeting m. Answers at once where the assignment as it
 * stands has a place for the lifted meeting, or where the prices of the
 * relaxation rule it out; else by solving again. Where ROOMS comes before SERVED a
 * meeting without room may change somebody's: then the answer is unknown. */
enum probe_answer probe_ask(struct probe *probe, int m, enum lift lift);

/* True if m has that limit: if not, the answer is no without any question. */
bool probe_can_lift(const struct probe *probe, int m, enum lift lift);

/* After a yes: the slots of all meetings (-1 = none) in the better assignment that
 * was seen, and in *s the slot that the lifted meeting has in it. Lent until the
 * next question. */
const int *probe_found(const struct probe *probe, int *s);

/* True if, all else staying where it is, lifting would let m into slot s. */
bool probe_fits(struct probe *probe, int m, enum lift lift, int s);

#endif
