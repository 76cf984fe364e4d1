#ifndef MATCHDAY_IO_FOLDER_H
#define MATCHDAY_IO_FOLDER_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"
#include "scheduler/base/text.h"

/* Folders, as parts of paths and on the disk. */

/* The folder that path lies in: "a/b" of "a/b/c", "/" of "/c", "" (the present one)
 * of "c". */
char *folder_of(struct arena *arena, const char *path);

/* The path of a file beside another one. */
char *folder_beside(struct arena *arena, const char *path, const char *name);

/* The name of what lies in folder and was probably meant by name, or NULL. */
const char *folder_near_name(struct arena *arena, const char *folder,
                             const char *name);

/* True if both paths lie in the same folder, by its spelling; other may be NULL. */
bool folder_is_shared(const char *path, const char *other);

/* True if both are the same folder on the disk, however they are named; "" is the
 * present one. */
bool folder_is_same(const char *one, const char *other);

/* True if the file's folder, which is there, is that folder or lies below it. */
bool folder_has(const char *folder, const char *file);

/* Makes a folder and what is missing above it, with mode 0700: personal data comes
 * into it. One that is there stays as it is; "" always is. */
bool folder_make(struct arena scratch, const char *path, struct error *err);

/* The paths of the files in a folder whose names end so (".csv", in any case),
 * sorted; hidden ones, which programs leave there, are not among them. */
bool folder_files(struct arena *arena, const char *folder, const char *ending,
                  struct strings *paths, struct error *err);

#endif
