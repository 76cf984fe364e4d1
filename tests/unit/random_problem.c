/* Random problems are well formed, the same for the same seed, and between them
 * they use everything a problem can have. */

#include "tests/support/random_problem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/check.h"
#include "tests/support/print_problem.h"

enum { SEEDS = 400 };

static char *print(const struct problem *problem)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    problem_print(out, problem);
    fclose(out);
    return text;
}

static void test_seeds(struct arena scratch)
{
    char *one = print(random_problem(&scratch, 1));
    char *again = print(random_problem(&scratch, 1));
    char *two = print(random_problem(&scratch, 2));
    CHECK_TEXT(again, one);
    CHECK(strcmp(one, two) != 0);
    free(one);
    free(again);
    free(two);
}

static bool lists_are_sound(const struct lists *lists, int n, int n_items,
                            bool rising)
{
    if (lists->start[0] != 0) {
        return false;
    }
    for (int k = 0; k < n; k++) {
        for (int i = lists->start[k]; i < lists->start[k + 1]; i++) {
            if (lists->item[i] < 0 || lists->item[i] >= n_items ||
                (rising && i > lists->start[k] &&
                 lists->item[i] <= lists->item[i - 1])) {
                return false;
            }
        }
    }
    return true;
}

static bool sets_are_sound(const struct problem *problem,
                           const struct set_family *family, const int *set_of)
{
    for (int k = 0; k < problem->n_meetings * problem->n_slots; k++) {
        if (set_of[k] < -1 || set_of[k] >= family->n_sets) {
            return false;
        }
    }
    return true;
}

static bool is_sound(const struct problem *problem)
{
    bool ok = problem->n_participants >= 2 && problem->n_meetings >= 1 &&
              problem->n_levels >= 1 && problem->n_levels <= SOLVER_N_LEVELS;
    for (int p = 0; p < problem->n_participants; p++) {
        ok =
            ok && problem->parallel[p] >= 1 && problem->min_meetings[p] >= 0 &&
            problem->max_meetings[p] >= -1 && problem->max_gaps[p] >= -1 &&
            (problem->max_consecutive[p] == -1 || problem->max_consecutive[p] >= 1);
    }
    for (int s = 1; s < problem->n_slots; s++) {
        int step = problem->session[s] - problem->session[s - 1];
        ok = ok && (step == 0 || step == 1);
    }
    for (int k = 0; k < problem->n_levels; k++) {
        for (int i = 0; i < k; i++) {
            ok = ok && problem->level[i] != problem->level[k];
        }
    }
    int64_t effort = 1;
    for (int m = 0; m < problem->n_meetings; m++) {
        effort *= bits_count(problem->domain + m * problem->slot_words,
                             problem->slot_words) +
                  1;
    }
    return ok && effort <= RANDOM_PROBLEM_EFFORT &&
           lists_are_sound(&problem->participants, problem->n_meetings,
                           problem->n_participants, true) &&
           lists_are_sound(&problem->after, problem->n_meetings,
                           problem->n_meetings, true) &&
           sets_are_sound(problem, problem->rooms, problem->room_set) &&
           sets_are_sound(problem, problem->interpreters, problem->interpreter_set);
}

/* How many of the problems have a feature. */
struct usage {
    int groups, parallel, max_meetings, max_consecutive, max_gaps, promises, costs;
    int musts, empty_domains, after, cycles, sessions, room_sets, roomless,
        no_rooms;
    int interpreters, interpreter_limits, previous, gone, usual_order, all_levels;
    int zero_values, first_level[SOLVER_N_LEVELS];
};

static bool any_limit(const int *limit, int n)
{
    for (int i = 0; i < n; i++) {
        if (limit[i] != PROBLEM_NO_LIMIT) {
            return true;
        }
    }
    return false;
}

static bool any_above(const int *number, int n, int above)
{
    for (int i = 0; i < n; i++) {
        if (number[i] > above) {
            return true;
        }
    }
    return false;
}

static bool is_before(const struct problem *problem, int m, int o)
{
    for (int k = problem->after.start[o]; k < problem->after.start[o + 1]; k++) {
        if (problem->after.item[k] == m) {
            return true;
        }
    }
    return false;
}

