#ifndef MATCHDAY_SOLVER_KEEP_PROBLEM_H
#define MATCHDAY_SOLVER_KEEP_PROBLEM_H

#include "scheduler/base/arena.h"
#include "solver/problem.h"
#include "solver/program.h"

/* What a change of plans asks first, as a problem of its own: how much of the
 * schedule before can stay?
 *
 * Each meeting of before becomes up to three alternatives, of which one at most is
 * held: as it was, with its room and its interpreter; at its time; at any time.
 * Each is worth what it saves against a drop, so the level SERVED of this problem
 * is STABILITY of the other one, names included. Meetings that were not held
 * before cost nothing and are left out, unless they have to be held, something that
 * is here must follow them, or they may fill a gap where gaps have a limit. */

enum keep_kind { KEEP_ALL, KEEP_TIME, KEEP_MEETING };

struct keep_problem {
    struct problem problem;
    int *meeting;         /* of the alternative, in the problem asked about */
    enum keep_kind *kind; /* of the alternative */
    int *first, *end;     /* alternatives of meeting m; none where it is left out */
    struct set_family rooms, interpreters; /* with sets of one for what is kept */
    int64_t most;                          /* what all could be worth */
    int n_previous;                        /* meetings of before that are here */
};

/* Worth: what STABILITY saves; or 1 for each meeting that stays as it was. */
enum keep_worth { KEEP_WORTH, KEEP_COUNT };

/* In arena, to which the family of sets keeps pointers; arrays of participants are
 * those of the problem. */
void keep_problem_build(struct arena *arena, const struct problem *problem,
                        enum keep_worth worth, struct keep_problem *keep);

/* Adds the rows that make alternatives of them: one of a meeting's at most, one
 * exactly where it must be held, `after` between any of two meetings', and, unless
 * max_changes is PROBLEM_NO_LIMIT, at most so many meetings that do not stay as
 * they were. link[m] becomes the meeting's row, or -1. */
void keep_problem_link(const struct keep_problem *keep,
                       const struct problem *problem, struct program *program,
                       int max_changes, int *link);

#endif
