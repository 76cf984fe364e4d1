#include "io/ics_busy.h"

#include <string.h>

#include "io/event_times.h"
#include "io/ics_busy_parts.h"
#include "io/ics_recur.h"

static const char *const wanted[] = {
    "METHOD", "TZID",     "TZOFFSETFROM", "TZOFFSETTO", "DTSTART",
    "DTEND",  "DURATION", "RRULE",        "RDATE",      "EXDATE",
    "EXRULE", "UID",      "SEQUENCE",     "DTSTAMP",    "STATUS",
    "TRANSP", "ATTENDEE", "FREEBUSY",     "PRIORITY",   "RECURRENCE-ID",
    NULL};

void ics_busy_add(struct ics_busy *busy, struct windows *times, int64_t start_s,
                  int64_t end_s)
{
    if (start_s < end_s && start_s < busy->to_s && end_s > busy->from_s) {
        windows_add(busy->arena, times,
                    (struct window){start_s > busy->from_s ? start_s : busy->from_s,
                                    end_s < busy->to_s ? end_s : busy->to_s});
    }
}

void ics_busy_unite(struct windows *windows)
{
    int n = 0;
    windows_sort(windows);
    for (int k = 0; k < windows->n; k++) {
        struct window *last = n > 0 ? &windows->window[n - 1] : NULL;
        const struct window next = windows->window[k];
        if (!last || next.start_s > last->end_s) {
            windows->window[n++] = next;
        } else if (next.end_s > last->end_s) {
            last->end_s = next.end_s;
        }
    }
    windows->n = n;
}

/* What lies in one of the days, in arena. */
static struct windows cut_to_days(struct arena *arena,
                                  const struct ics_busy_input *input,
                                  const struct windows *busy)
{
    struct windows cut = {0};
    int d = 0;
    for (int k = 0; k < busy->n; k++) {
        const struct window *window = &busy->window[k];
        while (d < input->n_days && input->day[d].end_s <= window->start_s) {
            d++;
        }
        for (int e = d; e < input->n_days && input->day[e].start_s < window->end_s;
             e++) {
            const struct window *day = &input->day[e];
            struct window part = {
                window->start_s > day->start_s ? window->start_s : day->start_s,
                window->end_s < day->end_s ? window->end_s : day->end_s};
            if (part.start_s < part.end_s) {
                windows_add(arena, &cut, part);
            }
        }
    }
    ics_busy_unite(&cut);
    return cut;
}

static void read_components(struct ics_busy *busy, const struct ics_component *root)
{
    for (const struct ics_component *calendar = root->first; calendar;
         calendar = calendar->next) {
        ics_zones_add(&busy->zones, calendar);
    }
    ics_busy_events(busy, root);
    ics_busy_free_busy(busy, root);
    ics_busy_availability(busy, root);
}

static void read_calendar(struct ics_busy *busy)
{
    const struct ics_busy_input *input = busy->input;
    const struct ics_source source = {input->file, input->text, input->len};
    struct ics_component root;
    if (!ics_tree_read(busy->arena, &source, wanted, &root, busy->findings)) {
        return;
    }
    read_components(busy, &root);
    if (busy->n_components == 0) {
        findings_add(busy->findings, SEVERITY_WARNING,
                     (struct place){.file = input->file, .line = root.first->line},
                     "the calendar is empty, so nobody is busy by it; expected "
                     "VEVENT, VFREEBUSY or VAVAILABILITY");
    }
}

struct windows ics_busy_read(struct arena *arena,
                             const struct ics_busy_input *input,
                             struct findings *findings)
{
    static const struct zone utc = {.name = "UTC", .footer = ""};
    struct arena work;
    arena_init(&work);
    struct ics_busy busy = {
        .arena = &work,
        .input = input,
        .findings = findings,
        .zones = {.arena = &work,
                  .findings = findings,
                  .file = input->file,
                  .day = input->day,
                  .n_days = input->n_days},
        .utc = &utc,
        .work = ICS_MOST_WORK,
    };
    for (int k = 0; k < input->n_days; k++) {
        const struct window *day = &input->day[k];
        busy.from_s =
            k == 0 || day->start_s < busy.from_s ? day->start_s : busy.from_s;
        busy.to_s = k == 0 || day->end_s > busy.to_s ? day->end_s : busy.to_s;
    }
    read_calendar(&busy);
    ics_busy_unite(&busy.busy);
    struct windows cut = cut_to_days(arena, input, &busy.busy);
    arena_finish(&work);
    return cut;
}
