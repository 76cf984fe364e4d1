/* Read, solve, verify, write: in this order, so that nothing is written before
 * the schedule has been judged by code that does not know the solver. */

#include "scheduler/commands/command.h"

#include <stdio.h>
#include <string.h>

#include "io/host_files.h"
#include "io/json_event.h"
#include "scheduler/commands/answers.h"
#include "scheduler/commands/clock.h"
#include "scheduler/commands/comparison.h"
#include "scheduler/commands/freeze_option.h"
#include "scheduler/commands/job.h"
#include "scheduler/commands/objective_option.h"
#include "scheduler/commands/options.h"
#include "scheduler/commands/outputs.h"
#include "scheduler/commands/progress.h"
#include "scheduler/commands/stop.h"
#include "scheduler/commands/summary.h"
#include "scheduler/commands/table_options.h"
#include "scheduler/base/crew.h"
#include "scheduler/base/stopwatch.h"
#include "scheduler/model/verify.h"
#include "scheduler/plan.h"

struct solve_options {
    const char *event, *out, *previous, *objective, *freeze_before;
    double time_limit_s;
    int64_t seed, threads;
    int64_t max_moves; /* or NO_LIMIT */
    bool quiet, json, drafts;
    const char *encoding; /* of tables */
    struct table_options tables;
};

struct solving {
    const struct solve_options *options;
    double start_s, plan_s;    /* the run, the plan */
    double write_s;            /* what follows the plan takes on a free machine */
    double looked_s, slowness; /* when it was last looked how free it is */
    struct job job;
    struct progress progress;
    struct schedule previous, schedule;
    int64_t freeze_before_s; /* 0 = none */
};

