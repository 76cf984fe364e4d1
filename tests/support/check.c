#include "tests/support/check.h"

#include <string.h>

int check_n_passed, check_n_failed;

bool check_true(bool ok, const char *what, const char *file, int line)
{
    if (ok) {
        check_n_passed++;
    } else {
        check_n_failed++;
        printf("%s:%d: failed: %s\n", file, line, what);
    }
    return ok;
}

bool check_text(const char *got, const char *expected, const char *file, int line)
{
    bool ok = got && expected ? strcmp(got, expected) == 0 : got == expected;
    if (ok) {
        check_n_passed++;
    } else {
        check_n_failed++;
        printf("%s:%d: got      \"%s\"\n", file, line, got ? got : "(null)");
        printf("%s:%d: expected \"%s\"\n", file, line,
               expected ? expected : "(null)");
    }
    return ok;
}

bool check_int(long long got, long long expected, const char *what,
               const char *file, int line)
{
    if (got == expected) {
        check_n_passed++;
        return true;
    }
    check_n_failed++;
    printf("%s:%d: %s is %lld, expected %lld\n", file, line, what, got, expected);
    return false;
}

int check_report(void)
{
    printf("%d checks passed, %d failed\n", check_n_passed, check_n_failed);
    return check_n_failed == 0 && check_n_passed > 0 ? 0 : 1;
}
