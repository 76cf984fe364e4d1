#include "scheduler/model/eligibility.h"

#include "tests/support/bench.h"
#include "tests/support/check.h"
#include "tests/support/tiny_event.h"

/* What is said of locks that cannot hold by themselves, or have no effect. */

/* Each case starts from participants a to d, four slots, two rooms, and the
 * requests r01 a-b, r02 b-c, r03 a-d. */
enum { R01, R02, R03 };

static void unavailable(struct bench *bench)
{
    tiny_window(bench->arena, &bench->event->participant[0].unavailable, "09:00",
                "09:21");
    bench_keep(bench, R01, 1, -1);
}

static void not_offered(struct bench *bench)
{
    tiny_window(bench->arena, &bench->event->participant[1].available, "09:00",
                "09:50");
    bench_keep(bench, R01, 2, -1);
}

static void at_agenda(struct bench *bench)
{
    tiny_agenda(bench->arena, bench->event, "09:30", "09:40", "");
    bench_keep(bench, R01, 1, -1);
}

static void cancelled(struct bench *bench)
{
    bench->event->participant[1].cancelled = true;
    bench_keep(bench, R01, 1, -1);
}

static void unsocial(struct bench *bench)
{
    tiny_zone(bench->arena, bench->event, "a", "America/New_York");
    bench_keep(bench, R01, -1, -1);
}

static void too_early(struct bench *bench)
{
    bench->event->request[R01].earliest_s = tiny_time("09:01");
    bench_keep(bench, R01, 0, -1);
}

static void too_late(struct bench *bench)
{
    bench->event->request[R01].latest_s = tiny_time("10:19");
    bench_keep(bench, R01, 3, -1);
}

static void too_short(struct bench *bench)
{
    bench->event->request[R01].minutes = 21;
    bench_keep(bench, R01, 3, -1);
}

static void all_forbidden(struct bench *bench)
{
    bench_keep(bench, R01, -1, -1);
    for (int s = 0; s < 4; s++) {
        bench_forbid(bench, R01, s, -1);
    }
}

static void small_room(struct bench *bench)
{
    bench->event->room[1].capacity = 1;
    bench_keep(bench, R01, 0, 1);
}

static void room_lacks(struct bench *bench)
{
    bench->event->request[R01].room_features = tiny_words(bench->arena, "screen");
    bench->event->room[0].features = tiny_words(bench->arena, "screen");
    bench_keep(bench, R01, -1, 1);
}

static void room_reserved(struct bench *bench)
{
    static int people[] = {2, 3};
    bench->event->room[1].reserved_for = people;
    bench->event->room[1].n_reserved_for = 2;
    bench_keep(bench, R01, -1, 1);
}

static void room_closed(struct bench *bench)
{
    tiny_window(bench->arena, &bench->event->room[1].available, "09:00", "09:20");
    bench_keep(bench, R01, 1, 1);
}

static void no_room(struct bench *bench)
{
    bench->event->request[R01].room_features =
        tiny_words(bench->arena, "screen sink");
    bench->event->room[0].features = tiny_words(bench->arena, "screen");
    bench_keep(bench, R01, 0, -1);
}

static void no_rooms(struct bench *bench)
{
    bench->event->n_rooms = 0;
    bench_keep(bench, R01, -1, -1);
}

static void no_interpreter(struct bench *bench)
{
    bench->event->participant[0].languages = tiny_words(bench->arena, "ja");
    tiny_interpreter(bench->arena, bench->event, "en-fr");
    bench_keep(bench, R01, 0, -1);
}

static void small_for_interpreter(struct bench *bench)
{
    bench->event->participant[0].languages = tiny_words(bench->arena, "ja");
    bench->event->rules.interpreted_room_feature = "booth";
    bench->event->room[0].features = tiny_words(bench->arena, "booth");
    bench->event->room[0].capacity = 2;
    tiny_interpreter(bench->arena, bench->event, "en-ja");
    bench_keep(bench, R01, -1, 0);
}

static void no_booth(struct bench *bench)
{
    bench->event->participant[0].languages = tiny_words(bench->arena, "ja");
    bench->event->rules.interpreted_room_feature = "booth";
    tiny_interpreter(bench->arena, bench->event, "en-ja");
    bench_keep(bench, R01, -1, 0);
}

static void no_booths(struct bench *bench)
{
    no_booth(bench);
    bench->event->lock[0].room = -1;
}

