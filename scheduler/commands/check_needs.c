#include "scheduler/commands/check_needs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/bits.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"
#include "scheduler/commands/clock.h"
#include "scheduler/model/extra_time.h"

enum {
    MOST_SHOWN = 10, /* lines of a list */
    MOST_NAMED = 4,  /* ids in a line */
};

/* ", ", " and " or nothing before the k-th of n. */
static const char *joint(int k, int n)
{
    return k == 0 ? "" : k + 1 == n ? phrase(" and ") : phrase(", ");
}

/* "R1, R2 and 3 more" */
static void print_ids(const char *const *id, int n)
{
    int shown = n > MOST_NAMED + 1 ? MOST_NAMED : n;
    for (int k = 0; k < shown; k++) {
        printf("%s%s", joint(k, n), id[k]);
    }
    if (shown < n) {
        printf("%s", phrase(" and "));
        printf(phrase("%d more"), n - shown);
    }
}

static const char *member_id(const struct event *event, enum plan_need_kind kind,
                             int k)
{
    return kind == NEED_ROOMS ? event->room[k].id : event->interpreter[k].id;
}

/* " (9 of them only in m-01 and m-02, where 4 fit)", unless these are all slots. */
static void print_tight(struct arena scratch, const struct event *event,
                        const struct plan_need *need)
{
    const char **id = arena_new(&scratch, event->n_slots, const char *);
    int n = 0;
    for (int s = 0; need->slot && s < event->n_slots; s++) {
        if (bits_has(need->slot, s)) {
            id[n++] = event->slot[s].id;
        }
    }
    if (n > 0 && need->n_tight < need->needed) {
        printf(phrase(" (%d of them only in "), need->n_tight);
        print_ids(id, n);
        printf(phrase(", where %d fit%s)"), need->tight_limit,
               need->tight_limit == 1 ? "s" : "");
    }
}

static void print_member_need(const struct job *job, const struct plan_need *need)
{
    const struct event *event = &job->event;
    struct arena scratch = job->arena;
    bool are_rooms = need->kind == NEED_ROOMS;
    int n_all = are_rooms ? event->n_rooms : event->n_interpreters, n = 0;
    const char **id = arena_new(&scratch, n_all, const char *);
    for (int k = 0; k < n_all; k++) {
        if (bits_has(need->member, k)) {
            id[n++] = member_id(event, need->kind, k);
        }
    }
    printf(phrase(are_rooms ? "    for %d of them only " : "    %d of them need "),
           need->needed);
    print_ids(id, n);
    printf(phrase(are_rooms ? " will do, which can take %d, %d too few"
                            : ", who can take %d, %d too few"),
           need->limit, need->needed - need->limit);
    print_tight(scratch, event, need);
    putchar('\n');
}

void check_needs_print_members(const struct job *job,
                               const struct plan_needs *needs,
                               enum plan_need_kind kind)
{
    int n = 0;
    for (int k = 0; k < needs->n && n < MOST_SHOWN; k++) {
        const struct plan_need *need = &needs->need[k];
        if (need->kind == kind && !need->are_all) {
            print_member_need(job, need);
            n++;
        }
    }
}

static struct strings list_sides(struct arena *arena, const struct event *event)
{
    struct strings sides = {arena_new(arena, event->n_participants, const char *),
                            0};
    for (int p = 0; p < event->n_participants; p++) {
        if (event->participant[p].side[0] != '\0') {
            sides.text[sides.n++] = event->participant[p].side;
        }
    }
    strings_sort_once(&sides);
    return sides;
}

/* wanted[p]: possible meetings of p. */
static int *count_wanted(struct arena *arena, const struct job *job)
{
    int *wanted = arena_new(arena, job->event.n_participants, int);
    for (int m = 0; m < job->elig.n_meetings; m++) {
        const struct meeting *meeting = &job->elig.meeting[m];
        for (int k = 0; meeting->possible && k < meeting->n_participants; k++) {
            wanted[meeting->participant[k]]++;
        }
    }
    return wanted;
}

static void print_side(const struct job *job, const struct plan_needs *needs,
                       const int *wanted, const char *side)
{
    int n_people = 0, n_wanted = 0, most = 0;
    for (int p = 0; p < job->event.n_participants; p++) {
        const struct participant *who = &job->event.participant[p];
        if (strcmp(who->side, side) == 0 && !who->cancelled) {
            n_people++;
            n_wanted += wanted[p];
            most += needs->most[p];
        }
    }
    printf(phrase("  side %s: %d participant%s, wanted in %d meeting%s together, "
                  "time for %d\n"),
           side, n_people, text_s(n_people), n_wanted, text_s(n_wanted), most);
}

void check_needs_print_sides(const struct job *job, const struct plan_needs *needs)
{
    struct arena scratch = job->arena;
    struct strings sides = list_sides(&scratch, &job->event);
    const int *wanted = count_wanted(&scratch, job);
    for (int k = 0; k < sides.n && sides.n > 1; k++) {
        print_side(job, needs, wanted, sides.text[k]);
    }
}

/* The most overbooked first. */
static int compare_needs(const void *a, const void *b)
{
    const struct plan_need *x = a, *y = b;
    int x_over = x->needed - x->limit, y_over = y->needed - y->limit;
    return x_over != y_over ? (x_over > y_over ? -1 : 1) : x->p - y->p;
}

