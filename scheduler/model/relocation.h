#ifndef MATCHDAY_MODEL_RELOCATION_H
#define MATCHDAY_MODEL_RELOCATION_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* Whether a meeting can be at a place while all others stay where they are, and if
 * not, which of them would have to give way. Every rule is judged by verify's own
 * code, on trial schedules. */

struct relocation {
    const struct event *event;       /* with the locks as they would be */
    const struct eligibility *elig;  /* of the event, whatever locks it had */
    const struct schedule *schedule; /* bound to it; the meeting may be in it */
    int m;                           /* the meeting */
    int s;                           /* its slot */
    int r;                           /* its room, or -1: any that does */
};

struct relocation_verdict {
    int r, i; /* the room and interpreter (or -1) that do, or do best */
    struct strings faults; /* what is broken then, by rules; none: it fits */
    /* Meetings of the schedule: any one of the first list would have to give way,
     * or else all of the second together. Both are empty where no meeting is in the
     * way, but the rules themselves. Locked ones are in the lists, too. */
    int *one_of, *all_of;
    int n_one_of, n_all_of;
};

/* The present room and interpreter are kept if they do. The verdict is in arena. */
void relocation_judge(struct arena *arena, const struct relocation *relocation,
                      struct relocation_verdict *verdict);

/* Only whether it fits. */
bool relocation_fits(struct arena *arena, const struct relocation *relocation);

#endif
