/* Interpreters come first: naming_interpreters.h.
 *
 * Rooms: slot by slot an assignment of meetings to rooms of greatest weight, the
 * weight of (meeting, room) being the number of its participants whose meeting
 * before or behind is in that room, and whether the meeting had that room
 * before. The first pass looks back only; later ones look both ways, and as each
 * slot is solved exactly with the others fixed, no pass makes it worse. */

#include "solver/naming.h"

#include <assert.h>
#include <string.h>

#include "scheduler/base/bits.h"
#include "solver/assignment.h"
#include "solver/lists.h"
#include "solver/naming_interpreters.h"

enum { PASSES = 4 };

struct naming {
    const struct problem *problem;
    const int *slot;
    int *room;
    const int *interpreter;
    struct lists at;      /* meetings of slot s, rising */
    int *before, *behind; /* of incidence e: the same participant's meeting before
                             (behind) it in its session, or -1 */
    int weight_change, weight_same;
    struct naming_poll poll;
    bool hurries; /* the poll said so */
};

static struct lists list_by_slot(struct arena *arena, const struct problem *problem,
                                 const int *slot)
{
    struct lists at = {.start = arena_new(arena, problem->n_slots + 1, int),
                       .item = arena_new(arena, problem->n_meetings, int)};
    int n = 0;
    for (int s = 0; s < problem->n_slots; s++) {
        at.start[s] = n;
        for (int m = 0; m < problem->n_meetings; m++) {
            if (slot[m] == s) {
                at.item[n++] = m;
            }
        }
    }
    at.start[problem->n_slots] = n;
    return at;
}

/* How many meetings have the interpreter that they had before, in the same slot. */
static int count_kept(const struct problem *problem, const int *slot,
                      const int *interpreter)
{
    int n = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        n += problem->had_previous[m] && slot[m] >= 0 &&
             slot[m] == problem->previous_slot[m] && interpreter[m] >= 0 &&
             interpreter[m] == problem->previous_interpreter[m];
    }
    return n;
}

static void assign_interpreters(struct arena scratch, const struct state *state,
                                const struct incumbent *incumbent,
                                const struct lists *at, int *interpreter)
{
    const struct problem *problem = state->problem;
    naming_deal_interpreters(scratch, state, incumbent, at, interpreter);
    if (!problem->had_previous) {
        return;
    }
    int *kept = arena_new(&scratch, problem->n_meetings, int);
    if (naming_keep_interpreters(scratch, state, at, kept) &&
        count_kept(problem, incumbent->slot, kept) >
            count_kept(problem, incumbent->slot, interpreter)) {
        memcpy(interpreter, kept, (size_t)problem->n_meetings * sizeof *kept);
    }
}

/* Links the meetings of each participant with parallel 1 within a session. */
static void link_neighbours(struct arena scratch, struct naming *naming)
{
    const struct problem *problem = naming->problem;
    int *last =
        arena_new(&scratch, problem->n_participants, int); /* incidence + 1 */
    int *last_m = arena_new(&scratch, problem->n_participants, int);
    for (int k = 0; k < naming->at.start[problem->n_slots]; k++) {
        int m = naming->at.item[k];
        for (int e = problem->participants.start[m];
             e < problem->participants.start[m + 1]; e++) {
            int p = problem->participants.item[e];
            naming->before[e] = naming->behind[e] = -1;
            if (problem->parallel[p] != 1) {
                continue;
            }
            if (last[p] > 0) {
                int o = last_m[p];
                if (problem->session[naming->slot[o]] ==
                    problem->session[naming->slot[m]]) {
                    naming->before[e] = o;
                    naming->behind[last[p] - 1] = m;
                }
            }
            last[p] = e + 1;
            last_m[p] = m;
        }
    }
}

static void add_weight(struct assignment *assignment, int row, int room, int weight)
{
    if (room >= 0 && weight > 0) {
        assignment_add_weight(assignment, row, room, weight);
    }
}

/* The room of a meeting that needs none of the slot's sets. */
static int fixed_room(const struct problem *problem, int m)
{
    return problem->fixed_room ? problem->fixed_room[m] : -1;
}

