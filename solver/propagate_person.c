/* Generalised arc consistency of "different slots" (Régin 1994), with slot s as
 * `parallel` places. In a matching of all meetings, meeting m may also take the
 * place of m' if m' can move on, from place to place, to a free one or to that
 * of m. */

#include "solver/propagate_parts.h"

#include <string.h>

#include "scheduler/base/bits.h"
#include "solver/matching.h"

enum { MOST_PLACES = 2048 };

struct person {
    struct propagator *propagator;
    int p, n, width; /* meetings, places per slot */
    const int *meeting;
    struct matching matching; /* meetings to places */
};

/* The meetings in each other's way, and the slots that are all they have. */
static bool tell_clash(struct person *person, struct arena scratch, int failed)
{
    const struct matching *matching = &person->matching;
    struct contradiction clash = {
        .kind = CLASH_SLOTS,
        .p = person->p,
        .meeting = arena_new(&scratch, person->n, int),
        .slot = arena_new(&scratch, matching->n_right, int),
    };
    clash.meeting[clash.n_meetings++] = person->meeting[failed];
    for (int v = bits_next(matching->seen, matching->n_right, 0); v >= 0;
         v = bits_next(matching->seen, matching->n_right, v + 1)) {
        int s = v / person->width;
        clash.meeting[clash.n_meetings++] = person->meeting[matching->left_of[v]];
        if (clash.n_slots == 0 || clash.slot[clash.n_slots - 1] != s) {
            clash.slot[clash.n_slots++] = s;
        }
    }
    clash.needed = clash.n_meetings;
    clash.limit = clash.n_meetings - 1;
    return propagator_clash(person->propagator, &clash);
}

static bool match_all(struct person *person, struct arena scratch)
{
    int n_slots = person->propagator->problem->n_slots;
    for (int k = 0; k < person->n; k++) {
        const uint64_t *domain =
            propagator_domain(person->propagator, person->meeting[k]);
        uint64_t *row = matching_row(&person->matching, k);
        for (int s = bits_next(domain, n_slots, 0); s >= 0;
             s = bits_next(domain, n_slots, s + 1)) {
            for (int j = 0; j < person->width; j++) {
                bits_add(row, s * person->width + j);
            }
        }
    }
    for (int k = 0; k < person->n; k++) {
        if (!matching_augment(&person->matching, k)) {
            return tell_clash(person, scratch, k);
        }
    }
    return true;
}

/* reach[k]: places that the meeting in place k's can move on to, itself and
 * others being pushed along (transitive closure, Warshall). */
static uint64_t *find_reach(struct person *person, struct arena *scratch)
{
    const struct matching *matching = &person->matching;
    int words = matching->n_words;
    size_t n = (size_t)person->n * (size_t)words;
    uint64_t *reach = arena_new(scratch, n, uint64_t);
    memcpy(reach, matching->allowed, n * sizeof *reach);
    for (int via = 0; via < person->n; via++) {
        for (int k = 0; k < person->n; k++) {
            uint64_t *row = reach + (int64_t)k * words;
            if (!bits_has(row, matching->right_of[via])) {
                continue;
            }
            for (int w = 0; w < words; w++) {
                row[w] |= reach[(int64_t)via * words + w];
            }
        }
    }
    return reach;
}

static bool meets(const uint64_t *a, const uint64_t *b, int n_words)
{
    for (int w = 0; w < n_words; w++) {
        if (a[w] & b[w]) {
            return true;
        }
    }
    return false;
}

static bool can_take(const struct person *person, const uint64_t *reach,
                     const uint64_t *free, int k, int s)
{
    const struct matching *matching = &person->matching;
    for (int j = 0; j < person->width; j++) {
        int holder = matching->left_of[s * person->width + j];
        const uint64_t *row = reach + (int64_t)holder * matching->n_words;
        if (holder < 0 || holder == k || bits_has(row, matching->right_of[k]) ||
            meets(row, free, matching->n_words)) {
            return true;
        }
    }
    return false;
}

static void prune(struct person *person, struct arena scratch)
{
    const struct matching *matching = &person->matching;
    int n_slots = person->propagator->problem->n_slots;
    const uint64_t *reach = find_reach(person, &scratch);
    uint64_t *free = arena_new(&scratch, matching->n_words, uint64_t);
    for (int v = 0; v < matching->n_right; v++) {
        if (matching->left_of[v] < 0) {
            bits_add(free, v);
        }
    }
    for (int k = 0; k < person->n; k++) {
        int m = person->meeting[k];
        const uint64_t *domain = propagator_domain(person->propagator, m);
        for (int s = bits_next(domain, n_slots, 0); s >= 0;
             s = bits_next(domain, n_slots, s + 1)) {
            if (!can_take(person, reach, free, k, s)) {
                propagator_remove(person->propagator, m, s);
            }
        }
    }
}

bool propagate_person(struct propagator *propagator, struct arena scratch, int p)
{
    const struct problem *problem = propagator->problem;
    struct person person = {
        .propagator = propagator,
        .p = p,
        .n = lists_length(&propagator->result->meetings, p),
        .meeting = propagator->result->meetings.item +
                   propagator->result->meetings.start[p],
    };
    person.width =
        problem->parallel[p] < person.n ? problem->parallel[p] : person.n;
    if (person.n == 0 || person.width > MOST_PLACES / problem->n_slots) {
        return true;
    }
    matching_init(&scratch, person.n, person.width * problem->n_slots,
                  &person.matching);
    if (!match_all(&person, scratch)) {
        return false;
    }
    prune(&person, scratch);
    return true;
}
