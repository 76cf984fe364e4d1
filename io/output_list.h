#ifndef MATCHDAY_IO_OUTPUT_LIST_H
#define MATCHDAY_IO_OUTPUT_LIST_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"
#include "scheduler/base/text.h"

/* Sets of paths, and the file in an output folder that lists which files are ours. */

extern const char output_list_name[]; /* ".matchday-files" */

/* True for "a/b.c": relative, without "..", ".", empty parts and controls, and
 * not the list itself. */
bool output_list_is_safe(const char *path);

/* The paths in the list which is in the folder, sorted; none if there is no list.
 * What is not safe was not written by us: it is as if it were not there. */
bool output_list_read(struct arena *arena, const char *folder,
                      struct strings *paths, struct error *err);

/* What the file says of these paths. */
const char *output_list_text(struct arena *arena, const struct strings *paths);
bool output_list_write(struct arena scratch, const char *folder,
                       const struct strings *paths, struct error *err);

/* Sorts; what is there twice is kept once. The others want sorted paths. */
void paths_sort(struct strings *paths);
bool paths_have(const struct strings *paths, const char *path);
struct strings paths_unite(struct arena *arena, const struct strings *a,
                           const struct strings *b);

#endif
