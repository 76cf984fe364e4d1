/* The calendar of all meetings, however many there are. */

#include "io/ics_calendar.h"
#include "io/ics_files.h"
#include "tests/support/check.h"
#include "tests/support/ics_day.h"

/* Knows how much waits at most before it is handed on. */
struct measured {
    struct sink sink;
    size_t most, len;
};

static bool measure(void *to, const char *bytes, size_t len)
{
    struct measured *measured = to;
    measured->most = len > measured->most ? len : measured->most;
    measured->len += len;
    return bytes[0] != '\0';
}

/* However many meetings there are, the calendar of all is never in memory. */
static void test_many(struct arena arena)
{
    enum { MANY = 2000 };
    struct ics_day day;
    struct arena scratch;
    struct measured measured = {.most = 0};
    ics_day_init(&day, &arena);
    struct schedule *schedule = &day.plan.schedule;
    schedule->meeting = arena_new(&arena, MANY, struct schedule_meeting);
    schedule->n_meetings = MANY;
    for (int k = 0; k < MANY; k++) {
        schedule->meeting[k] = day.meeting[0];
        schedule->meeting[k].uid = arena_printf(&arena, "m%04d@example.org", k);
    }
    const struct ics_input input = {
        .event = day.event, .schedule = schedule, .version = "0.1"};
    output_init(&day.output, &arena);
    ics_add_overview(&day.output, &input);
    CHECK_INT(day.output.n_files, 1);
    arena_init(&scratch);
    sink_init(&measured.sink, &arena, measure, &measured);
    output_make(&measured.sink, scratch, &day.output.file[0]);
    CHECK(sink_end(&measured.sink));
    CHECK(measured.len > 1000000);
    CHECK(measured.most < 65536 && measured.sink.buf.capacity <= 131072);
    arena_finish(&scratch);
    ics_calendar_finish();
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_many(arena);
    arena_finish(&arena);
    return check_report();
}
