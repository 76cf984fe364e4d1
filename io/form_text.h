#ifndef MATCHDAY_IO_FORM_TEXT_H
#define MATCHDAY_IO_FORM_TEXT_H

#include "io/texts.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/zone.h"
#include "scheduler/model/slot.h"

/* What to paste into a form tool to ask people when they could meet: a heading, a
 * question and one line for each slot, with its times on each clock. Whose day differs
 * from the first zone's gets the date behind the time. Lines end with LF. In arena. */
char *form_text(struct arena *arena, enum language language,
                const struct zone *const *zone, int n_zones,
                const struct slot *slot, int n_slots);

#endif
