#include "solver/program.h"

#include <limits.h>

#include "scheduler/base/bits.h"
#include "solver/lists.h"
#include "solver/program_pool.h"

int program_add_column(struct program *program, struct column column)
{
    program->column =
        arena_grow(program->arena, program->column, program->n_columns,
                   &program->column_capacity, sizeof *program->column);
    program->column[program->n_columns] = column;
    return program->n_columns++;
}

void program_row_begin(struct program *program, int64_t low, int64_t high)
{
    program->row = arena_grow(program->arena, program->row, program->n_rows,
                              &program->row_capacity, sizeof *program->row);
    program->row[program->n_rows++] =
        (struct row){.first = program->n_terms, .low = low, .high = high};
}

void program_row_add(struct program *program, int column, int64_t coef)
{
    if (coef == 0) {
        return;
    }
    program->term = arena_grow(program->arena, program->term, program->n_terms,
                               &program->term_capacity, sizeof *program->term);
    program->term[program->n_terms++] = (struct term){column, coef};
    program->row[program->n_rows - 1].n++;
}

void program_row_add_busy(struct program *program, int p, int s, int64_t coef)
{
    int u = program->u[(int64_t)p * program->problem->n_slots + s];
    if (u >= 0) {
        program_row_add(program, u, coef);
        return;
    }
    const struct lists *meetings = &program->meetings;
    for (int k = meetings->start[p]; k < meetings->start[p + 1]; k++) {
        int x = program_x(program, meetings->item[k], s);
        if (x >= 0) {
            program_row_add(program, x, coef);
        }
    }
}

void program_row_end(struct program *program)
{
    const struct row *row = &program->row[program->n_rows - 1];
    int64_t least = 0, most = 0;
    for (int k = row->first; k < row->first + row->n; k++) {
        int64_t reach =
            program->term[k].coef * program->column[program->term[k].column].upper;
        *(reach > 0 ? &most : &least) += reach;
    }
    bool low_holds = row->low == ROW_FREE || least >= row->low;
    bool high_holds = row->high == ROW_FREE || most <= row->high;
    if (low_holds && high_holds) {
        program->n_terms = row->first;
        program->n_rows--;
    }
}

int program_x(const struct program *program, int m, int s)
{
    if (!problem_allows(program->problem, m, s)) {
        return -1;
    }
    /* The rank of s in the domain, counted in words. */
    const uint64_t *domain =
        program->problem->domain + (int64_t)m * program->problem->slot_words;
    int rank = 0;
    for (int w = 0; w < s / 64; w++) {
        rank += __builtin_popcountll(domain[w]);
    }
    uint64_t below = ((uint64_t)1 << (s % 64)) - 1;
    return program->x_first[m] + rank +
           __builtin_popcountll(domain[s / 64] & below);
}

static void add_meetings(struct program *program)
{
    const struct problem *problem = program->problem;
    program->x_first = arena_new(program->arena, problem->n_meetings, int);
    for (int m = 0; m < problem->n_meetings; m++) {
        program->x_first[m] = program->n_columns;
        for (int k = program->slots.start[m]; k < program->slots.start[m + 1];
             k++) {
            program_add_column(program, (struct column){.kind = COLUMN_X,
                                                        .a = m,
                                                        .b = program->slots.item[k],
                                                        .upper = 1,
                                                        .integer = true});
        }
    }
    /* Kept also where a single slot makes them needless: they have duals. */
    program->meeting_row = arena_new(program->arena, problem->n_meetings, int);
    for (int m = 0; m < problem->n_meetings; m++) {
        int n = lists_length(&program->slots, m);
        program->meeting_row[m] = -1;
        if (n > 0 || problem->must[m]) {
            program->meeting_row[m] = program->n_rows;
            program_row_begin(program, problem->must[m] ? 1 : ROW_FREE, 1);
        }
        for (int k = 0; k < n; k++) {
            program_row_add(program, program->x_first[m] + k, 1);
        }
    }
}

/* If m is in slot s or before, o, which must be earlier, is before s: sum of x[m,t]
 * over t <= s is at most the sum of x[o,t] over t < s. */
