/* What is kept of pairs and locks: who met this time joins those who had met, and
 * what was forbidden stays so. Slots are others and meetings that had to take place
 * have had their chance, so all other locks end with the event. */

#include "scheduler/model/follow_up_parts.h"

#include <stdlib.h>
#include <string.h>

#include "scheduler/base/ints.h"

static int by_pair(const void *left, const void *right)
{
    const struct met_before *a = left, *b = right;
    return a->a != b->a ? a->a - b->a : a->b - b->b;
}

static int sort_pairs(struct met_before *pair, int n)
{
    int kept = 0;
    if (n > 0) {
        qsort(pair, (size_t)n, sizeof *pair, by_pair);
    }
    for (int k = 0; k < n; k++) {
        if (kept == 0 || by_pair(&pair[kept - 1], &pair[k]) != 0) {
            pair[kept++] = pair[k];
        }
    }
    return kept;
}

/* Of those whom the next event knows. */
static int add_pairs(const struct event *event, const struct meeting_fact *fact,
                     struct met_before *pair)
{
    int n = 0;
    for (int i = 0; i < fact->n_participants; i++) {
        for (int j = i + 1; j < fact->n_participants; j++) {
            if (!fact->was_absent[i] && !fact->was_absent[j] &&
                !event_has_left(event, fact->participant[i]) &&
                !event_has_left(event, fact->participant[j])) {
                pair[n++] =
                    (struct met_before){fact->participant[i], fact->participant[j]};
            }
        }
    }
    return n;
}

int follow_up_pairs(struct arena *arena, const struct event *event,
                    const struct schedule *schedule,
                    const struct feedback_facts *facts, struct met_before **met,
                    int *n_met)
{
    int most = event->n_met_before, n = 0;
    for (int k = 0; k < schedule->n_meetings; k++) {
        int n_there = facts->meeting[k].n_participants;
        most += n_there * (n_there - 1) / 2;
    }
    struct met_before *pair = arena_new(arena, most, struct met_before);
    for (int k = 0; k < schedule->n_meetings; k++) {
        if (facts->meeting[k].is_held) {
            n += add_pairs(event, &facts->meeting[k], pair + n);
        }
    }
    int n_now = n = sort_pairs(pair, n);
    if (event->n_met_before > 0) {
        memcpy(pair + n, event->met_before,
               (size_t)event->n_met_before * sizeof *pair);
    }
    *met = pair;
    *n_met = sort_pairs(pair, n + event->n_met_before);
    return n_now;
}

void follow_up_note_met(struct follow_up_maker *maker)
{
    struct event *next = &maker->out->event;
    maker->out->n_pairs =
        follow_up_pairs(maker->arena, maker->event, maker->schedule, maker->facts,
                        &next->met_before, &next->n_met_before);
}

static bool is_about(struct arena scratch, const struct lock *lock,
                     const struct request *request)
{
    int *people = arena_new(&scratch, request->n_also + 2, int);
    int n = 0;
    people[n++] = request->from;
    people[n++] = request->to;
    for (int k = 0; k < request->n_also; k++) {
        people[n++] = request->also[k];
    }
    ints_sort(people, n);
    return n == lock->n_participants &&
           memcmp(people, lock->participant, (size_t)n * sizeof *people) == 0;
}

/* The same lock in the next event, by a request of it; false if none is about it. */
static bool keep_lock(const struct follow_up_maker *maker, struct lock *lock)
{
    const struct event *next = &maker->out->event;
    const char *topic = lock->request >= 0
                            ? maker->event->request[lock->request].topic
                            : lock->topic;
    if (lock->kind != LOCK_FORBID || lock->slot >= 0) {
        return false;
    }
    for (int q = 0; q < next->n_requests; q++) {
        if (strcmp(next->request[q].topic, topic) == 0 &&
            is_about(*maker->arena, lock, &next->request[q])) {
            lock->request = -1;
            lock->topic = topic;
            return true;
        }
    }
    return false;
}

void follow_up_keep_locks(struct follow_up_maker *maker)
{
    const struct event *event = maker->event;
    struct event *next = &maker->out->event;
    next->lock = arena_new(maker->arena, event->n_locks, struct lock);
    next->n_locks = 0;
    for (int k = 0; k < event->n_locks; k++) {
        struct lock lock = event->lock[k];
        if (keep_lock(maker, &lock)) {
            next->lock[next->n_locks++] = lock;
        }
    }
    maker->out->n_locks = event->n_locks - next->n_locks;
}
