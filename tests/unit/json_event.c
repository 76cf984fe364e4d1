#include "io/json_event.h"

#include <stddef.h>
#include <string.h>

#include "tests/support/check.h"
#include "tests/support/tiny_event.h"

/* The member's text in an event's canonical text: from "  "key": " to the end of
 * its last line, without the comma. */
static const char *member(struct arena *arena, const struct event *event,
                          const char *key)
{
    const char *text = json_event_text(arena, event);
    const char *start = strstr(text, arena_printf(arena, "\n  \"%s\": ", key));
    if (!start) {
        return "";
    }
    const char *end = strstr(start + 1, "\n  \"");
    size_t len = end ? (size_t)(end - start) - 1 : strlen(start) - strlen("\n}\n");
    return arena_strndup(arena, start + 3, len - 3);
}

static const char plain[] =
    "{\n"
    "  \"format\": \"matchday-event/1\",\n"
    "  \"event\": {\"id\":\"tiny\",\"name\":\"Tiny day\",\"organizer\":"
    "{\"name\":\"Organiser\",\"email\":\"organiser@example.org\"},"
    "\"uid_domain\":\"example.org\",\"time_zone\":\"UTC\","
    "\"display_time_zones\":[\"UTC\"]},\n"
    "  \"sessions\": [\n"
    "    {\"id\":\"s\",\"title\":\"Session s\",\"date\":\"2021-05-18\","
    "\"start\":\"09:00\",\"end\":\"09:40\",\"time_zone\":\"UTC\","
    "\"meeting_minutes\":20,\"changeover_minutes\":0}\n"
    "  ],\n"
    "  \"rooms\": [\n"
    "    {\"id\":\"R01\",\"name\":\"Room 1\"}\n"
    "  ],\n"
    "  \"participants\": [\n"
    "    {\"id\":\"a\",\"organisation\":\"House a\",\"time_zone\":\"UTC\","
    "\"languages\":[\"en\"],\"interpreter\":\"auto\",\"contacts\":[{\"name\":\"a\","
    "\"email\":\"a@example.org\",\"language\":\"en\"}],\"parallel\":1,\"people\":1,"
    "\"min_meetings\":1,\"status\":\"registered\"},\n"
    "    {\"id\":\"b\",\"organisation\":\"House b\",\"time_zone\":\"UTC\","
    "\"languages\":[\"en\"],\"interpreter\":\"auto\",\"contacts\":[{\"name\":\"b\","
    "\"email\":\"b@example.org\",\"language\":\"en\"}],\"parallel\":1,\"people\":1,"
    "\"min_meetings\":1,\"status\":\"registered\"}\n"
    "  ],\n"
    "  \"requests\": [\n"
    "    {\"id\":\"r01\",\"from\":\"b\",\"to\":\"a\",\"priority\":3,"
    "\"status\":\"accepted\",\"follow_up\":false}\n"
    "  ],\n"
    "  \"rules\": {\"default_status\":\"accepted\",\"pending\":\"skip\","
    "\"met_before\":\"forbid\",\"min_meetings\":1,\"social_hours\":["
    "{\"from\":\"09:00\",\"to\":\"18:00\",\"cost\":0},"
    "{\"from\":\"08:00\",\"to\":\"19:00\",\"cost\":1},"
    "{\"from\":\"07:00\",\"to\":\"21:00\",\"cost\":3}],"
    "\"social_hours_otherwise\":\"never\"},\n"
    "  \"weights\": "
    "{\"priority\":[1,2,4,8,16],\"rank\":[16,8,4,2,1],\"avoid\":3},\n"
    "  \"objective\": [\"guarantee\",\"served\",\"balance\",\"burden\",\"comfort\","
    "\"compactness\",\"rooms\"]\n"
    "}\n";

static struct event *plain_event(struct arena *arena)
{
    struct event *event = tiny_event(arena, "ab", 2, 1);
    tiny_request(arena, event, "ba");
    return event;
}

static void test_plain(struct arena *arena)
{
    char hex[DIGEST_HEX_SIZE], of_text[DIGEST_HEX_SIZE];
    struct event *event = plain_event(arena);
    CHECK_TEXT(json_event_text(arena, event), plain);
    json_event_digest(*arena, event, hex);
    digest_sha256(plain, strlen(plain), of_text);
    CHECK_TEXT(hex, of_text);
}

