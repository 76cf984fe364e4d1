#include "solver/first_order_run.h"

#include <math.h>

static void divide_blocks(const struct system *system, int *end)
{
    int column[RUN_PARTS], b = 0;
    sparse_divide(&system->column, RUN_PARTS, column);
    for (int k = 0; k < RUN_PARTS; k++) {
        while (b < system->n_blocks && system->block[b].first < column[k]) {
            b++;
        }
        end[k] = k == RUN_PARTS - 1 ? system->n_blocks : b;
    }
}

void run_init(struct arena *arena, const struct program *program,
              const struct system *system, struct run *run)
{
    int n_columns = system->n_columns, n_rows = system->n_rows;
    *run = (struct run){
        .system = system,
        .gain = arena_new(arena, n_columns, float),
        .upper = arena_new(arena, n_columns, float),
        .low = arena_new(arena, n_rows, double),
        .high = arena_new(arena, n_rows, double),
        .weight = 1,
        .x = arena_new(arena, n_columns, float),
        .x_anchor = arena_new(arena, n_columns, float),
        .x_hat = arena_new(arena, n_columns, float),
        .x_bar = arena_new(arena, n_columns, float),
        .y = arena_new(arena, n_rows, float),
        .y_anchor = arena_new(arena, n_rows, float),
        .y_hat = arena_new(arena, n_rows, float),
    };
    for (int j = 0; j < n_columns; j++) {
        run->upper[j] = (float)program->column[j].upper;
    }
    for (int i = 0; i < n_rows; i++) {
        const struct row *row = &program->row[system->row_of[i]];
        run->low[i] = row->low == ROW_FREE ? -INFINITY : (double)row->low;
        run->high[i] = row->high == ROW_FREE ? INFINITY : (double)row->high;
    }
    divide_blocks(system, run->column_end);
    sparse_divide(&system->row, RUN_PARTS, run->row_end);
}

static inline double times(const struct sparse *sparse, int i, const float *other)
{
    double sum = 0;
    for (int k = sparse->start[i]; k < sparse->start[i + 1]; k++) {
        sum += (double)(sparse->coef[k] * other[sparse->index[k]]);
    }
    return sum;
}

/* Lowers the columns of a block by the same amount, and not below 0, until they
 * come to 1: those above it in the end are found by leaving out the others. */
static void lower_to_one(float *x, int n)
{
    double sum = 0, off = 0;
    int kept = 0;
    for (int j = 0; j < n; j++) {
        if (x[j] > -INFINITY) {
            sum += (double)x[j];
            kept++;
        }
    }
    int before = -1;
    while (kept != before && kept > 0) {
        off = (sum - 1) / kept;
        before = kept;
        sum = 0;
        kept = 0;
        for (int j = 0; j < n; j++) {
            if ((double)x[j] > off) {
                sum += (double)x[j];
                kept++;
            }
        }
    }
    for (int j = 0; j < n; j++) {
        x[j] = (double)x[j] > off ? x[j] - (float)off : 0;
    }
}

static void project(const struct run *run, const struct block *block)
{
    int first = block->first, end = block[1].first;
    float *x = run->x_hat;
    double above = 0;
    for (int j = first; j < end; j++) {
        if (run->upper[j] <= 0) {
            x[j] = -INFINITY;
        }
        above += x[j] > 0 ? (double)x[j] : 0;
    }
    if (block->kind == BLOCK_EXACTLY_ONE ||
        (block->kind == BLOCK_AT_MOST_ONE && above > 1)) {
        lower_to_one(x + first, end - first);
        return;
    }
    for (int j = first; j < end; j++) {
        x[j] = x[j] > 0 ? x[j] : 0;
        x[j] = x[j] < run->upper[j] ? x[j] : run->upper[j];
    }
}

static void step_columns(void *context, int part)
{
    struct run *run = context;
    const struct system *system = run->system;
    float anchor = (float)run->pull, along = (float)(1 - run->pull);
    float per_weight = (float)(1 / run->weight);
    double moved = 0;
    for (int b = part > 0 ? run->column_end[part - 1] : 0;
         b < run->column_end[part]; b++) {
        const struct block *block = &system->block[b];
        for (int j = block->first; j < block[1].first; j++) {
            float left = run->gain[j] - (float)times(&system->column, j, run->y);
            run->x_hat[j] = run->x[j] + system->column_step[j] * per_weight * left;
        }
        project(run, block);
        for (int j = block->first; j < block[1].first; j++) {
            float by = run->x_hat[j] - run->x[j];
            moved += (double)(by * by / system->column_step[j]);
            run->x_bar[j] = run->x_hat[j] + by;
            run->x[j] = along * run->x_bar[j] + anchor * run->x_anchor[j];
        }
    }
    run->part[part][0] = moved;
}

