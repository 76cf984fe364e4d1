/* Small random events through the whole program: every schedule obeys the rules,
 * is worth what it says and as good as the best there is, which two exhaustive
 * searches find, one of the solver's numbers and one of the event itself. Neither
 * the order of lists nor threads nor a trip through a file changes a byte, and a
 * rerun keeps what was published.
 *
 *     property_event              the usual seeds
 *     property_event SEED         this one, printed
 *     property_event FIRST COUNT  COUNT seeds from FIRST on
 *
 * With MATCHDAY_JUDGE=COMMAND in the environment every schedule is also judged by
 * `COMMAND event.json schedule.json [--previous previous.json]`, whose exit status
 * is 0 if no rule is broken. */

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/json_event.h"
#include "io/json_schedule.h"
#include "scheduler/plan_problem.h"
#include "tests/support/brute_force.h"
#include "tests/support/event_folder.h"
#include "tests/support/event_search.h"
#include "tests/support/planned.h"
#include "tests/support/random_event.h"
#include "tests/support/seeds.h"

enum {
    USUAL_SEEDS = 130,
    MOST_EFFORT = 3000 * 1000,
    MOST_EVENT_EFFORT = 60 * 1000,
};

struct totals {
    int n_seeds, n_failed, n_infeasible, n_too_large, n_searched_event, n_cancelled;
    int n_levels[N_LEVELS], n_best[N_LEVELS], n_proven[N_LEVELS];
};

struct trial {
    uint64_t seed;
    struct arena *arena;
    const char *json; /* of the event */
    struct planned planned;
    const char *text; /* of the schedule */
    struct totals *totals;
    int n_wrong;
};

__attribute__((format(printf, 2, 3))) static void wrong(struct trial *trial,
                                                        const char *format, ...)
{
    va_list args;
    va_start(args, format);
    printf("seed %llu: ", (unsigned long long)trial->seed);
    vprintf(format, args);
    putchar('\n');
    va_end(args);
    trial->n_wrong++;
}

static void expect_text(struct trial *trial, const char *what, const char *got,
                        const char *expected)
{
    if (strcmp(got, expected) != 0) {
        wrong(trial, "%s: got\n%s\nexpected\n%s", what, got, expected);
    }
}

/* Asks the outside judge, if there is one, about an event and its schedule. */
static void judge_outside(struct trial *trial, const char *what, const char *event,
                          const char *schedule, const char *previous)
{
    if (!getenv("MATCHDAY_JUDGE")) {
        return;
    }
    event_folder_put("event.json", event);
    event_folder_put("schedule.json", schedule);
    if (previous) {
        event_folder_put("previous.json", previous);
    }
    fflush(stdout);
    if (system(previous
                   ? "$MATCHDAY_JUDGE event.json schedule.json "
                     "--previous previous.json >judged.txt 2>&1 ||"
                     "{ cat judged.txt; false; }"
                   : "$MATCHDAY_JUDGE event.json schedule.json >judged.txt 2>&1 ||"
                     "{ cat judged.txt; false; }") != 0) {
        wrong(trial, "%s: the outside judge objects", what);
    }
}

/* True if the solver has to prove level k. */
static bool must_be_proven(const struct plan_input *input, int k)
{
    for (int i = 0; i <= k; i++) {
        if (input->level[i] != LEVEL_GUARANTEE && input->level[i] != LEVEL_SERVED) {
            return false;
        }
    }
    return true;
}

/* best is the best that level k can be, given the schedule's levels before. */
static void judge_level(struct trial *trial, const struct planned *planned, int k,
                        int64_t best)
{
    const struct level_result *result = &planned->schedule.level[k];
    const char *name = level_name(result->level);
    if (planned_better(result->level, result->value, best) > 0) {
        wrong(trial, "%s is %lld, and %lld is the best there is", name,
              (long long)result->value, (long long)best);
    }
    if (result->has_bound &&
        planned_better(result->level, best, result->bound) > 0) {
        wrong(trial, "%s has the bound %lld, and %lld can be reached", name,
              (long long)result->bound, (long long)best);
    }
    if (result->optimal && result->value != best) {
        wrong(trial, "%s is called optimal with %lld, and %lld can be reached",
              name, (long long)result->value, (long long)best);
    }
    if (!result->optimal && must_be_proven(&planned->input, k)) {
        wrong(trial, "%s is %lld (best %lld) and not proven", name,
              (long long)result->value, (long long)best);
    }
}

