/* What people probably did not mean: warnings, once everything is known. */

#include <assert.h>
#include <stdlib.h>

#include "scheduler/base/buf.h"
#include "scheduler/base/phrase.h"
#include "scheduler/model/eligibility_parts.h"

static int *count_meetings(struct arena *arena, const struct event *event,
                           const struct eligibility *elig)
{
    int *n = arena_new(arena, event->n_participants, int);
    for (int m = 0; m < elig->n_meetings; m++) {
        const struct meeting *meeting = &elig->meeting[m];
        for (int k = 0; k < meeting->n_participants && meeting->n_counting > 0;
             k++) {
            n[meeting->participant[k]]++;
        }
    }
    return n;
}

/* "3 outside social hours, 2 during agenda items" */
static const char *absences_text(struct arena *arena, const struct event *event,
                                 int p)
{
    static const char *const text[N_ABSENCES] = {
        [ABSENCE_UNAVAILABLE] = PHRASE("%d in `unavailable` rows"),
        [ABSENCE_AGENDA] = PHRASE("%d during agenda items"),
        [ABSENCE_NOT_OFFERED] = PHRASE("%d outside the `available` rows"),
        [ABSENCE_UNSOCIAL] = PHRASE("%d outside social hours"),
    };
    int n[N_ABSENCES] = {0};
    for (int s = 0; s < event->n_slots; s++) {
        n[eligibility_absence(event, p, s)]++;
    }
    struct buf buf;
    buf_init(&buf, arena);
    for (int k = ABSENCE_NONE + 1; k < N_ABSENCES; k++) {
        if (n[k] > 0 && text[k]) {
            buf_add_text(&buf, buf.len > 0 ? phrase(", ") : "");
            buf_printf(&buf, phrase(text[k]), n[k]);
        }
    }
    return buf.data;
}

/* Of those who have cancelled everybody knows. */
static void judge_times(const struct event *event, const struct eligibility *elig,
                        struct findings *findings)
{
    int *n_meetings = count_meetings(findings->arena, event, elig);
    for (int p = 0; p < event->n_participants; p++) {
        const struct participant *who = &event->participant[p];
        const uint64_t *free = elig->free + (int64_t)p * elig->slot_words;
        if (n_meetings[p] > 0 && !who->cancelled && elig->n_slots > 0 &&
            bits_count(free, elig->slot_words) == 0) {
            findings_add(findings, SEVERITY_WARNING, who->place,
                         "no slot suits '%s' (meetings asked for: %d): %s, in time "
                         "zone %s; expected at least one slot that suits; add "
                         "`available` rows or move a session",
                         who->id, n_meetings[p],
                         absences_text(findings->arena, event, p), who->zone->name);
        }
    }
}

static int by_side_and_rank(const void *a, const void *b)
{
    const struct request *x = *(const struct request *const *)a;
    const struct request *y = *(const struct request *const *)b;
    if (x->from != y->from) {
        return x->from < y->from ? -1 : 1;
    }
    if (x->rank != y->rank) {
        return x->rank < y->rank ? -1 : 1;
    }
    return x < y ? -1 : x > y; /* as in the event's list */
}

static void judge_ranks(const struct event *event, struct findings *findings)
{
    struct arena *arena = findings->arena;
    const struct request **ranked =
        arena_new(arena, event->n_requests, const struct request *);
    int n = 0;
    for (int q = 0; q < event->n_requests; q++) {
        if (event->request[q].rank > 0 &&
            event_request_counts(event, &event->request[q])) {
            ranked[n++] = &event->request[q];
        }
    }
    if (n > 0) {
        qsort(ranked, (size_t)n, sizeof *ranked, by_side_and_rank);
    }
    for (int k = 1; k < n; k++) {
        const struct request *before = ranked[k - 1], *request = ranked[k];
        if (before->from == request->from && before->rank == request->rank) {
            struct place place = request->place;
            place.column = request->rank_column;
            findings_add(
                findings, SEVERITY_WARNING, place,
                "requests '%s' and '%s' of '%s' both have rank %d; expected "
                "one request per rank",
                before->id, request->id, event->participant[request->from].id,
                request->rank);
        }
    }
}

static void judge_contacts(const struct event *event, struct findings *findings)
{
    for (int p = 0; p < event->n_participants; p++) {
        const struct participant *who = &event->participant[p];
        if (who->n_contacts > 1 && who->parallel > who->n_contacts) {
            findings_add(
                findings, SEVERITY_WARNING, who->place,
                "'%s' can be in %d meetings at a time and has %d contacts, so "
                "that nobody attends some of them; expected a contact per "
                "meeting; add contacts or lower `parallel`",
                who->id, who->parallel, who->n_contacts);
        }
    }
}

/* Meetings are taken away as long as there is one without a meeting before it;
 * what is left holds a circle, which is told and then taken away, too. */
struct peeling {
    const struct event *event;
    const struct eligibility *elig;
    int *n_before; /* of meeting m that are left */
    int *first,
        *later; /* meetings after m: later[first[m]] .. later[first[m + 1]] */
    bool *gone;
    int *queue;
    int n_queued;
};

