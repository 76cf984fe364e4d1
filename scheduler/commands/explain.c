/* Why things are as they are in a schedule, and what would change them. Every
 * proposal was made, in memory, and solved for. */

#include "scheduler/base/phrase.h"
#include "scheduler/commands/command.h"

#include <stdio.h>
#include <string.h>

#include "scheduler/base/crew.h"
#include "scheduler/base/stopwatch.h"
#include "scheduler/commands/explaining.h"
#include "scheduler/commands/options.h"
#include "scheduler/commands/stop.h"

struct explain_options {
    const char **operand; /* event, schedule, ids */
    int n_operands;
    const char *reader, *language;
    int64_t threads;
    double time_limit_s;
    bool json;
    const char *encoding; /* of tables */
};

static enum options_result parse(int argc, char **argv,
                                 struct explain_options *options)
{
    const struct option_row row[] = {
        {"for", 'f', OPTION_TEXT, "PARTICIPANT",
         "a text that can be sent to them, with nothing about others",
         &options->reader, 0, 0, false},
        {"language", 'l', OPTION_TEXT, "CODE",
         "of that text: en, ja, fr (the first contact's)", &options->language, 0, 0,
         false},
        {"time-limit", 't', OPTION_SECONDS, "SECONDS",
         "tell then what is known, and what was not tried (60)",
         &options->time_limit_s, 0, 0, false},
        {"threads", 'j', OPTION_NUMBER, "N",
         "threads; the result is the same (all cores)", &options->threads, 1, 256,
         false},
        {"json", 0, OPTION_FLAG, NULL, "print everything as JSON", &options->json,
         0, 0, false},
        options_encoding_row(&options->encoding),
    };
    const struct usage usage = {
        .command = "explain",
        .example = "matchday explain day out r08",
        .operands = "EVENT SCHEDULE [ID...]",
        .about =
            "Says of a request why it is not served and what would serve it, of a "
            "meeting\nwhy it is where it is and where else it could be, of a "
            "participant what became\nof their requests. What is proposed has been "
            "solved for. With --for and no ID:\nall requests of theirs that are "
            "not served.",
        .n_operands = 2,
        .n_given = &options->n_operands,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    enum options_result parsed =
        options_parse(&usage, argc, argv, options->operand);
    if (parsed == OPTIONS_RUN && options->n_operands == 2 && !options->reader) {
        fputs("matchday explain: something is missing; expected EVENT SCHEDULE "
              "ID..., or --for PARTICIPANT\n",
              stderr);
        return OPTIONS_WRONG;
    }
    return parsed;
}

static bool should_stop(void *context)
{
    (void)context;
    return stop_was_asked();
}

static void report(void *context, const struct plan_progress *at)
{
    progress_report(&((struct explaining *)context)->progress, at);
}

void explaining_begin(struct explaining *explaining, int n_parts)
{
    double now_s = stopwatch_now_s();
    int n = (explaining->n_to_come > 0 ? explaining->n_to_come : 1) - 1 + n_parts;
    explaining->base.until_s = now_s + (explaining->until_s - now_s) / n;
    progress_init(&explaining->progress, explaining->job->as_json);
    progress_expect(&explaining->progress, explaining->base.until_s);
}

void explaining_end(struct explaining *explaining)
{
    progress_end(&explaining->progress);
}

static void set_base(struct explaining *explaining, int threads)
{
    struct job *job = explaining->job;
    explaining->base = (struct plan_trial_base){
        .event = &job->event,
        .elig = &job->elig,
        .schedule = &explaining->schedule,
        .seed = explaining->schedule.seed,
        .threads = threads,
        .should_stop = should_stop,
        .report = report,
        .context = explaining,
    };
    plan_trial_find_levels(&job->arena, &explaining->base);
}

static enum exit_code read_input(struct explaining *explaining,
                                 const struct explain_options *options)
{
    struct job *job = explaining->job;
    job->awaits_schedule = true;
    enum exit_code code = job_read_event(job, options->operand[0]);
    explaining->path = job_schedule_path(job, options->operand[1]);
    if (code == EXIT_CODE_DONE) {
        code = job_read_schedule(job, explaining->path, &explaining->schedule);
    }
    if (code == EXIT_CODE_DONE) {
        code = job_settle_locks(job, &explaining->schedule,
                                schedule_frozen_before(&explaining->schedule));
    }
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    /* The event's warnings are for 'check'. */
    findings_init(&job->findings, &job->arena);
    schedule_sort(&explaining->schedule);
    job_is_of_this_event(
        job, explaining->path, &explaining->schedule,
        phrase("reasons are those of the schedule, all else is of the "
               "event as it is now; solve it again first"));
    set_base(explaining, (int)options->threads);
    return EXIT_CODE_DONE;
}

static bool read_language(struct explaining *explaining, const char *tag)
{
    if (!tag) {
        return true;
    }
    for (int k = 0; k < N_LANGUAGES; k++) {
        if (strcmp(tag, language_tag((enum language)k)) == 0) {
            explaining->language = (enum language)k;
            explaining->has_language = true;
            return true;
        }
    }
    fprintf(stderr,
            "matchday explain: --language: found '%s'; expected 'en', 'ja' or "
            "'fr'\n",
            tag);
    return false;
}

static void explain_subject(struct explaining *explaining,
                            const struct subject *subject)
{
    const struct schedule *schedule = &explaining->schedule;
    if (explaining->has_said && !explaining->job->as_json) {
        putchar('\n');
    }
    explaining->has_said = true;
    if (subject->kind == SUBJECT_PARTICIPANT) {
        explain_participant(explaining, subject->p);
        return;
    }
    const struct schedule_meeting *entry =
        subject->kind == SUBJECT_REQUEST ? explaining_served(explaining, subject->q)
                                         : &schedule->meeting[subject->k];
    if (entry) {
        explain_meeting(explaining, (int)(entry - schedule->meeting));
    } else {
        explain_request(explaining, subject->q);
    }
}

/* A request of the subject that the reader may hear of, or -1, which was told. */
static int find_told(const struct explaining *explaining,
                     const struct subject *subject)
{
    const struct event *event = &explaining->job->event;
    const char *reader = event->participant[explaining->reader].id;
    int q = subject->q;
    if (subject->kind == SUBJECT_MEETING) {
        const struct strings *ids =
            &explaining->schedule.meeting[subject->k].request_ids;
        q = ids->n > 0 ? event_find_request(event, ids->text[0]) : -1;
    }
    if (subject->kind == SUBJECT_PARTICIPANT || q < 0 ||
        !explaining_concerns(explaining, q, explaining->reader)) {
        fprintf(stderr,
                "matchday explain: --for: '%s' is in none of that; expected "
                "requests and meetings of theirs, or no ID\n",
                reader);
        return -1;
    }
    return q;
}

/* One text about all subjects, or about all that the reader asked for in vain. */
static enum exit_code write_letter(struct explaining *explaining,
                                   const struct subject *subject, int n)
{
    const struct event *event = &explaining->job->event;
    int *request = arena_new(&explaining->job->arena, n + event->n_requests, int);
    int n_requests = 0;
    for (int k = 0; k < n; k++) {
        int q = find_told(explaining, &subject[k]);
        if (q < 0) {
            return EXIT_CODE_USAGE;
        }
        request[n_requests++] = q;
    }
    for (int q = 0; q < event->n_requests && n == 0; q++) {
        if (event->request[q].from == explaining->reader &&
            event->request[q].status != REQUEST_WITHDRAWN &&
            !explaining_served(explaining, q)) {
            request[n_requests++] = q;
        }
    }
    explain_letter(explaining, request, n_requests);
    return EXIT_CODE_DONE;
}

static enum exit_code explain_all(struct explaining *explaining,
                                  const struct subject *subject, int n)
{
    if (explaining->reader >= 0) {
        return write_letter(explaining, subject, n);
    }
    for (int k = 0; k < n && !stop_was_asked(); k++) {
        explaining->n_to_come = n - k;
        explain_subject(explaining, &subject[k]);
    }
    return EXIT_CODE_DONE;
}

static enum exit_code explain(struct explaining *explaining,
                              const struct explain_options *options)
{
    struct job *job = explaining->job;
    int n = options->n_operands - 2;
    struct subject *subject = arena_new(&job->arena, n, struct subject);
    enum exit_code code = read_input(explaining, options);
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    explaining->reader = -1;
    if (options->reader) {
        explaining->reader =
            explaining_find_participant(explaining, options->reader, "--for");
    }
    bool ok = read_language(explaining, options->language) &&
              (!options->reader || explaining->reader >= 0);
    for (int k = 0; k < n && ok; k++) {
        ok = explaining_find(explaining, options->operand[2 + k], &subject[k]);
    }
    if (!ok) {
        return EXIT_CODE_USAGE;
    }
    job->result = arena_new(&job->arena, 1, struct value);
    value_init(job->result, VALUE_OBJECT);
    struct value *list = arena_new(&job->arena, 1, struct value);
    value_init(list, VALUE_LIST);
    explaining->list = list;
    explaining->until_s = stopwatch_now_s() + options->time_limit_s;
    code = explain_all(explaining, subject, n);
    if (code != EXIT_CODE_DONE) {
        job->as_json = false;
        return code;
    }
    struct value *explained =
        value_put(&job->arena, job->result, "explained", VALUE_LIST);
    explained->item = list->item;
    explained->n_items = list->n_items;
    value_put_bool(&job->arena, job->result, "complete", !explaining->was_cut);
    if (explaining->was_cut && !job->as_json) {
        fprintf(
            stderr,
            "matchday explain: the time limit of %g s was reached, so not all was "
            "tried; --time-limit gives more\n",
            options->time_limit_s);
    }
    return stop_was_asked() ? EXIT_CODE_INTERRUPTED : EXIT_CODE_DONE;
}

enum exit_code command_explain(int argc, char **argv)
{
    struct job job;
    enum { USUAL_LIMIT_S = 60 };
    struct explain_options options = {.threads = crew_cores(),
                                      .time_limit_s = USUAL_LIMIT_S};
    job_init(&job, false);
    struct explaining *explaining = arena_new(&job.arena, 1, struct explaining);
    explaining->job = &job;
    options.operand = arena_new(&job.arena, argc, const char *);
    enum options_result parsed = parse(argc, argv, &options);
    if (parsed != OPTIONS_RUN) {
        return job_finish(&job, options_exit_code(parsed));
    }
    stop_on_signals();
    job.encodings.asked = options.encoding;
    job.as_json = options.json;
    return job_finish(&job, explain(explaining, &options));
}
