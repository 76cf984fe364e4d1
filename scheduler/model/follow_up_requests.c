/* Requests of the next event. First each old one is judged (what became of it), and
 * those that are still wanted are carried over under their ids; then everybody who
 * said `again` gets one of its own, under a new id, unless it asks for just that
 * already. All requests that one meeting leads to have one topic, so that they make
 * one meeting again. */

#include "scheduler/model/follow_up_parts.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/ints.h"

enum { MOST_TOPIC = 80 }; /* characters: it stands in titles and tables */

struct draft { /* a request of the next event */
    struct request request;
    int old;  /* request, or -1 */
    int k, n; /* else: meeting, and which of its participants */
};

struct drafts {
    struct draft *draft;
    int n, capacity;
};

static struct draft *add_draft(struct follow_up_maker *maker, struct drafts *drafts)
{
    drafts->draft = arena_grow(maker->arena, drafts->draft, drafts->n,
                               &drafts->capacity, sizeof *drafts->draft);
    return &drafts->draft[drafts->n++];
}

static int *people_of(struct arena *arena, const struct request *request, int *n)
{
    int *people = arena_new(arena, request->n_also + 2, int);
    people[0] = request->from;
    people[1] = request->to;
    if (request->n_also > 0) {
        memcpy(people + 2, request->also, (size_t)request->n_also * sizeof *people);
    }
    *n = request->n_also + 2;
    ints_sort(people, *n);
    return people;
}

static bool is_same_meeting(struct arena scratch, const struct request *a,
                            const struct request *b)
{
    int n_a, n_b;
    if (strcmp(a->topic, b->topic) != 0) {
        return false;
    }
    const int *left = people_of(&scratch, a, &n_a);
    const int *right = people_of(&scratch, b, &n_b);
    return n_a == n_b && memcmp(left, right, (size_t)n_a * sizeof *left) == 0;
}

/* True if two of the request's people have met in this round, so that it needs to
 * say follow_up to be served. */
static bool has_met(const struct follow_up_maker *maker,
                    const struct request *request)
{
    struct arena scratch = *maker->arena;
    int n;
    const int *people = people_of(&scratch, request, &n);
    for (int k = 0; k < maker->schedule->n_meetings; k++) {
        const struct meeting_fact *fact = &maker->facts->meeting[k];
        int n_there = 0;
        for (int i = 0; fact->is_held && i < n; i++) {
            for (int j = 0; j < fact->n_participants; j++) {
                n_there +=
                    fact->participant[j] == people[i] && !fact->was_absent[j];
            }
        }
        if (n_there > 1) {
            return true;
        }
    }
    return false;
}

static int n_saying(const struct meeting_fact *fact, enum said again)
{
    int n_said = 0;
    for (int n = 0; n < fact->n_participants; n++) {
        n_said += fact->by[n] && fact->by[n]->again == again;
    }
    return n_said;
}

/* Whether somebody of the same meeting refuses it, before the event or after. */
static bool is_refused(const struct follow_up_maker *maker, int q)
{
    const struct event *event = maker->event;
    for (int other = 0; other < event->n_requests; other++) {
        bool refuses = event->request[other].status == REQUEST_DECLINED ||
                       maker->facts->refused[other];
        if (refuses && is_same_meeting(*maker->arena, &event->request[q],
                                       &event->request[other])) {
            return true;
        }
    }
    return false;
}

static enum request_fate fate_of(const struct follow_up_maker *maker, int q)
{
    int k = maker->meeting_of[q];
    if (maker->event->request[q].status == REQUEST_WITHDRAWN) {
        return FATE_WITHDRAWN;
    }
    if (is_refused(maker, q)) {
        return FATE_REFUSED;
    }
    if (k < 0) {
        return maker->facts->wanted[q] == SAID_NO ? FATE_UNWANTED : FATE_CARRIED;
    }
    const struct meeting_fact *fact = &maker->facts->meeting[k];
    const struct feedback *own =
        meeting_fact_by(fact, maker->event->request[q].from);
    if (fact->is_held) {
        return FATE_SERVED;
    }
    if (n_saying(fact, SAID_NO) > 0) {
        return own && own->again == SAID_NO ? FATE_UNWANTED : FATE_REFUSED;
    }
    return fact->has_no_show ? FATE_FIRST : FATE_NOT_HELD;
}

static bool is_carried(enum request_fate fate)
{
    return fate == FATE_CARRIED || fate == FATE_FIRST || fate == FATE_NOT_HELD;
}

