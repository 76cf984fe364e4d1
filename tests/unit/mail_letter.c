#include "io/mail_letter.h"

#include <string.h>

#include "io/ics_calendar.h"
#include "scheduler/base/buf.h"
#include "tests/support/check.h"
#include "tests/support/ics_day.h"

/* The day of ics_day.h, and the mails about it. */
struct post {
    struct arena *arena;
    struct ics_day day;
    struct ics_input calendars;
    struct mail_words words;
    struct mail_input input;
    struct mail_list list;
};

static void post_init(struct post *post, struct arena *arena)
{
    *post = (struct post){.arena = arena};
    ics_day_init(&post->day, arena);
    post->calendars = (struct ics_input){
        .event = post->day.event,
        .schedule = &post->day.plan.schedule,
        .stamp_s = tiny_time("06:00"),
        .version = "0.1",
    };
    mail_words_init(&post->words);
    post->input =
        (struct mail_input){.calendars = &post->calendars, .words = &post->words};
    post->day.event->interpreter[0].email = "keiko@example.org";
}

/* "a1@example.org agenda:a 0\n" for each item. */
static const char *list_text(struct post *post, bool agendas, bool invites)
{
    struct buf buf;
    mail_list_make(post->arena, &post->input, agendas, invites, &post->list);
    buf_init(&buf, post->arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < post->list.n_items; k++) {
        const struct mail_item *item = &post->list.item[k];
        bool cancelled;
        buf_printf(&buf, "%s %s %d\n", item->to,
                   item->is_agenda
                       ? item->uid
                       : schedule_any_entry(&post->day.plan.schedule,
                                            item->meeting[0], &cancelled)
                             ->id,
                   item->sequence);
    }
    return buf.data;
}

static void test_list(struct arena arena)
{
    struct post post;
    post_init(&post, &arena);
    CHECK_TEXT(list_text(&post, true, false), "a1@example.org agenda:a 0\n"
                                              "a2@example.org agenda:a 0\n"
                                              "b@example.org agenda:b 0\n"
                                              "c@example.org agenda:c 0\n"
                                              "keiko@example.org agenda:I01 0\n");
    CHECK_TEXT(list_text(&post, false, true), "a1@example.org m0001 0\n"
                                              "a1@example.org m0002 0\n"
                                              "a2@example.org m0001 0\n"
                                              "a2@example.org m0002 0\n"
                                              "b@example.org m0001 0\n"
                                              "c@example.org m0002 0\n"
                                              "keiko@example.org agenda:I01 0\n");
    for (int k = 0; k < post.list.n_items; k++) {
        for (int j = 0; j < k; j++) {
            CHECK(strcmp(post.list.item[k].message_id,
                         post.list.item[j].message_id) != 0);
        }
    }
    CHECK_INT(post.list.n_unreachable, 0);
}

/* Contacts with one mailbox get one mail; those without are told of. */
static void test_addresses(struct arena arena)
{
    struct post post;
    post_init(&post, &arena);
    struct participant *participant = post.day.event->participant;
    participant[0].contact[1].email = "A1@example.org";
    participant[1].contact[0].email = "";
    participant[2].contact[0].email = "c@example.org\r\nBcc: x@example.org";
    CHECK_TEXT(list_text(&post, true, false), "a1@example.org agenda:a 0\n"
                                              "keiko@example.org agenda:I01 0\n");
    if (CHECK_INT(post.list.n_unreachable, 2)) {
        CHECK_INT(post.list.unreachable[0].p, 1);
        CHECK_INT(post.list.unreachable[1].p, 2);
    }
    post.day.event->organizer.email = "";
    CHECK_TEXT(list_text(&post, true, true), "");
}

