/* A folder with our mark in it, or an empty one with the sticky bit, is ours: it is made
 * with that bit, so that also one whose maker was killed before it wrote the mark is
 * known. A folder of others that happens to be called like ours is left alone. */

#include "io/output_place.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/file.h"
#include "io/folder.h"
#include "io/output_disk.h"
#include "scheduler/base/buf.h"

const char output_mark_name[] = ".matchday-new";
const char output_stage_name[] = ".matchday-stage";
const char output_commit_name[] = ".matchday-commit";

enum { MADE_MODE = 01700 };

static bool resolve(struct arena *arena, const char *path, const char **real)
{
    char *found = realpath(path[0] != '\0' ? path : ".", NULL);
    if (found) {
        *real = arena_strdup(arena, found);
    }
    free(found);
    return found != NULL;
}

/* A folder that is not there yet, below one that is made now. */
static bool find_missing(struct arena *arena, struct output_place *place,
                         struct error *err)
{
    size_t len = strlen(place->folder);
    while (len > 1 && place->folder[len - 1] == '/') {
        len--;
    }
    const char *path = arena_strndup(arena, place->folder, len);
    const char *above = folder_of(arena, path), *parent;
    const char *name =
        path + (strrchr(path, '/') ? strrchr(path, '/') + 1 - path : 0);
    bool is_name = strcmp(name, ".") != 0 && strcmp(name, "..") != 0;
    if (disk_type(path) != 0 || !is_name) {
        if (!folder_make(*arena, place->folder, err)) {
            return false;
        }
        place->is_there = true;
        return resolve(arena, place->folder, &place->real) ||
               error_set_errno(err, "%s: cannot be opened", place->folder);
    }
    if (!folder_make(*arena, above, err)) {
        return false;
    }
    if (!resolve(arena, above, &parent)) {
        return error_set_errno(err, "%s: cannot be opened", above);
    }
    place->real = file_path(arena, parent, name);
    return true;
}

bool output_place_find(struct arena *arena, const char *folder,
                       struct output_place *place, struct error *err)
{
    *place = (struct output_place){.folder = folder};
    place->is_there = file_is_folder(folder[0] != '\0' ? folder : ".");
    if (!place->is_there) {
        if (!find_missing(arena, place, err)) {
            return false;
        }
    } else if (!resolve(arena, folder, &place->real)) {
        return error_set_errno(err, "%s: cannot be opened", folder);
    }
    place->beside = arena_printf(arena, "%s.new", place->real);
    return true;
}

static bool is_at_or_below(const char *path, const char *folder)
{
    size_t len = strlen(folder);
    return strncmp(path, folder, len) == 0 &&
           (path[len] == '\0' || path[len] == '/');
}

bool output_place_is_own(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    return strcmp(path, output_mark_name) == 0 ||
           is_at_or_below(path, output_stage_name) ||
           is_at_or_below(path, output_commit_name) || file_is_left(name);
}

struct output_mark output_mark_make(void)
{
    struct output_mark mark = {.process = (long)getpid()};
    clock_gettime(CLOCK_REALTIME, &mark.begun);
    return mark;
}

/* What people read in it comes last. */
static const char explanation[] =
    "A run of matchday builds this folder, to put it in place of the one that is "
    "called\nlike it without '.new'. If none is at work, it was killed, and the "
    "next "
    "one removes this.\n";

bool output_mark_write(struct arena scratch, const char *folder,
                       const struct output_mark *mark, struct error *err)
{
    struct buf buf;
    const char *path = file_path(&scratch, folder, output_mark_name);
    buf_init(&buf, &scratch);
    buf_printf(&buf, "process %ld\nbegun %jd %ld\nreplaces %ju %ju\n",
               mark->process, (intmax_t)mark->begun.tv_sec, mark->begun.tv_nsec,
               (uintmax_t)mark->dev, (uintmax_t)mark->ino);
    for (int i = 0; i < mark->over.n; i++) {
        buf_printf(&buf, "over %s\n", mark->over.text[i]);
    }
    buf_add_text(&buf, explanation);
    return file_write(scratch, path, buf.data, buf.len, err);
}

