/* Lists, ids, and what the schedule says it is worth. */

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/stage.h"

static struct strings words(struct stage *stage, const char *text)
{
    return tiny_words(stage->arena, text);
}

static void swap_meetings(struct stage *stage, int a, int b)
{
    struct schedule_meeting *meeting = stage->schedule->meeting, first = meeting[a];
    meeting[a] = meeting[b];
    meeting[b] = first;
}

static void mix_starts(struct stage *stage)
{
    swap_meetings(stage, 5, 6);
}

static void mix_rooms(struct stage *stage)
{
    swap_meetings(stage, 0, 1);
}

static void mix_participants(struct stage *stage)
{
    stage->schedule->meeting[7].participant_ids = words(stage, "g c");
    stage->schedule->meeting[7].uid =
        meeting_uid(stage->arena, stage->event,
                    &stage->schedule->meeting[7].participant_ids, "");
}

static void mix_requests(struct stage *stage)
{
    stage->schedule->meeting[0].request_ids = words(stage, "r02 r01");
}

static void mix_unscheduled(struct stage *stage)
{
    struct unscheduled *entry = stage->schedule->unscheduled, first = entry[0];
    entry[0] = entry[1];
    entry[1] = first;
}

static void mix_unscheduled_participants(struct stage *stage)
{
    stage->schedule->unscheduled[0].participant_ids = words(stage, "f a");
}

/* r09 becomes another wish for the meeting of r10. */
static void mix_unscheduled_requests(struct stage *stage)
{
    struct unscheduled *entry = stage->schedule->unscheduled;
    stage->event->request[8].from = tiny_who("b");
    stage->event->request[8].status = REQUEST_ACCEPTED;
    stage->elig->meeting_of_request[8] = stage->elig->meeting_of_request[9];
    entry[0] = entry[1];
    entry[0].request_ids = words(stage, "r10 r09");
    stage->schedule->n_unscheduled = 1;
}

static void check_order(struct arena scratch)
{
    static const struct breach breach[] = {
        {mix_starts, "m0006", "stands behind 'm0007'; expected meetings by start",
         0},
        {mix_rooms, "m0001", "stands behind 'm0002'; expected meetings by start",
         0},
        {mix_participants, "m0008",
         "'c' stands behind 'g'; expected participants by id", 0},
        {mix_requests, "m0001",
         "'r01' stands behind 'r02'; expected requests by id", 0},
        {mix_unscheduled, "r09", "this unscheduled request stands behind 'r10'", 0},
        {mix_unscheduled_participants, "r09", "'a' stands behind 'f'", 0},
        {mix_unscheduled_requests, "r10", "'r09' stands behind 'r10'", 0},
    };
    stage_check(scratch, false, breach, sizeof breach / sizeof *breach);
}

/* The new meeting has the next number. */
static void name_cancelled(struct stage *stage, const char *first,
                           const char *second, const char *next)
{
    struct schedule *now = stage->schedule, *before = stage->previous;
    now->cancelled[0].id = before->meeting[7].id = first;
    now->cancelled[1].id = before->cancelled[0].id = second;
    now->meeting[7].id = next;
}

static void mix_cancelled(struct stage *stage)
{
    name_cancelled(stage, "m0012", "m0010", "m0013");
}

/* "m10000" is less than "m9999" as a text, and more as a number. */
static void mix_cancelled_of_five_digits(struct stage *stage)
{
    name_cancelled(stage, "m10000", "m9999", "m10001");
}

static void check_order_of_cancelled(struct arena scratch)
{
    static const struct breach breach[] = {
        {mix_cancelled, "m0010", "this cancelled meeting stands behind 'm0012'", 0},
        {mix_cancelled_of_five_digits, "m9999",
         "this cancelled meeting stands behind 'm10000'; expected them by id", 0},
    };
    struct stage stage;
    struct findings findings;
    stage_check(scratch, true, breach, sizeof breach / sizeof *breach);
    stage_build(&stage, &scratch);
    stage_add_history(&stage);
    name_cancelled(&stage, "m9999", "m10000", "m10001");
    stage_verify(&stage, &findings);
    CHECK_INT(findings.n_findings, 0);
}

static void share_id(struct stage *stage)
{
    stage->schedule->meeting[7].id = "m0003";
}

static void share_uid(struct stage *stage)
{
    stage->schedule->meeting[7].uid = stage->schedule->meeting[2].uid;
}

static void misspell_id(struct stage *stage)
{
    stage->schedule->meeting[7].id = "m008";
}

static void pad_id(struct stage *stage)
{
    stage->schedule->meeting[7].id = "m00008";
}

