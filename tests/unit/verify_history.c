/* What people were told. */

#include "tests/support/check.h"
#include "tests/support/stage.h"

static struct schedule_meeting *meeting(struct stage *stage, int k)
{
    return &stage->schedule->meeting[k];
}

static void count_unsent(struct stage *stage)
{
    meeting(stage, 0)->sequence = 1;
}

static void send(struct stage *stage, int k, enum sent_state state)
{
    struct schedule_meeting *it = meeting(stage, k);
    it->sent = (struct sent){
        state, it->slot_id, it->room_id, it->interpreter_id, it->start_s, it->end_s,
        2};
    it->sequence = 2;
}

static void count_on(struct stage *stage)
{
    send(stage, 0, SENT_CONFIRMED);
    meeting(stage, 0)->sequence = 3;
}

static void count_changed_room(struct stage *stage)
{
    send(stage, 0, SENT_CONFIRMED);
    meeting(stage, 0)->sent.room_id = "R02";
}

static void count_changed_interpreter(struct stage *stage)
{
    send(stage, 1, SENT_CONFIRMED);
    meeting(stage, 1)->sent.interpreter_id = "I02";
}

static void count_changed_time(struct stage *stage)
{
    send(stage, 0, SENT_CONFIRMED);
    meeting(stage, 0)->sent.end_s--;
}

static void count_back_again(struct stage *stage)
{
    send(stage, 0, SENT_CANCELLED);
}

static void invent_uid(struct stage *stage)
{
    meeting(stage, 0)->uid = "tiny-0@example.org";
}

static void move_to_domain(struct stage *stage)
{
    struct schedule_meeting *it = meeting(stage, 0);
    stage->event->uid_domain = "example.net";
    it->uid =
        meeting_uid(stage->arena, stage->event, &it->participant_ids, it->topic);
    stage->event->uid_domain = "example.org";
}

static struct schedule_meeting *cancel(struct stage *stage, const char *people)
{
    struct schedule *schedule = stage->schedule;
    struct schedule_meeting *gone = &schedule->cancelled[schedule->n_cancelled++];
    send(stage, 0, SENT_CONFIRMED);
    *gone = *meeting(stage, 0);
    meeting(stage, 0)->sent = (struct sent){0};
    meeting(stage, 0)->sequence = 0;
    gone->id = "m0009";
    gone->sequence = 3;
    gone->participant_ids = tiny_words(stage->arena, people);
    gone->uid = meeting_uid(stage->arena, stage->event, &gone->participant_ids,
                            gone->topic);
    return gone;
}

static void cancel_unsent(struct stage *stage)
{
    struct schedule_meeting *gone = cancel(stage, "a d");
    gone->sent = (struct sent){0};
    gone->sequence = 0;
}

static void cancel_without_counting(struct stage *stage)
{
    cancel(stage, "a d")->sequence = 2;
}

static void cancel_and_count(struct stage *stage)
{
    cancel(stage, "a d")->sent.state = SENT_CANCELLED;
}

static void cancel_scheduled(struct stage *stage)
{
    cancel(stage, "a b");
}

static void cancel_under_other_uid(struct stage *stage)
{
    cancel(stage, "a b")->uid = "old@example.org";
}

static void cancel_under_other_id(struct stage *stage)
{
    cancel(stage, "a d")->id = "m0001";
}

static void cancel_in_disorder(struct stage *stage)
{
    cancel(stage, "a d")->id = "m0010";
    cancel(stage, "b d");
}

static void cancel_mixed(struct stage *stage)
{
    cancel(stage, "d a");
}

static void check_alone(struct arena scratch)
{
    static const struct breach breach[] = {
        {count_unsent, "m0001",
         "the sequence is 1; expected 0, as nothing was sent", 0},
        {count_on, "m0001", "is 3; expected 2, as this is what was sent", 0},
        {count_changed_room, "m0001", "is 2; expected 3, as this differs", 0},
        {count_changed_interpreter, "m0002", "is 2; expected 3, as this differs",
         0},
        {count_changed_time, "m0001", "is 2; expected 3, as this differs", 0},
        {count_back_again, "m0001", "is 2; expected 3, as this differs", 0},
        {invent_uid, "m0001", "the uid is 'tiny-0@example.org'; expected 'tiny-",
         0},
        {move_to_domain, "m0001", "@example.net'; expected 'tiny-", 0},
        {cancel_unsent, "m0009", "is cancelled and was never sent", 0},
        {cancel_without_counting, "m0009", "is 2; expected 3, as this differs", 0},
        {cancel_and_count, "m0009", "is 3; expected 2, as this is what was sent",
         0},
        {cancel_scheduled, "m0009", "has the uid of 'm0001'", 0},
        /* neither is the uid that it should have */
        {cancel_under_other_uid, "m0009", "is cancelled and scheduled as 'm0001'",
         1},
        {cancel_under_other_id, "m0001", "several meetings have this id", 0},
        {cancel_in_disorder, "m0009", "stands behind 'm0010'; expected them by id",
         0},
        {cancel_mixed, "m0009",
         "'a' stands behind 'd'; expected participants by id", 0},
    };
    stage_check(scratch, false, breach, sizeof breach / sizeof *breach);
}

