/* An event becomes numbers: its possible meetings, in the model's order, then those of
 * the schedule before that have begun and are in no request any more. What has begun
 * has one slot, one room and one interpreter, and must be held; limits that it exceeds
 * count from there, so that no wish for the rest of the day makes the problem
 * infeasible. */

#include "scheduler/plan_problem.h"

#include <assert.h>
#include <string.h>

#include "scheduler/base/bits.h"
#include "scheduler/base/ints.h"
#include "scheduler/model/cause.h"
#include "scheduler/plan_frozen.h"
#include "scheduler/plan_past.h"

static const struct {
    enum level model;
    enum solver_level solver;
} level_pair[] = {
    {LEVEL_GUARANTEE, SOLVER_GUARANTEE},     {LEVEL_SERVED, SOLVER_SERVED},
    {LEVEL_BALANCE, SOLVER_BALANCE},         {LEVEL_STABILITY, SOLVER_STABILITY},
    {LEVEL_COMFORT, SOLVER_COMFORT},         {LEVEL_BURDEN, SOLVER_BURDEN},
    {LEVEL_COMPACTNESS, SOLVER_COMPACTNESS}, {LEVEL_ROOMS, SOLVER_ROOMS},
};

static enum solver_level solver_level_of(enum level level)
{
    for (int k = 0; k < N_LEVELS; k++) {
        if (level_pair[k].model == level) {
            return level_pair[k].solver;
        }
    }
    assert(false);
    return SOLVER_N_LEVELS;
}

enum level plan_model_level(enum solver_level level)
{
    for (int k = 0; k < N_LEVELS; k++) {
        if (level_pair[k].solver == level) {
            return level_pair[k].model;
        }
    }
    assert(false);
    return N_LEVELS;
}

/* Limits of the model and the solver are spelled alike. */
static_assert((int)NO_LIMIT == (int)PROBLEM_NO_LIMIT,
              "limits are passed on as they are");

/* Of each of the model's meetings that has begun: which one of before it is; -1 of
 * others. */
static int *find_frozen(struct arena *arena, const struct plan_input *input)
{
    int n = input->elig->n_meetings;
    int *frozen = arena_new(arena, n, int);
    for (int m = 0; m < n; m++) {
        frozen[m] = -1;
    }
    for (int i = 0; input->previous && i < input->previous->n_meetings; i++) {
        const struct schedule_meeting *old = &input->previous->meeting[i];
        if (old->m >= 0 && plan_has_begun(input, old)) {
            frozen[old->m] = i;
        }
    }
    return frozen;
}

static void add_meeting(struct plan_problem *out, int m, int frozen)
{
    int k = out->problem.n_meetings++;
    out->model[k] = m;
    out->frozen[k] = frozen;
    if (m >= 0) {
        out->index[m] = k;
    }
}

static void choose_meetings(struct arena *arena, const struct plan_input *input,
                            struct plan_problem *out)
{
    const struct eligibility *elig = input->elig;
    const int *frozen = find_frozen(arena, input);
    int n_previous = input->previous ? input->previous->n_meetings : 0;
    out->index = arena_new(arena, elig->n_meetings, int);
    out->model = arena_new(arena, elig->n_meetings + n_previous, int);
    out->frozen = arena_new(arena, elig->n_meetings + n_previous, int);
    for (int m = 0; m < elig->n_meetings; m++) {
        out->index[m] = -1;
        if (elig->meeting[m].possible || frozen[m] >= 0) {
            add_meeting(out, m, frozen[m]);
        }
    }
    for (int i = 0; i < n_previous; i++) {
        const struct schedule_meeting *old = &input->previous->meeting[i];
        if (old->m < 0 && plan_has_begun(input, old)) {
            add_meeting(out, -1, i); /* in no request any more, but it was held */
        }
    }
}