/* Only those who attend, where the schedule says who does. */
static void test_attendance(struct arena arena)
{
    struct post post;
    struct attendance second = {"a", 0, (int[]){2}, 1};
    post_init(&post, &arena);
    post.day.meeting[0].attendance = &second;
    post.day.meeting[0].n_attendance = 1;
    CHECK_TEXT(list_text(&post, false, true), "a1@example.org m0002 0\n"
                                              "a2@example.org m0001 0\n"
                                              "a2@example.org m0002 0\n"
                                              "b@example.org m0001 0\n"
                                              "c@example.org m0002 0\n"
                                              "keiko@example.org agenda:I01 0\n");
}

static void test_reruns(struct arena arena)
{
    struct post post;
    post_init(&post, &arena);
    list_text(&post, true, false);
    const char *first = post.list.item[0].message_id;
    ics_day_publish(&post.day);
    CHECK_TEXT(list_text(&post, true, true), "");

    /* the second meeting moves: a and c are told, and by another message */
    post.day.meeting[1].start_s += 1200;
    post.day.meeting[1].end_s += 1200;
    post.day.meeting[1].sequence = 1;
    CHECK_TEXT(list_text(&post, true, false), "a1@example.org agenda:a 1\n"
                                              "a2@example.org agenda:a 1\n"
                                              "c@example.org agenda:c 1\n");
    CHECK(strcmp(first, post.list.item[0].message_id) != 0);
    CHECK_TEXT(list_text(&post, false, true), "a1@example.org m0002 1\n"
                                              "a2@example.org m0002 1\n"
                                              "c@example.org m0002 1\n");
    /* another interpreter: the old one is told, too */
    post.day.meeting[1].start_s -= 1200;
    post.day.meeting[1].end_s -= 1200;
    post.day.meeting[0].i = -1;
    post.day.meeting[0].interpreter_id = "";
    CHECK_TEXT(list_text(&post, false, false), "keiko@example.org agenda:I01 0\n");
}

/* A plenary moves, goes, and comes back: all for whom it is are told, by a message of
 * its own each time. */
static void test_items(struct arena arena)
{
    static const char everybody[] = "a1@example.org agenda:a 0\n"
                                    "a2@example.org agenda:a 0\n"
                                    "b@example.org agenda:b 0\n"
                                    "c@example.org agenda:c 0\n";
    struct post post;
    post_init(&post, &arena);
    struct event *event = post.day.event;
    ics_day_publish(&post.day);
    CHECK_TEXT(list_text(&post, true, true), "");
    event->agenda[0].start_s -= 600;
    CHECK_TEXT(list_text(&post, true, false), everybody);
    CHECK_TEXT(list_text(&post, false, true), "");
    CHECK_TEXT(list_text(&post, true, false), everybody);
    const char *moved = post.list.item[0].message_id;
    ics_day_publish(&post.day);
    CHECK_TEXT(list_text(&post, true, true), "");
    event->n_agenda = 0;
    CHECK_TEXT(list_text(&post, true, false), everybody);
    CHECK(strcmp(moved, post.list.item[0].message_id) != 0);
    event->n_agenda = 1;
    event->participant[2].cancelled = true; /* whose meeting stands, as sent */
    event->agenda[0].id = "opening";
    CHECK_TEXT(list_text(&post, true, false), everybody);
}

/* The message to one, by address; meeting "" for the agenda. */
static struct letter letter_to(struct post *post, const char *to,
                               const char *meeting)
{
    struct arena work;
    struct letter letter = {"", "", 0};
    arena_init(&work);
    mail_list_make(post->arena, &post->input, true, true, &post->list);
    for (int k = 0; k < post->list.n_items; k++) {
        const struct mail_item *item = &post->list.item[k];
        bool cancelled;
        const char *id = item->is_agenda
                             ? ""
                             : schedule_any_entry(&post->day.plan.schedule,
                                                  item->meeting[0], &cancelled)
                                   ->id;
        if (strcmp(item->to, to) == 0 && strcmp(id, meeting) == 0) {
            letter = mail_letter(post->arena, work, &post->input, item);
        }
    }
    ics_calendar_finish();
    arena_finish(&work);
    CHECK(letter.len > 0 && strlen(letter.bytes) == letter.len);
    return letter;
}

