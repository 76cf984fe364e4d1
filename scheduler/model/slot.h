#ifndef MATCHDAY_MODEL_SLOT_H
#define MATCHDAY_MODEL_SLOT_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"

struct event;

/* A time in which meetings can be held. Slots are sorted by start and do not
 * overlap. Two slots are neighbours if they belong to one session and their
 * numbers, and so their indices, are consecutive. */
struct slot {
    const char *id; /* "<session id>-01" */
    int session;
    int number; /* within the session, from 1 */
    int64_t start_s, end_s;
};

/* Cuts the event's sessions (sorted by start, instants known) into
 * event->slot. A candidate that overlaps a break moves to the break's end;
 * the next one starts a change-over after the one before. Adds an error for a
 * session without a slot and for sessions that overlap; returns false then. */
bool slots_build(struct arena *arena, struct event *event,
                 struct findings *findings);

#endif
