/* Cases that differ in rooms and interpreters alone form a family. In it, a case at
 * the place (i, j) begins from the one at i without its lowest bit, or where i is 0 at
 * j without its: so one with eight times as many rooms is three steps away from the
 * first, and all cases with as many steps are solved at a time. What is proven of a
 * case with more means holds for one with fewer, if the same is possible in both. */

#include "scheduler/plan_whatif.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/crew.h"
#include "scheduler/model/objective.h"
#include "solver/glpk_thread.h"

int plan_whatif_levels(struct arena *arena, const struct event *event,
                       enum level **level)
{
    int n = plan_objective(arena, event, NULL, 0, false, level), last = n;
    for (int k = 0; k < n; k++) {
        if ((*level)[k] != LEVEL_COMPACTNESS && (*level)[k] != LEVEL_ROOMS) {
            last = k + 1;
        }
    }
    return last;
}

struct solving {
    struct plan_whatif *whatif;
    int **slot; /* of each case: of the model's meetings, -1 = not held */
    int *wave;  /* steps from a first case */
    int *todo;  /* the cases of this wave */
    int inner;  /* threads within each */
    pthread_mutex_t mutex;
    int n_done; /* guarded by the mutex */
};

static bool is_family(const struct plan_whatif_case *a,
                      const struct plan_whatif_case *b)
{
    for (int kind = VARY_START; kind < N_VARIATIONS; kind++) {
        if (a->variation.number[kind] != b->variation.number[kind]) {
            return false;
        }
    }
    return true;
}

/* How many different numbers of that kind below the case's own its family has. */
static int place_of(const struct plan_whatif *whatif, int c,
                    enum variation_kind kind)
{
    const struct plan_whatif_case *own = &whatif->item[c];
    int place = 0;
    for (int k = 0; k < whatif->n; k++) {
        const struct plan_whatif_case *other = &whatif->item[k];
        bool is_first = is_family(own, other) &&
                        other->variation.number[kind] < own->variation.number[kind];
        for (int j = 0; j < k && is_first; j++) {
            is_first = !is_family(own, &whatif->item[j]) ||
                       whatif->item[j].variation.number[kind] !=
                           other->variation.number[kind];
        }
        place += is_first;
    }
    return place;
}

static int count_bits(int n)
{
    int count = 0;
    for (; n > 0; n &= n - 1) {
        count++;
    }
    return count;
}

static void find_parents(struct arena scratch, struct solving *solving)
{
    struct plan_whatif *whatif = solving->whatif;
    int *rooms = arena_new(&scratch, whatif->n, int);
    int *interpreters = arena_new(&scratch, whatif->n, int);
    for (int c = 0; c < whatif->n; c++) {
        rooms[c] = place_of(whatif, c, VARY_ROOMS);
        interpreters[c] = place_of(whatif, c, VARY_INTERPRETERS);
        solving->wave[c] = count_bits(rooms[c]) + count_bits(interpreters[c]);
    }
    for (int c = 0; c < whatif->n; c++) {
        int r = rooms[c] & (rooms[c] - 1);
        int i = rooms[c] > 0 ? interpreters[c]
                             : interpreters[c] & (interpreters[c] - 1);
        whatif->item[c].parent = -1;
        for (int k = 0; k < whatif->n && solving->wave[c] > 0; k++) {
            if (is_family(&whatif->item[c], &whatif->item[k]) && rooms[k] == r &&
                interpreters[k] == i) {
                whatif->item[c].parent = k;
                break;
            }
        }
        if (whatif->item[c].parent < 0) {
            solving->wave[c] = 0; /* the family has gaps */
        }
    }
}

static const char *first_error(const struct findings *findings)
{
    for (int k = 0; k < findings->n_findings; k++) {
        if (findings->finding[k].severity == SEVERITY_ERROR) {
            return findings->finding[k].text;
        }
    }
    return "";
}

static int find_side(const struct plan_whatif *whatif, const char *side)
{
    return strings_find(&whatif->sides, side);
}

