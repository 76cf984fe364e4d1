#include "io/derived_id.h"

#include <string.h>

#include "scheduler/base/rng.h"
#include "scheduler/base/text.h"
#include "tests/support/check.h"

static void test_table(struct arena *arena)
{
    static const struct {
        const char *text, *id;
    } row[] = {
        {"Île-de-France (FR)", "ile-de-france-fr"},
        {"KOŠICE region", "kosice-region"},
        {"Łódź", "lodz"},
        {"Straße", "strasse"},
        {"Ærø ÅÄÖ Œuvre", "aero-aaeoe-oeuvre"},
        {"Þór × Ý", "thor-y"},
        {"e\xcc\x81"
         "cole",
         "ecole"}, /* e with a combining accent */
        {"ＡＢＣ１２３", "abc123"},
        {"岐阜県 Gifu", "gifu-ffa476a9"},
        {"静岡商談会２０２７", "2027-9ca05497"},
        {"東京商談会２０２７", "2027-42b86b61"},
        {"Gifu ・ (2027)、★", "gifu-2027"},
        {"  a  b  ", "a-b"},
        {"a_b.c-d", "a_b.c-d"},
        {"_a", "a"},
        {"..", "id-5ec1f7e7"},
        {"岐阜県", "id-0e7e1fa1"},
        {"愛知県", "id-233c311e"},
        {"con", "id-1143da2b"},
        {"NUL.txt ", "id-d17b2215"},
        {"", "id-e3b0c442"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        CHECK_TEXT(derived_id(arena, row[k].text), row[k].id);
    }
}

static void test_length(struct arena *arena)
{
    char text[200];
    memset(text, 'x', sizeof text);
    text[199] = '\0';
    CHECK_INT((int)strlen(derived_id(arena, text)), DERIVED_ID_MAX);
    CHECK(derived_id_has_digits(*arena, text, derived_id(arena, text)));
    text[DERIVED_ID_MAX] = '\0';
    CHECK_TEXT(derived_id(arena, text), text);
    text[DERIVED_ID_MAX - 1] = ' ';
    CHECK_INT((int)strlen(derived_id(arena, text)), DERIVED_ID_MAX - 1);
}

static void test_digits(struct arena *arena)
{
    const char *id = derived_id_with_digits(arena, "a b");
    CHECK_TEXT(id, "a-b-c8687a08");
    CHECK(derived_id_has_digits(*arena, "a b", id));
    CHECK(!derived_id_has_digits(*arena, "a/b", id));
    CHECK(derived_id_has_digits(*arena, "Ａ  B", id));
    CHECK(!derived_id_has_digits(*arena, "a b", "a-b"));
    CHECK_TEXT(derived_id_with_digits(arena, "岐阜県"), "id-0e7e1fa1");
}

/* Whatever the text is, the result is an id, and none is left half of itself. */
static void test_any_text(struct arena *arena)
{
    static const char *const part[] = {"a",
                                       "Z",
                                       "9",
                                       ".",
                                       "_",
                                       "-",
                                       " ",
                                       "\xc3\x9f",
                                       "\xe5\xb2\x90",
                                       "\xef\xbc\xa1",
                                       "\xcc\x81",
                                       "\xff"};
    struct rng rng;
    rng_init(&rng, 1);
    for (int k = 0; k < 2000; k++) {
        char text[300] = "";
        int n = (int)rng_below(&rng, 70);
        for (int i = 0; i < n; i++) {
            strcat(text, part[rng_below(&rng, sizeof part / sizeof *part)]);
        }
        const char *id = derived_id(arena, text);
        if (!CHECK(text_is_id(id) && strlen(id) <= DERIVED_ID_MAX)) {
            printf("  '%s' -> '%s'\n", text, id);
        }
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_table(&arena);
    test_length(&arena);
    test_digits(&arena);
    test_any_text(&arena);
    arena_finish(&arena);
    return check_report();
}
