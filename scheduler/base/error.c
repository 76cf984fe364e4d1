#include "scheduler/base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool error_set(struct error *err, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    err->code = EXIT_CODE_BAD_INPUT;
    vsnprintf(err->text, sizeof err->text, format, args);
    va_end(args);
    return false;
}

bool error_set_errno(struct error *err, const char *format, ...)
{
    int cause = errno;
    va_list args;
    va_start(args, format);
    err->code = EXIT_CODE_IO;
    int len = vsnprintf(err->text, sizeof err->text, format, args);
    va_end(args);
    if (len >= 0 && (size_t)len < sizeof err->text) {
        snprintf(err->text + len, sizeof err->text - (size_t)len, ": %s",
                 strerror(cause));
    }
    return false;
}