static void count_people(struct usage *usage, const struct problem *problem)
{
    int n = problem->n_participants;
    usage->parallel += any_above(problem->parallel, n, 1);
    usage->promises += any_above(problem->min_meetings, n, 0);
    usage->max_meetings += any_limit(problem->max_meetings, n);
    usage->max_consecutive += any_limit(problem->max_consecutive, n);
    usage->max_gaps += any_limit(problem->max_gaps, n);
    usage->costs += any_above(problem->cost, n * problem->n_slots, 0);
    usage->sessions += problem->session[problem->n_slots - 1] > 0;
}

static void count_meetings(struct usage *usage, const struct problem *problem)
{
    bool groups = false, must = false, empty = false, cycle = false, zero = false;
    bool previous = false, gone = false;
    int n = problem->n_meetings;
    for (int m = 0; m < n; m++) {
        groups |=
            problem->participants.start[m + 1] - problem->participants.start[m] > 2;
        must |= problem->must[m];
        zero |= problem->value[m] == 0;
        previous |= problem->had_previous[m];
        gone |= problem->had_previous[m] && !problem->previous_can_be_same[m];
        empty |= bits_next(problem->domain + m * problem->slot_words,
                           problem->n_slots, 0) < 0;
        for (int o = 0; o < m; o++) {
            cycle |= is_before(problem, m, o) && is_before(problem, o, m);
        }
    }
    usage->groups += groups;
    usage->musts += must;
    usage->zero_values += zero;
    usage->previous += previous;
    usage->gone += gone;
    usage->empty_domains += empty;
    usage->cycles += cycle;
    usage->after += problem->after.start[n] > 0;
}

static void count_names(struct usage *usage, const struct problem *problem)
{
    int n = problem->n_meetings * problem->n_slots, n_i = problem->n_interpreters;
    bool rooms = any_above(problem->room_set, n, -1);
    bool interpreters = any_above(problem->interpreter_set, n, -1);
    bool roomless = false;
    for (int k = 0; k < n; k++) {
        roomless |= rooms && problem->room_set[k] < 0;
    }
    usage->room_sets += any_above(problem->room_set, n, 0);
    usage->roomless += roomless;
    usage->no_rooms += rooms && problem->n_rooms == 0;
    usage->interpreters += interpreters;
    usage->interpreter_limits +=
        interpreters && (any_limit(problem->interpreter_max_meetings, n_i) ||
                         any_limit(problem->interpreter_max_consecutive, n_i));
    usage->first_level[problem->level[0]]++;
    usage->all_levels += problem->n_levels == SOLVER_N_LEVELS;
    usage->usual_order += problem->n_levels == SOLVER_N_LEVELS - 1 &&
                          problem->level[0] == SOLVER_GUARANTEE &&
                          problem->level[6] == SOLVER_ROOMS;
}

/* Often enough to find what is wrong with it, not so often that it is never left
 * out. */
static void check_usage(const char *name, int n)
{
    if (!CHECK(n >= SEEDS / 100 && n <= SEEDS * 9 / 10)) {
        printf("%s: in %d of %d problems\n", name, n, SEEDS);
    }
}

static void test_variety(struct arena arena)
{
    struct usage usage = {0};
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena scratch = arena;
        const struct problem *problem = random_problem(&scratch, seed);
        CHECK(is_sound(problem));
        count_people(&usage, problem);
        count_meetings(&usage, problem);
        count_names(&usage, problem);
    }
    const struct {
        const char *name;
        int n;
    } row[] = {
        {"groups", usage.groups},
        {"parallel", usage.parallel},
        {"max_meetings", usage.max_meetings},
        {"max_consecutive", usage.max_consecutive},
        {"max_gaps", usage.max_gaps},
        {"promises", usage.promises},
        {"costs", usage.costs},
        {"several sessions", usage.sessions},
        {"musts", usage.musts},
        {"empty domains", usage.empty_domains},
        {"zero values", usage.zero_values},
        {"after", usage.after},
        {"cycles", usage.cycles},
        {"several sets of rooms", usage.room_sets},
        {"some need no room", usage.roomless},
        {"no room at all", usage.no_rooms},
        {"interpreters", usage.interpreters},
        {"interpreters' limits", usage.interpreter_limits},
        {"a past", usage.previous},
        {"a past that is gone", usage.gone},
        {"usual order", usage.usual_order},
        {"all levels", usage.all_levels},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        check_usage(row[i].name, row[i].n);
    }
    for (int level = 0; level < SOLVER_N_LEVELS; level++) {
        check_usage(solver_level_name((enum solver_level)level),
                    usage.first_level[level]);
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_seeds(arena);
    test_variety(arena);
    arena_finish(&arena);
    return check_report();
}