/* Turns the lists of earlier meetings around. */
static void peeling_init(struct peeling *peeling, struct arena *arena,
                         const struct event *event, const struct eligibility *elig)
{
    int n = elig->n_meetings, total = 0;
    *peeling = (struct peeling){.event = event, .elig = elig};
    peeling->n_before = arena_new(arena, n, int);
    peeling->first = arena_new(arena, n + 2, int);
    peeling->gone = arena_new(arena, n, bool);
    peeling->queue = arena_new(arena, n, int);
    for (int m = 0; m < n; m++) {
        const struct meeting *meeting = &elig->meeting[m];
        peeling->n_before[m] = meeting->n_after;
        total += meeting->n_after;
        for (int k = 0; k < meeting->n_after; k++) {
            peeling->first[meeting->after[k] + 2]++;
        }
    }
    for (int m = 0; m < n; m++) {
        peeling->first[m + 2] += peeling->first[m + 1];
    }
    peeling->later = arena_new(arena, total, int);
    for (int m = 0; m < n; m++) {
        const struct meeting *meeting = &elig->meeting[m];
        for (int k = 0; k < meeting->n_after; k++) {
            peeling->later[peeling->first[meeting->after[k] + 1]++] = m;
        }
    }
}

static void take_away(struct peeling *peeling, int m)
{
    if (!peeling->gone[m]) {
        peeling->gone[m] = true;
        peeling->queue[peeling->n_queued++] = m;
    }
}

/* Takes away all that waits for nothing any more. */
static void peel(struct peeling *peeling)
{
    while (peeling->n_queued > 0) {
        int m = peeling->queue[--peeling->n_queued];
        for (int k = peeling->first[m]; k < peeling->first[m + 1]; k++) {
            if (--peeling->n_before[peeling->later[k]] == 0) {
                take_away(peeling, peeling->later[k]);
            }
        }
    }
}

/* A meeting before m that is left. */
static int left_before(const struct peeling *peeling, int m)
{
    const struct meeting *meeting = &peeling->elig->meeting[m];
    int k = 0;
    while (peeling->gone[meeting->after[k]]) {
        k++;
    }
    return meeting->after[k];
}

/* The request of m that names one of meeting before, and which it names. */
static const struct request *find_link(const struct peeling *peeling, int m,
                                       int before, const struct request **named)
{
    const struct meeting *meeting = &peeling->elig->meeting[m];
    for (int i = 0; i < meeting->n_requests; i++) {
        const struct request *request =
            &peeling->event->request[meeting->request[i]];
        for (int k = 0;
             k < request->n_after && event_request_counts(peeling->event, request);
             k++) {
            if (peeling->elig->meeting_of_request[request->after[k]] == before) {
                *named = &peeling->event->request[request->after[k]];
                return request;
            }
        }
    }
    return NULL;
}

/* Tells of a circle, each of whose meetings is after the next. */
static void tell_circle(const struct peeling *peeling, const int *circle, int n,
                        struct findings *findings)
{
    const struct request *first = NULL;
    struct buf buf;
    buf_init(&buf, findings->arena);
    for (int k = 0; k < n; k++) {
        const struct request *named = NULL;
        const struct request *request =
            find_link(peeling, circle[k], circle[(k + 1) % n], &named);
        buf_add_text(&buf, first ? phrase(", ") : "");
        buf_printf(&buf, phrase("'%s' after '%s'"), request->id, named->id);
        first = first ? first : request;
    }
    assert(first);
    findings_add(
        findings, SEVERITY_WARNING, first->place,
        "requests wait for each other (%s), so that none of their meetings can "
        "be scheduled; expected `after` to name requests of earlier meetings; "
        "take one of them out",
        buf.data);
}

/* Walks back from m until it comes somewhere for the second time: what lies
 * between is a circle. Tells of it and takes it away. step and walk hold a number
 * per meeting, step is 0 for all. */
static void break_circle(struct peeling *peeling, int m, int *step, int *walk,
                         struct findings *findings)
{
    int n = 0, at = m;
    while (step[at] == 0) {
        walk[n++] = at;
        step[at] = n;
        at = left_before(peeling, at);
    }
    int start = step[at] - 1;
    tell_circle(peeling, walk + start, n - start, findings);
    for (int k = 0; k < n; k++) {
        step[walk[k]] = 0;
    }
    for (int k = start; k < n; k++) {
        take_away(peeling, walk[k]);
    }
}

static void judge_after(const struct event *event, const struct eligibility *elig,
                        struct findings *findings)
{
    struct peeling peeling;
    int *step = arena_new(findings->arena, elig->n_meetings, int);
    int *walk = arena_new(findings->arena, elig->n_meetings, int);
    peeling_init(&peeling, findings->arena, event, elig);
    for (int m = 0; m < elig->n_meetings; m++) {
        if (peeling.n_before[m] == 0) {
            take_away(&peeling, m);
        }
    }
    peel(&peeling);
    for (int m = 0; m < elig->n_meetings; m++) {
        while (!peeling.gone[m]) {
            break_circle(&peeling, m, step, walk, findings);
            peel(&peeling);
        }
    }
}

void eligibility_judge_people(const struct event *event,
                              const struct eligibility *elig,
                              struct findings *findings)
{
    judge_times(event, elig, findings);
    judge_ranks(event, findings);
    eligibility_judge_languages(event, elig, findings);
    judge_contacts(event, findings);
    judge_after(event, elig, findings);
}
