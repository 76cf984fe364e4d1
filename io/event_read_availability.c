/* When participants can meet, cannot, or would rather not: rows of windows, or a grid
 * of slots. */

#include "io/event_parts.h"

static const char *const names[] = {"participant", "start",     "end",
                                    "kind",        "time_zone", NULL};

/* One row of windows, or of a grid. */
static void read_row(struct reader *reader, struct event_grid *grid,
                     const struct fields *fields)
{
    static const char *const kind[] = {"available", "unavailable", "avoid"};
    struct window_read read = {.fields = fields, .keys = {"start", "end"}};
    struct event *event = reader->event;
    int p = ids_read(&reader->participant_entities.ids, fields, "participant");
    if (grid && !field_find(fields, "start") && !field_find(fields, "end")) {
        if (p >= 0) {
            event_read_grid_row(
                reader, grid, fields,
                zones_read(&reader->zones, fields, "time_zone", event->zone),
                &event->participant[p]);
        }
        return;
    }
    int k = field_word(fields, "kind", kind, 3, 0);
    const struct zone *zone = p >= 0 ? event->participant[p].zone : event->zone;
    read.zone = zones_read(&reader->zones, fields, "time_zone", zone);
    if (!field_span(fields, read.keys, read.zone, &read.window) || p < 0) {
        return;
    }
    struct participant *who = &event->participant[p];
    if (k == 0) {
        event_add_window(reader, &read, &who->available);
    } else {
        windows_add(reader->arena, k == 1 ? &who->unavailable : &who->avoid,
                    read.window);
    }
}

void event_read_availability(struct reader *reader)
{
    struct source source;
    struct fields fields;
    event_open_list(reader, &source, "availability", "row", MAX_ROWS);
    struct event_grid *grid = event_find_grid(reader, &source);
    event_judge_names(&source, event_tell_answers(reader, &source,
                                                  event_names_with_grid(
                                                      grid, reader->arena, names)));
    for (int r = 0; r < source.n_rows; r++) {
        if (source_row(&source, r, &fields)) {
            read_row(reader, grid, &fields);
        }
    }
    for (int p = 0; p < reader->event->n_participants; p++) {
        struct participant *who = &reader->event->participant[p];
        windows_sort(&who->available);
        windows_sort(&who->unavailable);
        windows_sort(&who->avoid);
    }
}
