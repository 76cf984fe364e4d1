#ifndef MATCHDAY_BASE_TZIF_H
#define MATCHDAY_BASE_TZIF_H

#include <stdbool.h>
#include <stddef.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"
#include "scheduler/base/zone.h"

/* Reads the content of one TZif file (RFC 8536, versions 1 to 4; later ones
 * promise to keep to the same form) into *zone, all but its name; what it
 * points to lives in arena. The bytes may be anything. Files with leap seconds
 * are refused: their instants are not POSIX seconds. Returns false with a
 * message that goes on after a file's name: "is cut off". */
bool tzif_parse(struct arena *arena, const char *bytes, size_t len,
                struct zone *zone, struct error *err);

#endif
