/* Meetings by themselves and what they do to each other. */

#include "scheduler/model/verify.h"

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/stage.h"

/* Meetings of the stage, by index. */
enum { AB, DG, AC, AE, DE, BC, BE, CG };

static struct participant *who(struct stage *stage, const char *letter)
{
    return &stage->event->participant[tiny_who(letter)];
}

static struct strings words(struct stage *stage, const char *text)
{
    return tiny_words(stage->arena, text);
}

static void move(struct stage *stage, int k, int s)
{
    const struct slot *slot = &stage->event->slot[s];
    struct schedule_meeting *meeting = &stage->schedule->meeting[k];
    meeting->slot_id = slot->id;
    meeting->start_s = slot->start_s;
    meeting->end_s = slot->end_s;
}

/* The last meeting (c g) becomes an unscheduled one. */
static void drop_last(struct stage *stage)
{
    struct schedule *schedule = stage->schedule;
    struct unscheduled *entry = &schedule->unscheduled[schedule->n_unscheduled++];
    *entry = (struct unscheduled){
        .request_ids = schedule->meeting[CG].request_ids,
        .participant_ids = schedule->meeting[CG].participant_ids,
        .topic = "",
        .reason = REASON_OUTRANKED,
    };
    schedule->n_meetings--;
}

static void rename_event(struct stage *stage)
{
    stage->schedule->event_id = "other";
}

static struct slot *own_slots(struct stage *stage)
{
    struct slot *slot = arena_new(stage->arena, TINY_MOST, struct slot);
    memcpy(slot, stage->event->slot, (size_t)stage->event->n_slots * sizeof *slot);
    stage->schedule->slot = slot;
    return slot;
}

static void lose_slot(struct stage *stage)
{
    stage->schedule->n_slots--;
}

static void rename_slot(struct stage *stage)
{
    own_slots(stage)[5].id = "s-07";
}

static void repeat_slot(struct stage *stage)
{
    struct slot *slot = own_slots(stage);
    slot[stage->schedule->n_slots] = slot[stage->schedule->n_slots - 1];
    stage->schedule->n_slots++;
}

static void move_slot(struct stage *stage)
{
    own_slots(stage)[5].end_s += 60;
}

static void swap_slots(struct stage *stage)
{
    struct slot *slot = own_slots(stage), first = slot[0];
    slot[0] = slot[1];
    slot[1] = first;
}

static void check_slots(struct arena scratch)
{
    static const struct breach breach[] = {
        {rename_event, NULL,
         "schedule of the event 'other'; expected one of 'tiny'", 0},
        {lose_slot, "t-03", "this slot of the event is missing", 0},
        {rename_slot, "s-07", "no session of the event gives this slot", 1},
        {repeat_slot, "t-03", "this slot stands twice", 0},
        {move_slot, "s-06",
         "lasts from 2021-05-18T10:40:00Z to 2021-05-18T11:01:00Z", 0},
        {swap_slots, "s-01", "stands behind a later one", 0},
    };
    stage_check(scratch, false, breach, sizeof breach / sizeof *breach);
}

static void meet_stranger(struct stage *stage)
{
    stage->schedule->meeting[BE].participant_ids = words(stage, "b zz");
}

static void meet_twice(struct stage *stage)
{
    stage->schedule->meeting[BE].participant_ids = words(stage, "b b");
}

static void meet_unasked(struct stage *stage)
{
    stage->schedule->meeting[BE].topic = "fish";
}

static void withdraw(struct stage *stage)
{
    stage->event->request[6].status = REQUEST_WITHDRAWN;
}

static void decline(struct stage *stage)
{
    stage->event->request[1].status = REQUEST_DECLINED;
}

static void have_met(struct stage *stage)
{
    tiny_met(stage->event, "be");
}

static void forbid(struct stage *stage)
{
    tiny_lock(stage->arena, stage->event, LOCK_FORBID, 6, -1, -1);
}

