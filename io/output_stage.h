#ifndef MATCHDAY_IO_OUTPUT_STAGE_H
#define MATCHDAY_IO_OUTPUT_STAGE_H

#include <stdbool.h>

#include "io/output.h"
#include "io/output_list.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/crew.h"
#include "scheduler/base/digest.h"
#include "scheduler/base/error.h"

/* Files on their way into an output folder: those that differ from what is there are
 * written under names of their own, and renamed when the last one is on the disk. */

struct staged {
    struct output_file file;
    bool is_same;     /* as what is there */
    bool was_changed; /* what is there is somebody's, and is to be kept */
    char digest[DIGEST_HEX_SIZE];
    const char *fresh; /* its path until it is renamed; NULL: is there already */
};

/* A file of the run before that this one does not have. */
struct leaving {
    const struct output_entry *entry;
    enum output_state state;
};

/* All of one run; paths lie in folder. */
struct stage {
    struct arena *arena;
    struct crew *crew;
    const char *folder;
    struct output_list old, now,
        fresh; /* of the run before, of this one; new names */
    struct staged *staged;
    int n_staged;
    struct leaving *leaving;
    int n_leaving;
    struct output_changed *changed;
    int n_changed;
};

/* Stages the files, sorted by path; arena, crew, folder, old and now are set. */
void stage_files(struct stage *stage, const struct output *output);

/* Writes what was staged, renames it and removes what is in old and not in now, and
 * adds to changed what was kept. On failure *err names the file. */
bool stage_write(struct stage *stage, struct error *err);

#endif