/* Where something was written is no part of it. */
static void test_places(struct arena *arena)
{
    struct event *event = plain_event(arena);
    event->file = "elsewhere.json";
    event->request[0].place =
        (struct place){.file = "other.csv", .line = 77, .field = "column"};
    event->participant[1].place = (struct place){.line = 0};
    CHECK_TEXT(json_event_text(arena, event), plain);
}

static void test_head(struct arena *arena)
{
    struct event *event = plain_event(arena);
    struct side_organizer sides[] = {{"EU", {"Eve", ""}},
                                     {"JP", {"", "j@example.org"}}};
    event->name_ja = "\u5c0f";
    event->side_organizer = sides;
    event->n_side_organizers = 2;
    CHECK_TEXT(
        member(arena, event, "event"),
        "\"event\": {\"id\":\"tiny\",\"name\":\"Tiny day\",\"name_ja\":\"\u5c0f\","
        "\"organizer\":{\"name\":\"Organiser\","
        "\"email\":\"organiser@example.org\"},"
        "\"organizers\":{\"EU\":{\"name\":\"Eve\"},"
        "\"JP\":{\"email\":\"j@example.org\"}},"
        "\"uid_domain\":\"example.org\",\"time_zone\":\"UTC\","
        "\"display_time_zones\":[\"UTC\"]}");
    event->name = event->name_ja = event->uid_domain = "";
    event->organizer = (struct person){"", ""};
    event->n_side_organizers = 0;
    CHECK_TEXT(member(arena, event, "event"),
               "\"event\": {\"id\":\"tiny\",\"time_zone\":\"UTC\","
               "\"display_time_zones\":[\"UTC\"]}");
}

/* Sessions are the one thing in local time. */
static void test_sessions(struct arena *arena)
{
    struct event *event = plain_event(arena);
    struct error err;
    struct break_time breaks[] = {
        {.start_min = 610, .end_min = 620, .title = "Tea"},
        {.start_min = 700, .end_min = 1440, .title = ""}};
    struct session *session = &event->session[0];
    session->title = "";
    session->zone = zone_read(arena, "Asia/Tokyo", &err);
    session->start_min = 0;
    session->end_min = 1440;
    session->changeover_minutes = 5;
    session->break_time = breaks;
    session->n_breaks = 2;
    CHECK_TEXT(member(arena, event, "sessions"),
               "\"sessions\": [\n    {\"id\":\"s\",\"date\":\"2021-05-18\","
               "\"start\":\"00:00\",\"end\":\"24:00\",\"time_zone\":\"Asia/Tokyo\","
               "\"meeting_minutes\":20,\"changeover_minutes\":5,\"breaks\":["
               "{\"start\":\"10:10\",\"end\":\"10:20\",\"title\":\"Tea\"},"
               "{\"start\":\"11:40\",\"end\":\"24:00\"}]}\n  ]");
}

static void test_agenda(struct arena *arena)
{
    struct event *event = plain_event(arena);
    CHECK_TEXT(member(arena, event, "agenda"), "");
    tiny_agenda(arena, event, "08:00", "08:30", "");
    tiny_agenda(arena, event, "08:30", "08:40", "");
    event->agenda[1].audience = AUDIENCE_SIDE;
    event->agenda[1].side = "EU";
    event->agenda[1].title = "";
    tiny_agenda(arena, event, "08:40", "08:50", "ab");
    event->agenda[2].url = "https://example.org/x";
    event->agenda[2].interpreter = (int[]){0, 1};
    event->agenda[2].n_interpreters = 2;
    tiny_interpreter(arena, event, "en-ja");
    tiny_interpreter(arena, event, "en-ja");
    event->interpreter[1].id = "b"; /* an id may be a participant's as well */
    CHECK_TEXT(
        member(arena, event, "agenda"),
        "\"agenda\": [\n"
        "    {\"id\":\"item01\",\"title\":\"Item "
        "1\",\"start\":\"2021-05-18T08:00:00Z\","
        "\"end\":\"2021-05-18T08:30:00Z\",\"time_zone\":\"UTC\",\"audience\":"
        "\"all\"},\n"
        "    {\"id\":\"item02\",\"start\":\"2021-05-18T08:30:00Z\","
        "\"end\":\"2021-05-18T08:40:00Z\",\"time_zone\":\"UTC\","
        "\"audience\":{\"side\":\"EU\"}},\n"
        "    {\"id\":\"item03\",\"title\":\"Item "
        "3\",\"start\":\"2021-05-18T08:40:00Z\","
        "\"end\":\"2021-05-18T08:50:00Z\",\"time_zone\":\"UTC\","
        "\"audience\":[\"I01\",\"a\",\"b\"],\"url\":\"https://example.org/x\"}\n"
        "  ]");
}

