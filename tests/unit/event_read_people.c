/* Participants, contacts and interpreters in JSON: every message a row. */

#include <string.h>

#include "scheduler/base/buf.h"
#include "tests/support/check.h"
#include "tests/support/event_folder.h"
#include "tests/support/event_text.h"

static const char day[] =
    EVENT_HEAD("2021-03-29") "\"participants\": [{\"id\": \"gifu\", \"languages\": "
                             "[\"ja\"]},\n"
                             "  {\"id\": \"lyon\", \"languages\": [\"fr\"]}],\n"
                             "\"requests\": [{\"id\": \"r1\", \"from\": \"gifu\", "
                             "\"to\": \"lyon\"}]}\n";

#define GIFU(text) "{\"id\": \"gifu\", ", "{\"id\": \"gifu\", " text ", "

static void test_participants_are_read(struct arena *arena)
{
    struct event event;
    const char *json = event_folder_change(
        arena, day, "{\"id\": \"lyon\", \"languages\": [\"fr\"]}",
        "{\"id\": \"Lyon\", \"organisation\": \"Lyon\\r\\nFrance\", "
        "\"organisation_ja\": \"リヨン\", \"country\": \"FR\", \"side\": \"EU\", "
        "\"time_zone\": \"Europe/Paris\", \"languages\": [\"FR\", \"en\", \"fr\"], "
        "\"interpreter\": \"never\", \"themes\": [\"wine\", \"ai\"], \"profile\": "
        "\"p\", \"profile_ja\": \"q\", \"parallel\": 2, \"max_meetings\": 6, "
        "\"min_meetings\": 0, \"max_consecutive\": 4, \"max_gaps\": 2, \"status\": "
        "\"cancelled\", \"contacts\": [{\"name\": \"B\", \"email\": \"b@x.org\", "
        "\"language\": \"JA\", \"job_title\": \"Boss\", \"name_ja\": \"ビー\"}, "
        "{\"name\": \"C\", \"email\": \"a@x.org\"}, {\"name\": \"A\", \"email\": "
        "\"b@x.org\"}]}");
    json = event_folder_change(arena, json, "\"lyon\"", "\"Lyon\"");
    CHECK_TEXT(event_folder_read(arena, json, &event), "");
    CHECK_TEXT(event.participant[0].id, "Lyon");
    CHECK_TEXT(event.participant[0].organisation, "Lyon\nFrance");
    event.participant[0].organisation = "";
    CHECK_TEXT(
        event_text_line(arena, &event, "participant Lyon"),
        "participant Lyon '' 'リヨン' FR EU Europe/Paris speaks[en fr] "
        "interpretation 2 parallel 2 people 3 min 0 max 6 run 4 gaps 2 cancelled "
        "themes[ai wine] 'p' 'q' available[] unavailable[] avoid[]");
    CHECK_TEXT(event_text_line(arena, &event, "contact 1"),
               "contact 1 of Lyon 'C' '' <a@x.org>  ''");
    CHECK_TEXT(event_text_line(arena, &event, "contact 2"),
               "contact 2 of Lyon 'A' '' <b@x.org>  ''");
    CHECK_TEXT(event_text_line(arena, &event, "contact 3"),
               "contact 3 of Lyon 'B' 'ビー' <b@x.org> ja 'Boss'");
    CHECK_INT(event.request[0].from, 1);
    CHECK_INT(event.request[0].to, 0);
}

/* A participant's limits are those of the rules unless it has its own. */
static void test_limits(struct arena *arena)
{
    struct event event;
    const char *json = event_folder_change(arena, day, "{\"id\": \"gifu\"",
                                           "{\"id\": \"gifu\", \"max_meetings\": "
                                           "1, \"max_gaps\": null, \"people\": 7");
    json = event_folder_change(
        arena, json, "\"requests\"",
        "\"rules\": {\"max_meetings\": 9, \"max_gaps\": 8, \"max_consecutive\": 7, "
        "\"min_meetings\": 0},\"requests\"");
    CHECK_TEXT(event_folder_read(arena, json, &event), "");
    CHECK_INT(event.participant[0].max_meetings, 1);
    CHECK_INT(event.participant[0].max_gaps, 8);
    CHECK_INT(event.participant[0].people, 7);
    CHECK_INT(event.participant[1].max_meetings, 9);
    CHECK_INT(event.participant[1].max_consecutive, 7);
    CHECK_INT(event.participant[1].min_meetings, 0);
    CHECK_INT(event.participant[1].people, 1);
}