static void schedule_again(struct stage *stage)
{
    struct schedule *schedule = stage->schedule;
    struct schedule_meeting *again = &schedule->meeting[schedule->n_meetings++];
    *again = schedule->meeting[BC];
    again->id = "m0009";
    move(stage, CG + 1, 8);
}

static void leave_pending(struct stage *stage)
{
    stage->event->rules.pending_scheduled = true;
    stage->event->request[6].status = REQUEST_PENDING;
}

static void call_tentative(struct stage *stage)
{
    leave_pending(stage);
    stage->event->request[1].status = REQUEST_PENDING;
    stage->schedule->meeting[BE].tentative = true;
    stage->schedule->meeting[AB].tentative = true;
}

static void check_wanted(struct arena scratch)
{
    static const struct breach breach[] = {
        /* request, uid and attendees are others' */
        {meet_stranger, "m0007", "the event has no participant 'zz'", 3},
        {meet_twice, "m0007", "participant 'b' is named twice", 3},
        {meet_unasked, "m0007", "nobody asked for a meeting of these participants",
         2},
        {withdraw, "m0007", "none of the requests for this meeting counts", 0},
        {decline, "m0001", "this meeting was declined", 0},
        {have_met, "m0007", "participants of this meeting have met before", 0},
        {forbid, "m0007", "this meeting is forbidden by a lock", 0},
        /* uid and request stand twice */
        {schedule_again, "m0009", "is scheduled already as 'm0006'", 2},
        {leave_pending, "m0007", "is confirmed; expected tentative", 0},
        {call_tentative, "m0001", "is tentative; expected confirmed", 0},
    };
    stage_check(scratch, false, breach, sizeof breach / sizeof *breach);
}

static void enter_unknown_slot(struct stage *stage)
{
    stage->schedule->meeting[CG].slot_id = "u-01";
}

static void start_late(struct stage *stage)
{
    stage->schedule->meeting[CG].start_s += 300;
}

static void cancel_participant(struct stage *stage)
{
    who(stage, "g")->cancelled = true;
    drop_last(stage);
    stage->schedule->unscheduled[2].reason = REASON_PARTICIPANT_CANCELLED;
}

static void hold_speech(struct stage *stage)
{
    tiny_agenda(stage->arena, stage->event, "10:30", "11:00", "be");
}

static void welcome_side(struct stage *stage)
{
    int k = tiny_agenda(stage->arena, stage->event, "13:10", "13:30", "");
    stage->event->agenda[k].audience = AUDIENCE_SIDE;
    stage->event->agenda[k].side = "JP";
    who(stage, "g")->side = "JP";
}

static void be_unavailable(struct stage *stage)
{
    tiny_window(stage->arena, &who(stage, "g")->unavailable, "13:19", "13:30");
}

static void be_elsewhere(struct stage *stage)
{
    tiny_window(stage->arena, &who(stage, "g")->available, "09:00", "09:20");
    tiny_window(stage->arena, &who(stage, "g")->available, "13:00", "13:19");
}

static void be_far_away(struct stage *stage)
{
    tiny_zone(stage->arena, stage->event, "g", "Asia/Tokyo"); /* 18:00 and 22:00 */
}

/* All the rows of g's side end before 13:20. */
static void be_early_bird(struct stage *stage)
{
    static struct social_hours hours[] = {{540, 1080, 0, ""}, {420, 799, 0, "JP"}};
    stage->event->rules.social_hours = hours;
    stage->event->rules.n_social_hours = 2;
    who(stage, "g")->side = "JP";
}

static void wish_later(struct stage *stage)
{
    stage->event->request[10].earliest_s = tiny_time("13:01");
}

static void wish_earlier(struct stage *stage)
{
    stage->event->request[1].latest_s = tiny_time("09:19");
}

static void wish_longer(struct stage *stage)
{
    stage->event->request[10].minutes = 21;
}

