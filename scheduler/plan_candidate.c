/* Some candidates take away whatever is in the meeting's way in one slot (obstacle.h).
 * The others are single changes: of a limit, or of what there is in one slot. */

#include "scheduler/plan_candidate.h"

#include <stdlib.h>

#include "scheduler/model/obstacle.h"

struct search {
    struct arena *arena;
    const struct plan_candidate_input *input;
    const struct meeting *meeting;
    int m;
    struct plan_candidates *out;
};

/* How much is asked of people, roughly: the cheapest is proposed first. */
static int64_t price_of(const struct amendment *amendment)
{
    static const int price[N_AMENDMENTS] = {
        [AMEND_ACCEPT] = 4,          [AMEND_WITHDRAW] = 6,
        [AMEND_RETURN] = 6,          [AMEND_FOLLOW_UP] = 1,
        [AMEND_RELEASE] = 2,         [AMEND_ANY_TIME] = 2,
        [AMEND_ANY_ORDER] = 3,       [AMEND_MAX_MEETINGS] = 2,
        [AMEND_MAX_CONSECUTIVE] = 3, [AMEND_MAX_GAPS] = 3,
        [AMEND_PARALLEL] = 7,        [AMEND_FREE] = 4,
        [AMEND_STAFF_MEETINGS] = 4,  [AMEND_ROOM] = 5,
        [AMEND_INTERPRETER] = 6,     [AMEND_LOCK] = 1,
        [AMEND_LOCK_AT] = 1,
    };
    return price[amendment->kind];
}

static void add_candidate(const struct search *search,
                          struct plan_candidate candidate)
{
    struct plan_candidates *out = search->out;
    out->item = arena_grow(search->arena, out->item, out->n, &out->capacity,
                           sizeof *out->item);
    candidate.order = out->n;
    for (int k = 0; k < candidate.amendments.n; k++) {
        /* Many small changes are harder to agree on than one of the same price. */
        candidate.price += 100 * price_of(&candidate.amendments.item[k]) + 150;
    }
    out->item[out->n++] = candidate;
}

static int64_t comfort_cost(const struct search *search, int s)
{
    const struct meeting *meeting = search->meeting;
    int64_t cost = 0;
    for (int k = 0; k < meeting->n_participants; k++) {
        cost += eligibility_cost(search->input->elig, meeting->participant[k], s);
    }
    return cost < 99 ? cost : 99;
}

/* Something of a participant's own, or a request's of theirs. */
static bool is_of(const struct event *event, const struct amendment *amendment,
                  int p)
{
    switch (amendment->kind) {
    case AMEND_MAX_MEETINGS:
    case AMEND_MAX_CONSECUTIVE:
    case AMEND_MAX_GAPS:
    case AMEND_PARALLEL:
    case AMEND_FREE:
    case AMEND_RETURN:
        return amendment->p == p;
    case AMEND_ANY_TIME:
    case AMEND_ANY_ORDER:
    case AMEND_WITHDRAW:
        return event->request[amendment->q].from == p;
    case AMEND_LOCK:
    case AMEND_LOCK_AT:
        return true;
    case AMEND_ACCEPT:
    case AMEND_FOLLOW_UP:
    case AMEND_RELEASE:
    case AMEND_STAFF_MEETINGS:
    case AMEND_ROOM:
    case AMEND_INTERPRETER:
    case N_AMENDMENTS:
        break;
    }
    return false;
}

bool plan_candidate_is_of(const struct event *event, const struct amendments *list,
                          int p)
{
    for (int k = 0; k < list->n && p >= 0; k++) {
        if (!is_of(event, &list->item[k], p)) {
            return false;
        }
    }
    return true;
}

static bool is_welcome(const struct search *search, const struct amendments *list)
{
    return plan_candidate_is_of(search->input->event, list, search->input->p);
}

static bool is_after_freeze(const struct search *search, int s)
{
    return search->input->event->slot[s].start_s >=
           schedule_frozen_before(search->input->schedule);
}

static void add_direct(const struct search *search)
{
    for (int s = 0; s < search->input->event->n_slots; s++) {
        struct plan_candidate candidate = {.is_direct = true, .s = s};
        struct obstacles obstacles;
        obstacles_find(search->arena, search->input->event, search->input->elig,
                       search->input->schedule, search->m, s, &obstacles);
        if (is_after_freeze(search, s) &&
            obstacles_remedy(&obstacles, &candidate.amendments) &&
            is_welcome(search, &candidate.amendments)) {
            candidate.price = comfort_cost(search, s);
            add_candidate(search, candidate);
        }
    }
}

