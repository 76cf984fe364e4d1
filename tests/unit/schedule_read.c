#include "io/schedule_read.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/json_schedule.h"
#include "io/json_value.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/rng.h"
#include "tests/support/check.h"
#include "tests/support/mutate.h"
#include "tests/support/value_text.h"

/* One entry of each kind; every row below breaks one thing in it. */
static const char good[] =
    "{\"format\": \"matchday-schedule/1\", \"event\": \"day\",\n"
    "\"input_sha256\": "
    "\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\",\n"
    "\"generator\": {\"name\": \"matchday\", \"version\": \"1\"}, \"seed\": 7,\n"
    "\"slots\": [\n"
    "{\"id\": \"am-01\", \"session\": \"am\", \"start\": \"2021-05-18T07:00:00Z\","
    " \"end\": \"2021-05-18T07:20:00Z\"}],\n"
    "\"meetings\": [\n"
    "{\"id\": \"m0001\", \"requests\": [\"r1\"], \"participants\": [\"a\", \"b\"],"
    " \"topic\": \"x\", \"slot\": \"am-01\", \"start\": \"2021-05-18T07:00:00Z\","
    " \"end\": \"2021-05-18T07:20:00Z\", \"room\": \"R01\", \"interpreter\": "
    "\"I1\", \"attendees\": {\"a\": [1, 2]}, \"uid\": \"u1\", \"sequence\": 1,"
    " \"status\": \"confirmed\",\n"
    "\"sent\": {\"state\": \"confirmed\", \"slot\": \"am-02\","
    " \"start\": \"2021-05-18T08:00:00Z\", \"end\": \"2021-05-18T08:20:00Z\","
    " \"room\": \"R02\", \"interpreter\": \"I2\", \"sequence\": 0}}],\n"
    "\"unscheduled\": [\n"
    "{\"requests\": [\"r2\"], \"participants\": [\"a\", \"c\"],"
    " \"reason\": \"declined\", \"detail\": {\"blocked_by\": [\"m0001\"], "
    "\"at_limit\": [\"a\"], \"moved\": [\"m0001\"]}}],\n"
    "\"cancelled\": [\n"
    "{\"id\": \"m0002\", \"uid\": \"u2\", \"sequence\": 3,"
    " \"participants\": [\"b\", \"c\"], \"slot\": \"am-03\","
    " \"start\": \"2021-05-18T09:00:00Z\", \"end\": \"2021-05-18T09:20:00Z\","
    " \"reason\": \"gone\",\n"
    "\"sent\": {\"state\": \"confirmed\", \"slot\": \"am-03\","
    " \"start\": \"2021-05-18T09:00:00Z\", \"end\": \"2021-05-18T09:20:00Z\","
    " \"room\": \"R03\", \"interpreter\": null, \"sequence\": 2}}],\n"
    "\"agenda\": [{\"id\": \"tea\", \"title\": \"Tea\", \"state\": \"cancelled\","
    " \"start\": \"2021-05-18T10:00:00Z\", \"end\": \"2021-05-18T10:20:00Z\","
    " \"sequence\": 6, \"audience\": [\"a\", \"I1\"], \"told_off\": [\"b\"]},"
    "{\"id\": \"end\", \"url\": \"\", \"state\": \"confirmed\","
    " \"start\": \"2021-05-18T11:00:00Z\", \"end\": \"2021-05-18T11:20:00Z\","
    " \"sequence\": 0, \"audience\": \"all\"}], "
    "\"addressees\": ["
    "{\"participant\": \"a\", \"organisation\": \"Alpha\", \"side\": \"EU\","
    " \"time_zone\": \"Europe/Paris\","
    " \"contacts\": [{\"name\": \"Ada\", \"email\": \"ada@example.org\"}]},"
    "{\"interpreter\": \"I1\", \"time_zone\": \"UTC\", \"pairs\": [\"en-ja\"]}], "
    "\"objective\": [\n"
    "{\"name\": \"served\", \"sense\": \"max\", \"value\": 4, \"bound\": 5,"
    " \"status\": \"feasible\"}]}\n";

static struct schedule parse(struct arena *arena, const char *text,
                             struct findings *findings)
{
    struct value value;
    struct schedule schedule = {0};
    findings_init(findings, arena);
    if (json_parse_value(arena, "f", text, strlen(text), &value, findings)) {
        schedule_from_value(arena, "f", &value, &schedule, findings);
    }
    return schedule;
}