static void test_rooms(struct arena *arena)
{
    struct event *event = plain_event(arena);
    struct room *room = &event->room[0];
    room->name = "";
    room->url = "https://example.org/r";
    room->capacity = 8;
    room->features = tiny_words(arena, "big interpretation");
    room->reserved_for = (int[]){0, 1};
    room->n_reserved_for = 2;
    tiny_window(arena, &room->available, "09:00", "09:20");
    tiny_window(arena, &room->available, "10:00", "10:20");
    CHECK_TEXT(
        member(arena, event, "rooms"),
        "\"rooms\": [\n    {\"id\":\"R01\",\"url\":\"https://example.org/r\","
        "\"capacity\":8,\"features\":[\"big\",\"interpretation\"],"
        "\"reserved_for\":[\"a\",\"b\"],\"available\":["
        "{\"start\":\"2021-05-18T09:00:00Z\",\"end\":\"2021-05-18T09:20:00Z\"},"
        "{\"start\":\"2021-05-18T10:00:00Z\",\"end\":\"2021-05-18T10:20:00Z\"}"
        "]}\n  ]");
    event->n_rooms = 0;
    CHECK_TEXT(member(arena, event, "rooms"), "\"rooms\": []");
}

/* No list means that interpretation is not modelled, an empty one that there is
 * nobody. */
static void test_interpreters(struct arena *arena)
{
    struct event *event = plain_event(arena);
    CHECK_TEXT(member(arena, event, "interpreters"), "");
    event->has_interpreters = true;
    CHECK_TEXT(member(arena, event, "interpreters"), "\"interpreters\": []");
    tiny_interpreter(arena, event, "en-ja fr-ja");
    tiny_interpreter(arena, event, "en-ja");
    struct interpreter *second = &event->interpreter[1];
    second->name = second->email = "";
    second->max_meetings = 6;
    second->max_consecutive = 0;
    tiny_window(arena, &second->available, "09:00", "09:20");
    CHECK_TEXT(member(arena, event, "interpreters"),
               "\"interpreters\": [\n"
               "    {\"id\":\"I01\",\"name\":\"Interpreter 1\","
               "\"email\":\"i1@example.org\",\"pairs\":[\"en-ja\",\"fr-ja\"],"
               "\"time_zone\":\"UTC\"},\n"
               "    {\"id\":\"I02\",\"pairs\":[\"en-ja\"],\"time_zone\":\"UTC\","
               "\"available\":[{\"start\":\"2021-05-18T09:00:00Z\","
               "\"end\":\"2021-05-18T09:20:00Z\"}],\"max_meetings\":6,"
               "\"max_consecutive\":0}\n  ]");
}

/* Calendars are resolved, unless they are still to be read. */
static void test_calendars(struct arena *arena)
{
    struct event *event = plain_event(arena);
    event->participant[0].calendar = "a.ics";
    CHECK(strstr(json_event_text(arena, event), "calendar") == NULL);
    const char *source = json_event_source_text(arena, event);
    CHECK(strstr(source, "\"status\":\"registered\",\"calendar\":\"a.ics\"}") !=
          NULL);
    event->participant[0].calendar = "";
    CHECK_TEXT(json_event_source_text(arena, event), json_event_text(arena, event));
}

