#ifndef MATCHDAY_TESTS_SUPPORT_OUT_FOLDER_H
#define MATCHDAY_TESTS_SUPPORT_OUT_FOLDER_H

#include <stdbool.h>
#include <sys/types.h>

#include "io/output.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"

/* For tests of output folders: what a run writes there, what people put there, and
 * what is there then. */

/* What a run would write: "path=content" texts, a NULL behind the last; in arena. */
void out_gather(struct output *output, struct arena *arena,
                const char *const *file);

/* One run of that. */
bool out_write(struct arena scratch, const char *folder, const char *const *file,
               struct error *err);

/* The same, which must not fail. */
void out_check_write(struct arena scratch, const char *folder,
                     const char *const *file);

/* Two runs of which each has files that the other one does not have. */
extern const char *const out_first[], *const out_second[];

/* The first one into folder/out, which is a new path; that path. */
char *out_begin(struct arena *arena, const char *folder);

/* What the second one wrote is there. */
void out_check_second(struct arena scratch, const char *out);

#define OUT_SECOND_NAMES                                                           \
    "out/\nout/.matchday-files\nout/a/\nout/a/x.csv\nout/a/y.csv\nout/c.csv\n"     \
    "out/schedule.json\n"

/* Waits until the file system's clock has moved on: what was put before is older then
 * than what a run that begins now calls new. */
void out_wait(void);

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

ino_t out_inode(const char *path);

/* -1 if it is not there. */
int out_mode(struct arena scratch, const char *folder, const char *name);

#endif
