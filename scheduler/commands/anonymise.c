#include "scheduler/commands/command.h"

#include <stdio.h>
#include <string.h>

#include "io/file.h"
#include "io/folder.h"
#include "io/json_event.h"
#include "io/json_schedule.h"
#include "io/output.h"
#include "io/output_disk.h"
#include "io/output_purge.h"
#include "io/pseudonym_key.h"
#include "scheduler/base/digest.h"
#include "scheduler/base/text.h"
#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"
#include "scheduler/model/anonymise.h"

/* For whoever gets the folder; by it we know ours again. */
static const char about_name[] = "ABOUT.txt";
static const char about[] =
    "What is called body1, Person 2 or Place 3 here has another name in truth.\n"
    "'matchday anonymise' has made this from an event, for whoever is to look "
    "into\n"
    "it. Times, time zones, languages and who wants to meet whom are real, and "
    "the\n"
    "pseudonyms are in the order of the names: with a list of participants or the\n"
    "programme everybody can be named. Treat it as personal data; do not publish "
    "it.\n";

struct anonymise_options {
    const char **operand; /* event, and perhaps its schedule */
    int n_operands;
    const char *out, *key;
    const char *encoding; /* of tables */
};

static enum options_result parse(int argc, char **argv,
                                 struct anonymise_options *options)
{
    const struct option_row row[] = {
        {"out", 'o', OPTION_TEXT, "DIR",
         "folder for event.json, and schedule.json with a SCHEDULE", &options->out,
         0, 0, true},
        {"key", 0, OPTION_TEXT, "FILE.json",
         "who is behind each pseudonym: to be kept to yourself; a pseudonym that "
         "is in it stays",
         &options->key, 0, 0, false},
        options_encoding_row(&options->encoding),
    };
    const struct usage usage = {
        .command = "anonymise",
        .example = "matchday anonymise day out -o shown --key who.json",
        .operands = "EVENT [SCHEDULE]",
        .about =
            "Writes the event, and its schedule, with other names: to be shown to "
            "somebody who is\nnot to know who takes part, as in a report of a "
            "fault. Names, addresses, links and\nnotes are gone; times, time "
            "zones, "
            "languages and who wants whom stay, so that the\nsame meetings are "
            "scheduled. Who knows the event may still recognise people by these.",
        .n_operands = 1,
        .n_given = &options->n_operands,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    enum options_result result =
        options_parse(&usage, argc, argv, options->operand);
    if (result == OPTIONS_RUN && options->n_operands > 2) {
        fprintf(stderr,
                "matchday anonymise: '%s' is one too many; expected EVENT and "
                "perhaps SCHEDULE\n",
                options->operand[2]);
        return OPTIONS_WRONG;
    }
    return result;
}

/* What is shown is passed on as a whole folder: the key is not to lie below it. */
static bool judge_key(const struct anonymise_options *options)
{
    if (!options->key || !folder_has(options->out, options->key)) {
        return true;
    }
    fprintf(stderr,
            "matchday anonymise: --key: '%s' lies in the folder that is shown; "
            "expected it elsewhere\n",
            options->key);
    return false;
}

/* Nor anything else, least of all the event itself or its schedule. */
static bool judge_folder(struct job *job, const char *folder, struct error *err)
{
    struct purge there = {.only_looks = true};
    if (!file_is_folder(folder) || disk_is_empty(folder)) {
        return true;
    }
    bool is_ours = output_purge(&job->arena, folder, &there, err) &&
                   strings_has(&there.ours, about_name) && there.others.n == 0 &&
                   there.changed.n == 0;
    if (!is_ours) {
        error_set(err,
                  "%s: there are files in it already that 'anonymise' did not "
                  "write; expected a new or an empty folder",
                  folder);
        err->code = EXIT_CODE_IO;
    }
    return is_ours;
}

/* Gives all names their pseudonyms; what the key file says stays. */
static enum exit_code assign(struct job *job,
                             const struct anonymise_options *options,
                             const struct schedule *schedule,
                             struct pseudonyms *pseudonyms)
{
    struct error err;
    enum name_kind kind;
    int at;
    pseudonyms_init(pseudonyms, &job->arena);
    if (options->key && !pseudonym_key_read(&job->arena, options->key, pseudonyms,
                                            &job->findings, &err)) {
        return job_fail(&err);
    }
    if (findings_has_errors(&job->findings)) {
        return EXIT_CODE_BAD_INPUT;
    }
    anonymise_add_event(pseudonyms, &job->event);
    if (schedule) {
        anonymise_add_schedule(pseudonyms, &job->event, schedule);
    }
    if (!pseudonyms_assign(pseudonyms, &kind, &at)) {
        const struct pseudonym *wrong = &pseudonyms->list[kind].pseudonym[at];
        findings_add(&job->findings, SEVERITY_ERROR,
                     (struct place){.file = options->key},
                     "the pseudonym '%s' is not in the order of the names; "
                     "expected the file as 'anonymise' wrote it, or none, to make "
                     "new pseudonyms",
                     wrong->alias);
        return EXIT_CODE_BAD_INPUT;
    }
    return EXIT_CODE_DONE;
}

/* The schedule says of which event it is; one of an earlier version says nothing. */
static void put_digest(struct job *job, const struct event *shown,
                       struct schedule *schedule)
{
    char hex[DIGEST_HEX_SIZE];
    json_event_digest(job->arena, &job->event, hex);
    bool is_of_event = strcmp(hex, schedule->input_sha256) == 0;
    json_event_digest(job->arena, shown, hex);
    if (!is_of_event) {
        memset(hex, '0', DIGEST_HEX_SIZE - 1);
    }
    memcpy(schedule->input_sha256, hex, DIGEST_HEX_SIZE);
}

static bool write_all(struct job *job, const struct anonymise_options *options,
                      const struct schedule *schedule,
                      struct pseudonyms *pseudonyms, struct error *err)
{
    struct arena *arena = &job->arena;
    struct output output;
    struct event shown = anonymise_event(pseudonyms, &job->event);
    const char *text = json_event_text(arena, &shown);
    output_init(&output, arena);
    output_add(&output, "event.json", text, strlen(text));
    output_add(&output, about_name, about, strlen(about));
    if (schedule) {
        struct schedule also =
            anonymise_schedule(pseudonyms, &job->event, schedule);
        put_digest(job, &shown, &also);
        text = json_schedule_text(arena, &also);
        output_add(&output, output_last, text, strlen(text));
    }
    if (options->key) { /* first: a pseudonym without its name would be lost */
        text = pseudonym_key_text(arena, pseudonyms);
        if (!file_write(*arena, options->key, text, strlen(text), err)) {
            return false;
        }
    }
    return output_write(&output, options->out, err);
}

static enum exit_code anonymise(struct job *job,
                                const struct anonymise_options *options)
{
    struct error err;
    struct schedule read;
    struct pseudonyms pseudonyms;
    const struct schedule *schedule = NULL;
    if (!judge_key(options)) {
        return EXIT_CODE_USAGE;
    }
    if (!judge_folder(job, options->out, &err)) {
        return job_fail(&err);
    }
    enum exit_code code = job_read_event(job, options->operand[0]);
    if (code == EXIT_CODE_DONE && options->n_operands > 1) {
        code = job_read_schedule(job, options->operand[1], &read);
        schedule = &read;
    }
    if (code == EXIT_CODE_DONE && schedule) {
        code = job_settle_locks(job, &read, schedule_frozen_before(&read));
    }
    if (code == EXIT_CODE_DONE) {
        code = assign(job, options, schedule, &pseudonyms);
    }
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    if (!write_all(job, options, schedule, &pseudonyms, &err)) {
        return job_fail(&err);
    }
    printf("%d participant%s with pseudonyms written to %s: event.json%s\n",
           job->event.n_participants, text_s(job->event.n_participants),
           options->out, schedule ? ", schedule.json" : "");
    if (options->key) {
        printf("%s says who is who: keep it to yourself\n", options->key);
    }
    return EXIT_CODE_DONE;
}

enum exit_code command_anonymise(int argc, char **argv)
{
    struct job job;
    struct anonymise_options options = {.n_operands = 0};
    job_init(&job, false);
    options.operand = arena_new(&job.arena, argc, const char *);
    enum options_result parsed = parse(argc, argv, &options);
    if (parsed != OPTIONS_RUN) {
        return job_finish(&job, options_exit_code(parsed));
    }
    job.awaits_schedule = options.n_operands > 1;
    job.encodings.asked = options.encoding;
    return job_finish(&job, anonymise(&job, &options));
}
