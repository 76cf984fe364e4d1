#include "scheduler/commands/job.h"

#include <stdio.h>
#include <string.h>

#include "io/event_read.h"
#include "io/file.h"
#include "io/folder.h"
#include "io/invented_ids.h"
#include "io/json_event.h"
#include "io/json_findings.h"
#include "io/json_write.h"
#include "io/output_mend.h"
#include "io/schedule_read.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"
#include "scheduler/commands/begun.h"
#include "scheduler/model/verify.h"

void job_init(struct job *job, bool as_json)
{
    *job = (struct job){
        .as_json = as_json,
        .threads = 1,
        .table_format = {.separator = ','},
        .held = {.file = -1},
    };
    arena_init(&job->arena);
    findings_init(&job->findings, &job->arena);
}

enum exit_code job_finish(struct job *job, enum exit_code code)
{
    bool has_failed = code != EXIT_CODE_DONE && code != EXIT_CODE_INTERRUPTED;
    if (has_failed && !findings_has_errors(&job->findings)) {
        job->findings.without_notes = true; /* why was told, and is not buried */
    }
    invented_ids_name(&job->arena, &job->event, &job->findings);
    if (job->as_json && job->result) {
        json_findings_put(&job->arena, &job->findings, job->result);
        fputs(json_file_text(&job->arena, job->result), stdout);
    } else if (job->as_json) {
        fputs(json_findings_text(&job->arena, &job->findings), stdout);
    } else {
        findings_print(&job->findings, stderr);
    }
    job_release(job);
    arena_finish(&job->arena);
    return code;
}

enum exit_code job_hold(struct job *job, const char *path)
{
    struct error err;
    struct arena *arena = &job->arena;
    path = file_is_folder(path) ? path : folder_of(arena, path);
    return output_hold(*arena, path, &job->held, &err) ? EXIT_CODE_DONE
                                                       : job_fail(&err);
}

void job_release(struct job *job)
{
    folder_lock_release(&job->held);
}

enum exit_code job_fail(const struct error *err)
{
    text_print_line(err->text, stderr);
    fputc('\n', stderr);
    return err->code;
}

static enum exit_code judge(const struct job *job)
{
    return findings_has_errors(&job->findings) ? EXIT_CODE_BAD_INPUT
                                               : EXIT_CODE_DONE;
}

/* Leaves locks out of account if nothing else is at fault; false if something is. */
static bool put_locks_off(struct job *job)
{
    struct event unlocked = job->event;
    struct eligibility elig;
    struct findings findings;
    unlocked.n_locks = 0;
    findings_init(&findings, &job->arena);
    eligibility_build(&job->arena, &unlocked, &elig, &findings);
    if (findings_has_errors(&findings)) {
        return false;
    }
    job->elig = elig;
    job->has_lock_faults = true;
    return true;
}

enum exit_code job_settle_locks(struct job *job, const struct schedule *schedule,
                                int64_t before_s)
{
    if (!job->has_lock_faults) {
        return EXIT_CODE_DONE;
    }
    schedule_pass_locks(schedule, before_s, &job->event, &job->elig,
                        &job->findings);
    eligibility_build(&job->arena, &job->event, &job->elig, &job->findings);
    return judge(job);
}

/* What a run that was killed has left where this lies is completed first. */
static void mend_folder_of(struct arena scratch, const char *path)
{
    output_mend(path);
    if (!file_is_folder(path)) {
        output_mend(folder_of(&scratch, path));
    }
}

enum exit_code job_read_event(struct job *job, const char *path)
{
    struct error err;
    job->encodings.is_needed = &job->encoding_needed;
    const struct event_input input = {path, job->encodings, job->forgives_locks};
    if (!encodings_judge(job->arena, &job->encodings, &err)) {
        err.code = EXIT_CODE_USAGE;
        return job_fail(&err);
    }
    mend_folder_of(job->arena, path);
    if (!event_read(&job->arena, &input, &job->event, &job->findings, &err)) {
        return job_fail(&err);
    }
    const struct findings found = job->findings;
    if (!findings_has_errors(&found)) {
        eligibility_build(&job->arena, &job->event, &job->elig, &job->findings);
        if (findings_has_errors(&job->findings) && job->awaits_schedule &&
            put_locks_off(job)) {
            job->findings = found;
        }
    }
    return judge(job);
}

