#ifndef MATCHDAY_IO_ICS_BUSY_H
#define MATCHDAY_IO_ICS_BUSY_H

#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"
#include "scheduler/model/event.h"

/* When somebody is busy, from a calendar file:
 *
 * - VEVENT: DTSTART with DTEND or DURATION, repeated by RRULE and RDATE, without
 *   EXDATE (and EXRULE), replaced by components with RECURRENCE-ID; not if it is
 *   TRANSPARENT, CANCELLED, or declined by all of the owners whom it lists. Of two
 *   versions of one UID the one with the higher SEQUENCE counts, then the later
 *   DTSTAMP; both if they are equal.
 * - VFREEBUSY: FREEBUSY but with FBTYPE=FREE.
 * - VAVAILABILITY (RFC 7953): what it does not say to be AVAILABLE, within its span.
 *   Where several cover a time, the one of the highest priority decides.
 *
 * Whole days and times without a zone are in the owner's zone. Tentative entries are
 * busy. Events only take time away: that a calendar is free offers nothing. */
struct ics_busy_input {
    const char *file; /* must live as long as the findings */
    const char *text;
    size_t len;
    const struct zone *zone;       /* of the owner */
    const struct contact *contact; /* the owners */
    int n_contacts;
    const struct window *day; /* sorted by start; only what lies in one of these */
    int n_days;               /* is of interest */
};

/* The busy times, cut to the days, sorted, none overlapping or touching another; in
 * arena. What is broken, and what is not understood and might be busy time, is an
 * error; a calendar without anything in it a warning. Ends after bounded work,
 * whatever the file says. */
struct windows ics_busy_read(struct arena *arena,
                             const struct ics_busy_input *input,
                             struct findings *findings);

#endif
