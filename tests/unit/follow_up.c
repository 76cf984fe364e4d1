/* What the next event asks for, by what was said: requests, pairs and locks. */

#include "scheduler/model/follow_up.h"

#include <stdio.h>
#include <string.h>

#include "scheduler/base/buf.h"
#include "tests/support/check.h"
#include "tests/support/tiny_event.h"
#include "tests/support/tiny_schedule.h"

/* m0001: a and b (r01 a, r02 b); m0002: c and d (r03 c); not served: r04 a to c, r05
 * b to d, pending; r06 c to a on tea, after r03. */
struct round {
    struct event *event;
    struct tiny_plan plan;
    struct feedback feedback[9];
    int n_feedback;
    struct feedback_facts facts;
    struct follow_up next;
    struct findings findings;
};

static void begin(struct arena *arena, struct round *round)
{
    struct event *event = tiny_event(arena, "abcd", 3, 2);
    *round = (struct round){.event = event};
    findings_init(&round->findings, arena);
    tiny_request(arena, event, "ab");
    tiny_request(arena, event, "ba");
    tiny_request(arena, event, "cd");
    tiny_request(arena, event, "ac");
    event->request[tiny_request(arena, event, "bd")].status = REQUEST_PENDING;
    event->request[tiny_request(arena, event, "ca")].topic = "tea";
    tiny_after(arena, event, 5, 2);
    for (int q = 0; q < event->n_requests; q++) {
        event->request[q].priority = q == 3 ? 2 : 3;
    }
}

static struct feedback *say(struct round *round, int k, const char *who)
{
    struct feedback *row = &round->feedback[round->n_feedback++];
    *row =
        (struct feedback){.place = {.file = "f.csv", .line = round->n_feedback + 1},
                          .k = k,
                          .request = -1,
                          .p = tiny_who(who),
                          .next_step = ""};
    return row;
}

/* About r04 to r06. */
static struct feedback *say_of_wish(struct round *round, int q, const char *who)
{
    struct feedback *row = say(round, -1, who);
    row->request = q;
    return row;
}

static void stand_up(struct arena *arena, struct round *round, int k,
                     const char *victim, const char *absent)
{
    struct feedback *row = say(round, k, victim);
    row->held = SAID_NO;
    row->absent = arena_new(arena, 1, int);
    row->absent[row->n_absent++] = tiny_who(absent);
}

static void make(struct arena *arena, struct round *round)
{
    static const struct civil date = {2021, 6, 15, 0, 0, 0};
    const struct follow_up_order order = {.id = "next",
                                          .name = "Next",
                                          .name_ja = "",
                                          .topic = "Follow-up",
                                          .date = &date,
                                          .n_dates = 1,
                                          .start_min = -1,
                                          .end_min = -1};
    struct feedback_list list = {round->feedback, round->n_feedback, 9};
    struct eligibility *elig = arena_new(arena, 1, struct eligibility);
    tiny_begin(&round->plan, arena, round->event,
               tiny_eligibility(arena, round->event));
    tiny_meet(&round->plan, 0, 0, 0, -1);
    tiny_meet(&round->plan, 2, 0, 1, -1);
    tiny_end(&round->plan);
    feedback_merge(arena, &list, &round->findings);
    feedback_judge(arena, round->event, &round->plan.schedule, &list, &round->facts,
                   &round->findings);
    CHECK(follow_up_build(arena, round->event, &round->plan.schedule, &round->facts,
                          &order, &round->next, &round->findings));
    eligibility_build(arena, &round->next.event, elig, &round->findings);
    CHECK(!findings_has_errors(&round->findings));
}

/* "r04 a>c 2; f001 a>b 3 'Soba' again": priority, status unless accepted, topic. */
static const char *requests_text(struct arena *arena, const struct event *event)
{
    static const char *const status[] = {"", " pending", " declined", " withdrawn"};
    struct buf buf;
    buf_init(&buf, arena);
    for (int q = 0; q < event->n_requests; q++) {
        const struct request *request = &event->request[q];
        buf_printf(&buf, "%s%s %c>%c", q > 0 ? "; " : "", request->id,
                   'a' + request->from, 'a' + request->to);
        for (int k = 0; k < request->n_also; k++) {
            buf_printf(&buf, "%c", 'a' + request->also[k]);
        }
        buf_printf(&buf, request->rank > 0 ? " rank %d" : " %d",
                   request->rank > 0 ? request->rank : request->priority);
        buf_printf(&buf, "%s", status[request->status]);
        if (request->topic[0] != '\0') {
            buf_printf(&buf, " '%s'", request->topic);
        }
        buf_printf(&buf, "%s%s", request->follow_up ? " again" : "",
                   request->n_after > 0 ? " after" : "");
    }
    return buf.data;
}

