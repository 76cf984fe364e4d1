#ifndef MATCHDAY_IO_OUTPUT_CHANGES_H
#define MATCHDAY_IO_OUTPUT_CHANGES_H

#include "io/output.h"
#include "scheduler/base/arena.h"

/* What a run finds that people have changed in files of ours. */
struct output_changes {
    struct arena *arena;
    struct output_changed *changed;
    int n, capacity;
};

/* Copies the paths; kept may be NULL, as in output_changed. */
void output_changes_add(struct output_changes *changes, const char *path,
                        const char *kept);
void output_changes_sort(struct output_changes *changes);

#endif
