/* Cheapest first: has the assignment as it stands a place for the ghost (a copy of
 * the meeting with the limit lifted)? Do the prices of the relaxation rule it out?
 * Does it fit with a few meetings moved? Only then GLPK searches. In a rerun of which
 * it is known what stays at any rate, the little that is open beside it is asked
 * before anything is tried. */

#include "solver/probe.h"

#include "solver/probe_fit.h"
#include "solver/probe_ghosts.h"
#include "solver/probe_narrow.h"
#include "solver/probe_program.h"

/* A rerun has to answer soon: then so many questions are searched for, by the number
 * of meetings, and prices are not found where that takes long. */
enum { RERUN_SEARCHES = 6 * 1000, RERUN_MOST_MEETINGS = 1000 };

/* Of the effort of an inquiry, that of a large rerun has one part in so many: its
 * prices alone answer most. */
enum { RERUN_PART = 128, RERUN_NAMES = 400 * 1000 };

struct probe {
    struct arena arena;
    bool is_rerun;
    int n_searches; /* that a rerun has left */
    int threads;
    bool (*poll)(void *context);
    void *context;
    struct ghosts ghosts;
    struct standard standard;
    struct pool rooms, interpreters;
    struct fit fit;
    const bool *certain;      /* of the solution */
    bool asked_narrow_before; /* is_narrow is settled: */
    bool is_narrow;           /* these are initialised */
    struct narrow narrow;
    struct inquiry narrow_inquiry;
    bool asked_before; /* inquiry is initialised */
    bool can_inquire;
    struct inquiry inquiry;
};

static bool is_rerun(const struct problem *problem)
{
    bool had_any = false;
    for (int m = 0; problem->had_previous && m < problem->n_meetings; m++) {
        had_any |= problem->had_previous[m];
    }
    return had_any && problem_rank(problem, SOLVER_STABILITY) == 0;
}

struct probe *probe_create(const struct problem *problem,
                           const struct solution *solution, int threads,
                           bool (*poll)(void *context), void *context)
{
    struct arena arena;
    arena_init(&arena);
    struct probe *probe = arena_new(&arena, 1, struct probe);
    probe->threads = threads;
    probe->poll = poll;
    probe->context = context;
    ghosts_init(&arena, problem, solution->slot, &probe->ghosts);
    standard_init(&probe->ghosts, solution, &probe->standard);
    pool_init_rooms(&arena, &probe->ghosts.problem, &probe->rooms);
    pool_init_interpreters(&arena, &probe->ghosts.problem, &probe->interpreters);
    fit_init(&probe->ghosts, &probe->standard, &probe->rooms, &probe->interpreters,
             solution, &probe->fit);
    probe->fit.poll = poll;
    probe->fit.context = context;
    probe->is_rerun = is_rerun(problem);
    if (probe->is_rerun) {
        probe->fit.names_left = RERUN_NAMES;
    }
    probe->n_searches = RERUN_SEARCHES / (problem->n_meetings + 1);
    probe->certain = solution->certain;
    probe->arena = arena;
    return probe;
}

void probe_destroy(struct probe *probe)
{
    if (!probe) {
        return;
    }
    inquiry_finish(&probe->inquiry);
    inquiry_finish(&probe->narrow_inquiry);
    fit_finish(&probe->fit);
    struct arena arena = probe->arena; /* the probe itself lies in it */
    arena_finish(&arena);
}

bool probe_fits(struct probe *probe, int m, enum lift lift, int s)
{
    int g = ghosts_find(&probe->ghosts, m, lift);
    return g >= 0 && fit_as_it_stands(&probe->fit, g, s, false);
}

static bool fits_somewhere(struct probe *probe, int g)
{
    for (int s = 0; s < probe->ghosts.problem.n_slots; s++) {
        if (fit_as_it_stands(&probe->fit, g, s, true)) {
            return true;
        }
    }
    return false;
}

static bool is_large(const struct probe *probe)
{
    return probe->is_rerun &&
           probe->ghosts.problem.n_meetings > RERUN_MOST_MEETINGS;
}

/* About the whole problem. */
static bool can_inquire(struct probe *probe)
{
    if (is_large(probe)) {
        return false;
    }
    if (!probe->asked_before) {
        probe->asked_before = true;
        probe->can_inquire = inquiry_init(
            &probe->ghosts, &probe->standard, &probe->rooms, &probe->interpreters,
            probe->threads, 1, probe->poll, probe->context, &probe->inquiry);
    }
    return probe->can_inquire;
}

/* About ghost g in the smaller problem, where the solution knows what is settled. */
static bool can_inquire_narrow(struct probe *probe, int g)
{
    struct narrow *narrow = &probe->narrow;
    if (!probe->asked_narrow_before) {
        probe->asked_narrow_before = true;
        probe->is_narrow =
            probe->certain &&
            narrow_init(&probe->arena, &probe->ghosts, probe->certain, narrow) &&
            inquiry_init(&narrow->ghosts, &probe->standard, &narrow->rooms,
                         &narrow->interpreters, probe->threads,
                         is_large(probe) ? RERUN_PART : 1, probe->poll,
                         probe->context, &probe->narrow_inquiry);
    }
    return probe->is_narrow && narrow_suits(narrow, g);
}

