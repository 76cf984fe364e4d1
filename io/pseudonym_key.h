#ifndef MATCHDAY_IO_PSEUDONYM_KEY_H
#define MATCHDAY_IO_PSEUDONYM_KEY_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"
#include "scheduler/base/findings.h"
#include "scheduler/model/pseudonym.h"

/* The file that says who is behind a pseudonym, for whoever made them and nobody else:
 *
 * {"format": "matchday-pseudonyms/1",
 *  "names": [{"kind": "participant", "pseudonym": "body2", "name": "gifu"}]} */

/* Adds the file's names as known ones; none if there is no such file. Faults of the
 * content go into findings. False with *err if the file cannot be read. */
bool pseudonym_key_read(struct arena *arena, const char *path,
                        struct pseudonyms *pseudonyms, struct findings *findings,
                        struct error *err);

/* Its text, in arena; pseudonyms are assigned. */
char *pseudonym_key_text(struct arena *arena, const struct pseudonyms *pseudonyms);

#endif
