/* What people were told, and what the schedule says of it. */

#include "scheduler/base/phrase.h"
#include "scheduler/model/verify_parts.h"

#include <stdlib.h>
#include <string.h>

/* An entry of this schedule or of the one before, scheduled or cancelled. */
static const struct schedule_meeting *entry_at(const struct schedule *schedule,
                                               int k)
{
    return k < schedule->n_meetings
               ? &schedule->meeting[k]
               : &schedule->cancelled[k - schedule->n_meetings];
}

static int n_entries(const struct schedule *schedule)
{
    return schedule->n_meetings + schedule->n_cancelled;
}

/* Meetings are the same if participants and topic are, whatever became of them
 * in the event since. The judge has its own, so as not to err as what it judges. */
static bool is_same_meeting(const struct schedule_meeting *a,
                            const struct schedule_meeting *b)
{
    if (a->participant_ids.n != b->participant_ids.n ||
        strcmp(a->topic, b->topic) != 0) {
        return false;
    }
    for (int k = 0; k < a->participant_ids.n; k++) {
        if (strcmp(a->participant_ids.text[k], b->participant_ids.text[k]) != 0) {
            return false;
        }
    }
    return true;
}

/* The entry before, or NULL. */
static const struct schedule_meeting *past_of(const struct judge *judge,
                                              const struct schedule_meeting *entry)
{
    int n = judge->previous ? n_entries(judge->previous) : 0;
    for (int k = 0; k < n; k++) {
        if (is_same_meeting(entry_at(judge->previous, k), entry)) {
            return entry_at(judge->previous, k);
        }
    }
    return NULL;
}

static void verify_sequence(const struct judge *judge,
                            const struct schedule_meeting *entry, bool cancelled)
{
    bool never = entry->sent.state == SENT_NEVER;
    bool same = !never && schedule_is_as_sent(entry, cancelled);
    int expected = never  ? 0
                   : same ? entry->sent.sequence
                          : entry->sent.sequence + 1;
    if (entry->sequence != expected) {
        judge_fault(judge, entry->id, "the sequence is %d; expected %d, as %s",
                    entry->sequence, expected,
                    phrase(never  ? "nothing was sent"
                           : same ? "this is what was sent"
                                  : "this differs from what was sent"));
    }
}

static size_t before_at_sign(const char *uid)
{
    return strcspn(uid, "@");
}

/* The domain may have changed since a uid was sent, and the uid stays. */
static void verify_new_uid(const struct judge *judge,
                           const struct schedule_meeting *entry)
{
    const char *uid = meeting_uid(judge->arena, judge->event,
                                  &entry->participant_ids, entry->topic);
    size_t len = before_at_sign(uid);
    bool same = strcmp(uid, entry->uid) == 0;
    if (!same && entry->sent.state != SENT_NEVER) {
        same =
            before_at_sign(entry->uid) == len && memcmp(uid, entry->uid, len) == 0;
    }
    if (!same) {
        judge_fault(judge, entry->id,
                    "the uid is '%s'; expected '%s', which event, participants and "
                    "topic give",
                    entry->uid, uid);
    }
}

/* A cancelled meeting that is scheduled; the same uid is told with the lists. */
static void verify_is_gone(const struct judge *judge,
                           const struct schedule_meeting *entry,
                           const struct schedule_meeting *old)
{
    for (int k = 0; k < judge->schedule->n_meetings; k++) {
        const struct schedule_meeting *other = &judge->schedule->meeting[k];
        if (is_same_meeting(other, entry) && strcmp(other->uid, entry->uid) != 0) {
            judge_fault(
                judge, entry->id,
                "this meeting is cancelled and scheduled as '%s'; expected one "
                "of the two",
                other->id);
        }
    }
    if (entry->sent.state == SENT_NEVER &&
        (!old || old->sent.state == SENT_NEVER)) {
        judge_fault(
            judge, entry->id,
            "this meeting is cancelled and was never sent; expected only what "
            "people were told of");
    }
}

static bool is_same_sent(const struct sent *a, const struct sent *b)
{
    if (a->state == SENT_NEVER || b->state == SENT_NEVER) {
        return a->state == b->state;
    }
    return a->state == b->state && a->sequence == b->sequence &&
           a->start_s == b->start_s && a->end_s == b->end_s &&
           strcmp(a->slot_id, b->slot_id) == 0 &&
           strcmp(a->room_id, b->room_id) == 0 &&
           strcmp(a->interpreter_id, b->interpreter_id) == 0;
}

static bool is_same_person(const struct told_person *a, const struct told_person *b)
{
    return a->sequence == b->sequence && a->since == b->since && a->off == b->off &&
           a->start_s == b->start_s && a->end_s == b->end_s &&
           strcmp(a->participant_id, b->participant_id) == 0 &&
           strcmp(a->who, b->who) == 0 && strcmp(a->language, b->language) == 0;
}

