/* One transport per slot: the sets that meetings have there on one side, the
 * classes on the other. */

#include "solver/program_pool.h"

#include "scheduler/base/bits.h"

struct transport {
    struct program *program;
    const struct pool *pool;
    int s;
    int *meeting, n_meetings; /* that could be in the slot and need the pool */
    int *set, n_sets;         /* theirs, each once */
    int *index;               /* of a set in `set`, or -1 */
    uint64_t *classes;        /* union of the sets */
    int *flow;    /* column f[k,c] at k's index * n_classes + c, or -1 */
    const int *z; /* column of class c in the slot, or NULL */
};

static void gather(struct transport *t)
{
    const struct problem *problem = t->program->problem;
    t->n_meetings = t->n_sets = 0;
    for (int k = 0; k < t->pool->n_sets; k++) {
        t->index[k] = -1;
    }
    for (int w = 0; w < t->pool->n_words; w++) {
        t->classes[w] = 0;
    }
    for (int m = 0; m < problem->n_meetings; m++) {
        int k = t->pool->set_of[(int64_t)m * problem->n_slots + t->s];
        if (k < 0 || !problem_allows(problem, m, t->s)) {
            continue;
        }
        t->meeting[t->n_meetings++] = m;
        if (t->index[k] < 0) {
            t->index[k] = t->n_sets;
            t->set[t->n_sets++] = k;
            for (int w = 0; w < t->pool->n_words; w++) {
                t->classes[w] |= pool_set(t->pool, k)[w];
            }
        }
    }
}

/* Adds the meetings of set k to the present row. */
static void add_meetings_of(struct transport *t, int k)
{
    const struct problem *problem = t->program->problem;
    for (int i = 0; i < t->n_meetings; i++) {
        int m = t->meeting[i];
        if (t->pool->set_of[(int64_t)m * problem->n_slots + t->s] == k) {
            program_row_add(t->program, program_x(t->program, m, t->s), 1);
        }
    }
}

/* The class of a set that has one only, else -1. */
static int only_class(const struct pool *pool, int k)
{
    const uint64_t *set = pool_set(pool, k);
    return bits_count(set, pool->n_words) == 1 ? bits_next(set, pool->n_classes, 0)
                                               : -1;
}

static int count_meetings_of(const struct transport *t, int k)
{
    int n = 0;
    for (int i = 0; i < t->n_meetings; i++) {
        int64_t at = (int64_t)t->meeting[i] * t->program->problem->n_slots + t->s;
        n += t->pool->set_of[at] == k;
    }
    return n;
}

/* f[k,c] for the classes of each set k. */
static void add_flows(struct transport *t)
{
    struct program *program = t->program;
    int n_classes = t->pool->n_classes;
    for (int i = 0; i < t->n_sets; i++) {
        int k = t->set[i];
        if (only_class(t->pool, k) >= 0) {
            continue;
        }
        const uint64_t *set = pool_set(t->pool, k);
        int n = count_meetings_of(t, k);
        program_row_begin(program, ROW_FREE, 0);
        add_meetings_of(t, k);
        for (int c = bits_next(set, n_classes, 0); c >= 0;
             c = bits_next(set, n_classes, c + 1)) {
            int upper = t->pool->count[c] < n ? t->pool->count[c] : n;
            int column = program_add_column(
                program,
                (struct column){.kind = COLUMN_F, .a = k, .b = c, .upper = upper});
            t->flow[(int64_t)i * n_classes + c] = column;
            program_row_add(program, column, -1);
        }
        program_row_end(program);
    }
}

/* What class c does in the slot is at most its members, or z. */
static void add_class_row(struct transport *t, int c)
{
    struct program *program = t->program;
    program_row_begin(program, ROW_FREE, t->z ? 0 : t->pool->count[c]);
    for (int i = 0; i < t->n_sets; i++) {
        int k = t->set[i], flow = t->flow[(int64_t)i * t->pool->n_classes + c];
        if (only_class(t->pool, k) == c) {
            add_meetings_of(t, k);
        } else if (flow >= 0) {
            program_row_add(program, flow, 1);
        }
    }
    if (t->z) {
        program_row_add(program, t->z[c], -1);
    }
    program_row_end(program);
}

static void add_slot(struct transport *t)
{
    gather(t);
    if (t->n_sets == 1 && !t->z) { /* all alike: one count is enough */
        program_row_begin(t->program, ROW_FREE, t->pool->set_size[t->set[0]]);
        add_meetings_of(t, t->set[0]);
        program_row_end(t->program);
        return;
    }
    int64_t n = (int64_t)t->n_sets * t->pool->n_classes;
    for (int64_t i = 0; i < n; i++) {
        t->flow[i] = -1;
    }
    add_flows(t);
    for (int c = bits_next(t->classes, t->pool->n_classes, 0); c >= 0;
         c = bits_next(t->classes, t->pool->n_classes, c + 1)) {
        add_class_row(t, c);
    }
}

static void add_z(struct program *program, const struct pool *pool)
{
    int n_slots = program->problem->n_slots;
    program->z = arena_new(program->arena, (int64_t)pool->n_classes * n_slots, int);
    for (int s = 0; s < n_slots; s++) {
        for (int c = 0; c < pool->n_classes; c++) {
            /* By slot, so that the classes of a slot lie together. */
            program->z[(int64_t)s * pool->n_classes + c] =
                program_add_column(program, (struct column){.kind = COLUMN_Z,
                                                            .a = c,
                                                            .b = s,
                                                            .upper = pool->count[c],
                                                            .integer = true});
        }
    }
}

/* max_meetings and max_consecutive of the members, times their number. */
static void add_limits(struct program *program, const struct pool *pool, int c)
{
    int n_slots = program->problem->n_slots;
    int64_t count = pool->count[c];
    if (pool->max_meetings[c] != PROBLEM_NO_LIMIT) {
        program_row_begin(program, ROW_FREE, count * pool->max_meetings[c]);
        for (int s = 0; s < n_slots; s++) {
            program_row_add(program, program->z[(int64_t)s * pool->n_classes + c],
                            1);
        }
        program_row_end(program);
    }
    if (pool->max_consecutive[c] == PROBLEM_NO_LIMIT) {
        return;
    }
    for (int s = 0; s < n_slots; s++) {
        int width = pool_longest_work(pool, program->problem, c, s) + 1;
        if (s + width <= program->session_end[s]) {
            program_row_begin(program, ROW_FREE, count * (width - 1));
            for (int t = s; t < s + width; t++) {
                program_row_add(program,
                                program->z[(int64_t)t * pool->n_classes + c], 1);
            }
            program_row_end(program);
        }
    }
}

void program_add_pool(struct program *program, int which)
{
    const struct problem *problem = program->problem;
    const struct pool *pool = program->pool[which];
    struct transport t = {
        .program = program,
        .pool = pool,
        .meeting = arena_new(program->arena, problem->n_meetings, int),
        .set = arena_new(program->arena, pool->n_sets, int),
        .index = arena_new(program->arena, pool->n_sets, int),
        .classes = arena_new(program->arena, pool->n_words, uint64_t),
        .flow =
            arena_new(program->arena, (int64_t)pool->n_sets * pool->n_classes, int),
    };
    if (pool->limited) {
        add_z(program, pool);
        for (int c = 0; c < pool->n_classes; c++) {
            add_limits(program, pool, c);
        }
    }
    for (t.s = 0; t.s < problem->n_slots; t.s++) {
        t.z = pool->limited ? program->z + (int64_t)t.s * pool->n_classes : NULL;
        add_slot(&t);
    }
}
