/* The new folder, "out.new", gets the files that the run has written; all else that
 * stays - our files which are the same, and all of others - is linked into it, so that
 * both folders are whole: it may be given up at any moment. Then the two change their
 * names, renameat2(RENAME_EXCHANGE), and the old one is removed. Where there is no old
 * one, the new one is renamed.
 *
 * Somebody may work in the old folder meanwhile. What is written into a file goes into
 * both. What is put there or replaced after it was surveyed is moved into the new
 * folder before the old one goes: nothing of others is removed there unless it is the
 * same file in the new one.
 *
 * The mark in the new folder says which folder it replaces, and what is in both. As long
 * as it lies in "out.new", that is half built, and the next command removes it. Once it
 * lies in "out", "out.new" is the old one, and the next command saves what was put there
 * late and removes the rest: not what is in both, as people may have gone on with it in
 * the new one. */

#ifdef __linux__
#define _GNU_SOURCE /* renameat2 */
#endif

#include "io/output_exchange.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "io/file.h"
#include "io/folder.h"
#include "io/output_changes.h"
#include "io/output_clear.h"
#include "io/output_disk.h"
#include "io/output_survey.h"

#ifdef RENAME_EXCHANGE
static bool exchange(const char *one, const char *other)
{
    return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE) == 0;
}
#else
static bool exchange(const char *one, const char *other)
{
    (void)one;
    (void)other;
    errno = ENOSYS;
    return false;
}
#endif

/* Whether this file system exchanges names, and knows files by several. */
static bool can_exchange(struct arena scratch, const char *folder)
{
    const char *mark = file_path(&scratch, folder, output_mark_name);
    const char *one = file_path(&scratch, folder, ".matchday-probe");
    const char *other = file_path(&scratch, folder, ".matchday-probe-2");
    bool ok = link(mark, one) == 0 && unlink(one) == 0 && mkdir(one, 0700) == 0 &&
              mkdir(other, 0700) == 0 && exchange(one, other);
    return rmdir(one) == 0 && rmdir(other) == 0 && ok;
}

/* Gives the folder the owner and, in the end, the permissions of the old one. */
static bool take_owner(const char *path, const struct stat *old)
{
    struct stat status;
    return lstat(path, &status) == 0 &&
           ((status.st_uid == old->st_uid && status.st_gid == old->st_gid) ||
            lchown(path, old->st_uid, old->st_gid) == 0);
}

struct building {
    struct output_mark mark;
    struct arena *arena;
    const struct output_place *place;
    struct stage *stage;
    struct survey survey;
    const char *before; /* the path that was linked last */
};

static bool make_folder_of(struct arena scratch, struct building *building,
                           const char *path)
{
    struct error ignored;
    const char *folder = folder_of(&scratch, path);
    bool ok =
        folder[0] == '\0' || folder_is_shared(path, building->before) ||
        folder_make(scratch, file_path(&scratch, building->place->beside, folder),
                    &ignored);
    building->before = path;
    return ok;
}

/* What is at path in the old folder is at that name in the new one, too. What has gone
 * since it was surveyed is no loss. */
static bool link_one(struct building *building, const char *path, const char *name)
{
    struct arena scratch = *building->arena;
    const char *from = file_path(&scratch, building->place->real, path);
    const char *to = file_path(&scratch, building->place->beside, name);
    struct stat status;
    if (!make_folder_of(scratch, building, name)) {
        return false;
    }
    if (linkat(AT_FDCWD, from, AT_FDCWD, to, 0) != 0) {
        return errno == ENOENT && disk_type(from) == 0;
    }
    if (lstat(to, &status) != 0) {
        return false;
    }
    output_mark_add_linked(building->arena, &building->mark, path, status.st_ino);
    return true;
}

/* Files of earlier runs that stay, and those that somebody has changed. */
static bool link_old(struct building *building)
{
    struct stage *stage = building->stage;
    for (int i = 0; i < stage->old.n; i++) {
        const char *path = stage->old.entry[i].path;
        if (output_list_find(&stage->now, path) && !stage_has(stage, path) &&
            !link_one(building, path, path)) {
            return false;
        }
    }
    for (int i = 0; i < stage->n_leaving; i++) {
        const char *path = stage->leaving[i].entry->path;
        if (stage->leaving[i].state == OUTPUT_CHANGED) {
            if (!link_one(building, path, path)) {
                return false;
            }
            output_changes_add(&stage->changes, path, NULL);
        }
    }
    return true;
}

static bool link_staged(struct building *building)
{
    struct stage *stage = building->stage;
    for (int i = 0; i < stage->n_staged; i++) {
        const struct staged *staged = &stage->staged[i];
        const char *path = staged->file.path;
        if (staged->is_same && !link_one(building, path, path)) {
            return false;
        }
        if (staged->was_changed) {
            const char *kept =
                disk_edited_path(building->arena, building->place->real, path);
            if (!link_one(building, path, kept)) {
                return false;
            }
            output_changes_add(&stage->changes, path, kept);
        }
    }
    return true;
}

static bool link_others(struct building *building)
{
    const struct survey *survey = &building->survey;
    for (int i = 0; i < survey->others.n; i++) {
        if (!link_one(building, survey->others.text[i], survey->others.text[i])) {
            return false;
        }
    }
    return true;
}

