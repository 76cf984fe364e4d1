#ifndef MATCHDAY_MODEL_AMENDMENT_H
#define MATCHDAY_MODEL_AMENDMENT_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/model/event.h"

/* One change to an event that its organiser could make: what `explain` proposes and
 * tries. Each is so small that it can be written into the event's files by hand. */

enum amendment_kind {
    AMEND_ACCEPT,          /* request q is accepted */
    AMEND_WITHDRAW,        /* request q is withdrawn */
    AMEND_RETURN,          /* participant p comes after all */
    AMEND_FOLLOW_UP,       /* request q says follow_up */
    AMEND_RELEASE,         /* lock l is gone */
    AMEND_ANY_TIME,        /* request q has no earliest, latest and minutes */
    AMEND_ANY_ORDER,       /* request q waits for no other */
    AMEND_MAX_MEETINGS,    /* participant p may have `number` meetings */
    AMEND_MAX_CONSECUTIVE, /* in `number` neighbouring slots */
    AMEND_MAX_GAPS,        /* with `number` gaps */
    AMEND_PARALLEL,        /* and be in `number` meetings at a time */
    AMEND_FREE,            /* participant p can meet in slot s */
    AMEND_STAFF_MEETINGS,  /* interpreter i may have `number` meetings */
    AMEND_ROOM,            /* one more room in slot s, with `features` */
    AMEND_INTERPRETER,     /* one more interpreter in slot s, of the pair */
    AMEND_LOCK,            /* the meeting of request q must be held */
    AMEND_LOCK_AT,         /* in slot s */
    N_AMENDMENTS,
};

struct amendment {
    enum amendment_kind kind;
    int q, p, i, l, s;       /* as the kind says; others mean nothing */
    int number;              /* the new limit */
    const char *pair;        /* AMEND_INTERPRETER: "en-ja" */
    struct strings features; /* AMEND_ROOM */
};

/* A few of them together, in an order in which people would read them. */
enum { AMENDMENTS_MOST = 12 };
struct amendments {
    struct amendment item[AMENDMENTS_MOST];
    int n;
};

/* Adds one, unless it is there. Returns false if there is no place for it. */
bool amendments_add(struct amendments *list, struct amendment amendment);

/* What changes for a participant that is to be free in slot s: the rows of
 * `available` to be added, those of `unavailable` to be taken out and what is left of
 * them. Who has no `available` rows gets some for all slots that suit now, as rows
 * that offer something offer nothing else. In arena. */
struct amendment_hours {
    struct windows added, removed, kept;
};
struct amendment_hours amendment_hours(struct arena *arena,
                                       const struct event *event, int p, int s);

/* The id of the room (interpreter) that AMEND_ROOM (AMEND_INTERPRETER) adds as number
 * n, from 0: one that no other has and that is sorted behind all others. */
const char *amendment_room_id(struct arena *arena, const struct event *event,
                              int n);
const char *amendment_interpreter_id(struct arena *arena, const struct event *event,
                                     int n);

/* The event with the changes made. It shares with the old one what they do not
 * touch, and keeps all indices but those of locks: a lock that is gone closes up, one
 * that is new comes last. In arena. */
void amendments_apply(struct arena *arena, const struct event *event,
                      const struct amendments *list, struct event *out);

#endif
