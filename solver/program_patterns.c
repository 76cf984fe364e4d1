#include "solver/program_patterns.h"

#include <assert.h>

#include "solver/lists.h"

enum {
    MOST_PATTERNS = 300, /* of a participant in a session */
    MOST_SLOTS = 16,     /* of a session that are listed at all */
};

/* One session of one participant. */
struct stretch {
    int p;
    int slot[MOST_SLOTS], n; /* those in which p can be busy */
    int fewest, most;        /* of them that are */
};

static void add_term(struct program *program, int column, int64_t coef)
{
    struct expression *e = &program->level[SOLVER_COMPACTNESS];
    e->term =
        arena_grow(program->arena, e->term, e->n, &e->capacity, sizeof *e->term);
    e->term[e->n++] = (struct term){column, coef};
}

static bool can_be_busy(const struct program *program, int p, int s)
{
    for (int k = program->meetings.start[p]; k < program->meetings.start[p + 1];
         k++) {
        if (problem_allows(program->problem, program->meetings.item[k], s)) {
            return true;
        }
    }
    return false;
}

/* Whether p can be busy in the slots of the set, and the gaps between them. */
static bool is_pattern(const struct program *program, const struct stretch *stretch,
                       unsigned set, int *gaps)
{
    int limit = problem_longest_run(program->problem, stretch->p, stretch->slot[0]);
    int busy = __builtin_popcount(set);
    int run = 0, last = -1;
    *gaps = 0;
    if (busy < stretch->fewest || busy > stretch->most) {
        return false;
    }
    for (int i = 0; i < stretch->n; i++) {
        if (!(set >> i & 1)) {
            continue;
        }
        bool joins = last >= 0 && stretch->slot[i] == last + 1;
        *gaps += last >= 0 && !joins;
        run = joins ? run + 1 : 1;
        last = stretch->slot[i];
        if (limit != PROBLEM_NO_LIMIT && run > limit) {
            return false;
        }
    }
    int most = program->problem->max_gaps[stretch->p];
    return most == PROBLEM_NO_LIMIT || *gaps <= most;
}

/* How many patterns there are, up to one more than are listed; whether one of them
 * has gaps. */
static int count_patterns(const struct program *program,
                          const struct stretch *stretch, bool *has_gaps)
{
    int n = 0;
    *has_gaps = false;
    for (unsigned set = 0; set < 1u << stretch->n && n <= MOST_PATTERNS; set++) {
        int gaps;
        if (is_pattern(program, stretch, set, &gaps)) {
            n++;
            *has_gaps |= gaps > 0;
        }
    }
    return n;
}

/* The columns of the patterns and their rows. */
static void add_patterns(struct program *program, const struct stretch *stretch)
{
    int first = program->n_columns;
    program_row_begin(program, 1, 1);
    for (unsigned set = 0; set < 1u << stretch->n; set++) {
        int gaps;
        if (is_pattern(program, stretch, set, &gaps)) {
            unsigned slots = 0; /* counted from the session's first */
            for (int i = 0; i < stretch->n; i++) {
                slots |= (set >> i & 1)
                         << (stretch->slot[i] -
                             program->session_first[stretch->slot[i]]);
            }
            int column = program_add_column(
                program,
                (struct column){.kind = COLUMN_PATTERN,
                                .a = stretch->p,
                                .b = (int)slots,
                                .first = program->session_first[stretch->slot[0]],
                                .upper = 1});
            program_row_add(program, column, 1);
            if (gaps > 0) {
                add_term(program, column, gaps);
            }
        }
    }
    program_row_end(program);
    for (int i = 0; i < stretch->n; i++) {
        int place = stretch->slot[i] - program->session_first[stretch->slot[i]];
        program_row_begin(program, 0, 0);
        program_row_add_busy(program, stretch->p, stretch->slot[i], -1);
        for (int j = first; j < program->n_columns; j++) {
            program_row_add(program, j, program->column[j].b >> place & 1);
        }
        program_row_end(program);
    }
}

static void add_block_starts(struct program *program, int p)
{
    program_count_gaps(program, p);
    for (int k = program->gaps_first[p]; k < program->gaps_end[p]; k++) {
        add_term(program, program->gap[k].column, program->gap[k].coef);
    }
}

/* The session from slot s on; false if it is too long to be listed. */
static bool find_stretch(const struct program *program, int p, int s,
                         struct stretch *stretch)
{
    *stretch = (struct stretch){.p = p};
    for (int t = s; t < program->session_end[s]; t++) {
        if (!can_be_busy(program, p, t)) {
            continue;
        }
        if (stretch->n == MOST_SLOTS || t - s >= 31) {
            return false;
        }
        stretch->slot[stretch->n++] = t;
    }
    return true;
}

/* The slots in which p is busy: at least so many, and at most. */
static void limit_stretch(const struct program *program, int fewest, int most,
                          int n_elsewhere, struct stretch *stretch)
{
    int parallel = program->problem->parallel[stretch->p];
    int needed = (fewest + parallel - 1) / parallel - n_elsewhere;
    stretch->fewest = needed > 0 ? needed : 0;
    stretch->most = most < stretch->n ? most : stretch->n;
}

/* False if a session of p has too many patterns; nothing was added then. */
static bool list_sessions(struct program *program, int p, int fewest, int most,
                          bool build)
{
    struct stretch stretch;
    bool has_gaps;
    int n_slots = program->problem->n_slots, n_busy = 0;
    for (int s = 0; s < n_slots; s++) {
        n_busy += can_be_busy(program, p, s);
    }
    for (int s = 0; s < n_slots; s = program->session_end[s]) {
        if (!find_stretch(program, p, s, &stretch)) {
            return false;
        }
        limit_stretch(program, fewest, most, n_busy - stretch.n, &stretch);
        int n = count_patterns(program, &stretch, &has_gaps);
        if (n > MOST_PATTERNS) {
            return false;
        }
        if (build && has_gaps) {
            add_patterns(program, &stretch);
        }
    }
    return true;
}

static void hold_total(struct program *program, int p, int fewest, int most)
{
    program_row_begin(program, fewest, most);
    for (int k = program->meetings.start[p]; k < program->meetings.start[p + 1];
         k++) {
        int m = program->meetings.item[k];
        for (int i = 0; i < lists_length(&program->slots, m); i++) {
            program_row_add(program, program->x_first[m] + i, 1);
        }
    }
    program_row_end(program);
}

void program_count_patterns(struct program *program, const int *fewest,
                            const int *most)
{
    assert(!program->level[SOLVER_COMPACTNESS].built);
    program->level[SOLVER_COMPACTNESS].built = true;
    for (int p = 0; p < program->problem->n_participants; p++) {
        hold_total(program, p, fewest[p], most[p]);
        if (list_sessions(program, p, fewest[p], most[p], false)) {
            program_use_u(program, p);
            list_sessions(program, p, fewest[p], most[p], true);
        } else {
            add_block_starts(program, p);
        }
    }
}
