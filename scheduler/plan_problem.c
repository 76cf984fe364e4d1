#include "scheduler/plan_problem.h"

#include <assert.h>
#include <string.h>

#include "scheduler/base/bits.h"
#include "scheduler/model/cause.h"

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

static int find_same_times(const struct event *event, int64_t start_s,
                           int64_t end_s)
{
    for (int s = 0; s < event->n_slots; s++) {
        if (event->slot[s].start_s == start_s && event->slot[s].end_s == end_s) {
            return s;
        }
    }
    return -1;
}

static bool is_frozen(const struct plan_input *input,
                      const struct schedule_meeting *old)
{
    return old->start_s < input->freeze_before_s;
}

static void find_frozen(struct arena *arena, const struct plan_input *input,
                        struct plan_problem *out)
{
    int n = input->elig->n_meetings;
    out->frozen = arena_new(arena, n, int);
    for (int m = 0; m < n; m++) {
        out->frozen[m] = -1;
    }
    for (int i = 0; input->previous && i < input->previous->n_meetings; i++) {
        const struct schedule_meeting *old = &input->previous->meeting[i];
        if (old->m >= 0 && is_frozen(input, old)) {
            out->frozen[old->m] = i;
        }
    }
}

static void choose_meetings(struct arena *arena, const struct eligibility *elig,
                            struct plan_problem *out)
{
    out->index = arena_new(arena, elig->n_meetings, int);
    out->model = arena_new(arena, elig->n_meetings, int);
    int n = 0;
    for (int m = 0; m < elig->n_meetings; m++) {
        out->index[m] = -1;
        if (elig->meeting[m].possible || out->frozen[m] >= 0) {
            out->index[m] = n;
            out->model[n++] = m;
        }
    }
    out->problem.n_meetings = n;
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

/* Lists of participants and of predecessors. A meeting that needs one which
 * cannot be held cannot be held either: it loses its slots. */
static void fill_lists(struct arena *arena, const struct eligibility *elig,
                       struct plan_problem *out)
{
    struct problem *problem = &out->problem;
    int n = problem->n_meetings, n_people = 0, n_after = 0;
    for (int k = 0; k < n; k++) {
        n_people += elig->meeting[out->model[k]].n_participants;
        n_after += elig->meeting[out->model[k]].n_after;
    }
    problem->participants = (struct lists){arena_new(arena, n + 1, int),
                                           arena_new(arena, n_people, int)};
    problem->after = (struct lists){arena_new(arena, n + 1, int),
                                    arena_new(arena, n_after, int)};
    int e = 0, a = 0;
    for (int k = 0; k < n; k++) {
        const struct meeting *meeting = &elig->meeting[out->model[k]];
        for (int i = 0; i < meeting->n_participants; i++) {
            problem->participants.item[e++] = meeting->participant[i];
        }
        for (int i = 0; i < meeting->n_after; i++) {
            int before = out->index[meeting->after[i]];
            if (out->frozen[out->model[k]] >= 0) {
                continue; /* it has begun, whatever it was to follow */
            }
            if (before >= 0) {
                problem->after.item[a++] = before;
            } else {
                memset(problem->domain + (int64_t)k * problem->slot_words, 0,
                       (size_t)problem->slot_words * sizeof(uint64_t));
            }
        }
        problem->participants.start[k + 1] = e;
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
    const struct schedule_meeting *old =
        &input->previous->meeting[out->frozen[out->model[k]]];
    int s = find_same_times(input->event, old->start_s, old->end_s);
    int64_t cell = (int64_t)k * problem->n_slots + s;
    assert(s >= 0);
    bits_add(problem->domain + (int64_t)k * problem->slot_words, s);
    problem->must[k] = true;
    problem->room_set[cell] = set_of_one(arena, &out->rooms, old->r);
    problem->interpreter_set[cell] = set_of_one(arena, &out->interpreters, old->i);
}

/* Nothing else begins before the instant; limits that those who were in meetings
 * have exceeded since count from there. */
static void fill_frozen(struct arena *arena, const struct plan_input *input,
                        struct plan_problem *out)
{
    struct problem *problem = &out->problem;
    int *held = arena_new(arena, problem->n_participants, int);
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
        if (out->frozen[out->model[k]] < 0) {
            continue;
        }
        memset(domain, 0, (size_t)problem->slot_words * sizeof *domain);
        freeze(arena, input, k, out);
        for (int e = problem->participants.start[k];
             e < problem->participants.start[k + 1]; e++) {
            held[problem->participants.item[e]]++;
        }
    }
    for (int p = 0; p < problem->n_participants; p++) {
        int *most = &problem->max_meetings[p];
        *most = *most != PROBLEM_NO_LIMIT && *most < held[p] ? held[p] : *most;
    }
}

/* What took place and is in no request any more still counts for its people. */
static void count_forgotten(const struct plan_input *input, struct problem *problem)
{
    for (int i = 0; i < input->previous->n_meetings; i++) {
        const struct schedule_meeting *old = &input->previous->meeting[i];
        for (int k = 0;
             old->m < 0 && is_frozen(input, old) && k < old->participant_ids.n;
             k++) {
            int p =
                event_find_participant(input->event, old->participant_ids.text[k]);
            if (p >= 0 && problem->max_meetings[p] > 0) {
                problem->max_meetings[p]--;
            }
        }
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
        if (k < 0 || is_frozen(input, old)) {
            continue; /* impossible, or where it is anyway */
        }
        if (input->event->rules.lists_changed && !problem->must[k] &&
            old->sent.state == SENT_CONFIRMED &&
            cause_time_is_lost(input->event, input->elig, old)) {
            memset(problem->domain + (int64_t)k * problem->slot_words, 0,
                   (size_t)problem->slot_words * sizeof *problem->domain);
        }
        bool had_interpreter = old->interpreter_id[0] != '\0';
        problem->had_previous[k] = true;
        problem->previous_slot[k] =
            find_same_times(input->event, old->start_s, old->end_s);
        problem->previous_room[k] = old->r;
        problem->previous_interpreter[k] = had_interpreter ? old->i : -1;
        problem->previous_can_be_same[k] = problem->previous_slot[k] >= 0 &&
                                           old->r >= 0 &&
                                           (!had_interpreter || old->i >= 0);
    }
}

void plan_problem_build(struct arena *arena, const struct plan_input *input,
                        struct plan_problem *out)
{
    *out = (struct plan_problem){.index = NULL};
    find_frozen(arena, input, out);
    choose_meetings(arena, input->elig, out);
    fill_slots(arena, input->event, &out->problem);
    fill_participants(arena, input->event, input->elig, &out->problem);
    fill_meetings(arena, input->elig, out);
    fill_lists(arena, input->elig, out);
    fill_staff(arena, input->event, input->elig, &out->problem);
    if (input->previous && input->freeze_before_s > 0) {
        count_forgotten(input, &out->problem);
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
