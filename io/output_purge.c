/* Every file in the folder is sorted into ours and others before any is removed, so
 * that nothing goes where something speaks against it. */

#include "io/output_purge.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/file.h"
#include "io/folder_lock.h"
#include "io/output_disk.h"
#include "io/output_list.h"
#include "io/output_mend.h"
#include "io/output_place.h"

/* What commands write beside a schedule.json, and is in no list. */
static const char *const companion[] = {"replies.csv", "replies.json",
                                        "sending.json", "sent.ledger"};
enum { N_COMPANIONS = sizeof companion / sizeof *companion };

struct paths {
    struct strings list;
    int capacity;
};

struct purging {
    struct arena *arena;
    const char *folder;
    struct output_list list;
    bool has_schedule; /* so that the companions are ours */
    struct paths ours, changed, others;
};

static void add(struct purging *purging, struct paths *paths, const char *path)
{
    struct strings *list = &paths->list;
    list->text = arena_grow(purging->arena, list->text, list->n, &paths->capacity,
                            sizeof *list->text);
    list->text[list->n++] = path;
}

static bool is_companion(const char *path)
{
    bool is_one = false;
    for (int k = 0; k < N_COMPANIONS && !is_one; k++) {
        is_one = strcmp(path, companion[k]) == 0;
    }
    return is_one;
}

/* "a/b.csv" of "a/b.edited.csv" and "a/b.edited-2.csv", in arena; NULL of others. See
 * disk_edited_path(). */
static const char *original_path(struct arena *arena, const char *path)
{
    static const char mark[] = ".edited";
    const char *slash = strrchr(path, '/');
    const char *found = strstr(slash ? slash : path, mark);
    if (!found) {
        return NULL;
    }
    const char *rest = found + strlen(mark);
    if (*rest == '-') {
        rest += 1 + strspn(rest + 1, "0123456789");
    }
    return arena_printf(arena, "%.*s%s", (int)(found - path), path, rest);
}

static void sort_file(struct purging *purging, const char *path)
{
    struct arena scratch = *purging->arena;
    const struct output_entry *entry = output_list_find(&purging->list, path);
    enum output_state state =
        entry ? output_list_look(scratch, purging->folder, entry) : OUTPUT_MISSING;
    const char *original = original_path(&scratch, path);
    bool is_copy = original && output_list_find(&purging->list, original);
    if (state == OUTPUT_CHANGED || is_copy) {
        add(purging, &purging->changed, path);
    }
    bool is_ours = state != OUTPUT_MISSING || is_copy ||
                   output_place_is_own(path) ||
                   (purging->has_schedule && is_companion(path));
    add(purging, is_ours ? &purging->ours : &purging->others, path);
}

static bool sort_folder(struct purging *purging, const char *below,
                        struct error *err);

/* Only plain files can be ours; links are not followed. */
static bool sort_entry(struct purging *purging, const char *path, struct error *err)
{
    struct arena scratch = *purging->arena;
    mode_t type = disk_type(file_path(&scratch, purging->folder, path));
    if (type == S_IFDIR) {
        return sort_folder(purging, path, err);
    }
    if (type != S_IFREG) {
        add(purging, &purging->others, path);
    } else if (strcmp(path, output_list_name) != 0) {
        sort_file(purging, path);
    }
    return true;
}

static bool sort_folder(struct purging *purging, const char *below,
                        struct error *err)
{
    struct arena scratch = *purging->arena;
    const char *folder = below[0] != '\0'
                             ? file_path(&scratch, purging->folder, below)
                             : purging->folder;
    DIR *entries = opendir(folder);
    if (!entries) {
        return error_set_errno(err, "%s: cannot be looked into", folder);
    }
    bool ok = true;
    struct dirent *entry = disk_next_entry(entries);
    while (entry && ok) {
        ok = sort_entry(purging, file_path(purging->arena, below, entry->d_name),
                        err);
        entry = ok ? disk_next_entry(entries) : NULL;
    }
    if (ok && errno != 0) {
        ok = error_set_errno(err, "%s: cannot be looked into", folder);
    }
    closedir(entries);
    return ok;
}

static bool remove_ours(const struct purging *purging, struct error *err)
{
    const struct strings *ours = &purging->ours.list;
    for (int k = 0; k < ours->n; k++) {
        if (!disk_remove(*purging->arena, purging->folder, ours->text[k], err)) {
            return false;
        }
    }
    return disk_remove(*purging->arena, purging->folder, output_list_name, err);
}

static bool purge_locked(struct purging *purging, struct purge *purge,
                         struct error *err)
{
    struct arena scratch = *purging->arena;
    const char *list = file_path(&scratch, purging->folder, output_list_name);
    if (disk_type(list) != S_IFREG) {
        error_set(err,
                  "%s: there is no list of what was written there; expected a "
                  "folder that was given to -o",
                  purging->folder);
        err->code = EXIT_CODE_IO;
        return false;
    }
    if (!output_list_read(purging->arena, purging->folder, &purging->list, err)) {
        return false;
    }
    purging->has_schedule = output_list_find(&purging->list, output_last);
    if (!sort_folder(purging, "", err)) {
        return false;
    }
    strings_sort(&purging->ours.list);
    strings_sort(&purging->changed.list);
    strings_sort(&purging->others.list);
    purge->ours = purging->ours.list;
    purge->changed = purging->changed.list;
    purge->others = purging->others.list;
    if (purge->only_looks || (purge->changed.n > 0 && !purge->takes_changed)) {
        return true;
    }
    purge->is_done = remove_ours(purging, err);
    return purge->is_done;
}

bool output_purge(struct arena *arena, const char *folder, struct purge *purge,
                  struct error *err)
{
    struct purging purging = {.arena = arena, .folder = folder};
    struct folder_lock lock = {.wait_s = 0};
    output_mend(folder);
    purge->beside = output_left_beside(arena, folder);
    if (!file_is_folder(folder)) {
        error_set(err, "%s: is no folder; expected one that was given to -o",
                  folder);
        err->code = EXIT_CODE_IO;
        return false;
    }
    if (!output_hold(*arena, folder, &lock, err)) {
        return false;
    }
    bool ok = purge_locked(&purging, purge, err);
    if (purge->is_done) {
        rmdir(folder); /* which is not empty where others have files in it */
    }
    folder_lock_release(&lock);
    return ok;
}
