/* Requests, pairs who met before, locks and rooms in JSON: every message a row. */

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/event_folder.h"
#include "tests/support/event_text.h"

static const char day[] =
    EVENT_HEAD("2021-03-29") "\"participants\": [{\"id\": \"gifu\", \"time_zone\": "
                             "\"Asia/Tokyo\"},\n"
                             "  {\"id\": \"lyon\"}, {\"id\": \"oulu\"}],\n"
                             "\"rooms\": 2,\n"
                             "\"requests\": [{\"id\": \"r1\", \"from\": \"gifu\", "
                             "\"to\": \"lyon\"},\n"
                             "  {\"id\": \"r2\", \"from\": \"lyon\", \"to\": "
                             "\"oulu\", \"topic\": \"wine\"}]}\n";

static void test_requests_are_read(struct arena *arena)
{
    struct event event;
    const char *json = event_folder_change(
        arena, day, "{\"id\": \"r1\", \"from\": \"gifu\", \"to\": \"lyon\"},",
        "{\"id\": \"z\", \"from\": \"oulu\", \"to\": \"gifu\", \"also\": "
        "[\"lyon\"], \"topic\": \"tea\", \"priority\": 5, \"status\": \"pending\", "
        "\"rank\": 2, \"minutes\": 15, \"earliest\": \"2021-03-29T09:00\", "
        "\"latest\": \"2021-03-29T10:00\", \"after\": [\"r2\", \"r1\", \"r2\"], "
        "\"room_features\": [\"b\", \"a\"], \"follow_up\": true, \"message\": "
        "\"m\", \"note\": \"n\"},{\"id\": \"r1\", \"from\": \"gifu\", \"to\": "
        "\"lyon\", \"latest\": \"2021-03-29T10:00\", \"time_zone\": "
        "\"Asia/Tokyo\", \"rank\": null, \"follow_up\": false},");
    CHECK_TEXT(event_folder_read(arena, json, &event), "");
    CHECK_TEXT(event_text_line(arena, &event, "request r1"),
               "request r1 gifu to lyon also[] '' status 0 priority 3 rank 0 "
               "minutes 0 -/2021-03-29T01:00:00Z after[] features[] '' ''");
    CHECK_TEXT(event_text_line(arena, &event, "request r2"),
               "request r2 lyon to oulu also[] 'wine' status 0 priority 3 rank 0 "
               "minutes 0 -/- after[] features[] '' ''");
    CHECK_TEXT(event_text_line(arena, &event, "request z"),
               "request z oulu to gifu also[lyon] 'tea' status 1 priority 5 rank 2 "
               "minutes 15 2021-03-29T07:00:00Z/2021-03-29T08:00:00Z after[ r1 r2] "
               "features[a b] follow-up 'm' 'n'");
}

