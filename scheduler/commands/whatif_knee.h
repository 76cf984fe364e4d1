#ifndef MATCHDAY_COMMANDS_WHATIF_KNEE_H
#define MATCHDAY_COMMANDS_WHATIF_KNEE_H

#include <stdbool.h>

#include "scheduler/commands/whatif_report.h"

/* One series of cases: the first kind that varies, from first to first + n - 1. */
struct whatif_series {
    enum variation_kind kind;
    int first, n;
};

/* Number k of them; how many there are. */
struct whatif_series whatif_series_at(const struct whatif_report *report, int k);
int whatif_series_count(const struct whatif_report *report);

/* What a case serves more than the one before it in its series; false for the first,
 * and where one of them has no schedule. */
bool whatif_gain(const struct whatif_report *report, int c, int64_t *gain);

/* Where the series stops to gain. */
struct whatif_knee {
    int at; /* the first case that serves as much as the best of the series, with as
                     few promises missing; -1 if no case has a schedule */
    bool is_last; /* it is the last with a schedule: more might add something */
    bool proven;  /* no later one can serve more */
};
struct whatif_knee whatif_knee_of(const struct whatif_report *report,
                                  struct whatif_series series);

/* Whether the case has a schedule. */
bool whatif_is_solved(const struct plan_whatif_case *item);

#endif
