/* Whole files as people get them, and who gets which. */

#include "io/ics_files.h"

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/ics_day.h"

static const char agenda_of_c[] =
    "BEGIN:VCALENDAR\r\n"
    "VERSION:2.0\r\n"
    "PRODID:-//matchday//matchday 0.1//EN\r\n"
    "CALSCALE:GREGORIAN\r\n"
    "METHOD:PUBLISH\r\n"
    "NAME:EU-Japan day – NRW\r\n"
    "X-WR-CALNAME:EU-Japan day – NRW\r\n"
    "BEGIN:VEVENT\r\n"
    "UID:tiny-agenda-item01@example.org\r\n"
    "SEQUENCE:0\r\n"
    "DTSTAMP:20210518T060000Z\r\n"
    "CREATED:20210518T060000Z\r\n"
    "LAST-MODIFIED:20210518T060000Z\r\n"
    "DTSTART:20210518T083000Z\r\n"
    "DTEND:20210518T090000Z\r\n"
    "STATUS:CONFIRMED\r\n"
    "TRANSP:OPAQUE\r\n"
    "SUMMARY:Welcome\r\n"
    "DESCRIPTION:Tue 18 May 2021\\, 10:30-11:00 (UTC+02:00\\, "
    "Europe/Berlin)\\nJoin\r\n"
    " : https://zoom.example.org/j/9\\n\\nEvent: EU-Japan day\\nQuestions to: "
    "Helpd\r\n"
    " esk\\, help@example.org\r\n"
    "LOCATION:https://zoom.example.org/j/9\r\n"
    "CATEGORIES:EU-Japan day\r\n"
    "URL:https://zoom.example.org/j/9\r\n"
    "CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Welcome:https://zoom.example.org/"
    "j\r\n"
    " /9\r\n"
    "ORGANIZER;CN=Helpdesk:mailto:help@example.org\r\n"
    "END:VEVENT\r\n"
    "BEGIN:VEVENT\r\n"
    "UID:tiny-ba1419004944ac37d9fa@example.org\r\n"
    "SEQUENCE:0\r\n"
    "DTSTAMP:20210518T060000Z\r\n"
    "CREATED:20210518T060000Z\r\n"
    "LAST-MODIFIED:20210518T060000Z\r\n"
    "DTSTART:20210518T092000Z\r\n"
    "DTEND:20210518T094000Z\r\n"
    "STATUS:CONFIRMED\r\n"
    "TRANSP:OPAQUE\r\n"
    "SUMMARY:Meeting with Gifu Prefecture\r\n"
    "DESCRIPTION:Tue 18 May 2021\\, 11:20-11:40 (UTC+02:00\\, "
    "Europe/Berlin)\\nTu\r\n"
    " e 18 May 2021\\, 18:20-18:40 (UTC+09:00\\, Asia/Tokyo)\\nRoom: Room "
    "2\\nJoin\r\n"
    " : https://zoom.example.org/j/2\\n\\nWith: Gifu Prefecture\\n\\nEvent: "
    "EU-Japa\r\n"
    " n day\\nQuestions to: Helpdesk\\, help@example.org\r\n"
    "LOCATION:Room 2 – https://zoom.example.org/j/2\r\n"
    "CATEGORIES:EU-Japan day\r\n"
    "URL:https://zoom.example.org/j/2\r\n"
    "CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Room "
    "2:https://zoom.example.org/j/\r\n"
    " 2\r\n"
    "ORGANIZER;CN=Helpdesk:mailto:help@example.org\r\n"
    "END:VEVENT\r\n"
    "END:VCALENDAR\r\n";