static const struct event_change participants_row[] = {
    {"\"gifu\"", "\"gi fu\"",
     "event.json:5: participants[0].id: 'gi fu' is no id; expected 1 to 64 "
     "letters, digits, '.', '_' and '-', a letter or digit first, and no name of a "
     "device such as 'con'\n"
     "event.json:7: requests[0].from: there is no participant 'gifu'; did you mean "
     "'gi fu'?\n"},
    {"\"gifu\"", "\"nul.x\"",
     "event.json:5: participants[0].id: 'nul.x' is no id; expected 1 to 64 "
     "letters, digits, '.', '_' and '-', a letter or digit first, and no name of a "
     "device such as 'con'\n"
     "event.json:7: requests[0].from: there is no participant 'gifu'; expected the "
     "id of one\n"},
    {"{\"id\": \"lyon\"", "{\"id\": \"gifu\"",
     "event.json:6: participants[1].id: 'gifu' is the id of another participant "
     "too (line 5); expected an id of its own\n"
     "event.json:7: requests[0].to: there is no participant 'lyon'; expected the "
     "id of one\n"},
    {"{\"id\": \"lyon\"", "{\"id\": \"lyon\"}, {\"id\": \"LYON\"",
     "event.json:6: participants[2].id: 'LYON' differs only in case from 'lyon' "
     "(line 6); expected ids that differ whatever their case\n"},
    {"{\"id\": \"lyon\"", "{\"id\": 7}, {\"id\": \"lyon\"",
     "event.json:6: participants[1].id: found 7; expected a text\n"},
    {"{\"id\": \"lyon\"", "7, {\"id\": \"lyon\"",
     "event.json:6: participants[1]: found a number; expected an object\n"},
    {GIFU("\"name\": \"\\u202e\", \"organisation\": \"\\u202eGifu\""),
     "event.json:5: participants[0].organisation: '\\u202eGifu' has control "
     "characters; expected text without them\n"
     "event.json:5: warning: participants[0]: 'name' is not known and was ignored; "
     "did you mean 'contact_name'?\n"},
    {GIFU("\"country\": [\"JP\"]"),
     "event.json:5: participants[0].country: found a list; expected a text\n"},
    {GIFU("\"time_zone\": \"Asia/Tokio\""),
     "event.json:5: participants[0].time_zone: time zone 'Asia/Tokio' is unknown; "
     "did you mean 'Asia/Tokyo'?\n"},
    {GIFU("\"interpreter\": \"yes\""),
     "event.json:5: participants[0].interpreter: found the text 'yes'; expected "
     "'auto', 'always' or 'never'\n"},
    {GIFU("\"status\": \"absent\""),
     "event.json:5: participants[0].status: found the text 'absent'; expected "
     "'registered' or 'cancelled'\n"},
    {GIFU("\"Cancelled\": true"),
     "event.json:5: warning: participants[0]: 'Cancelled' is not known and was "
     "ignored; did you mean \"status\": \"cancelled\"?\n"},
    {GIFU("\"contacts\": [{\"email\": \"i@example\", \"language\": \"ja\"}]"),
     "event.json:5: warning: participants[0].contacts[0].email: 'i@example' ends "
     "without a domain such as '.org', so no mail reaches it; did you mean "
     "'i@example.org'?\n"},
    {GIFU("\"parallel\": 0, \"people\": 0, \"max_consecutive\": 0"),
     "event.json:5: participants[0].parallel: found 0; expected a whole number "
     "from 1 to 1000000\n"
     "event.json:5: participants[0].people: found 0; expected a whole number from "
     "1 to 1000000\n"
     "event.json:5: participants[0].max_consecutive: found 0; expected a whole "
     "number from 1 to 1000000\n"},
    {GIFU("\"max_meetings\": -1, \"min_meetings\": 1e99, \"max_gaps\": true"),
     "event.json:5: participants[0].min_meetings: found 1e+99; expected a whole "
     "number from 0 to 1000000\n"
     "event.json:5: participants[0].max_meetings: found -1; expected a whole "
     "number from 0 to 1000000\n"
     "event.json:5: participants[0].max_gaps: found true; expected a whole number "
     "from 0 to 1000000\n"},
    {GIFU("\"max_meetings\": 2, \"min_meetings\": 3"),
     "event.json:5: warning: participants[0].min_meetings: 3 is more than "
     "max_meetings, which is 2; expected at most that\n"},
    {GIFU("\"contacts\": {}"), "event.json:5: participants[0].contacts: found an "
                               "object; expected a list of objects\n"},
    {GIFU("\"contacts\": [{\"name\": \"A\"}, {\"job_title\": \"B\"}]"),
     "event.json:5: participants[0].contacts[1].email: is missing, and so is the "
     "name; expected one of them for each contact\n"},
    {GIFU("\"contacts\": [{\"emial\": \"a@x.org\", \"name\": \"A\"}]"),
     "event.json:5: warning: participants[0].contacts[0]: 'emial' is not known and "
     "was ignored; did you mean 'email'?\n"},
    {GIFU("\"contacts\": [{\"email\": \"a@x.org\\r\\nBcc:b@x.org\"}]"),
     "event.json:5: participants[0].contacts[0].email: 'a@x.org\\nBcc:b@x.org' is "
     "no e-mail address; expected one like 'name@example.org'\n"},
    {GIFU("\"contacts\": [{\"email\": \"a@x.org\", \"language\": \"de\"}]"),
     "event.json:5: warning: participants[0].contacts[0].language: nothing can be "
     "written in 'de'; expected 'en', 'fr' or 'ja'\n"},
    {GIFU("\"contacts\": [{\"email\": \"a@x.org\", \"language\": \"ja\"}, "
          "{\"email\": \"a@x.org\", \"language\": \"en\"}]"),
     "event.json:5: participants[0]: participant 'gifu' has the contact 'a@x.org' "
     "twice; expected each contact once\n"},
    {"\"requests\"", "\"interpreters\": [], \"rooms\": 1, \"requests\"", ""},
    {", \"languages\": [\"fr\"]}],", "}], \"interpreters\": [],",
     "event.json:6: participants[1].languages: is missing; expected languages such "
     "as 'en', because the event has interpreters\n"},
    {", \"languages\": [\"fr\"]}],", ", \"languages\": []}], \"interpreters\": [],",
     "event.json:6: participants[1].languages: is missing; expected languages such "
     "as 'en', because the event has interpreters\n"},
};

