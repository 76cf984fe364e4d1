/* What `explain` proposes does what it says: each proposal's edits are made in the
 * text of the event, the event is read again and solved, from nothing and close to the
 * schedule, and the request is served then, with the values that were told. What is
 * said to cost nobody anything does not.
 *
 *     property_explain              the usual seeds
 *     property_explain SEED         this one
 *     property_explain FIRST COUNT  COUNT seeds from FIRST on */

#include <stdio.h>
#include <string.h>

#include "io/amendment_edit.h"
#include "io/json_event.h"
#include "io/json_write.h"
#include "io/value_build.h"
#include "scheduler/plan_remedy.h"
#include "tests/support/apply_edits.h"
#include "tests/support/event_folder.h"
#include "tests/support/planned.h"
#include "tests/support/random_event.h"
#include "tests/support/seeds.h"

enum { USUAL_SEEDS = 25, MOST_REQUESTS = 3 };

struct totals {
    int n_seeds, n_failed, n_requests, n_proposals, n_locked, n_forced, n_unserved,
        n_own;
    int n_kinds[N_AMENDMENTS];
};

struct trial {
    uint64_t seed;
    struct arena *arena;
    const struct planned *planned;
    struct plan_trial_base base;
    int q;
    struct totals *totals;
    int n_wrong;
};

static void wrong(struct trial *trial, const char *what, const char *how,
                  const char *edits)
{
    printf("seed %llu: request %s, %s: %s\n  %s\n", (unsigned long long)trial->seed,
           trial->planned->event.request[trial->q].id, how, what, edits);
    trial->n_wrong++;
}

static bool is_served(const struct schedule *schedule, const char *id)
{
    for (int k = 0; k < schedule->n_meetings; k++) {
        if (strings_has(&schedule->meeting[k].request_ids, id)) {
            return true;
        }
    }
    return false;
}

/* Solves the event of that text and compares with what was told. */
static void rerun(struct trial *trial, const char *json, bool has_previous,
                  const struct plan_trial *told, const char *edits)
{
    const char *how = has_previous ? "--previous" : "from nothing";
    struct planned *after = arena_new(trial->arena, 1, struct planned);
    struct schedule *previous = NULL;
    if (has_previous) {
        previous = arena_new(trial->arena, 1, struct schedule);
        planned_read_schedule(trial->arena,
                              planned_text(trial->arena, trial->planned), previous);
    }
    if (!planned_read(trial->arena, json, previous, after)) {
        wrong(trial, after->findings, how, edits);
        return;
    }
    planned_solve(trial->arena, trial->base.seed, 1, after);
    if (after->status != PLAN_DONE) {
        wrong(trial, after->findings, how, edits);
        return;
    }
    if (!is_served(&after->schedule, trial->planned->event.request[trial->q].id)) {
        wrong(trial, "is not served then", how, edits);
    }
    for (int k = 0; k < after->schedule.n_levels; k++) {
        const struct level_result *level = &after->schedule.level[k];
        if (level->value != told->value[level->level]) {
            wrong(trial, level_name(level->level), how, edits);
        }
    }
    const char *broken = planned_verify(trial->arena, after, &after->schedule);
    if (broken[0] != '\0') {
        wrong(trial, broken, how, edits);
    }
}

static int64_t now(const struct trial *trial, enum level level)
{
    const struct schedule *schedule = &trial->planned->schedule;
    for (int k = 0; k < schedule->n_levels; k++) {
        if (schedule->level[k].level == level) {
            return schedule->level[k].value;
        }
    }
    return 0;
}

static void judge_cost(struct trial *trial, const struct plan_trial *told,
                       const char *how, const char *edits)
{
    const struct schedule *schedule = &trial->planned->schedule;
    for (int k = 0; k < plan_trial_quick_levels(&trial->base); k++) {
        enum level level = schedule->level[k].level;
        if (planned_better(level, now(trial, level), told->value[level]) > 0) {
            wrong(trial, "costs something on a level up to served", how, edits);
        }
    }
}

static bool gives_up(const struct amendments *list)
{
    bool found = false;
    for (int k = 0; k < list->n; k++) {
        found |= list->item[k].kind == AMEND_WITHDRAW;
    }
    return found;
}

static void judge(struct trial *trial, const struct plan_proposal *proposal)
{
    struct value *edits = arena_new(trial->arena, 1, struct value);
    value_init(edits, VALUE_LIST);
    amendment_put_edits(trial->arena, edits, &trial->planned->event,
                        &proposal->amendments);
    const char *text = json_line_text(trial->arena, edits);
    const char *json = apply_edits(
        trial->arena, json_event_text(trial->arena, &trial->planned->event), edits);
    trial->totals->n_proposals++;
    trial->totals->n_locked += proposal->is_locked;
    for (int k = 0; k < proposal->amendments.n; k++) {
        trial->totals->n_kinds[proposal->amendments.item[k].kind]++;
    }
    if (!json) {
        wrong(trial, "edits cannot be made", "", text);
        return;
    }
    rerun(trial, json, false, &proposal->fresh, text);
    rerun(trial, json, true, &proposal->rerun, text);
    if (proposal->costs_nobody && !gives_up(&proposal->amendments)) {
        judge_cost(trial, &proposal->fresh, "from nothing", text);
        judge_cost(trial, &proposal->rerun, "--previous", text);
    }
}