/* Solves one slot with all others fixed; forward looks behind as well. */
static void assign_slot(struct arena scratch, struct naming *naming, int s,
                        bool both)
{
    const struct problem *problem = naming->problem;
    int first = naming->at.start[s], n = naming->at.start[s + 1] - first;
    struct assignment assignment;
    int *row_of = arena_new(&scratch, n, int);
    int n_rows = 0;
    for (int k = 0; k < n; k++) {
        int m = naming->at.item[first + k];
        row_of[k] = problem->room_set[(int64_t)m * problem->n_slots + s] >= 0
                        ? n_rows++
                        : -1;
    }
    assignment_init(&scratch, n_rows, problem->n_rooms, &assignment);
    for (int k = 0; k < n; k++) {
        int m = naming->at.item[first + k];
        if (row_of[k] < 0) {
            continue;
        }
        int set = problem->room_set[(int64_t)m * problem->n_slots + s];
        assignment_allow(&assignment, row_of[k],
                         set_family_at(problem->rooms, set));
        for (int e = problem->participants.start[m];
             e < problem->participants.start[m + 1]; e++) {
            int before = naming->before[e], behind = naming->behind[e];
            if (before >= 0) {
                add_weight(&assignment, row_of[k], naming->room[before],
                           naming->weight_change);
            }
            if (both && behind >= 0) {
                add_weight(&assignment, row_of[k], naming->room[behind],
                           naming->weight_change);
            }
        }
        if (problem->had_previous && problem->had_previous[m] &&
            problem->previous_can_be_same[m] && problem->previous_slot[m] == s &&
            naming->interpreter[m] == problem->previous_interpreter[m]) {
            add_weight(&assignment, row_of[k], problem->previous_room[m],
                       naming->weight_same);
        }
    }
    naming->hurries = naming->hurries ||
                      (naming->poll.ask && naming->poll.ask(naming->poll.context));
    const int *column = naming->hurries
                            ? assignment_solve_greedily(&scratch, &assignment)
                            : assignment_solve(&scratch, &assignment);
    assert(column);
    for (int k = 0; k < n; k++) {
        int m = naming->at.item[first + k];
        naming->room[m] =
            row_of[k] >= 0 ? column[row_of[k]] : fixed_room(problem, m);
    }
}

/* One unit of the level that comes first outweighs all that an assignment of one
 * slot can gain on the other: a change before and one behind for each participant,
 * or a meeting with the room of before. */
static void set_weights(struct naming *naming)
{
    const struct problem *problem = naming->problem;
    int rank_rooms = problem->n_levels, rank_stability = problem->n_levels;
    int same = 1, changes = 1;
    for (int k = 0; k < problem->n_levels; k++) {
        rank_rooms = problem->level[k] == SOLVER_ROOMS ? k : rank_rooms;
        rank_stability = problem->level[k] == SOLVER_STABILITY ? k : rank_stability;
    }
    for (int s = 0; s < problem->n_slots; s++) {
        int first = naming->at.start[s], end = naming->at.start[s + 1], n = 1;
        for (int k = first; k < end; k++) {
            n += 2 * lists_length(&problem->participants, naming->at.item[k]);
        }
        changes = n > changes ? n : changes;
        same = end - first + 1 > same ? end - first + 1 : same;
    }
    bool rooms_first = rank_rooms < rank_stability;
    naming->weight_change = rooms_first ? same : 1;
    naming->weight_same = rooms_first ? 1 : changes;
}

/* -1, 0, 1 as names worth a are better than, as good as, worse than those worth b:
 * first in what the problem asks for, in its order, then in the rest. */
static int compare_names(const struct problem *problem, const int64_t *a,
                         const int64_t *b)
{
    int order = compare_values(problem, problem->n_levels, 0, a, 0, b);
    if (order == 0) {
        static const enum solver_level both[] = {SOLVER_STABILITY, SOLVER_ROOMS};
        struct problem rest = {.level = both, .n_levels = 2};
        order = compare_values(&rest, 2, 0, a, 0, b);
    }
    return order;
}

