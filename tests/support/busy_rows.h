#ifndef MATCHDAY_TESTS_BUSY_ROWS_H
#define MATCHDAY_TESTS_BUSY_ROWS_H

#include <stddef.h>
#include <stdint.h>

#include "scheduler/base/arena.h"

/* Calendars and the busy times that are read from them. The owner is in Paris; three
 * days are of interest, two of them with a change of the clock. */

#define EVENT(body)                                                                \
    "BEGIN:VEVENT\nUID:1\nDTSTAMP:20260101T000000Z\n" body "END:VEVENT\n"
#define VERSION(sequence, stamp, body)                                             \
    "BEGIN:VEVENT\nUID:1\nSEQUENCE:" sequence "\nDTSTAMP:" stamp "\n" body         \
    "END:VEVENT\n"
#define FROM_ON(time, body)                                                        \
    EVENT("RECURRENCE-ID;RANGE=THISANDFUTURE:" time "\n" body)
#define UNMET(line, name, time)                                                    \
    " | warning " line ": " name ": names " time ", when the event does not take " \
    "place, so nothing is taken out; expected one of its times"
#define AT_SEVEN "DTSTART:20260519T070000Z\nDTEND:20260519T080000Z\n"
#define DAILY_AT_NINE                                                              \
    "DTSTART;TZID=Europe/Paris:20260501T090000\nDTEND;TZID=Europe/"                \
    "Paris:20260501T093000\nRRULE:FREQ=DAILY\n"
#define TOKYO_ZONE(name, offset)                                                   \
    "BEGIN:VTIMEZONE\nTZID:" name "\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"    \
    "TZOFFSETFROM:" offset "\nTZOFFSETTO:" offset                                  \
    "\nEND:STANDARD\nEND:VTIMEZONE\n"

struct row {
    const char *body,
        *expected; /* between BEGIN and END:VCALENDAR: from line 2 on */
};

/* "2026-05-19T06:00Z" as seconds. */
int64_t busy_instant(const char *text);

/* The busy times of a file, "19T07:00-19T08:00, …", and behind " | " what was found. In
 * arena. */
const char *busy_text(struct arena *arena, const char *file);

/* Checks each of n rows; CHECK_ROWS those of a table. */
void busy_rows_check(struct arena arena, const struct row *row, size_t n);

#define CHECK_ROWS(arena, row)                                                     \
    busy_rows_check((arena), (row), sizeof(row) / sizeof *(row))

#endif
