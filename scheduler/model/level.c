#include "scheduler/model/level.h"

#include <assert.h>
#include <string.h>

static const char *const names[N_LEVELS] = {
    [LEVEL_GUARANTEE] = "guarantee",     [LEVEL_SERVED] = "served",
    [LEVEL_BALANCE] = "balance",         [LEVEL_STABILITY] = "stability",
    [LEVEL_COMFORT] = "comfort",         [LEVEL_BURDEN] = "burden",
    [LEVEL_COMPACTNESS] = "compactness", [LEVEL_ROOMS] = "rooms",
};

const char *level_name(enum level level)
{
    assert(level < N_LEVELS);
    return names[level];
}

enum level level_find(const char *name)
{
    int k = 0;
    while (k < N_LEVELS && strcmp(names[k], name) != 0) {
        k++;
    }
    return (enum level)k;
}

bool level_is_maximised(enum level level)
{
    return level == LEVEL_SERVED || level == LEVEL_BALANCE;
}
