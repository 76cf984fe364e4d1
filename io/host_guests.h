#ifndef MATCHDAY_IO_HOST_GUESTS_H
#define MATCHDAY_IO_HOST_GUESTS_H

#include "scheduler/base/arena.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* Somebody who can be in a room: a contact, a participant of whom no contact is
 * known, or an interpreter. */
struct guest {
    const char *id, *name, *organisation, *email;
    int p, contact; /* contact from 0, or -1: all of p; p -1: interpreter i */
    int i;
};

struct guests {
    struct guest *guest;
    int n;
    int *first; /* of participant p; behind them the interpreters */
    int first_interpreter;
};

/* All of the event, in arena: contacts by participant, then interpreters. */
void host_guests_list(struct arena *arena, const struct event *event,
                      struct guests *guests);

/* The room of everybody in slot s, NULL of those who are in none; room has a place for
 * each guest. Meetings are sorted by their start: *k, 0 at first, is where those of
 * the slot begin, and then of later ones; slots are asked for in order. */
void host_guests_find_rooms(const struct event *event,
                            const struct schedule *schedule,
                            const struct guests *guests, int s, int *k,
                            const char **room);

/* True if the guest attends the meeting of their participant. */
bool host_guest_attends(const struct guest *guest,
                        const struct schedule_meeting *meeting);

#endif
