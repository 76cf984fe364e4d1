#ifndef MATCHDAY_COMMANDS_FOLLOWUP_ORDER_H
#define MATCHDAY_COMMANDS_FOLLOWUP_ORDER_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/text.h"
#include "scheduler/model/follow_up.h"

/* What the command line says of the next event; NULL, none and 0 are left out. */
struct followup_wishes {
    struct strings date;
    const char *start, *end;
    int64_t minutes;
    const char *id, *name, *name_ja, *topic;
};

/* Judges it against the event and fills in what was left out: the days of the event
 * some weeks later, its id and names with "follow-up" behind them. What is wrong is
 * told on standard error; false then. */
bool followup_order_make(struct arena *arena, const struct event *event,
                         const struct followup_wishes *wishes,
                         struct follow_up_order *order);

#endif