#define R1(text) "\"id\": \"r1\"", "\"id\": \"r1\", " text
static const struct event_change requests_row[] = {
    {"\"from\": \"gifu\", ", "",
     "event.json:8: requests[0].from: is missing; expected the id of a "
     "participant\n"},
    {"\"from\": \"gifu\"", "\"from\": \"gifo\"",
     "event.json:8: requests[0].from: there is no participant 'gifo'; did you mean "
     "'gifu'?\n"},
    {"\"from\": \"gifu\"", "\"from\": \"GIFU\"",
     "event.json:8: requests[0].from: there is no participant 'GIFU'; did you mean "
     "'gifu'?\n"},
    {"\"to\": \"lyon\"", "\"to\": \"paris\"",
     "event.json:8: requests[0].to: there is no participant 'paris'; expected the "
     "id of one\n"},
    {"\"to\": \"lyon\"", "\"to\": \"gifu\"",
     "event.json:8: requests[0].to: 'gifu' asks to meet itself; expected another "
     "participant\n"},
    {R1("\"also\": [\"lyon\", \"gifu\"]"),
     "event.json:8: requests[0].also: 'lyon' is in 'to' already; expected further "
     "participants\n"
     "event.json:8: requests[0].also: 'gifu' is in 'from' already; expected "
     "further participants\n"},
    {R1("\"also\": [\"oulu\", \"oulu\"]"),
     "event.json:8: requests[0].also: names a participant twice; expected each one "
     "once\n"},
    {R1("\"also\": \"oulu\""), "event.json:8: requests[0].also: found the text "
                               "'oulu'; expected a list of texts\n"},
    {R1("\"also\": [\"paris\"]"), "event.json:8: requests[0].also: there is no "
                                  "participant 'paris'; expected the id of one\n"},
    {R1("\"status\": \"maybe\""),
     "event.json:8: requests[0].status: found the text 'maybe'; expected "
     "'accepted', 'pending', 'declined' or 'withdrawn'\n"},
    {R1("\"priority\": 6"), "event.json:8: requests[0].priority: found 6; expected "
                            "a whole number from 1 to 5\n"},
    {R1("\"priority\": 0, \"rank\": 0, \"minutes\": 0"),
     "event.json:8: requests[0].priority: found 0; expected a whole number from 1 "
     "to 5\n"
     "event.json:8: requests[0].rank: found 0; expected a whole number from 1 to "
     "1000000\n"
     "event.json:8: requests[0].minutes: found 0; expected a whole number from 1 "
     "to 1440\n"},
    {R1("\"earliest\": \"2021-03-29T10:00\", \"latest\": \"2021-03-29T10:00\""),
     "event.json:8: requests[0].latest: '2021-03-29T10:00' is not after earliest "
     "'2021-03-29T10:00'; expected a later time\n"},
    {R1("\"earliest\": \"10:00\""),
     "event.json:8: requests[0].earliest: '10:00' is no date and time; expected "
     "one like '2021-05-18T09:00', with or without 'Z' or an offset like '+09:00' "
     "behind it\n"},
    {R1("\"after\": [\"r3\"]"), "event.json:8: requests[0].after: there is no "
                                "request 'r3'; expected the id of one\n"},
    {R1("\"after\": [\"r1\"]"),
     "event.json:8: requests[0].after: names the request itself; expected requests "
     "whose meetings come earlier\n"},
    {R1("\"follow_up\": \"yes\""), "event.json:8: requests[0].follow_up: found the "
                                   "text 'yes'; expected true or false\n"},
    {R1("\"priorty\": 4, \"budget\": 1"),
     "event.json:8: warning: requests[0]: 'priorty' is not known and was ignored; "
     "did you mean 'priority'?\n"
     "event.json:8: note: requests[0]: ignored what is not known: 'budget'\n"},
    {"\"id\": \"r2\"", "\"id\": \"r1\"",
     "event.json:9: requests[1].id: 'r1' is the id of another request too (line "
     "8); expected an id of its own\n"},
};

static void test_requests(void)
{
    CHECK_CHANGES(day, requests_row);
}

#define MET(text) "\"rooms\"", "\"met_before\": [" text "], \"rooms\""
static const struct event_change met_before_row[] = {
    {MET("{\"a\": \"gifu\", \"b\": \"gifu\"}"),
     "event.json:7: met_before[0].b: 'gifu' cannot have met itself; expected "
     "another participant\n"},
    {MET("{\"a\": \"gifu\"}"), "event.json:7: met_before[0].b: is missing; "
                               "expected the id of a participant\n"},
    {MET("{\"a\": \"gifa\", \"b\": \"gifu\", \"c\": 1}"),
     "event.json:7: met_before[0].a: there is no participant 'gifa'; did you mean "
     "'gifu'?\n"
     "event.json:7: note: met_before[0]: ignored what is not known: 'c'\n"},
};

static void test_met_before(struct arena *arena)
{
    struct event event;
    CHECK_CHANGES(day, met_before_row);
    const char *json = event_folder_change(
        arena, day,
        MET("{\"a\": \"oulu\", \"b\": \"gifu\"}, {\"a\": \"gifu\", \"b\": "
            "\"lyon\"}, {\"a\": \"gifu\", \"b\": \"oulu\"}"));
    CHECK_TEXT(event_folder_read(arena, json, &event), "");
    CHECK_INT(event.n_met_before, 2);
    CHECK_TEXT(event_text_line(arena, &event, "met"), "met gifu lyon");
    CHECK_INT(event.met_before[1].b, 2);
}

