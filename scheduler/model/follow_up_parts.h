#ifndef MATCHDAY_MODEL_FOLLOW_UP_PARTS_H
#define MATCHDAY_MODEL_FOLLOW_UP_PARTS_H

#include "scheduler/model/follow_up.h"

/* What the parts of follow_up_build() share; for follow_up*.c alone. */

struct follow_up_maker {
    struct arena *arena;
    const struct event *event; /* the old one */
    const struct schedule *schedule;
    const struct feedback_facts *facts;
    const struct follow_up_order *order;
    struct follow_up *out;
    struct findings *findings;
    int *meeting_of;   /* of each request: as schedule_entry() counts, or -1 */
    int *template_day; /* of each date: the day whose sessions it has */
    struct old_day *day;
    int n_days;
};

/* A day of the old event. */
struct old_day {
    struct civil date;
    int first_session, n_sessions; /* sessions are sorted by start */
    int64_t start_s, end_s;        /* from midnight to midnight */
};

/* The parts, in the order in which they are made. */
bool follow_up_make_days(struct follow_up_maker *maker); /* sessions, slots */
void follow_up_move_hours(
    struct follow_up_maker *maker); /* of all and everything */
void follow_up_note_clocks(struct follow_up_maker *maker); /* needs sessions */
void follow_up_note_met(struct follow_up_maker *maker);    /* met_before */
void follow_up_make_requests(struct follow_up_maker *maker);
void follow_up_keep_locks(struct follow_up_maker *maker); /* needs requests */

#endif
