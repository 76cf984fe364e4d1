/* The event itself, rules, sessions and the agenda: every message a row. */

#include "io/event_read.h"

#include <stdlib.h>
#include <string.h>

#include "scheduler/base/buf.h"
#include "tests/support/check.h"
#include "tests/support/event_folder.h"
#include "tests/support/event_text.h"

static const char day[] =
    EVENT_HEAD("2021-05-18") "\"participants\": [{\"id\": \"gifu\", \"side\": "
                             "\"JP\"}, {\"id\": \"lyon\"}],\n"
                             "\"requests\": [{\"id\": \"r1\", \"from\": \"gifu\", "
                             "\"to\": \"lyon\"}]}\n";

static void test_defaults(struct arena *arena)
{
    struct event event;
    CHECK_TEXT(event_folder_read(arena, day, &event), "");
    CHECK_TEXT(event.file, "event.json");
    CHECK_TEXT(
        event_text(arena, &event),
        "event day '' '' by '' <> @ in Europe/Brussels\n"
        "shown in Europe/Brussels Asia/Tokyo\n"
        "rules status 0 pending 0 met 1 min 1 max -1 run -1 gaps -1 ''\n"
        "hours 420-1260:3 480-1140:1 540-1080:0 otherwise -1\n"
        "weights 1 2 4 8 16 rank 16 8 4 2 1 avoid 3\n"
        "objective guarantee served balance burden comfort compactness rooms\n"
        "session am '' 2021-05-18 540-600 Europe/Brussels 20+0 "
        "2021-05-18T07:00:00Z/2021-05-18T08:00:00Z\n"
        "slot am-01 2021-05-18T07:00:00Z/2021-05-18T07:20:00Z\n"
        "slot am-02 2021-05-18T07:20:00Z/2021-05-18T07:40:00Z\n"
        "slot am-03 2021-05-18T07:40:00Z/2021-05-18T08:00:00Z\n"
        "room R01 '' '' for -1 [] reserved[] at[]\n"
        "room R02 '' '' for -1 [] reserved[] at[]\n"
        "interpreters not known\n"
        "participant gifu '' ''  JP Europe/Brussels speaks[] interpretation 0 "
        "parallel 1 people 1 min 1 max -1 run -1 gaps -1 themes[] '' '' "
        "available[] unavailable[] avoid[]\n"
        "participant lyon '' ''   Europe/Brussels speaks[] interpretation 0 "
        "parallel 1 people 1 min 1 max -1 run -1 gaps -1 themes[] '' '' "
        "available[] unavailable[] avoid[]\n"
        "request r1 gifu to lyon also[] '' status 0 priority 3 rank 0 minutes 0 "
        "-/- after[] features[] '' ''\n");
}

/* Left out, null, "" and an empty list are all the same. */
static void test_left_out(struct arena *arena)
{
    static const char *const same[] = {
        "\"rules\": null, \"weights\": {}, \"objective\": [],",
        "\"rules\": {\"pending\": null, \"min_meetings\": \"\", \"social_hours\": "
        "[]},",
        "\"weights\": {\"priority\": [], \"rank\": null, \"avoid\": \"\"},",
        "\"agenda\": [], \"locks\": \"\", \"met_before\": null, \"availability\": "
        "[],",
        "\"rooms\": null, \"interpreters\": \"\",",
    };
    struct event event, other;
    event_folder_read(arena, day, &event);
    for (size_t k = 0; k < sizeof same / sizeof *same; k++) {
        const char *json =
            event_folder_change(arena, day, "\"requests\"",
                                arena_printf(arena, "%s\"requests\"", same[k]));
        CHECK_TEXT(event_folder_read(arena, json, &other), "");
        CHECK_TEXT(event_text(arena, &other), event_text(arena, &event));
    }
}

