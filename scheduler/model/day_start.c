#include "scheduler/model/day_start.h"

enum {
    MINUTE_S = 60,
    HALF_HOUR_MIN = 30,
    DAY_MIN = 24 * 60,
    NOON_HOUR = 12,
    DAYS_AROUND = 7,
};

/* Clocks may change in between, so every minute is asked. */
static void count(const struct day *day, int z, struct day_start *start)
{
    for (int k = 0; k < day->length_min; k++) {
        struct civil at =
            zone_to_civil(day->zone[z], start->start_s + (int64_t)k * MINUTE_S);
        int minute = at.hour * 60 + at.minute;
        start->outside_min[z] +=
            minute < day->office_from_min || minute >= day->office_to_min;
        start->night_min +=
            minute >= day->night_from_min || minute < day->night_to_min;
    }
}

static void judge(struct arena *arena, const struct day *day,
                  struct day_start *start)
{
    start->outside_min = arena_new(arena, day->n_zones, int);
    for (int z = 0; z < day->n_zones; z++) {
        count(day, z, start);
        int n = start->outside_min[z];
        start->total_min += n;
        start->worst_min = n > start->worst_min ? n : start->worst_min;
    }
}

struct day_start *day_starts(struct arena *arena, const struct day *day, int *n)
{
    struct day_start *start =
        arena_new(arena, DAY_MIN / HALF_HOUR_MIN, struct day_start);
    *n = 0;
    for (int minute = 0; minute < DAY_MIN; minute += HALF_HOUR_MIN) {
        struct civil at = day->date;
        int64_t instant_s[2];
        at.hour = minute / 60;
        at.minute = minute % 60;
        at.second = 0;
        if (zone_to_instants(day->zone[0], at, instant_s) > 0) {
            start[*n].start_min = minute;
            start[*n].start_s = instant_s[0];
            judge(arena, day, &start[(*n)++]);
        }
    }
    return start;
}

/* Below 0 if a is better. */
static int compare(const struct day_start *a, const struct day_start *b)
{
    return a->night_min != b->night_min   ? a->night_min - b->night_min
           : a->worst_min != b->worst_min ? a->worst_min - b->worst_min
                                          : a->total_min - b->total_min;
}

int day_starts_best(const struct day_start *start, int n)
{
    int best = 0;
    for (int k = 1; k < n; k++) {
        best = compare(&start[k], &start[best]) < 0 ? k : best;
    }
    return best;
}

static int offset_on(const struct day *day, const struct zone *zone, int days)
{
    struct civil noon = {
        day->date.year, day->date.month, day->date.day + days, NOON_HOUR, 0, 0};
    int64_t instant_s[2];
    zone_to_instants(day->zone[0], noon, instant_s);
    return zone_offset_s(zone, instant_s[0]);
}

bool day_clock_change(const struct day *day, const struct zone *zone, int *days)
{
    int today = offset_on(day, zone, 0);
    for (int k = 1; k <= DAYS_AROUND; k++) {
        if (offset_on(day, zone, -k) != today) {
            *days = -k;
            return true;
        }
        if (offset_on(day, zone, k) != today) {
            *days = k;
            return true;
        }
    }
    return false;
}
