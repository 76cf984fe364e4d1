#include "scheduler/model/amendment.h"

#include <assert.h>
#include <string.h>

#include "scheduler/base/text.h"
#include "scheduler/model/eligibility_parts.h"

static bool is_same(const struct amendment *a, const struct amendment *b)
{
    return a->kind == b->kind && a->q == b->q && a->p == b->p && a->i == b->i &&
           a->l == b->l && a->s == b->s;
}

bool amendments_add(struct amendments *list, struct amendment amendment)
{
    for (int k = 0; k < list->n; k++) {
        if (is_same(&list->item[k], &amendment)) {
            return true;
        }
    }
    if (list->n == AMENDMENTS_MOST) {
        return false;
    }
    list->item[list->n++] = amendment;
    return true;
}

static void add_window(struct windows *windows, int64_t start_s, int64_t end_s)
{
    if (start_s < end_s) {
        windows->window[windows->n++] = (struct window){start_s, end_s};
    }
}

static struct windows windows_of(struct arena *arena, int n)
{
    return (struct windows){arena_new(arena, n, struct window), 0};
}

/* A row for each run of slots that suit p now, and slot s: consecutive slots have
 * no other between them that a row could offer besides. */
static struct windows rows_for_all(struct arena *arena, const struct event *event,
                                   int p, int s)
{
    struct windows rows = windows_of(arena, event->n_slots);
    int last = -2;
    for (int k = 0; k < event->n_slots; k++) {
        const struct slot *slot = &event->slot[k];
        if (k != s && eligibility_absence(event, p, k) != ABSENCE_NONE) {
            continue;
        }
        if (last == k - 1 && event->slot[last].session == slot->session) {
            rows.window[rows.n - 1].end_s = slot->end_s;
        } else {
            add_window(&rows, slot->start_s, slot->end_s);
        }
        last = k;
    }
    return rows;
}

struct amendment_hours amendment_hours(struct arena *arena,
                                       const struct event *event, int p, int s)
{
    const struct participant *who = &event->participant[p];
    const struct slot *slot = &event->slot[s];
    struct amendment_hours hours = {
        .added = windows_of(arena, 1),
        .removed = windows_of(arena, who->unavailable.n),
        .kept = windows_of(arena, 2 * who->unavailable.n),
    };
    for (int k = 0; k < who->unavailable.n; k++) {
        const struct window *busy = &who->unavailable.window[k];
        if (busy->start_s < slot->end_s && slot->start_s < busy->end_s) {
            add_window(&hours.removed, busy->start_s, busy->end_s);
            add_window(&hours.kept, busy->start_s, slot->start_s);
            add_window(&hours.kept, slot->end_s, busy->end_s);
        }
    }
    if (who->available.n > 0 &&
        !windows_cover(&who->available, slot->start_s, slot->end_s)) {
        add_window(&hours.added, slot->start_s, slot->end_s);
    } else if (who->available.n == 0) {
        struct participant without = *who;
        struct event trial = *event;
        without.unavailable = (struct windows){NULL, 0};
        trial.participant = &without;
        trial.n_agenda = 0; /* listed by index, and of no interest here */
        if (eligibility_absence(&trial, 0, s) == ABSENCE_UNSOCIAL) {
            hours.added = rows_for_all(arena, event, p, s);
        }
    }
    return hours;
}

static bool is_in(const struct windows *windows, const struct window *window)
{
    for (int k = 0; k < windows->n; k++) {
        if (windows->window[k].start_s == window->start_s &&
            windows->window[k].end_s == window->end_s) {
            return true;
        }
    }
    return false;
}

/* The windows without some and with others, by start, then end. */
static struct windows changed(struct arena *arena, const struct windows *before,
                              const struct windows *removed,
                              const struct windows *added)
{
    struct windows now = windows_of(arena, before->n + added->n);
    for (int k = 0; k < before->n + added->n; k++) {
        const struct window *next =
            k < before->n ? &before->window[k] : &added->window[k - before->n];
        if (k < before->n && removed && is_in(removed, next)) {
            continue;
        }
        int at = now.n++;
        while (at > 0 && (now.window[at - 1].start_s > next->start_s ||
                          (now.window[at - 1].start_s == next->start_s &&
                           now.window[at - 1].end_s > next->end_s))) {
            now.window[at] = now.window[at - 1];
            at--;
        }
        now.window[at] = *next;
    }
    return now;
}

static void make_free(struct arena *arena, struct event *event, int p, int s)
{
    struct participant *who = &event->participant[p];
    struct amendment_hours hours = amendment_hours(arena, event, p, s);
    who->available = changed(arena, &who->available, NULL, &hours.added);
    who->unavailable =
        changed(arena, &who->unavailable, &hours.removed, &hours.kept);
}

/* "extra-room", "extra-room-2" and so on, behind the last. */
static const char *new_id(struct arena *arena, const char *what, const char *last,
                          int n)
{
    const char *id = n == 0 ? arena_strdup(arena, what)
                            : arena_printf(arena, "%s-%d", what, n + 1);
    return text_id_behind(arena, id, last);
}

const char *amendment_room_id(struct arena *arena, const struct event *event, int n)
{
    return new_id(arena, "extra-room",
                  event->n_rooms > 0 ? event->room[event->n_rooms - 1].id : "", n);
}

const char *amendment_interpreter_id(struct arena *arena, const struct event *event,
                                     int n)
{
    int last = event->n_interpreters - 1;
    return new_id(arena, "extra-interpreter",
                  last >= 0 ? event->interpreter[last].id : "", n);
}

static struct windows window_of_slot(struct arena *arena, const struct slot *slot)
{
    struct windows windows = windows_of(arena, 1);
    add_window(&windows, slot->start_s, slot->end_s);
    return windows;
}

