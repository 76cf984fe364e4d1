/* Rules of repetition: every message, and what the bounds on work are for. */

#include "io/ics_rule.h"

#include <string.h>

#include "io/ics_recur.h"
#include "scheduler/base/buf.h"
#include "tests/support/check.h"

static const struct {
    const char *rule, *message;
} message_row[] = {
    {"", "FREQ is missing; expected a rule like FREQ=WEEKLY;BYDAY=MO"},
    {"FREQ", "found 'FREQ'; expected parts such as FREQ=WEEKLY and BYDAY=MO"},
    {"FREQ=DAILY;X-A=1", "found 'X-A=1'; expected parts such as FREQ=WEEKLY and "
                         "BYDAY=MO"},
    {"FREQ=HOURLY", "found FREQ=HOURLY; expected DAILY, WEEKLY, MONTHLY or YEARLY: "
                    "what repeats within a day can be written as FREQ=DAILY with "
                    "BYHOUR and BYMINUTE"},
    {"FREQ=DAILY;FREQ=DAILY", "found FREQ=DAILY; expected it once"},
    {"FREQ=DAILY;INTERVAL=0",
     "found INTERVAL=0; expected a whole number from 1 to 1000000"},
    {"FREQ=DAILY;INTERVAL=1000001",
     "found INTERVAL=1000001; expected a whole number from 1 to 1000000"},
    {"FREQ=DAILY;COUNT=-1", "found COUNT=-1; expected a whole number from 1"},
    {"FREQ=DAILY;COUNT=99999999999",
     "found COUNT=99999999999; expected a whole number from 1"},
    {"FREQ=DAILY;UNTIL=20261301", "found UNTIL=20261301; expected a date or time "
                                  "like 20210518T090000Z"},
    {"FREQ=DAILY;COUNT=1;UNTIL=20260101",
     "found COUNT and UNTIL; expected one of them"},
    {"FREQ=DAILY;WKST=XX", "found WKST=XX; expected a day of the week like MO"},
    {"FREQ=DAILY;BYMONTH=13", "found BYMONTH=13; expected months from 1 to 12"},
    {"FREQ=DAILY;BYMONTH=1,", "found BYMONTH=1,; expected months from 1 to 12"},
    {"FREQ=DAILY;BYMONTH=", "found BYMONTH=; expected months from 1 to 12"},
    {"FREQ=YEARLY;BYWEEKNO=54",
     "found BYWEEKNO=54; expected weeks from 1 to 53 or -1 to -53"},
    {"FREQ=YEARLY;BYYEARDAY=0",
     "found BYYEARDAY=0; expected days from 1 to 366 or -1 to -366"},
    {"FREQ=MONTHLY;BYMONTHDAY=-32",
     "found BYMONTHDAY=-32; expected days from 1 to 31 or -1 to -31"},
    {"FREQ=MONTHLY;BYDAY=54MO", "found BYDAY=54MO; expected days of the week like "
                                "MO or 2MO or -1FR"},
    {"FREQ=MONTHLY;BYDAY=MO,,TU", "found BYDAY=MO,,TU; expected days of the week "
                                  "like MO or 2MO or -1FR"},
    {"FREQ=DAILY;BYHOUR=24", "found BYHOUR=24; expected hours from 0 to 23"},
    {"FREQ=DAILY;BYMINUTE=60", "found BYMINUTE=60; expected minutes from 0 to 59"},
    {"FREQ=DAILY;BYSECOND=61", "found BYSECOND=61; expected seconds from 0 to 59"},
    {"FREQ=DAILY;BYHOUR=1;BYSETPOS=367",
     "found BYSETPOS=367; expected positions from 1 to 366 or -1 to -366"},
    {"FREQ=DAILY;RSCALE=HEBREW",
     "found RSCALE=HEBREW; expected GREGORIAN, the only calendar that is read"},
    {"FREQ=DAILY;SKIP=FORWARD",
     "found SKIP=FORWARD; expected OMIT, the only way that is read"},
    {"FREQ=DAILY;BYWEEKNO=1",
     "found BYWEEKNO without FREQ=YEARLY; expected them together"},
    {"FREQ=MONTHLY;BYYEARDAY=1",
     "found BYYEARDAY without FREQ=YEARLY; expected them together"},
    {"FREQ=WEEKLY;BYMONTHDAY=1",
     "found BYMONTHDAY with FREQ=WEEKLY; expected BYDAY"},
    {"FREQ=WEEKLY;BYDAY=1MO",
     "found BYDAY with numbers such as 2MO; expected them with FREQ=MONTHLY or "
     "YEARLY and without BYWEEKNO"},
    {"FREQ=YEARLY;BYSETPOS=1",
     "found BYSETPOS alone; expected another part such as "
     "BYDAY that it chooses from"},
};

