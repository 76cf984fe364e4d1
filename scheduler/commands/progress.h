#ifndef MATCHDAY_COMMANDS_PROGRESS_H
#define MATCHDAY_COMMANDS_PROGRESS_H

#include <pthread.h>
#include <stdbool.h>

#include "scheduler/plan.h"

/* One line on a terminal that tells how far the work is, written anew at least
 * every second while the work says nothing; never longer than the terminal is wide.
 * Nothing where standard error is no terminal. */
struct progress {
    bool is_shown; /* there is a line, and a thread that keeps it fresh */
    bool is_over;
    double start_s, written_s; /* by the stopwatch */
    double until_s; /* likewise: when the work is to be over; 0: when it is done */
    struct plan_progress at;
    pthread_t ticker;
    pthread_mutex_t mutex; /* guards all of the above while the ticker runs */
    pthread_cond_t over;
};

/* progress must stay where it is until progress_end(). */
void progress_init(struct progress *progress, bool quiet);

/* Says how much time is left until then, by the stopwatch, at most. */
void progress_expect(struct progress *progress, double until_s);

/* For plan_options.report; context is the struct progress. */
void progress_report(void *context, const struct plan_progress *at);

/* Wipes the line. */
void progress_end(struct progress *progress);

#endif