static void take_sides(struct arena scratch, const struct event *event,
                       const struct eligibility *elig,
                       const struct schedule *schedule,
                       const struct plan_whatif *whatif,
                       struct plan_whatif_case *out)
{
    const struct tally *tally = objective_tally(&scratch, event, elig, schedule);
    for (int p = 0; p < event->n_participants; p++) {
        struct plan_whatif_side *side =
            &out->side[find_side(whatif, event->participant[p].side)];
        side->comfort += tally[p].comfort_cost;
        if (tally[p].comfort_cost > side->burden) {
            side->burden = tally[p].comfort_cost;
        }
    }
}

static void take(const struct schedule *schedule, const struct eligibility *elig,
                 struct plan_whatif_case *out, int *slot)
{
    for (int m = 0; m < elig->n_meetings; m++) {
        out->n_possible += elig->meeting[m].possible;
        slot[m] = -1;
    }
    out->n_meetings = schedule->n_meetings;
    for (int k = 0; k < schedule->n_meetings; k++) {
        slot[schedule->meeting[k].m] = schedule->meeting[k].s;
        out->n_interpreted += schedule->meeting[k].i >= 0;
    }
    for (int k = 0; k < schedule->n_levels; k++) {
        const struct level_result *level = &schedule->level[k];
        out->value[level->level] = level->value;
        out->proven[level->level] = level->optimal;
        if (level->level == LEVEL_SERVED) {
            out->has_bound = level->has_bound;
            out->bound = level->bound;
        }
    }
}

static bool should_stop(void *context)
{
    const struct plan_whatif *whatif = context;
    return whatif->should_stop && whatif->should_stop(whatif->context);
}

/* An error outlives the arena of its case in this text. */
enum { MOST_WHY = 400 };

static void set_why(struct plan_whatif_case *out, char *to, const char *why)
{
    size_t len = strlen(why);
    len = len < MOST_WHY - 1 ? len : MOST_WHY - 1;
    memcpy(to, why, len);
    to[len] = '\0';
    out->why = to;
}

static void solve_case(struct solving *solving, int c, struct arena *arena)
{
    struct plan_whatif *whatif = solving->whatif;
    struct plan_whatif_case *out = &whatif->item[c];
    char *why = (char *)out->why; /* room for a text, made beforehand */
    struct event event;
    struct eligibility elig;
    struct schedule schedule;
    struct findings findings;
    findings_init(&findings, arena);
    out->status = PLAN_INFEASIBLE;
    if (variation_apply(arena, whatif->event, whatif->elig, &out->variation, &event,
                        &findings)) {
        eligibility_build(arena, &event, &elig, &findings);
    }
    if (findings_has_errors(&findings)) {
        set_why(out, why, first_error(&findings));
        return;
    }
    const struct plan_input input = {
        .event = &event,
        .elig = &elig,
        .level = whatif->level,
        .n_levels = whatif->n_levels,
        .start = out->parent >= 0 && whatif->item[out->parent].status == PLAN_DONE
                     ? solving->slot[out->parent]
                     : NULL,
    };
    const struct plan_options options = {
        .seed = whatif->seed,
        .threads = solving->inner,
        .skips_reasons = true,
        .should_stop = should_stop,
        .context = whatif,
    };
    out->status = plan_solve(arena, &input, &options, &schedule, &findings);
    if (out->status == PLAN_DONE || out->status == PLAN_INTERRUPTED) {
        take(&schedule, &elig, out, solving->slot[c]);
        take_sides(*arena, &event, &elig, &schedule, whatif, out);
    } else {
        set_why(out, why, first_error(&findings));
    }
}

static void work(void *context, int k)
{
    struct solving *solving = context;
    struct plan_whatif *whatif = solving->whatif;
    struct arena arena;
    if (should_stop(whatif)) {
        return;
    }
    arena_init(&arena);
    solve_case(solving, solving->todo[k], &arena);
    arena_finish(&arena);
    glpk_thread_leave();
    pthread_mutex_lock(&solving->mutex);
    solving->n_done++;
    if (whatif->report) {
        whatif->report(whatif->context, solving->n_done);
    }
    pthread_mutex_unlock(&solving->mutex);
}

