#ifndef MATCHDAY_IO_DERIVED_ID_H
#define MATCHDAY_IO_DERIVED_ID_H

#include <stdbool.h>

#include "scheduler/base/arena.h"

/* A well-formed id made of any text: lower case, accents dropped, all else
 * that may not stand in an id a hyphen: "Île-de-France (FR)" gives
 * "ile-de-france-fr". Where that loses letters, eight digits that depend on the whole
 * text follow, so that two texts with the same rest differ: "静岡商談会２０２７" gives
 * "2027-" and digits; where nothing is left of it ("岐阜県") or the result would
 * be reserved, "id-" and digits. At most DERIVED_ID_MAX bytes, which leaves room for
 * a number behind it. */
enum { DERIVED_ID_MAX = 56 };
char *derived_id(struct arena *arena, const char *text);

/* The same with the digits in any case, for texts that differ in marks alone. */
char *derived_id_with_digits(struct arena *arena, const char *text);

/* True if the id made of that text, or of the same as names are compared, has them, so
 * that it says less than the text. */
bool derived_id_has_digits(struct arena scratch, const char *text, const char *id);

#endif
