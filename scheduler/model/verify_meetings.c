/* Each scheduled meeting by itself. */

#include "scheduler/model/verify_parts.h"

#include <string.h>

static void verify_participants(const struct judge *judge,
                                const struct schedule_meeting *entry)
{
    const struct strings *ids = &entry->participant_ids;
    for (int k = 0; k < ids->n; k++) {
        if (event_find_participant(judge->event, ids->text[k]) < 0) {
            judge_fault(
                judge, entry->id,
                "the event has no participant '%s'; expected participants of "
                "the event",
                ids->text[k]);
        } else if (k > 0 && strcmp(ids->text[k - 1], ids->text[k]) == 0) {
            judge_fault(judge, entry->id,
                        "participant '%s' is named twice; expected each once",
                        ids->text[k]);
        }
    }
}

static void verify_wanted(const struct judge *judge,
                          const struct schedule_meeting *entry)
{
    const struct meeting *meeting = &judge->elig->meeting[entry->m];
    int n_counting = 0;
    for (int k = 0; k < meeting->n_requests; k++) {
        n_counting += rule_request_counts(judge->event, meeting->request[k]);
    }
    if (n_counting == 0) {
        judge_fault(
            judge, entry->id,
            "none of the requests for this meeting counts; expected at least "
            "one that is accepted");
    }
    if (rule_is_declined(judge, entry->m)) {
        judge_fault(judge, entry->id,
                    "this meeting was declined; expected that it is not scheduled");
    }
    if (rule_have_met(judge, entry->m)) {
        judge_fault(
            judge, entry->id,
            "participants of this meeting have met before; expected that it "
            "is not scheduled, or a follow-up request");
    }
    if (rule_is_locked_out(judge, entry->m)) {
        judge_fault(judge, entry->id,
                    "this meeting is forbidden by a lock; expected that it is not "
                    "scheduled");
    }
    if (entry != &judge->schedule->meeting[judge->entry[entry->m]]) {
        judge_fault(judge, entry->id,
                    "this meeting is scheduled already as '%s'; expected it once",
                    judge->schedule->meeting[judge->entry[entry->m]].id);
    }
}

static void verify_slot_suits(const struct judge *judge,
                              const struct schedule_meeting *entry)
{
    const struct slot *slot = &judge->event->slot[entry->s];
    const struct meeting *meeting = &judge->elig->meeting[entry->m];
    for (int k = 0; k < meeting->n_participants; k++) {
        int p = meeting->participant[k];
        const char *obstacle = obstacle_of_participant(judge->event, p, entry->s);
        if (obstacle) {
            judge_fault(
                judge, entry->id,
                "slot '%s' does not suit participant '%s', who %s; expected a "
                "slot that suits all participants",
                slot->id, judge->event->participant[p].id, obstacle);
        }
    }
    const char *obstacle = obstacle_of_time(judge, entry->m, entry->s);
    if (obstacle) {
        judge_fault(judge, entry->id,
                    "slot '%s' %s; expected a slot that suits the meeting",
                    slot->id, obstacle);
    }
}

/* False if the slot is none of the event's. */
static bool verify_slot_times(const struct judge *judge,
                              const struct schedule_meeting *entry)
{
    if (entry->s < 0) {
        judge_fault(judge, entry->id,
                    "the event has no slot '%s'; expected one of its slots",
                    entry->slot_id);
        return false;
    }
    const struct slot *slot = &judge->event->slot[entry->s];
    if (entry->start_s != slot->start_s || entry->end_s != slot->end_s) {
        judge_fault(
            judge, entry->id,
            "this meeting lasts from %s to %s; expected the times of its slot "
            "'%s', %s to %s",
            instant_format(judge->arena, entry->start_s),
            instant_format(judge->arena, entry->end_s), slot->id,
            instant_format(judge->arena, slot->start_s),
            instant_format(judge->arena, slot->end_s));
    }
    return true;
}

static void verify_room(const struct judge *judge,
                        const struct schedule_meeting *entry)
{
    if (entry->r < 0) {
        judge_fault(judge, entry->id,
                    "the event has no room '%s'; expected one of its rooms",
                    entry->room_id);
        return;
    }
    const char *obstacle = obstacle_of_room(judge, entry->m, entry->r, entry->s);
    if (obstacle) {
        judge_fault(judge, entry->id, "room '%s' %s; expected a room that fits",
                    entry->room_id, obstacle);
    }
}