/* Three people and a topic, on their way into the message. */
static void group(struct bench *bench)
{
    int q = tiny_request(bench->arena, bench->event, "cab");
    bench->event->request[q].topic = "trade";
    bench->event->request[q].latest_s = tiny_time("09:20");
    bench_keep(bench, q, -1, -1);
    bench_keep(bench, q, -1, 1);
    bench_keep(bench, q, 1, -1);
}

static void several_reasons(struct bench *bench)
{
    tiny_window(bench->arena, &bench->event->participant[0].unavailable, "09:00",
                "09:20");
    tiny_window(bench->arena, &bench->event->participant[1].available, "09:20",
                "09:40");
    bench->event->request[R01].earliest_s = tiny_time("09:40");
    bench_keep(bench, R01, -1, 1);
}

#define WHO "the meeting of 'a' and 'b'"
#define RELEASE "; change or release the lock"

static const struct {
    void (*make)(struct bench *bench);
    int line; /* of tiny.json; locks have their number */
    const char *text;
} wrong[] = {
    {unavailable, 1,
     WHO " is locked in slot 's-02', but 'a' is unavailable; expected a slot that "
         "suits, "
         "such as 's-03', 's-04'" RELEASE},
    {not_offered, 1,
     WHO " is locked in slot 's-03', but 'b' is available at other times only; "
         "expected "
         "a slot that suits, such as 's-01', 's-02'" RELEASE},
    {at_agenda, 1,
     WHO
     " is locked in slot 's-02', but 'a' is at an agenda item, and 'b' is at an "
     "agenda item; expected a slot that suits, such as 's-01', 's-03', "
     "'s-04'" RELEASE},
    {cancelled, 1,
     WHO " is locked in slot 's-02', but 'b' has cancelled; expected a slot that "
         "suits" RELEASE},
    {unsocial, 1,
     WHO " is locked and no slot suits, but 'a' is outside social hours in all 4 "
         "slots; "
         "expected a slot that suits" RELEASE},
    {too_early, 1,
     WHO
     " is locked in slot 's-01', but it begins before `earliest`; expected a slot "
     "that suits, such as 's-02', 's-03', 's-04'" RELEASE},
    {too_late, 1,
     WHO
     " is locked in slot 's-04', but it ends after `latest`; expected a slot that "
     "suits, such as 's-01', 's-02', 's-03'" RELEASE},
    {too_short, 1,
     WHO
     " is locked in slot 's-04', but it is shorter than `minutes`; expected a slot "
     "that suits" RELEASE},
    {all_forbidden, 1,
     WHO " is locked and no slot suits, but another lock forbids the slot in all 4 "
         "slots; expected a slot that suits" RELEASE},
    {small_room, 1,
     WHO " is locked in slot 's-01', but room 'R02' has places for 1, not for 2; "
         "expected a "
         "slot that suits" RELEASE},
    {room_lacks, 1,
     WHO
     " is locked in room 'R02' and no slot suits, but room 'R02' lacks 'screen' in "
     "all 4 slots; expected a slot that suits" RELEASE},
    {room_reserved, 1,
     WHO
     " is locked in room 'R02' and no slot suits, but room 'R02' is reserved for "
     "others in all 4 slots; expected a slot that suits" RELEASE},
    {room_closed, 1,
     WHO
     " is locked in slot 's-02', but room 'R02' is closed or forbidden; expected a "
     "slot that suits, such as 's-01'" RELEASE},
    {no_room, 1,
     WHO " is locked in slot 's-01', but no room takes them (2 people, 'screen', "
         "'sink'); expected a slot that suits" RELEASE},
    {no_rooms, 1,
     WHO " is locked and no slot suits, but there are no rooms in all 4 slots; "
         "expected "
         "a slot that suits" RELEASE},
    {no_interpreter, 1,
     WHO
     " is locked in slot 's-01', but no interpreter of their languages is there; "
     "expected a slot that suits" RELEASE},
    {small_for_interpreter, 1,
     WHO
     " is locked in room 'R01' and no slot suits, but room 'R01' has places for 2, "
     "not for 3 with the interpreter in all 4 slots; expected a slot that "
     "suits" RELEASE},
    {no_booth, 1,
     WHO
     " is locked in room 'R01' and no slot suits, but room 'R01' lacks 'booth' in "
     "all 4 slots; expected a slot that suits" RELEASE},
    {no_booths, 1,
     WHO
     " is locked and no slot suits, but no room takes them (3 people, 'booth') in "
     "all 4 slots; expected a slot that suits" RELEASE},
    {group, 3,
     "the meeting of 'a', 'b' and 'c' on 'trade' is locked in slot 's-02', but it "
     "ends "
     "after `latest`; expected a slot that suits, such as 's-01'" RELEASE},
    {several_reasons, 1,
     WHO
     " is locked in room 'R02' and no slot suits, but 'a' is unavailable in 1 of 4 "
     "slots, and 'b' is available at other times only in 3 of 4 slots, and it "
     "begins before `earliest` in 2 of 4 slots; expected a slot that "
     "suits" RELEASE},
};

