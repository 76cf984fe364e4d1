/* How messages name people, meetings and places. */

#include "scheduler/base/buf.h"
#include "scheduler/model/eligibility_parts.h"

char *eligibility_people_text(struct arena *arena, const struct event *event,
                              const int *participant, int n, const char *topic)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < n; k++) {
        const char *before = k == 0 ? "" : k + 1 < n ? ", " : " and ";
        buf_printf(&buf, "%s'%s'", before, event->participant[participant[k]].id);
    }
    if (topic[0] != '\0') {
        buf_printf(&buf, " on '%s'", topic);
    }
    return buf.data;
}

const char *eligibility_place_text(struct arena *arena, const struct place *place)
{
    if (place->file && place->line > 0) {
        return arena_printf(arena, "%s:%d", place->file, place->line);
    }
    if (place->field) {
        return place->field;
    }
    return place->file ? place->file : "elsewhere";
}
