#ifndef MATCHDAY_MODEL_SCHEDULE_H
#define MATCHDAY_MODEL_SCHEDULE_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/text.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"
#include "scheduler/model/level.h"

/* A schedule as schedule.json holds it. It may come from an older version of
 * the event, so ids are the truth and indices are what they mean in the
 * present event, -1 where it knows no such thing. */

enum sent_state { SENT_NEVER, SENT_CONFIRMED, SENT_CANCELLED };

struct sent { /* what people last received about a meeting */
    enum sent_state state;
    const char *slot_id, *room_id, *interpreter_id; /* interpreter "" = none */
    int64_t start_s, end_s;
    int sequence;
};

/* One who was told of a meeting: a contact of a participant, or an interpreter. */
struct told_person {
    const char *participant_id; /* "" of an interpreter */
    const char *who;      /* the contact's address, or name where there is none; the
                             interpreter's id */
    const char *language; /* in which it was; "" as the contact has none */
    int sequence;         /* of the last that they were sent */
    int since;   /* of the first with the same time: answers to it still hold, as
                  another room or interpreter is no other appointment */
    bool off;    /* that was that it is not for them any more */
    bool missed; /* what came after it was refused by their server, or nobody knows
                    whether it came: they have it yet */
    int64_t start_s, end_s; /* when it was to be, then; only if off */
};

/* What else people last received about a meeting, and which people; see told.h. */
struct told {
    bool is_known; /* else an older program or another one recorded what was sent */
    bool tentative;
    const char *room_name, *room_url;
    struct told_person *person; /* by participant and who; interpreters first */
    int n_persons;
};

/* The same about an agenda item, which may be gone. */
struct sent_item {
    const char *id;
    const char *title; /* "": not known */
    const char *url; /* "" = none; NULL: not known, an older program recorded it */
    bool cancelled;
    int64_t start_s, end_s;
    int sequence;
    enum audience
        audience; /* who had it: AUDIENCE_LISTED, unless it is an old file */
    const char *side;
    struct strings audience_ids; /* sorted, as the next */
    struct strings told_off;     /* who was told that it is not for them any more */
};

/* A participant, or an interpreter, to whom meetings were told, as they were then:
 * whoever leaves the event can still be told more. An interpreter is its own only
 * contact. */
struct addressee {
    bool is_interpreter;
    const char *id, *organisation, *organisation_ja, *side;
    const char *time_zone; /* an IANA name */
    struct strings pairs;  /* of an interpreter */
    struct contact *contact;
    int n_contacts;
};

struct attendance { /* which contacts of a participant attend */
    const char *participant_id;
    int p;
    int *contact; /* numbers from 1, rising */
    int n_contacts;
};

/* Whether contact number `contact`, from 0, of participant p attends by these rows:
 * those of whom there is none do, all of them. */
bool attendance_includes(const struct attendance *row, int n_rows, int p,
                         int contact);

struct schedule_meeting {
    const char *id;                              /* "m0001" */
    struct strings participant_ids, request_ids; /* sorted */
    const char *topic;
    const char *slot_id, *room_id, *interpreter_id; /* interpreter "" = none */
    int64_t start_s, end_s;
    const char *uid;
    int sequence;
    bool tentative;
    struct attendance *attendance; /* sorted by participant */
    int n_attendance;
    struct sent sent;
    struct told told;
    const char *reason; /* of a cancelled one, in words; else "" */
    const char *cause;  /* of a cancelled one, as a code (cause.h); NULL or "" where
                           none is known */
    bool frozen; /* had begun when the schedule was made: it is as it was, whatever
                    the event says since */
    int m, s, r, i; /* meeting, slot, room, interpreter; i -1 also for none */
};

enum reason {
    REASON_NOT_ACCEPTED,
    REASON_DECLINED,
    REASON_WITHDRAWN,
    REASON_PARTICIPANT_CANCELLED,
    REASON_MET_BEFORE,
    REASON_FORBIDDEN,
    REASON_NO_COMMON_SLOT,
    REASON_NO_SUITABLE_ROOM,
    REASON_NO_INTERPRETER,
    REASON_PREDECESSOR,
    REASON_PARTICIPANT_FULL,
    REASON_ROOMS_FULL,
    REASON_INTERPRETERS_FULL,
    REASON_OUTRANKED,
    REASON_NOT_PROVEN,
    N_REASONS,
};

/* What a reason is about; an empty field says nothing. */
struct reason_detail {
    struct strings participants; /* e.g. whose calendars are full */
    struct strings requests;     /* e.g. declined, predecessor */
    struct strings slots;        /* e.g. where it would fit if the limit went */
    struct strings blocked_by;   /* ids of scheduled meetings in the way */
    struct strings at_limit; /* participants with as many meetings as they may */
    struct strings moved;    /* ids of meetings that would have to move, */
    struct strings given_up; /* or would not be held */
};

