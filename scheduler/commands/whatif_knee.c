#include "scheduler/commands/whatif_knee.h"

bool whatif_is_solved(const struct plan_whatif_case *item)
{
    return item->status == PLAN_DONE || item->status == PLAN_INTERRUPTED;
}

static enum variation_kind first_kind(const struct whatif_report *report)
{
    for (int kind = 0; kind < N_VARIATIONS; kind++) {
        if (report->range[kind].n > 1) {
            return (enum variation_kind)kind;
        }
    }
    return VARY_ROOMS;
}

struct whatif_series whatif_series_at(const struct whatif_report *report, int k)
{
    enum variation_kind kind = first_kind(report);
    int n = report->range[kind].n > 1 ? report->range[kind].n : 1;
    return (struct whatif_series){.kind = kind, .first = k * n, .n = n};
}

int whatif_series_count(const struct whatif_report *report)
{
    return report->n_cases / whatif_series_at(report, 0).n;
}

bool whatif_gain(const struct whatif_report *report, int c, int64_t *gain)
{
    const struct plan_whatif_case *item = &report->plan->item[c];
    if (c >= report->n_cases || c % whatif_series_at(report, 0).n == 0 ||
        !whatif_is_solved(item) || !whatif_is_solved(item - 1)) {
        return false;
    }
    *gain = item->value[LEVEL_SERVED] - item[-1].value[LEVEL_SERVED];
    return true;
}

/* Fewer promises missing come first, as far as they are a level. */
static bool is_better(const struct plan_whatif_case *a,
                      const struct plan_whatif_case *b)
{
    return a->value[LEVEL_GUARANTEE] != b->value[LEVEL_GUARANTEE]
               ? a->value[LEVEL_GUARANTEE] < b->value[LEVEL_GUARANTEE]
               : a->value[LEVEL_SERVED] > b->value[LEVEL_SERVED];
}

struct whatif_knee whatif_knee_of(const struct whatif_report *report,
                                  struct whatif_series series)
{
    struct whatif_knee knee = {.at = -1, .proven = true};
    const struct plan_whatif_case *item = report->plan->item;
    int last = -1;
    for (int c = series.first; c < series.first + series.n; c++) {
        if (whatif_is_solved(&item[c])) {
            knee.at =
                knee.at < 0 || is_better(&item[c], &item[knee.at]) ? c : knee.at;
            last = c;
        }
    }
    knee.is_last = knee.at == last;
    for (int c = knee.at; c >= 0 && c <= last; c++) {
        knee.proven &= whatif_is_solved(&item[c]) && item[c].has_bound &&
                       item[c].bound <= item[knee.at].value[LEVEL_SERVED];
    }
    return knee;
}