/* Each level against the best of the solver's numbers, given the levels before. */
static void judge_levels(struct trial *trial, struct arena scratch,
                         const struct planned *planned,
                         const struct problem *problem,
                         const struct brute_force_answer *best)
{
    int64_t reached[N_LEVELS];
    bool as_best = true; /* on all levels before */
    for (int k = 0; k < planned->schedule.n_levels; k++) {
        struct brute_force_answer answer = *best;
        const struct level_result *result = &planned->schedule.level[k];
        if (!as_best &&
            !brute_force_solve(&scratch, problem, reached, k, &answer)) {
            wrong(trial, "the levels before %s cannot be what they are",
                  level_name(result->level));
            return;
        }
        judge_level(trial, planned, k, answer.value[k]);
        reached[k] = result->value;
        as_best = as_best && result->value == answer.value[k];
        trial->totals->n_levels[result->level]++;
        trial->totals->n_best[result->level] += result->value == answer.value[k];
        trial->totals->n_proven[result->level] += result->optimal;
    }
}

/* The same against the best of the event itself, as far as the schedule is it. */
static void judge_search(struct trial *trial, const struct planned *planned)
{
    const struct plan_input *input = &planned->input;
    struct event_search_task task = {
        .event = input->event,
        .elig = input->elig,
        .previous = input->previous,
        .level = input->level,
        .n_levels = input->n_levels,
    };
    int64_t best[N_LEVELS];
    if (event_search_effort(&task, MOST_EVENT_EFFORT) >= MOST_EVENT_EFFORT) {
        return;
    }
    trial->totals->n_searched_event++;
    bool possible = event_search(*trial->arena, &task, best);
    if (possible != (planned->status == PLAN_DONE)) {
        wrong(trial, "status %d, but the locks %s hold", (int)planned->status,
              possible ? "can" : "cannot");
        return;
    }
    for (int k = 0; k < input->n_levels && possible; k++) {
        judge_level(trial, planned, k, best[k]);
        if (planned->schedule.level[k].value != best[k]) {
            return;
        }
    }
}

static void judge_optimum(struct trial *trial, const struct planned *planned)
{
    struct arena scratch = *trial->arena;
    struct plan_problem numbers;
    struct brute_force_answer answer;
    plan_problem_build(&scratch, &planned->input, &numbers);
    if (planned_effort(&numbers.problem) > MOST_EFFORT) {
        trial->totals->n_too_large++;
        return;
    }
    bool possible = brute_force_solve(&scratch, &numbers.problem, NULL, 0, &answer);
    if (planned->status != (possible ? PLAN_DONE : PLAN_INFEASIBLE)) {
        wrong(trial, "status %d, but the locks %s hold", (int)planned->status,
              possible ? "can" : "cannot");
    } else if (possible) {
        judge_levels(trial, scratch, planned, &numbers.problem, &answer);
    }
}

static void judge_locks_named(struct trial *trial, const struct planned *planned)
{
    if (!strstr(planned->findings, "locks[")) {
        wrong(trial, "no lock is named: %s", planned->findings);
    }
}

/* Reads an event.json and solves it: the same schedule in every byte, or the same
 * findings. Returns it for further questions. */
static void expect_same(struct trial *trial, const char *what, const char *json,
                        int threads)
{
    struct planned *again = arena_new(trial->arena, 1, struct planned);
    if (!planned_read(trial->arena, json, NULL, again)) {
        wrong(trial, "%s: the event is at fault:\n%s", what, again->findings);
        return;
    }
    planned_solve(trial->arena, trial->seed, threads, again);
    if (again->status != trial->planned.status) {
        wrong(trial, "%s: status %d, before %d", what, (int)again->status,
              (int)trial->planned.status);
    } else if (again->status == PLAN_DONE) {
        expect_text(trial, what, planned_text(trial->arena, again), trial->text);
    }
}

