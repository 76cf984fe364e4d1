/* The least change of random small problems, by exhaustive search and by the program
 * of the meetings of before. */

#include "solver/keep.h"

#include "scheduler/base/buf.h"
#include "solver/kept.h"
#include "tests/support/brute_force.h"
#include "tests/support/check.h"
#include "tests/support/random_problem.h"
#include "tests/support/small_problem.h"

enum { SEEDS = 1500 };

static const struct solver_options options = {.seed = 1, .threads = 1};

static bool had_any(const struct problem *problem)
{
    for (int m = 0; problem->had_previous && m < problem->n_meetings; m++) {
        if (problem->had_previous[m]) {
            return true;
        }
    }
    return false;
}

/* Meetings of before that are as they were in an assignment. */
static int count_kept(const struct problem *problem,
                      const struct brute_force_answer *answer)
{
    int n = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        n += problem->had_previous[m] && answer->slot[m] >= 0 &&
             answer->slot[m] == problem->previous_slot[m] &&
             problem->previous_can_be_same[m] &&
             answer->room[m] == problem->previous_room[m] &&
             answer->interpreter[m] == problem->previous_interpreter[m];
    }
    return n;
}

static int count_previous(const struct problem *problem)
{
    int n = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        n += problem->had_previous[m];
    }
    return n;
}

static int count_changed(const struct problem *problem, const struct keep *keep)
{
    int n = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        n += problem->had_previous[m] && keep->fate[m] != KEEP_WHOLE;
    }
    return n;
}

/* With a limit that the best assignment keeps, with the tightest one, and with one
 * that nothing keeps. */
static void check_limits(struct arena arena, struct problem *problem,
                         const struct brute_force_answer *best)
{
    struct keep keep;
    int changes = count_previous(problem) - count_kept(problem, best);
    problem->limits_changes = true;
    problem->max_changes = changes;
    CHECK(keep_solve(&arena, problem, &options, &keep) == KEEP_DONE);
    CHECK(keep.cost == best->value[0]);
    CHECK(count_changed(problem, &keep) <= changes);
    problem->max_changes = -1;
    CHECK(keep_solve(&arena, problem, &options, &keep) == KEEP_TOO_MANY);
    int least = keep.least_changes;
    CHECK(least <= changes);
    problem->max_changes = least;
    CHECK(keep_solve(&arena, problem, &options, &keep) == KEEP_DONE);
    CHECK(keep.cost >= best->value[0]);
    CHECK(keep.bound <= keep.cost);
    CHECK(count_changed(problem, &keep) == least);
    problem->max_changes = least - 1;
    CHECK(keep_solve(&arena, problem, &options, &keep) == KEEP_TOO_MANY);
    CHECK(keep.least_changes == least);
    problem->limits_changes = false;
}

/* True if there is something to keep and a way to. */
static bool check_seed(struct arena arena, uint64_t seed)
{
    static const enum solver_level stability[] = {SOLVER_STABILITY};
    struct problem *problem = random_problem(&arena, seed);
    struct brute_force_answer best;
    struct keep keep;
    struct kept kept;
    problem->level = stability;
    problem->n_levels = 1;
    if (!had_any(problem) || !brute_force_solve(&arena, problem, NULL, 0, &best)) {
        return false;
    }
    CHECK(keep_solve(&arena, problem, &options, &keep) == KEEP_DONE);
    CHECK(keep.cost == best.value[0]);
    CHECK(keep.bound == best.value[0]);
    CHECK(kept_build(&arena, problem, &keep, &kept));
    for (int k = 0; k < kept.problem.n_meetings; k++) {
        int m = kept.meeting[k];
        if (keep.fate[m] == KEEP_WHOLE) {
            CHECK(kept.problem.must[k]);
            CHECK(problem_allows(&kept.problem, k, problem->previous_slot[m]));
            CHECK(kept.problem.fixed_room[k] == problem->previous_room[m]);
        }
    }
    check_limits(arena, problem, &best);
    return true;
}

/* Says that people p and q had met, in rounds in which everybody meets somebody; all
 * rounds but the first n_there are at times that are gone. True if theirs is one. */
static bool set_past(struct problem *problem, int m, int p, int q, int n_there)
{
    enum { ROUNDS = 15 };
    int round = q == ROUNDS ? p : (p + q) * (ROUNDS + 1) / 2 % ROUNDS;
    int room = q == ROUNDS ? 0 : (p - round + ROUNDS) % ROUNDS;
    room = room > ROUNDS / 2 ? ROUNDS - room : room;
    bool is_there = round < n_there;
    small_problem_past(problem, m, is_there ? round : -1, room, -1);
    return is_there;
}

/* Sixteen people had all 120 meetings in pairs, most of them at times that are gone:
 * there is place for all of them elsewhere, in more ways than branch and cut can tell
 * apart. */
static void check_many_moved(struct arena arena, int n_there,
                             bool with_interpreters)
{
    static const enum solver_level stability[] = {SOLVER_STABILITY};
    enum { PEOPLE = 16, SLOTS = 17, MEETINGS = PEOPLE * (PEOPLE - 1) / 2 };
    struct keep keep;
    struct kept kept;
    struct buf buf;
    buf_init(&buf, &arena);
    for (int p = 0; p < PEOPLE; p++) {
        for (int q = p + 1; q < PEOPLE; q++) {
            buf_printf(&buf, "%s%c%c", buf.len > 0 ? " " : "", '0' + p, '0' + q);
        }
    }
    struct problem *problem = small_problem(&arena, SLOTS, buf.data);
    small_problem_rooms(&arena, problem, PEOPLE / 2);
    if (with_interpreters) { /* each may not work in more than two slots in a row */
        small_problem_interpreters(&arena, problem, PEOPLE);
        for (int i = 0; i < PEOPLE; i++) {
            problem->interpreter_max_consecutive[i] = 2;
        }
    }
    int m = 0, n_moved = 0;
    bool stays[MEETINGS];
    for (int p = 0; p < PEOPLE; p++) {
        for (int q = p + 1; q < PEOPLE; q++, m++) {
            stays[m] = set_past(problem, m, p, q, n_there);
            n_moved += !stays[m];
        }
    }
    problem->level = stability;
    problem->n_levels = 1;
    CHECK(keep_solve(&arena, problem, &options, &keep) == KEEP_DONE);
    CHECK(keep.cost == (int64_t)n_moved * STABILITY_MOVED);
    CHECK(keep.bound == keep.cost);
    CHECK(keep.knows_works || !with_interpreters);
    CHECK(kept_build(&arena, problem, &keep, &kept));
    for (m = 0; m < MEETINGS; m++) {
        CHECK(keep.fate[m] == (stays[m] ? KEEP_WHOLE : KEEP_ELSEWHEN));
        CHECK(stays[m] || keep.slot[m] >= 0);
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    int n = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        n += check_seed(arena, seed);
    }
    CHECK(n > SEEDS / 8);
    check_many_moved(arena, 0, false);
    check_many_moved(arena, 0, true);
    check_many_moved(arena, 2, false);
    arena_finish(&arena);
    return check_report();
}
