/* Candidates are gone through from the cheapest on. A direct one serves the meeting at
 * nobody's cost if it is right, which verify's own rules say of the trial schedule;
 * for others the solver is asked. What is proposed was then tried as the organiser
 * would, by solving from nothing and close to the schedule. Where a schedule without
 * the meeting is worth as much, a lock is part of the proposal. Effort is counted in
 * trials, so that the answer is the same on any computer; a limit of time only cuts it
 * short. */

#include "scheduler/plan_remedy.h"

#include "scheduler/base/stopwatch.h"
#include "scheduler/model/objective.h"
#include "scheduler/model/relocation.h"
#include "scheduler/plan_candidate.h"

enum {
    MOST_QUICK_TRIALS = 24,
    MOST_QUICK_TRIALS_OF_READER = 10, /* letters are written by the dozen */
    MOST_PROPOSED_TRIALS = 6,
};

struct search {
    struct arena *arena;
    const struct plan_trial_base *base; /* with the time of what is being done */
    bool is_late;                       /* that is over */
    const struct plan_remedy_wish *wish;
    struct plan_remedies *out;
    /* The event with what is required, and what it makes of the schedule. */
    struct event event;
    struct eligibility elig;
    struct schedule schedule;
    int m;
    int64_t present[N_LEVELS]; /* the schedule's values */
    int64_t
        worth; /* of the meeting, less what it is worth without the request if it is
                      held all the same */
    int n_quick, n_proposed; /* trials so far */
};

static bool append(struct amendments *list, const struct amendments *more)
{
    bool ok = true;
    for (int k = 0; k < more->n; k++) {
        ok = amendments_add(list, more->item[k]) && ok;
    }
    return ok;
}

struct amendments plan_remedy_required(const struct event *event,
                                       const struct eligibility *elig, int q)
{
    const struct meeting *meeting = &elig->meeting[elig->meeting_of_request[q]];
    struct amendments list = {.n = 0};
    if (!event_request_counts(event, &event->request[q])) {
        amendments_add(&list, (struct amendment){.kind = AMEND_ACCEPT, .q = q});
    }
    for (int k = 0; k < meeting->n_requests; k++) {
        if (event->request[meeting->request[k]].status == REQUEST_DECLINED) {
            amendments_add(&list, (struct amendment){.kind = AMEND_ACCEPT,
                                                     .q = meeting->request[k]});
        }
    }
    for (int k = 0; k < meeting->n_participants; k++) {
        if (event->participant[meeting->participant[k]].cancelled) {
            amendments_add(&list, (struct amendment){.kind = AMEND_RETURN,
                                                     .p = meeting->participant[k]});
        }
    }
    for (int k = 0; k < meeting->n_locks; k++) {
        const struct lock *lock = &event->lock[meeting->lock[k]];
        if (lock->kind == LOCK_FORBID && lock->slot < 0 && lock->room < 0) {
            amendments_add(&list, (struct amendment){.kind = AMEND_RELEASE,
                                                     .l = meeting->lock[k]});
        }
    }
    return list;
}

/* Who has met before is seen once all requests count that are to. */
static void require_follow_up(struct search *search)
{
    if (search->elig.meeting[search->m].forbidden == FORBIDDEN_MET_BEFORE) {
        amendments_add(
            &search->out->required,
            (struct amendment){.kind = AMEND_FOLLOW_UP, .q = search->wish->q});
    }
}

static bool build(struct search *search)
{
    struct findings findings;
    findings_init(&findings, search->arena);
    amendments_apply(search->arena, search->base->event, &search->out->required,
                     &search->event);
    eligibility_build(search->arena, &search->event, &search->elig, &findings);
    search->m = search->elig.meeting_of_request[search->wish->q];
    return !findings_has_errors(&findings);
}

