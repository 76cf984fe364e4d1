/* Meetings with one slot left hold a room there. Where those that fit into set k
 * alone are as many as k has members, nobody else who needs a room of k can
 * come. Unions of sets are left out, which only makes it weaker. */

#include "solver/propagate_parts.h"

#include <string.h>

#include "scheduler/base/bits.h"

enum { MOST_SETS = 256 };

struct places {
    struct propagator *propagator;
    const struct set_family *family;
    const int *set_of;
    enum clash kind;
    int n_sets;
    int *size;    /* of set k */
    uint64_t *in; /* sets that are part of set k, at k * words */
    int words;
    int *n_fixed;  /* of set k in the slot at hand */
    int *n_inside; /* the same of all its parts */
};

static int place_set(const struct places *places, int m, int s)
{
    return places->set_of[(int64_t)m * places->propagator->problem->n_slots + s];
}

static void compare_sets(struct arena *scratch, struct places *places)
{
    const struct set_family *family = places->family;
    int n = places->n_sets = family->n_sets;
    places->words = bits_words(n);
    places->size = arena_new(scratch, n, int);
    places->in = arena_new(scratch, (int64_t)n * places->words, uint64_t);
    places->n_fixed = arena_new(scratch, n, int);
    places->n_inside = arena_new(scratch, n, int);
    for (int k = 0; k < n; k++) {
        const uint64_t *set = set_family_at(family, k);
        places->size[k] = bits_count(set, family->n_words);
        for (int i = 0; i < n; i++) {
            if (bits_are_part(set_family_at(family, i), set, family->n_words)) {
                bits_add(places->in + (int64_t)k * places->words, i);
            }
        }
    }
}

/* The slot of meetings that have just one, else -1; of m. */
static int *find_fixed(struct arena *scratch, const struct propagator *propagator)
{
    const struct problem *problem = propagator->problem;
    int *fixed = arena_new(scratch, problem->n_meetings, int);
    for (int m = 0; m < problem->n_meetings; m++) {
        const uint64_t *domain = propagator_domain(propagator, m);
        int s = bits_next(domain, problem->n_slots, 0);
        bool single = propagator->result->held[m] && s >= 0 &&
                      bits_next(domain, problem->n_slots, s + 1) < 0;
        fixed[m] = single ? s : -1;
    }
    return fixed;
}

static bool tell_clash(struct places *places, struct arena scratch, int k, int s,
                       const int *fixed)
{
    int n = places->propagator->problem->n_meetings;
    struct contradiction clash = {
        .kind = places->kind,
        .p = -1,
        .needed = places->n_inside[k],
        .limit = places->size[k],
        .meeting = arena_new(&scratch, n, int),
        .slot = &s,
        .n_slots = 1,
    };
    for (int m = 0; m < n; m++) {
        int set = fixed[m] == s ? place_set(places, m, s) : -1;
        if (set >= 0 && bits_has(places->in + (int64_t)k * places->words, set)) {
            clash.meeting[clash.n_meetings++] = m;
        }
    }
    return propagator_clash(places->propagator, &clash);
}

static void count_slot(struct places *places, int s, const int *fixed)
{
    memset(places->n_fixed, 0, (size_t)places->n_sets * sizeof(int));
    for (int m = 0; m < places->propagator->problem->n_meetings; m++) {
        int set = fixed[m] == s ? place_set(places, m, s) : -1;
        if (set >= 0) {
            places->n_fixed[set]++;
        }
    }
    for (int k = 0; k < places->n_sets; k++) {
        const uint64_t *in = places->in + (int64_t)k * places->words;
        places->n_inside[k] = 0;
        for (int i = bits_next(in, places->n_sets, 0); i >= 0;
             i = bits_next(in, places->n_sets, i + 1)) {
            places->n_inside[k] += places->n_fixed[i];
        }
    }
}

/* Whether a meeting that needs set i finds all its places taken. */
static bool is_full(const struct places *places, int i)
{
    for (int k = 0; k < places->n_sets; k++) {
        if (places->n_inside[k] >= places->size[k] &&
            bits_has(places->in + (int64_t)k * places->words, i)) {
            return true;
        }
    }
    return false;
}

static bool judge_slot(struct places *places, struct arena scratch, int s,
                       const int *fixed)
{
    const struct propagator *propagator = places->propagator;
    const struct problem *problem = propagator->problem;
    bool *full = arena_new(&scratch, places->n_sets, bool);
    bool any = false;
    count_slot(places, s, fixed);
    for (int k = 0; k < places->n_sets; k++) {
        if (places->n_inside[k] > places->size[k]) {
            return tell_clash(places, scratch, k, s, fixed);
        }
        full[k] = is_full(places, k);
        any |= full[k];
    }
    for (int m = 0; any && m < problem->n_meetings; m++) {
        int set = place_set(places, m, s);
        if (propagator->result->held[m] && fixed[m] != s && set >= 0 && full[set] &&
            bits_has(propagator_domain(propagator, m), s)) {
            propagator_remove(places->propagator, m, s);
        }
    }
    return true;
}

bool propagate_places(struct propagator *propagator, struct arena scratch,
                      bool interpreters)
{
    const struct problem *problem = propagator->problem;
    struct places places = {
        .propagator = propagator,
        .family = interpreters ? problem->interpreters : problem->rooms,
        .set_of = interpreters ? problem->interpreter_set : problem->room_set,
        .kind = interpreters ? CLASH_INTERPRETERS : CLASH_ROOMS,
    };
    if (!places.set_of || places.family->n_sets == 0 ||
        places.family->n_sets > MOST_SETS) {
        return true;
    }
    compare_sets(&scratch, &places);
    const int *fixed = find_fixed(&scratch, propagator);
    for (int s = 0; s < problem->n_slots; s++) {
        if (!judge_slot(&places, scratch, s, fixed)) {
            return false;
        }
    }
    return true;
}
