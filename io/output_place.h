#ifndef MATCHDAY_IO_OUTPUT_PLACE_H
#define MATCHDAY_IO_OUTPUT_PLACE_H

#include <stdbool.h>
#include <sys/stat.h>
#include <time.h>

#include "io/folder_lock.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"
#include "scheduler/base/text.h"

/* Where an output folder lies, what a run builds beside it, and what runs that were
 * killed have left. In all of it the mark tells what is ours. */

enum { OUTPUT_WAIT_S = 30 }; /* for another run, where nothing else is asked for */

struct output_place {
    const char *folder; /* as it was named: for messages */
    const char *real;   /* without links on the way, also where it is missing yet */
    const char *beside; /* "out.new" beside "out" */
    bool is_there;
    bool is_made;   /* by this run, without anything in it */
    bool is_locked; /* by who writes there, so that nobody else does */
    int wait_s;     /* for another run that is writing there */
};

/* Looks for it, and makes nothing. False for what is no folder, and where what would
 * hold it is missing, too. */
bool output_place_look(struct arena *arena, const char *folder,
                       struct output_place *place);

/* "out" of "/home/x/out". */
const char *output_place_name(const struct output_place *place);

/* Looks for it; makes what is missing above it, not itself. Fails for what is no
 * folder. */
bool output_place_find(struct arena *arena, const char *folder,
                       struct output_place *place, struct error *err);

/* The names that are ours in any output folder, besides the list: the mark of what is
 * built beside, the folder in which files wait, and the same once they are to go to
 * their places. */
extern const char output_mark_name[], output_stage_name[], output_commit_name[];

/* True of a path in an output folder that is one of these or below it, or what
 * file_write() of a process left that is gone. */
bool output_place_is_own(const char *path);

/* A file of the old folder that is in the new one, too. */
struct output_linked {
    const char *path; /* in the old one */
    ino_t ino;
};

/* The mark in a folder of a run that is at work, or was. As long as the folder is being
 * built it also has the sticky bit: a mark without it says that the folder is in its
 * place, and whole, or was once. */
struct output_mark {
    long process;
    struct timespec
        begun;        /* before it looked at what is there, by the clock that files
                              are stamped with: later is what is stamped with this */
    const char *name; /* what the folder is to be called: "out" */
    dev_t dev;        /* the folder which this one replaces; 0, 0: none */
    ino_t ino;
    struct strings
        over; /* files of the old folder that are in no list, and replaced */
    struct output_linked *linked; /* sorted by path once it is read */
    int n_linked, capacity;
};

/* Of this process, now, for what is to be called like that. */
struct output_mark output_mark_make(const char *name);

/* path is not copied. */
void output_mark_add_linked(struct arena *arena, struct output_mark *mark,
                            const char *path, ino_t ino);

/* The one of that path in a mark that was read, or NULL. */
const struct output_linked *output_mark_find_linked(const struct output_mark *mark,
                                                    const char *path);

bool output_mark_write(struct arena scratch, const char *folder,
                       const struct output_mark *mark, struct error *err);
bool output_mark_read(struct arena *arena, const char *folder,
                      struct output_mark *mark);

/* Makes an empty folder with a mark to build in, or takes over what is left of a run
 * that was killed while it built what is to be called the same; locked if it is made. */
enum site_result {
    SITE_MADE,
    SITE_BUSY,    /* another run builds there */
    SITE_GONE,    /* another run has just put it in its place, or removed it */
    SITE_REFUSED, /* it cannot be made, or is somebody's: *err says what */
};

enum site_result output_site_make(struct arena scratch, const char *path,
                                  const struct output_mark *mark,
                                  struct folder_lock *lock, struct error *err);

/* True of a folder in which something that is to be called like that is being built, or
 * was. */
bool output_site_is_ours(struct arena scratch, const char *path, const char *name);

/* Removes such a folder unless a run is at work there. */
void output_site_remove(struct arena scratch, const char *path, const char *name);

/* "out: another run of matchday (process 4711) is writing there; …" */
bool output_place_refuse_busy(struct arena scratch,
                              const struct output_place *place, struct error *err);

#endif
