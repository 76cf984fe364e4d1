/* Plans random events and has every schedule verified: a first one, one after
 * somebody has cancelled, and one after they came back, published or not in
 * between; then some after a random change of another kind, with what begins before a
 * random slot frozen, and with a limit on changes. Solver and judge share no code, so
 * whatever one of them misunderstands is found here.
 *
 *     property_rerun             the usual seeds
 *     property_rerun SEED [N]    N seeds from SEED on, 1 if not given */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/rng.h"
#include "scheduler/model/cause.h"
#include "scheduler/model/verify.h"
#include "scheduler/plan.h"
#include "tests/support/event_folder.h"
#include "tests/support/random_event.h"

enum { USUAL_SEEDS = 150, CHANGES = 4 };

struct trial {
    uint64_t seed;
    struct arena *arena;
    struct event event;
    struct eligibility elig;
    int64_t freeze_before_s; /* of the next plan; 0 = none */
    int max_moves;           /* likewise; or NO_LIMIT */
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

/* The same where locks that cannot hold are of meetings that have begun. */
static bool build_past(struct trial *trial, struct schedule *previous)
{
    struct findings ignored;
    struct event unlocked = trial->event;
    if (!previous || trial->freeze_before_s == 0) {
        return false;
    }
    unlocked.n_locks = 0;
    findings_init(&ignored, trial->arena);
    eligibility_build(trial->arena, &unlocked, &trial->elig, &ignored);
    schedule_bind(previous, &unlocked, &trial->elig);
    schedule_pass_locks(previous, trial->freeze_before_s, &trial->event,
                        &trial->elig, &ignored);
    return build(trial);
}

/* That no more changed of what is still possible than may. */
static void count_moves(struct trial *trial, const struct schedule *schedule,
                        const struct schedule *previous)
{
    int n = 0;
    for (int k = 0; k < previous->n_meetings; k++) {
        const struct schedule_meeting *old = &previous->meeting[k], *now;
        bool counts = old->start_s >= trial->freeze_before_s && old->m >= 0 &&
                      trial->elig.meeting[old->m].possible;
        n += counts && cause_fate(schedule, old, &now) != FATE_KEPT;
    }
    if (n > trial->max_moves) {
        printf("seed %llu: %d changes, %d allowed\n",
               (unsigned long long)trial->seed, n, trial->max_moves);
        trial->n_wrong++;
    }
}

static bool are_same(const struct schedule *a, const struct schedule *b)
{
    bool same = a->n_meetings == b->n_meetings;
    for (int i = 0; same && i < a->n_meetings; i++) {
        const struct schedule_meeting *x = &a->meeting[i], *y = &b->meeting[i];
        same = strcmp(x->id, y->id) == 0 && x->m == y->m && x->s == y->s &&
               x->r == y->r && x->i == y->i;
    }
    return same;
}

/* A limit on changes that leaves room for all changes nothing. */
static void check_wide_limit(struct trial *trial, struct plan_input input,
                             const struct plan_options *options,
                             const struct schedule *schedule)
{
    struct schedule limited;
    struct findings findings;
    findings_init(&findings, trial->arena);
    input.limits_moves = true;
    input.max_moves = input.previous->n_meetings;
    if (plan_solve(trial->arena, &input, options, &limited, &findings) !=
            PLAN_DONE ||
        !are_same(schedule, &limited)) {
        printf("seed %llu: with a limit that binds nothing it differs\n",
               (unsigned long long)trial->seed);
        trial->n_wrong++;
    }
}

/* Plans and verifies; previous (or NULL) is bound to the event as it is now. */
static bool plan(struct trial *trial, struct schedule *previous,
                 struct schedule *schedule, const char *what)
{
    struct findings findings;
    enum level *level;
    if (!build(trial) && !build_past(trial, previous)) {
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
                               .n_levels = n_levels,
                               .freeze_before_s = trial->freeze_before_s,
                               .limits_moves = trial->max_moves != NO_LIMIT,
                               .max_moves = trial->max_moves};
    struct plan_options options = {.seed = 1, .threads = 1};
    findings_init(&findings, trial->arena);
    if (plan_solve(trial->arena, &input, &options, schedule, &findings) !=
        PLAN_DONE) {
        trial->n_impossible++;
        return false;
    }
    verify(trial, schedule, previous, what);
    if (previous && trial->max_moves != NO_LIMIT) {
        count_moves(trial, schedule, previous);
    } else if (previous) {
        check_wide_limit(trial, input, &options, schedule);
    }
    return true;
}

/* One of the changes that organisers make, to a copy of what it is made to. */
static void change(struct trial *trial, struct rng *rng)
{
    struct event *event = &trial->event;
    struct participant *who =
        &event->participant[rng_below(rng, (uint32_t)event->n_participants)];
    struct windows *closed;
    switch (rng_below(rng, 7)) {
    case 0:
        who->cancelled = true;
        break;
    case 1:
        who->max_meetings = 1 + (int)rng_below(rng, 2);
        break;
    case 2:
        who->max_consecutive = 1;
        break;
    case 3:
        who->max_gaps = 0;
        break;
    case 4:
        who->parallel = 1;
        break;
    case 5:
        if (event->n_requests > 0) {
            event->request[rng_below(rng, (uint32_t)event->n_requests)].status =
                REQUEST_WITHDRAWN;
        }
        break;
    default:
        if (event->n_rooms > 0) {
            closed =
                &event->room[rng_below(rng, (uint32_t)event->n_rooms)].available;
            *closed =
                (struct windows){arena_new(trial->arena, 1, struct window), 1};
            closed->window[0] = (struct window){0, 60};
        }
    }
}

static void *copy(struct arena *arena, const void *from, int n, size_t size)
{
    void *to = arena_alloc(arena, (size_t)n, size);
    if (n > 0) {
        memcpy(to, from, (size_t)n * size);
    }
    return to;
}

/* Plans again after a change of the event, which is then as it was. */
static void run_change(struct trial *trial, struct rng *rng,
                       struct schedule *previous)
{
    struct schedule next;
    struct event *event = &trial->event;
    const struct event before = *event;
    event->participant = copy(trial->arena, before.participant,
                              before.n_participants, sizeof *before.participant);
    event->request = copy(trial->arena, before.request, before.n_requests,
                          sizeof *before.request);
    event->room =
        copy(trial->arena, before.room, before.n_rooms, sizeof *before.room);
    event->lock =
        copy(trial->arena, before.lock, before.n_locks, sizeof *before.lock);
    change(trial, rng);
    int s = (int)rng_below(rng, (uint32_t)event->n_slots + 1);
    trial->freeze_before_s = s < event->n_slots ? event->slot[s].start_s : 0;
    trial->max_moves = rng_below(rng, 3) > 0 ? NO_LIMIT : (int)rng_below(rng, 3);
    plan(trial, previous, &next, "changed");
    trial->freeze_before_s = 0;
    trial->max_moves = NO_LIMIT;
    *event = before;
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
    struct rng rng;
    rng_init(&rng, trial->seed);
    for (int k = 0; k < CHANGES; k++) {
        run_change(trial, &rng, &first);
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
    struct trial trial = {.seed = seed, .arena = &arena, .max_moves = NO_LIMIT};
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
