#ifndef MATCHDAY_COMMANDS_EXPLAINING_H
#define MATCHDAY_COMMANDS_EXPLAINING_H

#include <stdbool.h>

#include "io/texts.h"
#include "io/value_build.h"
#include "scheduler/commands/job.h"
#include "scheduler/commands/progress.h"
#include "scheduler/model/obstacle.h"
#include "scheduler/plan_remedy.h"

/* What the parts of `explain` share. */
struct explaining {
    struct job *job;
    const char *path; /* of the schedule */
    struct schedule schedule;
    struct plan_trial_base base; /* of the job's event and this schedule */
    struct progress progress;
    double until_s; /* --time-limit, by the stopwatch */
    int n_to_come;  /* subjects that share what is left of it, this one included */
    bool was_cut;   /* something was not tried for want of time */
    struct value *list; /* of what is explained, for programs */
    int reader;         /* --for: a participant, or -1 */
    bool has_language;
    enum language language; /* --language */
    bool
        has_said; /* something was printed: a line stands between it and what follows */
};

/* explaining_names.c: what is meant by a name on the command line. */
enum subject_kind { SUBJECT_REQUEST, SUBJECT_MEETING, SUBJECT_PARTICIPANT };
struct subject {
    enum subject_kind kind;
    int q; /* SUBJECT_REQUEST */
    int k; /* SUBJECT_MEETING: in schedule.meeting */
    int p; /* SUBJECT_PARTICIPANT */
};
bool explaining_find(const struct explaining *explaining, const char *name,
                     struct subject *subject);

/* The participant of this id, or -1, which was told. */
int explaining_find_participant(const struct explaining *explaining,
                                const char *name, const char *option);

/* The schedule's meeting of the model's meeting m, or NULL; and what the schedule says
 * of a request that it does not serve, or NULL. */
const struct schedule_meeting *explaining_entry(const struct explaining *explaining,
                                                int m);
const struct unscheduled *
explaining_unscheduled(const struct explaining *explaining, int q);

/* Whether the meeting that the request asks for is of participant p, too. */
bool explaining_concerns(const struct explaining *explaining, int q, int p);

/* The entry with which the request stands, or NULL. */
const struct schedule_meeting *
explaining_served(const struct explaining *explaining, int q);

/* Around the trials about one subject, or about the first of n_parts of it: they have their share of the time that is left. */
void explaining_begin(struct explaining *explaining, int n_parts);
void explaining_end(struct explaining *explaining);

/* explain_request.c and so on: each prints, or adds to explaining->list. */
void explain_request(struct explaining *explaining, int q);
void explain_meeting(struct explaining *explaining, int k);
void explain_participant(struct explaining *explaining, int p);

/* explain_letter.c: the text for the reader about these requests. */
void explain_letter(struct explaining *explaining, const int *request, int n);

#endif
