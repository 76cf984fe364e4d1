#include "scheduler/plan.h"

#include <stdlib.h>
#include <string.h>

#include "scheduler/base/phrase.h"
#include "scheduler/base/stopwatch.h"
#include "scheduler/base/text.h"
#include "scheduler/plan_core.h"
#include "scheduler/plan_frozen.h"
#include "scheduler/plan_history.h"
#include "scheduler/plan_past.h"
#include "scheduler/plan_problem.h"
#include "scheduler/plan_reason.h"
#include "solver/solver.h"

int plan_objective(struct arena *arena, const struct event *event,
                   const enum level *wanted, int n_wanted, bool has_previous,
                   enum level **level)
{
    const enum level *given = n_wanted > 0 ? wanted : event->objective;
    int n_given = n_wanted > 0 ? n_wanted : event->n_objective, n = 0;
    *level = arena_new(arena, n_given + 1, enum level);
    bool names_stability = false;
    for (int k = 0; k < n_given; k++) {
        names_stability |= given[k] == LEVEL_STABILITY;
    }
    if (has_previous && !names_stability) {
        (*level)[n++] = LEVEL_STABILITY;
    }
    for (int k = 0; k < n_given; k++) {
        if (given[k] != LEVEL_STABILITY || has_previous) {
            (*level)[n++] = given[k];
        }
    }
    return n;
}

/* Requests that stand with their scheduled meeting: those that count, and those
 * that wait for an answer. */
static struct strings requests_of(struct arena *arena, const struct event *event,
                                  const struct meeting *meeting)
{
    struct strings ids = {arena_new(arena, meeting->n_requests, const char *), 0};
    for (int k = 0; k < meeting->n_requests; k++) {
        const struct request *request = &event->request[meeting->request[k]];
        if (request->status == REQUEST_ACCEPTED ||
            request->status == REQUEST_PENDING) {
            ids.text[ids.n++] = request->id;
        }
    }
    strings_sort(&ids);
    return ids;
}

static struct strings participants_of(struct arena *arena,
                                      const struct event *event,
                                      const struct meeting *meeting)
{
    struct strings ids = {arena_new(arena, meeting->n_participants, const char *),
                          0};
    for (int k = 0; k < meeting->n_participants; k++) {
        ids.text[ids.n++] = event->participant[meeting->participant[k]].id;
    }
    strings_sort(&ids);
    return ids;
}

static struct schedule_meeting make_meeting(struct arena *arena,
                                            const struct plan_input *input, int m,
                                            int s, int r, int i)
{
    const struct event *event = input->event;
    const struct meeting *meeting = &input->elig->meeting[m];
    const struct slot *slot = &event->slot[s];
    return (struct schedule_meeting){
        .id = "",
        .participant_ids = participants_of(arena, event, meeting),
        .request_ids = requests_of(arena, event, meeting),
        .topic = meeting->topic,
        .slot_id = slot->id,
        .room_id = r >= 0 ? event->room[r].id : "",
        .interpreter_id = i >= 0 ? event->interpreter[i].id : "",
        .start_s = slot->start_s,
        .end_s = slot->end_s,
        .uid = "",
        .tentative = meeting->all_pending,
        .sent = {.slot_id = "", .room_id = "", .interpreter_id = ""},
        .reason = "",
        .m = m,
        .s = s,
        .r = r,
        .i = i,
    };
}

/* A meeting that has begun stands with the requests that it had, as far as the
 * event still knows them, and with those that count now. */
static struct strings requests_of_frozen(struct arena *arena,
                                         const struct event *event,
                                         const struct meeting *meeting,
                                         const struct strings *before)
{
    struct strings ids = {arena_new(arena, meeting->n_requests, const char *), 0};
    for (int pass = 0; pass < 2 && ids.n == 0; pass++) {
        for (int k = 0; k < meeting->n_requests; k++) {
            const struct request *request = &event->request[meeting->request[k]];
            if (pass > 0 || strings_has(before, request->id) ||
                request->status == REQUEST_ACCEPTED ||
                request->status == REQUEST_PENDING) {
                ids.text[ids.n++] = request->id;
            }
        }
    }
    strings_sort(&ids);
    return ids;
}

/* As it was, but for what the event says of it now. */
static struct schedule_meeting make_frozen(struct arena *arena,
                                           const struct plan_input *input,
                                           const struct schedule_meeting *old)
{
    struct schedule_meeting meeting = *old;
    meeting.s = event_find_slot(input->event, old->slot_id);
    meeting.frozen = true;
    meeting.reason = "";
    if (old->m >= 0) {
        const struct meeting *asked = &input->elig->meeting[old->m];
        meeting.request_ids =
            requests_of_frozen(arena, input->event, asked, &old->request_ids);
        meeting.tentative = asked->n_counting > 0 && asked->all_pending;
    }
    return meeting;
}

