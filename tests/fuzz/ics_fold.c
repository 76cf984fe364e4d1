/* Whatever stands in a calendar's lines: folded anew no line is longer than 75 octets,
 * none looks empty or begins inside a character, and unfolded they are what they
 * were, by a reader that shares nothing with the one that is tested. */

#include "io/ics_fold.h"

#include <stdint.h>
#include <string.h>

#include "scheduler/base/text.h"
#include "tests/support/insist.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MOST_OCTETS = 75 };

/* RFC 5545 3.1: CRLF and one blank are nothing. */
static char *unfolded(struct arena *arena, const char *text, size_t len)
{
    char *out = arena_alloc(arena, len + 1, 1);
    size_t n = 0;
    for (size_t k = 0; k < len; k++) {
        if (strncmp(text + k, "\r\n ", 3) == 0) {
            k += 2;
        } else if (strncmp(text + k, "\r\n", 2) != 0) {
            out[n++] = text[k];
        } else {
            out[n++] = '\n';
            k++;
        }
    }
    return out;
}

/* Of a blank in any script; 0 for what can be seen. */
static size_t blank_length(const char *text)
{
    static const char *const blank[] = {" ",
                                        "\t",
                                        "\xc2\xa0",
                                        "\xe3\x80\x80",
                                        "\xe1\x9a\x80",
                                        "\xe2\x80\xaf",
                                        "\xe2\x81\x9f"};
    for (size_t k = 0; k < sizeof blank / sizeof *blank; k++) {
        if (strncmp(text, blank[k], strlen(blank[k])) == 0) {
            return strlen(blank[k]);
        }
    }
    bool is_space = strncmp(text, "\xe2\x80", 2) == 0 &&
                    (unsigned char)text[2] >= 0x80 &&
                    (unsigned char)text[2] <= 0x8a;
    return is_space ? 3 : 0;
}

/* True if some line of blanks cannot be helped. */
static bool has_endless_blanks(const char *lines)
{
    size_t run = 0, longest = 0;
    while (*lines != '\0') {
        size_t n = blank_length(lines);
        run = n > 0 ? run + n : 0;
        longest = run > longest ? run : longest;
        lines += n > 0 ? n : 1;
    }
    return longest >= MOST_OCTETS - 1;
}

/* Every physical line; valid says that the whole is UTF-8. */
static void judge_lines(const char *text, size_t len, bool valid, bool may_be_blank)
{
    const char *end = text + len;
    while (text < end) {
        const char *stop = strstr(text, "\r\n");
        insist(stop != NULL);
        size_t n = (size_t)(stop - text);
        insist(n > 0 && n <= MOST_OCTETS && !memchr(text, '\n', n) &&
               !memchr(text, '\r', n));
        insist(!valid || text_utf8_check(text, n) == n);
        insist(strspn(text, " \t") < n || may_be_blank || !valid);
        text = stop + 2;
    }
}

/* A line that begins with blanks would be the rest of the one before. */
static const char *without_margin(struct arena *arena, const char *lines)
{
    char *out = arena_strdup(arena, lines), *to = out;
    for (bool begins = true; *lines != '\0'; lines++) {
        begins = begins && (*lines == ' ' || *lines == '\t');
        if (!begins) {
            *to++ = *lines;
            begins = *lines == '\n';
        }
    }
    *to = '\0';
    return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    size_t folded_len, lines_len, again_len;
    arena_init(&arena);
    const char *text = arena_strndup(&arena, (const char *)data, size);
    const char *lines = ics_unfold(&arena, text, &lines_len);
    const char *folded = ics_refold(&arena, text, &folded_len);
    insist(strlen(folded) == folded_len && strlen(lines) == lines_len);
    lines = without_margin(&arena, lines);
    lines_len = strlen(lines);
    judge_lines(folded, folded_len, text_utf8_check(lines, lines_len) == lines_len,
                has_endless_blanks(lines));
    insist(strcmp(unfolded(&arena, folded, folded_len), lines) == 0);
    insist(strcmp(ics_unfold(&arena, folded, &again_len), lines) == 0);
    insist(strcmp(ics_refold(&arena, folded, &again_len), folded) == 0);
    arena_finish(&arena);
    return 0;
}
