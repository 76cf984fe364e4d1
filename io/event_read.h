#ifndef MATCHDAY_IO_EVENT_READ_H
#define MATCHDAY_IO_EVENT_READ_H

#include <stdbool.h>

#include "io/encoding.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"
#include "scheduler/base/findings.h"
#include "scheduler/model/event.h"

struct event_input {
    const char *path;
    struct encodings encodings; /* of its tables */
    bool
        forgives_locks; /* what is wrong with locks is no finding: those of a slot or
                            room that is gone name none, and those of a meeting that is
                            gone are in lost_lock. For who takes locks out. */
};

/* Where the event at path begins: the only workbook of a folder that has neither
 * event.json nor tables, else path itself. In arena. */
const char *event_find_book(struct arena *arena, const char *path);

/* Reads the event at input->path, a folder with event.json or the file itself, and the
 * CSV files that it names beside it; or a folder of tables, or a workbook; into *event with every default filled in
 * (the invariants of struct event hold) and slots built.
 *
 * What is wrong with the content goes into findings, all of it in one go: ask
 * findings_has_errors(); with errors *event must not be used. Returns false
 * with *err only if a file cannot be read at all. */
bool event_read(struct arena *arena, const struct event_input *input,
                struct event *event, struct findings *findings, struct error *err);

#endif
