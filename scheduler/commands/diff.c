#include "scheduler/base/phrase.h"
#include "scheduler/commands/command.h"

#include "io/csv_changes.h"
#include "io/output.h"
#include "scheduler/base/text.h"
#include "scheduler/commands/begun.h"
#include "scheduler/commands/comparison.h"
#include "scheduler/commands/deliver.h"
#include "scheduler/commands/diff_report.h"
#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"
#include "scheduler/commands/table_options.h"

struct diff_options {
    const char *operand[3]; /* event, the schedule before, the present one */
    const char *out;
    bool json;
    const char *encoding; /* of tables */
    struct table_options tables;
};

static enum options_result parse(int argc, char **argv,
                                 struct diff_options *options)
{
    const struct option_row row[] = {
        {"out", 'o', OPTION_TEXT, "OUT",
         "write changes.csv there, and leave the rest as it is", &options->out, 0,
         0, false},
        {"json", 0, OPTION_FLAG, NULL, "print everything as JSON", &options->json,
         0, 0, false},
        options_encoding_row(&options->encoding),
        table_options_encoding_row(&options->tables),
        table_options_delimiter_row(&options->tables),
    };
    const struct usage usage = {
        .command = "diff",
        .example = "matchday diff day out/schedule.json out2/schedule.json",
        .operands = "EVENT OLD NEW",
        .about =
            "Tells what has changed from one schedule.json to another, meeting by "
            "meeting\nand person by person, with what the event's agenda items are "
            "now beside what\npeople were sent of them, and who must be told what.",
        .n_operands = 3,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    return options_parse(&usage, argc, argv, options->operand);
}

static bool was_sent(const struct schedule *schedule)
{
    for (int k = 0; k < schedule->n_meetings; k++) {
        if (schedule->meeting[k].sent.state != SENT_NEVER) {
            return true;
        }
    }
    return schedule->n_cancelled > 0 || schedule->n_sent_items > 0;
}

/* Whether the newer schedule knows what people were sent, as the older one does. */
static void judge_history(struct job *job, const char *old, const char *now,
                          const struct diff *told)
{
    int n = 0;
    for (int k = 0; k < told->n_entries; k++) {
        const struct diff_entry *entry = &told->entry[k];
        bool is_known =
            entry->is_listed && entry->meeting->sent.state != SENT_NEVER;
        n += entry->before.is_held && !is_known;
    }
    if (n > 0) {
        findings_add(&job->findings, SEVERITY_WARNING, (struct place){.file = now},
                     "knows nothing of %d meeting%s that people were sent by %s, "
                     "and can neither update nor cancel %s in their calendars; "
                     "expected a schedule made by 'solve --previous %s'",
                     n, text_s(n), old, n == 1 ? "it" : "them", old);
    }
}

static bool write_changes(struct job *job, const struct comparison *compared,
                          const struct diff_options *options, struct error *err)
{
    struct arena scratch = job->arena;
    struct output output;
    output_init(&output, &scratch);
    output.keeps_others = true;
    csv_add_changes(&output, &compared->event, &job->elig, &compared->old,
                    &compared->now);
    return table_options_take(job, &options->tables, err) &&
           csv_recode_tables(&scratch, &output, &job->table_format, err) &&
           deliver(&output, options->out, err);
}

static enum exit_code diff(struct job *job, const struct diff_options *options)
{
    struct schedule old, now;
    struct comparison compared;
    struct error err;
    const char *const path[] = {
        options->operand[0],
        job_schedule_path(job, options->operand[1]),
        job_schedule_path(job, options->operand[2]),
    };
    job->awaits_schedule = true;
    enum exit_code code = job_read_event(job, path[0]);
    if (code == EXIT_CODE_DONE) {
        code = job_read_schedule(job, path[1], &old);
    }
    if (code == EXIT_CODE_DONE) {
        code = begun_settle(job, path[1], &old, false);
    }
    if (code == EXIT_CODE_DONE) {
        code = job_read_schedule(job, path[2], &now);
    }
    if (code == EXIT_CODE_DONE) {
        code = job_settle_locks(job, &now, schedule_frozen_before(&now));
    }
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    /* The event's warnings are for 'check': they have nothing to do with changes. */
    findings_init(&job->findings, &job->arena);
    job_is_of_this_event(
        job, path[2], &now,
        phrase("names, contacts and reasons are those of the event as it "
               "is now"));
    comparison_make(job, &old, &now, &compared);
    judge_history(job, path[1], path[2], &compared.told);
    if (options->out && !write_changes(job, &compared, options, &err)) {
        return job_fail(&err);
    }
    if (options->json) {
        comparison_put(job, &compared);
    } else {
        diff_report_print(job->arena, &(struct diff_report){
                                          .event = &compared.event,
                                          .elig = &job->elig,
                                          .now = &compared.now,
                                          .plans = &compared.plans,
                                          .told = &compared.told,
                                          .was_sent = was_sent(&old),
                                      });
    }
    return EXIT_CODE_DONE;
}

enum exit_code command_diff(int argc, char **argv)
{
    struct job job;
    struct diff_options options = {.json = false};
    enum options_result parsed = parse(argc, argv, &options);
    if (parsed != OPTIONS_RUN) {
        return options_exit_code(parsed);
    }
    job_init(&job, options.json);
    job.encodings.asked = options.encoding;
    return job_finish(&job, diff(&job, &options));
}
