/* Plain propagation with two watched literals. What follows from nothing stays
 * assigned; what follows from a clause to be judged is taken back. Nothing is ever
 * forgotten. */

#include "tests/support/rup.h"

#include <string.h>

struct rup_clause {
    int *literal; /* the watched ones first */
    int n;
};

struct rup_watches {
    int *clause;
    int n, capacity;
};

struct rup {
    struct arena *arena;
    int n_variables;
    struct rup_clause *clause;
    int n_clauses, capacity;
    struct rup_watches
        *watches;       /* of literal, at place(): clauses to look at when it
                                    is false */
    signed char *value; /* of literal, at place(): 1, -1, 0 open */
    int *trail, n_trail, head;
    bool refuted, wrong;
};

static int place(const struct rup *rup, int literal)
{
    return literal + rup->n_variables;
}

static int value_of(const struct rup *rup, int literal)
{
    return rup->value[place(rup, literal)];
}

static void assign(struct rup *rup, int literal)
{
    rup->value[place(rup, literal)] = 1;
    rup->value[place(rup, -literal)] = -1;
    rup->trail[rup->n_trail++] = literal;
}

static void watch(struct rup *rup, int literal, int c)
{
    struct rup_watches *watches = &rup->watches[place(rup, literal)];
    watches->clause = arena_grow(rup->arena, watches->clause, watches->n,
                                 &watches->capacity, sizeof *watches->clause);
    watches->clause[watches->n++] = c;
}

/* Puts a literal that is not false in place of the second; false if there is none. */
static bool watch_another(struct rup *rup, int c)
{
    struct rup_clause *clause = &rup->clause[c];
    for (int i = 2; i < clause->n; i++) {
        int literal = clause->literal[i];
        if (value_of(rup, literal) >= 0) {
            clause->literal[i] = clause->literal[1];
            clause->literal[1] = literal;
            watch(rup, literal, c);
            return true;
        }
    }
    return false;
}

/* Looks at the clauses that watch a literal which is false now; false if one of them
 * is. */
static bool look(struct rup *rup, int falsified)
{
    struct rup_watches *watches = &rup->watches[place(rup, falsified)];
    int kept = 0;
    bool ok = true;
    for (int i = 0; i < watches->n; i++) {
        int c = watches->clause[i], *literal = rup->clause[c].literal;
        if (literal[0] == falsified) {
            literal[0] = literal[1];
            literal[1] = falsified;
        }
        if (ok && value_of(rup, literal[0]) <= 0 && watch_another(rup, c)) {
            continue;
        }
        watches->clause[kept++] = c;
        if (ok && value_of(rup, literal[0]) == 0) {
            assign(rup, literal[0]);
        }
        ok = ok && value_of(rup, literal[0]) > 0;
    }
    watches->n = kept;
    return ok;
}

static bool propagate(struct rup *rup)
{
    while (rup->head < rup->n_trail) {
        if (!look(rup, -rup->trail[rup->head++])) {
            return false;
        }
    }
    return true;
}

/* Literals that are open or true come first, so that the watched ones are. */
static void sort_open_first(const struct rup *rup, int *literal, int n)
{
    for (int i = 0, to = 0; i < n; i++) {
        if (value_of(rup, literal[i]) >= 0) {
            int other = literal[to];
            literal[to++] = literal[i];
            literal[i] = other;
        }
    }
}

static void add(struct rup *rup, const int *given, int n)
{
    int *literal = arena_new(rup->arena, n, int);
    if (n > 0) {
        memcpy(literal, given, (size_t)n * sizeof *literal);
    }
    sort_open_first(rup, literal, n);
    if (n == 0 || value_of(rup, literal[0]) < 0) {
        rup->refuted = true;
        return;
    }
    if (n == 1 || value_of(rup, literal[1]) < 0) {
        if (value_of(rup, literal[0]) == 0) {
            assign(rup, literal[0]);
            rup->refuted = !propagate(rup);
        }
        return; /* true for good */
    }
    rup->clause = arena_grow(rup->arena, rup->clause, rup->n_clauses,
                             &rup->capacity, sizeof *rup->clause);
    rup->clause[rup->n_clauses] = (struct rup_clause){literal, n};
    watch(rup, literal[0], rup->n_clauses);
    watch(rup, literal[1], rup->n_clauses);
    rup->n_clauses++;
}

struct rup *rup_create(struct arena *arena, const struct clauses *clauses)
{
    struct rup *rup = arena_new(arena, 1, struct rup);
    int n = 2 * clauses->n_variables + 1;
    *rup = (struct rup){
        .arena = arena,
        .n_variables = clauses->n_variables,
        .watches = arena_new(arena, n, struct rup_watches),
        .value = arena_new(arena, n, signed char),
        .trail = arena_new(arena, n, int),
        .refuted = clauses->is_false,
    };
    for (int c = 0, first = 0; c < clauses->n_clauses && !rup->refuted; c++) {
        add(rup, clauses->literal + first, clauses->end[c] - first);
        first = clauses->end[c];
    }
    return rup;
}

static bool follows(struct rup *rup, const int *literal, int n)
{
    int n_trail = rup->n_trail;
    bool clash = false;
    for (int i = 0; i < n && !clash; i++) {
        clash = value_of(rup, literal[i]) > 0;
        if (value_of(rup, literal[i]) == 0) {
            assign(rup, -literal[i]);
        }
    }
    clash = clash || !propagate(rup);
    while (rup->n_trail > n_trail) {
        int last = rup->trail[--rup->n_trail];
        rup->value[place(rup, last)] = rup->value[place(rup, -last)] = 0;
    }
    rup->head = rup->n_trail;
    return clash;
}

bool rup_learn(struct rup *rup, const int *literal, int n)
{
    if (rup->refuted || rup->wrong) {
        return !rup->wrong;
    }
    rup->wrong = !follows(rup, literal, n);
    if (!rup->wrong) {
        add(rup, literal, n);
    }
    return !rup->wrong;
}

bool rup_is_refuted(const struct rup *rup)
{
    return rup->refuted && !rup->wrong;
}

void rup_listen(void *rup, const int *literal, int n)
{
    rup_learn(rup, literal, n);
}
