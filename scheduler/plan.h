#ifndef MATCHDAY_PLAN_H
#define MATCHDAY_PLAN_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"
#include "scheduler/base/findings.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* Where the model meets the solver: an event becomes numbers, the solver's
 * numbers become a schedule. Only plan*.c know both sides. */

struct plan_input {
    const struct event *event;
    const struct eligibility *elig;
    const struct schedule *previous; /* bound to this event, or NULL */
    const enum level *level;         /* the objective, in order */
    int n_levels;
    /* NULL, or a slot (-1 = none) for each of the model's meetings, in which they can
     * be together: where the search begins if there is no schedule before. */
    const int *start;
    /* Meetings of `previous` that began before this instant stay as they are, and
     * nothing else is placed before it; 0 = none. */
    int64_t freeze_before_s;
    /* Where limits_moves is set: at most so many of the other meetings of `previous`
     * that are still possible may change slot, room or interpreter or be dropped. */
    bool limits_moves;
    int max_moves;
};

struct plan_progress {
    enum level level; /* being worked on */
    bool has_value, has_bound;
    int64_t value, bound;
    int n_explained, n_to_explain; /* meetings; 0 and 0 before the reasons */
    double seconds;                /* since the start */
};

struct plan_options {
    uint64_t seed;
    int threads;        /* the result does not depend on it */
    bool skips_reasons; /* schedule->unscheduled stays empty */
    /* Each may be NULL; all are called from the calling thread. seconds_left: until
     * plan_solve() should return, as it looks now; NULL = it takes what it takes. */
    bool (*should_stop)(void *context);
    double (*seconds_left)(void *context);
    void (*report)(void *context, const struct plan_progress *progress);
    void *context;
};

enum plan_status {
    PLAN_DONE,        /* *schedule obeys every rule */
    PLAN_INTERRUPTED, /* the same, but a limit or a signal cut the work short */
    PLAN_INFEASIBLE,  /* locks that cannot hold together, or more changes than may
                         be: see the findings */
    PLAN_UNKNOWN,     /* stopped before any schedule was found: see the findings */
};

/* The levels to use, in arena: `wanted` (n_wanted of them) if there are any,
 * else the event's. With a previous schedule stability comes first unless it
 * is in the list; without, it is left out. Returns their number. */
int plan_objective(struct arena *arena, const struct event *event,
                   const enum level *wanted, int n_wanted, bool has_previous,
                   enum level **level);

/* Solves and explains. On PLAN_DONE and PLAN_INTERRUPTED *schedule is complete
 * and bound, in arena, but for input_sha256 and generator_version, which
 * belong to the caller. Otherwise an error naming the locks (or the limit)
 * stands in findings. */
enum plan_status plan_solve(struct arena *arena, const struct plan_input *input,
                            const struct plan_options *options,
                            struct schedule *schedule, struct findings *findings);

/* Writes the program of the level `served` in CPLEX LP format. Columns are
 * called x_<meeting>_<slot>, both counted from 0, meetings among the possible
 * ones in the order of struct eligibility. */
bool plan_write_model(struct arena scratch, const struct plan_input *input,
                      const char *path, struct error *err);

#endif
