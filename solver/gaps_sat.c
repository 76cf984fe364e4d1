/* Variables and clauses:
 *   x[m,s]     meeting m is in slot s: in exactly one of those it has left
 *   busy[p,s]  some meeting of p is; at most one
 *   i[m,s]     m is in slot s or before, for meetings with an order
 *   patterns of each participant: gaps_person.c; places: gaps_places.c
 * and the gaps of all beyond their least ones together are no more than asked. */

#include "solver/gaps_sat.h"

#include <assert.h>

#include "scheduler/base/bits.h"
#include "solver/cdcl.h"
#include "solver/gaps_encoding.h"
#include "solver/lists.h"

static void encode_meetings(struct gaps_encoding *encoding)
{
    const struct problem *problem = encoding->problem;
    struct clauses *clauses = encoding->clauses;
    int n_slots = problem->n_slots;
    encoding->x =
        arena_new(clauses->arena, (int64_t)problem->n_meetings * n_slots, int);
    for (int m = 0; m < problem->n_meetings; m++) {
        int *x = encoding->x + (int64_t)m * n_slots;
        const uint64_t *domain =
            encoding->known->domain + (int64_t)m * problem->slot_words;
        bool held = encoding->known->held[m];
        bool single = held && bits_count(domain, problem->slot_words) == 1;
        for (int s = 0; s < n_slots; s++) {
            x[s] = !held || !bits_has(domain, s) ? LITERAL_FALSE
                   : single                      ? LITERAL_TRUE
                                                 : clauses_variable(clauses);
        }
        if (held) {
            clauses_add(clauses, x, n_slots);
        }
    }
}

/* The literals of n that can be true, in arena. */
static int *open_literals(struct arena *arena, const int *literal, int n,
                          int *n_open)
{
    int *open = arena_new(arena, n, int);
    *n_open = 0;
    for (int i = 0; i < n; i++) {
        if (literal[i] != LITERAL_FALSE) {
            open[(*n_open)++] = literal[i];
        }
    }
    return open;
}

static void encode_one_slot_each(struct gaps_encoding *encoding)
{
    int n_slots = encoding->problem->n_slots, n;
    for (int m = 0; m < encoding->problem->n_meetings; m++) {
        const int *open =
            open_literals(encoding->clauses->arena,
                          encoding->x + (int64_t)m * n_slots, n_slots, &n);
        clauses_add_at_most_one(encoding->clauses, open, n);
    }
}

static void encode_busy(struct gaps_encoding *encoding)
{
    const struct problem *problem = encoding->problem;
    const struct lists *meetings = &encoding->known->meetings;
    struct clauses *clauses = encoding->clauses;
    int n_slots = problem->n_slots;
    encoding->busy =
        arena_new(clauses->arena, (int64_t)problem->n_participants * n_slots, int);
    for (int p = 0; p < problem->n_participants; p++) {
        int n = lists_length(meetings, p), n_open;
        int *x = arena_new(clauses->arena, n, int);
        for (int s = 0; s < n_slots; s++) {
            for (int k = 0; k < n; k++) {
                x[k] =
                    encoding_x(encoding, meetings->item[meetings->start[p] + k], s);
            }
            const int *open = open_literals(clauses->arena, x, n, &n_open);
            clauses_add_at_most_one(clauses, open, n_open);
            encoding->busy[(int64_t)p * n_slots + s] =
                clauses_any_of(clauses, open, n_open);
        }
    }
}

/* i[m,s] of the meetings that come after others, and of those others. */
static int *encode_times(struct gaps_encoding *encoding)
{
    const struct problem *problem = encoding->problem;
    struct clauses *clauses = encoding->clauses;
    int n_slots = problem->n_slots;
    int *by =
        arena_new(clauses->arena, (int64_t)problem->n_meetings * n_slots, int);
    bool *wanted = arena_new(clauses->arena, problem->n_meetings, bool);
    for (int m = 0; m < problem->n_meetings; m++) {
        for (int e = problem->after.start[m];
             encoding->known->held[m] && e < problem->after.start[m + 1]; e++) {
            wanted[m] = wanted[problem->after.item[e]] = true;
        }
    }
    for (int m = 0; m < problem->n_meetings; m++) {
        int before = LITERAL_FALSE;
        for (int s = 0; wanted[m] && s < n_slots; s++) {
            const int either[] = {before, encoding_x(encoding, m, s)};
            before = by[(int64_t)m * n_slots + s] =
                clauses_any_of(clauses, either, 2);
        }
    }
    return by;
}

