/* A folder is made to build in with the sticky bit, which goes when it is in its place.
 * With that bit, and a mark in it that says the right name, or as an empty one whose
 * maker was killed before it wrote the mark, it is ours to be emptied. All others that
 * happen to be called so are left alone: also a finished one that lies there, as people
 * have named it so, with the mark in it as long as the one that it replaced is there. */

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

/* The path of a folder that is missing, without slashes at its end, and its name:
 * NULL for what is none. */
static const char *split_missing(struct arena *arena, const char *folder,
                                 const char **name)
{
    size_t len = strlen(folder);
    while (len > 1 && folder[len - 1] == '/') {
        len--;
    }
    const char *path = arena_strndup(arena, folder, len);
    const char *slash = strrchr(path, '/');
    *name = slash ? slash + 1 : path;
    if (disk_type(path) != 0 || strcmp(*name, ".") == 0 ||
        strcmp(*name, "..") == 0) {
        *name = NULL;
    }
    return path;
}

/* A folder that is not there yet, below one that is made now. */
static bool find_missing(struct arena *arena, struct output_place *place,
                         struct error *err)
{
    const char *name, *parent;
    const char *path = split_missing(arena, place->folder, &name);
    const char *above = folder_of(arena, path);
    if (!name) {
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

bool output_place_look(struct arena *arena, const char *folder,
                       struct output_place *place)
{
    const char *name, *parent;
    *place = (struct output_place){.folder = folder};
    place->is_there = file_is_folder(folder[0] != '\0' ? folder : ".");
    if (place->is_there) {
        if (!resolve(arena, folder, &place->real)) {
            return false;
        }
    } else {
        const char *path = split_missing(arena, folder, &name);
        if (!name || !resolve(arena, folder_of(arena, path), &parent)) {
            return false;
        }
        place->real = file_path(arena, parent, name);
    }
    place->beside = arena_printf(arena, "%s.new", place->real);
    return true;
}

const char *output_place_name(const struct output_place *place)
{
    const char *slash = strrchr(place->real, '/');
    return slash ? slash + 1 : place->real;
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

/* The clock of the times of files, which goes in steps. */
#ifdef CLOCK_REALTIME_COARSE
static const clockid_t file_clock = CLOCK_REALTIME_COARSE;
#else
static const clockid_t file_clock = CLOCK_REALTIME;
#endif

/* Waits for its next step, which takes milliseconds: all that is stamped before is
 * earlier, and all that is stamped from now on is not. */
static struct timespec next_step(void)
{
    static const struct timespec moment = {.tv_nsec = 200 * 1000};
    struct timespec first = {0}, now = {0};
    clock_gettime(file_clock, &first);
    do {
        nanosleep(&moment, NULL);
        clock_gettime(file_clock, &now);
    } while (now.tv_sec == first.tv_sec && now.tv_nsec == first.tv_nsec);
    return now;
}

struct output_mark output_mark_make(const char *name)
{
    return (struct output_mark){
        .process = (long)getpid(), .begun = next_step(), .name = name};
}

void output_mark_add_linked(struct arena *arena, struct output_mark *mark,
                            const char *path, ino_t ino)
{
    mark->linked = arena_grow(arena, mark->linked, mark->n_linked, &mark->capacity,
                              sizeof *mark->linked);
    mark->linked[mark->n_linked++] = (struct output_linked){path, ino};
}

static int compare_linked(const void *left, const void *right)
{
    const struct output_linked *a = left, *b = right;
    return strcmp(a->path, b->path);
}

const struct output_linked *output_mark_find_linked(const struct output_mark *mark,
                                                    const char *path)
{
    return mark->n_linked > 0 ? bsearch(&(struct output_linked){.path = path},
                                        mark->linked, (size_t)mark->n_linked,
                                        sizeof *mark->linked, compare_linked)
                              : NULL;
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
    buf_printf(&buf, "process %ld\nbegun %jd %ld\nreplaces %ju %ju\nname %s\n",
               mark->process, (intmax_t)mark->begun.tv_sec, mark->begun.tv_nsec,
               (uintmax_t)mark->dev, (uintmax_t)mark->ino, mark->name);
    for (int i = 0; i < mark->over.n; i++) {
        buf_printf(&buf, "over %s\n", mark->over.text[i]);
    }
    for (int i = 0; i < mark->n_linked; i++) {
        buf_printf(&buf, "linked %ju %s\n", (uintmax_t)mark->linked[i].ino,
                   mark->linked[i].path);
    }
    buf_add_text(&buf, explanation);
    return file_write(scratch, path, buf.data, buf.len, err);
}

static void read_linked(struct arena *arena, const char *text,
                        struct output_mark *mark)
{
    uintmax_t ino;
    int end = 0;
    if (sscanf(text, "%ju %n", &ino, &end) == 1 && text[end] != '\0') {
        output_mark_add_linked(arena, mark, text + end, (ino_t)ino);
    }
}

static void read_files(struct arena *arena, const char *text,
                       struct output_mark *mark)
{
    static const char over[] = "over ", linked[] = "linked ";
    const struct strings line = text_split(arena, text, '\n');
    mark->over.text = arena_new(arena, line.n, const char *);
    for (int i = 0; i < line.n; i++) {
        if (text_begins_with(line.text[i], over)) {
            mark->over.text[mark->over.n++] = line.text[i] + strlen(over);
        } else if (text_begins_with(line.text[i], linked)) {
            read_linked(arena, line.text[i] + strlen(linked), mark);
        }
    }
    if (mark->n_linked > 0) {
        qsort(mark->linked, (size_t)mark->n_linked, sizeof *mark->linked,
              compare_linked);
    }
}

static const char *read_name(struct arena *arena, const char *text)
{
    return arena_strndup(arena, text, strcspn(text, "\n"));
}

bool output_mark_read(struct arena *arena, const char *folder,
                      struct output_mark *mark)
{
    char *text;
    size_t len;
    intmax_t begun_s;
    uintmax_t dev, ino;
    int end = 0;
    struct error ignored;
    const char *path = file_path(arena, folder, output_mark_name);
    *mark = (struct output_mark){0};
    if (disk_type(path) != S_IFREG ||
        !file_read(arena, path, &text, &len, &ignored) ||
        sscanf(text, "process %ld\nbegun %jd %ld\nreplaces %ju %ju\nname %n",
               &mark->process, &begun_s, &mark->begun.tv_nsec, &dev, &ino,
               &end) != 5 ||
        end == 0) {
        return false;
    }
    mark->begun.tv_sec = (time_t)begun_s;
    mark->dev = (dev_t)dev;
    mark->ino = (ino_t)ino;
    mark->name = read_name(arena, text + end);
    read_files(arena, text, mark);
    return true;
}

bool output_site_is_ours(struct arena scratch, const char *path, const char *name)
{
    struct output_mark mark;
    struct stat status;
    if (lstat(path, &status) != 0 || !S_ISDIR(status.st_mode) ||
        (status.st_mode & S_ISVTX) == 0) {
        return false;
    }
    return output_mark_read(&scratch, path, &mark)
               ? strcmp(mark.name, name) == 0
               : (status.st_mode & 07777) == MADE_MODE && disk_is_empty(path);
}

void output_site_remove(struct arena scratch, const char *path, const char *name)
{
    struct folder_lock lock = {.wait_s = 0};
    if (output_site_is_ours(scratch, path, name) &&
        folder_lock_take(&lock, path) == FOLDER_LOCKED) {
        if (output_site_is_ours(scratch, path, name)) {
            disk_remove_tree(scratch, path, output_mark_name);
        }
        folder_lock_release(&lock);
    }
}

/* Makes the folder ready for building in it; it is locked. */
static bool prepare(struct arena scratch, const char *path,
                    const struct output_mark *mark, struct error *err)
{
    if (!output_site_is_ours(scratch, path, mark->name)) {
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
    mode_t type = disk_type(path);
    if (type != 0 && type != S_IFDIR) {
        disk_refuse(err, path, "exists, and is not from matchday");
        return SITE_REFUSED;
    }
    switch (folder_lock_take(lock, path)) {
    case FOLDER_LOCKED:
        break;
    case FOLDER_BUSY:
        if (output_site_is_ours(scratch, path, mark->name)) {
            return SITE_BUSY;
        }
        disk_refuse(err, path, "exists, and is not from matchday");
        return SITE_REFUSED;
    case FOLDER_MISSING:
        error_set(err, "%s: was removed; try again", path);
        err->code = EXIT_CODE_IO;
        return SITE_GONE;
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
