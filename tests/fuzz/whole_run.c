/* Whatever small event the bytes make, one choice each, it goes the way of `solve`: it
 * is read, solved, judged by the rules, and as good as the best there is, which two
 * exhaustive searches find. In another order, or written as a canonical event, it
 * gives the same schedule in every byte, and one can go on from it: the first byte
 * says which of these is tried. */

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "io/json_event.h"
#include "io/json_schedule.h"
#include "scheduler/plan_problem.h"
#include "tests/support/brute_force.h"
#include "tests/support/event_folder.h"
#include "tests/support/event_search.h"
#include "tests/support/insist.h"
#include "tests/support/planned.h"
#include "tests/support/random_event.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What follows the first solving; each takes as long as that. */
enum way { IN_ANOTHER_ORDER, CANONICAL, RERUN, N_WAYS };

enum { MOST_EFFORT = 20 * 1000, MOST_EVENT_EFFORT = 3 * 1000 };

/* The values of a schedule against the best ones, as far as it is as good. */
static void judge_levels(const struct planned *planned, const int64_t *best)
{
    bool must_be_proven = true;
    for (int k = 0; k < planned->input.n_levels; k++) {
        const struct level_result *result = &planned->schedule.level[k];
        enum level level = result->level;
        must_be_proven &= level == LEVEL_GUARANTEE || level == LEVEL_SERVED;
        insist(planned_better(level, result->value, best[k]) <= 0);
        insist(!result->has_bound ||
               planned_better(level, best[k], result->bound) <= 0);
        insist(!result->optimal || result->value == best[k]);
        insist(result->optimal || !must_be_proven);
        if (result->value != best[k]) {
            return;
        }
    }
}

/* Against the best of the solver's numbers. */
static void judge_numbers(struct arena scratch, const struct planned *planned)
{
    struct plan_problem numbers;
    struct brute_force_answer answer;
    plan_problem_build(&scratch, &planned->input, &numbers);
    if (planned_effort(&numbers.problem) > MOST_EFFORT) {
        return; /* a rerun has more to choose from */
    }
    bool possible = brute_force_solve(&scratch, &numbers.problem, NULL, 0, &answer);
    insist(planned->status == (possible ? PLAN_DONE : PLAN_INFEASIBLE));
    if (possible) {
        judge_levels(planned, answer.value);
    }
}

/* Larger ones take seconds with sanitizers, and nothing could judge them. */
static bool is_small(struct arena scratch, const struct planned *planned)
{
    struct plan_problem numbers;
    plan_problem_build(&scratch, &planned->input, &numbers);
    return planned_effort(&numbers.problem) <= MOST_EFFORT;
}

/* Against the best of the event itself. */
static void judge_event(struct arena scratch, const struct planned *planned)
{
    const struct plan_input *input = &planned->input;
    const struct event_search_task task = {
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
    bool possible = event_search(scratch, &task, best);
    insist(planned->status == (possible ? PLAN_DONE : PLAN_INFEASIBLE));
    if (possible) {
        judge_levels(planned, best);
    }
}

static void expect_same(struct arena scratch, const char *json, int threads,
                        const struct planned *first)
{
    struct planned *again = arena_new(&scratch, 1, struct planned);
    insist(planned_read(&scratch, json, NULL, again));
    planned_solve(&scratch, 1, threads, again);
    insist(again->status == first->status);
    if (first->status == PLAN_DONE) {
        insist(strcmp(planned_text(&scratch, again),
                      planned_text(&scratch, first)) == 0);
    }
}

/* Once everybody has been sent it, going on from it keeps every rule, and the
 * schedule read back from its file is the same. */
static void judge_rerun(struct arena scratch, const char *json,
                        const struct planned *first)
{
    struct planned *rerun = arena_new(&scratch, 1, struct planned);
    struct schedule previous;
    const char *text = planned_text(&scratch, first);
    planned_read_schedule(&scratch, text, &previous);
    insist(strcmp(json_schedule_text(&scratch, &previous), text) == 0);
    schedule_publish(&previous);
    insist(planned_read(&scratch, json, &previous, rerun));
    planned_solve(&scratch, 1, 1, rerun);
    insist(rerun->status == PLAN_DONE);
    insist(*planned_verify(&scratch, rerun, &rerun->schedule) == '\0');
    judge_numbers(scratch, rerun);
}

static void judge(struct arena scratch, enum way way, const uint8_t *data,
                  size_t size)
{
    struct planned *planned = arena_new(&scratch, 1, struct planned);
    const char *json = random_event_of_bytes(&scratch, data, size, 0);
    if (!planned_read(&scratch, json, NULL, planned)) {
        fprintf(stderr, "%s\n%s\n", json, planned->findings);
        insist(false);
    }
    if (!is_small(scratch, planned)) {
        return;
    }
    planned_solve(&scratch, 1, 1, planned);
    judge_numbers(scratch, planned);
    judge_event(scratch, planned);
    if (planned->status == PLAN_DONE) {
        insist(*planned_verify(&scratch, planned, &planned->schedule) == '\0');
    }
    switch (way) {
    case IN_ANOTHER_ORDER:
        json = random_event_of_bytes(&scratch, data, size, 7);
        expect_same(scratch, json, 2, planned);
        break;
    case CANONICAL:
        json = json_event_text(&scratch, &planned->event);
        expect_same(scratch, json, 1, planned);
        break;
    case RERUN:
        if (planned->status == PLAN_DONE) {
            judge_rerun(scratch, json, planned);
        }
        break;
    case N_WAYS:
        break;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct event_folder folder;
    if (size == 0) {
        return 0;
    }
    int before = open(".", O_RDONLY | O_DIRECTORY);
    arena_init(&arena);
    event_folder_enter(&folder);
    judge(arena, (enum way)(data[0] % N_WAYS), data + 1, size - 1);
    event_folder_leave(&folder);
    arena_finish(&arena);
    insist(before >= 0 && fchdir(before) == 0 && close(before) == 0);
    return 0;
}
