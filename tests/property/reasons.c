/* Every reason why a request is not served is true, and the first that is. What
 * follows from the event is tried on the event with that obstacle taken away; what
 * follows from the schedule by exhaustive search: once with the meeting forced into
 * the schedule, and once for each kind of limit lifted for this meeting alone.
 *
 *     property_reasons              the usual seeds
 *     property_reasons SEED         this one, printed
 *     property_reasons FIRST COUNT  COUNT seeds from FIRST on */

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "io/json_event.h"
#include "scheduler/plan_problem.h"
#include "tests/support/brute_force.h"
#include "tests/support/event_folder.h"
#include "tests/support/event_reason.h"
#include "tests/support/lifted_problem.h"
#include "tests/support/planned.h"
#include "tests/support/random_event.h"
#include "tests/support/seeds.h"

enum { USUAL_SEEDS = 400, MOST_EFFORT = 100 * 1000 };

struct totals {
    int n_seeds, n_failed, n_unproven, n_unknown, n_too_large;
    int n_reasons[N_REASONS];
};

struct trial {
    uint64_t seed;
    struct arena *arena;
    const struct planned *planned;
    struct plan_problem numbers; /* levels up to served, all if it is none */
    bool proven;                 /* those levels are */
    bool searchable;
    struct totals *totals;
    int n_wrong;
};

__attribute__((format(printf, 3, 4))) static void
wrong(struct trial *trial, const struct unscheduled *entry, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    printf("seed %llu: %s is called %s, but ", (unsigned long long)trial->seed,
           entry->request_ids.text[0], reason_name(entry->reason));
    vprintf(format, args);
    putchar('\n');
    va_end(args);
    trial->n_wrong++;
}

static bool is_scheduled(const struct trial *trial, int m)
{
    const struct schedule *schedule = &trial->planned->schedule;
    for (int k = 0; k < schedule->n_meetings; k++) {
        if (schedule->meeting[k].m == m) {
            return true;
        }
    }
    return false;
}

static bool may_be_held(const struct trial *trial, int m)
{
    const struct meeting *meeting = &trial->planned->elig.meeting[m];
    bool may = meeting->possible;
    for (int k = 0; k < meeting->n_participants; k++) {
        may &= trial->planned->event.participant[meeting->participant[k]]
                   .max_meetings != 0;
    }
    return may;
}

/* The first slot in which a meeting can be, after all that has to come before it;
 * n_slots if there is none. depth counts meetings after it. */
static int first_slot(const struct trial *trial, int m, int depth)
{
    const struct event *event = &trial->planned->event;
    const struct eligibility *elig = &trial->planned->elig;
    int s = 0;
    if (!may_be_held(trial, m) || depth > elig->n_meetings) {
        return elig->n_slots;
    }
    for (int k = 0; k < elig->meeting[m].n_requests; k++) {
        int q = elig->meeting[m].request[k];
        for (int i = 0;
             i < event->request[q].n_after && event_reason_counts(event, q); i++) {
            int before = elig->meeting_of_request[event->request[q].after[i]];
            int first = first_slot(trial, before, depth + 1);
            s = first >= s ? first + 1 : s;
        }
    }
    while (s < elig->n_slots && !eligibility_suits(elig, m, s)) {
        s++;
    }
    return s < elig->n_slots ? s : elig->n_slots;
}

/* Whether some slot of m is later than the first in which a meeting can be. */
static bool can_precede(const struct trial *trial, int before, int m)
{
    const struct eligibility *elig = &trial->planned->elig;
    for (int s = first_slot(trial, before, 0) + 1; s < elig->n_slots; s++) {
        if (eligibility_suits(elig, m, s)) {
            return true;
        }
    }
    return false;
}

static bool waits_in_vain(const struct trial *trial, int m)
{
    const struct event *event = &trial->planned->event;
    const struct eligibility *elig = &trial->planned->elig;
    for (int k = 0; k < elig->meeting[m].n_requests; k++) {
        int q = elig->meeting[m].request[k];
        for (int i = 0;
             i < event->request[q].n_after && event_reason_counts(event, q); i++) {
            int before = elig->meeting_of_request[event->request[q].after[i]];
            if (!is_scheduled(trial, before) || !can_precede(trial, before, m)) {
                return true;
            }
        }
    }
    return false;
}

