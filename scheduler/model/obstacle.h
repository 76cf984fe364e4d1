#ifndef MATCHDAY_MODEL_OBSTACLE_H
#define MATCHDAY_MODEL_OBSTACLE_H

#include <stdbool.h>

#include "scheduler/model/amendment.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* What is in the way of a meeting, in one slot of a schedule in which all else stays
 * where it is; and what an organiser could change about each of it. */

enum obstacle_kind {
    OBSTACLE_ABSENT,          /* p cannot meet then: see absence */
    OBSTACLE_BUSY,            /* p is in `entry`, and may be in no more at a time */
    OBSTACLE_MAX_MEETINGS,    /* p has `number` meetings, and may have no more */
    OBSTACLE_MAX_CONSECUTIVE, /* p would be in `number` slots in a row */
    OBSTACLE_MAX_GAPS,        /* p would have `number` gaps */
    OBSTACLE_OWN_TIME, /* the requests' own times or length, or a lock's slot */
    OBSTACLE_ORDER,    /* what it has to follow is not held before; or what has to
                          follow it is held before */
    OBSTACLE_ROOM,     /* no suitable room is left */
    OBSTACLE_INTERPRETER, /* no suitable interpreter is left */
};

struct obstacle {
    enum obstacle_kind kind;
    int p;                    /* the first four kinds and MAX_GAPS */
    int entry;                /* OBSTACLE_BUSY: in schedule->meeting */
    int number;               /* the limit that would be needed */
    bool agenda;              /* OBSTACLE_ABSENT: an agenda item has p */
    bool hopeless;            /* nothing that this program proposes takes it away */
    struct amendments remedy; /* else what does, all of it together */
};

enum { OBSTACLES_MOST = 24 };
struct obstacles {
    struct obstacle item[OBSTACLES_MOST];
    int n;
    bool all; /* there was place for all of them */
};

/* Of meeting m, which counts and is not forbidden, in slot s; the schedule is bound
 * to the event. Whatever the schedule says of m itself does not count. */
void obstacles_find(struct arena *arena, const struct event *event,
                    const struct eligibility *elig, const struct schedule *schedule,
                    int m, int s, struct obstacles *out);

/* All their remedies; false if one has none or there are too many. */
bool obstacles_remedy(const struct obstacles *obstacles, struct amendments *remedy);

/* A pair of languages by which an interpreter could serve the meeting: one that is
 * interpreted already, if any does, else the first; NULL if there is none. */
const char *obstacle_pair(struct arena *arena, const struct event *event,
                          const struct meeting *meeting);

/* The features that one more room for the meeting needs. In arena. */
struct strings obstacle_features(struct arena *arena, const struct event *event,
                                 const struct meeting *meeting);

#endif
