/* Slots are cut anew where sessions change, and everything that goes by index, locks
 * above all, is found again by its id. */

#include "scheduler/model/variation.h"

#include <stdlib.h>
#include <string.h>

#include "scheduler/base/bits.h"
#include "scheduler/base/text.h"

enum { MINUTES_A_DAY = 24 * 60 };

struct ranked {
    int64_t use; /* in how many slots of how many meetings it would do */
    int i;
};

static int by_use(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    if (x->use != y->use) {
        return x->use > y->use ? -1 : 1;
    }
    return (x->i > y->i) - (x->i < y->i);
}

/* All n members of a family, the most useful first. set[] is of m and s. */
static struct ranked *rank(struct arena *arena, const struct eligibility *elig,
                           const struct set_family *family, const int *set, int n)
{
    struct ranked *ranked = arena_new(arena, n, struct ranked);
    int64_t *count = arena_new(arena, family->n_sets, int64_t);
    for (int m = 0; m < elig->n_meetings; m++) {
        for (int s = 0; s < elig->n_slots; s++) {
            int k = set[(int64_t)m * elig->n_slots + s];
            if (k >= 0 && eligibility_suits(elig, m, s)) {
                count[k]++;
            }
        }
    }
    for (int i = 0; i < n; i++) {
        ranked[i].i = i;
        for (int k = 0; k < family->n_sets; k++) {
            ranked[i].use += bits_has(set_family_at(family, k), i) ? count[k] : 0;
        }
    }
    if (n > 0) {
        qsort(ranked, (size_t)n, sizeof *ranked, by_use);
    }
    return ranked;
}

/* Where each of n_before is afterwards, -1 = gone: the first n of the ranking stay,
 * in their old order. */
static int *places(struct arena *arena, const struct ranked *ranked, int n_before,
                   int n)
{
    int *place = arena_new(arena, n_before, int), next = 0;
    for (int k = 0; k < n_before; k++) {
        place[ranked[k].i] = k < n ? 0 : -1;
    }
    for (int i = 0; i < n_before; i++) {
        place[i] = place[i] < 0 ? -1 : next++;
    }
    return place;
}

/* An id behind all others, in the order of k. */
static const char *new_id(struct arena *arena, const char *what, const char *last,
                          int k)
{
    return text_id_behind(arena, arena_printf(arena, "%s-%05d", what, k + 1), last);
}

static bool move_locks(struct arena *arena, struct event *event, const int *place,
                       struct findings *findings)
{
    struct lock *lock = arena_new(arena, event->n_locks, struct lock);
    for (int l = 0; l < event->n_locks; l++) {
        lock[l] = event->lock[l];
        if (lock[l].room >= 0) {
            lock[l].room = place[lock[l].room];
            if (lock[l].room < 0) {
                return findings_add(findings, SEVERITY_ERROR, lock[l].place,
                                    "a lock needs a room that is gone");
            }
        }
    }
    event->lock = lock;
    return true;
}

static bool vary_rooms(struct arena *arena, const struct event *before,
                       const struct eligibility *elig, int n, struct event *event,
                       struct findings *findings)
{
    int n_before = before->n_rooms;
    const struct ranked *ranked =
        rank(arena, elig, &elig->rooms, elig->room_set, n_before);
    const int *place = places(arena, ranked, n_before, n);
    const char *last = n_before > 0 ? before->room[n_before - 1].id : "";
    event->room = arena_new(arena, n, struct room);
    event->n_rooms = n;
    for (int r = 0; r < n_before; r++) {
        if (place[r] >= 0) {
            event->room[place[r]] = before->room[r];
        }
    }
    for (int r = n_before; r < n; r++) {
        const struct room *like = n_before > 0 ? &before->room[ranked[0].i] : NULL;
        event->room[r] = (struct room){
            .id = new_id(arena, "extra-room", last, r - n_before),
            .name = "",
            .url = "",
            .capacity = like ? like->capacity : NO_LIMIT,
            .features = like ? like->features : (struct strings){NULL, 0},
        };
    }
    return move_locks(arena, event, place, findings);
}

