/* Rules are applied in turn until none takes a slot away any more: windows of
 * `after`, each participant's own distribution of meetings to slots, rooms and
 * interpreters of slots that are full. Then each participant's gaps. */

#include "solver/propagate.h"

#include <string.h>

#include "scheduler/base/bits.h"
#include "solver/least_gaps.h"
#include "solver/propagate_parts.h"

void propagator_remove(struct propagator *propagator, int m, int s)
{
    const struct lists *people = &propagator->problem->participants;
    bits_remove(propagator_domain(propagator, m), s);
    for (int e = people->start[m]; e < people->start[m + 1]; e++) {
        propagator->is_due[people->item[e]] = true;
    }
    propagator->changed = true;
}

static int *copy(struct arena *arena, const int *item, int n)
{
    int *copied = arena_new(arena, n, int);
    if (n > 0) {
        memcpy(copied, item, (size_t)n * sizeof *item);
    }
    return copied;
}

bool propagator_clash(struct propagator *propagator,
                      const struct contradiction *contradiction)
{
    struct contradiction *told = &propagator->result->contradiction;
    struct arena *arena = propagator->arena;
    *told = *contradiction;
    told->meeting = copy(arena, contradiction->meeting, contradiction->n_meetings);
    told->slot = copy(arena, contradiction->slot, contradiction->n_slots);
    return false;
}

static bool clash_of_meetings(struct propagator *propagator, enum clash kind, int m,
                              int other)
{
    int meeting[] = {m, other};
    struct contradiction clash = {
        .kind = kind,
        .p = -1,
        .needed = 1,
        .meeting = meeting,
        .n_meetings = other < 0 ? 1 : 2,
    };
    return propagator_clash(propagator, &clash);
}

/* Those that held meetings come after: held as well, or a contradiction. */
static bool close_set(struct propagator *propagator, bool exactly)
{
    const struct problem *problem = propagator->problem;
    bool *held = propagator->result->held;
    for (bool grown = true; grown;) {
        grown = false;
        for (int m = 0; m < problem->n_meetings; m++) {
            for (int e = problem->after.start[m];
                 held[m] && e < problem->after.start[m + 1]; e++) {
                int before = problem->after.item[e];
                if (held[before]) {
                    continue;
                }
                if (exactly) {
                    return clash_of_meetings(propagator, CLASH_PREDECESSOR, m,
                                             before);
                }
                held[before] = grown = true;
            }
        }
    }
    return true;
}

static int last_slot(const uint64_t *domain, int n_slots)
{
    int s = n_slots - 1;
    while (s >= 0 && !bits_has(domain, s)) {
        s--;
    }
    return s;
}

/* m comes after `before`: no slot of m up to the other's first one, none of the
 * other from m's last one on. */
static void narrow_windows(struct propagator *propagator, int before, int m)
{
    int n = propagator->problem->n_slots;
    const uint64_t *early = propagator_domain(propagator, before);
    const uint64_t *late = propagator_domain(propagator, m);
    int first = bits_next(early, n, 0);
    for (int s = bits_next(late, n, 0); s >= 0 && s <= first;
         s = bits_next(late, n, s + 1)) {
        propagator_remove(propagator, m, s);
    }
    int last = last_slot(late, n);
    for (int s = bits_next(early, n, last < 0 ? 0 : last); s >= 0;
         s = bits_next(early, n, s + 1)) {
        propagator_remove(propagator, before, s);
    }
}

static bool propagate_meetings(struct propagator *propagator)
{
    const struct problem *problem = propagator->problem;
    for (int m = 0; m < problem->n_meetings; m++) {
        if (!propagator->result->held[m]) {
            continue;
        }
        for (int e = problem->after.start[m]; e < problem->after.start[m + 1];
             e++) {
            narrow_windows(propagator, problem->after.item[e], m);
        }
        if (bits_next(propagator_domain(propagator, m), problem->n_slots, 0) < 0) {
            return clash_of_meetings(propagator, CLASH_NO_SLOT, m, -1);
        }
    }
    return true;
}

