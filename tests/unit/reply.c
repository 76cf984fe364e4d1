/* Which answers count: row by row, and in every order. */

#include "scheduler/model/reply.h"

#include <string.h>

#include "scheduler/base/rng.h"
#include "tests/support/check.h"
#include "tests/support/tiny_event.h"
#include "tests/support/tiny_schedule.h"

static const char *const fates[] = {
    "counted",         "known",     "stale",    "outdated", "ahead",
    "unknown meeting", "cancelled", "stranger", "foreign",  "other time"};

/* a, with two contacts, meets b; a c meets d. What was sent has SEQUENCE 1. */
static void make_plan(struct arena *arena, struct tiny_plan *plan)
{
    struct event *event = tiny_event(arena, "abcd", 2, 2);
    tiny_contacts(arena, event, "a", 2);
    tiny_request(arena, event, "ab");
    tiny_request(arena, event, "cd");
    tiny_begin(plan, arena, event, tiny_eligibility(arena, event));
    tiny_meet(plan, 0, 0, 0, -1)->sequence = 1;
    tiny_meet(plan, 1, 0, 1, -1);
    tiny_end(plan);
    schedule_publish(&plan->schedule);
    plan->schedule.cancelled = arena_new(arena, 1, struct schedule_meeting);
    plan->schedule.cancelled[0].uid = "gone";
    plan->schedule.n_cancelled = 1;
}

/* uid "" is that of the meeting of a and b. */
static struct reply reply_of(const struct tiny_plan *plan, const char *uid,
                             const char *email, enum answer answer, int sequence,
                             int64_t stamp_s)
{
    return (struct reply){
        .sender = "",
        .uid = *uid != '\0' ? uid : plan->schedule.meeting[0].uid,
        .email = email,
        .answer = answer,
        .sequence = sequence,
        .stamp_s = stamp_s,
        .start_s = NO_TIME,
        .end_s = NO_TIME,
        .comment = "",
    };
}

/* After an acceptance of a1, SEQUENCE 1, stamp 100. */
static void test_fates(struct arena scratch)
{
    static const struct {
        const char *uid, *email;
        enum answer answer;
        int sequence, stamp_s;
        const char *fate;
    } row[] = {
        {"", "a2@example.org", ANSWER_DECLINED, 1, 50, "counted"},
        {"", "b@example.org", ANSWER_PROPOSED, 1, 50, "counted"},
        {"", "a1@example.org", ANSWER_ACCEPTED, 1, 100, "known"},
        {"", "a1@example.org", ANSWER_DECLINED, 1, 101, "counted"},
        {"", "a1@example.org", ANSWER_DECLINED, 1, 99, "outdated"},
        /* as new: what takes more back counts, whichever came first */
        {"", "a1@example.org", ANSWER_DECLINED, 1, 100, "counted"},
        {"", "a1@example.org", ANSWER_DECLINED, 0, 101, "stale"},
        {"", "a1@example.org", ANSWER_DECLINED, 2, 101, "ahead"},
        {"", "c@example.org", ANSWER_DECLINED, 1, 101, "stranger"},
        {"", "a1@example.organ", ANSWER_DECLINED, 1, 101, "stranger"},
        {"gone", "a1@example.org", ANSWER_ACCEPTED, 1, 101, "cancelled"},
        {"never", "a1@example.org", ANSWER_ACCEPTED, 1, 101, "unknown meeting"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct tiny_plan plan;
        struct replies known = {0};
        make_plan(&arena, &plan);
        struct reply first =
            reply_of(&plan, "", "a1@example.org", ANSWER_ACCEPTED, 1, 100);
        struct reply second =
            reply_of(&plan, row[k].uid, row[k].email, row[k].answer,
                     row[k].sequence, row[k].stamp_s);
        struct replies list = {.reply = &first, .n = 1};
        replies_judge(&arena, plan.event, &plan.schedule, &list, &known);
        CHECK_TEXT(fates[first.fate], "counted");
        list.reply = &second;
        replies_judge(&arena, plan.event, &plan.schedule, &list, &known);
        CHECK_TEXT(fates[second.fate], row[k].fate);
        const struct reply *last = replies_find(&known, first.uid, first.email);
        bool is_replaced =
            second.fate == REPLY_COUNTED && strcmp(second.email, first.email) == 0;
        CHECK(last &&
              last->answer == (is_replaced ? row[k].answer : ANSWER_ACCEPTED));
    }
}

/* Of one time of a series: the meeting's, as it is or was sent, and no other. */
static void test_one_time(struct arena scratch)
{
    static const struct {
        int64_t behind_s; /* the meeting's start; -1: at no time that is known */
        const char *fate;
    } row[] = {
        {0, "counted"}, {60, "other time"}, {600, "counted"}, {-1, "other time"}};
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct tiny_plan plan;
        struct replies known = {0};
        make_plan(&arena, &plan);
        struct schedule_meeting *meeting = &plan.schedule.meeting[0];
        struct reply reply =
            reply_of(&plan, "", "a1@example.org", ANSWER_DECLINED, 1, 100);
        reply.is_of_one_time = true;
        reply.one_time_s =
            row[k].behind_s < 0 ? NO_TIME : meeting->start_s + row[k].behind_s;
        meeting->sent.start_s = meeting->start_s + 600;
        struct replies list = {.reply = &reply, .n = 1};
        replies_judge(&arena, plan.event, &plan.schedule, &list, &known);
        CHECK_TEXT(fates[reply.fate], row[k].fate);
        CHECK_INT(known.n, reply.fate == REPLY_COUNTED);
    }
}

