/* Reasons that hold whatever the schedule is come from the model; whether a
 * limit is in the way of the rest, and which, is asked of the solver. */

#include "scheduler/plan_reason.h"

#include <stdlib.h>
#include <string.h>

#include "scheduler/base/bits.h"
#include "scheduler/plan_detail.h"
#include "solver/probe.h"

struct reasoning {
    struct arena *arena;
    const struct plan_input *input;
    const struct plan_problem *numbers;
    const struct solution *solution;
    struct schedule *schedule;
    struct probe *probe;
    struct plan_detail detail;
    bool proven;     /* every level up to served is */
    bool free;       /* no meeting is drawn to where it was before */
    int *entry;      /* of the model's meeting, in schedule->meeting, or -1 */
    int *n_meetings; /* scheduled, of participant p */
};

static void say(struct reasoning *why, struct strings *list, const char *id)
{
    for (int k = 0; k < list->n; k++) {
        if (strcmp(list->text[k], id) == 0) {
            return;
        }
    }
    /* Full at every power of two; a list has no capacity of its own. */
    if ((list->n & (list->n - 1)) == 0) {
        const char **longer =
            arena_new(why->arena, list->n > 0 ? 2 * list->n : 1, const char *);
        if (list->n > 0) {
            memcpy(longer, list->text, (size_t)list->n * sizeof *longer);
        }
        list->text = longer;
    }
    list->text[list->n++] = id;
}

static bool is_cancelled(struct reasoning *why, const struct meeting *meeting,
                         struct reason_detail *detail)
{
    for (int k = 0; k < meeting->n_participants; k++) {
        const struct participant *who =
            &why->input->event->participant[meeting->participant[k]];
        if (who->cancelled) {
            say(why, &detail->participants, who->id);
        }
    }
    return detail->participants.n > 0;
}

static enum reason forbidden_reason(struct reasoning *why,
                                    const struct meeting *meeting,
                                    struct reason_detail *detail)
{
    const struct event *event = why->input->event;
    switch (meeting->forbidden) {
    case FORBIDDEN_DECLINED:
        if (meeting->by_request >= 0) {
            say(why, &detail->requests, event->request[meeting->by_request].id);
        }
        return REASON_DECLINED;
    case FORBIDDEN_MET_BEFORE:
        if (meeting->by_request >= 0) {
            const struct met_before *met = &event->met_before[meeting->by_request];
            say(why, &detail->participants, event->participant[met->a].id);
            say(why, &detail->participants, event->participant[met->b].id);
        }
        return REASON_MET_BEFORE;
    case FORBIDDEN_BY_LOCK:
        return REASON_FORBIDDEN;
    case FORBIDDEN_NOT:
        break;
    }
    return N_REASONS;
}

/* True if people and the request's own times allow the slot, rooms and
 * interpreters aside. */
static bool is_common_slot(const struct reasoning *why, int m, int s)
{
    const struct eligibility *elig = why->input->elig;
    const struct meeting *meeting = &elig->meeting[m];
    for (int k = 0; k < meeting->n_participants; k++) {
        if (!eligibility_is_free(elig, meeting->participant[k], s)) {
            return false;
        }
    }
    return eligibility_time_suits(why->input->event, elig, m, s);
}

static void name_people(struct reasoning *why, const struct meeting *meeting,
                        struct reason_detail *detail)
{
    for (int k = 0; k < meeting->n_participants; k++) {
        say(why, &detail->participants,
            why->input->event->participant[meeting->participant[k]].id);
    }
}

/* Participants whom no slot suits at all; if there are none, all of them: they are
 * only never free together. */
static void tell_whose_time(struct reasoning *why, int m,
                            struct reason_detail *detail)
{
    const struct eligibility *elig = why->input->elig;
    const struct meeting *meeting = &elig->meeting[m];
    const struct event *event = why->input->event;
    for (int k = 0; k < meeting->n_participants; k++) {
        int p = meeting->participant[k];
        const uint64_t *free = elig->free + (int64_t)p * elig->slot_words;
        if (bits_count(free, elig->slot_words) == 0) {
            say(why, &detail->participants, event->participant[p].id);
        }
    }
    if (detail->participants.n > 0) {
        return;
    }
    name_people(why, meeting, detail);
}

