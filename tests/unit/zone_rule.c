#include "scheduler/base/zone_rule.h"

#include "scheduler/base/zone.h"
#include "tests/support/check.h"

/* Rules as zones had them in 2021, fixed here since laws change; the instants
 * come from another program's reading of the same rules. */
static const struct {
    const char *rule, *local;
    int n;
    const char *instant[2];
} conversion[] = {
    {"CET-1CEST,M3.5.0,M10.5.0/3", "2090-03-26T02:30", 0, {0}},
    {"CET-1CEST,M3.5.0,M10.5.0/3", "2090-07-01T12:00", 1, {"2090-07-01T10:00:00Z"}},
    {"CET-1CEST,M3.5.0,M10.5.0/3",
     "2090-10-29T02:30",
     2,
     {"2090-10-29T00:30:00Z", "2090-10-29T01:30:00Z"}},
    {"CET-1CEST,M3.5.0,M10.5.0/3", "2090-12-31T23:59", 1, {"2090-12-31T22:59:00Z"}},
    {"CET-1CEST,M3.5.0,M10.5.0/3", "9999-12-31T23:59", 1, {"9999-12-31T22:59:00Z"}},
    {"JST-9", "2090-05-18T16:00", 1, {"2090-05-18T07:00:00Z"}},
    {"IST-1GMT0,M10.5.0,M3.5.0/1", "2090-03-26T01:30", 0, {0}},
    {"IST-1GMT0,M10.5.0,M3.5.0/1",
     "2090-10-29T01:30",
     2,
     {"2090-10-29T00:30:00Z", "2090-10-29T01:30:00Z"}},
    {"IST-1GMT0,M10.5.0,M3.5.0/1", "2090-07-01T12:00", 1, {"2090-07-01T11:00:00Z"}},
    {"<-03>3", "2090-12-01T09:00", 1, {"2090-12-01T12:00:00Z"}},
    {"<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
     "2090-04-02T01:45",
     2,
     {"2090-04-01T14:45:00Z", "2090-04-01T15:15:00Z"}},
    {"AEST-10AEDT,M10.1.0,M4.1.0/3",
     "2090-01-01T00:00",
     1,
     {"2089-12-31T13:00:00Z"}},
    {"AEST-10AEDT,M10.1.0,M4.1.0/3",
     "2090-04-02T02:30",
     2,
     {"2090-04-01T15:30:00Z", "2090-04-01T16:30:00Z"}},
    {"AEST-10AEDT,M10.1.0,M4.1.0/3", "2090-10-01T02:30", 0, {0}},
    {"AEST-10AEDT,M10.1.0,M4.1.0/3",
     "2090-07-01T00:00",
     1,
     {"2090-06-30T14:00:00Z"}},
    {"<-04>4<-03>,M9.1.6/24,M4.1.6/24",
     "2090-04-01T23:30",
     2,
     {"2090-04-02T02:30:00Z", "2090-04-02T03:30:00Z"}},
    {"<-04>4<-03>,M9.1.6/24,M4.1.6/24", "2090-09-03T00:30", 0, {0}},
    {"NZST-12NZDT,M9.5.0,M4.1.0/3",
     "2090-04-02T02:30",
     2,
     {"2090-04-01T13:30:00Z", "2090-04-01T14:30:00Z"}},
    {"NZST-12NZDT,M9.5.0,M4.1.0/3", "2090-09-24T02:30", 0, {0}},
    {"<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2090-03-25T23:30", 0, {0}},
    {"<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
     "2090-03-26T00:30",
     1,
     {"2090-03-26T01:30:00Z"}},
    {"EET-2EEST,M3.4.4/50,M10.4.4/50",
     "2090-06-01T12:00",
     1,
     {"2090-06-01T09:00:00Z"}},
    /* Summer time all year, as RFC 8536 writes it, and by Jn and n. */
    {"XXX3EDT4,0/0,J365/23", "2090-01-01T00:00", 1, {"2090-01-01T04:00:00Z"}},
    {"XXX3EDT4,0/0,J365/23", "2092-12-31T23:30", 1, {"2093-01-01T03:30:00Z"}},
    {"EST5EDT,0/0,J365/25", "2090-01-01T00:30", 1, {"2090-01-01T04:30:00Z"}},
    {"AAA0BBB,J60/0,300/0", "2023-03-01T00:30", 0, {0}},
    {"AAA0BBB,J60/0,300/0", "2024-02-29T00:30", 1, {"2024-02-29T00:30:00Z"}},
    {"AAA0BBB,J60/0,300/0", "2024-03-01T00:30", 0, {0}},
    {"AAA0BBB,59/0,300/0", "2024-02-29T00:30", 0, {0}},
    {"AAA0BBB,59/0,300/0",
     "2024-10-26T23:30",
     2,
     {"2024-10-26T22:30:00Z", "2024-10-26T23:30:00Z"}},
    /* Changes in a neighbouring year. */
    {"AAA0BBB,J1/-1,J180/0", "2030-12-31T23:30", 0, {0}},
    {"AAA0BBB,J100/0,J365/167",
     "2031-01-06T22:30",
     2,
     {"2031-01-06T21:30:00Z", "2031-01-06T22:30:00Z"}},
    {"AAA0BBB,J100/0,J365/167", "2031-01-01T12:00", 1, {"2031-01-01T11:00:00Z"}},
};

