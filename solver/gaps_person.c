/* Somebody with n meetings is busy in exactly n slots: s[t,k] says that at least k
 * of the slots up to t are busy, in both directions, with the first k that
 * have to be and those that cannot be as constants. A gap ends in slot t if
 * that is busy, the slot before is not, and one before that was, all in one
 * session.
 *
 * Somebody who may have no gap in a single session is busy from one slot on for n
 * slots: o[t] says that this begins in slot t or before. */

#include "solver/gaps_encoding.h"

#include <stdlib.h>

#include "scheduler/base/bits.h"
#include "solver/lists.h"

struct person {
    struct gaps_encoding *encoding;
    struct clauses *clauses;
    int p, n, n_slots; /* meetings, slots */
    const int *busy;   /* of slot s */
    int *low, *high;   /* busy slots among 0 ... s */
    int *count;        /* s[t,k] at t * (n + 1) + k - 1, k up to n + 1 */
};

/* As in least_gaps.c: from meetings wholly before or behind, and free slots. */
static void bound_prefixes(struct person *person, struct arena *scratch)
{
    const struct propagation *known = person->encoding->known;
    int n_slots = person->n_slots, words = person->encoding->problem->slot_words;
    person->low = arena_new(scratch, n_slots, int);
    person->high = arena_new(scratch, n_slots, int);
    for (int e = known->meetings.start[person->p];
         e < known->meetings.start[person->p + 1]; e++) {
        const uint64_t *domain =
            known->domain + (int64_t)known->meetings.item[e] * words;
        bool begun = false;
        int left = bits_count(domain, words);
        for (int s = 0; s < n_slots; s++) {
            begun |= bits_has(domain, s);
            left -= bits_has(domain, s);
            person->high[s] += begun;
            person->low[s] += left == 0;
        }
    }
    int free_after = 0;
    for (int s = n_slots - 1; s >= 0; s--) {
        int rest = person->n - free_after;
        person->low[s] = person->low[s] > rest ? person->low[s] : rest;
        free_after += person->busy[s] != LITERAL_FALSE;
    }
    for (int s = 0, free = 0; s < n_slots; s++) {
        free += person->busy[s] != LITERAL_FALSE;
        person->high[s] = person->high[s] < free ? person->high[s] : free;
    }
}

static int counted(const struct person *person, int s, int k)
{
    if (k <= 0) {
        return LITERAL_TRUE;
    }
    if (s < 0 || k > person->n) {
        return LITERAL_FALSE;
    }
    return person->count[s * (person->n + 1) + k - 1];
}

static void encode_count(struct person *person, struct arena *scratch)
{
    struct clauses *clauses = person->clauses;
    person->count =
        arena_new(scratch, (int64_t)person->n_slots * (person->n + 1), int);
    for (int s = 0; s < person->n_slots; s++) {
        for (int k = 1; k <= person->n; k++) {
            person->count[s * (person->n + 1) + k - 1] =
                k <= person->low[s]   ? LITERAL_TRUE
                : k > person->high[s] ? LITERAL_FALSE
                                      : clauses_variable(clauses);
        }
        for (int k = 1; k <= person->n + 1; k++) {
            int now = counted(person, s, k), before = counted(person, s - 1, k);
            int fewer = counted(person, s - 1, k - 1);
            clauses_add_2(clauses, -before, now);
            clauses_add_3(clauses, -fewer, -person->busy[s], now);
            clauses_add_3(clauses, -now, before, person->busy[s]);
            clauses_add_2(clauses, -now, fewer);
        }
    }
}

/* Whether p is busy in the session of slot s before it. */
static int *encode_met(struct person *person, struct arena *scratch)
{
    struct clauses *clauses = person->clauses;
    const int *first = person->encoding->session_first;
    int *met = arena_new(scratch, person->n_slots, int);
    for (int s = 0; s < person->n_slots; s++) {
        if (first[s] == s) {
            met[s] = LITERAL_FALSE;
        } else if (first[s] == 0) {
            met[s] = counted(person, s - 1, 1);
        } else {
            const int either[] = {met[s - 1], person->busy[s - 1]};
            met[s] = clauses_any_of(clauses, either, 2);
        }
    }
    return met;
}

