/* Cases of other means: the same for any number of threads; each as good as when it is
 * solved by itself; and more rooms or interpreters never serve less, as long as no more
 * is promised.
 *
 *     property_whatif              the usual seeds
 *     property_whatif SEED         this one
 *     property_whatif FIRST COUNT  COUNT seeds from FIRST on */

#include <stdio.h>
#include <string.h>

#include "scheduler/plan_whatif.h"
#include "tests/support/event_folder.h"
#include "tests/support/planned.h"
#include "tests/support/random_event.h"
#include "tests/support/seeds.h"

enum { USUAL_SEEDS = 60, MOST_ROOMS = 4, MOST_INTERPRETERS = 3 };

struct totals {
    int n_seeds, n_failed, n_cases, n_proven, n_impossible, n_gains;
};

struct trial {
    uint64_t seed;
    struct arena *arena;
    struct planned *planned;
    struct totals *totals;
    int n_wrong;
};

static void wrong(struct trial *trial, int c, const char *what)
{
    printf("seed %llu: case %d: %s\n", (unsigned long long)trial->seed, c, what);
    trial->n_wrong++;
}

/* All numbers of rooms, and of interpreters where there are any. */
static struct plan_whatif make(struct trial *trial, int threads)
{
    const struct event *event = &trial->planned->event;
    bool with_interpreters = event->n_interpreters > 0;
    struct plan_whatif whatif = {
        .event = event,
        .elig = &trial->planned->elig,
        .seed = 1,
        .threads = threads,
        .item = arena_new(trial->arena, MOST_ROOMS * MOST_INTERPRETERS,
                          struct plan_whatif_case),
    };
    enum level *level;
    whatif.n_levels = plan_whatif_levels(trial->arena, event, &level);
    whatif.level = level;
    for (int r = 0; r < MOST_ROOMS; r++) {
        for (int i = 0; i < (with_interpreters ? MOST_INTERPRETERS : 1); i++) {
            struct variation *variation = &whatif.item[whatif.n++].variation;
            for (int kind = 0; kind < N_VARIATIONS; kind++) {
                variation->number[kind] = VARY_NOT;
            }
            variation->number[VARY_ROOMS] = r;
            variation->number[VARY_INTERPRETERS] = with_interpreters ? i : VARY_NOT;
        }
    }
    return whatif;
}

static void compare(struct trial *trial, const struct plan_whatif *a,
                    const struct plan_whatif *b)
{
    for (int c = 0; c < a->n; c++) {
        const struct plan_whatif_case *x = &a->item[c], *y = &b->item[c];
        if (x->status != y->status || strcmp(x->why, y->why) != 0 ||
            memcmp(x->value, y->value, sizeof x->value) != 0 ||
            memcmp(x->proven, y->proven, sizeof x->proven) != 0 ||
            x->has_bound != y->has_bound || x->bound != y->bound ||
            x->n_meetings != y->n_meetings ||
            x->n_interpreted != y->n_interpreted ||
            memcmp(x->side, y->side, (size_t)a->sides.n * sizeof *x->side) != 0) {
            wrong(trial, c, "depends on the number of threads");
        }
    }
}