/* True if somebody of the meeting is in another one, or may be in none. */
static bool is_anybody_full(const struct trial *trial, int m)
{
    const struct schedule *schedule = &trial->planned->schedule;
    const struct meeting *meeting = &trial->planned->elig.meeting[m];
    for (int k = 0; k < meeting->n_participants; k++) {
        const struct participant *who =
            &trial->planned->event.participant[meeting->participant[k]];
        if (who->max_meetings == 0) {
            return true;
        }
        for (int i = 0; i < schedule->n_meetings; i++) {
            if (strings_has(&schedule->meeting[i].participant_ids, who->id)) {
                return true;
            }
        }
    }
    return false;
}

/* How the best schedule with the meeting in it compares with the one we have, on
 * the levels up to served: positive if better, -1 also if there is none. */
static int compare_lifted(const struct trial *trial, int m, enum lifted lifted)
{
    struct arena scratch = *trial->arena;
    struct brute_force_answer best;
    struct problem problem = lifted_problem(&scratch, &trial->numbers.problem,
                                            trial->numbers.index[m], lifted);
    if (!brute_force_solve(&scratch, &problem, NULL, 0, &best)) {
        return -1;
    }
    for (int k = 0; k < problem.n_levels; k++) {
        const struct level_result *level = &trial->planned->schedule.level[k];
        int order = planned_better(level->level, best.value[k], level->value);
        if (order != 0) {
            return order;
        }
    }
    return 0;
}

/* The first reason that the schedule gives. */
static enum reason reason_of_schedule(const struct trial *trial, int m)
{
    static const enum reason reason_of[N_LIFTED] = {
        [LIFTED_PEOPLE] = REASON_PARTICIPANT_FULL,
        [LIFTED_ROOMS] = REASON_ROOMS_FULL,
        [LIFTED_INTERPRETERS] = REASON_INTERPRETERS_FULL,
    };
    if (waits_in_vain(trial, m)) {
        return REASON_PREDECESSOR;
    }
    for (enum lifted lifted = LIFTED_PEOPLE; lifted < N_LIFTED; lifted++) {
        if (lifted == LIFTED_PEOPLE && !is_anybody_full(trial, m)) {
            continue;
        }
        if (compare_lifted(trial, m, lifted) > 0) {
            return reason_of[lifted];
        }
    }
    return REASON_OUTRANKED;
}

static bool has_followers(const struct problem *problem, int m)
{
    const struct lists *after = &problem->after;
    for (int i = 0; i < after->start[problem->n_meetings]; i++) {
        if (after->item[i] == m) {
            return true;
        }
    }
    return false;
}

/* The answer may be left open only where others would have to follow the meeting,
 * or where room changes come before served. */
static bool may_be_unknown(const struct trial *trial, int m)
{
    const struct problem *problem = &trial->numbers.problem;
    bool rooms_matter = false;
    for (int k = 0; k < problem->n_levels; k++) {
        rooms_matter |= problem->level[k] == SOLVER_ROOMS;
    }
    return has_followers(problem, trial->numbers.index[m]) || rooms_matter;
}

static void judge_meeting(struct trial *trial, const struct unscheduled *entry)
{
    enum reason expected = event_reason_of_meeting(
        *trial->arena, &trial->planned->event, &trial->planned->elig, entry->m);
    if (expected != N_REASONS) {
        if (entry->reason != expected) {
            wrong(trial, entry, "%s is true", reason_name(expected));
        }
        return;
    }
    if (!trial->searchable) {
        return;
    }
    if (!trial->proven) {
        trial->totals->n_unproven++;
        return;
    }
    if (compare_lifted(trial, entry->m, LIFTED_NOTHING) > 0) {
        wrong(trial, entry, "a schedule with it is better");
    }
    expected = reason_of_schedule(trial, entry->m);
    if (entry->reason == REASON_NOT_PROVEN && may_be_unknown(trial, entry->m)) {
        trial->totals->n_unknown++;
    } else if (entry->reason != expected) {
        wrong(trial, entry, "%s is true", reason_name(expected));
    }
}

static void judge_entry(struct trial *trial, const struct unscheduled *entry)
{
    const struct event *event = &trial->planned->event;
    bool any_counts = false;
    trial->totals->n_reasons[entry->reason]++;
    for (int k = 0; k < entry->request_ids.n; k++) {
        int q = event_find_request(event, entry->request_ids.text[k]);
        if (event_reason_counts(event, q)) {
            any_counts = true;
        } else if (entry->reason != event_reason_of_request(event, q)) {
            wrong(trial, entry, "%s of %s is true",
                  reason_name(event_reason_of_request(event, q)),
                  entry->request_ids.text[k]);
        }
    }
    if (any_counts && is_scheduled(trial, entry->m)) {
        wrong(trial, entry, "the meeting is scheduled");
    } else if (any_counts) {
        judge_meeting(trial, entry);
    }
}

