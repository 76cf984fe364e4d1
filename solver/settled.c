/* A trait is something that an assignment has or has not: that meeting m is held
 * (the sum of its x is 1) or that p has a k-th meeting (n[p,k] of BALANCE). Each
 * round maximises the number of traits, among those not seen to differ yet, in
 * which a point of the relaxation differs from the given assignment. Traits that
 * differ there, if only by a fraction, leave; when the bound on the number is
 * below 1, those that are left cannot differ.
 *
 * The objective is lent the expression of ROOMS, which has no terms of its own. */

#include "solver/settled.h"

#include "solver/lists.h"

enum { ROUNDS = 100 };
static const double visible = 1e-6; /* a smaller difference is rounding */

struct trait {
    int first, n; /* its columns: one of n is 1, or none */
    int a, k;     /* meeting a (k = 0), or participant a's k-th meeting */
    bool has, open;
};

struct traits {
    struct trait *trait;
    int n, capacity;
};

void settled_init(struct arena *arena, const struct problem *problem,
                  struct settled *settled)
{
    *settled = (struct settled){
        .fate = arena_new(arena, problem->n_meetings, enum settled_fate),
        .fewest = arena_new(arena, problem->n_participants, int),
        .most = arena_new(arena, problem->n_participants, int),
        .n_open = problem->n_meetings,
    };
    for (int e = 0; e < problem->participants.start[problem->n_meetings]; e++) {
        settled->most[problem->participants.item[e]]++;
    }
    for (int p = 0; p < problem->n_participants; p++) {
        int limit = problem->max_meetings[p];
        if (limit != PROBLEM_NO_LIMIT && limit < settled->most[p]) {
            settled->most[p] = limit;
        }
    }
}

static void add_trait(struct arena *arena, struct traits *traits,
                      struct trait trait)
{
    traits->trait = arena_grow(arena, traits->trait, traits->n, &traits->capacity,
                               sizeof *traits->trait);
    trait.open = true;
    traits->trait[traits->n++] = trait;
}

static struct traits list_traits(struct arena *arena, const struct program *program,
                                 const int *slot)
{
    const struct problem *problem = program->problem;
    struct traits traits = {0};
    int *total = arena_new(arena, problem->n_participants, int);
    for (int m = 0; m < problem->n_meetings; m++) {
        const struct lists *people = &problem->participants;
        for (int e = people->start[m]; e < people->start[m + 1]; e++) {
            total[people->item[e]] += slot[m] >= 0;
        }
        int n = lists_length(&program->slots, m);
        add_trait(
            arena, &traits,
            (struct trait){
                .first = program->x_first[m], .n = n, .a = m, .has = slot[m] >= 0});
    }
    for (int j = 0; j < program->n_columns; j++) {
        const struct column *column = &program->column[j];
        if (column->kind == COLUMN_NTH) {
            add_trait(arena, &traits,
                      (struct trait){.first = j,
                                     .n = 1,
                                     .a = column->a,
                                     .k = column->b,
                                     .has = total[column->a] >= column->b});
        }
    }
    return traits;
}

/* Minus the number of open traits that differ, to be minimised. */
static void build_objective(struct arena *arena, const struct traits *traits,
                            struct expression *e)
{
    *e = (struct expression){.built = true};
    for (int i = 0; i < traits->n; i++) {
        const struct trait *trait = &traits->trait[i];
        if (!trait->open) {
            continue;
        }
        e->constant -= trait->has;
        for (int k = 0; k < trait->n; k++) {
            e->term =
                arena_grow(arena, e->term, e->n, &e->capacity, sizeof *e->term);
            e->term[e->n++] = (struct term){trait->first + k, trait->has ? 1 : -1};
        }
    }
}

/* Closes what differs at the point; returns how many did. */
static int close_differing(struct traits *traits, const double *column)
{
    int n = 0;
    for (int i = 0; i < traits->n; i++) {
        struct trait *trait = &traits->trait[i];
        double sum = 0;
        for (int k = 0; k < trait->n; k++) {
            sum += column[trait->first + k];
        }
        if (trait->open && (trait->has ? sum < 1 - visible : sum > visible)) {
            trait->open = false;
            n++;
        }
    }
    return n;
}

