#ifndef MATCHDAY_MODEL_REPLY_H
#define MATCHDAY_MODEL_REPLY_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/findings.h"
#include "scheduler/model/schedule.h"

/* What people answered to their invitations, and which of it counts (RFC 5546
 * 2.1.5): of a person's answers about a meeting that with the highest SEQUENCE, then
 * the latest DTSTAMP, and only if it answers the meeting as it is now. */

enum answer {
    ANSWER_ACCEPTED,
    ANSWER_TENTATIVE,
    ANSWER_DECLINED,
    ANSWER_PROPOSED, /* another time (COUNTER) */
    N_ANSWERS,
};

enum reply_fate {
    REPLY_COUNTED,
    REPLY_KNOWN,             /* counted before */
    REPLY_STALE,             /* they have been sent something newer since */
    REPLY_OUTDATED,          /* they have answered again since */
    REPLY_AHEAD,             /* of something newer than what was sent */
    REPLY_UNKNOWN_MEETING,   /* no such uid */
    REPLY_CANCELLED_MEETING, /* the meeting was cancelled */
    REPLY_UNKNOWN_SENDER,    /* nobody of the meeting has this address */
    REPLY_FOREIGN_SENDER,    /* a contact of another participant has sent it */
    REPLY_OTHER_TIME,        /* of one time of a series, and not the meeting's */
};

struct reply {
    struct place place;
    const char *uid;
    const char *email;  /* in lower case */
    const char *sender; /* who has sent it, in lower case; "" if nothing tells */
    enum answer answer;
    int sequence;
    int64_t stamp_s;
    int64_t start_s, end_s; /* ANSWER_PROPOSED; or NO_TIME */
    bool is_of_one_time;    /* of a series (RECURRENCE-ID), as meetings are none */
    int64_t one_time_s;     /* which; NO_TIME if it is not understood */
    const char *comment;    /* or "" */
    enum reply_fate fate;   /* set by replies_judge() */
};

struct replies {
    struct reply *reply;
    int n, capacity;
};

/* "accepted", "tentative", "declined", "proposed"; find gives N_ANSWERS if there is
 * no such word. */
const char *answer_name(enum answer answer);
enum answer answer_find(const char *name);

/* Judges new answers and puts those that count into known, which holds the last one
 * of each person about each meeting, sorted by uid, then address. Sorts new ones
 * likewise, the newest first. The order in which they came changes nothing. */
void replies_judge(struct arena *arena, const struct event *event,
                   const struct schedule *schedule, struct replies *new_ones,
                   struct replies *known);

/* By uid, then address, the newest first. */
void replies_sort(struct replies *list);

/* The last answer of a person, or NULL. */
const struct reply *replies_find(const struct replies *known, const char *uid,
                                 const char *email);

/* Takes over from another list what is newer there. In arena; both are sorted. */
void replies_unite(struct arena *arena, struct replies *known,
                   const struct replies *others);

/* What the person with this address has answered about the meeting for the time that
 * it has now, or NULL: who said yes to another time has not said yes to this one
 * (RFC 5546 3.2.2.1), while another room leaves the answer as it is (3.2.2.2). */
const struct reply *replies_find_valid(struct arena scratch,
                                       const struct replies *known,
                                       const struct schedule_meeting *meeting,
                                       const char *email);

/* The lowest SEQUENCE whose answers are about the meeting as it is now: what the
 * person with this address was sent last, or would be sent where nothing was. */
int reply_sequence(const struct schedule_meeting *meeting, const char *email);

/* True if it is about a meeting of the schedule as that is now. */
bool reply_is_current(const struct schedule *schedule, const struct reply *reply);

/* True if this contact of participant p (number from 0) attends the meeting. */
bool contact_attends(const struct schedule_meeting *meeting, int p, int contact);

/* True if somebody of participant p has declined the meeting, and nobody of those who
 * attend with them has said yes, perhaps, or another time. */
bool replies_have_declined(const struct event *event,
                           const struct schedule_meeting *meeting, int p,
                           const struct replies *known);

#endif
