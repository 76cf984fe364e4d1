/* Upwards, since the smallest numbers are refuted most quickly, and a number that
 * leaves room is no easier to reach than the right one. With a second thread the
 * next number is asked for at the same time: mostly the last no and the yes
 * behind it take longest. */

#include "solver/gaps_proof.h"

#include <string.h>

#include "solver/gaps_inquiry.h"
#include "solver/gaps_sat.h"

enum { MOST_AT_ONCE = 2 };

struct ascent {
    const struct gaps_proof_task *task;
    const struct propagation *known;
    int64_t first, next, last; /* numbers of gaps: asked from first to next - 1 */
    struct gaps_inquiry *asked[MOST_AT_ONCE]; /* number k at k % MOST_AT_ONCE */
};

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

static void begin_next(struct ascent *ascent, struct arena *arena)
{
    ascent->asked[ascent->next % MOST_AT_ONCE] =
        gaps_inquiry_begin(arena, ascent->task, ascent->known, ascent->next,
                           ascent->task->threads > 1);
    ascent->next++;
}

/* Ends the inquiry about the smallest number that is asked for, with its answer. */
static enum sat_answer end_first(struct ascent *ascent, struct arena *arena,
                                 int **slot)
{
    struct gaps_inquiry *inquiry = ascent->asked[ascent->first++ % MOST_AT_ONCE];
    enum sat_answer answer = gaps_inquiry_wait(inquiry, arena, slot);
    gaps_inquiry_end(inquiry);
    return answer;
}

static void take_schedule(struct arena *arena, const struct problem *problem,
                          int *slot, struct gaps_proof *proof)
{
    proof->slot = slot;
    proof->gaps = gaps_count(*arena, problem, slot);
}

/* Raises the bound until a schedule has that many gaps. Behind a number that
 * remains open one more is tried: a no there is one for both. */
static void raise_bound(struct arena *arena, struct ascent *ascent,
                        struct gaps_proof *proof)
{
    int at_once = ascent->task->threads > 1 ? MOST_AT_ONCE : 1;
    enum sat_answer answer = SAT_NO;
    int n_open = 0; /* in a row */
    ascent->first = ascent->next = proof->bound;
    while (answer != SAT_YES && n_open < 2 && ascent->first <= ascent->last) {
        while (ascent->next < ascent->first + at_once &&
               ascent->next <= ascent->last) {
            begin_next(ascent, arena);
        }
        int *slot;
        answer = end_first(ascent, arena, &slot);
        n_open = answer == SAT_UNKNOWN ? n_open + 1 : 0;
        if (answer == SAT_NO) {
            proof->bound = ascent->first;
        } else if (answer == SAT_YES) {
            take_schedule(arena, ascent->task->problem, slot, proof);
        }
    }
    while (ascent->first < ascent->next) {
        gaps_inquiry_end(ascent->asked[ascent->first++ % MOST_AT_ONCE]);
    }
    proof->is_refuted = !proof->slot && proof->bound > ascent->last;
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
        size_t n = (size_t)problem->n_meetings;
        int *slot = arena_new(arena, n, int);
        memcpy(slot, task->slot, n * sizeof *slot);
        take_schedule(arena, problem, slot, proof);
    }
    if (gaps_sat_can_ask(*arena, problem, &known)) {
        struct ascent ascent = {
            .task = task,
            .known = &known,
            .last = proof->slot ? proof->gaps - 1 : most_gaps(problem),
        };
        raise_bound(arena, &ascent, proof);
    }
}
