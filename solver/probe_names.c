#include "solver/probe_names.h"

#include "solver/lists.h"

void probe_names_init(struct arena *arena, const struct problem *problem,
                      const struct solution *solution, int n,
                      struct probe_names *names)
{
    int words = problem->rooms->n_words, n_interpreters = problem->n_interpreters;
    *names = (struct probe_names){
        .problem = problem,
        .rooms = arena_new(arena, (int64_t)problem->n_slots * words, uint64_t),
        .interpreters = arena_new(
            arena, (int64_t)n_interpreters * problem->slot_words, uint64_t),
        .n_interpreted = arena_new(arena, n_interpreters, int),
    };
    lists_find_sessions(arena, problem, &names->session_first, &names->session_end);
    for (int m = 0; m < n; m++) {
        int s = solution->slot[m], r = solution->room[m];
        int i = solution->interpreter[m];
        if (s >= 0 && r >= 0) {
            bits_add(names->rooms + (int64_t)s * words, r);
        }
        if (s >= 0 && i >= 0) {
            bits_add(names->interpreters + (int64_t)i * problem->slot_words, s);
            names->n_interpreted[i]++;
        }
    }
}

static bool room_is_free(const struct probe_names *names, int set, int s)
{
    const struct set_family *rooms = names->problem->rooms;
    const uint64_t *taken = names->rooms + (int64_t)s * rooms->n_words;
    bool is_free = set < 0;
    for (int w = 0; w < rooms->n_words && !is_free; w++) {
        is_free = (set_family_at(rooms, set)[w] & ~taken[w]) != 0;
    }
    return is_free;
}

/* How many slots in a row would be busy with s. */
static int run_with(const struct probe_names *names, const uint64_t *busy, int s)
{
    int first = s, end = s + 1;
    while (first > names->session_first[s] && bits_has(busy, first - 1)) {
        first--;
    }
    while (end < names->session_end[s] && bits_has(busy, end)) {
        end++;
    }
    return end - first;
}

static bool can_interpret(const struct probe_names *names, int i, int s)
{
    const struct problem *problem = names->problem;
    const uint64_t *busy = names->interpreters + (int64_t)i * problem->slot_words;
    int most = problem->interpreter_max_meetings[i];
    int longest = problem_longest_work(problem, i, s);
    return !bits_has(busy, s) &&
           (most == PROBLEM_NO_LIMIT || names->n_interpreted[i] < most) &&
           (longest == PROBLEM_NO_LIMIT || run_with(names, busy, s) <= longest);
}

bool probe_names_are_free(const struct probe_names *names, int g, int s)
{
    const struct problem *problem = names->problem;
    int64_t cell = (int64_t)g * problem->n_slots + s;
    int set = problem->interpreter_set[cell];
    bool is_free = set < 0;
    for (int i = 0; i < problem->n_interpreters && !is_free; i++) {
        is_free = bits_has(set_family_at(problem->interpreters, set), i) &&
                  can_interpret(names, i, s);
    }
    return is_free && room_is_free(names, problem->room_set[cell], s);
}
