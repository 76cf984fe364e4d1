/* Asks of random schedules whether a meeting can be in another slot while all others
 * stay where they are, then has the solver plan again with the meeting locked there:
 * it must find a schedule in which nothing else has changed exactly if the answer was
 * yes. The answer comes from verify's rules, which share no code with the solver.
 *
 *     property_relocation             the usual seeds
 *     property_relocation SEED [N]    N seeds from SEED on, 1 if not given */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/rng.h"
#include "scheduler/model/relocation.h"
#include "scheduler/plan.h"
#include "tests/support/event_folder.h"
#include "tests/support/random_event.h"

enum { USUAL_SEEDS = 150, TRIES = 6 };

struct trial {
    uint64_t seed;
    struct arena *arena;
    struct event event;
    struct eligibility elig;
    struct schedule schedule; /* as published */
    int n_yes, n_no, n_in_the_way, n_wrong;
    int n_unproven; /* the solver does not know that it changed least */
};

static void wrong(struct trial *trial, const struct relocation *relocation,
                  const char *what)
{
    const struct meeting *meeting = &trial->elig.meeting[relocation->m];
    printf("seed %llu: request %s into %s: %s\n", (unsigned long long)trial->seed,
           trial->event.request[meeting->request[0]].id,
           trial->event.slot[relocation->s].id, what);
    trial->n_wrong++;
}

static bool plan(struct trial *trial, const struct event *event,
                 struct schedule *previous, struct schedule *schedule)
{
    struct findings findings;
    struct eligibility elig;
    enum level *level;
    static const enum level stability[] = {LEVEL_STABILITY};
    findings_init(&findings, trial->arena);
    eligibility_build(trial->arena, event, &elig, &findings);
    if (findings_has_errors(&findings)) {
        return false;
    }
    int n = plan_objective(trial->arena, event, previous ? stability : NULL,
                           previous ? 1 : 0, previous != NULL, &level);
    const struct plan_input input = {.event = event,
                                     .elig = &elig,
                                     .previous = previous,
                                     .level = level,
                                     .n_levels = n};
    const struct plan_options options = {.seed = 1, .threads = 1};
    return plan_solve(trial->arena, &input, &options, schedule, &findings) ==
           PLAN_DONE;
}

static const struct schedule_meeting *find(const struct schedule *schedule, int m)
{
    for (int k = 0; k < schedule->n_meetings; k++) {
        if (schedule->meeting[k].m == m) {
            return &schedule->meeting[k];
        }
    }
    return NULL;
}

static bool is_same_place(const struct schedule_meeting *a,
                          const struct schedule_meeting *b)
{
    return a && b && a->s == b->s && a->r == b->r && a->i == b->i;
}

/* True if all meetings that were scheduled, but for this one, are where they were. */
static bool others_stayed(const struct trial *trial, const struct schedule *now,
                          int m)
{
    for (int k = 0; k < trial->schedule.n_meetings; k++) {
        const struct schedule_meeting *before = &trial->schedule.meeting[k];
        if (before->m != m && !is_same_place(before, find(now, before->m))) {
            return false;
        }
    }
    return true;
}

static struct event with_lock(struct trial *trial, int m, int s)
{
    const struct meeting *meeting = &trial->elig.meeting[m];
    struct event event = trial->event;
    event.lock = arena_new(trial->arena, event.n_locks + 1, struct lock);
    event.n_locks = 0;
    for (int l = 0; l < trial->event.n_locks; l++) {
        const struct lock *lock = &trial->event.lock[l];
        bool is_on_it = lock->n_participants == meeting->n_participants &&
                        memcmp(lock->participant, meeting->participant,
                               (size_t)lock->n_participants * sizeof(int)) == 0 &&
                        strcmp(lock->topic, meeting->topic) == 0;
        if (lock->kind == LOCK_FORBID || !is_on_it) {
            event.lock[event.n_locks++] = *lock;
        }
    }
    event.lock[event.n_locks++] = (struct lock){
        .place = {.file = "event.json"},
        .kind = LOCK_KEEP,
        .request = meeting->request[0],
        .participant = meeting->participant,
        .n_participants = meeting->n_participants,
        .topic = meeting->topic,
        .slot = s,
        .room = -1,
        .slot_id = event.slot[s].id,
    };
    return event;
}

