#include "scheduler/base/stopwatch.h"

#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

double stopwatch_now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

double stopwatch_left_s(double deadline_s)
{
    if (deadline_s <= 0) {
        return 0;
    }
    double left = deadline_s - stopwatch_now_s();
    return left > 0.01 ? left : 0.01;
}

/* Linux counts nanoseconds of running and of waiting for a processor. */
double stopwatch_slowness(void)
{
    char text[100];
    int file = open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
    ssize_t len = file >= 0 ? read(file, text, sizeof text - 1) : 0;
    if (file >= 0) {
        close(file);
    }
    text[len > 0 ? len : 0] = '\0';
    char *rest;
    double running = strtod(text, &rest), waiting = strtod(rest, NULL);
    return running > 0 ? (running + waiting) / running : 1;
}
