#ifndef MATCHDAY_TESTS_SUPPORT_CHECK_H
#define MATCHDAY_TESTS_SUPPORT_CHECK_H

#include <stdbool.h>
#include <stdio.h>

/* CHECK(condition) and its kin count and go on, so that one run shows all that
 * is broken; they survive NDEBUG. main() ends with `return check_report();`,
 * which is 0 only if something was checked and nothing failed. */

extern int check_n_passed, check_n_failed;

bool check_true(bool ok, const char *what, const char *file, int line);
bool check_text(const char *got, const char *expected, const char *file, int line);
bool check_int(long long got, long long expected, const char *what,
               const char *file, int line);
int check_report(void);

#define CHECK(condition) check_true((condition), #condition, __FILE__, __LINE__)
#define CHECK_TEXT(got, expected) check_text((got), (expected), __FILE__, __LINE__)
#define CHECK_INT(got, expected)                                                   \
    check_int((got), (expected), #got, __FILE__, __LINE__)

#endif
