#include "io/display_name.h"

#include <string.h>

#include "tests/support/check.h"

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    CHECK_TEXT(display_name(&arena, "R05", "Gifu Prefecture", "Misaki Tanaka"),
               "R05 Gifu Prefecture, Misaki Tanaka");
    CHECK_TEXT(display_name(&arena, "R05", "Gifu", ""), "R05 Gifu");
    CHECK_TEXT(display_name(&arena, "R05", "", "Tanaka"), "R05 Tanaka");
    /* Never within a letter. */
    char longer[3 * 80 + 1] = "";
    for (int k = 0; k < 80; k++) {
        strcat(longer, "岐");
    }
    const char *name = display_name(&arena, "R05", longer, "");
    CHECK_INT((int)strlen(name), 4 + 3 * 60);
    CHECK(strncmp(name + 4, longer, 3 * 60) == 0);
    arena_finish(&arena);
    return check_report();
}