/* Leaves those traits open that cannot differ. False if that is not known. */
static bool find_rigid(struct arena *arena, struct program *program,
                       struct glpk_program *glpk, const struct glpk_limits *limits,
                       struct traits *traits)
{
    struct glpk_limits effort = *limits;
    for (int round = 0; round < ROUNDS; round++) {
        struct arena lent = *arena;
        struct glpk_result result;
        build_objective(&lent, traits, &program->level[SOLVER_ROOMS]);
        enum glpk_status status =
            glpk_relax(&lent, glpk, program, SOLVER_ROOMS, &effort, &result);
        if (status == GLPK_OPTIMAL && result.has_bound && result.bound >= 0) {
            return true;
        }
        if (status != GLPK_OPTIMAL || close_differing(traits, result.column) == 0) {
            return false;
        }
        effort.max_iterations -= result.iterations;
        if (effort.max_iterations <= 0) {
            return false;
        }
    }
    return false;
}

static void raise(int *value, int least)
{
    *value = *value < least ? least : *value;
}

static void lower(int *value, int most)
{
    *value = *value > most ? most : *value;
}

/* What n[p,k] leaves open: each that may go is a meeting less than now, each that
 * may come one more. */
static void count_by_nth(struct arena scratch, const struct traits *traits,
                         const struct problem *problem, struct settled *settled)
{
    int n = problem->n_participants;
    int *least = arena_new(&scratch, n, int), *most = arena_new(&scratch, n, int);
    bool *known = arena_new(&scratch, n, bool);
    for (int i = 0; i < traits->n; i++) {
        const struct trait *trait = &traits->trait[i];
        if (trait->k > 0) {
            known[trait->a] = true;
            least[trait->a] += trait->has && trait->open;
            most[trait->a] += trait->has || !trait->open;
        }
    }
    for (int p = 0; p < n; p++) {
        if (known[p]) {
            raise(&settled->fewest[p], least[p]);
            lower(&settled->most[p], most[p]);
        }
    }
}

static void count_by_meetings(struct arena scratch, const struct problem *problem,
                              struct settled *settled)
{
    int n = problem->n_participants;
    int *held = arena_new(&scratch, n, int),
        *possible = arena_new(&scratch, n, int);
    const struct lists *people = &problem->participants;
    settled->n_open = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        settled->n_open += settled->fate[m] == SETTLED_OPEN;
        for (int e = people->start[m]; e < people->start[m + 1]; e++) {
            held[people->item[e]] += settled->fate[m] == SETTLED_HELD;
            possible[people->item[e]] += settled->fate[m] != SETTLED_OUT;
        }
    }
    for (int p = 0; p < n; p++) {
        raise(&settled->fewest[p], held[p]);
        lower(&settled->most[p], possible[p]);
    }
}

void settled_find(struct program *program, struct glpk_program *glpk,
                  const int *slot, const struct glpk_limits *limits,
                  struct settled *settled)
{
    struct arena own; /* the program's own may be lent to GLPK meanwhile */
    arena_init(&own);
    struct expression rooms = program->level[SOLVER_ROOMS];
    struct traits traits = list_traits(&own, program, slot);
    bool found = find_rigid(&own, program, glpk, limits, &traits);
    program->level[SOLVER_ROOMS] = rooms;
    for (int i = 0; found && i < traits.n; i++) {
        const struct trait *trait = &traits.trait[i];
        if (trait->k == 0 && trait->open) {
            settled->fate[trait->a] = trait->has ? SETTLED_HELD : SETTLED_OUT;
        }
    }
    if (found) {
        count_by_nth(own, &traits, program->problem, settled);
    }
    count_by_meetings(own, program->problem, settled);
    arena_finish(&own);
}

struct problem settled_problem(struct arena *arena, const struct problem *problem,
                               const struct settled *settled)
{
    struct problem copy = *problem;
    int n = problem->n_meetings;
    int64_t words = problem->slot_words;
    copy.must = arena_new(arena, n, bool);
    copy.domain = arena_new(arena, (int64_t)n * words, uint64_t);
    for (int m = 0; m < n; m++) {
        copy.must[m] = problem->must[m] || settled->fate[m] == SETTLED_HELD;
        for (int w = 0; w < words && settled->fate[m] != SETTLED_OUT; w++) {
            copy.domain[m * words + w] = problem->domain[m * words + w];
        }
    }
    return copy;
}

struct problem settled_as_held(struct arena *arena, const struct problem *problem,
                               const int *slot)
{
    struct settled settled = {
        .fate = arena_new(arena, problem->n_meetings, enum settled_fate)};
    for (int m = 0; m < problem->n_meetings; m++) {
        settled.fate[m] = slot[m] >= 0 ? SETTLED_HELD : SETTLED_OUT;
    }
    return settled_problem(arena, problem, &settled);
}
