/* The canonical text of an event: the order in which people wrote things does not
 * change it, and it reads back as the same event.
 *
 * canonical_event [SEED]: all usual seeds, or that one alone. */

#include "io/json_event.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/check.h"
#include "tests/support/event_folder.h"
#include "tests/support/event_text.h"
#include "tests/support/random_event.h"

enum { USUAL_SEEDS = 200, N_ORDERS = 2 };

static void check_same(uint64_t seed, const char *what, const char *got,
                       const char *expected)
{
    if (!CHECK(strcmp(got, expected) == 0)) {
        printf("  seed %llu, %s:\n%s\n%s\n", (unsigned long long)seed, what, got,
               expected);
    }
}

static void check_seed(uint64_t seed)
{
    struct arena arena;
    struct event event, again;
    arena_init(&arena);
    event_folder_read(&arena, random_event(&arena, seed, 0), &event);
    const char *text = json_event_text(&arena, &event);
    for (uint64_t order = 1; order <= N_ORDERS; order++) {
        event_folder_read(&arena, random_event(&arena, seed, order), &again);
        check_same(seed, "another order", json_event_text(&arena, &again), text);
    }
    event_folder_read(&arena, text, &again);
    check_same(seed, "the event read back", event_text(&arena, &again),
               event_text(&arena, &event));
    check_same(seed, "the text read back", json_event_text(&arena, &again), text);
    arena_finish(&arena);
}

int main(int argc, char **argv)
{
    struct event_folder folder;
    event_folder_enter(&folder);
    if (argc > 1) {
        check_seed(strtoull(argv[1], NULL, 10));
    }
    for (uint64_t seed = 1; argc == 1 && seed <= USUAL_SEEDS; seed++) {
        check_seed(seed);
    }
    event_folder_leave(&folder);
    return check_report();
}