static void fill_slots(struct arena *arena, const struct event *event,
                       struct problem *problem)
{
    problem->n_slots = event->n_slots;
    problem->slot_words = bits_words(event->n_slots);
    problem->session = arena_new(arena, event->n_slots, int);
    for (int s = 0; s < event->n_slots; s++) {
        problem->session[s] = event->slot[s].session;
    }
}

static void fill_participants(struct arena *arena, const struct event *event,
                              const struct eligibility *elig,
                              struct problem *problem)
{
    int n = event->n_participants;
    problem->n_participants = n;
    problem->parallel = arena_new(arena, n, int);
    problem->min_meetings = arena_new(arena, n, int);
    problem->max_meetings = arena_new(arena, n, int);
    problem->max_consecutive = arena_new(arena, n, int);
    problem->max_gaps = arena_new(arena, n, int);
    int *n_possible = arena_new(arena, n, int);
    for (int m = 0; m < elig->n_meetings; m++) {
        const struct meeting *meeting = &elig->meeting[m];
        for (int k = 0; meeting->possible && k < meeting->n_participants; k++) {
            n_possible[meeting->participant[k]]++;
        }
    }
    for (int p = 0; p < n; p++) {
        const struct participant *who = &event->participant[p];
        problem->parallel[p] = who->parallel;
        problem->min_meetings[p] =
            who->min_meetings < n_possible[p] ? who->min_meetings : n_possible[p];
        problem->max_meetings[p] = who->max_meetings;
        problem->max_consecutive[p] = who->max_consecutive;
        problem->max_gaps[p] = who->max_gaps;
    }
    problem->cost = elig->cost;
}

/* Who of a meeting that nobody asks for any more is still in the event. */
static int add_people_of(const struct event *event,
                         const struct schedule_meeting *old, int *people)
{
    int n = 0;
    for (int k = 0; k < old->participant_ids.n; k++) {
        int p = event_find_participant(event, old->participant_ids.text[k]);
        if (p >= 0) {
            people[n++] = p;
        }
    }
    ints_sort(people, n);
    return n;
}

static void fill_people(struct arena *arena, const struct plan_input *input,
                        struct plan_problem *out)
{
    struct problem *problem = &out->problem;
    int n = problem->n_meetings, n_people = 0, e = 0;
    for (int k = 0; k < n; k++) {
        n_people +=
            out->model[k] >= 0
                ? input->elig->meeting[out->model[k]].n_participants
                : input->previous->meeting[out->frozen[k]].participant_ids.n;
    }
    problem->participants = (struct lists){arena_new(arena, n + 1, int),
                                           arena_new(arena, n_people, int)};
    for (int k = 0; k < n; k++) {
        int *item = problem->participants.item;
        if (out->model[k] < 0) {
            e += add_people_of(input->event,
                               &input->previous->meeting[out->frozen[k]], item + e);
        } else {
            const struct meeting *meeting = &input->elig->meeting[out->model[k]];
            for (int i = 0; i < meeting->n_participants; i++) {
                item[e++] = meeting->participant[i];
            }
        }
        problem->participants.start[k + 1] = e;
    }
}

/* What is to be followed; a meeting that has begun follows nothing any more. */
static int n_after_of(const struct eligibility *elig,
                      const struct plan_problem *out, int k)
{
    return out->frozen[k] >= 0 ? 0 : elig->meeting[out->model[k]].n_after;
}

/* Lists of predecessors. A meeting that needs one which cannot be held cannot be
 * held either: it loses its slots. */
static void fill_after(struct arena *arena, const struct eligibility *elig,
                       struct plan_problem *out)
{
    struct problem *problem = &out->problem;
    int n = problem->n_meetings, n_after = 0, a = 0;
    for (int k = 0; k < n; k++) {
        n_after += n_after_of(elig, out, k);
    }
    problem->after = (struct lists){arena_new(arena, n + 1, int),
                                    arena_new(arena, n_after, int)};
    for (int k = 0; k < n; k++) {
        for (int i = 0; i < n_after_of(elig, out, k); i++) {
            int before = out->index[elig->meeting[out->model[k]].after[i]];
            if (before >= 0) {
                problem->after.item[a++] = before;
            } else {
                memset(problem->domain + (int64_t)k * problem->slot_words, 0,
                       (size_t)problem->slot_words * sizeof(uint64_t));
            }
        }
        problem->after.start[k + 1] = a;
    }
}

