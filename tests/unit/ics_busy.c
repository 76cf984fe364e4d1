/* Busy times from calendars: what each property does, and every message. */

#include "scheduler/base/buf.h"
#include "scheduler/base/civil.h"
#include "tests/support/busy_rows.h"
#include "tests/support/check.h"

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

#define FREE_BUSY(uid, day, who, period)                                           \
    "BEGIN:VFREEBUSY\nUID:" uid "\nDTSTAMP:2026" day                               \
    "T000000Z\nATTENDEE:mailto:" who "@x\nFREEBUSY:20260519T" period               \
    "\nEND:VFREEBUSY\n"

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
        /* sent again; by somebody else; who knows when; a question is no answer */
        {FREE_BUSY("1", "0101", "ann", "070000Z/PT30M")
             FREE_BUSY("1", "0102", "ann", "080000Z/PT30M")
                 FREE_BUSY("1", "0101", "bob", "090000Z/PT30M"),
         "19T08:00-19T08:30, 19T09:00-19T09:30 | note 2: UID: is an older version "
         "of the VFREEBUSY on line 8, which counts"},
        {FREE_BUSY("1", "0101", "ann", "070000Z/PT30M")
             FREE_BUSY("1", "9999", "ann", "080000Z/PT30M")
                 FREE_BUSY("1", "0101", "ann", "090000Z/PT30M"),
         "19T07:00-19T07:30, 19T08:00-19T08:30, 19T09:00-19T09:30"},
        {FREE_BUSY("1", "0101", "ann", "070000Z/PT30M")
             FREE_BUSY("2", "0102", "ann", "080000Z/PT30M") FREE_BUSY(
                 "", "0103", "ann",
                 "090000Z/PT30M") "END:VCALENDAR\nBEGIN:VCALENDAR\nMETHOD:REQUEST\n"
                                  "BEGIN:VFREEBUSY\nUID:1\n"
                                  "DTSTAMP:20260104T000000Z\n"
                                  "ATTENDEE:mailto:ann@x\nEND:VFREEBUSY\n",
         "19T07:00-19T07:30, 19T08:00-19T08:30, 19T09:00-19T09:30 | warning 22: "
         "METHOD: asks somebody when they are busy, and tells nothing; expected "
         "the "
         "answer, with METHOD:REPLY or PUBLISH"},
        {"BEGIN:VAVAILABILITY\nUID:v\nDTSTAMP:20260102T000000Z\n"
         "DTSTART:20260519T080000Z\nDURATION:PT1H\nEND:VAVAILABILITY\n"
         "BEGIN:VAVAILABILITY\nUID:v\nDTSTAMP:20260101T000000Z\n"
         "DTSTART:20260519T060000Z\nDURATION:PT1H\nEND:VAVAILABILITY\n",
         "19T08:00-19T09:00 | note 8: UID: is an older version of the "
         "VAVAILABILITY on line 2, which counts"},
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
    };
    CHECK_ROWS(arena, row);
}

/* A zone that only the file knows, and one that it knows better. */
static void test_own_zones(struct arena arena)
{
    static const struct row row[] = {
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
    {EVENT(AT_SEVEN) "BEGIN;X-A=1:VEVENT\nDTSTART:20260519T090000Z\n"
                     "DURATION:PT1H\nEND;X-A=1:VEVENT\n",
     " | 8: found 'BEGIN;X-A=1:VEVENT'; expected BEGIN: or END: and a name, "
     "without "
     "parameters"},
    {"BEGIN:VEVENT\nDTSTART:20260519T090000Z\nend;X-A=1:VEVENT\n",
     " | 4: found 'end;X-A=1:VEVENT'; expected BEGIN: or END: and a name, without "
     "parameters"},
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
            civil_from_seconds(busy_instant("2025-01-01T07:00Z") + k * 86400);
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
    test_others(arena);
    test_own_zones(arena);
    test_messages(arena);
    test_long_lists(arena);
    arena_finish(&arena);
    return check_report();
}
