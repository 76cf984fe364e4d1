#ifndef MATCHDAY_IO_CAREFUL_NAMES_H
#define MATCHDAY_IO_CAREFUL_NAMES_H

#include "scheduler/base/arena.h"

/* A person's name without what is put behind it to address somebody, "山田太郎" of
 * "山田太郎 様"; letters add their own. The text itself if there is nothing of it. */
const char *careful_person(struct arena *arena, const char *text);

/* The same of a body: "岐阜県庁" of "岐阜県庁 御中". */
const char *careful_body(struct arena *arena, const char *text);

#endif
