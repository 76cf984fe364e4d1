/* Warnings about what an event lacks: addresses, rooms and interpreters that its
 * meetings need, and meetings that it promises. */

#include <stdlib.h>
#include <string.h>

#include "scheduler/base/buf.h"
#include "scheduler/base/phrase.h"
#include "scheduler/model/eligibility_parts.h"

static bool is_wanted(const struct meeting *meeting)
{
    return meeting->n_counting > 0 && meeting->forbidden == FORBIDDEN_NOT;
}

static bool has_address(const struct participant *who)
{
    int k = 0;
    while (k < who->n_contacts && who->contact[k].email[0] == '\0') {
        k++;
    }
    return k < who->n_contacts;
}

/* "'a', 'b' and 7 more" */
static const char *names_text(struct arena *arena, const struct event *event,
                              const int *p, int n)
{
    enum { MOST = 5 };
    struct buf buf;
    int shown = n > MOST ? MOST : n;
    buf_init(&buf, arena);
    for (int k = 0; k < shown; k++) {
        buf_add_text(&buf, k == 0      ? ""
                           : k + 1 < n ? phrase(", ")
                                       : phrase(" and "));
        buf_printf(&buf, phrase("'%s'"), event->participant[p[k]].id);
    }
    if (n > shown) {
        buf_add_text(&buf, phrase(" and "));
        buf_printf(&buf, phrase("%d more"), n - shown);
    }
    return buf.data;
}

static void judge_reach(const struct event *event, struct findings *findings)
{
    int *p = arena_new(findings->arena, event->n_participants, int), n = 0;
    for (int k = 0; k < event->n_participants; k++) {
        const struct participant *who = &event->participant[k];
        if (!who->cancelled && !has_address(who)) {
            p[n++] = k;
        }
    }
    if (n > 0) {
        findings_add(
            findings, SEVERITY_WARNING, event->participant[p[0]].place,
            "nobody of %s gets an invite: no contact with an e-mail address; "
            "expected one for each participant; add `contacts` with `email`, or "
            "the column `contact_email`",
            names_text(findings->arena, event, p, n));
    }
}

/* Of several contacts, those without an address are easily overlooked. */
static void judge_contacts(const struct event *event, struct findings *findings)
{
    int *p = arena_new(findings->arena, event->n_participants, int), n = 0;
    for (int k = 0; k < event->n_participants; k++) {
        const struct participant *who = &event->participant[k];
        bool some_without = false;
        for (int c = 0; c < who->n_contacts; c++) {
            some_without |= who->contact[c].email[0] == '\0';
        }
        if (!who->cancelled && some_without && has_address(who)) {
            p[n++] = k;
        }
    }
    if (n > 0) {
        findings_add(findings, SEVERITY_WARNING, event->participant[p[0]].place,
                     "not every contact of %s gets an invite: some have no e-mail "
                     "address; expected one for each; add `email`, or in a table "
                     "`contact_email`",
                     names_text(findings->arena, event, p, n));
    }
}

struct address {
    const char *lower; /* the e-mail */
    int p;
    const struct contact *contact;
};

static int by_address(const void *left, const void *right)
{
    const struct address *a = left, *b = right;
    int order = strcmp(a->lower, b->lower);
    if (order == 0) {
        order = (a->p > b->p) - (a->p < b->p);
    }
    return order ? order : (a->contact > b->contact) - (a->contact < b->contact);
}

static struct address *sorted_addresses(struct arena *arena,
                                        const struct event *event, int *n)
{
    int most = 0;
    for (int p = 0; p < event->n_participants; p++) {
        most += event->participant[p].n_contacts;
    }
    struct address *address = arena_new(arena, most, struct address);
    *n = 0;
    for (int p = 0; p < event->n_participants; p++) {
        const struct participant *who = &event->participant[p];
        for (int k = 0; k < who->n_contacts && !who->cancelled; k++) {
            const char *email = who->contact[k].email;
            if (email[0] != '\0') {
                address[(*n)++] =
                    (struct address){text_lower(arena, email), p, &who->contact[k]};
            }
        }
    }
    if (*n > 0) {
        qsort(address, (size_t)*n, sizeof *address, by_address);
    }
    return address;
}

/* In a table at both rows, so that whoever looks at either sees it. */
static void tell_shared(const struct event *event, struct findings *findings,
                        const struct address *one, const struct address *two)
{
    const char *first = event->participant[one->p].id;
    const char *second = event->participant[two->p].id;
    const struct place *from = &one->contact->place, *to = &two->contact->place;
    findings_add(
        findings, SEVERITY_WARNING, *to,
        "'%s' has a contact '%s', as has '%s' (%s), so that one person may "
        "be in two meetings at a time; if they are the same, expected one "
        "of them; if not, an address for each",
        second, two->contact->email, first,
        eligibility_place_text(findings->arena, from));
    if (from->column > 0) {
        findings_add(findings, SEVERITY_WARNING, *from,
                     "this address of '%s' is that of a contact of '%s', too (%s)",
                     first, second, eligibility_place_text(findings->arena, to));
    }
}

static void judge_addresses(const struct event *event, struct findings *findings)
{
    int n;
    const struct address *address = sorted_addresses(findings->arena, event, &n);
    for (int k = 1; k < n; k++) {
        const struct address *one = &address[k - 1], *two = &address[k];
        const struct participant *second = &event->participant[two->p];
        if (strcmp(one->lower, two->lower) != 0) {
            continue;
        }
        if (one->p == two->p) {
            findings_add(findings, SEVERITY_WARNING, two->contact->place,
                         "contacts of '%s' share the address '%s', which gets "
                         "each invite once for each of them; expected an address "
                         "each; leave out one",
                         second->id, two->contact->email);
        } else {
            tell_shared(event, findings, one, two);
        }
    }
}

