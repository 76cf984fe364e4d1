#include "scheduler/plan_trial.h"

#include <string.h>

#include "scheduler/base/bits.h"
#include "scheduler/base/stopwatch.h"

int plan_trial_quick_levels(const struct plan_trial_base *base)
{
    for (int k = 0; k < base->n_levels; k++) {
        if (base->level[k] == LEVEL_SERVED) {
            return k + 1;
        }
    }
    return base->n_levels;
}

int plan_trial_compare(const struct plan_trial_base *base, int n_levels,
                       const int64_t a[N_LEVELS], const int64_t b[N_LEVELS])
{
    for (int k = 0; k < n_levels; k++) {
        enum level level = base->level[k];
        if (a[level] != b[level]) {
            return (a[level] > b[level]) == level_is_maximised(level) ? 1 : -1;
        }
    }
    return 0;
}

static bool is_equal(const enum level *a, int n_a, const enum level *b, int n_b)
{
    return n_a == n_b && memcmp(a, b, (size_t)n_a * sizeof *a) == 0;
}

void plan_trial_find_levels(struct arena *arena, struct plan_trial_base *base)
{
    const struct schedule *schedule = base->schedule;
    enum level *made_for = arena_new(arena, N_LEVELS, enum level);
    enum level *of_schedule, *of_event, *rerun;
    for (int k = 0; k < schedule->n_levels; k++) {
        made_for[k] = schedule->level[k].level;
    }
    int n = plan_objective(arena, base->event, made_for, schedule->n_levels, false,
                           &of_schedule);
    int n_event = plan_objective(arena, base->event, NULL, 0, false, &of_event);
    /* A first schedule does not say where stability belongs; the event does. */
    bool as_event = is_equal(of_schedule, n, of_event, n_event);
    base->level = of_schedule;
    base->n_levels = n;
    base->n_rerun_levels =
        plan_objective(arena, base->event, as_event ? NULL : made_for,
                       as_event ? 0 : schedule->n_levels, true, &rerun);
    base->rerun_level = rerun;
}

/* Everything about one trial, in an arena of its own. */
struct run {
    struct arena arena;
    struct event event;
    struct eligibility elig;
    struct schedule previous, schedule;
    struct findings findings;
    const enum level *level;
    int n_levels;
};

/* The schedule of before as the amended event sees it. */
static void bind_previous(struct run *run, const struct schedule *schedule)
{
    size_t size = sizeof *schedule->meeting;
    run->previous = *schedule;
    run->previous.meeting =
        arena_new(&run->arena, schedule->n_meetings, struct schedule_meeting);
    run->previous.cancelled =
        arena_new(&run->arena, schedule->n_cancelled, struct schedule_meeting);
    if (schedule->n_meetings > 0) {
        memcpy(run->previous.meeting, schedule->meeting,
               (size_t)schedule->n_meetings * size);
    }
    if (schedule->n_cancelled > 0) {
        memcpy(run->previous.cancelled, schedule->cancelled,
               (size_t)schedule->n_cancelled * size);
    }
    schedule_bind(&run->previous, &run->event, &run->elig);
}

/* So that its meeting cannot be held, whatever else is scheduled. It stays possible:
 * what is promised to people does not become less. */
static void rule_out(struct run *run, int q)
{
    int m = run->elig.meeting_of_request[q];
    memset(run->elig.suitable + (int64_t)m * run->elig.slot_words, 0,
           (size_t)run->elig.slot_words * sizeof *run->elig.suitable);
}

static bool prepare(struct run *run, const struct plan_trial_base *base,
                    enum plan_trial_kind kind, const struct amendments *amendments,
                    int q, bool without)
{
    struct arena *arena = &run->arena;
    findings_init(&run->findings, arena);
    amendments_apply(arena, base->event, amendments, &run->event);
    eligibility_build(arena, &run->event, &run->elig, &run->findings);
    if (findings_has_errors(&run->findings)) {
        return false;
    }
    if (without) {
        rule_out(run, q);
    }
    bind_previous(run, base->schedule);
    run->level = kind == TRIAL_RERUN ? base->rerun_level : base->level;
    run->n_levels = kind == TRIAL_RERUN   ? base->n_rerun_levels
                    : kind == TRIAL_QUICK ? plan_trial_quick_levels(base)
                                          : base->n_levels;
    return true;
}

