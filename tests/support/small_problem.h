#ifndef MATCHDAY_TESTS_SUPPORT_SMALL_PROBLEM_H
#define MATCHDAY_TESTS_SUPPORT_SMALL_PROBLEM_H

#include "scheduler/base/arena.h"
#include "solver/problem.h"

/* Problems made by hand. "01 023" is a meeting of participants 0 and 1 and one of
 * 0, 2 and 3. All slots are in one session and suit everybody; every value is 1;
 * there are no limits, promises, costs, rooms or levels, which the test then
 * fills in. Lives in arena. At most 64 slots. */
struct problem *small_problem(struct arena *arena, int n_slots,
                              const char *meetings);

/* Leaves meeting m only the slots of a mask. */
void small_problem_domain(struct problem *problem, int m, uint64_t slots);

/* Names the meeting that has to be earlier than m. Call with rising m. */
void small_problem_after(struct problem *problem, int m, int earlier);

/* Makes n rooms (interpreters), of which all fit everywhere; then narrows what
 * fits meeting m to a mask, 0 for a meeting that needs none. Lives in arena. */
void small_problem_rooms(struct arena *arena, struct problem *problem, int n);
void small_problem_fit_room(struct arena *arena, struct problem *problem, int m,
                            uint64_t rooms);
void small_problem_interpreters(struct arena *arena, struct problem *problem,
                                int n);
void small_problem_fit_interpreter(struct arena *arena, struct problem *problem,
                                   int m, uint64_t interpreters);

/* Says that m was held before in that slot, room and interpreter (-1 = none). */
void small_problem_past(struct problem *problem, int m, int slot, int room,
                        int interpreter);

#endif
