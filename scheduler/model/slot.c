#include "scheduler/model/slot.h"

#include <assert.h>

#include "scheduler/base/text.h"
#include "scheduler/model/event.h"

/* The end of the latest break that overlaps [start_s, end_s), or start_s. */
static int64_t behind_breaks(const struct session *session, int64_t start_s,
                             int64_t end_s)
{
    int64_t behind_s = start_s;
    for (int k = 0; k < session->n_breaks; k++) {
        const struct break_time *b = &session->break_time[k];
        if (start_s < b->end_s && b->start_s < end_s && b->end_s > behind_s) {
            behind_s = b->end_s;
        }
    }
    return behind_s;
}

static void cut(struct arena *arena, struct event *event, int i, int *capacity)
{
    struct session *session = &event->session[i];
    int64_t length_s = (int64_t)session->meeting_minutes * 60;
    int64_t start_s = session->start_s;
    assert(length_s > 0);
    session->first_slot = event->n_slots;
    session->n_slots = 0;
    while (start_s + length_s <= session->end_s) {
        int64_t moved_s = behind_breaks(session, start_s, start_s + length_s);
        if (moved_s > start_s) {
            start_s = moved_s;
            continue;
        }
        event->slot = arena_grow(arena, event->slot, event->n_slots, capacity,
                                 sizeof *event->slot);
        event->slot[event->n_slots++] = (struct slot){
            .id = arena_printf(arena, "%s-%02d", session->id, ++session->n_slots),
            .session = i,
            .number = session->n_slots,
            .start_s = start_s,
            .end_s = start_s + length_s,
        };
        start_s += length_s + (int64_t)session->changeover_minutes * 60;
    }
}

bool slots_build(struct arena *arena, struct event *event,
                 struct findings *findings)
{
    int n_errors = findings->n_errors, capacity = 0;
    const struct session *last = NULL; /* to end, of those before */
    event->slot = NULL;
    event->n_slots = 0;
    for (int i = 0; i < event->n_sessions; i++) {
        const struct session *session = &event->session[i];
        if (last && session->start_s < last->end_s) {
            findings_add(findings, SEVERITY_ERROR, session->place,
                         "session '%s' begins before session '%s' ends; expected "
                         "sessions that do not overlap",
                         session->id, last->id);
        }
        last = last && last->end_s >= session->end_s ? last : session;
        cut(arena, event, i, &capacity);
        if (session->n_slots == 0) {
            findings_add(findings, SEVERITY_ERROR, session->place,
                         "session '%s' has no room for a single meeting of %d "
                         "minute%s; expected a longer session, shorter meetings or "
                         "fewer breaks",
                         session->id, session->meeting_minutes,
                         text_s(session->meeting_minutes));
        }
    }
    return findings->n_errors == n_errors;
}
