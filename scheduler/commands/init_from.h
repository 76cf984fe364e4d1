#ifndef MATCHDAY_COMMANDS_INIT_FROM_H
#define MATCHDAY_COMMANDS_INIT_FROM_H

#include "io/book_known.h"
#include "io/output.h"
#include "scheduler/commands/init_day.h"
#include "scheduler/commands/job.h"

/* `init` from an earlier event: what holds for the next one is known already. */

struct init_from_options {
    const char *event,
        *schedule; /* schedule NULL: of its meetings nothing is known */
    struct strings feedback;
};

struct init_from {
    const char *schedule;
    const char *id, *name; /* of the next event */
    int n_met_now;         /* of its pairs: in the schedule's meetings */
    struct output texts;   /* how mails are worded */
};

/* Reads it into job->event, with those who have met by the schedule among met_before.
 * Returns EXIT_CODE_DONE or why it does not go on. */
enum exit_code init_from_read(struct job *job,
                              const struct init_from_options *options,
                              struct init_from *from);

/* Options for a day that were not given become those of the event's first session.
 * False, a usage error, if the day is not after the event. */
bool init_from_complete(struct job *job, struct init_day_options *day,
                        struct error *err);

/* Names the next event and fills in what is known of it; date NULL: in the year
 * after. */
void init_from_fill(struct job *job, const char *date, struct init_from *from,
                    struct book_known *known);

/* Tells on standard output what was kept and what was left out: sessions only where
 * there is one of a day. */
void init_from_print(const struct job *job, const struct init_from *from,
                     const char *path, bool for_day);

#endif
