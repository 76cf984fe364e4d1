#include "scheduler/model/event.h"

#include "tests/support/check.h"
#include "tests/support/tiny_event.h"

static void test_find(struct arena *arena)
{
    struct event *event = tiny_event(arena, "abcde", 3, 12);
    tiny_interpreter(arena, event, "en-ja");
    for (int k = 0; k < 4; k++) {
        tiny_request(arena, event, "ab");
    }
    CHECK_INT(event_find_participant(event, "a"), 0);
    CHECK_INT(event_find_participant(event, "e"), 4);
    CHECK_INT(event_find_participant(event, "aa"), -1);
    CHECK_INT(event_find_participant(event, "f"), -1);
    CHECK_INT(event_find_participant(event, ""), -1);
    CHECK_INT(event_find_room(event, "R09"), 8);
    CHECK_INT(event_find_room(event, "R13"), -1);
    CHECK_INT(event_find_interpreter(event, "I01"), 0);
    CHECK_INT(event_find_interpreter(event, "I02"), -1);
    CHECK_INT(event_find_request(event, "r03"), 2);
    CHECK_INT(event_find_request(event, "r05"), -1);
    CHECK_INT(event_find_slot(event, "s-02"), 1);
    CHECK_INT(event_find_slot(event, "s-04"), -1);
}

static void test_find_nothing(struct arena *arena)
{
    struct event *event = tiny_event(arena, "", 0, 0);
    CHECK_INT(event_find_participant(event, "a"), -1);
    CHECK_INT(event_find_room(event, "R01"), -1);
    CHECK_INT(event_find_interpreter(event, "I01"), -1);
    CHECK_INT(event_find_request(event, "r01"), -1);
    CHECK_INT(event_find_slot(event, "s-01"), -1);
}

/* Slots of later sessions come later, whatever their ids. */
static void test_find_slot_by_time(struct arena *arena)
{
    struct event *event = tiny_event(arena, "a", 0, 0);
    tiny_session(arena, event, "z", "09:00", 2);
    tiny_session(arena, event, "a", "11:00", 2);
    CHECK_INT(event_find_slot(event, "z-01"), 0);
    CHECK_INT(event_find_slot(event, "a-02"), 3);
}

static void test_windows(void)
{
    static struct window window[] = {
        {10, 30}, {15, 20}, {25, 40}, {40, 50}, {60, 70}};
    static const struct windows windows = {window, 5}, none = {window, 0};
    static const struct {
        int64_t start_s, end_s;
        bool covered, overlapped;
    } row[] = {
        {10, 50, true, true},   /* by four together */
        {9, 50, false, true},   /* begins too early */
        {10, 51, false, true},  /* ends too late */
        {20, 24, true, true},   /* only the first one, behind a shorter */
        {39, 41, true, true},   /* across two that touch */
        {45, 65, false, true},  /* a hole between */
        {50, 60, false, false}, /* the hole itself */
        {60, 70, true, true},   {0, 10, false, false},
        {70, 80, false, false}, {0, 100, false, true},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        CHECK_INT(windows_cover(&windows, row[k].start_s, row[k].end_s),
                  row[k].covered);
        CHECK_INT(windows_overlap(&windows, row[k].start_s, row[k].end_s),
                  row[k].overlapped);
        CHECK(!windows_cover(&none, row[k].start_s, row[k].end_s));
        CHECK(!windows_overlap(&none, row[k].start_s, row[k].end_s));
    }
}

static void test_agenda(struct arena *arena)
{
    static int interpreter[] = {1};
    struct event *event = tiny_event(arena, "abc", 1, 0);
    event->participant[1].side = "EU";
    struct agenda_item *all =
        &event->agenda[tiny_agenda(arena, event, "09:00", "09:20", "")];
    struct agenda_item *some =
        &event->agenda[tiny_agenda(arena, event, "09:00", "09:20", "ac")];
    struct agenda_item *side =
        &event->agenda[tiny_agenda(arena, event, "09:00", "09:20", "")];
    some->interpreter = interpreter;
    some->n_interpreters = 1;
    side->audience = AUDIENCE_SIDE;
    side->side = "EU";
    static const bool of_some[] = {true, false, true},
                      of_side[] = {false, true, false};
    for (int p = 0; p < 3; p++) {
        CHECK(agenda_concerns(event, all, p));
        CHECK_INT(agenda_concerns(event, some, p), of_some[p]);
        CHECK_INT(agenda_concerns(event, side, p), of_side[p]);
    }
    for (int i = 0; i < 2; i++) {
        CHECK(!agenda_concerns_interpreter(all, i));
        CHECK_INT(agenda_concerns_interpreter(some, i), i == 1);
        CHECK(!agenda_concerns_interpreter(side, i));
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_find(&arena);
    test_find_nothing(&arena);
    test_find_slot_by_time(&arena);
    test_windows();
    test_agenda(&arena);
    arena_finish(&arena);
    return check_report();
}