static bool is_proven(const struct schedule *schedule, int n_levels)
{
    for (int k = 0; k < n_levels; k++) {
        if (!schedule->level[k].optimal) {
            return false;
        }
    }
    return true;
}

static int judge_schedule(uint64_t seed, struct arena *arena,
                          const struct planned *planned, struct totals *totals)
{
    struct trial trial = {
        .seed = seed, .arena = arena, .planned = planned, .totals = totals};
    plan_problem_build(arena, &planned->input, &trial.numbers);
    trial.numbers.problem.n_levels = planned_levels_up_to_served(&planned->input);
    trial.proven = is_proven(&planned->schedule, trial.numbers.problem.n_levels);
    trial.searchable = planned_effort(&trial.numbers.problem) <= MOST_EFFORT;
    totals->n_too_large += !trial.searchable;
    for (int k = 0; k < planned->schedule.n_unscheduled; k++) {
        judge_entry(&trial, &planned->schedule.unscheduled[k]);
    }
    return trial.n_wrong;
}

/* Few events are short of rooms and interpreters by themselves. */
static void squeeze(struct event *event)
{
    event->n_rooms = event->n_rooms > 1 ? 1 : event->n_rooms;
    event->n_interpreters = event->n_interpreters > 1 ? 1 : event->n_interpreters;
    for (int i = 0; i < event->n_interpreters; i++) {
        event->interpreter[i].max_meetings = 1;
    }
}

/* Reads the event of a seed, squeezes every other one, and every other of these as
 * a rerun of the event as it was. Events with locks may not bear it. */
static bool make(struct arena *arena, uint64_t seed, struct planned *planned)
{
    struct schedule *previous = NULL;
    if (!planned_read(arena, random_event(arena, seed, 0), NULL, planned)) {
        return false;
    }
    if (seed % 2 != 0 || planned->event.n_locks > 0) {
        return true;
    }
    if (seed % 4 == 0) {
        previous = arena_new(arena, 1, struct schedule);
        planned_solve(arena, seed, 1, planned);
        planned_read_schedule(arena, planned_text(arena, planned), previous);
    }
    squeeze(&planned->event);
    return planned_judge(arena, previous, planned);
}

static void run(uint64_t seed, bool print, struct totals *totals)
{
    struct arena arena;
    arena_init(&arena);
    struct planned *planned = arena_new(&arena, 1, struct planned);
    bool ok = make(&arena, seed, planned);
    if (!ok) {
        printf("seed %llu: the event is at fault:\n%s", (unsigned long long)seed,
               planned->findings);
    } else {
        planned_solve(&arena, seed, 1, planned);
        if (planned->status == PLAN_DONE) {
            ok = judge_schedule(seed, &arena, planned, totals) == 0;
        }
        if (print) {
            printf("%s\n%s\n", json_event_text(&arena, &planned->event),
                   planned->status == PLAN_DONE ? planned_text(&arena, planned)
                                                : planned->findings);
        }
    }
    totals->n_seeds++;
    totals->n_failed += !ok;
    arena_finish(&arena);
}

int main(int argc, char **argv)
{
    struct seeds seeds = seeds_of(argc, argv, USUAL_SEEDS);
    struct totals totals = {0};
    struct event_folder folder;
    event_folder_enter(&folder);
    for (int i = 0; i < seeds.count; i++) {
        run(seeds.first + (uint64_t)i, seeds.alone, &totals);
    }
    event_folder_leave(&folder);
    for (int k = 0; k < N_REASONS; k++) {
        printf("%-22s %4d times\n", reason_name((enum reason)k),
               totals.n_reasons[k]);
    }
    printf("%d problems too large to search, %d reasons not judged for want of a "
           "proven optimum, %d left open\n",
           totals.n_too_large, totals.n_unproven, totals.n_unknown);
    printf("%d seeds, %d failed\n", totals.n_seeds, totals.n_failed);
    return totals.n_failed == 0 && totals.n_seeds > 0 ? 0 : 1;
}
