#ifndef MATCHDAY_IO_ZONE_COUNTRIES_H
#define MATCHDAY_IO_ZONE_COUNTRIES_H

#include "scheduler/base/arena.h"

/* The ISO 3166 code of the country in which a zone lies, "FR" of "Europe/Paris", by
 * the table zone.tab beside the zones; "" if it is not there. In arena. */
const char *zone_country(struct arena *arena, const char *zone);

#endif
