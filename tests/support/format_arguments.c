#include "tests/support/format_arguments.h"

#include <stdlib.h>
#include <string.h>

static bool add_argument(struct format_arguments *out, long number, char type)
{
    int k = number > 0 ? (int)number - 1 : out->n_others;
    out->n_numbered += number > 0;
    out->n_others += number == 0;
    if (k >= 16 || (out->type[k] != ' ' && out->type[k] != type)) {
        return false;
    }
    out->type[k] = type;
    out->n = k + 1 > out->n ? k + 1 : out->n;
    return true;
}

/* "12$" at *at, or 0. */
static long read_number(const char **at)
{
    char *end;
    long number = strtol(*at, &end, 10);
    if (end > *at && *end == '$') {
        *at = end + 1;
        return number;
    }
    return 0;
}

static char conversion_type(const char *length, size_t n, char letter)
{
    if (letter == 's' || letter == 'g') {
        return letter;
    }
    if (!strchr("diuxXc", letter)) {
        return '?';
    }
    return n == 2 ? 'L' : n == 1 ? *length : 'i';
}

bool format_arguments_read(const char *format, struct format_arguments *out)
{
    memset(out, 0, sizeof *out);
    memset(out->type, ' ', sizeof out->type - 1);
    for (const char *at = format; (at = strchr(at, '%')) != NULL;) {
        at++;
        if (*at == '%') {
            at++;
            continue;
        }
        long number = read_number(&at);
        for (at += strspn(at, "-+ #0"); *at && strchr("0123456789.*", *at);) {
            at++;
            if (at[-1] == '*' && !add_argument(out, read_number(&at), 'i')) {
                return false;
            }
        }
        const char *length = at;
        at += strspn(at, "lzt");
        char type = conversion_type(length, (size_t)(at - length), *at);
        if (type == '?' || !add_argument(out, number, type)) {
            return false;
        }
        at++;
    }
    return out->n_numbered == 0 || out->n_others == 0;
}