/* With those out of the schedule that are said to be in the way, it must fit. */
static void check_in_the_way(struct trial *trial, struct relocation relocation,
                             const struct relocation_verdict *verdict)
{
    struct schedule without = trial->schedule;
    struct relocation_verdict again;
    bool *is_out = arena_new(trial->arena, without.n_meetings + 1, bool);
    if (verdict->n_one_of > 0) {
        is_out[verdict->one_of[0]] = true;
    }
    for (int k = 0; k < verdict->n_all_of; k++) {
        is_out[verdict->all_of[k]] = true;
    }
    without.meeting =
        arena_new(trial->arena, without.n_meetings, struct schedule_meeting);
    without.n_meetings = 0;
    for (int k = 0; k < trial->schedule.n_meetings; k++) {
        if (!is_out[k]) {
            without.meeting[without.n_meetings++] = trial->schedule.meeting[k];
        }
    }
    relocation.schedule = &without;
    relocation_judge(trial->arena, &relocation, &again);
    if (without.n_meetings < trial->schedule.n_meetings) {
        trial->n_in_the_way++;
        if (again.faults.n > 0) {
            wrong(trial, &relocation, "does not fit without those in its way");
        }
    }
}

static void try_one(struct trial *trial, int m, int s)
{
    struct event event = with_lock(trial, m, s);
    const struct relocation relocation = {
        &event, &trial->elig, &trial->schedule, m, s, -1};
    struct relocation_verdict verdict;
    struct schedule now;
    relocation_judge(trial->arena, &relocation, &verdict);
    bool found = plan(trial, &event, &trial->schedule, &now);
    const struct schedule_meeting *entry = found ? find(&now, m) : NULL;
    if (found && (!entry || entry->s != s)) {
        wrong(trial, &relocation, "is locked there and is not there");
    }
    bool stayed = found && others_stayed(trial, &now, m);
    if (verdict.faults.n == 0) {
        trial->n_yes++;
        trial->n_unproven += found && !now.level[0].optimal;
        if (!stayed && (!found || now.level[0].optimal)) {
            wrong(trial, &relocation, "should fit, and others had to change");
        }
    } else {
        trial->n_no++;
        /* What it is to follow may have been added, which is no change to others. */
        if (stayed && trial->elig.meeting[m].n_after == 0) {
            wrong(trial, &relocation, verdict.faults.text[0]);
        }
        check_in_the_way(trial, relocation, &verdict);
    }
}

static void run(struct trial *trial)
{
    struct findings findings;
    struct rng rng;
    const char *json = random_event(trial->arena, trial->seed, 0);
    const char *found = event_folder_read(trial->arena, json, &trial->event);
    if (strstr(found, ": error") || trial->event.n_slots == 0) {
        return;
    }
    findings_init(&findings, trial->arena);
    eligibility_build(trial->arena, &trial->event, &trial->elig, &findings);
    if (findings_has_errors(&findings) ||
        !plan(trial, &trial->event, NULL, &trial->schedule)) {
        return; /* locks that cannot hold together */
    }
    schedule_publish(&trial->schedule);
    rng_init(&rng, trial->seed);
    for (int k = 0; k < TRIES && trial->elig.n_meetings > 0; k++) {
        int m = (int)rng_below(&rng, (uint32_t)trial->elig.n_meetings);
        int s = (int)rng_below(&rng, (uint32_t)trial->event.n_slots);
        const struct meeting *meeting = &trial->elig.meeting[m];
        if (meeting->n_counting > 0 && meeting->forbidden == FORBIDDEN_NOT) {
            try_one(trial, m, s);
        }
    }
}

int main(int argc, char **argv)
{
    uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    int count = argc > 2 ? atoi(argv[2]) : argc > 1 ? 1 : USUAL_SEEDS;
    int n_yes = 0, n_no = 0, n_in_the_way = 0, n_unproven = 0, n_failed = 0;
    struct event_folder folder;
    event_folder_enter(&folder);
    for (int i = 0; i < count; i++) {
        struct arena arena;
        arena_init(&arena);
        struct trial trial = {.seed = seed + (uint64_t)i, .arena = &arena};
        run(&trial);
        n_yes += trial.n_yes;
        n_no += trial.n_no;
        n_in_the_way += trial.n_in_the_way;
        n_unproven += trial.n_unproven;
        n_failed += trial.n_wrong > 0;
        arena_finish(&arena);
    }
    event_folder_leave(&folder);
    printf("%d times it fits (%d not proven), %d times not, %d times for others in "
           "its way, %d of %d seeds failed\n",
           n_yes, n_unproven, n_no, n_in_the_way, n_failed, count);
    return n_failed == 0 && (count < USUAL_SEEDS || n_yes > n_unproven) ? 0 : 1;
}
