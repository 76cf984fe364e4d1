#ifndef MATCHDAY_IO_CONTACT_ADDRESSES_H
#define MATCHDAY_IO_CONTACT_ADDRESSES_H

#include <stdbool.h>
#include <stddef.h>

#include "scheduler/base/arena.h"
#include "scheduler/model/event.h"

/* Nobody's address goes to others, but people type some into what their partners
 * read. */

/* Finds the first e-mail address in text, from `*at` on, that is a contact's or an
 * interpreter's, or stands there for their name; *at is where it begins then. Its length, or 0. */
size_t contact_address_find(const struct event *event, const char *text,
                            size_t *at);

/* The text with "…@…" for each of these; the text itself if there is none. In
 * arena. */
const char *contact_addresses_mask(struct arena *arena, const struct event *event,
                                   const char *text);

#endif
