#ifndef MATCHDAY_TESTS_SUPPORT_FORMAT_ARGUMENTS_H
#define MATCHDAY_TESTS_SUPPORT_FORMAT_ARGUMENTS_H

#include <stdbool.h>

/* The types of a format's arguments, a letter for each: 'i' int, 'l' long, 'L' long
 * long, 'z' size_t, 't' ptrdiff_t, 'g' double, 's' text; ' ' for one left out. False if
 * it cannot be read, or numbers some conversions and not others. */
struct format_arguments {
    char type[17];
    int n, n_numbered, n_others;
};

bool format_arguments_read(const char *format, struct format_arguments *out);

#endif