static const char invite_of_a[] =
    "BEGIN:VCALENDAR\r\n"
    "VERSION:2.0\r\n"
    "PRODID:-//matchday//matchday 0.1//EN\r\n"
    "CALSCALE:GREGORIAN\r\n"
    "METHOD:REQUEST\r\n"
    "BEGIN:VEVENT\r\n"
    "UID:tiny-4dc77596b34a93b5a782@example.org\r\n"
    "SEQUENCE:0\r\n"
    "DTSTAMP:20210518T060000Z\r\n"
    "CREATED:20210518T060000Z\r\n"
    "LAST-MODIFIED:20210518T060000Z\r\n"
    "DTSTART:20210518T090000Z\r\n"
    "DTEND:20210518T092000Z\r\n"
    "STATUS:CONFIRMED\r\n"
    "TRANSP:OPAQUE\r\n"
    "SUMMARY:Vitagoraとの個別面談\r\n"
    "DESCRIPTION:2021年5月18日（火）18:00～18:20（UTC+09:00、Asia/Tokyo\r\n"
    " ）\\n2021年5月18日（火）11:00～11:20（UTC+02:00、Europe/Paris）\r\n"
    " \\n会場：Room 1\\n参加用リンク：https://zoom.example.org/j/1?pwd=a\r\n"
    " \\,b\\n\\nご面談先：Vitagora\\nテーマ：Agri-food\\n通訳：Keiko Sat\r\n"
    " o 様\\nご出席者：山田 太郎 様、Hanako Suzuki 様\\n\\nイベン\r\n"
    " ト：日欧マッチングデー\\nお問い合わせ先：Helpdesk help@e\r\n"
    " xample.org\\n\\nVitagora様からのメッセージ：\\nWe make koji\\;\\nan\r\n"
    " d sake.\r\n"
    "LOCATION:Room 1 – https://zoom.example.org/j/1?pwd=a\\,b\r\n"
    "CATEGORIES:日欧マッチングデー\r\n"
    "URL:https://zoom.example.org/j/1?pwd=a,b\r\n"
    "CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Room "
    "1:https://zoom.example.org/j/\r\n"
    " 1?pwd=a,b\r\n"
    "ORGANIZER;CN=Helpdesk:mailto:help@example.org\r\n"
    "ATTENDEE;CN=\"山田 太郎\";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT\r\n"
    " =NEEDS-ACTION;RSVP=TRUE;LANGUAGE=ja:mailto:a1@example.org\r\n"
    "ATTENDEE;CN=Hanako "
    "Suzuki;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=N\r\n"
    " EEDS-ACTION;RSVP=TRUE;LANGUAGE=ja:mailto:a2@example.org\r\n"
    "END:VEVENT\r\n"
    "END:VCALENDAR\r\n";

static bool has_line(const struct ics_day *day, const char *path, const char *line)
{
    const char *text = ics_day_lines(day, path);
    size_t len = strlen(line);
    for (const char *at = strstr(text, line); at; at = strstr(at + 1, line)) {
        if ((at == text || at[-1] == '\n') && at[len] == '\n') {
            return true;
        }
    }
    printf("  %s has no line '%s'\n%s\n", path, line, text);
    return false;
}

static void test_exact_texts(struct arena arena)
{
    struct ics_day day;
    ics_day_init(&day, &arena);
    ics_day_write(&day);
    CHECK_TEXT(ics_day_file(&day, "agendas/c.ics"), agenda_of_c);
    CHECK_TEXT(ics_day_file(&day, "invites/a/m0001.ics"), invite_of_a);
    CHECK_INT(day.output.n_files, 4 + 3 + 1 + 4);
    for (int k = 0; k < day.output.n_files; k++) {
        CHECK_INT(strlen(day.output.file[k].content.bytes),
                  day.output.file[k].content.len);
    }
}

/* The same again gives the same again. */
static void test_repeatable(struct arena arena)
{
    struct ics_day day;
    ics_day_init(&day, &arena);
    ics_day_write(&day);
    const struct output before = day.output;
    ics_day_write(&day);
    CHECK_INT(day.output.n_files, before.n_files);
    for (int k = 0; k < before.n_files; k++) {
        CHECK_TEXT(day.output.file[k].path, before.file[k].path);
        CHECK_TEXT(day.output.file[k].content.bytes, before.file[k].content.bytes);
    }
}

static const struct {
    const char *path, *line;
} expected[] = {
    {"agendas/a.ics", "X-WR-CALNAME:日欧マッチングデー – 岐阜県"},
    {"agendas/a.ics", "SUMMARY:Vitagoraとの個別面談"},
    {"agendas/a.ics", "LOCATION:Room 1 – https://zoom.example.org/j/1?pwd=a\\,b"},
    {"agendas/a.ics", "URL:https://zoom.example.org/j/1?pwd=a,b"},
    {"agendas/b.ics", "SUMMARY:Rendez-vous avec Gifu Prefecture"},
    {"agendas/b.ics",
     "DESCRIPTION:mardi 18 mai 2021\\, 11h00-11h20 (UTC+02:00\\, Europe/Paris)"
     "\\nmardi 18 mai 2021\\, 18h00-18h20 (UTC+09:00\\, Asia/Tokyo)"
     "\\nSalle : Room 1"
     "\\nLien de connexion : https://zoom.example.org/j/1?pwd=a\\,b"
     "\\n\\nAvec : Gifu Prefecture\\nSujet : Agri-food"
     "\\nInterprète : Keiko Sato\\n\\nÉvénement : EU-Japan day"
     "\\nContact : Helpdesk\\, help@example.org"
     "\\n\\nGifu Prefecture vous écrit :\\n発酵食品に関心があります。"},
    {"agendas/interpreters/I01.ics", "METHOD:PUBLISH"},
    {"agendas/interpreters/I01.ics", "SUMMARY:通訳：岐阜県、Vitagora"},
    {"agendas/interpreters/I01.ics",
     "DESCRIPTION:2021年5月18日（火）18:00～18:20（UTC+09:00、Asia/Tokyo）"
     "\\n2021年5月18日（火）11:00～11:20（UTC+02:00、Europe/Paris）"
     "\\n会場：Room 1\\n参加用リンク：https://zoom.example.org/j/1?pwd=a\\,b"
     "\\n\\n参加団体：岐阜県（Gifu Prefecture）、Vitagora\\nテーマ：Agri-food"
     "\\n\\nイベント：日欧マッチングデー"
     "\\nお問い合わせ先：Helpdesk help@example.org"},
    {"invites/c/m0002.ics", "METHOD:REQUEST"},
    {"invites/c/m0002.ics",
     "ATTENDEE;CN=Erika Muster;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;"
     "PARTSTAT=NEEDS-ACTION;RSVP=TRUE;LANGUAGE=en:mailto:c@example.org"},
    {"invites/b/m0001.ics",
     "ATTENDEE;CN=\"Dupont, Jean\";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;"
     "PARTSTAT=NEEDS-ACTION;RSVP=TRUE;LANGUAGE=fr:mailto:b@example.org"},
};

