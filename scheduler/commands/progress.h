#ifndef MATCHDAY_COMMANDS_PROGRESS_H
#define MATCHDAY_COMMANDS_PROGRESS_H

#include <stdbool.h>

#include "scheduler/plan.h"

/* One line on a terminal that tells how far the work is; nothing where standard
 * error is no terminal. */
struct progress {
    bool is_shown; /* something stands on the line */
    bool is_terminal;
    double last_s; /* when it was last written */
};

void progress_init(struct progress *progress, bool quiet);

/* For plan_options.report; context is the struct progress. */
void progress_report(void *context, const struct plan_progress *at);

/* Wipes the line. */
void progress_end(struct progress *progress);

#endif
