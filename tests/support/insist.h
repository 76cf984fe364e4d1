#ifndef MATCHDAY_TESTS_SUPPORT_INSIST_H
#define MATCHDAY_TESTS_SUPPORT_INSIST_H

#include <stdbool.h>
#include <stdlib.h>

/* For fuzz targets: what does not hold ends the run as a crash does, in every kind of
 * build. */
static inline void insist(bool condition)
{
    if (!condition) {
        abort();
    }
}

#endif