static void test_participants(void)
{
    CHECK_CHANGES(day, participants_row);
}

/* A row whose id nobody can know does not make others unknown. */
static void test_unknown_ids(struct arena *arena)
{
    struct event event;
    const char *json = event_folder_change(arena, day, "\"id\": \"gifu\", ", "");
    CHECK_TEXT(event_folder_read(arena, json, &event),
               "event.json:5: participants[0].id: is missing; expected an id\n");
}

static void test_most_contacts(struct arena *arena)
{
    struct buf buf;
    struct event event;
    buf_init(&buf, arena);
    buf_add_text(&buf, "{\"id\": \"gifu\", \"contacts\": [{\"name\":\"0\"}");
    for (int k = 1; k <= 1000; k++) {
        buf_printf(&buf, ",{\"name\":\"%d\"}", k);
    }
    buf_add_text(&buf, "],");
    const char *json =
        event_folder_change(arena, day, "{\"id\": \"gifu\",", buf.data);
    CHECK_TEXT(event_folder_read(arena, json, &event),
               "event.json:5: participants[0].contacts: are 1001; expected at most "
               "1000\n");
}

static void test_long_texts(struct arena *arena)
{
    enum { MOST = 100000 };
    struct event event;
    char *name = arena_new(arena, MOST + 2, char);
    memset(name, 'x', MOST);
    const char *json =
        arena_printf(arena, "{\"id\": \"gifu\", \"profile\": \"%s\",", name);
    CHECK_TEXT(event_folder_read(
                   arena,
                   event_folder_change(arena, day, "{\"id\": \"gifu\",", json),
                   &event),
               "");
    name[MOST] = 'x';
    json = arena_printf(arena, "{\"id\": \"gifu\", \"profile\": \"%s\",", name);
    CHECK_TEXT(
        event_folder_read(
            arena, event_folder_change(arena, day, "{\"id\": \"gifu\",", json),
            &event),
        "event.json:5: participants[0].profile: has 100001 bytes; expected at "
        "most 100000, shorten it\n");
}

