#include "scheduler/model/eligibility.h"

#include "tests/support/bench.h"
#include "tests/support/check.h"
#include "tests/support/tiny_event.h"

/* Each case starts from participants a to d, three slots, two rooms, and the
 * requests r01 a-b and r02 b-c. */
enum { R01, R02 };

static void nothing(struct arena *arena, struct event *event)
{
    (void)arena;
    (void)event;
}

static void no_contact(struct arena *arena, struct event *event)
{
    tiny_contacts(arena, event, "c", 0);
}

static void no_address(struct arena *arena, struct event *event)
{
    no_contact(arena, event);
    event->participant[1].contact[0].email = "";
    event->participant[3].contact[0].email = "";
    event->participant[3].cancelled = true; /* gets none in any case */
}

static void one_address_of_two(struct arena *arena, struct event *event)
{
    tiny_contacts(arena, event, "b", 2);
    event->participant[1].contact[0].email = "";
}

static void shared_address(struct arena *arena, struct event *event)
{
    (void)arena;
    event->participant[2].contact[0].email = "A@Example.org";
}

static void shared_with_cancelled(struct arena *arena, struct event *event)
{
    shared_address(arena, event);
    event->participant[2].cancelled = true;
}

static void same_address_twice(struct arena *arena, struct event *event)
{
    tiny_contacts(arena, event, "b", 2);
    event->participant[1].contact[1].email = "b1@example.org";
}

static void no_such_feature(struct arena *arena, struct event *event)
{
    event->room[0].features = tiny_words(arena, "screen");
    event->request[R01].room_features = tiny_words(arena, "booth screen");
    event->request[R02].room_features = tiny_words(arena, "booth"); /* told once */
}

static void feature_that_does_not_count(struct arena *arena, struct event *event)
{
    event->request[R01].room_features = tiny_words(arena, "booth");
    event->request[R01].status = REQUEST_WITHDRAWN;
}

static void no_interpreted_room(struct arena *arena, struct event *event)
{
    event->participant[2].languages = tiny_words(arena, "ja");
    tiny_interpreter(arena, event, "en-ja");
    event->rules.interpreted_room_feature = "booth";
}

static void interpreted_room(struct arena *arena, struct event *event)
{
    no_interpreted_room(arena, event);
    event->room[1].features = tiny_words(arena, "booth");
}

static void own_promise(struct arena *arena, struct event *event)
{
    (void)arena;
    event->participant[1].min_meetings = 3;
    event->participant[0].min_meetings = 2;
    event->participant[0].cancelled = true;
}

static void promise_beyond_slots(struct arena *arena, struct event *event)
{
    tiny_window(arena, &event->participant[1].available, "09:00", "09:20");
    event->participant[1].min_meetings = 2;
}

static void promise_beyond_maximum(struct arena *arena, struct event *event)
{
    (void)arena;
    event->participant[1].min_meetings = 2;
    event->participant[1].max_meetings = 1; /* its reader tells */
}

static void promise_to_all(struct arena *arena, struct event *event)
{
    (void)arena;
    event->rules.min_meetings = 2;
    for (int p = 0; p < 4; p++) {
        event->participant[p].min_meetings = 2;
    }
}

#define ADD_ADDRESS                                                                \
    " gets an invite: no contact with an e-mail address; expected one for each "   \
    "participant; add `contacts` with `email`, or the column `contact_email`"
#define AS_THEY_WRITE_IT "; expected one of the rooms' `features`, as they write it"
#define PROMISE "; expected no more than that; add requests or times, or lower it"

static const struct bench_case row[] = {
    {nothing, SEVERITY_WARNING, "", NULL},
    {no_contact, SEVERITY_WARNING, "participants[2]", "nobody of 'c'" ADD_ADDRESS},
    {no_address, SEVERITY_WARNING, "participants[1]",
     "nobody of 'b' and 'c'" ADD_ADDRESS},
    {one_address_of_two, SEVERITY_WARNING, "participants[1]",
     "not every contact of 'b' gets an invite: some have no e-mail address; "
     "expected one for each; add `email`, or in a table `contact_email`"},
    {shared_address, SEVERITY_WARNING, "participants[2]",
     "'c' has a contact 'A@Example.org', as has 'a' (tiny.json:1), so that one "
     "person may be in two meetings at a time; if they are the same, expected one "
     "of "
     "them; if not, an address for each"},
    {shared_with_cancelled, SEVERITY_WARNING, "", NULL},
    {same_address_twice, SEVERITY_WARNING, "participants[1]",
     "contacts of 'b' share the address 'b1@example.org', which gets each invite "
     "once for each of them; expected an address each; leave out one"},
    {no_such_feature, SEVERITY_WARNING, "requests[0]",
     "request 'r01' asks for a room with 'booth', which no room has, so that its "
     "meeting cannot be scheduled" AS_THEY_WRITE_IT},
    {feature_that_does_not_count, SEVERITY_WARNING, "", NULL},
    {no_interpreted_room, SEVERITY_WARNING, "rules.interpreted_room_feature",
     "no room has 'booth', which meetings with an interpreter need (1 wanted "
     "now)" AS_THEY_WRITE_IT},
    {interpreted_room, SEVERITY_WARNING, "", NULL},
    {own_promise, SEVERITY_WARNING, "participants[1]",
     "'b' is promised 3 meetings (`min_meetings`), and at most 1 can be "
     "held" PROMISE},
    {promise_beyond_slots, SEVERITY_WARNING, "participants[1]",
     "'b' is promised 2 meetings (`min_meetings`), and at most 1 can be "
     "held" PROMISE},
    {promise_beyond_maximum, SEVERITY_WARNING, "", NULL},
    {promise_to_all, SEVERITY_WARNING, "rules.min_meetings",
     "promises everybody 2 meetings, and fewer can be held for 'a', 'c' and 'd'; "
     "expected no more than can be; add requests or times, or lower it"},
};

static void test_findings(struct arena scratch)
{
    bench_check(scratch, row, sizeof row / sizeof *row);
}

/* Of many so many are named. */
static void test_many(struct arena *arena)
{
    struct event *event = tiny_event(arena, "abcdefg", 3, 2);
    struct eligibility elig;
    struct findings findings;
    findings_init(&findings, arena);
    for (int p = 0; p < event->n_participants; p++) {
        event->participant[p].n_contacts = 0;
    }
    eligibility_build(arena, event, &elig, &findings);
    CHECK_INT(findings.n_findings, 1);
    CHECK_TEXT(findings.finding[0].text,
               "nobody of 'a', 'b', 'c', 'd', 'e' and 2 more" ADD_ADDRESS);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_findings(arena);
    test_many(&arena);
    arena_finish(&arena);
    return check_report();
}