static void verify_interpreter(const struct judge *judge,
                               const struct schedule_meeting *entry)
{
    const struct meeting *meeting = &judge->elig->meeting[entry->m];
    bool has = entry->interpreter_id[0] != '\0';
    if (!has) {
        if (rule_needs_interpreter(judge->event, meeting)) {
            judge_fault(judge, entry->id,
                        "this meeting has no interpreter; expected one, as its "
                        "participants need one");
        }
        return;
    }
    if (!rule_needs_interpreter(judge->event, meeting)) {
        judge_fault(judge, entry->id,
                    "this meeting has interpreter '%s'; expected none, as its "
                    "participants need none",
                    entry->interpreter_id);
    } else if (entry->i < 0) {
        judge_fault(judge, entry->id,
                    "the event has no interpreter '%s'; expected one of its "
                    "interpreters",
                    entry->interpreter_id);
    } else {
        const char *obstacle =
            obstacle_of_interpreter(judge, entry->m, entry->i, entry->s);
        if (obstacle) {
            judge_fault(judge, entry->id,
                        "interpreter '%s' %s; expected an interpreter who fits",
                        entry->interpreter_id, obstacle);
        }
    }
}

static void verify_tentative(const struct judge *judge,
                             const struct schedule_meeting *entry)
{
    const struct meeting *meeting = &judge->elig->meeting[entry->m];
    bool pending = true;
    int n_counting = 0;
    for (int k = 0; k < meeting->n_requests; k++) {
        if (rule_request_counts(judge->event, meeting->request[k])) {
            const struct request *request =
                &judge->event->request[meeting->request[k]];
            pending &= request->status == REQUEST_PENDING;
            n_counting++;
        }
    }
    if (n_counting > 0 && entry->tentative && !pending) {
        judge_fault(
            judge, entry->id,
            "this meeting is tentative; expected confirmed, as a request of "
            "it is accepted");
    } else if (n_counting > 0 && !entry->tentative && pending) {
        judge_fault(judge, entry->id,
                    "this meeting is confirmed; expected tentative, as all its "
                    "requests are still pending");
    }
}

/* Only what had been planned before can have begun. */
static void verify_not_begun(const struct judge *judge,
                             const struct schedule_meeting *entry)
{
    int64_t before_s = judge->schedule->frozen_before_s;
    if (entry->start_s < before_s) {
        judge_fault(
            judge, entry->id,
            "begins at %s, and was not there when that time came; expected a "
            "begin from %s on",
            instant_format(judge->arena, entry->start_s),
            instant_format(judge->arena, before_s));
    }
}

static void verify_meeting(const struct judge *judge,
                           const struct schedule_meeting *entry)
{
    int n_errors = judge->findings->n_errors;
    if (entry->frozen) { /* it has begun: only where it stands is judged */
        verify_slot_times(judge, entry);
        return;
    }
    verify_not_begun(judge, entry);
    verify_participants(judge, entry);
    if (entry->m < 0) {
        /* Ids out of order are told with the lists. */
        bool known = judge->findings->n_errors == n_errors;
        for (int k = 1; k < entry->participant_ids.n; k++) {
            known &= strcmp(entry->participant_ids.text[k - 1],
                            entry->participant_ids.text[k]) < 0;
        }
        if (known) {
            judge_fault(
                judge, entry->id,
                "nobody asked for a meeting of these participants on the topic "
                "'%s'; expected a meeting that was asked for",
                entry->topic);
        }
        verify_slot_times(judge, entry);
        return;
    }
    verify_wanted(judge, entry);
    verify_tentative(judge, entry);
    if (verify_slot_times(judge, entry)) {
        verify_slot_suits(judge, entry);
        verify_room(judge, entry);
        verify_interpreter(judge, entry);
    }
}

void verify_meetings(const struct judge *judge)
{
    for (int k = 0; k < judge->schedule->n_meetings; k++) {
        verify_meeting(judge, &judge->schedule->meeting[k]);
    }
}