static void lock_elsewhen(struct stage *stage)
{
    tiny_lock(stage->arena, stage->event, LOCK_KEEP, 10, 7, -1);
}

static void forbid_slot(struct stage *stage)
{
    int l = tiny_lock(stage->arena, stage->event, LOCK_FORBID, 10, 6, -1);
    stage->event->lock[l].request = -1; /* named by participants */
}

static void check_when(struct arena scratch)
{
    static const struct breach breach[] = {
        {enter_unknown_slot, "m0008", "the event has no slot 'u-01'", 0},
        {start_late, "m0008", "lasts from 2021-05-18T13:05:00Z", 0},
        {cancel_participant, "m0002", "participant 'g', who has cancelled", 0},
        {hold_speech, "m0007", "participant 'b', who is at an agenda item then", 1},
        {welcome_side, "m0008", "participant 'g', who is at an agenda item then",
         0},
        {be_unavailable, "m0008", "participant 'g', who is unavailable then", 0},
        {be_elsewhere, "m0008", "participant 'g', who is not available then", 0},
        {be_far_away, "m0008", "participant 'g', who has no social hours then", 0},
        {be_early_bird, "m0008", "participant 'g', who has no social hours then",
         0},
        {wish_later, "m0008", "slot 't-01' is earlier than its requests allow", 0},
        {wish_earlier, "m0001", "slot 's-01' is later than its requests allow", 0},
        {wish_longer, "m0008", "slot 't-01' is shorter than its requests want", 0},
        {lock_elsewhen, "m0008", "slot 't-01' is not where it is locked", 0},
        {forbid_slot, "m0008", "slot 't-01' is forbidden by a lock", 0},
    };
    stage_check(scratch, false, breach, sizeof breach / sizeof *breach);
}

static void enter_unknown_room(struct stage *stage)
{
    stage->schedule->meeting[CG].room_id = "R09";
}

static void close_room(struct stage *stage)
{
    tiny_window(stage->arena, &stage->event->room[0].available, "09:00", "10:30");
}

static void shrink_room(struct stage *stage)
{
    stage->event->room[2].capacity = 3; /* d and three of e */
}

/* Two people and an interpreter. */
static void shrink_booth(struct stage *stage)
{
    stage->event->room[1].capacity = 2;
}

static void want_feature(struct stage *stage)
{
    stage->event->request[6].room_features = words(stage, "beamer");
}

static void leave_booth(struct stage *stage)
{
    stage->schedule->meeting[CG].room_id = "R01";
}

static void take_reserved(struct stage *stage)
{
    stage->schedule->meeting[BE].room_id = "R03";
}

static void lock_elsewhere(struct stage *stage)
{
    tiny_lock(stage->arena, stage->event, LOCK_KEEP, 6, -1, 1);
}

static void forbid_room(struct stage *stage)
{
    tiny_lock(stage->arena, stage->event, LOCK_FORBID, 6, -1, 0);
}

static void forbid_room_in_slot(struct stage *stage)
{
    tiny_lock(stage->arena, stage->event, LOCK_FORBID, 6, 3, 0);
    tiny_lock(stage->arena, stage->event, LOCK_FORBID, 6, 4, 1);
    tiny_lock(stage->arena, stage->event, LOCK_FORBID, 6, 4, 0);
}

static void forget_interpreter(struct stage *stage)
{
    stage->schedule->meeting[CG].interpreter_id = "";
}

static void send_interpreter(struct stage *stage)
{
    stage->schedule->meeting[BE].interpreter_id = "I02";
}

/* Beats those who refuse; three meetings of e have none. */
static void insist_on_interpreter(struct stage *stage)
{
    who(stage, "e")->interpretation = INTERPRETATION_ALWAYS;
    who(stage, "d")->interpretation = INTERPRETATION_NEVER;
    stage->event->room[0].features = words(stage, "booth");
    stage->event->room[2].features = words(stage, "booth");
    stage->event->room[2].capacity = 5;
    stage->schedule->meeting[DG].interpreter_id = "";
    who(stage, "g")->interpretation = INTERPRETATION_NEVER;
    stage->schedule->meeting[CG].interpreter_id = "";
}

