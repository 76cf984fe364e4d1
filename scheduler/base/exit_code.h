#ifndef MATCHDAY_BASE_EXIT_CODE_H
#define MATCHDAY_BASE_EXIT_CODE_H

/* What the program returns to its caller; the README lists the same. */
enum exit_code {
    EXIT_CODE_DONE = 0,
    EXIT_CODE_BAD_INPUT = 1, /* the event or the schedule is at fault */
    EXIT_CODE_USAGE = 2,
    EXIT_CODE_IO = 3,          /* a file could not be read or written */
    EXIT_CODE_INTERRUPTED = 4, /* the best schedule so far was written */
    EXIT_CODE_DEFECT = 70,     /* our own fault, noticed by ourselves */
    EXIT_CODE_OUT_OF_MEMORY = 71,
};

#endif
