#include "scheduler/commands/outputs.h"

#include <string.h>

#include "io/book_schedule.h"
#include "io/csv_changes.h"
#include "io/csv_tables.h"
#include "io/ics_calendar.h"
#include "io/ics_files.h"
#include "io/json_schedule.h"
#include "io/file.h"
#include "io/folder.h"
#include "io/host_files.h"
#include "io/mail_letter.h"
#include "io/output.h"
#include "io/output_mend.h"
#include "io/programme_page.h"
#include "io/report_page.h"
#include "io/runsheet_page.h"
#include "io/schedule_read.h"
#include "scheduler/base/text.h"
#include "scheduler/commands/answers.h"
#include "scheduler/commands/begun.h"
#include "scheduler/commands/deliver.h"
#include "scheduler/commands/stamp.h"
#include "scheduler/model/recall.h"

static int count_sent(const struct schedule *schedule)
{
    int n = schedule->n_cancelled;
    for (int k = 0; k < schedule->n_meetings; k++) {
        n += schedule->meeting[k].sent.state != SENT_NEVER;
    }
    return n;
}

/* The schedule at path, in arena; false if there is none that can be read. */
static bool read_schedule_at(struct arena *arena, const char *path,
                             struct schedule *schedule)
{
    struct findings findings;
    struct error ignored;
    findings_init(&findings, arena);
    return schedule_read(arena, path, schedule, &findings, &ignored) &&
           !findings_has_errors(&findings);
}

/* False if the schedule at path knows what people have, and the known one, from which
 * another is made (or NULL), does not: it would be forgotten. */
static bool judge_forgotten(struct arena scratch, const char *path,
                            const struct schedule *known, struct error *err)
{
    struct schedule schedule;
    if (!read_schedule_at(&scratch, path, &schedule)) {
        return true;
    }
    int n_sent = count_sent(&schedule);
    if (n_sent > (known ? count_sent(known) : 0)) {
        return error_set(err,
                         "%s: %d meeting%s in it %s published, which would be "
                         "forgotten; expected --previous %s, or another folder",
                         path, n_sent, text_s(n_sent), n_sent == 1 ? "was" : "were",
                         path);
    }
    int n_items = schedule.n_sent_items;
    if (n_items > (known ? known->n_sent_items : 0)) {
        return error_set(err,
                         "%s: %d agenda item%s in it %s published, which would be "
                         "forgotten; expected --previous %s, or another folder",
                         path, n_items, text_s(n_items),
                         n_items == 1 ? "was" : "were", path);
    }
    const char *sending = schedule.sending;
    if (sending[0] != '\0' &&
        !(known && known->sending && strcmp(known->sending, sending) == 0)) {
        return error_set(err,
                         "%s: 'matchday send' has begun to mail it, and who has a "
                         "mail would be forgotten; expected --previous %s, or "
                         "another folder",
                         path, path);
    }
    return true;
}

bool outputs_check(const struct job *job, const struct schedule *known,
                   const char *folder, struct error *err)
{
    static const char *const name[] = {
        "schedule.json", "meetings.csv",   "unscheduled.csv", "participants.csv",
        "event.ics",     "changes.csv",    "programme.html",  "report.html",
        "schedule.xlsx", "host_moves.csv", "runsheet.html",
    };
    struct arena scratch = job->arena;
    if (folder_is_same(folder, folder_of(&scratch, job->event.file))) {
        error_set(
            err,
            "%s: this is the folder of the event itself; expected another one "
            "for what is written, such as '%s'",
            folder, file_path(&scratch, folder, "out"));
        err->code = EXIT_CODE_USAGE;
        return false;
    }
    if (!output_check(scratch, folder, name, sizeof name / sizeof name[0], err)) {
        return false;
    }
    const char *path = file_path(&scratch, folder, name[0]);
    return judge_forgotten(scratch, path, known, err);
}

/* A file of that name, or any below it if that is a folder's: "zoom/". */
static bool has_file(const struct output *output, const char *name)
{
    for (int k = 0; k < output->n_files; k++) {
        if (text_ends_with(name, "/") ? text_begins_with(output->file[k].path, name)
                                      : strcmp(output->file[k].path, name) == 0) {
            return true;
        }
    }
    return false;
}

static void look_for_files(const struct output *output,
                           struct outputs_written *written)
{
    written->has_book = has_file(output, "schedule.xlsx");
    written->has_run_sheet = has_file(output, "runsheet.html");
    written->has_host_moves = has_file(output, "host_moves.csv");
    written->has_zoom = has_file(output, "zoom/");
}

void outputs_look(struct job *job, const char *folder)
{
    struct arena scratch = job->arena;
    output_mend(folder);
    seen_digest(scratch, file_path(&scratch, folder, "schedule.json"),
                job->seen.schedule);
    seen_digest(scratch, file_path(&scratch, folder, "replies.json"),
                job->seen.replies);
}

