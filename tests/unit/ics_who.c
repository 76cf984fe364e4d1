/* Who gets which calendar, and what it says of others: addresses, teams, sides. */

#include "io/ics_files.h"

#include "tests/support/check.h"
#include "tests/support/ics_day.h"

static void test_no_address(struct arena arena)
{
    struct ics_day day;
    ics_day_init(&day, &arena);
    day.event->participant[tiny_who("a")].contact[1].email = "";
    day.event->participant[tiny_who("c")].contact[0].email = "";
    ics_day_write(&day);
    CHECK_INT(ics_day_count(&day, "invites/a/m0001.ics", "ATTENDEE;"), 1);
    CHECK(!ics_day_has(&day, "invites/c/m0002.ics"));
    CHECK(ics_day_has(&day, "agendas/c.ics"));

    day.event->participant[tiny_who("a")].n_contacts = 0;
    ics_day_write(&day);
    CHECK_INT(ics_day_n_invites(&day), 1);
    CHECK(ics_day_says(&day, "agendas/a.ics", "SUMMARY:Meeting with Vitagora\n"));
}

static void test_shared_mailbox(struct arena arena)
{
    struct ics_day day;
    ics_day_init(&day, &arena);
    day.event->participant[tiny_who("a")].contact[1].email = "A1@example.org";
    ics_day_write(&day);
    CHECK_INT(ics_day_count(&day, "invites/a/m0001.ics", "ATTENDEE;"), 1);
    CHECK(ics_day_says(&day, "invites/a/m0001.ics", "mailto:a1@example.org\n"));
}

/* Contacts who take turns are invited to their own meetings only. */
static void test_teams(struct arena arena)
{
    struct ics_day day;
    ics_day_init(&day, &arena);
    day.event->participant[tiny_who("a")].parallel = 2;
    schedule_assign_attendees(&arena, day.event, &day.plan.schedule);
    ics_day_write(&day);
    CHECK_INT(ics_day_count(&day, "invites/a/m0001.ics", "ATTENDEE;"), 1);
    CHECK(ics_day_says(&day, "invites/a/m0001.ics", "mailto:a1@example.org\n"));
    CHECK(ics_day_says(&day, "invites/a/m0001.ics", "ご出席者：山田 太郎 様\\n"));
    CHECK_INT(ics_day_count(&day, "invites/a/m0002.ics", "ATTENDEE;"), 1);
    CHECK(ics_day_says(&day, "invites/a/m0002.ics", "mailto:a2@example.org\n"));
    CHECK(ics_day_says(&day, "agendas/a.ics", "ご出席者：Hanako Suzuki 様\\n"));
}

static void test_organisers_of_sides(struct arena arena)
{
    struct ics_day day;
    struct side_organizer organizer[] = {{"EU", {"", ""}},
                                         {"JP", {"事務局", "jp@example.org"}}};
    ics_day_init(&day, &arena);
    day.event->side_organizer = organizer;
    day.event->n_side_organizers = 2;
    ics_day_write(&day);
    CHECK(ics_day_says(&day, "agendas/a.ics",
                       "ORGANIZER;CN=\"事務局\":mailto:jp@example.org\n"));
    CHECK(ics_day_says(&day, "agendas/a.ics",
                       "お問い合わせ先：事務局 jp@example.org"));
    CHECK(ics_day_says(&day, "invites/a/m0001.ics", "mailto:jp@example.org\n"));
    CHECK(!ics_day_says(&day, "agendas/a.ics", "help@example.org"));
    CHECK(ics_day_says(&day, "agendas/b.ics", "mailto:help@example.org\n"));
    CHECK(ics_day_says(&day, "agendas/interpreters/I01.ics",
                       "mailto:help@example.org\n"));

    /* Better the other side's than none. */
    day.event->organizer = (struct person){"", ""};
    ics_day_write(&day);
    CHECK(ics_day_says(&day, "agendas/b.ics", "mailto:jp@example.org\n"));
}

/* Without an organiser there is nobody to answer to, but agendas still work. */
static void test_no_organiser(struct arena arena)
{
    struct ics_day day;
    ics_day_init(&day, &arena);
    day.event->organizer = (struct person){"", ""};
    ics_day_write(&day);
    CHECK_INT(ics_day_n_invites(&day), 0);
    CHECK(ics_day_says(&day, "agendas/c.ics", "BEGIN:VEVENT\n"));
    CHECK(!ics_day_says(&day, "agendas/c.ics", "METHOD:"));
    CHECK(!ics_day_says(&day, "agendas/c.ics", "ORGANIZER"));
    CHECK(!ics_day_says(&day, "agendas/c.ics", "Questions"));
}

/* Requests that do not count have no say in what partners read. */
static void test_messages(struct arena arena)
{
    static const struct {
        enum request_status status;
        bool pending_scheduled, expected;
    } row[] = {
        {REQUEST_ACCEPTED, false, true},  {REQUEST_PENDING, false, false},
        {REQUEST_PENDING, true, true},    {REQUEST_DECLINED, true, false},
        {REQUEST_WITHDRAWN, true, false},
    };
    struct ics_day day;
    ics_day_init(&day, &arena);
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        day.event->request[1].status = row[k].status;
        day.event->rules.pending_scheduled = row[k].pending_scheduled;
        ics_day_write(&day);
        CHECK(ics_day_says(&day, "agendas/a.ics", "koji") == row[k].expected);
        CHECK(ics_day_says(&day, "invites/a/m0001.ics", "koji") == row[k].expected);
        CHECK(!ics_day_says(&day, "agendas/b.ics", "koji"));
    }
}

/* People and rooms that the event knows no more have their ids for names. */
static void test_unknown_things(struct arena arena)
{
    struct ics_day day;
    ics_day_init(&day, &arena);
    day.meeting[1].participant_ids.text[1] = "gone";
    day.meeting[1].room_id = "R99";
    day.meeting[1].r = -1;
    ics_day_write(&day);
    CHECK(ics_day_says(&day, "invites/a/m0002.ics", "SUMMARY:goneとの個別面談\n"));
    CHECK(ics_day_says(&day, "invites/a/m0002.ics", "LOCATION:ルームR99\n"));
    CHECK_INT(ics_day_n_invites(&day), 3);
}

/* Three at a table. */
static void test_groups(struct arena arena)
{
    struct ics_day day;
    ics_day_init(&day, &arena);
    day.meeting[0].participant_ids = tiny_words(&arena, "a b c");
    ics_day_write(&day);
    CHECK(
        ics_day_says(&day, "agendas/a.ics", "SUMMARY:Vitagora、NRWとの個別面談\n"));
    CHECK(ics_day_says(&day, "agendas/c.ics",
                       "SUMMARY:Meeting with Gifu Prefecture\\, Vitagora\n"));
    /* Paris and Berlin share their clock's time, so it is told once. */
    CHECK_INT(ics_day_count(&day, "invites/a/m0001.ics", "2021年"), 2);
    CHECK(ics_day_says(&day, "invites/c/m0001.ics", "UTC+02:00\\, Europe/Berlin"));
    CHECK(!ics_day_says(&day, "invites/c/m0001.ics", "Europe/Paris"));
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_no_address(arena);
    test_shared_mailbox(arena);
    test_teams(arena);
    test_organisers_of_sides(arena);
    test_no_organiser(arena);
    test_messages(arena);
    test_unknown_things(arena);
    test_groups(arena);
    arena_finish(&arena);
    return check_report();
}
