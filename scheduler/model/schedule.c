#include "scheduler/model/schedule.h"

#include <stdlib.h>
#include <string.h>

static const char *const reason_names[N_REASONS] = {
    [REASON_NOT_ACCEPTED] = "not_accepted",
    [REASON_DECLINED] = "declined",
    [REASON_WITHDRAWN] = "withdrawn",
    [REASON_PARTICIPANT_CANCELLED] = "participant_cancelled",
    [REASON_MET_BEFORE] = "met_before",
    [REASON_FORBIDDEN] = "forbidden",
    [REASON_NO_COMMON_SLOT] = "no_common_slot",
    [REASON_NO_SUITABLE_ROOM] = "no_suitable_room",
    [REASON_NO_INTERPRETER] = "no_interpreter",
    [REASON_PREDECESSOR] = "predecessor",
    [REASON_PARTICIPANT_FULL] = "participant_full",
    [REASON_ROOMS_FULL] = "rooms_full",
    [REASON_INTERPRETERS_FULL] = "interpreters_full",
    [REASON_OUTRANKED] = "outranked",
    [REASON_NOT_PROVEN] = "not_proven",
};

const char *reason_name(enum reason reason)
{
    return reason_names[reason];
}

enum reason reason_find(const char *name)
{
    int k = 0;
    while (k < N_REASONS && strcmp(reason_names[k], name) != 0) {
        k++;
    }
    return (enum reason)k;
}

static int compare_ints(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

/* The meeting of these ids, in any order, in the present event, or -1. */
static int find_meeting(const struct event *event, const struct eligibility *elig,
                        const struct schedule_meeting *meeting)
{
    enum { MOST = 4096 }; /* no meeting is larger */
    int p[MOST];
    if (meeting->participant_ids.n > MOST) {
        return -1;
    }
    for (int k = 0; k < meeting->participant_ids.n; k++) {
        p[k] = event_find_participant(event, meeting->participant_ids.text[k]);
        if (p[k] < 0) {
            return -1;
        }
    }
    if (meeting->participant_ids.n > 0) {
        qsort(p, (size_t)meeting->participant_ids.n, sizeof *p, compare_ints);
    }
    return eligibility_find_meeting(elig, p, meeting->participant_ids.n,
                                    meeting->topic);
}

static void bind_meeting(struct schedule_meeting *meeting,
                         const struct event *event, const struct eligibility *elig)
{
    meeting->m = find_meeting(event, elig, meeting);
    meeting->s = event_find_slot(event, meeting->slot_id);
    meeting->r = event_find_room(event, meeting->room_id);
    meeting->i = meeting->interpreter_id[0] != '\0'
                     ? event_find_interpreter(event, meeting->interpreter_id)
                     : -1;
    for (int k = 0; k < meeting->n_attendance; k++) {
        meeting->attendance[k].p =
            event_find_participant(event, meeting->attendance[k].participant_id);
    }
}

void schedule_bind(struct schedule *schedule, const struct event *event,
                   const struct eligibility *elig)
{
    for (int k = 0; k < schedule->n_meetings; k++) {
        bind_meeting(&schedule->meeting[k], event, elig);
    }
    for (int k = 0; k < schedule->n_cancelled; k++) {
        bind_meeting(&schedule->cancelled[k], event, elig);
    }
    for (int k = 0; k < schedule->n_unscheduled; k++) {
        struct unscheduled *entry = &schedule->unscheduled[k];
        struct schedule_meeting like = {.participant_ids = entry->participant_ids,
                                        .topic = entry->topic};
        entry->m = find_meeting(event, elig, &like);
    }
}

bool schedule_is_as_sent(const struct schedule_meeting *meeting, bool cancelled)
{
    const struct sent *sent = &meeting->sent;
    if (sent->state == SENT_NEVER) {
        return false;
    }
    if (cancelled || sent->state == SENT_CANCELLED) {
        return cancelled && sent->state == SENT_CANCELLED;
    }
    return meeting->start_s == sent->start_s && meeting->end_s == sent->end_s &&
           strcmp(meeting->room_id, sent->room_id) == 0 &&
           strcmp(meeting->interpreter_id, sent->interpreter_id) == 0;
}

static void record_confirmed(struct schedule_meeting *meeting)
{
    meeting->sent = (struct sent){
        .state = SENT_CONFIRMED,
        .slot_id = meeting->slot_id,
        .room_id = meeting->room_id,
        .interpreter_id = meeting->interpreter_id,
        .start_s = meeting->start_s,
        .end_s = meeting->end_s,
        .sequence = meeting->sequence,
    };
}

/* What is cancelled is the meeting as it was sent, whatever drafts made of it. */
static void record_cancelled(struct schedule_meeting *meeting)
{
    meeting->sent.state = SENT_CANCELLED;
    meeting->sent.sequence = meeting->sequence;
}

void schedule_publish(struct schedule *schedule)
{
    for (int k = 0; k < schedule->n_meetings; k++) {
        record_confirmed(&schedule->meeting[k]);
    }
    for (int k = 0; k < schedule->n_cancelled; k++) {
        record_cancelled(&schedule->cancelled[k]);
    }
}