/* The text with the first `from` turned into `to`. */
static const char *changed(struct arena *arena, const char *from, const char *to)
{
    const char *at = strstr(good, from);
    if (!CHECK(at)) {
        printf("  not there: %s\n", from);
        return good;
    }
    return arena_printf(arena, "%.*s%s%s", (int)(at - good), good, to,
                        at + strlen(from));
}

struct row {
    const char *from, *to, *expected;
};

static void check_rows(struct arena scratch, const struct row *row, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct arena arena = scratch;
        struct findings findings;
        parse(&arena, changed(&arena, row[i].from, row[i].to), &findings);
        if (!CHECK_TEXT(findings_text(&arena, &findings), row[i].expected)) {
            printf("  in: %s\n", row[i].to);
        }
    }
}

static void test_good(struct arena scratch)
{
    struct findings findings;
    struct schedule schedule = parse(&scratch, good, &findings);
    CHECK_TEXT(findings_text(&scratch, &findings), "");
    CHECK_TEXT(schedule.event_id, "day");
    CHECK_TEXT(schedule.generator_version, "1");
    CHECK_INT(schedule.seed, 7);
    CHECK_INT(schedule.meeting[0].sequence, 1);
    CHECK_INT(schedule.meeting[0].attendance[0].n_contacts, 2);
    CHECK_TEXT(schedule.meeting[0].sent.interpreter_id, "I2");
    CHECK_TEXT(schedule.unscheduled[0].topic, "");
    CHECK_TEXT(schedule.unscheduled[0].detail.blocked_by.text[0], "m0001");
    CHECK_TEXT(schedule.unscheduled[0].detail.at_limit.text[0], "a");
    CHECK_TEXT(schedule.unscheduled[0].detail.moved.text[0], "m0001");
    CHECK_INT(schedule.cancelled[0].sent.state, SENT_CONFIRMED);
    CHECK_INT(schedule.level[0].bound, 5);
    CHECK_TEXT(schedule.sent_item[0].title, "Tea");
    CHECK(!schedule.sent_item[0].url);
    CHECK_TEXT(schedule.sent_item[1].title, "");
    CHECK_TEXT(schedule.sent_item[1].url, "");
    CHECK(schedule.sent_item[0].cancelled);
    CHECK_INT(schedule.sent_item[0].sequence, 6);
    CHECK_INT(schedule.sent_item[0].audience, AUDIENCE_LISTED);
    CHECK_TEXT(schedule.sent_item[0].audience_ids.text[0], "I1");
    CHECK_INT(schedule.n_addressees, 2);
    CHECK_TEXT(schedule.addressee[0].contact[0].name, "Ada");
    CHECK(schedule.addressee[1].is_interpreter);
    CHECK_TEXT(schedule.addressee[1].pairs.text[0], "en-ja");
    CHECK_TEXT(schedule.sent_item[0].told_off.text[0], "b");
}

static void test_agenda(struct arena scratch)
{
    static const struct row row[] = {
        {"[\"a\", \"I1\"]", "\"all\"", ""},
        {"[\"a\", \"I1\"]", "{\"side\": \"EU\"}", ""},
        {"\"time_zone\": \"Europe/Paris\",", "",
         "f:14: addressees[0].time_zone: is missing; expected a time zone\n"},
        {"{\"participant\": \"a\", \"organ", "{\"organ",
         "f:14: addressees[0].participant: is missing; expected the id of a "
         "participant\n"},
        {"{\"interpreter\": \"I1\"", "{\"interpreter\": \"../I1\"",
         "f:14: addressees[1].interpreter: found '../I1'; expected the id of an "
         "interpreter\n"},
        {"\"email\": \"ada@example.org\"", "\"email\": 5",
         "f:14: addressees[0].contacts[0].email: found 5; expected a text\n"},
        {", \"told_off\": [\"b\"]", "", ""},
        {"\"title\": \"Tea\", ", "", ""},
        {"\"id\": \"tea\", ", "",
         "f:14: agenda[0].id: is missing; expected the id of an agenda item\n"},
        {"\"state\": \"cancelled\",", "",
         "f:14: agenda[0].state: is missing; expected 'confirmed' or "
         "'cancelled'\n"},
        {" \"sequence\": 6,", "",
         "f:14: agenda[0].sequence: is missing; expected a whole number\n"},
        {" \"sequence\": 6,", " \"sequence\": -1,",
         "f:14: agenda[0].sequence: found -1; expected a whole number from 0 to "
         "1000000000\n"},
        {"\"audience\": [\"a\", \"I1\"], ", "",
         "f:14: agenda[0].audience: is missing; expected 'all', an object with a "
         "side or a list of ids\n"},
        {"[\"a\", \"I1\"]", "\"some\"",
         "f:14: agenda[0].audience: found the text 'some'; expected 'all', an "
         "object with a side or a list of ids\n"},
        {"[\"a\", \"I1\"]", "{}",
         "f:14: agenda[0].audience.side: is missing; expected a side\n"},
    };
    check_rows(scratch, row, sizeof row / sizeof *row);
}

