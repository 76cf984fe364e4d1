/* Content of every length in several scripts is folded, and judged by the rules
 * of RFC 5545 3.1 and by unfolding it again, by a reader that shares nothing with
 * the one that is tested. */

#include "io/ics_fold.h"

#include <string.h>

#include "scheduler/base/buf.h"
#include "scheduler/base/rng.h"
#include "scheduler/base/text.h"
#include "tests/support/check.h"

enum { LONGEST = 700 };

/* What texts are made of: pieces that must stay whole or may look like more than
 * they are. */
static const struct {
    const char *name, *piece[10];
} script[] = {
    {"ascii", {"a", "B", "7", "-", ":", "="}},
    {"words", {"meeting", " ", "of", " ", "Gifu", " "}},
    {"wide words", {"a", "b   ", "c\t", "de", "f               "}},
    {"single letters", {"a ", "b "}},
    {"japanese", {"岐", "阜", "県", "と", "の", "面", "談", "。"}},
    {"accents", {"é", "ô", "e\xcc\x81", "n\xcc\x83\xcc\xa8", "x"}},
    {"emoji", {"🎉", "👩‍🔬", "🇯🇵", "👍🏽", "a"}},
    {"escapes", {"\\n", "\\,", "\\;", "\\\\", "a"}},
    {"backslashes", {"\\\\"}},
    {"cyrillic and greek", {"Ж", "д", "ё", " ", "Ω", "ά", "ы"}},
    {"hebrew and arabic", {"ש", "שׁ", "ל", " ", "م", "مُ", "لا", "\xe2\x80\x8f"}},
    {"devanagari", {"क", "्", "षि", "नी", " ", "क\xe2\x80\x8d"}},
    {"thai", {"ก", "ำ", "ที่", "น้ำ", "ๆ"}},
    {"hangul", {"한", "글", "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", " "}},
    {"beyond the plane", {"𠮟", "𩸽", "𝄞", "𐍈", "葛\xf3\xa0\x84\x80", "x"}},
    {"stacked marks",
     {"Z\xcc\xb7\xcc\x88\xcd\x9d", "a\xcc\x8a\xcc\x81", "\xcc\xb2"}},
    {"wide blanks", {"\xe3\x80\x80県", "\xc2\xa0x", "\xe2\x80\x83é", "県", "y"}},
    {"all", {"a", " ", "県", "é", "🎉", "\\n", "\\\\", "\\,", "\xcc\x81", "."}},
};
enum { N_SCRIPTS = sizeof script / sizeof *script };

static int count_pieces(int k)
{
    int n = 0;
    while (n < 10 && script[k].piece[n]) {
        n++;
    }
    return n;
}

/* A content line of at most len bytes behind its name, ending in no blank. */
static char *random_line(struct arena *arena, struct rng *rng, int k, size_t len)
{
    struct buf buf;
    uint32_t n_pieces = (uint32_t)count_pieces(k);
    buf_init(&buf, arena);
    buf_add_text(&buf, "SUMMARY:");
    for (;;) {
        const char *piece = script[k].piece[rng_below(rng, n_pieces)];
        if (buf.len + strlen(piece) > len + strlen("SUMMARY:")) {
            return buf.data;
        }
        buf_add_text(&buf, piece);
    }
}

static bool ends_in_half_escape(const char *line, size_t len)
{
    size_t n = 0;
    while (n < len && line[len - 1 - n] == '\\') {
        n++;
    }
    return n % 2 == 1;
}

/* Of a blank in any script; 0 for what can be seen. */
static size_t blank_length(const char *text)
{
    static const char *const blank[] = {" ", "\t", "\xc2\xa0", "\xe2\x80\x83",
                                        "\xe3\x80\x80"};
    for (size_t k = 0; k < sizeof blank / sizeof *blank; k++) {
        if (strncmp(text, blank[k], strlen(blank[k])) == 0) {
            return strlen(blank[k]);
        }
    }
    return 0;
}

static bool is_good_line(const char *line, size_t len)
{
    if (len > 75 || text_utf8_check(line, len) != len ||
        ends_in_half_escape(line, len)) {
        return false;
    }
    for (size_t k = 0; k < len;) {
        size_t n = blank_length(line + k);
        if (n == 0) {
            return true;
        }
        k += n;
    }
    return false;
}

/* Judges each physical line and puts them together again. */
static char *judge(struct arena *arena, const char *text, size_t len)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    CHECK_INT(strlen(text), len);
    for (const char *line = text; *line != '\0';) {
        const char *end = strstr(line, "\r\n");
        if (!CHECK(end != NULL) ||
            !CHECK(is_good_line(line, (size_t)(end - line)))) {
            return buf.data;
        }
        bool goes_on = end[2] == ' ';
        buf_add(&buf, line, (size_t)(end - line));
        if (!goes_on) {
            buf_add_char(&buf, '\n');
        }
        line = end + 2 + goes_on;
    }
    return buf.data;
}

