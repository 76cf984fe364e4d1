/* Conversions of the past are known; those of thousands of instants, also far in
 * the future, are compared with the C library's reading of the same database. */

#include "scheduler/base/zone.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "scheduler/base/rng.h"
#include "tests/support/check.h"

static const struct {
    const char *zone, *local;
    int n;
    const char *instant[2];
} conversion[] = {
    {"Europe/Brussels", "2021-03-28T01:59", 1, {"2021-03-28T00:59:00Z"}},
    {"Europe/Brussels", "2021-03-28T02:00", 0, {0}},
    {"Europe/Brussels", "2021-03-28T02:30", 0, {0}},
    {"Europe/Brussels", "2021-03-28T03:00", 1, {"2021-03-28T01:00:00Z"}},
    {"Europe/Brussels", "2021-10-31T01:59", 1, {"2021-10-30T23:59:00Z"}},
    {"Europe/Brussels",
     "2021-10-31T02:00",
     2,
     {"2021-10-31T00:00:00Z", "2021-10-31T01:00:00Z"}},
    {"Europe/Brussels",
     "2021-10-31T02:30",
     2,
     {"2021-10-31T00:30:00Z", "2021-10-31T01:30:00Z"}},
    {"Europe/Brussels", "2021-10-31T03:00", 1, {"2021-10-31T02:00:00Z"}},
    {"Asia/Tokyo", "2021-05-18T16:00", 1, {"2021-05-18T07:00:00Z"}},
    {"Asia/Tokyo", "1949-04-03T00:30", 0, {0}},
    {"Europe/Dublin", "2021-01-01T12:00", 1, {"2021-01-01T12:00:00Z"}},
    {"Europe/Dublin", "2021-03-28T01:30", 0, {0}},
    {"Europe/Dublin",
     "2021-10-31T01:30",
     2,
     {"2021-10-31T00:30:00Z", "2021-10-31T01:30:00Z"}},
    {"America/Sao_Paulo",
     "2018-02-17T23:30",
     2,
     {"2018-02-18T01:30:00Z", "2018-02-18T02:30:00Z"}},
    {"America/Sao_Paulo", "2018-11-04T00:30", 0, {0}},
    {"America/Sao_Paulo", "2021-12-01T09:00", 1, {"2021-12-01T12:00:00Z"}},
    {"Africa/Casablanca",
     "2021-04-11T02:30",
     2,
     {"2021-04-11T01:30:00Z", "2021-04-11T02:30:00Z"}},
    {"Africa/Casablanca", "2021-05-16T02:30", 0, {0}},
    {"Africa/Casablanca", "2021-06-16T02:30", 1, {"2021-06-16T01:30:00Z"}},
    {"Australia/Lord_Howe",
     "2021-04-04T01:45",
     2,
     {"2021-04-03T14:45:00Z", "2021-04-03T15:15:00Z"}},
    {"Australia/Lord_Howe", "2021-10-03T02:15", 0, {0}},
    {"Australia/Lord_Howe", "2021-10-03T02:30", 1, {"2021-10-02T15:30:00Z"}},
    {"Pacific/Apia", "2011-12-29T23:59", 1, {"2011-12-30T09:59:00Z"}},
    {"Pacific/Apia", "2011-12-30T00:00", 0, {0}},
    {"Pacific/Apia", "2011-12-30T12:00", 0, {0}},
    {"Pacific/Apia", "2011-12-31T00:00", 1, {"2011-12-30T10:00:00Z"}},
    {"Asia/Kathmandu", "2021-05-18T12:45", 1, {"2021-05-18T07:00:00Z"}},
    {"Etc/UTC", "1900-01-01T00:00", 1, {"1900-01-01T00:00:00Z"}},
    {"Asia/Kolkata", "2021-05-18T12:30", 1, {"2021-05-18T07:00:00Z"}},
    {"UTC", "2021-05-18T12:30", 1, {"2021-05-18T12:30:00Z"}},
};

