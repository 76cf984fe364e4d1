#ifndef MATCHDAY_IO_CSV_TABLES_H
#define MATCHDAY_IO_CSV_TABLES_H

#include "io/output.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* meetings.csv, unscheduled.csv and participants.csv: what an organiser wants to
 * see in a spreadsheet. UTF-8 with BOM (Excel needs it), comma, CRLF; times as
 * local clock times, one column per display zone of the event; texts which a
 * spreadsheet would take for a formula get a ' in front. They are made when the output
 * is written: all that is given must live until then. */
void csv_add_tables(struct output *output, const struct event *event,
                    const struct eligibility *elig,
                    const struct schedule *schedule);

#endif