static void judge_repetition(struct trial *trial)
{
    expect_same(trial, "lists in another order, two threads",
                random_event(trial->arena, trial->seed, trial->seed), 2);
    expect_same(trial, "the canonical event",
                json_event_text(trial->arena, &trial->planned.event), 1);
}

/* Written, read and written again; what was read keeps the rules too. */
static void judge_file(struct trial *trial, const struct planned *planned,
                       const char *text)
{
    struct schedule again;
    planned_read_schedule(trial->arena, text, &again);
    schedule_bind(&again, &planned->event, &planned->elig);
    expect_text(trial, "the schedule read back",
                json_schedule_text(trial->arena, &again), text);
    expect_text(trial, "verify of the schedule read back",
                planned_verify(trial->arena, planned, &again), "");
}

static struct schedule *published(struct trial *trial)
{
    struct schedule *schedule = arena_new(trial->arena, 1, struct schedule);
    planned_read_schedule(trial->arena, trial->text, schedule);
    schedule_publish(schedule);
    return schedule;
}

/* What the level was in the schedule before, of which no change counts. */
static int64_t value_before(const struct trial *trial, enum level level)
{
    const struct schedule *schedule = &trial->planned.schedule;
    for (int k = 0; k < schedule->n_levels; k++) {
        if (schedule->level[k].level == level) {
            return schedule->level[k].value;
        }
    }
    return 0; /* stability */
}

static bool stands_unchanged(const struct schedule *schedule,
                             const struct schedule_meeting *old)
{
    for (int k = 0; k < schedule->n_meetings; k++) {
        const struct schedule_meeting *now = &schedule->meeting[k];
        if (strcmp(now->uid, old->uid) == 0) {
            return strcmp(now->id, old->id) == 0 && now->start_s == old->start_s &&
                   now->end_s == old->end_s &&
                   strcmp(now->room_id, old->room_id) == 0 &&
                   strcmp(now->interpreter_id, old->interpreter_id) == 0 &&
                   now->sequence == old->sequence;
        }
    }
    return false;
}

/* Keeping everything is possible, so what comes out is as good or better on the
 * levels in their order; and as long as it is not better nothing may change. A
 * meeting more is no change if no level counts it. */
static void judge_unchanged(struct trial *trial, const struct planned *rerun,
                            const struct schedule *previous)
{
    const struct schedule *schedule = &rerun->schedule;
    for (int k = 0; k < schedule->n_levels; k++) {
        const struct level_result *result = &schedule->level[k];
        int order = planned_better(result->level, result->value,
                                   value_before(trial, result->level));
        if (order < 0) {
            wrong(trial, "rerun: %s is %lld, worse than before",
                  level_name(result->level), (long long)result->value);
        }
        if (order != 0) {
            return;
        }
        for (int i = 0;
             result->level == LEVEL_STABILITY && i < previous->n_meetings; i++) {
            if (!stands_unchanged(schedule, &previous->meeting[i])) {
                wrong(trial, "rerun: %s is not what it was",
                      previous->meeting[i].id);
            }
        }
    }
    if (schedule->n_cancelled > 0) {
        wrong(trial, "rerun: %d meetings are cancelled", schedule->n_cancelled);
    }
}

static void judge_rerun(struct trial *trial, const char *what,
                        const struct planned *rerun, const char *previous)
{
    const char *text = planned_text(trial->arena, rerun);
    expect_text(trial, what, planned_verify(trial->arena, rerun, &rerun->schedule),
                "");
    judge_file(trial, rerun, text);
    judge_optimum(trial, rerun);
    judge_search(trial, rerun);
    judge_outside(trial, what, json_event_text(trial->arena, &rerun->event), text,
                  previous);
}

static void rerun_unchanged(struct trial *trial)
{
    struct planned *rerun = arena_new(trial->arena, 1, struct planned);
    struct schedule *previous = published(trial);
    if (!planned_read(trial->arena, trial->json, previous, rerun)) {
        wrong(trial, "rerun: %s", rerun->findings);
        return;
    }
    planned_solve(trial->arena, trial->seed, 1, rerun);
    if (rerun->status != PLAN_DONE) {
        wrong(trial, "rerun: status %d, %s", (int)rerun->status, rerun->findings);
        return;
    }
    judge_unchanged(trial, rerun, previous);
    judge_rerun(trial, "rerun", rerun, json_schedule_text(trial->arena, previous));
}

