#ifndef MATCHDAY_TESTS_SUPPORT_RANDOM_EVENT_MAKER_H
#define MATCHDAY_TESTS_SUPPORT_RANDOM_EVENT_MAKER_H

#include <stdbool.h>

#include "scheduler/base/rng.h"
#include "tests/support/json_text.h"

/* What the parts of random_event() share; for random_event*.c alone. Times are
 * minutes since 2021-05-18T00:00Z, in a week without clock changes. */

enum {
    MAKER_MOST_SLOTS = 7,
    MAKER_MOST_GUESTS = 7,
    MAKER_MOST_WISHES = 9,
    MAKER_MOST_MEMBERS = 4,
};

struct maker_zone {
    const char *name;
    int offset_min;
};

struct maker_slot {
    const char *id;
    int start_min, end_min;
};

struct guest {
    const char *id, *side;
    const struct maker_zone *zone;
    /* A plain guest is free in every slot, speaks English and needs no
     * interpreter, so that locks on its meetings can hold. */
    bool plain;
};

struct wish { /* a meeting that somebody asks for */
    int member[MAKER_MOST_MEMBERS], n_members; /* rising */
    const char *topic;
    bool plain;     /* all members are, and its requests limit nothing but order */
    unsigned after; /* a bit for each wish that has to come before */
    bool has_lock;
    const char *request; /* id of the first one */
};

struct maker {
    struct arena *arena;
    struct rng rng;
    const unsigned char
        *byte; /* what is drawn from instead, as long as there are */
    size_t n_bytes;
    struct rng *shuffle; /* NULL = lists as made */
    int richness;        /* 0 to 2 */
    bool has_locks;      /* some meetings must be held */
    bool has_interpreters;
    int n_priorities;
    const struct maker_zone *zone; /* the event's */
    struct maker_slot slot[MAKER_MOST_SLOTS];
    int n_slots;
    struct guest guest[MAKER_MOST_GUESTS];
    int n_guests;
    struct wish wish[MAKER_MOST_WISHES];
    int n_wishes;
    bool is_chained;       /* most wishes follow the one before */
    bool has_waiting_lock; /* some locked meeting has to follow others */
    const char *interpreter[2];
    int n_interpreters;
};

/* Dice. feature() depends on the event's richness. */
bool maker_chance(struct maker *maker, int percent);
bool maker_feature(struct maker *maker, int percent);
int maker_between(struct maker *maker, int low, int high);

/* A list in the maker's arena, and its text with or without a shuffle. */
struct json_list maker_list(struct maker *maker);
const char *maker_join(struct maker *maker, struct json_list *list, bool lines);

/* "2021-05-18T09:00" in a zone. */
const char *maker_local(struct maker *maker, const struct maker_zone *zone,
                        int minute);

/* Puts start and end, in one of the ways to write them: as local times of a zone
 * that is understood, of one that is named, in UTC or with an offset. */
void maker_put_span(struct maker *maker, struct json_object *object,
                    const struct maker_zone *understood, int start_min,
                    int end_min);

/* A span around some of the slots, whose ends may cut into them. */
void maker_draw_span(struct maker *maker, int *start_min, int *end_min);

const struct maker_zone *maker_draw_zone(struct maker *maker, bool plain);

/* Draws some of n words into a list, each in percent of cases. */
const char *maker_some(struct maker *maker, const char *const *word, int n,
                       int percent);

/* The lists of the event, each as text, or NULL for one that is left out. To be
 * made in this order: each refers to those before it. */
const char *maker_sessions(struct maker *maker);
const char *maker_interpreters(struct maker *maker);
const char *maker_participants(struct maker *maker);
const char *maker_agenda(struct maker *maker);
const char *maker_rooms(struct maker *maker);
const char *maker_availability(struct maker *maker);
const char *maker_requests(struct maker *maker);
const char *maker_locks(struct maker *maker);
const char *maker_met_before(struct maker *maker);

#endif
