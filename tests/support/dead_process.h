#ifndef MATCHDAY_TESTS_SUPPORT_DEAD_PROCESS_H
#define MATCHDAY_TESTS_SUPPORT_DEAD_PROCESS_H

/* The number of a process that is gone: it is free until we are. */
long dead_process(void);

#endif