/* The first scheduled participant, from p on, whose leaving no lock forbids. */
static bool cancel_somebody(struct trial *trial, struct schedule *previous,
                            struct planned *rerun)
{
    const struct event *event = &trial->planned.event;
    for (int k = 0; k < event->n_participants; k++) {
        int p =
            (int)((trial->seed + (uint64_t)k) % (uint64_t)event->n_participants);
        bool meets = false;
        for (int i = 0; i < previous->n_meetings; i++) {
            meets |= strings_has(&previous->meeting[i].participant_ids,
                                 event->participant[p].id);
        }
        event_folder_put("event.json", trial->json);
        if (!meets || !planned_read(trial->arena, trial->json, NULL, rerun)) {
            continue;
        }
        rerun->event.participant[p].cancelled = true;
        if (planned_judge(trial->arena, previous, rerun)) {
            return true;
        }
    }
    return false;
}

static void rerun_cancelled(struct trial *trial)
{
    struct planned *rerun = arena_new(trial->arena, 1, struct planned);
    struct schedule *previous = published(trial);
    if (!cancel_somebody(trial, previous, rerun)) {
        return;
    }
    planned_solve(trial->arena, trial->seed, 1, rerun);
    trial->totals->n_cancelled++;
    if (rerun->status !=
        PLAN_DONE) { /* a lock may wait for the cancelled meeting */
        judge_optimum(trial, rerun);
        judge_locks_named(trial, rerun);
        return;
    }
    if (rerun->schedule.n_cancelled == 0) {
        wrong(trial, "rerun with a cancellation: no meeting is cancelled");
    }
    judge_rerun(trial, "rerun with a cancellation", rerun,
                json_schedule_text(trial->arena, previous));
}

static void judge(struct trial *trial)
{
    struct planned *planned = &trial->planned;
    judge_optimum(trial, planned);
    judge_search(trial, planned);
    judge_repetition(trial);
    if (planned->status == PLAN_INFEASIBLE) {
        trial->totals->n_infeasible++;
        judge_locks_named(trial, planned);
        return;
    }
    expect_text(trial, "verify",
                planned_verify(trial->arena, planned, &planned->schedule), "");
    judge_file(trial, planned, trial->text);
    judge_outside(trial, "schedule", trial->json, trial->text, NULL);
    rerun_unchanged(trial);
    rerun_cancelled(trial);
}

static void run(uint64_t seed, bool print, struct totals *totals)
{
    struct arena arena;
    arena_init(&arena);
    struct trial trial = {
        .seed = seed, .arena = &arena, .text = "", .totals = totals};
    trial.json = random_event(&arena, seed, 0);
    if (!planned_read(&arena, trial.json, NULL, &trial.planned)) {
        wrong(&trial, "the event is at fault:\n%s", trial.planned.findings);
    } else {
        planned_solve(&arena, seed, 1, &trial.planned);
        if (trial.planned.status == PLAN_DONE) {
            trial.text = planned_text(&arena, &trial.planned);
        }
        judge(&trial);
    }
    if (print) {
        printf("%s\n%s%s\n", trial.json, trial.text, trial.planned.findings);
    }
    totals->n_seeds++;
    totals->n_failed += trial.n_wrong > 0;
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
    for (int level = 0; level < N_LEVELS; level++) {
        printf("%-11s %4d times, %4d the best, %4d proven\n",
               level_name((enum level)level), totals.n_levels[level],
               totals.n_best[level], totals.n_proven[level]);
    }
    printf("%d problems too large to search, %d events searched too, "
           "%d reruns with a cancellation\n",
           totals.n_too_large, totals.n_searched_event, totals.n_cancelled);
    printf("%d seeds, %d infeasible, %d failed\n", totals.n_seeds,
           totals.n_infeasible, totals.n_failed);
    return totals.n_failed == 0 && totals.n_seeds > 0 ? 0 : 1;
}
