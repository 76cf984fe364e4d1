#ifndef MATCHDAY_MODEL_FOLLOW_UP_H
#define MATCHDAY_MODEL_FOLLOW_UP_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/findings.h"
#include "scheduler/model/feedback.h"

/* The event after an event: the same people, rooms and interpreters on other dates,
 * who met known to have met, and as requests what is wanted next. It has an id, and
 * so calendar entries, of its own. */

struct follow_up_order { /* what the organiser asks for */
    const char *id, *name, *name_ja;
    const char *topic;        /* of meetings for which nobody named one */
    const struct civil *date; /* rising, each once */
    int n_dates;
    int start_min, end_min; /* of each day, on its sessions' clock; -1: as before */
    int minutes;            /* of a meeting; 0: as before */
};

/* What becomes of a request. */
enum request_fate {
    FATE_SERVED,    /* its meeting was held */
    FATE_CARRIED,   /* not served: it is in the next event as it was */
    FATE_FIRST,     /* likewise, but before all others: somebody was stood up */
    FATE_NOT_HELD,  /* scheduled and not held, nobody to blame: as it was */
    FATE_UNWANTED,  /* its own side wants it no longer */
    FATE_REFUSED,   /* somebody else of it does not want it */
    FATE_WITHDRAWN, /* before the event */
    N_FATES,
};

/* A change of the clocks between two days of meetings. */
struct clock_change {
    int session;              /* of the next event; the first of that day */
    const struct zone **zone; /* in these the day begins at now, not at before */
    int n_zones;
    struct civil before, now;
};

struct follow_up {
    struct event event;      /* slots built; its lists are new where they differ */
    enum request_fate *fate; /* of the old event's requests */
    int *carried_as;         /* likewise: index in the new event, or -1 */
    int **again_as;          /* of each meeting (schedule_entry()) and its
                                participants: or -1 */
    int n_again, n_mutual;   /* new requests; meetings that both sides want */
    int n_again_left; /* wishes to meet again with somebody who left: no requests */
    int n_pairs;      /* that have met in this round, each once */
    int n_agenda, n_locks; /* left out */
    int n_absences;        /* unavailable for a whole day: left out */
    int n_times;           /* requests whose earliest or latest was left out */
    int n_after;           /* requests that wait for another no longer */
    struct clock_change *clock_change;
    int n_clock_changes;
};

/* Makes it. Those who left the old event (recall.h) have met, and are not in the next
 * one. The schedule is bound to the event and its facts are drawn. Days that do
 * not fit (a clock time that is skipped or comes twice, a session without a slot or
 * beyond the day's end) are errors; then, and only then, it returns false. */
bool follow_up_build(struct arena *arena, const struct event *event,
                     const struct schedule *schedule,
                     const struct feedback_facts *facts,
                     const struct follow_up_order *order,
                     struct follow_up *follow_up, struct findings *findings);

/* The pairs that have met once the event is over: before it, or in a meeting of the
 * schedule that was held, each once. Returns how many did so in this round. Those who
 * left the event are in none. */
int follow_up_pairs(struct arena *arena, const struct event *event,
                    const struct schedule *schedule,
                    const struct feedback_facts *facts, struct met_before **met,
                    int *n_met);

/* "served", "carried over", ... for tables. */
const char *request_fate_name(enum request_fate fate);

#endif
