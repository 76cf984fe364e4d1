/* Answers as they are read from calendars: who, what, about which time; and every
 * message. What counts of them is judged elsewhere (reply.c). */

#include "io/ics_reply.h"

#include <stdio.h>
#include <string.h>

#include "scheduler/base/buf.h"
#include "scheduler/base/civil.h"
#include "tests/support/check.h"

#define EVENT(body) "BEGIN:VEVENT\nUID:u\n" body "END:VEVENT\n"
#define STAMP "DTSTAMP:20260301T090000Z\n"
#define YES "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ann@example.org\n"
#define NO "ATTENDEE;PARTSTAT=DECLINED:mailto:ann@example.org\n"
#define ANN "ATTENDEE:mailto:ann@example.org\n"

struct row {
    const char *body, *expected; /* behind METHOD, from line 3 on */
};

static void add_instant(struct arena *arena, struct buf *buf, const char *name,
                        int64_t at_s)
{
    if (at_s != NO_TIME) {
        buf_printf(buf, " %s %s", name, instant_format(arena, at_s));
    }
}

static const char *answers_text(struct arena *arena, const char *file)
{
    struct buf buf;
    struct findings findings;
    struct replies replies = {0};
    const struct reply_source source = {"a.ics", file, strlen(file)};
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    findings_init(&findings, arena);
    ics_reply_read(arena, &source, &replies, &findings);
    for (int k = 0; k < replies.n; k++) {
        const struct reply *reply = &replies.reply[k];
        buf_printf(&buf, "%s%s %s %d", k > 0 ? "; " : "", reply->email,
                   answer_name(reply->answer), reply->sequence);
        add_instant(arena, &buf, "at", reply->stamp_s);
        add_instant(arena, &buf, "from", reply->start_s);
        add_instant(arena, &buf, "to", reply->end_s);
        if (reply->is_of_one_time) {
            buf_add_text(&buf, " one time");
            add_instant(arena, &buf, "of", reply->one_time_s);
        }
        if (reply->comment[0] != '\0') {
            buf_printf(&buf, " '%s'", reply->comment);
        }
    }
    for (int k = 0; k < findings.n_findings; k++) {
        const struct finding *f = &findings.finding[k];
        buf_printf(&buf, " | %s%d: %s%s%s",
                   f->severity == SEVERITY_ERROR ? "" : "warning ", f->place.line,
                   f->place.field ? f->place.field : "", f->place.field ? ": " : "",
                   f->text);
    }
    return buf.data;
}

static void check_rows(struct arena arena, const char *method,
                       const struct row *row, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        struct arena scratch = arena;
        const char *file =
            arena_printf(&scratch, "BEGIN:VCALENDAR\nMETHOD:%s\n%sEND:VCALENDAR\n",
                         method, row[k].body);
        if (!CHECK_TEXT(answers_text(&scratch, file), row[k].expected)) {
            printf("  row %zu:\n%s", k, row[k].body);
        }
    }
}

#define SAID(rest) "ann@example.org accepted 0 at 2026-03-01T09:00:00Z" rest

static void test_answers(struct arena arena)
{
    static const struct row row[] = {
        {EVENT(STAMP YES), SAID("")},
        {EVENT(STAMP YES "SEQUENCE:2147483647\n"),
         "ann@example.org accepted 2147483647 at 2026-03-01T09:00:00Z"},
        /* several entries: each is an answer; twice the same is one */
        {EVENT(STAMP YES) EVENT(STAMP NO) EVENT(STAMP YES),
         SAID("; ann@example.org declined 0 at 2026-03-01T09:00:00Z")},
        /* one time of a series, in any zone, or in no time that is known */
        {EVENT(STAMP YES) EVENT(STAMP NO "RECURRENCE-ID:20300101T000000Z\n"),
         SAID("; ann@example.org declined 0 at 2026-03-01T09:00:00Z one time of "
              "2030-01-01T00:00:00Z")},
        {EVENT(STAMP YES "RECURRENCE-ID;TZID=Asia/Tokyo:20260519T160000\n"),
         SAID(" one time of 2026-05-19T07:00:00Z")},
        {EVENT(STAMP YES "RECURRENCE-ID;VALUE=DATE:20260519\n"), SAID(" one time")},
        {EVENT(STAMP YES "RECURRENCE-ID:soon\n"), SAID(" one time")},
        /* all that is said, each once */
        {EVENT(STAMP YES "COMMENT:One\\, two\nCOMMENT:\nCOMMENT:Three\n"
                         "COMMENT:One\\, two\n"),
         SAID(" 'One, two\nThree'")},
        {EVENT(STAMP "ATTENDEE;PARTSTAT=ACCEPTED;X-RESPONSE-COMMENT=\"Late, "
                     "sorry\":mailto:ann@example.org\nCOMMENT:One\n"),
         SAID(" 'One\nLate, sorry'")},
        {EVENT(STAMP "ATTENDEE;PARTSTAT=ACCEPTED;X-RESPONSE-COMMENT=Late:mailto:"
                     "ann@example.org\nCOMMENT:Late\n"),
         SAID(" 'Late'")},
    };
    check_rows(arena, "REPLY", row, sizeof row / sizeof *row);
}

#define PROPOSES(rest) "ann@example.org proposed 0 at 2026-03-01T09:00:00Z" rest

