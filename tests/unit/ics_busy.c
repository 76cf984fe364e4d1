/* Busy times from calendars: what each property does, and every message. The owner is
 * in Paris; three days are of interest, two of them with a change of the clock. */

#include "io/ics_busy.h"

#include <stdio.h>
#include <string.h>

#include "scheduler/base/buf.h"
#include "tests/support/check.h"

#define EVENT(body)                                                                \
    "BEGIN:VEVENT\nUID:1\nDTSTAMP:20260101T000000Z\n" body "END:VEVENT\n"
#define VERSION(sequence, stamp, body)                                             \
    "BEGIN:VEVENT\nUID:1\nSEQUENCE:" sequence "\nDTSTAMP:" stamp "\n" body         \
    "END:VEVENT\n"
#define FROM_ON(time, body)                                                        \
    EVENT("RECURRENCE-ID;RANGE=THISANDFUTURE:" time "\n" body)
#define UNMET(line, name, time)                                                    \
    " | warning " line ": " name ": names " time ", when the event does not take " \
    "place, so nothing is taken out; expected one of its times"
#define AT_SEVEN "DTSTART:20260519T070000Z\nDTEND:20260519T080000Z\n"
#define DAILY_AT_NINE                                                              \
    "DTSTART;TZID=Europe/Paris:20260501T090000\nDTEND;TZID=Europe/"                \
    "Paris:20260501T093000\nRRULE:FREQ=DAILY\n"
#define TOKYO_ZONE(name, offset)                                                   \
    "BEGIN:VTIMEZONE\nTZID:" name "\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"    \
    "TZOFFSETFROM:" offset "\nTZOFFSETTO:" offset                                  \
    "\nEND:STANDARD\nEND:VTIMEZONE\n"

static const struct {
    const char *from, *to;
} days[] = {
    {"2026-05-19T06:00Z", "2026-05-19T16:00Z"},
    {"2026-10-24T22:00Z", "2026-10-25T06:00Z"},
    {"2027-03-28T00:00Z", "2027-03-28T08:00Z"},
};

static int64_t instant(const char *text)
{
    struct civil civil;
    bool fixed;
    int64_t at_s = 0;
    CHECK(civil_parse(text, &civil, &fixed, &at_s) && fixed);
    return at_s;
}

/* The busy times, "19T07:00-19T08:00, …", and behind " | " what was found. */
static const char *busy_text(struct arena *arena, const char *file)
{
    struct findings findings;
    struct window day[3];
    struct buf buf;
    struct error err;
    static const struct contact owner[] = {{"", "", "ann@example.org", "", ""},
                                           {"", "", "bob@example.org", "", ""}};
    findings_init(&findings, arena);
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < 3; k++) {
        day[k] = (struct window){instant(days[k].from), instant(days[k].to)};
    }
    const struct ics_busy_input input = {
        .file = "a.ics",
        .text = file,
        .len = strlen(file),
        .zone = zone_read(arena, "Europe/Paris", &err),
        .contact = owner,
        .n_contacts = 2,
        .day = day,
        .n_days = 3,
    };
    const struct windows busy = ics_busy_read(arena, &input, &findings);
    for (int k = 0; k < busy.n; k++) {
        const char *from = instant_format(arena, busy.window[k].start_s);
        const char *to = instant_format(arena, busy.window[k].end_s);
        buf_printf(&buf, "%s%.8s-%.8s", k > 0 ? ", " : "", from + 8, to + 8);
    }
    for (int k = 0; k < findings.n_findings; k++) {
        const struct finding *f = &findings.finding[k];
        CHECK_TEXT(f->place.file, "a.ics");
        buf_printf(&buf, " | %s%d: %s%s%s",
                   f->severity == SEVERITY_ERROR     ? ""
                   : f->severity == SEVERITY_WARNING ? "warning "
                                                     : "note ",
                   f->place.line, f->place.field ? f->place.field : "",
                   f->place.field ? ": " : "", f->text);
    }
    return buf.data;
}

struct row {
    const char *body,
        *expected; /* between BEGIN and END:VCALENDAR: from line 2 on */
};

