/* What the schedule before leaves to the new one. Meetings are found again by their
 * participants and topic: those keep id, uid and what people were sent of them. What
 * was sent once and is not scheduled now is listed as cancelled, as people know it,
 * so that nothing that stands in a calendar is ever forgotten. */

#include "scheduler/plan_history.h"

#include <stdlib.h>
#include <string.h>

#include "scheduler/base/text.h"
#include "scheduler/model/cause.h"
#include "scheduler/model/recall.h"

/* An entry of the previous schedule, scheduled or cancelled, and whether it was
 * found again. */
struct past {
    const struct schedule_meeting *meeting;
    bool found;
};

struct history {
    struct past *past;
    int n_past;
    int last_number; /* largest number of an id "m0001" in use */
};

/* 7 of "m0007"; 0 of ids that are made otherwise, which no new one will be like. */
static int number_of(const char *id)
{
    enum { MOST_DIGITS = 9 };
    int number =
        id[0] == 'm' && strlen(id + 1) <= MOST_DIGITS ? text_number(id + 1) : 0;
    return number > 0 ? number : 0;
}

static void remember(struct history *history,
                     const struct schedule_meeting *meeting, int n)
{
    for (int k = 0; k < n; k++) {
        int number = number_of(meeting[k].id);
        history->past[history->n_past++] = (struct past){.meeting = &meeting[k]};
        history->last_number =
            number > history->last_number ? number : history->last_number;
    }
}

static struct past *find_past(struct history *history,
                              const struct schedule_meeting *meeting)
{
    for (int k = 0; k < history->n_past; k++) {
        if (schedule_is_same_meeting(history->past[k].meeting, meeting)) {
            return &history->past[k];
        }
    }
    return NULL;
}

static int next_sequence(const struct schedule_meeting *meeting, bool cancelled)
{
    if (meeting->sent.state == SENT_NEVER) {
        return 0;
    }
    return meeting->sent.sequence +
           (schedule_is_as_sent(meeting, cancelled) ? 0 : 1);
}

static void identify(struct arena *arena, const struct event *event,
                     struct history *history, struct schedule_meeting *meeting)
{
    struct past *past = find_past(history, meeting);
    if (past) {
        past->found = true;
        meeting->id = past->meeting->id;
        meeting->uid = past->meeting->uid;
        meeting->sent = past->meeting->sent;
        meeting->told = past->meeting->told;
    } else {
        meeting->id = arena_printf(arena, "m%04d", ++history->last_number);
        meeting->uid =
            meeting_uid(arena, event, &meeting->participant_ids, meeting->topic);
    }
    meeting->sequence = next_sequence(meeting, false);
}

static int by_id(const void *a, const void *b)
{
    const struct schedule_meeting *x = a, *y = b;
    return schedule_compare_ids(x->id, y->id);
}

/* People know the meeting as it was sent, not as later drafts had it. */
static void tell_as_sent(const struct event *event,
                         struct schedule_meeting *meeting)
{
    const struct sent *sent = &meeting->sent;
    meeting->slot_id = sent->slot_id;
    meeting->room_id = sent->room_id;
    meeting->interpreter_id = sent->interpreter_id;
    meeting->start_s = sent->start_s;
    meeting->end_s = sent->end_s;
    meeting->s = event_find_slot(event, meeting->slot_id);
    meeting->r = event_find_room(event, meeting->room_id);
    meeting->i = meeting->interpreter_id[0] != '\0'
                     ? event_find_interpreter(event, meeting->interpreter_id)
                     : -1;
}

/* Once people were told that a meeting is off, what they were told stands; until
 * then the cause is what the event, as it is now, has against what they know. */
static void find_causes(struct arena *arena, const struct event *event,
                        const struct eligibility *elig, struct schedule *schedule)
{
    for (int k = 0; k < schedule->n_cancelled; k++) {
        struct schedule_meeting *gone = &schedule->cancelled[k];
        if (gone->sent.state != SENT_CANCELLED || gone->reason[0] == '\0') {
            gone->cause = cause_name(
                cause_find(arena, event, elig, schedule, gone, &gone->reason));
        }
    }
}

/* What was sent and is not scheduled any more must be told as cancelled for as
 * long as the history goes on. */
static void collect_cancelled(struct arena *arena, const struct event *event,
                              const struct history *history,
                              struct schedule *schedule)
{
    schedule->cancelled =
        arena_new(arena, history->n_past, struct schedule_meeting);
    for (int k = 0; k < history->n_past; k++) {
        const struct schedule_meeting *old = history->past[k].meeting;
        if (history->past[k].found || old->sent.state == SENT_NEVER) {
            continue;
        }
        struct schedule_meeting *gone =
            &schedule->cancelled[schedule->n_cancelled++];
        *gone = *old;
        tell_as_sent(event, gone);
        gone->sequence = next_sequence(gone, true);
    }
    if (schedule->n_cancelled > 0) {
        qsort(schedule->cancelled, (size_t)schedule->n_cancelled,
              sizeof *schedule->cancelled, by_id);
    }
}

void plan_history(struct arena *arena, const struct event *event,
                  const struct eligibility *elig, const struct schedule *previous,
                  struct schedule *schedule)
{
    struct history history = {0};
    struct event whole = *event; /* to name those who have left */
    if (previous) {
        history.past = arena_new(
            arena, previous->n_meetings + previous->n_cancelled, struct past);
        remember(&history, previous->meeting, previous->n_meetings);
        remember(&history, previous->cancelled, previous->n_cancelled);
        schedule->sent_item = previous->sent_item;
        schedule->n_sent_items = previous->n_sent_items;
        schedule->addressee = previous->addressee;
        schedule->n_addressees = previous->n_addressees;
        recall_people(arena, event, &previous, 1, &whole);
    }
    for (int k = 0; k < schedule->n_meetings; k++) {
        identify(arena, event, &history, &schedule->meeting[k]);
    }
    collect_cancelled(arena, &whole, &history, schedule);
    find_causes(arena, &whole, elig, schedule);
}
