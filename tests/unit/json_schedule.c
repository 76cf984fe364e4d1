#include "io/json_schedule.h"

#include <string.h>

#include "io/json_value.h"
#include "io/schedule_read.h"
#include "tests/support/check.h"
#include "tests/support/tiny_event.h"
#include "tests/support/value_text.h"

static const char everything[] =
    "{\n"
    "  \"format\": \"matchday-schedule/1\",\n"
    "  \"event\": \"tiny\",\n"
    "  \"input_sha256\": "
    "\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\",\n"
    "  \"generator\": {\"name\":\"matchday\",\"version\":\"0.1.0\"},\n"
    "  \"seed\": 9007199254740992,\n"
    "  \"frozen_before\": \"2021-05-18T09:20:00Z\",\n"
    "  \"slots\": [\n"
    "    {\"id\":\"s-01\",\"session\":\"s\",\"start\":\"2021-05-18T09:00:00Z\","
    "\"end\":\"2021-05-18T09:20:00Z\"},\n"
    "    {\"id\":\"s-02\",\"session\":\"s\",\"start\":\"2021-05-18T09:20:00Z\","
    "\"end\":\"2021-05-18T09:40:00Z\"},\n"
    "    {\"id\":\"late-x-01\",\"session\":\"late-x\","
    "\"start\":\"2021-05-18T12:00:00Z\",\"end\":\"2021-05-18T12:20:00Z\"}\n"
    "  ],\n"
    "  \"meetings\": [\n"
    "    {\"id\":\"m0001\",\"requests\":[\"r01\",\"r02\"],"
    "\"participants\":[\"a\",\"b\"],\"topic\":\"\",\"slot\":\"s-01\","
    "\"start\":\"2021-05-18T09:00:00Z\",\"end\":\"2021-05-18T09:20:00Z\","
    "\"room\":\"R01\",\"interpreter\":null,\"uid\":\"tiny-1@example.org\","
    "\"sequence\":0,\"status\":\"tentative\",\"sent\":null},\n"
    "    {\"id\":\"m0003\",\"requests\":[\"r03\"],\"participants\":[\"a\",\"c\"],"
    "\"topic\":\"Tea \\\"time\\\"\",\"slot\":\"s-02\","
    "\"start\":\"2021-05-18T09:20:00Z\",\"end\":\"2021-05-18T09:40:00Z\","
    "\"room\":\"R02\",\"interpreter\":\"I01\","
    "\"attendees\":{\"a\":[1,3],\"c\":[2]},\"uid\":\"tiny-3@example.org\","
    "\"sequence\":4,\"status\":\"confirmed\",\"sent\":{\"state\":\"confirmed\","
    "\"slot\":\"s-01\",\"start\":\"2021-05-18T09:00:00Z\","
    "\"end\":\"2021-05-18T09:20:00Z\",\"room\":\"R02\",\"interpreter\":\"I01\","
    "\"sequence\":3},\"told\":{\"status\":\"tentative\","
    "\"room_name\":\"Room 2\",\"room_url\":\"https://example.org/2\","
    "\"people\":[{\"interpreter\":\"I01\",\"sequence\":3},"
    "{\"participant\":\"a\",\"contact\":\"a@example.org\",\"language\":\"ja\","
    "\"sequence\":3,\"since\":1,\"missed\":true},{\"participant\":\"c\","
    "\"contact\":\"Chie\","
    "\"sequence\":2,\"off\":true,\"start\":\"2021-05-18T09:20:00Z\","
    "\"end\":\"2021-05-18T09:40:00Z\"}]}}\n"
    "  ],\n"
    "  \"unscheduled\": [\n"
    "    {\"requests\":[\"r04\"],\"participants\":[\"b\",\"c\"],\"topic\":\"Tea\","
    "\"reason\":\"participant_full\",\"detail\":{\"participants\":[\"b\"],"
    "\"requests\":[\"r09\"],\"slots\":[\"s-01\",\"s-02\"],"
    "\"blocked_by\":[\"m0001\"],\"at_limit\":[\"b\"],"
    "\"moved\":[\"m0003\"],\"given_up\":[\"m0001\"]}},\n"
    "    {\"requests\":[\"r05\",\"r06\"],\"participants\":[\"b\",\"d\"],"
    "\"topic\":\"\",\"reason\":\"outranked\",\"detail\":{}}\n"
    "  ],\n"
    "  \"cancelled\": [\n"
    "    {\"id\":\"m0002\",\"uid\":\"tiny-2@example.org\",\"sequence\":1,"
    "\"participants\":[\"a\",\"d\"],\"topic\":\"\",\"slot\":\"s-02\","
    "\"start\":\"2021-05-18T09:20:00Z\",\"end\":\"2021-05-18T09:40:00Z\","
    "\"reason\":\"not scheduled any more\",\"sent\":{\"state\":\"cancelled\","
    "\"slot\":\"s-02\",\"start\":\"2021-05-18T09:20:00Z\","
    "\"end\":\"2021-05-18T09:40:00Z\",\"room\":\"R01\",\"interpreter\":null,"
    "\"sequence\":1}}\n"
    "  ],\n"
    "  \"agenda\": [\n"
    "    {\"id\":\"eu\",\"title\":\"\",\"state\":\"cancelled\","
    "\"start\":\"2021-05-18T09:00:00Z\",\"end\":\"2021-05-18T09:20:00Z\","
    "\"sequence\":5,\"audience\":{\"side\":\"EU\"},\"told_off\":[\"a\",\"d\"]},\n"
    "    {\"id\":\"some\",\"title\":\"Tea\","
    "\"url\":\"https://meet.example.org/tea\",\"state\":\"confirmed\","
    "\"start\":\"2021-05-18T09:00:00Z\",\"end\":\"2021-05-18T09:20:00Z\","
    "\"sequence\":0,\"audience\":[\"I01\",\"a\"]},\n"
    "    {\"id\":\"welcome\",\"title\":\"\",\"url\":\"\",\"state\":\"confirmed\","
    "\"start\":\"2021-05-18T09:00:00Z\",\"end\":\"2021-05-18T09:20:00Z\","
    "\"sequence\":0,\"audience\":\"all\"}\n"
    "  ],\n"
    "  \"addressees\": [\n"
    "    {\"participant\":\"a\",\"organisation\":\"Alpha\","
    "\"organisation_ja\":\"\u30a2\",\"side\":\"EU\",\"time_zone\":\"UTC\","
    "\"contacts\":[{\"name\":\"Ada\",\"name_ja\":\"\u30a8\","
    "\"email\":\"ada@example.org\",\"language\":\"fr\"}]},\n"
    "    {\"interpreter\":\"I01\",\"time_zone\":\"Asia/Tokyo\","
    "\"pairs\":[\"en-ja\"],\"contacts\":[]}\n"
    "  ],\n"
    "  \"objective\": [\n"
    "    {\"name\":\"served\",\"sense\":\"max\",\"value\":771,\"bound\":771,"
    "\"status\":\"optimal\"},\n"
    "    {\"name\":\"comfort\",\"sense\":\"min\",\"value\":0,\"bound\":-5,"
    "\"status\":\"feasible\"},\n"
    "    {\"name\":\"rooms\",\"sense\":\"min\",\"value\":12,\"bound\":null,"
    "\"status\":\"feasible\"}\n"
    "  ]\n"
    "}\n";

