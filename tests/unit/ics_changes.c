/* What becomes of calendars when the day changes: who gets what, and who gets
 * nothing. */

#include "io/ics_files.h"

#include <string.h>

#include "io/ics_calendar.h"
#include "tests/support/check.h"
#include "tests/support/ics_day.h"

static void test_as_sent(struct arena arena)
{
    struct ics_day day;
    ics_day_init(&day, &arena);
    ics_day_publish(&day);
    ics_day_write(&day);
    CHECK_INT(ics_day_n_invites(&day), 0);
    CHECK(ics_day_says(&day, "agendas/a.ics", "SUMMARY:Vitagora"));
    CHECK(ics_day_has(&day, "agendas/interpreters/I01.ics"));
}

/* Before anything was sent there are no changes; afterwards what differs is all that
 * they have. */
static void test_changes(struct arena arena)
{
    struct ics_day day;
    ics_day_init(&day, &arena);
    ics_day_write(&day);
    CHECK(!ics_day_has(&day, "agendas/changes/a.ics"));
    ics_day_publish(&day);
    ics_day_write(&day);
    CHECK(!ics_day_has(&day, "agendas/changes/a.ics"));
    CHECK(!ics_day_has(&day, "agendas/changes/interpreters/I01.ics"));

    day.meeting[0].room_id = "R2";
    day.meeting[0].r = 1;
    day.meeting[0].sequence = 1;
    ics_day_write(&day);
    CHECK(!ics_day_has(&day, "agendas/changes/c.ics"));
    static const char *const path[] = {"agendas/changes/a.ics",
                                       "agendas/changes/b.ics",
                                       "agendas/changes/interpreters/I01.ics"};
    for (int k = 0; k < 3; k++) {
        CHECK(ics_day_says(&day, path[k], "METHOD:PUBLISH\n"));
        CHECK_INT(ics_day_count(&day, path[k], "BEGIN:VEVENT\n"), 1);
        CHECK(ics_day_says(&day, path[k], "SEQUENCE:1\n"));
        CHECK(ics_day_says(&day, path[k], "LOCATION:Room 2"));
    }
    /* One more that was called off. */
    ics_day_init(&day, &arena);
    ics_day_cancel_second(&day);
    ics_day_write(&day);
    CHECK(ics_day_says(&day, "agendas/changes/c.ics", "STATUS:CANCELLED\n"));
    CHECK_INT(ics_day_count(&day, "agendas/changes/a.ics", "BEGIN:VEVENT\n"), 1);
    CHECK(!ics_day_has(&day, "agendas/changes/b.ics"));
    CHECK(!strstr(ics_day_file(&day, "agendas/a.csv"), "NRW"));
    CHECK(strstr(ics_day_file(&day, "agendas/a.csv"), "Vitagora") != NULL);
    ics_day_publish(&day);
    ics_day_write(&day);
    CHECK(!ics_day_has(&day, "agendas/changes/c.ics"));
}