static void test_head_is_read(struct arena *arena)
{
    struct event event;
    const char *json = event_folder_change(
        arena, day, "\"id\": \"day\", \"time_zone\": \"Europe/Brussels\"",
        "\"id\": \"day\", \"name\": \"A day\", \"name_ja\": \"日\", "
        "\"uid_domain\": \"example.org\", \"organizer\": {\"name\": \"Desk\", "
        "\"email\": \"desk@example.org\"}, \"organizers\": {\"JP\": {\"name\": "
        "\"N\", \"email\": \"n@example.org\"}}, \"display_time_zones\": "
        "[\"Asia/Tokyo\", \"UTC\", \"Asia/Tokyo\"], \"alarm_minutes\": 10");
    CHECK_TEXT(event_folder_read(arena, json, &event), "");
    CHECK_TEXT(
        event_text_line(arena, &event, "event"),
        "event day 'A day' '日' by 'Desk' <desk@example.org> @example.org in UTC");
    CHECK_TEXT(event_text_line(arena, &event, "organizer"),
               "organizer of JP 'N' <n@example.org>");
    CHECK_TEXT(event_text_line(arena, &event, "alarm"), "alarm 10");
    CHECK_TEXT(event_text_line(arena, &event, "shown"), "shown in Asia/Tokyo UTC");
}

static void test_rules_are_read(struct arena *arena)
{
    struct event event;
    const char *json = event_folder_change(
        arena, day, "\"requests\"",
        "\"rules\": {\"default_status\": \"pending\", \"pending\": \"schedule\", "
        "\"met_before\": \"allow\", \"min_meetings\": 2, \"max_meetings\": 5, "
        "\"max_consecutive\": 3, \"max_gaps\": 0, \"interpreted_room_feature\": "
        "\"booth\", \"social_hours\": [{\"from\": \"09:00\", \"to\": \"24:00\", "
        "\"cost\": 2, \"side\": \"JP\"}, {\"from\": \"08:00\", \"to\": \"10:00\", "
        "\"cost\": 0}], \"social_hours_otherwise\": 9},\n"
        "\"weights\": {\"priority\": [3, 5], \"rank\": [7], \"avoid\": 0},\n"
        "\"objective\": [\"stability\", \"served\"],\n\"requests\"");
    CHECK_TEXT(event_folder_read(arena, json, &event), "");
    CHECK_TEXT(event_text_line(arena, &event, "rules"),
               "rules status 1 pending 1 met 0 min 2 max 5 run 3 gaps 0 'booth'");
    CHECK_TEXT(event_text_line(arena, &event, "hours"),
               "hours 480-600:0 JP540-1440:2 otherwise 9");
    CHECK_TEXT(event_text_line(arena, &event, "weights"),
               "weights 3 5 rank 7 avoid 0");
    CHECK_TEXT(event_text_line(arena, &event, "objective"),
               "objective stability served");
    CHECK_INT(event.request[0].status, REQUEST_PENDING);
    CHECK_INT(event.request[0].priority, 2);
    CHECK_INT(event.participant[0].min_meetings, 2);
    CHECK_INT(event.participant[0].max_meetings, 5);
    CHECK_INT(event.participant[0].max_consecutive, 3);
    CHECK_INT(event.participant[0].max_gaps, 0);
}

