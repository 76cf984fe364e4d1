#ifndef MATCHDAY_IO_OUTPUT_H
#define MATCHDAY_IO_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "io/file.h"
#include "io/sink.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"

/* Makes a file from what `of` points to; the same whenever it is asked, perhaps while
 * other threads make other files. */
typedef void output_maker(struct sink *sink, struct arena scratch, const void *of);

/* The files of an output folder, gathered so that nothing is written before it is
 * known which there will be. Their bytes are there, or are made one by one when
 * they are written, so that many files need no more memory than one. */
struct output_file {
    const char *path; /* relative, made of ids: "agendas/gifu.ics" */
    struct file_bytes content;
    output_maker *make; /* NULL: content is there */
    const void *of;
    bool is_shared; /* see output_add_shared() */
};

/* A file of ours that somebody has changed since it was written. */
struct output_changed {
    const char *path;
    const char
        *kept; /* the path under which it is kept now that there is a new one;
                         NULL: there is none, and it stays as it is */
};

/* Asked by output_write() when nobody else writes into the folder any more and nothing
 * has been done: what was looked at before may have changed since. False, with *err, to
 * leave all as it is. */
typedef bool output_judge(struct arena scratch, const char *folder, const void *of,
                          struct error *err);

struct output {
    struct arena *arena;
    struct output_file *file;
    int n_files, capacity;
    bool keeps_others; /* files of earlier runs that this one does not have stay;
                          false after output_init() */
    bool stays;        /* the folder is somebody's, and is not exchanged */
    int threads;       /* that make and write files; 1 unless set */
    int wait_s;        /* for another run into the folder; 30 after output_init() */
    output_judge *judge; /* NULL: nobody is asked */
    const void *judge_of;
    struct output_changed *changed; /* that output_write() found; sorted by path */
    int n_changed;
};

void output_init(struct output *output, struct arena *arena);

/* Adds a file; path is copied, bytes must live as long as the output. */
void output_add(struct output *output, const char *path, const char *bytes,
                size_t len);

/* The same for a file that is made when it is written, perhaps twice: `of` and what
 * it points to must live as long as the output. */
void output_add_made(struct output *output, const char *path, output_maker *make,
                     const void *of);

/* The same as output_add() for a file that other commands write, too: it comes and
 * fails together with the others, over whatever file is there, and no later run
 * removes it. */
void output_add_shared(struct output *output, const char *path, const char *bytes,
                       size_t len);

/* Makes the file, or hands on the bytes that are there. scratch is no copy of the
 * sink's arena. */
void output_make(struct sink *sink, struct arena scratch,
                 const struct output_file *file);

/* The file's bytes; in arena if they are made now. */
struct file_bytes output_bytes(struct arena *arena, struct arena scratch,
                               const struct output_file *file);

/* True if the file at path has these bytes; made in work if need be. Their SHA-256 is
 * in digest then, which has room for DIGEST_HEX_SIZE bytes or is NULL. */
bool output_is_same(struct arena scratch, struct arena work, const char *path,
                    const struct output_file *file, char *digest);

/* "schedule.json", which is written last. */
extern const char output_last[];

/* Looks whether output_write() will be able to: the folder, or the one in which it
 * would be made, can be written, and at those of the names (n of them, paths as in
 * output_add()) where something stands it is a file of ours. Changes nothing, but for
 * output_mend(); for telling people before long work, not after. */
bool output_check(struct arena scratch, const char *folder, const char *const *name,
                  int n, struct error *err);

/* Writes all files below folder in one step: whenever the run is cut off, there is
 * what was there before or what is to be there, after the next command at the latest
 * (output_mend()). Makes folders as needed (0700, files 0600: they hold personal data).
 * One run at a time: a second one waits, and fails. Files that an earlier run wrote
 * there and this one does not have are removed, unless it keeps others: the list
 * folder/.matchday-files (io/output_list.h), written here, knows them; files of others
 * are never touched, and a file of others at a name of ours is an error before
 * anything is written, unless it holds the same bytes. What somebody has written into a
 * file of ours is not lost: see output_changed. schedule.json comes last, so that one
 * which is there has its companions; a run without it leaves the old one. On
 * failure *err names the file, and everything is as before. Works in the output's arena. */
bool output_write(struct output *output, const char *folder, struct error *err);

#endif
