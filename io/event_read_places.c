/* Rooms and interpreters, which are there in windows of time. */

#include <string.h>

#include "io/event_parts.h"

static const char *const room_names[] = {"id",
                                         "name",
                                         "url",
                                         "capacity",
                                         "features",
                                         "reserved_for",
                                         "available",
                                         "time_zone",
                                         "available_start",
                                         "available_end",
                                         NULL};
const char *const event_interpreter_names[] = {"id",
                                               "name",
                                               "email",
                                               "pairs",
                                               "time_zone",
                                               "available",
                                               "max_meetings",
                                               "max_consecutive",
                                               "available_start",
                                               "available_end",
                                               NULL};
static const char *const window_names[] = {"start", "end", "time_zone", NULL};

/* One window of a list in JSON. */
static void read_window(struct reader *reader, const struct fields *fields,
                        const struct zone *zone, struct windows *windows)
{
    struct window window;
    zone = zones_read(&reader->zones, fields, "time_zone", zone);
    if (field_span(fields, (struct span_keys){"start", "end"}, zone, &window)) {
        windows_add(reader->arena, windows, window);
    }
}

/* The columns of each row, each in the zone that the row names. */
static void read_window_columns(struct reader *reader, const struct source *source,
                                const struct entity *entity,
                                const struct zone *zone, struct windows *windows)
{
    for (int k = 0; k < entity->n_rows; k++) {
        struct fields row;
        struct window window;
        source_row(source, entity->row[k], &row);
        if (!field_find(&row, "available_start") &&
            !field_find(&row, "available_end")) {
            continue;
        }
        const struct zone *own =
            zones_read(&reader->zones, &row, "time_zone", zone);
        if (field_span(&row, (struct span_keys){"available_start", "available_end"},
                       own, &window)) {
            windows_add(reader->arena, windows, window);
        }
    }
}

void event_read_windows(struct reader *reader, const struct source *source,
                        const struct entity *entity, const struct zone *zone,
                        struct windows *windows)
{
    const struct fields *fields = &entity->fields;
    const struct value *value = field_find(fields, "available");
    struct field_names names = {.known = window_names};
    struct fields *row = NULL;
    if (value && value->kind == VALUE_CELL) {
        field_refuse(
            fields, "available", value,
            "the columns 'available_start' and 'available_end', one window a "
            "row");
        return;
    }
    int n = field_objects(fields, "available", &row);
    for (int k = 0; k < n; k++) {
        field_names_check(&names, &row[k]);
        read_window(reader, &row[k], zone, windows);
    }
    field_names_report(&names);
    read_window_columns(reader, source, entity, zone, windows);
    windows_sort(windows);
}

/* The zone on the entity's first row: later rows' zones are those of their windows. */
static const struct zone *first_zone(struct reader *reader,
                                     const struct source *source,
                                     const struct entity *entity)
{
    struct fields row;
    source_row(source, entity->row[0], &row);
    return zones_read(&reader->zones, &row, "time_zone", reader->event->zone);
}

static void read_room(struct reader *reader, const struct entity *entity,
                      struct room *room)
{
    const struct fields *fields = &entity->fields;
    *room = (struct room){
        .place = fields->place,
        .id = entity->id,
        .name = field_text(fields, "name"),
        .url = field_url(fields, "url"),
        .capacity = field_int(fields, "capacity", 1, MAX_NUMBER, NO_LIMIT),
        .features = field_set(fields, "features"),
    };
    struct indices reserved =
        ids_read_list(&reader->participant_entities.ids, fields, "reserved_for");
    room->reserved_for = reserved.index;
    room->n_reserved_for = reserved.n;
    event_read_windows(reader, &reader->rooms, entity,
                       first_zone(reader, &reader->rooms, entity),
                       &room->available);
}

