#ifndef MATCHDAY_SOLVER_PROBE_FIT_H
#define MATCHDAY_SOLVER_PROBE_FIT_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "solver/move.h"
#include "solver/pool.h"
#include "solver/probe_ghosts.h"
#include "solver/probe_names.h"
#include "solver/state.h"

enum { FIT_MOST_EARLIER = 8 };

/* The solution's assignment, into which ghosts are fitted. Every question leaves
 * it as it was. For probe.c alone. */
struct fit {
    struct arena arena, log_arena; /* the state's log grows in the latter */
    const struct ghosts *ghosts;
    const struct standard *standard;
    bool (*poll)(void *context); /* may be NULL; true ends walks */
    void *context;
    bool has_names; /* some level that counts depends on names */
    struct state state;
    struct mover mover;
    int moves_left;           /* of all chains and walks together */
    int names_left;           /* to hand out */
    int back_left;            /* chains that bring meetings back */
    int *slot, *cap;          /* the solution's, for coming back to it */
    struct probe_names names; /* those of the solution */
    bool is_at_solution;      /* the state is it, or what moves made of it */
    /* The better assignment seen last: slots of all meetings but ghosts, and of the
     * ghost that was in it. */
    int *found, found_slot;
    bool found_is_solution; /* but for the ghost */
    /* Better assignments of earlier questions without their ghosts, whose value they
     * had; the newest one in place of the oldest. */
    struct fit_earlier {
        int *slot;
        int64_t value;
    } earlier[FIT_MOST_EARLIER];
    int n_earlier;
    struct lists followers; /* of m; of a ghost those of its meeting */
};

/* Pools are those of the extended problem. All but the solution must outlive
 * fit. */
void fit_init(const struct ghosts *ghosts, const struct standard *standard,
              const struct pool *rooms, const struct pool *interpreters,
              const struct solution *solution, struct fit *fit);
void fit_finish(struct fit *fit);

/* Lets what has to come after m come after its ghost g instead, or after m again. No
 * ghost may be placed then. */
void fit_stand_in(struct fit *fit, int m, int g, bool on);

/* True if ghost g has a place in slot s, all else staying where it is; with better
 * only if that makes the assignment better than the solution. */
bool fit_as_it_stands(struct fit *fit, int g, int s, bool better);

/* Puts ghost g of meeting m, which stands in for it, in by force; true if what it
 * ejects finds other places at once, better than the solution and without m itself. False says nothing. */
bool fit_by_chain(struct fit *fit, int m, int g);

/* True if ghost g fits into one of the better assignments that earlier questions
 * found, at once or by chains, in place of their ghost. False says nothing. */
bool fit_by_earlier(struct fit *fit, int m, int g);

/* The same as fit_by_chain() with a longer repair. */
bool fit_by_walk(struct fit *fit, int m, int g);

/* Brings meetings of the better assignment found last, with ghost g of meeting m in
 * it, back to the solution's slots where it stays better: what is left moved has to
 * do with g. */
void fit_bring_back(struct fit *fit, int m, int g);

/* True if the assignment of slot and cap (as of program_read_point()), with ghost g
 * in it, obeys every rule and is better than the solution. */
bool fit_by_point(struct fit *fit, int g, const int *slot, const int *cap);

#endif