static void test_locks_are_read(struct arena *arena)
{
    static const struct {
        const char *lock, *line;
    } row[] = {
        {"\"request\": \"r2\"", "lock r2 [lyon oulu] 'wine' slot - '' room -"},
        {"\"request\": \"r2\", \"topic\": \"wine\", \"kind\": \"lock\", \"room\": "
         "\"R02\"",
         "lock r2 [lyon oulu] 'wine' slot - '' room R02"},
        {"\"request\": \"r1\", \"slot\": \"am-03\", \"kind\": \"forbid\"",
         "forbid r1 [gifu lyon] '' slot am-03 'am-03' room -"},
        {"\"participants\": [\"oulu\", \"lyon\"], \"topic\": \"wine\"",
         "lock - [lyon oulu] 'wine' slot - '' room -"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct event event;
        const char *json = event_folder_change(
            arena, day, "\"rooms\"",
            arena_printf(arena, "\"locks\": [{%s}], \"rooms\"", row[k].lock));
        CHECK_TEXT(event_folder_read(arena, json, &event), "");
        CHECK_TEXT(event_text_line(arena, &event, k == 2 ? "forbid" : "lock"),
                   row[k].line);
    }
}

#define LOCK(text) "\"rooms\"", "\"locks\": [{" text "}], \"rooms\""
static const struct event_change locks_row[] = {
    {LOCK("\"slot\": \"am-01\""),
     "event.json:7: locks[0].request: is missing, and so are the participants; "
     "expected one of them to say which meeting is meant\n"},
    {LOCK("\"request\": \"r7\""), "event.json:7: locks[0].request: there is no "
                                  "request 'r7'; expected the id of one\n"},
    {LOCK("\"request\": \"r1\", \"participants\": [\"gifu\", \"lyon\"]"),
     "event.json:7: locks[0].participants: stands beside request 'r1'; expected "
     "one of the two\n"},
    {LOCK("\"request\": \"r1\", \"topic\": \"tea\""),
     "event.json:7: locks[0].topic: 'tea' is not the topic of request 'r1', which "
     "is ''; expected the same, or none beside a request\n"},
    {LOCK("\"participants\": [\"gifu\"]"),
     "event.json:7: locks[0].participants: is too short a list; expected two or "
     "more ids\n"},
    {LOCK("\"participants\": []"), "event.json:7: locks[0].participants: is too "
                                   "short a list; expected two or more ids\n"},
    {LOCK("\"participants\": [\"gifu\", \"lyon\", \"gifu\"]"),
     "event.json:7: locks[0].participants: names a participant twice; expected "
     "each one once\n"},
    {LOCK("\"participants\": [\"gifu\", \"paris\"]"),
     "event.json:7: locks[0].participants: there is no participant 'paris'; "
     "expected the id of one\n"},
    {LOCK("\"request\": \"r1\", \"slot\": \"am-10\""),
     "event.json:7: locks[0].slot: there is no slot 'am-10'; did you mean "
     "'am-01'?\n"},
    {LOCK("\"request\": \"r1\", \"slot\": \"evening\""),
     "event.json:7: locks[0].slot: there is no slot 'evening'; expected the id of "
     "one\n"},
    {LOCK("\"request\": \"r1\", \"room\": \"R3\""),
     "event.json:7: locks[0].room: there is no room 'R3'; expected the id of "
     "one\n"},
    {LOCK("\"request\": \"r1\", \"kind\": \"keep\", \"rom\": \"R01\""),
     "event.json:7: locks[0].kind: found the text 'keep'; expected 'lock' or "
     "'forbid'\n"
     "event.json:7: warning: locks[0]: 'rom' is not known and was ignored; did you "
     "mean 'room'?\n"},
};

static void test_locks(void)
{
    CHECK_CHANGES(day, locks_row);
}

/* Without sessions nobody can know the slots, nor call one unknown. */
static void test_locks_without_slots(struct arena *arena)
{
    struct event event;
    const char *json = event_folder_change(
        arena, day, LOCK("\"request\": \"r1\", \"slot\": \"am-01\""));
    json = event_folder_change(arena, json, "\"date\": \"2021-03-29\", ", "");
    CHECK_TEXT(event_folder_read(arena, json, &event),
               "event.json:3: sessions[0].date: is missing; expected a date like "
               "'2021-05-18'\n");
}

#define NO_ROOM                                                                    \
    "event.json:7: warning: rooms: has no room, so nothing can be scheduled; "     \
    "expected one or more; leave it out for as many as participants\n"

static void test_rooms_are_read(struct arena *arena)
{
    struct event event;
    const char *json = event_folder_change(
        arena, day, "\"rooms\": 2",
        "\"rooms\": [{\"id\": \"red\", \"name\": \"Red\", \"url\": "
        "\"https://example.org/?a=1&b=2\", \"capacity\": 8, \"features\": [\"b\", "
        "\"a\"], \"reserved_for\": [\"oulu\", \"gifu\"], \"available\": "
        "[{\"start\": \"2021-03-29T09:00\", \"end\": \"2021-03-29T10:00\"}, "
        "{\"start\": \"2021-03-29T16:30\", \"end\": \"2021-03-29T17:30\", "
        "\"time_zone\": \"Asia/Tokyo\"}]}, {\"id\": \"blue\"}]");
    CHECK_TEXT(event_folder_read(arena, json, &event), "");
    CHECK_INT(event.n_rooms, 2);
    CHECK_TEXT(event.room[0].id, "blue");
    CHECK_TEXT(event_text_line(arena, &event, "room red"),
               "room red 'Red' 'https://example.org/?a=1&b=2' for 8 [a b] "
               "reserved[gifu oulu] at[ 2021-03-29T07:00:00Z/2021-03-29T08:00:00Z "
               "2021-03-29T07:30:00Z/2021-03-29T08:30:00Z]");
    json = event_folder_change(arena, day, "\"rooms\": 2", "\"rooms\": []");
    CHECK_TEXT(event_folder_read(arena, json, &event), NO_ROOM);
    CHECK_INT(event.n_rooms, 0);
    json = event_folder_change(arena, day, "\"rooms\": 2", "\"rooms\": 0");
    CHECK_TEXT(event_folder_read(arena, json, &event), NO_ROOM);
    CHECK_INT(event.n_rooms, 0);
    json = event_folder_change(arena, day, "\"rooms\": 2", "\"rooms\": \"19\"");
    CHECK_TEXT(
        event_folder_read(arena, json, &event),
        "event.json:7: rooms: found the text '19'; expected a number without "
        "quotes, a list, or the name of a CSV file\n");
    json = event_folder_change(arena, day, "\"rooms\": 2,", "");
    CHECK_TEXT(event_folder_read(arena, json, &event), "");
    CHECK_INT(event.n_rooms, 3);
}

/* More than 99 rooms: found whatever their names' lengths. */
static void test_many_rooms(struct arena *arena)
{
    struct event event;
    const char *json = event_folder_change(
        arena, day, "\"rooms\": 2",
        "\"rooms\": 120, \"locks\": [{\"request\": \"r1\", \"room\": \"R100\"}]");
    CHECK_TEXT(event_folder_read(arena, json, &event), "");
    CHECK_INT(event.n_rooms, 120);
    CHECK_TEXT(event.room[0].id, "R01");
    CHECK_TEXT(event.room[event.lock[0].room].id, "R100");
    for (int r = 1; r < event.n_rooms; r++) {
        CHECK(strcmp(event.room[r - 1].id, event.room[r].id) < 0);
    }
    CHECK_INT(event_find_room(&event, "R99"), event.n_rooms - 1);
}

#define ROOM(text) "\"rooms\": 2", "\"rooms\": [{\"id\": \"R1\", " text "}]"
static const struct event_change rooms_row[] = {
    {"\"rooms\": 2", "\"rooms\": -1",
     "event.json:7: rooms: found -1; expected a whole number from 0 to 10000\n"},
    {"\"rooms\": 2", "\"rooms\": 10001",
     "event.json:7: rooms: found 10001; expected a whole number from 0 to 10000\n"},
    {"\"rooms\": 2", "\"rooms\": true",
     "event.json:7: rooms: found true; expected a list, or the name of a CSV "
     "file\n"},
    {ROOM("\"capacity\": 0"), "event.json:7: rooms[0].capacity: found 0; expected "
                              "a whole number from 1 to 1000000\n"},
    {ROOM("\"url\": \"javascript:alert(1)\""),
     "event.json:7: rooms[0].url: 'javascript:alert(1)' is no address to open; "
     "expected one like 'https://example.org/room-1', without blanks\n"},
    {ROOM("\"reserved_for\": [\"gifo\"]"),
     "event.json:7: rooms[0].reserved_for: there is no participant 'gifo'; did you "
     "mean 'gifu'?\n"},
    {ROOM("\"features\": [1]"),
     "event.json:7: rooms[0].features: has 1 in the list; expected texts\n"},
    {ROOM("\"available\": [{\"start\": \"2021-03-29T09:00\", \"end\": "
          "\"2021-03-29T08:00\", \"strt\": 1}]"),
     "event.json:7: rooms[0].available[0].end: '2021-03-29T08:00' is not after the "
     "start '2021-03-29T09:00'; expected a later time\n"
     "event.json:7: warning: rooms[0].available[0]: 'strt' is not known and was "
     "ignored; did you mean 'start'?\n"},
    {ROOM("\"available\": [7]"),
     "event.json:7: rooms[0].available[0]: found 7; expected an object\n"},
    {ROOM("\"capcity\": 4"), "event.json:7: warning: rooms[0]: 'capcity' is not "
                             "known and was ignored; did you mean 'capacity'?\n"},
};

static void test_rooms(void)
{
    CHECK_CHANGES(day, rooms_row);
}

int main(void)
{
    struct arena arena;
    struct event_folder folder;
    event_tests_begin(&folder, &arena);
    test_requests_are_read(&arena);
    test_requests();
    test_met_before(&arena);
    test_locks_are_read(&arena);
    test_locks();
    test_locks_without_slots(&arena);
    test_rooms_are_read(&arena);
    test_many_rooms(&arena);
    test_rooms();
    return event_tests_end(&folder, &arena);
}
