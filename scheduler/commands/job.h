#ifndef MATCHDAY_COMMANDS_JOB_H
#define MATCHDAY_COMMANDS_JOB_H

#include <stdbool.h>

#include "io/csv_recode.h"
#include "io/encoding.h"
#include "io/folder_lock.h"
#include "io/mail_words.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"
#include "scheduler/base/findings.h"
#include "scheduler/commands/seen.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"
#include "scheduler/model/reply.h"
#include "scheduler/model/schedule.h"

struct value;

/* One run of a command: its memory, its event and what was found in the input. */
struct job {
    struct arena arena;
    struct findings findings;
    bool as_json;                   /* findings go to standard output as JSON */
    struct value *result;           /* behind these members, for as_json; or NULL */
    struct encodings encodings;     /* of the event's tables; the command sets it */
    bool encoding_needed;           /* a table of the event is read as was asked */
    struct csv_format table_format; /* of outputs; table_options_take() sets it */
    struct event event;
    struct eligibility elig;
    struct mail_words mail_words;
    struct replies answers; /* none before answers_read() */
    bool awaits_schedule; /* locks that cannot hold are no errors before a schedule
                             says which meetings have begun; the command sets it */
    bool
        forgives_locks; /* nor are locks of what is gone (event_read.h); likewise */
    bool has_lock_faults; /* there are such; elig is built without any locks */
    int threads;          /* that write outputs; the command sets it */
    struct seen seen;     /* in the folder of the outputs; outputs_look() sets it */
    struct folder_lock held; /* see job_hold() */
    bool drafts; /* mails are to be opened and sent from a mail program */
};

void job_init(struct job *job, bool as_json);

/* Prints the findings, gives all memory back and returns code. */
enum exit_code job_finish(struct job *job, enum exit_code code);

/* Keeps other commands from writing where the schedule at path lies, which may be a
 * folder, until job_release() or job_finish(): for those that read files there and write
 * them again. Fails as the functions below do. */
enum exit_code job_hold(struct job *job, const char *path);
void job_release(struct job *job);

/* Reads and judges input. They return EXIT_CODE_DONE or why the command cannot
 * go on; errors of the content are findings then, and a file that cannot be read
 * was told on standard error. */
enum exit_code job_read_event(struct job *job, const char *path);
enum exit_code job_read_schedule(struct job *job, const char *path,
                                 struct schedule *schedule);

/* The same for a schedule that is gone on from: what those have who were sent it before
 * its sending was cut off is recorded in it; with tells a finding says so. Sorted. */
enum exit_code job_read_previous(struct job *job, const char *path, bool tells,
                                 struct schedule *previous);

/* Locks of meetings that begin before the instant, in the schedule, are past, as they
 * can neither be kept nor broken any more: a note tells of each. What is wrong with
 * other locks is an error now. Changes nothing where no lock is at fault. For those
 * who set awaits_schedule; job_read_schedules() does both. */
enum exit_code job_settle_locks(struct job *job, const struct schedule *schedule,
                                int64_t before_s);

/* Where the schedule lies that a path names: schedule.json in it, where it is a
 * folder. job_read_schedule() does so by itself; it is for what lies beside it. */
const char *job_schedule_path(struct job *job, const char *path);

/* Reads how mails are worded, for commands that make some; after the event. */
enum exit_code job_read_mail_words(struct job *job);

/* A schedule to be judged, and the one before. */
struct job_schedules {
    const char *event_path, *path, *previous_path; /* previous NULL: none */
    struct schedule schedule, previous;
};

/* Reads the event and the schedules, as the two above do; path becomes that of the
 * file. */
enum exit_code job_read_schedules(struct job *job, struct job_schedules *read);

/* Judges the schedule by every rule; what is broken are findings, below one that says
 * so if the event has changed since. */
enum exit_code job_judge_schedule(struct job *job,
                                  const struct job_schedules *read);

/* The same for who uses the schedule: where the event has changed so that it breaks
 * rules, one error tells that, what is to be done, and what is not done otherwise:
 * "so that nothing is sent". */
enum exit_code job_accept_schedule(struct job *job,
                                   const struct job_schedules *read,
                                   const char *otherwise);

/* Calendars need an organiser and a domain: a finding for each that the event does
 * not have. */
void job_ask_for_organizer(struct job *job, enum severity severity);

/* Calendars need an organiser and a domain; the event may have been written
 * without. */
enum exit_code job_require_organizer(struct job *job);

/* False, with a warning, if the event has changed since the schedule was made.
 * what says what follows from it: "it is recorded as sent as it is". */
bool job_is_of_this_event(struct job *job, const char *path,
                          const struct schedule *schedule, const char *what);

/* Prints the message on standard error and returns its code. */
enum exit_code job_fail(const struct error *err);

#endif