/* The ghost stands in for m here. */
static enum probe_answer search(struct probe *probe, int m, int g, bool inquire)
{
    struct inquiry *inquiry = &probe->inquiry;
    if (fit_by_chain(&probe->fit, m, g)) {
        return PROBE_YES;
    }
    enum probe_answer answer =
        inquire ? inquiry_ask(inquiry, g, false) : PROBE_UNKNOWN;
    if (answer != PROBE_UNKNOWN) {
        return answer;
    }
    if (fit_by_earlier(&probe->fit, m, g) || fit_by_walk(&probe->fit, m, g)) {
        return PROBE_YES;
    }
    answer = inquire ? inquiry_ask(inquiry, g, true) : PROBE_UNKNOWN;
    bool is_lost = answer == PROBE_YES &&
                   !fit_by_point(&probe->fit, g, inquiry->slot, inquiry->cap);
    return is_lost ? PROBE_UNKNOWN : answer;
}

/* The smaller problem answers soon, so it is asked before anything is tried. Its
 * classes of interpreters are not those of the whole one. */
static enum probe_answer ask_narrow(struct probe *probe, int m, int g)
{
    struct inquiry *inquiry = &probe->narrow_inquiry;
    if (!can_inquire_narrow(probe, g)) {
        return PROBE_UNKNOWN;
    }
    if (inquiry_is_priced_out(inquiry, g)) {
        return PROBE_NO;
    }
    fit_stand_in(&probe->fit, m, g, true);
    enum probe_answer answer = inquiry_ask(inquiry, g, false);
    if (answer == PROBE_UNKNOWN) {
        answer = inquiry_ask(inquiry, g, true);
    }
    if (answer == PROBE_YES && !fit_by_point(&probe->fit, g, inquiry->slot, NULL)) {
        answer = PROBE_UNKNOWN;
    }
    if (answer == PROBE_YES) {
        fit_bring_back(&probe->fit, m, g);
    }
    fit_stand_in(&probe->fit, m, g, false);
    return answer;
}

static enum probe_answer ask(struct probe *probe, int m, int g)
{
    if (fits_somewhere(probe, g)) {
        return PROBE_YES;
    }
    if (probe->poll && probe->poll(probe->context)) {
        return PROBE_UNKNOWN;
    }
    enum probe_answer answer = ask_narrow(probe, m, g);
    if (answer != PROBE_UNKNOWN) {
        return answer;
    }
    bool inquire = can_inquire(probe);
    if (inquire && inquiry_is_priced_out(&probe->inquiry, g)) {
        return PROBE_NO;
    }
    if (probe->is_rerun && probe->n_searches-- <= 0) {
        return PROBE_UNKNOWN;
    }
    fit_stand_in(&probe->fit, m, g, true);
    answer = search(probe, m, g, inquire);
    if (answer == PROBE_YES) {
        fit_bring_back(&probe->fit, m, g);
    }
    fit_stand_in(&probe->fit, m, g, false);
    return answer;
}

const int *probe_found(const struct probe *probe, int *s)
{
    *s = probe->fit.found_slot;
    return probe->fit.found;
}

static bool counts_room_changes(const struct probe *probe)
{
    for (int k = 0; k < probe->standard.n_levels; k++) {
        if (probe->ghosts.problem.level[k] == SOLVER_ROOMS) {
            return true;
        }
    }
    return false;
}

/* True if the ghost fits in where nobody of it has another meeting in the session:
 * then it changes no rooms, whichever it is in. */
static bool fits_apart(struct probe *probe, int g)
{
    struct fit *fit = &probe->fit;
    const struct state *state = &fit->state;
    const struct lists *people = &probe->ghosts.problem.participants;
    for (int s = 0; s < probe->ghosts.problem.n_slots; s++) {
        bool apart = fit_as_it_stands(fit, g, s, true);
        for (int e = people->start[g]; e < people->start[g + 1] && apart; e++) {
            for (int t = state->session_first[s]; t < state->session_end[s]; t++) {
                apart &= state->busy[state_cell(state, people->item[e], t)] == 0;
            }
        }
        if (apart) {
            return true;
        }
    }
    return false;
}

bool probe_can_lift(const struct probe *probe, int m, enum lift lift)
{
    return ghosts_find(&probe->ghosts, m, lift) >= 0;
}

enum probe_answer probe_ask(struct probe *probe, int m, enum lift lift)
{
    int g = ghosts_find(&probe->ghosts, m, lift);
    enum probe_answer answer = g < 0 ? PROBE_NO : ask(probe, m, g);
    bool sure = lift != LIFT_ROOMS || answer != PROBE_YES ||
                !counts_room_changes(probe) || fits_apart(probe, g);
    return sure ? answer : PROBE_UNKNOWN;
}
