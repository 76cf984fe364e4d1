#ifndef MATCHDAY_MODEL_HOLIDAYS_H
#define MATCHDAY_MODEL_HOLIDAYS_H

#include <stdbool.h>

#include "scheduler/base/civil.h"

/* Public holidays of whole countries: Japan and the European Union, with Iceland,
 * Norway, Switzerland and the United Kingdom. Of regions only what nearly all of a
 * country keeps. Rules, not a calendar: what a government moves for one year is not
 * known. Countries are ISO 3166 codes, "FR". */

bool holidays_know(const char *country);

/* The English name of the public holiday of that date; NULL if it is none, or the
 * country is not known. */
const char *holiday_name(const char *country, struct civil date);

#endif
