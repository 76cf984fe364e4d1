#include "scheduler/commands/command.h"

#include <stdio.h>

#include "scheduler/base/text.h"
#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"
#include "scheduler/commands/summary.h"
#include "scheduler/model/verify.h"

struct verify_options {
    const char *operand[2]; /* event, schedule */
    const char *previous;
    bool json;
};

static enum options_result parse(int argc, char **argv,
                                 struct verify_options *options)
{
    const struct option_row row[] = {
        {"previous", 'p', OPTION_TEXT, "SCHEDULE",
         "the schedule before, for what was sent and for stability",
         &options->previous, 0, 0, false},
        {"json", 0, OPTION_FLAG, NULL, "print findings as JSON on standard output",
         &options->json, 0, 0, false},
    };
    const struct usage usage = {
        .command = "verify",
        .operands = "EVENT SCHEDULE",
        .about = "Judges a schedule.json against every rule of its event and "
                 "recomputes every\nvalue, without the solver. Exit status 1 if "
                 "anything is broken.",
        .n_operands = 2,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    return options_parse(&usage, argc, argv, options->operand);
}

static enum exit_code verify(struct job *job, const struct verify_options *options)
{
    struct schedule schedule, previous;
    const char *path = options->operand[1];
    enum exit_code code = job_read_event(job, options->operand[0]);
    if (code == EXIT_CODE_DONE) {
        code = job_read_schedule(job, path, &schedule);
    }
    if (code == EXIT_CODE_DONE && options->previous) {
        code = job_read_schedule(job, options->previous, &previous);
    }
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    verify_schedule(job->arena, &job->event, &job->elig, &schedule,
                    options->previous ? &previous : NULL, path, &job->findings);
    if (findings_has_errors(&job->findings)) {
        return EXIT_CODE_BAD_INPUT;
    }
    if (!options->json) {
        printf("%s: %d meeting%s, no rule broken\n", path, schedule.n_meetings,
               text_s(schedule.n_meetings));
        summary_print_levels(&schedule);
    }
    return EXIT_CODE_DONE;
}

enum exit_code command_verify(int argc, char **argv)
{
    struct job job;
    struct verify_options options = {.json = false};
    enum options_result parsed = parse(argc, argv, &options);
    if (parsed != OPTIONS_RUN) {
        return options_exit_code(parsed);
    }
    job_init(&job, options.json);
    return job_finish(&job, verify(&job, &options));
}
