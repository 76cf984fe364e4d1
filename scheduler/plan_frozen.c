/* What has begun is part of the problem as it was, and no rule judges it again; but it
 * must have a place there: a slot of the same times, and as many meetings at a time
 * as everybody in it was in. Where the event leaves it none, that is an error. */

#include "scheduler/plan_frozen.h"

#include <stdlib.h>

#include "scheduler/base/text.h"

bool plan_has_begun(const struct plan_input *input,
                    const struct schedule_meeting *old)
{
    return old->start_s < input->freeze_before_s;
}

/* Meetings that have begun need the slots that they are in. */
static void judge_slots(const struct plan_input *input, struct findings *findings)
{
    for (int i = 0; i < input->previous->n_meetings; i++) {
        const struct schedule_meeting *old = &input->previous->meeting[i];
        int s = event_find_slot(input->event, old->slot_id);
        if (plan_has_begun(input, old) &&
            (s < 0 || input->event->slot[s].start_s != old->start_s ||
             input->event->slot[s].end_s != old->end_s)) {
            findings_add(
                findings, SEVERITY_ERROR,
                (struct place){.file = input->event->file, .field = "sessions"},
                "no slot '%s' is where meeting '%s' was, which has begun; "
                "expected sessions as they were until then: end that one there, "
                "and put the new times into a session of their own; or, to plan "
                "such meetings anew, --freeze-before with an earlier time",
                old->slot_id, old->id);
        }
    }
}

/* Somebody's place in a meeting that has begun. */
struct seat {
    int p;
    int64_t start_s;
    int i; /* of input->previous */
};

static int compare_seats(const void *a, const void *b)
{
    const struct seat *x = a, *y = b;
    if (x->p != y->p) {
        return x->p < y->p ? -1 : 1;
    }
    if (x->start_s != y->start_s) {
        return x->start_s < y->start_s ? -1 : 1;
    }
    return (x->i > y->i) - (x->i < y->i);
}

/* By participant, then time. */
static struct seat *find_seats(struct arena *arena, const struct plan_input *input,
                               int *n)
{
    const struct schedule *previous = input->previous;
    int most = 0;
    for (int i = 0; i < previous->n_meetings; i++) {
        most += previous->meeting[i].participant_ids.n;
    }
    struct seat *seat = arena_new(arena, most, struct seat);
    *n = 0;
    for (int i = 0; i < previous->n_meetings; i++) {
        const struct schedule_meeting *old = &previous->meeting[i];
        for (int k = 0; plan_has_begun(input, old) && k < old->participant_ids.n;
             k++) {
            int p =
                event_find_participant(input->event, old->participant_ids.text[k]);
            if (p >= 0) {
                seat[(*n)++] = (struct seat){p, old->start_s, i};
            }
        }
    }
    if (*n > 0) {
        qsort(seat, (size_t)*n, sizeof *seat, compare_seats);
    }
    return seat;
}

static void tell_at_a_time(const struct plan_input *input, const struct seat *seat,
                           int n, struct findings *findings)
{
    const struct participant *who = &input->event->participant[seat->p];
    struct place place = who->place;
    place.field = "parallel";
    findings_add(findings, SEVERITY_ERROR, place,
                 "'%s' was in %d meetings at a time when '%s' began, and "
                 "may be in %d; expected %d, as it was until then; keep it, and "
                 "where two of the meetings to come are at a time, let "
                 "'matchday move' lock one elsewhere",
                 who->id, n, input->previous->meeting[seat->i].id, who->parallel,
                 n);
}

/* Who was in several meetings at a time was: what came true is planned around, not
 * planned. */
static void judge_people(struct arena *arena, const struct plan_input *input,
                         struct findings *findings)
{
    int n;
    const struct seat *seat = find_seats(arena, input, &n);
    for (int k = 0, end; k < n; k = end) {
        for (end = k; end < n && seat[end].p == seat[k].p &&
                      seat[end].start_s == seat[k].start_s;) {
            end++;
        }
        if (end - k > input->event->participant[seat[k].p].parallel) {
            tell_at_a_time(input, &seat[k], end - k, findings);
        }
    }
}

bool plan_frozen_fits(struct arena *arena, const struct plan_input *input,
                      struct findings *findings)
{
    int n_errors = findings->n_errors;
    if (input->previous) {
        judge_slots(input, findings);
        judge_people(arena, input, findings);
    }
    return findings->n_errors == n_errors;
}

int64_t plan_frozen_before(const struct plan_input *input)
{
    const struct event *event = input->event;
    int64_t next_s = INT64_MAX, end_s = 0;
    bool any = false;
    for (int s = 0; s < event->n_slots; s++) {
        int64_t start_s = event->slot[s].start_s;
        any |= start_s < input->freeze_before_s;
        end_s = event->slot[s].end_s > end_s ? event->slot[s].end_s : end_s;
        if (start_s >= input->freeze_before_s && start_s < next_s) {
            next_s = start_s;
        }
    }
    for (int i = 0; input->previous && i < input->previous->n_meetings; i++) {
        const struct schedule_meeting *old = &input->previous->meeting[i];
        if (!plan_has_begun(input, old) && old->start_s < next_s) {
            next_s = old->start_s;
        }
    }
    return !any ? 0 : next_s < INT64_MAX ? next_s : end_s;
}
