/* A new version is written beside the old one and takes its name when it is on
 * the disk, so that a crash leaves one of the two. */

#ifdef __linux__
#define _GNU_SOURCE /* syncfs */
#endif

#include "io/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/folder.h"
#include "scheduler/base/read_bytes.h"

enum { NEW_FILE_MODE = 0600 };
enum { MAX_NEW_NAMES = 100 }; /* that earlier crashes may have left */

static bool refuse(struct error *err, const char *path, const char *why)
{
    error_set(err, "%s: %s", path, why);
    err->code = EXIT_CODE_IO;
    return false;
}

struct reading {
    struct arena *arena;
    int file;
    const char *path;
    char *bytes;
    size_t len;
};

static bool read_open_file(struct reading *reading, struct error *err)
{
    const char *path = reading->path;
    struct stat status;
    if (fstat(reading->file, &status) != 0) {
        return error_set_errno(err, "%s: cannot be read", path);
    }
    if (S_ISDIR(status.st_mode)) {
        return refuse(err, path, "is a folder; expected a file");
    }
    if (!S_ISREG(status.st_mode)) {
        return refuse(err, path, "is a device or a pipe; expected a file");
    }
    if (status.st_size > FILE_MAX_BYTES) {
        error_set(err, "%s: is larger than %d MiB", path,
                  FILE_MAX_BYTES / (1024 * 1024));
        err->code = EXIT_CODE_IO;
        return false;
    }
    size_t size = (size_t)status.st_size;
    reading->bytes = arena_alloc(reading->arena, size + 1, 1);
    ssize_t n = read_bytes(reading->file, reading->bytes, size + 1);
    if (n < 0) {
        return error_set_errno(err, "%s: cannot be read", path);
    }
    if ((size_t)n > size) {
        return refuse(err, path, "grew while it was read; try again");
    }
    reading->len = (size_t)n;
    return true;
}

bool file_read(struct arena *arena, const char *path, char **bytes, size_t *len,
               struct error *err)
{
    /* Without O_NONBLOCK a pipe that nobody writes to would hold us up. */
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        return error_set_errno(err, "%s: cannot be opened", path);
    }
    struct reading reading = {.arena = arena, .file = file, .path = path};
    bool ok = read_open_file(&reading, err);
    close(file);
    *bytes = reading.bytes;
    *len = reading.len;
    return ok;
}

bool file_put(int file, const char *bytes, size_t len)
{
    size_t done = 0;
    while (done < len) {
        ssize_t n = write(file, bytes + done, len - done);
        if (n < 0 && errno != EINTR) {
            return false;
        }
        done += n > 0 ? (size_t)n : 0;
    }
    return true;
}

/* Opens a file that did not exist before in that folder and names it. */
static int open_new(struct arena *scratch, const char *folder, char **path)
{
    int file = -1;
    errno = EEXIST;
    for (int k = 0; k < MAX_NEW_NAMES && file < 0 && errno == EEXIST; k++) {
        const char *name =
            arena_printf(scratch, ".matchday-tmp-%ld-%d", (long)getpid(), k);
        *path = file_path(scratch, folder, name);
        file = open(*path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, NEW_FILE_MODE);
    }
    return file;
}

bool file_is_left(const char *name)
{
    long process;
    int k, end = 0;
    return sscanf(name, ".matchday-tmp-%ld-%d%n", &process, &k, &end) == 2 &&
           name[end] == '\0' && process > 0 && kill((pid_t)process, 0) != 0 &&
           errno == ESRCH;
}

static void remove_left(struct arena scratch, const char *folder)
{
    DIR *entries = opendir(folder[0] != '\0' ? folder : ".");
    for (struct dirent *entry = entries ? readdir(entries) : NULL; entry;
         entry = readdir(entries)) {
        struct arena work = scratch;
        if (file_is_left(entry->d_name)) {
            unlink(file_path(&work, folder, entry->d_name));
        }
    }
    if (entries) {
        closedir(entries);
    }
}

/* Makes the new name durable; there are file systems that cannot. */
bool file_flush_name(const char *folder)
{
    int file = open(*folder ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) {
        return errno == EACCES;
    }
    bool ok = fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP;
    int cause = errno;
    close(file);
    errno = cause;
    return ok;
}

/* Where path is a link, what it leads to; new memory of the C library or NULL. */
static char *resolve(const char *path)
{
    struct stat status;
    bool is_link = lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
    return is_link ? realpath(path, NULL) : NULL;
}

/* The permissions of the file that is replaced, if there is one. */
static mode_t mode_of(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 ? status.st_mode & 0777 : NEW_FILE_MODE;
}

/* Fills a new file, closes it, and removes it on failure. */
static bool fill(int file, const char *path, const char *target,
                 const struct file_content *content, bool waits)
{
    bool ok = content->put(file, content->of) &&
              fchmod(file, mode_of(target)) == 0 && (!waits || fsync(file) == 0);
    int cause = errno;
    if (close(file) != 0 && ok) {
        ok = false;
        cause = errno;
    }
    if (!ok) {
        unlink(path);
    }
    errno = cause;
    return ok;
}

struct writing_by {
    file_writer *write;
    const void *of;
};

