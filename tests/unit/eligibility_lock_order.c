#include "scheduler/model/eligibility.h"

#include "tests/support/check.h"
#include "tests/support/tiny_event.h"

/* What is said of locks that people's limits or the order of meetings rule out. */

/* Each case starts from participants a to d, four slots, two rooms, and the
 * requests r01 a-b, r02 b-c, r03 a-d. */
enum { R01, R02, R03 };

struct bench {
    struct arena *arena;
    struct event *event;
    struct eligibility elig;
    struct findings findings;
};

static void keep(struct bench *bench, int q, int s)
{
    tiny_lock(bench->arena, bench->event, LOCK_KEEP, q, s, -1);
}

static void build(struct bench *bench, struct arena *arena,
                  void (*make)(struct bench *bench))
{
    *bench = (struct bench){.arena = arena};
    bench->event = tiny_event(arena, "abcd", 4, 2);
    tiny_request(arena, bench->event, "ab");
    tiny_request(arena, bench->event, "bc");
    tiny_request(arena, bench->event, "ad");
    findings_init(&bench->findings, arena);
    make(bench);
    eligibility_build(arena, bench->event, &bench->elig, &bench->findings);
}

static void barred(struct bench *bench)
{
    bench->event->participant[1].max_meetings = 0;
    keep(bench, R01, 2);
}

/* r02 has to come before r01, which is locked. */
static void follow(struct bench *bench, int s)
{
    tiny_after(bench->arena, bench->event, R01, R02);
    keep(bench, R01, s);
}

static void after_declined(struct bench *bench)
{
    bench->event->request[R02].status = REQUEST_DECLINED;
    follow(bench, 3);
}

static void after_withdrawn(struct bench *bench)
{
    bench->event->request[R02].status = REQUEST_WITHDRAWN;
    follow(bench, -1);
}

static void after_met(struct bench *bench)
{
    tiny_met(bench->event, "bc");
    follow(bench, -1);
}

static void after_forbidden(struct bench *bench)
{
    follow(bench, -1);
    tiny_lock(bench->arena, bench->event, LOCK_FORBID, R02, -1, -1);
}

static void after_impossible(struct bench *bench)
{
    bench->event->participant[2].cancelled = true;
    follow(bench, -1);
}

static void after_barred(struct bench *bench)
{
    bench->event->participant[2].max_meetings = 0;
    follow(bench, -1);
}

static void first_slot(struct bench *bench)
{
    follow(bench, 0);
}

static void before_earliest(struct bench *bench)
{
    bench->event->request[R02].earliest_s = tiny_time("09:40");
    follow(bench, 2);
}

/* r01 after r02 after r03, and r01 has to end with the second slot. */
static void long_chain(struct bench *bench)
{
    tiny_after(bench->arena, bench->event, R02, R03);
    bench->event->request[R01].latest_s = tiny_time("09:40");
    follow(bench, -1);
}

/* r02 and r03 fit in none of the four slots one after the other. */
static void vain_chain(struct bench *bench)
{
    tiny_after(bench->arena, bench->event, R02, R03);
    bench->event->request[R02].latest_s = tiny_time("09:40");
    bench->event->request[R03].earliest_s = tiny_time("09:20");
    follow(bench, -1);
}

static void circle(struct bench *bench)
{
    tiny_after(bench->arena, bench->event, R02, R03);
    tiny_after(bench->arena, bench->event, R03, R02);
    follow(bench, -1);
}

/* Locks that can hold. */

static void last_slot(struct bench *bench)
{
    tiny_after(bench->arena, bench->event, R02, R03);
    bench->event->participant[0].max_meetings = 2;
    follow(bench, 2);
}

/* Others may have no meetings; a request that does not count waits for nothing. */
static void unconcerned(struct bench *bench)
{
    bench->event->participant[3].max_meetings = 0;
    tiny_after(bench->arena, bench->event,
               tiny_request(bench->arena, bench->event, "ba"), R03);
    bench->event->request[R03 + 1].status = REQUEST_WITHDRAWN;
    keep(bench, R01, 0);
}

#define WHO "the meeting of 'a' and 'b'"
#define FOLLOWS "but it has to follow request 'r02', "
#define REORDER                                                                    \
    "; expected a meeting that can come earlier; take 'r02' out of `after`, or "   \
    "change or release the lock"

static const struct {
    void (*make)(struct bench *bench);
    const char *text; /* NULL: nothing */
} row[] = {
    {barred,
     WHO " is locked, but 'b' may have no meetings (`max_meetings` is 0); expected "
         "at least 1; raise it or release the lock"},
    {after_declined,
     WHO " is locked in slot 's-04', " FOLLOWS "whose meeting is declined" REORDER},
    {after_withdrawn, WHO " is locked, " FOLLOWS "which is withdrawn" REORDER},
    {after_met, WHO " is locked, " FOLLOWS "whose people have met before" REORDER},
    {after_forbidden,
     WHO " is locked, " FOLLOWS "whose meeting a lock forbids" REORDER},
    {after_impossible,
     WHO " is locked, " FOLLOWS "whose meeting no slot suits" REORDER},
    {after_barred,
     WHO " is locked, " FOLLOWS
         "whose meeting needs 'c', who may have no meetings (`max_meetings` is "
         "0)" REORDER},
    {first_slot, WHO " is locked in slot 's-01', " FOLLOWS
                     "whose meeting can be in 's-01' at the earliest" REORDER},
    {before_earliest, WHO " is locked in slot 's-03', " FOLLOWS
                          "whose meeting can be in 's-03' at the earliest" REORDER},
    {long_chain, WHO " is locked, " FOLLOWS
                     "whose meeting can be in 's-02' at the earliest" REORDER},
    {vain_chain, WHO " is locked, " FOLLOWS
                     "which has to follow others in vain itself" REORDER},
    {circle, WHO " is locked, " FOLLOWS
                 "which has to follow others in vain itself" REORDER},
    {last_slot, NULL},
    {unconcerned, NULL},
};

/* Meetings that wait for each other are warned of as well. */
static const char *error_text(const struct findings *findings)
{
    for (int i = 0; i < findings->n_findings; i++) {
        if (findings->finding[i].severity == SEVERITY_ERROR) {
            CHECK_INT(findings->finding[i].place.line, 1);
            return findings->finding[i].text;
        }
    }
    return NULL;
}

int main(void)
{
    struct arena whole;
    arena_init(&whole);
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = whole;
        struct bench bench;
        build(&bench, &arena, row[k].make);
        CHECK_INT(bench.findings.n_errors, row[k].text != NULL);
        const char *text = error_text(&bench.findings);
        if (CHECK(!text == !row[k].text) && text) {
            CHECK_TEXT(text, row[k].text);
        }
    }
    arena_finish(&whole);
    return check_report();
}
