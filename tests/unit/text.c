#include "scheduler/base/text.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/rng.h"
#include "tests/support/check.h"

#define GIFU "\xe5\xb2\x90\xe9\x98\x9c"

static void test_utf8_length(void)
{
    static const struct {
        const char *bytes;
        size_t expected;
    } row[] = {
        {"a", 1},
        {"\x7f", 1},
        {"\x80", 0}, /* a continuation byte */
        {"\xbf", 0},
        {"\xc0\x80", 0}, /* overlong NUL */
        {"\xc1\xbf", 0},
        {"\xc2\x80", 2}, /* U+0080 */
        {"\xdf\xbf", 2}, /* U+07FF */
        {"\xc3", 0},     /* cut off */
        {"\xc3(", 0},
        {"\xe0\x9f\xbf", 0}, /* overlong U+07FF */
        {"\xe0\xa0\x80", 3},
        {"\xed\x9f\xbf", 3}, /* U+D7FF */
        {"\xed\xa0\x80", 0}, /* a surrogate */
        {"\xed\xbf\xbf", 0},
        {"\xee\x80\x80", 3},
        {"\xef\xbf\xbf", 3},
        {"\xe5\xb2", 0},
        {"\xe5\xb2(", 0},
        {"\xf0\x8f\xbf\xbf", 0}, /* overlong U+FFFF */
        {"\xf0\x90\x80\x80", 4},
        {"\xf4\x8f\xbf\xbf", 4}, /* U+10FFFF */
        {"\xf4\x90\x80\x80", 0},
        {"\xf5\x80\x80\x80", 0},
        {"\xf0\x9f\x98", 0},
        {"\xf0\x9f\x98(", 0},
        {"\xff", 0},
        {"\xfe", 0},
        {"", 0},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        size_t len = strlen(row[i].bytes);
        CHECK_INT((long long)text_utf8_length(row[i].bytes, len),
                  (long long)row[i].expected);
    }
    CHECK_INT((long long)text_utf8_length("\0", 1), 1);
    CHECK_INT((long long)text_utf8_length(GIFU, 2), 0);
    CHECK_INT((long long)text_utf8_check(GIFU "\xff", 7), 6);
    CHECK_INT((long long)text_utf8_check(GIFU, 6), 6);
    CHECK_INT((long long)text_utf8_check("a\0b\xc3", 4), 3);
    CHECK_INT(text_code_point("\x7f", 1), 0x7f);
    CHECK_INT(text_code_point("\xc3\xa9", 2), 0xe9);
    CHECK_INT(text_code_point(GIFU, 3), 0x5c90);
    CHECK_INT(text_code_point("\xf4\x8f\xbf\xbf", 4), 0x10ffff);
}

static void test_controls(void)
{
    static const struct {
        const char *text;
        bool expected;
    } row[] = {
        {"", false},
        {"Gifu " GIFU, false},
        {"a\tb\nc", false},
        {"a\rb", true},
        {"\x01", true},
        {"a\x1b[0m", true},
        {"\x7f", true},
        {"\xc2\x80", true},
        {"\xc2\x9f", true},
        {"\xc2\xa0", false},
        {"x\xe2\x80\xa9", false},
        {"x\xe2\x80\xaa", true},
        {"\xe2\x80\xae", true},
        {"\xe2\x80\xaf", false},
        {"\xe2\x81\xa5", false},
        {"\xe2\x81\xa6", true},
        {"\xe2\x81\xa9", true},
        {"\xe2\x81\xaa", false},
        {"\xff\x07", true},
        {"\xff\xfe", false},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        if (!CHECK(text_has_controls(row[i].text) == row[i].expected)) {
            printf("  row %zu\n", i);
        }
    }
}

static void test_case(struct arena *arena)
{
    CHECK(text_equal_nocase("Europe/PARIS", "europe/paris"));
    CHECK(text_equal_nocase("", ""));
    CHECK(!text_equal_nocase("a", "ab"));
    CHECK(!text_equal_nocase("ab", "a"));
    CHECK(!text_equal_nocase("[", "{")); /* 32 apart, like letters */
    CHECK(!text_equal_nocase("\xc3\xa9", "\xc3\x89"));
    CHECK(text_begins_with("BEGIN:vcalendar", "begin:V"));
    CHECK(text_begins_with("a", ""));
    CHECK(!text_begins_with("beg", "begin"));
    CHECK(!text_begins_with("", "b"));
    CHECK_TEXT(text_lower(arena, "ABC-xyz-\xc3\x89"), "abc-xyz-\xc3\x89");
}

