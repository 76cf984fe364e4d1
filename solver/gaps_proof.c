/* Upwards, since the smallest numbers are refuted most quickly, and a number that
 * leaves room is no easier to reach than the right one. Times of SAT solvers
 * have heavy tails and the two encodings have different ones: they take
 * turns, both with the same conflicts, then both with four times as many. */

#include "solver/gaps_proof.h"

#include "solver/gaps_sat.h"

enum { FIRST_CONFLICTS = 100 * 1000, MORE = 4 };

static enum sat_answer ask(struct arena *arena, const struct gaps_proof_task *task,
                           struct gaps_question *question, int **slot)
{
    enum sat_answer answer = SAT_UNKNOWN;
    int64_t conflicts = FIRST_CONFLICTS;
    for (int i = 0; i < task->effort && answer == SAT_UNKNOWN; i++) {
        if (i > 0 && i % 2 == 0) {
            conflicts *= MORE;
        }
        struct sat_effort effort = {
            .max_conflicts = conflicts,
            .poll = task->poll,
            .context = task->context,
        };
        if (task->poll && task->poll(task->context)) {
            return SAT_UNKNOWN;
        }
        question->even = i % 2 != 0;
        answer = gaps_sat_ask(arena, question, &effort, slot);
    }
    return answer;
}

/* The most gaps that the rules allow all together. */
static int64_t most_gaps(const struct problem *problem)
{
    int64_t sum = 0;
    for (int p = 0; p < problem->n_participants; p++) {
        int limit = problem->max_gaps[p];
        sum += limit == PROBLEM_NO_LIMIT || limit > problem->n_slots / 2
                   ? problem->n_slots / 2
                   : limit;
    }
    return sum;
}

/* Raises the bound until a schedule has that many gaps. */
static void raise_bound(struct arena *arena, const struct gaps_proof_task *task,
                        const struct propagation *known, struct gaps_proof *proof)
{
    int64_t most = proof->slot ? proof->gaps - 1 : most_gaps(task->problem);
    while (proof->bound <= most) {
        struct gaps_question question = {
            .problem = task->problem,
            .known = known,
            .most_gaps = proof->bound,
        };
        int *slot;
        enum sat_answer answer = ask(arena, task, &question, &slot);
        if (answer == SAT_UNKNOWN) {
            return;
        }
        if (answer == SAT_YES) {
            proof->slot = slot;
            proof->gaps = proof->bound;
            return;
        }
        proof->bound++;
    }
    proof->is_refuted = !proof->slot;
}

void gaps_prove(struct arena *arena, const struct gaps_proof_task *task,
                struct gaps_proof *proof)
{
    const struct problem *problem = task->problem;
    struct propagation known;
    *proof = (struct gaps_proof){0};
    if (!propagate(arena, problem, task->held, true, &known)) {
        proof->is_refuted = true;
        proof->contradiction = known.contradiction;
        return;
    }
    proof->has_bound = true;
    proof->bound = known.sum_gaps;
    if (task->slot) {
        proof->slot = arena_new(arena, problem->n_meetings, int);
        for (int m = 0; m < problem->n_meetings; m++) {
            proof->slot[m] = task->slot[m];
        }
        proof->gaps = gaps_count(*arena, problem, task->slot);
    }
    if (gaps_sat_can_ask(*arena, problem, &known)) {
        raise_bound(arena, task, &known, proof);
    }
}
