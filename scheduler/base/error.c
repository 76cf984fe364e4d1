#include "scheduler/base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "scheduler/base/phrase.h"

bool error_set(struct error *err, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    err->code = EXIT_CODE_BAD_INPUT;
    vsnprintf(err->text, sizeof err->text, phrase(format), args);
    va_end(args);
    return false;
}

/* What the system says, of what people meet in their own language. */
static const char *cause_text(int cause)
{
    switch (cause) {
    case ENOENT:
        return phrase("No such file or directory");
    case EACCES:
        return phrase("Permission denied");
    case ENOTDIR:
        return phrase("Not a directory");
    case EISDIR:
        return phrase("Is a directory");
    case ENOSPC:
        return phrase("No space left on device");
    case EROFS:
        return phrase("Read-only file system");
    default:
        return strerror(cause);
    }
}

bool error_set_errno(struct error *err, const char *format, ...)
{
    int cause = errno;
    va_list args;
    va_start(args, format);
    err->code = EXIT_CODE_IO;
    int len = vsnprintf(err->text, sizeof err->text, phrase(format), args);
    va_end(args);
    if (len >= 0 && (size_t)len < sizeof err->text) {
        snprintf(err->text + len, sizeof err->text - (size_t)len, phrase(": %s"),
                 cause_text(cause));
    }
    return false;
}