static void check_rows(struct arena arena, const struct row *row, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        struct arena scratch = arena;
        const char *file = arena_printf(
            &scratch, "BEGIN:VCALENDAR\n%sEND:VCALENDAR\n", row[k].body);
        const char *found = busy_text(&scratch, file);
        if (!CHECK_TEXT(found, row[k].expected)) {
            printf("  row %zu:\n%s", k, row[k].body);
        }
    }
}

#define CHECK_ROWS(arena, row)                                                     \
    check_rows((arena), (row), sizeof(row) / sizeof *(row))

static const struct row event_row[] = {
    {EVENT(AT_SEVEN), "19T07:00-19T08:00"},
    /* blanks at line ends */
    {EVENT("DTSTART:20260519T070000Z \nDTEND:20260519T080000Z\t \n"),
     "19T07:00-19T08:00"},
    /* cut to the days; nothing outside */
    {EVENT("DTSTART:20260519T050000Z\nDTEND:20260519T063000Z\n"),
     "19T06:00-19T06:30"},
    {EVENT("DTSTART:20260520T050000Z\nDTEND:20260520T063000Z\n"), ""},
    {EVENT("DTSTART:20260101T000000Z\nDTEND:20280101T000000Z\n"),
     "19T06:00-19T16:00, 24T22:00-25T06:00, 28T00:00-28T08:00"},
    /* zones: IANA, Windows, with a prefix, floating */
    {EVENT("DTSTART;TZID=Asia/Tokyo:20260519T160000\nDURATION:PT30M\n"),
     "19T07:00-19T07:30"},
    {EVENT("DTSTART;TZID=\"Tokyo Standard Time\":20260519T160000\n"
           "DURATION:PT30M\n"),
     "19T07:00-19T07:30"},
    {EVENT("DTSTART;TZID=Nepal Standard Time:20260519T124500\nDURATION:PT30M\n"),
     "19T07:00-19T07:30"},
    {EVENT("DTSTART;TZID=/mozilla.org/20070129_1/Asia/Tokyo:20260519T160000\n"
           "DURATION:PT30M\n"),
     "19T07:00-19T07:30"},
    {EVENT("DTSTART:20260519T090000\nDTEND;TZID=Asia/Tokyo:20260519T163000\n"),
     "19T07:00-19T07:30"},
    {EVENT("dtstart;tzid=Romance Standard Time:20260519T090000\n"
           "duration:pt30m\n"),
     "19T07:00-19T07:30"},
    /* whole days in the owner's zone */
    {EVENT("DTSTART;VALUE=DATE:20260519\n"), "19T06:00-19T16:00"},
    {EVENT("DTSTART;VALUE=DATE:20261025\nDTEND;VALUE=DATE:20261026\n"),
     "24T22:00-25T06:00"},
    {EVENT("DTSTART;VALUE=DATE:20261025\nDTEND;VALUE=DATE:20261025\n"),
     "24T22:00-25T06:00"},
    {EVENT("DTSTART;VALUE=DATE:20261022\nDURATION:P3D\n"), ""},
    {EVENT("DTSTART:20261024\nDURATION:P1W\n"), "24T22:00-25T06:00"},
    /* no length, no time */
    {EVENT("DTSTART:20260519T070000Z\n"), ""},
    {EVENT("DTSTART:20260519T070000Z\nDTEND:20260519T070000Z\n"), ""},
    /* what takes no time */
    {EVENT(AT_SEVEN "TRANSP:TRANSPARENT\n"), ""},
    {EVENT(AT_SEVEN "STATUS:CANCELLED\n"), ""},
    {EVENT(AT_SEVEN "STATUS:TENTATIVE\nTRANSP:OPAQUE\n"), "19T07:00-19T08:00"},
    {EVENT(AT_SEVEN "ATTENDEE;PARTSTAT=DECLINED:MAILTO:Ann@Example.org\n"), ""},
    {EVENT(AT_SEVEN "ATTENDEE;PARTSTAT=DECLINED;EMAIL=ann@example.org:urn:1\n"),
     ""},
    {EVENT(AT_SEVEN "ATTENDEE;PARTSTAT=DECLINED:mailto:%61nn@example.org\n"), ""},
    {EVENT(AT_SEVEN "ATTENDEE;PARTSTAT=DECLINED:mailto:joann@example.org\n"),
     "19T07:00-19T08:00"},
    {EVENT(AT_SEVEN "ATTENDEE;PARTSTAT=DECLINED:mailto:ann@example.org\n"
                    "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob@example.org\n"),
     "19T07:00-19T08:00"},
    /* united */
    {EVENT(AT_SEVEN) "BEGIN:VEVENT\nUID:2\nDTSTART:20260519T080000Z\n"
                     "DURATION:PT1H\nEND:VEVENT\n",
     "19T07:00-19T09:00"},
    /* folded, with what nobody asks for */
    {EVENT("DTSTART;TZID=Asia/\n Tokyo:2026\n\t0519T160000\nDURATION:PT3\n 0M\n"
           "X-A;broken:1\nBEGIN:VALARM\nTRIGGER:-PT5M\nDURATION:PT5M\nEND:"
           "VALARM\n"),
     "19T07:00-19T07:30"},
    /* of the two times of one clock the first; a skipped one by the clock before */
    {EVENT("DTSTART;TZID=Europe/Paris:20261025T023000\nDURATION:PT15M\n"),
     "25T00:30-25T00:45"},
    {EVENT("DTSTART;TZID=Europe/Paris:20270328T023000\nDURATION:PT15M\n"),
     "28T01:30-28T01:45"},
    /* a day of the calendar has 25 hours, 24 hours have 24 */
    {EVENT("DTSTART;TZID=Europe/Paris:20261024T040000\nDURATION:P1D\n"),
     "24T22:00-25T03:00"},
    {EVENT("DTSTART;TZID=Europe/Paris:20261024T040000\nDURATION:PT24H\n"),
     "24T22:00-25T02:00"},
};

