#ifndef MATCHDAY_COMMANDS_SECRET_H
#define MATCHDAY_COMMANDS_SECRET_H

#include <stdbool.h>

#include "scheduler/base/error.h"

/* A password or token. It comes from the environment or a file, never from the
 * command line, which everybody on the machine can read. */
struct secret {
    char text[4096]; /* "" = none */
};

/* Takes the secret from the file at path, without the line's end, or, where path is
 * NULL, from the environment's variable, which is wiped and unset. Neither there:
 * "". From then on the program leaves no core file, which would hold it. */
bool secret_read(struct secret *secret, const char *path, const char *variable,
                 struct error *err);

/* Overwrites it, in a way that the compiler does not leave out. */
void secret_wipe(struct secret *secret);

#endif
