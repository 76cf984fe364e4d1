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
    int wait_s; /* for another run that is writing there */
};

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

/* The mark in a folder of a run that is at work, or was. */
struct output_mark {
    long process;
    struct timespec begun; /* before it looked at what is there */
    dev_t dev;             /* the folder which this one replaces; 0, 0: none */
    ino_t ino;
    struct strings
        over; /* files of the old folder that are in no list, and replaced */
};

/* Of this process, now. */
struct output_mark output_mark_make(void);

bool output_mark_write(struct arena scratch, const char *folder,
                       const struct output_mark *mark, struct error *err);
bool output_mark_read(struct arena *arena, const char *folder,
                      struct output_mark *mark);

/* Makes an empty folder with a mark to build in, or takes over what is left of a run
 * that was killed; locked if it is made. */
enum site_result {
    SITE_MADE,
    SITE_BUSY,    /* another run builds there */
    SITE_REFUSED, /* it cannot be made, or is somebody's: *err says what */
};

enum site_result output_site_make(struct arena scratch, const char *path,
                                  const struct output_mark *mark,
                                  struct folder_lock *lock, struct error *err);

/* "out: another run of matchday (process 4711) is writing there; …" */
bool output_place_refuse_busy(struct arena scratch,
                              const struct output_place *place, struct error *err);

#endif
