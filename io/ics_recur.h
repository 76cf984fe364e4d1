#ifndef MATCHDAY_IO_ICS_RECUR_H
#define MATCHDAY_IO_ICS_RECUR_H

#include <stdbool.h>
#include <stdint.h>

#include "io/ics_rule.h"
#include "scheduler/base/arena.h"

/* Where a rule's repetitions fall, in clock time: seconds as if the clock showed
 * UTC (civil_to_seconds). */
struct ics_recurrence {
    const struct ics_rule *rule;
    struct civil first;   /* DTSTART, which is always the first of them */
    int64_t from_s, to_s; /* only those in [from_s, to_s) are wanted */
};

struct ics_occurrences {
    int64_t *at_s; /* rising, each once */
    int n, capacity;
};

/* Work that is left: days looked at, times made, matches kept. A rule that asks for
 * more than there is was made to take for ever. */
enum { ICS_MOST_WORK = 50 * 1000 * 1000 };

/* Adds the occurrences in the span, in arena. COUNT is heeded, UNTIL is not: it is
 * an instant, to be compared with instants. False if *work was used up. Rules
 * without COUNT cost what the span holds, however long ago they began. */
bool ics_recur(struct arena *arena, const struct ics_recurrence *recurrence,
               struct ics_occurrences *found, int64_t *work);

/* True if DTSTART is a day and time that the rule, but for BYSETPOS, gives. */
bool ics_recur_fits(const struct ics_rule *rule, struct civil first);

#endif
