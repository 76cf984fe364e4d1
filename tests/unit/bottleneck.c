#include "solver/bottleneck.h"

#include "scheduler/base/bits.h"
#include "tests/support/brute_force.h"
#include "tests/support/check.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

static const struct bottleneck *find(const struct bottlenecks *bottlenecks,
                                     enum clash kind, int p)
{
    for (int k = 0; k < bottlenecks->n; k++) {
        if (bottlenecks->item[k].kind == kind && bottlenecks->item[k].p == p) {
            return &bottlenecks->item[k];
        }
    }
    return NULL;
}

static void check_needs(const struct bottleneck *found, int needed, int limit)
{
    CHECK(found != NULL);
    if (found) {
        CHECK_INT(found->needed, needed);
        CHECK_INT(found->limit, limit);
    }
}

/* Three of participant 0's four meetings have two slots only. */
static void test_slots(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 4, "01 02 03 04");
    struct bottlenecks found;
    bottlenecks_find(&arena, problem, &found);
    CHECK_INT(found.n, 0);
    for (int m = 0; m < 3; m++) {
        small_problem_domain(problem, m, 3);
    }
    bottlenecks_find(&arena, problem, &found);
    CHECK_INT(found.n, 1);
    const struct bottleneck *slots = find(&found, CLASH_SLOTS, 0);
    check_needs(slots, 4, 3);
    if (slots) {
        CHECK_INT(slots->n_tight, 3);
        CHECK_INT(slots->tight_limit, 2);
        CHECK_INT(slots->slot[0], 3);
    }
    problem->parallel[0] = 2;
    bottlenecks_find(&arena, problem, &found);
    CHECK_INT(found.n, 0);
}

static void test_limits(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 5, "01 02 03 04");
    struct bottlenecks found;
    problem->max_consecutive[0] = 1; /* three of five slots */
    bottlenecks_find(&arena, problem, &found);
    check_needs(find(&found, CLASH_RUN, 0), 4, 3);
    problem->max_meetings[0] = 2;
    bottlenecks_find(&arena, problem, &found);
    check_needs(find(&found, CLASH_MAX_MEETINGS, 0), 4, 2);
    problem->max_meetings[0] = 0;
    small_problem_domain(problem, 3, 0); /* never possible: not asked for */
    bottlenecks_find(&arena, problem, &found);
    check_needs(find(&found, CLASH_MAX_MEETINGS, 0), 3, 0);
}

/* Three meetings in one slot; two of them can have room 0 alone. */
static void test_rooms(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 2, "01 23 45");
    struct bottlenecks found;
    small_problem_rooms(&arena, problem, 2);
    for (int m = 0; m < 3; m++) {
        small_problem_domain(problem, m, 1);
    }
    bottlenecks_find(&arena, problem, &found);
    CHECK_INT(found.n, 1);
    check_needs(find(&found, CLASH_ROOMS, -1), 3, 2);
    small_problem_fit_room(&arena, problem, 0, 1);
    small_problem_fit_room(&arena, problem, 1, 1);
    bottlenecks_find(&arena, problem, &found);
    CHECK_INT(found.n, 2); /* 1 of 2 is less than 2 of 3 */
    check_needs(&found.item[0], 3, 2);
    check_needs(&found.item[1], 2, 1);
    CHECK_INT(found.item[1].member[0], 1);
}

/* Two interpreters, one of whom works once and the other never twice in a row. */
static void test_interpreters(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 3, "01 23 45 67");
    struct bottlenecks found;
    small_problem_interpreters(&arena, problem, 2);
    problem->interpreter_max_meetings[0] = 1;
    problem->interpreter_max_consecutive[1] = 1;
    bottlenecks_find(&arena, problem, &found);
    CHECK_INT(found.n, 1);
    check_needs(find(&found, CLASH_INTERPRETERS, -1), 4, 3);
    small_problem_fit_interpreter(&arena, problem, 0, 0); /* needs none */
    bottlenecks_find(&arena, problem, &found);
    CHECK_INT(found.n, 0);
}

static bool uses_only(const struct problem *problem, const struct bottleneck *item,
                      int m)
{
    bool are_rooms = item->kind == CLASH_ROOMS;
    const struct set_family *family =
        are_rooms ? problem->rooms : problem->interpreters;
    const int *set_of = are_rooms ? problem->room_set : problem->interpreter_set;
    for (int s = 0; s < problem->n_slots; s++) {
        int k = set_of[m * problem->n_slots + s];
        for (int i = 0; i < family->n_members && problem_allows(problem, m, s);
             i++) {
            if (k < 0 || (bits_has(set_family_at(family, k), i) &&
                          !bits_has(item->member, i))) {
                return false;
            }
        }
    }
    return true;
}

static bool concerns(const struct problem *problem, const struct bottleneck *item,
                     int m)
{
    const struct lists *people = &problem->participants;
    bool is_of_p = false;
    for (int e = people->start[m]; e < people->start[m + 1]; e++) {
        is_of_p |= people->item[e] == item->p;
    }
    const uint64_t *domain = problem->domain + (int64_t)m * problem->slot_words;
    bool has_slot = bits_count(domain, problem->slot_words) > 0;
    return has_slot && (item->p >= 0 ? is_of_p : uses_only(problem, item, m));
}

/* Exhaustive search never holds more of the meetings than the limit. */
static void check_limit(struct arena arena, const struct problem *problem,
                        const struct bottleneck *item, int *n_reached)
{
    static const enum solver_level served[] = {SOLVER_SERVED};
    struct problem asked = *problem;
    struct brute_force_answer best;
    int n = 0;
    asked.level = served;
    asked.n_levels = 1;
    asked.must = arena_new(&arena, problem->n_meetings, bool);
    asked.value = arena_new(&arena, problem->n_meetings, int64_t);
    for (int m = 0; m < problem->n_meetings; m++) {
        asked.value[m] = concerns(problem, item, m);
        n += concerns(problem, item, m);
    }
    CHECK_INT(item->needed, n);
    if (brute_force_solve(&arena, &asked, NULL, 0, &best)) {
        CHECK(best.value[0] <= item->limit);
        *n_reached += best.value[0] == item->limit;
    }
}

static void test_random(struct arena arena)
{
    int n_found = 0, n_reached = 0;
    for (uint64_t seed = 1; seed <= 300; seed++) {
        struct arena scratch = arena;
        const struct problem *problem = random_problem(&scratch, seed);
        struct bottlenecks found;
        bottlenecks_find(&scratch, problem, &found);
        for (int k = 0; k < found.n; k++) {
            check_limit(scratch, problem, &found.item[k], &n_reached);
        }
        n_found += found.n;
    }
    CHECK(n_found > 100);
    CHECK(n_reached > n_found / 2); /* mostly the very number */
    printf("%d bottlenecks, %d of them exact\n", n_found, n_reached);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_slots(arena);
    test_limits(arena);
    test_rooms(arena);
    test_interpreters(arena);
    test_random(arena);
    arena_finish(&arena);
    return check_report();
}
