#ifndef MATCHDAY_MODEL_EVENT_H
#define MATCHDAY_MODEL_EVENT_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/findings.h"
#include "scheduler/base/text.h"
#include "scheduler/base/zone.h"
#include "scheduler/model/level.h"
#include "scheduler/model/slot.h"

/* One event as its organiser described it: plain data, every default filled
 * in, every name of another thing turned into its index, every instant in UTC
 * seconds. Everything lives in one arena.
 *
 * Invariants: every list is sorted by id (contacts by e-mail, then name;
 * sessions and slots by start; windows by start, then end), so that the order
 * in which people wrote things changes nothing. Texts are never NULL: what
 * was left out is "". Indices: p participant, r room, i interpreter,
 * q request, s slot. */

/* For limits: any number is allowed. */
enum { NO_LIMIT = -1 };

struct window {
    int64_t start_s, end_s; /* half-open */
};

struct windows {
    struct window *window;
    int n;
};

struct contact {
    const char *name, *name_ja, *email;
    const char *language; /* of what is written to them: "en", "ja", "fr" or "" */
    const char *job_title;
    bool
        is_to_confirm; /* known from an earlier event: not asked yet whether it holds */
    struct place place; /* of the address */
};

struct person { /* an organiser: who signs and receives mail */
    const char *name, *email;
};

struct side_organizer {
    const char *side;
    struct person person;
};

struct break_time {
    int start_min, end_min; /* minutes after midnight, in the session's zone */
    const char *title;
    int64_t start_s, end_s;
};

struct session {
    struct place place;
    const char *id, *title;
    struct civil date;      /* only the date counts */
    int start_min, end_min; /* minutes after midnight, in its zone */
    const struct zone *zone;
    int meeting_minutes, changeover_minutes;
    struct break_time *break_time;
    int n_breaks;
    int64_t start_s, end_s;
    int first_slot, n_slots; /* into event.slot; set by slots_build() */
};

enum audience { AUDIENCE_ALL, AUDIENCE_SIDE, AUDIENCE_LISTED };

struct agenda_item {
    struct place place;
    const char *id, *title, *url;
    int64_t start_s, end_s;
    const struct zone *zone;
    enum audience audience;
    const char *side; /* AUDIENCE_SIDE */
    int *participant; /* AUDIENCE_LISTED */
    int n_participants;
    int *interpreter; /* AUDIENCE_LISTED */
    int n_interpreters;
};

struct room {
    struct place place;
    const char *id, *name, *url;
    int capacity; /* NO_LIMIT or people including the interpreter */
    struct strings features;
    int *reserved_for; /* participants */
    int n_reserved_for;
    struct windows available; /* none = always */
};

struct interpreter {
    struct place place;
    const char *id, *name, *email;
    struct strings pairs; /* "en-ja", lower case */
    const struct zone *zone;
    struct windows available;          /* none = always */
    int max_meetings, max_consecutive; /* or NO_LIMIT */
};

enum interpretation {
    INTERPRETATION_AUTO,
    INTERPRETATION_ALWAYS,
    INTERPRETATION_NEVER
};

struct participant {
    struct place place;
    const char *id, *organisation, *organisation_ja, *country, *side;
    const struct zone *zone;
    struct strings languages; /* lower case */
    enum interpretation interpretation;
    struct contact *contact;
    int n_contacts;
    struct strings themes;
    const char *profile, *profile_ja;
    const char *calendar; /* the file with its busy times, or "" */
    int parallel, people, min_meetings;
    int max_meetings, max_consecutive, max_gaps; /* or NO_LIMIT */
    bool cancelled;
    struct windows available, unavailable, avoid; /* the rows as given */
    struct windows busy; /* those of unavailable that its calendar says */
};

enum request_status {
    REQUEST_ACCEPTED,
    REQUEST_PENDING,
    REQUEST_DECLINED,
    REQUEST_WITHDRAWN,
};

#define NO_TIME INT64_MIN /* of an optional instant; too large for an enum */

struct request {
    struct place place;
    const char *id, *topic;
    int from, to;
    int *also; /* further participants, rising */
    int n_also;
    enum request_status status;
    int priority;                 /* from 1 */
    int rank;                     /* from 1; 0 = none */
    int rank_column;              /* of a table, from 1, for findings; else 0 */
    int minutes;                  /* 0 = any */
    int64_t earliest_s, latest_s; /* or NO_TIME */
    int *after;                   /* requests, rising */
    int n_after;
    struct strings room_features;
    bool follow_up;
    const char *message, *note;
};

enum lock_kind { LOCK_KEEP, LOCK_FORBID };

