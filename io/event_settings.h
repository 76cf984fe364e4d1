#ifndef MATCHDAY_IO_EVENT_SETTINGS_H
#define MATCHDAY_IO_EVENT_SETTINGS_H

#include "io/table.h"
#include "io/value.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"

/* The table of what an event says once, as the object that stands in event.json: with
 * the members event, rules, weights, objective and rooms. A row is a name and its value
 * ("time_zone", "Europe/Brussels"), or the first row is names and the second values.
 * What is not known becomes a member of event, to be told as such. */
struct value event_settings(struct arena *arena, const struct table *table,
                            struct findings *findings);

#endif