static void add_single(const struct search *search, struct amendment amendment,
                       int s)
{
    struct plan_candidate candidate = {.amendments = {.item = {amendment}, .n = 1}};
    if (!is_welcome(search, &candidate.amendments)) {
        return;
    }
    candidate.price = 50 + (s >= 0 ? comfort_cost(search, s) / 3 : 0);
    add_candidate(search, candidate);
}

static bool is_absent(const struct search *search, int p, int s)
{
    return !eligibility_is_free(search->input->elig, p, s);
}

static void add_limits(const struct search *search, int p)
{
    const struct participant *who = &search->input->event->participant[p];
    if (who->max_meetings != NO_LIMIT) {
        add_single(search,
                   (struct amendment){.kind = AMEND_MAX_MEETINGS,
                                      .p = p,
                                      .number = who->max_meetings + 1},
                   -1);
    }
    if (who->max_consecutive != NO_LIMIT) {
        add_single(search,
                   (struct amendment){.kind = AMEND_MAX_CONSECUTIVE,
                                      .p = p,
                                      .number = who->max_consecutive + 1},
                   -1);
    }
    if (who->max_gaps != NO_LIMIT) {
        add_single(search,
                   (struct amendment){
                       .kind = AMEND_MAX_GAPS, .p = p, .number = who->max_gaps + 1},
                   -1);
    }
}

/* Single changes after which others may have to move for it; none at all where
 * something is required that may be enough. */
static void add_others(const struct search *search)
{
    const struct meeting *meeting = search->meeting;
    const char *pair = obstacle_pair(search->arena, search->input->event, meeting);
    struct strings features =
        obstacle_features(search->arena, search->input->event, meeting);
    bool interpreted =
        meeting->needs_interpreter && search->input->event->has_interpreters;
    if (search->input->has_required) {
        add_candidate(search, (struct plan_candidate){.price = 50});
    }
    for (int k = 0; k < meeting->n_participants; k++) {
        add_limits(search, meeting->participant[k]);
    }
    for (int s = 0; s < search->input->event->n_slots; s++) {
        for (int k = 0; k < meeting->n_participants; k++) {
            int p = meeting->participant[k];
            if (is_absent(search, p, s)) {
                add_single(search,
                           (struct amendment){.kind = AMEND_FREE, .p = p, .s = s},
                           s);
            }
        }
        if (!eligibility_time_suits(search->input->event, search->input->elig,
                                    search->m, s)) {
            continue;
        }
        add_single(search,
                   (struct amendment){.kind = AMEND_ROOM,
                                      .q = search->input->q,
                                      .s = s,
                                      .features = features},
                   s);
        if (interpreted && pair) {
            add_single(
                search,
                (struct amendment){.kind = AMEND_INTERPRETER, .s = s, .pair = pair},
                s);
        }
    }
}

/* The meeting instead of one that the participant alone has asked for. */
static void add_exchanges(const struct search *search)
{
    const struct plan_candidate_input *input = search->input;
    for (int k = 0; k < input->schedule->n_meetings; k++) {
        int other = input->schedule->meeting[k].m;
        struct plan_candidate candidate = {.price = 50};
        for (int j = 0; other >= 0 && j < input->elig->meeting[other].n_requests;
             j++) {
            int q = input->elig->meeting[other].request[j];
            if (event_request_counts(input->event, &input->event->request[q])) {
                amendments_add(&candidate.amendments,
                               (struct amendment){.kind = AMEND_WITHDRAW, .q = q});
            }
        }
        if (other != search->m && candidate.amendments.n > 0 &&
            is_welcome(search, &candidate.amendments)) {
            add_candidate(search, candidate);
        }
    }
}

static int by_price(const void *a, const void *b)
{
    const struct plan_candidate *x = a, *y = b;
    if (x->price != y->price) {
        return x->price < y->price ? -1 : 1;
    }
    return (x->order > y->order) - (x->order < y->order);
}

void plan_candidates_find(struct arena *arena,
                          const struct plan_candidate_input *input,
                          struct plan_candidates *out)
{
    int m = input->elig->meeting_of_request[input->q];
    const struct search search = {arena, input, &input->elig->meeting[m], m, out};
    *out = (struct plan_candidates){.n = 0};
    add_direct(&search);
    add_others(&search);
    if (input->p >= 0) {
        add_exchanges(&search);
    }
    if (out->n > 0) {
        qsort(out->item, (size_t)out->n, sizeof *out->item, by_price);
    }
}
