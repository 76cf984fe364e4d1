#ifndef MATCHDAY_IO_FILE_H
#define MATCHDAY_IO_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"

/* Nobody's event is larger; more is refused before memory is. */
enum { FILE_MAX_BYTES = 256 * 1024 * 1024 };

/* Reads a whole file into arena, with a NUL behind its *len bytes. Refuses
 * folders, devices and what is larger than FILE_MAX_BYTES. The message says
 * what failed and why: "day/event.json: cannot be opened: No such file or
 * directory". */
bool file_read(struct arena *arena, const char *path, char **bytes, size_t *len,
               struct error *err);

/* Writes a file whole or not at all: into a new file beside it, flushed to the
 * disk, then renamed over it. A file that holds these bytes already is left
 * alone. A new file has mode 0600, one that is replaced keeps its permissions; a
 * link stays one, and what it leads to is replaced. Folders, devices and pipes are
 * refused. */
bool file_write(struct arena scratch, const char *path, const char *bytes,
                size_t len, struct error *err);

/* The same for a file that a library writes: write() does it at the path that it is
 * given, and returns false with *err beginning with that path, for which the one that
 * people know is put. What is no plain file (a pipe) is written directly. */
typedef bool file_writer(const char *path, const void *of, struct error *err);
bool file_write_by(struct arena scratch, const char *path, file_writer *write,
                   const void *of, struct error *err);

struct file_bytes {
    const char *bytes;
    size_t len;
};

/* What a new file gets: put() writes it into the open file, by file_put() for
 * instance; false with errno set if it could not. */
struct file_content {
    bool (*put)(int file, const void *of);
    const void *of;
};

/* Writes all of the bytes; false with errno set if it could not. */
bool file_put(int file, const char *bytes, size_t len);

/* For many files that change together: puts the content into a new file at path,
 * which nothing may stand at, as what will be renamed to target: messages name
 * target, whose permissions it has if that exists, else mode 0600. Does not wait for
 * the disk: file_flush() does, for all that was written below folder; a loss of
 * power before it - nothing less - can leave such a file empty. On failure there is
 * none. A thousand files take some seconds less this way. */
bool file_write_new(const char *path, const char *target,
                    struct file_content content, struct error *err);
bool file_flush(const char *folder, struct error *err);

/* Waits until the names of new files in the folder ("": the current one) are on the
 * disk; false with errno set if that failed. */
bool file_flush_name(const char *folder);

/* True of the name of a new file that file_write() has not renamed, of a process that
 * is gone. The next one that writes in that folder removes it. */
bool file_is_left(const char *name);

bool file_is_folder(const char *path);

/* "folder/name", or name alone where folder is "". */
char *file_path(struct arena *arena, const char *folder, const char *name);

#endif