/* Offsets are read as well; what is optional may be missing. */
static void test_lenient(struct arena scratch)
{
    static const struct row row[] = {
        {"\"2021-05-18T07:00:00Z\"", "\"2021-05-18T09:00+02:00\"", ""},
        {", \"seed\": 7", "", ""},
        {"\"generator\": {\"name\": \"matchday\", \"version\": \"1\"},", "", ""},
        {"\"session\": \"am\", ", "", ""},
        {" \"topic\": \"x\",", "", ""},
        {" \"interpreter\": \"I1\",", " \"interpreter\": null,", ""},
        {" \"attendees\": {\"a\": [1, 2]},", "", ""},
        {" \"status\": \"confirmed\",\n", "", ""},
        {", \"detail\": {\"blocked_by\": [\"m0001\"], \"at_limit\": [\"a\"], "
         "\"moved\": [\"m0001\"]}",
         "", ""},
        {" \"reason\": \"gone\",", "", ""},
        {" \"bound\": 5,", " \"bound\": null,", ""},
        {"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "",
         ""},
    };
    check_rows(scratch, row, sizeof row / sizeof *row);
}

static void test_no_schedule(struct arena scratch)
{
    static const struct {
        const char *text, *expected;
    } row[] = {
        {"[1]", "f:1: found a list; expected an object with the format "
                "'matchday-schedule/1'\n"},
        {"\n7", "f:2: found a number; expected an object with the format "
                "'matchday-schedule/1'\n"},
        {"{}", "f:1: format: is missing; expected 'matchday-schedule/1'\n"},
        {"{\"format\": \"matchday-event/1\", \"meetings\": 1}",
         "f:1: format: found 'matchday-event/1'; expected 'matchday-schedule/1', "
         "a schedule.json that 'solve' wrote\n"},
        {"{\"format\": 1}", "f:1: format: found 1; expected a text\n"},
        {"{\"format\":\n\"matchday-schedule/1\"}",
         "f:1: event: is missing; expected the id of the event\n"
         "f:1: slots: is missing; expected a list of objects\n"
         "f:1: meetings: is missing; expected a list of objects\n"
         "f:1: unscheduled: is missing; expected a list of objects\n"},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct arena arena = scratch;
        struct findings findings;
        parse(&arena, row[i].text, &findings);
        CHECK_TEXT(findings_text(&arena, &findings), row[i].expected);
    }
}

static void test_head(struct arena scratch)
{
    static const struct row row[] = {
        {"\"day\"", "\"../day\"",
         "f:1: event: found '../day'; expected the id of the event\n"},
        {"\"0123456789abcdef", "\"0123456789ABCDEF",
         "f:2: input_sha256: found "
         "'0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef'; "
         "expected 64 hexadecimal digits in lower case\n"},
        {"\"0123456789abcdef", "\"",
         "f:2: input_sha256: found "
         "'0123456789abcdef0123456789abcdef0123456789abcdef'; "
         "expected 64 hexadecimal digits in lower case\n"},
        {"{\"name\": \"matchday\", \"version\": \"1\"}", "5",
         "f:3: generator: found 5; expected an object\n"},
        {"\"seed\": 7", "\"seed\": -7",
         "f:3: seed: found -7; expected a number from 0\n"},
        {"\"seed\": 7", "\"seed\": 0.5",
         "f:3: seed: found 0.5; expected a whole number\n"},
        {"\"seed\": 7", "\"seed\": 9007199254740994",
         "f:3: seed: found 9.00719925474099e+15; expected a whole number\n"},
        {"\"version\": \"1\"", "\"verson\": \"1\"",
         "f:3: warning: generator: 'verson' is not known and was ignored; did you "
         "mean 'version'?\n"},
        {"\"seed\": 7", "\"frozen_before\": \"09:20\"",
         "f:3: frozen_before: found '09:20'; expected an instant like "
         "'2021-05-18T07:00:00Z'\n"},
        {"\"seed\": 7", "\"wood\": 7",
         "f:3: note: ignored what is not known: 'wood'\n"},
    };
    check_rows(scratch, row, sizeof row / sizeof *row);
}