static int by_start_and_room(const void *a, const void *b)
{
    const struct schedule_meeting *x = a, *y = b;
    if (x->start_s != y->start_s) {
        return x->start_s < y->start_s ? -1 : 1;
    }
    return strcmp(x->room_id, y->room_id);
}

static void fill_meetings(struct arena *arena, const struct plan_input *input,
                          const struct plan_problem *numbers,
                          const struct solution *solution,
                          struct schedule *schedule)
{
    int n = numbers->problem.n_meetings;
    int n_previous = input->previous ? input->previous->n_meetings : 0;
    schedule->meeting = arena_new(arena, n + n_previous, struct schedule_meeting);
    for (int i = 0; i < n_previous; i++) {
        const struct schedule_meeting *old = &input->previous->meeting[i];
        if (plan_has_begun(input, old)) {
            schedule->meeting[schedule->n_meetings++] =
                make_frozen(arena, input, old);
        }
    }
    for (int k = 0; k < n; k++) {
        if (solution->slot[k] >= 0 && numbers->frozen[k] < 0) {
            schedule->meeting[schedule->n_meetings++] =
                make_meeting(arena, input, numbers->model[k], solution->slot[k],
                             solution->room[k], solution->interpreter[k]);
        }
    }
    if (schedule->n_meetings > 0) {
        qsort(schedule->meeting, (size_t)schedule->n_meetings,
              sizeof *schedule->meeting, by_start_and_room);
    }
}

static void fill_levels(struct arena *arena, const struct plan_input *input,
                        const struct plan_problem *numbers,
                        const struct solution *solution, struct schedule *schedule)
{
    schedule->level = arena_new(arena, input->n_levels, struct level_result);
    schedule->n_levels = input->n_levels;
    for (int k = 0; k < input->n_levels; k++) {
        const struct solver_level_result *result = &solution->level[k];
        int64_t past = plan_past_value(numbers, input->level[k]);
        schedule->level[k] = (struct level_result){
            .level = input->level[k],
            .value = result->value + past,
            .has_bound = result->has_bound,
            .bound = result->bound + (result->has_bound ? past : 0),
            .optimal = result->has_bound && result->bound == result->value,
        };
    }
}

static void fill_schedule(struct arena *arena, const struct plan_input *input,
                          uint64_t seed, const struct plan_problem *numbers,
                          const struct solution *solution,
                          struct schedule *schedule)
{
    *schedule = (struct schedule){
        .event_id = input->event->id,
        .generator_version = "",
        .seed = seed,
        .frozen_before_s = plan_frozen_before(input),
        .slot = input->event->slot,
        .n_slots = input->event->n_slots,
    };
    fill_meetings(arena, input, numbers, solution, schedule);
    fill_levels(arena, input, numbers, solution, schedule);
    plan_history(arena, input->event, input->elig, input->previous, schedule);
    schedule_bind(schedule, input->event, input->elig);
    schedule_assign_attendees(arena, input->event, schedule);
}

/* What the solver and the reasons call while they work. */
struct watch {
    const struct plan_options *options;
    const struct plan_problem *numbers;
    double start_s;
    double reserve_s; /* of the time that is left, not for who is at work now */
};

/* Some, however late it is; 0 = no limit. */
static double seconds_for_all(const struct plan_options *options)
{
    static const double least_s = 0.001;
    double left_s =
        options->seconds_left ? options->seconds_left(options->context) : 0;
    return options->seconds_left && left_s < least_s ? least_s : left_s;
}

/* Of a limited time so much is for the reasons. */
static double seconds_for_reasons(double limit_s)
{
    static const double part = 0.2, most_s = 20;
    return part * limit_s < most_s ? part * limit_s : most_s;
}

static bool is_over(const struct watch *watch)
{
    const struct plan_options *options = watch->options;
    return options->seconds_left &&
           options->seconds_left(options->context) <= watch->reserve_s;
}

static void relay_report(void *context, const struct solver_progress *progress)
{
    const struct watch *watch = context;
    const struct plan_options *options = watch->options;
    enum level level = plan_model_level(progress->level);
    int64_t past = plan_past_value(watch->numbers, level);
    struct plan_progress out = {
        .level = level,
        .has_value = true,
        .has_bound = progress->has_bound,
        .value = progress->value + past,
        .bound = progress->bound + past,
        .seconds = progress->seconds,
    };
    options->report(options->context, &out);
}

static void relay_reasons(void *context, int n_explained, int n_to_explain)
{
    const struct watch *watch = context;
    const struct plan_options *options = watch->options;
    struct plan_progress out = {
        .n_explained = n_explained,
        .n_to_explain = n_to_explain,
        .seconds = stopwatch_now_s() - watch->start_s,
    };
    if (options->report) {
        options->report(options->context, &out);
    }
}

static bool should_stop(void *context)
{
    const struct watch *watch = context;
    const struct plan_options *options = watch->options;
    return (options->should_stop && options->should_stop(options->context)) ||
           is_over(watch);
}