static bool says(const struct letter *letter, const char *part)
{
    bool found = strstr(letter->bytes, part) != NULL;
    if (!found) {
        printf("  no '%s' in\n%.3000s\n", part, letter->bytes);
    }
    return found;
}

/* English is sent so that it can be read as it stands. */
/* Who has no meetings is sent what else there is, and told when that changes. */
static void test_programme(struct arena arena)
{
    struct post post;
    post_init(&post, &arena);
    post.day.plan.schedule.n_meetings = 1; /* that of a and b */
    CHECK_TEXT(list_text(&post, true, false), "a1@example.org agenda:a 0\n"
                                              "a2@example.org agenda:a 0\n"
                                              "b@example.org agenda:b 0\n"
                                              "c@example.org agenda:c 0\n"
                                              "keiko@example.org agenda:I01 0\n");
    CHECK_TEXT(list_text(&post, false, true), "a1@example.org m0001 0\n"
                                              "a2@example.org m0001 0\n"
                                              "b@example.org m0001 0\n"
                                              "keiko@example.org agenda:I01 0\n");
    struct letter letter = letter_to(&post, "c@example.org", "");
    CHECK(strstr(letter.subject, "programme"));
    CHECK(!strstr(letter.subject, "changes"));
    CHECK(says(&letter, "method=PUBLISH"));
    ics_day_publish(&post.day);
    CHECK_TEXT(list_text(&post, true, true), "");
    post.day.event->agenda[0].start_s -= 600;
    letter = letter_to(&post, "c@example.org", "");
    CHECK(strstr(letter.subject, "changes to your programme"));
    CHECK(says(&letter, "Changed. It was:"));
    post.day.event->participant[2].cancelled = true;
    letter = letter_to(&post, "c@example.org", "");
    CHECK(strstr(letter.subject, "changes to your programme"));
    ics_day_publish(&post.day);
    CHECK_TEXT(list_text(&post, true, true), "");
}

static void test_agenda(struct arena arena)
{
    struct post post;
    post_init(&post, &arena);
    struct letter letter = letter_to(&post, "c@example.org", "");
    CHECK_TEXT(letter.subject, "EU-Japan day: your meetings");
    CHECK(says(&letter, "Date: Tue, 18 May 2021 06:00:00 +0000\r\n"
                        "From: \"Helpdesk\"\r\n <help@example.org>\r\n"
                        "Reply-To: \"Helpdesk\"\r\n <help@example.org>\r\n"
                        "To: \"Erika Muster\"\r\n <c@example.org>\r\n"
                        "Subject: EU-Japan day: your meetings\r\nMessage-ID: <"));
    CHECK(says(&letter, "Content-Type: text/plain; charset=UTF-8\r\n"
                        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                        "Dear Erika Muster,\r\n\r\n"
                        "these are the meetings of NRW at EU-Japan day.\r\n"
                        "The attached file brings them into your calendar.\r\n\r\n"
                        "=E2=96=A0 Welcome\r\n"));
    CHECK(says(&letter,
               "=E2=96=A0 Meeting with Gifu Prefecture\r\n"
               "  Tue 18 May 2021, 11:20-11:40 (UTC+02:00, Europe/Berlin)\r\n"
               "  Tue 18 May 2021, 18:20-18:40 (UTC+09:00, Asia/Tokyo)\r\n"
               "  Room: Room 2\r\n"
               "  Join: https://zoom.example.org/j/2\r\n"
               "  With: Gifu Prefecture\r\n\r\n"));
    CHECK(says(&letter, "Content-Type: text/calendar; charset=UTF-8;\r\n"
                        " method=PUBLISH;\r\n name=\"agenda.ics\"\r\n"
                        "Content-Disposition: attachment;"));
    CHECK(!strstr(letter.bytes, "application/ics"));
    CHECK(says(&letter,
               "Content-Disposition: attachment; filename=\"agenda.ics\"\r\n"));
    CHECK(!strstr(letter.bytes, "X-Unsent"));
    CHECK_TEXT(letter_to(&post, "c@example.org", "").bytes, letter.bytes);
    post.input.drafts = true;
    letter = letter_to(&post, "c@example.org", "");
    CHECK(says(&letter, "\r\nX-Unsent: 1\r\n"));
}

