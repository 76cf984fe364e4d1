#ifndef MATCHDAY_IO_OUTPUT_DISK_H
#define MATCHDAY_IO_OUTPUT_DISK_H

#include <stdbool.h>
#include <sys/stat.h>

#include "io/output_list.h"
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

/* Removes in that way all of old that are not in now. */
bool disk_remove_others(struct arena scratch, const char *folder,
                        const struct strings *old, const struct strings *now,
                        struct error *err);

#endif