static void test_invisible_letters(void)
{
    static const struct event_change row[] = {
        {GIFU("\"organisation\": \"Gi\xe2\x80\x8b"
              "fu\""),
         "event.json:5: warning: participants[0].organisation: 'Gi\xe2\x80\x8b"
         "fu' has the character U+200B, which cannot be seen; expected a text "
         "without, unless it is meant\n"},
        {GIFU("\"contacts\": [{\"name\": \"\xe2\x80\x8f"
              "Ann\"}]"),
         "event.json:5: warning: participants[0]: '\xe2\x80\x8f"
         "Ann' has the character U+200F, which cannot be seen; expected a text "
         "without, unless it is meant\n"},
        {GIFU("\"organisation\": \"👩\xe2\x80\x8d🔬\""), ""},
    };
    CHECK_CHANGES(day, row);
}

/* Of all that is unknown so much is named. */
static void test_many_unknown_names(struct arena *arena)
{
    struct buf buf;
    struct event event;
    buf_init(&buf, arena);
    buf_add_text(&buf, "{\"id\": \"gifu\",");
    for (int k = 1; k <= 60; k++) {
        buf_printf(&buf, "\"question-%02d-of-the-form\": 1,", k);
    }
    const char *json =
        event_folder_change(arena, day, "{\"id\": \"gifu\",", buf.data);
    const char *found = event_folder_read(arena, json, &event);
    CHECK(strncmp(found,
                  "event.json:5: note: participants[0]: ignored what is not known: "
                  "'question-01-of-the-form', 'question-02",
                  100) == 0);
    CHECK(strstr(found, "'question-50-of-the-form' and 10 more\n") != NULL);
}

/* Sides are words of the event's own, so that only those are doubted of which there are
 * few beside many: near one that many have, or one of its own. */
static void test_sides(struct arena *arena)
{
    static const struct {
        const char *sides, *expected; /* sides of a, b, c, ... */
    } row[] = {
        {"EU EU EU JP JP JP", ""},
        {"EU EU Japan Japan Japan Japn",
         "event.json:5: warning: participants[5].side: 'Japn' stands here for 1 "
         "participant; did you mean 'Japan', as 3 have it?\n"},
        {"Japn Japan Japan EU", ""},
        {"EU EU EU JP JP JP jp",
         "event.json:5: warning: participants[6].side: 'jp' stands here for 1 "
         "participant; did you mean 'JP', as 3 have it?\n"},
        {"EU EU EU JP JP JP Korea",
         "event.json:5: warning: participants[6].side: 'Korea' is the side of this "
         "participant alone, beside 2 others; expected one of theirs, unless it is "
         "meant so\n"},
        {"EU EU EU JP JP JP KR KR", ""},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct event event;
        struct buf buf;
        struct strings side = text_split(arena, row[k].sides, ' ');
        buf_init(&buf, arena);
        buf_add_text(&buf, EVENT_HEAD("2021-03-29") "\"participants\": [");
        for (int p = 0; p < side.n; p++) {
            buf_printf(&buf, "%s{\"id\": \"%c\", \"side\": \"%s\"}",
                       p > 0 ? ", " : "", 'a' + p, side.text[p]);
        }
        buf_add_text(&buf, "], \"requests\": [{\"id\": \"r\", \"from\": \"a\", "
                           "\"to\": \"b\"}]}\n");
        CHECK_TEXT(event_folder_read(arena, buf.data, &event), row[k].expected);
    }
}

#define INTERPRETER(text)                                                          \
    "\"interpreters\": [{\"id\": \"I1\"" text "}], \"requests\""

static void test_interpreters_are_read(struct arena *arena)
{
    struct event event;
    const char *json = event_folder_change(
        arena, day, "\"requests\"",
        INTERPRETER(", \"name\": \"Sato\", \"email\": \"s@x.org\", \"pairs\": "
                    "[\"fr-JA\", \"en-ja\", \"en-ja\"], \"time_zone\": "
                    "\"Asia/Tokyo\", \"max_meetings\": 6, \"max_consecutive\": 3, "
                    "\"available\": [{\"start\": \"2021-03-29T07:30\", \"end\": "
                    "\"2021-03-29T08:30\", \"time_zone\": \"UTC\"}, {\"start\": "
                    "\"2021-03-29T16:00\", \"end\": \"2021-03-29T17:00\"}]"));
    CHECK_TEXT(event_folder_read(arena, json, &event), "");
    CHECK(event.has_interpreters);
    CHECK_TEXT(event_text_line(arena, &event, "interpreter I1"),
               "interpreter I1 'Sato' <s@x.org> [en-ja fr-ja] Asia/Tokyo max 6 run "
               "3 at[ 2021-03-29T07:00:00Z/2021-03-29T08:00:00Z "
               "2021-03-29T07:30:00Z/2021-03-29T08:30:00Z]");
    json = event_folder_change(arena, day, "\"requests\"",
                               INTERPRETER(", \"pairs\": [\"en-ja\"]"));
    CHECK_TEXT(event_folder_read(arena, json, &event), "");
    CHECK_TEXT(event_text_line(arena, &event, "interpreter I1"),
               "interpreter I1 '' <> [en-ja] Europe/Brussels max -1 run -1 at[]");
    json = event_folder_change(arena, day, "\"requests\"",
                               "\"interpreters\": [], \"requests\"");
    CHECK_TEXT(event_folder_read(arena, json, &event), "");
    CHECK(event.has_interpreters);
    CHECK_INT(event.n_interpreters, 0);
}

