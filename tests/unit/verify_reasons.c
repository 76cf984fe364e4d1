/* Why requests are not served: what can be true, and what cannot. */

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/stage.h"

/* The request that is looked at: r10, b f. Those who made the stage leave it
 * alone as f has cancelled; here f takes part. */
enum { Q = 9 };

static struct participant *who(struct stage *stage, const char *letter)
{
    return &stage->event->participant[tiny_who(letter)];
}

static struct request *request(struct stage *stage)
{
    return &stage->event->request[Q];
}

static void nothing(struct stage *stage)
{
    (void)stage;
}

static void decline(struct stage *stage)
{
    request(stage)->status = REQUEST_DECLINED;
}

static void withdraw(struct stage *stage)
{
    request(stage)->status = REQUEST_WITHDRAWN;
}

static void wait(struct stage *stage)
{
    request(stage)->status = REQUEST_PENDING;
}

static void wait_and_count(struct stage *stage)
{
    wait(stage);
    stage->event->rules.pending_scheduled = true;
}

/* r09 becomes f's wish to meet b. */
static void ask_from_both(struct stage *stage, enum request_status status)
{
    struct event *event = stage->event;
    event->request[8].from = tiny_who("f");
    event->request[8].to = tiny_who("b");
    event->request[8].status = status;
    stage->elig = tiny_eligibility(stage->arena, event);
    struct unscheduled *entry = stage->schedule->unscheduled;
    entry[0].participant_ids = entry[1].participant_ids;
    entry[0].reason =
        status == REQUEST_DECLINED ? REASON_DECLINED : REASON_WITHDRAWN;
}

static void be_declined(struct stage *stage)
{
    ask_from_both(stage, REQUEST_DECLINED);
}

static void be_declined_and_withdraw(struct stage *stage)
{
    ask_from_both(stage, REQUEST_DECLINED);
    withdraw(stage);
}

static void be_declined_and_cancelled(struct stage *stage)
{
    ask_from_both(stage, REQUEST_DECLINED);
    who(stage, "f")->cancelled = true;
}

static void cancel(struct stage *stage)
{
    who(stage, "f")->cancelled = true;
}

static void cancel_after_meeting(struct stage *stage)
{
    cancel(stage);
    tiny_met(stage->event, "bf");
}

static void have_met(struct stage *stage)
{
    tiny_met(stage->event, "bf");
}

static void follow_up(struct stage *stage)
{
    have_met(stage);
    request(stage)->follow_up = true;
}

static void meet_again(struct stage *stage)
{
    have_met(stage);
    stage->event->rules.met_before_forbidden = false;
}

static void forbid(struct stage *stage)
{
    tiny_lock(stage->arena, stage->event, LOCK_FORBID, Q, -1, -1);
}

static void be_away(struct stage *stage)
{
    tiny_window(stage->arena, &who(stage, "f")->unavailable, "09:00", "14:00");
}

static void wish_after_the_end(struct stage *stage)
{
    request(stage)->earliest_s = tiny_time("13:41");
}

/* Only s-01 is left by the wish, and a lock takes it. */
static void forbid_last_slot(struct stage *stage)
{
    request(stage)->latest_s = tiny_time("09:20");
    tiny_lock(stage->arena, stage->event, LOCK_FORBID, Q, 0, -1);
}

static void want_feature(struct stage *stage)
{
    request(stage)->room_features = tiny_words(stage->arena, "beamer");
}

static void speak_japanese(struct stage *stage)
{
    who(stage, "f")->languages = tiny_words(stage->arena, "ja");
}

static void speak_finnish(struct stage *stage)
{
    who(stage, "f")->languages = tiny_words(stage->arena, "fi");
}

/* A room that fits in the morning, an interpreter who is there in the afternoon. */
static void miss_each_other(struct stage *stage)
{
    speak_japanese(stage);
    stage->event->interpreter[0].max_meetings = NO_LIMIT;
    tiny_window(stage->arena, &stage->event->interpreter[0].available, "13:20",
                "14:00");
    tiny_window(stage->arena, &stage->event->room[1].available, "09:00", "13:20");
}

/* What order leaves is told by eligibility. */
static void follow(struct stage *stage, int q, int earlier)
{
    tiny_after(stage->arena, stage->event, q, earlier);
    stage->elig = tiny_eligibility(stage->arena, stage->event);
}

static void follow_unscheduled(struct stage *stage)
{
    follow(stage, Q, 8);
}

static void follow_scheduled(struct stage *stage)
{
    follow(stage, Q, 0);
}

static void follow_too_late(struct stage *stage)
{
    request(stage)->latest_s = tiny_time("09:20");
    follow_scheduled(stage);
}

/* r03 is in the last slot that r10 has, though it could be earlier. */
static void follow_too_late_here(struct stage *stage)
{
    request(stage)->latest_s = tiny_time("09:40");
    follow(stage, Q, 2);
}

/* The same with r05 before r03. */
static void follow_a_chain(struct stage *stage)
{
    follow_too_late_here(stage);
    follow(stage, 2, 4);
}

