/* The solver reports when it has news, which may be a minute apart. A thread of our
 * own writes the line in between, so that people see that the program lives. */

#include "scheduler/commands/progress.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "scheduler/base/stopwatch.h"

enum { LINE_SIZE = 160, USUAL_COLUMNS = 80 };

static const char wipe[] = "\r\033[K"; /* to the line's begin, and clear it */

/* In percent of the value. */
static double gap(int64_t value, int64_t bound)
{
    double distance =
        bound > value ? (double)(bound - value) : (double)(value - bound);
    double size = value > 0 ? (double)value : 1;
    return 100 * distance / size;
}

static int terminal_columns(void)
{
    struct winsize size;
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return size.ws_col;
    }
    const char *columns = getenv("COLUMNS");
    long n = columns ? strtol(columns, NULL, 10) : 0;
    return n > LINE_SIZE ? LINE_SIZE : n > 0 ? (int)n : USUAL_COLUMNS;
}

/* What changes stands in front, as the end may be cut off. */
static void describe(const struct progress *progress, double now_s,
                     char line[LINE_SIZE])
{
    const struct plan_progress *at = &progress->at;
    double left_s = progress->until_s - now_s;
    char value[32] = "", bound[80] = "", time[48];
    int n = snprintf(time, sizeof time, "%.0f s", now_s - progress->start_s);
    if (progress->until_s > 0) {
        snprintf(time + n, sizeof time - (size_t)n, ", %.0f s left",
                 left_s > 0 ? left_s : 0);
    }
    if (at->n_to_explain > 0) {
        snprintf(line, LINE_SIZE, "%s: reasons %d of %d", time, at->n_explained,
                 at->n_to_explain);
        return;
    }
    if (at->has_value) {
        snprintf(value, sizeof value, " %" PRId64, at->value);
    }
    if (at->has_value && at->has_bound) {
        snprintf(bound, sizeof bound, ", %s %" PRId64 ", gap %.2f %%",
                 level_is_maximised(at->level) ? "at most" : "at least", at->bound,
                 gap(at->value, at->bound));
    }
    snprintf(line, LINE_SIZE, "%s: %s%s%s", time, level_name(at->level), value,
             bound);
}

/* The last column stays free: some terminals wrap as soon as it is filled. */
static void write_line(struct progress *progress, double now_s)
{
    char line[LINE_SIZE];
    int columns = terminal_columns();
    describe(progress, now_s, line);
    fprintf(stderr, "%s%.*s", wipe, columns - 1, line);
    fflush(stderr);
    progress->written_s = now_s;
}

static void *tick(void *context)
{
    struct progress *progress = context;
    struct timespec next;
    pthread_mutex_lock(&progress->mutex);
    clock_gettime(CLOCK_MONOTONIC, &next);
    while (!progress->is_over) {
        next.tv_sec++;
        int cause = 0;
        while (!progress->is_over && cause != ETIMEDOUT) {
            cause =
                pthread_cond_timedwait(&progress->over, &progress->mutex, &next);
        }
        if (!progress->is_over) {
            write_line(progress, stopwatch_now_s());
        }
    }
    pthread_mutex_unlock(&progress->mutex);
    return NULL;
}

static bool start_ticker(struct progress *progress)
{
    pthread_condattr_t monotonic;
    if (pthread_condattr_init(&monotonic) != 0) {
        return false;
    }
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_cond_init(&progress->over, &monotonic);
    pthread_condattr_destroy(&monotonic);
    pthread_mutex_init(&progress->mutex, NULL);
    if (pthread_create(&progress->ticker, NULL, tick, progress) == 0) {
        return true;
    }
    pthread_mutex_destroy(&progress->mutex);
    pthread_cond_destroy(&progress->over);
    return false;
}

void progress_init(struct progress *progress, bool quiet)
{
    memset(progress, 0, sizeof *progress);
    progress->start_s = progress->written_s = stopwatch_now_s();
    if (!quiet && isatty(STDERR_FILENO) == 1) {
        progress->is_shown = start_ticker(progress);
    }
}

void progress_expect(struct progress *progress, double until_s)
{
    if (progress->is_shown) {
        pthread_mutex_lock(&progress->mutex);
        progress->until_s = until_s;
        pthread_mutex_unlock(&progress->mutex);
    }
}

void progress_report(void *context, const struct plan_progress *at)
{
    static const double least_pause_s = 0.1;
    struct progress *progress = context;
    if (!progress->is_shown) {
        return;
    }
    double now_s = stopwatch_now_s();
    pthread_mutex_lock(&progress->mutex);
    progress->at = *at;
    if (now_s - progress->written_s > least_pause_s) {
        write_line(progress, now_s);
    }
    pthread_mutex_unlock(&progress->mutex);
}

void progress_end(struct progress *progress)
{
    if (!progress->is_shown) {
        return;
    }
    pthread_mutex_lock(&progress->mutex);
    progress->is_over = true;
    pthread_cond_signal(&progress->over);
    pthread_mutex_unlock(&progress->mutex);
    pthread_join(progress->ticker, NULL);
    pthread_mutex_destroy(&progress->mutex);
    pthread_cond_destroy(&progress->over);
    fputs(wipe, stderr);
    fflush(stderr);
    progress->is_shown = false;
}
