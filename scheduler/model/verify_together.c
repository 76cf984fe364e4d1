/* What scheduled meetings do to each other. Slots are gone through in the
 * order of time; everybody who can be in a meeting keeps a diary of it. */

#include "scheduler/base/phrase.h"
#include "scheduler/model/verify_parts.h"

#include <string.h>

#include "scheduler/base/text.h"

/* Of one participant, interpreter or room. */
struct diary {
    const char *what, *id;
    int parallel, max_meetings, max_consecutive, max_gaps; /* or NO_LIMIT */
    int longest; /* max_consecutive in the session of the last meeting */
    int n_meetings, n_gaps;
    int slot;         /* of the last meeting, or -1 */
    int in_slot;      /* meetings in it */
    int run;          /* neighbouring slots with meetings, up to it */
    const char *last; /* the last meeting's id */
};

/* What has begun is not judged: limits that it exceeds count from there, that on runs
 * until the session ends. */
static void allow(const struct schedule_meeting *entry, int reached, int *limit)
{
    if (entry->frozen && *limit != NO_LIMIT && *limit < reached) {
        *limit = reached;
    }
}

static void enter_new_slot(const struct judge *judge,
                           const struct schedule_meeting *entry,
                           struct diary *diary)
{
    const struct slot *slot = judge->event->slot;
    int s = entry->s;
    bool same_session =
        diary->slot >= 0 && slot[diary->slot].session == slot[s].session;
    diary->run = same_session && s == diary->slot + 1 ? diary->run + 1 : 1;
    diary->in_slot = 1;
    if (!same_session) {
        diary->longest = diary->max_consecutive;
    }
    allow(entry, diary->run, &diary->longest);
    if (diary->longest != NO_LIMIT && diary->run == diary->longest + 1) {
        judge_fault(
            judge, entry->id,
            "%s '%s' has meetings in more than %d slot%s in a row; expected at "
            "most %d (max_consecutive)",
            phrase(diary->what), diary->id, diary->longest, text_s(diary->longest),
            diary->longest);
    }
    bool is_gap = same_session && s > diary->slot + 1;
    diary->n_gaps += is_gap;
    allow(entry, diary->n_gaps, &diary->max_gaps);
    if (is_gap && diary->n_gaps == diary->max_gaps + 1 &&
        diary->max_gaps != NO_LIMIT) {
        judge_fault(
            judge, entry->id,
            "%s '%s' has more than %d gap%s between meetings; expected at most "
            "%d (max_gaps)",
            phrase(diary->what), diary->id, diary->max_gaps,
            text_s(diary->max_gaps), diary->max_gaps);
    }
    diary->slot = s;
}

static void enter(const struct judge *judge, const struct schedule_meeting *entry,
                  struct diary *diary)
{
    if (diary->slot != entry->s) {
        enter_new_slot(judge, entry, diary);
    } else if (++diary->in_slot == diary->parallel + 1 && !entry->frozen) {
        judge_fault(
            judge, entry->id,
            "%s '%s' has more than %d meeting%s in slot '%s' (also in '%s'); "
            "expected at most %d at a time",
            phrase(diary->what), diary->id, diary->parallel,
            text_s(diary->parallel), entry->slot_id, diary->last, diary->parallel);
    }
    allow(entry, ++diary->n_meetings, &diary->max_meetings);
    if (diary->n_meetings == diary->max_meetings + 1 &&
        diary->max_meetings != NO_LIMIT) {
        judge_fault(judge, entry->id,
                    "%s '%s' has more than %d meeting%s; expected at most %d "
                    "(max_meetings)",
                    phrase(diary->what), diary->id, diary->max_meetings,
                    text_s(diary->max_meetings), diary->max_meetings);
    }
    diary->last = entry->id;
}

/* Diaries of participants, then rooms, then interpreters. */
static struct diary *open_diaries(const struct judge *judge)
{
    const struct event *event = judge->event;
    int n = event->n_participants + event->n_rooms + event->n_interpreters;
    struct diary *diary = arena_new(judge->arena, n, struct diary);
    struct diary *at = diary;
    for (int p = 0; p < event->n_participants; p++) {
        const struct participant *who = &event->participant[p];
        *at++ = (struct diary){
            PHRASE("participant"), who->id,       who->parallel, who->max_meetings,
            who->max_consecutive,  who->max_gaps, .slot = -1};
    }
    for (int r = 0; r < event->n_rooms; r++) {
        *at++ =
            (struct diary){PHRASE("room"), event->room[r].id, 1,         NO_LIMIT,
                           NO_LIMIT,       NO_LIMIT,          .slot = -1};
    }
    for (int i = 0; i < event->n_interpreters; i++) {
        const struct interpreter *who = &event->interpreter[i];
        *at++ = (struct diary){
            PHRASE("interpreter"), who->id,  1,         who->max_meetings,
            who->max_consecutive,  NO_LIMIT, .slot = -1};
    }
    return diary;
}

