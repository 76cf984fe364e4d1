#include "io/form_text.h"

#include <string.h>

#include "io/when.h"
#include "scheduler/base/buf.h"

static void add_clock(struct buf *buf, struct arena scratch, enum language language,
                      const struct zone *const *zone, int z,
                      const struct slot *slot)
{
    struct civil here = zone_to_civil(zone[z], slot->start_s);
    struct civil first = zone_to_civil(zone[0], slot->start_s);
    buf_printf(buf, "%s%s-%s %s", z > 0 ? " / " : "",
               when_clock_text(&scratch, language, zone[z], slot->start_s),
               when_clock_text(&scratch, language, zone[z], slot->end_s),
               zone_city(&scratch, zone[z]));
    if (here.day != first.day) {
        buf_printf(buf, " (%s)",
                   when_date_text(&scratch, language, zone[z], slot->start_s));
    }
}

char *form_text(struct arena *arena, enum language language,
                const struct zone *const *zone, int n_zones,
                const struct slot *slot, int n_slots)
{
    struct buf buf;
    buf_init(&buf, arena);
    struct arena scratch;
    arena_init(&scratch);
    buf_printf(&buf, "%s\n\n%s\n%s\n\n",
               when_date_text(&scratch, language, zone[0], slot[0].start_s),
               texts_get(language, TEXT_FORM_QUESTION),
               texts_get(language, TEXT_FORM_ANSWERS));
    for (int s = 0; s < n_slots; s++) {
        buf_printf(&buf, "%s: ", slot[s].id);
        for (int z = 0; z < n_zones; z++) {
            add_clock(&buf, scratch, language, zone, z, &slot[s]);
        }
        buf_add_text(&buf, "\n");
    }
    arena_finish(&scratch);
    return buf.data;
}