static void expect_right(struct stage *stage)
{
    struct findings findings;
    stage_verify(stage, &findings);
    CHECK_INT(findings.n_findings, 0);
    findings_print(&findings, stdout);
}

static void check_alone_right(struct arena scratch)
{
    struct stage stage;
    stage_build(&stage, &scratch);
    cancel(&stage, "a d");
    send(&stage, 0, SENT_CONFIRMED);
    meeting(&stage, 0)->sent.slot_id = "s-09"; /* plays no part */
    expect_right(&stage);
    move_to_domain(&stage); /* after it was sent */
    expect_right(&stage);
    count_changed_time(&stage);
    meeting(&stage, 0)->sequence = 3;
    expect_right(&stage);
}

static void forget_sent(struct stage *stage)
{
    meeting(stage, 0)->sent = (struct sent){0};
}

static void rewrite_sent(struct stage *stage)
{
    meeting(stage, 0)->sent.slot_id = "s-02";
}

static void rewrite_told(struct stage *stage)
{
    meeting(stage, 0)->told =
        (struct told){.is_known = true, .room_name = "", .room_url = ""};
}

static void rewrite_sequence(struct stage *stage)
{
    meeting(stage, 0)->sent.sequence = 4;
    meeting(stage, 0)->sequence = 4;
}

static void publish(struct stage *stage)
{
    stage->previous->meeting[0].sent = (struct sent){0};
}

static void change_uid(struct stage *stage)
{
    stage->previous->meeting[0].uid = "old@example.org";
}

static void change_id(struct stage *stage)
{
    meeting(stage, 0)->id = "m0012";
}

static void lose_cancelled(struct stage *stage)
{
    stage->schedule->cancelled[0] = stage->schedule->cancelled[1];
    stage->schedule->n_cancelled = 1;
}

static void lose_old_cancelled(struct stage *stage)
{
    stage->schedule->n_cancelled = 1;
}

static void cancel_draft(struct stage *stage)
{
    stage->previous->meeting[7].sent = (struct sent){0};
    stage->schedule->cancelled[0].sent = (struct sent){0};
    stage->schedule->cancelled[0].sequence = 0;
}

static void invent_past(struct stage *stage)
{
    send(stage, 7, SENT_CONFIRMED);
}

static void take_used_id(struct stage *stage)
{
    meeting(stage, 7)->id = "m0008";
}

static void skip_number(struct stage *stage)
{
    meeting(stage, 7)->id = "m0012";
}

static void check_against_previous(struct arena scratch)
{
    static const struct breach breach[] = {
        {forget_sent, "m0001", "expected that it is carried on unchanged", 0},
        {rewrite_sent, "m0001", "expected that it is carried on unchanged", 0},
        {rewrite_told, "m0001", "expected that it is carried on unchanged", 0},
        {rewrite_sequence, "m0001", "expected that it is carried on unchanged", 0},
        {publish, "m0001", "expected that it is carried on unchanged", 0},
        {change_uid, "m0001",
         "expected 'old@example.org', as in the schedule before", 0},
        {change_id, "m0012", "had the id 'm0001' in the schedule before", 0},
        {lose_cancelled, "m0009", "was sent and is neither scheduled nor cancelled",
         0},
        {lose_old_cancelled, "m0010",
         "was sent and is neither scheduled nor cancelled", 0},
        {cancel_draft, "m0009", "is cancelled and was never sent", 0},
        {invent_past, "m0011", "is not in the schedule before and was sent", 0},
        {take_used_id, "m0008", "expected the next free one, 'm0011'", 0},
        {skip_number, "m0012", "expected the next free one, 'm0011'", 0},
    };
    stage_check(scratch, true, breach, sizeof breach / sizeof *breach);
}

/* Drafts leave no trace; who comes back keeps all. */
static void check_previous_right(struct arena scratch)
{
    struct stage stage;
    stage_build(&stage, &scratch);
    stage_add_history(&stage);
    struct schedule *before = stage.previous, *now = stage.schedule;
    before->meeting[7].sent = (struct sent){0};
    now->cancelled[0] = now->cancelled[1];
    now->n_cancelled = 1;
    expect_right(&stage);
    before->meeting[7].topic = "fish";
    expect_right(&stage);
    struct schedule_meeting *gone = &before->cancelled[0];
    gone->participant_ids = now->meeting[7].participant_ids;
    gone->uid = now->meeting[7].uid;
    gone->id = "m0009";
    before->n_meetings = 7;
    now->n_cancelled = 0;
    now->meeting[7].id = gone->id;
    now->meeting[7].sent = gone->sent;
    now->meeting[7].sequence = 2;
    expect_right(&stage);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    check_alone(arena);
    check_alone_right(arena);
    check_against_previous(arena);
    check_previous_right(arena);
    arena_finish(&arena);
    return check_report();
}
