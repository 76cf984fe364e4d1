/* Whether the reasons given for unserved requests can be true. Those that
 * follow from the event alone are decided here, in their order of precedence;
 * the others (who and what is full, what outranks) only as far as they are
 * plainly wrong. */

#include "scheduler/base/phrase.h"
#include "scheduler/model/verify_parts.h"

#include <stdlib.h>
#include <string.h>

/* What the schedule holds, for asking often. */
struct held {
    const char **id; /* of all scheduled meetings, sorted */
    int *n_meetings; /* of participant p */
};

/* Whether some slot suits the people and the times of a meeting, and whether
 * rooms and interpreters are found in such slots. */
struct outlook {
    bool slot, room, interpreter, all;
};

static bool all_are_free(const struct judge *judge, const struct meeting *meeting,
                         int s)
{
    int words = bits_words(judge->event->n_slots);
    for (int k = 0; k < meeting->n_participants; k++) {
        if (!bits_has(judge->free + (int64_t)meeting->participant[k] * words, s)) {
            return false;
        }
    }
    return true;
}

static bool some_room_fits(const struct judge *judge, int m, int s)
{
    for (int r = 0; r < judge->event->n_rooms; r++) {
        if (!obstacle_of_room(judge, m, r, s)) {
            return true;
        }
    }
    return false;
}

static bool some_interpreter_fits(const struct judge *judge, int m, int s)
{
    for (int i = 0; i < judge->event->n_interpreters; i++) {
        if (!obstacle_of_interpreter(judge, m, i, s)) {
            return true;
        }
    }
    return !rule_needs_interpreter(judge->event, &judge->elig->meeting[m]);
}

static bool is_common(const struct judge *judge, int m, int s)
{
    return all_are_free(judge, &judge->elig->meeting[m], s) &&
           !obstacle_of_time(judge, m, s);
}

static bool is_suitable(const struct judge *judge, int m, int s)
{
    return is_common(judge, m, s) && some_room_fits(judge, m, s) &&
           some_interpreter_fits(judge, m, s);
}

static struct outlook look_out(const struct judge *judge, int m)
{
    struct outlook outlook = {0};
    for (int s = 0; s < judge->event->n_slots && !outlook.all; s++) {
        bool has_begun =
            judge->event->slot[s].start_s < judge->schedule->frozen_before_s;
        if (!has_begun && is_common(judge, m, s)) {
            bool room = some_room_fits(judge, m, s);
            bool interpreter = some_interpreter_fits(judge, m, s);
            outlook.slot = true;
            outlook.room |= room;
            outlook.interpreter |= interpreter;
            outlook.all |= room && interpreter;
        }
    }
    return outlook;
}

static bool has_cancelled(const struct judge *judge, const struct meeting *meeting)
{
    for (int k = 0; k < meeting->n_participants; k++) {
        if (judge->event->participant[meeting->participant[k]].cancelled) {
            return true;
        }
    }
    return false;
}

/* The first reason that holds whatever the schedule is, or N_REASONS. Where
 * rooms and interpreters are found, but never together, *also is a second one
 * that is as good. */
static enum reason reason_of_event(const struct judge *judge, int m,
                                   enum reason *also)
{
    *also = N_REASONS;
    if (rule_is_declined(judge, m)) {
        return REASON_DECLINED;
    }
    if (has_cancelled(judge, &judge->elig->meeting[m])) {
        return REASON_PARTICIPANT_CANCELLED;
    }
    if (rule_have_met(judge, m)) {
        return REASON_MET_BEFORE;
    }
    if (rule_is_locked_out(judge, m)) {
        return REASON_FORBIDDEN;
    }
    struct outlook outlook = look_out(judge, m);
    if (outlook.all) {
        return N_REASONS;
    }
    if (!outlook.slot) {
        return REASON_NO_COMMON_SLOT;
    }
    if (outlook.room && outlook.interpreter) {
        *also = REASON_NO_SUITABLE_ROOM;
    }
    return outlook.room ? REASON_NO_INTERPRETER : REASON_NO_SUITABLE_ROOM;
}

enum wait { WAIT_NONE, WAIT_IN_TIME, WAIT_TOO_LATE, WAIT_FOREVER, WAIT_IN_VAIN };

/* True if one of them had begun: its place is its own, whatever the event says now of
 * where it, and what follows it, can be. */
static bool has_frozen_before(const struct judge *judge,
                              const struct meeting *meeting)
{
    for (int k = 0; k < meeting->n_after; k++) {
        int before = judge->entry[meeting->after[k]];
        if (before >= 0 && judge->schedule->meeting[before].frozen) {
            return true;
        }
    }
    return false;
}

/* How the meetings stand that this one must follow: none, all early enough for
 * its last slot, some too late, some too late wherever they are, some not
 * scheduled. */