#define PAIR(text) INTERPRETER(", \"pairs\": [\"" text "\"]")
#define NO_PAIR(text)                                                              \
    "event.json:7: interpreters[0].pairs: '" text                                  \
    "' is no pair of languages; expected "                                         \
    "two that differ, like 'en-ja'\n"
static const struct event_change interpreters_row[] = {
    {"\"requests\"", INTERPRETER(""),
     "event.json:7: warning: interpreters[0].pairs: is missing, so no meeting can "
     "have this interpreter; expected pairs such as 'en-ja'\n"},
    {"\"requests\"", PAIR("en"), NO_PAIR("en")},
    {"\"requests\"", PAIR("en-"), NO_PAIR("en-")},
    {"\"requests\"", PAIR("-en"), NO_PAIR("-en")},
    {"\"requests\"", PAIR("EN-en"), NO_PAIR("EN-en")},
    {"\"requests\"", PAIR("en-ja-fr"), NO_PAIR("en-ja-fr")},
    {"\"requests\"", PAIR("en/ja"),
     "event.json:7: interpreters[0].pairs: 'en/ja' is no pair of languages; did "
     "you mean 'en-ja'?\n"},
    {"\"requests\"", PAIR("en-enx"), ""},
    {"\"requests\"", INTERPRETER(", \"pairs\": \"en-ja\""),
     "event.json:7: interpreters[0].pairs: found the text 'en-ja'; expected a list "
     "of texts\n"},
    {"\"requests\"",
     INTERPRETER(
         ", \"pairs\": [\"en-ja\"], \"max_meetings\": 1.5, \"max_consecutive\": 0, "
         "\"email\": \"@\", \"time_zone\": \"GMT\""),
     "event.json:7: interpreters[0].email: '@' is no e-mail address; expected one "
     "like 'name@example.org'\n"
     "event.json:7: interpreters[0].time_zone: time zone 'GMT' is an abbreviation; "
     "expected an IANA name, probably 'UTC', or 'Europe/London', which has summer "
     "time\n"
     "event.json:7: interpreters[0].max_meetings: found 1.5; expected a whole "
     "number from 0 to 1000000\n"
     "event.json:7: interpreters[0].max_consecutive: found 0; expected a whole "
     "number from 1 to 1000000\n"},
    {"\"requests\"", INTERPRETER(", \"pairs\": [\"en-ja\"], \"languages\": []"),
     "event.json:7: note: interpreters[0]: ignored what is not known: "
     "'languages'\n"},
    {"\"requests\"",
     INTERPRETER(", \"pairs\": [\"en-ja\"], \"available\": [{\"start\": \"x\", "
                 "\"end\": \"2021-03-29T13:00\", \"zone\": 1}]"),
     "event.json:7: interpreters[0].available[0].start: 'x' is no date and time; "
     "expected one like '2021-05-18T09:00', with or without 'Z' or an offset like "
     "'+09:00' behind it\n"
     "event.json:7: note: interpreters[0].available[0]: ignored what is not known: "
     "'zone'\n"},
};

static void test_interpreters(void)
{
    CHECK_CHANGES(day, interpreters_row);
}

int main(void)
{
    struct arena arena;
    struct event_folder folder;
    event_tests_begin(&folder, &arena);
    test_participants_are_read(&arena);
    test_limits(&arena);
    test_participants();
    test_unknown_ids(&arena);
    test_most_contacts(&arena);
    test_long_texts(&arena);
    test_invisible_letters();
    test_many_unknown_names(&arena);
    test_interpreters_are_read(&arena);
    test_interpreters();
    test_sides(&arena);
    return event_tests_end(&folder, &arena);
}