static void test_lines(struct arena arena)
{
    struct ics_day day;
    ics_day_init(&day, &arena);
    ics_day_write(&day);
    for (size_t k = 0; k < sizeof expected / sizeof *expected; k++) {
        CHECK(has_line(&day, expected[k].path, expected[k].line));
    }
    CHECK(!ics_day_says(&day, "invites/a/m0001.ics", "X-WR-CALNAME"));
    CHECK(!ics_day_says(&day, "invites/a/m0001.ics", "\nNAME:"));
    CHECK(!ics_day_says(&day, "agendas/a.ics", "ATTENDEE"));
    CHECK(!ics_day_says(&day, "agendas/interpreters/I01.ics", "Welcome"));
    CHECK(!ics_day_says(&day, "agendas/interpreters/I01.ics", "koji"));
}

/* The address that ends at `at` ("@" inside) is one of those in allowed. */
static bool is_allowed(struct arena *arena, const char *text, const char *at,
                       const char *allowed)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789.-";
    const char *start = at;
    while (start > text && strchr(letters, start[-1])) {
        start--;
    }
    size_t len = (size_t)(at - start) + 1 + strspn(at + 1, letters);
    const char *address =
        arena_printf(arena, " %s ", arena_strndup(arena, start, len));
    if (!strstr(allowed, address)) {
        printf("  '%s' is none of '%s'\n", address, allowed);
        return false;
    }
    return true;
}

static void check_addresses(const struct ics_day *day, const char *path,
                            const char *allowed)
{
    const char *text = ics_day_lines(day, path);
    CHECK(text[0] != '\0');
    for (const char *line = text; *line != '\0'; line = strchr(line, '\n') + 1) {
        size_t len = strcspn(line, "\n");
        if (strncmp(line, "UID:", 4) == 0) {
            continue;
        }
        for (const char *at = memchr(line, '@', len); at && at < line + len;
             at = memchr(at + 1, '@', (size_t)(line + len - at - 1))) {
            if (!CHECK(is_allowed(day->arena, line, at, allowed))) {
                printf("  in %s\n", path);
            }
        }
    }
}

/* Nobody's address but the organiser's and one's own; never a note. */
static void test_privacy(struct arena arena)
{
    static const struct {
        const char *path, *allowed;
    } row[] = {
        {"agendas/a.ics", " help@example.org "},
        {"agendas/b.ics", " help@example.org "},
        {"agendas/c.ics", " help@example.org "},
        {"agendas/a.csv", " help@example.org "},
        {"agendas/b.csv", " help@example.org "},
        {"agendas/c.csv", " help@example.org "},
        {"agendas/interpreters/I01.ics", " help@example.org "},
        {"event.ics", " help@example.org "},
        {"invites/a/m0001.ics",
         " help@example.org  a1@example.org  a2@example.org "},
        {"invites/b/m0001.ics", " help@example.org  b@example.org "},
        {"invites/a/m0002.ics",
         " help@example.org  a1@example.org  a2@example.org "},
        {"invites/c/m0002.ics", " help@example.org  c@example.org "},
    };
    enum { N = sizeof row / sizeof *row };
    struct ics_day day;
    ics_day_init(&day, &arena);
    ics_day_write(&day);
    CHECK_INT(day.output.n_files, N);
    for (int k = 0; k < N; k++) {
        check_addresses(&day, row[k].path, row[k].allowed);
        CHECK(!ics_day_says(&day, row[k].path, "note of"));
    }
    CHECK(!ics_day_says(&day, "agendas/b.ics", "Yamada"));
    CHECK(!ics_day_says(&day, "agendas/b.csv", "Yamada"));
    CHECK(!ics_day_says(&day, "agendas/a.ics", "Dupont"));
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_exact_texts(arena);
    test_repeatable(arena);
    test_lines(arena);
    test_privacy(arena);
    arena_finish(&arena);
    return check_report();
}
