#ifndef MATCHDAY_COMMANDS_STOP_H
#define MATCHDAY_COMMANDS_STOP_H

#include <stdbool.h>

/* SIGINT and SIGTERM: the first asks the work to end with the best so far, a
 * second one, of either, ends the program at once. */
void stop_on_signals(void);
bool stop_was_asked(void);

#endif
