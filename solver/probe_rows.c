#include "solver/probe_rows.h"

#include "solver/lists.h"

/* A row of its own for each level, free for now. */
static void add_hold_rows(struct inquiry *inquiry)
{
    struct program *program = &inquiry->program;
    for (int k = 0; k < inquiry->standard->n_levels; k++) {
        const struct expression *e =
            program_level(program, inquiry->ghosts->problem.level[k]);
        program_row_begin(program, ROW_FREE, ROW_FREE);
        for (int i = 0; i < e->n; i++) {
            program_row_add(program, e->term[i].column, e->term[i].coef);
        }
        inquiry->hold_row[k] = program->n_rows - 1;
    }
}

/* The meetings with ghosts, which cannot be named in problem->after: what has to
 * come after one of them may come after its ghost instead. */
static bool has_ghost(const struct ghosts *ghosts, int m)
{
    for (int lift = 0; lift < N_LIFTS && m < ghosts->n_original; lift++) {
        if (ghosts_find(ghosts, m, (enum lift)lift) >= 0) {
            return true;
        }
    }
    return false;
}

static struct lists after_without_ghosts(struct arena *arena,
                                         const struct ghosts *ghosts)
{
    const struct lists *after = &ghosts->problem.after;
    int n = ghosts->problem.n_meetings;
    struct lists out = {arena_new(arena, n + 1, int),
                        arena_new(arena, after->start[n], int)};
    for (int k = 0, e = 0; k < n; k++) {
        for (int i = after->start[k]; i < after->start[k + 1]; i++) {
            if (!has_ghost(ghosts, after->item[i])) {
                out.item[e++] = after->item[i];
            }
        }
        out.start[k + 1] = e;
    }
    return out;
}

static void add_before(struct program *program, int m, int s, int coef)
{
    const struct lists *slots = &program->slots;
    for (int i = slots->start[m]; i < slots->start[m + 1] && slots->item[i] < s;
         i++) {
        program_row_add(program, program->x_first[m] + i - slots->start[m], coef);
    }
}

/* k up to slot s at most as often as o or a ghost of it before s. */
static void add_after_rows(struct inquiry *inquiry, int k, int o)
{
    struct program *program = &inquiry->program;
    const struct lists *slots = &program->slots;
    for (int i = slots->start[k]; i < slots->start[k + 1]; i++) {
        int s = slots->item[i];
        program_row_begin(program, ROW_FREE, 0);
        add_before(program, k, s + 1, 1);
        add_before(program, o, s, -1);
        for (int lift = 0; lift < N_LIFTS; lift++) {
            int g = ghosts_find(inquiry->ghosts, o, (enum lift)lift);
            if (g >= 0) {
                add_before(program, g, s, -1);
            }
        }
        program_row_end(program);
    }
}

static void add_all_after_rows(struct inquiry *inquiry)
{
    const struct lists *after = &inquiry->ghosts->problem.after;
    for (int k = 0; k < inquiry->ghosts->problem.n_meetings; k++) {
        for (int i = after->start[k]; i < after->start[k + 1]; i++) {
            if (has_ghost(inquiry->ghosts, after->item[i])) {
                add_after_rows(inquiry, k, after->item[i]);
            }
        }
    }
}

static void add_force_rows(struct inquiry *inquiry)
{
    struct program *program = &inquiry->program;
    int n = inquiry->ghosts->n_original,
        n_all = inquiry->ghosts->problem.n_meetings;
    inquiry->force_row = arena_new(&inquiry->arena, n_all - n, int);
    for (int g = n; g < n_all; g++) {
        program_row_begin(program, 0, ROW_FREE);
        for (int i = 0; i < lists_length(&program->slots, g); i++) {
            program_row_add(program, program->x_first[g] + i, 1);
            program->column[program->x_first[g] + i].upper = 0;
        }
        inquiry->force_row[g - n] = program->n_rows - 1;
    }
}

void inquiry_build(struct inquiry *inquiry, const struct pool *rooms,
                   const struct pool *interpreters)
{
    inquiry->problem = inquiry->ghosts->problem;
    inquiry->problem.after = after_without_ghosts(&inquiry->arena, inquiry->ghosts);
    program_init(&inquiry->arena, &inquiry->problem, rooms, interpreters,
                 &inquiry->program);
    add_all_after_rows(inquiry);
    add_hold_rows(inquiry);
    add_force_rows(inquiry);
}