/* True if the reader could make all of these changes without asking anybody. */
static bool is_own(const struct trial *trial, const struct amendments *list, int p)
{
    const struct event *event = &trial->planned->event;
    for (int k = 0; k < list->n; k++) {
        const struct amendment *amendment = &list->item[k];
        bool is_of_request = amendment->kind == AMEND_WITHDRAW ||
                             amendment->kind == AMEND_ANY_TIME ||
                             amendment->kind == AMEND_ANY_ORDER;
        bool is_of_people = amendment->kind == AMEND_FREE ||
                            amendment->kind == AMEND_RETURN ||
                            amendment->kind == AMEND_PARALLEL ||
                            amendment->kind == AMEND_MAX_MEETINGS ||
                            amendment->kind == AMEND_MAX_CONSECUTIVE ||
                            amendment->kind == AMEND_MAX_GAPS;
        if (!(is_of_request && event->request[amendment->q].from == p) &&
            !(is_of_people && amendment->p == p) && amendment->kind != AMEND_LOCK) {
            return false;
        }
    }
    return true;
}

/* What is proposed to the one who asked is theirs to change. */
static void explain_to_reader(struct trial *trial)
{
    struct plan_remedies *remedies =
        arena_new(trial->arena, 1, struct plan_remedies);
    int p = trial->planned->event.request[trial->q].from;
    const struct plan_remedy_wish wish = {
        .q = trial->q, .p = p, .n = PLAN_PROPOSALS_MOST};
    plan_remedies_find(trial->arena, &trial->base, &wish, remedies);
    for (int k = 0; k < remedies->n; k++) {
        judge(trial, &remedies->proposal[k]);
        if (!is_own(trial, &remedies->proposal[k].amendments, p)) {
            wrong(trial, "is not the reader's to change", "--for", "");
        }
        trial->totals->n_own++;
    }
}

static void explain(struct trial *trial)
{
    struct plan_remedies *remedies =
        arena_new(trial->arena, 1, struct plan_remedies);
    const struct plan_remedy_wish wish = {
        .q = trial->q, .p = -1, .n = PLAN_PROPOSALS_MOST};
    explain_to_reader(trial);
    plan_remedies_find(trial->arena, &trial->base, &wish, remedies);
    trial->totals->n_requests++;
    for (int k = 0; k < remedies->n; k++) {
        judge(trial, &remedies->proposal[k]);
    }
    if (remedies->has_forced) {
        trial->totals->n_forced++;
        judge(trial, &remedies->forced);
    }
    if (remedies->has_yielding) {
        judge(trial, &remedies->yielding);
    }
    trial->totals->n_unserved += remedies->n == 0 && !remedies->has_forced;
}

static void explain_some(struct trial *trial)
{
    const struct schedule *schedule = &trial->planned->schedule;
    int n = schedule->n_unscheduled;
    for (int k = 0; k < n && k < MOST_REQUESTS; k++) {
        const struct unscheduled *entry =
            &schedule->unscheduled[(k + (int)(trial->seed % 7)) % n];
        trial->q =
            event_find_request(&trial->planned->event, entry->request_ids.text[0]);
        explain(trial);
    }
}

static void run(uint64_t seed, struct totals *totals)
{
    struct arena arena;
    arena_init(&arena);
    struct planned *planned = arena_new(&arena, 1, struct planned);
    struct trial trial = {.seed = seed, .arena = &arena, .totals = totals};
    if (!planned_read(&arena, random_event(&arena, seed, 0), NULL, planned)) {
        printf("seed %llu: the event is at fault:\n%s", (unsigned long long)seed,
               planned->findings);
        trial.n_wrong++;
    } else {
        planned_solve(&arena, 1, 1, planned);
        trial.planned = planned;
        trial.base = (struct plan_trial_base){
            .event = &planned->event,
            .elig = &planned->elig,
            .schedule = &planned->schedule,
            .seed = 1,
            .threads = 1,
        };
        if (planned->status == PLAN_DONE) {
            plan_trial_find_levels(&arena, &trial.base);
            explain_some(&trial);
        }
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
    for (int k = 0; k < N_AMENDMENTS; k++) {
        printf("%-25s %4d times\n", amendment_kind_name((enum amendment_kind)k),
               totals.n_kinds[k]);
    }
    printf(
        "%d requests, %d proposals, %d with a lock, %d forced, %d to the reader, "
        "%d requests without any\n",
        totals.n_requests, totals.n_proposals, totals.n_locked, totals.n_forced,
        totals.n_own, totals.n_unserved);
    printf("%d seeds, %d failed\n", totals.n_seeds, totals.n_failed);
    bool few = seeds.usual && totals.n_proposals < totals.n_seeds;
    return totals.n_failed == 0 && totals.n_seeds > 0 && !few ? 0 : 1;
}
