#ifndef MATCHDAY_BASE_ZONE_NAME_H
#define MATCHDAY_BASE_ZONE_NAME_H

#include <stdbool.h>

#include "scheduler/base/error.h"

enum { ZONE_NAME_SIZE = 64 }; /* of the longest name, with its NUL */

/* True for words of letters, digits, '_', '-' and '+' between single slashes,
 * each beginning with a letter, the first with a capital: so for no absolute
 * path, nothing with "..", and none of the tables beside the zones. Other names
 * must not be opened. */
bool zone_name_is_well_formed(const char *name);

/* False with a message if a name is empty or never a zone whatever the database
 * holds: an abbreviation, an offset ("UTC+9"), a name whose meaning depends on
 * the machine ("localtime"). */
bool zone_name_check(const char *name, struct error *err);

/* Looks through the database in that folder for the name most like this
 * one: the same but for case, blanks or the region in front, or with few
 * edits. Returns false if there is nothing near. The result does not
 * depend on the order of files in the folder. */
bool zone_name_guess(const char *folder, const char *name,
                     char guess[ZONE_NAME_SIZE]);

#endif
