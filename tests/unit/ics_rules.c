/* What calendar programs ask of every file: judged in all files of days in many
 * states, by a reader of its own. The sources of the rules: RFC 5545 (form), RFC 5546
 * (methods), and what Outlook, Google and others do with files that are otherwise
 * right. */

#include "io/ics_files.h"

#include <string.h>

#include "scheduler/base/text.h"
#include "tests/support/check.h"
#include "tests/support/ics_day.h"

/* One entry: its own lines, unfolded, each with LF behind it, and its alarms. */
struct block {
    const char *text, *alarm; /* alarm "" = none */
};

static bool is_line_of(const char *line, const char *name)
{
    size_t len = strlen(name);
    return strncmp(line, name, len) == 0 && (line[len] == ':' || line[len] == ';');
}

static const char *next_line(const char *line)
{
    return line + strcspn(line, "\n") + (strchr(line, '\n') != NULL);
}

/* The first line with that property, or NULL. */
static const char *find(const char *text, const char *name)
{
    for (; *text != '\0'; text = next_line(text)) {
        if (is_line_of(text, name)) {
            return text;
        }
    }
    return NULL;
}

static int count(const char *text, const char *name)
{
    int n = 0;
    for (text = find(text, name); text; text = find(next_line(text), name)) {
        n++;
    }
    return n;
}

/* What stands behind "NAME:"; "" if there is none. */
static const char *value(struct arena *arena, const char *text, const char *name)
{
    const char *line = find(text, name);
    const char *at = line ? line + strcspn(line, ":\n") : "";
    return *at == ':' ? arena_strndup(arena, at + 1, strcspn(at + 1, "\n")) : "";
}

/* The k-th piece from "BEGIN:NAME" to "END:NAME", or NULL. */
static char *piece(struct arena *arena, const char *text, const char *name, int k)
{
    const char *begin = arena_printf(arena, "BEGIN:%s\n", name);
    const char *end = arena_printf(arena, "END:%s\n", name);
    const char *at = strstr(text, begin);
    while (at && k-- > 0) {
        at = strstr(at + 1, begin);
    }
    const char *close = at ? strstr(at, end) : NULL;
    return close ? arena_strndup(arena, at, (size_t)(close - at)) : NULL;
}

static bool find_block(struct arena *arena, const char *text, int k,
                       struct block *block)
{
    char *whole = piece(arena, text, "VEVENT", k);
    if (!whole) {
        return false;
    }
    char *alarm = strstr(whole, "BEGIN:VALARM\n");
    block->alarm = alarm ? arena_strdup(arena, alarm) : "";
    if (alarm) {
        *alarm = '\0';
    }
    block->text = whole;
    return true;
}

/* Row 1: bytes. */
static void check_bytes(const struct output_file *file)
{
    const char *text = file->content.bytes;
    size_t len = file->content.len;
    CHECK_INT(text_utf8_check(text, len), len);
    CHECK(strncmp(text, "BEGIN:VCALENDAR\r\n", 17) == 0);
    CHECK(len > 2 && strcmp(text + len - 2, "\r\n") == 0);
    for (const char *line = text; *line != '\0';) {
        size_t n = strcspn(line, "\r\n");
        CHECK(n <= 75 && strspn(line, " \t") < n);
        CHECK_INT(text_utf8_check(line, n), n);
        for (size_t k = 0; k < n; k++) {
            CHECK((unsigned char)line[k] >= ' ' && line[k] != 0x7f);
        }
        if (!CHECK(strncmp(line + n, "\r\n", 2) == 0)) {
            return;
        }
        line += n + 2;
    }
}

/* Row 2: the calendar itself, its METHOD before its entries. */
static void check_calendar(struct arena arena, const char *text)
{
    const char *head =
        arena_strndup(&arena, text, (size_t)(strstr(text, "BEGIN:VEVENT") - text));
    CHECK_TEXT(value(&arena, head, "VERSION"), "2.0");
    CHECK_INT(count(text, "VERSION"), 1);
    CHECK_INT(count(head, "PRODID"), 1);
    CHECK_INT(count(head, "METHOD"), 1);
    CHECK_INT(count(text, "METHOD"), 1);
    CHECK_INT(count(head, "CALSCALE"), 1);
}

