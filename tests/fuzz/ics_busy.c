/* Whatever a calendar says: the busy times are sorted, apart from each other and
 * within the days, findings have a place, and it ends. */

#include "io/ics_busy.h"

#include <stdint.h>
#include <string.h>

#include "tests/support/insist.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void judge(const struct ics_busy_input *input, const struct windows *busy)
{
    for (int k = 0; k < busy->n; k++) {
        const struct window *window = &busy->window[k];
        bool is_in_day = false;
        for (int d = 0; d < input->n_days; d++) {
            is_in_day |= window->start_s >= input->day[d].start_s &&
                         window->end_s <= input->day[d].end_s;
        }
        insist(is_in_day && window->start_s < window->end_s);
        insist(k == 0 || busy->window[k - 1].end_s < window->start_s);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum { MAY_2026_S = 1779174000, HOUR_S = 3600 };
    static const struct contact owner = {"",    "", "ann@example.org", "", "",
                                         false, {0}};
    struct arena arena;
    struct error err;
    struct findings findings;
    const struct window day[] = {
        {MAY_2026_S, MAY_2026_S + 9 * HOUR_S},
        {MAY_2026_S + 24 * HOUR_S, MAY_2026_S + 33 * HOUR_S},
        {MAY_2026_S + 159 * 24 * HOUR_S, MAY_2026_S + 160 * 24 * HOUR_S},
    };
    arena_init(&arena);
    findings_init(&findings, &arena);
    const struct ics_busy_input input = {
        .file = "a.ics",
        .text = arena_strndup(&arena, (const char *)data, size),
        .len = size,
        .zone = zone_read(&arena, "Europe/Paris", &err),
        .contact = &owner,
        .n_contacts = 1,
        .day = day,
        .n_days = 3,
    };
    const struct windows busy = ics_busy_read(&arena, &input, &findings);
    judge(&input, &busy);
    for (int k = 0; k < findings.n_findings; k++) {
        insist(findings.finding[k].place.line >= 1);
    }
    arena_finish(&arena);
    return 0;
}
