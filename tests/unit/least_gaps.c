/* The fewest gaps of one person, by trying all times of their meetings. */

#include "solver/least_gaps.h"

#include <limits.h>

#include "scheduler/base/bits.h"
#include "solver/lists.h"
#include "tests/support/check.h"
#include "tests/support/random_problem.h"

enum { SEEDS = 3000, MOST_MEETINGS = 6 };

struct trial {
    const struct least_gaps_task *task;
    uint64_t busy; /* slots */
    int least;     /* gaps found so far, INT_MAX if none will do */
};

static int count_gaps(const struct problem *problem, uint64_t busy)
{
    int n = 0, last = -1;
    for (int s = 0; s < problem->n_slots; s++) {
        if (busy >> s & 1) {
            n += last >= 0 && last < s - 1 &&
                 problem->session[last] == problem->session[s];
            last = s;
        }
    }
    return n;
}

static bool has_long_run(const struct problem *problem, int p, uint64_t busy)
{
    int run = 0;
    for (int s = 0; s < problem->n_slots; s++) {
        bool goes_on = s > 0 && problem->session[s - 1] == problem->session[s];
        bool has_begun = problem->begun_consecutive &&
                         problem->session[s] == problem->begun_session;
        int limit =
            has_begun ? problem->begun_consecutive[p] : problem->max_consecutive[p];
        run = busy >> s & 1 ? (goes_on ? run : 0) + 1 : 0;
        if (limit != PROBLEM_NO_LIMIT && run > limit) {
            return true;
        }
    }
    return false;
}

static void try_all(struct trial *trial, int k)
{
    const struct least_gaps_task *task = trial->task;
    const struct problem *problem = task->problem;
    if (k == task->n_meetings) {
        int n = count_gaps(problem, trial->busy);
        if (n < trial->least && !has_long_run(problem, task->p, trial->busy)) {
            trial->least = n;
        }
        return;
    }
    const uint64_t *domain =
        task->domain + (int64_t)task->meeting[k] * problem->slot_words;
    for (int s = 0; s < problem->n_slots; s++) {
        if (bits_has(domain, s) && !(trial->busy >> s & 1)) {
            trial->busy ^= (uint64_t)1 << s;
            try_all(trial, k + 1);
            trial->busy ^= (uint64_t)1 << s;
        }
    }
}

/* Returns how many people could be asked about. */
static int check_seed(struct arena arena, uint64_t seed)
{
    const struct problem *problem = random_problem(&arena, seed);
    struct lists meetings =
        lists_invert(&arena, &problem->participants, problem->n_meetings,
                     problem->n_participants);
    int n = 0;
    for (int p = 0; p < problem->n_participants; p++) {
        struct least_gaps_task task = {
            .problem = problem,
            .p = p,
            .domain = problem->domain,
            .meeting = meetings.item + meetings.start[p],
            .n_meetings = lists_length(&meetings, p),
            .most = problem->n_slots,
        };
        struct trial trial = {.task = &task, .least = INT_MAX};
        if (problem->parallel[p] != 1 || task.n_meetings > MOST_MEETINGS) {
            continue;
        }
        try_all(&trial, 0);
        if (trial.least < INT_MAX) {
            CHECK_INT(least_gaps(arena, &task), trial.least);
            n++;
        } else {
            CHECK_INT(least_gaps(arena, &task), task.most + 1);
        }
    }
    return n;
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    int n = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        n += check_seed(arena, seed);
    }
    CHECK(n > SEEDS);
    arena_finish(&arena);
    return check_report();
}