static void step_rows(void *context, int part)
{
    struct run *run = context;
    const struct system *system = run->system;
    float anchor = (float)run->pull, along = (float)(1 - run->pull);
    double moved = 0;
    for (int i = part > 0 ? run->row_end[part - 1] : 0; i < run->row_end[part];
         i++) {
        double step = (double)system->row_step[i] * run->weight;
        double y = (double)run->y[i];
        if (step > 0) {
            double at = y / step + times(&system->row, i, run->x_bar);
            double kept = at < run->low[i]    ? run->low[i]
                          : at > run->high[i] ? run->high[i]
                                              : at;
            y = step * (at - kept);
        }
        run->y_hat[i] = (float)y;
        float by = run->y_hat[i] - run->y[i];
        moved += step > 0 ? (double)(by * by / system->row_step[i]) : 0;
        run->y[i] = along * (run->y_hat[i] + by) + anchor * run->y_anchor[i];
    }
    run->part[part][1] = moved;
}

static double total(const struct run *run, int which)
{
    double sum = 0;
    for (int k = 0; k < RUN_PARTS; k++) {
        sum += run->part[k][which];
    }
    return sum;
}

void run_step(struct crew *crew, struct run *run, double pull, double moved[2])
{
    run->pull = pull;
    crew_run(crew, RUN_PARTS, step_columns, run);
    crew_run(crew, RUN_PARTS, step_rows, run);
    moved[0] = total(run, 0);
    moved[1] = total(run, 1);
}

void run_restart(struct run *run, double moved[2])
{
    const struct system *system = run->system;
    moved[0] = moved[1] = 0;
    for (int j = 0; j < system->n_columns; j++) {
        double by = (double)run->x_hat[j] - (double)run->x_anchor[j];
        moved[0] += by * by / (double)system->column_step[j];
        run->x[j] = run->x_anchor[j] = run->x_hat[j];
    }
    for (int i = 0; i < system->n_rows; i++) {
        double by = (double)run->y_hat[i] - (double)run->y_anchor[i];
        moved[1] +=
            system->row_step[i] > 0 ? by * by / (double)system->row_step[i] : 0;
        run->y[i] = run->y_anchor[i] = run->y_hat[i];
    }
}

/* What the columns add to the bound, and to the value. */
static void look_at_columns(void *context, int part)
{
    struct run *run = context;
    const struct system *system = run->system;
    double bound = 0, value = 0;
    for (int b = part > 0 ? run->column_end[part - 1] : 0;
         b < run->column_end[part]; b++) {
        const struct block *block = &system->block[b];
        double best = block->kind == BLOCK_EXACTLY_ONE ? -INFINITY : 0;
        for (int j = block->first; j < block[1].first; j++) {
            double left =
                (double)run->gain[j] - times(&system->column, j, run->y_hat);
            value += (double)(run->gain[j] * run->x_hat[j]);
            if (block->kind == BLOCK_FREE) {
                best += left > 0 ? left * (double)run->upper[j] : 0;
            } else if (run->upper[j] > 0) {
                best = left > best ? left : best;
            }
        }
        bound += best;
    }
    run->part[part][0] = bound;
    run->part[part][1] = value;
}

static void look_at_rows(void *context, int part)
{
    struct run *run = context;
    double bound = 0, broken = 0;
    for (int i = part > 0 ? run->row_end[part - 1] : 0; i < run->row_end[part];
         i++) {
        double y = (double)run->y_hat[i];
        double at = times(&run->system->row, i, run->x_hat);
        bound += y > 0 ? y * run->high[i] : y < 0 ? y * run->low[i] : 0;
        double by = at > run->high[i]  ? at - run->high[i]
                    : at < run->low[i] ? run->low[i] - at
                                       : 0;
        broken += by * fabs(y);
    }
    run->part[part][0] = bound;
    run->part[part][1] = broken;
}

struct run_state run_look(struct crew *crew, struct run *run)
{
    crew_run(crew, RUN_PARTS, look_at_columns, run);
    struct run_state state = {.bound = total(run, 0), .value = total(run, 1)};
    crew_run(crew, RUN_PARTS, look_at_rows, run);
    state.bound += total(run, 0);
    state.broken = total(run, 1);
    return state;
}
