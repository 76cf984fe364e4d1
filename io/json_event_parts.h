#ifndef MATCHDAY_IO_JSON_EVENT_PARTS_H
#define MATCHDAY_IO_JSON_EVENT_PARTS_H

#include "io/value.h"
#include "scheduler/base/arena.h"
#include "scheduler/model/event.h"

/* The steps of json_event_text(), in their order; each puts one list of the event
 * into root. Sessions, participants and requests stand there even if there are
 * none, rooms always, interpreters where the event has the list, the others if
 * they have entries. */

/* What not every text of an event has. */
struct json_event_parts {
    bool calendars; /* by name: they have not been read */
    bool marks;     /* on contacts that are to be confirmed */
};

/* json_event_places.c */
void json_event_put_sessions(struct arena *arena, struct value *root,
                             const struct event *event);
void json_event_put_agenda(struct arena *arena, struct value *root,
                           const struct event *event);
void json_event_put_rooms(struct arena *arena, struct value *root,
                          const struct event *event);
void json_event_put_interpreters(struct arena *arena, struct value *root,
                                 const struct event *event);

/* json_event_people.c */
void json_event_put_participants(struct arena *arena, struct value *root,
                                 const struct event *event,
                                 const struct json_event_parts *parts);
void json_event_put_availability(struct arena *arena, struct value *root,
                                 const struct event *event);

/* json_event_requests.c */
void json_event_put_requests(struct arena *arena, struct value *root,
                             const struct event *event);
void json_event_put_locks(struct arena *arena, struct value *root,
                          const struct event *event);
void json_event_put_met_before(struct arena *arena, struct value *root,
                               const struct event *event);

/* What several of them need: a number unless it is NO_LIMIT; "09:00"; windows, if
 * there are any; the ids of participants; the name of a status. */
void json_event_put_limit(struct arena *arena, struct value *object,
                          const char *key, int limit);
void json_event_put_clock(struct arena *arena, struct value *object,
                          const char *key, int minutes);
void json_event_put_windows(struct arena *arena, struct value *object,
                            const char *key, const struct windows *windows);
struct strings json_event_ids(struct arena *arena, const struct event *event,
                              const int *participant, int n);
const char *json_event_status(enum request_status status);

#endif
