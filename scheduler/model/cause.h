#ifndef MATCHDAY_MODEL_CAUSE_H
#define MATCHDAY_MODEL_CAUSE_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/model/diff.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* Why a meeting of an earlier schedule cannot stay as it was: what the event, as it
 * is now, has against that very place. */

enum cause {
    CAUSE_PARTICIPANT_CANCELLED, /* or is in the event no more */
    CAUSE_REQUEST_WITHDRAWN,     /* or is in the event no more */
    CAUSE_REQUEST_DECLINED,
    CAUSE_REQUEST_PENDING,
    CAUSE_REQUEST_CHANGED, /* its own times or minutes */
    CAUSE_MET_BEFORE,
    CAUSE_LOCK,
    CAUSE_SESSION_CHANGED, /* shortened, moved, another grid */
    CAUSE_UNAVAILABLE,
    CAUSE_AGENDA,
    CAUSE_HOURS_CHANGED, /* zone or social hours */
    CAUSE_ROOM_LOST,     /* gone, closed then, without a feature, reserved */
    CAUSE_PEOPLE_ADDED,  /* the room is too small */
    CAUSE_INTERPRETER_LOST,
    CAUSE_INTERPRETER_NEEDED, /* or needed no more */
    CAUSE_PREDECESSOR,        /* what it must follow is not held earlier */
    CAUSE_LIMIT_LOWERED,      /* of somebody in it, who had more until then */
    CAUSE_DISPLACED,          /* nothing: it makes way for others */
    N_CAUSES,
};

/* "participant_cancelled", ... as in schedule files. */
const char *cause_name(enum cause cause);

/* The cause of that name, or N_CAUSES. */
enum cause cause_named(const char *name);

/* The first cause in the order of the event's own rules: whether the meeting can be
 * held at all, then its time, its room, its interpreter, what it follows, then limits
 * that what people were sent exceeds now. old is bound to the event; schedule is the
 * new one. *words (in arena) says it in a sentence's part, names
 * included: "room 'R01' is gone". */
enum cause cause_find(struct arena *arena, const struct event *event,
                      const struct eligibility *elig,
                      const struct schedule *schedule,
                      const struct schedule_meeting *old, const char **words);

/* The same for an entry of a diff to that schedule: why the meeting is not held as it
 * was before, or N_CAUSES where neither its time nor its place has changed. What the
 * schedule itself says of a cancelled one stands. */
enum cause cause_of_change(struct arena *arena, const struct event *event,
                           const struct eligibility *elig,
                           const struct schedule *schedule,
                           const struct diff_entry *entry, const char **words);

/* What became of a meeting of before. */
enum fate { FATE_KEPT, FATE_PLACE, FATE_MOVED, FATE_DROPPED };
enum fate cause_fate(const struct schedule *schedule,
                     const struct schedule_meeting *old,
                     const struct schedule_meeting **now);

/* Whether the meeting is impossible at its time now, whatever else is scheduled; with
 * another room or interpreter, too. */
bool cause_time_is_lost(const struct event *event, const struct eligibility *elig,
                        const struct schedule_meeting *old);

/* Whether rules.on_change "list" leaves the meeting out: it was published, and what
 * stands against its time is no decision about the meeting itself. Once people were
 * told that it is off, what was said then counts; until then its time is the one that
 * they were sent, whatever drafts made of it. old is a meeting of the schedule before,
 * or a cancelled one. */
bool cause_leaves_out(const struct event *event, const struct eligibility *elig,
                      const struct schedule_meeting *old);

#endif
