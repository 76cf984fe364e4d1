/* Hall's condition per slot: of the meetings whose set of rooms lies in a union U
 * of sets no more than |U| are held. If sets are nested or disjoint, each
 * set alone will do; otherwise all unions are gone through.
 *
 * Meetings are not counted one by one: each belongs to a hub, one of its people
 * (a greedy cover of all meetings by people), who is in one meeting at a time; so
 * the hubs that are in a meeting of their own are as many as the meetings. These
 * stars are far fewer, and often simply busy[p,s]. Where all meetings are of
 * two, the people who are busy are twice as many: counted as well, which
 * decides what stars do not, and the other way round. */

#include "solver/gaps_encoding.h"

#include <string.h>

#include "scheduler/base/bits.h"
#include "solver/lists.h"

enum { MOST_CROSSING_SETS = 8 };

struct places {
    const struct problem *problem;
    const struct propagation *known;
    const struct set_family *family;
    const int *set_of;
    int *set, n_sets; /* in the slot at hand */
    bool are_nested;  /* or disjoint, each two of them */
};

static struct places places_of(const struct problem *problem,
                               const struct propagation *known, bool interpreters)
{
    return (struct places){
        .problem = problem,
        .known = known,
        .family = interpreters ? problem->interpreters : problem->rooms,
        .set_of = interpreters ? problem->interpreter_set : problem->room_set,
    };
}

/* The set that m needs in slot s, or -1 if none, or if it cannot be there. */
static int needed_set(const struct places *places, int m, int s)
{
    const struct problem *problem = places->problem;
    const uint64_t *domain =
        places->known->domain + (int64_t)m * problem->slot_words;
    return places->known->held[m] && bits_has(domain, s)
               ? places->set_of[(int64_t)m * problem->n_slots + s]
               : -1;
}

/* Bit 1: a has what b has not; 2: the other way round; 4: both have something. */
static int compare_sets(const struct places *places, int a, int b)
{
    const uint64_t *in_a = set_family_at(places->family, a);
    const uint64_t *in_b = set_family_at(places->family, b);
    int result = 0;
    for (int w = 0; w < places->family->n_words; w++) {
        result |= (in_a[w] & ~in_b[w]) != 0 ? 1 : 0;
        result |= (in_b[w] & ~in_a[w]) != 0 ? 2 : 0;
        result |= (in_a[w] & in_b[w]) != 0 ? 4 : 0;
    }
    return result;
}

static void find_sets(struct places *places, struct arena *scratch, int s)
{
    bool *found = arena_new(scratch, places->family->n_sets, bool);
    places->set = arena_new(scratch, places->family->n_sets, int);
    places->n_sets = 0;
    places->are_nested = true;
    for (int m = 0; m < places->problem->n_meetings; m++) {
        int set = needed_set(places, m, s);
        if (set < 0 || found[set]) {
            continue;
        }
        found[set] = true;
        for (int i = 0; i < places->n_sets; i++) {
            places->are_nested &= compare_sets(places, set, places->set[i]) != 7;
        }
        places->set[places->n_sets++] = set;
    }
}

static bool has_limited_interpreters(const struct places *places)
{
    const struct problem *problem = places->problem;
    for (int i = 0; i < problem->n_interpreters; i++) {
        if (problem->interpreter_max_meetings[i] != PROBLEM_NO_LIMIT ||
            problem->interpreter_max_consecutive[i] != PROBLEM_NO_LIMIT) {
            return true;
        }
    }
    return false;
}

bool can_encode_places(struct arena scratch, const struct problem *problem,
                       const struct propagation *known, bool interpreters)
{
    struct places places = places_of(problem, known, interpreters);
    bool are_limited = interpreters && has_limited_interpreters(&places);
    for (int s = 0; s < problem->n_slots; s++) {
        struct arena lent = scratch;
        find_sets(&places, &lent, s);
        if ((are_limited && places.n_sets > 0) ||
            (!places.are_nested && places.n_sets > MOST_CROSSING_SETS)) {
            return false;
        }
    }
    return true;
}

/* The hub of each meeting: whoever has most meetings without one takes all of
 * them, and so on. */
static int *choose_hubs(struct arena *scratch, const struct places *places)
{
    const struct problem *problem = places->problem;
    const struct lists *meetings = &places->known->meetings;
    int *hub = arena_new(scratch, problem->n_meetings, int);
    int *n_open = arena_new(scratch, problem->n_participants, int);
    for (int m = 0; m < problem->n_meetings; m++) {
        hub[m] = -1;
    }
    for (int p = 0; p < problem->n_participants; p++) {
        n_open[p] = lists_length(meetings, p);
    }
    for (;;) {
        int best = 0;
        for (int p = 1; p < problem->n_participants; p++) {
            best = n_open[p] > n_open[best] ? p : best;
        }
        if (problem->n_participants == 0 || n_open[best] == 0) {
            return hub;
        }
        for (int e = meetings->start[best]; e < meetings->start[best + 1]; e++) {
            int m = meetings->item[e];
            for (int i = problem->participants.start[m];
                 hub[m] < 0 && i < problem->participants.start[m + 1]; i++) {
                n_open[problem->participants.item[i]]--;
            }
            hub[m] = hub[m] < 0 ? best : hub[m];
        }
    }
}

