#ifndef MATCHDAY_IO_INVENTED_IDS_H
#define MATCHDAY_IO_INVENTED_IDS_H

#include "scheduler/base/arena.h"
#include "scheduler/base/findings.h"
#include "scheduler/model/event.h"

/* Errors and warnings call participants by their ids. Where such an id was made of a name
 * that has nothing in it for one, and so says nothing to whoever wrote the name, they get
 * that too: 'id-4a787d44' becomes '岐阜県 (id-4a787d44)', and a request's id made of two
 * of them '岐阜県 > lyon (id-4a787d44-lyon)'. Texts are in arena; a second call changes
 * nothing. */
void invented_ids_name(struct arena *arena, const struct event *event,
                       struct findings *findings);

#endif
