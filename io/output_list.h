#ifndef MATCHDAY_IO_OUTPUT_LIST_H
#define MATCHDAY_IO_OUTPUT_LIST_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"

/* The file in an output folder that says which files there are ours, and what we wrote
 * into them. It has a line for each, as sha256sum writes and checks them:
 *
 *     0b5a…e1  agendas/gifu.ics
 *     schedule.json
 *
 * A path without a digest is ours whatever is in it: lists of older versions have such
 * alone, and files that several commands write (schedule.json) have none. */

extern const char output_list_name[]; /* ".matchday-files" */

struct output_entry {
    const char *path;   /* relative to the folder, see output_list_is_safe() */
    const char *digest; /* SHA-256 in hexadecimal, or "" */
};

/* Sorted by path, each once. */
struct output_list {
    struct output_entry *entry;
    int n;
};

/* True for "a/b.c": relative, without "..", ".", empty parts and controls, and
 * not the list itself. */
bool output_list_is_safe(const char *path);

/* The list which is in the folder; an empty one if there is none. What is not safe was
 * not written by us: it is as if it were not there. That a path is listed does not say
 * that there is a file, nor that it is still ours: output_list_look() does. */
bool output_list_read(struct arena *arena, const char *folder,
                      struct output_list *list, struct error *err);

/* The entry, or NULL. */
const struct output_entry *output_list_find(const struct output_list *list,
                                            const char *path);

enum output_state {
    OUTPUT_MISSING, /* nothing there that could be ours: no plain file, or one that is
                       reached through a link */
    OUTPUT_OURS,
    OUTPUT_CHANGED, /* somebody has written something else into it since */
};

/* What has become of a file in the list. One that cannot be read counts as changed. */
enum output_state output_list_look(struct arena scratch, const char *folder,
                                   const struct output_entry *entry);

/* What the file says of these entries. */
const char *output_list_text(struct arena *arena, const struct output_list *list);
bool output_list_write(struct arena scratch, const char *folder,
                       const struct output_list *list, struct error *err);

/* Sorts; of entries with the same path the first one stays. */
void output_list_sort(struct output_list *list);

/* The entries of both; of those in both, a's. */
struct output_list output_list_unite(struct arena *arena,
                                     const struct output_list *a,
                                     const struct output_list *b);

#endif
