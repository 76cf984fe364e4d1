/* What the schedule says it is worth. */

#include "scheduler/base/phrase.h"
#include "scheduler/model/objective.h"
#include "scheduler/model/verify_parts.h"

static void verify_level(const struct judge *judge,
                         const struct level_result *result, int64_t value)
{
    const char *name = level_name(result->level);
    if (result->value != value) {
        judge_fault(judge, name,
                    "the value is %lld; expected %lld, as the meetings give",
                    (long long)result->value, (long long)value);
    }
    bool maximised = level_is_maximised(result->level);
    if (result->has_bound && (maximised ? result->bound < result->value
                                        : result->bound > result->value)) {
        judge_fault(judge, name,
                    "the bound %lld contradicts the value %lld; expected %s",
                    (long long)result->bound, (long long)result->value,
                    phrase(maximised ? "at least the value" : "at most the value"));
    }
    if (result->optimal && (!result->has_bound || result->bound != result->value)) {
        judge_fault(judge, name,
                    "this level is called optimal, but its bound is not its value; "
                    "expected feasible");
    }
}

void verify_levels(const struct judge *judge)
{
    const struct schedule *schedule = judge->schedule;
    int64_t value[N_LEVELS];
    int n_listed[N_LEVELS] = {0};
    objective_values(*judge->arena, judge->event, judge->elig, schedule,
                     judge->previous, value);
    for (int k = 0; k < schedule->n_levels; k++) {
        enum level level = schedule->level[k].level;
        if (n_listed[level]++ == 1) {
            judge_fault(judge, level_name(level),
                        "this level stands twice; expected each at most once");
        }
        if (level == LEVEL_STABILITY && !judge->previous) {
            value[level] = schedule->level[k].value;
        }
        verify_level(judge, &schedule->level[k], value[level]);
    }
    if (schedule->n_levels == 0) {
        judge_fault(judge, "objective",
                    "there are no levels; expected those of the objective");
    }
    if (judge->previous && n_listed[LEVEL_STABILITY] == 0) {
        judge_fault(
            judge, level_name(LEVEL_STABILITY),
            "this level is missing; expected it, as there is a schedule before");
    }
}
