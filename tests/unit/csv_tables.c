#include "io/csv_tables.h"

#include <stddef.h>
#include <string.h>

#include "io/csv_table.h"
#include "tests/support/check.h"
#include "tests/support/tiny_event.h"
#include "tests/support/tiny_schedule.h"

/* Three meetings, one of them with an interpreter, one of parallel teams; two
 * requests without. */
struct day {
    struct event *event;
    struct tiny_plan plan;
};

static void name_people(struct arena *arena, struct event *event)
{
    struct participant *a = &event->participant[tiny_who("a")];
    a->organisation = "Gifu, \"Prefecture\"";
    a->organisation_ja = "\u5c90\u961c\u770c";
    a->country = a->side = "JP";
    tiny_zone(arena, event, "a", "Asia/Tokyo");
    event->participant[tiny_who("b")].organisation = "=cmd()";
    struct participant *c = &event->participant[tiny_who("c")];
    tiny_contacts(arena, event, "c", 3);
    c->parallel = 3;
    c->contact[1].name = "";
    c->contact[2].name = c->contact[2].email = "";
}

static void make_day(struct arena *arena, struct day *day)
{
    struct error err;
    struct event *event = day->event = tiny_event(arena, "abc", 3, 2);
    name_people(arena, event);
    event->display_zone = arena_new(arena, 2, const struct zone *);
    event->display_zone[0] = zone_read(arena, "Europe/Brussels", &err);
    event->display_zone[1] = zone_read(arena, "Asia/Tokyo", &err);
    event->n_display_zones = 2;
    event->room[0].url = "https://example.org/1";
    event->room[1].name = "";
    tiny_interpreter(arena, event, "en-ja");
    for (size_t q = 0; q < 5; q++) {
        tiny_request(arena, event,
                     (const char *[]){"ab", "ba", "bc", "ca", "ac"}[q]);
    }
    event->request[3].topic = "@home";
    event->request[3].status = REQUEST_PENDING;
    event->request[4].rank = 2;
    event->rules.pending_scheduled = true;
    tiny_begin(&day->plan, arena, event, tiny_eligibility(arena, event));
    tiny_meet(&day->plan, 0, 0, 0, -1);
    tiny_meet(&day->plan, 2, 0, 1, 0)->sequence = 2;
    tiny_meet(&day->plan, 3, 2, 0, -1);
    tiny_end(&day->plan);
}

static const char *file(const struct output *output, const char *path)
{
    for (int k = 0; k < output->n_files; k++) {
        if (strcmp(output->file[k].path, path) == 0) {
            CHECK_INT(output->file[k].content.len,
                      strlen(output->file[k].content.bytes));
            return output->file[k].content.bytes;
        }
    }
    return "no such file";
}

static void write_day(struct arena *arena, const struct day *day,
                      struct output *output)
{
    struct arena work;
    arena_init(&work);
    output_init(output, arena);
    csv_add_tables(output, day->event, day->plan.elig, &day->plan.schedule);
    for (int k = 0; k < output->n_files; k++) {
        output->file[k].content = output_bytes(arena, work, &output->file[k]);
    }
    arena_finish(&work);
}

static const char meetings_header[] =
    "\xef\xbb\xbf\"meeting\",\"status\",\"slot\",\"start Europe/Brussels\","
    "\"end Europe/Brussels\",\"start Asia/Tokyo\",\"end Asia/Tokyo\",\"room\","
    "\"room name\",\"room url\",\"interpreter\",\"interpreter "
    "name\",\"participants\","
    "\"organisations\",\"organisations_ja\",\"topic\",\"requests\",\"from\","
    "\"attendees\","
    "\"uid\",\"sequence\"\r\n";