/* Slots that have begun are no times any more. */
static bool has_begun(const struct reasoning *why, int s)
{
    return why->input->event->slot[s].start_s < why->input->freeze_before_s;
}

static bool is_any_slot_left(const struct reasoning *why, int m)
{
    for (int s = 0; s < why->input->event->n_slots; s++) {
        if (eligibility_suits(why->input->elig, m, s) && !has_begun(why, s)) {
            return true;
        }
    }
    return false;
}

/* The slots that were left to them until they began, with everybody; or whose time is
 * in the way. */
static void tell_no_time(struct reasoning *why, int m, struct reason_detail *detail)
{
    const struct event *event = why->input->event;
    const struct meeting *meeting = &why->input->elig->meeting[m];
    for (int s = 0; s < event->n_slots; s++) {
        if (is_common_slot(why, m, s)) {
            say(why, &detail->slots, event->slot[s].id);
        }
    }
    if (detail->slots.n == 0) {
        tell_whose_time(why, m, detail);
        return;
    }
    name_people(why, meeting, detail);
}

static enum reason impossible_reason(struct reasoning *why, int m,
                                     struct reason_detail *detail)
{
    const struct event *event = why->input->event;
    const struct eligibility *elig = why->input->elig;
    int n_common = 0, n_with_room = 0;
    for (int s = 0; s < event->n_slots; s++) {
        if (is_common_slot(why, m, s) && !has_begun(why, s)) {
            int set = elig->room_set[(int64_t)m * elig->n_slots + s];
            const uint64_t *rooms =
                set >= 0 ? set_family_at(&elig->rooms, set) : NULL;
            n_common++;
            n_with_room += rooms && bits_count(rooms, elig->rooms.n_words) > 0;
            say(why, &detail->slots, event->slot[s].id);
        }
    }
    if (n_common == 0) {
        tell_no_time(why, m, detail);
        return REASON_NO_COMMON_SLOT;
    }
    return n_with_room == 0 ? REASON_NO_SUITABLE_ROOM : REASON_NO_INTERPRETER;
}

/* Where a scheduled meeting can be at the earliest; one that has begun is where it is,
 * whatever the event says of it now. */
static int first_slot(const struct reasoning *why, int m)
{
    const struct schedule_meeting *entry = &why->schedule->meeting[why->entry[m]];
    return why->numbers->frozen[why->numbers->index[m]] >= 0
               ? event_find_times(why->input->event, entry->start_s, entry->end_s)
               : eligibility_first_slot(why->input->elig, m);
}

/* A predecessor that is not scheduled, or so late, after all that it follows
 * itself, that no slot of m can follow it. */
static bool waits_in_vain(struct reasoning *why, int m,
                          struct reason_detail *detail)
{
    const struct eligibility *elig = why->input->elig;
    const struct meeting *meeting = &elig->meeting[m];
    int last = -1;
    for (int s = 0; s < elig->n_slots; s++) {
        last = eligibility_suits(elig, m, s) ? s : last;
    }
    for (int k = 0; k < meeting->n_after; k++) {
        int before = meeting->after[k];
        if (why->entry[before] < 0 || first_slot(why, before) >= last) {
            for (int i = 0; i < elig->meeting[before].n_requests; i++) {
                int q = elig->meeting[before].request[i];
                say(why, &detail->requests, why->input->event->request[q].id);
            }
        }
    }
    return detail->requests.n > 0;
}

/* True if somebody of the meeting is in another one, or may be in none. */
static bool is_anybody_busy(const struct reasoning *why, int m)
{
    const struct meeting *meeting = &why->input->elig->meeting[m];
    for (int k = 0; k < meeting->n_participants; k++) {
        int p = meeting->participant[k];
        if (why->n_meetings[p] > 0 ||
            why->input->event->participant[p].max_meetings == 0) {
            return true;
        }
    }
    return false;
}

/* A no to this lift is one to m as it is, too: whatever it could have, the lifted
 * one could have as well, for the same people. */
