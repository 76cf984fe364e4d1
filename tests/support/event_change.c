#include "tests/support/event_change.h"

#include <string.h>

static int below(struct rng *rng, int n)
{
    return (int)rng_below(rng, (uint32_t)n);
}

void event_give_addresses(struct arena *arena, struct event *event)
{
    event->organizer = (struct person){"Desk", "desk@example.org"};
    event->n_side_organizers = 0;
    for (int p = 0; p < event->n_participants; p++) {
        struct participant *who = &event->participant[p];
        for (int c = 0; c < who->n_contacts; c++) {
            who->contact[c].email =
                arena_printf(arena, "c%d.%s@example.org", c + 1, who->id);
        }
    }
}

static void close_room(struct arena *arena, struct room *room)
{
    room->available.window = arena_new(arena, 1, struct window);
    room->available.window[0] = (struct window){0, 1};
    room->available.n = 1;
}

bool event_change_something(struct arena *arena, struct rng *rng,
                            struct event *event)
{
    bool has_details = false;
    int p = below(rng, event->n_participants);
    int q = below(rng, event->n_requests);
    struct participant *who = &event->participant[p];
    switch (below(rng, 8)) {
    case 0:
        who->cancelled = !who->cancelled;
        break;
    case 1:
        event->request[q].status = REQUEST_WITHDRAWN;
        break;
    case 2:
        event->request[q].status = REQUEST_ACCEPTED;
        break;
    case 3:
        if (event->n_rooms > 0) {
            close_room(arena, &event->room[below(rng, event->n_rooms)]);
        }
        break;
    case 4: {
        const struct slot *slot = &event->slot[below(rng, event->n_slots)];
        who->unavailable.window = arena_new(arena, 1, struct window);
        who->unavailable.window[0] = (struct window){slot->start_s, slot->end_s};
        who->unavailable.n = 1;
        break;
    }
    case 5:
        if (who->n_contacts > 0) {
            struct contact *contact = &who->contact[below(rng, who->n_contacts)];
            contact->language = strcmp(contact->language, "fr") == 0 ? "ja" : "fr";
            has_details = true;
        }
        break;
    case 6:
        if (event->n_rooms > 0) {
            event->room[below(rng, event->n_rooms)].url =
                arena_printf(arena, "https://example.org/%d", below(rng, 1000));
            has_details = true;
        }
        break;
    default:
        if (event->n_interpreters > 0) {
            event->interpreter[below(rng, event->n_interpreters)].max_meetings = 0;
        }
        break;
    }
    event->n_locks = 0; /* they may not hold any more */
    return has_details;
}