static const char *pairs_text(struct arena *arena, const struct event *event)
{
    struct buf buf;
    buf_init(&buf, arena);
    for (int k = 0; k < event->n_met_before; k++) {
        buf_printf(&buf, "%s%c%c", k > 0 ? " " : "", 'a' + event->met_before[k].a,
                   'a' + event->met_before[k].b);
    }
    return buf.data;
}

#define UNSERVED "r04 a>c 2; r05 b>d 3 pending; r06 c>a 3 'tea'"

static void check_requests(struct arena *arena, struct round *round,
                           const char *expected)
{
    make(arena, round);
    CHECK_TEXT(requests_text(arena, &round->next.event), expected);
}

static void test_nothing_said(struct arena arena)
{
    struct round round;
    begin(&arena, &round);
    tiny_met(round.event, "ac");
    check_requests(&arena, &round, UNSERVED);
    CHECK_TEXT(pairs_text(&arena, &round.next.event), "ab ac cd");
    CHECK_INT(round.next.n_pairs, 2);
    CHECK_INT(round.next.n_after, 1); /* r03, for which r06 waited, is served */
    CHECK_INT(round.next.fate[0], FATE_SERVED);
    CHECK_INT(round.next.fate[3], FATE_CARRIED);
    CHECK_INT(round.next.carried_as[3], 0);
    CHECK_INT(round.next.carried_as[0], -1);
    CHECK_INT(round.next.event.n_agenda, 0);
    CHECK_TEXT(round.next.event.id, "next");
    CHECK_TEXT(round.event->id, "tiny"); /* the old one is as it was */
    CHECK_INT(round.event->n_met_before, 1);
}

static void test_again(struct arena scratch)
{
    static const struct {
        const char *step_a, *step_b;
        enum said said_a, said_b;
        const char *expected;
    } row[] = {
        {"Soba", "", SAID_YES, SAID_NOTHING, "f001 a>b 3 'Soba' again; " UNSERVED},
        {"", "", SAID_YES, SAID_NOTHING, "f001 a>b 3 'Follow-up' again; " UNSERVED},
        {"Soba", "", SAID_YES, SAID_YES,
         "f001 a>b 3 'Soba' again; f002 b>a 3 'Soba' again; " UNSERVED},
        {"Soba", "Soba", SAID_YES, SAID_YES,
         "f001 a>b 3 'Soba' again; f002 b>a 3 'Soba' again; " UNSERVED},
        {"Soba", "Tea", SAID_YES, SAID_YES,
         "f001 a>b 3 'Soba / Tea' again; f002 b>a 3 'Soba / Tea' again; " UNSERVED},
        {"Soba\n and tea", "", SAID_YES, SAID_NOTHING,
         "f001 a>b 3 'Soba  and tea' again; " UNSERVED},
        {"Soba", "Tea", SAID_YES, SAID_NO,
         "f001 a>b 3 declined 'Soba' again; " UNSERVED},
        {"Soba", "", SAID_NO, SAID_NOTHING, UNSERVED},
        /* too long for a title: it becomes the message */
        {"We would like to send samples of forty kinds of soba and to hear of each "
         "of "
         "them what you think",
         "", SAID_YES, SAID_NOTHING, "f001 a>b 3 'Follow-up' again; " UNSERVED},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct round round;
        begin(&arena, &round);
        struct feedback *a = say(&round, 0, "a");
        a->again = row[k].said_a;
        a->next_step = row[k].step_a;
        struct feedback *b = say(&round, 0, "b");
        b->again = row[k].said_b;
        b->next_step = row[k].step_b;
        check_requests(&arena, &round, row[k].expected);
        CHECK_INT(round.next.n_mutual,
                  row[k].said_a == SAID_YES && row[k].said_b == SAID_YES);
        if (k == 8) {
            CHECK_TEXT(round.next.event.request[0].message, row[k].step_a);
        }
    }
}

static void test_again_on_a_topic(struct arena arena)
{
    struct round round;
    begin(&arena, &round);
    round.event->request[0].topic = round.event->request[1].topic = "lacquer";
    struct feedback *a = say(&round, 0, "a");
    a->again = SAID_YES;
    a->outcome = OUTCOME_PROJECT;
    check_requests(&arena, &round, "f001 a>b 4 'lacquer' again; " UNSERVED);
    CHECK_TEXT(round.next.event.request[0].note, "after m0001 of tiny");
    CHECK_INT(round.next.event.request[0].place.line, 2);
    CHECK_INT(round.next.again_as[0][0], 0);
    CHECK_INT(round.next.again_as[0][1], -1);
}

