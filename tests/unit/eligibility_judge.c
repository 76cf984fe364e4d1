#include "scheduler/model/eligibility.h"

#include "tests/support/bench.h"
#include "tests/support/check.h"
#include "tests/support/tiny_event.h"

/* Each case starts from participants a to d, three slots, two rooms, and the
 * requests r01 a-b and r02 b-c. */
enum { R01, R02 };

static void same_wish(struct arena *arena, struct event *event)
{
    tiny_request(arena, event, "ab");
}

/* Where no line is known, the field says where. */
static void same_wish_without_line(struct arena *arena, struct event *event)
{
    event->request[R01].place.line = 0;
    tiny_request(arena, event, "ab");
}

static void same_wish_withdrawn(struct arena *arena, struct event *event)
{
    event->request[tiny_request(arena, event, "ab")].status = REQUEST_WITHDRAWN;
}

static void same_group(struct arena *arena, struct event *event)
{
    tiny_request(arena, event, "adc");
    tiny_request(arena, event, "acd");
}

static void other_side(struct arena *arena, struct event *event)
{
    tiny_request(arena, event, "ba");
}

static void no_slot(struct arena *arena, struct event *event)
{
    tiny_zone(arena, event, "b", "Asia/Tokyo"); /* 18:00 */
    tiny_agenda(arena, event, "09:20", "09:25", "b");
    tiny_window(arena, &event->participant[1].unavailable, "09:10", "09:15");
    event->rules.n_social_hours = 1;
}

static void not_offered(struct arena *arena, struct event *event)
{
    tiny_window(arena, &event->participant[2].available, "08:00", "09:10");
}

static void no_slot_and_no_wish(struct arena *arena, struct event *event)
{
    event->request[R02].status = REQUEST_WITHDRAWN;
    not_offered(arena, event);
}

static void cancelled(struct arena *arena, struct event *event)
{
    (void)arena;
    event->participant[1].cancelled = true;
}

static void equal_ranks(struct arena *arena, struct event *event)
{
    event->request[tiny_request(arena, event, "ad")].rank = 2;
    event->request[R01].rank = 2;
}

static void different_ranks(struct arena *arena, struct event *event)
{
    int ad = tiny_request(arena, event, "ad"),
        ac = tiny_request(arena, event, "ac");
    event->request[R01].rank = 1;
    event->request[R02].rank = 1; /* another's */
    event->request[ad].rank = 1;  /* does not count */
    event->request[ad].status = REQUEST_WITHDRAWN;
    event->request[ac].rank = 2;
}

static void no_language(struct arena *arena, struct event *event)
{
    event->participant[2].languages = tiny_words(arena, "ja");
}

static void wants_interpreter(struct arena *arena, struct event *event)
{
    event->participant[1].languages = tiny_words(arena, "");
    event->participant[1].interpretation = INTERPRETATION_ALWAYS;
}

static void languages_not_given(struct arena *arena, struct event *event)
{
    event->participant[1].languages = tiny_words(arena, "");
}

static void no_language_no_meeting(struct arena *arena, struct event *event)
{
    no_language(arena, event);
    event->request[R02].status = REQUEST_PENDING;
}

static void empty_list(struct arena *arena, struct event *event)
{
    no_language(arena, event);
    event->has_interpreters = true;
}

/* "kr" is no language that anybody else has. */
static void alone(struct arena *arena, struct event *event)
{
    event->participant[2].languages = tiny_words(arena, "kr");
    tiny_interpreter(arena, event, "en-ja ja-ko");
}

/* Each has a language of others: which meetings nobody interprets, check counts. */
static void apart(struct arena *arena, struct event *event)
{
    event->participant[2].languages = tiny_words(arena, "fr ja");
    event->participant[3].languages = tiny_words(arena, "fr");
    tiny_interpreter(arena, event, "ja-ko fr-ko");
}

static void has_interpreter(struct arena *arena, struct event *event)
{
    no_language(arena, event);
    tiny_interpreter(arena, event, "en-ja");
}

static void few_contacts(struct arena *arena, struct event *event)
{
    tiny_contacts(arena, event, "a", 2);
    event->participant[0].parallel = 3;
}

static void enough_contacts(struct arena *arena, struct event *event)
{
    tiny_contacts(arena, event, "a", 3);
    event->participant[0].parallel = 3;
    event->participant[1].parallel = 2; /* one contact attends all */
}

static void after_itself(struct arena *arena, struct event *event)
{
    int ba = tiny_request(arena, event, "ba");
    tiny_after(arena, event, ba, R01);
}

static void after_each_other(struct arena *arena, struct event *event)
{
    int cd = tiny_request(arena, event, "cd"),
        ad = tiny_request(arena, event, "ad");
    tiny_after(arena, event, R01, R02);
    tiny_after(arena, event, R02, cd);
    tiny_after(arena, event, cd, R01);
    tiny_after(arena, event, ad, R01); /* waits, and is in no circle */
}

static void after_in_line(struct arena *arena, struct event *event)
{
    int cd = tiny_request(arena, event, "cd"),
        dc = tiny_request(arena, event, "dc");
    tiny_after(arena, event, R01, R02);
    tiny_after(arena, event, R01, cd);
    tiny_after(arena, event, R02, cd);
    tiny_after(arena, event, dc, R01); /* does not count */
    event->request[dc].status = REQUEST_WITHDRAWN;
}

#define ONE_PER_TOPIC                                                              \
    "; expected one request per side, partners and topic; delete one, or give it " \
    "a "                                                                           \
    "topic of its own"
