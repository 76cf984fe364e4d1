#include "tests/support/busy_rows.h"

#include <stdio.h>
#include <string.h>

#include "io/ics_busy.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/civil.h"
#include "tests/support/check.h"

static const struct {
    const char *from, *to;
} days[] = {
    {"2026-05-19T06:00Z", "2026-05-19T16:00Z"},
    {"2026-10-24T22:00Z", "2026-10-25T06:00Z"},
    {"2027-03-28T00:00Z", "2027-03-28T08:00Z"},
};

int64_t busy_instant(const char *text)
{
    struct civil civil;
    bool fixed;
    int64_t at_s = 0;
    CHECK(civil_parse(text, &civil, &fixed, &at_s) && fixed);
    return at_s;
}

const char *busy_text(struct arena *arena, const char *file)
{
    struct findings findings;
    struct window day[3];
    struct buf buf;
    struct error err;
    static const struct contact owner[] = {
        {"", "", "ann@example.org", "", "", false, {0}},
        {"", "", "bob@example.org", "", "", false, {0}}};
    findings_init(&findings, arena);
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < 3; k++) {
        day[k] =
            (struct window){busy_instant(days[k].from), busy_instant(days[k].to)};
    }
    const struct ics_busy_input input = {
        .file = "a.ics",
        .text = file,
        .len = strlen(file),
        .zone = zone_read(arena, "Europe/Paris", &err),
        .contact = owner,
        .n_contacts = 2,
        .day = day,
        .n_days = 3,
    };
    const struct windows busy = ics_busy_read(arena, &input, &findings);
    for (int k = 0; k < busy.n; k++) {
        const char *from = instant_format(arena, busy.window[k].start_s);
        const char *to = instant_format(arena, busy.window[k].end_s);
        buf_printf(&buf, "%s%.8s-%.8s", k > 0 ? ", " : "", from + 8, to + 8);
    }
    for (int k = 0; k < findings.n_findings; k++) {
        const struct finding *f = &findings.finding[k];
        CHECK_TEXT(f->place.file, "a.ics");
        buf_printf(&buf, " | %s%d: %s%s%s",
                   f->severity == SEVERITY_ERROR     ? ""
                   : f->severity == SEVERITY_WARNING ? "warning "
                                                     : "note ",
                   f->place.line, f->place.field ? f->place.field : "",
                   f->place.field ? ": " : "", f->text);
    }
    return buf.data;
}

void busy_rows_check(struct arena arena, const struct row *row, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        struct arena scratch = arena;
        const char *file = arena_printf(
            &scratch, "BEGIN:VCALENDAR\n%sEND:VCALENDAR\n", row[k].body);
        const char *found = busy_text(&scratch, file);
        if (!CHECK_TEXT(found, row[k].expected)) {
            printf("  row %zu:\n%s", k, row[k].body);
        }
    }
}
