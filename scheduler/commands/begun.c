#include "scheduler/commands/begun.h"

#include <string.h>
#include <unistd.h>

#include "io/file.h"
#include "io/folder.h"
#include "io/json_schedule.h"
#include "io/sending_file.h"
#include "scheduler/base/digest.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"
#include "scheduler/commands/record.h"

static const char *file_beside(struct arena *arena, const char *path)
{
    return folder_beside(arena, path, "sending.json");
}

static bool is_begun(const struct schedule *schedule)
{
    return schedule->sending && schedule->sending[0] != '\0';
}

static enum mail_fate fate_of(enum mail_state state)
{
    return state == MAIL_DONE       ? MAIL_TAKEN
           : state == MAIL_DOUBTFUL ? MAIL_IN_DOUBT
                                    : MAIL_NOT_TAKEN;
}

static enum exit_code refuse(struct job *job, const char *path, const char *name)
{
    findings_add(
        &job->findings, SEVERITY_ERROR,
        (struct place){.file = path, .field = "sending"},
        "'matchday send' has begun to mail this schedule, and %s, which says "
        "who has a mail, is not beside it or belongs to another one; "
        "expected the schedule.json beside which 'send' ran",
        name);
    return EXIT_CODE_BAD_INPUT;
}

static enum exit_code read_fates(struct job *job, const char *path,
                                 struct half_sent *half)
{
    struct error err;
    struct arena *arena = &job->arena;
    const char *ledger_path = folder_beside(arena, path, "sent.ledger");
    if (access(ledger_path, F_OK) != 0) {
        return refuse(job, path, "sent.ledger");
    }
    struct ledger *ledger = ledger_open(arena, ledger_path, false, &err);
    if (!ledger) {
        return job_fail(&err);
    }
    for (int k = 0; k < half->n_mails; k++) {
        half->mail[k].fate =
            fate_of(ledger_state(ledger, half->mail[k].message_id));
    }
    ledger_close(ledger);
    return EXIT_CODE_DONE;
}

enum exit_code begun_read(struct job *job, const char *path,
                          const struct schedule *schedule, struct half_sent *half)
{
    struct error err;
    *half = (struct half_sent){.name = ""};
    if (!is_begun(schedule)) {
        return EXIT_CODE_DONE;
    }
    const char *beside = file_beside(&job->arena, path);
    if (access(beside, F_OK) != 0) {
        return refuse(job, path, "sending.json");
    }
    if (!sending_file_read(&job->arena, beside, half, &job->findings, &err)) {
        return job_fail(&err);
    }
    if (findings_has_errors(&job->findings)) {
        return EXIT_CODE_BAD_INPUT;
    }
    return strcmp(half->name, schedule->sending) == 0
               ? read_fates(job, path, half)
               : refuse(job, path, "sending.json");
}

enum exit_code begun_read_ended(struct job *job, const char *path,
                                const struct schedule *schedule,
                                struct half_sent *half)
{
    struct error err;
    const char *ledger_path = folder_beside(&job->arena, path, "sent.ledger");
    if (is_begun(schedule) && ledger_is_busy(ledger_path)) {
        error_set(&err, "%s: 'matchday send' is at work; wait for its end",
                  ledger_path);
        err.code = EXIT_CODE_IO;
        return job_fail(&err);
    }
    return begun_read(job, path, schedule, half);
}

bool begun_has_mails(const struct half_sent *half)
{
    return half_sent_count(half, MAIL_NOT_TAKEN) < half->n_mails;
}

const char *begun_count_text(struct arena *arena, const struct half_sent *half)
{
    int n_taken = half_sent_count(half, MAIL_TAKEN);
    int n_doubts = half_sent_count(half, MAIL_IN_DOUBT);
    const char *doubts =
        n_doubts > 0 ? arena_printf(arena, phrase(" (%d more in doubt)"), n_doubts)
                     : "";
    return arena_printf(arena, phrase("%d of %d mail%s%s"), n_taken, half->n_mails,
                        text_s(half->n_mails), doubts);
}

