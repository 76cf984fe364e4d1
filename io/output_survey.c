#ifdef __linux__
#define _GNU_SOURCE /* statx */
#endif

#include "io/output_survey.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/xattr.h>
#endif

#include "io/file.h"
#include "io/output_disk.h"

enum { MOST_OTHERS = 1000, MOST_PATH = 4096, MOST_NAMES = 1024 };

struct surveying {
    struct arena *arena;
    const struct output_place *place;
    const struct stage *stage;
    struct survey *survey;
    int others_capacity;
};

/* Labels of SELinux are given to new folders by rule; all else would be lost. */
static bool has_attributes(const char *path)
{
#ifdef __linux__
    char names[MOST_NAMES];
    ssize_t len = llistxattr(path, names, sizeof names);
    if (len < 0) {
        return errno != ENOTSUP;
    }
    for (const char *name = names; name < names + len; name += strlen(name) + 1) {
        if (strcmp(name, "security.selinux") != 0) {
            return true;
        }
    }
#else
    (void)path;
#endif
    return false;
}

static bool is_mount_point(const char *path)
{
#ifdef STATX_ATTR_MOUNT_ROOT
    struct statx status;
    return statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, STATX_INO, &status) == 0 &&
           (status.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
#else
    (void)path;
    return false;
#endif
}

static bool is_plain(const char *path, const struct stat *status,
                     const struct stat *root)
{
    return status->st_uid == root->st_uid && status->st_gid == root->st_gid &&
           status->st_dev == root->st_dev && !has_attributes(path) &&
           !is_mount_point(path);
}

static void add_folder(struct surveying *surveying, const char *path, mode_t mode)
{
    struct survey *survey = surveying->survey;
    survey->folder = arena_grow(surveying->arena, survey->folder, survey->n_folders,
                                &survey->capacity, sizeof *survey->folder);
    survey->folder[survey->n_folders++] =
        (struct surveyed_folder){.path = path, .mode = mode & 07777};
}

static bool add_other(struct surveying *surveying, const char *path)
{
    struct strings *others = &surveying->survey->others;
    others->text = arena_grow(surveying->arena, others->text, others->n,
                              &surveying->others_capacity, sizeof *others->text);
    others->text[others->n++] = path;
    return others->n <= MOST_OTHERS && !strchr(path, '\n'); /* for the mark */
}

static bool is_ours(const struct stage *stage, const char *path)
{
    return output_list_find(&stage->old, path) || stage_has(stage, path);
}

static bool survey_folder(struct surveying *surveying, const char *path);

/* Names the folder has, and paths below it, live as long as the survey. */
static bool survey_entry(struct surveying *surveying, const char *path)
{
    struct stat status;
    struct arena scratch = *surveying->arena;
    const char *whole = file_path(&scratch, surveying->place->real, path);
    if (lstat(whole, &status) != 0) {
        return errno == ENOENT;
    }
    if (S_ISDIR(status.st_mode)) {
        bool ok = is_plain(whole, &status, &surveying->survey->root);
        if (ok) {
            add_folder(surveying, path, status.st_mode);
        }
        return ok && survey_folder(surveying, path);
    }
    return is_ours(surveying->stage, path) || add_other(surveying, path);
}

static bool survey_entries(struct surveying *surveying, const char *path,
                           DIR *entries)
{
    struct dirent *entry;
    while ((entry = disk_next_entry(entries)) != NULL) {
        const char *below = file_path(surveying->arena, path, entry->d_name);
        if (strcmp(below, output_list_name) != 0 && !output_place_is_own(below) &&
            (strlen(below) > MOST_PATH || !survey_entry(surveying, below))) {
            return false;
        }
    }
    return errno == 0;
}

static bool survey_folder(struct surveying *surveying, const char *path)
{
    struct arena scratch = *surveying->arena;
    const char *whole = path[0] != '\0'
                            ? file_path(&scratch, surveying->place->real, path)
                            : surveying->place->real;
    DIR *entries = opendir(whole);
    if (!entries) {
        return false;
    }
    bool ok = survey_entries(surveying, path, entries);
    closedir(entries);
    return ok;
}

/* True if the present folder of a process is the folder or one in it. Of others than
 * ours we see those of our own user. */
static bool stands_in(const char *link, const char *real)
{
    char path[MOST_PATH];
    ssize_t n = readlink(link, path, sizeof path - 1);
    size_t len = strlen(real);
    if (n < (ssize_t)len) {
        return false;
    }
    path[n] = '\0';
    return strncmp(path, real, len) == 0 && (path[len] == '\0' || path[len] == '/');
}

static bool is_stood_in(struct arena scratch, const char *real)
{
    DIR *entries = opendir("/proc");
    bool is_there = false;
    for (struct dirent *entry = entries ? readdir(entries) : NULL;
         entry && !is_there; entry = readdir(entries)) {
        struct arena work = scratch;
        is_there =
            isdigit((unsigned char)entry->d_name[0]) &&
            stands_in(arena_printf(&work, "/proc/%s/cwd", entry->d_name), real);
    }
    if (entries) {
        closedir(entries);
    }
    return is_there;
}

static int compare_folders(const void *left, const void *right)
{
    const struct surveyed_folder *a = left, *b = right;
    return strcmp(a->path, b->path);
}

/* Those above files of ours that go away. */
static void mark_left(struct arena scratch, const struct stage *stage,
                      struct survey *survey)
{
    for (int i = 0; i < stage->n_leaving; i++) {
        struct arena work = scratch;
        char *path = arena_strdup(&work, stage->leaving[i].entry->path);
        if (stage->leaving[i].state == OUTPUT_CHANGED) {
            continue;
        }
        for (char *slash = strrchr(path, '/'); slash; slash = strrchr(path, '/')) {
            *slash = '\0';
            struct surveyed_folder *folder = bsearch(
                &(struct surveyed_folder){.path = path}, survey->folder,
                (size_t)survey->n_folders, sizeof *survey->folder, compare_folders);
            if (folder) {
                folder->is_left_by_us = true;
            }
        }
    }
}

bool output_survey(struct arena *arena, const struct output_place *place,
                   const struct stage *stage, struct survey *survey)
{
    struct surveying surveying = {
        .arena = arena, .place = place, .stage = stage, .survey = survey};
    *survey = (struct survey){0};
    if (!place->is_there) {
        return true;
    }
    if (lstat(place->real, &survey->root) != 0 ||
        !is_plain(place->real, &survey->root, &survey->root) ||
        (survey->root.st_mode & S_ISVTX) != 0 || is_stood_in(*arena, place->real) ||
        !survey_folder(&surveying, "")) {
        return false;
    }
    if (survey->n_folders > 0) {
        qsort(survey->folder, (size_t)survey->n_folders, sizeof *survey->folder,
              compare_folders);
        mark_left(*arena, stage, survey);
    }
    return true;
}
