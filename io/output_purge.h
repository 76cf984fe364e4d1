#ifndef MATCHDAY_IO_OUTPUT_PURGE_H
#define MATCHDAY_IO_OUTPUT_PURGE_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"
#include "scheduler/base/text.h"

struct purge {
    bool only_looks;    /* removes none of these */
    bool takes_changed; /* also what somebody has written into since: without this,
                           nothing goes as long as there are such */
    /* Paths in the folder, sorted: */
    struct strings ours; /* that are removed, */
    struct strings
        changed; /* those of them that somebody has changed, and the copies
                               that were kept of such, */
    struct strings others; /* and what stays, as we did not write it */
    const char
        *beside; /* the folder of a run that is at work, or cannot be removed;
                           NULL if there is none */
    bool is_done;
};

/* Removes from a folder every file that we wrote there, also what was written by and by
 * while its schedule was sent, what runs that were killed have left, the list of our
 * files, the folders that are empty then, and the folder itself if it is. The list goes
 * last, so that a purge which is cut off is ended by the next one. The first two
 * members are set by the caller, the others are filled in, in arena. Fails where there
 * is no list: then it is none of our folders; and where a folder cannot be looked
 * into. */
bool output_purge(struct arena *arena, const char *folder, struct purge *purge,
                  struct error *err);

#endif
