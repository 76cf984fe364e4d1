#ifndef MATCHDAY_TESTS_SUPPORT_TEMP_FOLDER_H
#define MATCHDAY_TESTS_SUPPORT_TEMP_FOLDER_H

#include "scheduler/base/arena.h"

/* A new empty folder below TMPDIR or /tmp; the test ends if there is none. */
char *temp_folder_make(struct arena *arena);

/* Removes the folder and all that is in it, links not followed. */
void temp_folder_remove(const char *folder);

/* What is in the folder, also hidden files, sorted, one line each:
 * "a/\na/b.c\n". */
char *temp_folder_list(struct arena *arena, const char *folder);

#endif
