#include "scheduler/commands/record.h"

#include <stdio.h>
#include <string.h>

#include "io/file.h"
#include "io/json_schedule.h"
#include "scheduler/base/text.h"
#include "scheduler/model/sent_agenda.h"

enum exit_code record_as_sent(struct job *job, const char *path,
                              struct schedule *schedule)
{
    struct error err;
    schedule_publish(schedule);
    schedule_publish_agenda(&job->arena, &job->event, schedule);
    const char *text = json_schedule_text(&job->arena, schedule);
    if (!file_write(job->arena, path, text, strlen(text), &err)) {
        return job_fail(&err);
    }
    int n_meetings = schedule->n_meetings, n_cancelled = schedule->n_cancelled;
    printf(
        "%s: %d meeting%s and %d cancellation%s are recorded as sent\n"
        "  links of rooms are not recorded: whoever has an old one must be told\n",
        path, n_meetings, text_s(n_meetings), n_cancelled, text_s(n_cancelled));
    return EXIT_CODE_DONE;
}