static const char nothing[] =
    "{\n"
    "  \"format\": \"matchday-schedule/1\",\n"
    "  \"event\": \"tiny\",\n"
    "  \"input_sha256\": \"\",\n"
    "  \"generator\": {\"name\":\"matchday\",\"version\":\"0.1.0\"},\n"
    "  \"seed\": 0,\n"
    "  \"slots\": [],\n"
    "  \"meetings\": [],\n"
    "  \"unscheduled\": [],\n"
    "  \"cancelled\": [],\n"
    "  \"objective\": []\n"
    "}\n";

/* The slots s-01, s-02 and late-x-01. */
static void add_slots(struct arena *arena, struct schedule *schedule)
{
    schedule->slot = arena_new(arena, 3, struct slot);
    schedule->n_slots = 3;
    schedule->slot[0] =
        (struct slot){"s-01", 0, 1, tiny_time("09:00"), tiny_time("09:20")};
    schedule->slot[1] =
        (struct slot){"s-02", 0, 2, tiny_time("09:20"), tiny_time("09:40")};
    schedule->slot[2] =
        (struct slot){"late-x-01", 1, 1, tiny_time("12:00"), tiny_time("12:20")};
}

static struct schedule_meeting meeting_in(const struct slot *slot)
{
    return (struct schedule_meeting){
        .topic = "",
        .slot_id = slot->id,
        .start_s = slot->start_s,
        .end_s = slot->end_s,
        .interpreter_id = "",
        .sent = {.slot_id = "", .room_id = "", .interpreter_id = ""},
        .reason = "",
        .m = -1,
        .s = -1,
        .r = -1,
        .i = -1,
    };
}

