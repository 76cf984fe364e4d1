#ifndef MATCHDAY_BASE_ZONE_RULE_H
#define MATCHDAY_BASE_ZONE_RULE_H

#include <stdbool.h>
#include <stdint.h>

/* The rule by which a zone goes on for ever: a POSIX TZ string as in the
 * footer of a TZif file, for example "CET-1CEST,M3.5.0,M10.5.0/3" or
 * "<+03>-3". Offsets are east positive here, unlike in the string. */

/* A day of each year and a clock time on it. */
struct zone_change {
    enum zone_change_kind {
        ZONE_CHANGE_WEEKDAY,       /* Mm.w.d: weekday of that week of the month */
        ZONE_CHANGE_DAY_SAFE,      /* Jn: day 1 to 365, 29 February not counted */
        ZONE_CHANGE_DAY_WITH_LEAP, /* n: day 0 to 365, 29 February counted */
    } kind;
    int month, week, weekday; /* week 5 is the last one; weekday 0 = Sunday */
    int day;
    int time_s; /* from midnight; may be negative or more than a day */
};

struct zone_rule {
    int32_t standard_offset_s;
    bool has_summer;
    int32_t summer_offset_s;          /* may be less than standard (Dublin) */
    struct zone_change start, finish; /* of summer time, in the clock before it */
};

/* False if text is no such string; *rule is unspecified then. A summer time
 * without its two dates is refused. */
bool zone_rule_parse(const char *text, struct zone_rule *rule);

/* UTC offset in seconds, east positive, at an instant. */
int zone_rule_offset_s(const struct zone_rule *rule, int64_t instant_s);

#endif