static enum wait wait_of(const struct judge *judge, int m)
{
    const struct meeting *meeting = &judge->elig->meeting[m];
    enum wait wait = WAIT_NONE;
    bool is_static = !has_frozen_before(judge, meeting);
    int last = judge->event->n_slots - 1;
    while (last >= 0 && !is_suitable(judge, m, last)) {
        last--;
    }
    for (int k = 0; k < meeting->n_requests; k++) {
        const struct request *request = &judge->event->request[meeting->request[k]];
        int n = rule_request_counts(judge->event, meeting->request[k])
                    ? request->n_after
                    : 0;
        for (int i = 0; i < n; i++) {
            int before =
                judge->entry[judge->elig->meeting_of_request[request->after[i]]];
            enum wait one =
                before < 0                                   ? WAIT_IN_VAIN
                : is_static && last < meeting->earliest_slot ? WAIT_FOREVER
                : judge->schedule->meeting[before].s < last  ? WAIT_IN_TIME
                                                             : WAIT_TOO_LATE;
            wait = one > wait ? one : wait;
        }
    }
    return wait;
}

static bool is_anybody_busy(const struct judge *judge, const struct held *held,
                            const struct meeting *meeting)
{
    for (int k = 0; k < meeting->n_participants; k++) {
        int p = meeting->participant[k];
        if (judge->event->participant[p].max_meetings == 0 ||
            held->n_meetings[p] > 0) {
            return true;
        }
    }
    return false;
}

static bool is_any_slot_used(const struct judge *judge, int m)
{
    for (int k = 0; k < judge->schedule->n_meetings; k++) {
        int s = judge->schedule->meeting[k].s;
        if (s >= 0 && is_suitable(judge, m, s)) {
            return true;
        }
    }
    return false;
}

/* What speaks against a reason that depends on the schedule, or NULL. */
static const char *objection(const struct judge *judge, const struct held *held,
                             int m, enum reason reason)
{
    const struct meeting *meeting = &judge->elig->meeting[m];
    enum wait wait = wait_of(judge, m);
    if (reason == REASON_PREDECESSOR) {
        return wait == WAIT_NONE ? phrase("it has to follow no other meeting")
               : wait == WAIT_IN_TIME
                   ? phrase("all that it has to follow is scheduled in time")
                   : NULL;
    }
    if (wait == WAIT_IN_VAIN) {
        return phrase("a meeting which it has to follow is not scheduled");
    }
    if (wait == WAIT_FOREVER) {
        return phrase("the meetings which it has to follow leave it no slot");
    }
    if (reason == REASON_PARTICIPANT_FULL &&
        !is_anybody_busy(judge, held, meeting)) {
        return phrase("its participants have no meetings");
    }
    if (reason == REASON_ROOMS_FULL && !is_any_slot_used(judge, m)) {
        return phrase("no meeting is in any of its slots");
    }
    if (reason == REASON_INTERPRETERS_FULL &&
        !rule_needs_interpreter(judge->event, meeting)) {
        return phrase("it needs no interpreter");
    }
    return NULL;
}

static void wrong(const struct judge *judge, int q, enum reason reason,
                  const char *expected)
{
    judge_fault(judge, judge->event->request[q].id,
                "the reason '%s' does not hold; expected '%s'", reason_name(reason),
                expected);
}

/* A request that does not count has a reason of its own. */
static void verify_own_reason(const struct judge *judge, int q, int m,
                              enum reason reason)
{
    enum request_status status = judge->event->request[q].status;
    enum reason own = status == REQUEST_PENDING    ? REASON_NOT_ACCEPTED
                      : status == REQUEST_DECLINED ? REASON_DECLINED
                                                   : REASON_WITHDRAWN;
    bool also_declined = own == REASON_WITHDRAWN && reason == REASON_DECLINED &&
                         rule_is_declined(judge, m);
    if (reason != own && !also_declined) {
        wrong(judge, q, reason, reason_name(own));
    }
}

static void verify_meetings_reason(const struct judge *judge,
                                   const struct held *held, int q,
                                   enum reason reason)
{
    int m = judge->elig->meeting_of_request[q];
    enum reason also;
    enum reason expected = reason_of_event(judge, m, &also);
    if (expected != N_REASONS) {
        if (reason != expected && reason != also) {
            wrong(judge, q, reason, reason_name(expected));
        }
        return;
    }
    if (reason < REASON_PREDECESSOR) {
        judge_fault(judge, judge->event->request[q].id,
                    "the reason '%s' does not hold, as the meeting is possible; "
                    "expected one that depends on the other meetings",
                    reason_name(reason));
        return;
    }
    const char *why = objection(judge, held, m, reason);
    if (why) {
        judge_fault(judge, judge->event->request[q].id,
                    "the reason '%s' does not hold, as %s; expected one that does",
                    reason_name(reason), why);
    }
}