static void add_after(struct program *program)
{
    const struct problem *problem = program->problem;
    const struct lists *slots = &program->slots;
    for (int m = 0; m < problem->n_meetings; m++) {
        for (int k = problem->after.start[m]; k < problem->after.start[m + 1];
             k++) {
            int o = problem->after.item[k];
            for (int i = slots->start[m]; i < slots->start[m + 1]; i++) {
                int s = slots->item[i];
                program_row_begin(program, ROW_FREE, 0);
                for (int j = slots->start[m]; j <= i; j++) {
                    program_row_add(program, program_x(program, m, slots->item[j]),
                                    1);
                }
                for (int j = slots->start[o];
                     j < slots->start[o + 1] && slots->item[j] < s; j++) {
                    int x = program_x(program, o, slots->item[j]);
                    program_row_add(program, x, -1);
                }
                program_row_end(program);
            }
        }
    }
}

static int count_in_slot(const struct program *program, int p, int s)
{
    int n = 0;
    for (int k = program->meetings.start[p]; k < program->meetings.start[p + 1];
         k++) {
        n += problem_allows(program->problem, program->meetings.item[k], s);
    }
    return n;
}

/* The column u[p,s], with u >= each x and sum of x <= parallel * u, for one who
 * can be in several meetings at a time. */
static void add_u(struct program *program, int p, int s)
{
    int *u = &program->u[(int64_t)p * program->problem->n_slots + s];
    if (*u >= 0 || count_in_slot(program, p, s) < 2) {
        return;
    }
    int column = program_add_column(
        program,
        (struct column){
            .kind = COLUMN_U, .a = p, .b = s, .upper = 1, .integer = true});
    for (int k = program->meetings.start[p]; k < program->meetings.start[p + 1];
         k++) {
        int x = program_x(program, program->meetings.item[k], s);
        if (x >= 0) {
            program_row_begin(program, ROW_FREE, 0);
            program_row_add(program, x, 1);
            program_row_add(program, column, -1);
            program_row_end(program);
        }
    }
    program_row_begin(program, ROW_FREE, 0);
    program_row_add_busy(program, p, s, 1);
    program_row_add(program, column, -program->problem->parallel[p]);
    program_row_end(program);
    /* And busy only if there is a meeting. */
    program_row_begin(program, 0, ROW_FREE);
    program_row_add_busy(program, p, s, 1);
    program_row_add(program, column, -1);
    program_row_end(program);
    *u = column;
}

void program_use_u(struct program *program, int p)
{
    if (program->problem->parallel[p] > 1) {
        for (int s = 0; s < program->problem->n_slots; s++) {
            add_u(program, p, s);
        }
    }
}

static void add_parallel(struct program *program, int p)
{
    const struct problem *problem = program->problem;
    for (int s = 0; s < problem->n_slots; s++) {
        if (program->u[(int64_t)p * problem->n_slots + s] < 0) {
            program_row_begin(program, ROW_FREE, problem->parallel[p]);
            program_row_add_busy(program, p, s, 1);
            program_row_end(program);
        }
    }
}

static void add_max_meetings(struct program *program, int p)
{
    if (program->problem->max_meetings[p] == PROBLEM_NO_LIMIT) {
        return;
    }
    program_row_begin(program, ROW_FREE, program->problem->max_meetings[p]);
    for (int k = program->meetings.start[p]; k < program->meetings.start[p + 1];
         k++) {
        int m = program->meetings.item[k];
        for (int i = 0; i < lists_length(&program->slots, m); i++) {
            program_row_add(program, program->x_first[m] + i, 1);
        }
    }
    program_row_end(program);
}

static void add_max_consecutive(struct program *program, int p)
{
    const struct problem *problem = program->problem;
    if (problem->max_consecutive[p] == PROBLEM_NO_LIMIT) {
        return;
    }
    program_use_u(program, p);
    for (int s = 0; s < problem->n_slots; s++) {
        int width = problem_longest_run(problem, p, s) + 1;
        if (s + width <= program->session_end[s]) {
            program_row_begin(program, ROW_FREE, width - 1);
            for (int t = s; t < s + width; t++) {
                program_row_add_busy(program, p, t, 1);
            }
            program_row_end(program);
        }
    }
}

static void gap_term(struct program *program, int column, int64_t coef)
{
    program->gap = arena_grow(program->arena, program->gap, program->n_gap,
                              &program->gap_capacity, sizeof *program->gap);
    program->gap[program->n_gap++] = (struct term){column, coef};
}

/* Block starts and use of one session: b[s] >= busy[s] - busy[s - 1] and
 * v <= sum of b; the least sum of b less the largest v are p's gaps. */
