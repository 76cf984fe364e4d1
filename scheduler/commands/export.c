#include "scheduler/base/phrase.h"
#include "scheduler/commands/command.h"

#include <stdio.h>

#include "io/host_files.h"
#include "scheduler/base/crew.h"
#include "scheduler/base/text.h"
#include "scheduler/commands/answers.h"
#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"
#include "scheduler/commands/outputs.h"
#include "scheduler/commands/summary.h"
#include "scheduler/commands/table_options.h"

struct export_options {
    const char *operand[2]; /* event, schedule */
    const char *out, *previous;
    bool drafts;
    const char *encoding; /* of tables */
    struct table_options tables;
};

static enum options_result parse(int argc, char **argv,
                                 struct export_options *options)
{
    const struct option_row row[] = {
        {"out", 'o', OPTION_TEXT, "OUT", "folder for everything that is written",
         &options->out, 0, 0, true},
        {"previous", 'p', OPTION_TEXT, "SCHEDULE",
         "the schedule before: changes.csv, and to judge what was sent",
         &options->previous, 0, 0, false},
        {"drafts", 0, OPTION_FLAG, NULL,
         "mails that a mail program opens to be sent", &options->drafts, 0, 0,
         false},
        options_encoding_row(&options->encoding),
        table_options_encoding_row(&options->tables),
        table_options_delimiter_row(&options->tables),
    };
    const struct usage usage = {
        .command = "export",
        .example = "matchday export day out/schedule.json -o again",
        .operands = "EVENT SCHEDULE",
        .about =
            "Writes the outputs of a schedule.json again, for instance after room "
            "links or\nnames have changed. A schedule that breaks rules is "
            "refused.",
        .n_operands = 2,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    return options_parse(&usage, argc, argv, options->operand);
}

static enum exit_code export_all(struct job *job,
                                 const struct export_options *options)
{
    struct error err;
    struct job_schedules read = {
        .event_path = options->operand[0],
        .path = options->operand[1],
        .previous_path = options->previous,
    };
    outputs_look(job, options->out);
    enum exit_code code = job_read_schedules(job, &read);
    if (code == EXIT_CODE_DONE) {
        code = job_read_mail_words(job);
    }
    if (code == EXIT_CODE_DONE) {
        code = job_require_organizer(job);
    }
    if (code == EXIT_CODE_DONE) {
        code = answers_read(job, read.path, options->out);
    }
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    if (!table_options_take(job, &options->tables, &err) ||
        !outputs_check(job, &read.schedule, options->out, &err)) {
        return job_fail(&err);
    }
    code = job_accept_schedule(job, &read, phrase("so that nothing is written"));
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    struct outputs_written written;
    const struct schedule *previous = options->previous ? &read.previous : NULL;
    if (!outputs_write(job, &read.schedule, previous, options->out, &written,
                       &err)) {
        return job_fail(&err);
    }
    host_judge(&job->event, &read.schedule, &job->findings);
    printf("%s: %d meeting%s of %s\n", job->event.id, read.schedule.n_meetings,
           text_s(read.schedule.n_meetings), read.path);
    summary_print_outputs(job, &read.schedule, options->out, previous != NULL,
                          &written);
    return EXIT_CODE_DONE;
}

enum exit_code command_export(int argc, char **argv)
{
    struct job job;
    struct export_options options = {.out = NULL};
    enum options_result parsed = parse(argc, argv, &options);
    if (parsed != OPTIONS_RUN) {
        return options_exit_code(parsed);
    }
    job_init(&job, false);
    job.encodings.asked = options.encoding;
    job.drafts = options.drafts;
    job.threads = crew_cores();
    return job_finish(&job, export_all(&job, &options));
}
