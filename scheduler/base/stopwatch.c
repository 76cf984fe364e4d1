#include "scheduler/base/stopwatch.h"

#include <time.h>

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
