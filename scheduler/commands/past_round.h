#ifndef MATCHDAY_COMMANDS_PAST_ROUND_H
#define MATCHDAY_COMMANDS_PAST_ROUND_H

#include "scheduler/commands/job.h"
#include "scheduler/model/feedback.h"

/* An event that is over: its schedule and what people said of their meetings. What
 * follows it is made from that. */

struct past_round {
    struct schedule schedule; /* sorted */
    struct feedback_list feedback;
    struct feedback_facts facts;
};

/* Reads event and schedule; job->event becomes the whole one (recall.h), for who has
 * left it since has met all the same. They return EXIT_CODE_DONE or why it does not
 * go on, as job_read_event() does. */
enum exit_code past_round_read(struct job *job, const char *event_path,
                               const char *schedule_path, struct past_round *round);

/* Reads what came back, files and folders of them, and draws the facts from it.
 * Nothing given: all meetings were held. An error if there is no answer in all that is
 * given. */
enum exit_code past_round_read_feedback(struct job *job,
                                        const struct strings *given,
                                        struct past_round *round);

#endif