/* Alike rooms R01, R02, ... and their names, for locks. */
static void make_rooms(struct reader *reader, int n)
{
    struct event *event = reader->event;
    struct entities *entities = &reader->room_entities;
    struct ids *ids = &entities->ids;
    struct entity *entity = arena_new(reader->arena, n, struct entity);
    for (int r = 0; r < n; r++) {
        entity[r].id = arena_printf(reader->arena, "R%02d", r + 1);
    }
    *ids = (struct ids){.what = "room"};
    ids->name = arena_new(reader->arena, n, struct id_name);
    for (int r = 0; r < n; r++) {
        ids->name[ids->n++] = (struct id_name){entity[r].id, 0};
    }
    ids_sort(ids); /* "R100" comes before "R11" */
    event->room = arena_new(reader->arena, n, struct room);
    event->n_rooms = n;
    for (int r = 0; r < n; r++) {
        ids->name[r].i = r;
        event->room[r] = (struct room){
            .place = field_place(&reader->root, "rooms"),
            .id = ids->name[r].name,
            .name = "",
            .url = "",
            .capacity = NO_LIMIT,
        };
    }
}

void event_read_rooms(struct reader *reader)
{
    static const char *const per_row[] = {"available_start", "available_end",
                                          "time_zone", NULL};
    struct event *event = reader->event;
    const struct value *value = field_find(&reader->root, "rooms");
    if (!value || value->kind == VALUE_NUMBER) {
        int n = field_int(&reader->root, "rooms", 0, MAX_ROOMS, -1);
        int most =
            event->n_participants < MAX_ROOMS ? event->n_participants : MAX_ROOMS;
        make_rooms(reader, n >= 0 ? n : most);
        reader->room_entities.ids.is_broken = value && n < 0;
        return;
    }
    event_open_list(reader, &reader->rooms, "rooms", "room", MAX_ROOMS);
    reader->rooms.column_per_row = per_row;
    reader->rooms.known = room_names;
    event_judge_names(&reader->rooms, room_names);
    entities_collect(&reader->rooms, &reader->room_entities);
    event->n_rooms = reader->room_entities.n;
    event->room = arena_new(reader->arena, event->n_rooms, struct room);
    for (int r = 0; r < event->n_rooms; r++) {
        read_room(reader, &reader->room_entities.entity[r], &event->room[r]);
    }
}

/* "en-ja": two words of letters, x and y, that differ. */
static bool is_pair(const char *pair)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    size_t x = strspn(pair, letters);
    if (x == 0 || pair[x] != '-') {
        return false;
    }
    size_t y = strspn(pair + x + 1, letters);
    return y > 0 && pair[x + 1 + y] == '\0' &&
           !(x == y && strncmp(pair, pair + x + 1, x) == 0);
}

static struct strings read_pairs(const struct fields *fields)
{
    struct strings pairs = field_lower_set(fields, "pairs");
    int n = 0;
    if (!field_find(fields, "pairs")) {
        field_warning(fields, "pairs",
                      "is missing, so no meeting can have this "
                      "interpreter; expected pairs such as 'en-ja'");
    }
    for (int k = 0; k < pairs.n; k++) {
        if (is_pair(pairs.text[k])) {
            pairs.text[n++] = pairs.text[k];
        } else {
            field_error(
                fields, "pairs",
                "'%s' is no pair of languages; expected two that differ, like "
                "'en-ja'",
                field_shown(fields->arena, pairs.text[k]));
        }
    }
    pairs.n = n;
    return pairs;
}

static void read_interpreter(struct reader *reader, const struct entity *entity,
                             struct interpreter *interpreter)
{
    const struct fields *fields = &entity->fields;
    *interpreter = (struct interpreter){
        .place = fields->place,
        .id = entity->id,
        .name = field_text(fields, "name"),
        .email = field_email(fields, "email"),
        .pairs = read_pairs(fields),
        .zone = first_zone(reader, &reader->interpreters, entity),
        .max_meetings = field_int(fields, "max_meetings", 0, MAX_NUMBER, NO_LIMIT),
        .max_consecutive =
            field_int(fields, "max_consecutive", 1, MAX_NUMBER, NO_LIMIT),
    };
    event_read_windows(reader, &reader->interpreters, entity, interpreter->zone,
                       &interpreter->available);
}

void event_read_interpreters(struct reader *reader)
{
    struct event *event = reader->event;
    event_judge_names(&reader->interpreters, event_interpreter_names);
    event->has_interpreters = reader->interpreters.is_given;
    event->n_interpreters = reader->interpreter_entities.n;
    event->interpreter =
        arena_new(reader->arena, event->n_interpreters, struct interpreter);
    for (int i = 0; i < event->n_interpreters; i++) {
        read_interpreter(reader, &reader->interpreter_entities.entity[i],
                         &event->interpreter[i]);
    }
}