/* Each contact's own language, that of the first one where it has none. */
static void test_languages(struct arena arena)
{
    struct post post;
    post_init(&post, &arena);
    CHECK_TEXT(letter_to(&post, "a1@example.org", "").subject,
               "【日欧マッチングデー】面談日程のご案内");
    CHECK_TEXT(letter_to(&post, "a2@example.org", "").subject,
               "【日欧マッチングデー】面談日程のご案内");
    post.day.event->participant[0].contact[1].language = "en";
    CHECK_TEXT(letter_to(&post, "a2@example.org", "").subject,
               "EU-Japan day: your meetings");
    CHECK_TEXT(letter_to(&post, "b@example.org", "").subject,
               "EU-Japan day : vos rendez-vous");
}

static void test_invites(struct arena arena)
{
    struct post post;
    post_init(&post, &arena);
    struct letter letter = letter_to(&post, "c@example.org", "m0002");
    CHECK_TEXT(letter.subject, "Meeting with Gifu Prefecture, Tue 18 May 2021, "
                               "11:20-11:40 (UTC+02:00, Europe/Berlin)");
    CHECK(says(&letter, " method=REQUEST\r\n"));
    CHECK(says(&letter, "filename=\"invite.ics\""));
    CHECK(!strstr(letter.bytes, "Welcome"));
    ics_day_cancel_second(&post.day);
    letter = letter_to(&post, "c@example.org", "m0002");
    CHECK_TEXT(letter.subject,
               "Cancelled: Meeting with Gifu Prefecture, Tue 18 May 2021, "
               "11:20-11:40 (UTC+02:00, Europe/Berlin)");
    CHECK(says(&letter, " method=CANCEL\r\n"));
    CHECK(says(&letter, "filename=\"cancellation.ics\""));
    CHECK(says(&letter, "this meeting at EU-Japan day does not take place."));
}

static void test_update(struct arena arena)
{
    struct post post;
    post_init(&post, &arena);
    ics_day_publish(&post.day);
    post.day.meeting[1].start_s += 1200;
    post.day.meeting[1].end_s += 1200;
    post.day.meeting[1].sequence = 1;
    struct letter letter = letter_to(&post, "c@example.org", "");
    CHECK_TEXT(letter.subject, "EU-Japan day: changes to your meetings");
    CHECK(says(&letter,
               "=E2=96=A0 Meeting with Gifu Prefecture\r\n"
               "  Changed. It was: Tue 18 May 2021, 11:20-11:40 (UTC+02:00, "
               "Europe/Berlin),=\r\n Room 2\r\n"
               "  Tue 18 May 2021, 11:40-12:00 (UTC+02:00, Europe/Berlin)\r\n"));
    post.day.meeting[1].sent.state = SENT_NEVER;
    post.day.event->participant[0].contact[0].language = "en";
    letter = letter_to(&post, "a1@example.org", "");
    CHECK(says(&letter, "=E2=96=A0 Meeting with NRW\r\n  New.\r\n"));
    CHECK(says(&letter, "=E2=96=A0 Meeting with Vitagora\r\n  Tue 18 May"));
}

