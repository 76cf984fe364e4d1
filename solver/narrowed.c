#include "solver/narrowed.h"

#include <string.h>

#include "solver/dual_fix.h"
#include "solver/lists.h"

struct problem narrowed_problem(struct arena *arena, const struct program *program)
{
    struct problem problem = *program->problem;
    int64_t n_words = (int64_t)problem.n_meetings * problem.slot_words;
    problem.domain = arena_new(arena, n_words, uint64_t);
    problem.must = arena_new(arena, problem.n_meetings, bool);
    for (int m = 0; m < problem.n_meetings; m++) {
        uint64_t *domain = problem.domain + (int64_t)m * problem.slot_words;
        for (int i = 0; i < lists_length(&program->slots, m); i++) {
            if (program->column[program->x_first[m] + i].upper > 0) {
                bits_add(domain, program->slots.item[program->slots.start[m] + i]);
            }
        }
        int row = program->meeting_row[m];
        problem.must[m] =
            program->problem->must[m] || (row >= 0 && program->row[row].low == 1);
    }
    return problem;
}

struct problem narrowed_towards(struct arena *arena, struct program *program,
                                const struct dual_bound *bound, const double *dual,
                                int64_t value)
{
    struct arena own; /* the program's may be lent meanwhile */
    arena_init(&own);
    size_t n_columns = (size_t)program->n_columns, n_rows = (size_t)program->n_rows;
    struct column *column = arena_new(&own, n_columns, struct column);
    struct row *row = arena_new(&own, n_rows, struct row);
    memcpy(column, program->column, n_columns * sizeof *column);
    memcpy(row, program->row, n_rows * sizeof *row);
    dual_fix(program, bound, dual, value);
    struct problem problem = narrowed_problem(arena, program);
    memcpy(program->column, column, n_columns * sizeof *column);
    memcpy(program->row, row, n_rows * sizeof *row);
    arena_finish(&own);
    return problem;
}
