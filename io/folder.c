#include "io/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "io/file.h"
#include "scheduler/base/text.h"

/* Up to the last slash, and with it. */
static size_t length_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash + 1 - path) : 0;
}

char *folder_of(struct arena *arena, const char *path)
{
    size_t len = length_of(path);
    return arena_strndup(arena, path, len > 1 ? len - 1 : len);
}

char *folder_beside(struct arena *arena, const char *path, const char *name)
{
    return file_path(arena, folder_of(arena, path), name);
}

const char *folder_near_name(struct arena *arena, const char *folder,
                             const char *name)
{
    const char *best = NULL;
    size_t len = strlen(name);
    int least = 3;
    DIR *dir = opendir(folder[0] != '\0' ? folder : ".");
    if (!dir) {
        return NULL;
    }
    for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
        int distance = near_distance(name, entry->d_name);
        if (strncmp(entry->d_name, name, len) == 0 && entry->d_name[len] == '.') {
            distance = 1; /* "list.csv.txt", whose ending Windows hides */
        }
        /* The order of a folder means nothing. */
        if (distance < least ||
            (distance == least && best && strcmp(entry->d_name, best) < 0)) {
            least = distance;
            best = arena_strdup(arena, entry->d_name);
        }
    }
    closedir(dir);
    return best;
}

bool folder_is_shared(const char *path, const char *other)
{
    size_t len = length_of(path);
    return other && len == length_of(other) && memcmp(path, other, len) == 0;
}

/* What is above it is there. */
static bool make_one(const char *path, struct error *err)
{
    struct stat status;
    if (mkdir(path, 0700) == 0) {
        return true;
    }
    int cause = errno;
    if (file_is_folder(path)) {
        return true;
    }
    if (lstat(path, &status) == 0) {
        error_set(
            err,
            "%s: is a file; expected a folder; move it away or choose another "
            "folder",
            path);
        err->code = EXIT_CODE_IO;
        return false;
    }
    errno = cause;
    return error_set_errno(err, "%s: the folder cannot be made", path);
}

bool folder_is_same(const char *one, const char *other)
{
    struct stat a, b;
    return stat(one[0] != '\0' ? one : ".", &a) == 0 &&
           stat(other[0] != '\0' ? other : ".", &b) == 0 && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino;
}

bool folder_has(const char *folder, const char *file)
{
    char *whole = realpath(folder, NULL);
    const char *slash = strrchr(file, '/');
    char *named = slash ? strndup(file, (size_t)(slash - file) + 1) : strdup(".");
    char *place = named ? realpath(named, NULL) : NULL;
    size_t len = whole ? strlen(whole) : 0;
    bool is_below = whole && place && strncmp(place, whole, len) == 0 &&
                    (len == 1 || place[len] == '/' || place[len] == '\0');
    free(place);
    free(named);
    free(whole);
    return is_below;
}

bool folder_make(struct arena scratch, const char *path, struct error *err)
{
    size_t len = strlen(path);
    if (mkdir(path, 0700) == 0) {
        return true; /* nothing was missing above it */
    }
    for (size_t n = 1; n <= len; n++) {
        if ((n == len || path[n] == '/') &&
            !make_one(arena_strndup(&scratch, path, n), err)) {
            return false;
        }
    }
    return true;
}

static int compare_paths(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

bool folder_files(struct arena *arena, const char *folder, const char *ending,
                  struct strings *paths, struct error *err)
{
    DIR *entries = opendir(folder);
    struct dirent *entry;
    int capacity = 0;
    *paths = (struct strings){0};
    if (!entries) {
        return error_set_errno(err, "%s: cannot be opened", folder);
    }
    while ((entry = readdir(entries)) != NULL) {
        if (entry->d_name[0] != '.' && text_ends_with(entry->d_name, ending)) {
            paths->text = arena_grow(arena, paths->text, paths->n, &capacity,
                                     sizeof *paths->text);
            paths->text[paths->n++] = file_path(arena, folder, entry->d_name);
        }
    }
    closedir(entries);
    if (paths->n > 0) {
        qsort(paths->text, (size_t)paths->n, sizeof *paths->text, compare_paths);
    }
    return true;
}