struct lock {
    struct place place;
    enum lock_kind kind;
    int request;      /* or -1: then participants and topic */
    int *participant; /* rising; the request's where one is named */
    int n_participants;
    const char *topic;
    int slot; /* or -1 */
    int room; /* or -1 */
    /* The slot's id as written: slots exist only once sessions are known. */
    const char *slot_id;
    bool is_past; /* its meeting has begun: it binds nothing, and is not judged */
};

/* A row of the locks about what the event does not know any more, as written. */
struct lost_lock {
    struct place place;
    const char *request_id; /* "" for none: then the next */
    struct strings participant_ids;
};

struct met_before {
    int a, b; /* participants, a < b */
};

struct social_hours {
    int from_min, to_min; /* minutes after local midnight */
    int cost;
    const char *side; /* "" = everybody without hours of their side's own */
};

struct rules {
    enum request_status default_status;
    bool pending_scheduled;
    bool met_before_forbidden;
    int min_meetings;
    int max_meetings, max_consecutive, max_gaps; /* or NO_LIMIT */
    const char *interpreted_room_feature;        /* or "" */
    struct social_hours *social_hours;
    int n_social_hours;
    int social_hours_otherwise; /* a cost, or UNSOCIAL_NEVER */
    /* Published meetings of which the time became impossible are kept out of a rerun,
     * not moved. */
    bool lists_changed;
};

enum { UNSOCIAL_NEVER = -1 };

struct weights {
    int *priority; /* value of priority k + 1 */
    int n_priority;
    int *rank; /* value of rank k + 1; later ranks count as the last */
    int n_rank;
    int avoid; /* comfort cost of a slot that an avoid row overlaps */
};

struct event {
    const char *file; /* as opened, for messages */
    const char *id, *name, *name_ja;
    struct person organizer;               /* email "" = none given */
    struct side_organizer *side_organizer; /* sorted by side */
    int n_side_organizers;
    const char *uid_domain; /* or "" */
    const struct zone *zone;
    const struct zone **display_zone;
    int n_display_zones;
    int alarm_minutes; /* before each entry of an agenda; 0 = no alarm */

    struct session *session;
    int n_sessions;
    struct agenda_item *agenda;
    int n_agenda;
    struct room *room;
    int n_rooms;
    bool has_interpreters; /* the list was given, even if empty */
    struct interpreter *interpreter;
    int n_interpreters, n_left_interpreters; /* as below */
    struct participant *participant;
    int n_participants;
    int n_left_participants; /* of them, at the end: in the event no more (recall.h),
                                which only the telling of people knows of */
    struct request *request;
    int n_requests;
    struct lock *lock;
    int n_locks;
    struct lost_lock *lost_lock; /* only of a reader that forgives locks */
    int n_lost_locks;
    struct met_before *met_before;
    int n_met_before;
    struct rules rules;
    struct weights weights;
    enum level *objective;
    int n_objective;

    struct slot *slot; /* made from the sessions by slots_build() */
    int n_slots;
};

/* True if a link leads into that room and no other: people find it by themselves, and
 * no host assigns them to it. */
bool event_room_has_own_link(const struct event *event, int r);

/* The index of the one with this id, by binary search, or -1. Those who have left
 * are found, too. */
int event_find_participant(const struct event *event, const char *id);
int event_find_room(const struct event *event, const char *id);
int event_find_interpreter(const struct event *event, const char *id);
int event_find_request(const struct event *event, const char *id);
int event_find_slot(const struct event *event, const char *id);

/* The slot with exactly these times, or -1. */
int event_find_times(const struct event *event, int64_t start_s, int64_t end_s);

/* True of those who are in the event no more. */
bool event_has_left(const struct event *event, int p);
bool event_interpreter_has_left(const struct event *event, int i);

/* For qsort(): contacts are numbered by e-mail, then name. */
int contact_compare(const void *left, const void *right);

/* True if the request's status lets its meeting be scheduled. */
bool event_request_counts(const struct event *event, const struct request *request);

/* True if the agenda item's audience includes participant p (interpreter i:
 * only where it is listed by id). */
bool agenda_concerns(const struct event *event, const struct agenda_item *item,
                     int p);
bool agenda_concerns_interpreter(const struct agenda_item *item, int i);

/* True if [start_s, end_s) lies in the union of the windows (sorted by start,
 * they may overlap or touch). No windows: false. */
bool windows_cover(const struct windows *windows, int64_t start_s, int64_t end_s);

/* True if one of the windows overlaps [start_s, end_s). */
bool windows_overlap(const struct windows *windows, int64_t start_s, int64_t end_s);

#endif