static void number_from_zero(struct stage *stage)
{
    stage->schedule->meeting[7].id = "m0000";
}

static void append_letter(struct stage *stage)
{
    stage->schedule->meeting[7].id = "m0008a";
}

static void check_ids(struct arena scratch)
{
    static const struct breach breach[] = {
        {share_id, "m0003", "several meetings have this id", 0},
        /* and it is none of its own */
        {share_uid, "m0008", "has the uid of 'm0003'", 1},
        {misspell_id, "m008", "this is no id of a meeting", 0},
        {pad_id, "m00008", "this is no id of a meeting", 0},
        {number_from_zero, "m0000", "this is no id of a meeting", 0},
        {append_letter, "m0008a", "this is no id of a meeting", 0},
    };
    stage_check(scratch, false, breach, sizeof breach / sizeof *breach);
}

static void lose_request(struct stage *stage)
{
    stage->schedule->n_unscheduled = 1;
}

static void lose_scheduled_request(struct stage *stage)
{
    stage->schedule->meeting[0].request_ids.n = 1;
}

static void repeat_request(struct stage *stage)
{
    stage->schedule->unscheduled[2] = stage->schedule->unscheduled[1];
    stage->schedule->n_unscheduled = 3;
}

static void leave_out_request(struct stage *stage)
{
    struct schedule *schedule = stage->schedule;
    schedule->meeting[0].request_ids.n = 1;
    schedule->unscheduled[2] = schedule->unscheduled[1];
    schedule->unscheduled[1] = schedule->unscheduled[0];
    schedule->unscheduled[0] = (struct unscheduled){
        .request_ids = words(stage, "r02"),
        .participant_ids = words(stage, "a b"),
        .topic = "",
        .reason = REASON_OUTRANKED,
    };
    schedule->n_unscheduled = 3;
}

static void invent_request(struct stage *stage)
{
    stage->schedule->meeting[0].request_ids = words(stage, "r01 r02 r99");
}

static void take_others_request(struct stage *stage)
{
    stage->schedule->meeting[0].request_ids = words(stage, "r01 r02 r09");
    stage->schedule->unscheduled[0] = stage->schedule->unscheduled[1];
    stage->schedule->n_unscheduled = 1;
}

static void take_other_topic(struct stage *stage)
{
    stage->event->request[9].topic = "fish";
}

static void take_others_unscheduled_request(struct stage *stage)
{
    stage->schedule->unscheduled[0].request_ids = words(stage, "r09 r10");
    stage->schedule->n_unscheduled = 1;
}

static void make_group(struct stage *stage, const char *people)
{
    struct request *request = &stage->event->request[9];
    request->also = arena_new(stage->arena, 1, int);
    request->also[0] = tiny_who("c");
    request->n_also = 1;
    stage->schedule->unscheduled[1].participant_ids = words(stage, people);
}

static void invite_other_third(struct stage *stage)
{
    make_group(stage, "a b f");
}

static void forget_third(struct stage *stage)
{
    make_group(stage, "b f");
}

static void add_empty_entry(struct stage *stage)
{
    stage->schedule->unscheduled[2] = (struct unscheduled){
        .participant_ids = words(stage, "a b"),
        .topic = "",
    };
    stage->schedule->n_unscheduled = 3;
}

static void check_requests(struct arena scratch)
{
    static const struct breach breach[] = {
        {lose_request, "r10", "this request stands nowhere", 0},
        {lose_scheduled_request, "r02", "this request stands nowhere", 0},
        {repeat_request, "r10", "this request stands in more than one place", 0},
        {leave_out_request, "m0001", "this meeting leaves out request 'r02'", 0},
        {invent_request, "m0001", "the event has no request 'r99'", 0},
        {take_others_request, "m0001",
         "request 'r09' is not for a meeting of these participants", 0},
        {take_other_topic, "r10", "request 'r10' is not for a meeting", 0},
        {take_others_unscheduled_request, "r09",
         "request 'r10' is not for a meeting", 0},
        {invite_other_third, "r10", "request 'r10' is not for a meeting", 0},
        {forget_third, "r10", "request 'r10' is not for a meeting", 0},
        {add_empty_entry, NULL, "this entry names no request", 0},
    };
    stage_check(scratch, false, breach, sizeof breach / sizeof *breach);
}

static void check_group(struct arena scratch)
{
    struct stage stage;
    struct findings findings;
    stage_build(&stage, &scratch);
    make_group(&stage, "b c f");
    stage_verify(&stage, &findings);
    CHECK_INT(findings.n_findings, 0);
}

