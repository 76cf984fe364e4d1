#ifndef MATCHDAY_SOLVER_CDCL_PARTS_H
#define MATCHDAY_SOLVER_CDCL_PARTS_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/sat.h"

/* Shared by the files of cdcl.h alone. Variables count from 1 to n; variable v has
 * the literals 2 v and, negated, 2 v + 1. */

/* A clause is a stretch of words: its size, its glue (0: given, never
 * forgotten), its mark, the place of the literal that was watched last in place
 * of another, where the search for the next one goes on (Gent 2013), then its
 * literals, the two watched ones first. */
enum { CLAUSE_SIZE, CLAUSE_GLUE, CLAUSE_MARK, CLAUSE_PLACE, CLAUSE_HEAD };
enum { CDCL_NONE = -1 };

struct watch {
    int clause;  /* or ~clause if it has no third literal */
    int blocker; /* one of its literals: if it is true, no need to look */
};

struct watches {
    struct watch *item;
    int n, capacity;
};

/* What to decide next: the most active variable (a heap), or the one that was in
 * a conflict last (a list from oldest to latest). Each is used in turn. */
struct cdcl_order {
    double *activity, step;
    int *heap, n_heap, *place;        /* place of v in the heap, or -1 */
    int *older, *later, latest, next; /* all behind `next` are assigned */
    int64_t *stamp, last_stamp;
};

struct cdcl {
    struct arena *arena;
    int n_variables;
    bool is_stable; /* rare restarts, phases of the longest trail; or else many
                       restarts */
    int *word, n_words, word_capacity;
    struct watches *watches; /* of literal: clauses to look at once it is false */
    int8_t *value;           /* of literal: 1 true, -1 false, 0 open */
    int *level, *reason;     /* of variable: its clause or CDCL_NONE */
    int *trail, n_trail, head;
    int *start, n_levels; /* where on the trail level k + 1 starts */
    struct cdcl_order order;
    int8_t *phase, *target, *best; /* of variable: literal that was true last */
    int n_target, n_best;          /* how many were assigned without conflict */

    uint8_t *seen; /* of variable, in learning */
    int *touched, n_touched;
    int *learned, n_learned, glue;
    int64_t *level_mark, n_marks;
    int n_given; /* words before this are given clauses */
    int64_t n_conflicts, n_steps;
    double fast_glue, slow_glue;
    const struct sat_effort *effort;
};

static inline int cdcl_variable(int literal)
{
    return literal >> 1;
}

/* Adds a clause of at least two literals and watches the first two. */
int cdcl_add(struct cdcl *cdcl, const int *literal, int n, int glue);
void cdcl_watch(struct cdcl *cdcl, int clause);

void cdcl_assign(struct cdcl *cdcl, int literal, int reason);

/* Follows what is on the trail; returns a clause that is false or CDCL_NONE. */
int cdcl_propagate(struct cdcl *cdcl);

/* Takes back all levels above this one. */
void cdcl_back_to(struct cdcl *cdcl, int n_levels);

/* Learns a clause from one that is false, of a level above 0, goes back and asserts
 * what follows. */
void cdcl_learn(struct cdcl *cdcl, int conflict);

/* Forgets learned clauses that are of little use. */
void cdcl_forget(struct cdcl *cdcl);

void cdcl_order_init(struct cdcl *cdcl);
void cdcl_order_open(struct cdcl *cdcl, int variable); /* is open again */
/* All variables in cdcl->touched were part of a conflict. */
void cdcl_order_bump(struct cdcl *cdcl);
int cdcl_order_next(struct cdcl *cdcl); /* an open variable, or 0 */

/* How many levels would be decided in the same way again after a restart. */
int cdcl_order_same(struct cdcl *cdcl);

#endif