static void fill_meetings(struct arena *arena, const struct eligibility *elig,
                          struct plan_problem *out)
{
    struct problem *problem = &out->problem;
    int n = problem->n_meetings, n_slots = problem->n_slots;
    int words = problem->slot_words;
    problem->value = arena_new(arena, n, int64_t);
    problem->must = arena_new(arena, n, bool);
    problem->domain = arena_new(arena, (int64_t)n * words, uint64_t);
    problem->room_set = arena_new(arena, (int64_t)n * n_slots, int);
    problem->interpreter_set = arena_new(arena, (int64_t)n * n_slots, int);
    for (int k = 0; k < n; k++) {
        int m = out->model[k];
        if (m < 0) {
            continue; /* worth nothing, and frozen */
        }
        problem->value[k] = elig->meeting[m].value;
        problem->must[k] = elig->meeting[m].locked;
        memcpy(problem->domain + (int64_t)k * words,
               elig->suitable + (int64_t)m * words,
               (size_t)words * sizeof(uint64_t));
        memcpy(problem->room_set + (int64_t)k * n_slots,
               elig->room_set + (int64_t)m * n_slots,
               (size_t)n_slots * sizeof(int));
        memcpy(problem->interpreter_set + (int64_t)k * n_slots,
               elig->interpreter_set + (int64_t)m * n_slots,
               (size_t)n_slots * sizeof(int));
    }
}

static void fill_staff(struct arena *arena, const struct event *event,
                       const struct eligibility *elig, struct problem *problem)
{
    int n = event->n_interpreters;
    problem->n_rooms = event->n_rooms;
    problem->rooms = &elig->rooms;
    problem->n_interpreters = n;
    problem->interpreters = &elig->interpreters;
    problem->interpreter_max_meetings = arena_new(arena, n, int);
    problem->interpreter_max_consecutive = arena_new(arena, n, int);
    for (int i = 0; i < n; i++) {
        problem->interpreter_max_meetings[i] = event->interpreter[i].max_meetings;
        problem->interpreter_max_consecutive[i] =
            event->interpreter[i].max_consecutive;
    }
}

static void copy_family(struct arena *arena, const struct set_family *from,
                        struct set_family *to)
{
    set_family_init(to, from->n_members);
    for (int k = 0; k < from->n_sets; k++) {
        set_family_add(to, arena, set_family_at(from, k));
    }
}

/* The set of one member; -1, which needs none, where it is gone from the event. */
static int set_of_one(struct arena *arena, struct set_family *family, int member)
{
    uint64_t *set = arena_new(arena, family->n_words, uint64_t);
    if (member < 0) {
        return -1;
    }
    bits_add(set, member);
    return set_family_add(family, arena, set);
}

/* A meeting that has begun is where it was, with what it had. */
static void freeze(struct arena *arena, const struct plan_input *input, int k,
                   struct plan_problem *out)
{
    struct problem *problem = &out->problem;
    const struct schedule_meeting *old = &input->previous->meeting[out->frozen[k]];
    int s = event_find_times(input->event, old->start_s, old->end_s);
    int64_t cell = (int64_t)k * problem->n_slots + s;
    assert(s >= 0);
    bits_add(problem->domain + (int64_t)k * problem->slot_words, s);
    problem->must[k] = true;
    problem->room_set[cell] = set_of_one(arena, &out->rooms, old->r);
    problem->interpreter_set[cell] = set_of_one(arena, &out->interpreters, old->i);
}

