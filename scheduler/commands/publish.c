#include "scheduler/commands/command.h"

#include "scheduler/commands/begun.h"
#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"
#include "scheduler/commands/record.h"

struct publish_options {
    const char *operand[2]; /* event, schedule */
    bool unjudged, others_told;
    const char *encoding; /* of tables */
};

static enum options_result parse(int argc, char **argv,
                                 struct publish_options *options)
{
    const struct option_row row[] = {
        {"unjudged", 0, OPTION_FLAG, NULL,
         "it was sent before the event changed: do not judge it by the rules of "
         "now",
         &options->unjudged, 0, 0, false},
        {"others-told", 0, OPTION_FLAG, NULL,
         "whom 'send' has not mailed were told by other means",
         &options->others_told, 0, 0, false},
        options_encoding_row(&options->encoding),
    };
    const struct usage usage = {
        .command = "publish",
        .example = "matchday publish day out",
        .operands = "EVENT SCHEDULE",
        .about = "Records in schedule.json that everybody was sent its present "
                 "state, so that a\nrerun updates and cancels what people have in "
                 "their calendars. A schedule that breaks\nrules is refused, as "
                 "'send' does; so is one that 'send' has mailed to some only.",
        .n_operands = 2,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    return options_parse(&usage, argc, argv, options->operand);
}

/* Whom 'send' has not mailed yet would never be: that must be meant. */
static enum exit_code judge_sending(struct job *job, const char *path,
                                    const struct schedule *schedule)
{
    struct half_sent half;
    enum exit_code code = begun_read_ended(job, path, schedule, &half);
    if (code != EXIT_CODE_DONE || !begun_has_mails(&half) ||
        half_sent_count(&half, MAIL_TAKEN) == half.n_mails) {
        return code;
    }
    findings_add(&job->findings, SEVERITY_ERROR,
                 (struct place){.file = path, .field = "sending"},
                 "'matchday send' mailed it to some only: %s went out. Recorded as "
                 "sent, nobody would mail it to the others any more; expected "
                 "'matchday send' once more, which sends the rest and records it; "
                 "a new schedule, by 'solve' with --previous, if the event has "
                 "changed; or --others-told, if they were told by other means",
                 begun_count_text(&job->arena, &half));
    return EXIT_CODE_BAD_INPUT;
}

static enum exit_code publish(struct job *job,
                              const struct publish_options *options)
{
    const struct unreached everybody = {.n_persons = 0};
    struct job_schedules read = {.event_path = options->operand[0],
                                 .path = options->operand[1]};
    enum exit_code code = job_read_schedules(job, &read);
    if (code == EXIT_CODE_DONE && !options->others_told) {
        code = judge_sending(job, read.path, &read.schedule);
    }
    if (code == EXIT_CODE_DONE &&
        (!options->unjudged ||
         job_is_of_this_event(job, read.path, &read.schedule,
                              "it is recorded as sent as it is"))) {
        code = job_accept_schedule(
            job, &read,
            "so that it is not recorded as sent (--unjudged does it all the same)");
    }
    return code == EXIT_CODE_DONE
               ? record_as_sent(job, read.path, &read.schedule, &everybody)
               : code;
}

enum exit_code command_publish(int argc, char **argv)
{
    struct job job;
    struct publish_options options = {.unjudged = false};
    enum options_result parsed = parse(argc, argv, &options);
    if (parsed != OPTIONS_RUN) {
        return options_exit_code(parsed);
    }
    job_init(&job, false);
    job.encodings.asked = options.encoding;
    return job_finish(&job, publish(&job, &options));
}