/* Counts what was added, which is not in `before`. */
static void add_room(struct arena *arena, const struct event *before,
                     const struct amendment *amendment, struct event *event)
{
    event->room[event->n_rooms] = (struct room){
        .id = amendment_room_id(arena, before, event->n_rooms - before->n_rooms),
        .name = "",
        .url = "",
        .capacity = NO_LIMIT,
        .features = amendment->features,
        .available = window_of_slot(arena, &event->slot[amendment->s]),
    };
    event->n_rooms++;
}

static void add_interpreter(struct arena *arena, const struct event *before,
                            const struct amendment *amendment, struct event *event)
{
    struct strings pairs = {arena_new(arena, 1, const char *), 1};
    pairs.text[0] = amendment->pair;
    event->interpreter[event->n_interpreters] = (struct interpreter){
        .id = amendment_interpreter_id(
            arena, before, event->n_interpreters - before->n_interpreters),
        .name = "",
        .email = "",
        .pairs = pairs,
        .zone = event->zone,
        .available = window_of_slot(arena, &event->slot[amendment->s]),
        .max_meetings = NO_LIMIT,
        .max_consecutive = NO_LIMIT,
    };
    event->n_interpreters++;
    event->has_interpreters = true;
}

static void add_lock(struct arena *arena, const struct request *request, int q,
                     int s, struct event *event)
{
    struct lock *lock = &event->lock[event->n_locks++];
    int n = 0;
    *lock = (struct lock){
        .place = {.file = event->file},
        .kind = LOCK_KEEP,
        .request = q,
        .participant = arena_new(arena, 2 + request->n_also, int),
        .topic = request->topic,
        .slot = s,
        .room = -1,
        .slot_id = s >= 0 ? event->slot[s].id : "",
    };
    /* Rising, as everything in an event is. */
    for (int p = 0; p < event->n_participants; p++) {
        bool is_of = p == request->from || p == request->to;
        for (int k = 0; k < request->n_also; k++) {
            is_of |= p == request->also[k];
        }
        if (is_of) {
            lock->participant[n++] = p;
        }
    }
    lock->n_participants = n;
}

static void apply(struct arena *arena, const struct event *before,
                  const struct amendment *amendment, struct event *event)
{
    struct request *request = &event->request[amendment->q];
    struct participant *who = &event->participant[amendment->p];
    switch (amendment->kind) {
    case AMEND_ACCEPT:
        request->status = REQUEST_ACCEPTED;
        break;
    case AMEND_WITHDRAW:
        request->status = REQUEST_WITHDRAWN;
        break;
    case AMEND_RETURN:
        who->cancelled = false;
        break;
    case AMEND_FOLLOW_UP:
        request->follow_up = true;
        break;
    case AMEND_RELEASE:
        break; /* once all others are made: indices stay as they are until then */
    case AMEND_ANY_TIME:
        request->earliest_s = request->latest_s = NO_TIME;
        request->minutes = 0;
        break;
    case AMEND_ANY_ORDER:
        request->n_after = 0;
        break;
    case AMEND_MAX_MEETINGS:
        who->max_meetings = amendment->number;
        break;
    case AMEND_MAX_CONSECUTIVE:
        who->max_consecutive = amendment->number;
        break;
    case AMEND_MAX_GAPS:
        who->max_gaps = amendment->number;
        break;
    case AMEND_PARALLEL:
        who->parallel = amendment->number;
        break;
    case AMEND_FREE:
        make_free(arena, event, amendment->p, amendment->s);
        break;
    case AMEND_STAFF_MEETINGS:
        event->interpreter[amendment->i].max_meetings = amendment->number;
        break;
    case AMEND_ROOM:
        add_room(arena, before, amendment, event);
        break;
    case AMEND_INTERPRETER:
        add_interpreter(arena, before, amendment, event);
        break;
    case AMEND_LOCK:
        add_lock(arena, request, amendment->q, -1, event);
        break;
    case AMEND_LOCK_AT:
        add_lock(arena, request, amendment->q, amendment->s, event);
        break;
    case N_AMENDMENTS:
        assert(false);
    }
}

static void *copy(struct arena *arena, const void *array, int n, int n_more,
                  size_t size)
{
    void *out = arena_alloc(arena, (size_t)n + (size_t)n_more, size);
    if (n > 0) {
        memcpy(out, array, (size_t)n * size);
    }
    return out;
}

static void release(struct event *event, const struct amendments *list)
{
    int n = 0;
    for (int l = 0; l < event->n_locks; l++) {
        bool is_gone = false;
        for (int k = 0; k < list->n; k++) {
            is_gone |= list->item[k].kind == AMEND_RELEASE && list->item[k].l == l;
        }
        if (!is_gone) {
            event->lock[n++] = event->lock[l];
        }
    }
    event->n_locks = n;
}

void amendments_apply(struct arena *arena, const struct event *event,
                      const struct amendments *list, struct event *out)
{
    int n = list->n;
    *out = *event;
    out->participant = copy(arena, event->participant, event->n_participants, 0,
                            sizeof *event->participant);
    out->n_left_participants = out->n_left_interpreters = 0;
    out->request =
        copy(arena, event->request, event->n_requests, 0, sizeof *event->request);
    out->lock = copy(arena, event->lock, event->n_locks, n, sizeof *event->lock);
    out->room = copy(arena, event->room, event->n_rooms, n, sizeof *event->room);
    out->interpreter = copy(arena, event->interpreter, event->n_interpreters, n,
                            sizeof *event->interpreter);
    for (int k = 0; k < n; k++) {
        apply(arena, event, &list->item[k], out);
    }
    release(out, list);
}
