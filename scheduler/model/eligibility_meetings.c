/* Requests with the same participants and topic become one meeting. */

#include "scheduler/model/eligibility_parts.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/ints.h"

struct wish { /* one request with its key */
    const struct request *request;
    int q;
    int *participant; /* rising */
    int n;
};

static int compare_wish_keys(const struct wish *x, const struct wish *y)
{
    for (int k = 0; k < x->n && k < y->n; k++) {
        if (x->participant[k] != y->participant[k]) {
            return x->participant[k] < y->participant[k] ? -1 : 1;
        }
    }
    if (x->n != y->n) {
        return x->n < y->n ? -1 : 1;
    }
    return strcmp(x->request->topic, y->request->topic);
}

static int compare_wishes(const void *a, const void *b)
{
    const struct wish *x = a, *y = b;
    int order = compare_wish_keys(x, y);
    return order != 0 ? order : (x->q > y->q) - (x->q < y->q);
}

static struct wish *sorted_wishes(struct arena *arena, const struct event *event)
{
    struct wish *wish = arena_new(arena, event->n_requests, struct wish);
    for (int q = 0; q < event->n_requests; q++) {
        const struct request *request = &event->request[q];
        int n = 2 + request->n_also;
        int *who = arena_new(arena, n, int);
        who[0] = request->from;
        who[1] = request->to;
        if (request->n_also > 0) {
            memcpy(who + 2, request->also, (size_t)request->n_also * sizeof *who);
        }
        ints_sort(who, n);
        for (int k = 1; k < n; k++) {
            assert(who[k - 1] < who[k]);
        }
        wish[q] = (struct wish){request, q, who, n};
    }
    if (event->n_requests > 0) {
        qsort(wish, (size_t)event->n_requests, sizeof *wish, compare_wishes);
    }
    return wish;
}

static int request_value(const struct event *event, const struct request *request)
{
    const struct weights *weights = &event->weights;
    if (request->rank > 0) {
        int k = request->rank < weights->n_rank ? request->rank : weights->n_rank;
        return weights->rank[k - 1];
    }
    return weights->priority[request->priority - 1];
}

static void add_after(struct arena *arena, const struct request *request,
                      struct meeting *meeting)
{
    int *longer = arena_new(arena, meeting->n_after + request->n_after, int);
    for (int k = 0; k < meeting->n_after; k++) {
        longer[k] = meeting->after[k];
    }
    for (int k = 0; k < request->n_after; k++) {
        longer[meeting->n_after++] = request->after[k];
    }
    meeting->after = longer;
}

static void add_feature(struct arena *arena, struct strings *features,
                        const char *feature)
{
    if (strings_has(features, feature)) {
        return;
    }
    const char **longer = arena_new(arena, features->n + 1, const char *);
    if (features->n > 0) {
        memcpy(longer, features->text, (size_t)features->n * sizeof *longer);
    }
    longer[features->n++] = feature;
    features->text = longer;
}

/* What a counting request asks of its meeting. `after` holds requests until all
 * meetings are known. */
static void add_counting(struct arena *arena, const struct event *event,
                         const struct request *request, struct meeting *meeting)
{
    meeting->n_counting++;
    meeting->all_pending &= request->status == REQUEST_PENDING;
    meeting->value += request_value(event, request);
    meeting->follow_up |= request->follow_up;
    if (request->minutes > meeting->minutes) {
        meeting->minutes = request->minutes;
    }
    if (request->earliest_s != NO_TIME &&
        (meeting->earliest_s == NO_TIME ||
         request->earliest_s > meeting->earliest_s)) {
        meeting->earliest_s = request->earliest_s;
    }
    if (request->latest_s != NO_TIME &&
        (meeting->latest_s == NO_TIME || request->latest_s < meeting->latest_s)) {
        meeting->latest_s = request->latest_s;
    }
    if (request->n_after > 0) {
        add_after(arena, request, meeting);
    }
    for (int k = 0; k < request->room_features.n; k++) {
        add_feature(arena, &meeting->room_features, request->room_features.text[k]);
    }
}

bool eligibility_lacks_language(const struct event *event,
                                const struct meeting *meeting)
{
    bool never = false;
    for (int k = 0; k < meeting->n_participants; k++) {
        const struct participant *who =
            &event->participant[meeting->participant[k]];
        if (who->interpretation == INTERPRETATION_ALWAYS) {
            return true;
        }
        never |= who->interpretation == INTERPRETATION_NEVER;
    }
    const struct strings *spoken =
        &event->participant[meeting->participant[0]].languages;
    for (int l = 0; l < spoken->n; l++) {
        bool shared = true;
        for (int k = 1; k < meeting->n_participants && shared; k++) {
            shared =
                strings_has(&event->participant[meeting->participant[k]].languages,
                            spoken->text[l]);
        }
        if (shared) {
            return false;
        }
    }
    return !never;
}

