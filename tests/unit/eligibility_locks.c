#include "scheduler/model/eligibility.h"

#include "tests/support/bench.h"
#include "tests/support/check.h"
#include "tests/support/tiny_event.h"

/* Each case starts from participants a to d, four slots, two rooms, and the
 * requests r01 a-b, r02 b-c, r03 a-d. */
enum { R01, R02, R03 };

static void test_effects(struct arena *arena)
{
    struct bench bench;
    bench_init(&bench, arena);
    bench_keep(&bench, R01, 2, -1);
    bench_keep(&bench, R01, -1, 1);
    bench_keep(&bench, R02, -1, -1);
    bench_forbid(&bench, R02, 0, -1);
    bench_forbid(&bench, R02, -1, 0);
    bench_forbid(&bench, R02, 3, 1);
    bench_forbid(&bench, R03, -1, -1);
    bench_build(&bench);
    CHECK_INT(bench.findings.n_findings, 0);

    const struct meeting *meeting = bench_meeting_of(&bench, R01);
    int m = bench.elig.meeting_of_request[R01];
    CHECK(meeting->locked && meeting->possible);
    CHECK_INT(meeting->locked_slot, 2);
    CHECK_INT(meeting->locked_room, 1);
    CHECK_INT(meeting->n_locks, 2);
    CHECK_INT(meeting->lock[0], 0);
    CHECK_INT(meeting->lock[1], 1);
    CHECK(!eligibility_suits(&bench.elig, m, 1) &&
          eligibility_suits(&bench.elig, m, 2));
    CHECK(!eligibility_room_fits(&bench.elig, m, 0, 2));
    CHECK(eligibility_room_fits(&bench.elig, m, 1, 2));

    meeting = bench_meeting_of(&bench, R02);
    m = bench.elig.meeting_of_request[R02];
    CHECK(meeting->locked && meeting->possible);
    CHECK_INT(meeting->locked_slot, -1);
    CHECK_INT(meeting->locked_room, -1);
    CHECK_INT(meeting->n_locks, 4);
    for (int s = 0; s < 4; s++) {
        CHECK_INT(eligibility_suits(&bench.elig, m, s), s == 1 || s == 2);
        CHECK(!eligibility_room_fits(&bench.elig, m, 0, s));
        CHECK_INT(eligibility_room_fits(&bench.elig, m, 1, s), s != 3);
    }

    meeting = bench_meeting_of(&bench, R03);
    CHECK_INT(meeting->forbidden, FORBIDDEN_BY_LOCK);
    CHECK_INT(meeting->by_request, 6);
    CHECK(!meeting->locked && !meeting->possible);
}

/* Locks name a request or people and a topic, and mean the same. */
static void test_by_participants(struct arena *arena)
{
    struct bench bench;
    bench_init(&bench, arena);
    bench.event->request[R02].topic = "trade";
    int l = bench_keep(&bench, R02, 1, -1);
    bench.event->lock[l].request = -1;
    bench_build(&bench);
    CHECK_INT(bench.findings.n_findings, 0);
    CHECK_INT(bench_meeting_of(&bench, R02)->locked_slot, 1);
    CHECK(!bench_meeting_of(&bench, R01)->locked);
}

static void two_slots(struct bench *bench)
{
    bench_keep(bench, R01, 1, -1);
    bench_keep(bench, R01, 2, -1);
}

static void two_rooms(struct bench *bench)
{
    bench_keep(bench, R01, -1, 0);
    bench_keep(bench, R01, 1, 1);
}

static void keep_and_forbid(struct bench *bench)
{
    bench_forbid(bench, R01, -1, -1);
    bench_keep(bench, R01, -1, -1);
}

static void forbidden_slot(struct bench *bench)
{
    bench_keep(bench, R01, 1, -1);
    bench_forbid(bench, R01, 1, -1);
}

static void forbidden_room(struct bench *bench)
{
    bench_keep(bench, R01, -1, 1);
    bench_forbid(bench, R01, -1, 1);
}

static void forbidden_combination(struct bench *bench)
{
    bench_keep(bench, R01, 2, -1);
    bench_keep(bench, R01, -1, 1);
    bench_forbid(bench, R01, 2, 1);
}

