#ifndef MATCHDAY_COMMANDS_OBJECTIVE_OPTION_H
#define MATCHDAY_COMMANDS_OBJECTIVE_OPTION_H

#include <stdbool.h>

#include "scheduler/model/level.h"

/* Reads "served,compactness" into level[]; text NULL gives none. Returns false
 * with a message on standard error if it names an unknown level, one twice, or
 * none. */
bool objective_option(const char *text, enum level level[N_LEVELS], int *n_levels);

#endif