/* The highest priority there is; a rank that is worth more stays. */
static void put_first(const struct weights *weights, struct request *request)
{
    int last = weights->n_rank - 1;
    int at = request->rank - 1 < last ? request->rank - 1 : last;
    if (request->rank == 0 ||
        weights->rank[at] < weights->priority[weights->n_priority - 1]) {
        request->rank = 0;
        request->priority = weights->n_priority;
    }
}

static void carry(struct follow_up_maker *maker, struct drafts *drafts, int q)
{
    struct draft *draft = add_draft(maker, drafts);
    struct request *request = &draft->request;
    *request = maker->event->request[q];
    draft->old = q;
    maker->out->n_times +=
        request->earliest_s != NO_TIME || request->latest_s != NO_TIME;
    request->earliest_s = request->latest_s = NO_TIME;
    request->follow_up |= has_met(maker, request);
    if (maker->out->fate[q] == FATE_FIRST) {
        put_first(&maker->event->weights, request);
    }
}

/* On one line, without what would end it. */
static const char *one_line(struct arena *arena, const char *text)
{
    char *line = arena_strdup(arena, text);
    for (char *at = line; *at; at++) {
        if (*at == '\n' || *at == '\t') {
            *at = ' ';
        }
    }
    return text_trim(arena, line, strlen(line));
}

static int n_characters(const char *text)
{
    int n = 0;
    for (; *text; text++) {
        n += ((unsigned char)*text & 0xc0) != 0x80;
    }
    return n;
}

/* What the participants want to talk about next, each thing once; else what they
 * have talked about; else what the organiser calls it. */
static const char *topic_of(const struct follow_up_maker *maker, int k)
{
    const struct meeting_fact *fact = &maker->facts->meeting[k];
    const char *old = schedule_entry(maker->schedule, k)->topic;
    const char *last = "", *topic = "";
    for (int n = 0; n < fact->n_participants; n++) {
        const struct feedback *row = fact->by[n];
        const char *step = row && row->again == SAID_YES
                               ? one_line(maker->arena, row->next_step)
                               : "";
        if (*step != '\0' && strcmp(step, last) != 0) {
            topic = *topic == '\0'
                        ? step
                        : arena_printf(maker->arena, "%s / %s", topic, step);
            last = step;
        }
    }
    if (*topic != '\0' && n_characters(topic) <= MOST_TOPIC) {
        return topic;
    }
    return *old != '\0' ? old : maker->order->topic;
}

static int priority_of(const struct weights *weights, enum outcome outcome)
{
    int usual = weights->n_priority < 3 ? weights->n_priority : 3;
    bool is_more = outcome == OUTCOME_PROJECT || outcome == OUTCOME_AGREEMENT;
    return is_more && usual < weights->n_priority ? usual + 1 : usual;
}

static enum request_status status_of(const struct follow_up_maker *maker,
                                     const struct meeting_fact *fact)
{
    if (n_saying(fact, SAID_NO) > 0) {
        return REQUEST_DECLINED;
    }
    return n_saying(fact, SAID_YES) == fact->n_participants
               ? REQUEST_ACCEPTED
               : maker->event->rules.default_status;
}

static struct request again_of(struct follow_up_maker *maker, int k, int n)
{
    const struct meeting_fact *fact = &maker->facts->meeting[k];
    const struct feedback *row = fact->by[n];
    const struct schedule_meeting *meeting = schedule_entry(maker->schedule, k);
    struct request request = {
        .place = row->place,
        .from = fact->participant[n],
        .to = -1,
        .also = arena_new(maker->arena, fact->n_participants, int),
        .status = status_of(maker, fact),
        .priority = priority_of(&maker->event->weights, row->outcome),
        .earliest_s = NO_TIME,
        .latest_s = NO_TIME,
        .message = "",
    };
    for (int j = 0; j < fact->n_participants; j++) {
        if (j != n && request.to < 0) {
            request.to = fact->participant[j];
        } else if (j != n) {
            request.also[request.n_also++] = fact->participant[j];
        }
    }
    /* What did not take place is wanted under its own name. */
    request.topic = fact->is_held ? topic_of(maker, k) : meeting->topic;
    if (strcmp(one_line(maker->arena, row->next_step), request.topic) != 0) {
        request.message = row->next_step;
    }
    request.note =
        arena_printf(maker->arena, "after %s of %s", meeting->id, maker->event->id);
    request.follow_up = has_met(maker, &request);
    if (fact->has_no_show && !fact->was_absent[n]) {
        put_first(&maker->event->weights, &request);
    }
    return request;
}

/* True if it stands there already: one side may ask for a meeting once. */
static bool is_asked(const struct follow_up_maker *maker,
                     const struct drafts *drafts, const struct request *request)
{
    for (int d = 0; d < drafts->n; d++) {
        const struct request *other = &drafts->draft[d].request;
        if (other->from == request->from &&
            is_same_meeting(*maker->arena, other, request)) {
            return true;
        }
    }
    return false;
}

