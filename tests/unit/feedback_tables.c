/* outcomes.csv for the organiser, contacts for those to whom partners gave them. */

#include "io/feedback_tables.h"

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/tiny_event.h"
#include "tests/support/tiny_schedule.h"

/* m0001: a and b; m0002: a, c and d; r03, of b to c, is not served, r04 declined. */
struct round {
    struct event *event;
    struct tiny_plan plan;
    struct feedback feedback[9];
    int n_feedback;
    struct feedback_facts facts;
    struct follow_up next;
    struct output output;
};

static void begin(struct arena *arena, struct round *round)
{
    struct event *event = tiny_event(arena, "abcd", 3, 2);
    *round = (struct round){.event = event};
    tiny_contacts(arena, event, "b", 2);
    event->participant[1].contact[0].job_title = "Chief";
    event->participant[1].contact[1].name_ja = "田中 美咲";
    event->participant[1].organisation_ja = "岐阜県";
    tiny_request(arena, event, "ab");
    event->request[tiny_request(arena, event, "acd")].topic = "tea";
    tiny_request(arena, event, "bc");
    event->request[tiny_request(arena, event, "bd")].status = REQUEST_DECLINED;
}

static struct feedback *say(struct round *round, int k, const char *who)
{
    struct feedback *row = &round->feedback[round->n_feedback++];
    *row = (struct feedback){
        .k = k, .request = -1, .p = tiny_who(who), .next_step = ""};
    return row;
}

static void make(struct arena *arena, struct round *round)
{
    static const struct civil date = {2021, 6, 15, 0, 0, 0};
    const struct follow_up_order order = {"next", "", "", "Follow-up", &date, 1,
                                          -1,     -1, 0};
    struct feedback_list list = {round->feedback, round->n_feedback, 9};
    struct findings findings;
    findings_init(&findings, arena);
    tiny_begin(&round->plan, arena, round->event,
               tiny_eligibility(arena, round->event));
    tiny_meet(&round->plan, 0, 0, 0, -1);
    tiny_meet(&round->plan, 1, 1, 0, -1);
    tiny_end(&round->plan);
    feedback_merge(arena, &list, &findings);
    feedback_judge(arena, round->event, &round->plan.schedule, &list, &round->facts,
                   &findings);
    CHECK(follow_up_build(arena, round->event, &round->plan.schedule, &round->facts,
                          &order, &round->next, &findings));
    output_init(&round->output, arena);
}

static const char *file_of(const struct round *round, const char *path)
{
    for (int k = 0; k < round->output.n_files; k++) {
        if (strcmp(round->output.file[k].path, path) == 0) {
            return strstr(round->output.file[k].content.bytes, "\r\n") + 2;
        }
    }
    return "no file";
}

static struct feedback_tables tables_of(const struct round *round)
{
    return (struct feedback_tables){round->event, &round->plan.schedule,
                                    &round->facts, &round->next};
}

static void test_outcomes(struct arena arena)
{
    struct round round;
    begin(&arena, &round);
    struct feedback *a = say(&round, 0, "a");
    *a = (struct feedback){.k = 0,
                           .request = -1,
                           .held = SAID_YES,
                           .again = SAID_YES,
                           .rating = 4,
                           .outcome = OUTCOME_TALKS,
                           .next_step = "=Soba"};
    struct feedback *b = say(&round, 0, "b");
    b->rating = 5;
    b->share_contact = SAID_YES;
    b->outcome = OUTCOME_PROJECT;
    struct feedback *c = say(&round, 1, "c");
    c->held = SAID_NO;
    c->absent = arena_new(&arena, 1, int);
    c->absent[c->n_absent++] = tiny_who("d");
    make(&arena, &round);
    const struct feedback_tables tables = tables_of(&round);
    feedback_add_outcomes(&round.output, &tables);
    CHECK_TEXT(
        file_of(&round, "outcomes.csv"),
        "\"m0001\",\"2021-05-18T09:00:00Z\",\"a; b\",\"House a; House b\",,\"r01\","
        "\"yes\",,\"a: 4; b: 5\",\"4.5\",\"project\",\"a: yes\",\"b > a\",\"a: "
        "=Soba\",\"f001\",\r\n"
        "\"m0002\",\"2021-05-18T09:20:00Z\",\"a; c; d\",\"House a; House c; House "
        "d\",\"tea\",\"r02\",\"no\",\"d\",,,,,,,\"r02\",\"r02: comes first\"\r\n"
        ",,\"b; c\",\"House b; House c\",,\"r03\",,,,,,,,,\"r03\",\"r03: carried "
        "over\"\r\n"
        ",,\"b; d\",\"House b; House d\",,\"r04\",,,,,,,,,,\"r04: refused\"\r\n");
}