static void test_events(struct arena arena)
{
    CHECK_ROWS(arena, event_row);
}

static const struct row series_row[] = {
    {EVENT(DAILY_AT_NINE), "19T07:00-19T07:30, 28T07:00-28T07:30"},
    {EVENT("DTSTART;TZID=Europe/Paris:20260501T030000\nDURATION:PT30M\n"
           "RRULE:FREQ=DAILY\n"),
     "25T02:00-25T02:30, 28T01:00-28T01:30"},
    {EVENT("DTSTART:20260501T070000Z\nDURATION:PT30M\n"
           "RRULE:FREQ=DAILY;UNTIL=20260519T070000Z\n"),
     "19T07:00-19T07:30"},
    {EVENT("DTSTART:20260501T070000Z\nDURATION:PT30M\n"
           "RRULE:FREQ=DAILY;UNTIL=20260519T065959Z\n"),
     ""},
    {EVENT("DTSTART:20260501T070000Z\nDURATION:PT30M\n"
           "RRULE:FREQ=DAILY;UNTIL=20260519\n"),
     "19T07:00-19T07:30"},
    {EVENT("DTSTART;VALUE=DATE:20260501\nRRULE:FREQ=DAILY;UNTIL=20260519\n"),
     "19T06:00-19T16:00"},
    {EVENT("DTSTART;VALUE=DATE:20260501\n"
           "RRULE:FREQ=DAILY;UNTIL=20260517T220000Z\n"),
     ""},
    {EVENT("DTSTART;VALUE=DATE:20260501\n"
           "RRULE:FREQ=DAILY;UNTIL=20260519T000000Z\n"),
     "19T06:00-19T16:00"},
    {EVENT("DTSTART:20260518T070000Z\nDURATION:PT30M\nRRULE:FREQ=DAILY;COUNT="
           "2\n"),
     "19T07:00-19T07:30"},
    {EVENT("DTSTART:19000518T070000Z\nDURATION:PT30M\n"
           "RRULE:FREQ=DAILY;COUNT=100\n"),
     ""},
    /* taken out: times in any zone, whole days; what is there twice */
    {EVENT(DAILY_AT_NINE "EXDATE;TZID=Asia/Tokyo:20260518T160000,20260519T160000\n"
                         "EXDATE;VALUE=DATE:20270328\n"),
     ""},
    {EVENT(DAILY_AT_NINE "EXRULE:FREQ=WEEKLY;BYDAY=TU\n"), "28T07:00-28T07:30"},
    {EVENT("DTSTART:20260519T070000Z\nDURATION:PT30M\n"
           "RDATE;TZID=Asia/Tokyo:20260519T170000,20260519T160000\n"
           "RDATE;VALUE=PERIOD:20260519T090000Z/PT5M,20260519T100000Z/"
           "20260519T101000Z\nEXDATE:20260519T070000Z\n"),
     "19T08:00-19T08:30, 19T09:00-19T09:05, 19T10:00-19T10:10"},
    {EVENT("DTSTART:20260101T070000Z\nDURATION:PT30M\n"
           "RDATE:20260519T070000\n"),
     "19T07:00-19T07:30 | warning 7: RDATE: has no time zone, though DTSTART "
     "has "
     "one; it is read in that"},
    /* one time is replaced; one is cancelled; one declined */
    {EVENT(DAILY_AT_NINE)
         EVENT("RECURRENCE-ID;TZID=Europe/Paris:20260519T090000\n"
               "DTSTART:20260519T140000Z\nDTEND:20260519T150000Z\n"),
     "19T14:00-19T15:00, 28T07:00-28T07:30"},
    {EVENT("RECURRENCE-ID:20260519T070000Z\nSTATUS:CANCELLED\n")
         EVENT(DAILY_AT_NINE),
     "28T07:00-28T07:30"},
    {EVENT(DAILY_AT_NINE) EVENT(
         "RECURRENCE-ID;VALUE=DATE:20260519\nDTSTART:20260519T140000Z\n"
         "DURATION:PT1H\nATTENDEE;PARTSTAT=DECLINED:mailto:bob@example.org\n"),
     "28T07:00-28T07:30"},
    {EVENT("RECURRENCE-ID:20260519T070000Z\nDTSTART:20260519T140000Z\n"
           "DURATION:PT1H\n"),
     "19T14:00-19T15:00"},
    /* from one time on, all are changed: by the clock, with the new length, whatever
       the zone; again later; none any more; a single one after all */
    {EVENT(DAILY_AT_NINE) EVENT(
         "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20260519T090000\n"
         "DTSTART;TZID=Europe/Paris:20260519T100000\nDURATION:PT1H\n"),
     "19T08:00-19T09:00"},
    {FROM_ON("20260502T070000Z",
             "DTSTART;TZID=Asia/Tokyo:20260502T190000\nDURATION:PT5M\n")
         EVENT(DAILY_AT_NINE),
     "19T10:00-19T10:05"},
    {EVENT(DAILY_AT_NINE) FROM_ON("20260502T070000Z",
                                  "DTSTART:20260502T080000Z\nDURATION:PT5M\n")
         FROM_ON("20260601T070000Z", "DTSTART:20260603T060000Z\nDURATION:PT6M\n"),
     "19T08:00-19T08:05, 28T06:00-28T06:06"},
    {EVENT(DAILY_AT_NINE) FROM_ON("20260520T070000Z", "STATUS:CANCELLED\n"),
     "19T07:00-19T07:30"},
    {EVENT(DAILY_AT_NINE)
         FROM_ON("20260502T070000Z", "DTSTART:20260502T080000Z\nDURATION:PT5M\n")
             EVENT("RECURRENCE-ID:20260519T070000Z\n"
                   "DTSTART:20260519T140000Z\nDURATION:PT6M\n"),
     "19T14:00-19T14:06"},
    {EVENT("DTSTART;VALUE=DATE:20260501\nRRULE:FREQ=WEEKLY\n")
         EVENT("RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20260508\n"
               "DTSTART;VALUE=DATE:20260511\nDURATION:P2D\n"),
     "19T06:00-19T16:00"},
    {EVENT("DTSTART:20260518T070000Z\nDURATION:PT5M\n"
           "RDATE;VALUE=PERIOD:20260519T080000Z/PT1H\n")
         FROM_ON("20260518T070000Z", "DTSTART:20260518T063000Z\nDURATION:PT10M\n"),
     "19T07:30-19T07:40"},
    /* what takes out nothing is told, where it might matter */
    {EVENT("DTSTART:20260519T070000Z\nDURATION:PT30M\nRRULE:FREQ=DAILY;COUNT=9\n"
           "EXDATE:20260519T080000Z,20260519T080000Z\nEXDATE:20260401T080000Z\n"),
     "19T07:00-19T07:30" UNMET("8", "EXDATE", "2026-05-19T08:00:00Z")},
    {EVENT("DTSTART;VALUE=DATE:20260519\nRRULE:FREQ=DAILY;COUNT=9\n"
           "EXDATE:20260519T100000Z\n"),
     "19T06:00-19T16:00" UNMET("7", "EXDATE", "2026-05-19T10:00:00Z")},
    {EVENT("DTSTART:20260518T070000Z\nDURATION:PT30M\nRRULE:FREQ=DAILY;COUNT=9\n")
         EVENT("RECURRENCE-ID:20260519T080000Z\n"
               "DTSTART:20260519T140000Z\nDURATION:PT6M\n"),
     "19T07:00-19T07:30, 19T14:00-19T14:06" UNMET("12", "RECURRENCE-ID",
                                                  "2026-05-19T08:00:00Z")},
    {EVENT(DAILY_AT_NINE "EXDATE:20260519T070000Z\n")
         EVENT("RECURRENCE-ID:20260519T070000Z\n"
               "DTSTART:20260519T140000Z\nDURATION:PT6M\n"),
     "19T14:00-19T14:06, 28T07:00-28T07:30"},
    /* versions */
    {VERSION("0", "20260101T000000Z", AT_SEVEN) VERSION(
         "1", "20250101T000000Z", "DTSTART:20260519T140000Z\nDURATION:PT1H\n"),
     "19T14:00-19T15:00 | note 2: UID: is an older version of the event on "
     "line "
     "9, which counts"},
    {VERSION("1", "20260101T000000Z", AT_SEVEN) VERSION(
         "1", "20260101T000000Z", "DTSTART:20260519T140000Z\nDURATION:PT1H\n"),
     "19T07:00-19T08:00, 19T14:00-19T15:00"},
    {VERSION("0", "20260101T000000Z",
             AT_SEVEN) "END:VCALENDAR\nBEGIN:VCALENDAR\n"
                       "METHOD:CANCEL\n" VERSION("1", "20260102T000000Z", ""),
     " | note 2: UID: is an older version of the event on line 12, which "
     "counts"},
};

