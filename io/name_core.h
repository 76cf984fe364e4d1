#ifndef MATCHDAY_IO_NAME_CORE_H
#define MATCHDAY_IO_NAME_CORE_H

#include "scheduler/base/arena.h"

/* What is left of an organisation's or a person's name, as unicode_folded() gives it,
 * without the legal form, titles of address, blanks and marks: "岐阜精機" of
 * "株式会社 岐阜精機", "(株)岐阜精機" and "岐阜精機 御中", "acme" of "acme co., ltd.". ""
 * if nothing is. Two that have the same core are often one, and never surely. */
char *name_core(struct arena *arena, const char *folded);

#endif
