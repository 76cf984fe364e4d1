#include "scheduler/commands/command.h"

#include <stdio.h>

#include "scheduler/base/text.h"
#include "scheduler/commands/freeze_option.h"
#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"
#include "scheduler/commands/summary.h"

struct verify_options {
    const char *operand[2]; /* event, schedule */
    const char *previous, *freeze_before;
    bool json;
    const char *encoding; /* of tables */
};

static enum options_result parse(int argc, char **argv,
                                 struct verify_options *options)
{
    const struct option_row row[] = {
        {"previous", 'p', OPTION_TEXT, "SCHEDULE",
         "the schedule that 'solve' had, if this is a draft", &options->previous, 0,
         0, false},
        {"freeze-before", 0, OPTION_TEXT, "TIME",
         "take as they are meetings of --previous that begin before 09:30",
         &options->freeze_before, 0, 0, false},
        {"json", 0, OPTION_FLAG, NULL, "print findings as JSON on standard output",
         &options->json, 0, 0, false},
        options_encoding_row(&options->encoding),
    };
    const struct usage usage = {
        .command = "verify",
        .example = "matchday verify day out",
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

/* True if everything in it is recorded as sent. */
static bool is_published(const struct schedule *schedule)
{
    for (int k = 0; k < schedule->n_meetings; k++) {
        if (!schedule_is_as_sent(&schedule->meeting[k], false)) {
            return false;
        }
    }
    for (int k = 0; k < schedule->n_cancelled; k++) {
        if (!schedule_is_as_sent(&schedule->cancelled[k], true)) {
            return false;
        }
    }
    return schedule->n_meetings + schedule->n_cancelled > 0;
}

/* What 'publish' recorded is not what the schedule before says was sent. */
static void tell_published(struct job *job, const struct job_schedules *read)
{
    if (read->previous_path && is_published(&read->schedule)) {
        findings_add(
            &job->findings, SEVERITY_WARNING, (struct place){.file = read->path},
            "this schedule is recorded as sent; expected no --previous after "
            "'publish', as it is for a draft and what 'solve' made it from");
    }
}

/* What cannot be judged without the schedule before. */
static void tell_unjudged(struct job *job, const struct job_schedules *read)
{
    for (int k = 0; k < read->schedule.n_levels && !read->previous_path; k++) {
        if (read->schedule.level[k].level == LEVEL_STABILITY) {
            findings_add(
                &job->findings, SEVERITY_WARNING,
                (struct place){.file = read->path,
                               .field = level_name(LEVEL_STABILITY)},
                "this value was not judged, as it counts against a schedule "
                "that was not given; expected the one before (--previous)");
        }
    }
}

static enum exit_code verify(struct job *job, const struct verify_options *options)
{
    struct job_schedules read = {
        .event_path = options->operand[0],
        .path = options->operand[1],
        .previous_path = options->previous,
    };
    enum exit_code code = job_read_schedules(job, &read);
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    int64_t before_s;
    code = freeze_option("verify", options->freeze_before,
                         options->previous != NULL, job, &before_s);
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    if (before_s > 0) {
        schedule_freeze(&read.schedule, &read.previous, before_s);
    }
    tell_unjudged(job, &read);
    code = job_judge_schedule(job, &read);
    if (code != EXIT_CODE_DONE) {
        tell_published(job, &read);
        return code;
    }
    if (!options->json) {
        printf("%s: %d meeting%s, no rule broken\n", read.path,
               read.schedule.n_meetings, text_s(read.schedule.n_meetings));
        summary_print_levels(&read.schedule, true);
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
    job.encodings.asked = options.encoding;
    return job_finish(&job, verify(&job, &options));
}