static void test_series(struct arena arena)
{
    CHECK_ROWS(arena, series_row);
}

static void test_others(struct arena arena)
{
    static const struct row row[] = {
        {"BEGIN:VFREEBUSY\nFREEBUSY:20260519T070000Z/PT30M,20260519T080000Z/"
         "20260519T081500Z\nFREEBUSY;FBTYPE=FREE:20260519T090000Z/PT1H\n"
         "FREEBUSY;FBTYPE=X-ODD:20260519T120000Z/PT1M\n"
         "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260519T130000Z/PT1M\nEND:VFREEBUSY\n",
         "19T07:00-19T07:30, 19T08:00-19T08:15, 19T12:00-19T12:01, "
         "19T13:00-19T13:01"},
        {"METHOD:REPLY\nBEGIN:VFREEBUSY\nFREEBUSY:20260519T070000Z/PT30M\n"
         "END:VFREEBUSY\n",
         "19T07:00-19T07:30"},
        /* free from nine to five on working days, in the zone of AVAILABLE */
        {"BEGIN:VAVAILABILITY\nUID:v\nDTSTAMP:20260101T000000Z\nBEGIN:AVAILABLE\n"
         "UID:a\nDTSTAMP:20260101T000000Z\nDTSTART;TZID=Europe/"
         "Paris:20260105T090000\n"
         "DTEND;TZID=Europe/Paris:20260105T170000\n"
         "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR\nEND:AVAILABLE\nEND:"
         "VAVAILABILITY\n",
         "19T06:00-19T07:00, 19T15:00-19T16:00, 24T22:00-25T06:00, "
         "28T00:00-28T08:00"},
        /* one that is more important, for its span alone */
        {"BEGIN:VAVAILABILITY\nPRIORITY:5\nDTSTART:20260519T000000Z\n"
         "DTEND:20260520T000000Z\nEND:VAVAILABILITY\nBEGIN:VAVAILABILITY\n"
         "PRIORITY:1\nDTSTART:20260519T080000Z\nDURATION:PT2H\nBEGIN:AVAILABLE\n"
         "DTSTART:20260519T080000Z\nDTEND:20260519T090000Z\nEND:AVAILABLE\n"
         "END:VAVAILABILITY\n",
         "19T06:00-19T08:00, 19T09:00-19T16:00"},
        /* a zone that only the file knows, and one that it knows better */
        {TOKYO_ZONE("Own time", "+0900")
             EVENT("DTSTART;TZID=Own time:20260519T160000\nDURATION:PT30M\n"),
         "19T07:00-19T07:30"},
        {TOKYO_ZONE("Osaka\\, Tokyo", "+0900")
             EVENT("DTSTART;TZID=\"Osaka, Tokyo\":20260519T160000\n"
                   "DURATION:PT30M\n"),
         "19T07:00-19T07:30"},
        {TOKYO_ZONE("Asia/Tokyo", "+0900")
             EVENT("DTSTART;TZID=Asia/Tokyo:20260519T160000\nDURATION:PT30M\n"),
         "19T07:00-19T07:30"},
        {TOKYO_ZONE("Asia/Tokyo", "+0800")
             EVENT("DTSTART;TZID=Asia/Tokyo:20260519T160000\nDURATION:PT30M\n"),
         "19T07:00-19T07:30 | warning 2: VTIMEZONE: the file defines 'Asia/Tokyo' "
         "as "
         "UTC+08:00 on 2026-05-19, but Asia/Tokyo has UTC+09:00 then, and that is "
         "used; expected the same"},
        {TOKYO_ZONE("Twice", "+0900") TOKYO_ZONE("Twice", "+0800")
             EVENT("DTSTART;TZID=Twice:20260519T160000\nDURATION:PT30M\n"),
         "19T07:00-19T07:30 | warning 10: VTIMEZONE: the file defines 'Twice' as "
         "UTC+08:00 on 2026-05-19, but Twice has UTC+09:00 then, and that is used; "
         "expected the same"},
        {"BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\nDTSTART:16010101T030000\n"
         "TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n"
         "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\n"
         "DTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
         "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:"
         "VTIMEZONE\n" EVENT("DTSTART;TZID=Ours:20260105T040000\nDURATION:PT30M\n"
                             "RRULE:FREQ=DAILY\n"),
         "25T03:00-25T03:30, 28T02:00-28T02:30"},
    };
    CHECK_ROWS(arena, row);
}