/* Drawn at random, read at once or one by one in any order: the same is known. */
static void test_orders(struct arena scratch)
{
    static const char *const email[] = {"a1@example.org", "a2@example.org",
                                        "b@example.org", "x@example.org"};
    struct rng rng;
    rng_init(&rng, 1);
    for (int round = 0; round < 200; round++) {
        enum { N = 8 };
        struct arena arena = scratch;
        struct tiny_plan plan;
        struct replies known = {0}, known_again = {0};
        struct reply reply[N], again[N];
        make_plan(&arena, &plan);
        for (int k = 0; k < N; k++) {
            reply[k] = reply_of(&plan, "", email[rng_below(&rng, 4)],
                                (enum answer)rng_below(&rng, 3),
                                (int)rng_below(&rng, 3), rng_below(&rng, 3));
            int j = (int)rng_below(&rng, (uint32_t)k + 1);
            again[k] = again[j];
            again[j] = reply[k];
        }
        struct replies all = {.reply = reply, .n = N};
        replies_judge(&arena, plan.event, &plan.schedule, &all, &known);
        for (int k = 0; k < N; k++) {
            struct replies one = {.reply = &again[k], .n = 1};
            replies_judge(&arena, plan.event, &plan.schedule, &one, &known_again);
        }
        CHECK_INT(known_again.n, known.n);
        for (int k = 0; k < known.n && k < known_again.n; k++) {
            CHECK_TEXT(known_again.reply[k].email, known.reply[k].email);
            CHECK_INT(known_again.reply[k].answer, known.reply[k].answer);
            CHECK_INT(known_again.reply[k].stamp_s, known.reply[k].stamp_s);
        }
    }
}

/* What the two contacts of a said; -1 nothing. */
static void test_declined(struct arena scratch)
{
    static const struct {
        int first, second, sequence;
        bool is_declined;
    } row[] = {
        {-1, -1, 1, false},
        {ANSWER_ACCEPTED, -1, 1, false},
        {ANSWER_DECLINED, -1, 1, true},
        {ANSWER_DECLINED, ANSWER_DECLINED, 1, true},
        {ANSWER_DECLINED, ANSWER_ACCEPTED, 1, false},
        {ANSWER_DECLINED, ANSWER_TENTATIVE, 1, false},
        {ANSWER_PROPOSED, ANSWER_DECLINED, 1, false},
        {ANSWER_DECLINED, -1, 0, false}, /* of an older invitation */
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct tiny_plan plan;
        make_plan(&arena, &plan);
        struct reply reply[2];
        struct replies known = {.reply = reply};
        if (row[k].first >= 0) {
            reply[known.n++] =
                reply_of(&plan, "", "a1@example.org", (enum answer)row[k].first,
                         row[k].sequence, 1);
        }
        if (row[k].second >= 0) {
            reply[known.n++] =
                reply_of(&plan, "", "a2@example.org", (enum answer)row[k].second,
                         row[k].sequence, 1);
        }
        const struct schedule_meeting *meeting = &plan.schedule.meeting[0];
        CHECK_INT(replies_have_declined(plan.event, meeting, 0, &known),
                  row[k].is_declined);
        CHECK(!replies_have_declined(plan.event, meeting, 1, &known));
        for (int r = 0; r < known.n; r++) {
            CHECK_INT(reply_is_current(&plan.schedule, &reply[r]),
                      row[k].sequence == 1);
        }
    }
}