static void refuse_interpreter(struct stage *stage)
{
    who(stage, "c")->interpretation = INTERPRETATION_NEVER;
}

static void invent_interpreter(struct stage *stage)
{
    stage->schedule->meeting[CG].interpreter_id = "I09";
}

static void mistake_interpreter(struct stage *stage)
{
    stage->schedule->meeting[CG].interpreter_id = "I02";
}

static void lose_pair(struct stage *stage)
{
    stage->event->interpreter[0].pairs =
        words(stage, "ja-ja en-en e-ja en-j enja fr-ja");
    stage->schedule->n_meetings = CG + 1;
    drop_last(stage);
    stage->schedule->unscheduled[2].reason = REASON_NO_INTERPRETER;
}

static void send_interpreter_home(struct stage *stage)
{
    tiny_window(stage->arena, &stage->event->interpreter[0].available, "09:00",
                "13:00");
}

static void invite_interpreter(struct stage *stage)
{
    int k = tiny_agenda(stage->arena, stage->event, "13:00", "13:10", "f");
    stage->event->agenda[k].n_participants = 0;
    stage->event->agenda[k].interpreter = arena_new(stage->arena, 1, int);
    stage->event->agenda[k].n_interpreters = 1;
}

static void check_where(struct arena scratch)
{
    static const struct breach breach[] = {
        {enter_unknown_room, "m0008", "the event has no room 'R09'", 0},
        {close_room, "m0007", "room 'R01' is not available then", 0},
        {shrink_room, "m0005", "room 'R03' is too small", 0},
        {shrink_booth, "m0002", "room 'R02' is too small", 1},
        {want_feature, "m0007", "room 'R01' lacks a feature", 0},
        {leave_booth, "m0008", "room 'R01' lacks a feature", 0},
        {take_reserved, "m0007", "room 'R03' is reserved for others", 0},
        {lock_elsewhere, "m0007", "room 'R01' is not where the meeting is locked",
         0},
        {forbid_room, "m0007", "room 'R01' is forbidden by a lock", 0},
        {forbid_room_in_slot, "m0007", "room 'R01' is forbidden by a lock", 0},
        {forget_interpreter, "m0008", "has no interpreter; expected one", 0},
        {send_interpreter, "m0007", "has interpreter 'I02'; expected none", 0},
        {insist_on_interpreter, "m0005", "has no interpreter; expected one", 2},
        {refuse_interpreter, "m0008", "has interpreter 'I01'; expected none", 0},
        {invent_interpreter, "m0008", "the event has no interpreter 'I09'", 0},
        {mistake_interpreter, "m0008", "interpreter 'I02' has no pair of languages",
         0},
        {lose_pair, "m0002", "interpreter 'I01' has no pair of languages", 0},
        {send_interpreter_home, "m0008", "interpreter 'I01' is not available then",
         0},
        {invite_interpreter, "m0008", "interpreter 'I01' is at an agenda item then",
         0},
    };
    stage_check(scratch, false, breach, sizeof breach / sizeof *breach);
}

static void meet_at_once(struct stage *stage)
{
    who(stage, "e")->parallel = 1;
    stage->schedule->meeting[AE].n_attendance = 0;
    stage->schedule->meeting[DE].n_attendance = 0;
    stage->schedule->meeting[BE].n_attendance = 0;
}

static void share_room(struct stage *stage)
{
    move(stage, BE, 3);
    stage->schedule->meeting[BE].room_id = "R02";
    who(stage, "b")->parallel = 2;
}

