#ifndef MATCHDAY_IO_CAREFUL_WORDS_H
#define MATCHDAY_IO_CAREFUL_WORDS_H

#include "io/headings.h"

/* The word of a field that another one means, by its letters: "accepted" for "承諾" in
 * the status of requests; or NULL. */
const char *careful_word(const struct heading *heading, const char *letters);

#endif