static struct sent sent_in(const struct slot *slot)
{
    return (struct sent){
        .state = SENT_CONFIRMED,
        .slot_id = slot->id,
        .start_s = slot->start_s,
        .end_s = slot->end_s,
        .interpreter_id = "",
    };
}

static void add_told(struct arena *arena, const struct schedule *schedule,
                     struct schedule_meeting *meeting)
{
    meeting->told = (struct told){
        .is_known = true,
        .tentative = true,
        .room_name = "Room 2",
        .room_url = "https://example.org/2",
        .person = arena_new(arena, 3, struct told_person),
        .n_persons = 3,
    };
    meeting->told.person[0] =
        (struct told_person){"", "I01", "", 3, 3, false, false, 0, 0};
    meeting->told.person[1] =
        (struct told_person){"a", "a@example.org", "ja", 3, 1, false, true, 0, 0};
    meeting->told.person[2] = (struct told_person){"c",
                                                   "Chie",
                                                   "",
                                                   2,
                                                   2,
                                                   true,
                                                   false,
                                                   schedule->slot[1].start_s,
                                                   schedule->slot[1].end_s};
}

static void add_meetings(struct arena *arena, struct schedule *schedule)
{
    schedule->meeting = arena_new(arena, 2, struct schedule_meeting);
    schedule->n_meetings = 2;
    struct schedule_meeting *plain = &schedule->meeting[0], *rich = plain + 1;
    *plain = meeting_in(&schedule->slot[0]);
    plain->id = "m0001";
    plain->request_ids = tiny_words(arena, "r01 r02");
    plain->participant_ids = tiny_words(arena, "a b");
    plain->room_id = "R01";
    plain->uid = "tiny-1@example.org";
    plain->tentative = true;
    *rich = meeting_in(&schedule->slot[1]);
    rich->id = "m0003";
    rich->request_ids = tiny_words(arena, "r03");
    rich->participant_ids = tiny_words(arena, "a c");
    rich->topic = "Tea \"time\"";
    rich->room_id = "R02";
    rich->interpreter_id = "I01";
    rich->uid = "tiny-3@example.org";
    rich->sequence = 4;
    rich->n_attendance = 2;
    int *contact = arena_new(arena, 3, int);
    memcpy(contact, (int[]){1, 3, 2}, 3 * sizeof *contact);
    rich->attendance = arena_new(arena, 2, struct attendance);
    rich->attendance[0] = (struct attendance){"a", -1, contact, 2};
    rich->attendance[1] = (struct attendance){"c", -1, contact + 2, 1};
    rich->sent = sent_in(&schedule->slot[0]);
    rich->sent.room_id = "R02";
    rich->sent.interpreter_id = "I01";
    rich->sent.sequence = 3;
    add_told(arena, schedule, rich);
}

