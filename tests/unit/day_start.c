#include "scheduler/model/day_start.h"

#include <string.h>

#include "tests/support/check.h"

static const struct zone *zone(struct arena *arena, const char *name)
{
    struct error err;
    return zone_read(arena, name, &err);
}

static struct day day(const struct zone *const *zones, int n, int month, int date)
{
    return (struct day){
        .date = {2027, month, date, 0, 0, 0},
        .zone = zones,
        .n_zones = n,
        .length_min = 220,
        .office_from_min = 9 * 60,
        .office_to_min = 18 * 60,
        .night_from_min = 21 * 60,
        .night_to_min = 7 * 60,
    };
}

static void test_starts(struct arena arena)
{
    const struct zone *zones[] = {zone(&arena, "Europe/Brussels"),
                                  zone(&arena, "Asia/Tokyo")};
    struct day may = day(zones, 2, 5, 18);
    int n;
    const struct day_start *start = day_starts(&arena, &may, &n);
    CHECK_INT(n, 48);
    int best = day_starts_best(start, n);
    CHECK_INT(start[best].start_min, 8 * 60);
    CHECK_INT(start[best].outside_min[0], 60); /* from 08:00 to 09:00 */
    CHECK_INT(start[best].outside_min[1], 40); /* from 18:00 to 18:40 */
    CHECK_INT(start[best].worst_min, 60);
    CHECK_INT(start[best].total_min, 100);
    CHECK_INT(start[best].night_min, 0);
    /* At midnight in Brussels all is outside, and the last minutes of Tokyo's night. */
    CHECK_INT(start[0].outside_min[0], 220);
    CHECK_INT(start[0].outside_min[1], 2 * 60);
    CHECK_INT(start[0].night_min, 220);
}

/* Three continents: nobody at night, rather than few minutes in all. */
static void test_night(struct arena arena)
{
    const struct zone *zones[] = {zone(&arena, "Europe/Paris"),
                                  zone(&arena, "Asia/Tokyo"),
                                  zone(&arena, "America/New_York")};
    struct day may = day(zones, 3, 5, 18);
    int n;
    may.length_min = 60;
    const struct day_start *start = day_starts(&arena, &may, &n);
    int best = day_starts_best(start, n);
    CHECK_INT(start[best].start_min, 13 * 60); /* 20:00 and 07:00 */
    CHECK_INT(start[best].night_min, 0);
    CHECK_INT(start[best].total_min, 120);
}

/* Clocks go forward on 28 March 2027 in Europe, never in Japan. */
static void test_clocks(struct arena arena)
{
    const struct zone *zones[] = {zone(&arena, "Europe/Brussels"),
                                  zone(&arena, "Asia/Tokyo")};
    int days = 0, n;
    struct day before = day(zones, 2, 3, 25), behind = day(zones, 2, 4, 1);
    struct day far = day(zones, 2, 4, 5), on = day(zones, 2, 3, 28);
    CHECK(day_clock_change(&before, zones[0], &days));
    CHECK_INT(days, 3);
    CHECK(day_clock_change(&behind, zones[0], &days));
    CHECK_INT(days, -5); /* 27 March has the other offset */
    CHECK(!day_clock_change(&far, zones[0], &days));
    CHECK(!day_clock_change(&before, zones[1], &days));
    day_starts(&arena, &on, &n);
    CHECK_INT(n, 46); /* 02:00 and 02:30 are skipped */
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_starts(arena);
    test_night(arena);
    test_clocks(arena);
    arena_finish(&arena);
    return check_report();
}