static void move_agenda(struct arena *arena, struct event *event, const int *place)
{
    struct agenda_item *agenda =
        arena_new(arena, event->n_agenda, struct agenda_item);
    for (int k = 0; k < event->n_agenda; k++) {
        const struct agenda_item *item = &event->agenda[k];
        agenda[k] = *item;
        agenda[k].interpreter = arena_new(arena, item->n_interpreters, int);
        agenda[k].n_interpreters = 0;
        for (int i = 0; i < item->n_interpreters; i++) {
            if (place[item->interpreter[i]] >= 0) {
                agenda[k].interpreter[agenda[k].n_interpreters++] =
                    place[item->interpreter[i]];
            }
        }
    }
    event->agenda = agenda;
}

static bool vary_interpreters(struct arena *arena, const struct event *before,
                              const struct eligibility *elig, int n,
                              struct event *event, struct findings *findings)
{
    int n_before = before->n_interpreters;
    if (n > 0 && n_before == 0) {
        return findings_add(
            findings, SEVERITY_ERROR,
            (struct place){.file = before->file, .field = "interpreters"},
            "there is no interpreter that others could be like; "
            "expected one at least");
    }
    const struct ranked *ranked =
        rank(arena, elig, &elig->interpreters, elig->interpreter_set, n_before);
    const int *place = places(arena, ranked, n_before, n);
    event->interpreter = arena_new(arena, n, struct interpreter);
    event->n_interpreters = n;
    event->n_left_interpreters = 0;
    event->has_interpreters = true;
    for (int i = 0; i < n_before; i++) {
        if (place[i] >= 0) {
            event->interpreter[place[i]] = before->interpreter[i];
        }
    }
    for (int i = n_before; i < n; i++) {
        int k = i - n_before;
        event->interpreter[i] = before->interpreter[ranked[k % n_before].i];
        event->interpreter[i].id = new_id(arena, "extra-interpreter",
                                          before->interpreter[n_before - 1].id, k);
        event->interpreter[i].name = event->interpreter[i].email = "";
    }
    move_agenda(arena, event, place);
    return true;
}

static bool find_instant(const struct session *session, int minutes, int64_t *at_s,
                         struct findings *findings)
{
    int64_t instant_s[2];
    struct civil civil = session->date;
    civil.hour = minutes / 60;
    civil.minute = minutes % 60;
    if (minutes > MINUTES_A_DAY) {
        return findings_add(findings, SEVERITY_ERROR, session->place,
                            "session '%s' would end after midnight", session->id);
    }
    if (zone_to_instants(session->zone, civil, instant_s) != 1) {
        return findings_add(findings, SEVERITY_ERROR, session->place,
                            "session '%s' would begin or end while clocks are "
                            "changed",
                            session->id);
    }
    *at_s = instant_s[0];
    return true;
}

/* Finds all instants of a session anew. */
static bool place_session(struct session *session, struct findings *findings)
{
    bool ok =
        find_instant(session, session->start_min, &session->start_s, findings) &&
        find_instant(session, session->end_min, &session->end_s, findings);
    for (int k = 0; k < session->n_breaks && ok; k++) {
        struct break_time *b = &session->break_time[k];
        ok = find_instant(session, b->start_min, &b->start_s, findings) &&
             find_instant(session, b->end_min, &b->end_s, findings);
    }
    return ok;
}

static bool is_same_day(const struct session *a, const struct session *b)
{
    return a->date.year == b->date.year && a->date.month == b->date.month &&
           a->date.day == b->date.day;
}

static int first_start(const struct event *event, const struct session *session)
{
    int first = session->start_min;
    for (int k = 0; k < event->n_sessions; k++) {
        const struct session *other = &event->session[k];
        if (is_same_day(other, session) && other->start_min < first) {
            first = other->start_min;
        }
    }
    return first;
}

static bool shift(const struct event *before, int start_min,
                  struct session *session, struct findings *findings)
{
    int by = start_min - first_start(before, session);
    session->start_min += by;
    session->end_min += by;
    for (int k = 0; k < session->n_breaks; k++) {
        session->break_time[k].start_min += by;
        session->break_time[k].end_min += by;
    }
    return place_session(session, findings);
}

/* Ends the session behind its n-th slot. */
static bool cut(struct arena scratch, const struct event *event, int n,
                struct session *session, struct findings *findings)
{
    struct event alone = *event;
    struct findings ignored;
    findings_init(&ignored, &scratch);
    session->end_min = MINUTES_A_DAY;
    if (!place_session(session, findings)) {
        return false;
    }
    struct session whole = *session;
    alone.session = &whole;
    alone.n_sessions = 1;
    slots_build(&scratch, &alone, &ignored);
    if (alone.n_slots < n) {
        return findings_add(findings, SEVERITY_ERROR, session->place,
                            "session '%s' has no %d slots before midnight",
                            session->id, n);
    }
    session->end_s = alone.slot[n - 1].end_s;
    session->end_min =
        session->start_min + (int)((session->end_s - session->start_s) / 60);
    return true;
}