static void test_slots(struct arena scratch)
{
    static const struct row row[] = {
        {"[\n{\"id\": \"am-01\"", "[\n{\"id\": \"am-1\"",
         "f:5: slots[0].id: found 'am-1'; expected the id of a slot, like "
         "'am-01'\n"},
        {"[\n{\"id\": \"am-01\"", "[\n{\"id\": \"am\"",
         "f:5: slots[0].id: found 'am'; expected the id of a slot, like 'am-01'\n"},
        {"[\n{\"id\": \"am-01\"", "[\n{\"id\": \"../am-01\"",
         "f:5: slots[0].id: found '../am-01'; expected the id of a slot, like "
         "'am-01'\n"},
        {"[\n{\"id\": \"am-01\"", "[\n{\"id\": \"am-0123456789\"",
         "f:5: slots[0].id: found 'am-0123456789'; expected the id of a slot, like "
         "'am-01'\n"},
        {"[\n{\"id\": \"am-01\",", "[\n{",
         "f:5: slots[0].id: is missing; expected the id of a slot, like 'am-01'\n"},
        {"\"session\": \"am\"", "\"session\": \"pm\"",
         "f:5: slots[0].session: found 'pm'; expected 'am' as in the slot's id\n"},
        {"\"start\": \"2021-05-18T07:00:00Z\"", "\"start\": \"2021-05-18T07:00\"",
         "f:5: slots[0].start: found '2021-05-18T07:00'; expected an instant like "
         "'2021-05-18T07:00:00Z'\n"},
        {"\"start\": \"2021-05-18T07:00:00Z\",", "",
         "f:5: slots[0].start: is missing; expected an instant like "
         "'2021-05-18T07:00:00Z'\n"},
        {"\"end\": \"2021-05-18T07:20:00Z\"", "\"end\": \"2021-05-18T07:00:00Z\"",
         "f:5: slots[0].end: found '2021-05-18T07:00:00Z'; expected an instant "
         "later than start\n"},
        {"\"session\"", "\"sesion\"",
         "f:5: warning: slots[0]: 'sesion' is not known and was ignored; did you "
         "mean 'session'?\n"},
        {"\"slots\": [\n{", "\"slots\": [\n7, {",
         "f:5: slots[0]: found 7; expected an object\n"},
    };
    check_rows(scratch, row, sizeof row / sizeof *row);
}