/* Nothing was found and nothing proven: says what ended the search. */
static void tell_unknown(const struct watch *watch, const struct event *event,
                         struct findings *findings)
{
    const struct plan_options *options = watch->options;
    const char *end = phrase("in all that the search tries"),
               *remedy =
                   phrase("fewer locks, or another course of the search (--seed)");
    if (options->should_stop && options->should_stop(options->context)) {
        end = phrase("before the interruption");
        remedy = phrase("more time, or fewer locks");
    } else if (is_over(watch)) {
        end = phrase("within the time limit");
        remedy = phrase("more time (--time-limit), or fewer locks");
    }
    findings_add(findings, SEVERITY_ERROR, (struct place){.file = event->file},
                 "no schedule that keeps all locks was found %s, and none was "
                 "proven impossible; expected %s",
                 end, remedy);
}

/* Meetings of before that nothing can keep: they are no changes of the plan. */
static int count_impossible(const struct plan_input *input)
{
    int n = 0;
    for (int i = 0; i < input->previous->n_meetings; i++) {
        const struct schedule_meeting *old = &input->previous->meeting[i];
        bool possible = old->m >= 0 && input->elig->meeting[old->m].possible;
        n += !plan_has_begun(input, old) && !possible;
    }
    return n;
}

static void tell_too_many(struct arena *arena, const struct plan_input *input,
                          int least, struct findings *findings)
{
    int n_gone = count_impossible(input);
    const char *besides =
        n_gone == 0
            ? ""
            : arena_printf(arena, phrase(" (besides %d that %s possible no more)"),
                           n_gone, n_gone == 1 ? "is" : "are");
    findings_add(
        findings, SEVERITY_ERROR, (struct place){.field = "--max-moves"},
        least == 1
            ? "at least %d meeting of the schedule before cannot stay as it was%s, "
              "and at most %d may change; expected --max-moves %d or more"
            : "at least %d meetings of the schedule before cannot stay as they "
              "were%s, and at most %d may change; expected --max-moves %d or more",
        least, besides, input->max_moves, least);
}

/* The slots to begin from, of the solver's meetings; NULL where there are none. */
static int *find_start(struct arena *arena, const struct plan_input *input,
                       const struct plan_problem *numbers)
{
    const struct problem *problem = &numbers->problem;
    if (!input->start) {
        return NULL;
    }
    int *slot = arena_new(arena, problem->n_meetings, int);
    for (int k = 0; k < problem->n_meetings; k++) {
        int s = input->start[numbers->model[k]];
        slot[k] = s >= 0 && problem_allows(problem, k, s) ? s : -1;
    }
    return slot;
}

enum plan_status plan_solve(struct arena *arena, const struct plan_input *input,
                            const struct plan_options *options,
                            struct schedule *schedule, struct findings *findings)
{
    if (!plan_frozen_fits(arena, input, findings)) {
        return PLAN_INFEASIBLE;
    }
    struct plan_problem numbers;
    struct solution solution;
    struct watch watch = {
        .options = options, .numbers = &numbers, .start_s = stopwatch_now_s()};
    double limit_s = seconds_for_all(options);
    watch.reserve_s = options->skips_reasons ? 0 : seconds_for_reasons(limit_s);
    plan_problem_build(arena, input, &numbers);
    struct solver_options solver_options = {
        .seed = options->seed,
        .start = find_start(arena, input, &numbers),
        .threads = options->threads,
        .time_limit_s = limit_s - watch.reserve_s,
        .should_stop = should_stop,
        .report = options->report ? relay_report : NULL,
        .context = &watch,
    };
    switch (solver_solve(arena, &numbers.problem, &solver_options, &solution)) {
    case SOLVE_INFEASIBLE:
        plan_tell_core(arena, input, &numbers, &solution, findings);
        return PLAN_INFEASIBLE;
    case SOLVE_TOO_MANY:
        tell_too_many(arena, input, solution.least_changes, findings);
        return PLAN_INFEASIBLE;
    case SOLVE_UNKNOWN:
        tell_unknown(&watch, input->event, findings);
        return PLAN_UNKNOWN;
    case SOLVE_DONE:
        break;
    }
    fill_schedule(arena, input, options->seed, &numbers, &solution, schedule);
    watch.reserve_s = 0;
    if (!options->skips_reasons) {
        plan_reasons(arena, input, &numbers, &solution, options->threads,
                     &(struct plan_poll){should_stop, relay_reasons, &watch},
                     schedule);
    }
    return solution.interrupted ? PLAN_INTERRUPTED : PLAN_DONE;
}

bool plan_write_model(struct arena scratch, const struct plan_input *input,
                      const char *path, struct error *err)
{
    struct plan_problem numbers;
    plan_problem_build(&scratch, input, &numbers);
    int cause;
    if (!solver_write_model(scratch, &numbers.problem, path, &cause)) {
        error_set(err, "%s: cannot be written: %s", path, strerror(cause));
        err->code = EXIT_CODE_IO;
        return false;
    }
    return true;
}
