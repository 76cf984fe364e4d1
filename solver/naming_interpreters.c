/* Keeping: one assignment per slot (assignment.h). Whom a meeting had before weighs
 * more than all else; then those who have rested longest come first, so that runs
 * are short and later slots find somebody. */

#include "solver/naming_interpreters.h"

#include "scheduler/base/bits.h"
#include "solver/assignment.h"

enum { WEIGHT_KEPT = 4096, LONGEST_REST = 15 };

static void clear(const struct problem *problem, int *interpreter)
{
    for (int m = 0; m < problem->n_meetings; m++) {
        interpreter[m] = -1;
    }
}

void naming_deal_interpreters(struct arena scratch, const struct state *state,
                              const struct incumbent *incumbent,
                              const struct lists *at, int *interpreter)
{
    const struct problem *problem = state->problem;
    const struct pool *pool = state->pool[POOL_INTERPRETERS];
    int *turn = arena_new(&scratch, pool->n_classes, int);
    clear(problem, interpreter);
    for (int k = 0; k < at->start[problem->n_slots]; k++) {
        int m = at->item[k];
        int c = incumbent->taken[POOL_INTERPRETERS][m];
        if (c >= 0) {
            interpreter[m] = pool->member[pool->first[c] + turn[c]];
            turn[c] = (turn[c] + 1) % pool->count[c];
        }
    }
}

struct staff {
    const struct problem *problem;
    int *total;   /* meetings of interpreter i so far */
    int *run;     /* slots in a row up to the last one it worked in */
    int *last;    /* that slot, or -1 */
    uint64_t *ok; /* who can work in the present slot */
};

static int run_before(const struct staff *staff, const struct state *state, int i,
                      int s)
{
    bool works_on = s > state->session_first[s] && staff->last[i] == s - 1;
    return works_on ? staff->run[i] : 0;
}

static void find_who_can(struct staff *staff, const struct state *state, int s)
{
    const struct problem *problem = staff->problem;
    for (int w = 0; w < bits_words(problem->n_interpreters); w++) {
        staff->ok[w] = 0;
    }
    for (int i = 0; i < problem->n_interpreters; i++) {
        int most = problem->interpreter_max_meetings[i];
        int longest = problem_longest_work(problem, i, s);
        if ((most == PROBLEM_NO_LIMIT || staff->total[i] < most) &&
            (longest == PROBLEM_NO_LIMIT ||
             run_before(staff, state, i, s) < longest)) {
            bits_add(staff->ok, i);
        }
    }
}

static bool had_here(const struct problem *problem, int m, int s)
{
    return problem->had_previous && problem->had_previous[m] &&
           problem->previous_slot[m] == s && problem->previous_interpreter[m] >= 0;
}

static void weigh(const struct staff *staff, int m, int s, int row,
                  struct assignment *assignment)
{
    const struct problem *problem = staff->problem;
    for (int i = 0; i < problem->n_interpreters; i++) {
        int rest = staff->last[i] < 0 ? LONGEST_REST : s - staff->last[i];
        rest = rest < LONGEST_REST ? rest : LONGEST_REST;
        bool kept =
            had_here(problem, m, s) && problem->previous_interpreter[m] == i;
        assignment_add_weight(assignment, row, i, rest + (kept ? WEIGHT_KEPT : 0));
    }
}

/* The meetings of slot s that need an interpreter, as rows: who can. */
static int gather(struct arena *arena, const struct staff *staff,
                  const struct lists *at, int s, int *meeting,
                  struct assignment *assignment)
{
    const struct problem *problem = staff->problem;
    int n = at->start[s + 1] - at->start[s], n_rows = 0;
    int words = bits_words(problem->n_interpreters);
    for (int k = at->start[s]; k < at->start[s] + n; k++) {
        int m = at->item[k];
        if (problem->interpreter_set[(int64_t)m * problem->n_slots + s] >= 0) {
            meeting[n_rows++] = m;
        }
    }
    assignment_init(arena, n_rows, problem->n_interpreters, assignment);
    for (int row = 0; row < n_rows; row++) {
        int m = meeting[row];
        const uint64_t *set = set_family_at(
            problem->interpreters,
            problem->interpreter_set[(int64_t)m * problem->n_slots + s]);
        uint64_t *allowed = arena_new(arena, words, uint64_t);
        for (int w = 0; w < words; w++) {
            allowed[w] = set[w] & staff->ok[w];
        }
        assignment_allow(assignment, row, allowed);
        weigh(staff, m, s, row, assignment);
    }
    return n_rows;
}

static bool keep_in_slot(struct arena scratch, struct staff *staff,
                         const struct state *state, const struct lists *at, int s,
                         int *interpreter)
{
    struct assignment assignment;
    int *meeting = arena_new(&scratch, at->start[s + 1] - at->start[s], int);
    find_who_can(staff, state, s);
    int n = gather(&scratch, staff, at, s, meeting, &assignment);
    const int *who = assignment_solve(&scratch, &assignment);
    for (int row = 0; who && row < n; row++) {
        int i = who[row];
        interpreter[meeting[row]] = i;
        staff->total[i]++;
        staff->run[i] = run_before(staff, state, i, s) + 1;
        staff->last[i] = s;
    }
    return who != NULL;
}

bool naming_keep_interpreters(struct arena scratch, const struct state *state,
                              const struct lists *at, int *interpreter)
{
    const struct problem *problem = state->problem;
    int n = problem->n_interpreters;
    struct staff staff = {
        .problem = problem,
        .total = arena_new(&scratch, n, int),
        .run = arena_new(&scratch, n, int),
        .last = arena_new(&scratch, n, int),
        .ok = arena_new(&scratch, bits_words(n), uint64_t),
    };
    for (int i = 0; i < n; i++) {
        staff.last[i] = -1;
    }
    clear(problem, interpreter);
    for (int s = 0; s < problem->n_slots; s++) {
        if (!keep_in_slot(scratch, &staff, state, at, s, interpreter)) {
            return false;
        }
    }
    return true;
}
