#include <string.h>

#include "io/xlsx_parts.h"
#include "scheduler/base/text.h"

/* "_x000D_" is a CR, "_x005F_" the "_" in front of what only looks like that. Returns
 * the character, or 0 if the text does not begin with one. */
static char escaped(const char *text)
{
    static const char digits[] = "0123456789ABCDEF";
    unsigned code = 0;
    if (strncmp(text, "_x", 2) != 0) {
        return 0;
    }
    for (int k = 2; k < 6; k++) {
        const char *digit = text[k] ? strchr(digits, text[k]) : NULL;
        if (!digit) {
            return 0;
        }
        code = code * 16 + (unsigned)(digit - digits);
    }
    return text[6] == '_' && (code < 0x20 || code == '_') ? (char)code : 0;
}

const char *xlsx_clean_text(struct arena *arena, const char *text)
{
    enum { ESCAPED_LENGTH = 7 };
    char *copy = arena_strdup(arena, text), *to = copy;
    for (const char *from = text; *from;) {
        char c = escaped(from);
        from += c ? ESCAPED_LENGTH : 0;
        c = c ? c : *from++;
        if (c != '\r') {
            *to++ = c;
        } else if (*from != '\n' && escaped(from) != '\n') {
            *to++ = '\n';
        }
    }
    *to = '\0';
    return text_trim(arena, copy, strlen(copy));
}
