#include "tests/support/dead_process.h"

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

long dead_process(void)
{
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        _exit(0);
    }
    waitpid(child, NULL, 0);
    return (long)child;
}