static void test_trim_and_split(struct arena *arena)
{
    static const char *const trim[][2] = {
        {"", ""},
        {"  ", ""},
        {" a b\t\r\n", "a b"},
        {"\xe3\x80\x80" GIFU "\xc2\xa0 ", GIFU},
        {"\v\fx\f\v", "x"},
        {"\xc2\xa1", "\xc2\xa1"},
    };
    for (size_t i = 0; i < sizeof trim / sizeof *trim; i++) {
        CHECK_TEXT(text_trim(arena, trim[i][0], strlen(trim[i][0])), trim[i][1]);
    }
    CHECK_TEXT(text_trim(arena, "a b c", 4), "a b");

    struct strings parts = text_split(arena, "; en ;ja;;  ;fr", ';');
    CHECK_INT(parts.n, 3);
    CHECK_TEXT(parts.text[0], "en");
    CHECK_TEXT(parts.text[1], "ja");
    CHECK_TEXT(parts.text[2], "fr");
    CHECK(strings_has(&parts, "ja"));
    CHECK(!strings_has(&parts, "JA"));
    CHECK(!strings_has(&parts, ""));
    CHECK_INT(text_split(arena, "", ';').n, 0);
    CHECK_INT(text_split(arena, "one", ';').n, 1);
}

static void test_distance(void)
{
    static const struct {
        const char *a, *b;
        int limit, expected;
    } row[] = {
        {"", "", 0, 0},
        {"email", "email", 2, 0},
        {"emial", "email", 2, 1}, /* neighbours swapped */
        {"emal", "email", 2, 1},
        {"emaill", "email", 2, 1},
        {"emaik", "email", 2, 1},
        {"email", "name", 2, 3}, /* more than the limit */
        {"kitten", "sitting", 5, 3},
        {"kitten", "sitting", 2, 3},
        {"ca", "abc", 5, 3}, /* restricted: no edit inside a swap */
        {"abcd", "badc", 5, 2},
        {"", "abc", 3, 3},
        {"abc", "", 2, 3},
        {"abcdef", "", 3, 4},
        {"a", "b", 0, 1},
        {"slot", "lsot", 1, 1},
        {"participants", "participant", 3, 1},
        {"ab", "ba", 0, 1},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        CHECK_INT(text_distance(row[i].a, row[i].b, row[i].limit), row[i].expected);
        CHECK_INT(text_distance(row[i].b, row[i].a, row[i].limit), row[i].expected);
    }
    CHECK_INT(text_distance("", "0123456789012345678901234567890123456789", 100),
              101);
}

/* The whole table, for comparison. */
static int slow_distance(const char *a, const char *b)
{
    int cost[16][16];
    int n = (int)strlen(a);
    int m = (int)strlen(b);
    for (int i = 0; i <= n; i++) {
        for (int j = 0; j <= m; j++) {
            int best = i + j;
            if (i > 0 && j > 0) {
                best = cost[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
                best = cost[i - 1][j] + 1 < best ? cost[i - 1][j] + 1 : best;
                best = cost[i][j - 1] + 1 < best ? cost[i][j - 1] + 1 : best;
            }
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                cost[i - 2][j - 2] + 1 < best) {
                best = cost[i - 2][j - 2] + 1;
            }
            cost[i][j] = best;
        }
    }
    return cost[n][m];
}

static void random_word(struct rng *rng, char word[12])
{
    uint32_t len = rng_below(rng, 11);
    for (uint32_t i = 0; i < len; i++) {
        word[i] = (char)('a' + rng_below(rng, 3));
    }
    word[len] = '\0';
}

static void test_distance_equals_the_whole_table(void)
{
    struct rng rng;
    rng_init(&rng, 3);
    for (int i = 0; i < 20000; i++) {
        char a[12];
        char b[12];
        random_word(&rng, a);
        random_word(&rng, b);
        int limit = (int)rng_below(&rng, 12);
        int expected = slow_distance(a, b);
        expected = expected > limit ? limit + 1 : expected;
        if (!CHECK_INT(text_distance(a, b, limit), expected)) {
            printf("  '%s' '%s' limit %d\n", a, b, limit);
        }
    }
}

