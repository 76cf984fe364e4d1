#include "scheduler/commands/past_round.h"

#include "io/encoding.h"
#include "io/feedback_read.h"
#include "io/file.h"
#include "io/folder.h"
#include "scheduler/model/recall.h"

/* Facts are about those, too, who are in the event no more. */
static void recall_left(struct job *job, struct schedule *schedule)
{
    const struct schedule *read = schedule;
    struct event whole;
    recall_people(&job->arena, &job->event, &read, 1, &whole);
    *schedule = recall_schedule(&job->arena, &whole, &job->elig, schedule);
    job->event = whole;
}

enum exit_code past_round_read(struct job *job, const char *event_path,
                               const char *schedule_path, struct past_round *round)
{
    job->awaits_schedule = true;
    enum exit_code code = job_read_event(job, event_path);
    if (code == EXIT_CODE_DONE) {
        code = job_read_schedule(job, job_schedule_path(job, schedule_path),
                                 &round->schedule);
    }
    if (code == EXIT_CODE_DONE) {
        code = job_settle_locks(job, &round->schedule,
                                schedule_frozen_before(&round->schedule));
    }
    if (code == EXIT_CODE_DONE) {
        schedule_sort(&round->schedule);
        recall_left(job, &round->schedule);
    }
    return code;
}

static bool read_feedback_file(struct job *job, struct past_round *round,
                               const char *path, struct error *err)
{
    char *text;
    size_t len;
    if (!file_read(&job->arena, path, &text, &len, err)) {
        return false;
    }
    struct file_bytes bytes = {text, len};
    if (encoding_decode(&job->arena, path, &job->encodings, &bytes,
                        &job->findings)) {
        const struct feedback_source source = {path, bytes.bytes, bytes.len};
        feedback_read(&job->arena, &source, &job->event, &round->schedule,
                      &round->feedback, &job->findings);
    }
    return true;
}

static bool read_feedback_folder(struct job *job, struct past_round *round,
                                 const char *folder, struct error *err)
{
    struct strings paths;
    if (!folder_files(&job->arena, folder, ".csv", &paths, err)) {
        return false;
    }
    if (paths.n == 0) {
        findings_add(&job->findings, SEVERITY_ERROR, (struct place){.file = folder},
                     "has no .csv file; expected forms that were filled in");
    }
    for (int k = 0; k < paths.n; k++) {
        if (!read_feedback_file(job, round, paths.text[k], err)) {
            return false;
        }
    }
    return true;
}

enum exit_code past_round_read_feedback(struct job *job,
                                        const struct strings *given,
                                        struct past_round *round)
{
    struct error err;
    for (int k = 0; k < given->n; k++) {
        const char *path = given->text[k];
        if (!(file_is_folder(path) ? read_feedback_folder(job, round, path, &err)
                                   : read_feedback_file(job, round, path, &err))) {
            return job_fail(&err);
        }
    }
    if (findings_has_errors(&job->findings)) {
        return EXIT_CODE_BAD_INPUT;
    }
    if (given->n > 0 && round->feedback.n == 0) {
        findings_add(&job->findings, SEVERITY_ERROR,
                     (struct place){.file = given->text[0]},
                     "there is no answer in what --feedback names; expected a row "
                     "of feedback at least, such as 'meeting,participant,held' and "
                     "below it 'm0001,ID,yes'");
        return EXIT_CODE_BAD_INPUT;
    }
    feedback_merge(&job->arena, &round->feedback, &job->findings);
    feedback_judge(&job->arena, &job->event, &round->schedule, &round->feedback,
                   &round->facts, &job->findings);
    return findings_has_errors(&job->findings) ? EXIT_CODE_BAD_INPUT
                                               : EXIT_CODE_DONE;
}
