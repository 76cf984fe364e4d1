#include "io/output_changes.h"

#include <stdlib.h>
#include <string.h>

void output_changes_add(struct output_changes *changes, const char *path,
                        const char *kept)
{
    changes->changed = arena_grow(changes->arena, changes->changed, changes->n,
                                  &changes->capacity, sizeof *changes->changed);
    changes->changed[changes->n++] = (struct output_changed){
        .path = arena_strdup(changes->arena, path),
        .kept = kept ? arena_strdup(changes->arena, kept) : NULL,
    };
}

static int compare_changed(const void *left, const void *right)
{
    const struct output_changed *a = left, *b = right;
    return strcmp(a->path, b->path);
}

void output_changes_sort(struct output_changes *changes)
{
    if (changes->n > 0) {
        qsort(changes->changed, (size_t)changes->n, sizeof *changes->changed,
              compare_changed);
    }
}
