#ifndef MATCHDAY_SOLVER_CLAUSES_H
#define MATCHDAY_SOLVER_CLAUSES_H

#include <stdbool.h>

#include "scheduler/base/arena.h"

/* A formula in conjunctive normal form, independent of who decides it. Variables
 * count from 1; a literal is a variable or, negated, minus it, or a constant. */

#define LITERAL_TRUE (1 << 30)
#define LITERAL_FALSE (-LITERAL_TRUE)

struct clauses {
    struct arena *arena;
    int n_variables;
    int *literal; /* of clause c: from end[c - 1] (0) to end[c] */
    int n_literals, literal_capacity;
    int *end;
    int n_clauses, capacity;
    bool is_false; /* some clause had only false literals */
};

/* An empty formula, which grows in arena. */
void clauses_init(struct arena *arena, struct clauses *clauses);

int clauses_variable(struct clauses *clauses); /* a new one */

/* Adds a clause of n literals, simplified: no constants, no literal twice, nothing
 * at all if it is always true. */
void clauses_add(struct clauses *clauses, const int *literal, int n);

/* The same for two and three literals. */
void clauses_add_2(struct clauses *clauses, int a, int b);
void clauses_add_3(struct clauses *clauses, int a, int b, int c);

/* At most one of n literals is true. */
void clauses_add_at_most_one(struct clauses *clauses, const int *literal, int n);

/* A literal that is true exactly if one of n is. */
int clauses_any_of(struct clauses *clauses, const int *literal, int n);

/* Counts n literals: of the result, which has min(n, most) literals in arena,
 * literal k - 1 is true if at least k are true (Bailleux and Boufkhad's
 * totalizer). With both_ways it is also false if fewer are. */
int *clauses_count(struct clauses *clauses, const int *literal, int n, int most,
                   bool both_ways);

/* At most `limit` of n literals are true. */
void clauses_add_at_most(struct clauses *clauses, const int *literal, int n,
                         int limit);

#endif