static void add_unscheduled(struct arena *arena, struct schedule *schedule)
{
    schedule->unscheduled = arena_new(arena, 2, struct unscheduled);
    schedule->n_unscheduled = 2;
    schedule->unscheduled[0] = (struct unscheduled){
        .request_ids = tiny_words(arena, "r04"),
        .participant_ids = tiny_words(arena, "b c"),
        .topic = "Tea",
        .reason = REASON_PARTICIPANT_FULL,
        .detail = {tiny_words(arena, "b"), tiny_words(arena, "r09"),
                   tiny_words(arena, "s-01 s-02"), tiny_words(arena, "m0001"),
                   tiny_words(arena, "b"), tiny_words(arena, "m0003"),
                   tiny_words(arena, "m0001")},
        .m = -1,
    };
    schedule->unscheduled[1] = (struct unscheduled){
        .request_ids = tiny_words(arena, "r05 r06"),
        .participant_ids = tiny_words(arena, "b d"),
        .topic = "",
        .reason = REASON_OUTRANKED,
        .m = -1,
    };
}

static void add_cancelled(struct arena *arena, struct schedule *schedule)
{
    schedule->cancelled = arena_new(arena, 1, struct schedule_meeting);
    schedule->n_cancelled = 1;
    struct schedule_meeting *gone = &schedule->cancelled[0];
    *gone = meeting_in(&schedule->slot[1]);
    gone->id = "m0002";
    gone->participant_ids = tiny_words(arena, "a d");
    gone->room_id = "R01";
    gone->uid = "tiny-2@example.org";
    gone->sequence = 1;
    gone->reason = "not scheduled any more";
    gone->sent = sent_in(&schedule->slot[1]);
    gone->sent.state = SENT_CANCELLED;
    gone->sent.room_id = "R01";
    gone->sent.sequence = 1;
}

static void add_agenda(struct arena *arena, struct schedule *schedule)
{
    static const char *const id[] = {"eu", "some", "welcome"};
    schedule->sent_item = arena_new(arena, 3, struct sent_item);
    schedule->n_sent_items = 3;
    for (int k = 0; k < 3; k++) {
        schedule->sent_item[k] = (struct sent_item){
            .id = id[k],
            .title = "",
            .start_s = schedule->slot[0].start_s,
            .end_s = schedule->slot[0].end_s,
            .side = "",
        };
    }
    schedule->sent_item[0].cancelled = true;
    schedule->sent_item[0].sequence = 5;
    schedule->sent_item[0].audience = AUDIENCE_SIDE;
    schedule->sent_item[0].side = "EU";
    schedule->sent_item[0].told_off = tiny_words(arena, "a d");
    schedule->sent_item[1].title = "Tea";
    schedule->sent_item[1].url = "https://meet.example.org/tea";
    schedule->sent_item[2].url = "";
    schedule->sent_item[1].audience = AUDIENCE_LISTED;
    schedule->sent_item[1].audience_ids = tiny_words(arena, "I01 a");
}

static void add_addressees(struct arena *arena, struct schedule *schedule)
{
    static struct contact ada = {.name = "Ada",
                                 .name_ja = "\u30a8",
                                 .email = "ada@example.org",
                                 .language = "fr"};
    schedule->addressee = arena_new(arena, 2, struct addressee);
    schedule->n_addressees = 2;
    schedule->addressee[0] = (struct addressee){
        .id = "a",
        .organisation = "Alpha",
        .organisation_ja = "\u30a2",
        .side = "EU",
        .time_zone = "UTC",
        .contact = &ada,
        .n_contacts = 1,
    };
    schedule->addressee[1] = (struct addressee){
        .is_interpreter = true,
        .id = "I01",
        .organisation = "",
        .organisation_ja = "",
        .side = "",
        .time_zone = "Asia/Tokyo",
        .pairs = tiny_words(arena, "en-ja"),
    };
}

