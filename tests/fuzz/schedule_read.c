/* Whatever the bytes are: either there is an error, or what was read is written
 * as a text which reads back as the same. */

#include "io/schedule_read.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "io/json_schedule.h"
#include "io/json_value.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The text of what was read, or NULL. */
static const char *again(struct arena *arena, const char *text, size_t len)
{
    struct findings findings;
    struct value value;
    struct schedule schedule;
    findings_init(&findings, arena);
    if (!json_parse_value(arena, "f", text, len, &value, &findings)) {
        return NULL;
    }
    schedule_from_value(arena, "f", &value, &schedule, &findings);
    return findings_has_errors(&findings) ? NULL
                                          : json_schedule_text(arena, &schedule);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    arena_init(&arena);
    const char *once = again(&arena, (const char *)data, size);
    if (once) {
        const char *twice = again(&arena, once, strlen(once));
        if (!twice || strcmp(once, twice) != 0) {
            abort();
        }
    }
    arena_finish(&arena);
    return 0;
}