static const struct event_change top_row[] = {
    {"\"matchday-event/1\"", "\"matchday-event/2\"",
     "event.json:1: format: 'matchday-event/2' is not known; expected "
     "'matchday-event/1'\n"},
    {"\"matchday-event/1\"", "\"matchday-schedule/1\"",
     "event.json:1: format: 'matchday-schedule/1' is a schedule; expected an "
     "event, 'matchday-event/1'\n"},
    {"\"matchday-event/1\"", "null",
     "event.json:1: format: is missing; expected \"matchday-event/1\"\n"},
    {"\"matchday-event/1\"", "1",
     "event.json:1: format: found 1; expected a text\n"},
    {"\"event\": {", "\"evnt\": {",
     "event.json:1: event: is missing; expected an object with the event's id\n"
     "event.json:2: warning: 'evnt' is not known and was ignored; did you mean "
     "'event'?\n"},
    {"\"event\": {\"id\": \"day\", \"time_zone\": \"Europe/Brussels\"}",
     "\"event\": []", "event.json:2: event: found a list; expected an object\n"},
    {"\"sessions\": [", "\"x\": 1, \"yy\": [], \"sessions\": [",
     "event.json:3: warning: ignored what is not known: 'x', 'yy'; expected "
     "'format', 'event', 'sessions', 'agenda', 'rooms', 'interpreters', "
     "'participants', 'availability', 'requests', 'locks', 'met_before', 'rules', "
     "'weights' or 'objective'\n"},
    {"\"id\": \"day\", ", "",
     "event.json:2: event.id: is missing; expected an id such as 'ejrc-2021'\n"},
    {"\"day\"", "\"a day\"",
     "event.json:2: event.id: 'a day' is no id; expected 1 to 64 letters, digits, "
     "'.', '_' and '-', a letter or digit first, and no name of a device such as "
     "'con'\n"},
    {"\"day\"", "\"d\\u0007\"",
     "event.json:2: event.id: 'd\\u0007' has control characters; expected text "
     "without them\n"},
    {"\"Europe/Brussels\"", "\"CET\"",
     "event.json:2: event.time_zone: time zone 'CET' is an abbreviation; expected "
     "an IANA name, probably 'Europe/Brussels' or 'Europe/Paris'\n"},
    {"\"id\": \"day\"", "\"id\": \"day\", \"nmae\": 1, \"zzz\": 2, \"_why\": 3",
     "event.json:2: warning: event: 'nmae' is not known and was ignored; did you "
     "mean 'name'?\n"
     "event.json:2: warning: event: ignored what is not known: 'zzz'; expected "
     "'id', 'name', 'name_ja', 'organizer', 'organizers', 'uid_domain', "
     "'time_zone', 'display_time_zones' or 'alarm_minutes'\n"
     "event.json:2: note: event: ignored what is not known: '_why'\n"},
    {"\"id\": \"day\"", "\"id\": \"day\", \"uid_domain\": \"a b\"",
     "event.json:2: event.uid_domain: 'a b' is no domain; expected one of yours, "
     "like 'example.org'\n"},
    {"\"id\": \"day\"",
     "\"id\": \"day\", \"uid_domain\": "
     "\"x1234567890.x1234567890.x1234567890.x1234567890.x1234567890."
     "x1234567890.x1234567890.x1234567890.example\"",
     "event.json:2: event.uid_domain: has more than 100 characters; expected a "
     "shorter domain of yours: calendars cut longer identities\n"},
    {"\"id\": \"day\"", "\"id\": \"day\", \"alarm_minutes\": -5",
     "event.json:2: event.alarm_minutes: found -5; expected a whole number from 0 "
     "to "
     "10080\n"},
    {"\"id\": \"day\"", "\"id\": \"day\", \"organizer\": {\"email\": \"a\"}",
     "event.json:2: event.organizer.email: 'a' is no e-mail address; expected one "
     "like 'name@example.org'\n"},
    {"\"id\": \"day\"", "\"id\": \"day\", \"organizer\": {\"mail\": \"a@b.org\"}",
     "event.json:2: warning: event.organizer: 'mail' is not known and was ignored; "
     "did you mean 'email'?\n"},
    {"\"id\": \"day\"", "\"id\": \"day\", \"organizers\": {\"EU\": {}}",
     "event.json:2: warning: event.organizers.EU: no participant is of side 'EU'; "
     "expected a side of the participants as they write it\n"},
    {"\"id\": \"day\"", "\"id\": \"day\", \"organizers\": {\"\": {}}",
     "event.json:2: event.organizers: has a side whose name is empty or has "
     "control characters; expected names of sides such as 'JP'\n"},
    {"\"id\": \"day\"", "\"id\": \"day\", \"display_time_zones\": [\"JST\"]",
     "event.json:2: event.display_time_zones: time zone 'JST' is an abbreviation; "
     "expected an IANA name, probably 'Asia/Tokyo'\n"},
    {"\"id\": \"day\"", "\"id\": \"day\", \"display_time_zones\": \"UTC\"",
     "event.json:2: event.display_time_zones: found the text 'UTC'; expected a "
     "list of texts\n"},
    {"\"id\": \"day\"",
     "\"id\": \"day\", \"display_time_zones\": [\"UTC\", 9, \"\"]",
     "event.json:2: event.display_time_zones: has 9 in the list; expected texts\n"
     "event.json:2: event.display_time_zones: has an empty text in the list; "
     "expected texts\n"},
};

static void test_top(void)
{
    CHECK_CHANGES(day, top_row);
}

