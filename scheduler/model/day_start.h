#ifndef MATCHDAY_MODEL_DAY_START_H
#define MATCHDAY_MODEL_DAY_START_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/zone.h"

/* When a day of meetings across zones had best begin, before anybody is asked. */

struct day {
    struct civil date;              /* on the first zone's calendar */
    const struct zone *const *zone; /* at least one */
    int n_zones;
    int length_min;
    int office_from_min, office_to_min; /* minutes after midnight, on every clock */
    int night_from_min, night_to_min;   /* likewise: 21:00 and 07:00, say */
};

struct day_start {
    int start_min; /* on the first zone's clock */
    int64_t start_s;
    int *outside_min; /* of zone z: minutes outside its office hours */
    int worst_min, total_min;
    int night_min; /* of all zones: at night */
};

/* Every half hour of the date at which a clock can show it, in order. In arena. */
struct day_start *day_starts(struct arena *arena, const struct day *day, int *n);

/* The one with the fewest minutes at night, then with the fewest outside office hours
 * for the zone that it is worst for, then in all, then the earliest: its number. */
int day_starts_best(const struct day_start *start, int n);

/* Whether the zone's clocks change within a week of the date, before or behind: then
 * *days is how many days after the date (below 0: before) they show the other
 * offset first. */
bool day_clock_change(const struct day *day, const struct zone *zone, int *days);

#endif
