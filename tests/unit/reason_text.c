#include "io/reason_text.h"

#include <stdbool.h>
#include <stddef.h>

#include "tests/support/check.h"
#include "tests/support/tiny_event.h"

static void test_lists(struct arena *arena)
{
    static const struct {
        const char *words, *expected;
    } row[] = {
        {"", ""},
        {"a", "a"},
        {"a b", "a and b"},
        {"a b c", "a, b and c"},
        {"a b c d e f", "a, b, c, d, e and f"},
        {"a b c d e f g", "a, b, c, d, e and 2 more"},
        {"a b c d e f g h i", "a, b, c, d, e and 4 more"},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct strings names = tiny_words(arena, row[i].words);
        CHECK_TEXT(reason_list_text(arena, &names), row[i].expected);
    }
}

/* The detail's lists are words; expected "House a" is a participant's name. */
static const struct {
    enum reason reason;
    const char *requests, *participants, *slots, *blocked_by, *expected;
} row[] = {
    {REASON_NOT_ACCEPTED, "", "", "", "", "Request r1 is not accepted yet."},
    {REASON_DECLINED, "", "", "", "", "Request r1 was declined."},
    {REASON_DECLINED, "r7", "", "", "",
     "Request r7 was declined, and with it the meeting."},
    {REASON_DECLINED, "r7 r8", "", "", "",
     "Requests r7 and r8 were declined, and with them the meeting."},
    {REASON_WITHDRAWN, "", "", "", "", "Request r1 was withdrawn."},
    {REASON_PARTICIPANT_CANCELLED, "", "b", "", "", "House b cancelled."},
    {REASON_PARTICIPANT_CANCELLED, "", "", "", "",
     "House a and House b cancelled."},
    {REASON_MET_BEFORE, "", "a b", "", "",
     "House a and House b have met before; such a meeting is only held if a "
     "request "
     "says follow_up."},
    {REASON_FORBIDDEN, "", "", "", "", "A lock forbids this meeting."},
    {REASON_NO_COMMON_SLOT, "", "b", "", "",
     "House b is free in no slot: look at availability, social hours and agenda."},
    {REASON_NO_COMMON_SLOT, "", "a b", "", "",
     "No slot suits House a and House b together and has the time and length that "
     "were "
     "asked for: look at availability, social hours and agenda."},
    {REASON_NO_COMMON_SLOT, "", "", "", "",
     "No slot suits House a and House b together and has the time and length that "
     "were "
     "asked for: look at availability, social hours and agenda."},
    {REASON_NO_SUITABLE_ROOM, "", "", "s-01 s-02", "",
     "House a and House b could meet in s-01 and s-02, but no room suits: look at "
     "the "
     "rooms' capacity, features, reservations and hours."},
    {REASON_NO_SUITABLE_ROOM, "", "", "", "",
     "House a and House b could meet, but no room suits: look at the rooms' "
     "capacity, "
     "features, reservations and hours."},
    {REASON_NO_INTERPRETER, "", "", "s-01", "",
     "House a and House b could meet in s-01, but no interpreter of their "
     "languages is "
     "there: look at the interpreters' pairs and hours."},
    {REASON_PREDECESSOR, "r3", "", "", "",
     "It has to come after another meeting (r3), which is not scheduled or cannot "
     "be "
     "early enough."},
    {REASON_PREDECESSOR, "", "", "", "",
     "It has to come after another meeting, which is not scheduled or cannot be "
     "early "
     "enough."},
    {REASON_PARTICIPANT_FULL, "", "a", "s-02", "m0003 m0004",
     "Other meetings of House a take the time that would do, or reach a limit of "
     "theirs. Otherwise it would fit in s-02. In the way: m0003 (House a with "
     "House b) and m0004."},
    {REASON_PARTICIPANT_FULL, "", "", "", "",
     "Other meetings of House a and House b take the time that would do, or reach "
     "a limit of theirs."},
    {REASON_ROOMS_FULL, "", "", "s-01", "",
     "In every slot that would do, all suitable rooms are taken. With one more "
     "room it "
     "would fit in s-01."},
    {REASON_INTERPRETERS_FULL, "", "", "s-01", "",
     "In every slot that would do, all suitable interpreters are taken or at a "
     "limit of "
     "theirs. With one more interpreter it would fit in s-01."},
    {REASON_ROOMS_FULL, "", "", "", "",
     "One more suitable room would let it take place, with other meetings moved."},
    {REASON_INTERPRETERS_FULL, "", "", "", "",
     "One more suitable interpreter would let it take place, with other meetings "
     "moved."},
    {REASON_OUTRANKED, "", "", "", "",
     "It could only be held at the cost of others that count at least as much."},
    {REASON_OUTRANKED, "", "", "s-01", "m0001",
     "It could only be held at the cost of others that count at least as much. "
     "Slots that suit it: s-01. In the way: m0001."},
    {REASON_NOT_PROVEN, "", "", "", "",
     "It was not settled whether this could be held: that would have taken a "
     "longer "
     "search than one request is worth, or than --time-limit allowed."},
};

/* A schedule with the meeting m0003 of a and b. */
static struct schedule one_meeting(struct arena *arena)
{
    struct schedule schedule = {.n_meetings = 1};
    schedule.meeting = arena_new(arena, 1, struct schedule_meeting);
    schedule.meeting[0].id = "m0003";
    schedule.meeting[0].participant_ids = tiny_words(arena, "a b");
    return schedule;
}