static void share_interpreter(struct stage *stage)
{
    struct schedule_meeting last = stage->schedule->meeting[CG];
    memmove(&stage->schedule->meeting[AC + 1], &stage->schedule->meeting[AC],
            5 * sizeof last);
    stage->schedule->meeting[AC] = last;
    move(stage, AC, 0);
    stage->schedule->meeting[AC].room_id = "R03";
    who(stage, "g")->parallel = 2;
    stage->event->room[2].n_reserved_for = 0;
    stage->event->room[2].features = words(stage, "booth");
}

static void limit_meetings(struct stage *stage)
{
    who(stage, "a")->max_meetings = 2;
}

static void limit_run(struct stage *stage)
{
    who(stage, "a")->max_consecutive = 2;
}

static void limit_gaps(struct stage *stage)
{
    who(stage, "b")->max_gaps = 0;
}

static void limit_interpreter(struct stage *stage)
{
    stage->event->interpreter[0].max_meetings = 1;
}

static void tire_interpreter(struct stage *stage)
{
    struct schedule_meeting last = stage->schedule->meeting[CG];
    memmove(&stage->schedule->meeting[AC + 2], &stage->schedule->meeting[AC + 1],
            4 * sizeof last);
    stage->schedule->meeting[AC + 1] = last;
    move(stage, AC + 1, 1);
    who(stage, "c")->parallel = 2;
    stage->event->interpreter[0].max_consecutive = 1;
}

static void come_too_early(struct stage *stage)
{
    tiny_after(stage->arena, stage->event, 0, 7);
}

static void come_at_once(struct stage *stage)
{
    tiny_after(stage->arena, stage->event, 5, 7);
}

static void come_alone(struct stage *stage)
{
    tiny_after(stage->arena, stage->event, 6, 9);
}

static void break_lock(struct stage *stage)
{
    tiny_lock(stage->arena, stage->event, LOCK_KEEP, 10, -1, -1);
    drop_last(stage);
}

static void check_together(struct arena scratch)
{
    static const struct breach breach[] = {
        {meet_at_once, "m0005",
         "participant 'e' has more than 1 meeting in slot 's-03'", 0},
        {share_room, "m0007", "room 'R02' has more than 1 meeting in slot 's-04'",
         0},
        {share_interpreter, "m0008", "interpreter 'I01' has more than 1 meeting",
         0},
        {limit_meetings, "m0004", "'a' has more than 2 meetings", 0},
        {limit_run, "m0004", "'a' has meetings in more than 2 slots in a row", 0},
        {limit_gaps, "m0006", "'b' has more than 0 gaps", 0},
        {limit_interpreter, "m0008", "'I01' has more than 1 meetings", 0},
        {tire_interpreter, "m0008",
         "'I01' has meetings in more than 1 slots in a row", 0},
        {come_too_early, "m0001",
         "after 'r08', whose meeting 'm0005' is not earlier", 0},
        {come_at_once, "m0004", "after 'r08', whose meeting 'm0005' is not earlier",
         0},
        {come_alone, "m0007", "after 'r10', which is not scheduled", 0},
        {break_lock, "r11", "is locked and not scheduled", 0},
    };
    stage_check(scratch, false, breach, sizeof breach / sizeof *breach);
}

static struct attendance *attendance(struct stage *stage, int k, int contact)
{
    struct attendance *of_e = stage->schedule->meeting[k].attendance;
    of_e->contact = arena_new(stage->arena, 2, int);
    of_e->contact[0] = contact;
    of_e->n_contacts = 1;
    return of_e;
}

static void forget_attendees(struct stage *stage)
{
    stage->schedule->meeting[BE].n_attendance = 0;
    attendance(stage, AE, 1)->n_contacts = 1;
}

static void choose_for_all(struct stage *stage)
{
    struct schedule_meeting *meeting = &stage->schedule->meeting[AB];
    meeting->attendance = attendance(stage, BE, 3);
    meeting->attendance = arena_new(stage->arena, 1, struct attendance);
    meeting->attendance[0] =
        (struct attendance){"a", tiny_who("a"), arena_new(stage->arena, 1, int), 1};
    meeting->attendance[0].contact[0] = 1;
    meeting->n_attendance = 1;
}

