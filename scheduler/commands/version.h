#ifndef MATCHDAY_COMMANDS_VERSION_H
#define MATCHDAY_COMMANDS_VERSION_H

/* What "matchday --version" says: the program's version, and of each library and
 * of the time zones the one that is in use. */
void version_print(void);

#endif
