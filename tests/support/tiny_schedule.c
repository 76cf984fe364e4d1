#include "tests/support/tiny_schedule.h"

#include <assert.h>

#include "tests/support/tiny_event.h"

void tiny_begin(struct tiny_plan *plan, struct arena *arena,
                const struct event *event, const struct eligibility *elig)
{
    *plan = (struct tiny_plan){.arena = arena, .event = event, .elig = elig};
    plan->schedule = (struct schedule){
        .event_id = event->id,
        .generator_version = "0",
        .seed = 1,
        .slot = event->slot,
        .n_slots = event->n_slots,
        .meeting = arena_new(arena, TINY_MOST, struct schedule_meeting),
        .unscheduled = arena_new(arena, TINY_MOST, struct unscheduled),
        .cancelled = arena_new(arena, TINY_MOST, struct schedule_meeting),
        .level = arena_new(arena, N_LEVELS, struct level_result),
    };
}

/* Indices rise as ids do. */
static struct strings participant_ids(const struct tiny_plan *plan,
                                      const struct meeting *meeting)
{
    struct strings ids = {
        arena_new(plan->arena, meeting->n_participants, const char *), 0};
    for (int k = 0; k < meeting->n_participants; k++) {
        ids.text[ids.n++] = plan->event->participant[meeting->participant[k]].id;
    }
    return ids;
}

static struct strings request_ids(const struct tiny_plan *plan, const int *request,
                                  int n)
{
    struct strings ids = {arena_new(plan->arena, n, const char *), 0};
    for (int k = 0; k < n; k++) {
        ids.text[ids.n++] = plan->event->request[request[k]].id;
    }
    return ids;
}

struct schedule_meeting *tiny_meet(struct tiny_plan *plan, int q, int s, int r,
                                   int i)
{
    const struct event *event = plan->event;
    int m = plan->elig->meeting_of_request[q], n = plan->schedule.n_meetings++;
    const struct meeting *meeting = &plan->elig->meeting[m];
    struct schedule_meeting *out = &plan->schedule.meeting[n];
    assert(n < TINY_MOST);
    *out = (struct schedule_meeting){
        .id = arena_printf(plan->arena, "m%04d", n + 1),
        .participant_ids = participant_ids(plan, meeting),
        .request_ids = request_ids(plan, meeting->request, meeting->n_requests),
        .topic = meeting->topic,
        .slot_id = event->slot[s].id,
        .room_id = event->room[r].id,
        .interpreter_id = i >= 0 ? event->interpreter[i].id : "",
        .start_s = event->slot[s].start_s,
        .end_s = event->slot[s].end_s,
        .tentative = meeting->all_pending,
        .sent = {.slot_id = "", .room_id = "", .interpreter_id = ""},
        .reason = "",
    };
    out->uid = meeting_uid(plan->arena, event, &out->participant_ids, out->topic);
    return out;
}

static bool is_scheduled(const struct tiny_plan *plan, int q)
{
    for (int k = 0; k < plan->schedule.n_meetings; k++) {
        if (strings_has(&plan->schedule.meeting[k].request_ids,
                        plan->event->request[q].id)) {
            return true;
        }
    }
    return false;
}

void tiny_end(struct tiny_plan *plan)
{
    struct schedule *schedule = &plan->schedule;
    for (int q = 0; q < plan->event->n_requests; q++) {
        int m = plan->elig->meeting_of_request[q];
        if (!is_scheduled(plan, q)) {
            schedule->unscheduled[schedule->n_unscheduled++] = (struct unscheduled){
                .request_ids = request_ids(plan, &q, 1),
                .participant_ids = participant_ids(plan, &plan->elig->meeting[m]),
                .topic = plan->elig->meeting[m].topic,
                .reason = REASON_OUTRANKED,
                .m = m,
            };
        }
    }
    schedule_bind(schedule, plan->event, plan->elig);
    schedule_assign_attendees(plan->arena, plan->event, schedule);
}

void tiny_round(struct tiny_plan *plan, struct arena *arena)
{
    struct event *event = tiny_event(arena, "abcd", 3, 2);
    tiny_request(arena, event, "ab");
    tiny_request(arena, event, "acd");
    tiny_request(arena, event, "bc");
    tiny_begin(plan, arena, event, tiny_eligibility(arena, event));
    tiny_meet(plan, 0, 0, 0, -1);
    tiny_meet(plan, 1, 1, 0, -1);
    tiny_end(plan);
}
