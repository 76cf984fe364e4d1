#include "io/output_list.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "io/file.h"
#include "scheduler/base/buf.h"

const char output_list_name[] = ".matchday-files";

bool output_list_is_safe(const char *path)
{
    if (strcmp(path, output_list_name) == 0 || text_has_controls(path) ||
        strpbrk(path, "\t\n")) {
        return false;
    }
    for (const char *part = path;;) {
        size_t len = strcspn(part, "/");
        if (len == 0 || (len <= 2 && strncmp(part, "..", len) == 0)) {
            return false;
        }
        if (part[len] == '\0') {
            return true;
        }
        part += len + 1;
    }
}

static int compare_paths(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

void paths_sort(struct strings *paths)
{
    qsort(paths->text, (size_t)paths->n, sizeof *paths->text, compare_paths);
    int n = 0;
    for (int i = 0; i < paths->n; i++) {
        if (n == 0 || strcmp(paths->text[n - 1], paths->text[i]) != 0) {
            paths->text[n++] = paths->text[i];
        }
    }
    paths->n = n;
}

bool paths_have(const struct strings *paths, const char *path)
{
    return paths->n > 0 && bsearch(&path, paths->text, (size_t)paths->n,
                                   sizeof *paths->text, compare_paths);
}

bool output_list_read(struct arena *arena, const char *folder,
                      struct strings *paths, struct error *err)
{
    struct stat status;
    const char *path = file_path(arena, folder, output_list_name);
    *paths = (struct strings){0};
    if (lstat(path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR)) {
        return true;
    }
    char *bytes;
    size_t len;
    if (!file_read(arena, path, &bytes, &len, err)) {
        return false;
    }
    *paths = text_split(arena, bytes, '\n');
    int n = 0;
    for (int i = 0; i < paths->n; i++) {
        if (output_list_is_safe(paths->text[i])) {
            paths->text[n++] = paths->text[i];
        }
    }
    paths->n = n;
    paths_sort(paths);
    return true;
}

const char *output_list_text(struct arena *arena, const struct strings *paths)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (int i = 0; i < paths->n; i++) {
        buf_add_text(&buf, paths->text[i]);
        buf_add_char(&buf, '\n');
    }
    return buf.data;
}

bool output_list_write(struct arena scratch, const char *folder,
                       const struct strings *paths, struct error *err)
{
    const char *path = file_path(&scratch, folder, output_list_name);
    const char *text = output_list_text(&scratch, paths);
    return file_write(scratch, path, text, strlen(text), err);
}

struct strings paths_unite(struct arena *arena, const struct strings *a,
                           const struct strings *b)
{
    struct strings paths = {.text = arena_new(arena, a->n + b->n, const char *)};
    for (int i = 0; i < a->n; i++) {
        paths.text[paths.n++] = a->text[i];
    }
    for (int i = 0; i < b->n; i++) {
        paths.text[paths.n++] = b->text[i];
    }
    paths_sort(&paths);
    return paths;
}
