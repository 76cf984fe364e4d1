/* What meetings do to each other, and who attends them. */

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/stage.h"

/* Meetings of the stage, by index. */
enum { AB, DG, AC, AE, DE, BC, BE, CG };

static struct participant *who(struct stage *stage, const char *letter)
{
    return &stage->event->participant[tiny_who(letter)];
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
    stage_move(stage, BE, 3);
    stage->schedule->meeting[BE].room_id = "R02";
    who(stage, "b")->parallel = 2;
}

static void share_interpreter(struct stage *stage)
{
    struct schedule_meeting last = stage->schedule->meeting[CG];
    memmove(&stage->schedule->meeting[AC + 1], &stage->schedule->meeting[AC],
            5 * sizeof last);
    stage->schedule->meeting[AC] = last;
    stage_move(stage, AC, 0);
    stage->schedule->meeting[AC].room_id = "R03";
    who(stage, "g")->parallel = 2;
    stage->event->room[2].n_reserved_for = 0;
    stage->event->room[2].features = tiny_words(stage->arena, "booth");
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
    stage_move(stage, AC + 1, 1);
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
    stage_drop_last(stage);
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
        {limit_interpreter, "m0008", "'I01' has more than 1 meeting;", 0},
        {tire_interpreter, "m0008",
         "'I01' has meetings in more than 1 slot in a row", 0},
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

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    check_together(arena);
    check_attendees(arena);
    arena_finish(&arena);
    return check_report();
}
