#include "solver/serve_all.h"

#include "scheduler/base/bits.h"
#include "solver/gaps_proof.h"
#include "solver/propagate.h"
#include "solver/search.h"
#include "solver/trivial.h"

enum { MOST_MEETINGS = 3000 };

/* The rank of COMPACTNESS, if all levels before it only ask which meetings are
 * held, SERVED among them; else -1. */
static int rank_of_gaps(const struct problem *problem)
{
    int gaps = problem_rank(problem, SOLVER_COMPACTNESS);
    for (int k = 0; k < gaps; k++) {
        if (!solver_level_is_of_choice(problem->level[k])) {
            return -1;
        }
    }
    return gaps > problem_rank(problem, SOLVER_SERVED) ? gaps : -1;
}

/* Meetings that can be held by themselves. */
static bool *list_possible(struct arena *arena, const struct problem *problem)
{
    bool *held = arena_new(arena, problem->n_meetings, bool);
    for (int m = 0; m < problem->n_meetings; m++) {
        const uint64_t *domain = problem->domain + (int64_t)m * problem->slot_words;
        held[m] = bits_count(domain, problem->slot_words) > 0;
    }
    return held;
}

/* They cannot all be held: the cheapest one, at least, is lost. */
static void lose_cheapest(struct work *work, int served, const bool *held)
{
    const struct problem *problem = work->problem;
    int64_t least = INT64_MAX, sum = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        if (held[m]) {
            sum += problem->value[m];
            least = problem->value[m] < least ? problem->value[m] : least;
        }
    }
    work_take_bound(work, served, sum > 0 ? sum - least : 0);
}

static bool holds_all(const struct work *work, const bool *held)
{
    for (int m = 0; m < work->problem->n_meetings; m++) {
        if (held[m] && work->incumbent.slot[m] < 0) {
            return false;
        }
    }
    return work->incumbent.broken == 0;
}

/* Meetings that are worth nothing need not be held: then the set that gives the
 * fewest gaps is not known. */
static bool is_all_wanted(const struct problem *problem, const bool *held)
{
    for (int m = 0; m < problem->n_meetings; m++) {
        if (held[m] && problem->value[m] == 0) {
            return false;
        }
    }
    return true;
}

static void prove_gaps(struct work *work, int served, int gaps, const bool *held)
{
    struct gaps_proof_task task = {
        .problem = work->problem,
        .held = held,
        .slot = holds_all(work, held) ? work->incumbent.slot : NULL,
        .attempts = GAPS_PROOF_ATTEMPTS,
        .conflicts = GAPS_PROOF_CONFLICTS,
        .threads = work->options->threads,
        .poll = work_poll,
        .context = work,
    };
    struct gaps_proof proof;
    gaps_prove(&work->arena, &task, &proof);
    if (proof.is_refuted) {
        lose_cheapest(work, served, held);
        return;
    }
    if (proof.slot) {
        work_take_slots(work, proof.slot, NULL);
    }
    if (holds_all(work, held) && proof.has_bound) {
        work_take_bound(work, gaps, proof.bound);
    }
}

void serve_all(struct work *work)
{
    const struct problem *problem = work->problem;
    int served = problem_rank(problem, SOLVER_SERVED), gaps = rank_of_gaps(problem);
    if (served < 0 || problem->n_meetings > MOST_MEETINGS) {
        return;
    }
    struct propagation known;
    bool *held = list_possible(&work->arena, problem);
    if (!propagate(&work->arena, problem, held, true, &known)) {
        lose_cheapest(work, served, held);
        return;
    }
    if (gaps < 0 || !is_all_wanted(problem, held)) {
        return;
    }
    work_take_bound(work, served,
                    trivial_bound(work->arena, problem, SOLVER_SERVED));
    search_level(work, served);
    work_report(work, served);
    prove_gaps(work, served, gaps, held);
}

bool serve_chosen(struct work *work, int k, bool *is_fewest)
{
    const struct problem *problem = work->problem;
    *is_fewest = false;
    if (rank_of_gaps(problem) != k || problem->n_meetings > MOST_MEETINGS) {
        return false;
    }
    bool *held = arena_new(&work->arena, problem->n_meetings, bool);
    for (int m = 0; m < problem->n_meetings; m++) {
        held[m] = work->incumbent.slot[m] >= 0;
    }
    struct gaps_proof_task task = {
        .problem = problem,
        .held = held,
        .slot = work->incumbent.slot,
        .attempts = GAPS_SEARCH_ATTEMPTS,
        .conflicts = GAPS_SEARCH_CONFLICTS,
        .threads = work->options->threads,
        .poll = work_poll,
        .context = work,
    };
    struct gaps_proof proof;
    gaps_prove(&work->arena, &task, &proof);
    work_take_slots(work, proof.slot, NULL);
    *is_fewest = proof.bound == proof.gaps;
    return true;
}
