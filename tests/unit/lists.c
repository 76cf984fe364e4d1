#include "solver/lists.h"

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/small_problem.h"

/* "0 2|1||" */
static const char *to_text(struct arena *arena, const struct lists *lists, int n)
{
    const char *text = "";
    for (int k = 0; k < n; k++) {
        for (int e = lists->start[k]; e < lists->start[k + 1]; e++) {
            text = arena_printf(arena, "%s%s%d", text,
                                e > lists->start[k] ? " " : "", lists->item[e]);
        }
        text = arena_printf(arena, "%s|", text);
    }
    return text;
}

static void test_invert(struct arena arena)
{
    int start[] = {0, 2, 2, 5}, item[] = {3, 0, 0, 1, 3};
    const struct lists lists = {start, item};
    struct lists inverse = lists_invert(&arena, &lists, 3, 5);
    CHECK_TEXT(to_text(&arena, &inverse, 5), "0 2|2||0 2||");
    CHECK_INT(lists_length(&inverse, 0), 2);
    CHECK_INT(lists_length(&inverse, 2), 0);
    struct lists back = lists_invert(&arena, &inverse, 5, 3);
    CHECK_TEXT(to_text(&arena, &back, 3), "0 3||0 1 3|");
    struct lists none = lists_invert(&arena, &lists, 0, 2);
    CHECK_TEXT(to_text(&arena, &none, 2), "||");
}

static void test_slots(struct arena arena)
{
    struct problem *problem = small_problem(&arena, 64, "01 02 03");
    problem->domain[0] = (uint64_t)1 << 63 | 1;
    problem->domain[1] = 0;
    problem->domain[2] = 6;
    struct lists slots = lists_of_slots(&arena, problem);
    CHECK_TEXT(to_text(&arena, &slots, 3), "0 63||1 2|");
}

static void expect_sessions(struct arena arena, const char *sessions,
                            const char *expected)
{
    struct problem problem = {.n_slots = (int)strlen(sessions)};
    problem.session = arena_new(&arena, problem.n_slots, int);
    const char *text = "";
    int *first, *end;
    for (int s = 0; s < problem.n_slots; s++) {
        problem.session[s] = sessions[s] - '0';
    }
    lists_find_sessions(&arena, &problem, &first, &end);
    for (int s = 0; s < problem.n_slots; s++) {
        text = arena_printf(&arena, "%s%d-%d ", text, first[s], end[s]);
    }
    CHECK_TEXT(text, expected);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_invert(arena);
    test_slots(arena);
    expect_sessions(arena, "", "");
    expect_sessions(arena, "0", "0-1 ");
    expect_sessions(arena, "000", "0-3 0-3 0-3 ");
    expect_sessions(arena, "00122", "0-2 0-2 2-3 3-5 3-5 ");
    arena_finish(&arena);
    return check_report();
}