static const struct row message_row[] = {
    {"", " | warning 1: the calendar is empty, so nobody is busy by it; expected "
         "VEVENT, VFREEBUSY or VAVAILABILITY"},
    {"METHOD:REQUEST\nBEGIN:VFREEBUSY\nDTSTART:20260519T000000Z\n"
     "DTEND:20260520T000000Z\nEND:VFREEBUSY\n",
     " | warning 2: METHOD: asks somebody when they are busy, and tells nothing; "
     "expected the answer, with METHOD:REPLY or PUBLISH | warning 1: the calendar "
     "is empty, so nobody is busy by it; expected VEVENT, VFREEBUSY or "
     "VAVAILABILITY"},
    {"METHOD:REQUEST\nBEGIN:VFREEBUSY\nFREEBUSY:20260519T070000Z/PT30M\n"
     "END:VFREEBUSY\n",
     "19T07:00-19T07:30"},
    {"METHOD:REPLY\n" EVENT(AT_SEVEN),
     " | warning 2: METHOD: is an answer to an invitation, not a calendar; its "
     "events are ignored ('matchday replies' reads answers)"},
    {EVENT(""), " | 2: DTSTART: is missing; expected when this begins"},
    {EVENT(AT_SEVEN "DTSTART:20260519T070000Z\n"),
     " | 7: DTSTART: stands there twice; expected it once"},
    {EVENT(AT_SEVEN "DURATION:PT1H\n"),
     " | 7: DURATION: stands beside DTEND; expected one of them"},
    {EVENT("DTSTART:20260519T070000Z\nDTEND:20260519T060000Z\n"),
     " | 6: DTEND: the end is before the start; expected it after DTSTART"},
    {EVENT("DTSTART:20260519T070000Z\nDTEND;VALUE=DATE:20260520\n"),
     " | 6: DTEND: DTSTART and DTEND are a day and a time; expected both of "
     "one "
     "kind"},
    {EVENT("DTSTART;VALUE=DATE:20260519T070000Z\n"),
     " | 5: DTSTART: '20260519T070000Z' is no such date; expected a day like "
     "20210518"},
    {EVENT("DTSTART;VALUE=DATE-TIME:20260519\n"),
     " | 5: DTSTART: '20260519' is no such time; expected one like "
     "20210518T090000Z"},
    {EVENT("DTSTART:20261332T256199Z\n"),
     " | 5: DTSTART: '20261332T256199Z' is no such time; expected one like "
     "20210518T090000Z"},
    {EVENT("DTSTART;VALUE=DATE:20260519\nDURATION:PT1H\n"),
     " | 6: DURATION: a whole day lasts for hours and minutes; expected days, "
     "or "
     "a DTSTART with a time"},
    {EVENT("DTSTART:20260519T070000Z\nDURATION:-PT1H\n"),
     " | 6: DURATION: '-PT1H' is no such length; expected one like PT1H30M, of "
     "at most 100 years"},
    {EVENT("DTSTART;TZID=Europe/Paris:20260519T070000Z\nDURATION:PT1M\n"),
     "19T07:00-19T07:01 | warning 5: DTSTART: a time in UTC ('Z') names the "
     "time "
     "zone 'Europe/Paris' as well; it is read as UTC"},
    {EVENT("DTSTART;TZID=JST:20260519T160000\nDURATION:PT1M\n"),
     " | 5: DTSTART: time zone 'JST' is an abbreviation; expected an IANA "
     "name, "
     "probably 'Asia/Tokyo'; or a VTIMEZONE in the file that defines 'JST': "
     "export the calendar with its time zones, or in UTC"},
    {"BEGIN:VTIMEZONE\nTZID:Odd\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
     "TZOFFSETTO:+9\nEND:STANDARD\nEND:VTIMEZONE\n" EVENT(
         "DTSTART;TZID=Odd:20260519T160000\nDURATION:PT1M\n"),
     " | 12: DTSTART: time zone 'Odd' is not known, and its definition on line "
     "4 "
     "has no TZOFFSETFROM and TZOFFSETTO like +0900"},
    /* what a calendar program never writes must not be lost */
    {"BEGIN:VTODO\n" EVENT(AT_SEVEN) "END:VTODO\n" EVENT(AT_SEVEN),
     "19T07:00-19T08:00 | 3: VEVENT: stands inside of VTODO; expected it in the "
     "calendar itself"},
    {EVENT(AT_SEVEN "BEGIN:VALARM\nBEGIN:VFREEBUSY\nEND:VFREEBUSY\nEND:VALARM\n"),
     "19T07:00-19T08:00 | 8: VFREEBUSY: stands inside of VALARM; expected it in "
     "the "
     "calendar itself"},
    {EVENT(AT_SEVEN "rrule:freq=daily;until=20260520t070000z\n"),
     "19T07:00-19T08:00"},
    {EVENT("DTSTART;TZID=tzone://Microsoft/Utc:20260519T070000\n"),
     " | 5: DTSTART: '//Microsoft/Utc:20260519T070000' is no such time; expected "
     "one like 20210518T090000Z"},
    {EVENT("DTSTART;TZID=\"tzone://Microsoft/Utc\":20260519T070000\n"
           "DURATION:PT1H\n"),
     "19T07:00-19T08:00"},
    {EVENT(AT_SEVEN "SEQUENCE:x\n"),
     " | 7: SEQUENCE: is no number; expected one from 0 on"},
    {EVENT(AT_SEVEN "RRULE:FREQ=DAILY\nRRULE:FREQ=DAILY\n"),
     " | 8: RRULE: stands there twice; expected it once"},
    {EVENT(AT_SEVEN "RRULE:FREQ=DAILY;BYDAY=MO\n"),
     "19T07:00-19T08:00 | warning 7: RRULE: DTSTART is none of the times that "
     "this "
     "rule gives; it is taken for the first of them all the same"},
    {EVENT("DTSTART;VALUE=DATE:20260519\nRRULE:FREQ=DAILY;BYHOUR=9\n"),
     " | 6: RRULE: whole days are repeated at hours of the day; expected no "
     "BYHOUR, BYMINUTE and BYSECOND"},
    {EVENT(AT_SEVEN "RDATE;VALUE=DATE:20260519\n"),
     "19T07:00-19T08:00 | 7: RDATE: DTSTART and RDATE are a day and a time; "
     "expected "
     "both of one kind"},
    {EVENT(AT_SEVEN "RECURRENCE-ID;RANGE=THISANDPRIOR:20260519T070000Z\n"),
     " | 7: RECURRENCE-ID: changes the times of RANGE=THISANDPRIOR; expected "
     "RANGE=THISANDFUTURE, or each changed time as an event of its own"},
    {EVENT(AT_SEVEN "RECURRENCE-ID;RANGE=THISANDFUTURE:20260519T070000Z\n"
                    "RRULE:FREQ=DAILY\n"),
     " | 7: RECURRENCE-ID: changes all times from one on and repeats by "
     "itself; expected either, or two series"},
    {EVENT(AT_SEVEN "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260519\n"),
     " | 7: RECURRENCE-ID: makes times of days, or days of times, from one on; "
     "expected DTSTART of the same kind, or two series"},
    {"BEGIN:VFREEBUSY\nFREEBUSY:20260519T070000Z\nEND:VFREEBUSY\n",
     " | 3: FREEBUSY: '20260519T070000Z' is no period; expected one like "
     "20210518T070000Z/20210518T080000Z"},
    {"BEGIN:VFREEBUSY\nFREEBUSY:20260519T070000Z/-PT1H\nEND:VFREEBUSY\n",
     " | 3: FREEBUSY: '20260519T070000Z/-PT1H' ends before it begins; expected "
     "one like 20210518T070000Z/20210518T080000Z"},
    {"BEGIN:VAVAILABILITY\nPRIORITY:10\nEND:VAVAILABILITY\n",
     " | 3: PRIORITY: is no priority; expected one from 0 to 9"},
    {"BEGIN:VAVAILABILITY\nDURATION:PT1H\nEND:VAVAILABILITY\n",
     " | 3: DURATION: stands there without DTSTART; expected both"},
};

