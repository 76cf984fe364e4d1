#ifndef MATCHDAY_COMMANDS_SEEN_H
#define MATCHDAY_COMMANDS_SEEN_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/digest.h"

/* What a command has read long before it writes, so that it notices if another one has
 * written meanwhile. */

/* The digest of the file's bytes; "" if it cannot be read. */
void seen_digest(struct arena scratch, const char *path, char hex[DIGEST_HEX_SIZE]);

/* True if the file is as it was then, or is not there any more. */
bool seen_is_same(struct arena scratch, const char *path, const char *hex);

/* Of the files in an output folder that other commands write, too. */
struct seen {
    char schedule[DIGEST_HEX_SIZE], replies[DIGEST_HEX_SIZE];
};

#endif
