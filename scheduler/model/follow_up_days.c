/* Sessions of the next event: the first date has those of the old event's first day,
 * the second those of its second, and so on; dates beyond have those of the last.
 * They begin at the same time by their own clock, or, with a start of their own,
 * all as much earlier or later. */

#include "scheduler/model/follow_up_parts.h"

#include <stdlib.h>
#include <string.h>

#include "scheduler/base/text.h"

enum { DAY_MINUTES = 24 * 60, DAY_S = 24 * 60 * 60 };

static bool is_same_date(struct civil a, struct civil b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

/* Where the clocks change at midnight, the nearer side of it will do. */
static int64_t midnight_s(const struct zone *zone, struct civil date)
{
    int64_t at_s[2];
    const struct civil midnight = {date.year, date.month, date.day, 0, 0, 0};
    return zone_to_instants(zone, midnight, at_s) > 0
               ? at_s[0]
               : civil_to_seconds(midnight) -
                     zone_offset_s(zone, civil_to_seconds(midnight) - DAY_S);
}

static void collect_days(struct follow_up_maker *maker)
{
    const struct event *event = maker->event;
    maker->day = arena_new(maker->arena, event->n_sessions, struct old_day);
    for (int i = 0; i < event->n_sessions; i++) {
        const struct session *session = &event->session[i];
        struct old_day *last =
            maker->n_days > 0 ? &maker->day[maker->n_days - 1] : NULL;
        if (last && is_same_date(last->date, session->date)) {
            last->n_sessions++;
            continue;
        }
        struct civil next = session->date;
        next.day++;
        maker->day[maker->n_days++] = (struct old_day){
            .date = session->date,
            .first_session = i,
            .n_sessions = 1,
            .start_s = midnight_s(session->zone, session->date),
            .end_s = midnight_s(session->zone, next),
        };
    }
}

/* "am-0615": short where that is clear. */
static const char *session_id(const struct follow_up_maker *maker,
                              const struct session *old, int number, int d)
{
    const struct follow_up_order *order = maker->order;
    const struct civil date = order->date[d];
    bool is_one_year = order->date[0].year == order->date[order->n_dates - 1].year;
    const char *id = is_one_year
                         ? arena_printf(maker->arena, "%s-%02d%02d", old->id,
                                        date.month, date.day)
                         : arena_printf(maker->arena, "%s-%04d%02d%02d", old->id,
                                        date.year, date.month, date.day);
    return text_is_id(id) ? id : arena_printf(maker->arena, "s%d", number + 1);
}

static const char *date_text(struct arena *arena, struct civil date)
{
    return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

/* The instant of a clock time of the session's day; an error if there is not just
 * one. */
static bool instant_of(const struct follow_up_maker *maker,
                       const struct session *session, int minutes, int64_t *at_s)
{
    int64_t found_s[2];
    struct civil civil = session->date;
    civil.hour = minutes / 60;
    civil.minute = minutes % 60;
    int n = zone_to_instants(session->zone, civil, found_s);
    *at_s = found_s[0];
    return n == 1 ||
           findings_add(
               maker->findings, SEVERITY_ERROR, session->place,
               n == 0 ? "session '%s': %02d:%02d on %s does not exist in %s, "
                        "where the clock is changed then; expected another date, "
                        "or another --start"
                      : "session '%s': %02d:%02d on %s comes twice in %s, where "
                        "the clock is changed then; expected another date, or "
                        "another --start",
               session->id, minutes / 60, minutes % 60,
               date_text(maker->arena, session->date), session->zone->name);
}

static bool place_breaks(const struct follow_up_maker *maker,
                         struct session *session, const struct session *old,
                         int later_min)
{
    bool ok = true;
    session->break_time = arena_new(maker->arena, old->n_breaks, struct break_time);
    session->n_breaks = 0;
    for (int k = 0; k < old->n_breaks; k++) {
        struct break_time b = old->break_time[k];
        b.start_min += later_min;
        b.end_min += later_min;
        if (b.start_min < 0 || b.end_min > session->end_min) {
            continue; /* the session ends before it */
        }
        ok &= instant_of(maker, session, b.start_min, &b.start_s) &&
              instant_of(maker, session, b.end_min, &b.end_s);
        session->break_time[session->n_breaks++] = b;
    }
    return ok;
}

static bool judge_span(const struct follow_up_maker *maker,
                       const struct session *session)
{
    int start = session->start_min, end = session->end_min;
    return (start >= 0 && end <= DAY_MINUTES && start < end) ||
           findings_add(
               maker->findings, SEVERITY_ERROR, session->place,
               "session '%s' on %s would begin at %02d:%02d and end at "
               "%02d:%02d; expected an end after the start, within the day: "
               "look at --start and --end",
               session->id, date_text(maker->arena, session->date), start / 60,
               start % 60, end / 60, end % 60);
}

static bool make_session(struct follow_up_maker *maker, int d,
                         const struct session *old, bool is_last, int later_min)
{
    const struct follow_up_order *order = maker->order;
    struct event *next = &maker->out->event;
    struct session *session = &next->session[next->n_sessions];
    *session = *old;
    session->id = session_id(maker, old, next->n_sessions, d);
    session->date = order->date[d];
    session->start_min = old->start_min + later_min;
    session->end_min = old->end_min + later_min;
    if (is_last && order->end_min >= 0) {
        session->end_min = order->end_min;
    }
    if (order->minutes > 0) {
        session->meeting_minutes = order->minutes;
    }
    next->n_sessions++;
    return judge_span(maker, session) &&
           instant_of(maker, session, session->start_min, &session->start_s) &&
           instant_of(maker, session, session->end_min, &session->end_s) &&
           place_breaks(maker, session, old, later_min);
}

static bool make_day(struct follow_up_maker *maker, int d)
{
    const struct old_day *day = &maker->day[maker->template_day[d]];
    const struct session *old = &maker->event->session[day->first_session];
    int start_min = maker->order->start_min;
    int later_min = start_min >= 0 ? start_min - old->start_min : 0;
    bool ok = true;
    for (int i = 0; i < day->n_sessions; i++) {
        ok &= make_session(maker, d, &old[i], i + 1 == day->n_sessions, later_min);
    }
    return ok;
}

static int by_start(const void *left, const void *right)
{
    const struct session *a = left, *b = right;
    if (a->start_s != b->start_s) {
        return a->start_s < b->start_s ? -1 : 1;
    }
    return strcmp(a->id, b->id);
}

bool follow_up_make_days(struct follow_up_maker *maker)
{
    const struct follow_up_order *order = maker->order;
    struct event *next = &maker->out->event;
    bool ok = true;
    collect_days(maker);
    maker->template_day = arena_new(maker->arena, order->n_dates, int);
    next->session =
        arena_new(maker->arena, (int64_t)order->n_dates * maker->event->n_sessions,
                  struct session);
    next->n_sessions = 0;
    for (int d = 0; d < order->n_dates; d++) {
        maker->template_day[d] = d < maker->n_days ? d : maker->n_days - 1;
        ok &= make_day(maker, d);
    }
    if (!ok) {
        return false;
    }
    qsort(next->session, (size_t)next->n_sessions, sizeof *next->session, by_start);
    return slots_build(maker->arena, next, maker->findings);
}
