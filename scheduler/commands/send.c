/* Sending cannot be undone, so that without --really nothing is. */

#include "scheduler/base/phrase.h"
#include "scheduler/commands/command.h"

#include <stdio.h>
#include <string.h>

#include "io/folder.h"
#include "io/mail_curl.h"
#include "io/mail_ledger.h"
#include "io/mail_list.h"
#include "io/mail_url.h"
#include "io/output_mend.h"
#include "scheduler/base/text.h"
#include "scheduler/commands/answers.h"
#include "scheduler/commands/begun.h"
#include "scheduler/commands/job.h"
#include "scheduler/commands/options.h"
#include "scheduler/commands/record.h"
#include "scheduler/commands/secret.h"
#include "scheduler/commands/send_delivery.h"
#include "scheduler/commands/sending.h"
#include "scheduler/commands/stamp.h"
#include "scheduler/commands/stop.h"
#include "scheduler/model/recall.h"

static enum options_result parse(int argc, char **argv,
                                 struct send_options *options)
{
    const struct option_row row[] = {
        {"server", 0, OPTION_TEXT, "URL",
         "smtp://HOST:587 (STARTTLS) or smtps://HOST:465", &options->server, 0, 0,
         false},
        {"user", 0, OPTION_TEXT, "NAME", "log in; for the password see above",
         &options->user, 0, 0, false},
        {"password-file", 0, OPTION_TEXT, "FILE", "file with the password",
         &options->password_file, 0, 0, false},
        {"token-file", 0, OPTION_TEXT, "FILE", "file with an OAuth 2 token instead",
         &options->token_file, 0, 0, false},
        {"cacert", 0, OPTION_TEXT, "FILE",
         "certificates to trust instead of the system's", &options->ca_file, 0, 0,
         false},
        {"agendas", 0, OPTION_FLAG, NULL,
         "one mail per person with all meetings (the default)", &options->agendas,
         0, 0, false},
        {"invites", 0, OPTION_FLAG, NULL,
         "one mail per meeting instead, to be accepted; no agenda items",
         &options->invites, 0, 0, false},
        {"rate", 0, OPTION_NUMBER, "N", "mails per minute at most (30)",
         &options->rate, 1, 100000, false},
        {"retries", 0, OPTION_NUMBER, "N", "of what fails for the moment (4)",
         &options->n_retries, 0, 20, false},
        {"retry-wait", 0, OPTION_SECONDS, "SECONDS",
         "before the first, then twice as long each (30)", &options->retry_s, 0, 0,
         false},
        {"resend-in-doubt", 0, OPTION_FLAG, NULL,
         "send again what may have arrived", &options->resend_in_doubt, 0, 0,
         false},
        {"dry-run", 0, OPTION_FLAG, NULL, "tell what would be sent; the default",
         &options->dry_run, 0, 0, false},
        {"really", 0, OPTION_FLAG, NULL, "send it", &options->really, 0, 0, false},
        options_encoding_row(&options->encoding),
    };
    const struct usage usage = {
        .command = "send",
        .example = "matchday send day out --really --server "
                   "smtp://mail.example.org:587 --user desk@example.org",
        .operands = "EVENT SCHEDULE",
        .about =
            "Mails those for whom something differs from what was sent. Says who "
            "would get\nwhat; with --really sends it, keeps sent.ledger beside the "
            "schedule, so that\nnobody gets a mail twice, and, when all is sent, "
            "records the schedule as\n'publish' does.\n\n"
            "The password or token comes from a file, or from "
            "MATCHDAY_SMTP_PASSWORD or\nMATCHDAY_SMTP_TOKEN.",
        .n_operands = 2,
        .option = row,
        .n_options = sizeof row / sizeof row[0],
    };
    return options_parse(&usage, argc, argv, options->operand);
}

static bool refuse(const char *why)
{
    fprintf(stderr, "matchday send: %s\nTry 'matchday send --help'.\n", why);
    return false;
}