static void send_outsider(struct stage *stage)
{
    choose_for_all(stage);
    stage->schedule->meeting[AB].attendance[0].participant_id = "c";
}

static void name_twice(struct stage *stage)
{
    struct schedule_meeting *meeting = &stage->schedule->meeting[BE];
    struct attendance *twice = arena_new(stage->arena, 2, struct attendance);
    twice[0] = twice[1] = meeting->attendance[0];
    meeting->attendance = twice;
    meeting->n_attendance = 2;
}

static void send_stranger(struct stage *stage)
{
    attendance(stage, BE, 4);
}

static void send_nobody(struct stage *stage)
{
    attendance(stage, BE, 3)->n_contacts = 0;
}

static void send_out_of_order(struct stage *stage)
{
    struct attendance *of_e = attendance(stage, BE, 3);
    of_e->contact[1] = 3;
    of_e->n_contacts = 2;
}

static void send_to_both(struct stage *stage)
{
    attendance(stage, DE, 1);
    struct attendance *of_e = attendance(stage, BE, 2);
    of_e->contact[1] = 3;
    of_e->n_contacts = 2;
}

static void burden_one(struct stage *stage)
{
    attendance(stage, BE, 1);
}

static void check_attendees(struct arena scratch)
{
    static const struct breach breach[] = {
        {forget_attendees, "m0007", "nothing tells which contacts of 'e' attend",
         0},
        {choose_for_all, "m0001", "attendees of 'a' are chosen; expected none", 0},
        {send_outsider, "m0001", "contacts of 'c' attend, who is no participant",
         0},
        {name_twice, "m0007", "the attendees of 'e' stand twice", 0},
        {send_stranger, "m0007",
         "contact 4 of 'e' attends; expected numbers from 1 to 3", 0},
        {send_nobody, "m0007", "no contact of 'e' attends", 0},
        {send_out_of_order, "m0007", "the attendees of 'e' are not in order", 0},
        {send_to_both, "m0005",
         "contact 1 of 'e' is in two meetings in slot 's-03'", 0},
        {burden_one, "e", "contact 1 attends 2 meetings and contact 3 only 0", 0},
    };
    stage_check(scratch, false, breach, sizeof breach / sizeof *breach);
}

static void check_right(struct arena scratch)
{
    for (int with_history = 0; with_history < 2; with_history++) {
        struct arena arena = scratch;
        struct stage stage;
        struct findings findings;
        stage_build(&stage, &arena);
        if (with_history) {
            stage_add_history(&stage);
        }
        stage_verify(&stage, &findings);
        CHECK_INT(findings.n_findings, 0);
        findings_print(&findings, stdout);
    }
}

/* Findings and working space of one arena: neither may overwrite the other. */
static void check_shared_arena(struct arena scratch)
{
    struct arena arena = scratch, other;
    struct stage stage;
    struct findings shared, apart;
    stage_build(&stage, &arena);
    stage.event->rules.n_social_hours = 0;
    rename_event(&stage);
    lose_slot(&stage);
    stage_verify(&stage, &shared);
    arena_init(&other);
    findings_init(&apart, &other);
    verify_schedule(arena, stage.event, stage.elig, stage.schedule, NULL,
                    "schedule.json", &apart);
    CHECK(shared.n_findings > 10);
    CHECK_INT(shared.n_findings, apart.n_findings);
    for (int k = 0; k < shared.n_findings && k < apart.n_findings; k++) {
        CHECK_TEXT(shared.finding[k].text, apart.finding[k].text);
    }
    arena_finish(&other);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    check_right(arena);
    check_slots(arena);
    check_wanted(arena);
    check_when(arena);
    check_where(arena);
    check_together(arena);
    check_attendees(arena);
    check_shared_arena(arena);
    arena_finish(&arena);
    return check_report();
}
