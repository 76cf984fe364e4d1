#ifndef MATCHDAY_COMMANDS_FOLLOWUP_REPORT_H
#define MATCHDAY_COMMANDS_FOLLOWUP_REPORT_H

#include "scheduler/model/eligibility.h"
#include "scheduler/model/follow_up.h"

/* What is said about an event and the one that follows it. */
struct followup_report {
    const struct event *event;
    const struct schedule *schedule;
    const struct feedback_list *feedback;
    const struct feedback_facts *facts;
    const struct follow_up *follow_up;
    const struct eligibility *elig; /* of the next event */
};

/* Prints what was held and said, and what the next event has. */
void followup_report_print(const struct followup_report *report);

/* Adds what the organiser should look at: changes of the clock between the days, and
 * what was left out of the next event. */
void followup_report_find(struct arena *arena, const struct followup_report *report,
                          struct findings *findings);

#endif