static void test_whole_file(struct arena *arena)
{
    struct event event;
    CHECK_TEXT(event_folder_read(arena, "[]", &event),
               "event.json:1: found a list; expected an object with the event\n");
    CHECK_TEXT(
        event_folder_read(arena, "\xef\xbb\xbf{\"format\":\"x\"}", &event),
        "event.json:1: format: 'x' is not known; expected 'matchday-event/1'\n");
    CHECK(strstr(event_folder_read(arena, "{", &event), "event.json:1: ") != NULL);
    CHECK_TEXT(
        event_folder_read(arena, "{\"format\":\"matchday-event/1\"}", &event),
        "event.json:1: participants: is missing; expected those who want to meet\n"
        "event.json:1: event: is missing; expected an object with the event's id\n"
        "event.json:1: sessions: is missing; expected at least one session in "
        "which meetings are held\n"
        "event.json:1: requests: is missing; expected who wants to meet whom, or "
        "[] as long as nobody does\n");
}

static void test_paths(struct arena *arena)
{
    struct event event;
    struct findings findings;
    struct error err;
    findings_init(&findings, arena);
    event_folder_put("event.json", day);
    CHECK(event_read(arena, &(struct event_input){.path = "."}, &event, &findings,
                     &err));
    CHECK(!findings_has_errors(&findings));
    CHECK_TEXT(event.file, "./event.json");
    CHECK(!findings_has_errors(&findings));
}

#define AN_EVENT                                                                   \
    "an event is a workbook (.xlsx), or a folder with event.json, or that file, "  \
    "its tables (participants.csv, requests.csv) beside it and named in it; or a " \
    "folder of tables alone, with event.csv and sessions.csv among them"

/* Paths at which no event can be. */
static void test_wrong_paths(struct arena *arena)
{
    static const struct {
        const char *path, *error; /* NULL: it is in the findings */
    } row[] = {
        {"nowhere.json",
         "nowhere.json: cannot be opened: No such file or directory; " AN_EVENT},
        {"/proc/self/task",
         "/proc/self/task: holds neither event.json nor event.csv; " AN_EVENT},
        {"evnt.json", "evnt.json: cannot be opened: No such file or directory; did "
                      "you mean 'event.json'?"},
        {"list.csv", NULL},
        {"notes", NULL},
    };
    event_folder_put("event.json", day);
    event_folder_put("list.csv", "id,from,to\n");
    event_folder_put("notes", "# To do\n");
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct event event;
        struct findings findings;
        struct error err = {.code = EXIT_CODE_DONE};
        findings_init(&findings, arena);
        bool ok = event_read(arena, &(struct event_input){.path = row[k].path},
                             &event, &findings, &err);
        if (row[k].error) {
            CHECK(!ok);
            CHECK_TEXT(err.text, row[k].error);
            CHECK_INT(err.code, EXIT_CODE_IO);
        } else if (CHECK(ok) && CHECK_INT(findings.n_errors, 1)) {
            CHECK_TEXT(findings.finding[0].text, "is no event; " AN_EVENT);
            CHECK_TEXT(findings.finding[0].place.file, row[k].path);
        }
    }
}

/* Without a database there is no time at all. */
static void test_no_zones(struct arena *arena)
{
    struct event event;
    setenv("TZDIR", "/nowhere", 1);
    CHECK_TEXT(event_folder_read(arena, day, &event),
               "event.json:1: time zone database /nowhere (Debian: package "
               "tzdata): No such file or directory\n");
    unsetenv("TZDIR");
}

/* Messages quote the beginning of a long text, and no half of a letter. */
static void test_long_text(struct arena *arena)
{
    struct event event;
    struct buf text;
    buf_init(&text, arena);
    for (int k = 0; k < 100; k++) {
        buf_add_text(&text, "\xe5\xb2\x90");
    }
    const char *json =
        event_folder_change(arena, day, "matchday-event/1", text.data);
    CHECK_TEXT(event_folder_read(arena, json, &event),
               arena_printf(arena,
                            "event.json:1: format: '%.81s...' is not known; "
                            "expected 'matchday-event/1'\n",
                            text.data));
}

