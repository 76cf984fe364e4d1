/* What is to be written is set against what is there, and nothing else is written than
 * what differs. It gets into the folder in one of two ways. A new folder is built beside
 * it and the two are exchanged (io/output_exchange.c): whatever happens, one of the two
 * is there, whole. But the folder is another one then, with consequences for whoever is
 * in it or has given it properties that a new one cannot have. So where it is the present
 * folder of a process, a mount point, or has access lists; where it holds more than some
 * files of others, as a home does; where its own folder cannot be written, or something
 * of others is called "out.new"; and where the system or the file system does not
 * exchange names or link files, the files are made ready in the folder and moved to their
 * places one by one, with a journal (io/output_commit.c): the next command completes
 * what was cut off.
 *
 * The list of our files changes together with them: whenever the run is cut off, it knows
 * every file of ours, and nobody else's.
 *
 * Whoever works in a file of ours does not know that the next run replaces it. Where
 * its digest says that somebody did, it is kept beside the new one under a name that
 * says so, and told; where there is no new one, it is theirs from then on. */

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
#include "io/output_commit.h"
#include "io/output_disk.h"
#include "io/output_exchange.h"
#include "io/output_list.h"
#include "io/output_mend.h"
#include "io/output_stage.h"
#include "scheduler/base/digest.h"

/* Written last, and left when a run does not write it: all other files can be made
 * from it, and it alone knows what people were sent. */
const char output_last[] = "schedule.json";

