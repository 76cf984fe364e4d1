#ifndef MATCHDAY_IO_DERIVED_ID_H
#define MATCHDAY_IO_DERIVED_ID_H

#include <stdbool.h>

#include "scheduler/base/arena.h"

/* A well-formed id made of any text: lower case, accents dropped, all else
 * that may not stand in an id a hyphen: "Île-de-France (FR)" gives
 * "ile-de-france-fr". Where nothing is left of it ("岐阜県") or the result would
 * be reserved, "id-" and eight digits that depend on the text alone. At most
 * DERIVED_ID_MAX bytes, which leaves room for a number behind it. */
enum { DERIVED_ID_MAX = 56 };
char *derived_id(struct arena *arena, const char *text);

/* True if nothing was left of the text, so that the id made of it says nothing. */
bool derived_id_is_number(const char *text, const char *id);

#endif
