#ifndef MATCHDAY_IO_FEEDBACK_READ_H
#define MATCHDAY_IO_FEEDBACK_READ_H

#include <stddef.h>

#include "scheduler/base/findings.h"
#include "scheduler/model/feedback.h"

/* A CSV file with feedback: one row per participant and meeting, or per wish that was
 * not served. Columns are those of feedback_words.h, as names or as heads of forms:
 *
 *     meeting,participant,held,absent,rating,again,share_contact,outcome,next_step
 *     m0001,gifu,yes,,5,yes,yes,talks,Samples of lacquer
 *     m0002,gifu,no,kosice,,,,,
 *
 * absent names participants of the meeting by id, by organisation, or both, as forms
 * show them. Where one of two was absent, the meeting was not held. */
struct feedback_source {
    const char *file, *text;
    size_t len;
};

/* Adds the rows that answer anything to the list, in the file's order; what is wrong
 * with them goes into findings, all of it; a file without any answer is a warning.
 * The schedule's participants are known to the event. */
void feedback_read(struct arena *arena, const struct feedback_source *source,
                   const struct event *event, const struct schedule *schedule,
                   struct feedback_list *list, struct findings *findings);

#endif