static bool is_same_told(const struct told *a, const struct told *b)
{
    if (!a->is_known || !b->is_known) {
        return a->is_known == b->is_known;
    }
    bool same = a->tentative == b->tentative && a->n_persons == b->n_persons &&
                strcmp(a->room_name, b->room_name) == 0 &&
                strcmp(a->room_url, b->room_url) == 0;
    for (int k = 0; same && k < a->n_persons; k++) {
        same = is_same_person(&a->person[k], &b->person[k]);
    }
    return same;
}

static void verify_carried_on(const struct judge *judge,
                              const struct schedule_meeting *entry,
                              const struct schedule_meeting *old)
{
    if (strcmp(entry->uid, old->uid) != 0) {
        judge_fault(judge, entry->id,
                    "the uid is '%s'; expected '%s', as in the schedule before",
                    entry->uid, old->uid);
    }
    if (strcmp(entry->id, old->id) != 0) {
        judge_fault(judge, entry->id,
                    "this meeting had the id '%s' in the schedule before; expected "
                    "that it keeps it",
                    old->id);
    }
    if (!is_same_sent(&entry->sent, &old->sent) ||
        !is_same_told(&entry->told, &old->told)) {
        judge_fault(
            judge, entry->id,
            "what was sent is not what the schedule before says; expected that "
            "it is carried on unchanged");
    }
}

static bool is_still_told(const struct judge *judge,
                          const struct schedule_meeting *old)
{
    for (int k = 0; k < n_entries(judge->schedule); k++) {
        const struct schedule_meeting *entry = entry_at(judge->schedule, k);
        if (strcmp(entry->uid, old->uid) == 0 || is_same_meeting(entry, old)) {
            return true;
        }
    }
    return false;
}

static void verify_nothing_vanished(const struct judge *judge)
{
    for (int k = 0; k < n_entries(judge->previous); k++) {
        const struct schedule_meeting *old = entry_at(judge->previous, k);
        if (old->sent.state != SENT_NEVER && !is_still_told(judge, old)) {
            judge_fault(
                judge, old->id,
                "this meeting was sent and is neither scheduled nor cancelled "
                "now; expected it under cancelled");
        }
    }
}

static bool is_as_it_was(const struct judge *judge,
                         const struct schedule_meeting *old)
{
    for (int k = 0; k < judge->schedule->n_meetings; k++) {
        const struct schedule_meeting *entry = &judge->schedule->meeting[k];
        if (entry->frozen && schedule_is_as_before(entry, old)) {
            return true;
        }
    }
    return false;
}

/* What had begun stays as it was, whatever the event says since. */
static void verify_begun(const struct judge *judge)
{
    for (int k = 0; k < judge->previous->n_meetings; k++) {
        const struct schedule_meeting *old = &judge->previous->meeting[k];
        if (old->start_s < judge->schedule->frozen_before_s &&
            !is_as_it_was(judge, old)) {
            judge_fault(
                judge, old->id,
                "this meeting had begun before %s and is not as it was; "
                "expected the same time, room and interpreter",
                instant_format(judge->arena, judge->schedule->frozen_before_s));
        }
    }
}

/* Of "m" and one to nine digits; other ids have none. */
static long number_of(const char *id)
{
    size_t digits = id[0] == 'm' ? strspn(id + 1, "0123456789") : 0;
    bool is_number = digits > 0 && digits <= 9 && id[1 + digits] == '\0';
    return is_number ? strtol(id + 1, NULL, 10) : 0;
}

/* A new meeting, at the end of the ids that are taken: *last is the largest
 * number so far. */
static void verify_new(const struct judge *judge,
                       const struct schedule_meeting *entry, bool cancelled,
                       long *last)
{
    if (entry->sent.state != SENT_NEVER && judge->previous) {
        judge_fault(
            judge, entry->id,
            "this meeting is not in the schedule before and was sent; expected "
            "one that people know nothing of");
    }
    if (!cancelled && judge->previous && number_of(entry->id) != ++*last) {
        judge_fault(judge, entry->id,
                    "this is the id of a new meeting; expected the next free one, "
                    "'m%04ld'",
                    *last);
    }
}

static long last_number(const struct schedule *previous)
{
    long last = 0;
    for (int k = 0; previous && k < n_entries(previous); k++) {
        long number = number_of(entry_at(previous, k)->id);
        last = number > last ? number : last;
    }
    return last;
}

void verify_history(const struct judge *judge)
{
    long last = last_number(judge->previous);
    for (int k = 0; k < n_entries(judge->schedule); k++) {
        const struct schedule_meeting *entry = entry_at(judge->schedule, k);
        const struct schedule_meeting *old = past_of(judge, entry);
        bool cancelled = k >= judge->schedule->n_meetings;
        verify_sequence(judge, entry, cancelled);
        if (cancelled) {
            verify_is_gone(judge, entry, old);
        }
        if (old) {
            verify_carried_on(judge, entry, old);
        } else {
            verify_new_uid(judge, entry);
            verify_new(judge, entry, cancelled, &last);
        }
    }
    if (judge->previous) {
        verify_nothing_vanished(judge);
        verify_begun(judge);
    }
}
