#ifndef MATCHDAY_IO_MAIL_STATE_H
#define MATCHDAY_IO_MAIL_STATE_H

#include "io/ics_reader.h"
#include "io/mail_list.h"

/* The state of what one mail is about; for io/mail_list.c. */

/* Who reads it, all contacts of a participant together. */
struct ics_reader mail_item_reader(const struct ics_input *input,
                                   const struct mail_item *item);

/* Fills in what follows from recipient and meetings: the highest number, whether they
 * had an agenda before, and the Message-ID, in arena: the same for the same. */
void mail_item_sum_up(struct arena *arena, const struct ics_input *input,
                      struct mail_item *item);

#endif
