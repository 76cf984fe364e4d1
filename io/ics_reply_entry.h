#ifndef MATCHDAY_IO_ICS_REPLY_ENTRY_H
#define MATCHDAY_IO_ICS_REPLY_ENTRY_H

#include <stdbool.h>

#include "io/ics_tree.h"
#include "io/ics_zones.h"
#include "scheduler/base/findings.h"
#include "scheduler/model/reply.h"

/* One entry of a calendar that answers; for io/ics_reply*.c alone. */

/* What the entries of a calendar have in common. */
struct ics_answering {
    struct arena *arena;
    const char *file;
    const char *from;         /* who has sent the mail, or "" */
    struct ics_zones zones;   /* of the calendar under way */
    struct findings of_zones; /* which are none of the answer */
    struct findings *findings;
};

/* Reads a VEVENT of a REPLY, or of a COUNTER, in arena. False where it is no answer
 * that can be counted, which is told. */
bool ics_reply_entry_read(struct ics_answering *answering,
                          const struct ics_component *component, bool is_counter,
                          struct reply *reply);

/* Adds a finding at the property of that name, or at the component; false. */
bool ics_reply_complain(struct ics_answering *answering, enum severity severity,
                        const struct ics_component *component, const char *name,
                        const char *text);

/* The only property of that name, or NULL with an error. */
const struct ics_property *
ics_reply_find_only(struct ics_answering *answering,
                    const struct ics_component *component, const char *name);

#endif
