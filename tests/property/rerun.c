/* Plans random events and has every schedule verified: a first one, one after
 * somebody has cancelled, and one after they came back, published or not in
 * between. Solver and judge share no code, so whatever one of them misunderstands
 * is found here.
 *
 *     property_rerun             the usual seeds
 *     property_rerun SEED [N]    N seeds from SEED on, 1 if not given */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/model/verify.h"
#include "scheduler/plan.h"
#include "tests/support/event_folder.h"
#include "tests/support/random_event.h"

enum { USUAL_SEEDS = 150 };

struct trial {
    uint64_t seed;
    struct arena *arena;
    struct event event;
    struct eligibility elig;
    int n_schedules, n_meetings, n_wrong;
    int n_impossible; /* locks that cannot hold */
};

/* False if a lock is on a meeting of somebody who has cancelled. */
static bool build(struct trial *trial)
{
    struct findings findings;
    findings_init(&findings, trial->arena);
    eligibility_build(trial->arena, &trial->event, &trial->elig, &findings);
    return !findings_has_errors(&findings);
}

static void verify(struct trial *trial, const struct schedule *schedule,
                   const struct schedule *previous, const char *what)
{
    struct findings findings;
    findings_init(&findings, trial->arena);
    verify_schedule(*trial->arena, &trial->event, &trial->elig, schedule, previous,
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
        trial->n_impossible++;
        return false;
    }
    if (previous) {
        schedule_bind(previous, &trial->event, &trial->elig);
    }
    int n_levels = plan_objective(trial->arena, &trial->event, NULL, 0,
                                  previous != NULL, &level);
    struct plan_input input = {.event = &trial->event,
                               .elig = &trial->elig,
                               .previous = previous,
                               .level = level,
                               .n_levels = n_levels};
    struct plan_options options = {.seed = 1, .threads = 1};
    findings_init(&findings, trial->arena);
    if (plan_solve(trial->arena, &input, &options, schedule, &findings) !=
        PLAN_DONE) {
        trial->n_impossible++;
        return false;
    }
    verify(trial, schedule, previous, what);
    return true;
}

static void run(struct trial *trial)
{
    struct schedule first, second, third;
    const char *json = random_event(trial->arena, trial->seed, 0);
    const char *found = event_folder_read(trial->arena, json, &trial->event);
    if (strstr(found, ": error") || trial->event.n_participants == 0) {
        printf("seed %llu: %s\n", (unsigned long long)trial->seed, found);
        trial->n_wrong++;
        return;
    }
    struct participant *who =
        &trial->event
             .participant[trial->seed % (uint64_t)trial->event.n_participants];
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

struct totals {
    int n_schedules, n_meetings, n_impossible, n_failed;
};

static void run_seed(uint64_t seed, struct totals *totals)
{
    struct arena arena;
    arena_init(&arena);
    struct trial trial = {.seed = seed, .arena = &arena};
    run(&trial);
    totals->n_schedules += trial.n_schedules;
    totals->n_meetings += trial.n_meetings;
    totals->n_impossible += trial.n_impossible;
    totals->n_failed += trial.n_wrong > 0;
    arena_finish(&arena);
}

int main(int argc, char **argv)
{
    uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    int count = argc > 2 ? atoi(argv[2]) : argc > 1 ? 1 : USUAL_SEEDS;
    struct totals totals = {0};
    struct event_folder folder;
    event_folder_enter(&folder);
    for (int i = 0; i < count; i++) {
        run_seed(seed + (uint64_t)i, &totals);
    }
    event_folder_leave(&folder);
    printf("%d schedules with %d meetings, %d times locks could not hold, %d of %d "
           "seeds failed\n",
           totals.n_schedules, totals.n_meetings, totals.n_impossible,
           totals.n_failed, count);
    return totals.n_failed == 0 && totals.n_meetings > 0 ? 0 : 1;
}
