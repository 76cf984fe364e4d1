#ifndef MATCHDAY_SOLVER_NAMING_H
#define MATCHDAY_SOLVER_NAMING_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "solver/incumbent.h"
#include "solver/state.h"

/* Hands out rooms and interpreters by name once slots and classes are known:
 * few room changes, and what people had before where that is possible. The
 * incumbent obeys every rule, so there is always a way. */

/* Asked between slots; once it says yes, the rest gets names that are right and
 * found at once. ask NULL = never. */
struct naming_poll {
    bool (*ask)(void *context);
    void *context;
};

/* Fills room[m] and interpreter[m], -1 where m has none. state only lends its
 * shape. */
void naming_assign(struct arena scratch, const struct state *state,
                   const struct incumbent *incumbent, struct naming_poll poll,
                   int *room, int *interpreter);

/* About what that takes, for those who keep time for it. */
double naming_seconds(const struct problem *problem);

/* The values of the levels that depend on names. */
int64_t naming_room_changes(struct arena scratch, const struct problem *problem,
                            const int *slot, const int *room);
/* What STABILITY counts for one meeting of before that is there now, slot -1 = not
 * held: 0 if it stays as it was, name and all. */
int naming_change(const struct problem *problem, int m, int slot, int room,
                  int interpreter);
int64_t naming_stability(const struct problem *problem, const int *slot,
                         const int *room, const int *interpreter);

#endif
