/* Two ways of searching take turns (Biere 2019): with many restarts and what was
 * last in a conflict decided first, which finds proofs; with few restarts, the
 * most active variables and the phases of the longest trail without conflict,
 * which finds assignments. */

#include "solver/cdcl.h"

#include <assert.h>
#include <string.h>

#include "scheduler/base/rng.h"
#include "solver/cdcl_parts.h"

enum {
    FIRST_MODE = 1000, /* conflicts */
    LUBY_UNIT = 1024,
    FORGET_STEP = 300,
    REPHASE_STEP = 1000,
    LEAST_RUN = 2, /* conflicts between restarts */
    POLL_EVERY = 256,
};

static const double fast_rate = 0.03, slow_rate = 1e-4, restart_margin = 1.1;

struct schedule {
    int64_t restart, forget, rephase, mode_conflicts, mode_steps; /* limits */
    int64_t mode_length; /* steps of the first two modes */
    int n_luby, n_forgets, n_rephases, n_modes;
    struct rng rng;
};

static int inner(int literal) /* as cdcl_parts.h has them */
{
    return literal > 0 ? 2 * literal : -2 * literal + 1;
}

static void init(struct arena *arena, int n, struct cdcl *cdcl)
{
    size_t size = (size_t)n + 2;
    *cdcl = (struct cdcl){
        .arena = arena,
        .n_variables = n,
        .watches = arena_new(arena, 2 * size, struct watches),
        .value = arena_new(arena, 2 * size, int8_t),
        .level = arena_new(arena, size, int),
        .reason = arena_new(arena, size, int),
        .trail = arena_new(arena, size, int),
        .start = arena_new(arena, size, int),
        .phase = arena_new(arena, size, int8_t),
        .target = arena_new(arena, size, int8_t),
        .best = arena_new(arena, size, int8_t),
        .seen = arena_new(arena, size, uint8_t),
        .touched = arena_new(arena, size, int),
        .learned = arena_new(arena, size, int),
        .level_mark = arena_new(arena, size, int64_t),
    };
    memset(cdcl->phase, 1, size);
    memset(cdcl->target, -1, size);
    memset(cdcl->best, -1, size);
    cdcl_order_init(cdcl);
}

/* Returns false if two clauses of one literal exclude each other. */
static bool load(struct cdcl *cdcl, const struct clauses *clauses)
{
    struct arena scratch;
    arena_init(&scratch);
    int *literal = arena_new(&scratch, clauses->n_literals, int);
    bool ok = !clauses->is_false;
    for (int c = 0, i = 0; ok && c < clauses->n_clauses; c++) {
        int n = 0;
        while (i < clauses->end[c]) {
            literal[n++] = inner(clauses->literal[i++]);
        }
        if (n > 1) {
            cdcl_add(cdcl, literal, n, 0);
        } else if (cdcl->value[literal[0]] == 0) {
            cdcl_assign(cdcl, literal[0], CDCL_NONE);
        } else {
            ok = cdcl->value[literal[0]] > 0;
        }
    }
    arena_finish(&scratch);
    return ok;
}

/* 1 1 2 1 1 2 4 1 1 2 ... for i = 1, 2, 3 ... (Luby, Sinclair, Zuckerman 1993) */
static int64_t luby(int64_t i)
{
    int64_t power = 1;
    while (2 * power - 1 < i) {
        power *= 2;
    }
    return 2 * power - 1 == i ? power : luby(i - power + 1);
}

static void keep_longest(struct cdcl *cdcl)
{
    int n = cdcl->n_levels > 0 ? cdcl->start[cdcl->n_levels - 1] : 0;
    int8_t *kept[] = {cdcl->target, cdcl->best};
    int *length[] = {&cdcl->n_target, &cdcl->n_best};
    for (int k = 0; k < 2; k++) {
        if (n <= *length[k]) {
            continue;
        }
        for (int i = 0; i < n; i++) {
            int literal = cdcl->trail[i];
            kept[k][cdcl_variable(literal)] = (int8_t)(literal & 1);
        }
        *length[k] = n;
    }
}

static void average_glue(struct cdcl *cdcl)
{
    double first = 1 / (double)cdcl->n_conflicts;
    double fast = fast_rate > first ? fast_rate : first;
    double slow = slow_rate > first ? slow_rate : first;
    cdcl->fast_glue += fast * (cdcl->glue - cdcl->fast_glue);
    cdcl->slow_glue += slow * (cdcl->glue - cdcl->slow_glue);
}

static void restart(struct cdcl *cdcl, struct schedule *schedule)
{
    if (cdcl->n_conflicts < schedule->restart ||
        (!cdcl->is_stable && cdcl->fast_glue <= restart_margin * cdcl->slow_glue)) {
        return;
    }
    cdcl_back_to(cdcl, cdcl_order_same(cdcl));
    schedule->restart =
        cdcl->n_conflicts +
        (cdcl->is_stable ? LUBY_UNIT * luby(++schedule->n_luby) : LEAST_RUN);
}

