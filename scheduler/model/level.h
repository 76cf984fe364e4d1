#ifndef MATCHDAY_MODEL_LEVEL_H
#define MATCHDAY_MODEL_LEVEL_H

#include <stdbool.h>

/* The objective's levels; a schedule is best if no other is better on an
 * earlier level without being worse on one before that. */
enum level {
    LEVEL_GUARANTEE,
    LEVEL_SERVED,
    LEVEL_BALANCE,
    LEVEL_STABILITY,
    LEVEL_COMFORT,
    LEVEL_BURDEN,
    LEVEL_COMPACTNESS,
    LEVEL_ROOMS,
    N_LEVELS,
};

/* "guarantee", ... as in event files. */
const char *level_name(enum level level);

/* N_LEVELS if there is no level of that name. */
enum level level_find(const char *name);

/* True for served and balance. */
bool level_is_maximised(enum level level);

#endif
