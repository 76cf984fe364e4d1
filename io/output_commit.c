/* What waits in ".matchday-commit" is a journal that is made of the files themselves:
 * each lies there under its path until it is in its place, the new list among them. To
 * complete it - and there is no other way of doing it the first time - is to move all
 * that is there, then to remove what is in the old list and not in the new one, then to
 * move schedule.json, which must not be there before its companions, and at last the
 * list. Each step can be done again.
 *
 * Whoever changed a file of ours, before or between, finds it beside the new one. */

#include "io/output_commit.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/file.h"
#include "io/folder.h"
#include "io/output_disk.h"
#include "io/output_list.h"

struct committing {
    const struct output_place *place;
    const char *waiting; /* the folder */
    struct output_list old, now;
    struct output_mark mark;
    struct output_changes *changes;
    struct error *err; /* the first failure; the rest is done all the same */
    bool has_failed;
};

static bool fail(struct committing *committing, const struct error *err)
{
    if (!committing->has_failed) {
        *committing->err = *err;
    }
    committing->has_failed = true;
    return false;
}

/* What is in the place of a new file is somebody's if it is not as we wrote it, or if
 * we had none there; but for files that other commands write, too. */
static bool is_changed(struct arena scratch, const struct committing *committing,
                       const char *path)
{
    const char *real = committing->place->real;
    const struct output_entry *entry = output_list_find(&committing->old, path);
    if (strings_has(&committing->mark.over, path)) {
        return false;
    }
    if (entry) {
        return output_list_look(scratch, real, entry) == OUTPUT_CHANGED;
    }
    return strcmp(path, output_list_name) != 0 &&
           disk_type(file_path(&scratch, real, path)) != 0;
}

/* Out of the way of a new one. */
static bool keep_changed(struct arena scratch, struct committing *committing,
                         const char *path)
{
    const char *real = committing->place->real;
    if (!is_changed(scratch, committing, path)) {
        return true;
    }
    const char *kept = disk_edited_path(&scratch, real, path);
    const char *from = file_path(&scratch, real, path);
    if (rename(from, file_path(&scratch, real, kept)) != 0) {
        return false;
    }
    if (committing->changes) {
        output_changes_add(committing->changes, path, kept);
    }
    return true;
}

static bool put_in_place(struct arena scratch, struct committing *committing,
                         const char *path)
{
    struct error err;
    const char *folder = committing->place->folder;
    const char *from = file_path(&scratch, committing->waiting, path);
    const char *to = file_path(&scratch, committing->place->real, path);
    if (disk_type(from) != S_IFREG) {
        return true; /* it is in its place */
    }
    if (!disk_check_folders(scratch, folder, path, &err)) {
        return fail(committing, &err);
    }
    if (folder_make(scratch, folder_of(&scratch, to), &err) &&
        keep_changed(scratch, committing, path) && rename(from, to) == 0) {
        return true;
    }
    error_set_errno(&err, "%s: cannot be written",
                    file_path(&scratch, folder, path));
    return fail(committing, &err);
}

static bool is_last(const char *path)
{
    return strcmp(path, output_last) == 0 || strcmp(path, output_list_name) == 0 ||
           strcmp(path, output_mark_name) == 0;
}

/* All that waits below path but for what comes last; folders that are empty then go. */
static void put_folder(struct arena scratch, struct committing *committing,
                       const char *path)
{
    const char *whole = file_path(&scratch, committing->waiting, path);
    struct error err;
    struct dirent *entry;
    DIR *entries = opendir(whole);
    if (!entries) {
        error_set_errno(&err, "%s: cannot be opened", whole);
        fail(committing, &err);
        return;
    }
    while ((entry = disk_next_entry(entries)) != NULL) {
        struct arena work = scratch;
        const char *below = file_path(&work, path, entry->d_name);
        if (is_last(below)) {
            continue;
        }
        if (disk_type(file_path(&work, committing->waiting, below)) == S_IFDIR) {
            put_folder(work, committing, below);
        } else {
            put_in_place(work, committing, below);
        }
    }
    if (errno != 0) {
        error_set_errno(&err, "%s: cannot be read", whole);
        fail(committing, &err);
    }
    closedir(entries);
    rmdir(whole);
}