static bool put_bytes(int file, const void *of)
{
    const struct file_bytes *content = of;
    return file_put(file, content->bytes, content->len);
}

static bool replace(struct arena *scratch, const char *path,
                    const struct file_bytes *bytes, struct error *err)
{
    const char *folder = folder_of(scratch, path);
    char *beside = NULL;
    remove_left(*scratch, folder);
    int file = open_new(scratch, folder, &beside);
    const struct file_content content = {put_bytes, bytes};
    if (file < 0 || !fill(file, beside, path, &content, true)) {
        return error_set_errno(err, "%s: cannot be written", path);
    }
    if (rename(beside, path) != 0) {
        error_set_errno(err, "%s: cannot be written", path);
        unlink(beside);
        return false;
    }
    if (!file_flush_name(folder)) {
        return error_set_errno(err, "%s: cannot be flushed to the disk", path);
    }
    return true;
}

static bool has_content(struct arena scratch, const char *path,
                        const struct file_bytes *content)
{
    struct stat status;
    struct error ignored;
    char *bytes = NULL;
    size_t len = 0;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode) &&
           (size_t)status.st_size == content->len &&
           file_read(&scratch, path, &bytes, &len, &ignored) &&
           len == content->len &&
           (len == 0 || memcmp(bytes, content->bytes, len) == 0);
}

bool file_write(struct arena scratch, const char *path, const char *bytes,
                size_t len, struct error *err)
{
    struct file_bytes content = {.bytes = bytes, .len = len};
    struct stat status;
    bool exists = stat(path, &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) {
        return refuse(err, path, "is a folder; expected a file");
    }
    if (exists && !S_ISREG(status.st_mode)) {
        return refuse(err, path, "is a device or a pipe; expected a file");
    }
    if (exists && has_content(scratch, path, &content)) {
        return true;
    }
    char *target = resolve(path);
    bool ok = replace(&scratch, target ? target : path, &content, err);
    free(target);
    return ok;
}

/* The message of a writer, with the path that people know. */
static bool fail_as(const char *path, const char *beside, const struct error *cause,
                    struct error *err)
{
    size_t len = strlen(beside);
    const char *why = strncmp(cause->text, beside, len) == 0
                          ? cause->text + len
                          : ": cannot be written";
    error_set(err, "%s%s", path, why);
    err->code = cause->code;
    return false;
}

/* Waits until what somebody else wrote is on the disk. */
static bool flush_file(const char *path, mode_t mode)
{
    int file = open(path, O_WRONLY | O_CLOEXEC);
    bool ok = file >= 0 && fchmod(file, mode) == 0 && fsync(file) == 0;
    int cause = errno;
    if (file >= 0) {
        close(file);
    }
    errno = cause;
    return ok;
}

static bool replace_by(struct arena *scratch, const char *path, const char *target,
                       const struct writing_by *by, struct error *err)
{
    struct error cause;
    const char *folder = folder_of(scratch, target);
    char *beside = NULL;
    remove_left(*scratch, folder);
    int file = open_new(scratch, folder, &beside);
    if (file < 0) {
        return error_set_errno(err, "%s: cannot be written", path);
    }
    close(file);
    if (!by->write(beside, by->of, &cause)) {
        unlink(beside);
        return fail_as(path, beside, &cause, err);
    }
    if (!flush_file(beside, mode_of(target)) || rename(beside, target) != 0 ||
        !file_flush_name(folder)) {
        error_set_errno(err, "%s: cannot be written", path);
        unlink(beside);
        return false;
    }
    return true;
}

bool file_write_by(struct arena scratch, const char *path, file_writer *write,
                   const void *of, struct error *err)
{
    struct stat status;
    bool exists = stat(path, &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) {
        return refuse(err, path, "is a folder; expected a file");
    }
    if (exists && !S_ISREG(status.st_mode)) {
        return write(path, of, err);
    }
    char *target = resolve(path);
    const struct writing_by by = {write, of};
    bool ok = replace_by(&scratch, path, target ? target : path, &by, err);
    free(target);
    return ok;
}

bool file_write_new(const char *path, const char *target,
                    struct file_content content, struct error *err)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, NEW_FILE_MODE);
    return (file >= 0 && fill(file, path, target, &content, false)) ||
           error_set_errno(err, "%s: cannot be written", target);
}

/* syncfs() waits once for everything, where fsync() would wait for each file. */
static bool flush_file_system(int file)
{
#ifdef __linux__
    return syncfs(file) == 0;
#else
    (void)file;
    sync();
    return true;
#endif
}

bool file_flush(const char *folder, struct error *err)
{
    int file = open(*folder ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = file >= 0 && flush_file_system(file);
    if (!ok) {
        error_set_errno(err, "%s: cannot be flushed to the disk", folder);
    }
    if (file >= 0) {
        close(file);
    }
    return ok;
}

bool file_is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

char *file_path(struct arena *arena, const char *folder, const char *name)
{
    size_t len = strlen(folder);
    if (len == 0) {
        return arena_strdup(arena, name);
    }
    return arena_printf(arena, folder[len - 1] == '/' ? "%s%s" : "%s/%s", folder,
                        name);
}