/* Agenda items move, and go for all or for some, as meetings do. */
static void test_agenda_items(struct arena arena)
{
    static const char welcome[] = "UID:tiny-agenda-item01@example.org\n";
    struct ics_day day;
    ics_day_init(&day, &arena);
    ics_day_publish(&day);
    day.event->agenda[0].start_s -= 600;
    ics_day_write(&day);
    CHECK(ics_day_says(&day, "agendas/changes/b.ics",
                       arena_printf(&arena, "%sSEQUENCE:1\n", welcome)));
    CHECK(ics_day_says(&day, "agendas/b.ics",
                       arena_printf(&arena, "%sSEQUENCE:1\n", welcome)));
    CHECK_INT(ics_day_count(&day, "agendas/changes/b.ics", "BEGIN:VEVENT\n"), 1);

    /* Sent; then it is for the other side alone. */
    ics_day_publish(&day);
    ics_day_write(&day);
    CHECK(!ics_day_has(&day, "agendas/changes/b.ics"));
    day.event->agenda[0].audience = AUDIENCE_SIDE;
    day.event->agenda[0].side = "EU";
    ics_day_write(&day);
    CHECK(!ics_day_has(&day, "agendas/changes/b.ics"));
    CHECK(ics_day_says(&day, "agendas/b.ics", "SUMMARY:Welcome\n"));
    CHECK(ics_day_says(&day, "agendas/changes/a.ics", "STATUS:CANCELLED\n"));
    CHECK(ics_day_says(&day, "agendas/changes/a.ics", "SUMMARY:【中止】Welcome\n"));
    CHECK(ics_day_says(&day, "agendas/changes/a.ics",
                       arena_printf(&arena, "%sSEQUENCE:2\n", welcome)));
    CHECK(!strstr(ics_day_file(&day, "agendas/a.csv"), "Welcome"));

    /* One who comes back was told the number 2 last. */
    ics_day_publish(&day);
    ics_day_write(&day);
    CHECK(!ics_day_has(&day, "agendas/changes/a.ics"));
    CHECK(ics_day_says(&day, "agendas/a.ics", "STATUS:CANCELLED\n"));
    day.event->agenda[0].audience = AUDIENCE_ALL;
    ics_day_write(&day);
    CHECK(ics_day_says(&day, "agendas/changes/a.ics",
                       arena_printf(&arena, "%sSEQUENCE:3\n", welcome)));
    CHECK(ics_day_says(&day, "agendas/changes/a.ics", "STATUS:CONFIRMED\n"));
    CHECK(!ics_day_has(&day, "agendas/changes/b.ics"));
    day.event->agenda[0].audience = AUDIENCE_SIDE;

    /* Then it goes altogether: those who had it hear of it, and it stays called
     * off in their calendars. */
    ics_day_publish(&day);
    day.event->n_agenda = 0;
    ics_day_write(&day);
    CHECK(!ics_day_has(&day, "agendas/changes/a.ics"));
    CHECK(ics_day_says(&day, "agendas/a.ics", "SUMMARY:【中止】Welcome\n"));
    for (int k = 0; k < 2; k++) {
        CHECK_INT(ics_day_has(&day, "agendas/changes/c.ics"), k == 0);
        CHECK(ics_day_says(&day, "agendas/c.ics",
                           arena_printf(&arena, "%sSEQUENCE:2\n", welcome)));
        CHECK(ics_day_says(
            &day, "agendas/c.ics",
            "DESCRIPTION:This is no longer part of your programme.\\nTue 18"));
        CHECK_INT(ics_day_count(&day, "event.ics", "STATUS:CANCELLED\n"), 1);
        ics_day_publish(&day);
        ics_day_write(&day);
    }
}

/* The organiser sees all, in English and with the event's clock first. */
static void test_overview(struct arena arena)
{
    struct ics_day day;
    ics_day_init(&day, &arena);
    ics_day_cancel_second(&day);
    ics_day_write(&day);
    CHECK_INT(ics_day_count(&day, "event.ics", "BEGIN:VEVENT\n"), 3);
    CHECK(ics_day_says(&day, "event.ics", "X-WR-CALNAME:EU-Japan day\n"));
    CHECK(ics_day_says(&day, "event.ics",
                       "SUMMARY:Meeting: Gifu Prefecture\\, Vitagora\n"));
    CHECK(ics_day_says(
        &day, "event.ics",
        "DESCRIPTION:Tue 18 May 2021\\, 09:00-09:20 (UTC)\\nTue 18 May "
        "2021\\, 18:00-18:20 (UTC+09:00\\, Asia/Tokyo)\\nTue 18 May 2021\\, "
        "11:00-11:20 (UTC+02:00\\, Europe/Paris)\\nRoom: Room 1\\n"));
    CHECK(ics_day_says(&day, "event.ics",
                       "Participants: Gifu Prefecture\\, Vitagora\\n"));
    CHECK(ics_day_says(&day, "event.ics", "Interpreter: Keiko Sato\\n"));
    CHECK(ics_day_says(
        &day, "event.ics",
        "STATUS:CANCELLED\nTRANSP:TRANSPARENT\nSUMMARY:Cancelled: Meeting: "));
    CHECK(!ics_day_says(&day, "event.ics", "koji"));
}