static void read_over(struct arena *arena, const char *text,
                      struct output_mark *mark)
{
    static const char word[] = "over ";
    const struct strings line = text_split(arena, text, '\n');
    mark->over.text = arena_new(arena, line.n, const char *);
    for (int i = 0; i < line.n; i++) {
        if (text_begins_with(line.text[i], word)) {
            mark->over.text[mark->over.n++] = line.text[i] + strlen(word);
        }
    }
}

bool output_mark_read(struct arena *arena, const char *folder,
                      struct output_mark *mark)
{
    char *text;
    size_t len;
    intmax_t begun_s;
    uintmax_t dev, ino;
    struct error ignored;
    const char *path = file_path(arena, folder, output_mark_name);
    *mark = (struct output_mark){0};
    if (disk_type(path) != S_IFREG ||
        !file_read(arena, path, &text, &len, &ignored) ||
        sscanf(text, "process %ld\nbegun %jd %ld\nreplaces %ju %ju\n",
               &mark->process, &begun_s, &mark->begun.tv_nsec, &dev, &ino) != 5) {
        return false;
    }
    mark->begun.tv_sec = (time_t)begun_s;
    mark->dev = (dev_t)dev;
    mark->ino = (ino_t)ino;
    read_over(arena, text, mark);
    return true;
}

/* Of a folder that is there already, and locked. */
static bool is_ours(struct arena scratch, const char *path)
{
    struct output_mark mark;
    struct stat status;
    return lstat(path, &status) == 0 && S_ISDIR(status.st_mode) &&
           (output_mark_read(&scratch, path, &mark) ||
            ((status.st_mode & 07777) == MADE_MODE && disk_is_empty(path)));
}

/* Makes the folder ready for building in it; it is locked. */
static bool prepare(struct arena scratch, const char *path,
                    const struct output_mark *mark, struct error *err)
{
    if (!is_ours(scratch, path)) {
        return disk_refuse(err, path, "exists, and is not from matchday");
    }
    if (chmod(path, MADE_MODE) != 0 ||
        !disk_empty(scratch, path, output_mark_name)) {
        return error_set_errno(err, "%s: cannot be removed", path);
    }
    return output_mark_write(scratch, path, mark, err);
}

enum site_result output_site_make(struct arena scratch, const char *path,
                                  const struct output_mark *mark,
                                  struct folder_lock *lock, struct error *err)
{
    bool is_new = mkdir(path, MADE_MODE) == 0;
    if (!is_new && errno != EEXIST) {
        error_set_errno(err, "%s: the folder cannot be made", path);
        return SITE_REFUSED;
    }
    if (disk_type(path) != S_IFDIR) {
        disk_refuse(err, path, "exists, and is not from matchday");
        return SITE_REFUSED;
    }
    switch (folder_lock_take(lock, path)) {
    case FOLDER_LOCKED:
        break;
    case FOLDER_BUSY:
        if (is_ours(scratch, path)) {
            return SITE_BUSY;
        }
        disk_refuse(err, path, "exists, and is not from matchday");
        return SITE_REFUSED;
    case FOLDER_MISSING:
        error_set(err, "%s: was removed; try again", path);
        err->code = EXIT_CODE_IO;
        return SITE_REFUSED;
    }
    if (prepare(scratch, path, mark, err)) {
        return SITE_MADE;
    }
    if (is_new) {
        disk_remove_tree(scratch, path, output_mark_name);
    }
    folder_lock_release(lock);
    return SITE_REFUSED;
}

bool output_place_refuse_busy(struct arena scratch,
                              const struct output_place *place, struct error *err)
{
    struct output_mark mark;
    const char *stage = file_path(&scratch, place->real, output_stage_name);
    const char *who = "";
    if (output_mark_read(&scratch, place->beside, &mark) ||
        output_mark_read(&scratch, place->real, &mark) ||
        output_mark_read(&scratch, stage, &mark)) {
        who = arena_printf(&scratch, " (process %ld)", mark.process);
    }
    error_set(
        err,
        "%s: another run of matchday%s is writing there; wait for its end and "
        "try again",
        place->folder, who);
    err->code = EXIT_CODE_IO;
    return false;
}
