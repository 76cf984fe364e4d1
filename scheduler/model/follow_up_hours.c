/* Hours that people, rooms and interpreters gave for the old days are taken as their
 * habits: on each new date they have the same clock time in the same zone. Who gave
 * hours on some other day than the one whose sessions a date has, is taken to have
 * these. Three things are of the old days alone: hours out of all of them, which stay
 * where they are; unavailability throughout a day's sessions, which is absence and no
 * habit; and what a calendar says, which is read again for the new dates. */

#include "scheduler/model/follow_up_parts.h"

#include <stdlib.h>

struct mover {
    struct follow_up_maker *maker;
    const struct zone *zone;
    struct windows *to;
    int capacity;
};

/* The instant at which the zone's clock shows what it showed then, so many days
 * later. Of two the one that makes the window wider; a time that is skipped becomes
 * what the clock shows instead. */
static int64_t same_clock(const struct zone *zone, int64_t at_s, int64_t days,
                          bool is_end)
{
    enum { DAY_S = 24 * 60 * 60 };
    int64_t found_s[2];
    struct civil civil = zone_to_civil(zone, at_s);
    int64_t local_s = civil_to_seconds(civil) + days * DAY_S;
    int n = zone_to_instants(zone, civil_from_seconds(local_s), found_s);
    if (n == 0) {
        return local_s - zone_offset_s(zone, local_s - DAY_S);
    }
    return found_s[is_end ? n - 1 : 0];
}

static int64_t days_between(struct civil from, struct civil to)
{
    const struct civil a = {from.year, from.month, from.day, 0, 0, 0};
    const struct civil b = {to.year, to.month, to.day, 0, 0, 0};
    return (civil_to_seconds(b) - civil_to_seconds(a)) / (INT64_C(24) * 60 * 60);
}

static bool overlaps(const struct window *window, const struct old_day *day)
{
    return window->start_s < day->end_s && day->start_s < window->end_s;
}

static bool is_on(const struct windows *windows, const struct old_day *day)
{
    return windows_overlap(windows, day->start_s, day->end_s);
}

static void add_moved(struct mover *mover, const struct window *window,
                      const struct old_day *day, int64_t days)
{
    struct windows *to = mover->to;
    int64_t start_s =
        window->start_s > day->start_s ? window->start_s : day->start_s;
    int64_t end_s = window->end_s < day->end_s ? window->end_s : day->end_s;
    const struct window moved = {same_clock(mover->zone, start_s, days, false),
                                 same_clock(mover->zone, end_s, days, true)};
    if (moved.start_s < moved.end_s) {
        to->window = arena_grow(mover->maker->arena, to->window, to->n,
                                &mover->capacity, sizeof moved);
        to->window[to->n++] = moved;
    }
}

static int by_time(const void *left, const void *right)
{
    const struct window *a = left, *b = right;
    if (a->start_s != b->start_s) {
        return a->start_s < b->start_s ? -1 : 1;
    }
    return (a->end_s > b->end_s) - (a->end_s < b->end_s);
}

/* The day whose windows stand for date d; with `anywhere` the first on which there
 * are any, if there are none on its own; NULL: nothing. */
static const struct old_day *day_for(const struct follow_up_maker *maker, int d,
                                     const struct windows *windows, bool anywhere)
{
    const struct old_day *own = &maker->day[maker->template_day[d]];
    if (is_on(windows, own)) {
        return own;
    }
    for (int k = 0; anywhere && k < maker->n_days; k++) {
        if (is_on(windows, &maker->day[k])) {
            return &maker->day[k];
        }
    }
    return NULL;
}

static struct windows move(struct follow_up_maker *maker, const struct zone *zone,
                           const struct windows *old, bool anywhere)
{
    struct windows moved = {0};
    struct mover mover = {maker, zone, &moved, 0};
    for (int d = 0; d < maker->order->n_dates; d++) {
        const struct old_day *day = day_for(maker, d, old, anywhere);
        for (int k = 0; day && k < old->n; k++) {
            if (overlaps(&old->window[k], day)) {
                add_moved(&mover, &old->window[k], day,
                          days_between(day->date, maker->order->date[d]));
            }
        }
    }
    if (moved.n > 1) {
        qsort(moved.window, (size_t)moved.n, sizeof *moved.window, by_time);
    }
    return moved;
}

/* For lists of which an empty one means "always". */
static struct windows move_offers(struct follow_up_maker *maker,
                                  const struct zone *zone,
                                  const struct windows *old)
{
    struct windows moved = move(maker, zone, old, true);
    return moved.n > 0 ? moved : *old;
}

static bool covers_sessions(const struct follow_up_maker *maker,
                            const struct window *window)
{
    for (int k = 0; k < maker->n_days; k++) {
        const struct old_day *day = &maker->day[k];
        const struct session *first = &maker->event->session[day->first_session];
        const struct session *last = first + day->n_sessions - 1;
        if (window->start_s <= first->start_s && last->end_s <= window->end_s) {
            return true;
        }
    }
    return false;
}

static bool is_busy(const struct participant *who, const struct window *window)
{
    for (int k = 0; k < who->busy.n; k++) {
        const struct window *busy = &who->busy.window[k];
        if (busy->start_s == window->start_s && busy->end_s == window->end_s) {
            return true;
        }
    }
    return false;
}

static struct windows habits(struct follow_up_maker *maker,
                             const struct participant *who)
{
    const struct windows *old = &who->unavailable;
    struct windows kept = {arena_new(maker->arena, old->n, struct window), 0};
    for (int k = 0; k < old->n; k++) {
        const struct window *window = &old->window[k];
        if (is_busy(who, window)) {
            continue;
        }
        if (covers_sessions(maker, window)) {
            maker->out->n_absences++;
        } else {
            kept.window[kept.n++] = *window;
        }
    }
    return kept;
}

static void move_people(struct follow_up_maker *maker)
{
    struct event *next = &maker->out->event;
    for (int p = 0; p < next->n_participants; p++) {
        struct participant *who = &next->participant[p];
        const struct windows unavailable = habits(maker, who);
        who->available = move_offers(maker, who->zone, &who->available);
        who->unavailable = move(maker, who->zone, &unavailable, false);
        who->avoid = move(maker, who->zone, &who->avoid, false);
        who->busy = (struct windows){0};
    }
}

void follow_up_move_hours(struct follow_up_maker *maker)
{
    struct event *next = &maker->out->event;
    move_people(maker);
    for (int r = 0; r < next->n_rooms; r++) {
        next->room[r].available =
            move_offers(maker, next->zone, &next->room[r].available);
    }
    for (int i = 0; i < next->n_interpreters; i++) {
        struct interpreter *interpreter = &next->interpreter[i];
        interpreter->available =
            move_offers(maker, interpreter->zone, &interpreter->available);
    }
}
