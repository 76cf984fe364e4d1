#ifndef MATCHDAY_IO_REPORT_PAGE_H
#define MATCHDAY_IO_REPORT_PAGE_H

#include "io/output.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* report.html: all that the organiser may want to know of a schedule, on one page that
 * needs nothing else: what is held and what is not and why, how good that is and what
 * is proven of it, how meetings and unsocial hours are shared between the sides, how
 * times, rooms and interpreters are used, and what has changed. It has names,
 * addresses and answers. */

struct report_input {
    const struct event *event;
    const struct eligibility *elig;
    const struct schedule *schedule;
    /* The same with those who have left (recall.h), to tell changes; before is NULL
     * where there is no schedule before. */
    const struct event *whole;
    const struct schedule *recalled, *before;
};

/* *input is copied; what it points to lives until the output is written. */
void report_page_add(struct output *output, const struct report_input *input);

#endif