static void test_proposals(struct arena arena)
{
    static const struct row row[] = {
        {EVENT(STAMP ANN "DTSTART:20260519T070000Z\nDURATION:PT20M\n"),
         PROPOSES(" from 2026-05-19T07:00:00Z to 2026-05-19T07:20:00Z")},
        /* what cannot be kept is no time */
        {EVENT(STAMP ANN "DTSTART:16010101T000000Z\nDTEND:20260519T070000Z\n"),
         PROPOSES("")},
        {EVENT(STAMP ANN "DTSTART:99991231T000000Z\nDURATION:P30000D\n"),
         PROPOSES(" from 9999-12-31T00:00:00Z")},
        {EVENT(STAMP ANN "DTSTART;TZID=America/New_York:99991231T230000\n"),
         PROPOSES("")},
    };
    check_rows(arena, "COUNTER", row, sizeof row / sizeof *row);
}

#define NO_STAMP(line)                                                             \
    " | " line ": DTSTAMP: is no time in UTC since 1900; expected when they "      \
    "answered, like 20210518T090000Z; ask them to answer again"

static void test_messages(struct arena arena)
{
    static const struct row row[] = {
        {"", " | warning 1: VEVENT: is missing, so this answers nothing"},
        {EVENT(YES), " | 3: DTSTAMP: is missing; expected an answer to an "
                     "invitation, which has one"},
        {EVENT("DTSTAMP:20260301T090000\n" YES), NO_STAMP("5")},
        {EVENT("DTSTAMP:20260301\n" YES), NO_STAMP("5")},
        {EVENT("DTSTAMP:yesterday\n" YES), NO_STAMP("5")},
        {EVENT("DTSTAMP:16010101T000000Z\n" YES), NO_STAMP("5")},
        {EVENT("DTSTAMP:18991231T235959Z\n" YES), NO_STAMP("5")},
        {EVENT("DTSTAMP:00010101T000000Z\n" YES), NO_STAMP("5")},
        {EVENT("DTSTAMP:19000101T000000Z\n" YES),
         "ann@example.org accepted 0 at 1900-01-01T00:00:00Z"},
        {EVENT(STAMP STAMP YES),
         " | 5: DTSTAMP: stands there more than once; expected it once"},
        {EVENT(STAMP), " | 3: ATTENDEE: is missing; expected an answer to an "
                       "invitation, which has one"},
        {EVENT(STAMP ANN), " | warning 6: ATTENDEE: ann@example.org answers '', "
                           "which decides nothing; expected ACCEPTED, TENTATIVE "
                           "or DECLINED"},
        {EVENT(STAMP "ATTENDEE;PARTSTAT=PROPOSED:mailto:ann@example.org\n"),
         " | warning 6: ATTENDEE: ann@example.org answers 'PROPOSED', which "
         "decides nothing; expected ACCEPTED, TENTATIVE or DECLINED"},
        {EVENT(STAMP "ATTENDEE;PARTSTAT=ACCEPTED:ann\n"),
         " | 6: ATTENDEE: is no address; expected one like "
         "mailto:name@example.org"},
        {EVENT(STAMP YES "SEQUENCE:-1\n"),
         " | 7: SEQUENCE: is no number; expected one from 0 on"},
        {EVENT(STAMP YES "SEQUENCE:2147483648\n"),
         " | 7: SEQUENCE: is no number; expected one from 0 on"},
        {EVENT(STAMP YES "SEQUENCE:1x\n"),
         " | 7: SEQUENCE: is no number; expected one from 0 on"},
        {EVENT(STAMP YES "SEQUENCE:\n"),
         " | 7: SEQUENCE: is no number; expected one from 0 on"},
    };
    check_rows(arena, "REPLY", row, sizeof row / sizeof *row);
}

/* Thousands of calendars in one file, each with a zone of its own that looks like many
 * names of the database; and very many remarks. */
static void test_bounds(struct arena arena)
{
    struct buf buf;
    struct findings findings;
    struct replies replies = {0};
    buf_init(&buf, &arena);
    findings_init(&findings, &arena);
    for (int k = 0; k < 4000; k++) {
        buf_printf(
            &buf,
            "BEGIN:VCALENDAR\nMETHOD:COUNTER\nBEGIN:VEVENT\nUID:u%d\n" STAMP ANN
            "DTSTART;TZID=/A%d/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A/A"
            "/A/A/A/A/A:20260519T070000\nEND:VEVENT\nEND:VCALENDAR\n",
            k, k);
    }
    const struct reply_source source = {"a.ics", buf.data, buf.len};
    ics_reply_read(&arena, &source, &replies, &findings);
    CHECK_INT(replies.n, 4000);
    CHECK_INT(findings.n_errors, 0);
    for (int k = 0; k < replies.n; k++) {
        CHECK(replies.reply[k].start_s == NO_TIME);
    }
    buf_clear(&buf);
    buf_add_text(&buf,
                 "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:u\n" STAMP YES);
    for (int k = 0; k < 200000; k++) {
        buf_printf(&buf, "COMMENT:%d\n", k);
    }
    buf_add_text(&buf, "END:VEVENT\nEND:VCALENDAR\n");
    CHECK_TEXT(
        answers_text(&arena, buf.data),
        SAID(" '0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18"
             "\n19\n…'"));
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_answers(arena);
    test_proposals(arena);
    test_messages(arena);
    test_bounds(arena);
    arena_finish(&arena);
    return check_report();
}