/* Limits of somebody whose meetings so far, slot by slot, exceed them already count
 * from there: that on runs in the session that has begun, *begun_consecutive, as it is
 * no measure for later ones. max_gaps may be NULL. */
static void raise_limits(const struct problem *problem, const int *held,
                         int *max_meetings, int *begun_consecutive, int *max_gaps)
{
    int n = 0, run = 0, longest = 0, n_gaps = 0, last = -1;
    for (int s = 0; s < problem->n_slots; s++) {
        if (held[s] == 0) {
            continue;
        }
        bool same = last >= 0 && problem->session[last] == problem->session[s];
        run = same && last == s - 1 ? run + 1 : 1;
        n_gaps += same && last < s - 1;
        longest = run > longest ? run : longest;
        n += held[s];
        last = s;
    }
    if (*max_meetings != PROBLEM_NO_LIMIT && *max_meetings < n) {
        *max_meetings = n;
    }
    if (*begun_consecutive != PROBLEM_NO_LIMIT && *begun_consecutive < longest) {
        *begun_consecutive = longest;
    }
    if (max_gaps && *max_gaps != PROBLEM_NO_LIMIT && *max_gaps < n_gaps) {
        *max_gaps = n_gaps;
    }
}

static int *copy_of(struct arena *arena, const int *limit, int n)
{
    int *copy = arena_new(arena, n, int);
    for (int k = 0; k < n; k++) {
        copy[k] = limit[k];
    }
    return copy;
}

/* The session that the instant falls into; past ones are none (plan_past.h). */
static void begin_session(struct arena *arena, const struct plan_input *input,
                          struct problem *problem)
{
    problem->begun_session = -1;
    for (int s = 0; s < problem->n_slots; s++) {
        if (input->event->slot[s].start_s < input->freeze_before_s) {
            problem->begun_session = problem->session[s];
        }
    }
    problem->begun_consecutive =
        copy_of(arena, problem->max_consecutive, problem->n_participants);
    problem->begun_interpreter_consecutive = copy_of(
        arena, problem->interpreter_max_consecutive, problem->n_interpreters);
}

static void raise_all_limits(struct arena *arena, const struct plan_input *input,
                             struct plan_problem *out)
{
    struct problem *problem = &out->problem;
    int n_slots = problem->n_slots;
    int *of_people =
        arena_new(arena, (int64_t)problem->n_participants * n_slots, int);
    int *of_staff =
        arena_new(arena, (int64_t)problem->n_interpreters * n_slots, int);
    for (int k = 0; k < problem->n_meetings; k++) {
        if (out->frozen[k] < 0) {
            continue;
        }
        const struct schedule_meeting *old =
            &input->previous->meeting[out->frozen[k]];
        int s = event_find_times(input->event, old->start_s, old->end_s);
        for (int e = problem->participants.start[k];
             e < problem->participants.start[k + 1]; e++) {
            of_people[(int64_t)problem->participants.item[e] * n_slots + s]++;
        }
        if (old->i >= 0) {
            of_staff[(int64_t)old->i * n_slots + s]++;
        }
    }
    for (int p = 0; p < problem->n_participants; p++) {
        raise_limits(problem, of_people + (int64_t)p * n_slots,
                     &problem->max_meetings[p], &problem->begun_consecutive[p],
                     &problem->max_gaps[p]);
    }
    for (int i = 0; i < problem->n_interpreters; i++) {
        raise_limits(problem, of_staff + (int64_t)i * n_slots,
                     &problem->interpreter_max_meetings[i],
                     &problem->begun_interpreter_consecutive[i], NULL);
    }
}