static void test_meetings(struct arena *arena)
{
    struct day day;
    struct output output;
    make_day(arena, &day);
    write_day(arena, &day, &output);
    const struct schedule_meeting *meeting = day.plan.schedule.meeting;
    CHECK_TEXT(
        file(&output, "meetings.csv"),
        arena_printf(
            arena,
            "%s\"m0001\",\"confirmed\",\"s-01\",\"2021-05-18 11:00\","
            "\"2021-05-18 11:20\",\"2021-05-18 18:00\",\"2021-05-18 "
            "18:20\",\"R01\","
            "\"Room 1\",\"https://example.org/1\",,,\"a; b\","
            "\"Gifu, \"\"Prefecture\"\"; =cmd()\",\"\u5c90\u961c\u770c; =cmd()\",,"
            "\"r01; r02\",\"a > b; b > a\",\"a: a; b: b\",\"%s\",0\r\n"
            "\"m0002\",\"confirmed\",\"s-01\",\"2021-05-18 11:00\","
            "\"2021-05-18 11:20\",\"2021-05-18 18:00\",\"2021-05-18 "
            "18:20\",\"R02\",,,"
            "\"I01\",\"Interpreter 1\",\"b; c\",\"'=cmd(); House c\",\"'=cmd(); "
            "House c\",,\"r03\","
            "\"b > c\",\"b: b; c: c1\",\"%s\",2\r\n"
            "\"m0003\",\"tentative\",\"s-03\",\"2021-05-18 11:40\","
            "\"2021-05-18 12:00\",\"2021-05-18 18:40\",\"2021-05-18 "
            "19:00\",\"R01\","
            "\"Room 1\",\"https://example.org/1\",,,\"a; c\","
            "\"Gifu, \"\"Prefecture\"\"; House "
            "c\",\"\u5c90\u961c\u770c; House c\",\"'@home\","
            "\"r04\",\"c > a\",\"a: a; c: c2@example.org\",\"%s\",0\r\n",
            meetings_header, meeting[0].uid, meeting[1].uid, meeting[2].uid));
}

/* Names of contacts, else their addresses, else their numbers. Whom the schedule
 * gives no contacts comes with all of them. */
static void test_attendees(struct arena *arena)
{
    static const struct {
        const char *participants, *attendees;
    } row[] = {
        {"c zoo",
         "\"c: c1, c2@example.org, contact 3, contact 9; zoo: contact 1\""},
        {"a c", "\"a: a1, a2; c: c1, c2@example.org, contact 3, contact 9\""},
        {"a b other", "\"a: a1, a2\""},
        {"b", ""},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct day day;
        struct output output;
        make_day(arena, &day);
        tiny_contacts(arena, day.event, "a", 2);
        tiny_contacts(arena, day.event, "b", 0);
        struct attendance attendance[] = {{"c", 2, (int[]){1, 2, 3, 9}, 4},
                                          {"zoo", -1, (int[]){1}, 1}};
        struct schedule_meeting *meeting = day.plan.schedule.meeting;
        day.plan.schedule.n_meetings = 1;
        meeting->participant_ids = tiny_words(arena, row[k].participants);
        meeting->attendance = attendance;
        meeting->n_attendance = 2;
        write_day(arena, &day, &output);
        CHECK(strstr(file(&output, "meetings.csv"),
                     arena_printf(arena, "\"a > b; b > a\",%s,\"%s\",0\r\n",
                                  row[k].attendees, meeting->uid)));
    }
}

/* All whom a request names, those after the first with commas. */
static void test_askers(struct arena *arena)
{
    struct day day;
    struct output output;
    make_day(arena, &day);
    day.event->request[0].also = (int[]){2};
    day.event->request[0].n_also = 1;
    write_day(arena, &day, &output);
    CHECK(strstr(file(&output, "meetings.csv"), ",\"a > b, c; b > a\","));
}

