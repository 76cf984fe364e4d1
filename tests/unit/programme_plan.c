#include "io/programme_plan.h"

#include "tests/support/check.h"
#include "tests/support/tiny_event.h"
#include "tests/support/tiny_schedule.h"

static const struct {
    const char *a, *b;
    int order;
} pairs[] = {
    {"R2", "R10", -1},     {"R10", "R2", 1},   {"R02", "R2", -1}, {"R2", "R2", 0},
    {"R", "R1", -1},       {"Hall", "R1", -1}, {"1a", "1b", -1},  {"2a", "10a", -1},
    {"R1-2", "R1-10", -1}, {"a", "", 1},
};

static void test_order(void)
{
    for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++) {
        int order = programme_compare_ids(pairs[k].a, pairs[k].b);
        CHECK_INT((order > 0) - (order < 0), pairs[k].order);
    }
}

/* Two sessions, an agenda item before them, one during and one that is not shown; the
 * break stands between the times around it. */
static void test_parts(struct arena arena)
{
    struct tiny_plan plan;
    struct programme programme;
    struct event *event = tiny_event(&arena, "abcd", 3, 2);
    tiny_session(&arena, event, "t", "12:00", 2);
    event->session[0].break_time = arena_new(&arena, 1, struct break_time);
    event->session[0].n_breaks = 1;
    event->session[0].break_time[0] = (struct break_time){
        .title = "Tea", .start_s = tiny_time("09:20"), .end_s = tiny_time("09:40")};
    tiny_agenda(&arena, event, "08:00", "08:30", "");
    tiny_agenda(&arena, event, "09:45", "10:00", "a");
    tiny_agenda(&arena, event, "12:00", "12:30", "d");
    for (int q = 0; q < 4; q++) {
        tiny_request(&arena, event, (const char *[]){"ab", "cd", "bc", "ac"}[q]);
    }
    tiny_begin(&plan, &arena, event, tiny_eligibility(&arena, event));
    tiny_meet(&plan, 0, 0, 0, -1);
    tiny_meet(&plan, 1, 0, 1, -1);
    tiny_meet(&plan, 2, 2, 1, -1);
    tiny_meet(&plan, 3, 4, 1, -1);
    tiny_end(&plan);
    programme_build(&arena, event, &plan.schedule,
                    (const bool[]){true, true, false}, &programme);

    CHECK_INT(programme.n_parts, 3);
    CHECK_INT(programme.part[0].item, 0);
    CHECK_INT(programme.part[1].block, 0);
    CHECK_INT(programme.part[2].block, 1);
    CHECK_INT(programme.n_rooms, 2);

    const struct programme_block *first = &programme.block[0];
    CHECK_INT(first->n_rooms, 2);
    CHECK_INT(first->n_columns, 3);
    CHECK_INT(first->column[0].n_meetings, 2);
    CHECK_TEXT(first->column[1].pause, "Tea");
    CHECK_INT(first->column[2].n_meetings, 1);
    CHECK_INT(first->meeting[first->column[2].first].row, 1);
    CHECK_INT(first->n_bands, 1);
    CHECK_INT(first->band[0].item, 1);
    CHECK_INT(first->band[0].first, 2);
    CHECK_INT(first->band[0].end, 3);

    const struct programme_block *second = &programme.block[1];
    CHECK_INT(second->n_rooms, 1);
    CHECK_TEXT(second->room_id[0], "R02");
    CHECK_INT(second->n_columns, 1);
    CHECK_INT(second->n_bands, 0);
}

/* Meetings whose slot the event does not know any more, as those that had begun: one
 * block for each day. */
static void test_unknown_slots(struct arena arena)
{
    struct tiny_plan plan;
    struct programme programme;
    struct event *event = tiny_event(&arena, "abc", 2, 1);
    tiny_request(&arena, event, "ab");
    tiny_request(&arena, event, "bc");
    tiny_begin(&plan, &arena, event, tiny_eligibility(&arena, event));
    tiny_meet(&plan, 0, 0, 0, -1);
    tiny_meet(&plan, 1, 1, 0, -1);
    tiny_end(&plan);
    struct schedule_meeting *late = &plan.schedule.meeting[1];
    plan.schedule.meeting[0].s = late->s = -1;
    late->start_s += 24 * 3600;
    late->end_s += 24 * 3600;
    programme_build(&arena, event, &plan.schedule, NULL, &programme);
    CHECK_INT(programme.n_blocks, 2);
    CHECK_INT(programme.block[1].n_meetings, 1);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_order();
    test_parts(arena);
    test_unknown_slots(arena);
    arena_finish(&arena);
    return check_report();
}
