#ifndef MATCHDAY_PLAN_REMEDY_H
#define MATCHDAY_PLAN_REMEDY_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/model/amendment.h"
#include "scheduler/plan_trial.h"

/* What would serve a request that is not served: the cheapest changes of the event,
 * each made and solved for, both from nothing and close to the schedule. */

/* One proposal. It is served in both trials, or it is none. */
struct plan_proposal {
    struct amendments amendments;
    bool is_locked; /* the last amendment is a lock: other schedules of the same
                        worth would do without the meeting, or better ones */
    struct plan_trial fresh, rerun;
    /* In both trials no level before served is worse, and served is better by what the
     * meeting is worth; close to the schedule no other meeting is given up. What the
     * changes themselves give up does not count. */
    bool costs_nobody;
};

/* Whose changes are of interest. */
struct plan_remedy_wish {
    int q; /* the request */
    int p; /* -1, or a participant of it: only what they could change themselves */
    int n; /* at most so many proposals */
};

enum { PLAN_PROPOSALS_MOST = 3 };

struct plan_remedies {
    /* What stands against it whatever else is scheduled, and would have to change
     * first; part of every proposal. */
    struct amendments required;
    struct plan_proposal proposal[PLAN_PROPOSALS_MOST]; /* cheapest first */
    int n;
    /* The meeting forced into the event, with what is required; status INFEASIBLE:
     * it cannot be held without further changes. Only where p is -1. */
    struct plan_proposal forced;
    bool has_forced;
    /* Where nothing is proposed and one meeting gives way to the forced one: its
     * requests are taken back instead. */
    struct plan_proposal yielding;
    bool has_yielding;
    bool interrupted; /* by whoever asked for it */
    /* The time of the base was over: so many changes were not tried that might have
     * served it, nor, perhaps, whether it can be forced. */
    int n_untried;
    bool forced_untried;
    int n_trials;
};

/* The request's meeting is not in the schedule of the base, or does not stand there
 * with this request. Changes get most of the base's time; what is left is for what
 * it costs to force the meeting. Everything in arena. */
void plan_remedies_find(struct arena *arena, const struct plan_trial_base *base,
                        const struct plan_remedy_wish *wish,
                        struct plan_remedies *out);

/* What would have to change before its meeting could be held at all, whatever else
 * is scheduled and whoever is free. */
struct amendments plan_remedy_required(const struct event *event,
                                       const struct eligibility *elig, int q);

#endif
