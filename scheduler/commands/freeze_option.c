#include "scheduler/commands/freeze_option.h"

#include <stdio.h>
#include <string.h>

#include "scheduler/base/civil.h"
#include "scheduler/commands/clock.h"
#include "scheduler/commands/stamp.h"

static enum exit_code refuse(const char *command, const char *given,
                             const char *what, const char *expected)
{
    fprintf(stderr, "matchday %s: --freeze-before: '%s' %s; expected %s\n", command,
            given, what, expected);
    return EXIT_CODE_USAGE;
}

/* A variable that somebody forgot would freeze another time than they think. */
static enum exit_code take_now(struct job *job, int64_t *before_s)
{
    struct error err;
    if (!stamp_read(before_s, &err)) {
        fprintf(stderr, "%s\n", err.text);
        return EXIT_CODE_USAGE;
    }
    if (stamp_is_fixed()) {
        findings_add(&job->findings, SEVERITY_NOTE,
                     (struct place){.field = "--freeze-before"},
                     "'now' is %s, by the variable SOURCE_DATE_EPOCH; unset it to "
                     "go by the clock",
                     clock_all_text(&job->arena, &job->event, *before_s));
    }
    return EXIT_CODE_DONE;
}

/* "09:30" on the first day on which there are slots, on the event's clock; false if
 * there are further days. */
static bool put_on_day(const struct event *event, int minutes, struct civil *civil)
{
    *civil = zone_to_civil(event->zone, event->slot[0].start_s);
    civil->hour = minutes / 60;
    civil->minute = minutes % 60;
    civil->second = 0;
    return clock_is_same_day(event->zone, event->slot[0].start_s,
                             event->slot[event->n_slots - 1].start_s);
}

enum exit_code freeze_option(const char *command, const char *given,
                             bool has_previous, struct job *job, int64_t *before_s)
{
    enum { DAY_MINUTES = 24 * 60 };
    struct civil civil;
    int64_t at_s[2];
    bool fixed;
    *before_s = 0;
    if (!given) {
        return EXIT_CODE_DONE;
    }
    if (!has_previous) {
        fprintf(stderr,
                "matchday %s: --freeze-before is about the meetings of a schedule, "
                "and none is given; expected --previous beside it\n",
                command);
        return EXIT_CODE_USAGE;
    }
    if (strcmp(given, "now") == 0) {
        return take_now(job, before_s);
    }
    int minutes = clock_parse(given);
    if (minutes >= 0 && minutes < DAY_MINUTES) {
        fixed = false;
        if (!put_on_day(&job->event, minutes, &civil)) {
            return refuse(
                command, given, "could be on several days, as the event has them",
                arena_printf(&job->arena,
                             "the day before it, like '%04d-%02d-%02d %s'",
                             civil.year, civil.month, civil.day, given));
        }
    } else if (!clock_read(given, &civil, &fixed, before_s)) {
        return refuse(
            command, given, "is no time",
            "'now', one like '09:30' or '2026-05-19 09:30' on the event's "
            "clock, or with 'Z' or an offset like '+09:00' behind it");
    }
    if (!fixed && zone_to_instants(job->event.zone, civil, at_s) != 1) {
        return refuse(command, given, "comes twice or never on the event's clock",
                      "a time with 'Z' or an offset behind it");
    }
    *before_s = fixed ? *before_s : at_s[0];
    return EXIT_CODE_DONE;
}