/* Nothing else begins before the instant. */
static void fill_frozen(struct arena *arena, const struct plan_input *input,
                        struct plan_problem *out)
{
    struct problem *problem = &out->problem;
    copy_family(arena, &input->elig->rooms, &out->rooms);
    copy_family(arena, &input->elig->interpreters, &out->interpreters);
    problem->rooms = &out->rooms;
    problem->interpreters = &out->interpreters;
    for (int k = 0; k < problem->n_meetings; k++) {
        uint64_t *domain = problem->domain + (int64_t)k * problem->slot_words;
        for (int s = 0; s < problem->n_slots; s++) {
            if (input->event->slot[s].start_s < input->freeze_before_s) {
                bits_remove(domain, s);
            }
        }
        if (out->frozen[k] >= 0) {
            memset(domain, 0, (size_t)problem->slot_words * sizeof *domain);
            freeze(arena, input, k, out);
        }
    }
    begin_session(arena, input, problem);
    raise_all_limits(arena, input, out);
}

/* Takes all slots from what on_change leaves out; a lock has its way. */
static void leave_out(const struct plan_input *input,
                      const struct schedule_meeting *old, struct plan_problem *out)
{
    struct problem *problem = &out->problem;
    int k = old->m >= 0 ? out->index[old->m] : -1;
    if (k >= 0 && !problem->must[k] &&
        cause_leaves_out(input->event, input->elig, old)) {
        memset(problem->domain + (int64_t)k * problem->slot_words, 0,
               (size_t)problem->slot_words * sizeof *problem->domain);
    }
}

static void fill_previous(struct arena *arena, const struct plan_input *input,
                          struct plan_problem *out)
{
    struct problem *problem = &out->problem;
    int n = problem->n_meetings;
    problem->had_previous = arena_new(arena, n, bool);
    problem->previous_slot = arena_new(arena, n, int);
    problem->previous_room = arena_new(arena, n, int);
    problem->previous_interpreter = arena_new(arena, n, int);
    problem->previous_can_be_same = arena_new(arena, n, bool);
    for (int i = 0; input->previous && i < input->previous->n_meetings; i++) {
        const struct schedule_meeting *old = &input->previous->meeting[i];
        int k = old->m >= 0 ? out->index[old->m] : -1;
        if (k < 0 || plan_has_begun(input, old)) {
            continue; /* impossible, or where it is anyway */
        }
        leave_out(input, old, out);
        bool had_interpreter = old->interpreter_id[0] != '\0';
        problem->had_previous[k] = true;
        problem->previous_slot[k] =
            event_find_times(input->event, old->start_s, old->end_s);
        problem->previous_room[k] = old->r;
        problem->previous_interpreter[k] = had_interpreter ? old->i : -1;
        problem->previous_can_be_same[k] = problem->previous_slot[k] >= 0 &&
                                           old->r >= 0 &&
                                           (!had_interpreter || old->i >= 0);
    }
    for (int i = 0; input->previous && i < input->previous->n_cancelled; i++) {
        leave_out(input, &input->previous->cancelled[i], out);
    }
}

void plan_problem_build(struct arena *arena, const struct plan_input *input,
                        struct plan_problem *out)
{
    *out = (struct plan_problem){.index = NULL};
    choose_meetings(arena, input, out);
    fill_slots(arena, input->event, &out->problem);
    fill_participants(arena, input->event, input->elig, &out->problem);
    fill_meetings(arena, input->elig, out);
    fill_people(arena, input, out);
    fill_after(arena, input->elig, out);
    fill_staff(arena, input->event, input->elig, &out->problem);
    if (input->previous && input->freeze_before_s > 0) {
        plan_past_apart(arena, input, out);
        fill_frozen(arena, input, out);
    }
    fill_previous(arena, input, out);
    out->problem.limits_changes = input->limits_moves;
    out->problem.max_changes = input->max_moves;
    enum solver_level *level = arena_new(arena, input->n_levels, enum solver_level);
    for (int k = 0; k < input->n_levels; k++) {
        level[k] = solver_level_of(input->level[k]);
    }
    out->problem.level = level;
    out->problem.n_levels = input->n_levels;
}
