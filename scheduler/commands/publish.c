#include "scheduler/commands/command.h"

#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"
#include "scheduler/commands/record.h"
#include "scheduler/model/verify.h"

static enum options_result parse(int argc, char **argv, const char *operand[2])
{
    const struct usage usage = {
        .command = "publish",
        .operands = "EVENT SCHEDULE",
        .about =
            "Records in schedule.json that everybody was sent its present state, "
            "so that a\nrerun updates and cancels what people have in their "
            "calendars.",
        .n_operands = 2,
    };
    return options_parse(&usage, argc, argv, operand);
}

static enum exit_code publish(struct job *job, const char *const operand[2])
{
    struct schedule schedule;
    const char *path = job_schedule_path(job, operand[1]);
    enum exit_code code = job_read_event(job, operand[0]);
    if (code == EXIT_CODE_DONE) {
        code = job_read_schedule(job, path, &schedule);
    }
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    /* A schedule of an older event is what was sent all the same: it is not judged
     * by the rules of today. */
    if (job_is_of_this_event(job, path, &schedule,
                             "it is recorded as sent as it is")) {
        verify_schedule(job->arena, &job->event, &job->elig, &schedule, NULL, path,
                        &job->findings);
    }
    if (findings_has_errors(&job->findings)) {
        return EXIT_CODE_BAD_INPUT;
    }
    return record_as_sent(job, path, &schedule);
}

enum exit_code command_publish(int argc, char **argv)
{
    struct job job;
    const char *operand[2];
    enum options_result parsed = parse(argc, argv, operand);
    if (parsed != OPTIONS_RUN) {
        return options_exit_code(parsed);
    }
    job_init(&job, false);
    return job_finish(&job, publish(&job, operand));
}
