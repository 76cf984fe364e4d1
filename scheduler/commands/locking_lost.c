/* Locks of meetings that the event does not know any more. Their rows are compared as
 * they are written: with the name itself, or with what the schedule says of it. */

#include <string.h>

#include "scheduler/commands/locking.h"

static bool are_same(const struct strings *a, const struct strings *b)
{
    for (int k = 0; k < a->n; k++) {
        if (!strings_has(b, a->text[k])) {
            return false;
        }
    }
    return a->n == b->n;
}

/* entry may be NULL. */
static bool is_meant(const struct lost_lock *lock, const char *name,
                     const struct strings *people,
                     const struct schedule_meeting *entry)
{
    if (lock->request_id[0] != '\0') {
        return strcmp(lock->request_id, name) == 0 ||
               (entry && strings_has(&entry->request_ids, lock->request_id));
    }
    return are_same(&lock->participant_ids, people) ||
           (entry && are_same(&lock->participant_ids, &entry->participant_ids));
}

int locking_release_lost(struct locking *locking, const char *name)
{
    const struct event *event = &locking->event;
    const struct schedule *schedule = &locking->schedule;
    const struct strings people = text_split(&locking->job->arena, name, ',');
    int k = locking_find_listed(schedule->meeting, schedule->n_meetings, name);
    int c = locking_find_listed(schedule->cancelled, schedule->n_cancelled, name);
    const struct schedule_meeting *entry = k >= 0   ? &schedule->meeting[k]
                                           : c >= 0 ? &schedule->cancelled[c]
                                                    : NULL;
    int n = 0;
    for (int l = 0; l < event->n_lost_locks; l++) {
        if (is_meant(&event->lost_lock[l], name, &people, entry)) {
            locks_file_release(&locking->file, event->lost_lock[l].place.line);
            n++;
        }
    }
    return n;
}
