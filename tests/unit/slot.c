#include "scheduler/model/slot.h"

#include "scheduler/base/buf.h"
#include "scheduler/model/event.h"
#include "tests/support/check.h"
#include "tests/support/tiny_event.h"

static struct session session_of(const char *id, const char *start, const char *end,
                                 int meeting_minutes, int changeover_minutes)
{
    return (struct session){
        .place = {.file = "tiny.json", .line = 1, .field = id},
        .id = id,
        .title = "",
        .meeting_minutes = meeting_minutes,
        .changeover_minutes = changeover_minutes,
        .start_s = tiny_time(start),
        .end_s = tiny_time(end),
    };
}

/* "s-01 09:00-09:20, s-02 ..." */
static const char *slots_text(struct arena *arena, const struct event *event)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (int s = 0; s < event->n_slots; s++) {
        const struct slot *slot = &event->slot[s];
        int start = (int)((slot->start_s - tiny_time("00:00")) / 60);
        int end = (int)((slot->end_s - tiny_time("00:00")) / 60);
        buf_printf(&buf, "%s%s %02d:%02d-%02d:%02d", s > 0 ? ", " : "", slot->id,
                   start / 60, start % 60, end / 60, end % 60);
    }
    return buf.data;
}

static const struct {
    const char *start, *end;
    int meeting_minutes, changeover_minutes;
    const char *breaks[2][2];
    const char *expected;
} row[] = {
    {"09:00",
     "10:00",
     20,
     0,
     {{NULL}},
     "s-01 09:00-09:20, s-02 09:20-09:40, s-03 09:40-10:00"},
    {"09:00", "09:59", 20, 0, {{NULL}}, "s-01 09:00-09:20, s-02 09:20-09:40"},
    {"09:00", "10:00", 20, 10, {{NULL}}, "s-01 09:00-09:20, s-02 09:30-09:50"},
    /* The change-over may run over the end. */
    {"09:00", "09:50", 20, 10, {{NULL}}, "s-01 09:00-09:20, s-02 09:30-09:50"},
    {"09:00",
     "10:20",
     20,
     0,
     {{"09:30", "09:40"}},
     "s-01 09:00-09:20, s-02 09:40-10:00, s-03 10:00-10:20"},
    /* A break that a slot just touches moves nothing. */
    {"09:00",
     "10:10",
     20,
     0,
     {{"09:20", "09:30"}},
     "s-01 09:00-09:20, s-02 09:30-09:50, s-03 09:50-10:10"},
    /* No change-over behind a break; one before it may overlap. */
    {"09:00",
     "10:00",
     20,
     10,
     {{"09:20", "09:35"}},
     "s-01 09:00-09:20, s-02 09:35-09:55"},
    /* Breaks that overlap, and one that begins the session. */
    {"09:00",
     "10:30",
     20,
     0,
     {{"09:10", "09:30"}, {"09:15", "09:45"}},
     "s-01 09:45-10:05, s-02 10:05-10:25"},
    {"09:00",
     "10:00",
     20,
     0,
     {{"08:50", "09:05"}, {"09:45", "09:50"}},
     "s-01 09:05-09:25, s-02 09:25-09:45"},
};

static void test_cutting(struct arena scratch)
{
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct findings findings;
        struct break_time breaks[2] = {0};
        struct event *event = tiny_event(&arena, "a", 0, 0);
        struct session *session = &event->session[event->n_sessions++];
        *session = session_of("s", row[k].start, row[k].end, row[k].meeting_minutes,
                              row[k].changeover_minutes);
        session->break_time = breaks;
        for (int i = 0; i < 2 && row[k].breaks[i][0]; i++) {
            breaks[i].start_s = tiny_time(row[k].breaks[i][0]);
            breaks[i].end_s = tiny_time(row[k].breaks[i][1]);
            session->n_breaks++;
        }
        findings_init(&findings, &arena);
        CHECK(slots_build(&arena, event, &findings));
        CHECK_TEXT(slots_text(&arena, event), row[k].expected);
        CHECK_INT(session->first_slot, 0);
        CHECK_INT(session->n_slots, event->n_slots);
    }
}

static void test_numbers(struct arena *arena)
{
    struct event *event = tiny_event(arena, "a", 0, 0);
    struct findings findings;
    event->session[event->n_sessions++] = session_of("z", "09:00", "11:00", 1, 0);
    event->session[event->n_sessions++] = session_of("a", "11:00", "12:00", 30, 0);
    findings_init(&findings, arena);
    CHECK(slots_build(arena, event, &findings));
    CHECK_INT(event->n_slots, 122);
    CHECK_TEXT(event->slot[8].id, "z-09");
    CHECK_TEXT(event->slot[99].id, "z-100");
    CHECK_TEXT(event->slot[121].id, "a-02");
    CHECK_INT(event->slot[121].session, 1);
    CHECK_INT(event->slot[121].number, 2);
    CHECK_INT(event->session[1].first_slot, 120);
    CHECK_INT(event->session[1].n_slots, 2);
}

static void test_errors(struct arena *arena)
{
    struct event *event = tiny_event(arena, "a", 0, 0);
    struct findings findings;
    event->session[event->n_sessions++] =
        session_of("long", "09:00", "12:00", 20, 0);
    event->session[event->n_sessions++] = session_of("in", "09:30", "10:00", 20, 0);
    event->session[event->n_sessions++] =
        session_of("late", "11:59", "13:00", 20, 0);
    event->session[event->n_sessions++] =
        session_of("tiny", "13:00", "13:10", 20, 0);
    findings_init(&findings, arena);
    CHECK(!slots_build(arena, event, &findings));
    CHECK_INT(findings.n_errors, 3);
    CHECK_TEXT(
        findings.finding[0].text,
        "session 'in' begins before session 'long' ends; expected sessions that "
        "do not overlap");
    CHECK_TEXT(findings.finding[0].place.field, "in");
    CHECK_TEXT(
        findings.finding[1].text,
        "session 'late' begins before session 'long' ends; expected sessions "
        "that do not overlap");
    CHECK_TEXT(
        findings.finding[2].text,
        "session 'tiny' has no room for a single meeting of 20 minutes; expected "
        "a longer session, shorter meetings or fewer breaks");
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_cutting(arena);
    test_numbers(&arena);
    test_errors(&arena);
    arena_finish(&arena);
    return check_report();
}