static void test_meetings(struct arena scratch)
{
    static const struct row row[] = {
        {"\"id\": \"m0001\"", "\"id\": \"m/1\"",
         "f:7: meetings[0].id: found 'm/1'; expected the id of a meeting, like "
         "'m0001'\n"},
        {"[\"r1\"]", "[]",
         "f:7: meetings[0].requests: is empty; expected at least one id\n"},
        {"\"requests\": [\"r1\"],", "",
         "f:7: meetings[0].requests: is missing; expected a list of ids\n"},
        {"[\"r1\"]", "[\"r 1\"]",
         "f:7: meetings[0].requests: found 'r 1' in the list; expected ids\n"},
        {"[\"r1\"]", "[1]",
         "f:7: meetings[0].requests: has 1 in the list; expected texts\n"},
        {"[\"a\", \"b\"]", "\"ab\"",
         "f:7: meetings[0].participants: found the text 'ab'; expected a list of "
         "texts\n"},
        {"\"topic\": \"x\"", "\"topic\": 1",
         "f:7: meetings[0].topic: found 1; expected a text\n"},
        {"\"room\": \"R01\"", "\"room\": \"\"",
         "f:7: meetings[0].room: is missing; expected the id of a room\n"},
        {"\"interpreter\": \"I1\"", "\"interpreter\": \"I 1\"",
         "f:7: meetings[0].interpreter: found 'I 1'; expected the id of an "
         "interpreter\n"},
        {"{\"a\": [1, 2]}", "[]",
         "f:7: meetings[0].attendees: found a list; expected an object\n"},
        {"{\"a\": [1, 2]}", "{\"z\": [1]}",
         "f:7: meetings[0].attendees.z: is no participant of this meeting; "
         "expected one of them\n"},
        {"{\"a\": [1, 2]}", "{\"a\": 1}",
         "f:7: meetings[0].attendees.a: found 1; expected a list of numbers of "
         "contacts\n"},
        {"{\"a\": [1, 2]}", "{\"a\": [0]}",
         "f:7: meetings[0].attendees.a: found 0; expected the number of a contact, "
         "from 1\n"},
        {"{\"a\": [1, 2]}", "{\"a\": [\"1\"]}",
         "f:7: meetings[0].attendees.a: found the text '1'; expected the number of "
         "a contact, from 1\n"},
        {"\"uid\": \"u1\",", "",
         "f:7: meetings[0].uid: is missing; expected the uid of a calendar "
         "entry\n"},
        {"\"sequence\": 1", "\"sequence\": -1",
         "f:7: meetings[0].sequence: found -1; expected a whole number from 0 to "
         "1000000000\n"},
        {"\"sequence\": 1,", "",
         "f:7: meetings[0].sequence: is missing; expected a whole number\n"},
        {"\"status\": \"confirmed\"", "\"status\": \"cancelled\"",
         "f:7: meetings[0].status: found the text 'cancelled'; expected "
         "'confirmed' or 'tentative'\n"},
        {"\"topic\": \"x\"", "\"topics\": \"x\"",
         "f:7: warning: meetings[0]: 'topics' is not known and was ignored; did "
         "you mean 'topic'?\n"},
    };
    check_rows(scratch, row, sizeof row / sizeof *row);
}

static void test_sent(struct arena scratch)
{
    static const struct row row[] = {
        {"\"sent\": {\"state\": \"confirmed\", \"slot\": \"am-02\"",
         "\"sent\": {\"state\": \"told\", \"slot\": \"am-02\"",
         "f:8: meetings[0].sent.state: found the text 'told'; expected 'confirmed' "
         "or 'cancelled'\n"},
        {"\"sent\": {\"state\": \"confirmed\", \"slot\": \"am-02\"",
         "\"sent\": {\"slot\": \"am-02\"",
         "f:8: meetings[0].sent.state: is missing; expected 'confirmed' or "
         "'cancelled'\n"},
        {"\"slot\": \"am-02\"", "\"slot\": \"am02\"",
         "f:8: meetings[0].sent.slot: found 'am02'; expected the id of a slot, "
         "like 'am-01'\n"},
        {"\"start\": \"2021-05-18T08:00:00Z\"",
         "\"start\": \"2021-05-18T08:30:00Z\"",
         "f:8: meetings[0].sent.end: found '2021-05-18T08:20:00Z'; expected an "
         "instant later than start\n"},
        {"\"room\": \"R02\",", "",
         "f:8: meetings[0].sent.room: is missing; expected the id of a room\n"},
        {"\"sequence\": 0}", "\"sequence\": 0.5}",
         "f:8: meetings[0].sent.sequence: found 0.5; expected a whole number from "
         "0 to 1000000000\n"},
        {"\"sequence\": 0}", "\"sequence\": 0, \"x\": 1}",
         "f:8: note: meetings[0].sent: ignored what is not known: 'x'\n"},
        {"\"sent\": {\"state\": \"confirmed\", \"slot\": \"am-02\","
         " \"start\": \"2021-05-18T08:00:00Z\", \"end\": \"2021-05-18T08:20:00Z\","
         " \"room\": \"R02\", \"interpreter\": \"I2\", \"sequence\": 0}",
         "\"sent\": true",
         "f:8: meetings[0].sent: found true; expected an object\n"},
    };
    check_rows(scratch, row, sizeof row / sizeof *row);
}