static bool covers(const struct reasoning *why, int m, enum lift lift)
{
    return why->free && lift != LIFT_PARTICIPANTS &&
           probe_can_lift(why->probe, why->numbers->index[m], lift);
}

static enum reason limit_reason(struct reasoning *why, int m,
                                struct reason_detail *detail)
{
    static const enum reason reason_of[N_LIFTS] = {
        [LIFT_PARTICIPANTS] = REASON_PARTICIPANT_FULL,
        [LIFT_ROOMS] = REASON_ROOMS_FULL,
        [LIFT_INTERPRETERS] = REASON_INTERPRETERS_FULL,
    };
    const struct problem *problem = &why->numbers->problem;
    const uint64_t *domain =
        problem->domain + (int64_t)why->numbers->index[m] * problem->slot_words;
    if (bits_count(domain, problem->slot_words) == 0) {
        return REASON_OUTRANKED; /* left out by on_change, whatever else is */
    }
    /* Where a better schedule may exist, m might be in it, unless a no says not. */
    bool known = true, outranked = why->proven;
    for (int lift = 0; lift < N_LIFTS; lift++) {
        /* Other meetings of nobody fill nothing, whatever another schedule as
         * good as this one would do. */
        if (lift == LIFT_PARTICIPANTS && !is_anybody_busy(why, m)) {
            continue;
        }
        enum probe_answer answer =
            probe_ask(why->probe, why->numbers->index[m], (enum lift)lift);
        if (answer == PROBE_YES) {
            plan_detail_lifted(&why->detail, why->probe, m, (enum lift)lift,
                               detail);
            return reason_of[lift];
        }
        known = known && answer == PROBE_NO;
        outranked |= answer == PROBE_NO && covers(why, m, (enum lift)lift);
        if (answer == PROBE_UNKNOWN) {
            break; /* a later one might not be the first */
        }
    }
    if (!known || !outranked) {
        return REASON_NOT_PROVEN;
    }
    plan_detail_outranked(&why->detail, m, detail);
    return REASON_OUTRANKED;
}

static enum reason meeting_reason(struct reasoning *why, int m,
                                  struct reason_detail *detail)
{
    const struct meeting *meeting = &why->input->elig->meeting[m];
    if (meeting->forbidden == FORBIDDEN_DECLINED) {
        return forbidden_reason(why, meeting, detail);
    }
    if (is_cancelled(why, meeting, detail)) {
        return REASON_PARTICIPANT_CANCELLED;
    }
    if (meeting->forbidden != FORBIDDEN_NOT) {
        return forbidden_reason(why, meeting, detail);
    }
    if (!meeting->possible || !is_any_slot_left(why, m)) {
        return impossible_reason(why, m, detail);
    }
    if (waits_in_vain(why, m, detail)) {
        return REASON_PREDECESSOR;
    }
    return limit_reason(why, m, detail);
}

/* The reason of a request that does not count itself, or N_REASONS. */
static enum reason own_reason(const struct event *event,
                              const struct request *request)
{
    switch (request->status) {
    case REQUEST_PENDING:
        return event->rules.pending_scheduled ? N_REASONS : REASON_NOT_ACCEPTED;
    case REQUEST_DECLINED:
        return REASON_DECLINED;
    case REQUEST_WITHDRAWN:
        return REASON_WITHDRAWN;
    case REQUEST_ACCEPTED:
        break;
    }
    return N_REASONS;
}

static struct unscheduled *add_entry(struct reasoning *why, int m,
                                     enum reason reason)
{
    const struct event *event = why->input->event;
    const struct meeting *meeting = &why->input->elig->meeting[m];
    struct unscheduled *entry =
        &why->schedule->unscheduled[why->schedule->n_unscheduled++];
    *entry =
        (struct unscheduled){.topic = meeting->topic, .reason = reason, .m = m};
    for (int k = 0; k < meeting->n_participants; k++) {
        say(why, &entry->participant_ids,
            event->participant[meeting->participant[k]].id);
    }
    return entry;
}

