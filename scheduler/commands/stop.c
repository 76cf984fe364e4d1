#include "scheduler/commands/stop.h"

#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

/* Whoever runs the program may signal it and then its whole process group, as timeout(1)
 * does: signals that close are one. */
static const int64_t one_signal_ns = INT64_C(50) * 1000 * 1000;

/* A signal handler can reach nothing but a global. */
static volatile sig_atomic_t asked;
static struct timespec asked_at; /* only the handler's */

/* Since a signal was first taken. clock_gettime() may be called in a handler. */
static int64_t since_asked_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)(now.tv_sec - asked_at.tv_sec) * 1000000000 + now.tv_nsec -
           asked_at.tv_nsec;
}

/* The signal is held back until this returns, and then does what it does to a program
 * that knows nothing of it. */
static void note(int signal_number)
{
    if (!asked) {
        clock_gettime(CLOCK_MONOTONIC, &asked_at);
        asked = 1;
    } else if (since_asked_ns() > one_signal_ns) {
        signal(signal_number, SIG_DFL);
        raise(signal_number);
    }
}

void stop_on_signals(void)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = note;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaddset(&action.sa_mask, SIGINT);
    sigaddset(&action.sa_mask, SIGTERM);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

bool stop_was_asked(void)
{
    return asked != 0;
}