struct unscheduled {
    struct strings request_ids, participant_ids;
    const char *topic;
    enum reason reason;
    struct reason_detail detail;
    int m;
};

struct level_result {
    enum level level;
    int64_t value;
    bool has_bound;
    int64_t bound; /* proven, given the values of the levels before */
    bool optimal;  /* value == bound */
};

struct schedule {
    const char *event_id;
    char input_sha256[65];
    const char *generator_version;
    uint64_t seed;
    const char
        *sending; /* while it is being sent: under which name the files beside
                            it know that; else NULL or "" */
    /* What begins earlier had begun when the schedule was made, and nothing new begins
     * earlier; 0 = nothing had. */
    int64_t frozen_before_s;
    struct slot *slot; /* as it was when the schedule was made */
    int n_slots;
    struct schedule_meeting *meeting; /* by start, then room id */
    int n_meetings;
    struct unscheduled *unscheduled; /* by first request id */
    int n_unscheduled;
    struct schedule_meeting *cancelled; /* by id */
    int n_cancelled;
    struct sent_item *sent_item; /* by id; none before anything was sent */
    int n_sent_items;
    struct addressee *addressee; /* participants by id, then interpreters; none
                                    before anything was sent */
    int n_addressees;
    struct level_result *level; /* in the objective's order */
    int n_levels;
};

/* "no_common_slot", ... as in schedule files; find gives N_REASONS if there is
 * no such code. */
const char *reason_name(enum reason reason);
enum reason reason_find(const char *name);

/* Fills in m, s, r, i and p of every meeting from the ids. */
void schedule_bind(struct schedule *schedule, const struct event *event,
                   const struct eligibility *elig);

/* True if the state that people were sent, when, where and with which interpreter,
 * is that of now; told.h knows what else they may have to be told. */
bool schedule_is_as_sent(const struct schedule_meeting *meeting, bool cancelled);

/* True if people have the meeting in their calendars for the time it has now. */
bool schedule_is_when_sent(const struct schedule_meeting *meeting);

/* The stable identifier of a meeting's calendar entry:
 * "<event id>-<20 hex digits>@<domain>", of event, participants and topic
 * alone. domain "" is written as "matchday.invalid". */
char *meeting_uid(struct arena *arena, const struct event *event,
                  const struct strings *participant_ids, const char *topic);

/* Gives contacts of participants with parallel > 1 and several contacts to
 * the meetings: nobody is in two at a time, whoever was told to attend a meeting
 * does where they are free, and else loads differ by at most one. Rows of those who
 * are in the event no more stay.
 * Fills attendance of every meeting; meetings are bound and sorted. */
void schedule_assign_attendees(struct arena *arena, const struct event *event,
                               struct schedule *schedule);

/* Number k of the meetings and, behind them, the cancelled ones. */
const struct schedule_meeting *schedule_entry(const struct schedule *schedule,
                                              int k);

/* The same, and whether it is a cancelled one. */
const struct schedule_meeting *schedule_any_entry(const struct schedule *schedule,
                                                  int k, bool *cancelled);

/* True if participants and topic are the same: then it is one meeting, whatever ids
 * and events say. */
bool schedule_is_same_meeting(const struct schedule_meeting *a,
                              const struct schedule_meeting *b);

/* The order of ids: "m9999" before "m10000". */
int schedule_compare_ids(const char *a, const char *b);

/* Puts all lists into the order that schedules are written in, also those within
 * entries: whatever order a file has them in, what is made from it is the same. */
void schedule_sort(struct schedule *schedule);

/* For qsort(): participants by id, then interpreters. */
int addressee_compare(const void *a, const void *b);

/* True if both are the same calendar entry at the same time, in the same room and with
 * the same interpreter. */
bool schedule_is_as_before(const struct schedule_meeting *a,
                           const struct schedule_meeting *b);

/* Takes the instant for the one before which all had begun: marks as frozen the
 * meetings that began earlier and are as in the schedule before, and only these. */
void schedule_freeze(struct schedule *schedule, const struct schedule *previous,
                     int64_t before_s);

/* frozen_before_s, or where an older program did not record it: when the slot begins
 * that follows the last frozen meeting, or the last slot ends; 0 where none is. */
int64_t schedule_frozen_before(const struct schedule *schedule);

/* Marks locks of meetings which begin before the instant as past (event.h); a note
 * tells of each. The schedule is bound to the event. */
void schedule_pass_locks(const struct schedule *schedule, int64_t before_s,
                         struct event *event, const struct eligibility *elig,
                         struct findings *findings);

/* Records the present state as sent, in meetings and cancelled ones. */
void schedule_publish(struct schedule *schedule);

#endif
