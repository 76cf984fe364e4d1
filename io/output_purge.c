#include "io/output_purge.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/file.h"
#include "io/folder_lock.h"
#include "io/output.h"
#include "io/output_disk.h"
#include "io/output_list.h"
#include "io/output_place.h"

/* What commands write beside a schedule.json, and is in no list. */
static const char *const companion[] = {"replies.csv", "replies.json",
                                        "sending.json", "sent.ledger"};
enum { N_COMPANIONS = sizeof companion / sizeof *companion };

struct purging {
    struct arena *arena;
    const char *folder;
    struct output_list list;
    struct purge *purge;
    int capacity; /* of purge->others */
};

/* Files of ours that are there. */
static void find_ours(struct purging *purging)
{
    struct purge *purge = purging->purge;
    const struct output_list *list = &purging->list;
    purge->ours.text =
        arena_new(purging->arena, list->n + N_COMPANIONS, const char *);
    purge->changed.text = arena_new(purging->arena, list->n, const char *);
    for (int k = 0; k < list->n; k++) {
        const struct output_entry *entry = &list->entry[k];
        enum output_state state =
            output_list_look(*purging->arena, purging->folder, entry);
        if (state != OUTPUT_MISSING) {
            purge->ours.text[purge->ours.n++] = entry->path;
        }
        if (state == OUTPUT_CHANGED) {
            purge->changed.text[purge->changed.n++] = entry->path;
        }
    }
    for (int k = 0; k < N_COMPANIONS; k++) {
        struct arena scratch = *purging->arena;
        const char *path = file_path(&scratch, purging->folder, companion[k]);
        if (disk_type(path) == S_IFREG) {
            purge->ours.text[purge->ours.n++] = companion[k];
        }
    }
    strings_sort_once(&purge->ours);
}

static void add_other(struct purging *purging, const char *path)
{
    struct strings *others = &purging->purge->others;
    others->text = arena_grow(purging->arena, others->text, others->n,
                              &purging->capacity, sizeof *others->text);
    others->text[others->n++] = path;
}

/* All else below a folder; links are not followed. */
static void find_others(struct purging *purging, const char *below)
{
    DIR *entries = opendir(file_path(purging->arena, purging->folder, below));
    if (!entries) {
        return;
    }
    for (struct dirent *entry = readdir(entries); entry; entry = readdir(entries)) {
        const char *name = entry->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0) {
            continue;
        }
        const char *path = file_path(purging->arena, below, name);
        mode_t type =
            disk_type(file_path(purging->arena, purging->folder, path));
        if (type == S_IFDIR) {
            find_others(purging, path);
        } else if (!strings_has(&purging->purge->ours, path) &&
                   strcmp(path, output_list_name) != 0 &&
                   !output_place_is_own(path)) {
            add_other(purging, path);
        }
    }
    closedir(entries);
}

static bool remove_ours(const struct purging *purging, struct error *err)
{
    const struct purge *purge = purging->purge;
    for (int k = 0; k < purge->ours.n; k++) {
        if (!disk_remove(*purging->arena, purging->folder, purge->ours.text[k],
                         err)) {
            return false;
        }
    }
    return disk_remove(*purging->arena, purging->folder, output_list_name, err);
}

static bool purge_locked(struct purging *purging, struct error *err)
{
    struct purge *purge = purging->purge;
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
    find_ours(purging);
    find_others(purging, "");
    strings_sort(&purge->others);
    if (purge->only_looks || (purge->changed.n > 0 && !purge->takes_changed)) {
        return true;
    }
    purge->is_done = remove_ours(purging, err);
    return purge->is_done;
}

bool output_purge(struct arena *arena, const char *folder, struct purge *purge,
                  struct error *err)
{
    struct purging purging = {.arena = arena, .folder = folder, .purge = purge};
    struct output_place place;
    struct folder_lock lock = {.wait_s = 0};
    if (!file_is_folder(folder)) {
        error_set(err, "%s: is no folder; expected one that was given to -o",
                  folder);
        err->code = EXIT_CODE_IO;
        return false;
    }
    output_mend(folder);
    if (!output_place_find(arena, folder, &place, err)) {
        return false;
    }
    if (folder_lock_take(&lock, place.real) != FOLDER_LOCKED) {
        return output_place_refuse_busy(*arena, &place, err);
    }
    bool ok = purge_locked(&purging, err);
    if (purge->is_done) {
        rmdir(place.real); /* which is not empty where others have files in it */
    }
    folder_lock_release(&lock);
    return ok;
}
