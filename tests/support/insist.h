#ifndef MATCHDAY_TESTS_SUPPORT_INSIST_H
#define MATCHDAY_TESTS_SUPPORT_INSIST_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

/* For fuzz targets: what does not hold is told and ends the run as a crash does, in
 * every kind of build. */
#define insist(condition) insist_at((condition), #condition, __FILE__, __LINE__)

static inline void insist_at(bool holds, const char *condition, const char *file,
                             int line)
{
    if (!holds) {
        fprintf(stderr, "%s:%d: not true: %s\n", file, line, condition);
        abort();
    }
}

#endif
