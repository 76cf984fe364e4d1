#include "solver/selection.h"

#include "scheduler/base/rng.h"
#include "solver/lists.h"

static double *draw_nudges(struct arena *arena, const struct program *program,
                           double nudge)
{
    double *of_column = arena_new(arena, program->n_columns, double);
    struct rng rng;
    rng_init(&rng, 1);
    for (int m = 0; m < program->problem->n_meetings; m++) {
        double of_meeting = nudge * rng_unit(&rng);
        for (int k = 0; k < lists_length(&program->slots, m); k++) {
            of_column[program->x_first[m] + k] = of_meeting;
        }
    }
    return of_column;
}

double *selection_find(struct arena *arena, struct program *program,
                       enum solver_level level, double nudge,
                       const struct first_order_limits *limits)
{
    int n_meetings = program->problem->n_meetings;
    program_level(program, level); /* may grow in this arena */
    double *share = arena_new(arena, n_meetings, double);
    struct arena scratch = *arena;
    struct first_order_limits nudged = *limits;
    struct first_order_result result;
    nudged.nudge = draw_nudges(&scratch, program, nudge);
    first_order_relax(&scratch, program, level, &nudged, &result);
    for (int m = 0; m < n_meetings; m++) {
        for (int k = 0; k < lists_length(&program->slots, m); k++) {
            share[m] += result.column[program->x_first[m] + k];
        }
    }
    return share;
}

struct problem selection_restrict(struct arena *arena,
                                  const struct problem *problem,
                                  const double *share, double least)
{
    struct problem narrow = *problem;
    int n_words = problem->slot_words;
    narrow.domain =
        arena_new(arena, (int64_t)problem->n_meetings * n_words, uint64_t);
    for (int m = 0; m < problem->n_meetings; m++) {
        bool is_held = share[m] >= least || problem->must[m];
        for (int w = 0; w < n_words && is_held; w++) {
            int64_t at = (int64_t)m * n_words + w;
            narrow.domain[at] = problem->domain[at];
        }
    }
    return narrow;
}
