#ifndef MATCHDAY_IO_FEEDBACK_TABLES_H
#define MATCHDAY_IO_FEEDBACK_TABLES_H

#include "io/output.h"
#include "scheduler/model/follow_up.h"

/* What an event came to, for its organiser and for those who met. */
struct feedback_tables {
    const struct event *event;
    const struct schedule *schedule;
    const struct feedback_facts *facts;
    const struct follow_up *follow_up;
};

/* Adds outcomes.csv: one row per meeting, with what was said about it and what
 * follows, then one per request that was not served. For the organiser alone. */
void feedback_add_outcomes(struct output *output,
                           const struct feedback_tables *tables);

/* Adds "contacts/PARTICIPANT.csv" for everybody to whom partners let their contacts
 * be given: those who attended, by name, position and address, and nobody else's.
 * Returns the number of files. */
int feedback_add_contacts(struct output *output,
                          const struct feedback_tables *tables);

#endif
