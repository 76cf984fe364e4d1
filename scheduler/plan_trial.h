#ifndef MATCHDAY_PLAN_TRIAL_H
#define MATCHDAY_PLAN_TRIAL_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/model/amendment.h"
#include "scheduler/plan.h"

/* Tries changes of an event by making them, in memory, and solving, just as the
 * organiser would who writes them into the files and calls `solve`. */

struct plan_trial_base {
    const struct event *event;
    const struct eligibility *elig;
    const struct schedule *schedule; /* of this event, bound */
    const enum level *level;         /* the objective without stability */
    int n_levels;
    const enum level *rerun_level; /* the same with it, where it belongs */
    int n_rerun_levels;
    uint64_t seed;
    int threads;    /* results do not depend on it */
    double until_s; /* by the stopwatch: trials end then, cut short; 0: no limit */
    bool (*should_stop)(void *context); /* may be NULL, as the next */
    void (*report)(void *context, const struct plan_progress *progress);
    void *context;
};

enum plan_trial_kind {
    TRIAL_QUICK, /* from nothing, levels up to served (all where it is none) */
    TRIAL_FRESH, /* from nothing, all levels: `solve` */
    TRIAL_RERUN, /* close to the schedule: `solve --previous` */
};

struct plan_trial {
    enum plan_status status; /* INFEASIBLE also if the event is at fault then */
    bool served; /* the request that was asked for stands in a meeting */
    int64_t value[N_LEVELS]; /* PLAN_DONE: of the levels that were solved for */
    bool proven;             /* each of these up to served is the best there is */
    int n_levels;            /* that were solved for, without stability */
    int s;                   /* of the request's meeting, if served */
    const char *room_id, *interpreter_id;
    /* Entries of base->schedule: not held any more, and held at another time. */
    int *dropped, *moved;
    int n_dropped, n_moved;
    int *gained; /* meetings of base->elig that were not held before, but for the
                    request's own */
    int n_gained;
};

/* Fills in the objective of the base: the one that its schedule was made for. In
 * arena. */
void plan_trial_find_levels(struct arena *arena, struct plan_trial_base *base);

/* Solves the event as amended. q is the request that is asked for. Where
 * `without` is set, its meeting is forbidden. Lists and texts are in arena. */
void plan_trial(struct arena *arena, const struct plan_trial_base *base,
                enum plan_trial_kind kind, const struct amendments *amendments,
                int q, bool without, struct plan_trial *out);

/* True of a trial that was cut short: nothing is known by it. And whether the time of
 * the base is over. */
bool plan_trial_is_cut(const struct plan_trial *trial);
bool plan_trial_is_late(const struct plan_trial_base *base);

/* How many of the base's levels TRIAL_QUICK solves for. */
int plan_trial_quick_levels(const struct plan_trial_base *base);

/* Compares values level by level, the first n_levels of them: positive if a is
 * better. */
int plan_trial_compare(const struct plan_trial_base *base, int n_levels,
                       const int64_t a[N_LEVELS], const int64_t b[N_LEVELS]);

#endif
