#ifndef MATCHDAY_PLAN_DETAIL_H
#define MATCHDAY_PLAN_DETAIL_H

#include "scheduler/base/arena.h"
#include "scheduler/plan.h"
#include "scheduler/plan_problem.h"
#include "solver/probe.h"
#include "solver/solver.h"

/* Marks on some of many: is[k] for those in item. */
struct marks {
    bool *is;
    int *item;
    int n;
};

/* Who and what stands in the way of a meeting that is not scheduled: the detail of
 * its reason. Meetings m are the model's. */
struct plan_detail {
    struct arena *arena;
    const struct plan_input *input;
    const struct plan_problem *numbers;
    const struct solution *solution;
    const struct schedule *schedule; /* its meetings are complete and bound */
    struct lists meetings;           /* of participant p, as schedule->meeting[] */
    int *load;                       /* scheduled meetings in slot s: load[s] */
    struct marks participant, at_limit, slot; /* none, but while a detail is made */
    struct marks blocked_by, moved, given_up;
};

void plan_detail_init(struct arena *arena, const struct plan_input *input,
                      const struct plan_problem *numbers,
                      const struct solution *solution,
                      const struct schedule *schedule, struct plan_detail *out);

/* After the probe's yes to m and lift: the slots in which m would have a place, all
 * else staying where it is; where there is none, the one of the better schedule that
 * was found, and the meetings moved or given up in it. Where people are the limit, also who of
 * them and which of their meetings. */
void plan_detail_lifted(struct plan_detail *detail, struct probe *probe, int m,
                        enum lift lift, struct reason_detail *out);

/* The slots that suit m and what is there: meetings of its people, or else of the
 * few rooms (interpreters) that could take it if all of them are taken. */
void plan_detail_outranked(struct plan_detail *detail, int m,
                           struct reason_detail *out);

#endif
