#include "solver/narrowed.h"

#include <string.h>

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
