/* Old and new folder have changed their names, and perhaps the run was killed then, and
 * people have gone on in the new one since. What the run has linked into it is in both,
 * or was: it is theirs to replace or delete in the new one, and just goes from the old
 * one. What the run has replaced goes, too. All else came into the old one while the run
 * was at work, and is moved over, but onto nothing that people may have put there. */

#include "io/output_clear.h"

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

struct clearing {
    const char *old, *now;             /* the folders */
    struct output_list ours, new_ours; /* what their lists say */
    const struct output_mark *mark;
    struct output_changes *changes;
};

static bool is_same_file(const struct stat *status, const char *path)
{
    struct stat other;
    return lstat(path, &other) == 0 && other.st_dev == status->st_dev &&
           other.st_ino == status->st_ino;
}

static bool is_before(struct timespec time, struct timespec other)
{
    return time.tv_sec != other.tv_sec ? time.tv_sec < other.tv_sec
                                       : time.tv_nsec < other.tv_nsec;
}

/* Ours or replaced by us, and as it was when the run looked: then there is a new one.
 * What came there since shows by when the system last had to do with it - people may
 * have moved or unpacked it with an older time of their own - and by its digest. */
static bool is_replaced(struct arena scratch, const struct clearing *clearing,
                        const char *path, const struct stat *status)
{
    const struct output_entry *entry = output_list_find(&clearing->ours, path);
    if ((!entry && !strings_has(&clearing->mark->over, path)) ||
        !S_ISREG(status->st_mode)) {
        return false;
    }
    return is_before(status->st_ctim, clearing->mark->begun) ||
           (entry && entry->digest[0] != '\0' &&
            output_list_look(scratch, clearing->old, entry) == OUTPUT_OURS);
}

static bool is_linked(const struct clearing *clearing, const char *path, ino_t ino)
{
    const struct output_linked *linked =
        output_mark_find_linked(clearing->mark, path);
    return linked && linked->ino == ino;
}

/* True if the new folder has at that path what the old one had when it was surveyed,
 * which somebody has replaced there since. */
static bool is_outdated(const struct clearing *clearing, const char *path,
                        const char *whole)
{
    struct stat status;
    return !output_list_find(&clearing->new_ours, path) &&
           lstat(whole, &status) == 0 && is_linked(clearing, path, status.st_ino);
}

static bool move_late(struct arena scratch, const struct clearing *clearing,
                      const char *path, const char *from)
{
    struct error ignored;
    const char *name = path;
    const char *whole = file_path(&scratch, clearing->now, path);
    bool is_over = is_outdated(clearing, path, whole);
    if (!is_over &&
        (disk_type(whole) != 0 || output_list_find(&clearing->new_ours, path))) {
        name = disk_edited_path(&scratch, clearing->now, path);
    }
    const char *to = file_path(&scratch, clearing->now, name);
    if (!folder_make(scratch, folder_of(&scratch, to), &ignored) ||
        !(is_over ? rename(from, to) == 0 : disk_move(from, to))) {
        return false;
    }
    if (clearing->changes && name != path) {
        output_changes_add(clearing->changes, path, name);
    }
    return true;
}

static bool clear_file(struct arena scratch, const struct clearing *clearing,
                       const char *path)
{
    struct stat status;
    const char *from = file_path(&scratch, clearing->old, path);
    if (lstat(from, &status) != 0) {
        return errno == ENOENT;
    }
    if (output_place_is_own(path) || is_linked(clearing, path, status.st_ino) ||
        is_same_file(&status, file_path(&scratch, clearing->now, path)) ||
        is_replaced(scratch, clearing, path, &status)) {
        return unlink(from) == 0;
    }
    return move_late(scratch, clearing, path, from);
}

static bool clear_folder(struct arena scratch, const struct clearing *clearing,
                         const char *path);

static bool clear_entry(struct arena scratch, const struct clearing *clearing,
                        const char *path)
{
    const char *whole = file_path(&scratch, clearing->old, path);
    if (strcmp(path, output_list_name) == 0) {
        return true; /* it goes last */
    }
    if (disk_type(whole) != S_IFDIR) {
        return clear_file(scratch, clearing, path);
    }
    return clear_folder(scratch, clearing, path) && rmdir(whole) == 0;
}

static bool clear_folder(struct arena scratch, const struct clearing *clearing,
                         const char *path)
{
    const char *whole = file_path(&scratch, clearing->old, path);
    bool ok = true;
    struct stat status;
    if (lstat(whole, &status) == 0 && (status.st_mode & S_IRWXU) != S_IRWXU) {
        chmod(whole, 0700); /* its permissions are those of the new one now */
    }
    DIR *entries = opendir(whole);
    if (!entries) {
        return false;
    }
    struct dirent *entry;
    while ((entry = disk_next_entry(entries)) != NULL) {
        struct arena work = scratch;
        if (!clear_entry(work, clearing, file_path(&work, path, entry->d_name))) {
            ok = false;
        }
    }
    ok = ok && errno == 0;
    closedir(entries);
    return ok;
}

bool output_clear(struct arena scratch, const char *old, const char *now,
                  const struct output_mark *mark, struct output_changes *changes)
{
    struct error ignored;
    struct clearing clearing = {
        .old = old, .now = now, .mark = mark, .changes = changes};
    return output_list_read(&scratch, old, &clearing.ours, &ignored) &&
           output_list_read(&scratch, now, &clearing.new_ours, &ignored) &&
           clear_folder(scratch, &clearing, "") &&
           disk_remove_tree(scratch, old, output_list_name);
}