static bool some_room_has(const struct event *event, const char *feature)
{
    int r = 0;
    while (r < event->n_rooms && !strings_has(&event->room[r].features, feature)) {
        r++;
    }
    return r < event->n_rooms;
}

/* Each feature that is missing is told once, where it is asked for first. */
static void judge_features(const struct event *event,
                           const struct eligibility *elig,
                           struct findings *findings)
{
    struct strings told = {0};
    int capacity = 0;
    for (int q = 0; q < event->n_requests; q++) {
        const struct request *request = &event->request[q];
        const struct meeting *meeting = &elig->meeting[elig->meeting_of_request[q]];
        for (int k = 0; k < request->room_features.n; k++) {
            const char *feature = request->room_features.text[k];
            if (!is_wanted(meeting) ||
                !strings_has(&meeting->room_features, feature) ||
                strings_has(&told, feature) || some_room_has(event, feature)) {
                continue;
            }
            told.text = arena_grow(findings->arena, told.text, told.n, &capacity,
                                   sizeof *told.text);
            told.text[told.n++] = feature;
            findings_add(
                findings, SEVERITY_WARNING, request->place,
                "request '%s' asks for a room with '%s', which no room has, so "
                "that its meeting cannot be scheduled; expected one of the rooms' "
                "`features`, as they write it",
                request->id, feature);
        }
    }
}

static void judge_interpreted_rooms(const struct event *event,
                                    const struct eligibility *elig,
                                    struct findings *findings)
{
    const char *feature = event->rules.interpreted_room_feature;
    int n = 0;
    if (feature[0] == '\0' || some_room_has(event, feature)) {
        return;
    }
    for (int m = 0; m < elig->n_meetings; m++) {
        n += is_wanted(&elig->meeting[m]) && elig->meeting[m].needs_interpreter;
    }
    struct place place = {.file = event->file,
                          .field = "rules.interpreted_room_feature"};
    findings_add(
        findings, SEVERITY_WARNING, place,
        "no room has '%s', which meetings with an interpreter need (%d wanted "
        "now); expected one of the rooms' `features`, as they write it",
        feature, n);
}

/* How many meetings each participant can be in at most, as far as they and their
 * partners alone are concerned. */
static int *count_possible(struct arena *arena, const struct event *event,
                           const struct eligibility *elig)
{
    int *n = arena_new(arena, event->n_participants, int);
    for (int m = 0; m < elig->n_meetings; m++) {
        const struct meeting *meeting = &elig->meeting[m];
        for (int k = 0; k < meeting->n_participants && meeting->possible; k++) {
            n[meeting->participant[k]]++;
        }
    }
    for (int p = 0; p < event->n_participants; p++) {
        const struct participant *who = &event->participant[p];
        const uint64_t *free = elig->free + (int64_t)p * elig->slot_words;
        int64_t most = (int64_t)bits_count(free, elig->slot_words) * who->parallel;
        if (who->max_meetings != NO_LIMIT && who->max_meetings < most) {
            most = who->max_meetings;
        }
        n[p] = n[p] > most ? (int)most : n[p];
    }
    return n;
}

/* Who has a promise of their own is told by name. The rule's is everybody's: that
 * it cannot be kept for some is told once, and only if it was chosen. */
static void judge_promises(const struct event *event,
                           const struct eligibility *elig,
                           struct findings *findings)
{
    struct arena *arena = findings->arena;
    const int *possible = count_possible(arena, event, elig);
    int *p = arena_new(arena, event->n_participants, int), n = 0;
    int rule = event->rules.min_meetings;
    for (int k = 0; k < event->n_participants; k++) {
        const struct participant *who = &event->participant[k];
        bool is_known =
            who->max_meetings != NO_LIMIT && who->min_meetings > who->max_meetings;
        if (who->cancelled || is_known || who->min_meetings <= possible[k]) {
            continue;
        }
        if (who->min_meetings > rule) {
            findings_add(findings, SEVERITY_WARNING, who->place,
                         who->min_meetings == 1
                             ? "'%s' is promised %d meeting (`min_meetings`), and "
                               "at most %d can be held; expected no more than "
                               "that; add requests or times, or lower it"
                             : "'%s' is promised %d meetings (`min_meetings`), and "
                               "at most %d can be held; expected no more than "
                               "that; add requests or times, or lower it",
                         who->id, who->min_meetings, possible[k]);
        } else if (who->min_meetings == rule && rule > 1) {
            p[n++] = k;
        }
    }
    if (n > 0) {
        findings_add(
            findings, SEVERITY_WARNING,
            (struct place){.file = event->file, .field = "rules.min_meetings"},
            "promises everybody %d meetings, and fewer can be held for %s; "
            "expected no more than can be; add requests or times, or lower it",
            rule, names_text(arena, event, p, n));
    }
}

void eligibility_judge_means(const struct event *event,
                             const struct eligibility *elig,
                             struct findings *findings)
{
    judge_reach(event, findings);
    judge_contacts(event, findings);
    judge_addresses(event, findings);
    judge_features(event, elig, findings);
    judge_interpreted_rooms(event, elig, findings);
    judge_promises(event, elig, findings);
}