/* Zones with unlike histories and rules, all over the world. */
static const char *const compared[] = {
    "Africa/Abidjan",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Africa/El_Aaiun",
    "Africa/Johannesburg",
    "Africa/Monrovia",
    "Africa/Windhoek",
    "America/Adak",
    "America/Argentina/Buenos_Aires",
    "America/Asuncion",
    "America/Caracas",
    "America/Chicago",
    "America/Halifax",
    "America/Havana",
    "America/Los_Angeles",
    "America/Mexico_City",
    "America/New_York",
    "America/Nuuk",
    "America/Phoenix",
    "America/Sao_Paulo",
    "America/Santiago",
    "America/Scoresbysund",
    "America/St_Johns",
    "Antarctica/Troll",
    "Antarctica/Casey",
    "Asia/Almaty",
    "Asia/Amman",
    "Asia/Beirut",
    "Asia/Dhaka",
    "Asia/Gaza",
    "Asia/Ho_Chi_Minh",
    "Asia/Jerusalem",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Manila",
    "Asia/Pyongyang",
    "Asia/Seoul",
    "Asia/Shanghai",
    "Asia/Singapore",
    "Asia/Taipei",
    "Asia/Tehran",
    "Asia/Tokyo",
    "Asia/Ulaanbaatar",
    "Atlantic/Azores",
    "Australia/Adelaide",
    "Australia/Eucla",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Etc/GMT-14",
    "Europe/Athens",
    "Europe/Brussels",
    "Europe/Chisinau",
    "Europe/Dublin",
    "Europe/Helsinki",
    "Europe/Istanbul",
    "Europe/Lisbon",
    "Europe/London",
    "Europe/Moscow",
    "Europe/Paris",
    "Europe/Simferopol",
    "Europe/Volgograd",
    "Pacific/Apia",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Easter",
    "Pacific/Honolulu",
    "Pacific/Kiritimati",
    "Pacific/Marquesas",
    "Pacific/Norfolk",
    "UTC",
};

enum { N_COMPARED = sizeof compared / sizeof *compared };

static const struct zone *read_zone(struct arena *arena, const char *name)
{
    struct error err;
    const struct zone *zone = zone_read(arena, name, &err);
    if (!CHECK(zone != NULL)) {
        printf("  %s\n", err.text);
        exit(1);
    }
    return zone;
}

static void check_conversion(struct arena *arena, size_t i)
{
    const struct zone *zone = read_zone(arena, conversion[i].zone);
    struct civil civil;
    bool fixed;
    int64_t instant_s[2];
    CHECK_TEXT(zone->name, conversion[i].zone);
    CHECK(civil_parse(conversion[i].local, &civil, &fixed, instant_s) && !fixed);
    int n = zone_to_instants(zone, civil, instant_s);
    if (!CHECK_INT(n, conversion[i].n)) {
        printf("  %s %s\n", conversion[i].zone, conversion[i].local);
        return;
    }
    for (int k = 0; k < n; k++) {
        CHECK_TEXT(instant_format(arena, instant_s[k]), conversion[i].instant[k]);
    }
}

static void test_hour_24(struct arena *arena)
{
    const struct zone *zone = read_zone(arena, "Europe/Brussels");
    int64_t instant_s[2];
    CHECK_INT(
        zone_to_instants(zone, (struct civil){2021, 12, 31, 24, 0, 0}, instant_s),
        1);
    CHECK_TEXT(instant_format(arena, instant_s[0]), "2021-12-31T23:00:00Z");
}

static bool is_same_as_library(const struct zone *zone, int64_t instant_s)
{
    struct tm tm;
    time_t t = (time_t)instant_s;
    struct civil civil = zone_to_civil(zone, instant_s);
    localtime_r(&t, &tm);
    return tm.tm_gmtoff == zone_offset_s(zone, instant_s) &&
           tm.tm_year + 1900 == civil.year && tm.tm_mon + 1 == civil.month &&
           tm.tm_mday == civil.day && tm.tm_hour == civil.hour &&
           tm.tm_min == civil.minute && tm.tm_sec == civil.second;
}

/* The instants at which the library's clock shows this time, if all offsets
 * are multiples of 15 minutes; the number of them. */
static int library_instants(int64_t local_s, int64_t instant_s[2])
{
    int n = 0;
    for (int offset_s = 26 * 3600; offset_s >= -26 * 3600; offset_s -= 900) {
        struct tm tm;
        time_t t = (time_t)(local_s - offset_s);
        localtime_r(&t, &tm);
        if (tm.tm_gmtoff == offset_s && n < 2) {
            instant_s[n++] = local_s - offset_s;
        }
    }
    return n;
}

static void compare_instants(const struct zone *zone, int64_t local_s)
{
    int64_t got[2] = {0};
    int64_t expected[2] = {0};
    int n = zone_to_instants(zone, civil_from_seconds(local_s), got);
    int n_expected = library_instants(local_s, expected);
    if (!CHECK(n == n_expected && got[0] == expected[0] && got[1] == expected[1])) {
        printf("  %s local %lld: %d, expected %d\n", zone->name, (long long)local_s,
               n, n_expected);
    }
}

/* The change of the clock in the day from here on, or -1. */
static int64_t find_change(const struct zone *zone, int64_t from_s)
{
    int offset_s = zone_offset_s(zone, from_s);
    if (zone_offset_s(zone, from_s + 86400) == offset_s) {
        return -1;
    }
    int64_t t = from_s;
    while (zone_offset_s(zone, t) == offset_s) {
        t += 900;
    }
    return t;
}

/* Around each change of some years, the times just before and after it by both
 * clocks. */
