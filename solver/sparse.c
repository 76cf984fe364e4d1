#include "solver/sparse.h"

#include <math.h>

enum { SCALINGS = 8 };

/* Whether the row of a meeting is one that a block can keep. */
static bool is_block_row(const struct row *row)
{
    return row->high == 1 && row->low <= 1;
}

static void add_block(struct system *system, enum block_kind kind, int first)
{
    system->block[system->n_blocks++] = (struct block){kind, first};
}

/* Marks the rows that become blocks. */
static void find_blocks(struct arena *arena, const struct program *program,
                        bool *is_block, struct system *system)
{
    int n_meetings = program->problem->n_meetings;
    int end = 0;
    system->block = arena_new(arena, 2 * n_meetings + 2, struct block);
    for (int m = 0; m < n_meetings; m++) {
        int i = program->meeting_row[m];
        if (i < 0 || !is_block_row(&program->row[i])) {
            continue;
        }
        const struct row *row = &program->row[i];
        is_block[i] = true;
        if (program->x_first[m] > end) {
            add_block(system, BLOCK_FREE, end);
        }
        add_block(system, row->low == 1 ? BLOCK_EXACTLY_ONE : BLOCK_AT_MOST_ONE,
                  program->x_first[m]);
        end = program->x_first[m] + row->n;
    }
    if (end < program->n_columns) {
        add_block(system, BLOCK_FREE, end);
    }
    system->block[system->n_blocks].first = program->n_columns;
}

static struct sparse make_sparse(struct arena *arena, int n_lines, int n_terms)
{
    return (struct sparse){
        .n_lines = n_lines,
        .start = arena_new(arena, n_lines + 1, int),
        .index = arena_new(arena, n_terms, int),
        .coef = arena_new(arena, n_terms, float),
    };
}

static void fill_rows(struct arena *arena, const struct program *program,
                      const bool *is_block, struct system *system)
{
    int n_terms = 0;
    for (int i = 0; i < program->n_rows; i++) {
        system->n_rows += !is_block[i];
        n_terms += is_block[i] ? 0 : program->row[i].n;
    }
    struct sparse *by_row = &system->row;
    *by_row = make_sparse(arena, system->n_rows, n_terms);
    system->row_of = arena_new(arena, system->n_rows, int);
    int line = 0, at = 0;
    for (int i = 0; i < program->n_rows; i++) {
        const struct row *row = &program->row[i];
        if (is_block[i]) {
            continue;
        }
        system->row_of[line] = i;
        by_row->start[line++] = at;
        for (int k = row->first; k < row->first + row->n; k++) {
            by_row->index[at] = program->term[k].column;
            by_row->coef[at++] = (float)program->term[k].coef;
        }
    }
    by_row->start[line] = at;
}

static struct sparse transpose(struct arena *arena, const struct sparse *from,
                               int n_lines)
{
    int n_terms = from->start[from->n_lines];
    struct sparse to = make_sparse(arena, n_lines, n_terms);
    for (int k = 0; k < n_terms; k++) {
        to.start[from->index[k] + 1]++;
    }
    for (int j = 0; j < n_lines; j++) {
        to.start[j + 1] += to.start[j];
    }
    struct arena scratch = *arena;
    int *filled = arena_new(&scratch, n_lines, int);
    for (int i = 0; i < from->n_lines; i++) {
        for (int k = from->start[i]; k < from->start[i + 1]; k++) {
            int j = from->index[k];
            int at = to.start[j] + filled[j]++;
            to.index[at] = i;
            to.coef[at] = from->coef[k];
        }
    }
    return to;
}

/* The largest entry of a line, or the sum of all, with the other side scaled. */
static float largest(const struct sparse *sparse, int i, const float *other)
{
    float most = 0;
    for (int k = sparse->start[i]; k < sparse->start[i + 1]; k++) {
        float size = fabsf(sparse->coef[k]) * other[sparse->index[k]];
        most = size > most ? size : most;
    }
    return most;
}

static float sum(const struct sparse *sparse, int i, const float *other)
{
    double total = 0;
    for (int k = sparse->start[i]; k < sparse->start[i + 1]; k++) {
        total += (double)fabsf(sparse->coef[k]) * other[sparse->index[k]];
    }
    return (float)total;
}

typedef float measure(const struct sparse *sparse, int i, const float *other);

/* The measure of all columns, for those of one block that of its largest. */
static void measure_columns(const struct system *system, measure *of,
                            const float *row_scale, float *size)
{
    for (int b = 0; b < system->n_blocks; b++) {
        int first = system->block[b].first, end = system->block[b + 1].first;
        float most = 0;
        for (int j = first; j < end; j++) {
            size[j] = of(&system->column, j, row_scale);
            most = size[j] > most ? size[j] : most;
        }
        for (int j = first; j < end && system->block[b].kind != BLOCK_FREE; j++) {
            size[j] = most;
        }
    }
}

static void scale(const struct system *system, struct arena scratch, float *row,
                  float *column)
{
    float *row_size = arena_new(&scratch, system->n_rows, float);
    float *column_size = arena_new(&scratch, system->n_columns, float);
    for (int round = 0; round < SCALINGS; round++) {
        for (int i = 0; i < system->n_rows; i++) {
            row_size[i] = row[i] * largest(&system->row, i, column);
        }
        measure_columns(system, largest, row, column_size);
        for (int i = 0; i < system->n_rows; i++) {
            row[i] /= row_size[i] > 0 ? sqrtf(row_size[i]) : 1;
        }
        for (int j = 0; j < system->n_columns; j++) {
            float size = column[j] * column_size[j];
            column[j] /= size > 0 ? sqrtf(size) : 1;
        }
    }
}

static void find_steps(struct arena *arena, struct system *system)
{
    float *row = system->row_step = arena_new(arena, system->n_rows, float);
    float *column = system->column_step =
        arena_new(arena, system->n_columns, float);
    struct arena scratch = *arena;
    float *size = arena_new(&scratch, system->n_columns, float);
    float *row_scale = arena_new(&scratch, system->n_rows, float);
    for (int i = 0; i < system->n_rows; i++) {
        row_scale[i] = 1;
    }
    for (int j = 0; j < system->n_columns; j++) {
        column[j] = 1;
    }
    scale(system, scratch, row_scale, column);
    measure_columns(system, sum, row_scale, size);
    for (int i = 0; i < system->n_rows; i++) {
        float all = sum(&system->row, i, column);
        row[i] = all > 0 ? row_scale[i] / all : 0;
    }
    for (int j = 0; j < system->n_columns; j++) {
        column[j] = size[j] > 0 ? column[j] / size[j] : column[j];
    }
}

void system_init(struct arena *arena, const struct program *program,
                 struct system *system)
{
    bool *is_block = arena_new(arena, program->n_rows, bool);
    *system = (struct system){.n_columns = program->n_columns};
    find_blocks(arena, program, is_block, system);
    fill_rows(arena, program, is_block, system);
    system->column = transpose(arena, &system->row, system->n_columns);
    find_steps(arena, system);
}

void sparse_divide(const struct sparse *sparse, int n, int *end)
{
    int64_t n_terms = sparse->start[sparse->n_lines] + (int64_t)sparse->n_lines;
    int i = 0;
    for (int k = 0; k < n; k++) {
        while (i < sparse->n_lines &&
               sparse->start[i + 1] + (int64_t)i + 1 <= n_terms * (k + 1) / n) {
            i++;
        }
        end[k] = k == n - 1 ? sparse->n_lines : i;
    }
}