static const struct event_change lists_row[] = {
    {"\"requests\"", "\"locks\": {}, \"requests\"",
     "event.json:6: locks: found an object; expected a list, or the name of a CSV "
     "file\n"},
    {"\"requests\"", "\"locks\": [3], \"requests\"",
     "event.json:6: locks[0]: found a number; expected an object\n"},
    {"\"requests\"", "\"locks\": \"../locks.csv\", \"requests\"",
     "event.json:6: locks: '../locks.csv' is no plain file name; expected a CSV "
     "file beside the event, such as 'locks.csv'\n"},
    {"\"requests\"", "\"locks\": \"..\", \"requests\"",
     "event.json:6: locks: '..' is no plain file name; expected a CSV file beside "
     "the event, such as 'locks.csv'\n"},
    {"\"requests\"", "\"locks\": \"none.csv\", \"requests\"",
     "event.json:6: locks: none.csv: cannot be opened: No such file or "
     "directory\n"},
    /* Who cannot be known is not called unknown. */
    {"[{\"id\": \"gifu\", \"side\": \"JP\"}, {\"id\": \"lyon\"}]", "\"none.csv\"",
     "event.json:5: participants: none.csv: cannot be opened: No such file or "
     "directory\n"},
    {"[{\"id\": \"gifu\", \"side\": \"JP\"}, {\"id\": \"lyon\"}]", "[]",
     "event.json:5: participants: is empty; expected those who want to meet\n"},
    {"[{\"id\": \"r1\", \"from\": \"gifu\", \"to\": \"lyon\"}]", "[]",
     "event.json:6: warning: requests: is empty, so nobody meets; expected who "
     "wants to meet whom\n"},
};

static void test_lists(void)
{
    CHECK_CHANGES(day, lists_row);
}

