/* All files are written under new names first and renamed when the last one is on
 * the disk: where there is no room for them, nothing has changed.
 *
 * The list of our files is the union of the old set, the new one and the new names
 * while files come and go, and the new set alone at the end: whenever the run is cut
 * off, the list knows every file of ours, and nobody else's. */

#include "io/output.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/file.h"
#include "io/folder.h"
#include "io/output_list.h"

/* Written last, and left when a run does not write it: all other files can be made
 * from it, and it alone knows what people were sent. */
static const char schedule_name[] = "schedule.json";

void output_init(struct output *output, struct arena *arena)
{
    *output = (struct output){.arena = arena};
}

static void add_file(struct output *output, const char *path,
                     struct output_file file)
{
    assert(output_list_is_safe(path));
    file.path = arena_strdup(output->arena, path);
    output->file = arena_grow(output->arena, output->file, output->n_files,
                              &output->capacity, sizeof *output->file);
    output->file[output->n_files++] = file;
}

void output_add(struct output *output, const char *path, const char *bytes,
                size_t len)
{
    add_file(output, path, (struct output_file){.content = {bytes, len}});
}

void output_add_made(struct output *output, const char *path, output_maker *make,
                     const void *of)
{
    add_file(output, path, (struct output_file){.make = make, .of = of});
}

struct file_bytes output_bytes(struct arena *arena, struct arena scratch,
                               const struct output_file *file)
{
    return file->make ? file->make(arena, scratch, file->of) : file->content;
}

static int compare_files(const void *a, const void *b)
{
    const struct output_file *x = a, *y = b;
    return strcmp(x->path, y->path);
}

/* The same files, those of one folder one after the other. */
static struct output sorted(struct arena *arena, const struct output *output)
{
    struct output copy = *output;
    copy.file = arena_new(arena, output->n_files, struct output_file);
    if (output->n_files > 0) {
        size_t n = (size_t)output->n_files;
        memcpy(copy.file, output->file, n * sizeof *copy.file);
        qsort(copy.file, n, sizeof *copy.file, compare_files);
    }
    return copy;
}