void output_init(struct output *output, struct arena *arena)
{
    *output =
        (struct output){.arena = arena, .threads = 1, .wait_s = OUTPUT_WAIT_S};
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

void output_add_shared(struct output *output, const char *path, const char *bytes,
                       size_t len)
{
    add_file(output, path,
             (struct output_file){.content = {bytes, len}, .is_shared = true});
}

void output_add_made(struct output *output, const char *path, output_maker *make,
                     const void *of)
{
    add_file(output, path, (struct output_file){.make = make, .of = of});
}

struct file_bytes output_bytes(struct arena *arena, struct arena scratch,
                               const struct output_file *file)
{
    if (!file->make) {
        return file->content;
    }
    struct sink sink;
    sink_init(&sink, arena, NULL, NULL);
    output_make(&sink, scratch, file);
    return (struct file_bytes){sink.buf.data, sink.buf.len};
}

void output_make(struct sink *sink, struct arena scratch,
                 const struct output_file *file)
{
    if (file->make) {
        /* A library that gets no memory may leave something out without a word: a
         * line of a calendar. The C library remembers. */
        errno = 0;
        file->make(sink, scratch, file->of);
        if (errno == ENOMEM) {
            out_of_memory();
        }
    } else {
        buf_add(&sink->buf, file->content.bytes, file->content.len);
    }
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

/* Of the sorted files those that are ours alone. */
static struct output_list new_list(struct arena *arena, const struct output *output)
{
    struct output_list list = {
        .entry = arena_new(arena, output->n_files, struct output_entry)};
    for (int i = 0; i < output->n_files; i++) {
        assert(i == 0 ||
               strcmp(output->file[i - 1].path, output->file[i].path) < 0);
        if (!output->file[i].is_shared) {
            list.entry[list.n++] =
                (struct output_entry){.path = output->file[i].path, .digest = ""};
        }
    }
    return list;
}

/* What is made goes along with the rest of what is there as long as it is the same. */
struct comparison {
    struct file_bytes rest;
    struct digest digest;
};

static bool compare(void *to, const char *bytes, size_t len)
{
    struct comparison *comparison = to;
    struct file_bytes *rest = &comparison->rest;
    if (len > rest->len || memcmp(rest->bytes, bytes, len) != 0) {
        return false;
    }
    digest_add(&comparison->digest, bytes, len);
    rest->bytes += len;
    rest->len -= len;
    return true;
}

bool output_is_same(struct arena scratch, struct arena work, const char *path,
                    const struct output_file *file, char *digest)
{
    char *bytes;
    size_t len;
    struct error ignored;
    if (disk_type(path) == 0 ||
        !file_read(&scratch, path, &bytes, &len, &ignored)) {
        return false;
    }
    struct comparison comparison = {.rest = {bytes, len}};
    struct sink sink;
    digest_begin(&comparison.digest);
    sink_init(&sink, &scratch, compare, &comparison);
    output_make(&sink, work, file);
    if (!sink_end(&sink) || comparison.rest.len > 0) {
        return false;
    }
    if (digest) {
        digest_end(&comparison.digest, digest);
    }
    return true;
}

/* The same with working space of its own. */
static bool has_bytes(struct arena scratch, const char *path,
                      const struct output_file *file)
{
    struct arena work;
    arena_init(&work);
    bool same = output_is_same(scratch, work, path, file, NULL);
    arena_finish(&work);
    return same;
}

static bool check_target(struct arena scratch, const char *folder,
                         const struct output_file *file, bool is_ours,
                         struct error *err)
{
    const char *path = file_path(&scratch, folder, file->path);
    mode_t type = disk_type(path);
    if (type != 0 && type != S_IFREG) {
        return disk_refuse(err, path, "exists and is no file");
    }
    if (type == S_IFREG && !is_ours && !has_bytes(scratch, path, file)) {
        return disk_refuse(
            err, path, "exists, and is not from an earlier run into this folder");
    }
    return true;
}

/* Nothing of others stands at a name of ours. Files of one folder mostly stand
 * together: it is looked at once then. */
static bool check_targets(struct arena scratch, const struct output *output,
                          const char *folder, const struct output_list *old,
                          struct error *err)
{
    for (int i = 0; i < output->n_files; i++) {
        const struct output_file *file = &output->file[i];
        const char *before = i > 0 ? file[-1].path : NULL;
        if (!folder_is_shared(file->path, before) &&
            !disk_check_folders(scratch, folder, file->path, err)) {
            return false;
        }
        bool is_ours = file->is_shared || output_list_find(old, file->path);
        if (!check_target(scratch, folder, file, is_ours, err)) {
            return false;
        }
    }
    return true;
}

/* Folders that people have closed stay as they are, also where another folder could be
 * put in their place. */
static bool check_folder_of(struct arena scratch, const struct stage *stage,
                            const char *path, struct error *err)
{
    const char *folder =
        folder_of(&scratch, file_path(&scratch, stage->folder, path));
    return access(folder[0] != '\0' ? folder : ".", W_OK | X_OK) == 0 ||
           errno == ENOENT ||
           error_set_errno(err, "%s: cannot be written",
                           file_path(&scratch, stage->folder, path));
}

static bool check_writable(const struct stage *stage, struct error *err)
{
    const char *before = NULL;
    if (!check_folder_of(*stage->arena, stage, output_list_name, err)) {
        return false;
    }
    for (int i = 0; i < stage->n_staged; i++) {
        const char *path = stage->staged[i].file.path;
        if (!stage->staged[i].is_same && !folder_is_shared(path, before)) {
            before = path;
            if (!check_folder_of(*stage->arena, stage, path, err)) {
                return false;
            }
        }
    }
    for (int i = 0; i < stage->n_leaving; i++) {
        if (stage->leaving[i].state == OUTPUT_OURS &&
            !check_folder_of(*stage->arena, stage, stage->leaving[i].entry->path,
                             err)) {
            return false;
        }
    }
    return true;
}

/* The folder itself, or the nearest one above it that is there. */
static const char *nearest_folder(struct arena *arena, const char *folder)
{
    char *path = arena_strdup(arena, folder);
    while (disk_type(path) == 0) {
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
    struct output_list old;
    output_mend(folder);
    const char *nearest = nearest_folder(&scratch, folder);
    if (!file_is_folder(nearest)) {
        return disk_refuse(err, nearest, "is a file; expected a folder");
    }
    if (access(nearest, W_OK | X_OK) != 0) {
        return error_set_errno(err, "%s: nothing can be written there", nearest);
    }
    if (!output_list_read(&scratch, folder, &old, err)) {
        return false;
    }
    for (int i = 0; i < n; i++) {
        const char *path = file_path(&scratch, folder, name[i]);
        if (disk_type(path) != 0 && !output_list_find(&old, name[i])) {
            return disk_refuse(
                err, path,
                "exists, and is not from an earlier run into this folder");
        }
    }
    return true;
}

/* The list of this run, but for digests: what it has, and what stays of the run
 * before. */
static void list_files(struct stage *stage, const struct output *files)
{
    struct arena *arena = stage->arena;
    stage->now = new_list(arena, files);
    const struct output_entry *last = output_list_find(&stage->old, output_last);
    if (files->keeps_others) {
        stage->now = output_list_unite(arena, &stage->now, &stage->old);
    } else if (last) {
        const struct output_list kept = {&(struct output_entry){last->path, ""}, 1};
        stage->now = output_list_unite(arena, &stage->now, &kept);
    }
}

/* Makes the folder, where none was, which can only be filled file by file. */
static enum way_result make_folder(const struct stage *stage,
                                   struct output_place *place, struct error *err)
{
    if (!folder_make(*stage->arena, place->real, err)) {
        return WAY_FAILED;
    }
    place->is_made = true;
    return WAY_AGAIN; /* others may have seen it, too: it is locked first */
}

static enum way_result fill(struct stage *stage, const struct output_place *place,
                            struct error *err)
{
    return commit_write(stage, place, err) ? WAY_DONE : WAY_FAILED;
}

/* Looks at what is there and writes what differs. place is locked if it is there. */
static enum way_result write_news(struct stage *stage, struct output_place *place,
                                  const struct output *files, struct error *err)
{
    stage->mark = output_mark_make(output_place_name(place));
    if (!output_list_read(stage->arena, place->folder, &stage->old, err) ||
        !check_targets(*stage->arena, files, place->folder, &stage->old, err)) {
        return WAY_FAILED;
    }
    list_files(stage, files);
    stage_compare(stage, files);
    if (place->is_there && !stage_has_news(stage)) {
        return stage_write_list(stage, err) ? WAY_DONE : WAY_FAILED;
    }
    if (!check_writable(stage, err)) {
        return WAY_FAILED;
    }
    enum way_result result =
        files->stays ? WAY_CLOSED : exchange_write(stage, place, err);
    if (result != WAY_CLOSED) {
        return result;
    }
    return place->is_there ? fill(stage, place, err)
                           : make_folder(stage, place, err);
}

/* What the caller has to say against it, now that nobody else writes there. */
static bool is_accepted(const struct stage *stage, const struct output *files,
                        struct error *err)
{
    return !files->judge ||
           files->judge(*stage->arena, stage->folder, files->judge_of, err);
}

static enum way_result write_locked(struct stage *stage, struct output_place *place,
                                    const struct output *files, struct error *err)
{
    struct folder_lock lock = {.wait_s = place->wait_s};
    switch (folder_lock_take(&lock, place->real)) {
    case FOLDER_LOCKED:
        break;
    case FOLDER_BUSY:
        output_place_refuse_busy(*stage->arena, place, err);
        return WAY_FAILED;
    case FOLDER_MISSING:
        return is_accepted(stage, files, err) ? write_news(stage, place, files, err)
                                              : WAY_FAILED;
    }
    place->is_there = place->is_locked = true;
    enum way_result result = output_mend_locked(place, &stage->changes, err) &&
                                     is_accepted(stage, files, err)
                                 ? write_news(stage, place, files, err)
                                 : WAY_FAILED;
    place->is_locked = false;
    folder_lock_release(&lock);
    return result;
}

/* Each attempt looks at what is there then: others may have written it. */
static bool write_output(struct stage *stage, const struct output *output,
                         struct error *err)
{
    enum { MOST_ATTEMPTS = 20 };
    struct output_place place;
    const struct output files = sorted(stage->arena, output);
    const struct stage fresh = *stage;
    enum way_result result = WAY_AGAIN;
    bool is_made = false;
    for (int i = 0; i < MOST_ATTEMPTS && result == WAY_AGAIN; i++) {
        const struct output_changes changes = stage->changes;
        *stage = fresh;
        stage->changes = changes;
        if (!output_place_find(stage->arena, stage->folder, &place, err)) {
            return false;
        }
        place.wait_s = output->wait_s;
        result = write_locked(stage, &place, &files, err);
        is_made = is_made || place.is_made;
    }
    if (result == WAY_AGAIN) {
        output_place_refuse_busy(*stage->arena, &place, err);
    }
    if (result != WAY_DONE && is_made) {
        rmdir(place.real); /* unless others have written into it */
    }
    return result == WAY_DONE;
}

bool output_write(struct output *output, const char *folder, struct error *err)
{
    struct arena *arena = output->arena;
    struct stage stage = {.arena = arena,
                          .crew = crew_call(arena, output->threads),
                          .folder = folder,
                          .changes = {.arena = arena}};
    bool ok = write_output(&stage, output, err);
    output_changes_sort(&stage.changes);
    output->changed = stage.changes.changed;
    output->n_changed = stage.changes.n;
    crew_dismiss(stage.crew);
    return ok;
}
