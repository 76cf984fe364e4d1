#include "io/display_name.h"

#include <string.h>

#include "scheduler/base/text.h"

enum { MOST_LETTERS = 64 }; /* Zoom's limit */

static size_t cut(const char *text)
{
    size_t len = strlen(text), at = 0;
    for (int n = 0; n < MOST_LETTERS && at < len; n++) {
        size_t letter = text_utf8_length(text + at, len - at);
        at += letter > 0 ? letter : 1;
    }
    return at;
}

const char *display_name(struct arena *arena, const char *room_id,
                         const char *organisation, const char *person)
{
    bool both = organisation[0] != '\0' && person[0] != '\0';
    const char *name = arena_printf(arena, "%s %s%s%s", room_id, organisation,
                                    both ? ", " : "", person);
    return arena_strndup(arena, name, cut(name));
}
