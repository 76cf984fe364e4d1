/* The list of our files is the union of the old and the new set while files come
 * and go, and the new set alone at the end: whenever the run is cut off, the list
 * knows every file of ours, and nobody else's. */

#include "io/output.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/file.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/text.h"

static const char list_name[] = ".matchday-files";

/* Written last, and left when a run does not write it: all other files can be made
 * from it, and it alone knows what people were sent. */
static const char schedule_name[] = "schedule.json";

/* True for "a/b.c": relative, without "..", ".", empty parts and controls, and
 * not the list itself. */
static bool is_safe(const char *path)
{
    if (strcmp(path, list_name) == 0 || text_has_controls(path) ||
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

void output_init(struct output *output, struct arena *arena)
{
    *output = (struct output){.arena = arena};
}

void output_add(struct output *output, const char *path, const char *bytes,
                size_t len)
{
    assert(is_safe(path));
    output->file = arena_grow(output->arena, output->file, output->n_files,
                              &output->capacity, sizeof *output->file);
    output->file[output->n_files++] = (struct output_file){
        .path = arena_strdup(output->arena, path), .bytes = bytes, .len = len};
}

static int compare_paths(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Sorts; what is there twice is kept once. */
static void sort_paths(struct strings *paths)
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

static bool has_path(const struct strings *paths, const char *path)
{
    return paths->n > 0 && bsearch(&path, paths->text, (size_t)paths->n,
                                   sizeof *paths->text, compare_paths);
}

/* The paths in the list which is in the folder, sorted; none if there is no list.
 * What is not safe was not written by us: it is as if it were not there. */
static bool read_list(struct arena *arena, const char *folder,
                      struct strings *paths, struct error *err)
{
    struct stat status;
    const char *path = file_path(arena, folder, list_name);
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
        if (is_safe(paths->text[i])) {
            paths->text[n++] = paths->text[i];
        }
    }
    paths->n = n;
    sort_paths(paths);
    return true;
}

static bool write_list(struct arena scratch, const char *folder,
                       const struct strings *paths, struct error *err)
{
    struct buf buf;
    buf_init(&buf, &scratch);
    for (int i = 0; i < paths->n; i++) {
        buf_add_text(&buf, paths->text[i]);
        buf_add_char(&buf, '\n');
    }
    const char *path = file_path(&scratch, folder, list_name);
    return file_write(scratch, path, buf.data ? buf.data : "", buf.len, err);
}

static struct strings new_paths(struct arena *arena, const struct output *output)
{
    struct strings paths = {.text =
                                arena_new(arena, output->n_files, const char *)};
    for (int i = 0; i < output->n_files; i++) {
        paths.text[paths.n++] = output->file[i].path;
    }
    sort_paths(&paths);
    assert(paths.n == output->n_files);
    return paths;
}

static struct strings unite(struct arena *arena, const struct strings *a,
                            const struct strings *b)
{
    struct strings paths = {.text = arena_new(arena, a->n + b->n, const char *)};
    for (int i = 0; i < a->n; i++) {
        paths.text[paths.n++] = a->text[i];
    }
    for (int i = 0; i < b->n; i++) {
        paths.text[paths.n++] = b->text[i];
    }
    sort_paths(&paths);
    return paths;
}

/* The type bits of what is at path itself, links not followed; 0 for nothing. */
static mode_t type_of(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0;
}

static bool refuse(struct error *err, const char *path, const char *why)
{
    error_set(err, "%s: %s; move it away or choose another folder", path, why);
    err->code = EXIT_CODE_IO;
    return false;
}

static bool has_bytes(struct arena scratch, const char *path,
                      const struct output_file *file)
{
    char *bytes;
    size_t len;
    struct error ignored;
    return file_read(&scratch, path, &bytes, &len, &ignored) && len == file->len &&
           (len == 0 || memcmp(bytes, file->bytes, len) == 0);
}

/* Every folder on the way to a file of ours is one, or is not there yet. */
static bool check_folders(struct arena scratch, const char *folder,
                          const char *path, struct error *err)
{
    for (const char *slash = strchr(path, '/'); slash;
         slash = strchr(slash + 1, '/')) {
        const char *part = arena_strndup(&scratch, path, (size_t)(slash - path));
        const char *whole = file_path(&scratch, folder, part);
        mode_t type = type_of(whole);
        if (type == 0) {
            return true;
        }
        if (type != S_IFDIR) {
            return refuse(err, whole, "exists and is no folder");
        }
    }
    return true;
}

static bool check_target(struct arena scratch, const char *folder,
                         const struct output_file *file, bool is_ours,
                         struct error *err)
{
    const char *path = file_path(&scratch, folder, file->path);
    if (!check_folders(scratch, folder, file->path, err)) {
        return false;
    }
    mode_t type = type_of(path);
    if (type != 0 && type != S_IFREG) {
        return refuse(err, path, "exists and is no file");
    }
    if (type == S_IFREG && !is_ours && !has_bytes(scratch, path, file)) {
        return refuse(err, path,
                      "exists, and is not from an earlier run into this folder");
    }
    return true;
}

/* Nothing of others stands at a name of ours. */
static bool check_targets(struct arena scratch, const struct output *output,
                          const char *folder, const struct strings *old,
                          struct error *err)
{
    for (int i = 0; i < output->n_files; i++) {
        const struct output_file *file = &output->file[i];
        if (!check_target(scratch, folder, file, has_path(old, file->path), err)) {
            return false;
        }
    }
    return true;
}

/* Makes path[0 .. len) and what is missing above it. */
static bool make_folder(struct arena scratch, const char *path, size_t len,
                        struct error *err)
{
    for (size_t n = 1; n <= len; n++) {
        if (n < len && path[n] != '/') {
            continue;
        }
        const char *part = arena_strndup(&scratch, path, n);
        if (mkdir(part, 0700) == 0) {
            continue;
        }
        int cause = errno;
        if (type_of(part) != 0 && !file_is_folder(part)) {
            return refuse(err, part, "is a file; expected a folder");
        }
        if (!file_is_folder(part)) {
            errno = cause;
            return error_set_errno(err, "%s: the folder cannot be made", part);
        }
    }
    return true;
}

static bool write_file(struct arena scratch, const char *folder,
                       const struct output_file *file, struct error *err)
{
    const char *path = file_path(&scratch, folder, file->path);
    const char *slash = strrchr(path, '/');
    return (!slash || make_folder(scratch, path, (size_t)(slash - path), err)) &&
           file_write_soon(scratch, path, file->bytes, file->len, err);
}

static bool write_companions(struct arena scratch, const struct output *output,
                             const char *folder, struct error *err)
{
    for (int i = 0; i < output->n_files; i++) {
        if (strcmp(output->file[i].path, schedule_name) != 0 &&
            !write_file(scratch, folder, &output->file[i], err)) {
            return false;
        }
    }
    return true;
}

/* Waits for the companions to be on the disk, then writes it. */
static bool write_schedule(struct arena scratch, const struct output *output,
                           const char *folder, struct error *err)
{
    if (!file_flush(folder, err)) {
        return false;
    }
    for (int i = 0; i < output->n_files; i++) {
        const struct output_file *file = &output->file[i];
        if (strcmp(file->path, schedule_name) == 0) {
            const char *path = file_path(&scratch, folder, schedule_name);
            return file_write(scratch, path, file->bytes, file->len, err);
        }
    }
    return true;
}

/* Removes the folders above a removed file that are empty now. */
static void remove_folders(struct arena scratch, const char *folder,
                           const char *path)
{
    char *part = arena_strdup(&scratch, path);
    for (char *slash = strrchr(part, '/'); slash; slash = strrchr(part, '/')) {
        *slash = '\0';
        if (rmdir(file_path(&scratch, folder, part)) != 0) {
            return;
        }
    }
}

/* Only a plain file which is reached through plain folders is removed. */
static bool remove_file(struct arena scratch, const char *folder, const char *path,
                        struct error *err)
{
    struct error ignored;
    const char *whole = file_path(&scratch, folder, path);
    if (!check_folders(scratch, folder, path, &ignored)) {
        return true;
    }
    if (type_of(whole) == S_IFREG && unlink(whole) != 0 && errno != ENOENT) {
        return error_set_errno(err, "%s: cannot be removed", whole);
    }
    remove_folders(scratch, folder, path);
    return true;
}

static bool remove_old(struct arena scratch, const char *folder,
                       const struct strings *old, const struct strings *now,
                       struct error *err)
{
    for (int i = 0; i < old->n; i++) {
        if (!has_path(now, old->text[i]) &&
            !remove_file(scratch, folder, old->text[i], err)) {
            return false;
        }
    }
    return true;
}

/* The folder itself, or the nearest one above it that is there. */
static const char *nearest_folder(struct arena *arena, const char *folder)
{
    char *path = arena_strdup(arena, folder);
    while (type_of(path) == 0) {
        char *slash = strrchr(path, '/');
        if (!slash) {
            return ".";
        }
        slash[slash == path] = '\0';
    }
    return path;
}

bool output_check(struct arena scratch, const char *folder, const char *const *name,
                  int n, struct error *err)
{
    struct strings old;
    const char *nearest = nearest_folder(&scratch, folder);
    if (!file_is_folder(nearest)) {
        return refuse(err, nearest, "is a file; expected a folder");
    }
    if (access(nearest, W_OK | X_OK) != 0) {
        return error_set_errno(err, "%s: nothing can be written there", nearest);
    }
    if (!read_list(&scratch, folder, &old, err)) {
        return false;
    }
    for (int i = 0; i < n; i++) {
        const char *path = file_path(&scratch, folder, name[i]);
        if (type_of(path) != 0 && !has_path(&old, name[i])) {
            return refuse(
                err, path,
                "exists, and is not from an earlier run into this folder");
        }
    }
    return true;
}

bool output_write(struct arena scratch, const struct output *output,
                  const char *folder, struct error *err)
{
    struct strings old;
    struct strings now = new_paths(&scratch, output);
    if (!read_list(&scratch, folder, &old, err) ||
        !check_targets(scratch, output, folder, &old, err)) {
        return false;
    }
    if (has_path(&old, schedule_name)) {
        const char *kept = schedule_name;
        now = unite(&scratch, &now, &(struct strings){.text = &kept, .n = 1});
    }
    struct strings all = unite(&scratch, &old, &now);
    return make_folder(scratch, folder, strlen(folder), err) &&
           write_list(scratch, folder, &all, err) &&
           write_companions(scratch, output, folder, err) &&
           remove_old(scratch, folder, &old, &now, err) &&
           write_schedule(scratch, output, folder, err) &&
           write_list(scratch, folder, &now, err);
}

bool output_purge(struct arena scratch, const char *folder, struct error *err)
{
    struct strings old;
    const struct strings none = {0};
    const char *list = file_path(&scratch, folder, list_name);
    if (type_of(list) != S_IFREG) {
        error_set(err,
                  "%s: has no %s, which lists what was written there; expected the "
                  "output folder of an earlier run",
                  folder, list_name);
        err->code = EXIT_CODE_IO;
        return false;
    }
    if (!read_list(&scratch, folder, &old, err) ||
        !remove_old(scratch, folder, &old, &none, err)) {
        return false;
    }
    if (unlink(list) != 0) {
        return error_set_errno(err, "%s: cannot be removed", list);
    }
    rmdir(folder);
    return true;
}
