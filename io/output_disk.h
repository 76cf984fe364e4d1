#ifndef MATCHDAY_IO_OUTPUT_DISK_H
#define MATCHDAY_IO_OUTPUT_DISK_H

#include <dirent.h>
#include <stdbool.h>
#include <sys/stat.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"

/* What stands in an output folder, looked at and removed without following links:
 * only plain files in plain folders can be ours. */

/* The type bits of what is at path itself; 0 for nothing. */
mode_t disk_type(const char *path);

/* Says that something at path is in the way, and returns false. */
bool disk_refuse(struct error *err, const char *path, const char *why);

/* True if every folder on the way from folder to path is one, or is not there. */
bool disk_check_folders(struct arena scratch, const char *folder, const char *path,
                        struct error *err);

/* Removes folder/path, and the folders above it that are empty then. Nothing happens
 * where it is no plain file which is reached through plain folders. */
bool disk_remove(struct arena scratch, const char *folder, const char *path,
                 struct error *err);

/* Gives what is at one path the other one, at which nothing may stand: it is not
 * replaced. False with errno set if it could not. */
bool disk_move(const char *from, const char *to);

/* A path beside folder/path for a copy that is to be kept, at which nothing stands:
 * "a/b.edited.csv" for "a/b.csv", else "a/b.edited-2.csv" and so on. */
const char *disk_edited_path(struct arena *arena, const char *folder,
                             const char *path);

/* The next entry of an open folder, without "." and ".."; NULL behind the last one,
 * errno being 0, and where it cannot be read on, errno saying why. */
struct dirent *disk_next_entry(DIR *entries);

/* True of a folder that can be read and has nothing in it, but for what file_is_left()
 * tells of. */
bool disk_is_empty(const char *folder);

/* Removes all that is in a folder of ours, but for what is called `kept` directly in
 * it, and reports whether it did. */
bool disk_empty(struct arena scratch, const char *folder, const char *kept);

/* The same with the folder itself; `last` goes when all else has gone, so that a folder
 * that could not be removed is known by it. */
bool disk_remove_tree(struct arena scratch, const char *folder, const char *last);

#endif
