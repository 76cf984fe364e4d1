/* What random_event() makes is valid, and the order of its lists means nothing. */

#include "tests/support/random_event.h"

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/event_folder.h"
#include "tests/support/event_invariants.h"
#include "tests/support/event_text.h"
#include "tests/support/mutate.h"

enum { N_SEEDS = 300, N_ORDERS = 3 };

/* Prints the lines in which two texts differ first. */
static void print_difference(const char *a, const char *b)
{
    while (*a && *b) {
        size_t n_a = strcspn(a, "\n"), n_b = strcspn(b, "\n");
        if (n_a != n_b || memcmp(a, b, n_a) != 0) {
            printf("  %.*s\n  %.*s\n", (int)n_a, a, (int)n_b, b);
            return;
        }
        a += n_a + (a[n_a] != '\0');
        b += n_b + (b[n_b] != '\0');
    }
}

static bool line_has(const char *line, size_t len, const char *word)
{
    const char *at = strstr(line, word);
    return at && at < line + len;
}

static bool has_errors(const char *findings)
{
    while (*findings) {
        size_t len = strcspn(findings, "\n");
        if (!line_has(findings, len, ": warning: ") &&
            !line_has(findings, len, ": note: ")) {
            return true;
        }
        findings += len + (findings[len] != '\0');
    }
    return false;
}

/* Damaged events are read too: to errors, or to an event in order. */
static void check_damaged(struct arena *arena, uint64_t seed, const char *json)
{
    enum { N_DAMAGED = 10 };
    struct rng rng;
    rng_init(&rng, seed);
    for (int k = 0; k < N_DAMAGED; k++) {
        struct buf text;
        struct event event;
        buf_init(&text, arena);
        buf_add_text(&text, json);
        mutate(&rng, "\"{}[],:0123456789-TZ;nulfrom", &text);
        const char *found = event_folder_read(arena, text.data, &event);
        const char *broken =
            has_errors(found) ? NULL : event_broken_invariant(&event);
        if (!CHECK(!broken)) {
            printf("seed %llu damage %d: %s\n", (unsigned long long)seed, k,
                   broken);
        }
    }
}

/* True if anything of this kind was seen: else a maker has gone silent. */
struct seen {
    int locks, forbids, interpreters, agenda, groups, after, met, cancelled,
        windows, avoid, ranks, hours, features;
    int barred, barring, idle; /* max_meetings 0: one, all, an interpreter */
};

static void look(const struct event *event, struct seen *seen)
{
    seen->agenda += event->n_agenda;
    seen->interpreters += event->n_interpreters;
    seen->met += event->n_met_before;
    seen->hours += event->rules.n_social_hours != 3 ||
                   event->rules.social_hours_otherwise != UNSOCIAL_NEVER;
    for (int k = 0; k < event->n_locks; k++) {
        seen->locks += event->lock[k].kind == LOCK_KEEP;
        seen->forbids += event->lock[k].kind == LOCK_FORBID;
    }
    for (int p = 0; p < event->n_participants; p++) {
        seen->cancelled += event->participant[p].cancelled;
        seen->avoid += event->participant[p].avoid.n;
    }
    seen->barring += event->rules.max_meetings == 0;
    for (int p = 0; p < event->n_participants; p++) {
        seen->barred += event->participant[p].max_meetings == 0 &&
                        event->rules.max_meetings != 0;
    }
    for (int i = 0; i < event->n_interpreters; i++) {
        seen->idle += event->interpreter[i].max_meetings == 0;
    }
    for (int r = 0; r < event->n_rooms; r++) {
        seen->windows += event->room[r].available.n;
    }
    for (int q = 0; q < event->n_requests; q++) {
        seen->groups += event->request[q].n_also;
        seen->after += event->request[q].n_after;
        seen->ranks += event->request[q].rank > 0;
        seen->features += event->request[q].room_features.n;
    }
}

static void check_seed(uint64_t seed, struct seen *seen)
{
    struct arena arena;
    struct event event;
    arena_init(&arena);
    const char *json = random_event(&arena, seed, 0);
    const char *found = event_folder_read(&arena, json, &event);
    if (!CHECK(!has_errors(found))) {
        printf("seed %llu:\n%s", (unsigned long long)seed, found);
        arena_finish(&arena);
        return;
    }
    look(&event, seen);
    CHECK(event_broken_invariant(&event) == NULL);
    check_damaged(&arena, seed, json);
    const char *text = event_text(&arena, &event);
    for (uint64_t order = 1; order <= N_ORDERS; order++) {
        struct event other;
        json = random_event(&arena, seed, order);
        found = event_folder_read(&arena, json, &other);
        if (!CHECK(!has_errors(found))) {
            printf("seed %llu order %d:\n%s", (unsigned long long)seed, (int)order,
                   found);
            continue;
        }
        const char *again = event_text(&arena, &other);
        if (!CHECK(strcmp(text, again) == 0)) {
            printf("seed %llu order %d:\n", (unsigned long long)seed, (int)order);
            print_difference(text, again);
        }
    }
    arena_finish(&arena);
}

int main(void)
{
    struct event_folder folder;
    struct seen seen = {0};
    event_folder_enter(&folder);
    for (uint64_t seed = 1; seed <= N_SEEDS; seed++) {
        check_seed(seed, &seen);
    }
    event_folder_leave(&folder);
    CHECK(seen.locks > 0);
    CHECK(seen.forbids > 0);
    CHECK(seen.interpreters > 0);
    CHECK(seen.agenda > 0);
    CHECK(seen.groups > 0);
    CHECK(seen.after > 0);
    CHECK(seen.met > 0);
    CHECK(seen.cancelled > 0);
    CHECK(seen.windows > 0);
    CHECK(seen.avoid > 0);
    CHECK(seen.ranks > 0);
    CHECK(seen.hours > 0);
    CHECK(seen.features > 0);
    CHECK(seen.barred > 0);
    CHECK(seen.barring > 0);
    CHECK(seen.idle > 0);
    return check_report();
}