static const struct {
    const char *text, *near; /* "" = none */
} near_row[] = {
    {"solve", "solve"}, {"SOLVE", "solve"}, {"sovle", "solve"},
    {"slv", "solve"},   {"se", ""},         {"export", ""},
    {"chek", "check"},  {"rm", "rom"},      {"ro", "rom"},
    {"roman", ""},      {"a", ""},          {"", ""},
    {"ab", ""},         {"aa", ""},         {"checked", "check"},
};

static void test_near_words(void)
{
    static const char *const word[] = {"solve", "check", "rom", "ax"};
    for (size_t k = 0; k < sizeof near_row / sizeof *near_row; k++) {
        const char *near = near_word(near_row[k].text, word, 4);
        CHECK_TEXT(near ? near : "", near_row[k].near);
    }
    CHECK_INT(near_distance("Solve", "solve"), 0);
    CHECK_INT(near_distance("sovle", "solve"), 1);
    CHECK_INT(near_distance("soelv", "solve"), 2);
    CHECK_INT(near_distance("export", "solve"), 3);
    CHECK(near_word("solve", word, 0) == NULL);
    CHECK_TEXT(text_s(0), "s");
    CHECK_TEXT(text_s(1), "");
    CHECK_TEXT(text_s(2), "s");
}

static void test_ids(void)
{
    static const struct {
        const char *text;
        bool expected;
    } row[] = {
        {"gifu", true},
        {"R01", true},
        {"0", true},
        {"a.b_c-d", true},
        {"", false},
        {".a", false},
        {"-a", false},
        {"_a", false},
        {"a b", false},
        {"a/b", false},
        {"a\n", false},
        {GIFU, false},
        {"con", false},
        {"CON", false},
        {"Nul.txt", false},
        {"prn", false},
        {"aux.", false},
        {"com1", false},
        {"LPT9.tar.gz", false},
        {"com0", true},
        {"com10", true},
        {"com", true},
        {"lpt", true},
        {"conn", true},
        {"console", true},
        {"x.con", true},
        {"comx", true},
        {"a234567890123456789012345678901234567890123456789012345678901234", true},
        {"a2345678901234567890123456789012345678901234567890123456789012345",
         false},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        if (!CHECK(text_is_id(row[i].text) == row[i].expected)) {
            printf("  '%s'\n", row[i].text);
        }
    }
}

/* What strangers wrote may neither drive a terminal nor look like another line. */
static void test_shown_bytes(struct arena scratch)
{
    static const char nasty[] = "a\x1b[31m\nb\tc\xe9\xe2\x80\xae\xc2\x9b" GIFU;
    char *shown = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&shown, &len);
    text_print_line(nasty, out);
    fclose(out);
    CHECK_TEXT(shown, "a\\u001b[31m\\nb\tc\\xe9\\u202e\\u009b" GIFU);
    free(shown);
    CHECK_TEXT(text_told(&scratch, nasty),
               "a\\u001b[31m\nb\tc\\xe9\\u202e\\u009b" GIFU);
    CHECK_TEXT(text_told(&scratch, "\xe9"), "\\xe9");
    CHECK(text_has_controls("a\xef\xbf\xbe") && text_has_controls("\xef\xbf\xbf"));
    CHECK(text_has_controls("\xef\xb7\x90") && !text_has_controls("\xef\xbf\xbd"));
    CHECK(text_has_controls("\xf4\x8f\xbf\xbf"));
    const char *good = GIFU;
    CHECK(text_told(&scratch, good) == good);
}

static void test_numbers(void)
{
    static const struct {
        const char *digits;
        int expected;
    } row[] = {
        {"0", 0},           {"7", 7},
        {"007", 7},         {"2147483647", INT_MAX},
        {"2147483648", -1}, {"99999999999999999999", -1},
        {"", -1},           {"-1", -1},
        {"+1", -1},         {" 1", -1},
        {"1 ", -1},         {"1.0", -1},
        {"0x10", -1},       {"one", -1},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        if (!CHECK_INT(text_number(row[i].digits), row[i].expected)) {
            printf("  '%s'\n", row[i].digits);
        }
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_utf8_length();
    test_controls();
    test_case(&arena);
    test_trim_and_split(&arena);
    test_distance();
    test_distance_equals_the_whole_table();
    test_near_words();
    test_ids();
    test_shown_bytes(arena);
    test_numbers();
    arena_finish(&arena);
    return check_report();
}