static void nobody_asks(struct bench *bench)
{
    static int people[] = {2, 3};
    bench->event->lock[bench->event->n_locks++] = (struct lock){
        .place = {.file = "locks.csv", .line = 4, .field = "participants"},
        .kind = LOCK_FORBID,
        .request = -1,
        .participant = people,
        .n_participants = 2,
        .topic = "",
        .slot = -1,
        .room = -1,
        .slot_id = "",
    };
}

static void other_topic(struct bench *bench)
{
    int l = bench_keep(bench, R01, -1, -1);
    bench->event->lock[l].request = -1;
    bench->event->lock[l].topic = "trade";
}

static void missing_topic(struct bench *bench)
{
    bench->event->request[R01].topic = "trade";
    int l = bench_keep(bench, R01, -1, -1);
    bench->event->lock[l].request = -1;
    bench->event->lock[l].topic = "";
}

#define WHO "the meeting of 'a' and 'b'"
#define TOGETHER                                                                   \
    "; expected locks of one meeting that can hold together; release one of the "  \
    "two"

static const struct {
    void (*make)(struct bench *bench);
    int line; /* of tiny.json; locks have their number */
    const char *text;
} wrong[] = {
    {two_slots, 2,
     "wants another slot for " WHO ", against the lock at tiny.json:1" TOGETHER},
    {two_rooms, 2,
     "wants another room for " WHO ", against the lock at tiny.json:1" TOGETHER},
    {keep_and_forbid, 1,
     "forbids " WHO ", against the lock at tiny.json:2" TOGETHER},
    {forbidden_slot, 2,
     "forbids the slot of " WHO ", against the lock at tiny.json:1" TOGETHER},
    {forbidden_room, 2,
     "forbids the room of " WHO ", against the lock at tiny.json:1" TOGETHER},
    {forbidden_combination, 3,
     "forbids the slot and room of " WHO
     ", against the lock at tiny.json:1" TOGETHER},
    {nobody_asks, 4,
     "nobody asks for a meeting of 'c' and 'd'; expected the participants and "
     "topic of "
     "a request; add a request or release the lock"},
    {other_topic, 1,
     "nobody asks for a meeting of 'a' and 'b' on 'trade' (they do without a "
     "topic); "
     "expected the participants and topic of a request; add a request or release "
     "the "
     "lock"},
    {missing_topic, 1,
     "nobody asks for a meeting of 'a' and 'b' (they do on 'trade'); expected the "
     "participants and topic of a request; add a request or release the lock"},
};

static void test_errors(struct arena scratch)
{
    for (size_t k = 0; k < sizeof wrong / sizeof *wrong; k++) {
        struct arena arena = scratch;
        struct bench bench;
        bench_init(&bench, &arena);
        wrong[k].make(&bench);
        bench_build(&bench);
        CHECK_INT(bench.findings.n_errors, 1);
        CHECK_INT(bench.findings.n_findings, 1);
        CHECK_TEXT(bench.findings.finding[0].text, wrong[k].text);
        CHECK_INT(bench.findings.finding[0].place.line, wrong[k].line);
    }
}

/* What only several locks make impossible is for the solver to find. */
static void test_together(struct arena *arena)
{
    struct bench bench;
    bench_init(&bench, arena);
    bench_keep(&bench, R01, 1, 0);
    bench_keep(&bench, R02, 1, 0);
    bench_keep(&bench, R01, 1, -1);
    bench_build(&bench);
    CHECK_INT(bench.findings.n_findings, 0);
    CHECK(bench_meeting_of(&bench, R01)->locked &&
          bench_meeting_of(&bench, R02)->locked);
}

/* A follow-up, and what met_before does not forbid, stays locked. */
static void test_follow_up(struct arena *arena)
{
    struct bench bench;
    bench_init(&bench, arena);
    tiny_met(bench.event, "ab");
    bench.event->request[R01].follow_up = true;
    bench_keep(&bench, R01, 1, 0);
    bench_build(&bench);
    CHECK_INT(bench.findings.n_findings, 0);
    CHECK(bench_meeting_of(&bench, R01)->locked &&
          bench_meeting_of(&bench, R01)->possible);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_effects(&arena);
    test_by_participants(&arena);
    test_errors(arena);
    test_together(&arena);
    test_follow_up(&arena);
    arena_finish(&arena);
    return check_report();
}
