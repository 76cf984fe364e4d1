#ifndef MATCHDAY_IO_PAGE_TIME_H
#define MATCHDAY_IO_PAGE_TIME_H

#include "io/html_write.h"
#include "scheduler/base/arena.h"
#include "scheduler/model/event.h"

/* Times on pages: as the clocks of the event's display zones show them, with the
 * instants beside, so that the page's script can show them for another zone. */

/* <time> with start and end in each display zone: "09:00–09:20 Brussels 16:00–16:20
 * Tokyo"; with the day of the week where a zone has another date than the event's. */
void page_time_span(struct html *html, struct arena scratch,
                    const struct event *event, int64_t start_s, int64_t end_s);

/* <time> with the date in the event's zone: "Tue 18 May 2021" */
void page_time_date(struct html *html, struct arena scratch,
                    const struct event *event, int64_t instant_s);

/* What the lines of such a time are: "Brussels", "Tokyo". */
void page_time_zone_names(struct html *html, struct arena scratch,
                          const struct event *event);

/* Attributes of the element that was opened last, which tell the script of the zones:
 * data-zone, data-zones. */
void page_time_zones(struct html *html, struct arena scratch,
                     const struct event *event);

/* True if both are on one day of the event's zone. */
bool page_time_same_day(const struct event *event, int64_t a_s, int64_t b_s);

#endif
