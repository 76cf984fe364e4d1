/* Locks of meetings that have begun. */

#include "scheduler/model/eligibility_parts.h"
#include "scheduler/model/schedule.h"

/* The meeting's entry if it has begun, or NULL. */
static const struct schedule_meeting *find_begun(const struct schedule *schedule,
                                                 int m, int64_t before_s)
{
    for (int k = 0; m >= 0 && k < schedule->n_meetings; k++) {
        if (schedule->meeting[k].m == m &&
            schedule->meeting[k].start_s < before_s) {
            return &schedule->meeting[k];
        }
    }
    return NULL;
}

void schedule_pass_locks(const struct schedule *schedule, int64_t before_s,
                         struct event *event, const struct eligibility *elig,
                         struct findings *findings)
{
    for (int l = 0; l < event->n_locks; l++) {
        struct lock *lock = &event->lock[l];
        int m = eligibility_meeting_of_lock(elig, lock);
        const struct schedule_meeting *begun = find_begun(schedule, m, before_s);
        if (begun) {
            lock->is_past = true;
            findings_add(findings, SEVERITY_NOTE, lock->place,
                         "meeting '%s' has begun and stays as it was; its lock "
                         "changes nothing any more",
                         begun->id);
        }
    }
}
