#ifndef MATCHDAY_MODEL_FEEDBACK_H
#define MATCHDAY_MODEL_FEEDBACK_H

#include <stdbool.h>

#include "scheduler/base/findings.h"
#include "scheduler/model/schedule.h"

/* What people say of their meetings after the event, and what is true by all of it.
 * One row is one participant about one meeting, or about a wish of theirs that was
 * not served: then `again` says whether it is still wanted. */

enum said { SAID_NOTHING, SAID_NO, SAID_YES };

enum outcome { /* the further, the later */
               OUTCOME_UNKNOWN,
               OUTCOME_NONE,
               OUTCOME_TALKS,
               OUTCOME_PROJECT,
               OUTCOME_AGREEMENT,
               N_OUTCOMES,
};

enum { BEST_RATING = 5 };

struct feedback {
    struct place place;
    int k;       /* a meeting, or behind those one that was called off
                    (schedule_entry()); or -1 */
    int request; /* or -1; never both */
    int p;
    enum said held, again, share_contact;
    int *absent; /* participants, rising */
    int n_absent;
    int rating; /* 1 to BEST_RATING, or 0 */
    enum outcome outcome;
    const char *next_step;
};

struct feedback_list {
    struct feedback *row;
    int n, capacity;
};

/* What is known of one meeting of the schedule. */
struct meeting_fact {
    int *participant; /* rising */
    int n_participants;
    const struct feedback **by; /* of each of them, or NULL */
    bool *was_absent;           /* likewise; by what anybody says */
    bool is_told;               /* somebody has said something */
    bool is_held;               /* also where nobody says otherwise */
    bool was_called_off; /* on the day, as somebody was not there: not held */
    bool has_no_show;    /* not held, somebody stayed away and somebody came */
};

struct feedback_facts {
    struct meeting_fact *meeting; /* as schedule_entry() counts; of those called off
                                     only where is_told */
    enum said *wanted;            /* of each request: by whoever made it, still? */
    bool *refused;                /* likewise: somebody else of it says no */
};

/* "", "none", "talks", "project", "agreement" */
const char *outcome_name(enum outcome outcome);

/* True if the row answers anything. */
bool feedback_is_answered(const struct feedback *row);

/* Makes one row of all that a participant says about one meeting or wish (a form for
 * each contact, say), sorted by meeting, request, participant. Rows that contradict
 * each other are errors with both places. */
void feedback_merge(struct arena *arena, struct feedback_list *list,
                    struct findings *findings);

/* Draws the facts from merged rows. A meeting was held unless somebody says that it
 * was not and nobody who came says that it was; where they contradict each other a
 * warning tells, and it counts as held. The schedule is bound to the event, and all
 * its participants are known. */
void feedback_judge(struct arena *arena, const struct event *event,
                    const struct schedule *schedule,
                    const struct feedback_list *list, struct feedback_facts *facts,
                    struct findings *findings);

/* What p, one of the meeting's, says of it: the row, or NULL. */
const struct feedback *meeting_fact_by(const struct meeting_fact *fact, int p);

/* The furthest that anybody names: a project is one also if a partner is more careful
 * with words. */
enum outcome meeting_fact_outcome(const struct meeting_fact *fact);

/* True if participant `from` lets `to` have its contacts: it said yes after one of
 * their meetings and no after none. */
bool feedback_shares_contact(const struct schedule *schedule,
                             const struct feedback_facts *facts, int from, int to);

#endif
