/* Changes of the clocks: the first session of each new day is compared with that of
 * the day before it, the first new one with that of the old day whose sessions it
 * has. Where people's clocks then show another time than before although the
 * session's own clock shows the same, or the other way round, that is a change. */

#include "scheduler/model/follow_up_parts.h"

#include <stdlib.h>
#include <string.h>

/* One zone's clock at the beginnings of two days. */
struct reading {
    const struct zone *zone;
    struct civil before, now; /* before: what it would show without the change */
};

static int minutes_of(struct civil civil)
{
    return civil.hour * 60 + civil.minute;
}

static int order_of(const struct reading *a, const struct reading *b)
{
    int left = minutes_of(a->before) * 1440 + minutes_of(a->now);
    int right = minutes_of(b->before) * 1440 + minutes_of(b->now);
    return left - right;
}

static int by_reading(const void *left, const void *right)
{
    const struct reading *a = left, *b = right;
    int order = order_of(a, b);
    return order != 0 ? order : strcmp(a->zone->name, b->zone->name);
}

static bool is_among(const struct reading *reading, int n, const struct zone *zone)
{
    for (int k = 0; k < n; k++) {
        if (strcmp(reading[k].zone->name, zone->name) == 0) {
            return true;
        }
    }
    return false;
}

static int read_clocks(const struct event *event, const struct session *before,
                       const struct session *now, struct reading *reading)
{
    int own_s = zone_offset_s(now->zone, now->start_s) -
                zone_offset_s(before->zone, before->start_s);
    int n = 0;
    for (int p = 0; p < event->n_participants; p++) {
        const struct zone *zone = event->participant[p].zone;
        int later_s = zone_offset_s(zone, now->start_s) -
                      zone_offset_s(zone, before->start_s) - own_s;
        if (later_s != 0 && !event->participant[p].cancelled &&
            !is_among(reading, n, zone)) {
            reading[n++] =
                (struct reading){zone, zone_to_civil(zone, now->start_s - later_s),
                                 zone_to_civil(zone, now->start_s)};
        }
    }
    if (n > 1) {
        qsort(reading, (size_t)n, sizeof *reading, by_reading);
    }
    return n;
}

/* Zones that show the same are one change. */
static void add_changes(struct follow_up_maker *maker, int session,
                        const struct reading *reading, int n, int *capacity)
{
    struct follow_up *out = maker->out;
    for (int k = 0; k < n; k++) {
        if (k == 0 || order_of(&reading[k - 1], &reading[k]) != 0) {
            out->clock_change =
                arena_grow(maker->arena, out->clock_change, out->n_clock_changes,
                           capacity, sizeof *out->clock_change);
            out->clock_change[out->n_clock_changes++] = (struct clock_change){
                .session = session,
                .zone = arena_new(maker->arena, n, const struct zone *),
                .before = reading[k].before,
                .now = reading[k].now,
            };
        }
        struct clock_change *change = &out->clock_change[out->n_clock_changes - 1];
        change->zone[change->n_zones++] = reading[k].zone;
    }
}

static bool is_same_day(const struct session *a, const struct session *b)
{
    return a->date.year == b->date.year && a->date.month == b->date.month &&
           a->date.day == b->date.day;
}

void follow_up_note_clocks(struct follow_up_maker *maker)
{
    const struct event *next = &maker->out->event;
    const struct session *before =
        &maker->event->session[maker->day[0].first_session];
    struct reading *reading =
        arena_new(maker->arena, next->n_participants, struct reading);
    int capacity = 0;
    for (int i = 0; i < next->n_sessions; i++) {
        const struct session *now = &next->session[i];
        if (i > 0 && is_same_day(now, before)) {
            continue;
        }
        int n = read_clocks(next, before, now, reading);
        add_changes(maker, i, reading, n, &capacity);
        before = now;
    }
}
