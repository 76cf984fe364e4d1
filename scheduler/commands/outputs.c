#include "scheduler/commands/outputs.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "io/csv_tables.h"
#include "io/ics_files.h"
#include "io/json_schedule.h"
#include "io/output.h"

/* The time that calendars carry: now, or SOURCE_DATE_EPOCH for files that are
 * the same tomorrow (reproducible-builds.org). */
static bool stamp(int64_t *stamp_s, struct error *err)
{
    const char *fixed = getenv("SOURCE_DATE_EPOCH");
    if (!fixed || fixed[0] == '\0') {
        *stamp_s = (int64_t)time(NULL);
        return true;
    }
    enum { MOST_S = 2000000000 };
    char *end;
    errno = 0;
    long long seconds = strtoll(fixed, &end, 10);
    if (errno != 0 || *end != '\0' || seconds < 0 || seconds > 2LL * MOST_S) {
        return error_set(err,
                         "SOURCE_DATE_EPOCH: '%s' is no time; expected seconds since "
                         "1970, like 1621324800",
                         fixed);
    }
    *stamp_s = seconds;
    return true;
}

bool outputs_write(const struct job *job, const struct schedule *schedule,
                   const char *folder, struct error *err)
{
    struct arena scratch = job->arena;
    struct output output;
    struct ics_input calendars = {
        .event = &job->event,
        .schedule = schedule,
        .version = MATCHDAY_VERSION,
    };
    if (!stamp(&calendars.stamp_s, err)) {
        return false;
    }
    output_init(&output, &scratch);
    const char *text = json_schedule_text(&scratch, schedule);
    output_add(&output, "schedule.json", text, strlen(text));
    csv_add_tables(&output, &job->event, &job->elig, schedule);
    ics_add_agendas(&output, &calendars);
    ics_add_interpreter_agendas(&output, &calendars);
    ics_add_invites(&output, &calendars);
    return output_write(scratch, &output, folder, err);
}
