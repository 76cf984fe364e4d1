/* Whatever people type comes back from another program's reading as it was
 * meant, and never as a property of its own. libical reads here. */

#include "io/ics_files.h"

#include <libical/ical.h>
#include <string.h>

#include "io/ics_clean.h"
#include "tests/support/check.h"
#include "tests/support/ics_day.h"

static const char *const nasty[] = {
    "plain",
    "a, b; c: d \\ e \" f ^ g = h",
    "x\nBEGIN:VEVENT\nATTENDEE:mailto:evil@evil.example",
    "x\r\nEND:VEVENT\r\nX-EVIL:1",
    "x\rATTENDEE:mailto:evil@evil.example",
    ("x\xe2\x80\xa8"
     "ATTENDEE:mailto:evil@evil.example"),
    "ends in a backslash\\",
    "\\n \\, \\; \\\\",
    "\"quoted\"",
    "^n^'^^",
    "岐阜県「テスト」",
    "株式会社, 岐阜; 県",
    "🎉👩‍🔬 e\xcc\x81",
    "\x01\x1b[2J\x7f\xc2\x9b!",
    "not \xff\xfe UTF-8 \xe5\xb2",
    "\xe2\x80\xaereversed",
    "a\tb  c   ",
    "x;CN=Evil:mailto:evil@evil.example",
    ":;,\"",
    "%s%n{1}{9}",
};
enum { N_NASTY = sizeof nasty / sizeof *nasty };

/* Longer than any line, over and over, with its fold at ever other places. */
static char *repeated(struct arena *arena, const char *text, int n)
{
    char *long_text = arena_printf(arena, "%.*s", n % 7, "xxxxxx");
    for (int k = 0; k < n; k++) {
        long_text = arena_printf(arena, "%s%s", long_text, text);
    }
    return long_text;
}

/* With the text in front of an address if it still is one then. */
static char *nasty_email(struct arena *arena, char who, int k, const char *text)
{
    char *email = arena_printf(arena, "%c%d%s@example.org", who, k, text);
    return ics_mailto(arena, email)[0] != '\0'
               ? email
               : arena_printf(arena, "%c%d@example.org", who, k);
}

static void make_nasty(struct ics_day *day, const char *text)
{
    struct event *event = day->event;
    const char *link = arena_printf(day->arena, "https://h.example/%s", text);
    event->name = event->name_ja = text;
    event->organizer.name = text;
    event->organizer.email = nasty_email(day->arena, 'o', 0, text);
    for (int p = 0; p < event->n_participants; p++) {
        struct participant *who = &event->participant[p];
        who->organisation = who->organisation_ja = text;
        for (int k = 0; k < who->n_contacts; k++) {
            who->contact[k].name = who->contact[k].name_ja = text;
            who->contact[k].email = nasty_email(day->arena, 'c', k, text);
        }
    }
    for (int r = 0; r < event->n_rooms; r++) {
        event->room[r].name = text;
        event->room[r].url = link;
    }
    event->interpreter[0].name = text;
    event->agenda[0].title = text;
    event->agenda[0].url = link;
    for (int q = 0; q < event->n_requests; q++) {
        event->request[q].message = text;
    }
    day->meeting[0].topic = day->meeting[1].topic = text;
}

/* The properties that entries have, and no others, each once at most. */
static void check_properties(icalcomponent *event)
{
    static const icalproperty_kind known[] = {
        ICAL_UID_PROPERTY,          ICAL_SEQUENCE_PROPERTY,
        ICAL_DTSTAMP_PROPERTY,      ICAL_CREATED_PROPERTY,
        ICAL_LASTMODIFIED_PROPERTY, ICAL_DTSTART_PROPERTY,
        ICAL_DTEND_PROPERTY,        ICAL_STATUS_PROPERTY,
        ICAL_TRANSP_PROPERTY,       ICAL_SUMMARY_PROPERTY,
        ICAL_DESCRIPTION_PROPERTY,  ICAL_LOCATION_PROPERTY,
        ICAL_CATEGORIES_PROPERTY,   ICAL_URL_PROPERTY,
        ICAL_CONFERENCE_PROPERTY,   ICAL_ORGANIZER_PROPERTY,
    };
    int n = icalcomponent_count_properties(event, ICAL_ATTENDEE_PROPERTY);
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        CHECK_INT(icalcomponent_count_properties(event, known[k]), 1);
        n++;
    }
    CHECK_INT(icalcomponent_count_properties(event, ICAL_ANY_PROPERTY), n);
}

static void check_name(struct arena arena, icalproperty *property, const char *text)
{
    CHECK_TEXT(icalproperty_get_parameter_as_string(property, "CN"),
               ics_clean_parameter(&arena, text));
}

static void check_attendees(struct arena arena, icalcomponent *event, int n,
                            const char *text)
{
    int k = 0;
    for (icalproperty *property =
             icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY);
         property; property = icalcomponent_get_next_property(
                       event, ICAL_ATTENDEE_PROPERTY)) {
        const char *email = nasty_email(&arena, 'c', k++, text);
        CHECK_TEXT(icalproperty_get_attendee(property), ics_mailto(&arena, email));
        check_name(arena, property, text);
        CHECK_INT(icalproperty_count_parameters(property), 6);
    }
    CHECK_INT(k, n);
}