const char *job_schedule_path(struct job *job, const char *path)
{
    return file_is_folder(path) ? file_path(&job->arena, path, "schedule.json")
                                : path;
}

enum exit_code job_read_schedule(struct job *job, const char *path,
                                 struct schedule *schedule)
{
    struct error err;
    path = job_schedule_path(job, path);
    mend_folder_of(job->arena, path);
    if (!schedule_read(&job->arena, path, schedule, &job->findings, &err)) {
        return job_fail(&err);
    }
    if (findings_has_errors(&job->findings)) {
        return EXIT_CODE_BAD_INPUT;
    }
    if (strcmp(schedule->event_id, job->event.id) != 0) {
        findings_add(&job->findings, SEVERITY_ERROR,
                     (struct place){.file = path, .field = "event"},
                     "this is a schedule of the event '%s'; expected one of '%s'",
                     schedule->event_id, job->event.id);
        return EXIT_CODE_BAD_INPUT;
    }
    schedule_bind(schedule, &job->event, &job->elig);
    return EXIT_CODE_DONE;
}

enum exit_code job_read_previous(struct job *job, const char *path, bool tells,
                                 struct schedule *previous)
{
    enum exit_code code = job_read_schedule(job, path, previous);
    if (code == EXIT_CODE_DONE) {
        code = begun_settle(job, job_schedule_path(job, path), previous, tells);
    }
    if (code == EXIT_CODE_DONE) {
        schedule_sort(previous);
    }
    return code;
}

enum exit_code job_read_mail_words(struct job *job)
{
    struct error err;
    const char *folder = folder_of(&job->arena, job->event.file);
    mail_words_init(&job->mail_words);
    if (!mail_words_read(&job->arena, folder, &job->mail_words, &job->findings,
                         &err)) {
        return job_fail(&err);
    }
    return judge(job);
}

enum exit_code job_read_schedules(struct job *job, struct job_schedules *read)
{
    job->awaits_schedule = true;
    enum exit_code code = job_read_event(job, read->event_path);
    read->path = job_schedule_path(job, read->path);
    if (code == EXIT_CODE_DONE) {
        code = job_read_schedule(job, read->path, &read->schedule);
    }
    if (code == EXIT_CODE_DONE) {
        code = job_settle_locks(job, &read->schedule,
                                schedule_frozen_before(&read->schedule));
    }
    if (code == EXIT_CODE_DONE && read->previous_path) {
        code = job_read_previous(job, read->previous_path, false, &read->previous);
    }
    return code;
}

bool job_is_of_this_event(struct job *job, const char *path,
                          const struct schedule *schedule, const char *what)
{
    char hex[DIGEST_HEX_SIZE];
    json_event_digest(job->arena, &job->event, hex);
    if (strcmp(hex, schedule->input_sha256) == 0) {
        return true;
    }
    findings_add(&job->findings, SEVERITY_WARNING,
                 (struct place){.file = path, .field = "input_sha256"},
                 "the event has changed since this schedule was made; %s", what);
    return false;
}

static void verify(struct job *job, const struct job_schedules *read,
                   struct findings *findings)
{
    verify_schedule(job->arena, &job->event, &job->elig, &read->schedule,
                    read->previous_path ? &read->previous : NULL, read->path,
                    findings);
}

static bool has_changed(const struct job *job, const struct job_schedules *read)
{
    char hex[DIGEST_HEX_SIZE];
    json_event_digest(job->arena, &job->event, hex);
    return strcmp(hex, read->schedule.input_sha256) != 0;
}