/* One row: in slot s, of the meetings whose set lies in `room`, at most that many. */
struct row {
    struct gaps_encoding *encoding;
    const struct places *places;
    const int *hub;
    int s;
    const uint64_t *room;
};

static bool lies_inside(const struct row *row, int set)
{
    const struct set_family *family = row->places->family;
    for (int w = 0; w < family->n_words; w++) {
        if (set_family_at(family, set)[w] & ~row->room[w]) {
            return false;
        }
    }
    return true;
}

static bool is_in_row(const struct row *row, int m)
{
    int set = needed_set(row->places, m, row->s);
    return set >= 0 && lies_inside(row, set);
}

/* Whether p is in one of its own meetings of the row. */
static int star(const struct row *row, struct arena scratch, int p)
{
    const struct lists *meetings = &row->places->known->meetings;
    int *own = arena_new(&scratch, lists_length(meetings, p), int);
    int n = 0;
    bool all = true;
    for (int e = meetings->start[p]; e < meetings->start[p + 1]; e++) {
        int m = meetings->item[e];
        int x = encoding_x(row->encoding, m, row->s);
        if (x == LITERAL_FALSE) {
            continue;
        }
        if (row->hub[m] == p && is_in_row(row, m)) {
            own[n++] = x;
        } else {
            all = false;
        }
    }
    return all ? encoding_busy(row->encoding, p, row->s)
               : clauses_any_of(row->encoding->clauses, own, n);
}

/* Whether meetings of two that are in the row are all that there can be in
 * its slot. */
static bool is_of_pairs(const struct row *row)
{
    const struct problem *problem = row->places->problem;
    for (int m = 0; m < problem->n_meetings; m++) {
        if (encoding_x(row->encoding, m, row->s) != LITERAL_FALSE &&
            (lists_length(&problem->participants, m) != 2 || !is_in_row(row, m))) {
            return false;
        }
    }
    return true;
}

static void encode_pairs(const struct row *row, struct arena scratch, int limit)
{
    struct clauses *clauses = row->encoding->clauses;
    int n = row->places->problem->n_participants;
    int *busy = arena_new(&scratch, n, int);
    for (int p = 0; p < n; p++) {
        busy[p] = encoding_busy(row->encoding, p, row->s);
    }
    if (!row->encoding->question->even) {
        clauses_add_at_most(clauses, busy, n, 2 * limit);
        return;
    }
    const int *count = clauses_count(clauses, busy, n, 2 * limit + 1, true);
    if (n > 2 * limit) {
        clauses_add_2(clauses, -count[(size_t)limit * 2], LITERAL_FALSE);
    }
    for (int k = 1; k <= 2 * limit && k <= n; k += 2) {
        clauses_add_2(clauses, -count[k - 1], k < n ? count[k] : LITERAL_FALSE);
    }
}

static void encode_row(const struct row *row, struct arena scratch)
{
    const struct places *places = row->places;
    int n_people = places->problem->n_participants, n = 0;
    int limit = bits_count(row->room, places->family->n_words);
    int *stars = arena_new(&scratch, n_people, int);
    for (int p = 0; p < n_people; p++) {
        int literal = star(row, scratch, p);
        if (literal != LITERAL_FALSE) {
            stars[n++] = literal;
        }
    }
    if (n <= limit) {
        return;
    }
    clauses_add_at_most(row->encoding->clauses, stars, n, limit);
    if (is_of_pairs(row)) {
        encode_pairs(row, scratch, limit);
    }
}

/* The union of those of the slot's sets that are in the mask. Returns false if it
 * holds another one whole: the mask with that one gives the same union. */
static bool unite(const struct places *places, int mask, uint64_t *room)
{
    const struct set_family *family = places->family;
    memset(room, 0, (size_t)family->n_words * sizeof *room);
    for (int i = 0; i < places->n_sets; i++) {
        for (int w = 0; mask >> i & 1 && w < family->n_words; w++) {
            room[w] |= set_family_at(family, places->set[i])[w];
        }
    }
    struct row row = {.places = places, .room = room};
    for (int i = 0; i < places->n_sets; i++) {
        if (!(mask >> i & 1) && lies_inside(&row, places->set[i])) {
            return false;
        }
    }
    return true;
}

static void encode_slot(struct row *row, struct arena scratch)
{
    const struct places *places = row->places;
    for (int i = 0; places->are_nested && i < places->n_sets; i++) {
        row->room = set_family_at(places->family, places->set[i]);
        encode_row(row, scratch);
    }
    if (places->are_nested) {
        return;
    }
    uint64_t *room = arena_new(&scratch, places->family->n_words, uint64_t);
    row->room = room;
    for (int mask = 1; mask < 1 << places->n_sets; mask++) {
        if (unite(places, mask, room)) {
            encode_row(row, scratch);
        }
    }
}

void encode_places(struct gaps_encoding *encoding, bool interpreters)
{
    struct places places =
        places_of(encoding->problem, encoding->known, interpreters);
    struct arena scratch;
    arena_init(&scratch);
    struct row row = {
        .encoding = encoding,
        .places = &places,
        .hub = choose_hubs(&scratch, &places),
    };
    for (row.s = 0; row.s < encoding->problem->n_slots; row.s++) {
        struct arena lent = scratch;
        find_sets(&places, &lent, row.s);
        encode_slot(&row, lent);
    }
    arena_finish(&scratch);
}