/* Rows 12, 13: UTC, an end behind the start, no zone of any kind. */
static void check_times(struct arena arena, const char *path, const char *text)
{
    static const char *const name[] = {"DTSTART", "DTEND", "DTSTAMP", "CREATED",
                                       "LAST-MODIFIED"};
    for (size_t k = 0; k < sizeof name / sizeof *name; k++) {
        const char *time = value(&arena, text, name[k]);
        CHECK_INT(count(text, name[k]), 1);
        CHECK_INT(strlen(time), 16);
        CHECK(strspn(time, "0123456789") == 8 && time[8] == 'T' && time[15] == 'Z');
    }
    CHECK(strcmp(value(&arena, text, "DTSTART"), value(&arena, text, "DTEND")) < 0);
    CHECK(!strstr(text, "TZID") && !strstr(text, "DURATION"));
    /* Row 11: when this was made, in all files of one run. */
    if (!CHECK_TEXT(value(&arena, text, "DTSTAMP"), "20210518T060000Z")) {
        printf("  in %s\n", path);
    }
}

/* Row 15: a parameter with other letters than ASCII's stands in quotes. */
static void check_parameters(const char *text)
{
    for (const char *line = text; *line != '\0'; line = next_line(line)) {
        bool quoted = false;
        for (const char *c = line; *c != '\n' && (quoted || *c != ':'); c++) {
            quoted = quoted != (*c == '"');
            CHECK(quoted || (unsigned char)*c < 0x80);
            CHECK(*c != '^' && *c != '\\');
        }
    }
}

/* Row 19: one link in four places, which are all there or none is; row 18: the room is
 * a place, nobody whom one invites. */
static void check_link(struct arena arena, const char *text)
{
    const char *url = value(&arena, text, "URL");
    const char *conference = find(text, "CONFERENCE");
    CHECK_INT(count(text, "URL"), *url ? 1 : 0);
    CHECK_INT(count(text, "CONFERENCE"), *url ? 1 : 0);
    if (*url) {
        CHECK(strstr(conference, ";VALUE=URI;FEATURE=VIDEO;LABEL=") != NULL);
        CHECK(strstr(conference, arena_printf(&arena, ":%s\n", url)) != NULL);
        static const char *const name[] = {"LOCATION", "DESCRIPTION"};
        for (int k = 0; k < 2; k++) {
            CHECK(strstr(value(&arena, text, name[k]),
                         "https://zoom.example.org/j/"));
        }
    }
    CHECK(!strstr(text, "CUTYPE=ROOM") && !strstr(text, "X-GOOGLE"));
}

/* Rows 5, 6, 9, 10 and 21: what each entry has. */
static void check_entry(struct arena arena, const char *path, const char *text)
{
    static const char *const once[] = {"UID",      "SEQUENCE",    "STATUS",
                                       "SUMMARY",  "DESCRIPTION", "TRANSP",
                                       "ORGANIZER"};
    static const char *const never[] = {
        "REQUEST-STATUS",    "RRULE",       "RDATE",
        "X-LIC-ERROR",       "PARTICIPANT", "PROXIMITY",
        "STYLED-DESCRIPTION"};
    for (size_t k = 0; k < sizeof once / sizeof *once; k++) {
        if (!CHECK_INT(count(text, once[k]), 1)) {
            printf("  %s in %s\n", once[k], path);
        }
    }
    for (size_t k = 0; k < sizeof never / sizeof *never; k++) {
        CHECK_INT(count(text, never[k]), 0);
    }
    CHECK(strlen(value(&arena, text, "UID")) <= 255);
    CHECK(strncmp(value(&arena, text, "ORGANIZER"), "mailto:", 7) == 0);
}

/* Row 3: agendas are published, invite nobody and have a name; row 20: alarms go off
 * before what takes place. */