static void test_default_status(struct arena arena)
{
    struct round round;
    begin(&arena, &round);
    round.event->rules.default_status = REQUEST_PENDING;
    say(&round, 0, "a")->again = SAID_YES;
    say(&round, 1, "c")->again = SAID_YES;
    say(&round, 1, "d")->again = SAID_YES;
    check_requests(&arena, &round,
                   "f001 a>b 3 pending 'Follow-up' again; f002 c>d 3 'Follow-up' "
                   "again; f003 d>c 3 'Follow-up' again; " UNSERVED);
}

static void test_no_show(struct arena scratch)
{
    struct arena arena = scratch;
    struct round round;
    begin(&arena, &round);
    round.event->request[0].rank = 2;
    stand_up(&arena, &round, 0, "a", "b");
    check_requests(&arena, &round, "r01 a>b 5; r02 b>a 5; " UNSERVED);
    CHECK_TEXT(pairs_text(&arena, &round.next.event), "cd");
    CHECK_INT(round.next.fate[0], FATE_FIRST);

    /* A rank that is worth more than the highest priority stays. */
    arena = scratch;
    begin(&arena, &round);
    static int rank[] = {32, 16};
    round.event->weights.rank = rank;
    round.event->weights.n_rank = 2;
    round.event->request[0].rank = 1;
    stand_up(&arena, &round, 0, "a", "b");
    check_requests(&arena, &round, "r01 a>b rank 1; r02 b>a 5; " UNSERVED);

    /* The victim had not asked, and says that it still wants to meet. */
    arena = scratch;
    begin(&arena, &round);
    stand_up(&arena, &round, 1, "d", "c");
    round.feedback[0].again = SAID_YES;
    round.feedback[0].next_step = "Soba";
    check_requests(&arena, &round,
                   "f001 d>c 5; r03 c>d 5; r04 a>c 2; r05 b>d 3 pending; r06 c>a 3 "
                   "'tea' after");
    CHECK_TEXT(round.next.event.request[0].message, "Soba");

    /* It does not. */
    arena = scratch;
    begin(&arena, &round);
    stand_up(&arena, &round, 1, "d", "c");
    round.feedback[0].again = SAID_NO;
    check_requests(&arena, &round, UNSERVED);
    CHECK_INT(round.next.fate[2], FATE_REFUSED);

    /* Nobody is to blame: as before. */
    arena = scratch;
    begin(&arena, &round);
    say(&round, 1, "c")->held = SAID_NO;
    check_requests(
        &arena, &round,
        "r03 c>d 3; r04 a>c 2; r05 b>d 3 pending; r06 c>a 3 'tea' after");
    CHECK_INT(round.next.fate[2], FATE_NOT_HELD);
}

static void test_wishes(struct arena scratch)
{
    struct arena arena = scratch;
    struct round round;
    begin(&arena, &round);
    say_of_wish(&round, 3, "a")->again = SAID_NO;
    say_of_wish(&round, 4, "b")->again = SAID_YES;
    say_of_wish(&round, 5, "a")->again = SAID_NO;
    check_requests(&arena, &round, "r05 b>d 3 pending");
    CHECK_INT(round.next.fate[3], FATE_UNWANTED);
    CHECK_INT(round.next.fate[5], FATE_REFUSED);
    CHECK_TEXT(request_fate_name(round.next.fate[3]), "no longer wanted");

    /* What was declined or withdrawn before stays so, and with it what the other
     * side wants of the same meeting; times were of the old days. */
    arena = scratch;
    begin(&arena, &round);
    round.event->request[3].status = REQUEST_DECLINED;
    round.event->request[4].status = REQUEST_WITHDRAWN;
    round.event->request[5].earliest_s = tiny_time("09:20");
    tiny_request(&arena, round.event, "ca");
    check_requests(&arena, &round, "r06 c>a 3 'tea'");
    CHECK_INT(round.next.fate[3], FATE_REFUSED);
    CHECK_INT(round.next.fate[4], FATE_WITHDRAWN);
    CHECK_INT(round.next.fate[6], FATE_REFUSED);
    CHECK_INT(round.next.n_times, 1);
    CHECK(round.next.event.request[0].earliest_s == NO_TIME);
    CHECK(round.event->request[5].earliest_s != NO_TIME);
}

/* A wish on another topic of two who have met must say follow_up, or nobody would
 * ever serve it; and where somebody asks for just that again, it is asked once. */
static void test_other_topics(struct arena scratch)
{
    struct arena arena = scratch;
    struct round round;
    begin(&arena, &round);
    round.event->request[tiny_request(&arena, round.event, "ab")].topic = "lab";
    say(&round, 0, "a")->again = SAID_YES;
    round.feedback[0].next_step = "lab";
    check_requests(&arena, &round, UNSERVED "; r07 a>b 3 'lab' again");
    CHECK_INT(round.next.n_again, 0);

    arena = scratch;
    begin(&arena, &round);
    round.event->request[tiny_request(&arena, round.event, "ab")].topic = "lab";
    say(&round, 0, "b")->again = SAID_YES;
    round.feedback[0].next_step = "lab";
    check_requests(&arena, &round,
                   "f001 b>a 3 'lab' again; " UNSERVED "; r07 a>b 3 'lab' again");
}

