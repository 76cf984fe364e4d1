#include "scheduler/model/follow_up.h"

#include <assert.h>
#include <string.h>

#include "scheduler/model/follow_up_parts.h"

const char *request_fate_name(enum request_fate fate)
{
    static const char *const name[N_FATES] = {
        "served",           "carried over", "comes first", "carried over",
        "no longer wanted", "refused",      "withdrawn",
    };
    return name[fate];
}

/* Lists that will be changed in place. */
static void copy_people(struct arena *arena, struct event *next)
{
    const struct event old = *next;
    next->participant = arena_new(arena, old.n_participants, struct participant);
    next->room = arena_new(arena, old.n_rooms, struct room);
    next->interpreter = arena_new(arena, old.n_interpreters, struct interpreter);
    if (old.n_participants > 0) {
        memcpy(next->participant, old.participant,
               (size_t)old.n_participants * sizeof *old.participant);
    }
    if (old.n_rooms > 0) {
        memcpy(next->room, old.room, (size_t)old.n_rooms * sizeof *old.room);
    }
    if (old.n_interpreters > 0) {
        memcpy(next->interpreter, old.interpreter,
               (size_t)old.n_interpreters * sizeof *old.interpreter);
    }
}

static void find_meetings(struct follow_up_maker *maker)
{
    const struct event *event = maker->event;
    maker->meeting_of = arena_new(maker->arena, event->n_requests, int);
    for (int q = 0; q < event->n_requests; q++) {
        maker->meeting_of[q] = -1;
    }
    for (int k = 0; k < maker->schedule->n_meetings; k++) {
        const struct strings *ids = &maker->schedule->meeting[k].request_ids;
        for (int n = 0; n < ids->n; n++) {
            int q = event_find_request(event, ids->text[n]);
            if (q >= 0) {
                maker->meeting_of[q] = k;
            }
        }
    }
}

static bool is_of(const struct event *event, const struct request *request,
                  const struct schedule_meeting *entry)
{
    const struct strings *ids = &entry->participant_ids;
    bool is = ids->n == request->n_also + 2 &&
              strcmp(request->topic, entry->topic) == 0 &&
              strings_has(ids, event->participant[request->from].id) &&
              strings_has(ids, event->participant[request->to].id);
    for (int k = 0; is && k < request->n_also; k++) {
        is = strings_has(ids, event->participant[request->also[k]].id);
    }
    return is;
}

/* Those of meetings that were called off and of which somebody has told. */
static void find_called_off(struct follow_up_maker *maker)
{
    const struct schedule *schedule = maker->schedule;
    int n = schedule->n_meetings + schedule->n_cancelled;
    for (int k = schedule->n_meetings; k < n; k++) {
        for (int q = 0;
             maker->facts->meeting[k].is_told && q < maker->event->n_requests;
             q++) {
            if (is_of(maker->event, &maker->event->request[q],
                      schedule_entry(schedule, k))) {
                maker->meeting_of[q] = k;
            }
        }
    }
}

static void begin(struct follow_up_maker *maker)
{
    struct event *next = &maker->out->event;
    *next = *maker->event;
    next->id = maker->order->id;
    next->name = maker->order->name;
    next->name_ja = maker->order->name_ja;
    next->agenda = NULL;
    next->n_agenda = 0;
    maker->out->n_agenda = maker->event->n_agenda;
    copy_people(maker->arena, next);
    /* Who left the event, and stands behind all others, is not in the next one. */
    next->n_participants -= next->n_left_participants;
    next->n_interpreters -= next->n_left_interpreters;
    next->n_left_participants = next->n_left_interpreters = 0;
    find_meetings(maker);
    find_called_off(maker);
}

bool follow_up_build(struct arena *arena, const struct event *event,
                     const struct schedule *schedule,
                     const struct feedback_facts *facts,
                     const struct follow_up_order *order,
                     struct follow_up *follow_up, struct findings *findings)
{
    struct follow_up_maker maker = {.arena = arena,
                                    .event = event,
                                    .schedule = schedule,
                                    .facts = facts,
                                    .order = order,
                                    .out = follow_up,
                                    .findings = findings};
    assert(order->n_dates > 0 && event->n_sessions > 0);
    *follow_up = (struct follow_up){.n_again = 0};
    begin(&maker);
    if (!follow_up_make_days(&maker)) {
        return false;
    }
    follow_up_move_hours(&maker);
    follow_up_note_clocks(&maker);
    follow_up_note_met(&maker);
    follow_up_make_requests(&maker);
    follow_up_keep_locks(&maker);
    return true;
}
