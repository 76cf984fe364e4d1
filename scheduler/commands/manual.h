#ifndef MATCHDAY_COMMANDS_MANUAL_H
#define MATCHDAY_COMMANDS_MANUAL_H

#include "scheduler/commands/options.h"

/* The manual page, matchday.1, in the language of man(7), on standard output: made
 * from what the help is made from, when the program is built. */

struct manual_command {
    const char *name, *summary;
};

/* What stands above the commands' own sections, and below. */
void manual_print_head(const struct manual_command *command, int n);
void manual_print_foot(void);

/* One command's section. */
void manual_print_command(const struct usage *usage);

#endif