static void tell_change(struct job *job, const struct job_schedules *read,
                        bool is_broken)
{
    const struct place place = {.file = read->path, .field = "input_sha256"};
    if (is_broken) {
        findings_add(
            &job->findings, SEVERITY_ERROR, place,
            "the event has changed since this schedule was made, or is "
            "another one with the same id '%s'; what follows may come from "
            "that; expected the event as it was, or a new schedule, by "
            "'solve' with --previous",
            job->event.id);
    } else {
        findings_add(&job->findings, SEVERITY_WARNING, place,
                     "the event has changed since this schedule was made; it "
                     "breaks no rule, but 'solve' with --previous may find a "
                     "better one");
    }
}

enum exit_code job_judge_schedule(struct job *job, const struct job_schedules *read)
{
    /* Where the event has changed, that comes first of all. */
    if (has_changed(job, read)) {
        struct findings trial;
        findings_init(&trial, &job->arena);
        verify(job, read, &trial);
        tell_change(job, read, findings_has_errors(&trial));
    }
    verify(job, read, &job->findings);
    return judge(job);
}

static const char *first_error(const struct findings *findings)
{
    int k = 0;
    while (findings->finding[k].severity != SEVERITY_ERROR) {
        k++;
    }
    return findings->finding[k].text;
}

enum exit_code job_accept_schedule(struct job *job,
                                   const struct job_schedules *read,
                                   const char *otherwise)
{
    struct findings trial;
    if (!has_changed(job, read)) {
        return job_judge_schedule(job, read);
    }
    findings_init(&trial, &job->arena);
    verify(job, read, &trial);
    if (!findings_has_errors(&trial)) {
        return job_judge_schedule(job, read);
    }
    findings_add(&job->findings, SEVERITY_ERROR,
                 (struct place){.file = read->path, .field = "input_sha256"},
                 "the event has changed since this schedule was made, which breaks "
                 "its rules now, %s. Make a new one from it, 'matchday solve %s -o "
                 "OUT --previous %s', and take that; or put the event back as it "
                 "was. In %d place%s it does not fit any more ('matchday verify' "
                 "lists them), first: %s",
                 otherwise, read->event_path, read->path, trial.n_errors,
                 text_s(trial.n_errors), first_error(&trial));
    return EXIT_CODE_BAD_INPUT;
}

/* A setting that calendars cannot do without: a member of event.json, or a row of the
 * table of the event. */
struct wanted_setting {
    const char *value;
    const char *member, *row;
    const char *what, *of_json, *of_table;
};

static void ask_for_setting(struct job *job, enum severity severity,
                            const struct wanted_setting *wanted)
{
    bool is_json = text_ends_with(job->event.file, ".json");
    const struct place place = {.file = job->event.file,
                                .field = is_json ? wanted->member : wanted->row};
    if (wanted->value[0] == '\0') {
        findings_add(
            &job->findings, severity, place,
            severity == SEVERITY_ERROR
                ? "is missing, and %s; expected %s"
                : "is missing, and %s: 'solve', 'export' and 'send' refuse the "
                  "event without it; expected %s",
            phrase(wanted->what),
            phrase(is_json ? wanted->of_json : wanted->of_table));
    }
}

void job_ask_for_organizer(struct job *job, enum severity severity)
{
    const struct wanted_setting email = {
        .value = job->event.organizer.email,
        .member = "event.organizer.email",
        .row = "Organizer email",
        .what = PHRASE("calendars need the address of an organiser"),
        .of_json = PHRASE("event.organizer with \"name\" and \"email\""),
        .of_table = PHRASE("a row 'Organizer email' among the event's, and "
                           "'Organizer' with the name"),
    };
    const struct wanted_setting domain = {
        .value = job->event.uid_domain,
        .member = "event.uid_domain",
        .row = "Domain",
        .what = PHRASE("calendar entries need identifiers in a domain"),
        .of_json = PHRASE("a domain of the organiser's, like \"example.org\""),
        .of_table =
            PHRASE("a row 'Domain' among the event's, with one of the organiser's, "
                   "like example.org"),
    };
    ask_for_setting(job, severity, &email);
    ask_for_setting(job, severity, &domain);
}

enum exit_code job_require_organizer(struct job *job)
{
    job_ask_for_organizer(job, SEVERITY_ERROR);
    return judge(job);
}