static void test_messages(void)
{
    for (size_t k = 0; k < sizeof message_row / sizeof *message_row; k++) {
        struct ics_rule rule;
        struct error err;
        CHECK(!ics_rule_parse(message_row[k].rule, strlen(message_row[k].rule),
                              &rule, &err));
        CHECK_TEXT(err.text, message_row[k].message);
    }
}

/* The work that a rule takes within some days of 2026, -1 if too much. */
static int64_t work_of(struct arena arena, const char *text, int year, int *n)
{
    struct ics_rule rule;
    struct error err;
    struct ics_occurrences found = {0};
    int64_t work = ICS_MOST_WORK;
    const struct ics_recurrence wanted = {
        .rule = &rule,
        .first = {.year = year, .month = 1, .day = 1, .hour = 9},
        .from_s = civil_to_seconds((struct civil){2026, 5, 19, 0, 0, 0}),
        .to_s = civil_to_seconds((struct civil){2026, 5, 21, 0, 0, 0}),
    };
    CHECK(ics_rule_parse(text, strlen(text), &rule, &err));
    bool ok = ics_recur(&arena, &wanted, &found, &work);
    *n = found.n;
    return ok ? ICS_MOST_WORK - work : -1;
}

/* Rules that libical does not come to the end of, or that cost it minutes. */
static void test_work(struct arena arena)
{
    static const struct {
        const char *rule;
        int year, n;
        int64_t most;
    } row[] = {
        {"FREQ=DAILY", 1, 2, 100},
        {"FREQ=DAILY;COUNT=2000000000", 1, 2, 100},
        {"FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", 1970, 0, 100},
        {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1000", 1970, 0, 5000},
        {"FREQ=MONTHLY;INTERVAL=1000000", 1, 0, 100},
        {"FREQ=YEARLY;INTERVAL=1000000;COUNT=9", 1, 0, 1000},
        {"FREQ=YEARLY;BYDAY=TU;BYSETPOS=20", 1, 1, 2000},
        {"FREQ=WEEKLY;BYDAY=TU,WE;COUNT=3000", 2000, 2, 100},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        int n;
        int64_t work = work_of(arena, row[k].rule, row[k].year, &n);
        CHECK_INT(n, row[k].n);
        CHECK(work >= 0 && work <= row[k].most);
    }
}

static void test_bombs(struct arena arena)
{
    static const char *const end[] = {";COUNT=2000000000", ";BYSETPOS=1"};
    for (int e = 0; e < 2; e++) {
        struct buf text;
        int n;
        buf_init(&text, &arena);
        buf_add_text(&text, "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR");
        for (int k = 0; k < 60; k++) {
            buf_printf(&text, "%s%d", k == 0 ? ";BYMINUTE=" : ",", k);
        }
        for (int k = 0; k < 60; k++) {
            buf_printf(&text, "%s%d", k == 0 ? ";BYSECOND=" : ",", k);
        }
        buf_add_text(&text, ";BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17");
        buf_add_text(&text, end[e]);
        int64_t work = work_of(arena, text.data, 1, &n);
        CHECK(e == 1 ? work > 0 : work == -1);
        CHECK_INT(n, 0);
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_messages();
    test_work(arena);
    test_bombs(arena);
    arena_finish(&arena);
    return check_report();
}