static void add_excess(struct gaps_encoding *encoding, int literal)
{
    encoding->excess =
        arena_grow(encoding->clauses->arena, encoding->excess, encoding->n_excess,
                   &encoding->excess_capacity, sizeof *encoding->excess);
    encoding->excess[encoding->n_excess++] = literal;
}

/* `ends` says that a gap ends in slot s. */
static void add_end(struct person *person, int met, int s, int ends)
{
    struct clauses *clauses = person->clauses;
    const int clause[] = {-met, person->busy[s - 1], -person->busy[s], ends};
    clauses_add(clauses, clause, 4);
    clauses_add_2(clauses, -ends, met);
    clauses_add_2(clauses, -ends, -person->busy[s - 1]);
    clauses_add_2(clauses, -ends, person->busy[s]);
}

static void encode_gaps(struct person *person, struct arena scratch)
{
    struct gaps_encoding *encoding = person->encoding;
    struct clauses *clauses = person->clauses;
    const int *met = encode_met(person, &scratch);
    int most = encoding->most[person->p];
    int *end = arena_new(&scratch, person->n_slots, int);
    int n = 0;
    for (int s = 1; s < person->n_slots; s++) {
        if (met[s] == LITERAL_FALSE || person->busy[s] == LITERAL_FALSE ||
            person->busy[s - 1] == LITERAL_TRUE) {
            continue;
        }
        end[n] = most == 0 ? LITERAL_FALSE : clauses_variable(clauses);
        add_end(person, met[s], s, end[n++]);
    }
    const int *gaps = clauses_count(clauses, end, n, most + 1, false);
    if (n > most) {
        clauses_add_2(clauses, -gaps[most], LITERAL_FALSE);
    }
    for (int k = encoding->known->least_gaps[person->p]; k < most && k < n; k++) {
        add_excess(encoding, gaps[k]);
    }
}

static void encode_runs(struct person *person)
{
    const int *first = person->encoding->session_first;
    int *idle = arena_new(person->clauses->arena, person->n_slots + 1, int);
    for (int s = 0; s < person->n_slots; s++) {
        int most = problem_longest_run(person->encoding->problem, person->p, s);
        if (most >= person->n || s < most || first[s] != first[s - most]) {
            continue;
        }
        for (int i = 0; i <= most; i++) {
            idle[i] = -person->busy[s - i];
        }
        clauses_add(person->clauses, idle, most + 1);
    }
}

static int begun(const int *begin, int s, int last)
{
    return s < 0 ? LITERAL_FALSE : s >= last ? LITERAL_TRUE : begin[s];
}

static void encode_block(struct person *person, struct arena scratch)
{
    struct clauses *clauses = person->clauses;
    int last = person->n_slots - person->n; /* the last slot it can begin in */
    int *begin = arena_new(&scratch, person->n_slots, int);
    for (int s = 0; s < last; s++) {
        begin[s] = clauses_variable(clauses);
        clauses_add_2(clauses, -begun(begin, s - 1, last), begin[s]);
    }
    for (int s = 0; s < person->n_slots; s++) {
        int now = begun(begin, s, last);
        int over = begun(begin, s - person->n, last);
        clauses_add_2(clauses, -person->busy[s], now);
        clauses_add_2(clauses, -person->busy[s], -over);
        clauses_add_3(clauses, -now, over, person->busy[s]);
    }
}

void encode_person(struct gaps_encoding *encoding, int p)
{
    const struct problem *problem = encoding->problem;
    struct person person = {
        .encoding = encoding,
        .clauses = encoding->clauses,
        .p = p,
        .n = lists_length(&encoding->known->meetings, p),
        .n_slots = problem->n_slots,
        .busy = encoding->busy + (int64_t)p * problem->n_slots,
    };
    if (person.n == 0) {
        return;
    }
    if (problem->max_consecutive[p] != PROBLEM_NO_LIMIT) {
        encode_runs(&person);
    }
    struct arena scratch;
    arena_init(&scratch);
    bool is_single = encoding->session_first[person.n_slots - 1] == 0;
    if (encoding->most[p] == 0 && is_single) {
        encode_block(&person, scratch);
    } else {
        bound_prefixes(&person, &scratch);
        encode_count(&person, &scratch);
        encode_gaps(&person, scratch);
    }
    arena_finish(&scratch);
}