static void enter_all(const struct judge *judge,
                      const struct schedule_meeting *entry, struct diary *diary)
{
    const struct event *event = judge->event;
    struct diary *room = diary + event->n_participants;
    struct diary *interpreter = room + event->n_rooms;
    const struct strings *ids = &entry->participant_ids;
    for (int k = 0; k < ids->n; k++) {
        int p = event_find_participant(event, ids->text[k]);
        /* One named twice in one meeting is told elsewhere. */
        if (p >= 0 && (k == 0 || strcmp(ids->text[k - 1], ids->text[k]) != 0)) {
            enter(judge, entry, &diary[p]);
        }
    }
    if (entry->r >= 0) {
        enter(judge, entry, &room[entry->r]);
    }
    if (entry->i >= 0) {
        enter(judge, entry, &interpreter[entry->i]);
    }
}

void verify_diaries(const struct judge *judge)
{
    struct diary *diary = open_diaries(judge);
    for (int s = 0; s < judge->event->n_slots; s++) {
        for (int k = 0; k < judge->schedule->n_meetings; k++) {
            if (judge->schedule->meeting[k].s == s) {
                enter_all(judge, &judge->schedule->meeting[k], diary);
            }
        }
    }
}

static void verify_after(const struct judge *judge,
                         const struct schedule_meeting *entry, int q)
{
    const struct request *request = &judge->event->request[q];
    for (int k = 0; k < request->n_after; k++) {
        const char *first = judge->event->request[request->after[k]].id;
        int before =
            judge->entry[judge->elig->meeting_of_request[request->after[k]]];
        if (before < 0) {
            judge_fault(
                judge, entry->id,
                "request '%s' is to come after '%s', which is not scheduled; "
                "expected both or neither",
                request->id, first);
        } else if (judge->schedule->meeting[before].start_s >= entry->start_s) {
            judge_fault(
                judge, entry->id,
                "request '%s' is to come after '%s', whose meeting '%s' is not "
                "earlier; expected it in an earlier slot",
                request->id, first, judge->schedule->meeting[before].id);
        }
    }
}

void verify_order(const struct judge *judge)
{
    for (int k = 0; k < judge->schedule->n_meetings; k++) {
        const struct schedule_meeting *entry = &judge->schedule->meeting[k];
        if (entry->m < 0 || entry->frozen) {
            continue;
        }
        const struct meeting *meeting = &judge->elig->meeting[entry->m];
        for (int i = 0; i < meeting->n_requests; i++) {
            if (rule_request_counts(judge->event, meeting->request[i])) {
                verify_after(judge, entry, meeting->request[i]);
            }
        }
    }
}

static bool is_wanted(const struct judge *judge, int m)
{
    const struct meeting *meeting = &judge->elig->meeting[m];
    for (int k = 0; k < meeting->n_requests; k++) {
        if (rule_request_counts(judge->event, meeting->request[k])) {
            return !rule_is_declined(judge, m) && !rule_have_met(judge, m) &&
                   !rule_is_locked_out(judge, m);
        }
    }
    return false;
}

/* Where a locked meeting stands is judged with the meeting. */
static void verify_locks(const struct judge *judge)
{
    for (int m = 0; m < judge->elig->n_meetings; m++) {
        if (judge->entry[m] >= 0 || !is_wanted(judge, m)) {
            continue;
        }
        for (int l = 0; l < judge->event->n_locks; l++) {
            const struct lock *lock = &judge->event->lock[l];
            if (lock->kind == LOCK_KEEP && judge->meeting_of_lock[l] == m) {
                int q = judge->elig->meeting[m].request[0];
                judge_fault(
                    judge, judge->event->request[q].id,
                    "the meeting of this request is locked and not scheduled; "
                    "expected that locks are kept");
                break;
            }
        }
    }
}

void verify_together(const struct judge *judge)
{
    verify_diaries(judge);
    verify_order(judge);
    verify_locks(judge);
}
