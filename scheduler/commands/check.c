#include "scheduler/commands/command.h"

#include <string.h>

#include "io/checked_files.h"
#include "io/file.h"
#include "io/invented_ids.h"
#include "io/json_event.h"
#include "io/output.h"
#include "scheduler/commands/check_report.h"
#include "scheduler/commands/deliver.h"
#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"
#include "scheduler/plan_needs.h"

struct check_options {
    const char *event, *normalised, *out;
    bool json;
    const char *encoding; /* of tables */
};

static enum options_result parse(int argc, char **argv,
                                 struct check_options *options)
{
    const struct option_row row[] = {
        {"normalised", 0, OPTION_TEXT, "DIR",
         "write the event there in canonical form", &options->normalised, 0, 0,
         false},
        {"out", 'o', OPTION_TEXT, "DIR",
         "write there error_rows.csv, and of a workbook checked.xlsx",
         &options->out, 0, 0, false},
        {"json", 0, OPTION_FLAG, NULL, "print findings as JSON on standard output",
         &options->json, 0, 0, false},
        options_encoding_row(&options->encoding),
    };
    const struct usage usage = {
        .command = "check",
        .example = "matchday check day",
        .operands = "EVENT",
        .about =
            "Reads the event (a folder with event.json or with CSV tables, or a "
            "workbook), tells\nevery error and doubt with file, line and field, "
            "and sets what is wanted against\nwhat there is.",
        .n_operands = 1,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    return options_parse(&usage, argc, argv, &options->event);
}

static bool write_canonical(struct job *job, const char *folder, struct error *err)
{
    struct arena scratch = job->arena;
    struct output output;
    output_init(&output, &scratch);
    const char *text = json_event_text(&scratch, &job->event);
    output_add(&output, "event.json", text, strlen(text));
    return deliver(&output, folder, err);
}

/* The rows at fault, also where the event cannot be used. */
static bool write_checked(struct job *job, const struct check_options *options,
                          struct error *err)
{
    const struct event_input input = {options->event, job->encodings, false};
    struct output output;
    output_init(&output, &job->arena);
    return checked_files(&job->arena, &input, &job->findings, &output, err) &&
           deliver(&output, options->out, err);
}

static enum exit_code judge(struct job *job, const struct check_options *options,
                            struct plan_needs *needs)
{
    enum exit_code code = job_read_event(job, options->event);
    if (code == EXIT_CODE_DONE) {
        code = job_read_mail_words(job);
    }
    const struct plan_input input = {.event = &job->event, .elig = &job->elig};
    if (code == EXIT_CODE_DONE &&
        !plan_needs_find(&job->arena, &input, needs, &job->findings)) {
        code = EXIT_CODE_BAD_INPUT;
    }
    return code;
}

static enum exit_code check(struct job *job, const struct check_options *options)
{
    struct error err;
    struct plan_needs needs;
    enum exit_code code = judge(job, options, &needs);
    bool is_read = code == EXIT_CODE_DONE || code == EXIT_CODE_BAD_INPUT;
    if (is_read) {
        invented_ids_name(&job->arena, &job->event, &job->findings);
    }
    if (options->out && is_read) {
        if (!write_checked(job, options, &err)) {
            return job_fail(&err);
        }
        job->findings.all_are_in =
            file_path(&job->arena, options->out, "error_rows.csv");
    }
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    job_ask_for_organizer(job, SEVERITY_WARNING);
    if (options->normalised && !write_canonical(job, options->normalised, &err)) {
        return job_fail(&err);
    }
    if (!options->json) {
        check_report_print(job, &needs);
    }
    return EXIT_CODE_DONE;
}

enum exit_code command_check(int argc, char **argv)
{
    struct job job;
    struct check_options options = {.json = false};
    enum options_result parsed = parse(argc, argv, &options);
    if (parsed != OPTIONS_RUN) {
        return options_exit_code(parsed);
    }
    job_init(&job, options.json);
    job.encodings.asked = options.encoding;
    return job_finish(&job, check(&job, &options));
}
