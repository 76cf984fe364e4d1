#ifndef MATCHDAY_BASE_PHRASE_H
#define MATCHDAY_BASE_PHRASE_H

#include "scheduler/base/arena.h"

/* What the program tells whoever runs it stands in the sources in English, and is
 * told in the language that was asked for. findings_add(), error_set() and whatever
 * else takes the format of a message look it up by themselves; pieces that are put
 * into a message go through phrase(). A text without translation stays English.
 *
 * A phrase is whole: a sentence, or a piece that means the same wherever it is put.
 * One and many are two phrases, as languages differ in more than an "s":
 *
 *     printf(phrase(n == 1 ? "%d meeting is wanted\n" : "%d meetings are wanted\n"),
 *            n);
 *
 * Names, ids, fields, and what people wrote, are no phrases. Nothing that goes into a
 * schedule or to its people is: what is asked for here changes messages alone. */

/* The text in the language that is spoken. A format keeps its conversions. */
const char *phrase(const char *english) __attribute__((format_arg(1)));

/* Marks a text which comes to phrase() from a table. */
#define PHRASE(english) english

/* From now on translate gives the translations, and NULL for what it does not know;
 * without one everything is English. Called before there are threads. */
void phrase_set_translator(const char *(*translate)(const char *english));

/* "'a', 'b' or 'c'": each text as the format shows it, "'%s'" or "%s", with last
 * before the last one: " or " or " and ". Both are phrases. */
char *phrase_list(struct arena *arena, const char *const *text, int n,
                  const char *format, const char *last);

#endif
