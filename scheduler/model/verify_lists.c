/* That every list is complete, without repetition and in order. */

#include "scheduler/base/phrase.h"
#include "scheduler/model/verify_parts.h"

#include <stdlib.h>
#include <string.h>

static void verify_rising(const struct judge *judge, const char *field,
                          const struct strings *ids, const char *what)
{
    for (int k = 1; k < ids->n; k++) {
        if (strcmp(ids->text[k - 1], ids->text[k]) > 0) {
            judge_fault(judge, field, "'%s' stands behind '%s'; expected %s by id",
                        ids->text[k], ids->text[k - 1], phrase(what));
            return;
        }
    }
}

static void verify_ids_within(const struct judge *judge,
                              const struct schedule_meeting *entry)
{
    verify_rising(judge, entry->id, &entry->participant_ids,
                  PHRASE("participants"));
    verify_rising(judge, entry->id, &entry->request_ids, PHRASE("requests"));
}

static void verify_order_of_meetings(const struct judge *judge)
{
    for (int k = 1; k < judge->schedule->n_meetings; k++) {
        const struct schedule_meeting *entry = &judge->schedule->meeting[k];
        if (entry->start_s < entry[-1].start_s ||
            (entry->start_s == entry[-1].start_s &&
             strcmp(entry->room_id, entry[-1].room_id) < 0)) {
            judge_fault(
                judge, entry->id,
                "this meeting stands behind '%s'; expected meetings by start, "
                "then room",
                entry[-1].id);
        }
    }
}

/* Numbers have at least four digits, and then as many as they need: m9999 stands
 * before m10000. */
static int compare_numbered(const char *a, const char *b)
{
    size_t n_a = strlen(a), n_b = strlen(b);
    return n_a != n_b ? (n_a < n_b ? -1 : 1) : strcmp(a, b);
}

static void verify_order_of_others(const struct judge *judge)
{
    const struct schedule *schedule = judge->schedule;
    for (int k = 1; k < schedule->n_cancelled; k++) {
        const struct schedule_meeting *entry = &schedule->cancelled[k];
        if (compare_numbered(entry[-1].id, entry->id) > 0) {
            judge_fault(
                judge, entry->id,
                "this cancelled meeting stands behind '%s'; expected them by "
                "id",
                entry[-1].id);
        }
    }
    for (int k = 1; k < schedule->n_unscheduled; k++) {
        const struct strings *before = &schedule->unscheduled[k - 1].request_ids;
        const struct strings *ids = &schedule->unscheduled[k].request_ids;
        if (before->n > 0 && ids->n > 0 &&
            strcmp(before->text[0], ids->text[0]) > 0) {
            judge_fault(
                judge, ids->text[0],
                "this unscheduled request stands behind '%s'; expected them "
                "by their first request",
                before->text[0]);
        }
    }
}

/* "m0001": at least four digits, no more zeros in front than that takes. */
static bool is_meeting_id(const char *id)
{
    size_t len = strlen(id);
    return id[0] == 'm' && len >= 5 && strspn(id + 1, "0123456789") == len - 1 &&
           (len == 5 || id[1] != '0') && strcmp(id, "m0000") != 0;
}

static int compare_ids(const void *a, const void *b)
{
    const struct schedule_meeting *const *x = a, *const *y = b;
    return strcmp((*x)->id, (*y)->id);
}

static int compare_uids(const void *a, const void *b)
{
    const struct schedule_meeting *const *x = a, *const *y = b;
    int order = strcmp((*x)->uid, (*y)->uid);
    return order != 0 ? order : compare_ids(a, b);
}

static void verify_distinct(const struct judge *judge,
                            const struct schedule_meeting **entry, int n)
{
    if (n > 0) {
        qsort(entry, (size_t)n, sizeof(*entry), compare_ids);
    }
    for (int k = 1; k < n; k++) {
        if (strcmp(entry[k - 1]->id, entry[k]->id) == 0) {
            judge_fault(
                judge, entry[k]->id,
                "several meetings have this id; expected one of its own for "
                "each, cancelled ones included");
        }
    }
    if (n > 0) {
        qsort(entry, (size_t)n, sizeof(*entry), compare_uids);
    }
    for (int k = 1; k < n; k++) {
        if (strcmp(entry[k - 1]->uid, entry[k]->uid) == 0) {
            judge_fault(
                judge, entry[k]->id,
                "this meeting has the uid of '%s'; expected one of its own for "
                "each, cancelled ones included",
                entry[k - 1]->id);
        }
    }
}

static void verify_identities(const struct judge *judge)
{
    const struct schedule *schedule = judge->schedule;
    int n = schedule->n_meetings + schedule->n_cancelled;
    const struct schedule_meeting **entry =
        arena_new(judge->arena, n, const struct schedule_meeting *);
    for (int k = 0; k < n; k++) {
        entry[k] = k < schedule->n_meetings
                       ? &schedule->meeting[k]
                       : &schedule->cancelled[k - schedule->n_meetings];
        if (!is_meeting_id(entry[k]->id)) {
            judge_fault(
                judge, entry[k]->id,
                "this is no id of a meeting; expected 'm' and a number of at "
                "least four digits, as in 'm0001'");
        }
    }
    verify_distinct(judge, entry, n);
}

