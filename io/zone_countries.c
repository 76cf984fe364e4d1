#include "io/zone_countries.h"

#include <stdlib.h>
#include <string.h>

#include "io/file.h"
#include "scheduler/base/text.h"

/* Lines are "FR\t+4852+00220\tEurope/Paris", perhaps with a comment behind. */
static const char *country_on(struct arena *arena, const char *line,
                              const char *zone)
{
    struct strings field = text_split(arena, line, '\t');
    return line[0] != '#' && field.n >= 3 && strcmp(field.text[2], zone) == 0
               ? field.text[0]
               : NULL;
}

const char *zone_country(struct arena *arena, const char *zone)
{
    const char *folder = getenv("TZDIR");
    struct arena scratch = *arena;
    struct error ignored;
    char *text;
    size_t len;
    const char *path = file_path(
        &scratch, folder && folder[0] ? folder : "/usr/share/zoneinfo", "zone.tab");
    if (!file_read(&scratch, path, &text, &len, &ignored)) {
        return "";
    }
    struct strings line = text_split(&scratch, text, '\n');
    for (int k = 0; k < line.n; k++) {
        struct arena row = scratch;
        const char *found = country_on(&row, line.text[k], zone);
        if (found) {
            char code[3] = {found[0], found[0] ? found[1] : '\0', '\0'};
            return arena_strdup(arena, code);
        }
    }
    return "";
}
