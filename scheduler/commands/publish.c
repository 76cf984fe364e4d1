#include "scheduler/base/phrase.h"
#include "scheduler/commands/command.h"

#include <stdio.h>

#include "io/folder.h"
#include "io/mail_ledger.h"
#include "io/mail_list.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/text.h"
#include "scheduler/commands/begun.h"
#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"
#include "scheduler/commands/record.h"
#include "scheduler/model/diff.h"
#include "scheduler/model/recall.h"
#include "scheduler/model/told.h"

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
                 "their calendars. Refused is a\nschedule that breaks rules, as by "
                 "'send', and one that 'send' has mailed to some\nonly, or could "
                 "not deliver to somebody.",
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

/* Everybody to whom something of the schedule is news, with the mails for them. */
struct untold {
    struct event whole;
    struct schedule recalled;
    struct ics_input calendars;
    struct mail_input input;
    struct mail_list news;
};

static void find_untold(struct job *job, const struct schedule *schedule,
                        struct untold *untold)
{
    recall_people(&job->arena, &job->event, &schedule, 1, &untold->whole);
    untold->recalled =
        recall_schedule(&job->arena, &untold->whole, &job->elig, schedule);
    untold->calendars = (struct ics_input){.event = &untold->whole,
                                           .schedule = &untold->recalled,
                                           .answers = &job->answers,
                                           .version = MATCHDAY_VERSION};
    untold->input = (struct mail_input){.calendars = &untold->calendars,
                                        .words = &job->mail_words};
    mail_list_make(&job->arena, &untold->input, true, false, &untold->news);
}

/* The addresses that could not be reached, and how many. */
static int find_failed(struct job *job, const struct ledger *ledger,
                       const struct mail_list *list, struct buf *names)
{
    struct strings found = {
        .text = arena_new(&job->arena, list->n_items, const char *)};
    for (int k = 0; k < list->n_items; k++) {
        const char *to = list->item[k].to;
        if (ledger_has_failed(ledger, to, list->item[k].uid) &&
            !strings_has(&found, to)) {
            buf_printf(names, "%s%s", found.n > 0 ? ", " : "", to);
            found.text[found.n++] = to;
        }
    }
    return found.n;
}

/* What 'send' tried in vain, and nobody has mailed since, would never be. */
static enum exit_code judge_failures(struct job *job, const char *path,
                                     const struct schedule *schedule)
{
    struct error err;
    struct untold untold;
    struct buf names;
    struct ledger *ledger = ledger_open(
        &job->arena, folder_beside(&job->arena, path, "sent.ledger"), false, &err);
    if (!ledger) {
        return job_fail(&err);
    }
    find_untold(job, schedule, &untold);
    buf_init(&names, &job->arena);
    int n = find_failed(job, ledger, &untold.news, &names);
    ledger_close(ledger);
    if (n == 0) {
        return EXIT_CODE_DONE;
    }
    findings_add(&job->findings, SEVERITY_ERROR, (struct place){.file = path},
                 "'matchday send' could not reach %d %s: %s. Recorded as "
                 "sent, nobody would mail them any more; expected 'matchday send' "
                 "once more, or --others-told, if they were told by other means",
                 n, n == 1 ? "person" : "people", names.data);
    return EXIT_CODE_BAD_INPUT;
}

static bool is_recorded(const struct event *event, const struct schedule *schedule)
{
    for (int k = 0; k < schedule->n_meetings + schedule->n_cancelled; k++) {
        bool cancelled;
        const struct schedule_meeting *meeting =
            schedule_any_entry(schedule, k, &cancelled);
        if (!meeting->told.is_known ||
            told_is_news(event, meeting, cancelled, -1, -1)) {
            return false;
        }
    }
    return true;
}

/* True if it is recorded already that everybody has it as it is. */
static bool is_known_to_all(struct job *job, const struct schedule *schedule)
{
    struct diff_listeners listeners;
    struct untold untold;
    if (schedule->n_meetings + schedule->n_cancelled + schedule->n_sent_items ==
            0 ||
        (schedule->sending && schedule->sending[0] != '\0')) {
        return false;
    }
    find_untold(job, schedule, &untold);
    diff_item_listeners(&job->arena, &untold.whole, &untold.recalled, &listeners);
    return is_recorded(&untold.whole, &untold.recalled) &&
           listeners.n_listeners == 0 && untold.news.n_items == 0;
}

static enum exit_code record(struct job *job, const char *path,
                             struct schedule *schedule)
{
    const struct unreached everybody = {.n_persons = 0};
    if (is_known_to_all(job, schedule)) {
        printf("%s: was recorded as sent before, and nothing differs since\n",
               path);
        return EXIT_CODE_DONE;
    }
    return record_as_sent(job, path, schedule, &everybody);
}

static enum exit_code publish(struct job *job,
                              const struct publish_options *options)
{
    struct job_schedules read = {.event_path = options->operand[0],
                                 .path = options->operand[1]};
    enum exit_code code = job_hold(job, read.path);
    if (code == EXIT_CODE_DONE) {
        code = job_read_schedules(job, &read);
    }
    if (code == EXIT_CODE_DONE && !options->others_told) {
        code = judge_sending(job, read.path, &read.schedule);
    }
    if (code == EXIT_CODE_DONE &&
        (!options->unjudged ||
         job_is_of_this_event(job, read.path, &read.schedule,
                              phrase("it is recorded as sent as it is")))) {
        code = job_accept_schedule(job, &read,
                                   phrase("so that it is not recorded as sent "
                                          "(--unjudged does it all the same)"));
    }
    if (code == EXIT_CODE_DONE && !options->others_told) {
        code = judge_failures(job, read.path, &read.schedule);
    }
    return code == EXIT_CODE_DONE ? record(job, read.path, &read.schedule) : code;
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
