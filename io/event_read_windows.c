/* Windows of time in which somebody, or a room, can be used. One that lies outside
 * every session does nothing, mostly because its date or its time zone is wrong: it
 * is told where it stands. Sessions are known before any window is read. */

#include "io/event_parts.h"
#include "scheduler/base/phrase.h"

struct stray {
    struct fields fields;
    struct span_keys keys;
    const struct zone *zone;
    int64_t start_s;
    const struct windows *owner; /* all windows of the same participant or room */
};

static bool touches_session(const struct event *event, struct window window)
{
    for (int k = 0; k < event->n_sessions; k++) {
        const struct session *session = &event->session[k];
        if (session->start_s < window.end_s && window.start_s < session->end_s) {
            return true;
        }
    }
    return false;
}

void event_add_window(struct reader *reader, const struct window_read *read,
                      struct windows *owner)
{
    windows_add(reader->arena, owner, read->window);
    if (reader->has_all_slots && !touches_session(reader->event, read->window)) {
        reader->stray = arena_grow(reader->arena, reader->stray, reader->n_strays,
                                   &reader->strays_capacity, sizeof *reader->stray);
        reader->stray[reader->n_strays++] = (struct stray){
            *read->fields, read->keys, read->zone, read->window.start_s, owner};
    }
}

/* The session whose start is nearest to that instant. */
static const struct session *nearest_session(const struct event *event,
                                             int64_t instant_s)
{
    const struct session *nearest = &event->session[0];
    for (int k = 1; k < event->n_sessions; k++) {
        const struct session *session = &event->session[k];
        int64_t far_s = instant_s - session->start_s;
        int64_t least_s = instant_s - nearest->start_s;
        if ((far_s < 0 ? -far_s : far_s) < (least_s < 0 ? -least_s : least_s)) {
            nearest = session;
        }
    }
    return nearest;
}

/* "2026-05-19T16:00" */
static const char *local_text(struct arena *arena, const struct zone *zone,
                              int64_t instant_s)
{
    struct civil civil = zone_to_civil(zone, instant_s);
    return arena_printf(arena, "%04d-%02d-%02dT%02d:%02d", civil.year, civil.month,
                        civil.day, civil.hour, civil.minute);
}

static bool has_other_windows(const struct event *event,
                              const struct windows *owner)
{
    int k = 0;
    while (k < owner->n && !touches_session(event, owner->window[k])) {
        k++;
    }
    return k < owner->n;
}

/* Nobody who offers the right times as well is troubled with more than a note. */
static void tell_stray(struct reader *reader, const struct stray *stray)
{
    struct arena *arena = reader->arena;
    const struct fields *fields = &stray->fields;
    const struct session *session = nearest_session(reader->event, stray->start_s);
    const char *text =
        arena_printf(arena,
                     phrase("'%s' to '%s' in %s lies outside every session, so "
                            "that it offers nothing; "
                            "expected part of the session '%s', which is '%s' to "
                            "'%s' there; look at "
                            "the date and the time zone"),
                     field_text(fields, stray->keys.start),
                     field_text(fields, stray->keys.end), stray->zone->name,
                     session->id, local_text(arena, stray->zone, session->start_s),
                     local_text(arena, stray->zone, session->end_s));
    findings_add(fields->findings,
                 has_other_windows(reader->event, stray->owner) ? SEVERITY_NOTE
                                                                : SEVERITY_WARNING,
                 field_place(fields, stray->keys.start), "%s", text);
}

void event_judge_windows(struct reader *reader)
{
    enum { MOST = 20 };
    for (int k = 0; k < reader->n_strays && k < MOST; k++) {
        tell_stray(reader, &reader->stray[k]);
    }
    if (reader->n_strays > MOST) {
        const struct stray *last = &reader->stray[MOST];
        findings_add(last->fields.findings, SEVERITY_WARNING,
                     field_place(&last->fields, last->keys.start),
                     "lies outside every session, like %d other windows; expected "
                     "times of this event",
                     reader->n_strays - 1);
    }
}
