/* Depth first over the meetings. What two meetings cannot share (people, a room,
 * an interpreter) cuts branches off; limits, order and locks are judged at the
 * end. Values are those that the model gives a schedule. */

#include "tests/support/event_search.h"

#include <assert.h>
#include <string.h>

#include "scheduler/model/objective.h"

enum { MOST_SLOTS = 64 };

struct event_search {
    struct arena scratch;
    const struct event_search_task *task;
    struct schedule_meeting at[EVENT_SEARCH_MOST]; /* of m; s is -1 for none */
    bool found;
    int64_t *best; /* in the levels' order */
};

static bool takes_part(const struct meeting *meeting, int p)
{
    for (int k = 0; k < meeting->n_participants; k++) {
        if (meeting->participant[k] == p) {
            return true;
        }
    }
    return false;
}

/* Meetings per slot of participant p or, where p is -1, of interpreter i. */
static int count_meetings(const struct event_search *search, int p, int i,
                          int in_slot[MOST_SLOTS])
{
    const struct eligibility *elig = search->task->elig;
    int n = 0;
    memset(in_slot, 0, MOST_SLOTS * sizeof *in_slot);
    for (int m = 0; m < elig->n_meetings; m++) {
        const struct schedule_meeting *at = &search->at[m];
        if (at->s >= 0 &&
            (p >= 0 ? takes_part(&elig->meeting[m], p) : at->i == i)) {
            in_slot[at->s]++;
            n++;
        }
    }
    return n;
}

static bool has_long_run(const struct event *event, const int in_slot[], int most)
{
    for (int s = 0, run = 0; s < event->n_slots && most != NO_LIMIT; s++) {
        bool follows =
            s > 0 && event->slot[s].session == event->slot[s - 1].session;
        run = in_slot[s] == 0 ? 0 : follows ? run + 1 : 1;
        if (run > most) {
            return true;
        }
    }
    return false;
}

/* A gap ends where somebody meets after a pause, having met before it in the same
 * session. */
static int count_gaps(const struct event *event, const int in_slot[])
{
    int n = 0;
    for (int s = 2; s < event->n_slots; s++) {
        bool met_before = false;
        for (int t = 0; t < s - 1; t++) {
            met_before |=
                in_slot[t] > 0 && event->slot[t].session == event->slot[s].session;
        }
        n += in_slot[s] > 0 && in_slot[s - 1] == 0 && met_before;
    }
    return n;
}

static bool people_can(const struct event_search *search)
{
    const struct event *event = search->task->event;
    int in_slot[MOST_SLOTS];
    for (int p = 0; p < event->n_participants; p++) {
        const struct participant *who = &event->participant[p];
        int n = count_meetings(search, p, -1, in_slot);
        if ((who->max_meetings != NO_LIMIT && n > who->max_meetings) ||
            has_long_run(event, in_slot, who->max_consecutive) ||
            (who->max_gaps != NO_LIMIT &&
             count_gaps(event, in_slot) > who->max_gaps)) {
            return false;
        }
    }
    return true;
}

static bool interpreters_can(const struct event_search *search)
{
    const struct event *event = search->task->event;
    int in_slot[MOST_SLOTS];
    for (int i = 0; i < event->n_interpreters; i++) {
        const struct interpreter *who = &event->interpreter[i];
        int n = count_meetings(search, -1, i, in_slot);
        if ((who->max_meetings != NO_LIMIT && n > who->max_meetings) ||
            has_long_run(event, in_slot, who->max_consecutive)) {
            return false;
        }
    }
    return true;
}

static bool request_counts(const struct event *event, const struct request *request)
{
    return request->status == REQUEST_ACCEPTED ||
           (request->status == REQUEST_PENDING && event->rules.pending_scheduled);
}

static bool order_holds(const struct event_search *search)
{
    const struct event *event = search->task->event;
    for (int q = 0; q < event->n_requests; q++) {
        const struct request *request = &event->request[q];
        int s = search->at[search->task->elig->meeting_of_request[q]].s;
        for (int k = 0; k < request->n_after && request_counts(event, request);
             k++) {
            int m = search->task->elig->meeting_of_request[request->after[k]];
            if (s >= 0 && (search->at[m].s < 0 || search->at[m].s >= s)) {
                return false;
            }
        }
    }
    return true;
}

static bool locks_hold(const struct event_search *search)
{
    const struct eligibility *elig = search->task->elig;
    for (int m = 0; m < elig->n_meetings; m++) {
        if (elig->meeting[m].locked && search->at[m].s < 0) {
            return false;
        }
    }
    return true;
}

