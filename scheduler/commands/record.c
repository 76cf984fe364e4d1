#include "scheduler/commands/record.h"

#include <stdio.h>
#include <string.h>

#include "io/file.h"
#include "io/json_schedule.h"
#include "scheduler/base/text.h"
#include "scheduler/commands/begun.h"
#include "scheduler/model/recall.h"
#include "scheduler/model/sent_agenda.h"
#include "scheduler/model/told.h"

/* True if an older program recorded what was sent, without links. */
static bool has_unknown_links(const struct schedule *schedule)
{
    for (int k = 0; k < schedule->n_meetings; k++) {
        const struct schedule_meeting *meeting = &schedule->meeting[k];
        if (meeting->sent.state == SENT_CONFIRMED && !meeting->told.is_known) {
            return true;
        }
    }
    return false;
}

void record_in_memory(struct job *job, struct schedule *schedule,
                      const struct unreached *unreached)
{
    struct event whole;
    recall_people(&job->arena, &job->event, &(const struct schedule *){schedule}, 1,
                  &whole);
    schedule_bind(schedule, &whole, &job->elig);
    told_publish(&job->arena, &whole, schedule, unreached);
    schedule_publish_agenda(&job->arena, &whole, schedule, unreached);
    recall_record(&job->arena, &whole, schedule);
    schedule->sending = NULL;
}

enum exit_code record_as_sent(struct job *job, const char *path,
                              struct schedule *schedule,
                              const struct unreached *unreached)
{
    struct error err;
    bool had_unknown_links = has_unknown_links(schedule);
    record_in_memory(job, schedule, unreached);
    const char *text = json_schedule_text(&job->arena, schedule);
    if (!file_write(job->arena, path, text, strlen(text), &err)) {
        return job_fail(&err);
    }
    begun_forget(job->arena, path);
    int n_meetings = schedule->n_meetings, n_cancelled = schedule->n_cancelled;
    printf("%s: %d meeting%s", path, n_meetings, text_s(n_meetings));
    if (n_cancelled > 0) {
        printf("%s%d cancellation%s", schedule->n_sent_items > 0 ? ", " : " and ",
               n_cancelled, text_s(n_cancelled));
    }
    if (schedule->n_sent_items > 0) {
        printf(" and %d agenda item%s", schedule->n_sent_items,
               text_s(schedule->n_sent_items));
    }
    printf(" %s recorded as sent\n",
           n_meetings + n_cancelled + schedule->n_sent_items == 1 ? "is" : "are");
    if (had_unknown_links) {
        printf("  what links people had before is not known: whoever has an old "
               "one must be told\n");
    }
    return EXIT_CODE_DONE;
}
