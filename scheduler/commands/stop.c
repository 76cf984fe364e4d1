#include "scheduler/commands/stop.h"

#include <signal.h>
#include <stddef.h>
#include <string.h>

/* A signal handler can reach nothing but a global. */
static volatile sig_atomic_t asked;

/* The signal is held back until this returns, and then does what it does to a program
 * that knows nothing of it. */
static void note(int signal_number)
{
    if (asked) {
        signal(signal_number, SIG_DFL);
        raise(signal_number);
    }
    asked = 1;
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