static struct strings new_paths(struct arena *arena, const struct output *output)
{
    struct strings paths = {.text =
                                arena_new(arena, output->n_files, const char *)};
    for (int i = 0; i < output->n_files; i++) {
        paths.text[paths.n++] = output->file[i].path;
    }
    paths_sort(&paths);
    assert(paths.n == output->n_files);
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

/* True if the file at path is as it would be written. */
static bool is_same(struct arena scratch, struct arena work, const char *path,
                    const struct output_file *file)
{
    char *bytes;
    size_t len;
    struct error ignored;
    if (type_of(path) == 0 || !file_read(&scratch, path, &bytes, &len, &ignored)) {
        return false;
    }
    struct file_bytes wanted = output_bytes(&scratch, work, file);
    return len == wanted.len && (len == 0 || memcmp(bytes, wanted.bytes, len) == 0);
}

/* The same with working space of its own. */
static bool has_bytes(struct arena scratch, const char *path,
                      const struct output_file *file)
{
    struct arena work;
    arena_init(&work);
    bool same = is_same(scratch, work, path, file);
    arena_finish(&work);
    return same;
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

/* Nothing of others stands at a name of ours. Files of one folder mostly stand
 * together: it is looked at once then. */
static bool check_targets(struct arena scratch, const struct output *output,
                          const char *folder, const struct strings *old,
                          struct error *err)
{
    for (int i = 0; i < output->n_files; i++) {
        const struct output_file *file = &output->file[i];
        const char *before = i > 0 ? file[-1].path : NULL;
        if (!folder_is_shared(file->path, before) &&
            !check_folders(scratch, folder, file->path, err)) {
            return false;
        }
        if (!check_target(scratch, folder, file, paths_have(old, file->path),
                          err)) {
            return false;
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
        if (!paths_have(now, old->text[i]) &&
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
    if (!output_list_read(&scratch, folder, &old, err)) {
        return false;
    }
    for (int i = 0; i < n; i++) {
        const char *path = file_path(&scratch, folder, name[i]);
        if (type_of(path) != 0 && !paths_have(&old, name[i])) {
            return refuse(
                err, path,
                "exists, and is not from an earlier run into this folder");
        }
    }
    return true;
}

/* A file on its way: written under a name of its own first. */
struct staged {
    struct output_file file;
    const char *fresh; /* its path until it is renamed; NULL: is there already */
};

/* All of one run, the list behind them; paths lie in folder. */
struct stage {
    struct arena *arena;
    const struct arena *work; /* for making files */
    const char *folder;
    struct strings old, now, fresh; /* of the run before, of this one; new names */
    struct staged *staged;
    int n_staged;
};

/* "agendas/gifu.ics" is "agendas/.matchday-part-4711-3" until it is renamed. */
static const char *fresh_path(struct arena *arena, const char *path, int k)
{
    const char *slash = strrchr(path, '/');
    int len = slash ? (int)(slash + 1 - path) : 0;
    return arena_printf(arena, "%.*s.matchday-part-%ld-%d", len, path,
                        (long)getpid(), k);
}

/* The list is written anew wherever another file is: it knows their new names
 * meanwhile. */
static void stage_file(struct stage *stage, const struct output_file *file)
{
    struct arena *arena = stage->arena;
    const char *path = file_path(arena, stage->folder, file->path);
    bool is_list = strcmp(file->path, output_list_name) == 0;
    struct staged *staged = &stage->staged[stage->n_staged];
    staged->file = *file;
    if ((is_list && stage->fresh.n > 0) ||
        !is_same(*arena, *stage->work, path, file)) {
        staged->fresh = fresh_path(arena, file->path, stage->n_staged);
        stage->fresh.text[stage->fresh.n++] = staged->fresh;
    }
    stage->n_staged++;
}

static void stage_files(struct stage *stage, const struct output *output)
{
    const char *text = output_list_text(stage->arena, &stage->now);
    struct output_file list = {.path = output_list_name,
                               .content = {text, strlen(text)}};
    stage->staged = arena_new(stage->arena, output->n_files + 1, struct staged);
    stage->fresh.text = arena_new(stage->arena, output->n_files + 1, const char *);
    for (int i = 0; i < output->n_files; i++) {
        stage_file(stage, &output->file[i]);
    }
    stage_file(stage, &list);
}

static bool write_fresh(struct arena scratch, const struct stage *stage,
                        const struct staged *staged, struct error *err)
{
    const char *path = file_path(&scratch, stage->folder, staged->fresh);
    const char *target = file_path(&scratch, stage->folder, staged->file.path);
    if (paths_have(&stage->old, staged->fresh)) {
        unlink(path); /* a run with this process id was cut off */
    }
    const char *before = staged > stage->staged && staged[-1].fresh
                             ? file_path(&scratch, stage->folder, staged[-1].fresh)
                             : NULL;
    return (folder_is_shared(path, before) ||
            folder_make(scratch, folder_of(&scratch, path), err)) &&
           file_write_new(path, target,
                          output_bytes(&scratch, *stage->work, &staged->file), err);
}

static bool write_all_fresh(const struct stage *stage, struct error *err)
{
    for (int i = 0; i < stage->n_staged; i++) {
        if (stage->staged[i].fresh &&
            !write_fresh(*stage->arena, stage, &stage->staged[i], err)) {
            return false;
        }
    }
    return file_flush(stage->folder, err);
}

/* What must not be there before all the rest is. */
static bool is_last(const struct staged *staged)
{
    return strcmp(staged->file.path, schedule_name) == 0 ||
           strcmp(staged->file.path, output_list_name) == 0;
}

static bool rename_fresh(struct arena scratch, const struct stage *stage, bool last,
                         struct error *err)
{
    for (int i = 0; i < stage->n_staged; i++) {
        const struct staged *staged = &stage->staged[i];
        if (!staged->fresh || is_last(staged) != last) {
            continue;
        }
        const char *from = file_path(&scratch, stage->folder, staged->fresh);
        const char *to = file_path(&scratch, stage->folder, staged->file.path);
        if (rename(from, to) != 0) {
            return error_set_errno(err, "%s: cannot be written", to);
        }
    }
    return file_flush(stage->folder, err);
}

static void remove_fresh(const struct stage *stage)
{
    struct error ignored;
    for (int i = 0; i < stage->fresh.n; i++) {
        remove_file(*stage->arena, stage->folder, stage->fresh.text[i], &ignored);
    }
}

/* Where there is not even room for that, the list goes on knowing of files which
 * are not there. */
static void restore_list(const struct stage *stage, bool had_list)
{
    struct error ignored;
    struct arena scratch = *stage->arena;
    if (had_list) {
        output_list_write(scratch, stage->folder, &stage->old, &ignored);
    } else {
        unlink(file_path(&scratch, stage->folder, output_list_name));
    }
}

static bool write_staged(const struct stage *stage, struct error *err)
{
    struct arena *arena = stage->arena;
    struct strings kept = paths_unite(arena, &stage->now, &stage->fresh);
    struct strings all = paths_unite(arena, &stage->old, &kept);
    const char *list = file_path(arena, stage->folder, output_list_name);
    bool had_list = type_of(list) != 0;
    if (!output_list_write(*arena, stage->folder, &all, err)) {
        return false;
    }
    if (!write_all_fresh(stage, err)) {
        remove_fresh(stage);
        restore_list(stage, had_list);
        return false;
    }
    if (!rename_fresh(*arena, stage, false, err) ||
        !remove_old(*arena, stage->folder, &stage->old, &kept, err) ||
        !rename_fresh(*arena, stage, true, err)) {
        remove_fresh(stage);
        return false;
    }
    return true;
}

static bool write_output(struct arena scratch, const struct arena *work,
                         const struct output *output, const char *folder,
                         struct error *err)
{
    struct stage stage = {.arena = &scratch, .work = work, .folder = folder};
    const struct output files = sorted(&scratch, output);
    stage.now = new_paths(&scratch, &files);
    if (!output_list_read(&scratch, folder, &stage.old, err) ||
        !check_targets(scratch, &files, folder, &stage.old, err)) {
        return false;
    }
    if (output->keeps_others) {
        stage.now = paths_unite(&scratch, &stage.now, &stage.old);
    } else if (paths_have(&stage.old, schedule_name)) {
        const char *kept = schedule_name;
        stage.now = paths_unite(&scratch, &stage.now,
                                &(struct strings){.text = &kept, .n = 1});
    }
    stage_files(&stage, &files);
    bool was_there = type_of(folder) != 0;
    bool ok = folder_make(scratch, folder, err) &&
              (stage.fresh.n == 0 || write_staged(&stage, err));
    if (!ok && !was_there) {
        rmdir(folder);
    }
    return ok;
}

bool output_write(struct arena scratch, const struct output *output,
                  const char *folder, struct error *err)
{
    struct arena work;
    arena_init(&work);
    bool ok = write_output(scratch, &work, output, folder, err);
    arena_finish(&work);
    return ok;
}

bool output_purge(struct arena scratch, const char *folder, struct error *err)
{
    struct strings old;
    const struct strings none = {0};
    const char *list = file_path(&scratch, folder, output_list_name);
    if (type_of(list) != S_IFREG) {
        error_set(err,
                  "%s: has no %s, which lists what was written there; expected the "
                  "output folder of an earlier run",
                  folder, output_list_name);
        err->code = EXIT_CODE_IO;
        return false;
    }
    if (!output_list_read(&scratch, folder, &old, err) ||
        !remove_old(scratch, folder, &old, &none, err)) {
        return false;
    }
    if (unlink(list) != 0) {
        return error_set_errno(err, "%s: cannot be removed", list);
    }
    rmdir(folder);
    return true;
}
