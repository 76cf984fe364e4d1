#ifndef MATCHDAY_TESTS_SUPPORT_OUT_FOLDER_H
#define MATCHDAY_TESTS_SUPPORT_OUT_FOLDER_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"

/* For tests of output folders: what a run writes there, what people put there, and
 * what is there then. */

/* One run: "path=content" texts, a NULL behind the last. */
bool out_write(struct arena scratch, const char *folder, const char *const *file,
               struct error *err);

#define SET(...) ((const char *const[]){__VA_ARGS__, NULL})

void out_put(struct arena scratch, const char *folder, const char *name,
             const char *text);
void out_put_folder(struct arena scratch, const char *folder, const char *name);

void out_check(struct arena scratch, const char *folder, const char *name,
               const char *expected);

/* All names, as temp_folder_list() gives them. */
void out_check_names(struct arena scratch, const char *folder,
                     const char *expected);

/* The list has these paths, a line each, and the right digest for each file, but none
 * for schedule.json. */
void out_check_listed(struct arena scratch, const char *folder,
                      const char *expected);

/* -1 if it is not there. */
int out_mode(struct arena scratch, const char *folder, const char *name);

#endif