static void test_messages(struct arena arena)
{
    CHECK_ROWS(arena, message_row);
}

/* libical keeps 500 values of a list, reads the others as if they were not there. */
static void test_long_lists(struct arena arena)
{
    struct buf file;
    buf_init(&file, &arena);
    buf_add_text(&file, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20250101T070000Z\n"
                        "DURATION:PT1H\nRRULE:FREQ=DAILY\nEXDATE:20200101T070000Z");
    for (int k = 0; k < 3000; k++) {
        struct civil c =
            civil_from_seconds(instant("2025-01-01T07:00Z") + k * 86400);
        buf_printf(&file, ",%04d%02d%02dT070000Z", c.year, c.month, c.day);
    }
    buf_add_text(&file,
                 "\nEND:VEVENT\nBEGIN:VFREEBUSY\nFREEBUSY:20200101T070000Z/PT1M");
    for (int k = 0; k < 600; k++) {
        buf_printf(&file, ",20260519T0%d%02d00Z/PT1M", 6 + k / 60 % 3, k % 60);
    }
    buf_add_text(&file, "\nEND:VFREEBUSY\nEND:VCALENDAR\n");
    CHECK_TEXT(busy_text(&arena, file.data), "19T06:00-19T09:00");
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_events(arena);
    test_series(arena);
    test_others(arena);
    test_messages(arena);
    test_long_lists(arena);
    arena_finish(&arena);
    return check_report();
}