static bool check_options(const struct send_options *options)
{
    int port;
    struct error err;
    if (options->really && options->dry_run) {
        return refuse("--dry-run and --really exclude each other");
    }
    if (options->really && !options->server) {
        return refuse(
            "--really needs --server smtp://HOST:587 or smtps://HOST:465");
    }
    if (options->server && !mail_url_check(options->server, &port, &err)) {
        return refuse(err.text);
    }
    if (options->password_file && options->token_file) {
        return refuse("--password-file and --token-file exclude each other");
    }
    if ((options->password_file || options->token_file) && !options->user) {
        return refuse("a password or token needs --user");
    }
    return true;
}

/* Who has a mail of the schedule must not be written to as if they had none: where the
 * event has changed what it says, only another schedule knows what to tell them. */
static enum exit_code judge_earlier_runs(struct sending *sending)
{
    struct job *job = &sending->job;
    const struct half_sent *before = &sending->before;
    struct mail_list all;
    int n = 0;
    enum exit_code code = begun_read(job, sending->read.path,
                                     &sending->read.schedule, &sending->before);
    if (code != EXIT_CODE_DONE || !begun_has_mails(before)) {
        return code;
    }
    mail_list_make(&job->arena, &sending->input, true, true, &all);
    for (int k = 0; k < before->n_mails; k++) {
        n += before->mail[k].fate != MAIL_NOT_TAKEN &&
             !sending_has_mail(&all, before->mail[k].message_id);
    }
    if (n == 0) {
        return EXIT_CODE_DONE;
    }
    findings_add(
        &job->findings, SEVERITY_ERROR,
        (struct place){.file = sending->read.path, .field = "sending"},
        "%s went out before the event changed, and %d of them would not say the "
        "same now, so that nothing is sent. Make a new schedule from it, 'matchday "
        "solve %s -o OUT --previous %s', and send that: whoever has a mail is told "
        "what changed, all others get their first one",
        begun_count_text(&job->arena, before), n, sending->options->operand[0],
        sending->read.path);
    return EXIT_CODE_BAD_INPUT;
}

/* Everything before the first mail. */
static enum exit_code prepare(struct sending *sending)
{
    struct job *job = &sending->job;
    const struct send_options *options = sending->options;
    struct error err;
    sending->read = (struct job_schedules){.event_path = options->operand[0],
                                           .path = options->operand[1]};
    enum exit_code code = job_hold(job, sending->read.path);
    if (code == EXIT_CODE_DONE) {
        code = job_read_schedules(job, &sending->read);
        seen_digest(job->arena, sending->read.path, sending->seen);
    }
    if (code == EXIT_CODE_DONE) {
        code = job_read_mail_words(job);
    }
    if (code == EXIT_CODE_DONE) {
        code = job_require_organizer(job);
    }
    if (code == EXIT_CODE_DONE) {
        code = job_accept_schedule(job, &sending->read,
                                   phrase("so that nothing is sent"));
    }
    if (code == EXIT_CODE_DONE) {
        code = answers_read(job, sending->read.path, NULL);
    }
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    const struct schedule *schedule = &sending->read.schedule;
    recall_people(&job->arena, &job->event, &schedule, 1, &sending->whole);
    sending->recalled =
        recall_schedule(&job->arena, &sending->whole, &job->elig, schedule);
    sending->calendars = (struct ics_input){.event = &sending->whole,
                                            .schedule = &sending->recalled,
                                            .answers = &job->answers,
                                            .version = MATCHDAY_VERSION};
    sending->input = (struct mail_input){.calendars = &sending->calendars,
                                         .words = &job->mail_words};
    if (!stamp_read(&sending->calendars.stamp_s, &err)) {
        return job_fail(&err);
    }
    mail_list_make(&job->arena, &sending->input,
                   options->agendas || !options->invites, options->invites,
                   &sending->list);
    sending->ledger_path =
        folder_beside(&job->arena, sending->read.path, "sent.ledger");
    return judge_earlier_runs(sending);
}

