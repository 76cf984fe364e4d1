#include "scheduler/commands/command.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/feedback_form.h"
#include "io/feedback_tables.h"
#include "io/file.h"
#include "io/json_event.h"
#include "io/output.h"
#include "io/texts.h"
#include "scheduler/commands/followup_order.h"
#include "scheduler/commands/followup_report.h"
#include "scheduler/commands/companions.h"
#include "scheduler/commands/deliver.h"
#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"
#include "scheduler/commands/past_round.h"
#include "scheduler/commands/table_options.h"

struct followup_options {
    const char *operand[2]; /* event, schedule */
    const char *out;
    struct strings feedback; /* files and folders */
    struct followup_wishes wishes;
    bool forms, json;
    const char *encoding; /* of tables */
    struct table_options tables;
};

struct followup_run {
    struct job *job;
    const struct followup_options *options;
    struct past_round past;
    struct follow_up_order order;
    struct follow_up next;
    struct eligibility elig; /* of the next event */
};

static enum options_result parse(int argc, char **argv,
                                 struct followup_options *options)
{
    struct followup_wishes *wishes = &options->wishes;
    const struct option_row row[] = {
        {"out", 'o', OPTION_TEXT, "DIR", "where to write", &options->out, 0, 0,
         true},
        {"forms", 0, OPTION_FLAG, NULL,
         "write forms for feedback, one for each participant", &options->forms, 0,
         0, false},
        {"feedback", 0, OPTION_TEXTS, "CSV",
         "what came back: a file or a folder of them; may be given again",
         &options->feedback, 0, 0, false},
        {"date", 0, OPTION_TEXTS, "DATE",
         "a day of meetings, like 2021-06-15; may be given again (the event's "
         "days, "
         "four weeks later)",
         &wishes->date, 0, 0, false},
        {"start", 0, OPTION_TEXT, "HH:MM",
         "when the first session of each day begins (as before)", &wishes->start, 0,
         0, false},
        {"end", 0, OPTION_TEXT, "HH:MM",
         "when the last session of each day ends (as before)", &wishes->end, 0, 0,
         false},
        {"minutes", 0, OPTION_NUMBER, "N", "how long a meeting takes (as before)",
         &wishes->minutes, 1, INT64_C(24) * 60, false},
        {"id", 0, OPTION_TEXT, "ID", "of the next event (EVENT-followup)",
         &wishes->id, 0, 0, false},
        {"name", 0, OPTION_TEXT, "NAME", "of the next event", &wishes->name, 0, 0,
         false},
        {"name-ja", 0, OPTION_TEXT, "NAME", "the same in Japanese",
         &wishes->name_ja, 0, 0, false},
        {"topic", 0, OPTION_TEXT, "TEXT",
         "of meetings for which nobody named one (Follow-up)", &wishes->topic, 0, 0,
         false},
        {"json", 0, OPTION_FLAG, NULL, "print findings as JSON on standard output",
         &options->json, 0, 0, false},
        options_encoding_row(&options->encoding),
        table_options_encoding_row(&options->tables),
        table_options_delimiter_row(&options->tables),
    };
    const struct usage usage = {
        .command = "followup",
        .example = "matchday followup day out --feedback feedback.csv -o next "
                   "--date 2026-11-03",
        .operands = "EVENT SCHEDULE",
        .about = "Makes the event for another round: who wants to meet again, who "
                 "was stood up, and\nwhose wishes were not served, on new dates. "
                 "First write the forms with --forms, then\ngive back what people "
                 "filled in with --feedback.",
        .n_operands = 2,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    return options_parse(&usage, argc, argv, options->operand);
}

/* Either forms are written or the next event is made. */
static bool judge_options(const struct followup_options *options)
{
    const struct followup_wishes *wishes = &options->wishes;
    bool has_wishes = wishes->date.n > 0 || wishes->start || wishes->end ||
                      wishes->minutes > 0 || wishes->id || wishes->name ||
                      wishes->name_ja || wishes->topic;
    if (options->forms && (options->feedback.n > 0 || has_wishes)) {
        fputs("matchday followup: --forms comes before the next event is made; "
              "expected it with -o alone\n",
              stderr);
        return false;
    }
    if (!options->forms && options->feedback.n == 0) {
        fputs("matchday followup: --feedback is missing; expected the file with "
              "it, or --forms to make the forms for it\n",
              stderr);
        return false;
    }
    return true;
}

/* Forms that somebody has filled in where they lie are not written over. */
static bool are_unanswered(const struct output *output, const char *folder,
                           struct error *err)
{
    struct arena scratch, work;
    const char *filled = NULL;
    arena_init(&scratch);
    arena_init(&work);
    for (int k = 0; k < output->n_files && !filled; k++) {
        const struct output_file *file = &output->file[k];
        const char *path = file_path(&scratch, folder, file->path);
        if (access(path, F_OK) == 0 &&
            !output_is_same(scratch, work, path, file, NULL)) {
            filled = file->path;
        }
    }
    if (filled) {
        error_set(err,
                  "%s/%s: has been changed since it was made; give what people "
                  "filled in to --feedback, or choose another folder for new forms",
                  folder, filled);
        err->code = EXIT_CODE_IO;
    }
    arena_finish(&work);
    arena_finish(&scratch);
    return !filled;
}

static enum exit_code write_forms(struct followup_run *run)
{
    struct error err;
    struct job *job = run->job;
    struct output output;
    struct arena scratch = job->arena;
    output_init(&output, &scratch);
    int n = feedback_add_forms(&output, &job->event, &run->past.schedule);
    if (!table_options_take(job, &run->options->tables, &err) ||
        !csv_recode_tables(&scratch, &output, &job->table_format, &err) ||
        !are_unanswered(&output, run->options->out, &err) ||
        !deliver(&output, run->options->out, &err)) {
        return job_fail(&err);
    }
    if (!job->as_json) {
        printf("%s: %d form%s written to %s\n", job->event.id, n, text_s(n),
               run->options->out);
    }
    return EXIT_CODE_DONE;
}

/* Whoever names the old event's own folder would lose it. */
static bool refuse_own_folder(const struct followup_run *run)
{
    struct stat old, target;
    struct arena scratch = run->job->arena;
    const char *path = file_path(&scratch, run->options->out, "event.json");
    bool is_own = stat(run->job->event.file, &old) == 0 &&
                  stat(path, &target) == 0 && old.st_dev == target.st_dev &&
                  old.st_ino == target.st_ino;
    if (is_own) {
        fprintf(stderr,
                "matchday followup: --out: '%s' is the event itself; expected a "
                "folder for the next one\n",
                run->options->out);
    }
    return is_own;
}

static void print_written(const struct followup_run *run, int n_contacts,
                          const struct output *output)
{
    printf("  written to %s: event.json, outcomes.csv", run->options->out);
    if (n_contacts > 0) {
        printf(", contacts/ (%d file%s)", n_contacts, text_s(n_contacts));
    }
    int n_others = output->n_files - n_contacts - 2;
    if (n_others > 0) {
        printf(", %d file%s of the event", n_others, text_s(n_others));
    }
    putchar('\n');
}

static enum exit_code write_next(struct followup_run *run,
                                 const struct followup_report *report)
{
    struct error err;
    struct arena scratch = run->job->arena;
    struct output output;
    const struct feedback_tables tables = {&run->job->event, &run->past.schedule,
                                           &run->past.facts, &run->next};
    output_init(&output, &scratch);
    const char *text = json_event_source_text(&scratch, &run->next.event);
    output_add(&output, "event.json", text, strlen(text));
    feedback_add_outcomes(&output, &tables);
    int n_contacts = feedback_add_contacts(&output, &tables);
    if (!table_options_take(run->job, &run->options->tables, &err) ||
        !csv_recode_tables(&scratch, &output, &run->job->table_format, &err) ||
        !companions_add(&output, &run->job->event, &err) ||
        !deliver(&output, run->options->out, &err)) {
        return job_fail(&err);
    }
    if (!run->job->as_json) {
        followup_report_print(report);
        print_written(run, n_contacts, &output);
    }
    return EXIT_CODE_DONE;
}

static enum exit_code make_next(struct followup_run *run)
{
    struct job *job = run->job;
    struct arena *arena = &job->arena;
    if (!followup_order_make(arena, &job->event, &run->options->wishes,
                             &run->order) ||
        refuse_own_folder(run)) {
        return EXIT_CODE_USAGE;
    }
    enum exit_code code =
        past_round_read_feedback(job, &run->options->feedback, &run->past);
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    if (!follow_up_build(arena, &job->event, &run->past.schedule, &run->past.facts,
                         &run->order, &run->next, &job->findings)) {
        return EXIT_CODE_BAD_INPUT;
    }
    eligibility_build(arena, &run->next.event, &run->elig, &job->findings);
    if (findings_has_errors(&job->findings)) {
        return EXIT_CODE_BAD_INPUT;
    }
    const struct followup_report report = {&job->event,         &run->past.schedule,
                                           &run->past.feedback, &run->past.facts,
                                           &run->next,          &run->elig};
    followup_report_find(arena, &report, &job->findings);
    return write_next(run, &report);
}

static enum exit_code followup(struct job *job,
                               const struct followup_options *options)
{
    struct followup_run run = {.job = job, .options = options};
    enum exit_code code =
        past_round_read(job, options->operand[0], options->operand[1], &run.past);
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    return options->forms ? write_forms(&run) : make_next(&run);
}

enum exit_code command_followup(int argc, char **argv)
{
    struct job job;
    struct followup_options options = {.json = false};
    job_init(&job, false);
    options.feedback.text = arena_new(&job.arena, argc, const char *);
    options.wishes.date.text = arena_new(&job.arena, argc, const char *);
    enum options_result parsed = parse(argc, argv, &options);
    if (parsed != OPTIONS_RUN) {
        return job_finish(&job, options_exit_code(parsed));
    }
    job.encodings.asked = options.encoding;
    if (!judge_options(&options)) {
        return job_finish(&job, EXIT_CODE_USAGE);
    }
    job.as_json = options.json;
    return job_finish(&job, followup(&job, &options));
}
