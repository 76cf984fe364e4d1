#ifndef MATCHDAY_IO_ICS_RULE_H
#define MATCHDAY_IO_ICS_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "io/ics_time.h"
#include "scheduler/base/error.h"

/* A rule of repetition, RRULE (RFC 5545 3.3.10), as sets of bits: whatever is
 * written, however long, it takes no more than this. */

enum ics_frequency { ICS_DAILY, ICS_WEEKLY, ICS_MONTHLY, ICS_YEARLY };

/* Numbers from 1 on and from the end: bit k of from_end stands for -k. */
struct ics_counted {
    uint64_t from_start[6], from_end[6]; /* up to 383 */
    bool is_given;
};

struct ics_rule {
    enum ics_frequency frequency;
    int interval;
    int64_t count; /* 0 = none */
    bool has_until;
    struct ics_time until;
    int week_start;    /* 0 = Sunday; Monday unless WKST says otherwise */
    uint64_t month;    /* bit m; 0 = not given, as for the following */
    uint64_t hour;     /* bit h */
    uint64_t minute;   /* bit m */
    uint64_t second;   /* bit s */
    unsigned weekday;  /* bit d: every such day */
    bool has_weekday;  /* BYDAY was given, with or without numbers */
    bool has_ordinals; /* some BYDAY had one */
    struct ics_counted ordinal[7]; /* 2MO, -1FR */
    struct ics_counted month_day, year_day, week, position;
};

/* text[0 .. len) as in "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=5". False with a message of
 * what was found and expected. Refused: what repeats within a day (HOURLY and
 * faster, which is how calendars are made to take for ever), other calendars than
 * the Gregorian one, parts unknown or given twice, UNTIL with COUNT, and parts that
 * RFC 5545 forbids with the frequency. */
bool ics_rule_parse(const char *text, size_t len, struct ics_rule *rule,
                    struct error *err);

/* True if number (not 0) is in the set. */
bool ics_counted_has(const struct ics_counted *set, int number);

#endif
