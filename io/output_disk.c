#ifdef __linux__
#define _GNU_SOURCE /* renameat2 */
#endif

/* Nothing here follows a link: an output folder is shared with people, and a link that
 * somebody has put there, by chance or not, must not lead us to write or remove anything
 * elsewhere. What cannot be looked at is left where it is. */

#include "io/output_disk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "io/file.h"

mode_t disk_type(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0;
}

bool disk_refuse(struct error *err, const char *path, const char *why)
{
    error_set(err, "%s: %s; move it away or choose another folder", path, why);
    err->code = EXIT_CODE_IO;
    return false;
}

bool disk_check_folders(struct arena scratch, const char *folder, const char *path,
                        struct error *err)
{
    for (const char *slash = strchr(path, '/'); slash;
         slash = strchr(slash + 1, '/')) {
        const char *part = arena_strndup(&scratch, path, (size_t)(slash - path));
        const char *whole = file_path(&scratch, folder, part);
        mode_t type = disk_type(whole);
        if (type == 0) {
            return true;
        }
        if (type != S_IFDIR) {
            return disk_refuse(err, whole, "exists and is no folder");
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

bool disk_remove(struct arena scratch, const char *folder, const char *path,
                 struct error *err)
{
    struct error ignored;
    const char *whole = file_path(&scratch, folder, path);
    if (!disk_check_folders(scratch, folder, path, &ignored)) {
        return true;
    }
    if (disk_type(whole) == S_IFREG && unlink(whole) != 0 && errno != ENOENT) {
        return error_set_errno(err, "%s: cannot be removed", whole);
    }
    remove_folders(scratch, folder, path);
    return true;
}

bool disk_move(const char *from, const char *to)
{
#ifdef RENAME_NOREPLACE
    bool ok = renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0;
    if (ok || (errno != EINVAL && errno != ENOSYS)) {
        return ok;
    }
#endif
    return linkat(AT_FDCWD, from, AT_FDCWD, to, 0) == 0 && unlink(from) == 0;
}

const char *disk_edited_path(struct arena *arena, const char *folder,
                             const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    const char *ending = dot && dot > name ? dot : path + strlen(path);
    int stem = (int)(ending - path);
    const char *kept = arena_printf(arena, "%.*s.edited%s", stem, path, ending);
    for (int k = 2; disk_type(file_path(arena, folder, kept)) != 0; k++) {
        kept = arena_printf(arena, "%.*s.edited-%d%s", stem, path, k, ending);
    }
    return kept;
}

static bool is_dots(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

struct dirent *disk_next_entry(DIR *entries)
{
    struct dirent *entry;
    do {
        errno = 0;
        entry = readdir(entries);
    } while (entry && is_dots(entry->d_name));
    return entry;
}

bool disk_is_empty(const char *folder)
{
    DIR *entries = opendir(folder);
    struct dirent *entry = NULL;
    if (!entries) {
        return false;
    }
    do {
        entry = disk_next_entry(entries);
    } while (entry && file_is_left(entry->d_name));
    bool is_empty = !entry && errno == 0;
    closedir(entries);
    return is_empty;
}

/* A folder, and what is in it, may have been taken over with permissions that keep
 * us from removing it. */
static bool remove_any(struct arena scratch, const char *path)
{
    if (disk_type(path) != S_IFDIR) {
        return unlink(path) == 0 || errno == ENOENT;
    }
    return disk_empty(scratch, path, NULL) && rmdir(path) == 0;
}

bool disk_empty(struct arena scratch, const char *folder, const char *kept)
{
    DIR *entries = opendir(folder);
    bool ok = true;
    struct stat status;
    if (!entries && errno == EACCES && chmod(folder, 0700) == 0) {
        entries = opendir(folder);
    }
    if (!entries) {
        return false;
    }
    if (fstat(dirfd(entries), &status) == 0 && !(status.st_mode & S_IWUSR)) {
        fchmod(dirfd(entries), 0700);
    }
    struct dirent *entry;
    while ((entry = disk_next_entry(entries)) != NULL) {
        struct arena work = scratch;
        if (!(kept && strcmp(entry->d_name, kept) == 0) &&
            !remove_any(work, file_path(&work, folder, entry->d_name))) {
            ok = false;
        }
    }
    ok = ok && errno == 0;
    closedir(entries);
    return ok;
}

bool disk_remove_tree(struct arena scratch, const char *folder, const char *last)
{
    return disk_empty(scratch, folder, last) && disk_empty(scratch, folder, NULL) &&
           rmdir(folder) == 0;
}
