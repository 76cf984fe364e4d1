#include "scheduler/commands/progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

static const char wipe[] = "\r\033[K"; /* to the line's begin, and clear it */

void progress_init(struct progress *progress, bool quiet)
{
    *progress = (struct progress){
        .is_terminal = !quiet && isatty(STDERR_FILENO) == 1,
        .last_s = -1,
    };
}

/* In percent of the value. */
static double gap(int64_t value, int64_t bound)
{
    double distance =
        bound > value ? (double)(bound - value) : (double)(value - bound);
    double size = value > 0 ? (double)value : 1;
    return 100 * distance / size;
}

void progress_report(void *context, const struct plan_progress *at)
{
    static const double least_pause_s = 0.1;
    struct progress *progress = context;
    bool is_news =
        progress->last_s < 0 || at->seconds - progress->last_s > least_pause_s;
    if (!progress->is_terminal || !is_news) {
        return;
    }
    progress->last_s = at->seconds;
    progress->is_shown = true;
    fprintf(stderr, "%s%s", wipe, level_name(at->level));
    if (at->has_value) {
        fprintf(stderr, " %" PRId64, at->value);
    }
    if (at->has_value && at->has_bound) {
        fprintf(stderr, ", %s %" PRId64 ", gap %.2f %%",
                level_is_maximised(at->level) ? "at most" : "at least", at->bound,
                gap(at->value, at->bound));
    }
    fprintf(stderr, ", %.1f s ", at->seconds);
    fflush(stderr);
}

void progress_end(struct progress *progress)
{
    if (progress->is_shown) {
        fputs(wipe, stderr);
        fflush(stderr);
        progress->is_shown = false;
    }
}