static bool is_named(const struct judge *judge, const struct strings *ids, int p)
{
    return strings_has(ids, judge->event->participant[p].id);
}

/* True if the request is for a meeting of these participants on this topic. */
static bool is_for(const struct judge *judge, int q, const struct strings *ids,
                   const char *topic)
{
    const struct request *request = &judge->event->request[q];
    if (ids->n != request->n_also + 2 || strcmp(topic, request->topic) != 0 ||
        !is_named(judge, ids, request->from) ||
        !is_named(judge, ids, request->to)) {
        return false;
    }
    for (int k = 0; k < request->n_also; k++) {
        if (!is_named(judge, ids, request->also[k])) {
            return false;
        }
    }
    return true;
}

/* One list of requests; field names where it stands. */
static void count_requests(const struct judge *judge, const char *field,
                           const struct strings *request_ids,
                           const struct strings *participant_ids, const char *topic,
                           int *n_standing)
{
    if (request_ids->n == 0) {
        judge_fault(judge, field,
                    "this entry names no request; expected at least one");
    }
    for (int k = 0; k < request_ids->n; k++) {
        const char *id = request_ids->text[k];
        int q = event_find_request(judge->event, id);
        if (q < 0) {
            judge_fault(
                judge, field,
                "the event has no request '%s'; expected requests of the event",
                id);
            continue;
        }
        if (!is_for(judge, q, participant_ids, topic)) {
            judge_fault(
                judge, field,
                "request '%s' is not for a meeting of these participants on "
                "the topic '%s'; expected requests of this meeting",
                id, topic);
        }
        if (n_standing[q]++ == 1) {
            judge_fault(
                judge, id,
                "this request stands in more than one place; expected it once, "
                "scheduled or unscheduled");
        }
    }
}

/* Counting requests of a scheduled meeting stand with it. */
static void verify_left_out(const struct judge *judge,
                            const struct unscheduled *entry)
{
    for (int k = 0; k < entry->request_ids.n; k++) {
        int q = event_find_request(judge->event, entry->request_ids.text[k]);
        int m = q >= 0 ? judge->elig->meeting_of_request[q] : -1;
        if (m < 0 || judge->entry[m] < 0 || !rule_request_counts(judge->event, q)) {
            continue;
        }
        const struct schedule_meeting *scheduled =
            &judge->schedule->meeting[judge->entry[m]];
        if (!strings_has(&scheduled->request_ids, entry->request_ids.text[k])) {
            judge_fault(judge, scheduled->id,
                        "this meeting leaves out request '%s', which is called "
                        "unscheduled; expected all requests that count with their "
                        "meeting",
                        entry->request_ids.text[k]);
        }
    }
}

static const char *first_of(const struct strings *ids)
{
    return ids->n > 0 ? ids->text[0] : NULL;
}

static void verify_requests(const struct judge *judge)
{
    const struct event *event = judge->event;
    const struct schedule *schedule = judge->schedule;
    int *n_standing = arena_new(judge->arena, event->n_requests, int);
    for (int k = 0; k < schedule->n_meetings; k++) {
        const struct schedule_meeting *entry = &schedule->meeting[k];
        verify_ids_within(judge, entry);
        if (entry->frozen && entry->m < 0) {
            continue; /* nobody asks for it any more, and it took place */
        }
        count_requests(judge, entry->id, &entry->request_ids,
                       &entry->participant_ids, entry->topic, n_standing);
    }
    for (int k = 0; k < schedule->n_unscheduled; k++) {
        const struct unscheduled *entry = &schedule->unscheduled[k];
        const char *field = first_of(&entry->request_ids);
        verify_rising(judge, field, &entry->request_ids, PHRASE("requests"));
        verify_rising(judge, field, &entry->participant_ids,
                      PHRASE("participants"));
        count_requests(judge, field, &entry->request_ids, &entry->participant_ids,
                       entry->topic, n_standing);
        verify_left_out(judge, entry);
    }
    for (int q = 0; q < event->n_requests; q++) {
        if (n_standing[q] == 0) {
            judge_fault(
                judge, event->request[q].id,
                "this request stands nowhere; expected every request either "
                "scheduled or unscheduled");
        }
    }
}

void verify_lists(const struct judge *judge)
{
    verify_order_of_meetings(judge);
    verify_order_of_others(judge);
    for (int k = 0; k < judge->schedule->n_cancelled; k++) {
        verify_rising(judge, judge->schedule->cancelled[k].id,
                      &judge->schedule->cancelled[k].participant_ids,
                      PHRASE("participants"));
    }
    verify_identities(judge);
    verify_requests(judge);
}
