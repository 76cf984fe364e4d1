#ifndef MATCHDAY_IO_DISPLAY_NAME_H
#define MATCHDAY_IO_DISPLAY_NAME_H

#include "scheduler/base/arena.h"

/* What somebody calls themselves in a video conference, so that its host finds them
 * and sees where they belong: "R05 Gifu Prefecture, Misaki Tanaka". Parts that are ""
 * are left out; what is longer than such names may be (64 letters) is cut. In arena. */
const char *display_name(struct arena *arena, const char *room_id,
                         const char *organisation, const char *person);

#endif