/* The password, or the token, and which of them it is. */
static bool read_login(const struct send_options *options, struct secret *secret,
                       bool *is_token, struct error *err)
{
    struct secret token = {0};
    if (!secret_read(secret, options->password_file, "MATCHDAY_SMTP_PASSWORD",
                     err) ||
        !secret_read(&token, options->token_file, "MATCHDAY_SMTP_TOKEN", err)) {
        secret_wipe(&token);
        return false;
    }
    *is_token =
        options->token_file || (!options->password_file && token.text[0] != '\0');
    if (*is_token) {
        memcpy(secret, &token, sizeof token);
    }
    secret_wipe(&token);
    return !options->user || secret->text[0] != '\0' ||
           error_set(err,
                     "--user %s has no password; expected one in "
                     "MATCHDAY_SMTP_PASSWORD or --password-file, or a token in "
                     "MATCHDAY_SMTP_TOKEN or --token-file",
                     options->user);
}

/* Before the schedule is written, which was read some time ago: holds its folder, and
 * fails if another command has written it since. */
static bool hold_unchanged(struct sending *sending, struct error *err)
{
    struct job *job = &sending->job;
    const char *path = sending->read.path;
    if (!output_hold(job->arena, folder_of(&job->arena, path), &job->held, err)) {
        return false;
    }
    if (seen_is_same(job->arena, path, sending->seen)) {
        return true;
    }
    job_release(job);
    error_set(
        err,
        "%s: another command has written it meanwhile, and nothing is recorded "
        "in it; run the same command again: nobody gets a mail twice",
        path);
    err->code = EXIT_CODE_IO;
    return false;
}

/* For all those who ask what was sent if this run does not come to its end. */
static bool begin(struct sending *sending, struct error *err)
{
    const struct send_options *options = sending->options;
    const struct beginning beginning = {
        .path = sending->read.path,
        .schedule = &sending->read.schedule,
        .event = &sending->whole,
        .list = &sending->list,
        .before = &sending->before,
        .without_agenda = options->invites && !options->agendas,
    };
    if (!hold_unchanged(sending, err)) {
        return false;
    }
    bool ok = begun_begin(&sending->job, &beginning, err);
    seen_digest(sending->job.arena, sending->read.path, sending->seen);
    job_release(&sending->job);
    return ok;
}

static bool deliver(struct sending *sending, struct secret *secret, bool is_token,
                    struct delivery *delivery, struct error *err)
{
    const struct send_options *options = sending->options;
    const struct mail_server server = {
        .url = options->server,
        .ca_file = options->ca_file,
        .user = options->user,
        .password = is_token ? NULL : secret->text,
        .token = is_token ? secret->text : NULL,
    };
    struct arena *arena = &sending->job.arena;
    delivery->connection = mail_connect(arena, &server, err);
    if (!delivery->connection) {
        return false;
    }
    delivery->ledger = ledger_open(arena, sending->ledger_path, true, err);
    bool ok = delivery->ledger && begin(sending, err) &&
              delivery_run(*arena, delivery, err);
    sending->has_old_doubts =
        ok && sending_tell_old_doubts(sending, delivery->ledger);
    ledger_close(delivery->ledger);
    mail_disconnect(delivery->connection);
    return ok;
}

/* With the secret in memory for as long as it takes. */
static bool log_in_and_deliver(struct sending *sending, struct delivery *delivery,
                               struct error *err)
{
    struct secret secret;
    bool is_token;
    bool ok = read_login(sending->options, &secret, &is_token, err) &&
              deliver(sending, &secret, is_token, delivery, err);
    secret_wipe(&secret);
    return ok;
}

static enum exit_code code_of(const struct sending *sending,
                              const struct delivery *delivery)
{
    return delivery->n_failed > 0 || sending->has_old_doubts ? EXIT_CODE_IO
                                                             : EXIT_CODE_DONE;
}

/* All was tried, and what is left over a server refuses for good: that must not keep
 * what all others have from being recorded. */
