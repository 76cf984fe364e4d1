#ifndef MATCHDAY_MODEL_VARIATION_H
#define MATCHDAY_MODEL_VARIATION_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"

/* The same event with other means: what `whatif` compares. */

enum variation_kind {
    VARY_ROOMS,        /* how many there are */
    VARY_INTERPRETERS, /* likewise */
    VARY_START,   /* when each day's first session begins, minutes after midnight;
                          what follows on the day moves with it */
    VARY_SLOTS,   /* how many each session has */
    VARY_MINUTES, /* how long each meeting is */
    N_VARIATIONS,
};

enum { VARY_NOT = -1 };

struct variation {
    int number[N_VARIATIONS]; /* or VARY_NOT: as it is */
};

/* Makes the event vary. Of rooms (interpreters) those stay that suit most meetings in
 * most slots; further rooms are like the first of these, at all times and for
 * everybody, and further interpreters like the others in turn. elig is the event's
 * own. Returns false, with errors in findings, if there is no such event: the day is
 * too short, or a lock needs what is gone. In arena; shares what does not vary. */
bool variation_apply(struct arena *arena, const struct event *event,
                     const struct eligibility *elig,
                     const struct variation *variation, struct event *out,
                     struct findings *findings);

/* What the event has now; VARY_NOT where its sessions differ, or where it has no list
 * of interpreters. */
int variation_present(const struct event *event, enum variation_kind kind);

#endif