/* There are later slots, but no room in them. */
static void follow_without_room(struct stage *stage)
{
    follow_scheduled(stage);
    for (int r = 0; r < 3; r++) {
        tiny_window(stage->arena, &stage->event->room[r].available, "09:00",
                    "09:20");
    }
}

static void have_no_meetings(struct stage *stage)
{
    struct schedule *schedule = stage->schedule;
    int n = 0;
    for (int k = 0; k < schedule->n_meetings; k++) {
        if (!strings_has(&schedule->meeting[k].participant_ids, "b")) {
            schedule->meeting[n++] = schedule->meeting[k];
        }
    }
    schedule->n_meetings = n;
}

static void allow_no_meetings(struct stage *stage)
{
    have_no_meetings(stage);
    who(stage, "f")->max_meetings = 0;
}

static void wish_for_empty_slots(struct stage *stage)
{
    request(stage)->earliest_s = tiny_time("13:20");
}

struct row {
    void (*arrange)(struct stage *stage);
    enum reason reason;
    const char *text; /* NULL: the reason is accepted */
};

/* What is found about r10 alone: what was arranged may break other rules. */
static const char *verdict(const struct findings *findings)
{
    const char *text = NULL;
    for (int k = 0; k < findings->n_findings; k++) {
        const struct finding *finding = &findings->finding[k];
        if (finding->place.field && strcmp(finding->place.field, "r10") == 0) {
            CHECK(!text);
            text = finding->text;
        }
    }
    return text;
}

static void check_rows(struct arena scratch, const struct row *row, int n)
{
    for (int k = 0; k < n; k++) {
        struct arena arena = scratch;
        struct stage stage;
        struct findings findings;
        stage_build(&stage, &arena);
        who(&stage, "f")->cancelled = false;
        row[k].arrange(&stage);
        stage.schedule->unscheduled[1].reason = row[k].reason;
        stage_verify(&stage, &findings);
        const char *text = verdict(&findings);
        if (!CHECK(row[k].text ? text && strstr(text, row[k].text) : !text)) {
            printf("row %d, '%s': expected \"%s\", got \"%s\"\n", k,
                   reason_name(row[k].reason), row[k].text ? row[k].text : "",
                   text ? text : "");
        }
    }
}

static void check_own(struct arena scratch)
{
    static const struct row row[] = {
        {wait, REASON_NOT_ACCEPTED, NULL},
        {wait, REASON_WITHDRAWN,
         "'withdrawn' does not hold; expected 'not_accepted'"},
        {wait, REASON_OUTRANKED, "expected 'not_accepted'"},
        {wait_and_count, REASON_OUTRANKED, NULL},
        {wait_and_count, REASON_NOT_ACCEPTED, "as the meeting is possible"},
        {decline, REASON_DECLINED, NULL},
        {decline, REASON_OUTRANKED, "expected 'declined'"},
        {withdraw, REASON_WITHDRAWN, NULL},
        {withdraw, REASON_DECLINED, "expected 'withdrawn'"},
        {be_declined_and_withdraw, REASON_DECLINED, NULL},
        {be_declined_and_withdraw, REASON_WITHDRAWN, NULL},
    };
    check_rows(scratch, row, sizeof row / sizeof *row);
}

static void check_of_event(struct arena scratch)
{
    static const struct row row[] = {
        {nothing, REASON_DECLINED,
         "'declined' does not hold, as the meeting is possible"},
        {nothing, REASON_WITHDRAWN, "as the meeting is possible"},
        {be_declined, REASON_DECLINED, NULL},
        {be_declined, REASON_OUTRANKED, "expected 'declined'"},
        {be_declined_and_cancelled, REASON_DECLINED, NULL},
        {be_declined_and_cancelled, REASON_PARTICIPANT_CANCELLED,
         "expected 'declined'"},
        {cancel, REASON_PARTICIPANT_CANCELLED, NULL},
        {cancel, REASON_NO_COMMON_SLOT, "expected 'participant_cancelled'"},
        {nothing, REASON_PARTICIPANT_CANCELLED, "as the meeting is possible"},
        {cancel_after_meeting, REASON_PARTICIPANT_CANCELLED, NULL},
        {cancel_after_meeting, REASON_MET_BEFORE,
         "expected 'participant_cancelled'"},
        {have_met, REASON_MET_BEFORE, NULL},
        {have_met, REASON_ROOMS_FULL, "expected 'met_before'"},
        {follow_up, REASON_MET_BEFORE, "as the meeting is possible"},
        {follow_up, REASON_OUTRANKED, NULL},
        {meet_again, REASON_MET_BEFORE, "as the meeting is possible"},
        {forbid, REASON_FORBIDDEN, NULL},
        {forbid, REASON_NO_COMMON_SLOT, "expected 'forbidden'"},
        {nothing, REASON_FORBIDDEN, "as the meeting is possible"},
    };
    check_rows(scratch, row, sizeof row / sizeof *row);
}

