/* Plans random events and has every schedule verified: a first one, one after
 * somebody has cancelled, and one after they came back, published or not in
 * between. Solver and judge share no code, so whatever one of them misunderstands
 * is found here.
 *
 *     schedule             the usual seeds
 *     schedule SEED [N]    N seeds from SEED on, 1 if not given */

#include <stdio.h>
#include <stdlib.h>

#include "scheduler/model/verify.h"
#include "scheduler/plan.h"
#include "tests/support/random_event.h"

enum { USUAL_SEEDS = 150 };

struct trial {
    uint64_t seed;
    struct arena *arena;
    struct event *event;
    struct eligibility elig;
    int n_schedules, n_meetings, n_wrong;
};

static bool build(struct trial *trial)
{
    struct findings findings;
    findings_init(&findings, trial->arena);
    eligibility_build(trial->arena, trial->event, &trial->elig, &findings);
    if (findings_has_errors(&findings)) {
        printf("seed %llu: the event has errors\n",
               (unsigned long long)trial->seed);
        findings_print(&findings, stdout);
        trial->n_wrong++;
        return false;
    }
    return true;
}

static void verify(struct trial *trial, const struct schedule *schedule,
                   const struct schedule *previous, const char *what)
{
    struct findings findings;
    findings_init(&findings, trial->arena);
    verify_schedule(*trial->arena, trial->event, &trial->elig, schedule, previous,
                    what, &findings);
    trial->n_schedules++;
    trial->n_meetings += schedule->n_meetings;
    if (findings.n_findings > 0) {
        printf("seed %llu:\n", (unsigned long long)trial->seed);
        findings_print(&findings, stdout);
        trial->n_wrong++;
    }
}

/* Plans and verifies; previous (or NULL) is bound to the event as it is now. */
static bool plan(struct trial *trial, struct schedule *previous,
                 struct schedule *schedule, const char *what)
{
    struct findings findings;
    enum level *level;
    if (!build(trial)) {
        return false;
    }
    if (previous) {
        schedule_bind(previous, trial->event, &trial->elig);
    }
    int n_levels = plan_objective(trial->arena, trial->event, NULL, 0,
                                  previous != NULL, &level);
    struct plan_input input = {trial->event, &trial->elig, previous, level,
                               n_levels};
    struct plan_options options = {.seed = 1, .threads = 1};
    findings_init(&findings, trial->arena);
    if (plan_solve(trial->arena, &input, &options, schedule, &findings) !=
        PLAN_DONE) {
        printf("seed %llu: %s: there is no schedule\n",
               (unsigned long long)trial->seed, what);
        trial->n_wrong++;
        return false;
    }
    verify(trial, schedule, previous, what);
    return true;
}

static void run(struct trial *trial)
{
    struct schedule first, second, third;
    trial->event = random_event(trial->arena, trial->seed);
    struct participant *who =
        &trial->event->participant[trial->seed % trial->event->n_participants];
    if (!plan(trial, NULL, &first, "first")) {
        return;
    }
    if (trial->seed & 1) {
        schedule_publish(&first);
        verify(trial, &first, NULL, "published");
    }
    bool cancelled = who->cancelled;
    who->cancelled = !cancelled;
    if (!plan(trial, &first, &second, "second")) {
        return;
    }
    if (trial->seed & 2) {
        schedule_publish(&second);
    }
    who->cancelled = cancelled;
    plan(trial, &second, &third, "third");
}

int main(int argc, char **argv)
{
    uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    int count = argc > 2 ? atoi(argv[2]) : argc > 1 ? 1 : USUAL_SEEDS;
    int n_schedules = 0, n_meetings = 0, n_failed = 0;
    for (int i = 0; i < count; i++) {
        struct arena arena;
        arena_init(&arena);
        struct trial trial = {.seed = seed + (uint64_t)i, .arena = &arena};
        run(&trial);
        n_schedules += trial.n_schedules;
        n_meetings += trial.n_meetings;
        n_failed += trial.n_wrong > 0;
        arena_finish(&arena);
    }
    printf("%d schedules with %d meetings, %d of %d seeds failed\n", n_schedules,
           n_meetings, n_failed, count);
    return n_failed == 0 && n_meetings > 0 ? 0 : 1;
}
