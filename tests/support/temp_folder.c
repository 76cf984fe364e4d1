#include "tests/support/temp_folder.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "scheduler/base/buf.h"

char *temp_folder_make(struct arena *arena)
{
    const char *parent = getenv("TMPDIR");
    char *folder =
        arena_printf(arena, "%s/matchday-test-XXXXXX", parent ? parent : "/tmp");
    if (!mkdtemp(folder)) {
        perror(folder);
        exit(1);
    }
    return folder;
}

static int is_shown(const struct dirent *entry)
{
    return strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
}

static int compare_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static bool is_real_folder(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

void temp_folder_remove(const char *folder)
{
    struct dirent **entry = NULL;
    int n = scandir(folder, &entry, is_shown, NULL);
    for (int i = 0; i < n; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, entry[i]->d_name);
        if (is_real_folder(path)) {
            temp_folder_remove(path);
        } else {
            unlink(path);
        }
        free(entry[i]);
    }
    free(entry);
    rmdir(folder);
}

static void add_entries(struct buf *buf, const char *folder, const char *prefix)
{
    struct dirent **entry = NULL;
    int n = scandir(folder, &entry, is_shown, compare_bytes);
    for (int i = 0; i < n; i++) {
        const char *name = entry[i]->d_name;
        const char *path = arena_printf(buf->arena, "%s/%s", folder, name);
        if (is_real_folder(path)) {
            buf_printf(buf, "%s%s/\n", prefix, name);
            add_entries(buf, path, arena_printf(buf->arena, "%s%s/", prefix, name));
        } else {
            buf_printf(buf, "%s%s\n", prefix, name);
        }
        free(entry[i]);
    }
    free(entry);
}

char *temp_folder_list(struct arena *arena, const char *folder)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    add_entries(&buf, folder, "");
    return buf.data;
}