static void test_participants(struct arena *arena)
{
    struct event *event = plain_event(arena);
    struct participant *a = &event->participant[0], *b = &event->participant[1];
    struct contact contacts[] = {{"", "", "x@example.org", "", "", false, {0}},
                                 {"Aoi", "\u8475", "", "ja", "Head", false, {0}}};
    a->organisation = "";
    a->organisation_ja = "\u5c90\u961c\u770c";
    a->country = a->side = "JP";
    a->languages = (struct strings){NULL, 0};
    a->interpretation = INTERPRETATION_ALWAYS;
    a->contact = contacts;
    a->n_contacts = 2;
    a->themes = tiny_words(arena, "food sea");
    a->profile = "p";
    a->profile_ja = "\u9805";
    a->parallel = 2;
    a->people = 3;
    a->min_meetings = 0;
    a->max_meetings = 6;
    a->max_consecutive = 4;
    a->max_gaps = 0;
    tiny_zone(arena, event, "a", "Asia/Tokyo");
    b->interpretation = INTERPRETATION_NEVER;
    b->n_contacts = 0;
    b->cancelled = true;
    CHECK_TEXT(
        member(arena, event, "participants"),
        "\"participants\": [\n"
        "    "
        "{\"id\":\"a\",\"organisation_ja\":\"\u5c90\u961c\u770c\",\"country\":"
        "\"JP\","
        "\"side\":\"JP\",\"time_zone\":\"Asia/Tokyo\",\"interpreter\":\"always\","
        "\"contacts\":[{\"email\":\"x@example.org\"},{\"name\":\"Aoi\","
        "\"name_ja\":\"\u8475\",\"language\":\"ja\",\"job_title\":\"Head\"}],"
        "\"themes\":[\"food\",\"sea\"],\"profile\":\"p\",\"profile_ja\":\"\u9805\","
        "\"parallel\":2,\"people\":3,\"max_meetings\":6,\"min_meetings\":0,"
        "\"max_consecutive\":4,\"max_gaps\":0,\"status\":\"registered\"},\n"
        "    {\"id\":\"b\",\"organisation\":\"House b\",\"time_zone\":\"UTC\","
        "\"languages\":[\"en\"],\"interpreter\":\"never\",\"parallel\":1,"
        "\"people\":1,\"min_meetings\":1,\"status\":\"cancelled\"}\n  ]");
}

static void test_availability(struct arena *arena)
{
    struct event *event = plain_event(arena);
    CHECK_TEXT(member(arena, event, "availability"), "");
    tiny_window(arena, &event->participant[1].available, "09:00", "12:00");
    tiny_window(arena, &event->participant[1].available, "13:00", "14:00");
    tiny_window(arena, &event->participant[0].avoid, "09:00", "09:20");
    tiny_window(arena, &event->participant[0].unavailable, "10:00", "10:20");
    CHECK_TEXT(member(arena, event, "availability"),
               "\"availability\": [\n"
               "    {\"participant\":\"a\",\"start\":\"2021-05-18T10:00:00Z\","
               "\"end\":\"2021-05-18T10:20:00Z\",\"kind\":\"unavailable\"},\n"
               "    {\"participant\":\"a\",\"start\":\"2021-05-18T09:00:00Z\","
               "\"end\":\"2021-05-18T09:20:00Z\",\"kind\":\"avoid\"},\n"
               "    {\"participant\":\"b\",\"start\":\"2021-05-18T09:00:00Z\","
               "\"end\":\"2021-05-18T12:00:00Z\",\"kind\":\"available\"},\n"
               "    {\"participant\":\"b\",\"start\":\"2021-05-18T13:00:00Z\","
               "\"end\":\"2021-05-18T14:00:00Z\",\"kind\":\"available\"}\n  ]");
}

static void test_requests(struct arena *arena)
{
    static const struct {
        enum request_status status;
        const char *expected;
    } row[] = {
        {REQUEST_ACCEPTED, "accepted"},
        {REQUEST_PENDING, "pending"},
        {REQUEST_DECLINED, "declined"},
        {REQUEST_WITHDRAWN, "withdrawn"},
    };
    struct event *event = tiny_event(arena, "abcd", 2, 1);
    CHECK_TEXT(member(arena, event, "requests"), "\"requests\": []");
    struct request *request = &event->request[tiny_request(arena, event, "bdac")];
    request->topic = "Tea";
    request->priority = 5;
    request->rank = 2;
    request->minutes = 15;
    request->earliest_s = tiny_time("09:00");
    request->latest_s = tiny_time("09:30");
    request->after = (int[]){0};
    request->n_after = 1;
    request->room_features = tiny_words(arena, "big");
    request->follow_up = true;
    request->message = "hello";
    request->note = "hm";
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        request->status = row[i].status;
        CHECK_TEXT(member(arena, event, "requests"),
                   arena_printf(
                       arena,
                       "\"requests\": [\n    {\"id\":\"r01\",\"from\":\"b\","
                       "\"to\":\"d\",\"also\":[\"a\",\"c\"],\"topic\":\"Tea\","
                       "\"priority\":5,\"status\":\"%s\",\"rank\":2,\"minutes\":15,"
                       "\"earliest\":\"2021-05-18T09:00:00Z\","
                       "\"latest\":\"2021-05-18T09:30:00Z\",\"after\":[\"r01\"],"
                       "\"room_features\":[\"big\"],\"follow_up\":true,"
                       "\"message\":\"hello\",\"note\":\"hm\"}\n  ]",
                       row[i].expected));
    }
}

