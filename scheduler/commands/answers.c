#include "scheduler/commands/answers.h"

#include <string.h>

#include "io/file.h"
#include "io/folder.h"
#include "io/replies_file.h"

static const char name[] = "replies.json";

static enum exit_code read_file(struct job *job, const char *path,
                                struct replies *answers)
{
    struct error err;
    if (!replies_file_read(&job->arena, path, &job->event, answers, &job->findings,
                           &err)) {
        return job_fail(&err);
    }
    return findings_has_errors(&job->findings) ? EXIT_CODE_BAD_INPUT
                                               : EXIT_CODE_DONE;
}

enum exit_code answers_read(struct job *job, const char *path, const char *folder)
{
    struct replies others;
    path = folder_beside(&job->arena, job_schedule_path(job, path), name);
    enum exit_code code = read_file(job, path, &job->answers);
    if (code != EXIT_CODE_DONE || !folder) {
        return code;
    }
    code = read_file(job, file_path(&job->arena, folder, name), &others);
    if (code == EXIT_CODE_DONE) {
        replies_unite(&job->arena, &job->answers, &others);
    }
    return code;
}

void answers_add(struct output *output, const struct job *job)
{
    if (job->answers.n > 0) {
        const char *text =
            replies_file_text(output->arena, &job->event, &job->answers);
        output_add_shared(output, name, text, strlen(text));
    }
}
