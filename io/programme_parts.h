#ifndef MATCHDAY_IO_PROGRAMME_PARTS_H
#define MATCHDAY_IO_PROGRAMME_PARTS_H

#include <stdbool.h>

#include "io/html_write.h"
#include "io/programme_plan.h"
#include "scheduler/base/arena.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* What the files that make programme.html have in common. */

struct programme_page {
    struct html html;
    struct arena *arena;
    const struct event *event;
    const struct schedule *schedule;
    struct programme programme;
    const char **name, **name_ja; /* of participants, without addresses */
    int *colour;                  /* of their sides */
    bool *is_in;                  /* they have something in the programme */
    int n_in;
    bool *shows; /* agenda items */
};

/* What people typed, without addresses of contacts. */
const char *programme_masked(struct programme_page *page, const char *text);

/* The days with their blocks and agenda items. */
void programme_write_days(struct programme_page *page);

/* Rules of style for the grids' rows and columns; which of them there are depends on
 * the event. */
const char *programme_layout(struct programme_page *page);

#endif