#define ADD_ROWS                                                                   \
    "; expected at least one slot that suits; add `available` rows or move a "     \
    "session"
#define NO_LIST                                                                    \
    " an interpreter: the event has no `interpreters`, so that nobody is planned " \
    "for it; expected a list; add one, [] if there are none"
#define WAIT "requests wait for each other ("
#define NEVER                                                                      \
    "), so that none of their meetings can be scheduled; expected `after` to "     \
    "name "                                                                        \
    "requests of earlier meetings; take one of them out"

static const struct bench_case row[] = {
    {same_wish, SEVERITY_ERROR, "requests[2]",
     "request 'r03' states the same wish as 'r01' (tiny.json:1) "
     "again" ONE_PER_TOPIC},
    {same_wish_without_line, SEVERITY_ERROR, "requests[2]",
     "request 'r03' states the same wish as 'r01' (requests[0]) "
     "again" ONE_PER_TOPIC},
    {same_wish_withdrawn, SEVERITY_ERROR, "requests[2]",
     "request 'r03' states the same wish as 'r01' (tiny.json:1) "
     "again" ONE_PER_TOPIC},
    {same_group, SEVERITY_ERROR, "requests[3]",
     "request 'r04' states the same wish as 'r03' (tiny.json:3) "
     "again" ONE_PER_TOPIC},
    {other_side, SEVERITY_NOTE, "", NULL},
    {no_slot, SEVERITY_WARNING, "participants[1]",
     "no slot suits 'b' (meetings asked for: 2): 1 in `unavailable` rows, 1 during "
     "agenda items, 1 outside social hours, in time zone Asia/Tokyo" ADD_ROWS},
    {not_offered, SEVERITY_WARNING, "participants[2]",
     "no slot suits 'c' (meetings asked for: 1): 3 outside the `available` rows, "
     "in "
     "time zone UTC" ADD_ROWS},
    {no_slot_and_no_wish, SEVERITY_NOTE, "", NULL},
    {cancelled, SEVERITY_NOTE, "", NULL},
    {equal_ranks, SEVERITY_WARNING, "requests[2]",
     "requests 'r01' and 'r03' of 'a' both have rank 2; expected one request per "
     "rank"},
    {different_ranks, SEVERITY_NOTE, "", NULL},
    {no_language, SEVERITY_WARNING, "interpreters",
     "the meeting of 'b' and 'c' needs" NO_LIST},
    {wants_interpreter, SEVERITY_WARNING, "interpreters",
     "2 meetings, such as that of 'a' and 'b', need" NO_LIST},
    {languages_not_given, SEVERITY_NOTE, "", NULL},
    {no_language_no_meeting, SEVERITY_NOTE, "", NULL},
    {empty_list, SEVERITY_WARNING, "interpreters",
     "the meeting of 'b' and 'c' needs an interpreter: `interpreters` is empty, so "
     "that nothing of it can be scheduled; expected somebody; add them, or leave "
     "the list out to meet without"},
    {alone, SEVERITY_WARNING, "participants[2]",
     "'c' speaks only 'kr', which nobody else speaks and no interpreter has, so "
     "that its meetings cannot be held (wanted: 1); expected tags of BCP 47 as the "
     "others have them, such as 'en' and 'ja', or an interpreter's pair"},
    {apart, SEVERITY_NOTE, "", NULL},
    {has_interpreter, SEVERITY_NOTE, "", NULL},
    {few_contacts, SEVERITY_WARNING, "participants[0]",
     "'a' can be in 3 meetings at a time and has 2 contacts, so that nobody "
     "attends some "
     "of them; expected a contact per meeting; add contacts or lower `parallel`"},
    {enough_contacts, SEVERITY_NOTE, "", NULL},
    {after_itself, SEVERITY_WARNING, "requests[2]", WAIT "'r03' after 'r01'" NEVER},
    {after_each_other, SEVERITY_WARNING, "requests[0]",
     WAIT "'r01' after 'r02', 'r02' after 'r03', 'r03' after 'r01'" NEVER},
    {after_in_line, SEVERITY_NOTE, "", NULL},
};

static void test_findings(struct arena scratch)
{
    bench_check(scratch, row, sizeof row / sizeof *row);
}

/* Each circle is told of once, also where one hangs on another. */
static void test_two_circles(struct arena *arena)
{
    struct event *event = tiny_event(arena, "abcdef", 3, 2);
    struct eligibility elig;
    struct findings findings;
    findings_init(&findings, arena);
    int ef = tiny_request(arena, event, "ef"),
        ab = tiny_request(arena, event, "ab");
    int bc = tiny_request(arena, event, "bc"),
        cd = tiny_request(arena, event, "cd");
    int de = tiny_request(arena, event, "de");
    tiny_after(arena, event, ab, bc);
    tiny_after(arena, event, bc, cd);
    tiny_after(arena, event, bc, de);
    tiny_after(arena, event, cd, bc);
    tiny_after(arena, event, de, ef);
    tiny_after(arena, event, ef, de);
    eligibility_build(arena, event, &elig, &findings);
    CHECK_INT(findings.n_findings, 2);
    CHECK_TEXT(findings.finding[0].text,
               WAIT "'r03' after 'r04', 'r04' after 'r03'" NEVER);
    CHECK_TEXT(findings.finding[1].text,
               WAIT "'r05' after 'r01', 'r01' after 'r05'" NEVER);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_findings(arena);
    test_two_circles(&arena);
    arena_finish(&arena);
    return check_report();
}
