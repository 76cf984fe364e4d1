#ifndef MATCHDAY_IO_ZONE_COUNTRIES_H
#define MATCHDAY_IO_ZONE_COUNTRIES_H

#include "scheduler/base/arena.h"
#include "scheduler/base/text.h"

/* The ISO 3166 code of the country in which a zone lies, "FR" of "Europe/Paris", by
 * the table zone.tab beside the zones; "" if it is not there. In arena. */
const char *zone_country(struct arena *arena, const char *zone);

/* The ISO 3166 code of what people write as a country: "FR" of "fr", "France" and
 * "フランス", by the table iso3166.tab beside the zones; "" if it is none. In arena. */
const char *country_code(struct arena *arena, const char *text);

/* The zones of a country by its code, the one with the most people first. In arena. */
struct strings country_zones(struct arena *arena, const char *code);

#endif