static void check_texts(struct arena arena, icalcomponent *event, const char *text)
{
    const char *line = ics_clean_line(&arena, text);
    const char *link =
        ics_clean_uri(&arena, arena_printf(&arena, "https://h.example/%s", text));
    CHECK_TEXT(icalcomponent_get_location(event),
               arena_printf(&arena, "%s – %s", line, link));
    icalproperty *url = icalcomponent_get_first_property(event, ICAL_URL_PROPERTY);
    CHECK_TEXT(icalproperty_get_url(url), link);
    icalproperty *conference =
        icalcomponent_get_first_property(event, ICAL_CONFERENCE_PROPERTY);
    CHECK_TEXT(icalproperty_get_conference(conference), link);
    CHECK_TEXT(icalproperty_get_parameter_as_string(conference, "LABEL"),
               ics_clean_parameter(&arena, text));
    icalproperty *organizer =
        icalcomponent_get_first_property(event, ICAL_ORGANIZER_PROPERTY);
    CHECK_TEXT(icalproperty_get_organizer(organizer),
               ics_mailto(&arena, nasty_email(&arena, 'o', 0, text)));
    check_name(arena, organizer, text);
    const char *description = icalcomponent_get_description(event);
    CHECK(strstr(description, arena_printf(&arena, "\n%s", line)) != NULL ||
          strstr(description, line) != NULL);
    CHECK(strstr(description, arena_printf(&arena, ": %s\n", link)) != NULL);
}

static icalcomponent *parse(const struct ics_day *day, const char *path)
{
    const char *text = ics_day_file(day, path);
    CHECK(text != NULL);
    icalcomponent *root = icalparser_parse_string(text ? text : "");
    if (!CHECK(root != NULL)) {
        return NULL;
    }
    CHECK_INT(icalcomponent_count_errors(root), 0);
    CHECK(icalrestriction_check(root));
    CHECK_INT(icalcomponent_count_errors(root), 0);
    return root;
}

static void check_invite(struct arena arena, const struct ics_day *day,
                         const char *text)
{
    icalcomponent *root = parse(day, "invites/c/m0002.ics");
    if (!root) {
        return;
    }
    CHECK_INT(icalcomponent_count_components(root, ICAL_ANY_COMPONENT), 1);
    icalcomponent *event =
        icalcomponent_get_first_component(root, ICAL_VEVENT_COMPONENT);
    const char *line = ics_clean_line(&arena, text);
    CHECK_TEXT(icalcomponent_get_summary(event),
               arena_printf(&arena, "Meeting with %s", line));
    check_properties(event);
    check_attendees(arena, event, 1, text);
    check_texts(arena, event, text);
    CHECK_TEXT(icalcomponent_get_uid(event), day->meeting[1].uid);
    const char *description = icalcomponent_get_description(event);
    CHECK(strstr(description, arena_printf(&arena, "\nTopic: %s\n", line)) != NULL);
    icalcomponent_free(root);
}

static void check_agenda(struct arena arena, const struct ics_day *day,
                         const char *text)
{
    icalcomponent *root = parse(day, "agendas/a.ics");
    if (!root) {
        return;
    }
    const char *line = ics_clean_line(&arena, text);
    const char *message = ics_clean_text(&arena, text);
    CHECK_INT(icalcomponent_count_components(root, ICAL_ANY_COMPONENT), 3);
    CHECK_TEXT(icalproperty_get_name(
                   icalcomponent_get_first_property(root, ICAL_NAME_PROPERTY)),
               arena_printf(&arena, "%s – %s", line, line));
    icalcomponent *event =
        icalcomponent_get_first_component(root, ICAL_VEVENT_COMPONENT);
    CHECK_TEXT(icalcomponent_get_summary(event), line);
    check_properties(event);
    while (
        (event = icalcomponent_get_next_component(root, ICAL_VEVENT_COMPONENT))) {
        CHECK_TEXT(icalcomponent_get_summary(event),
                   arena_printf(&arena, "%sとの個別面談", line));
        check_properties(event);
        check_attendees(arena, event, 0, text);
        const char *description = icalcomponent_get_description(event);
        const char *end = arena_printf(&arena, "様からのメッセージ：\n%s", message);
        size_t n = strlen(description), n_end = strlen(end);
        CHECK(n > n_end && strcmp(description + n - n_end, end) == 0);
    }
    icalcomponent_free(root);
}

/* No line is longer than 75 octets, nor blank; each ends in CRLF. */
static void check_lines(const struct output_file *file)
{
    const char *line = file->content.bytes;
    while (*line != '\0') {
        size_t len = strcspn(line, "\r\n");
        if (!CHECK(len <= 75 && strspn(line, " ") < len) ||
            !CHECK(strncmp(line + len, "\r\n", 2) == 0)) {
            printf("  %s: '%.*s'\n", file->path, (int)len, line);
            return;
        }
        line += len + 2;
    }
}

static void check_with(struct arena arena, const char *text)
{
    struct ics_day day;
    int n_failed = check_n_failed;
    ics_day_init(&day, &arena);
    make_nasty(&day, text);
    ics_day_write(&day);
    check_invite(arena, &day, text);
    check_agenda(arena, &day, text);
    for (int k = 0; k < day.output.n_files; k++) {
        if (!strstr(day.output.file[k].path, ".csv")) {
            check_lines(&day.output.file[k]);
        }
    }
    icalcomponent *root = parse(&day, "agendas/interpreters/I01.ics");
    if (root) {
        icalcomponent_free(root);
    }
    if (check_n_failed > n_failed) {
        printf("  with '%s'\n", text);
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    for (int k = 0; k < N_NASTY; k++) {
        struct arena work = arena;
        check_with(arena, nasty[k]);
        const char *text = repeated(&work, nasty[k], 30 + k);
        check_with(work, text);
    }
    /* Every place in a line at which one of libical's folds could fall. */
    for (int n = 1; n <= 90; n++) {
        struct arena work = arena;
        const char *text = repeated(&work, "y", n);
        check_with(work, text);
    }
    icalmemory_free_ring();
    arena_finish(&arena);
    return check_report();
}