/* Requests that do not count may stand on either side. */
static void check_request_beside(struct arena scratch)
{
    struct stage stage;
    struct findings findings;
    stage_build(&stage, &scratch);
    stage.event->request[1].status = REQUEST_PENDING;
    stage_verify(&stage, &findings);
    CHECK_INT(findings.n_findings, 0);
    leave_out_request(&stage);
    stage.schedule->unscheduled[0].reason = REASON_NOT_ACCEPTED;
    stage_verify(&stage, &findings);
    CHECK_INT(findings.n_findings, 0);
    findings_print(&findings, stdout);
}

static struct level_result *level(struct stage *stage, enum level level)
{
    int k = 0;
    stage->keeps_levels = true;
    while (stage->schedule->level[k].level != level) {
        k++;
    }
    return &stage->schedule->level[k];
}

static void promise_more(struct stage *stage)
{
    level(stage, LEVEL_SERVED)->value++;
    level(stage, LEVEL_SERVED)->bound++;
}

static void promise_less(struct stage *stage)
{
    level(stage, LEVEL_COMPACTNESS)->value--;
    level(stage, LEVEL_COMPACTNESS)->bound--;
}

static void bound_below(struct stage *stage)
{
    level(stage, LEVEL_SERVED)->bound--;
    level(stage, LEVEL_SERVED)->optimal = false;
}

static void bound_above(struct stage *stage)
{
    level(stage, LEVEL_COMPACTNESS)->bound++;
    level(stage, LEVEL_COMPACTNESS)->optimal = false;
}

static void boast(struct stage *stage)
{
    level(stage, LEVEL_SERVED)->bound++;
}

static void boast_without_bound(struct stage *stage)
{
    level(stage, LEVEL_ROOMS)->has_bound = false;
}

static void repeat_level(struct stage *stage)
{
    *level(stage, LEVEL_ROOMS) = *level(stage, LEVEL_SERVED);
}

static void list_no_levels(struct stage *stage)
{
    stage->keeps_levels = true;
    stage->schedule->n_levels = 0;
}

static void check_levels(struct arena scratch)
{
    static const struct breach breach[] = {
        {promise_more, "served", "expected 36, as the meetings give", 0},
        {promise_less, "compactness", "expected 4, as the meetings give", 0},
        {bound_below, "served", "expected at least the value", 0},
        {bound_above, "compactness", "expected at most the value", 0},
        {boast, "served", "is called optimal, but its bound is not its value", 0},
        {boast_without_bound, "rooms", "is called optimal", 0},
        {repeat_level, "served", "this level stands twice", 0},
        {list_no_levels, "objective", "there are no levels", 0},
    };
    stage_check(scratch, false, breach, sizeof breach / sizeof *breach);
}

/* What is feasible may have any bound on its own side, or none. */
static void check_feasible(struct arena scratch)
{
    struct stage stage;
    struct findings findings;
    stage_build(&stage, &scratch);
    level(&stage, LEVEL_SERVED)->bound += 7;
    level(&stage, LEVEL_SERVED)->optimal = false;
    level(&stage, LEVEL_COMPACTNESS)->bound = 0;
    level(&stage, LEVEL_COMPACTNESS)->optimal = false;
    level(&stage, LEVEL_ROOMS)->has_bound = false;
    level(&stage, LEVEL_ROOMS)->optimal = false;
    stage_verify(&stage, &findings);
    CHECK_INT(findings.n_findings, 0);
}

static void lose_stability(struct stage *stage)
{
    stage->keeps_levels = true;
    stage->schedule->n_levels--;
    memmove(stage->schedule->level, stage->schedule->level + 1,
            (size_t)stage->schedule->n_levels * sizeof *stage->schedule->level);
}

static void be_more_stable(struct stage *stage)
{
    level(stage, LEVEL_STABILITY)->value = 0;
    level(stage, LEVEL_STABILITY)->bound = 0;
}

static void check_stability(struct arena scratch)
{
    static const struct breach breach[] = {
        {lose_stability, "stability", "this level is missing", 0},
        {be_more_stable, "stability", "the value is 0; expected 100", 0},
    };
    stage_check(scratch, true, breach, sizeof breach / sizeof *breach);
    /* Against nothing there is nothing to judge. */
    struct stage stage;
    struct findings findings;
    stage_build(&stage, &scratch);
    stage_add_history(&stage);
    stage.previous = NULL;
    stage.keeps_levels = true;
    stage_verify(&stage, &findings);
    CHECK_INT(findings.n_findings, 0);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    check_order(arena);
    check_order_of_cancelled(arena);
    check_ids(arena);
    check_requests(arena);
    check_group(arena);
    check_request_beside(arena);
    check_levels(arena);
    check_feasible(arena);
    check_stability(arena);
    arena_finish(&arena);
    return check_report();
}