static void add_session_gaps(struct program *program, int p, int first, int end)
{
    int from = -1, to = -1;
    for (int s = first; s < end; s++) {
        if (count_in_slot(program, p, s) > 0) {
            from = from < 0 ? s : from;
            to = s;
        }
    }
    if (from < 0 || to - from < 2) {
        return; /* no room for a gap */
    }
    int used = program_add_column(
        program,
        (struct column){.kind = COLUMN_USED, .a = p, .b = first, .upper = 1});
    int n_gap = program->n_gap;
    for (int s = from; s <= to; s++) {
        int start = program_add_column(
            program,
            (struct column){.kind = COLUMN_START, .a = p, .b = s, .upper = 1});
        gap_term(program, start, 1);
        program_row_begin(program, ROW_FREE, 0);
        program_row_add_busy(program, p, s, 1);
        if (s > from) {
            program_row_add_busy(program, p, s - 1, -1);
        }
        program_row_add(program, start, -1);
        program_row_end(program);
    }
    program_row_begin(program, ROW_FREE, 0);
    program_row_add(program, used, 1);
    for (int k = n_gap; k < program->n_gap; k++) {
        program_row_add(program, program->gap[k].column, -1);
    }
    program_row_end(program);
    gap_term(program, used, -1);
}

void program_count_gaps(struct program *program, int p)
{
    if (program->gaps_first[p] >= 0) {
        return;
    }
    program_use_u(program, p);
    program->gaps_first[p] = program->n_gap;
    int n_slots = program->problem->n_slots;
    for (int s = 0; s < n_slots; s = program->session_end[s]) {
        add_session_gaps(program, p, s, program->session_end[s]);
    }
    program->gaps_end[p] = program->n_gap;
}

static void add_max_gaps(struct program *program, int p)
{
    if (program->problem->max_gaps[p] == PROBLEM_NO_LIMIT) {
        return;
    }
    program_count_gaps(program, p);
    program_row_begin(program, ROW_FREE, program->problem->max_gaps[p]);
    for (int k = program->gaps_first[p]; k < program->gaps_end[p]; k++) {
        program_row_add(program, program->gap[k].column, program->gap[k].coef);
    }
    program_row_end(program);
}

static void add_participants(struct program *program)
{
    const struct problem *problem = program->problem;
    int n = problem->n_participants;
    int64_t cells = (int64_t)n * problem->n_slots;
    program->u = arena_new(program->arena, cells, int);
    for (int64_t k = 0; k < cells; k++) {
        program->u[k] = -1;
    }
    program->gaps_first = arena_new(program->arena, n, int);
    program->gaps_end = arena_new(program->arena, n, int);
    for (int p = 0; p < n; p++) {
        program->gaps_first[p] = -1;
        add_max_consecutive(program, p);
        add_max_gaps(program, p);
        add_parallel(program, p);
        add_max_meetings(program, p);
    }
}

/* Room for what a usual event needs, so that arrays need not move while they grow:
 * of a million columns each copy counts. */
static void reserve(struct program *program)
{
    const struct problem *problem = program->problem;
    const struct lists *people = &problem->participants;
    int n_slots = problem->n_slots;
    int64_t n_columns = program->slots.start[problem->n_meetings];
    int64_t n_terms = 4 * n_columns; /* at most once, room, interpreter, a level */
    for (int m = 0; m < problem->n_meetings; m++) {
        int64_t n = people->start[m + 1] - people->start[m];
        n_terms += n * lists_length(&program->slots, m);
    }
    int64_t n_rows = problem->n_meetings + 2 * (int64_t)n_slots +
                     (int64_t)problem->n_participants * n_slots;
    if (n_terms > INT_MAX / 2 || n_rows > INT_MAX / 2) {
        return; /* leave it to growth to say so */
    }
    program->column_capacity = (int)n_columns + 1;
    program->row_capacity = (int)n_rows + 1;
    program->term_capacity = (int)n_terms + 1;
    program->column =
        arena_new(program->arena, program->column_capacity, struct column);
    program->row = arena_new(program->arena, program->row_capacity, struct row);
    program->term = arena_new(program->arena, program->term_capacity, struct term);
}

void program_init(struct arena *arena, const struct problem *problem,
                  const struct pool *rooms, const struct pool *interpreters,
                  struct program *program)
{
    *program = (struct program){
        .arena = arena,
        .problem = problem,
        .pool = {rooms, interpreters},
        .slots = lists_of_slots(arena, problem),
        .meetings = lists_invert(arena, &problem->participants, problem->n_meetings,
                                 problem->n_participants),
    };
    lists_find_sessions(arena, problem, &program->session_first,
                        &program->session_end);
    reserve(program);
    add_meetings(program);
    add_after(program);
    add_participants(program);
    program_add_pool(program, POOL_ROOMS);
    program_add_pool(program, POOL_INTERPRETERS);
}