static bool is_proposed_kind(const struct search *search,
                             const struct amendments *list)
{
    for (int k = 0; k < search->out->n; k++) {
        const struct amendments *other = &search->out->proposal[k].amendments;
        int n_required = search->out->required.n, n_same = 0;
        int n_other = other->n - search->out->proposal[k].is_locked - n_required;
        for (int i = 0; i < list->n; i++) {
            for (int j = 0; j < n_other; j++) {
                const struct amendment *x = &list->item[i],
                                       *y = &other->item[n_required + j];
                /* People choose between times; organisers want to know what to ask. */
                bool same_time = search->wish->p < 0 || x->s == y->s;
                n_same +=
                    x->kind == y->kind && x->p == y->p && x->i == y->i && same_time;
            }
        }
        if (n_same >= n_other && n_other > 0) {
            return true; /* the same in another slot, or with more */
        }
    }
    return false;
}

static struct amendments whole(const struct search *search,
                               const struct amendments *list, bool with_lock)
{
    struct amendments all = search->out->required;
    append(&all, list);
    if (with_lock) {
        amendments_add(
            &all, (struct amendment){.kind = AMEND_LOCK, .q = search->wish->q});
    }
    return all;
}

/* Whether verify's rules allow the meeting there, all else staying where it is. */
static bool fits_directly(struct search *search,
                          const struct plan_candidate *candidate)
{
    struct arena own;
    struct event event;
    struct eligibility elig;
    struct findings findings;
    struct schedule schedule = search->schedule;
    struct amendments all = whole(search, &candidate->amendments, false);
    arena_init(&own);
    findings_init(&findings, &own);
    amendments_apply(&own, search->base->event, &all, &event);
    eligibility_build(&own, &event, &elig, &findings);
    schedule.meeting =
        arena_new(&own, schedule.n_meetings, struct schedule_meeting);
    for (int k = 0; k < schedule.n_meetings; k++) {
        schedule.meeting[k] = search->schedule.meeting[k];
    }
    schedule_bind(&schedule, &event, &elig);
    const struct relocation relocation = {
        .event = &event,
        .elig = &elig,
        .schedule = &schedule,
        .m = search->m,
        .s = candidate->s,
        .r = -1,
    };
    bool fits =
        !findings_has_errors(&findings) && relocation_fits(&own, &relocation);
    arena_finish(&own);
    return fits;
}

static bool is_done(const struct plan_trial *trial)
{
    return trial->status == PLAN_DONE;
}

/* What the meetings are worth that the changes give up, and how many these are: only
 * where those who asked for them offer it. */
static int64_t given_up(const struct search *search, const struct amendments *list,
                        int *n)
{
    const struct eligibility *elig = search->base->elig;
    int64_t worth = 0;
    int last = -1;
    *n = 0;
    for (int k = 0; k < list->n; k++) {
        int m = elig->meeting_of_request[list->item[k].q];
        if (list->item[k].kind == AMEND_WITHDRAW && m != last) {
            worth += elig->meeting[m].value;
            last = m;
            ++*n;
        }
    }
    return worth;
}

/* True if the values are no worse on any level up to served, and served by what the
 * meeting is worth better, but for what is given up for it. */
static bool costs_nobody(const struct search *search, const struct amendments *list,
                         const struct plan_trial *trial)
{
    int n = plan_trial_quick_levels(search->base), n_given_up;
    int64_t worth = search->worth - given_up(search, list, &n_given_up);
    for (int k = 0; k < n; k++) {
        enum level level = search->base->level[k];
        int64_t more = trial->value[level] - search->present[level];
        if (level == LEVEL_SERVED       ? more < worth
            : level_is_maximised(level) ? more < 0
                                        : more > 0) {
            return false;
        }
    }
    return true;
}

/* Tells a stop that somebody asked for from the end of the time. */
static void note_end(struct search *search, const struct plan_trial *trial)
{
    const struct plan_trial_base *base = search->base;
    if (plan_trial_is_cut(trial)) {
        bool was_asked = base->should_stop && base->should_stop(base->context);
        search->out->interrupted |= was_asked;
        search->is_late |= !was_asked;
    }
}

static void quick(struct search *search, const struct amendments *list,
                  bool with_lock, bool without, struct plan_trial *out)
{
    struct amendments all = whole(search, list, with_lock);
    search->out->n_trials++;
    plan_trial(search->arena, search->base, TRIAL_QUICK, &all, search->wish->q,
               without, out);
    note_end(search, out);
}