static enum exit_code record(struct sending *sending,
                             const struct delivery *delivery)
{
    struct error err;
    struct unreached unreached = delivery_unreached(&sending->job.arena, delivery);
    if (!hold_unchanged(sending, &err)) {
        return job_fail(&err);
    }
    unreached.agenda = sending->options->invites && !sending->options->agendas;
    enum exit_code code = record_as_sent(&sending->job, sending->read.path,
                                         &sending->read.schedule, &unreached);
    sending_tell_items(sending);
    if (delivery->n_refused > 0) {
        printf("  but for what was refused: the next run tries it again; mend the "
               "address, or tell them by other means\n");
    }
    return code == EXIT_CODE_DONE ? code_of(sending, delivery) : code;
}

/* A server's "550" is no fault of the input, and no defect. */
static enum exit_code conclude(struct sending *sending,
                               const struct delivery *delivery)
{
    struct error err;
    sending_tell_unreachable(sending);
    printf("%d mail%s sent", delivery->n_sent, text_s(delivery->n_sent));
    sending_print_some(delivery->n_sent_before, "sent before");
    sending_print_some(delivery->n_failed, "not sent");
    sending_print_some(delivery->n_in_doubt, "in doubt");
    sending_print_some(delivery->n_untried, "not tried");
    putchar('\n');
    int n_open = delivery->n_failed - delivery->n_refused + delivery->n_in_doubt +
                 delivery->n_untried;
    bool reached_any = delivery->n_sent + delivery->n_sent_before > 0;
    if (n_open == 0 && (reached_any || delivery->n_refused == 0)) {
        return record(sending, delivery);
    }
    if (!reached_any && delivery->n_in_doubt == 0 &&
        !begun_has_mails(&sending->before) &&
        (!hold_unchanged(sending, &err) ||
         !begun_undo(&sending->job, sending->read.path, &sending->read.schedule,
                     &err))) {
        return job_fail(&err);
    }
    bool is_begun = sending->read.schedule.sending != NULL;
    printf("%s is not recorded as sent; run the same command again%s\n",
           sending->read.path,
           is_begun ? "; if the event changes before, 'solve --previous' knows who "
                      "has a mail"
                    : "");
    return stop_was_asked() ? EXIT_CODE_INTERRUPTED : EXIT_CODE_IO;
}

static enum exit_code send_all(struct sending *sending)
{
    const struct send_options *options = sending->options;
    struct error err;
    enum exit_code code = prepare(sending);
    job_release(&sending->job); /* sending takes long; it is held again to write */
    if (code != EXIT_CODE_DONE) {
        return code;
    }
    if (sending->list.n_items == 0 && sending->list.n_unreachable == 0) {
        return sending_look_for_doubts(sending);
    }
    if (!options->really) {
        return sending_dry_run(sending);
    }
    struct delivery delivery = {
        .input = &sending->input,
        .list = &sending->list,
        .resend_in_doubt = options->resend_in_doubt,
        .most_per_minute = (int)options->rate,
        .n_retries = (int)options->n_retries,
        .retry_s = options->retry_s,
        .refused = arena_new(&sending->job.arena, sending->list.n_items, bool),
    };
    stop_on_signals();
    if (!mail_can_send(&err) || !log_in_and_deliver(sending, &delivery, &err)) {
        return job_fail(&err);
    }
    return conclude(sending, &delivery);
}

enum exit_code command_send(int argc, char **argv)
{
    struct send_options options = {.rate = 30, .n_retries = 4, .retry_s = 30};
    struct sending sending = {.options = &options};
    enum options_result parsed = parse(argc, argv, &options);
    if (parsed != OPTIONS_RUN) {
        return options_exit_code(parsed);
    }
    if (!check_options(&options)) {
        return EXIT_CODE_USAGE;
    }
    job_init(&sending.job, false);
    sending.job.encodings.asked = options.encoding;
    return job_finish(&sending.job, send_all(&sending));
}
