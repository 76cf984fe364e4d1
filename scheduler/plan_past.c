/* Everything in a session that has begun wholly is as it was: its gaps and its changes
 * of room are constants, and a run in it that was too long is no reason to allow such
 * runs later. The meetings of each participant are gone through in the order of time;
 * the previous schedule is sorted. */

#include "scheduler/plan_past.h"

#include <string.h>

#include "scheduler/plan_frozen.h"

/* True if all slots of the session of slot s begin before the instant. */
static bool is_past(const struct plan_input *input, int s)
{
    const struct event *event = input->event;
    int last = s;
    while (last + 1 < event->n_slots &&
           event->slot[last + 1].session == event->slot[s].session) {
        last++;
    }
    return event->slot[last].start_s < input->freeze_before_s;
}

static void name_sessions(const struct plan_input *input, struct problem *problem)
{
    int n = 0;
    for (int s = 0; s < problem->n_slots; s++) {
        bool follows = s > 0 && input->event->slot[s - 1].session ==
                                    input->event->slot[s].session;
        n += s > 0 && (!follows || is_past(input, s));
        problem->session[s] = n;
    }
}

/* What participant p leaves behind in past sessions; *n_changes as if p could be in
 * one meeting at a time. */
static int count_gaps(const struct plan_input *input, int p, int *n_changes)
{
    const struct event *event = input->event;
    const struct schedule_meeting *before = NULL;
    int n_gaps = 0, last = -1;
    *n_changes = 0;
    for (int i = 0; i < input->previous->n_meetings; i++) {
        const struct schedule_meeting *old = &input->previous->meeting[i];
        if (!plan_has_begun(input, old) ||
            !strings_has(&old->participant_ids, event->participant[p].id)) {
            continue;
        }
        int s = event_find_times(event, old->start_s, old->end_s);
        if (s < 0 || !is_past(input, s)) {
            continue;
        }
        bool same =
            last >= 0 && event->slot[last].session == event->slot[s].session;
        n_gaps += same && s > last + 1;
        *n_changes += same && strcmp(before->room_id, old->room_id) != 0;
        last = s;
        before = old;
    }
    return n_gaps;
}

void plan_past_apart(struct arena *arena, const struct plan_input *input,
                     struct plan_problem *out)
{
    struct problem *problem = &out->problem;
    int *max_gaps = arena_new(arena, problem->n_participants, int);
    name_sessions(input, problem);
    for (int p = 0; p < problem->n_participants; p++) {
        int n_changes, n_gaps = count_gaps(input, p, &n_changes);
        int left = problem->max_gaps[p] - n_gaps;
        max_gaps[p] = problem->max_gaps[p] == PROBLEM_NO_LIMIT ? PROBLEM_NO_LIMIT
                      : left > 0                               ? left
                                                               : 0;
        out->past_gaps += n_gaps;
        out->past_room_changes += problem->parallel[p] == 1 ? n_changes : 0;
    }
    problem->max_gaps = max_gaps;
}

int64_t plan_past_value(const struct plan_problem *numbers, enum level level)
{
    return level == LEVEL_COMPACTNESS ? numbers->past_gaps
           : level == LEVEL_ROOMS     ? numbers->past_room_changes
                                      : 0;
}