static void solve_wave(struct arena scratch, struct solving *solving, int wave)
{
    const struct plan_whatif *whatif = solving->whatif;
    int n = 0, threads = glpk_thread_is_safe() ? whatif->threads : 1;
    for (int c = 0; c < whatif->n; c++) {
        if (solving->wave[c] == wave) {
            solving->todo[n++] = c;
        }
    }
    threads = threads > n ? n : threads;
    solving->inner = threads > 0 ? whatif->threads / threads : 1;
    struct crew *crew = crew_call(&scratch, threads > 0 ? threads : 1);
    crew_run(crew, n, work, solving);
    crew_dismiss(crew);
}

static bool has_no_less(const struct plan_whatif_case *a,
                        const struct plan_whatif_case *b)
{
    return is_family(a, b) &&
           a->variation.number[VARY_ROOMS] >= b->variation.number[VARY_ROOMS] &&
           a->variation.number[VARY_INTERPRETERS] >=
               b->variation.number[VARY_INTERPRETERS];
}

/* Whether served is the first level but for one about promises, kept in both. */
static bool is_comparable(const struct plan_whatif *whatif,
                          const struct plan_whatif_case *a,
                          const struct plan_whatif_case *b)
{
    for (int k = 0; k < whatif->n_levels; k++) {
        enum level level = whatif->level[k];
        if (level == LEVEL_SERVED) {
            return a->n_possible == b->n_possible;
        }
        if (level != LEVEL_GUARANTEE || a->value[level] != b->value[level]) {
            return false;
        }
    }
    return false;
}

/* Bounds of those who have no less. */
static void share_bounds(struct plan_whatif *whatif)
{
    for (int c = 0; c < whatif->n; c++) {
        struct plan_whatif_case *own = &whatif->item[c];
        for (int k = 0; k < whatif->n; k++) {
            const struct plan_whatif_case *other = &whatif->item[k];
            if (own->status == PLAN_DONE && other->status == PLAN_DONE &&
                other->has_bound && has_no_less(other, own) &&
                is_comparable(whatif, own, other) &&
                (!own->has_bound || other->bound < own->bound)) {
                own->has_bound = true;
                own->bound = other->bound;
                own->proven[LEVEL_SERVED] = own->value[LEVEL_SERVED] == own->bound;
            }
        }
    }
}

static void find_sides(struct arena *arena, struct plan_whatif *whatif)
{
    const struct event *event = whatif->event;
    whatif->sides.text = arena_new(arena, event->n_participants, const char *);
    whatif->sides.n = 0;
    for (int p = 0; p < event->n_participants; p++) {
        whatif->sides.text[whatif->sides.n++] = event->participant[p].side;
    }
    strings_sort_once(&whatif->sides);
}

void plan_whatif_solve(struct arena *arena, struct plan_whatif *whatif)
{
    struct solving solving = {
        .whatif = whatif,
        .slot = arena_new(arena, whatif->n, int *),
        .wave = arena_new(arena, whatif->n, int),
        .todo = arena_new(arena, whatif->n, int),
    };
    int last = 0;
    find_sides(arena, whatif);
    find_parents(*arena, &solving);
    for (int c = 0; c < whatif->n; c++) {
        struct plan_whatif_case *item = &whatif->item[c];
        item->status = PLAN_UNKNOWN;
        item->why = arena_new(arena, MOST_WHY, char);
        item->side = arena_new(arena, whatif->sides.n, struct plan_whatif_side);
        solving.slot[c] = arena_new(arena, whatif->elig->n_meetings, int);
        last = solving.wave[c] > last ? solving.wave[c] : last;
    }
    pthread_mutex_init(&solving.mutex, NULL);
    for (int wave = 0; wave <= last; wave++) {
        solve_wave(*arena, &solving, wave);
    }
    pthread_mutex_destroy(&solving.mutex);
    share_bounds(whatif);
}