/* True if one of the meeting's people is not in the next event. */
static bool has_left(const struct event *event, const struct meeting_fact *fact)
{
    bool any = false;
    for (int n = 0; n < fact->n_participants; n++) {
        any |= event_has_left(event, fact->participant[n]);
    }
    return any;
}

static void ask_again(struct follow_up_maker *maker, struct drafts *drafts, int k)
{
    const struct meeting_fact *fact = &maker->facts->meeting[k];
    for (int n = 0; n < fact->n_participants; n++) {
        if (!fact->by[n] || fact->by[n]->again != SAID_YES) {
            continue;
        }
        const struct request request = again_of(maker, k, n);
        if (has_left(maker->event, fact)) {
            maker->out->n_again_left++;
        } else if (!is_asked(maker, drafts, &request)) {
            struct draft *draft = add_draft(maker, drafts);
            *draft = (struct draft){.request = request, .old = -1, .k = k, .n = n};
            maker->out->n_again++;
        }
    }
    maker->out->n_mutual += !has_left(maker->event, fact) &&
                            n_saying(fact, SAID_YES) == fact->n_participants;
}

static bool is_taken(const struct drafts *drafts, const char *id)
{
    for (int d = 0; d < drafts->n; d++) {
        const char *other = drafts->draft[d].request.id;
        if (other && text_equal_nocase(other, id)) {
            return true;
        }
    }
    return false;
}

static void name_drafts(struct follow_up_maker *maker, struct drafts *drafts)
{
    int number = 0;
    for (int d = 0; d < drafts->n; d++) {
        struct request *request = &drafts->draft[d].request;
        while (!request->id) {
            const char *id = arena_printf(maker->arena, "f%03d", ++number);
            request->id = is_taken(drafts, id) ? NULL : id;
        }
    }
}

static int by_id(const void *left, const void *right)
{
    const struct draft *a = left, *b = right;
    return strcmp(a->request.id, b->request.id);
}

/* Only what is in the next event can be waited for there. */
static void keep_after(struct follow_up_maker *maker, struct request *request)
{
    int *after = arena_new(maker->arena, request->n_after, int);
    int n = 0;
    for (int k = 0; k < request->n_after; k++) {
        int q = maker->out->carried_as[request->after[k]];
        if (q >= 0) {
            after[n++] = q;
        }
    }
    maker->out->n_after += n < request->n_after;
    ints_sort(after, n);
    request->after = after;
    request->n_after = n;
}

static void finish(struct follow_up_maker *maker, struct drafts *drafts)
{
    struct event *next = &maker->out->event;
    name_drafts(maker, drafts);
    if (drafts->n > 0) {
        qsort(drafts->draft, (size_t)drafts->n, sizeof *drafts->draft, by_id);
    }
    next->request = arena_new(maker->arena, drafts->n, struct request);
    next->n_requests = drafts->n;
    for (int d = 0; d < drafts->n; d++) {
        const struct draft *draft = &drafts->draft[d];
        next->request[d] = draft->request;
        if (draft->old >= 0) {
            maker->out->carried_as[draft->old] = d;
        } else {
            maker->out->again_as[draft->k][draft->n] = d;
        }
    }
    for (int q = 0; q < next->n_requests; q++) {
        keep_after(maker, &next->request[q]);
    }
}

void follow_up_make_requests(struct follow_up_maker *maker)
{
    const struct event *event = maker->event;
    struct follow_up *out = maker->out;
    struct drafts drafts = {0};
    out->fate = arena_new(maker->arena, event->n_requests, enum request_fate);
    out->carried_as = arena_new(maker->arena, event->n_requests, int);
    int n_entries = maker->schedule->n_meetings + maker->schedule->n_cancelled;
    out->again_as = arena_new(maker->arena, n_entries, int *);
    for (int q = 0; q < event->n_requests; q++) {
        out->fate[q] = fate_of(maker, q);
        out->carried_as[q] = -1;
        if (is_carried(out->fate[q])) {
            carry(maker, &drafts, q);
        }
    }
    for (int k = 0; k < n_entries; k++) {
        int n = maker->facts->meeting[k].n_participants;
        out->again_as[k] = arena_new(maker->arena, n, int);
        for (int j = 0; j < n; j++) {
            out->again_as[k][j] = -1;
        }
        if (!maker->facts->meeting[k].was_called_off ||
            maker->facts->meeting[k].is_told) {
            ask_again(maker, &drafts, k);
        }
    }
    finish(maker, &drafts);
}