/* One entry for the requests that count, one per other reason. */
static void explain_meeting(struct reasoning *why, int m)
{
    const struct event *event = why->input->event;
    const struct meeting *meeting = &why->input->elig->meeting[m];
    struct unscheduled *by_reason[N_REASONS + 1] = {0};
    for (int k = 0; k < meeting->n_requests; k++) {
        const struct request *request = &event->request[meeting->request[k]];
        enum reason reason = own_reason(event, request);
        bool stands_with_meeting =
            why->entry[m] >= 0 &&
            strings_has(&why->schedule->meeting[why->entry[m]].request_ids,
                        request->id);
        if (stands_with_meeting) {
            continue;
        }
        if (!by_reason[reason]) {
            by_reason[reason] = add_entry(why, m, reason);
            if (reason == N_REASONS) {
                by_reason[reason]->reason =
                    meeting_reason(why, m, &by_reason[reason]->detail);
            }
        }
        say(why, &by_reason[reason]->request_ids, request->id);
    }
}

struct ranked {
    int64_t value;
    int m;
};

static int by_value(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    if (x->value != y->value) {
        return x->value > y->value ? -1 : 1;
    }
    return (x->m > y->m) - (x->m < y->m);
}

/* Effort is limited: the most valuable meetings are explained first. */
static void explain_all(struct reasoning *why, const struct plan_poll *poll)
{
    int n = why->input->elig->n_meetings;
    struct ranked *ranked = arena_new(why->arena, n, struct ranked);
    for (int m = 0; m < n; m++) {
        int k = why->numbers->index[m];
        ranked[m].value = k >= 0 ? why->numbers->problem.value[k] : 0;
        ranked[m].m = m;
    }
    if (n > 0) {
        qsort(ranked, (size_t)n, sizeof *ranked, by_value);
    }
    int n_explained = 0, n_to_explain = n - why->schedule->n_meetings;
    for (int i = 0; i < n; i++) {
        if (why->entry[ranked[i].m] < 0) {
            poll->report(poll->context, n_explained++, n_to_explain);
        }
        explain_meeting(why, ranked[i].m);
    }
}

static int by_first_request(const void *a, const void *b)
{
    const struct unscheduled *x = a, *y = b;
    return strcmp(x->request_ids.text[0], y->request_ids.text[0]);
}

static bool is_proven_up_to_served(const struct schedule *schedule)
{
    for (int k = 0; k < schedule->n_levels; k++) {
        if (!schedule->level[k].optimal) {
            return false;
        }
        if (schedule->level[k].level == LEVEL_SERVED) {
            return true;
        }
    }
    return true;
}

void plan_reasons(struct arena *arena, const struct plan_input *input,
                  const struct plan_problem *numbers,
                  const struct solution *solution, int threads,
                  const struct plan_poll *poll, struct schedule *schedule)
{
    struct reasoning why = {
        .arena = arena,
        .input = input,
        .numbers = numbers,
        .solution = solution,
        .schedule = schedule,
        .probe = probe_create(&numbers->problem, solution, threads,
                              poll->should_stop, poll->context),
        .proven = is_proven_up_to_served(schedule),
        .free = numbers->problem.had_previous == NULL,
        .entry = arena_new(arena, input->elig->n_meetings, int),
        .n_meetings = arena_new(arena, input->event->n_participants, int),
    };
    memset(why.entry, -1, (size_t)input->elig->n_meetings * sizeof *why.entry);
    for (int k = 0; k < schedule->n_meetings; k++) {
        if (schedule->meeting[k].m < 0) {
            continue; /* begun, and in no request any more */
        }
        const struct meeting *meeting =
            &input->elig->meeting[schedule->meeting[k].m];
        why.entry[schedule->meeting[k].m] = k;
        for (int i = 0; i < meeting->n_participants; i++) {
            why.n_meetings[meeting->participant[i]]++;
        }
    }
    schedule->unscheduled =
        arena_new(arena, input->event->n_requests, struct unscheduled);
    plan_detail_init(arena, input, numbers, solution, schedule, &why.detail);
    explain_all(&why, poll);
    if (schedule->n_unscheduled > 0) {
        qsort(schedule->unscheduled, (size_t)schedule->n_unscheduled,
              sizeof *schedule->unscheduled, by_first_request);
    }
    probe_destroy(why.probe);
}
