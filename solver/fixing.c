#include "solver/fixing.h"

#include <string.h>

#include "scheduler/base/bits.h"
#include "solver/dual_bound.h"
#include "solver/lists.h"

void fixing_init(struct arena *arena, const struct problem *problem,
                 struct fixing *fixing)
{
    int64_t words = (int64_t)problem->n_meetings * problem->slot_words;
    *fixing = (struct fixing){0};
    fixing->domain = arena_new(arena, words, uint64_t);
    fixing->must = arena_new(arena, problem->n_meetings, bool);
    if (words > 0) {
        memcpy(fixing->domain, problem->domain, (size_t)words * sizeof(uint64_t));
    }
    for (int m = 0; m < problem->n_meetings; m++) {
        fixing->must[m] = problem->must[m];
        fixing->n_must += problem->must[m];
    }
}

/* What m in its i-th slot adds to the bound beyond what its people, rooms and so
 * on are worth elsewhere; not in any slot it adds 0. */
static dual_wide gain(const struct program *program, const struct dual_bound *bound,
                      int m, int i)
{
    int row = program->meeting_row[m];
    dual_wide own = row >= 0 ? bound->multiplier[row] : 0;
    return bound->reduced[program->x_first[m] + i] + own;
}

static dual_wide best_gain(const struct program *program,
                           const struct dual_bound *bound, int m)
{
    dual_wide best = 0;
    for (int i = 0; i < lists_length(&program->slots, m); i++) {
        dual_wide g = gain(program, bound, m, i);
        bool open = program->column[program->x_first[m] + i].upper > 0;
        best = open && g > best ? g : best;
    }
    return best;
}

static void narrow_meeting(const struct program *program,
                           const struct dual_bound *bound, int m, dual_wide slack,
                           struct fixing *fixing)
{
    uint64_t *domain = fixing->domain + (int64_t)m * program->problem->slot_words;
    dual_wide best = best_gain(program, bound, m);
    for (int i = 0; i < lists_length(&program->slots, m); i++) {
        int s = program->slots.item[program->slots.start[m] + i];
        if (bits_has(domain, s) && best - gain(program, bound, m, i) > slack) {
            bits_remove(domain, s);
            fixing->n_ruled_out++;
        }
    }
    if (!fixing->must[m] && best > slack) {
        fixing->must[m] = true;
        fixing->n_must++;
    }
}

bool fixing_narrow(struct arena scratch, struct program *program,
                   enum solver_level level, const double *dual, int64_t value,
                   struct fixing *fixing)
{
    const struct problem *problem = program->problem;
    int before = fixing->n_ruled_out + fixing->n_must;
    struct dual_bound bound;
    dual_bound_build(&scratch, program, level, dual, &bound);
    dual_wide slack = dual_bound_slack(&bound, value);
    /* One of a meeting's slots counts, not all of them. */
    for (int m = 0; m < problem->n_meetings; m++) {
        dual_wide all = 0;
        int row = program->meeting_row[m];
        for (int i = 0; i < lists_length(&program->slots, m); i++) {
            int j = program->x_first[m] + i;
            if (bound.reduced[j] > 0) {
                all += bound.reduced[j] * program->column[j].upper;
            }
        }
        slack -= all + (row >= 0 ? bound.multiplier[row] : 0) -
                 best_gain(program, &bound, m);
    }
    if (slack < 0) {
        return false; /* the value cannot be reached: not for us to say */
    }
    for (int m = 0; m < problem->n_meetings; m++) {
        narrow_meeting(program, &bound, m, slack, fixing);
    }
    return fixing->n_ruled_out + fixing->n_must > before;
}

void fixing_apply(const struct fixing *fixing, struct program *program)
{
    const struct problem *problem = program->problem;
    for (int m = 0; m < problem->n_meetings; m++) {
        const uint64_t *domain = fixing->domain + (int64_t)m * problem->slot_words;
        for (int i = 0; i < lists_length(&program->slots, m); i++) {
            int s = program->slots.item[program->slots.start[m] + i];
            if (!bits_has(domain, s)) {
                program->column[program->x_first[m] + i].upper = 0;
            }
        }
        if (fixing->must[m] && program->meeting_row[m] >= 0) {
            program->row[program->meeting_row[m]].low = 1;
        }
    }
}