enum exit_code begun_settle(struct job *job, const char *path,
                            struct schedule *schedule, bool tells)
{
    struct half_sent half;
    enum exit_code code = begun_read_ended(job, path, schedule, &half);
    if (code != EXIT_CODE_DONE || !begun_has_mails(&half)) {
        return code;
    }
    half_sent_record(&job->arena, schedule, &half);
    if (tells) {
        findings_add(
            &job->findings, SEVERITY_WARNING,
            (struct place){.file = path, .field = "sending"},
            "'matchday send' mailed it to some only: %s went out. Whoever "
            "has one will be told what changes, all others get their first "
            "mail about it: send the new schedule, and this one no more",
            begun_count_text(&job->arena, &half));
    }
    return EXIT_CODE_DONE;
}

static bool is_listed(const struct half_sent *half, const char *message_id)
{
    for (int k = 0; k < half->n_mails; k++) {
        if (strcmp(half->mail[k].message_id, message_id) == 0) {
            return true;
        }
    }
    return false;
}

static void plan_mails(struct arena *arena, const struct beginning *beginning,
                       struct half_sent *half)
{
    const struct mail_list *list = beginning->list;
    const struct half_sent *before = beginning->before;
    half->mail =
        arena_new(arena, list->n_items + before->n_mails, struct planned_mail);
    for (int k = 0; k < list->n_items; k++) {
        const struct mail_item *item = &list->item[k];
        half->mail[half->n_mails++] = (struct planned_mail){
            .participant_id =
                item->p >= 0 ? beginning->event->participant[item->p].id : "",
            .who =
                item->p >= 0 ? item->to : beginning->event->interpreter[item->i].id,
            .uid = item->is_agenda ? NULL : item->uid,
            .message_id = item->message_id,
        };
    }
    for (int k = 0; k < before->n_mails; k++) {
        if (before->mail[k].fate != MAIL_NOT_TAKEN &&
            !is_listed(half, before->mail[k].message_id)) {
            half->mail[half->n_mails++] = before->mail[k];
        }
    }
}

/* As it is once everybody has been sent it. */
static struct schedule sent_to_all(struct job *job,
                                   const struct beginning *beginning)
{
    const struct unreached unreached = {.agenda = beginning->without_agenda};
    struct schedule after = *beginning->schedule;
    struct arena *arena = &job->arena;
    after.meeting = arena_new(arena, after.n_meetings, struct schedule_meeting);
    after.cancelled = arena_new(arena, after.n_cancelled, struct schedule_meeting);
    for (int k = 0; k < after.n_meetings; k++) {
        after.meeting[k] = beginning->schedule->meeting[k];
    }
    for (int k = 0; k < after.n_cancelled; k++) {
        after.cancelled[k] = beginning->schedule->cancelled[k];
    }
    record_in_memory(job, &after, &unreached);
    return after;
}

static bool write_schedule(struct job *job, const char *path,
                           const struct schedule *schedule, struct error *err)
{
    const char *text = json_schedule_text(&job->arena, schedule);
    return file_write(job->arena, path, text, strlen(text), err);
}

/* The same for the same schedule. */
static const char *name_of(struct arena *arena, const struct schedule *schedule)
{
    enum { DIGITS = 32 };
    char hex[DIGEST_HEX_SIZE];
    struct arena scratch = *arena;
    const char *text = json_schedule_text(&scratch, schedule);
    digest_sha256(text, strlen(text), hex);
    return arena_strndup(arena, hex, DIGITS);
}

bool begun_begin(struct job *job, const struct beginning *beginning,
                 struct error *err)
{
    struct arena *arena = &job->arena;
    struct schedule *schedule = beginning->schedule;
    const char *name =
        is_begun(schedule) ? schedule->sending : name_of(arena, schedule);
    struct schedule after = sent_to_all(job, beginning);
    struct half_sent half = {.name = name, .after = &after};
    plan_mails(arena, beginning, &half);
    const char *text = sending_file_text(arena, &half);
    if (!file_write(*arena, file_beside(arena, beginning->path), text, strlen(text),
                    err)) {
        return false;
    }
    schedule->sending = name;
    return write_schedule(job, beginning->path, schedule, err);
}

bool begun_undo(struct job *job, const char *path, struct schedule *schedule,
                struct error *err)
{
    schedule->sending = NULL;
    if (!write_schedule(job, path, schedule, err)) {
        return false;
    }
    begun_forget(job->arena, path);
    return true;
}

void begun_forget(struct arena scratch, const char *path)
{
    unlink(file_beside(&scratch, path)); /* if it stays, nobody asks for it */
}