static void compare_changes(const struct zone *zone, int year)
{
    int64_t end =
        civil_to_seconds((struct civil){.year = year + 1, .month = 1, .day = 1});
    int64_t t =
        civil_to_seconds((struct civil){.year = year, .month = 1, .day = 1});
    for (; t < end; t += 86400) {
        int64_t change = find_change(zone, t);
        if (change < 0) {
            continue;
        }
        static const int around[] = {-5400, -1, 0, 900, 5400};
        for (size_t i = 0; i < sizeof around / sizeof *around; i++) {
            int64_t local = change + around[i];
            compare_instants(zone, local + zone_offset_s(zone, change - 1));
            compare_instants(zone, local + zone_offset_s(zone, change));
        }
    }
}

static void compare_with_library(struct arena *arena, const char *name,
                                 struct rng *rng)
{
    const struct zone *zone = read_zone(arena, name);
    const int64_t least =
        civil_to_seconds((struct civil){.year = 1900, .month = 1, .day = 2});
    const int64_t most =
        civil_to_seconds((struct civil){.year = 2200, .month = 1, .day = 1});
    setenv("TZ", name, 1);
    tzset();
    for (int i = 0; i < 400; i++) {
        int64_t t = least + (int64_t)(rng_unit(rng) * (double)(most - least));
        if (!CHECK(is_same_as_library(zone, t))) {
            printf("  %s at %lld\n", name, (long long)t);
        }
        int64_t back[2];
        int n = zone_to_instants(zone, zone_to_civil(zone, t), back);
        CHECK((n >= 1 && back[0] == t) || (n == 2 && back[1] == t));
        CHECK(n < 2 || back[0] < back[1]);
    }
    for (int i = 0; i < zone->n_transitions; i++) {
        if (zone->at_s[i] > least) {
            CHECK(is_same_as_library(zone, zone->at_s[i] - 1));
            CHECK(is_same_as_library(zone, zone->at_s[i]));
        }
    }
    static const int year[] = {1985, 2021, 2037, 2038, 2090, 2400, 9998};
    for (size_t i = 0; i < sizeof year / sizeof *year; i++) {
        compare_changes(zone, year[i]);
    }
}

static void test_refusals(struct arena *arena)
{
    static const struct {
        const char *name, *text;
    } row[] = {
        {"CET",
         "time zone 'CET' is an abbreviation; expected an IANA name, probably "
         "'Europe/Brussels' or 'Europe/Paris'"},
        {"europe/brussels",
         "time zone 'europe/brussels' is unknown; upper and lower case "
         "count: 'Europe/Brussels'"},
        {"Europe/Brusels",
         "time zone 'Europe/Brusels' is unknown; did you mean 'Europe/Brussels'?"},
        {"Nowhere/Xanadu",
         "time zone 'Nowhere/Xanadu' is unknown; expected an IANA "
         "name such as 'Europe/Brussels'"},
        {"Europe", "time zone 'Europe' is unknown; expected an IANA name such as "
                   "'Europe/Brussels'"},
        {"../../etc/passwd",
         "time zone '../../etc/passwd' is unknown; expected an IANA name "
         "such as 'Europe/Brussels'"},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct error err;
        CHECK(zone_read(arena, row[i].name, &err) == NULL);
        CHECK_TEXT(err.text, row[i].text);
        CHECK_INT(err.code, EXIT_CODE_BAD_INPUT);
    }
}

/* A database of our own: none at all, and one with a damaged file. */
static void test_broken_database(struct arena *arena)
{
    struct error err;
    char folder[] = "/tmp/matchday-zone-XXXXXX";
    CHECK(mkdtemp(folder) != NULL);
    const char *path = arena_printf(arena, "%s/Broken", folder);
    FILE *file = fopen(path, "w");
    fputs("no zone at all, but long enough for a header", file);
    fclose(file);

    setenv("TZDIR", folder, 1);
    CHECK(zone_read(arena, "Broken", &err) == NULL);
    CHECK_TEXT(err.text, arena_printf(arena, "%s: is not a TZif file", path));
    CHECK_INT(err.code, EXIT_CODE_IO);
    CHECK(zone_read(arena, "Brokn", &err) == NULL);
    CHECK_TEXT(err.text, "time zone 'Brokn' is unknown; did you mean 'Broken'?");
    remove(path);
    remove(folder);
    CHECK(zone_read(arena, "UTC", &err) == NULL);
    CHECK(strstr(err.text, "(Debian: package tzdata): ") != NULL);
    CHECK_INT(err.code, EXIT_CODE_IO);
    unsetenv("TZDIR");
}

int main(void)
{
    struct arena arena;
    struct rng rng;
    arena_init(&arena);
    rng_init(&rng, 1);
    unsetenv("TZDIR");
    for (size_t i = 0; i < sizeof conversion / sizeof *conversion; i++) {
        check_conversion(&arena, i);
    }
    test_hour_24(&arena);
    for (int i = 0; i < N_COMPARED; i++) {
        compare_with_library(&arena, compared[i], &rng);
    }
    test_refusals(&arena);
    test_broken_database(&arena);
    arena_finish(&arena);
    return check_report();
}