static void try_both(struct search *search, struct plan_proposal *proposal)
{
    search->out->n_trials++;
    plan_trial(search->arena, search->base, TRIAL_RERUN, &proposal->amendments,
               search->wish->q, false, &proposal->rerun);
    if (is_done(&proposal->rerun) && proposal->rerun.served) {
        search->out->n_trials++;
        plan_trial(search->arena, search->base, TRIAL_FRESH, &proposal->amendments,
                   search->wish->q, false, &proposal->fresh);
    }
    note_end(search, &proposal->rerun);
    note_end(search, &proposal->fresh);
}

static bool is_served(const struct plan_proposal *proposal)
{
    return is_done(&proposal->rerun) && proposal->rerun.served &&
           is_done(&proposal->fresh) && proposal->fresh.served;
}

/* Whether every schedule that is best with these changes holds the meeting. */
static bool is_sure(struct search *search, const struct amendments *list)
{
    struct plan_trial with, without;
    quick(search, list, false, false, &with);
    if (!is_done(&with) || !with.served || !with.proven) {
        return false;
    }
    quick(search, list, false, true, &without);
    int n = plan_trial_quick_levels(search->base);
    return is_done(&without) && without.proven &&
           plan_trial_compare(search->base, n, with.value, without.value) > 0;
}

/* Tries the changes as they are where they will do, else with a lock. */
static bool propose(struct search *search, const struct amendments *list,
                    bool will_do, struct plan_proposal *out)
{
    for (int pass = !will_do; pass < 2 && !search->is_late; pass++) {
        *out = (struct plan_proposal){.amendments = whole(search, list, pass > 0),
                                      .is_locked = pass > 0};
        try_both(search, out);
        if (is_served(out)) {
            int n_given_up;
            given_up(search, &out->amendments, &n_given_up);
            out->costs_nobody =
                costs_nobody(search, &out->amendments, &out->fresh) &&
                costs_nobody(search, &out->amendments, &out->rerun) &&
                out->rerun.n_dropped <= n_given_up;
            return true;
        }
    }
    return false;
}

static bool is_worth_trying(struct search *search,
                            const struct plan_candidate *candidate)
{
    struct plan_trial trial;
    if (candidate->is_direct) {
        return fits_directly(search, candidate);
    }
    int most =
        search->wish->p < 0 ? MOST_QUICK_TRIALS : MOST_QUICK_TRIALS_OF_READER;
    if (search->n_quick == most) {
        return false;
    }
    search->n_quick++;
    quick(search, &candidate->amendments, true, false, &trial);
    return is_done(&trial) && trial.served &&
           costs_nobody(search, &candidate->amendments, &trial);
}

/* Many changes are only proposed where few will not do. */
static bool is_simple_enough(const struct search *search,
                             const struct plan_candidate *candidate)
{
    return search->out->n == 0 || candidate->amendments.n <= 2;
}

/* Those at nobody's cost; if there are none, the first that costs somebody something
 * when solved close to the schedule. */
static void choose(struct search *search, const struct plan_candidates *candidates)
{
    struct plan_remedies *out = search->out;
    struct plan_proposal second;
    bool has_second = false;
    for (int k = 0; k < candidates->n && out->n < search->wish->n &&
                    search->n_proposed < MOST_PROPOSED_TRIALS && !out->interrupted;
         k++) {
        search->is_late |= plan_trial_is_late(search->base);
        if (search->is_late) {
            out->n_untried++;
            continue;
        }
        const struct plan_candidate *candidate = &candidates->item[k];
        const struct amendments *list = &candidate->amendments;
        struct plan_proposal proposal;
        if (!is_simple_enough(search, candidate) ||
            is_proposed_kind(search, list)) {
            continue;
        }
        if (!is_worth_trying(search, candidate)) {
            out->n_untried += search->is_late;
            continue;
        }
        search->n_proposed++;
        if (!propose(search, list, is_sure(search, list), &proposal)) {
            out->n_untried += search->is_late;
            continue;
        }
        if (proposal.costs_nobody) {
            out->proposal[out->n++] = proposal;
        } else if (!has_second &&
                   costs_nobody(search, &proposal.amendments, &proposal.fresh)) {
            second = proposal;
            has_second = true;
        }
    }
    if (out->n == 0 && has_second) {
        out->proposal[out->n++] = second;
    }
}