static void check_conversion(struct arena *arena, size_t i)
{
    struct zone_rule rule;
    struct civil civil;
    bool fixed;
    int64_t instant_s[2];
    CHECK(zone_rule_parse(conversion[i].rule, &rule));
    CHECK(civil_parse(conversion[i].local, &civil, &fixed, instant_s) && !fixed);
    struct zone zone = {.footer = conversion[i].rule, .rule = &rule};
    int n = zone_to_instants(&zone, civil, instant_s);
    if (!CHECK_INT(n, conversion[i].n)) {
        printf("  %s %s\n", conversion[i].rule, conversion[i].local);
        return;
    }
    for (int k = 0; k < n; k++) {
        CHECK_TEXT(instant_format(arena, instant_s[k]), conversion[i].instant[k]);
    }
}

static void test_parsed_fields(void)
{
    struct zone_rule rule;
    CHECK(
        zone_rule_parse("<+0330>-3:30:15<AB+1>-4,M3.2.1/-1:02:03,J60/+167", &rule));
    CHECK_INT(rule.standard_offset_s, 3 * 3600 + 30 * 60 + 15);
    CHECK(rule.has_summer);
    CHECK_INT(rule.summer_offset_s, 4 * 3600);
    CHECK_INT(rule.start.kind, ZONE_CHANGE_WEEKDAY);
    CHECK_INT(rule.start.month, 3);
    CHECK_INT(rule.start.week, 2);
    CHECK_INT(rule.start.weekday, 1);
    CHECK_INT(rule.start.time_s, -3723);
    CHECK_INT(rule.finish.kind, ZONE_CHANGE_DAY_SAFE);
    CHECK_INT(rule.finish.day, 60);
    CHECK_INT(rule.finish.time_s, 167 * 3600);
    CHECK(zone_rule_parse("EST5EDT,0,365", &rule));
    CHECK_INT(rule.summer_offset_s, -4 * 3600);
    CHECK_INT(rule.start.kind, ZONE_CHANGE_DAY_WITH_LEAP);
    CHECK_INT(rule.start.time_s, 7200);
    CHECK(zone_rule_parse("<+03>-3", &rule));
    CHECK(!rule.has_summer);
    CHECK_INT(zone_rule_offset_s(&rule, 0), 3 * 3600);
    CHECK(zone_rule_parse("AAA+24", &rule));
    CHECK_INT(rule.standard_offset_s, -24 * 3600);
}

static void test_malformed(void)
{
    static const char *const bad[] = {
        "",
        "A",
        "AB3",
        "CET",
        "CET-",
        "CET-25",
        "CET-1:60",
        "CET-1:00:60",
        "CET-1:",
        "CET-1 ",
        "<+3>-3",
        "<+03-3",
        "<+0$>-3",
        "+03-3",
        "CET-1CEST",
        "CET-1CEST,",
        "CET-1CEST,M3.5.0",
        "CET-1CEST,M3.5.0,",
        "CET-1CEST,M3.5.0,M10.5.0,",
        "CET-1CEST,M3.5.0,M10.5.0/",
        "CET-1CEST,M3.5.0,M10.5.0/168",
        "CET-1CEST,M3.5.0,M10.5.0/-168",
        "CET-1CEST,M3.5.0,M10.5.0/3x",
        "CET-1CEST,M0.5.0,M10.5.0",
        "CET-1CEST,M13.5.0,M10.5.0",
        "CET-1CEST,M3.0.0,M10.5.0",
        "CET-1CEST,M3.6.0,M10.5.0",
        "CET-1CEST,M3.5.7,M10.5.0",
        "CET-1CEST,M3.5,M10.5.0",
        "CET-1CEST,J0,J1",
        "CET-1CEST,J366,J1",
        "CET-1CEST,366,J1",
        "CET-1CEST,-1,J1",
        "CET-99999999999999999999",
        "CET-1CEST-99,M3.5.0,M10.5.0",
        "CET-1CE,M3.5.0,M10.5.0",
        ":Europe/Paris",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct zone_rule rule;
        if (!CHECK(!zone_rule_parse(bad[i], &rule))) {
            printf("  '%s'\n", bad[i]);
        }
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof conversion / sizeof *conversion; i++) {
        check_conversion(&arena, i);
    }
    test_parsed_fields();
    test_malformed();
    arena_finish(&arena);
    return check_report();
}