void naming_assign(struct arena scratch, const struct state *state,
                   const struct incumbent *incumbent, struct naming_poll poll,
                   int *room, int *interpreter)
{
    const struct problem *problem = state->problem;
    int n = problem->participants.start[problem->n_meetings];
    struct naming naming = {
        .problem = problem,
        .slot = incumbent->slot,
        .room = room,
        .interpreter = interpreter,
        .at = list_by_slot(&scratch, problem, incumbent->slot),
        .before = arena_new(&scratch, n, int),
        .behind = arena_new(&scratch, n, int),
        .poll = poll,
    };
    for (int m = 0; m < problem->n_meetings; m++) {
        room[m] = incumbent->slot[m] >= 0 ? fixed_room(problem, m) : -1;
    }
    set_weights(&naming);
    assign_interpreters(scratch, state, incumbent, &naming.at, interpreter);
    link_neighbours(scratch, &naming);
    int64_t best[SOLVER_N_LEVELS], value[SOLVER_N_LEVELS] = {0};
    int *kept = arena_new(&scratch, problem->n_meetings, int);
    for (int pass = 0; pass < PASSES && !naming.hurries; pass++) {
        for (int s = 0; s < problem->n_slots; s++) {
            assign_slot(scratch, &naming, s, pass > 0);
        }
        value[SOLVER_ROOMS] =
            naming_room_changes(scratch, problem, incumbent->slot, room);
        value[SOLVER_STABILITY] =
            naming_stability(problem, incumbent->slot, room, interpreter);
        if (pass > 0 && compare_names(problem, value, best) >= 0) {
            break;
        }
        memcpy(best, value, sizeof best);
        memcpy(kept, room, (size_t)problem->n_meetings * sizeof *room);
    }
    if (problem->n_meetings > 0) {
        memcpy(room, kept, (size_t)problem->n_meetings * sizeof *room);
    }
}

double naming_seconds(const struct problem *problem)
{
    static const double per_step_s = 0.2e-9, quick_s = 0.01;
    double n_rooms = problem->n_rooms, n_slots = problem->n_slots;
    double rows = problem->n_meetings / (n_slots + 1);
    rows = rows < n_rooms ? rows : n_rooms;
    double steps = rows * rows * n_rooms;
    return steps > (double)assignment_exact_effort
               ? quick_s
               : PASSES * n_slots * steps * per_step_s;
}

int64_t naming_room_changes(struct arena scratch, const struct problem *problem,
                            const int *slot, const int *room)
{
    struct lists at = list_by_slot(&scratch, problem, slot);
    int *last = arena_new(&scratch, problem->n_participants, int); /* meeting + 1 */
    int64_t changes = 0;
    for (int k = 0; k < at.start[problem->n_slots]; k++) {
        int m = at.item[k];
        for (int e = problem->participants.start[m];
             e < problem->participants.start[m + 1]; e++) {
            int p = problem->participants.item[e];
            if (problem->parallel[p] != 1) {
                continue;
            }
            int o = last[p] - 1;
            if (o >= 0 && problem->session[slot[o]] == problem->session[slot[m]]) {
                changes += room[o] != room[m];
            }
            last[p] = m + 1;
        }
    }
    return changes;
}

int naming_change(const struct problem *problem, int m, int slot, int room,
                  int interpreter)
{
    if (slot < 0) {
        return STABILITY_DROPPED;
    }
    if (slot != problem->previous_slot[m]) {
        return STABILITY_MOVED;
    }
    bool is_same = problem->previous_can_be_same[m] &&
                   room == problem->previous_room[m] &&
                   interpreter == problem->previous_interpreter[m];
    return is_same ? 0 : STABILITY_ROOM;
}

int64_t naming_stability(const struct problem *problem, const int *slot,
                         const int *room, const int *interpreter)
{
    int64_t sum = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        if (problem->had_previous && problem->had_previous[m]) {
            sum += naming_change(problem, m, slot[m], room[m], interpreter[m]);
        }
    }
    return sum;
}