/* Of a participant who sends a team, only those who go. */
static void test_teams(struct arena arena)
{
    struct tiny_plan plan;
    make_plan(&arena, &plan);
    int contact[] = {2};
    struct attendance attendance = {
        .participant_id = "a", .p = 0, .contact = contact, .n_contacts = 1};
    struct schedule_meeting *meeting = &plan.schedule.meeting[0];
    meeting->attendance = &attendance;
    meeting->n_attendance = 1;
    CHECK(!contact_attends(meeting, 0, 0));
    CHECK(contact_attends(meeting, 0, 1));
    CHECK(contact_attends(meeting, 1, 0));
    struct replies known = {0};
    struct reply reply =
        reply_of(&plan, "", "a1@example.org", ANSWER_DECLINED, 1, 1);
    struct replies list = {.reply = &reply, .n = 1};
    replies_judge(&arena, plan.event, &plan.schedule, &list, &known);
    CHECK_TEXT(fates[reply.fate], "stranger");
}

/* What was answered is so for another room, but not for another time. */
static void test_valid(struct arena arena)
{
    struct tiny_plan plan;
    make_plan(&arena, &plan);
    struct schedule_meeting *meeting = &plan.schedule.meeting[0];
    struct reply reply =
        reply_of(&plan, "", "a1@example.org", ANSWER_ACCEPTED, 1, 1);
    struct replies known = {.reply = &reply, .n = 1};
    CHECK(replies_find_valid(arena, &known, meeting, "A1@example.org") == &reply);
    CHECK(!replies_find_valid(arena, &known, meeting, "a2@example.org"));
    meeting->room_id = "R9";
    CHECK(replies_find_valid(arena, &known, meeting, "a1@example.org") == &reply);
    reply.sequence = 0;
    CHECK(!replies_find_valid(arena, &known, meeting, "a1@example.org"));
    reply.sequence = 1;
    meeting->start_s += 60;
    CHECK(!replies_find_valid(arena, &known, meeting, "a1@example.org"));
    meeting->start_s -= 60;
    meeting->sent.state = SENT_NEVER;
    CHECK(!replies_find_valid(arena, &known, meeting, "a1@example.org"));
}

/* Of two lists the newer answer of each person, whichever is added to which. */
static void test_unite(struct arena arena)
{
    struct tiny_plan plan;
    make_plan(&arena, &plan);
    for (int way = 0; way < 2; way++) {
        struct reply one[] = {
            reply_of(&plan, "", "a1@example.org", ANSWER_ACCEPTED, 1, 9),
            reply_of(&plan, "", "b@example.org", ANSWER_DECLINED, 1, 1),
        };
        struct reply other[] = {
            reply_of(&plan, "", "a1@example.org", ANSWER_DECLINED, 1, 2),
            reply_of(&plan, "", "a2@example.org", ANSWER_TENTATIVE, 1, 3),
            reply_of(&plan, "", "b@example.org", ANSWER_ACCEPTED, 2, 1),
        };
        struct replies first = {.reply = one, .n = 2, .capacity = 2};
        struct replies second = {.reply = other, .n = 3, .capacity = 3};
        struct replies *all = way == 0 ? &first : &second;
        replies_unite(&arena, all, way == 0 ? &second : &first);
        if (CHECK_INT(all->n, 3)) {
            CHECK_INT(all->reply[0].answer, ANSWER_ACCEPTED);
            CHECK_INT(all->reply[1].answer, ANSWER_TENTATIVE);
            CHECK_INT(all->reply[2].answer, ANSWER_ACCEPTED);
            CHECK_INT(all->reply[2].sequence, 2);
        }
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    for (int k = 0; k < N_ANSWERS; k++) {
        CHECK_INT(answer_find(answer_name((enum answer)k)), k);
    }
    CHECK_INT(answer_find("maybe"), N_ANSWERS);
    test_fates(arena);
    test_one_time(arena);
    test_orders(arena);
    test_declined(arena);
    test_teams(arena);
    test_valid(arena);
    test_unite(arena);
    arena_finish(&arena);
    return check_report();
}