static void make_meeting(struct arena *arena, const struct event *event,
                         const struct wish *wish, int n, struct meeting *meeting)
{
    *meeting = (struct meeting){
        .participant = wish->participant,
        .n_participants = wish->n,
        .topic = wish->request->topic,
        .request = arena_new(arena, n, int),
        .all_pending = true,
        .by_request = -1,
        .locked_slot = -1,
        .locked_room = -1,
        .earliest_s = NO_TIME,
        .latest_s = NO_TIME,
    };
    for (int k = 0; k < n; k++) {
        const struct request *request = wish[k].request;
        meeting->request[meeting->n_requests++] = wish[k].q;
        if (request->status == REQUEST_DECLINED &&
            meeting->forbidden == FORBIDDEN_NOT) {
            meeting->forbidden = FORBIDDEN_DECLINED;
            meeting->by_request = wish[k].q;
        }
        if (event_request_counts(event, request)) {
            add_counting(arena, event, request, meeting);
        }
    }
    meeting->all_pending &= meeting->n_counting > 0;
    meeting->needs_interpreter =
        event->has_interpreters && eligibility_lacks_language(event, meeting);
    meeting->people = meeting->needs_interpreter;
    for (int k = 0; k < meeting->n_participants; k++) {
        meeting->people += event->participant[meeting->participant[k]].people;
    }
}

static void judge_repeated(const struct wish *wish, int n,
                           struct findings *findings)
{
    for (int k = 1; k < n; k++) {
        for (int i = 0; i < k; i++) {
            if (wish[i].request->from == wish[k].request->from) {
                findings_add(
                    findings, SEVERITY_ERROR, wish[k].request->place,
                    "request '%s' states the same wish as '%s' (%s) again; "
                    "expected one request per side, partners and topic; "
                    "delete one, or give it a topic of its own",
                    wish[k].request->id, wish[i].request->id,
                    eligibility_place_text(findings->arena,
                                           &wish[i].request->place));
                break;
            }
        }
    }
}

/* Requests become the meetings that they are part of, each once. */
static void resolve_after(struct eligibility *elig)
{
    for (int m = 0; m < elig->n_meetings; m++) {
        struct meeting *meeting = &elig->meeting[m];
        for (int k = 0; k < meeting->n_after; k++) {
            meeting->after[k] = elig->meeting_of_request[meeting->after[k]];
        }
        meeting->n_after = ints_sort_unique(meeting->after, meeting->n_after);
    }
}

struct met_pair { /* of event.met_before, sorted for bsearch() */
    int a, b;
    int k; /* its index */
};

static int compare_pairs(const void *left, const void *right)
{
    const struct met_pair *x = left, *y = right;
    if (x->a != y->a) {
        return x->a < y->a ? -1 : 1;
    }
    return (x->b > y->b) - (x->b < y->b);
}

/* The index of a pair in the meeting that has met before, or -1. */
static int find_met(const struct met_pair *pair, int n,
                    const struct meeting *meeting)
{
    for (int i = 0; i < meeting->n_participants; i++) {
        for (int j = i + 1; j < meeting->n_participants; j++) {
            struct met_pair key = {meeting->participant[i], meeting->participant[j],
                                   0};
            const struct met_pair *found =
                bsearch(&key, pair, (size_t)n, sizeof *pair, compare_pairs);
            if (found) {
                return found->k;
            }
        }
    }
    return -1;
}

static void forbid_met(struct arena scratch, const struct event *event,
                       struct eligibility *elig)
{
    int n = event->n_met_before;
    struct met_pair *pair = arena_new(&scratch, n, struct met_pair);
    for (int k = 0; k < n; k++) {
        pair[k] =
            (struct met_pair){event->met_before[k].a, event->met_before[k].b, k};
    }
    if (n > 0) {
        qsort(pair, (size_t)n, sizeof *pair, compare_pairs);
    }
    for (int m = 0; m < elig->n_meetings; m++) {
        struct meeting *meeting = &elig->meeting[m];
        int k = find_met(pair, n, meeting);
        if (k >= 0 && meeting->forbidden == FORBIDDEN_NOT && !meeting->follow_up) {
            meeting->forbidden = FORBIDDEN_MET_BEFORE;
            meeting->by_request = k;
        }
    }
}

void eligibility_add_meetings(struct arena *arena, const struct event *event,
                              struct eligibility *elig, struct findings *findings)
{
    int n = event->n_requests;
    struct wish *wish = sorted_wishes(arena, event);
    elig->meeting = arena_new(arena, n, struct meeting);
    elig->meeting_of_request = arena_new(arena, n, int);
    for (int first = 0, end; first < n; first = end) {
        for (end = first + 1; end < n; end++) {
            if (compare_wish_keys(&wish[first], &wish[end]) != 0) {
                break;
            }
        }
        make_meeting(arena, event, &wish[first], end - first,
                     &elig->meeting[elig->n_meetings]);
        judge_repeated(&wish[first], end - first, findings);
        for (int k = first; k < end; k++) {
            elig->meeting_of_request[wish[k].q] = elig->n_meetings;
        }
        elig->n_meetings++;
    }
    resolve_after(elig);
    if (event->rules.met_before_forbidden) {
        forbid_met(*arena, event, elig);
    }
}