static struct plan_need *sort_people(struct arena *arena,
                                     const struct plan_needs *needs, int *n)
{
    struct plan_need *sorted = arena_new(arena, needs->n, struct plan_need);
    *n = 0;
    for (int k = 0; k < needs->n; k++) {
        if (needs->need[k].p >= 0) {
            sorted[(*n)++] = needs->need[k];
        }
    }
    if (*n > 0) {
        qsort(sorted, (size_t)*n, sizeof *sorted, compare_needs);
    }
    return sorted;
}

static void print_person(struct arena scratch, const struct event *event,
                         const struct plan_need *need)
{
    const struct participant *who = &event->participant[need->p];
    printf(phrase("  %-24s %3d meeting%s possible, time for %d"), who->id,
           need->needed, text_s(need->needed), need->limit);
    if (need->kind == NEED_LIMIT) {
        printf(" (`max_meetings`)");
    } else if (need->kind == NEED_PAUSES) {
        printf(" (`max_consecutive` %d)", who->max_consecutive);
    }
    print_tight(scratch, event, need);
    printf("%s%s\n", who->organisation[0] != '\0' ? ": " : "", who->organisation);
}

void check_needs_print_people(const struct job *job, const struct plan_needs *needs)
{
    struct arena scratch = job->arena;
    int n;
    const struct plan_need *need = sort_people(&scratch, needs, &n);
    if (n == 0) {
        printf("%s", phrase("\n  nobody is wanted in more meetings than they have "
                            "time for\n"));
        return;
    }
    printf(phrase(n == 1
                      ? "\n  %d participant is wanted in more meetings than they "
                        "have time for%s\n"
                      : "\n  %d participants are wanted in more meetings than "
                        "they have time for%s\n"),
           n, phrase(n > MOST_SHOWN ? "; the first:" : ":"));
    for (int k = 0; k < n && k < MOST_SHOWN; k++) {
        print_person(scratch, &job->event, &need[k]);
    }
}

struct apart { /* a meeting without a common slot */
    int m;
    bool has_remedy;
    struct extra_time extra;
};

/* What takes least comes first. */
static int compare_apart(const void *a, const void *b)
{
    const struct apart *x = a, *y = b;
    if (x->has_remedy != y->has_remedy) {
        return x->has_remedy ? -1 : 1;
    }
    if (x->extra.total_s != y->extra.total_s) {
        return x->extra.total_s < y->extra.total_s ? -1 : 1;
    }
    return x->m - y->m;
}

static struct apart *find_apart(struct arena *arena, const struct job *job, int *n)
{
    struct apart *apart = arena_new(arena, job->elig.n_meetings, struct apart);
    *n = 0;
    for (int m = 0; m < job->elig.n_meetings; m++) {
        if (extra_time_is_missing(&job->event, &job->elig, m)) {
            struct apart *one = &apart[(*n)++];
            one->m = m;
            one->has_remedy =
                extra_time_find(arena, &job->event, &job->elig, m, &one->extra);
        }
    }
    if (*n > 0) {
        qsort(apart, (size_t)*n, sizeof *apart, compare_apart);
    }
    return apart;
}

/* "20 minutes of gifu and 5 of lyon in m-04, Tue 18 May 10:15 Brussels" */
static void print_extra(struct arena scratch, const struct event *event,
                        const struct extra_time *extra)
{
    const struct slot *slot = &event->slot[extra->s];
    for (int k = 0; k < extra->n; k++) {
        int64_t minutes = (extra->own_s[k] + 59) / 60;
        printf("%s", joint(k, extra->n));
        printf(phrase(k > 0          ? "%lld of %s"
                      : minutes == 1 ? "%lld minute of %s"
                                     : "%lld minutes of %s"),
               (long long)minutes, event->participant[extra->p[k]].id);
    }
    printf(phrase(" in %s, %s"), slot->id,
           clock_all_text(&scratch, event, slot->start_s));
}

static void print_apart(struct arena scratch, const struct job *job,
                        const struct apart *apart)
{
    const struct meeting *meeting = &job->elig.meeting[apart->m];
    printf("  ");
    for (int k = 0; k < meeting->n_participants; k++) {
        printf("%s%s", joint(k, meeting->n_participants),
               job->event.participant[meeting->participant[k]].id);
    }
    printf(": ");
    if (apart->has_remedy) {
        print_extra(scratch, &job->event, &apart->extra);
    } else {
        printf("%s", phrase("more time would not do"));
    }
    putchar('\n');
}

void check_needs_print_pairs(const struct job *job)
{
    struct arena scratch = job->arena;
    int n;
    const struct apart *apart = find_apart(&scratch, job, &n);
    if (n == 0) {
        return;
    }
    printf(phrase(n == 1
                      ? "\n  %d wanted meeting has no slot in which all are free; "
                        "so much more time would give one%s\n"
                      : "\n  %d wanted meetings have no slot in which all are "
                        "free; so much more time would give one%s\n"),
           n, phrase(n > MOST_SHOWN ? "; the first:" : ":"));
    for (int k = 0; k < n && k < MOST_SHOWN; k++) {
        print_apart(scratch, job, &apart[k]);
    }
}
