/* A first-order method nears a smallest maximum slowly. Whether SERVED can be as good as
 * it is with nobody above a given sum is a question that it answers at once: if the
 * bound is lower, nobody above it is too few. The answer is no up to a certain sum,
 * which is found by bisection; the sum just below the value is asked for first, since
 * mostly there is nothing better.
 *
 * The rows that hold SERVED and BALANCE are taken out meanwhile: the first says what is
 * asked, and both reach over everything, which the method does not like. What they have
 * closed stays closed. */

#include "solver/burden_bound.h"

#include <assert.h>

#include "solver/first_order.h"

/* Effort, counted so that it is the same on every machine. */
enum { MOST_ITERATIONS = 2000 };
static const double most_terms = 0.6e9;

static int iterations(const struct program *program)
{
    return first_order_iterations(program, most_terms, MOST_ITERATIONS);
}

struct question {
    struct work *work;
    int64_t served; /* what the level demands */
    int column;     /* of the largest sum */
};

/* Whether it is proven that somebody has more than `most`. */
static bool is_refuted(const struct question *question, int64_t most)
{
    struct work *work = question->work;
    struct arena own; /* the program's may be lent meanwhile */
    struct first_order_result result;
    struct first_order_limits effort = {
        .max_iterations = iterations(&work->program),
        .threads = work->options->threads,
        .gap = first_order_usual_gap,
        .has_target = true,
        .target = question->served - 1,
        .poll = work_poll,
        .context = work,
    };
    arena_init(&own);
    work->program.column[question->column].upper = most;
    first_order_relax(&own, &work->program, SOLVER_SERVED, &effort, &result);
    bool refuted = result.has_bound && result.bound < question->served;
    arena_finish(&own);
    return refuted;
}

/* The smallest number in [low, high] that is not refuted. */
static int64_t bisect(const struct question *question, int64_t low, int64_t high)
{
    if (low >= high || is_refuted(question, high - 1)) {
        return high;
    }
    high--;
    while (low < high && !work_poll(question->work)) {
        int64_t middle = low + (high - low) / 2;
        if (is_refuted(question, middle)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

bool burden_bound(struct work *work, int k)
{
    struct program *program = &work->program;
    int served = problem_rank(work->problem, SOLVER_SERVED);
    if (work->glpk || served < 0 || served > k || work->n_held < k ||
        work->incumbent.broken != 0) {
        return false;
    }
    const struct expression *burden = program_level(program, SOLVER_BURDEN);
    assert(program->level[SOLVER_SERVED].built);
    if (burden->n != 1 || iterations(program) < FIRST_ORDER_FEWEST) {
        return false;
    }
    struct question question = {work, work->held[SOLVER_SERVED],
                                burden->term[0].column};
    struct row rows[2];
    static const enum solver_level levels[] = {SOLVER_SERVED, SOLVER_BALANCE};
    for (int i = 0; i < 2; i++) {
        int row = work->held_row[levels[i]];
        if (row >= 0) {
            rows[i] = program->row[row];
            program->row[row].low = program->row[row].high = ROW_FREE;
        }
    }
    int64_t upper = program->column[question.column].upper;
    int64_t value = work->incumbent.value[SOLVER_BURDEN];
    work_take_bound(work, k, bisect(&question, work->level[k].bound, value));
    program->column[question.column].upper = upper;
    for (int i = 0; i < 2; i++) {
        int row = work->held_row[levels[i]];
        if (row >= 0) {
            program->row[row] = rows[i];
        }
    }
    return true;
}