static void check_of_slots(struct arena scratch)
{
    static const struct row row[] = {
        {nothing, REASON_NO_COMMON_SLOT, "as the meeting is possible"},
        {be_away, REASON_NO_COMMON_SLOT, NULL},
        {be_away, REASON_OUTRANKED, "expected 'no_common_slot'"},
        {wish_after_the_end, REASON_NO_COMMON_SLOT, NULL},
        {wish_after_the_end, REASON_NOT_PROVEN, "expected 'no_common_slot'"},
        {forbid_last_slot, REASON_NO_COMMON_SLOT, NULL},
        {forbid_last_slot, REASON_NO_INTERPRETER, "expected 'no_common_slot'"},
        {want_feature, REASON_NO_SUITABLE_ROOM, NULL},
        {want_feature, REASON_ROOMS_FULL, "expected 'no_suitable_room'"},
        {nothing, REASON_NO_SUITABLE_ROOM, "as the meeting is possible"},
        {speak_finnish, REASON_NO_INTERPRETER, NULL},
        {speak_finnish, REASON_NO_SUITABLE_ROOM, "expected 'no_interpreter'"},
        {speak_japanese, REASON_NO_INTERPRETER, "as the meeting is possible"},
        {speak_japanese, REASON_INTERPRETERS_FULL, NULL},
        {miss_each_other, REASON_NO_INTERPRETER, NULL},
        {miss_each_other, REASON_NO_SUITABLE_ROOM, NULL},
        {miss_each_other, REASON_NO_COMMON_SLOT, "expected 'no_interpreter'"},
        {miss_each_other, REASON_OUTRANKED, "expected 'no_interpreter'"},
    };
    check_rows(scratch, row, sizeof row / sizeof *row);
}

static void check_of_schedule(struct arena scratch)
{
    static const struct row row[] = {
        {follow_unscheduled, REASON_PREDECESSOR, NULL},
        {follow_unscheduled, REASON_OUTRANKED,
         "which it has to follow is not scheduled"},
        {follow_scheduled, REASON_PREDECESSOR,
         "as all that it has to follow is scheduled in time"},
        {follow_scheduled, REASON_OUTRANKED, NULL},
        {follow_too_late, REASON_PREDECESSOR, NULL},
        {follow_too_late, REASON_OUTRANKED,
         "as the meetings which it has to follow leave it no slot"},
        {follow_too_late_here, REASON_PREDECESSOR, NULL},
        {follow_too_late_here, REASON_OUTRANKED, NULL},
        {follow_a_chain, REASON_PREDECESSOR, NULL},
        {follow_a_chain, REASON_ROOMS_FULL, "leave it no slot"},
        {follow_without_room, REASON_PREDECESSOR, NULL},
        {nothing, REASON_PREDECESSOR, "as it has to follow no other meeting"},
        {nothing, REASON_PARTICIPANT_FULL, NULL},
        {have_no_meetings, REASON_PARTICIPANT_FULL,
         "as its participants have no meetings"},
        {allow_no_meetings, REASON_PARTICIPANT_FULL, NULL},
        {nothing, REASON_ROOMS_FULL, NULL},
        {wish_for_empty_slots, REASON_ROOMS_FULL,
         "as no meeting is in any of its slots"},
        {nothing, REASON_INTERPRETERS_FULL, "as it needs no interpreter"},
        {nothing, REASON_OUTRANKED, NULL},
        {nothing, REASON_NOT_PROVEN, NULL},
    };
    check_rows(scratch, row, sizeof row / sizeof *row);
}

static void check_details(struct arena scratch)
{
    static const char *const expected[] = {
        "the reason names 'x'; expected a participant of the event",
        "the reason names 'y'; expected a participant of the event",
        ("the reason says that 'f' has all its meetings, but it has 0; expected "
         "somebody with max_meetings"),
        "the reason names 'x'; expected a request of the event",
        "the reason names 'x'; expected a slot of the event",
        "the reason names 'x'; expected a scheduled meeting's id",
        "the reason names 'y'; expected a scheduled meeting's id",
        "the reason names 'z'; expected a scheduled meeting's id",
    };
    struct stage stage;
    struct findings findings;
    stage_build(&stage, &scratch);
    struct reason_detail *detail = &stage.schedule->unscheduled[1].detail;
    detail->participants = tiny_words(&scratch, "f");
    detail->requests = tiny_words(&scratch, "r10");
    detail->slots = tiny_words(&scratch, "t-03");
    detail->blocked_by = detail->moved = detail->given_up =
        tiny_words(&scratch, "m0001");
    stage_verify(&stage, &findings);
    CHECK_INT(findings.n_findings, 0);
    detail->participants = detail->requests = detail->slots = detail->blocked_by =
        tiny_words(&scratch, "x");
    detail->moved = tiny_words(&scratch, "y");
    detail->given_up = tiny_words(&scratch, "z");
    detail->at_limit = tiny_words(&scratch, "f y");
    stage_verify(&stage, &findings);
    CHECK_INT(findings.n_findings, 8);
    for (int k = 0; k < findings.n_findings && k < 8; k++) {
        CHECK_TEXT(findings.finding[k].place.field, "r10");
        CHECK_TEXT(findings.finding[k].text, expected[k]);
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    check_own(arena);
    check_of_event(arena);
    check_of_slots(arena);
    check_of_schedule(arena);
    check_details(arena);
    arena_finish(&arena);
    return check_report();
}
