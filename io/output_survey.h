#ifndef MATCHDAY_IO_OUTPUT_SURVEY_H
#define MATCHDAY_IO_OUTPUT_SURVEY_H

#include <stdbool.h>
#include <sys/stat.h>

#include "io/output_place.h"
#include "io/output_stage.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/text.h"

/* What else is in an output folder than files of ours, and whether another folder with
 * all of it can take its place without anybody noticing. */

struct surveyed_folder {
    const char *path; /* relative */
    mode_t mode;
    bool is_left_by_us; /* files of ours go away below it: it goes with them if
                           nothing else is in it */
};

struct survey {
    struct surveyed_folder *folder; /* sorted */
    int n_folders, capacity;
    struct strings others; /* all that is neither ours nor a folder */
    struct stat root;
};

/* False where the folder is better left in its place: it has more than some files of
 * others (it may be somebody's home), belongs to somebody else, is a mount point or has
 * one in it, has access lists or other attributes, or is where a process stands
 * (cd), has the sticky bit, or files with such names that a mark cannot tell of them. */
bool output_survey(struct arena *arena, const struct output_place *place,
                   const struct stage *stage, struct survey *survey);

#endif