/* Folders of others, also empty ones; and the permissions of all. Those below come
 * first: a folder may forbid what is done in it. */
static bool finish_folders(struct building *building)
{
    struct error ignored;
    const struct survey *survey = &building->survey;
    for (int i = survey->n_folders - 1; i >= 0; i--) {
        struct arena scratch = *building->arena;
        const struct surveyed_folder *folder = &survey->folder[i];
        const char *path =
            file_path(&scratch, building->place->beside, folder->path);
        bool is_there = disk_type(path) == S_IFDIR;
        if (!is_there && folder->is_left_by_us) {
            continue;
        }
        if ((!is_there && !folder_make(scratch, path, &ignored)) ||
            !take_owner(path, &survey->root) || chmod(path, folder->mode) != 0) {
            return false;
        }
    }
    return true;
}

/* What is linked is in the mark before it can be asked for. */
static bool link_rest(struct building *building)
{
    struct error ignored;
    return link_old(building) && link_staged(building) && link_others(building) &&
           finish_folders(building) &&
           output_mark_write(*building->arena, building->place->beside,
                             &building->mark, &ignored);
}

/* Puts the new folder in the place of the old one; the sticky bit, with which it is half
 * built, has gone when it has arrived there. */
static bool put_in_place(struct building *building)
{
    const struct output_place *place = building->place;
    struct arena scratch = *building->arena;
    mode_t mode = place->is_there ? building->survey.root.st_mode & 07777 : 0700;
    if (chmod(place->beside, mode | S_ISVTX) != 0 ||
        !(place->is_there ? exchange(place->beside, place->real)
                          : disk_move(place->beside, place->real))) {
        return false;
    }
    chmod(place->real, mode);
    file_flush_name(folder_of(&scratch, place->real)); /* it counts without, too */
    return true;
}

/* Builds in the folder beside, which is locked. */
static enum way_result build(struct building *building, struct error *err)
{
    const struct output_place *place = building->place;
    if (!can_exchange(*building->arena, place->beside) ||
        (place->is_there && !take_owner(place->beside, &building->survey.root))) {
        return WAY_CLOSED;
    }
    if (!stage_write(building->stage, place->beside, err)) {
        return WAY_FAILED;
    }
    if (!link_rest(building)) {
        return WAY_CLOSED;
    }
    if (!file_flush(place->beside, err)) {
        return WAY_FAILED;
    }
    return put_in_place(building) ? WAY_DONE : WAY_CLOSED;
}

enum way_result exchange_write(struct stage *stage,
                               const struct output_place *place, struct error *err)
{
    struct building building = {
        .arena = stage->arena, .place = place, .stage = stage, .mark = stage->mark};
    struct arena *arena = stage->arena;
    struct folder_lock lock = {.wait_s = place->wait_s};
    struct output_mark *mark = &building.mark;
    struct error ignored;
    assert(!place->is_there || place->is_locked);
    if (!output_survey(arena, place, stage, &building.survey)) {
        return WAY_CLOSED;
    }
    mark->dev = building.survey.root.st_dev;
    mark->ino = building.survey.root.st_ino;
    switch (output_site_make(*arena, place->beside, mark, &lock, &ignored)) {
    case SITE_MADE:
        break;
    case SITE_BUSY:
        output_place_refuse_busy(*arena, place, err);
        return WAY_FAILED;
    case SITE_GONE:
        return WAY_AGAIN;
    case SITE_REFUSED:
        return WAY_CLOSED;
    }
    int n_changes = stage->changes.n;
    enum way_result result = build(&building, err);
    if (result == WAY_DONE) {
        struct output_place now = *place; /* which is the folder that is locked */
        now.is_there = now.is_locked = true;
        exchange_mend(&now, &stage->changes);
    } else {
        stage->changes.n = n_changes;
        disk_remove_tree(*arena, place->beside, output_mark_name);
    }
    folder_lock_release(&lock);
    return result;
}

/* True if the folder beside is the one that was replaced. */
static bool is_replaced(const char *beside, const struct output_mark *mark)
{
    struct stat status;
    return lstat(beside, &status) == 0 && S_ISDIR(status.st_mode) &&
           status.st_dev == mark->dev && status.st_ino == mark->ino;
}

/* Takes the bit off that a run has left which was killed just behind the exchange. */
static void end_building(const char *real)
{
    struct stat status;
    if (lstat(real, &status) == 0 && (status.st_mode & S_ISVTX) != 0) {
        chmod(real, status.st_mode & 07777 & ~(mode_t)S_ISVTX);
    }
}

void exchange_mend(const struct output_place *place, struct output_changes *changes)
{
    struct output_mark mark;
    struct arena scratch;
    assert(place->is_there && place->is_locked);
    arena_init(&scratch);
    if (output_mark_read(&scratch, place->real, &mark)) {
        end_building(place->real);
        if (!is_replaced(place->beside, &mark) ||
            output_clear(scratch, place->beside, place->real, &mark, changes)) {
            unlink(file_path(&scratch, place->real, output_mark_name));
        }
    }
    arena_finish(&scratch);
}
