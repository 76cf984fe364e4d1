#ifndef MATCHDAY_IO_REPORT_PARTS_H
#define MATCHDAY_IO_REPORT_PARTS_H

#include <stdbool.h>

#include "io/html_write.h"
#include "io/page_frame.h"
#include "io/page_texts.h"
#include "io/report_page.h"
#include "scheduler/model/objective.h"

/* What the files that make report.html have in common. */

struct report {
    struct html html;
    struct arena *arena;
    const struct report_input *in;
    const struct tally *tally; /* of participants */
    struct strings sides;      /* sorted */
    int *side;                 /* of participants, into sides */
};

/* Its sections, each in a file of its own. */
void report_write_fairness(struct report *report);
void report_write_load(struct report *report);
void report_write_meetings(struct report *report);
void report_write_organisations(struct report *report);
void report_write_unserved(struct report *report);
void report_write_changes(struct report *report);

/* A section with its heading; ended by html_close(). The id is what the contents
 * lead to. */
void report_section(struct report *report, const char *id, enum page_text title);

/* What a participant is called; the id of one that the event does not know. */
const char *report_name(const struct event *event, const char *id);
const char *report_name_ja(const struct event *event, const char *id);

/* "Gifu Prefecture – Vitagora", each in the language of the page. */
void report_people(struct report *report, const struct strings *ids);

/* "Gifu Prefecture → Vitagora (4)" for each of the requests, with its id, and below it
 * what was noted. */
void report_wishes(struct report *report, const struct strings *request_ids);

/* True if the participant comes, or has meetings all the same. */
bool report_counts(const struct report *report, int p);

#endif
