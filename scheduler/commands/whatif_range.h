#ifndef MATCHDAY_COMMANDS_WHATIF_RANGE_H
#define MATCHDAY_COMMANDS_WHATIF_RANGE_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/model/variation.h"

/* Numbers, or clock times as minutes after midnight, rising, each once. */
struct whatif_range {
    int *number;
    int n;
};

/* "rooms", as the option is called. */
const char *whatif_range_name(enum variation_kind kind);

/* "19", or "09:30" of a start. In arena. */
const char *whatif_range_text(struct arena *arena, enum variation_kind kind,
                              int number);

/* Reads "4..20", "07:30..10:00/15", "4,8..12"; NULL is an empty range. Steps are 1, of
 * clock times 30 minutes. Returns false where it is none, which was told. */
bool whatif_range_read(struct arena *arena, enum variation_kind kind,
                       const char *text, struct whatif_range *range);

#endif