static void check_agenda(struct arena arena, const char *text,
                         const struct block *block)
{
    bool cancelled = strcmp(value(&arena, block->text, "STATUS"), "CANCELLED") == 0;
    CHECK_TEXT(value(&arena, text, "METHOD"), "PUBLISH");
    CHECK_INT(count(text, "ATTENDEE"), 0);
    CHECK_INT(count(text, "NAME"), 1);
    CHECK_INT(count(text, "X-WR-CALNAME"), 1);
    CHECK_TEXT(value(&arena, text, "X-WR-CALNAME"), value(&arena, text, "NAME"));
    CHECK_TEXT(value(&arena, block->text, "TRANSP"),
               cancelled ? "TRANSPARENT" : "OPAQUE");
    if (cancelled || block->alarm[0] == '\0') {
        CHECK_TEXT(block->alarm, "");
        return;
    }
    CHECK_TEXT(value(&arena, block->alarm, "ACTION"), "DISPLAY");
    CHECK_TEXT(value(&arena, block->alarm, "TRIGGER"), "-PT15M");
    CHECK_TEXT(value(&arena, block->alarm, "DESCRIPTION"),
               value(&arena, block->text, "SUMMARY"));
}

/* Rows 4, 5, 6 and 17: one entry for one's own people; who calls off asks nothing. */
static void check_invite(struct arena arena, const char *text,
                         const struct block *block)
{
    const char *status = value(&arena, block->text, "STATUS");
    bool cancels = strcmp(value(&arena, text, "METHOD"), "CANCEL") == 0;
    CHECK_INT(count(text, "BEGIN") - 1, 1);
    CHECK_INT(count(text, "NAME") + count(text, "X-WR-CALNAME"), 0);
    CHECK_TEXT(block->alarm, "");
    CHECK(count(text, "ATTENDEE") >= 1);
    if (cancels) {
        CHECK_TEXT(status, "CANCELLED");
        CHECK(!strstr(text, "RSVP") && !strstr(text, "PARTSTAT"));
        CHECK(strcmp(value(&arena, text, "SEQUENCE"), "0") != 0);
        return;
    }
    CHECK_TEXT(value(&arena, text, "METHOD"), "REQUEST");
    CHECK(strcmp(status, "CONFIRMED") == 0 || strcmp(status, "TENTATIVE") == 0);
    for (const char *line = find(text, "ATTENDEE"); line;
         line = find(next_line(line), "ATTENDEE")) {
        const char *one = arena_strndup(&arena, line, strcspn(line, "\n"));
        CHECK(strstr(one, ";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT="
                          "NEEDS-ACTION;RSVP=TRUE;LANGUAGE=") != NULL);
        CHECK(strstr(one, "ATTENDEE;CN=") == one);
    }
}

/* No UID twice, and entries by their start. */
static void check_order(struct arena arena, const char *text)
{
    struct block one, other;
    for (int k = 0; find_block(&arena, text, k, &one); k++) {
        const char *start = value(&arena, one.text, "DTSTART");
        for (int j = k + 1; find_block(&arena, text, j, &other); j++) {
            CHECK(strcmp(start, value(&arena, other.text, "DTSTART")) <= 0);
            CHECK(strcmp(value(&arena, one.text, "UID"),
                         value(&arena, other.text, "UID")) != 0);
        }
    }
}

static void check_file(struct arena arena, const struct output_file *file,
                       const char *text)
{
    struct block block;
    check_bytes(file);
    check_calendar(arena, text);
    check_parameters(text);
    check_order(arena, text);
    CHECK(find_block(&arena, text, 0, &block));
    for (int k = 0; find_block(&arena, text, k, &block); k++) {
        check_entry(arena, file->path, block.text);
        check_times(arena, file->path, block.text);
        check_link(arena, block.text);
        if (strncmp(file->path, "invites/", 8) == 0) {
            check_invite(arena, text, &block);
        } else {
            check_agenda(arena, text, &block);
        }
    }
}

static void check_day(const struct ics_day *day)
{
    int n_calendars = 0;
    for (int k = 0; k < day->output.n_files; k++) {
        const struct output_file *file = &day->output.file[k];
        int n_failed = check_n_failed;
        if (strstr(file->path, ".ics")) {
            n_calendars++;
            const char *text = ics_day_lines(day, file->path);
            check_file(*day->arena, file, text);
        }
        if (check_n_failed > n_failed) {
            printf("  in %s\n", file->path);
        }
    }
    CHECK(n_calendars > 4);
}

/* States of a day. */
static void as_it_is(struct ics_day *day)
{
    CHECK_INT(day->plan.schedule.n_meetings, 2);
}

static void publish(struct ics_day *day)
{
    ics_day_publish(day);
}

