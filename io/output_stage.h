#ifndef MATCHDAY_IO_OUTPUT_STAGE_H
#define MATCHDAY_IO_OUTPUT_STAGE_H

#include <stdbool.h>

#include "io/output.h"
#include "io/output_changes.h"
#include "io/output_list.h"
#include "io/output_place.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/crew.h"
#include "scheduler/base/digest.h"
#include "scheduler/base/error.h"

/* Files on their way into an output folder: set against what is there, and those that
 * differ written into another folder, under the paths that they will have. */

struct staged {
    struct output_file file;
    bool is_same;     /* as what is there: it is not written */
    bool was_changed; /* what is there is somebody's, and is to be kept */
    char digest[DIGEST_HEX_SIZE];
};

/* A file of the run before that this one does not have. */
struct leaving {
    const struct output_entry *entry;
    enum output_state state;
};

/* All of one run. */
struct stage {
    struct arena *arena;
    struct crew *crew;
    const char *folder;          /* the output folder, as messages name it */
    struct output_list old, now; /* of the run before, of this one */
    struct staged *staged;       /* sorted by path */
    int n_staged;
    struct leaving *leaving;
    int n_leaving;
    struct output_mark mark; /* when it began, and what it replaces */
    struct output_changes changes;
};

/* Sets the files, sorted by path, against what is there; arena, crew, folder, old and
 * now are set. */
void stage_compare(struct stage *stage, const struct output *output);

/* True if a file has to be written or removed. */
bool stage_has_news(const struct stage *stage);

/* True if the run has a file with that path. */
bool stage_has(const struct stage *stage, const char *path);

/* Writes the files that are not the same, and the list if it has anything, below a
 * folder, and does not wait until they are on the disk. On failure *err names the file as
 * it is called in the output folder. */
bool stage_write(struct stage *stage, const char *below, struct error *err);

/* The list, where nothing else is written. */
bool stage_write_list(struct stage *stage, struct error *err);

#endif