/* Whether meeting m can be where it is beside those before it. */
static bool is_free_there(const struct event_search *search, int m)
{
    const struct event *event = search->task->event;
    const struct meeting *meeting = &search->task->elig->meeting[m];
    const struct schedule_meeting *at = &search->at[m];
    for (int o = 0; o < m; o++) {
        const struct schedule_meeting *other = &search->at[o];
        if (other->s == at->s &&
            (other->r == at->r || (at->i >= 0 && other->i == at->i))) {
            return false;
        }
    }
    for (int k = 0; k < meeting->n_participants; k++) {
        int p = meeting->participant[k], n = 0;
        for (int o = 0; o <= m; o++) {
            n += search->at[o].s == at->s &&
                 takes_part(&search->task->elig->meeting[o], p);
        }
        if (n > event->participant[p].parallel) {
            return false;
        }
    }
    return true;
}

static void find_values(struct event_search *search, int64_t value[N_LEVELS])
{
    const struct event_search_task *task = search->task;
    struct schedule_meeting listed[EVENT_SEARCH_MOST];
    struct schedule schedule = {.meeting = listed};
    int64_t of_level[N_LEVELS];
    for (int m = 0; m < task->elig->n_meetings; m++) {
        if (search->at[m].s >= 0) {
            listed[schedule.n_meetings++] = search->at[m];
        }
    }
    objective_values(search->scratch, task->event, task->elig, &schedule,
                     task->previous, of_level);
    for (int k = 0; k < task->n_levels; k++) {
        value[k] = of_level[task->level[k]];
    }
}

static bool is_better(const struct event_search *search, const int64_t *value)
{
    for (int k = 0; k < search->task->n_levels; k++) {
        if (value[k] != search->best[k]) {
            return level_is_maximised(search->task->level[k])
                       ? value[k] > search->best[k]
                       : value[k] < search->best[k];
        }
    }
    return false;
}

static void judge(struct event_search *search)
{
    int64_t value[N_LEVELS];
    if (!people_can(search) || !interpreters_can(search) || !order_holds(search) ||
        !locks_hold(search)) {
        return;
    }
    find_values(search, value);
    if (!search->found || is_better(search, value)) {
        memcpy(search->best, value, sizeof value);
        search->found = true;
    }
}

/* Puts meeting m there, if its rules alone allow it. */
static bool put(struct event_search *search, int m, int s, int r, int i)
{
    const struct event *event = search->task->event;
    const struct eligibility *elig = search->task->elig;
    if (!eligibility_room_fits(elig, m, r, s) ||
        (i >= 0 && !eligibility_interpreter_fits(elig, m, i, s))) {
        return false;
    }
    search->at[m] = (struct schedule_meeting){
        .m = m,
        .s = s,
        .r = r,
        .i = i,
        .start_s = event->slot[s].start_s,
        .end_s = event->slot[s].end_s,
        .room_id = event->room[r].id,
        .interpreter_id = i >= 0 ? event->interpreter[i].id : "",
    };
    return true;
}

static void place_from(struct event_search *search, int m)
{
    const struct event *event = search->task->event;
    const struct eligibility *elig = search->task->elig;
    if (m == elig->n_meetings) {
        judge(search);
        return;
    }
    bool needs = elig->meeting[m].needs_interpreter;
    int first_i = needs ? 0 : -1, end_i = needs ? event->n_interpreters : 0;
    for (int s = 0; s < event->n_slots; s++) {
        if (!elig->meeting[m].possible || !eligibility_suits(elig, m, s)) {
            continue;
        }
        for (int r = 0; r < event->n_rooms; r++) {
            for (int i = first_i; i < end_i; i++) {
                if (put(search, m, s, r, i) && is_free_there(search, m)) {
                    place_from(search, m + 1);
                }
            }
        }
    }
    search->at[m].s = -1;
    place_from(search, m + 1);
}

int64_t event_search_effort(const struct event_search_task *task, int64_t most)
{
    const struct event *event = task->event;
    const struct eligibility *elig = task->elig;
    int64_t effort = 1;
    if (elig->n_meetings > EVENT_SEARCH_MOST || event->n_slots > MOST_SLOTS) {
        return most;
    }
    for (int m = 0; m < elig->n_meetings && effort < most; m++) {
        int n = 1, n_interpreters = 1;
        for (int s = 0; s < event->n_slots && elig->meeting[m].possible; s++) {
            if (elig->meeting[m].needs_interpreter) {
                n_interpreters = event->n_interpreters;
            }
            n +=
                eligibility_suits(elig, m, s) ? event->n_rooms * n_interpreters : 0;
        }
        effort *= n;
    }
    return effort < most ? effort : most;
}

bool event_search(struct arena scratch, const struct event_search_task *task,
                  int64_t value[N_LEVELS])
{
    struct event_search search = {.scratch = scratch, .task = task, .best = value};
    assert(task->elig->n_meetings <= EVENT_SEARCH_MOST);
    assert(task->event->n_slots <= MOST_SLOTS);
    place_from(&search, 0);
    return search.found;
}