/* People whom no slot suits are warned of as well. */
static const struct finding *find_error(const struct findings *findings)
{
    for (int i = 0; i < findings->n_findings; i++) {
        if (findings->finding[i].severity == SEVERITY_ERROR) {
            return &findings->finding[i];
        }
    }
    return NULL;
}

static void test_errors(struct arena scratch)
{
    for (size_t k = 0; k < sizeof wrong / sizeof *wrong; k++) {
        struct arena arena = scratch;
        struct bench bench;
        bench_init(&bench, &arena);
        wrong[k].make(&bench);
        bench_build(&bench);
        CHECK_INT(bench.findings.n_errors, 1);
        const struct finding *finding = find_error(&bench.findings);
        if (CHECK(finding != NULL)) {
            CHECK_TEXT(finding->text, wrong[k].text);
            CHECK_INT(finding->place.line, wrong[k].line);
        }
    }
}

static void declined(struct bench *bench)
{
    bench->event->request[R01].status = REQUEST_DECLINED;
    bench_keep(bench, R01, 1, -1);
}

static void declined_by_other(struct bench *bench)
{
    int q = tiny_request(bench->arena, bench->event, "ba");
    bench->event->request[q].status = REQUEST_DECLINED;
    bench_keep(bench, R01, 1, -1);
}

static void met(struct bench *bench)
{
    tiny_met(bench->event, "ab");
    bench_keep(bench, R01, 1, -1);
}

static void withdrawn(struct bench *bench)
{
    bench->event->request[R01].status = REQUEST_WITHDRAWN;
    bench_keep(bench, R01, -1, -1);
}

static void pending(struct bench *bench)
{
    bench->event->request[R01].status = REQUEST_PENDING;
    bench_forbid(bench, R01, 0, -1);
}

static void doubly_forbidden(struct bench *bench)
{
    bench_forbid(bench, R01, -1, -1);
    bench_forbid(bench, R01, 2, -1);
}

static void contradiction_without_effect(struct bench *bench)
{
    bench->event->request[R01].status = REQUEST_PENDING;
    bench_keep(bench, R01, 1, -1);
}

static void locked_for_nobody(struct bench *bench)
{
    bench->event->request[R01].status = REQUEST_WITHDRAWN;
    bench_forbid(bench, R01, -1, -1);
    bench_keep(bench, R01, -1, -1);
}

static const struct {
    void (*make)(struct bench *bench);
    const char *text;
} idle[] = {
    {declined, "request 'r01' is declined; release the lock or accept the request"},
    {declined_by_other,
     "request 'r04' is declined; release the lock or accept the request"},
    {met, "they have met before; release the lock or say `follow_up` in a request"},
    {withdrawn,
     "request 'r01' is withdrawn; release the lock or accept the request"},
    {pending, "request 'r01' is pending; release the lock or accept the request"},
    {doubly_forbidden,
     "the lock at tiny.json:1 forbids it; release one of the two"},
    {contradiction_without_effect,
     "request 'r01' is pending; release the lock or accept the request"},
    {locked_for_nobody,
     "the lock at tiny.json:1 forbids it; release one of the two"},
};

static void test_warnings(struct arena scratch)
{
    for (size_t k = 0; k < sizeof idle / sizeof *idle; k++) {
        struct arena arena = scratch;
        struct bench bench;
        bench_init(&bench, &arena);
        idle[k].make(&bench);
        bench_build(&bench);
        CHECK_INT(bench.findings.n_errors, 0);
        CHECK_INT(bench.findings.n_warnings, 1);
        CHECK_TEXT(bench.findings.finding[0].text,
                   arena_printf(&arena, "this lock has no effect on " WHO ": %s",
                                idle[k].text));
        CHECK(!bench_meeting_of(&bench, R01)->locked);
        CHECK_INT(bench_meeting_of(&bench, R01)->locked_slot, -1);
        CHECK(!bench_meeting_of(&bench, R01)->possible);
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_errors(arena);
    test_warnings(arena);
    arena_finish(&arena);
    return check_report();
}