static bool vary_session(struct arena *arena, const struct event *before,
                         const struct variation *variation, struct session *session,
                         struct findings *findings)
{
    const struct break_time *breaks = session->break_time;
    session->break_time = arena_new(arena, session->n_breaks, struct break_time);
    for (int k = 0; k < session->n_breaks; k++) {
        session->break_time[k] = breaks[k];
    }
    if (variation->number[VARY_MINUTES] != VARY_NOT) {
        session->meeting_minutes = variation->number[VARY_MINUTES];
    }
    if (variation->number[VARY_START] != VARY_NOT &&
        !shift(before, variation->number[VARY_START], session, findings)) {
        return false;
    }
    return variation->number[VARY_SLOTS] == VARY_NOT ||
           cut(*arena, before, variation->number[VARY_SLOTS], session, findings);
}

static int by_start(const void *a, const void *b)
{
    const struct session *x = a, *y = b;
    if (x->start_s != y->start_s) {
        return x->start_s < y->start_s ? -1 : 1;
    }
    return strcmp(x->id, y->id);
}

/* The slots of locks, by their ids. */
static bool find_locked_slots(struct arena *arena, struct event *event,
                              struct findings *findings)
{
    struct lock *lock = arena_new(arena, event->n_locks, struct lock);
    for (int l = 0; l < event->n_locks; l++) {
        lock[l] = event->lock[l];
        if (lock[l].slot >= 0) {
            lock[l].slot = event_find_slot(event, lock[l].slot_id);
            if (lock[l].slot < 0) {
                return findings_add(findings, SEVERITY_ERROR, lock[l].place,
                                    "a lock needs slot '%s', which is gone",
                                    lock[l].slot_id);
            }
        }
    }
    event->lock = lock;
    return true;
}

static bool vary_sessions(struct arena *arena, const struct event *before,
                          const struct variation *variation, struct event *event,
                          struct findings *findings)
{
    event->session = arena_new(arena, before->n_sessions, struct session);
    for (int k = 0; k < before->n_sessions; k++) {
        event->session[k] = before->session[k];
        if (!vary_session(arena, before, variation, &event->session[k], findings)) {
            return false;
        }
    }
    qsort(event->session, (size_t)event->n_sessions, sizeof *event->session,
          by_start);
    return slots_build(arena, event, findings) &&
           find_locked_slots(arena, event, findings);
}

bool variation_apply(struct arena *arena, const struct event *event,
                     const struct eligibility *elig,
                     const struct variation *variation, struct event *out,
                     struct findings *findings)
{
    const int *number = variation->number;
    *out = *event;
    bool ok = number[VARY_ROOMS] == VARY_NOT ||
              vary_rooms(arena, event, elig, number[VARY_ROOMS], out, findings);
    ok = ok && (number[VARY_INTERPRETERS] == VARY_NOT ||
                vary_interpreters(arena, event, elig, number[VARY_INTERPRETERS],
                                  out, findings));
    bool is_other_day = number[VARY_START] != VARY_NOT ||
                        number[VARY_SLOTS] != VARY_NOT ||
                        number[VARY_MINUTES] != VARY_NOT;
    return ok &&
           (!is_other_day || vary_sessions(arena, event, variation, out, findings));
}

static int of_session(const struct event *event, const struct session *session,
                      enum variation_kind kind)
{
    return kind == VARY_START   ? first_start(event, session)
           : kind == VARY_SLOTS ? session->n_slots
                                : session->meeting_minutes;
}

int variation_present(const struct event *event, enum variation_kind kind)
{
    if (kind == VARY_ROOMS) {
        return event->n_rooms;
    }
    if (kind == VARY_INTERPRETERS) {
        return event->has_interpreters ? event->n_interpreters : VARY_NOT;
    }
    int number = of_session(event, &event->session[0], kind);
    for (int k = 1; k < event->n_sessions; k++) {
        if (of_session(event, &event->session[k], kind) != number) {
            return VARY_NOT;
        }
    }
    return number;
}