static struct schedule full_schedule(struct arena *arena)
{
    struct schedule schedule = {
        .event_id = "tiny",
        .input_sha256 =
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        .generator_version = "0.1.0",
        .seed = UINT64_C(1) << 53,
        .frozen_before_s = INT64_C(1621329600),
        .level = arena_new(arena, 3, struct level_result),
        .n_levels = 3,
    };
    add_slots(arena, &schedule);
    add_meetings(arena, &schedule);
    add_unscheduled(arena, &schedule);
    add_cancelled(arena, &schedule);
    add_agenda(arena, &schedule);
    add_addressees(arena, &schedule);
    schedule.level[0] = (struct level_result){LEVEL_SERVED, 771, true, 771, true};
    schedule.level[1] = (struct level_result){LEVEL_COMFORT, 0, true, -5, false};
    schedule.level[2] = (struct level_result){LEVEL_ROOMS, 12, false, 0, false};
    return schedule;
}

static void test_text(struct arena *arena)
{
    struct schedule schedule = full_schedule(arena);
    CHECK_TEXT(json_schedule_text(arena, &schedule), everything);
    schedule = (struct schedule){.event_id = "tiny", .generator_version = "0.1.0"};
    CHECK_TEXT(json_schedule_text(arena, &schedule), nothing);
}

static struct schedule read_back(struct arena *arena, const char *text)
{
    struct value value;
    struct schedule schedule;
    struct findings findings;
    findings_init(&findings, arena);
    CHECK(json_parse_value(arena, "f", text, strlen(text), &value, &findings));
    schedule_from_value(arena, "f", &value, &schedule, &findings);
    CHECK_TEXT(findings_text(arena, &findings), "");
    return schedule;
}

/* Everything in the text is in what is read. */
static void test_text_again(struct arena *arena)
{
    struct schedule schedule = read_back(arena, everything);
    CHECK_TEXT(json_schedule_text(arena, &schedule), everything);
    schedule = read_back(arena, nothing);
    CHECK_TEXT(json_schedule_text(arena, &schedule), nothing);
}

/* What the text does not show. */
static void test_indices(struct arena *arena)
{
    struct schedule schedule = read_back(arena, everything);
    CHECK_INT(schedule.slot[0].session, 0);
    CHECK_INT(schedule.slot[1].session, 0);
    CHECK_INT(schedule.slot[2].session, 1);
    CHECK_INT(schedule.slot[0].number, 1);
    CHECK_INT(schedule.slot[1].number, 2);
    CHECK_INT(schedule.slot[2].number, 1);
    for (int k = 0; k < 2; k++) {
        const struct schedule_meeting *meeting = &schedule.meeting[k];
        CHECK(meeting->m == -1 && meeting->s == -1);
        CHECK(meeting->r == -1 && meeting->i == -1);
        CHECK_TEXT(meeting->reason, "");
    }
    CHECK_INT(schedule.meeting[1].attendance[0].p, -1);
    CHECK_INT(schedule.meeting[0].sent.state, SENT_NEVER);
    CHECK_TEXT(schedule.meeting[0].sent.slot_id, "");
    CHECK_TEXT(schedule.meeting[0].sent.room_id, "");
    CHECK_TEXT(schedule.meeting[0].sent.interpreter_id, "");
    CHECK_INT(schedule.unscheduled[0].m, -1);
}

/* A cancelled meeting's room and interpreter are those that people were told. */
static void test_cancelled(struct arena *arena)
{
    struct schedule schedule = read_back(arena, everything);
    const struct schedule_meeting *gone = &schedule.cancelled[0];
    CHECK_TEXT(gone->room_id, "R01");
    CHECK_TEXT(gone->interpreter_id, "");
    CHECK_INT(gone->request_ids.n, 0);
    CHECK_INT(gone->n_attendance, 0);
    CHECK(schedule_is_as_sent(gone, true));
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_text(&arena);
    test_text_again(&arena);
    test_indices(&arena);
    test_cancelled(&arena);
    arena_finish(&arena);
    return check_report();
}