/* On other requests for the same meeting. */
static bool is_held(const struct search *search)
{
    for (int k = 0; k < search->schedule.n_meetings; k++) {
        if (search->schedule.meeting[k].m == search->m) {
            return true;
        }
    }
    return false;
}

static void bind(struct search *search)
{
    const struct schedule *schedule = search->base->schedule;
    search->schedule = *schedule;
    search->schedule.meeting =
        arena_new(search->arena, schedule->n_meetings, struct schedule_meeting);
    for (int k = 0; k < schedule->n_meetings; k++) {
        search->schedule.meeting[k] = schedule->meeting[k];
    }
    search->schedule.n_cancelled = 0;
    schedule_bind(&search->schedule, &search->event, &search->elig);
}

/* Takes back the one meeting that gives way to this one, where it is a single one. */
static bool yield(struct search *search)
{
    const struct plan_trial *forced = &search->out->forced.rerun;
    struct amendments list = {.n = 0};
    if (forced->n_dropped != 1) {
        return false;
    }
    int m = search->base->schedule->meeting[forced->dropped[0]].m;
    for (int k = 0; m >= 0 && k < search->elig.meeting[m].n_requests; k++) {
        int q = search->elig.meeting[m].request[k];
        if (event_request_counts(&search->event, &search->event.request[q]) &&
            !amendments_add(&list,
                            (struct amendment){.kind = AMEND_WITHDRAW, .q = q})) {
            return false;
        }
    }
    bool ok = list.n > 0 && propose(search, &list, is_sure(search, &list),
                                    &search->out->yielding);
    search->out->yielding.costs_nobody = false; /* who gives way was not asked */
    return ok;
}

/* The base with that part of the time that is left. */
static struct plan_trial_base with_part(const struct plan_trial_base *base,
                                        double part)
{
    struct plan_trial_base hurried = *base;
    if (base->until_s > 0) {
        double now_s = stopwatch_now_s();
        hurried.until_s = now_s + part * (base->until_s - now_s);
    }
    return hurried;
}

void plan_remedies_find(struct arena *arena, const struct plan_trial_base *base,
                        const struct plan_remedy_wish *wish,
                        struct plan_remedies *out)
{
    struct search search = {.arena = arena, .base = base, .wish = wish, .out = out};
    const struct amendments none = {.n = 0};
    struct plan_candidates candidates;
    *out = (struct plan_remedies){
        .required = plan_remedy_required(base->event, base->elig, wish->q)};
    bool ok = build(&search);
    if (ok) {
        require_follow_up(&search);
        ok = build(&search);
    }
    if (!ok || !plan_candidate_is_of(base->event, &out->required, wish->p)) {
        return;
    }
    bind(&search);
    objective_values(*arena, base->event, base->elig, base->schedule, NULL,
                     search.present);
    search.worth = search.elig.meeting[search.m].value -
                   (is_held(&search) ? base->elig->meeting[search.m].value : 0);
    const struct plan_candidate_input input = {
        .event = &search.event,
        .elig = &search.elig,
        .schedule = &search.schedule,
        .q = wish->q,
        .p = wish->p,
        .has_required = out->required.n > 0,
    };
    plan_candidates_find(arena, &input, &candidates);
    const struct plan_trial_base hurried =
        with_part(base, wish->p < 0 ? 2.0 / 3 : 1);
    search.base = &hurried;
    choose(&search, &candidates);
    search.base = base;
    search.is_late = plan_trial_is_late(base);
    if (wish->p < 0 && !out->interrupted) {
        out->has_forced = propose(&search, &none, false, &out->forced);
        out->has_yielding = out->n == 0 && out->has_forced && yield(&search);
        out->forced_untried = search.is_late && !out->has_forced;
    }
}