/* What a mail says of agenda items that moved, are gone or new. */
static void test_changed_items(struct arena arena)
{
    struct post post;
    post_init(&post, &arena);
    struct agenda_item *item = &post.day.event->agenda[0];
    ics_day_publish(&post.day);
    item->start_s -= 600;
    struct letter letter = letter_to(&post, "c@example.org", "");
    CHECK(says(&letter, "=E2=96=A0 Welcome\r\n"
                        "  Changed. It was: Tue 18 May 2021, 10:30-11:00 "
                        "(UTC+02:00, Europe/Berlin)\r\n"
                        "  Tue 18 May 2021, 10:20-11:00 (UTC+02:00, "
                        "Europe/Berlin)\r\n"));
    item->id = "opening";
    item->title = "Opening";
    letter = letter_to(&post, "c@example.org", "");
    CHECK(says(&letter, "=E2=96=A0 Opening\r\n  New.\r\n  Tue 18 May"));
    CHECK(says(&letter, "=E2=96=A0 Cancelled: Welcome\r\n"
                        "  This is no longer part of your programme.\r\n"));
    ics_day_publish(&post.day);
    post.day.event->n_agenda = 0;
    letter = letter_to(&post, "c@example.org", "");
    CHECK(says(&letter, "=E2=96=A0 Cancelled: Opening\r\n"));
    CHECK(!strstr(letter.bytes, "Cancelled: Welcome"));
}

/* What others typed cannot pose as a meeting, nor as a header. */
static void test_hostile(struct arena arena)
{
    struct post post;
    post_init(&post, &arena);
    post.day.event->request[1].message = "hello\n■ Meeting with the bank\nnow";
    post.day.event->participant[0].organisation =
        "Gifu\r\nBcc: x@example.net\r\n\r\n■ B";
    post.day.event->participant[0].organisation_ja = "";
    post.day.event->participant[2].contact[0].name = "\"E\"\r\nBcc: x@example.net";
    post.day.event->name = "Day\r\nBcc: x@example.net\r\n\r\n--=_matchday";
    struct letter letter = letter_to(&post, "c@example.org", "m0002");
    CHECK(strncmp(letter.bytes, "Date: ", 6) == 0);
    CHECK(!strstr(letter.bytes, "\r\nBcc"));
    CHECK(!strstr(letter.bytes, "\n--=_matchday\r"));
    CHECK(says(&letter,
               "To: \"\\\"E\\\" Bcc: x@example.net\"\r\n <c@example.org>\r\n"));
    CHECK(strstr(letter.subject, "■ B") && !strpbrk(letter.subject, "\r\n"));
    post.day.event->participant[0].contact[0].language = "en";
    letter = letter_to(&post, "a1@example.org", "");
    CHECK(says(&letter, "\r\n  =E2=96=A0 Meeting with the bank\r\n  now\r\n"));
    const char *posing =
        strstr(letter.bytes, "\r\n=E2=96=A0 Meeting with the bank");
    CHECK(!posing || posing > strstr(letter.bytes, "Content-Type: text/html"));
}

static void test_files(struct arena arena)
{
    static const char *const path[] = {
        "mail/a-1.eml",
        "mail/a-2.eml",
        "mail/b-1.eml",
        "mail/c-1.eml",
        "mail/interpreters/I01.eml",
    };
    enum { N = sizeof path / sizeof *path };
    struct post post;
    struct output output;
    struct arena work;
    post_init(&post, &arena);
    arena_init(&work);
    output_init(&output, &arena);
    mail_add_files(&output, &post.input);
    if (CHECK_INT(output.n_files, N)) {
        for (int k = 0; k < N; k++) {
            CHECK_TEXT(output.file[k].path, path[k]);
        }
        CHECK_TEXT(output_bytes(&arena, work, &output.file[3]).bytes,
                   letter_to(&post, "c@example.org", "").bytes);
    }
    arena_finish(&work);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_list(arena);
    test_addresses(arena);
    test_attendance(arena);
    test_reruns(arena);
    test_items(arena);
    test_programme(arena);
    test_agenda(arena);
    test_languages(arena);
    test_invites(arena);
    test_update(arena);
    test_changed_items(arena);
    test_hostile(arena);
    test_files(arena);
    arena_finish(&arena);
    return check_report();
}