bool plan_trial_is_cut(const struct plan_trial *trial)
{
    return trial->status == PLAN_INTERRUPTED || trial->status == PLAN_UNKNOWN;
}

bool plan_trial_is_late(const struct plan_trial_base *base)
{
    return base->until_s > 0 && stopwatch_now_s() >= base->until_s;
}

static bool should_stop(void *context)
{
    const struct plan_trial_base *base = context;
    return plan_trial_is_late(base) ||
           (base->should_stop && base->should_stop(base->context));
}

static void report(void *context, const struct plan_progress *progress)
{
    const struct plan_trial_base *base = context;
    if (base->report) {
        base->report(base->context, progress);
    }
}

static void solve(struct run *run, const struct plan_trial_base *base,
                  enum plan_trial_kind kind, struct plan_trial *out)
{
    const struct plan_input input = {
        .event = &run->event,
        .elig = &run->elig,
        .previous = kind == TRIAL_RERUN ? &run->previous : NULL,
        .level = run->level,
        .n_levels = run->n_levels,
        .freeze_before_s =
            kind == TRIAL_RERUN ? schedule_frozen_before(base->schedule) : 0,
    };
    struct plan_trial_base lent = *base; /* for a callback, which takes no const */
    const struct plan_options options = {
        .seed = base->seed,
        .threads = base->threads,
        .skips_reasons = true,
        .should_stop = should_stop,
        .report = report,
        .context = &lent,
    };
    out->status =
        plan_solve(&run->arena, &input, &options, &run->schedule, &run->findings);
}

static void take_values(const struct run *run, struct plan_trial *out)
{
    bool is_up_to_served = true;
    out->proven = true;
    for (int k = 0; k < run->schedule.n_levels; k++) {
        const struct level_result *level = &run->schedule.level[k];
        out->value[level->level] = level->value;
        out->n_levels += level->level != LEVEL_STABILITY;
        out->proven &= level->optimal || !is_up_to_served;
        is_up_to_served &= level->level != LEVEL_SERVED;
    }
}

static const struct schedule_meeting *find(const struct schedule *schedule,
                                           const struct schedule_meeting *wanted)
{
    for (int k = 0; k < schedule->n_meetings; k++) {
        if (schedule_is_same_meeting(&schedule->meeting[k], wanted)) {
            return &schedule->meeting[k];
        }
    }
    return NULL;
}

/* Which meetings of before are gone or moved, and which are new. */
static void compare(struct arena *arena, const struct run *run,
                    const struct plan_trial_base *base, int q,
                    struct plan_trial *out)
{
    const struct schedule *before = base->schedule;
    out->dropped = arena_new(arena, before->n_meetings, int);
    out->moved = arena_new(arena, before->n_meetings, int);
    out->gained = arena_new(arena, run->schedule.n_meetings, int);
    for (int k = 0; k < before->n_meetings; k++) {
        const struct schedule_meeting *old = &before->meeting[k];
        const struct schedule_meeting *now = find(&run->schedule, old);
        if (!now) {
            out->dropped[out->n_dropped++] = k;
        } else if (now->start_s != old->start_s || now->end_s != old->end_s) {
            out->moved[out->n_moved++] = k;
        }
    }
    for (int k = 0; k < run->schedule.n_meetings; k++) {
        const struct schedule_meeting *now = &run->schedule.meeting[k];
        if (strings_has(&now->request_ids, base->event->request[q].id)) {
            out->served = true;
            out->s = now->s;
            out->room_id = arena_strdup(arena, now->room_id);
            out->interpreter_id = arena_strdup(arena, now->interpreter_id);
        } else if (now->m >= 0 && !find(before, now)) {
            out->gained[out->n_gained++] = now->m;
        }
    }
}

void plan_trial(struct arena *arena, const struct plan_trial_base *base,
                enum plan_trial_kind kind, const struct amendments *amendments,
                int q, bool without, struct plan_trial *out)
{
    struct run run = {.n_levels = 0};
    *out = (struct plan_trial){.status = PLAN_INFEASIBLE, .s = -1};
    arena_init(&run.arena);
    if (prepare(&run, base, kind, amendments, q, without)) {
        solve(&run, base, kind, out);
        if (out->status == PLAN_DONE || out->status == PLAN_INTERRUPTED) {
            take_values(&run, out);
            compare(arena, &run, base, q, out);
        }
    }
    arena_finish(&run.arena);
}