#define RULES(text) "\"rules\": {" text "},\n\"requests\""
#define HOURS(text) RULES("\"social_hours\": [{" text "}]")
static const struct event_change rules_row[] = {
    {"\"requests\"", RULES("\"pendng\": \"skip\""),
     "event.json:6: warning: rules: 'pendng' is not known and was ignored; did you "
     "mean 'pending'?\n"},
    {"\"requests\"", RULES("\"default_status\": \"new\""),
     "event.json:6: rules.default_status: found the text 'new'; expected "
     "'accepted', 'pending', 'declined' or 'withdrawn'\n"},
    {"\"requests\"", RULES("\"pending\": true"),
     "event.json:6: rules.pending: found true; expected 'skip' or 'schedule'\n"},
    {"\"requests\"", RULES("\"met_before\": \"no\""),
     "event.json:6: rules.met_before: found the text 'no'; expected 'allow' or "
     "'forbid'\n"},
    {"\"requests\"", RULES("\"min_meetings\": -1"),
     "event.json:6: rules.min_meetings: found -1; expected a whole number from 0 "
     "to 1000000\n"},
    {"\"requests\"", RULES("\"max_meetings\": 1.5"),
     "event.json:6: rules.max_meetings: found 1.5; expected a whole number from 0 "
     "to 1000000\n"},
    {"\"requests\"", RULES("\"max_meetings\": \"2\""),
     "event.json:6: rules.max_meetings: found the text '2'; expected a whole "
     "number from 0 to 1000000\n"},
    {"\"requests\"", RULES("\"max_consecutive\": 0"),
     "event.json:6: rules.max_consecutive: found 0; expected a whole number from 1 "
     "to 1000000\n"},
    {"\"requests\"", RULES("\"max_gaps\": []"),
     "event.json:6: rules.max_gaps: found a list; expected a whole number from 0 "
     "to 1000000\n"},
    {"\"requests\"", RULES("\"min_meetings\": 3, \"max_meetings\": 2"),
     "event.json:6: warning: rules.min_meetings: 3 is more than max_meetings, "
     "which is 2; expected at most that\n"},
    {"\"requests\"", HOURS("\"cost\": 1"),
     "event.json:6: rules.social_hours[0].from: is missing; expected a time like "
     "'09:00'\n"
     "event.json:6: rules.social_hours[0].to: is missing; expected a time like "
     "'09:00'\n"},
    {"\"requests\"", HOURS("\"from\": \"9\", \"to\": \"24:01\", \"cost\": 1"),
     "event.json:6: rules.social_hours[0].from: '9' is no time of a day; expected "
     "one from '00:00' to '24:00'\n"
     "event.json:6: rules.social_hours[0].to: '24:01' is no time of a day; "
     "expected one from '00:00' to '24:00'\n"},
    {"\"requests\"", HOURS("\"from\": \"10:00\", \"to\": \"10:00\", \"cost\": 1"),
     "event.json:6: rules.social_hours[0].to: '10:00' is not after the from "
     "'10:00'; expected a later time\n"},
    {"\"requests\"", HOURS("\"from\": \"10:00\", \"to\": \"11:00\""),
     "event.json:6: rules.social_hours[0].cost: is missing; expected a whole "
     "number, 0 for hours that suit everybody\n"},
    {"\"requests\"", HOURS("\"from\": \"10:00\", \"to\": \"11:00\", \"cost\": -1"),
     "event.json:6: rules.social_hours[0].cost: found -1; expected a whole number "
     "from 0 to 1000000\n"},
    {"\"requests\"",
     HOURS("\"from\": \"10:00\", \"to\": \"11:00\", \"cost\": 1, \"side\": \"EU\", "
           "\"sied\": 1"),
     "event.json:6: warning: rules.social_hours[0].side: no participant is of side "
     "'EU'; expected a side of the participants as they write it\n"
     "event.json:6: warning: rules.social_hours[0]: 'sied' is not known and was "
     "ignored; did you mean 'side'?\n"},
    {"\"requests\"", RULES("\"social_hours\": [1]"),
     "event.json:6: rules.social_hours[0]: found 1; expected an object\n"},
    {"\"requests\"", RULES("\"social_hours\": \"always\""),
     "event.json:6: rules.social_hours: found the text 'always'; expected a list "
     "of objects\n"},
    {"\"requests\"", RULES("\"social_hours_otherwise\": \"always\""),
     "event.json:6: rules.social_hours_otherwise: found the text 'always'; "
     "expected 'never' or a cost such as 5\n"},
    {"\"requests\"", RULES("\"social_hours_otherwise\": -2"),
     "event.json:6: rules.social_hours_otherwise: found -2; expected a whole "
     "number from 0 to 1000000\n"},
    {"\"requests\"", "\"weights\": {\"priority\": 1}, \"requests\"",
     "event.json:6: weights.priority: found 1; expected a list of whole numbers\n"},
    {"\"requests\"", "\"weights\": {\"rank\": [1, -1]}, \"requests\"",
     "event.json:6: weights.rank: found -1; expected whole numbers from 0 to "
     "1000000 in the list\n"},
    {"\"requests\"",
     "\"weights\": {\"rank\": [\"1\"], \"avoid\": 0.5}, \"requests\"",
     "event.json:6: weights.rank: found the text '1'; expected whole numbers from "
     "0 to 1000000 in the list\n"
     "event.json:6: weights.avoid: found 0.5; expected a whole number from 0 to "
     "1000000\n"},
    {"\"requests\"", "\"weights\": {\"ranks\": 1}, \"requests\"",
     "event.json:6: warning: weights: 'ranks' is not known and was ignored; did "
     "you mean 'rank'?\n"},
    {"\"requests\"", "\"objective\": [\"serve\"], \"requests\"",
     "event.json:6: objective: there is no level 'serve'; did you mean "
     "'served'?\n"},
    {"\"requests\"", "\"objective\": [\"profit\"], \"requests\"",
     "event.json:6: objective: there is no level 'profit'; expected some of "
     "guarantee, served, balance, stability, comfort, burden, compactness and "
     "rooms\n"},
    {"\"requests\"", "\"objective\": [\"rooms\", \"rooms\"], \"requests\"",
     "event.json:6: objective: names 'rooms' twice; expected each level once\n"},
};

static void test_rules(void)
{
    CHECK_CHANGES(day, rules_row);
}

int main(void)
{
    struct arena arena;
    struct event_folder folder;
    event_tests_begin(&folder, &arena);
    test_defaults(&arena);
    test_left_out(&arena);
    test_head_is_read(&arena);
    test_rules_are_read(&arena);
    test_top();
    test_whole_file(&arena);
    test_wrong_paths(&arena);
    test_paths(&arena);
    test_no_zones(&arena);
    test_long_text(&arena);
    test_lists();
    test_rules();
    return event_tests_end(&folder, &arena);
}