/* Ids that are taken are left alone. */
static void test_ids(struct arena arena)
{
    struct round round;
    begin(&arena, &round);
    round.event->request[3].id = "F001"; /* sorts before r.. as it should not */
    struct request moved = round.event->request[3];
    memmove(&round.event->request[1], &round.event->request[0],
            3 * sizeof *round.event->request);
    round.event->request[0] = moved;
    round.event->request[5].after[0] = 3;
    say(&round, 0, "a")->again = SAID_YES;
    tiny_begin(&round.plan, &arena, round.event,
               tiny_eligibility(&arena, round.event));
    struct feedback_list list = {round.feedback, 1, 9};
    static const struct civil date = {2021, 6, 15, 0, 0, 0};
    const struct follow_up_order order = {"next", "", "", "Follow-up", &date, 1,
                                          -1,     -1, 0};
    tiny_meet(&round.plan, 1, 0, 0, -1);
    tiny_end(&round.plan);
    feedback_judge(&arena, round.event, &round.plan.schedule, &list, &round.facts,
                   &round.findings);
    CHECK(follow_up_build(&arena, round.event, &round.plan.schedule, &round.facts,
                          &order, &round.next, &round.findings));
    CHECK_TEXT(requests_text(&arena, &round.next.event),
               "F001 a>c 2; f002 a>b 3 'Follow-up' again; r03 c>d 3; r05 b>d 3 "
               "pending; r06 c>a 3 'tea' after");
}

static void test_groups(struct arena arena)
{
    struct event *event = tiny_event(&arena, "abc", 3, 2);
    struct round round = {.event = event};
    struct feedback_list list = {round.feedback, 0, 9};
    static const struct civil date = {2021, 6, 15, 0, 0, 0};
    const struct follow_up_order order = {"next", "", "", "Follow-up", &date, 1,
                                          -1,     -1, 0};
    findings_init(&round.findings, &arena);
    tiny_request(&arena, event, "abc");
    tiny_begin(&round.plan, &arena, event, tiny_eligibility(&arena, event));
    tiny_meet(&round.plan, 0, 0, 0, -1);
    tiny_end(&round.plan);
    struct feedback *b = say(&round, 0, "b");
    b->held = b->again = SAID_YES;
    b->absent = arena_new(&arena, 1, int);
    b->absent[b->n_absent++] = tiny_who("c");
    list.n = round.n_feedback;
    feedback_judge(&arena, event, &round.plan.schedule, &list, &round.facts,
                   &round.findings);
    CHECK(follow_up_build(&arena, event, &round.plan.schedule, &round.facts, &order,
                          &round.next, &round.findings));
    CHECK_TEXT(requests_text(&arena, &round.next.event),
               "f001 b>ac 3 'Follow-up' again");
    CHECK_TEXT(pairs_text(&arena, &round.next.event), "ab");
}

static void test_locks(struct arena arena)
{
    struct round round;
    begin(&arena, &round);
    tiny_lock(&arena, round.event, LOCK_KEEP, 3, -1, -1);   /* has had its chance */
    tiny_lock(&arena, round.event, LOCK_FORBID, 4, 1, -1);  /* of an old slot */
    tiny_lock(&arena, round.event, LOCK_FORBID, 4, -1, -1); /* stays */
    tiny_lock(&arena, round.event, LOCK_FORBID, 5, -1, 1);  /* stays, by room */
    tiny_lock(&arena, round.event, LOCK_FORBID, 0, -1, 1);  /* of what is served */
    make(&arena, &round);
    const struct event *next = &round.next.event;
    CHECK_INT(round.next.n_locks, 3);
    if (CHECK_INT(next->n_locks, 2)) {
        CHECK_INT(next->lock[0].participant[0], tiny_who("b"));
        CHECK_INT(next->lock[0].participant[1], tiny_who("d"));
        CHECK_INT(next->lock[0].request, -1);
        CHECK_TEXT(next->lock[1].topic, "tea");
        CHECK_INT(next->lock[1].room, 1);
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_nothing_said(arena);
    test_again(arena);
    test_again_on_a_topic(arena);
    test_default_status(arena);
    test_no_show(arena);
    test_wishes(arena);
    test_other_topics(arena);
    test_ids(arena);
    test_groups(arena);
    test_locks(arena);
    arena_finish(&arena);
    return check_report();
}
