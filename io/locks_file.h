#ifndef MATCHDAY_IO_LOCKS_FILE_H
#define MATCHDAY_IO_LOCKS_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "io/csv_edit.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"
#include "scheduler/base/findings.h"
#include "scheduler/model/event.h"

/* The table in which people keep an event's locks, to be changed by commands. */
struct locks_file {
    const char *path;
    bool is_new; /* event.json does not name it yet, and it is not there */
    const char *event_path;
    const char *event_text; /* with its name, where it is new */
    size_t event_len;
    struct csv_edit edit;
};

/* Finds and reads the table of an event that was read without errors. Where
 * event.json says nothing of locks, or that there are none (null, "" or []), the
 * table is a new one. An event with its locks in event.json itself is an error in findings, with the remedy; so is a
 * locks.csv that is there and not named. Returns false with *err where a file cannot
 * be read. All is in arena. */
bool locks_file_read(struct arena *arena, const struct event *event,
                     struct locks_file *file, struct findings *findings,
                     struct error *err);

/* Locks the meeting of these participants (or requests, if the table names locks by
 * them) to a slot and a room, ids or "" for any. line is that of a row which does so
 * and is changed, with whatever else it says; 0: a new one. */
struct locked_place {
    const struct strings *participant_ids;
    const char *topic, *request_id, *slot_id, *room_id;
};
void locks_file_lock(struct locks_file *file, int line,
                     const struct locked_place *place);

/* Takes out the row that begins on that line. */
void locks_file_release(struct locks_file *file, int line);

/* Writes the table, whole or not at all; a new one before event.json names it. */
bool locks_file_write(struct arena scratch, const struct locks_file *file,
                      struct error *err);

#endif