static void test_others(struct arena scratch)
{
    static const struct row row[] = {
        {"[\"r2\"]", "[]",
         "f:10: unscheduled[0].requests: is empty; expected at least one id\n"},
        {"\"declined\"", "\"bad_luck\"",
         "f:10: unscheduled[0].reason: found 'bad_luck'; expected a reason like "
         "'no_common_slot'\n"},
        {" \"reason\": \"declined\",", "",
         "f:10: unscheduled[0].reason: is missing; expected a reason\n"},
        {"{\"blocked_by\": [\"m0001\"], \"at_limit\": [\"a\"], \"moved\": "
         "[\"m0001\"]}",
         "[]", "f:10: unscheduled[0].detail: found a list; expected an object\n"},
        {"{\"blocked_by\": [\"m0001\"], \"at_limit\": [\"a\"], \"moved\": "
         "[\"m0001\"]}",
         "{\"slots\": 1}",
         "f:10: unscheduled[0].detail.slots: found 1; expected a list of texts\n"},
        {"\"id\": \"m0002\"", "\"id\": \"\"",
         "f:12: cancelled[0].id: is missing; expected the id of a meeting, like "
         "'m0001'\n"},
        {"\"sent\": {\"state\": \"confirmed\", \"slot\": \"am-03\","
         " \"start\": \"2021-05-18T09:00:00Z\", \"end\": \"2021-05-18T09:20:00Z\","
         " \"room\": \"R03\", \"interpreter\": null, \"sequence\": 2}",
         "\"sent\": null",
         "f:13: cancelled[0].sent: is missing; expected what people were sent, as "
         "only such meetings are listed as cancelled\n"},
        {"\"served\"", "\"serving\"",
         "f:15: objective[0].name: found 'serving'; expected a level like "
         "'served'\n"},
        {"\"name\": \"served\",", "",
         "f:15: objective[0].name: is missing; expected the name of a level\n"},
        {"\"max\"", "\"min\"",
         "f:15: objective[0].sense: found 'min'; expected 'max' for the level "
         "'served'\n"},
        {"\"value\": 4", "\"value\": \"4\"",
         "f:15: objective[0].value: found the text '4'; expected a whole number\n"},
        {"\"value\": 4,", "",
         "f:15: objective[0].value: is missing; expected a whole number\n"},
        {"\"bound\": 5", "\"bound\": 1e300",
         "f:15: objective[0].bound: found 1e+300; expected a whole number\n"},
        {"\"feasible\"", "\"best\"",
         "f:15: objective[0].status: found the text 'best'; expected 'feasible' or "
         "'optimal'\n"},
    };
    check_rows(scratch, row, sizeof row / sizeof *row);
}

static void test_file(struct arena scratch)
{
    char path[] = "/tmp/matchday-schedule-XXXXXX";
    struct schedule schedule;
    struct findings findings;
    struct error err;
    int fd = mkstemp(path);
    CHECK(fd >= 0 && write(fd, good, strlen(good)) == (ssize_t)strlen(good));
    close(fd);
    findings_init(&findings, &scratch);
    CHECK(schedule_read(&scratch, path, &schedule, &findings, &err));
    CHECK_INT(findings.n_findings, 0);
    CHECK_INT(schedule.n_meetings, 1);
    CHECK_INT(unlink(path), 0);
    CHECK(!schedule_read(&scratch, path, &schedule, &findings, &err));
    CHECK_INT(err.code, EXIT_CODE_IO);
    CHECK(strstr(err.text, path) == err.text);
}

/* Whatever is damaged, it is either refused or reads back as what was read. */
static void test_damaged(struct arena scratch)
{
    enum { ROUNDS = 3000 };
    struct rng rng;
    rng_init(&rng, 1);
    int n_good = 0;
    for (int k = 0; k < ROUNDS; k++) {
        struct arena arena = scratch;
        struct findings findings;
        struct buf text;
        buf_init(&text, &arena);
        buf_add_text(&text, good);
        mutate(&rng, "{}[]\",:0123456789ntu-", &text);
        struct schedule schedule = parse(&arena, text.data, &findings);
        if (findings_has_errors(&findings)) {
            continue;
        }
        const char *written = json_schedule_text(&arena, &schedule);
        schedule = parse(&arena, written, &findings);
        CHECK_TEXT(findings_text(&arena, &findings), "");
        CHECK_TEXT(json_schedule_text(&arena, &schedule), written);
        n_good++;
    }
    CHECK(n_good > 0);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_good(arena);
    test_lenient(arena);
    test_agenda(arena);
    test_no_schedule(arena);
    test_head(arena);
    test_slots(arena);
    test_meetings(arena);
    test_sent(arena);
    test_others(arena);
    test_file(arena);
    test_damaged(arena);
    arena_finish(&arena);
    return check_report();
}