static void encode_order(struct gaps_encoding *encoding)
{
    const struct problem *problem = encoding->problem;
    int n_slots = problem->n_slots;
    const int *by = encode_times(encoding);
    for (int m = 0; m < problem->n_meetings; m++) {
        for (int e = problem->after.start[m];
             encoding->known->held[m] && e < problem->after.start[m + 1]; e++) {
            const int *late = by + (int64_t)m * n_slots;
            const int *early = by + (int64_t)problem->after.item[e] * n_slots;
            for (int s = 0; s < n_slots; s++) {
                clauses_add_2(encoding->clauses, -late[s],
                              s == 0 ? LITERAL_FALSE : early[s - 1]);
            }
        }
    }
}

/* What each may have if all others have their least. */
static int64_t share_gaps(struct gaps_encoding *encoding)
{
    const struct problem *problem = encoding->problem;
    int64_t slack = encoding->question->most_gaps - encoding->known->sum_gaps;
    encoding->most =
        arena_new(encoding->clauses->arena, problem->n_participants, int);
    for (int p = 0; p < problem->n_participants; p++) {
        int64_t most = encoding->known->least_gaps[p] + slack;
        int limit = problem->max_gaps[p];
        if (limit == PROBLEM_NO_LIMIT || limit > problem->n_slots) {
            limit = problem->n_slots;
        }
        encoding->most[p] = most < limit ? (int)most : limit;
    }
    return slack;
}

const int *gaps_sat_encode(const struct gaps_question *question,
                           struct clauses *clauses)
{
    const struct problem *problem = question->problem;
    struct gaps_encoding encoding = {
        .problem = problem,
        .known = question->known,
        .question = question,
        .clauses = clauses,
    };
    int *session_end;
    assert(question->most_gaps >= question->known->sum_gaps);
    lists_find_sessions(clauses->arena, problem, &encoding.session_first,
                        &session_end);
    int64_t slack = share_gaps(&encoding);
    encode_meetings(&encoding);
    encode_one_slot_each(&encoding);
    encode_busy(&encoding);
    encode_order(&encoding);
    for (int p = 0; p < problem->n_participants; p++) {
        encode_person(&encoding, p);
    }
    encode_places(&encoding, false);
    encode_places(&encoding, true);
    if (slack < encoding.n_excess) {
        clauses_add_at_most(clauses, encoding.excess, encoding.n_excess,
                            (int)slack);
    }
    return encoding.x;
}

bool gaps_sat_can_ask(struct arena scratch, const struct problem *problem,
                      const struct propagation *known)
{
    for (int p = 0; p < problem->n_participants; p++) {
        if (problem->parallel[p] > 1 && lists_length(&known->meetings, p) > 0) {
            return false;
        }
    }
    for (int m = 0; m < problem->n_meetings; m++) {
        if (problem->must[m] && !known->held[m]) {
            return false;
        }
    }
    return can_encode_places(scratch, problem, known, false) &&
           can_encode_places(scratch, problem, known, true);
}

enum sat_answer gaps_sat_ask(struct arena *arena,
                             const struct gaps_question *question,
                             const struct sat_effort *effort, int **slot)
{
    const struct problem *problem = question->problem;
    struct arena scratch;
    struct clauses clauses;
    arena_init(&scratch);
    clauses_init(&scratch, &clauses);
    const int *x = gaps_sat_encode(question, &clauses);
    struct cdcl_result result;
    enum sat_answer answer = cdcl_solve(&scratch, &clauses, effort, &result);
    if (answer == SAT_YES) {
        *slot = arena_new(arena, problem->n_meetings, int);
        for (int m = 0; m < problem->n_meetings; m++) {
            (*slot)[m] = -1;
            for (int s = 0; s < problem->n_slots; s++) {
                int literal = x[(int64_t)m * problem->n_slots + s];
                if (literal == LITERAL_TRUE ||
                    (literal != LITERAL_FALSE && result.value[literal])) {
                    (*slot)[m] = s;
                }
            }
        }
        assert(gaps_count(scratch, problem, *slot) <= question->most_gaps);
    }
    arena_finish(&scratch);
    return answer;
}

int64_t gaps_count(struct arena scratch, const struct problem *problem,
                   const int *slot)
{
    int n_slots = problem->n_slots;
    bool *busy =
        arena_new(&scratch, (int64_t)problem->n_participants * n_slots, bool);
    for (int m = 0; m < problem->n_meetings; m++) {
        for (int e = problem->participants.start[m];
             slot[m] >= 0 && e < problem->participants.start[m + 1]; e++) {
            busy[(int64_t)problem->participants.item[e] * n_slots + slot[m]] = true;
        }
    }
    int64_t n = 0;
    for (int p = 0; p < problem->n_participants; p++) {
        int last = -1; /* busy slot */
        for (int s = 0; s < n_slots; s++) {
            if (busy[(int64_t)p * n_slots + s]) {
                n += last >= 0 && last < s - 1 &&
                     problem->session[last] == problem->session[s];
                last = s;
            }
        }
    }
    return n;
}
