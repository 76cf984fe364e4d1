#include "tests/support/small_problem.h"

/* The set of 0 .. n - 1, n up to 64. */
static uint64_t first_bits(int n)
{
    return n == 0 ? 0 : UINT64_MAX >> (64 - n);
}

static int *fill(struct arena *arena, int n, int value)
{
    int *array = arena_new(arena, n, int);
    for (int i = 0; i < n; i++) {
        array[i] = value;
    }
    return array;
}

/* Reads "01 023" into lists; the number of the last participant sets theirs. */
static void read_meetings(struct arena *arena, const char *text,
                          struct problem *problem)
{
    int n_chars = 0;
    while (text[n_chars] != '\0') {
        n_chars++;
    }
    struct lists *lists = &problem->participants;
    lists->start = arena_new(arena, n_chars + 2, int);
    lists->item = arena_new(arena, n_chars, int);
    problem->n_meetings = 1;
    for (const char *c = text; *c != '\0'; c++) {
        int *end = &lists->start[problem->n_meetings];
        if (*c == ' ') {
            end[1] = *end;
            problem->n_meetings++;
            continue;
        }
        int p = *c - '0';
        lists->item[(*end)++] = p;
        if (p >= problem->n_participants) {
            problem->n_participants = p + 1;
        }
    }
}

static struct set_family *no_sets(struct arena *arena)
{
    struct set_family *family = arena_new(arena, 1, struct set_family);
    set_family_init(family, 0);
    return family;
}

static void add_past(struct arena *arena, struct problem *problem)
{
    int n = problem->n_meetings;
    problem->had_previous = arena_new(arena, n, bool);
    problem->previous_slot = fill(arena, n, -1);
    problem->previous_room = fill(arena, n, -1);
    problem->previous_interpreter = fill(arena, n, -1);
    problem->previous_can_be_same = arena_new(arena, n, bool);
}

struct problem *small_problem(struct arena *arena, int n_slots,
                              const char *meetings)
{
    struct problem *problem = arena_new(arena, 1, struct problem);
    problem->n_slots = n_slots;
    problem->slot_words = 1;
    problem->session = arena_new(arena, n_slots, int);
    read_meetings(arena, meetings, problem);
    int n_p = problem->n_participants, n_m = problem->n_meetings;
    problem->parallel = fill(arena, n_p, 1);
    problem->min_meetings = fill(arena, n_p, 0);
    problem->max_meetings = fill(arena, n_p, PROBLEM_NO_LIMIT);
    problem->max_consecutive = fill(arena, n_p, PROBLEM_NO_LIMIT);
    problem->max_gaps = fill(arena, n_p, PROBLEM_NO_LIMIT);
    problem->cost = fill(arena, n_p * n_slots, 0);
    problem->value = arena_new(arena, n_m, int64_t);
    problem->must = arena_new(arena, n_m, bool);
    problem->domain = arena_new(arena, n_m, uint64_t);
    for (int m = 0; m < n_m; m++) {
        problem->value[m] = 1;
        problem->domain[m] = first_bits(n_slots);
    }
    problem->after.start = arena_new(arena, n_m + 1, int);
    problem->after.item = arena_new(arena, n_m * n_m, int);
    problem->rooms = no_sets(arena);
    problem->interpreters = no_sets(arena);
    problem->room_set = fill(arena, n_m * n_slots, -1);
    problem->interpreter_set = fill(arena, n_m * n_slots, -1);
    problem->interpreter_max_meetings = fill(arena, 0, 0);
    problem->interpreter_max_consecutive = fill(arena, 0, 0);
    add_past(arena, problem);
    return problem;
}

void small_problem_domain(struct problem *problem, int m, uint64_t slots)
{
    problem->domain[m] = slots;
}

void small_problem_after(struct problem *problem, int m, int earlier)
{
    struct lists *after = &problem->after;
    after->item[after->start[problem->n_meetings]] = earlier;
    for (int k = m + 1; k <= problem->n_meetings; k++) {
        after->start[k]++;
    }
}

static struct set_family *
family_of(struct arena *arena, const struct problem *problem, int n, int *set_of)
{
    struct set_family *family = arena_new(arena, 1, struct set_family);
    uint64_t all = first_bits(n);
    set_family_init(family, n);
    int set = set_family_add(family, arena, &all);
    for (int k = 0; k < problem->n_meetings * problem->n_slots; k++) {
        set_of[k] = set;
    }
    return family;
}

/* Families are const in problems; here they are still being made. */
static void narrow(struct arena *arena, const struct problem *problem, int m,
                   const struct set_family *family, uint64_t members, int *set_of)
{
    int set = -1;
    if (members != 0) {
        set =
            set_family_add((struct set_family *)(uintptr_t)family, arena, &members);
    }
    for (int s = 0; s < problem->n_slots; s++) {
        set_of[m * problem->n_slots + s] = set;
    }
}

void small_problem_rooms(struct arena *arena, struct problem *problem, int n)
{
    problem->n_rooms = n;
    problem->rooms = family_of(arena, problem, n, problem->room_set);
}

void small_problem_fit_room(struct arena *arena, struct problem *problem, int m,
                            uint64_t rooms)
{
    narrow(arena, problem, m, problem->rooms, rooms, problem->room_set);
}

void small_problem_interpreters(struct arena *arena, struct problem *problem, int n)
{
    problem->n_interpreters = n;
    problem->interpreters = family_of(arena, problem, n, problem->interpreter_set);
    problem->interpreter_max_meetings = fill(arena, n, PROBLEM_NO_LIMIT);
    problem->interpreter_max_consecutive = fill(arena, n, PROBLEM_NO_LIMIT);
}

void small_problem_fit_interpreter(struct arena *arena, struct problem *problem,
                                   int m, uint64_t interpreters)
{
    narrow(arena, problem, m, problem->interpreters, interpreters,
           problem->interpreter_set);
}

void small_problem_past(struct problem *problem, int m, int slot, int room,
                        int interpreter)
{
    problem->had_previous[m] = true;
    problem->previous_slot[m] = slot;
    problem->previous_room[m] = room;
    problem->previous_interpreter[m] = interpreter;
    problem->previous_can_be_same[m] = true;
}
