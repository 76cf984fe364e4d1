#include "scheduler/commands/summary.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const meaning[N_LEVELS] = {
    [LEVEL_GUARANTEE] = "promised meetings missing",
    [LEVEL_SERVED] = "worth of the meetings held",
    [LEVEL_BALANCE] = "evenness between people",
    [LEVEL_STABILITY] = "cost of changes",
    [LEVEL_COMFORT] = "cost of unsocial hours",
    [LEVEL_BURDEN] = "the same, of the worst off",
    [LEVEL_COMPACTNESS] = "gaps in people's days",
    [LEVEL_ROOMS] = "room changes",
};

static void print_level(const struct level_result *level)
{
    char value[32];
    snprintf(value, sizeof value, "%" PRId64, level->value);
    printf("  %-11s %8s  ", level_name(level->level), value);
    if (level->optimal) {
        printf("%-26s", "optimal, proven");
    } else if (level->has_bound) {
        char bound[40];
        snprintf(bound, sizeof bound, "proven %s %" PRId64,
                 level_is_maximised(level->level) ? "at most" : "at least",
                 level->bound);
        printf("%-26s", bound);
    } else {
        printf("%-26s", "no bound known");
    }
    printf("%s\n", meaning[level->level]);
}

void summary_print_levels(const struct schedule *schedule)
{
    for (int k = 0; k < schedule->n_levels; k++) {
        print_level(&schedule->level[k]);
    }
}

static int count_possible(const struct eligibility *elig)
{
    int n = 0;
    for (int m = 0; m < elig->n_meetings; m++) {
        n += elig->meeting[m].possible;
    }
    return n;
}

static int count_interpreted(const struct schedule *schedule)
{
    int n = 0;
    for (int k = 0; k < schedule->n_meetings; k++) {
        n += schedule->meeting[k].interpreter_id[0] != '\0';
    }
    return n;
}

static void print_reasons(const struct schedule *schedule)
{
    int count[N_REASONS] = {0}, n_requests = 0;
    for (int k = 0; k < schedule->n_unscheduled; k++) {
        const struct unscheduled *entry = &schedule->unscheduled[k];
        count[entry->reason] += entry->request_ids.n;
        n_requests += entry->request_ids.n;
    }
    if (n_requests == 0) {
        return;
    }
    printf("  %d request%s not served:", n_requests, n_requests == 1 ? "" : "s");
    const char *separator = "";
    for (int reason = 0; reason < N_REASONS; reason++) {
        if (count[reason] > 0) {
            printf("%s %d %s", separator, count[reason],
                   reason_name((enum reason)reason));
            separator = ",";
        }
    }
    putchar('\n');
}

void summary_print(const struct job *job, const struct schedule *schedule)
{
    const struct event *event = &job->event;
    printf("%s: %d of %d possible meetings in %d slots and %d rooms", event->id,
           schedule->n_meetings, count_possible(&job->elig), event->n_slots,
           event->n_rooms);
    if (event->n_interpreters > 0) {
        printf(", %d interpreted", count_interpreted(schedule));
    }
    putchar('\n');
    summary_print_levels(schedule);
    print_reasons(schedule);
}
