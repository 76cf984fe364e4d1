#ifndef MATCHDAY_BASE_ERROR_H
#define MATCHDAY_BASE_ERROR_H

#include <stdbool.h>

#include "scheduler/base/exit_code.h"

/* Why one operation failed. The text starts with the place, says what was
 * found, then what was expected. */
struct error {
    enum exit_code code; /* what the program should return because of it */
    char text[1000];
};

/* Records a message with EXIT_CODE_BAD_INPUT and returns false, so that
 * failing is one line: return error_set(err, "%s: ...", path); The format is a phrase
 * (phrase.h). */
bool error_set(struct error *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The same with EXIT_CODE_IO and ": " and the text of errno behind the
 * message, for a system call that failed just now. */
bool error_set_errno(struct error *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