static void move(struct ics_day *day)
{
    ics_day_publish(day);
    day->meeting[0].start_s += 1200;
    day->meeting[0].end_s += 1200;
    day->meeting[0].sequence++;
}

static void make_tentative(struct ics_day *day)
{
    day->meeting[1].tentative = true;
}

static void ask_for_alarms(struct ics_day *day)
{
    ics_day_cancel_second(day);
    day->event->alarm_minutes = 15;
}

static void replace_interpreter(struct ics_day *day)
{
    tiny_interpreter(day->arena, day->event, "en-ja");
    ics_day_publish(day);
    day->meeting[0].interpreter_id = "I02";
    day->meeting[0].i = 1;
    day->meeting[0].sequence++;
}

static void take_links_away(struct ics_day *day)
{
    day->event->room[0].url = day->event->agenda[0].url = "";
    day->event->room[1].url = "tel:+81-58-272-1111";
}

static void (*const state[])(struct ics_day *day) = {
    as_it_is,
    publish,
    move,
    make_tentative,
    ask_for_alarms,
    replace_interpreter,
    take_links_away,
    ics_day_cancel_second,
};

/* Row 20: alarms are in agendas and nowhere else. */
static void test_alarms(struct arena arena)
{
    struct ics_day day;
    ics_day_init(&day, &arena);
    CHECK(!strstr(ics_day_lines(&day, "agendas/a.ics"), "VALARM"));
    ask_for_alarms(&day);
    ics_day_write(&day);
    const char *text = ics_day_lines(&day, "agendas/a.ics");
    CHECK_INT(count(text, "TRIGGER"), 2);
    CHECK_INT(count(text, "UID"), 3);
    CHECK_INT(count(ics_day_lines(&day, "event.ics"), "TRIGGER"), 2);
    CHECK(strstr(ics_day_lines(&day, "invites/a/m0002.ics"), "METHOD:CANCEL"));
}

/* Row 10: whoever has a meeting has it under one name, whatever becomes of it. */
static void test_uids(struct arena arena)
{
    static const char *const path[] = {
        "invites/a/m0001.ics", "invites/b/m0001.ics",          "agendas/a.ics",
        "agendas/b.ics",       "agendas/interpreters/I01.ics", "event.ics"};
    struct ics_day day;
    ics_day_init(&day, &arena);
    ics_day_write(&day);
    const char *uid =
        value(&arena, ics_day_lines(&day, "invites/a/m0001.ics"), "UID");
    CHECK(strstr(uid, "tiny-") == uid && strstr(uid, "@example.org") != NULL);
    const char *line = arena_printf(&arena, "UID:%s\n", uid);
    move(&day);
    day.meeting[0].room_id = "R2";
    day.meeting[0].r = 1;
    ics_day_write(&day);
    for (size_t k = 0; k < sizeof path / sizeof *path; k++) {
        const char *text = ics_day_lines(&day, path[k]);
        CHECK(strstr(text, line) != NULL);
        CHECK(strstr(strstr(text, line), "SEQUENCE:1\n") != NULL);
    }
}

/* Row 16: one organiser for all that one side gets. */
static void test_organizer(struct arena arena)
{
    struct ics_day day;
    ics_day_init(&day, &arena);
    ics_day_write(&day);
    for (int k = 0; k < day.output.n_files; k++) {
        const char *text = ics_day_lines(&day, day.output.file[k].path);
        int n = 0;
        for (const char *at = text; (at = strstr(at, "\nORGANIZER;")); at++) {
            const char *whole = "\nORGANIZER;CN=Helpdesk:mailto:help@example.org\n";
            CHECK(strncmp(at, whole, strlen(whole)) == 0);
            n++;
        }
        CHECK(n == count(text, "UID"));
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t k = 0; k < sizeof state / sizeof *state; k++) {
        struct arena work = arena;
        struct ics_day day;
        int n_failed = check_n_failed;
        ics_day_init(&day, &work);
        state[k](&day);
        ics_day_write(&day);
        check_day(&day);
        if (check_n_failed > n_failed) {
            printf("  state %zu\n", k);
        }
    }
    test_alarms(arena);
    test_uids(arena);
    test_organizer(arena);
    arena_finish(&arena);
    return check_report();
}
