#ifndef MATCHDAY_IO_LANGUAGE_TAG_H
#define MATCHDAY_IO_LANGUAGE_TAG_H

#include <stdbool.h>

#include "io/fields.h"

/* Languages as tags (BCP 47) in lower case: "ja", "pt-br". Only their shape is
 * checked, and what people write instead of the usual ones. */

/* True for a primary subtag of two or three letters, with further subtags behind it
 * or not. */
bool language_is_tag(const char *text);

/* The tag that was meant by a name ("japanese"), a country's code ("jp") or a
 * longer code ("jpn"), or NULL. Texts are in lower case. */
const char *language_meant(const char *text);

/* The tag of a language with exactly that name in English, Japanese, French or itself,
 * or that code, or NULL. In lower case. */
const char *language_named(const char *text);

/* Members that name languages, sorted, each once; what is none is an error and left
 * out. Pairs are "x-y" of primary subtags that differ. */
struct strings field_languages(const struct fields *fields, const char *key);
struct strings field_language_pairs(const struct fields *fields, const char *key);

/* One of "en", "fr" and "ja", in which things can be written; "" if left out, and
 * with a warning for all others. */
const char *field_written_language(const struct fields *fields, const char *key);

#endif
