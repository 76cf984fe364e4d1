/* RANGE=THISANDFUTURE (RFC 5545 3.2.13): when one time of a series is put off by two
 * hours, all times after it are, and last as long as it does. "By two hours" is
 * meant by the clock of the series: what is put off from nine to eleven in summer is
 * at eleven in winter, too. */

#include "io/ics_busy_parts.h"

enum { DAY_S = 86400 };

static int64_t local_s(const struct zone *zone, int64_t at_s)
{
    return at_s + zone_offset_s(zone, at_s);
}

static int64_t put_off_s(const struct ics_change *change, const struct zone *zone)
{
    return local_s(zone, change->to.at_s) - local_s(zone, change->from.at_s);
}

struct ics_reach ics_changes_reach(const struct ics_changes *changes,
                                   const struct zone *zone)
{
    struct ics_reach reach = {0, 0, 0};
    for (int k = 0; k < changes->n; k++) {
        const struct ics_change *change = &changes->change[k];
        if (change->is_away) {
            continue;
        }
        int64_t off_s = put_off_s(change, zone);
        int64_t length_s = change->duration.days * DAY_S + change->duration.seconds;
        reach.later_s = off_s > reach.later_s ? off_s : reach.later_s;
        reach.earlier_s = -off_s > reach.earlier_s ? -off_s : reach.earlier_s;
        reach.longest_s = length_s > reach.longest_s ? length_s : reach.longest_s;
    }
    return reach;
}

bool ics_changes_apply(const struct ics_changes *changes, const struct zone *zone,
                       int64_t at_s, struct civil *start,
                       struct ics_duration *duration)
{
    int below = -1, above = changes->n;
    while (above - below > 1) {
        int middle = below + (above - below) / 2;
        *(changes->change[middle].from_s <= at_s ? &below : &above) = middle;
    }
    if (below < 0) {
        return true;
    }
    const struct ics_change *last = &changes->change[below];
    if (!last->is_away) {
        *start =
            civil_from_seconds(civil_to_seconds(*start) + put_off_s(last, zone));
        *duration = last->duration;
    }
    return !last->is_away;
}