/* A meeting of another version of the event stands there with what is known. */
static void test_unknown(struct arena *arena)
{
    struct day day;
    struct output output;
    make_day(arena, &day);
    struct schedule_meeting *meeting = &day.plan.schedule.meeting[0];
    day.plan.schedule.n_meetings = 1;
    meeting->participant_ids = tiny_words(arena, "b zoo");
    meeting->room_id = "R99";
    meeting->interpreter_id = "I99";
    schedule_bind(&day.plan.schedule, day.event, day.plan.elig);
    write_day(arena, &day, &output);
    CHECK(strstr(file(&output, "meetings.csv"),
                 "\"R99\",,,\"I99\",,\"b; zoo\",\"'=cmd(); zoo\","
                 "\"'=cmd(); zoo\",,"));
}

static void test_unscheduled(struct arena *arena)
{
    struct day day;
    struct output output;
    make_day(arena, &day);
    struct schedule *schedule = &day.plan.schedule;
    struct unscheduled *gone = &schedule->unscheduled[schedule->n_unscheduled++];
    *gone = (struct unscheduled){
        .request_ids = tiny_words(arena, "r01 zoo"),
        .participant_ids = tiny_words(arena, "a b"),
        .topic = "-1",
        .reason = REASON_WITHDRAWN,
        .m = -1,
    };
    write_day(arena, &day, &output);
    CHECK_TEXT(
        file(&output, "unscheduled.csv"),
        "\xef\xbb\xbf\"requests\",\"from\",\"participants\",\"organisations\","
        "\"topic\","
        "\"value\",\"priority\",\"reason\",\"explanation\"\r\n"
        "\"r05\",\"a > c\",\"a; c\",\"Gifu, \"\"Prefecture\"\"; House "
        "c\",,8,\"rank 2\","
        "\"outranked\",\"It could only be held at the cost of others that count "
        "at least as much.\"\r\n"
        "\"r01; zoo\",\"a > b\",\"a; b\",\"Gifu, \"\"Prefecture\"\"; "
        "=cmd()\",\"'-1\",0,"
        "\"3\",\"withdrawn\",\"Requests r01 and zoo were withdrawn.\"\r\n");
}

static void test_participants(struct arena *arena)
{
    struct day day;
    struct output output;
    make_day(arena, &day);
    day.event->participant[tiny_who("b")].cancelled =
        true; /* after it was planned */
    write_day(arena, &day, &output);
    /* a has s-01 and s-03, 18:00 and 18:40 in Tokyo; c alone has parallel teams. */
    CHECK_TEXT(
        file(&output, "participants.csv"),
        "\xef\xbb\xbf\"id\",\"organisation\",\"organisation_ja\",\"country\","
        "\"side\",\"time_zone\",\"status\",\"asked\",\"possible\",\"scheduled\","
        "\"shortfall\",\"comfort cost\",\"gaps\",\"longest run\","
        "\"room changes\"\r\n"
        "\"a\",\"Gifu, \"\"Prefecture\"\"\",\"\u5c90\u961c\u770c\",\"JP\",\"JP\","
        "\"Asia/Tokyo\",\"registered\",3,3,2,0,2,1,1,0\r\n"
        "\"b\",\"'=cmd()\",,,,\"UTC\",\"cancelled\",2,2,2,0,0,0,1,1\r\n"
        "\"c\",\"House c\",,,,\"UTC\",\"registered\",3,3,2,0,0,1,1,0\r\n");
}

/* What we write, our own reader of CSV reads. */
static void test_read_back(struct arena *arena)
{
    struct day day;
    struct output output;
    make_day(arena, &day);
    write_day(arena, &day, &output);
    for (int k = 0; k < output.n_files; k++) {
        struct table_rows table;
        struct findings findings;
        findings_init(&findings, arena);
        CHECK(csv_parse_table(arena, output.file[k].path,
                              output.file[k].content.bytes,
                              output.file[k].content.len, &table, &findings));
        CHECK_INT(table.rows.n_items, k == 1 ? 1 : 3);
    }
    CHECK_INT(output.n_files, 3);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_meetings(&arena);
    test_attendees(&arena);
    test_askers(&arena);
    test_unknown(&arena);
    test_unscheduled(&arena);
    test_participants(&arena);
    test_read_back(&arena);
    arena_finish(&arena);
    return check_report();
}
