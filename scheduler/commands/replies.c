#include "scheduler/base/phrase.h"
#include "scheduler/commands/command.h"

#include <stdio.h>
#include <string.h>

#include "io/file.h"
#include "io/folder.h"
#include "io/ics_clean.h"
#include "io/ics_reply.h"
#include "io/json_event.h"
#include "io/output.h"
#include "io/replies_file.h"
#include "io/replies_table.h"
#include "io/value_build.h"
#include "scheduler/base/text.h"
#include "scheduler/commands/answers.h"
#include "scheduler/commands/companions.h"
#include "scheduler/commands/deliver.h"
#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"
#include "scheduler/commands/table_options.h"
#include "scheduler/model/reply.h"

struct replies_options {
    const char **operand; /* event, schedule, files */
    int n_operands;
    const char *out;
    bool json;
    const char *encoding; /* of tables */
    struct table_options tables;
};

struct replies_run {
    const char *json_path, *csv_path;
    struct schedule schedule;
    struct replies new_ones;
    struct strings declined; /* ids of meetings */
};

static enum options_result parse(int argc, char **argv,
                                 struct replies_options *options)
{
    const struct option_row row[] = {
        {"out", 'o', OPTION_TEXT, "DIR",
         "write an event there in which declined meetings are", &options->out, 0, 0,
         false},
        {"json", 0, OPTION_FLAG, NULL,
         "print answers and findings as JSON on standard output", &options->json, 0,
         0, false},
        options_encoding_row(&options->encoding),
        table_options_encoding_row(&options->tables),
        table_options_delimiter_row(&options->tables),
    };
    const struct usage usage = {
        .command = "replies",
        .example = "matchday replies day out answers/*.ics",
        .operands = "EVENT SCHEDULE FILE...",
        .about = "Reads answers to invitations, from .ics files and from mail "
                 "(.eml), and keeps the\nlast one of each person in replies.json "
                 "and replies.csv beside the schedule.\nAnswers that do not count "
                 "are told, with why.",
        .n_operands = 3,
        .n_given = &options->n_operands,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    return options_parse(&usage, argc, argv, options->operand);
}

static enum exit_code read_files(struct job *job,
                                 const struct replies_options *options,
                                 struct replies_run *run)
{
    struct error err;
    for (int k = 2; k < options->n_operands; k++) {
        char *text;
        size_t len;
        if (!file_read(&job->arena, options->operand[k], &text, &len, &err)) {
            return job_fail(&err);
        }
        const struct reply_source source = {options->operand[k], text, len};
        ics_reply_read(&job->arena, &source, &run->new_ones, &job->findings);
    }
    return EXIT_CODE_DONE;
}

static void tell_uncounted(struct job *job, const struct replies_run *run)
{
    for (int k = 0; k < run->new_ones.n; k++) {
        const struct reply *reply = &run->new_ones.reply[k];
        const char *why = reply_fate_text(reply->fate);
        if (*why != '\0') {
            findings_add(&job->findings, SEVERITY_WARNING, reply->place,
                         "%.100s (%s) %s", reply->email, answer_name(reply->answer),
                         phrase(why));
        } else if (reply->answer == ANSWER_PROPOSED) {
            findings_add(&job->findings, SEVERITY_WARNING, reply->place,
                         "%.100s proposes another time, %s; somebody must answer",
                         reply->email,
                         reply->start_s == NO_TIME
                             ? phrase("by no clock that is known, so look into "
                                      "the file")
                             : instant_format(&job->arena, reply->start_s));
        }
    }
}

/* Declines the requests of what somebody has declined. */
static void decline(struct job *job, struct replies_run *run)
{
    struct event *event = &job->event;
    run->declined.text =
        arena_new(&job->arena, run->schedule.n_meetings, const char *);
    for (int k = 0; k < run->schedule.n_meetings; k++) {
        const struct schedule_meeting *meeting = &run->schedule.meeting[k];
        bool is_declined = false;
        for (int n = 0; n < meeting->participant_ids.n; n++) {
            int p = event_find_participant(event, meeting->participant_ids.text[n]);
            is_declined |=
                p >= 0 && replies_have_declined(event, meeting, p, &job->answers);
        }
        if (is_declined) {
            run->declined.text[run->declined.n++] = meeting->id;
        }
        for (int n = 0; is_declined && n < meeting->request_ids.n; n++) {
            int q = event_find_request(event, meeting->request_ids.text[n]);
            if (q >= 0 && event->request[q].status != REQUEST_WITHDRAWN) {
                event->request[q].status = REQUEST_DECLINED;
            }
        }
    }
}

static bool has_window(const struct windows *windows, struct window sought)
{
    for (int k = 0; k < windows->n; k++) {
        if (windows->window[k].start_s == sought.start_s &&
            windows->window[k].end_s == sought.end_s) {
            return true;
        }
    }
    return false;
}

/* The busy times of calendars go with the calendars, not as rows beside them. */
static void forget_busy(struct arena *arena, struct event *event)
{
    for (int p = 0; p < event->n_participants; p++) {
        struct participant *who = &event->participant[p];
        struct windows rows = {
            .window = arena_new(arena, who->unavailable.n, struct window)};
        for (int k = 0; k < who->unavailable.n; k++) {
            if (!has_window(&who->busy, who->unavailable.window[k])) {
                rows.window[rows.n++] = who->unavailable.window[k];
            }
        }
        who->unavailable = rows;
    }
}

static bool write_event(struct job *job, const char *folder, struct error *err)
{
    struct arena scratch = job->arena;
    struct output output;
    output_init(&output, &scratch);
    forget_busy(&scratch, &job->event);
    const char *text = json_event_source_text(&scratch, &job->event);
    output_add(&output, "event.json", text, strlen(text));
    return companions_add(&output, &job->event, err) &&
           deliver(&output, folder, err);
}

/* The members that --json gives: the answers that count, those of this run that do
 * not, with why, and the meetings that are declined. */
static void put_result(struct job *job, const struct replies_run *run)
{
    struct arena *arena = &job->arena;
    job->result = arena_new(arena, 1, struct value);
    value_init(job->result, VALUE_OBJECT);
    replies_put(arena, &job->answers, job->result);
    struct value *list = value_put(arena, job->result, "uncounted", VALUE_LIST);
    for (int k = 0; k < run->new_ones.n; k++) {
        const struct reply *reply = &run->new_ones.reply[k];
        const char *why = reply_fate_text(reply->fate);
        if (*why != '\0') {
            struct value *entry = value_push(arena, list, VALUE_OBJECT);
            value_put_text(arena, entry, "uid", reply->uid);
            value_put_text(arena, entry, "email", reply->email);
            value_put_text(arena, entry, "answer", answer_name(reply->answer));
            value_put_number(arena, entry, "sequence", reply->sequence);
            value_put_text(arena, entry, "why", why);
        }
    }
    value_put_strings(arena, job->result, "declined", &run->declined);
}

/* replies.csv as the organiser's spreadsheet wants it. */
static bool make_table(struct arena *arena, struct job *job,
                       const struct replies_run *run,
                       const struct replies_options *options,
                       struct file_bytes *table, struct error *err)
{
    size_t len;
    struct output output;
    const struct replies_input input = {&job->event, &run->schedule, &job->answers,
                                        &run->new_ones};
    output_init(&output, arena);
    const char *text = replies_table_text(arena, &input, &len);
    output_add(&output, "replies.csv", text, len);
    if (!table_options_take(job, &options->tables, err) ||
        !csv_recode_tables(arena, &output, &job->table_format, err)) {
        return false;
    }
    *table = output.file[0].content;
    return true;
}

static bool write_replies(struct job *job, const struct replies_run *run,
                          const struct replies_options *options, struct error *err)
{
    struct file_bytes table;
    struct arena scratch = job->arena;
    if (!make_table(&scratch, job, run, options, &table, err)) {
        return false;
    }
    const char *text = replies_file_text(&scratch, &job->event, &job->answers);
    return file_write(scratch, run->json_path, text, strlen(text), err) &&
           file_write(scratch, run->csv_path, table.bytes, table.len, err);
}

static void print_summary(const struct job *job, const struct replies_run *run,
                          const char *out)
{
    int n[N_ANSWERS] = {0}, n_all = 0, n_new = 0, n_known = 0;
    for (int k = 0; k < run->new_ones.n; k++) {
        n_new += run->new_ones.reply[k].fate == REPLY_COUNTED;
        n_known += run->new_ones.reply[k].fate == REPLY_KNOWN;
    }
    for (int k = 0; k < job->answers.n; k++) {
        if (reply_is_current(&run->schedule, &job->answers.reply[k])) {
            n[job->answers.reply[k].answer]++;
            n_all++;
        }
    }
    printf("%s: %d answer%s, %d new: %d accepted, %d tentative, %d declined, %d "
           "with another time\n",
           run->json_path, n_all, text_s(n_all), n_new, n[ANSWER_ACCEPTED],
           n[ANSWER_TENTATIVE], n[ANSWER_DECLINED], n[ANSWER_PROPOSED]);
    if (run->new_ones.n > n_new + n_known) {
        int rest = run->new_ones.n - n_new - n_known;
        printf("  %d answer%s of this run %s not count\n", rest, text_s(rest),
               rest == 1 ? "does" : "do");
    }
    printf("  %d meeting%s %s declined%s%s\n", run->declined.n,
           text_s(run->declined.n), run->declined.n == 1 ? "is" : "are",
           out ? ", as in the event in " : "", out ? out : "");
}

/* ", by ines@vitagora.example.org": those of participant p who have declined. */
static void print_decliners(const struct job *job,
                            const struct schedule_meeting *meeting, int p)
{
    const struct participant *who = &job->event.participant[p];
    const char *before = ", by ";
    for (int c = 0; c < who->n_contacts; c++) {
        const struct reply *reply =
            contact_attends(meeting, p, c)
                ? replies_find_valid(job->arena, &job->answers, meeting,
                                     who->contact[c].email)
                : NULL;
        if (reply && reply->answer == ANSWER_DECLINED) {
            printf("%s%.100s", before, reply->email);
            before = ", ";
        }
    }
}

/* "    m0004  Gifu Prefecture; Vitagora, by ines@vitagora.example.org" */
static void print_declined(struct job *job, const struct replies_run *run)
{
    for (int k = 0; k < run->schedule.n_meetings; k++) {
        const struct schedule_meeting *meeting = &run->schedule.meeting[k];
        bool is_declined = strings_has(&run->declined, meeting->id);
        for (int n = 0; is_declined && n < meeting->participant_ids.n; n++) {
            const char *id = meeting->participant_ids.text[n];
            int p = event_find_participant(&job->event, id);
            const char *name = p >= 0 ? job->event.participant[p].organisation : id;
            printf("%s%s%s", n == 0 ? "    " : "; ",
                   n == 0 ? arena_printf(&job->arena, "%s  ", meeting->id) : "",
                   ics_first_line(&job->arena, name, id, ""));
            if (p >= 0 &&
                replies_have_declined(&job->event, meeting, p, &job->answers)) {
                print_decliners(job, meeting, p);
            }
        }
        if (is_declined) {
            putchar('\n');
        }
    }
}

static enum exit_code replies(struct job *job,
                              const struct replies_options *options)
{
    struct error err;
    struct replies_run run = {.json_path = NULL};
    const char *path = job_schedule_path(job, options->operand[1]);
    job->awaits_schedule = true;
    enum exit_code code = job_hold(job, path);
    if (code == EXIT_CODE_DONE) {
        code = job_read_event(job, options->operand[0]);
    }
    if (code == EXIT_CODE_DONE) {
        code = job_read_schedule(job, path, &run.schedule);
    }
    if (code == EXIT_CODE_DONE) {
        code = job_settle_locks(job, &run.schedule,
                                schedule_frozen_before(&run.schedule));
    }
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    run.json_path = folder_beside(&job->arena, path, "replies.json");
    run.csv_path = folder_beside(&job->arena, path, "replies.csv");
    code = answers_read(job, path, NULL);
    if (code == EXIT_CODE_DONE) {
        code = read_files(job, options, &run);
    }
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    replies_judge(&job->arena, &job->event, &run.schedule, &run.new_ones,
                  &job->answers);
    tell_uncounted(job, &run);
    decline(job, &run);
    bool ok = write_replies(job, &run, options, &err);
    job_release(job);
    if (!ok || (options->out && !write_event(job, options->out, &err))) {
        return job_fail(&err);
    }
    if (options->json) {
        put_result(job, &run);
    } else {
        print_summary(job, &run, options->out);
        print_declined(job, &run);
    }
    /* What could be read counts, and what could not must not go unnoticed. */
    return findings_has_errors(&job->findings) ? EXIT_CODE_BAD_INPUT
                                               : EXIT_CODE_DONE;
}

enum exit_code command_replies(int argc, char **argv)
{
    struct job job;
    struct replies_options options = {.json = false};
    job_init(&job, false);
    options.operand = arena_new(&job.arena, argc, const char *);
    enum options_result parsed = parse(argc, argv, &options);
    if (parsed != OPTIONS_RUN) {
        return job_finish(&job, options_exit_code(parsed));
    }
    job.encodings.asked = options.encoding;
    job.as_json = options.json;
    return job_finish(&job, replies(&job, &options));
}