static bool propagate_people(struct propagator *propagator, struct arena scratch)
{
    for (int p = 0; p < propagator->problem->n_participants; p++) {
        if (propagator->is_due[p]) {
            propagator->is_due[p] = false;
            if (!propagate_person(propagator, scratch, p)) {
                return false;
            }
        }
    }
    return true;
}

static bool reach_fixpoint(struct propagator *propagator, struct arena scratch)
{
    do {
        propagator->changed = false;
        if (!propagate_meetings(propagator) ||
            !propagate_people(propagator, scratch) ||
            !propagate_places(propagator, scratch, false) ||
            !propagate_places(propagator, scratch, true)) {
            return false;
        }
    } while (propagator->changed);
    return true;
}

static bool check_max_meetings(struct propagator *propagator)
{
    const struct problem *problem = propagator->problem;
    for (int p = 0; p < problem->n_participants; p++) {
        int n = lists_length(&propagator->result->meetings, p);
        int limit = problem->max_meetings[p];
        if (limit != PROBLEM_NO_LIMIT && n > limit) {
            struct contradiction clash = {
                .kind = CLASH_MAX_MEETINGS,
                .p = p,
                .needed = n,
                .limit = limit,
                .meeting = propagator->result->meetings.item +
                           propagator->result->meetings.start[p],
                .n_meetings = n,
            };
            return propagator_clash(propagator, &clash);
        }
    }
    return true;
}

static bool count_gaps(struct propagator *propagator, struct arena scratch)
{
    const struct problem *problem = propagator->problem;
    struct propagation *result = propagator->result;
    for (int p = 0; p < problem->n_participants; p++) {
        if (problem->parallel[p] > 1) {
            continue;
        }
        int limit = problem->max_gaps[p];
        struct least_gaps_task task = {
            .problem = problem,
            .p = p,
            .domain = result->domain,
            .meeting = propagator->result->meetings.item +
                       propagator->result->meetings.start[p],
            .n_meetings = lists_length(&propagator->result->meetings, p),
            .most = limit == PROBLEM_NO_LIMIT ? problem->n_slots : limit,
        };
        int least = least_gaps(scratch, &task);
        result->least_gaps[p] = least;
        result->sum_gaps += least;
        if (least > task.most) {
            bool runs = limit == PROBLEM_NO_LIMIT; /* no number of gaps will do */
            struct contradiction clash = {
                .kind = runs ? CLASH_RUN : CLASH_GAPS,
                .p = p,
                .needed = runs ? problem->max_consecutive[p] + 1 : least,
                .limit = runs ? problem->max_consecutive[p] : limit,
                .meeting = (int *)task.meeting,
                .n_meetings = task.n_meetings,
            };
            return propagator_clash(propagator, &clash);
        }
    }
    return true;
}

bool propagate(struct arena *arena, const struct problem *problem, const bool *held,
               bool exactly, struct propagation *result)
{
    size_t n = (size_t)problem->n_meetings;
    size_t n_words = n * (size_t)problem->slot_words;
    *result = (struct propagation){
        .held = arena_new(arena, n, bool),
        .domain = arena_new(arena, n_words, uint64_t),
        .least_gaps = arena_new(arena, problem->n_participants, int),
    };
    memcpy(result->held, held, n * sizeof *held);
    memcpy(result->domain, problem->domain, n_words * sizeof *result->domain);
    struct arena scratch;
    arena_init(&scratch);
    struct propagator propagator = {
        .arena = arena,
        .problem = problem,
        .result = result,
        .is_due = arena_new(&scratch, problem->n_participants, bool),
    };
    for (int p = 0; p < problem->n_participants; p++) {
        propagator.is_due[p] = true;
    }
    bool ok = close_set(&propagator, exactly);
    result->meetings = lists_of_held(arena, problem, result->held);
    ok = ok && check_max_meetings(&propagator) &&
         reach_fixpoint(&propagator, scratch) &&
         (!exactly || count_gaps(&propagator, scratch));
    arena_finish(&scratch);
    return ok;
}