static void test_locks(struct arena *arena)
{
    struct event *event = plain_event(arena);
    CHECK_TEXT(member(arena, event, "locks"), "");
    tiny_lock(arena, event, LOCK_KEEP, 0, 1, 0);
    tiny_lock(arena, event, LOCK_FORBID, 0, -1, -1);
    struct lock *lock = &event->lock[tiny_lock(arena, event, LOCK_KEEP, 0, -1, 0)];
    lock->request = -1;
    lock->topic = "Tea";
    event->lock[tiny_lock(arena, event, LOCK_FORBID, 0, 0, -1)].request = -1;
    CHECK_TEXT(
        member(arena, event, "locks"),
        "\"locks\": [\n"
        "    {\"request\":\"r01\",\"slot\":\"s-02\",\"room\":\"R01\","
        "\"kind\":\"lock\"},\n"
        "    {\"request\":\"r01\",\"kind\":\"forbid\"},\n"
        "    {\"participants\":[\"a\",\"b\"],\"topic\":\"Tea\",\"room\":\"R01\","
        "\"kind\":\"lock\"},\n"
        "    {\"participants\":[\"a\",\"b\"],\"slot\":\"s-01\","
        "\"kind\":\"forbid\"}\n  ]");
}

static void test_met_before(struct arena *arena)
{
    struct event *event = plain_event(arena);
    CHECK_TEXT(member(arena, event, "met_before"), "");
    tiny_met(event, "ab");
    CHECK_TEXT(member(arena, event, "met_before"),
               "\"met_before\": [\n    {\"a\":\"a\",\"b\":\"b\"}\n  ]");
}

static void test_rules(struct arena *arena)
{
    struct event *event = plain_event(arena);
    struct social_hours hours[] = {{0, 1440, 2, "EU"}};
    event->rules = (struct rules){
        .default_status = REQUEST_PENDING,
        .pending_scheduled = true,
        .min_meetings = 0,
        .max_meetings = 9,
        .max_consecutive = 3,
        .max_gaps = 0,
        .interpreted_room_feature = "booth",
        .social_hours = hours,
        .n_social_hours = 1,
        .social_hours_otherwise = 7,
    };
    CHECK_TEXT(
        member(arena, event, "rules"),
        "\"rules\": {\"default_status\":\"pending\",\"pending\":\"schedule\","
        "\"met_before\":\"allow\",\"min_meetings\":0,\"max_meetings\":9,"
        "\"max_consecutive\":3,\"max_gaps\":0,"
        "\"interpreted_room_feature\":\"booth\",\"social_hours\":["
        "{\"from\":\"00:00\",\"to\":\"24:00\",\"cost\":2,\"side\":\"EU\"}],"
        "\"social_hours_otherwise\":7}");
}

static void test_weights(struct arena *arena)
{
    struct event *event = plain_event(arena);
    enum level order[] = {LEVEL_STABILITY, LEVEL_SERVED};
    event->weights = (struct weights){(int[]){7}, 1, (int[]){5, 4}, 2, 0};
    event->objective = order;
    event->n_objective = 2;
    CHECK_TEXT(member(arena, event, "weights"),
               "\"weights\": {\"priority\":[7],\"rank\":[5,4],\"avoid\":0}");
    CHECK_TEXT(member(arena, event, "objective"),
               "\"objective\": [\"stability\",\"served\"]");
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_plain(&arena);
    test_places(&arena);
    test_head(&arena);
    test_sessions(&arena);
    test_agenda(&arena);
    test_rooms(&arena);
    test_interpreters(&arena);
    test_calendars(&arena);
    test_participants(&arena);
    test_availability(&arena);
    test_requests(&arena);
    test_locks(&arena);
    test_met_before(&arena);
    test_rules(&arena);
    test_weights(&arena);
    arena_finish(&arena);
    return check_report();
}