/* Solved by itself, from nothing. */
static void judge_alone(struct trial *trial, const struct plan_whatif *whatif,
                        int c)
{
    const struct plan_whatif_case *item = &whatif->item[c];
    struct planned *alone = arena_new(trial->arena, 1, struct planned);
    struct findings findings;
    findings_init(&findings, trial->arena);
    if (!variation_apply(trial->arena, whatif->event, whatif->elig,
                         &item->variation, &alone->event, &findings) ||
        !planned_judge(trial->arena, NULL, alone)) {
        trial->totals->n_impossible++;
        if (item->status != PLAN_INFEASIBLE || item->why[0] == '\0') {
            wrong(trial, c, "is impossible, which is not told");
        }
        return;
    }
    alone->input.level = whatif->level;
    alone->input.n_levels = whatif->n_levels;
    planned_solve(trial->arena, 1, 1, alone);
    if (alone->status != item->status) {
        wrong(trial, c, "has another status by itself");
        return;
    }
    bool same = item->status == PLAN_DONE;
    for (int k = 0; k < whatif->n_levels && same; k++) {
        const struct level_result *level = &alone->schedule.level[k];
        same = level->optimal && item->proven[level->level];
        trial->totals->n_proven += same;
        if (same && level->value != item->value[level->level]) {
            wrong(trial, c, level_name(level->level));
        }
    }
    const char *broken =
        same ? planned_verify(trial->arena, alone, &alone->schedule) : "";
    if (broken[0] != '\0') {
        wrong(trial, c, broken);
    }
}

static void judge_pair(struct trial *trial, const struct plan_whatif *whatif, int c,
                       int k)
{
    const struct plan_whatif_case *less = &whatif->item[c],
                                  *more = &whatif->item[k];
    bool has_more =
        more->variation.number[VARY_ROOMS] >= less->variation.number[VARY_ROOMS] &&
        more->variation.number[VARY_INTERPRETERS] >=
            less->variation.number[VARY_INTERPRETERS];
    bool comparable = less->status == PLAN_DONE && more->status == PLAN_DONE &&
                      less->n_possible == more->n_possible;
    for (int i = 0; i < whatif->n_levels && has_more && comparable; i++) {
        enum level level = whatif->level[i];
        comparable = less->proven[level] && more->proven[level];
        int order = planned_better(level, less->value[level], more->value[level]);
        if (comparable && order > 0) {
            wrong(trial, k, "is worse than one with less");
        }
        trial->totals->n_gains += comparable && order < 0;
        comparable = comparable && order == 0;
    }
    if (less->has_bound && less->status == PLAN_DONE &&
        less->bound < less->value[LEVEL_SERVED]) {
        wrong(trial, c, "is better than its bound");
    }
}

static void judge(struct trial *trial)
{
    struct plan_whatif one = make(trial, 1), three = make(trial, 3);
    plan_whatif_solve(trial->arena, &one);
    plan_whatif_solve(trial->arena, &three);
    compare(trial, &one, &three);
    for (int c = 0; c < one.n; c++) {
        trial->totals->n_cases++;
        judge_alone(trial, &one, c);
        for (int k = 0; k < one.n; k++) {
            judge_pair(trial, &one, c, k);
        }
    }
}

static void run(uint64_t seed, struct totals *totals)
{
    struct arena arena;
    arena_init(&arena);
    struct planned *planned = arena_new(&arena, 1, struct planned);
    struct trial trial = {
        .seed = seed, .arena = &arena, .planned = planned, .totals = totals};
    if (!planned_read(&arena, random_event(&arena, seed, 0), NULL, planned)) {
        wrong(&trial, 0, planned->findings);
    } else {
        judge(&trial);
    }
    totals->n_seeds++;
    totals->n_failed += trial.n_wrong > 0;
    arena_finish(&arena);
}

int main(int argc, char **argv)
{
    struct seeds seeds = seeds_of(argc, argv, USUAL_SEEDS);
    struct totals totals = {0};
    struct event_folder folder;
    event_folder_enter(&folder);
    for (int i = 0; i < seeds.count; i++) {
        run(seeds.first + (uint64_t)i, &totals);
    }
    event_folder_leave(&folder);
    printf("%d cases, %d of them impossible, %d levels proven in both ways, %d "
           "gains\n",
           totals.n_cases, totals.n_impossible, totals.n_proven, totals.n_gains);
    printf("%d seeds, %d failed\n", totals.n_seeds, totals.n_failed);
    bool few = seeds.usual && (totals.n_proven == 0 || totals.n_gains == 0);
    return totals.n_failed == 0 && totals.n_seeds > 0 && !few ? 0 : 1;
}
