#ifndef MATCHDAY_IO_OUTPUT_EXCHANGE_H
#define MATCHDAY_IO_OUTPUT_EXCHANGE_H

#include <stdbool.h>

#include "io/output_place.h"
#include "io/output_stage.h"
#include "scheduler/base/error.h"

enum way_result {
    WAY_DONE,
    WAY_FAILED, /* all is as before, and *err says why */
    WAY_CLOSED, /* all is as before, and there is another way */
    WAY_AGAIN,  /* another run has changed what is there: look at it anew */
};

/* Builds the new folder beside the old one and exchanges the two in one step. There
 * is no moment at which a name is missing or files of two runs are mixed. */
enum way_result exchange_write(struct stage *stage,
                               const struct output_place *place, struct error *err);

/* Ends what is left to do behind an exchange, also of a run that was killed there: the
 * old folder goes away. place is there, and locked; changes may be NULL. */
void exchange_mend(const struct output_place *place,
                   struct output_changes *changes);

#endif