static void remove_leaving(struct arena scratch, struct committing *committing)
{
    struct error err;
    for (int i = 0; i < committing->old.n; i++) {
        const struct output_entry *entry = &committing->old.entry[i];
        const char *folder = committing->place->folder;
        if (output_list_find(&committing->now, entry->path)) {
            continue;
        }
        if (output_list_look(scratch, folder, entry) != OUTPUT_CHANGED) {
            if (!disk_remove(scratch, folder, entry->path, &err)) {
                fail(committing, &err);
            }
        } else if (committing->changes) {
            output_changes_add(committing->changes, entry->path, NULL);
        }
    }
}

/* Moves all to its place, as far as that can be done. */
static bool complete(struct arena scratch, struct committing *committing)
{
    const char *real = committing->place->real;
    struct error *err = committing->err;
    const char *list = file_path(&scratch, committing->waiting, output_list_name);
    if (!output_mark_read(&scratch, committing->waiting, &committing->mark)) {
        return error_set_errno(err, "%s: cannot be read", committing->waiting);
    }
    if (!output_list_read(&scratch, committing->place->folder, &committing->old,
                          err)) {
        return false;
    }
    if (disk_type(list) == 0) {
        committing->now =
            committing->old; /* it is in its place, or there is none */
    } else if (!output_list_read(&scratch, committing->waiting, &committing->now,
                                 err)) {
        return false;
    }
    put_folder(scratch, committing, "");
    remove_leaving(scratch, committing);
    if (committing->has_failed || !put_in_place(scratch, committing, output_last) ||
        !file_flush(real, err) ||
        !put_in_place(scratch, committing, output_list_name) ||
        !file_flush(real, err)) {
        return false;
    }
    disk_remove_tree(scratch, committing->waiting, output_mark_name);
    return true;
}

static bool commit(const struct output_place *place, const char *waiting,
                   struct output_changes *changes, struct error *err)
{
    struct arena scratch;
    struct committing committing = {
        .place = place, .waiting = waiting, .changes = changes, .err = err};
    arena_init(&scratch);
    bool ok = complete(scratch, &committing);
    arena_finish(&scratch);
    return ok;
}

bool commit_write(struct stage *stage, const struct output_place *place,
                  struct error *err)
{
    assert(place->is_there && place->is_locked);
    struct folder_lock lock = {.wait_s = place->wait_s};
    struct arena *arena = stage->arena;
    struct output_mark mark = stage->mark;
    mark.name = output_commit_name;
    const char *folder = file_path(arena, place->real, output_stage_name);
    const char *waiting = file_path(arena, place->real, output_commit_name);
    switch (output_site_make(*arena, folder, &mark, &lock, err)) {
    case SITE_MADE:
        break;
    case SITE_BUSY:
        return output_place_refuse_busy(*arena, place, err);
    case SITE_GONE:
    case SITE_REFUSED:
        return false;
    }
    bool ok = stage_write(stage, folder, err) && file_flush(folder, err);
    if (ok && (rename(folder, waiting) != 0 || !file_flush_name(place->real))) {
        ok = error_set_errno(err, "%s: cannot be written", place->folder);
    }
    if (!ok) {
        disk_remove_tree(*arena, folder, output_mark_name);
    }
    folder_lock_release(&lock);
    return ok && commit(place, waiting, &stage->changes, err);
}

bool commit_mend(const struct output_place *place, struct output_changes *changes,
                 struct error *err)
{
    struct arena scratch;
    struct output_mark mark;
    bool ok = true;
    assert(place->is_there && place->is_locked);
    arena_init(&scratch);
    const char *waiting = file_path(&scratch, place->real, output_commit_name);
    if (output_mark_read(&scratch, waiting, &mark)) {
        ok = commit(place, waiting, changes, err);
    }
    const char *folder = file_path(&scratch, place->real, output_stage_name);
    output_site_remove(scratch, folder, output_commit_name);
    rmdir(waiting); /* of a run that was killed when nothing else was left to do */
    rmdir(folder);
    arena_finish(&scratch);
    return ok;
}