/* Only the meeting that moved is sent again, with its new number. */
static void test_moved(struct arena arena)
{
    struct ics_day day;
    ics_day_init(&day, &arena);
    ics_day_publish(&day);
    day.meeting[0].start_s += 3600;
    day.meeting[0].end_s += 3600;
    day.meeting[0].sequence = 1;
    ics_day_write(&day);
    CHECK_INT(ics_day_n_invites(&day), 2);
    static const char *const path[] = {"invites/a/m0001.ics",
                                       "invites/b/m0001.ics"};
    for (int k = 0; k < 2; k++) {
        CHECK(ics_day_says(&day, path[k], "METHOD:REQUEST\n"));
        CHECK(ics_day_says(&day, path[k], "SEQUENCE:1\n"));
        CHECK(ics_day_says(&day, path[k], "DTSTART:20210518T100000Z\n"));
        CHECK(ics_day_says(&day, path[k], "DTEND:20210518T102000Z\n"));
    }
    CHECK_INT(ics_day_count(&day, "agendas/a.ics", "SEQUENCE:0\n"), 2);
    CHECK_INT(ics_day_count(&day, "agendas/a.ics", "SEQUENCE:1\n"), 1);
}

static void test_cancelled(struct arena arena)
{
    struct ics_day day;
    ics_day_init(&day, &arena);
    ics_day_cancel_second(&day);
    ics_day_write(&day);
    CHECK_INT(ics_day_n_invites(&day), 2);
    static const struct {
        const char *path, *title, *notice;
    } row[] = {
        {"invites/c/m0002.ics", "SUMMARY:Cancelled: Meeting with Gifu Prefecture\n",
         "DESCRIPTION:This meeting has been cancelled.\\nTue 18 May 2021\\, "
         "11:20-"},
        {"invites/a/m0002.ics", "SUMMARY:【中止】NRWとの個別面談\n",
         "DESCRIPTION:この面談は中止となりました。\\n2021年5月18日"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        CHECK(ics_day_says(&day, row[k].path, "METHOD:CANCEL\n"));
        CHECK(ics_day_says(&day, row[k].path, "STATUS:CANCELLED\n"));
        CHECK(ics_day_says(&day, row[k].path, "SEQUENCE:1\n"));
        CHECK(ics_day_says(&day, row[k].path, "DTSTART:20210518T092000Z\n"));
        CHECK(ics_day_says(&day, row[k].path, row[k].title));
        CHECK(ics_day_says(&day, row[k].path, row[k].notice));
        CHECK(ics_day_says(&day, row[k].path, "ATTENDEE;"));
        CHECK(!ics_day_says(&day, row[k].path, "RSVP"));
        CHECK(!ics_day_says(&day, row[k].path, "zoom"));
    }
    CHECK(ics_day_says(&day, "agendas/c.ics",
                       "STATUS:CANCELLED\nTRANSP:TRANSPARENT\n"
                       "SUMMARY:Cancelled: Meeting with Gifu"));
    CHECK_INT(ics_day_count(&day, "agendas/a.ics", "STATUS:CANCELLED\n"), 1);
    CHECK_INT(ics_day_count(&day, "agendas/b.ics", "STATUS:CANCELLED\n"), 0);

    /* Once people know, agendas still say so, and nobody is written to again. */
    ics_day_publish(&day);
    ics_day_write(&day);
    CHECK_INT(ics_day_n_invites(&day), 0);
    CHECK_INT(ics_day_count(&day, "agendas/a.ics", "STATUS:CANCELLED\n"), 1);
}

/* One who does not come any more hears of that, and of nothing else. */
static void test_participant_cancelled(struct arena arena)
{
    struct ics_day day;
    ics_day_init(&day, &arena);
    ics_day_cancel_second(&day);
    day.event->participant[tiny_who("c")].cancelled = true;
    ics_day_write(&day);
    CHECK(ics_day_says(&day, "invites/c/m0002.ics", "METHOD:CANCEL\n"));
    CHECK_INT(ics_day_count(&day, "agendas/c.ics", "BEGIN:VEVENT\n"), 2);
    CHECK_INT(ics_day_count(&day, "agendas/c.ics", "STATUS:CANCELLED\n"), 2);
    CHECK(ics_day_says(&day, "agendas/c.ics", "SUMMARY:Cancelled: Welcome\n"));
    CHECK(ics_day_says(&day, "agendas/changes/c.ics",
                       "SUMMARY:Cancelled: Welcome\n"));
}

/* Who was not there when the agenda went out has not got it: neither one who comes
 * after all nor one who is new. */
static void test_joined_later(struct arena arena)
{
    static const char welcome[] =
        "UID:tiny-agenda-item01@example.org\nSEQUENCE:0\n";
    struct ics_day day;
    ics_day_init(&day, &arena);
    day.event->participant[tiny_who("c")].cancelled = true;
    ics_day_publish(&day);
    ics_day_write(&day);
    CHECK(!ics_day_says(&day, "agendas/c.ics", "Welcome"));
    day.event->participant[tiny_who("c")].cancelled = false;
    ics_day_write(&day);
    CHECK(ics_day_says(&day, "agendas/changes/c.ics", welcome));
    CHECK(ics_day_says(&day, "agendas/changes/c.ics", "STATUS:CONFIRMED\n"));
    CHECK(!ics_day_has(&day, "agendas/changes/a.ics"));
    ics_day_publish(&day);
    ics_day_write(&day);
    CHECK(!ics_day_has(&day, "agendas/changes/c.ics"));

    day.event->participant[tiny_who("c")].id = "d";
    ics_day_write(&day);
    CHECK(ics_day_says(&day, "agendas/changes/d.ics", welcome));
    CHECK(!ics_day_has(&day, "agendas/changes/a.ics"));
}

static void test_tentative(struct arena arena)
{
    struct ics_day day;
    ics_day_init(&day, &arena);
    day.meeting[1].tentative = true;
    ics_day_write(&day);
    CHECK(ics_day_says(&day, "invites/c/m0002.ics", "STATUS:TENTATIVE\n"));
    CHECK(ics_day_says(&day, "agendas/c.ics",
                       "DESCRIPTION:This meeting is not confirmed yet.\\nTue 18"));
    CHECK(ics_day_says(&day, "agendas/a.ics", "STATUS:TENTATIVE\n"));
    CHECK(ics_day_says(&day, "agendas/b.ics", "STATUS:CONFIRMED\n"));
    CHECK(!ics_day_says(&day, "agendas/b.ics", "STATUS:TENTATIVE\n"));
}

static void test_interpreters_change(struct arena arena)
{
    struct ics_day day;
    ics_day_init(&day, &arena);
    tiny_interpreter(&arena, day.event, "en-ja");
    ics_day_publish(&day);
    day.meeting[0].interpreter_id = "I02";
    day.meeting[0].i = 1;
    day.meeting[0].sequence = 1;
    ics_day_write(&day);
    static const char first[] = "agendas/interpreters/I01.ics";
    static const char second[] = "agendas/interpreters/I02.ics";
    CHECK(ics_day_says(&day, first, "SEQUENCE:1\n"));
    CHECK(ics_day_says(&day, first, "STATUS:CANCELLED\n"));
    CHECK(ics_day_says(&day, first, "SUMMARY:【中止】通訳：岐阜県、Vitagora\n"));
    CHECK(ics_day_says(&day, first,
                       "DESCRIPTION:この面談の通訳のご担当は変更となりました。"));
    CHECK(ics_day_says(&day, second, "STATUS:CONFIRMED\n"));
    CHECK(ics_day_says(&day, second,
                       "SUMMARY:Interpreting: Gifu Prefecture\\, Vitagora\n"));
    CHECK(ics_day_says(&day, "invites/b/m0001.ics", "Interpreter 2"));

    /* One who was never told need not hear of it. */
    day.meeting[0].sent.interpreter_id = "";
    ics_day_write(&day);
    CHECK(!ics_day_has(&day, first));

    /* One whose meeting is off does. */
    struct schedule *schedule = &day.plan.schedule;
    schedule->cancelled[0] = day.meeting[0];
    schedule->cancelled[0].sent.interpreter_id = "I01";
    schedule->n_cancelled = 1;
    schedule->n_meetings = 0;
    ics_day_write(&day);
    CHECK(ics_day_says(&day, first, "DESCRIPTION:この面談は中止となりました。"));
    CHECK(!ics_day_has(&day, second));
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_as_sent(arena);
    test_changes(arena);
    test_overview(arena);
    test_agenda_items(arena);
    test_moved(arena);
    test_cancelled(arena);
    test_participant_cancelled(arena);
    test_joined_later(arena);
    test_tentative(arena);
    test_interpreters_change(arena);
    arena_finish(&arena);
    return check_report();
}