static void verify_people(const struct judge *judge, const char *field,
                          const struct strings *ids)
{
    for (int k = 0; k < ids->n; k++) {
        if (event_find_participant(judge->event, ids->text[k]) < 0) {
            judge_fault(
                judge, field,
                "the reason names '%s'; expected a participant of the event",
                ids->text[k]);
        }
    }
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void verify_scheduled(const struct judge *judge, const struct held *held,
                             const char *field, const struct strings *ids)
{
    for (int k = 0; k < ids->n; k++) {
        size_t n = (size_t)judge->schedule->n_meetings;
        if (n == 0 ||
            !bsearch(&ids->text[k], held->id, n, sizeof *held->id, compare_ids)) {
            judge_fault(judge, field,
                        "the reason names '%s'; expected a scheduled meeting's id",
                        ids->text[k]);
        }
    }
}

/* Whoever is said to have as many meetings as may be. */
static void verify_limits(const struct judge *judge, const struct held *held,
                          const char *field, const struct strings *ids)
{
    for (int k = 0; k < ids->n; k++) {
        int p = event_find_participant(judge->event, ids->text[k]);
        int most = p < 0 ? NO_LIMIT : judge->event->participant[p].max_meetings;
        int n = p < 0 ? 0 : held->n_meetings[p];
        if (p >= 0 && (most == NO_LIMIT || n < most)) {
            judge_fault(
                judge, field,
                "the reason says that '%s' has all its meetings, but it has "
                "%d; expected somebody with max_meetings",
                ids->text[k], n);
        }
    }
}

static void verify_details(const struct judge *judge, const struct held *held,
                           const struct unscheduled *entry)
{
    const struct reason_detail *detail = &entry->detail;
    const char *field =
        entry->request_ids.n > 0 ? entry->request_ids.text[0] : NULL;
    verify_people(judge, field, &detail->participants);
    verify_people(judge, field, &detail->at_limit);
    verify_limits(judge, held, field, &detail->at_limit);
    for (int k = 0; k < detail->requests.n; k++) {
        if (event_find_request(judge->event, detail->requests.text[k]) < 0) {
            judge_fault(judge, field,
                        "the reason names '%s'; expected a request of the event",
                        detail->requests.text[k]);
        }
    }
    for (int k = 0; k < detail->slots.n; k++) {
        if (event_find_slot(judge->event, detail->slots.text[k]) < 0) {
            judge_fault(judge, field,
                        "the reason names '%s'; expected a slot of the event",
                        detail->slots.text[k]);
        }
    }
    verify_scheduled(judge, held, field, &detail->blocked_by);
    verify_scheduled(judge, held, field, &detail->moved);
    verify_scheduled(judge, held, field, &detail->given_up);
}

/* Of what counts the first request stands for all: they are one meeting. */
static void verify_reason(const struct judge *judge, const struct held *held,
                          const struct unscheduled *entry)
{
    bool told = false;
    for (int k = 0; k < entry->request_ids.n; k++) {
        int q = event_find_request(judge->event, entry->request_ids.text[k]);
        if (q < 0 || judge->elig->meeting_of_request[q] != entry->m) {
            continue; /* told with the lists */
        }
        if (!rule_request_counts(judge->event, q)) {
            verify_own_reason(judge, q, entry->m, entry->reason);
        } else if (!told && judge->entry[entry->m] < 0) {
            verify_meetings_reason(judge, held, q, entry->reason);
            told = true;
        }
    }
}

static struct held find_held(const struct judge *judge)
{
    const struct schedule *schedule = judge->schedule;
    int n = schedule->n_meetings;
    struct held held = {
        .id = arena_new(judge->arena, n, const char *),
        .n_meetings = arena_new(judge->arena, judge->event->n_participants, int),
    };
    for (int k = 0; k < n; k++) {
        const struct strings *who = &schedule->meeting[k].participant_ids;
        held.id[k] = schedule->meeting[k].id;
        for (int i = 0; i < who->n; i++) {
            int p = event_find_participant(judge->event, who->text[i]);
            if (p >= 0) {
                held.n_meetings[p]++;
            }
        }
    }
    if (n > 0) {
        qsort(held.id, (size_t)n, sizeof *held.id, compare_ids);
    }
    return held;
}

void verify_reasons(const struct judge *judge)
{
    struct held held = find_held(judge);
    for (int k = 0; k < judge->schedule->n_unscheduled; k++) {
        const struct unscheduled *entry = &judge->schedule->unscheduled[k];
        verify_details(judge, &held, entry);
        if (entry->m >= 0) {
            verify_reason(judge, &held, entry);
        }
    }
}
