#ifndef MATCHDAY_MESSAGES_MESSAGES_H
#define MATCHDAY_MESSAGES_MESSAGES_H

#include <stdbool.h>

/* What the program tells whoever runs it, in Japanese and in French. Conversions are
 * those of the English text, "%2$s" where their order differs; what a language has no
 * use for is "%2$.0s". tests/unit/messages.c holds all of it against the sources. */
struct message {
    const char *english, *japanese, *french;
};

/* The messages of one area, and all areas, ended by NULL. */
struct message_list {
    const struct message *message;
    int n;
};
extern const struct message_list *const messages_all[];

/* From now on phrase() speaks the language "en", "ja" or "fr". False, and nothing
 * changes, for another. */
bool messages_speak(const char *language);

/* "en", until another was chosen. */
const char *messages_language(void);

#endif
