/* Busy times from calendars: repeated events, and versions of one event. */

#include "tests/support/busy_rows.h"
#include "tests/support/check.h"

/* A calendar with one more time of event 1, at that hour. */
#define ADDED(sequence, hour)                                                      \
    "END:VCALENDAR\nBEGIN:VCALENDAR\nMETHOD:ADD\n" VERSION(                        \
        sequence, "20260101T000000Z",                                              \
        "DTSTART:20260519T" hour "0000Z\nDURATION:PT1H\n")

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
    /* a day before or after the times of interest, and not farther away */
    {EVENT("DTSTART:20260518T070000Z\nDURATION:PT30M\nRRULE:FREQ=DAILY;COUNT=9\n"
           "EXDATE:20260518T060000Z,20260518T050000Z,20260520T155900Z,"
           "20260520T160000Z\n"),
     "19T07:00-19T07:30" UNMET("8", "EXDATE", "2026-05-18T06:00:00Z")
         UNMET("8", "EXDATE", "2026-05-20T15:59:00Z")},
    {EVENT("DTSTART;TZID=Europe/Paris:20260519T180100\nDURATION:PT30M\n"
           "RRULE:FREQ=WEEKLY;COUNT=2\nEXDATE;VALUE=DATE:20260518\n"
           "EXDATE;VALUE=DATE:20260519,20260526\nEXDATE;VALUE=DATE:20260401\n"),
     UNMET("8", "EXDATE", "2026-05-18")},
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
    /* METHOD:ADD: one more time, until the event is sent anew, or is off */
    {VERSION("0", "20260101T000000Z", AT_SEVEN) ADDED("1", "14"),
     "19T07:00-19T08:00, 19T14:00-19T15:00"},
    {ADDED("1", "14") "END:VCALENDAR\nBEGIN:VCALENDAR\n" VERSION(
         "0", "20260101T000000Z", AT_SEVEN) ADDED("2", "11"),
     "19T07:00-19T08:00, 19T11:00-19T12:00, 19T14:00-19T15:00"},
    {ADDED("1", "14"), "19T14:00-19T15:00"},
    {VERSION("2", "20260101T000000Z", AT_SEVEN) ADDED("1", "14"),
     "19T07:00-19T08:00 | note 12: UID: is an older version of the event on line "
     "2, which counts"},
    {VERSION("0", "20260101T000000Z", AT_SEVEN)
         ADDED("1", "14") "END:VCALENDAR\nBEGIN:VCALENDAR\nMETHOD:CANCEL\n" VERSION(
             "2", "20260102T000000Z", ""),
     " | note 2: UID: is an older version of the event on line 22, which counts | "
     "note 12: UID: is an older version of the event on line 22, which counts"},
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

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_series(arena);
    arena_finish(&arena);
    return check_report();
}