static void test_every_length(struct arena scratch)
{
    struct rng rng;
    rng_init(&rng, 5);
    for (int k = 0; k < N_SCRIPTS; k++) {
        for (size_t len = 0; len <= LONGEST; len++) {
            struct arena arena = scratch;
            size_t n;
            const char *line = random_line(&arena, &rng, k, len);
            const char *folded = ics_refold(&arena, line, &n);
            const char *back = judge(&arena, folded, n);
            const char *expected = arena_printf(&arena, "%s\n", line);
            if (!CHECK(strcmp(back, expected) == 0)) {
                printf("  %s, %zu bytes: '%s'\n", script[k].name, len, line);
                return;
            }
            /* What is folded already comes out the same. */
            CHECK_TEXT(ics_refold(&arena, folded, &n), folded);
        }
    }
}

static void test_lines_are_filled(struct arena scratch)
{
    size_t n;
    char line[151] = {0};
    memset(line, 'x', 150);
    CHECK_TEXT(ics_refold(&scratch, line, &n),
               arena_printf(&scratch, "%.75s\r\n %.74s\r\n x\r\n", line, line));
    CHECK_INT(n, 75 + 2 + 75 + 2 + 2 + 2);
    line[75] = '\0';
    CHECK_TEXT(ics_refold(&scratch, line, &n),
               arena_printf(&scratch, "%s\r\n", line));
}

/* A cut goes where no blank would stand at a line's end, if that is near. */
static void test_blanks_at_cuts(struct arena scratch)
{
    size_t n;
    char line[101] = {0};
    memset(line, 'x', 100);
    line[74] = ' ';
    CHECK_TEXT(ics_refold(&scratch, line, &n),
               arena_printf(&scratch, "%.73s\r\n x %s\r\n", line, line + 75));
    line[74] = 'x';
    line[90] = '\0';
    memset(line + 20, ' ', 60);
    CHECK_TEXT(
        ics_refold(&scratch, line, &n),
        arena_printf(&scratch, "%.19s\r\n x%60s%s\r\n", line, "", line + 80));
}

/* With more blanks in a row than a line holds, some line must be blank. */
static void test_endless_blanks(struct arena scratch)
{
    size_t n;
    char *line = arena_printf(&scratch, "X:%300sx", "");
    const char *folded = ics_refold(&scratch, line, &n);
    CHECK(n > 300 && n < 330);
    CHECK_TEXT(ics_unfold(&scratch, folded, &n),
               arena_printf(&scratch, "%s\n", line));
}

static void test_unfold(struct arena scratch)
{
    static const struct {
        const char *text, *expected;
    } row[] = {
        {"", ""},
        {"A:b\r\n", "A:b\n"},
        {"A:b", "A:b\n"},
        {"A:b\n c\n\td\n", "A:bcd\n"},
        {"A:b\r\n  c\r\n", "A:b c\n"},
        {"A:b\r\n c", "A:bc\n"},
        {"A:b\r\nC:d\r\n", "A:b\nC:d\n"},
        /* What libical 3.0.16 makes of a line that fills up just at its end. */
        {"A:b\r\r\n \nC:d\r\n", "A:b\nC:d\n"},
        {"A:b\r\n \r\nC:d\r\n", "A:b\nC:d\n"},
        {"A:b\r\n\r\nC:d\r\n\r\n", "A:b\nC:d\n"},
        {"\r\n   \r\nA:b\r\n", "A:b\n"},
        {" \t\r\nA:b\r\n", "A:b\n"},
        {"A:b\rc\r\n", "A:bc\n"},
        {"A:b \r\n", "A:b \n"},
        {"\n", ""},
        {"\r", ""},
        {" ", ""},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        size_t len;
        struct arena arena = scratch;
        const char *got = ics_unfold(&arena, row[k].text, &len);
        if (!CHECK_TEXT(got, row[k].expected)) {
            printf("  row %zu\n", k);
        }
        CHECK_INT(len, strlen(row[k].expected));
        ics_refold(&arena, row[k].text, &len);
    }
}

/* What would be read as the rest of the line before it. */
static void test_margins(struct arena scratch)
{
    size_t n;
    CHECK_TEXT(ics_refold(&scratch, "A:b\n\n  C:d\n", &n), "A:b\r\nC:d\r\n");
    CHECK_TEXT(ics_refold(&scratch, "\t A:b\n", &n), "A:b\r\n");
}

/* Not text at all: still no line too long and no endless loop. */
static void test_stray_bytes(struct arena scratch)
{
    size_t n;
    char line[301] = {0};
    memset(line, 0x80, 300);
    const char *folded = ics_refold(&scratch, line, &n);
    CHECK_INT(strcspn(folded, "\r"), 75);
    CHECK_TEXT(ics_unfold(&scratch, folded, &n),
               arena_printf(&scratch, "%s\n", line));
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_every_length(arena);
    test_lines_are_filled(arena);
    test_blanks_at_cuts(arena);
    test_endless_blanks(arena);
    test_unfold(arena);
    test_margins(arena);
    test_stray_bytes(arena);
    arena_finish(&arena);
    return check_report();
}
