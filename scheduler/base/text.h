#ifndef MATCHDAY_BASE_TEXT_H
#define MATCHDAY_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "scheduler/base/arena.h"

/* A list of texts, each NUL-terminated UTF-8. */
struct strings {
    const char **text;
    int n;
};

/* Length in bytes of the UTF-8 sequence at the start of text[0 .. len), or 0
 * if it is none (overlong forms, surrogates and values above U+10FFFF are
 * none). */
size_t text_utf8_length(const char *text, size_t len);

/* The offset of the first byte that is not UTF-8, or len. */
size_t text_utf8_check(const char *text, size_t len);

/* The code point of one sequence of that length, as text_utf8_length() found. */
uint32_t text_code_point(const char *text, size_t len);

/* True for C0 and C1 controls other than TAB and LF (DEL is one of them), and
 * for the Unicode bidirectional controls U+202A-202E and U+2066-2069, and for what
 * is no character (U+FFFE, U+FFFF and the like), which XML cannot hold;
 * text_has_controls: in any place of the text. */
bool text_is_control(uint32_t point);
bool text_has_controls(const char *text);

/* Prints text in one line, whatever is in it: texts quote what strangers wrote, and
 * a terminal obeys escape sequences. Line ends, controls and bytes that are not UTF-8
 * are told as "\n", "\u001b" and "\xe9". */
void text_print_line(const char *text, FILE *out);

/* The same but for line ends, in arena; the text itself where that changes nothing. */
const char *text_told(struct arena *arena, const char *text);

/* ASCII letters only, whatever the locale. */
bool text_equal_nocase(const char *a, const char *b);
bool text_begins_with(const char *text, const char *beginning);
bool text_ends_with(const char *text, const char *ending);
char *text_lower(struct arena *arena, const char *text);
char *text_upper(struct arena *arena, const char *text);

/* True of equal texts, and of no text twice: either may be NULL. */
bool text_is_same(const char *a, const char *b);

/* The value of a hexadecimal digit in either case, or -1. */
int text_hex_digit(char c);

/* The number that decimal digits make; -1 where there are none, anything else follows,
 * or the number does not fit. */
int text_number(const char *digits);

/* A copy without white space (also U+3000 and NBSP) at both ends. */
char *text_trim(struct arena *arena, const char *text, size_t len);

/* The parts between separators, trimmed, empty ones left out. */
struct strings text_split(struct arena *arena, const char *text, char separator);

/* Sorts the texts by their bytes; the other one keeps each once. */
void strings_sort(struct strings *strings);
void strings_sort_once(struct strings *strings);

/* The number of single-byte edits from a to b, transpositions of neighbours
 * counted as one (restricted Damerau-Levenshtein); gives up with limit + 1
 * where there are more than limit or TEXT_MAX_DISTANCE. Costs about
 * limit * length. For "did you mean". */
enum { TEXT_MAX_DISTANCE = 32 };
int text_distance(const char *a, const char *b, int limit);

/* The nearest of n words, or NULL: the same but for case, or at most two edits
 * away, fewer for short words. */
const char *near_word(const char *text, const char *const *word, int n);

/* How near: 0 (but for case), 1, 2, or 3 for words that are not near. */
int near_distance(const char *text, const char *word);

/* The end of a noun in English: text_s(1) is "", else "s". */
static inline const char *text_s(int n)
{
    return n == 1 ? "" : "s";
}

/* True if text is an id as the event format wants it:
 * [A-Za-z0-9][A-Za-z0-9._-]{0,63}, and no name of a Windows device (con, nul,
 * com1, also with an ending). */
bool text_is_id(const char *text);

/* The id, with "z-" in front as often as it takes to be sorted behind the last. */
const char *text_id_behind(struct arena *arena, const char *id, const char *last);

/* True if text is one of the names in "a|b|c", exactly. */
bool text_is_one_of(const char *names, const char *text);

/* Exact comparison; the index of the first, or -1. */
int strings_find(const struct strings *strings, const char *text);
bool strings_has(const struct strings *strings, const char *text);

#endif