static enum options_result parse(int argc, char **argv,
                                 struct solve_options *options)
{
    const struct option_row row[] = {
        {"out", 'o', OPTION_TEXT, "OUT", "folder for everything that is written",
         &options->out, 0, 0, true},
        {"previous", 'p', OPTION_TEXT, "SCHEDULE",
         "keep close to this schedule.json, or a folder's", &options->previous, 0,
         0, false},
        {"freeze-before", 0, OPTION_TEXT, "TIME",
         "leave alone what begins before: 'now', or 09:30", &options->freeze_before,
         0, 0, false},
        {"max-moves", 0, OPTION_NUMBER, "K",
         "change at most so many meetings of --previous that are still possible",
         &options->max_moves, 0, INT32_MAX, false},
        {"objective", 0, OPTION_TEXT, "LEVELS",
         "levels in their order, like served,compactness", &options->objective, 0,
         0, false},
        {"time-limit", 't', OPTION_SECONDS, "SECONDS",
         "end with the best found by then", &options->time_limit_s, 0, 0, false},
        {"seed", 's', OPTION_NUMBER, "N", "another course of the search (1)",
         &options->seed, 0, INT64_C(9007199254740991), false},
        {"threads", 'j', OPTION_NUMBER, "N",
         "threads; the result is the same (all cores)", &options->threads, 1, 256,
         false},
        {"drafts", 0, OPTION_FLAG, NULL,
         "mails that a mail program opens to be sent", &options->drafts, 0, 0,
         false},
        {"quiet", 'q', OPTION_FLAG, NULL,
         "print no summary, no progress and no notes", &options->quiet, 0, 0,
         false},
        {"json", 0, OPTION_FLAG, NULL, "print findings as JSON on standard output",
         &options->json, 0, 0, false},
        options_encoding_row(&options->encoding),
        table_options_encoding_row(&options->tables),
        table_options_delimiter_row(&options->tables),
    };
    const struct usage usage = {
        .command = "solve",
        .example = "matchday solve day -o out",
        .operands = "EVENT",
        .about =
            "Schedules the event (a folder with event.json or with CSV tables, or "
            "a workbook)\nand writes the schedule, tables, agendas and invites "
            "into OUT.",
        .n_operands = 1,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    return options_parse(&usage, argc, argv, &options->event);
}

/* What had begun by the schedule before has not begun less since: unless told
 * otherwise, it stays. */
static void keep_frozen(struct solving *solving)
{
    struct job *job = &solving->job;
    int64_t before_s = schedule_frozen_before(&solving->previous);
    if (before_s == 0) {
        return;
    }
    solving->freeze_before_s = before_s;
    findings_add(
        &job->findings, SEVERITY_NOTE,
        (struct place){.file = job_schedule_path(job, solving->options->previous)},
        "what begins before %s had begun when this schedule was made, and "
        "stays as it is; if more has begun since, pass --freeze-before now; with "
        "an earlier time it is planned anew",
        clock_all_text(&job->arena, &job->event, before_s));
}

/* A time before or behind the whole event may be a slip. */
static void judge_freeze(struct solving *solving)
{
    struct job *job = &solving->job;
    const struct event *event = &job->event;
    const struct place place = {.field = "--freeze-before"};
    const struct slot *last = &event->slot[event->n_slots - 1];
    bool is_now = strcmp(solving->options->freeze_before, "now") == 0;
    if (event->slot[0].start_s >= solving->freeze_before_s && !is_now) {
        findings_add(&job->findings, SEVERITY_NOTE, place,
                     "nothing begins before that time: the first slot does at %s",
                     clock_all_text(&job->arena, event, event->slot[0].start_s));
    }
    if (last->start_s < solving->freeze_before_s) {
        findings_add(
            &job->findings, SEVERITY_WARNING, place,
            "all slots begin before that time, and nothing can be added or "
            "moved any more; expected a time until %s, when the last one "
            "begins",
            clock_all_text(&job->arena, event, last->start_s));
    }
}

static enum exit_code read_input(struct solving *solving)
{
    const struct solve_options *options = solving->options;
    solving->job.awaits_schedule = options->previous != NULL;
    outputs_look(&solving->job, options->out);
    enum exit_code code = job_read_event(&solving->job, options->event);
    if (code == EXIT_CODE_DONE) {
        code = job_read_mail_words(&solving->job);
    }
    if (code == EXIT_CODE_DONE) {
        code = job_require_organizer(&solving->job);
    }
    if (code == EXIT_CODE_DONE && options->previous) {
        code = job_read_previous(&solving->job, options->previous, true,
                                 &solving->previous);
    }
    if (code == EXIT_CODE_DONE && options->previous) {
        code = answers_read(&solving->job, options->previous, options->out);
    }
    if (code == EXIT_CODE_DONE) {
        code = freeze_option("solve", options->freeze_before,
                             options->previous != NULL, &solving->job,
                             &solving->freeze_before_s);
    }
    if (code == EXIT_CODE_DONE && options->previous) {
        (options->freeze_before ? judge_freeze : keep_frozen)(solving);
        code = job_settle_locks(&solving->job, &solving->previous,
                                solving->freeze_before_s);
    }
    struct error err;
    if (code == EXIT_CODE_DONE &&
        (!table_options_take(&solving->job, &options->tables, &err) ||
         !outputs_check(&solving->job,
                        options->previous ? &solving->previous : NULL, options->out,
                        &err))) {
        return job_fail(&err);
    }
    return code;
}

static const struct schedule *previous_of(const struct solving *solving)
{
    return solving->options->previous ? &solving->previous : NULL;
}

static bool should_stop(void *context)
{
    (void)context;
    return stop_was_asked();
}

static void report(void *context, const struct plan_progress *at)
{
    progress_report(&((struct solving *)context)->progress, at);
}

/* How many files there will be about: an invite for each person of a meeting, a
 * mail, a calendar and a table for everybody. */
static double n_files(const struct job *job)
{
    const struct event *event = &job->event;
    int64_t places = (int64_t)event->n_rooms * event->n_slots, people = 0;
    int64_t n = 0;
    for (int m = 0; m < job->elig.n_meetings; m++) {
        const struct meeting *meeting = &job->elig.meeting[m];
        n += meeting->possible;
        people += meeting->possible ? meeting->n_participants : 0;
    }
    double share = n > places ? (double)places / (double)n : 1;
    return share * (double)people + 3.0 * event->n_participants +
           2.0 * event->n_interpreters;
}

/* What judging and writing the files takes where nothing else runs: their making is
 * shared out to threads, what the disk does for each is less so. */
static double seconds_to_write(const struct job *job)
{
    static const double make_s = 0.0002, put_s = 0.00008, flush_s = 0.03;
    double hands = job->threads > 1 ? 1.6 : 1;
    return n_files(job) * (make_s / hands + put_s) + flush_s;
}

/* Of the whole run's limit, without what follows the plan; some even if that has gone
 * before. Where others use the processors too, what follows takes longer, as all has
 * until now; looking how much longer takes time itself, so it is not done always. */
static double seconds_left(void *context)
{
    static const double between_looks_s = 0.05, least_part = 0.1;
    struct solving *solving = context;
    double limit_s = solving->options->time_limit_s, now_s = stopwatch_now_s();
    if (now_s - solving->looked_s > between_looks_s) {
        solving->slowness = stopwatch_slowness();
        solving->looked_s = now_s;
    }
    double left_s =
        solving->start_s + limit_s - now_s - solving->slowness * solving->write_s;
    double least_s = solving->plan_s + least_part * limit_s - now_s;
    return left_s > least_s ? left_s : least_s;
}

static enum plan_status run(struct solving *solving, const enum level *wanted,
                            int n_wanted)
{
    const struct solve_options *options = solving->options;
    struct job *job = &solving->job;
    enum level *level;
    int n_levels = plan_objective(&job->arena, &job->event, wanted, n_wanted,
                                  previous_of(solving) != NULL, &level);
    if (n_levels == 0) {
        findings_add(
            &job->findings, SEVERITY_ERROR,
            (struct place){.file = job->event.file, .field = "objective"},
            "'stability' is measured against a schedule, and none is given; "
            "expected --previous, or another level beside it");
        return PLAN_INFEASIBLE;
    }
    struct plan_input input = {
        .event = &job->event,
        .elig = &job->elig,
        .previous = previous_of(solving),
        .level = level,
        .n_levels = n_levels,
        .freeze_before_s = solving->freeze_before_s,
        .limits_moves = options->max_moves != NO_LIMIT,
        .max_moves = (int)options->max_moves,
    };
    struct plan_options plan = {
        .seed = (uint64_t)options->seed,
        .threads = (int)options->threads,
        .should_stop = should_stop,
        .seconds_left = options->time_limit_s > 0 ? seconds_left : NULL,
        .report = report,
        .context = solving,
    };
    solving->write_s = seconds_to_write(job);
    solving->plan_s = stopwatch_now_s();
    progress_init(&solving->progress, options->quiet);
    if (options->time_limit_s > 0) {
        progress_expect(&solving->progress,
                        solving->start_s + options->time_limit_s);
    }
    enum plan_status status =
        plan_solve(&job->arena, &input, &plan, &solving->schedule, &job->findings);
    progress_end(&solving->progress);
    return status;
}

/* Judges our own result before anybody sees it. */
static bool is_sound(struct solving *solving)
{
    struct findings broken;
    struct job *job = &solving->job;
    findings_init(&broken, &job->arena);
    verify_schedule(job->arena, &job->event, &job->elig, &solving->schedule,
                    previous_of(solving), "schedule.json", &broken);
    if (!findings_has_errors(&broken)) {
        return true;
    }
    fputs("matchday: the schedule found breaks rules, which is a defect of the "
          "program; nothing was written. Please report this:\n",
          stderr);
    findings_print(&broken, stderr);
    return false;
}

static enum exit_code write_outputs(struct solving *solving)
{
    struct outputs_written written;
    struct error err;
    struct job *job = &solving->job;
    const struct solve_options *options = solving->options;
    json_event_digest(job->arena, &job->event, solving->schedule.input_sha256);
    solving->schedule.generator_version = MATCHDAY_VERSION;
    if (!is_sound(solving)) {
        return EXIT_CODE_DEFECT;
    }
    if (!outputs_write(job, &solving->schedule, previous_of(solving), options->out,
                       &written, &err)) {
        return job_fail(&err);
    }
    host_judge(&job->event, &solving->schedule, &job->findings);
    if (options->json && previous_of(solving)) {
        struct comparison *compared = arena_new(&job->arena, 1, struct comparison);
        comparison_make(job, previous_of(solving), &solving->schedule, compared);
        comparison_put(job, compared);
    }
    if (!options->quiet && !options->json) {
        summary_print(job, &solving->schedule);
        if (previous_of(solving)) {
            summary_print_changes(job, &solving->schedule, previous_of(solving));
        }
        summary_print_outputs(job, &solving->schedule, options->out,
                              options->previous != NULL, &written);
    }
    return EXIT_CODE_DONE;
}

/* Says why the search ended before its end. */
static void tell_interruption(void)
{
    fprintf(stderr, "matchday: %s; the best schedule found by then is written\n",
            stop_was_asked() ? "interrupted" : "the time limit was reached");
}

static enum exit_code solve(struct solving *solving, const enum level *wanted,
                            int n_wanted)
{
    enum exit_code code = read_input(solving);
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    if (stop_was_asked()) {
        fputs("matchday: interrupted before the search began; nothing is written\n",
              stderr);
        return EXIT_CODE_INTERRUPTED;
    }
    enum plan_status status = run(solving, wanted, n_wanted);
    if (status == PLAN_INFEASIBLE) {
        return EXIT_CODE_BAD_INPUT;
    }
    if (status == PLAN_UNKNOWN) {
        return EXIT_CODE_INTERRUPTED;
    }
    code = write_outputs(solving);
    if (code == EXIT_CODE_DONE &&
        (status == PLAN_INTERRUPTED || stop_was_asked())) {
        tell_interruption();
    }
    /* A time limit was the caller's wish; a signal is an interruption. */
    return code == EXIT_CODE_DONE && stop_was_asked() ? EXIT_CODE_INTERRUPTED
                                                      : code;
}

enum exit_code command_solve(int argc, char **argv)
{
    enum level wanted[N_LEVELS];
    int n_wanted;
    struct solve_options options = {
        .seed = 1, .threads = crew_cores(), .max_moves = NO_LIMIT};
    struct solving solving = {.options = &options, .start_s = stopwatch_now_s()};
    enum options_result parsed = parse(argc, argv, &options);
    if (parsed != OPTIONS_RUN) {
        return options_exit_code(parsed);
    }
    if (options.max_moves != NO_LIMIT && !options.previous) {
        fputs(
            "matchday solve: --max-moves counts changes of a schedule, and none is "
            "given; expected --previous beside it\n",
            stderr);
        return EXIT_CODE_USAGE;
    }
    if (!objective_option(options.objective, wanted, &n_wanted)) {
        return EXIT_CODE_USAGE;
    }
    stop_on_signals();
    job_init(&solving.job, options.json);
    solving.job.encodings.asked = options.encoding;
    solving.job.drafts = options.drafts;
    solving.job.findings.without_notes = options.quiet;
    solving.job.threads = (int)options.threads;
    return job_finish(&solving.job, solve(&solving, wanted, n_wanted));
}
