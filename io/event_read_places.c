/* Rooms and interpreters, which are there in windows of time. */

#include <string.h>

#include "io/event_parts.h"
#include "io/language_tag.h"
#include "scheduler/base/phrase.h"

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
    struct window_read read = {.fields = fields, .keys = {"start", "end"}};
    read.zone = zones_read(&reader->zones, fields, "time_zone", zone);
    if (field_span(fields, read.keys, read.zone, &read.window)) {
        event_add_window(reader, &read, windows);
    }
}

/* The columns of each row, each in the zone that the row names. */
static void read_window_columns(struct reader *reader, const struct source *source,
                                const struct entity *entity,
                                const struct zone *zone, struct windows *windows)
{
    for (int k = 0; k < entity->n_rows; k++) {
        struct fields row;
        struct window_read read = {.fields = &row,
                                   .keys = {"available_start", "available_end"}};
        source_row(source, entity->row[k], &row);
        if (!field_find(&row, "available_start") &&
            !field_find(&row, "available_end")) {
            continue;
        }
        read.zone = zones_read(&reader->zones, &row, "time_zone", zone);
        if (field_span(&row, read.keys, read.zone, &read.window)) {
            event_add_window(reader, &read, windows);
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
    *ids = (struct ids){.what = PHRASE("room")};
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

/* Without `rooms` there are as many as participants: none is said on purpose. */
static void judge_no_rooms(const struct reader *reader, bool is_given)
{
    if (is_given && reader->event->n_rooms == 0 &&
        !reader->room_entities.ids.is_broken) {
        field_warning(&reader->root, "rooms",
                      "has no room, so nothing can be scheduled; expected one or "
                      "more; leave it out for as many as participants");
    }
}

/* True for "19", which would be a file's name. */
static bool is_quoted_number(const struct value *value)
{
    return value && value->kind == VALUE_TEXT && *value->text &&
           value->text[strspn(value->text, "0123456789")] == '\0';
}

/* Locks may name a room as people call it. */
static void name_rooms(struct reader *reader)
{
    struct entities *rooms = &reader->room_entities;
    struct id_alias *alias =
        arena_new(reader->arena, 3 * rooms->n, struct id_alias);
    int n = 0;
    for (int r = 0; r < rooms->n; r++) {
        const struct entity *room = &rooms->entity[r];
        const struct value *name = field_find(&room->fields, "name");
        const char *const called[] = {room->id, room->spelling,
                                      name && name->text ? name->text : room->id};
        for (int k = 0; k < 3; k++) {
            alias[n++] =
                (struct id_alias){.called = called[k], .id = room->id, .i = r};
        }
    }
    ids_take_aliases(&rooms->ids, reader->arena, alias, n);
}

void event_read_rooms(struct reader *reader)
{
    static const char *const per_row[] = {"available_start", "available_end",
                                          "time_zone", NULL};
    struct event *event = reader->event;
    const struct value *value = field_find(&reader->root, "rooms");
    const bool has_table = event_find_table(reader, LIST_ROOMS) != NULL;
    if (value && has_table) {
        field_error(&reader->root, "rooms",
                    "stands beside a table of rooms; expected one of the two");
    }
    if (!has_table && (!value || value->kind == VALUE_NUMBER)) {
        int n = field_int(&reader->root, "rooms", 0, MAX_ROOMS, -1);
        int most =
            event->n_participants < MAX_ROOMS ? event->n_participants : MAX_ROOMS;
        make_rooms(reader, n >= 0 ? n : most);
        reader->room_entities.ids.is_broken = value && n < 0;
        judge_no_rooms(reader, value != NULL);
        return;
    }
    if (is_quoted_number(value)) {
        field_refuse(&reader->root, "rooms", value,
                     "a number without quotes, a list, or the name of a CSV file");
        reader->room_entities.ids.is_broken = true;
        return;
    }
    event_open_list(reader, &reader->rooms, "rooms", "room", MAX_ROOMS);
    reader->rooms.column_per_row = per_row;
    reader->rooms.known = room_names;
    event_judge_names(&reader->rooms, room_names);
    entities_collect(&reader->rooms, &reader->room_entities);
    name_rooms(reader);
    event->n_rooms = reader->room_entities.n;
    event->room = arena_new(reader->arena, event->n_rooms, struct room);
    for (int r = 0; r < event->n_rooms; r++) {
        read_room(reader, &reader->room_entities.entity[r], &event->room[r]);
    }
    judge_no_rooms(reader, true);
}

static struct strings read_pairs(const struct fields *fields)
{
    if (!field_find(fields, "pairs")) {
        field_warning(fields, "pairs",
                      "is missing, so no meeting can have this "
                      "interpreter; expected pairs such as 'en-ja'");
    }
    return field_language_pairs(fields, "pairs");
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
    event->has_interpreters = reader->interpreters.is_given;
    event->n_interpreters = reader->interpreter_entities.n;
    event->interpreter =
        arena_new(reader->arena, event->n_interpreters, struct interpreter);
    for (int i = 0; i < event->n_interpreters; i++) {
        read_interpreter(reader, &reader->interpreter_entities.entity[i],
                         &event->interpreter[i]);
    }
}
