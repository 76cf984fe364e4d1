#ifndef MATCHDAY_IO_UNICODE_H
#define MATCHDAY_IO_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"

/* Texts as people compare them, whatever keyboard they were written on. Texts are
 * valid UTF-8; results are in arena. */

/* In normalisation form KC: "Ｒ０１" is "R01", "ｷﾞﾌ" is "ギフ", "㈱" is "(株)", and
 * accents are part of their letters. */
char *unicode_compatible(struct arena *arena, const char *text);

/* The same, in one case and with single blanks: what two names have in common that
 * are the same to a reader. */
char *unicode_folded(struct arena *arena, const char *text);

/* The letters and digits of that alone: "E-mail Address:" is "emailaddress". For
 * headings and words. */
char *unicode_letters(struct arena *arena, const char *text);

/* True if the words are in the text, as whole words: "naruto" in "naruto city". In
 * writing without blanks anything is, but at least two letters. Both are folded. */
bool unicode_has_words(const char *text, const char *words);

/* How many columns it takes where letters are one wide: 岐阜 takes four. */
int unicode_width(const char *text);

/* The first character that cannot be seen and is of no use in a name: a blank without
 * width, a soft hyphen, a mark of direction, a filler or a tag; 0 if there is none.
 * Joiners, which emoji and some scripts need, are not meant. */
uint32_t unicode_find_invisible(const char *text);

#endif
