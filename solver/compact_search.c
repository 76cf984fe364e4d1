/* Annealing with the choice of meetings settled: the levels before COMPACTNESS are
 * what moves have to pay for on the way, and weigh so little that a better day can
 * be reached through a worse one. What is kept is the best assignment in the
 * strict order of the levels. */

#include <assert.h>

#include "solver/anneal.h"
#include "solver/compact.h"
#include "solver/settled.h"

enum {
    MOVES_PER_MEETING = 1500,    /* of each run, */
    FEW_MOVES_PER_MEETING = 400, /* or these */
    MOST_MOVES = 2 * 1000 * 1000,
    RUNS = 2,
    ROUNDS = 3,
};

void compact_search_within(const struct compact_task *task,
                           const struct problem *problem,
                           struct incumbent *incumbent)
{
    assert(incumbent->broken == 0);
    int64_t moves =
        (int64_t)problem_n_loose(problem) *
        (task->was_searched ? FEW_MOVES_PER_MEETING : MOVES_PER_MEETING);
    struct anneal_task search = {
        .problem = problem,
        .rooms = task->rooms,
        .interpreters = task->interpreters,
        .focus = task->rank,
        .heat = anneal_heat_of_slots,
        .has_target = true,
        .target = task->target,
        .n_moves = moves < MOST_MOVES ? moves : MOST_MOVES,
        .n_runs = RUNS,
        .n_rounds = ROUNDS,
        .threads = task->threads,
        .seed = task->seed,
        .stop = task->stop,
        .poll = task->poll,
        .context = task->context,
    };
    struct arena scratch;
    arena_init(&scratch);
    anneal(scratch, &search, incumbent);
    arena_finish(&scratch);
}

void compact_search(struct arena scratch, const struct compact_task *task,
                    struct incumbent *incumbent)
{
    struct problem same = settled_as_held(&scratch, task->problem, incumbent->slot);
    compact_search_within(task, &same, incumbent);
}
