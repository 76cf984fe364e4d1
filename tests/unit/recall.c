#include "scheduler/model/recall.h"

#include <string.h>

#include "scheduler/model/told.h"
#include "tests/support/check.h"
#include "tests/support/tiny_event.h"
#include "tests/support/tiny_schedule.h"

/* a meets b, c meets d with the interpreter I01; published. */
struct past {
    struct arena arena;
    struct event *event;
    struct eligibility *elig;
    struct tiny_plan plan;
};

static void past_init(struct past *past)
{
    arena_init(&past->arena);
    struct arena *arena = &past->arena;
    past->event = tiny_event(arena, "abcd", 4, 2);
    tiny_interpreter(arena, past->event, "en-ja");
    past->event->interpreter[0].name = "Naomi";
    past->event->interpreter[0].email = "naomi@example.org";
    past->event->participant[1].organisation = "Beta";
    tiny_request(arena, past->event, "ab");
    tiny_request(arena, past->event, "cd");
    past->elig = tiny_eligibility(arena, past->event);
    tiny_begin(&past->plan, arena, past->event, past->elig);
    tiny_meet(&past->plan, 0, 0, 0, -1);
    tiny_meet(&past->plan, 1, 1, 1, 0);
    tiny_end(&past->plan);
    told_publish(arena, past->event, &past->plan.schedule,
                 &(struct unreached){.n_persons = 0});
    recall_record(arena, past->event, &past->plan.schedule);
}

static void past_finish(struct past *past)
{
    arena_finish(&past->arena);
}

/* The event without participant b and without its interpreter. */
static struct event without(struct past *past)
{
    struct event event = *past->event;
    event.participant = arena_new(&past->arena, 3, struct participant);
    event.participant[0] = past->event->participant[0];
    event.participant[1] = past->event->participant[2];
    event.participant[2] = past->event->participant[3];
    event.n_participants = 3;
    event.n_interpreters = 0;
    return event;
}

static void recall(struct past *past, const struct event *event,
                   struct event *whole)
{
    const struct schedule *schedule = &past->plan.schedule;
    recall_people(&past->arena, event, &schedule, 1, whole);
}

static void test_record(void)
{
    struct past past;
    past_init(&past);
    const struct schedule *schedule = &past.plan.schedule;
    CHECK_INT(schedule->n_addressees, 5);
    CHECK_TEXT(schedule->addressee[1].id, "b");
    CHECK_TEXT(schedule->addressee[1].organisation, "Beta");
    CHECK_TEXT(schedule->addressee[1].contact[0].email, "b@example.org");
    CHECK(schedule->addressee[4].is_interpreter);
    CHECK_TEXT(schedule->addressee[4].contact[0].name, "Naomi");
    past_finish(&past);
}

/* Nobody has left: the whole is the event. */
static void test_nobody(void)
{
    struct past past;
    struct event whole;
    past_init(&past);
    recall(&past, past.event, &whole);
    CHECK_INT(whole.n_participants, 4);
    CHECK_INT(whole.n_left_participants, 0);
    CHECK_INT(whole.n_left_interpreters, 0);
    CHECK(!event_has_left(&whole, 3));
    past_finish(&past);
}

/* Those who left stand behind the others, found by id, with all that was written
 * down; what the schedule means by their ids is them. */
static void test_left(void)
{
    struct past past;
    struct event whole;
    past_init(&past);
    const struct event event = without(&past);
    recall(&past, &event, &whole);
    CHECK_INT(whole.n_participants, 4);
    int p = event_find_participant(&whole, "b");
    CHECK_INT(p, 3);
    CHECK(event_has_left(&whole, p));
    CHECK(whole.participant[p].cancelled);
    CHECK_TEXT(whole.participant[p].organisation, "Beta");
    CHECK_TEXT(whole.participant[p].contact[0].email, "b@example.org");
    CHECK_TEXT(whole.participant[p].zone->name, "UTC");
    CHECK_INT(event_find_participant(&whole, "d"), 2);
    CHECK_INT(event_find_participant(&whole, "e"), -1);
    CHECK_INT(event_find_interpreter(&whole, "I01"), 0);
    CHECK(event_interpreter_has_left(&whole, 0));
    CHECK_TEXT(whole.interpreter[0].email, "naomi@example.org");
    struct schedule bound =
        recall_schedule(&past.arena, &whole, past.elig, &past.plan.schedule);
    CHECK_INT(bound.meeting[1].i, 0);
    /* Written down anew, they are not forgotten. */
    recall_record(&past.arena, &whole, &bound);
    CHECK_INT(bound.n_addressees, 5);
    CHECK_TEXT(bound.addressee[1].id, "b");
    past_finish(&past);
}

/* An older program wrote down addresses alone, or not even these. */
static void test_older(void)
{
    struct past past;
    struct event whole;
    past_init(&past);
    const struct event event = without(&past);
    past.plan.schedule.n_addressees = 0;
    recall(&past, &event, &whole);
    const struct participant *who = &whole.participant[3];
    CHECK_TEXT(who->id, "b");
    CHECK_TEXT(who->organisation, "");
    CHECK_INT(who->n_contacts, 1);
    CHECK_TEXT(who->contact[0].email, "b@example.org");
    CHECK_TEXT(whole.interpreter[0].email, "");
    past.plan.schedule.meeting[0].told.is_known = false;
    past.plan.schedule.meeting[0].told.n_persons = 0;
    recall(&past, &event, &whole);
    CHECK_TEXT(whole.participant[3].id, "b");
    CHECK_INT(whole.participant[3].n_contacts, 0);
    past_finish(&past);
}

/* Who has an agenda item in the calendar and no meeting is called off it, too. */
static void test_audience(void)
{
    struct past past;
    struct event whole;
    past_init(&past);
    const struct event event = without(&past);
    struct sent_item item[] = {
        {.id = "tea",
         .audience = AUDIENCE_LISTED,
         .audience_ids = tiny_words(&past.arena, "I01 a c z")},
        {.id = "off",
         .cancelled = true,
         .audience = AUDIENCE_LISTED,
         .audience_ids = tiny_words(&past.arena, "x")},
    };
    past.plan.schedule.n_addressees = 0;
    past.plan.schedule.sent_item = item;
    past.plan.schedule.n_sent_items = 2;
    recall(&past, &event, &whole);
    CHECK_INT(whole.n_participants, 5);
    CHECK_TEXT(whole.participant[3].id, "b");
    CHECK_TEXT(whole.participant[4].id, "z");
    CHECK_INT(whole.n_interpreters, 1);
    past_finish(&past);
}

/* A zone that the database does not have any more is the event's. */
static void test_zone(void)
{
    struct past past;
    struct event whole;
    past_init(&past);
    const struct event event = without(&past);
    past.plan.schedule.addressee[1].time_zone = "Europe/Nowhere";
    recall(&past, &event, &whole);
    CHECK(whole.participant[3].zone == event.zone);
    past_finish(&past);
}

int main(void)
{
    test_record();
    test_nobody();
    test_left();
    test_older();
    test_audience();
    test_zone();
    return check_report();
}