static void change_mode(struct cdcl *cdcl, struct schedule *schedule)
{
    bool is_due = schedule->n_modes == 0 ? cdcl->n_conflicts >= FIRST_MODE
                                         : cdcl->n_steps >= schedule->mode_steps;
    if (!is_due) {
        return;
    }
    if (schedule->n_modes == 0) {
        schedule->mode_length = cdcl->n_steps;
    }
    schedule->n_modes++;
    int64_t k = schedule->n_modes / 2 + 1;
    schedule->mode_steps = cdcl->n_steps + schedule->mode_length * k * k;
    cdcl->is_stable = !cdcl->is_stable;
    cdcl_back_to(cdcl, 0);
    cdcl->n_target = 0;
    schedule->n_luby = 0;
    schedule->restart =
        cdcl->n_conflicts + (cdcl->is_stable ? LUBY_UNIT : LEAST_RUN);
}

/* Phases: as at first, the other way round, best so far, some at random. */
static void rephase(struct cdcl *cdcl, struct schedule *schedule)
{
    static const char kinds[] = "BOBIBR";
    if (cdcl->n_conflicts < schedule->rephase) {
        return;
    }
    char kind = kinds[schedule->n_rephases++ % 6];
    cdcl_back_to(cdcl, 0);
    for (int v = 1; v <= cdcl->n_variables; v++) {
        int8_t *phase = &cdcl->phase[v];
        *phase = kind == 'O'                         ? 1
                 : kind == 'I'                       ? 0
                 : kind == 'B' && cdcl->best[v] >= 0 ? cdcl->best[v]
                 : kind == 'R' && rng_below(&schedule->rng, 2)
                     ? (int8_t)(1 - *phase)
                     : *phase;
        cdcl->target[v] = -1;
    }
    cdcl->n_target = cdcl->n_best = 0;
    schedule->rephase =
        cdcl->n_conflicts + (int64_t)REPHASE_STEP * (schedule->n_rephases + 1);
}

static void forget(struct cdcl *cdcl, struct schedule *schedule)
{
    if (cdcl->n_conflicts >= schedule->forget) {
        schedule->n_forgets++;
        schedule->forget =
            cdcl->n_conflicts + (int64_t)FORGET_STEP * (schedule->n_forgets + 1);
        cdcl_forget(cdcl);
    }
}

/* Returns false if all variables are assigned. */
static bool decide(struct cdcl *cdcl)
{
    int v = cdcl_order_next(cdcl);
    if (v == 0) {
        return false;
    }
    int phase =
        cdcl->is_stable && cdcl->target[v] >= 0 ? cdcl->target[v] : cdcl->phase[v];
    cdcl->start[cdcl->n_levels++] = cdcl->n_trail;
    cdcl_assign(cdcl, 2 * v + phase, CDCL_NONE);
    return true;
}

static bool is_stopped(const struct cdcl *cdcl, const struct sat_effort *effort,
                       int64_t round)
{
    return cdcl->n_conflicts >= effort->max_conflicts ||
           (round % POLL_EVERY == 0 && effort->poll &&
            effort->poll(effort->context));
}

static enum sat_answer search(struct cdcl *cdcl, const struct sat_effort *effort)
{
    struct schedule schedule = {
        .restart = LEAST_RUN, .forget = FORGET_STEP, .rephase = REPHASE_STEP};
    rng_init(&schedule.rng, 1);
    for (int64_t round = 0;; round++) {
        int conflict = cdcl_propagate(cdcl);
        if (conflict != CDCL_NONE && cdcl->n_levels == 0) {
            return SAT_NO;
        }
        if (is_stopped(cdcl, effort, round)) {
            return SAT_UNKNOWN;
        }
        if (conflict != CDCL_NONE) {
            keep_longest(cdcl);
            cdcl_learn(cdcl, conflict);
            average_glue(cdcl);
            continue;
        }
        change_mode(cdcl, &schedule);
        rephase(cdcl, &schedule);
        restart(cdcl, &schedule);
        forget(cdcl, &schedule);
        if (!decide(cdcl)) {
            return SAT_YES;
        }
    }
}

enum sat_answer cdcl_solve(struct arena *arena, const struct clauses *clauses,
                           const struct sat_effort *effort,
                           struct cdcl_result *result)
{
    struct arena own;
    struct cdcl cdcl;
    arena_init(&own);
    init(&own, clauses->n_variables, &cdcl);
    cdcl.effort = effort;
    enum sat_answer answer = load(&cdcl, clauses) ? search(&cdcl, effort) : SAT_NO;
    *result = (struct cdcl_result){.n_conflicts = cdcl.n_conflicts};
    if (answer == SAT_YES) {
        result->value = arena_new(arena, clauses->n_variables + 1, bool);
        for (int v = 1; v <= clauses->n_variables; v++) {
            result->value[v] = cdcl.value[(size_t)v * 2] > 0;
        }
    }
    arena_finish(&own);
    return answer;
}
