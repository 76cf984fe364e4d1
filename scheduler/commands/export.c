#include "scheduler/commands/command.h"

#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"
#include "scheduler/commands/outputs.h"
#include "scheduler/model/verify.h"

struct export_options {
    const char *operand[2]; /* event, schedule */
    const char *out, *previous;
};

static enum options_result parse(int argc, char **argv,
                                 struct export_options *options)
{
    const struct option_row row[] = {
        {"out", 'o', OPTION_TEXT, "OUT", "folder for everything that is written",
         &options->out, 0, 0, true},
        {"previous", 'p', OPTION_TEXT, "SCHEDULE",
         "the schedule before, to judge what was sent", &options->previous, 0, 0,
         false},
    };
    const struct usage usage = {
        .command = "export",
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

static enum exit_code export(struct job *job,
                             const struct export_options *options) {
    struct error err; struct schedule schedule, previous;
    const char *path = options->operand[1];
    enum exit_code code = job_read_event(job, options->operand[0]);
    if (code == EXIT_CODE_DONE){code = job_require_organizer(job);}
if (code == EXIT_CODE_DONE)
{
    code = job_read_schedule(job, path, &schedule);
}
if (code == EXIT_CODE_DONE && options->previous) {
    code = job_read_schedule(job, options->previous, &previous);
}
if (code != EXIT_CODE_DONE) {
    return code;
}
if (!outputs_check(job, &schedule, options->out, &err)) {
    return job_fail(&err);
}
verify_schedule(job->arena, &job->event, &job->elig, &schedule,
                options->previous ? &previous : NULL, path, &job->findings);
if (findings_has_errors(&job->findings)) {
    return EXIT_CODE_BAD_INPUT;
}
return outputs_write(job, &schedule, options->out, &err) ? EXIT_CODE_DONE
                                                         : job_fail(&err);
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
    return job_finish(&job, export(&job, &options));
}