/* False if the schedule at path was written since it was seen, and knows what people
 * have. A mere draft goes for the next one, whoever made it. */
static bool judge_published(struct arena scratch, const char *path,
                            const char *seen, struct error *err)
{
    struct schedule schedule;
    if (seen_is_same(scratch, path, seen) ||
        !read_schedule_at(&scratch, path, &schedule) ||
        (count_sent(&schedule) == 0 && schedule.n_sent_items == 0 &&
         schedule.sending[0] == '\0')) {
        return true;
    }
    return error_set(err,
                     "%s: was published meanwhile, or another command has written "
                     "it and it knows of calendars that were sent; nothing is "
                     "written, so that nobody is forgotten; run the same command "
                     "again",
                     path);
}

/* Asked while nobody else can write into the folder. */
static bool judge_meanwhile(struct arena scratch, const char *folder,
                            const void *of, struct error *err)
{
    const struct job *job = of;
    const char *replies = file_path(&scratch, folder, "replies.json");
    bool ok = judge_published(scratch, file_path(&scratch, folder, "schedule.json"),
                              job->seen.schedule, err);
    if (ok && job->answers.n > 0 &&
        !seen_is_same(scratch, replies, job->seen.replies)) {
        ok = error_set(err,
                       "%s: got other answers meanwhile, which would be lost; "
                       "nothing is written; run the same command again",
                       replies);
    }
    if (!ok) {
        err->code = EXIT_CODE_IO;
    }
    return ok;
}

static void make_schedule(struct sink *sink, struct arena scratch, const void *of)
{
    json_schedule_write(sink, scratch, of);
}

/* What is for the organiser and for everybody: tables, workbook, pages. */
static void add_tables_and_pages(struct output *output, const struct job *job,
                                 const struct schedule *previous,
                                 const struct report_input *report)
{
    struct arena *arena = output->arena;
    struct report_input full = *report;
    csv_add_tables(output, report->event, report->elig, report->schedule);
    book_add_schedule(output, report->event, report->elig, report->schedule);
    host_add_files(output, report->event, report->schedule);
    runsheet_add_page(output, report->event, report->schedule);
    if (previous) {
        struct schedule *before = arena_new(arena, 1, struct schedule);
        *before = recall_schedule(arena, report->whole, &job->elig, previous);
        csv_add_changes(output, report->whole, report->elig, before,
                        report->recalled);
        full.before = before;
    }
    programme_page_add(output, report->whole, report->recalled);
    report_page_add(output, &full);
}

bool outputs_write(const struct job *job, const struct schedule *schedule,
                   const struct schedule *previous, const char *folder,
                   struct outputs_written *written, struct error *err)
{
    struct arena scratch = job->arena;
    struct output output;
    struct event whole; /* for those who tell people */
    recall_people(&scratch, &job->event, &schedule, 1, &whole);
    const struct schedule recalled =
        recall_schedule(&scratch, &whole, &job->elig, schedule);
    struct ics_input calendars = {
        .event = &whole,
        .schedule = &recalled,
        .answers = &job->answers,
        .version = MATCHDAY_VERSION,
    };
    const struct mail_input mails = {
        .calendars = &calendars,
        .words = &job->mail_words,
        .drafts = job->drafts,
    };
    if (!stamp_read(&calendars.stamp_s, err)) {
        return false;
    }
    output_init(&output, &scratch);
    output.threads = job->threads;
    output.judge = judge_meanwhile;
    output.judge_of = job;
    ics_calendar_begin();
    output_add_made(&output, "schedule.json", make_schedule, schedule);
    const struct report_input report = {
        .event = &job->event,
        .elig = &job->elig,
        .schedule = schedule,
        .whole = &whole,
        .recalled = &recalled,
    };
    add_tables_and_pages(&output, job, previous, &report);
    ics_add_agendas(&output, &calendars);
    ics_add_interpreter_agendas(&output, &calendars);
    ics_add_overview(&output, &calendars);
    struct outputs_written all = {.n_mails = -output.n_files};
    mail_add_files(&output, &mails);
    all.n_mails += output.n_files;
    all.n_invites = -output.n_files;
    ics_add_invites(&output, &calendars);
    all.n_invites += output.n_files;
    look_for_files(&output, &all);
    if (written) {
        *written = all;
    }
    answers_add(&output, job);
    bool ok = csv_recode_tables(&scratch, &output, &job->table_format, err) &&
              deliver(&output, folder, err);
    ics_calendar_finish();
    if (ok && !(schedule->sending && schedule->sending[0] != '\0')) {
        begun_forget(scratch, file_path(&scratch, folder, "schedule.json"));
    }
    return ok;
}