static void test_silence(struct arena arena)
{
    static const char first[] =
        "\"m0001\",\"2021-05-18T09:00:00Z\",\"a; b\",\"House a; House b\",,\"r01\","
        ",,,,,,,,,\r\n";
    struct round round;
    begin(&arena, &round);
    make(&arena, &round);
    const struct feedback_tables tables = tables_of(&round);
    feedback_add_outcomes(&round.output, &tables);
    CHECK(strncmp(file_of(&round, "outcomes.csv"), first, strlen(first)) == 0);
    CHECK_INT(feedback_add_contacts(&round.output, &tables), 0);
}

/* Only who said yes is given, only to those whom they met, with nobody who stayed
 * away from the meeting. */
static void test_contacts(struct arena arena)
{
    struct round round;
    begin(&arena, &round);
    say(&round, 0, "b")->share_contact = SAID_YES;
    say(&round, 0, "a")->share_contact = SAID_NO;
    say(&round, 1, "a")->share_contact = SAID_YES;
    say(&round, 1, "c")->share_contact = SAID_YES;
    round.event->participant[0].contact[0].language = "ja";
    make(&arena, &round);
    const struct feedback_tables tables = tables_of(&round);
    CHECK_INT(feedback_add_contacts(&round.output, &tables), 3);
    CHECK_TEXT(file_of(&round, "contacts/a.csv"),
               "\"岐阜県\",\"b1\",\"Chief\",\"b1@example.org\"\r\n"
               "\"岐阜県\",\"田中 美咲\",,\"b2@example.org\"\r\n"
               "\"House c\",\"c\",,\"c@example.org\"\r\n");
    CHECK_TEXT(file_of(&round, "contacts/b.csv"), "no file");
    CHECK_TEXT(file_of(&round, "contacts/c.csv"),
               "\"House a\",\"a\",,\"a@example.org\"\r\n");
    CHECK_TEXT(file_of(&round, "contacts/d.csv"),
               "\"House a\",\"a\",,\"a@example.org\"\r\n"
               "\"House c\",\"c\",,\"c@example.org\"\r\n");
}

/* Where the contacts share the meetings out, those who were not there are not given. */
static void test_contacts_who_attended(struct arena arena)
{
    struct round round;
    begin(&arena, &round);
    round.event->participant[1].parallel = 2;
    say(&round, 0, "b")->share_contact = SAID_YES;
    make(&arena, &round);
    struct attendance *attendance = arena_new(&arena, 1, struct attendance);
    int *contact = arena_new(&arena, 1, int);
    contact[0] = 2;
    *attendance = (struct attendance){"b", 1, contact, 1};
    round.plan.schedule.meeting[0].attendance = attendance;
    round.plan.schedule.meeting[0].n_attendance = 1;
    const struct feedback_tables tables = tables_of(&round);
    CHECK_INT(feedback_add_contacts(&round.output, &tables), 1);
    CHECK_TEXT(file_of(&round, "contacts/a.csv"),
               "\"House b\",\"b2\",,\"b2@example.org\"\r\n");
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_outcomes(arena);
    test_silence(arena);
    test_contacts(arena);
    test_contacts_who_attended(arena);
    arena_finish(&arena);
    return check_report();
}
