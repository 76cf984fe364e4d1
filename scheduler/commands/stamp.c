#include "scheduler/commands/stamp.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

static const char *fixed_stamp(void)
{
    const char *fixed = getenv("SOURCE_DATE_EPOCH");
    return fixed && fixed[0] != '\0' ? fixed : NULL;
}

bool stamp_is_fixed(void)
{
    return fixed_stamp() != NULL;
}

bool stamp_read(int64_t *stamp_s, struct error *err)
{
    const char *fixed = fixed_stamp();
    if (!fixed) {
        *stamp_s = (int64_t)time(NULL);
        return true;
    }
    enum { MOST_S = 2000000000 };
    char *end;
    errno = 0;
    long long seconds = strtoll(fixed, &end, 10);
    if (errno != 0 || *end != '\0' || seconds < 0 || seconds > 2LL * MOST_S) {
        return error_set(
            err,
            "SOURCE_DATE_EPOCH: '%s' is no time; expected seconds since "
            "1970, like 1621324800",
            fixed);
    }
    *stamp_s = seconds;
    return true;
}