static void test_reasons(struct arena *arena)
{
    const struct schedule schedule = one_meeting(arena);
    const struct event *event = tiny_event(arena, "ab", 2, 1);
    bool seen[N_REASONS] = {false};
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        const struct unscheduled unscheduled = {
            .request_ids = tiny_words(arena, "r1"),
            .participant_ids = tiny_words(arena, "a b"),
            .topic = "",
            .reason = row[i].reason,
            .detail = {.participants = tiny_words(arena, row[i].participants),
                       .requests = tiny_words(arena, row[i].requests),
                       .slots = tiny_words(arena, row[i].slots),
                       .blocked_by = tiny_words(arena, row[i].blocked_by)},
        };
        CHECK_TEXT(reason_text(arena, event, &schedule, &unscheduled),
                   row[i].expected);
        seen[row[i].reason] = true;
    }
    for (int reason = 0; reason < N_REASONS; reason++) {
        CHECK(seen[reason]);
    }
}

/* Who has all meetings that he may have, and what would have to move. */
static void test_limits(struct arena *arena)
{
    static const struct {
        enum reason reason;
        int max_meetings; /* of participant a */
        const char *participants, *slots, *blocked_by, *at_limit, *moved, *given_up,
            *expected;
    } limits[] = {
        {REASON_PARTICIPANT_FULL, 2, "a", "s-02", "m0003 m0004", "a", "", "",
         "House a has its 2 of at most 2 meetings. Otherwise it would fit in s-02. "
         "In the way: m0003 (House a with House b) and m0004."},
        {REASON_PARTICIPANT_FULL, 1, "a b", "s-01", "m0001", "a", "", "",
         "House a has its 1 of at most 1 meeting. Other meetings of House b take "
         "the "
         "time that would do, or reach a limit of theirs. Otherwise it would fit "
         "in "
         "s-01. In the way: m0001."},
        {REASON_PARTICIPANT_FULL, 0, "a", "s-01", "", "a", "m0002 m0003", "",
         "House a may have no meetings. Otherwise it would fit in s-01, with m0002 "
         "and m0003 (House a with House b) moved."},
        {REASON_PARTICIPANT_FULL, NO_LIMIT, "zoo", "", "", "zoo", "", "",
         "zoo has as many meetings as it may have."},
        {REASON_ROOMS_FULL, NO_LIMIT, "", "s-01", "", "", "m0002", "m0009",
         "One more suitable room would let it take place in s-01, with m0002 "
         "moved, and m0009 given up."},
        {REASON_INTERPRETERS_FULL, NO_LIMIT, "", "s-01", "", "", "", "m0003",
         "One more suitable interpreter would let it take place in s-01, with "
         "m0003 (House a with House b) given up."},
        {REASON_OUTRANKED, 3, "a", "s-01 s-02", "m0001", "a", "", "",
         "It could only be held at the cost of others that count at least as much. "
         "House a has its 3 of at most 3 meetings. Slots that suit it: s-01 and "
         "s-02. In the way: m0001."},
        {REASON_OUTRANKED, NO_LIMIT, "", "", "m0001 m0003 m0005 m0006", "", "", "",
         "It could only be held at the cost of others that count at least as much. "
         "In the way: m0001, m0003 (House a with House b) and 2 more."},
        {REASON_ROOMS_FULL, NO_LIMIT, "", "s-01", "", "", "m0002 m0003 m0004 m0005",
         "m0003 m0009",
         "One more suitable room would let it take place in s-01, with 4 meetings "
         "moved, and m0003 (House a with House b) and m0009 given up."},
    };
    const struct schedule schedule = one_meeting(arena);
    struct event *event = tiny_event(arena, "ab", 2, 1);
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        const struct unscheduled unscheduled = {
            .request_ids = tiny_words(arena, "r1"),
            .participant_ids = tiny_words(arena, "a b"),
            .topic = "",
            .reason = limits[i].reason,
            .detail = {.participants = tiny_words(arena, limits[i].participants),
                       .slots = tiny_words(arena, limits[i].slots),
                       .blocked_by = tiny_words(arena, limits[i].blocked_by),
                       .at_limit = tiny_words(arena, limits[i].at_limit),
                       .moved = tiny_words(arena, limits[i].moved),
                       .given_up = tiny_words(arena, limits[i].given_up)},
        };
        event->participant[0].max_meetings = limits[i].max_meetings;
        CHECK_TEXT(reason_text(arena, event, &schedule, &unscheduled),
                   limits[i].expected);
    }
}

/* Many requests; people without a name, and people whom the event does not know. */
static void test_numbers_and_names(struct arena *arena)
{
    const struct schedule schedule = one_meeting(arena);
    struct event *event = tiny_event(arena, "ab", 2, 1);
    event->participant[1].organisation = "";
    struct unscheduled unscheduled = {
        .request_ids = tiny_words(arena, "r1 r2"),
        .participant_ids = tiny_words(arena, "a b zoo"),
        .topic = "",
        .reason = REASON_PARTICIPANT_CANCELLED,
    };
    CHECK_TEXT(reason_text(arena, event, &schedule, &unscheduled),
               "House a, b and zoo cancelled.");
    unscheduled.reason = REASON_NOT_ACCEPTED;
    CHECK_TEXT(reason_text(arena, event, &schedule, &unscheduled),
               "Requests r1 and r2 are not accepted yet.");
    unscheduled.reason = REASON_WITHDRAWN;
    CHECK_TEXT(reason_text(arena, event, &schedule, &unscheduled),
               "Requests r1 and r2 were withdrawn.");
    unscheduled.reason = REASON_NO_COMMON_SLOT;
    unscheduled.detail.participants = tiny_words(arena, "a zoo");
    CHECK_TEXT(
        reason_text(arena, event, &schedule, &unscheduled),
        "House a and zoo are free in no slot: look at availability, social hours "
        "and agenda.");
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_lists(&arena);
    test_reasons(&arena);
    test_limits(&arena);
    test_numbers_and_names(&arena);
    arena_finish(&arena);
    return check_report();
}
