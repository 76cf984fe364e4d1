/* Who wants to meet whom. */

#include <string.h>

#include "io/derived_id.h"
#include "io/event_parts.h"
#include "scheduler/base/digest.h"
#include "scheduler/base/phrase.h"

static const char *const names[] = {"id",
                                    "from",
                                    "to",
                                    "also",
                                    "topic",
                                    "priority",
                                    "status",
                                    "rank",
                                    "minutes",
                                    "earliest",
                                    "latest",
                                    "after",
                                    "room_features",
                                    "follow_up",
                                    "message",
                                    "note",
                                    "time_zone",
                                    NULL};

/* Nobody stands twice among those who meet. */
static void judge_members(const struct reader *reader, const struct fields *fields,
                          const struct request *request)
{
    struct strings also = field_strings(fields, "also");
    int n_known = 0;
    if (request->from >= 0 && request->from == request->to) {
        field_error(fields, "to",
                    "'%s' asks to meet itself; expected another participant",
                    reader->event->participant[request->to].id);
    }
    for (int k = 0; k < also.n; k++) {
        int p = ids_find(&reader->participant_entities.ids, also.text[k]);
        n_known += p >= 0;
        if (p >= 0 && (p == request->from || p == request->to)) {
            field_error(fields, "also",
                        "'%s' is in '%s' already; expected further participants",
                        reader->event->participant[p].id,
                        p == request->from ? "from" : "to");
        }
    }
    if (request->n_also < n_known) {
        field_error(fields, "also",
                    "names a participant twice; expected each one once");
    }
}

static void read_times(struct reader *reader, const struct fields *fields,
                       struct request *request)
{
    const struct zone *zone =
        zones_read(&reader->zones, fields, "time_zone", reader->event->zone);
    bool from = field_instant(fields, "earliest", zone, &request->earliest_s);
    bool to = field_instant(fields, "latest", zone, &request->latest_s);
    if (!from) {
        request->earliest_s = NO_TIME;
    }
    if (!to) {
        request->latest_s = NO_TIME;
    }
    if (from && to && request->latest_s <= request->earliest_s) {
        field_error(fields, "latest",
                    "'%s' is not after earliest '%s'; expected a later time",
                    field_text(fields, "latest"), field_text(fields, "earliest"));
    }
}

static void read_after(struct reader *reader, const struct fields *fields, int q)
{
    struct request *request = &reader->event->request[q];
    struct indices after =
        ids_read_list(&reader->request_entities.ids, fields, "after");
    request->after = after.index;
    request->n_after = after.n;
    for (int k = 0; k < after.n; k++) {
        if (after.index[k] == q) {
            field_error(
                fields, "after",
                "names the request itself; expected requests whose meetings "
                "come earlier");
        }
    }
}

/* People write "high", too, and do not know which end is. */
static int read_priority(const struct fields *fields, int most)
{
    enum { USUAL = 3 };
    int fallback = most < USUAL ? most : USUAL;
    const struct value *value = field_find(fields, "priority");
    if (value && value->kind == VALUE_CELL && !strpbrk(value->text, "0123456789")) {
        field_refuse(fields, "priority", value,
                     arena_printf(fields->arena,
                                  phrase("a whole number from 1 to %d, %d for what "
                                         "is essential"),
                                  most, most));
        return fallback;
    }
    return field_int(fields, "priority", 1, most, fallback);
}

static void read_request(struct reader *reader, int q)
{
    static const char *const status[] = {"accepted", "pending", "declined",
                                         "withdrawn"};
    const struct entity *entity = &reader->request_entities.entity[q];
    const struct ids *people = &reader->participant_entities.ids;
    const struct event *event = reader->event;
    const struct fields *fields = &entity->fields;
    int most = event->weights.n_priority;
    struct request *request = &event->request[q];
    *request = (struct request){
        .place = fields->place,
        .id = entity->id,
        .topic = field_text(fields, "topic"),
        .from = ids_read(people, fields, "from"),
        .to = ids_read(people, fields, "to"),
        .status = (enum request_status)field_word(fields, "status", status, 4,
                                                  (int)event->rules.default_status),
        .priority = read_priority(fields, most),
        .rank = field_int(fields, "rank", 1, MAX_NUMBER, 0),
        .rank_column = field_place(fields, "rank").column,
        .minutes = field_int(fields, "minutes", 1, DAY_MINUTES, 0),
        .room_features = field_set(fields, "room_features"),
        .follow_up = field_bool(fields, "follow_up"),
        .message = field_text(fields, "message"),
        .note = field_text(fields, "note"),
    };
    struct indices also = ids_read_list(people, fields, "also");
    request->also = also.index;
    request->n_also = also.n;
    judge_members(reader, fields, request);
    read_times(reader, fields, request);
    read_after(reader, fields, q);
}

/* The id of the participant that a cell names, or one made of what it says. */
static const char *id_named(const struct reader *reader, const struct value *row,
                            const char *key)
{
    const struct entities *people = &reader->participant_entities;
    const struct value *cell = value_find(row, key);
    if (!cell) {
        return "";
    }
    int p = ids_find_named(&people->ids, *reader->arena, cell->text);
    return p >= 0 ? people->entity[p].id : derived_id(reader->arena, cell->text);
}

/* "gifu-vitagora", "gifu-vitagora-wood": what the request is about. */
const char *event_request_id(const struct reader *reader, const struct value *row)
{
    enum { MOST = 64 };
    struct arena *arena = reader->arena;
    const struct value *topic = value_find(row, "topic");
    const struct value *also = value_find(row, "also");
    const char *id =
        arena_printf(arena, "%s-%s%s%s%s%s", id_named(reader, row, "from"),
                     id_named(reader, row, "to"), also ? "-" : "",
                     also ? derived_id(arena, also->text) : "", topic ? "-" : "",
                     topic ? derived_id(arena, topic->text) : "");
    if (strlen(id) <= MOST) {
        return id;
    }
    char hex[DIGEST_HEX_SIZE];
    digest_sha256(id, strlen(id), hex);
    return arena_printf(arena, "%.40s-%.8s", id, hex);
}

/* A table without the columns of who asks whom, and without ids: that is told, and not
 * that ids are missing, which nobody needs. False if so. */
static bool judge_columns(struct source *source)
{
    static const char *const key[] = {"from", "to"};
    const struct strings *columns = &source->columns->name;
    struct fields fields;
    bool is_whole = true;
    if (strings_has(columns, "id") || source->n_rows == 0) {
        return true;
    }
    source_row(source, 0, &fields);
    for (int k = 0; k < 2; k++) {
        if (!strings_has(columns, key[k])) {
            is_whole = field_missing(&fields, key[k],
                                     "the id or the name of a participant");
        }
    }
    source->is_broken |= !is_whole;
    source->n_rows = is_whole ? source->n_rows : 0;
    return is_whole;
}

/* A row of a table without ids in which nobody asks anybody. */
static void refuse_nobody(struct source *source, int r)
{
    struct fields fields;
    source_row(source, r, &fields);
    field_missing(&fields, "from", "the id or the name of a participant");
}

/* The row with that id. */
static void put_id(struct arena *arena, struct value *row, const char *id)
{
    struct value *item = arena_new(arena, row->n_items + 1, struct value);
    memcpy(item, row->item, (size_t)row->n_items * sizeof *item);
    item[row->n_items++] = (struct value){
        .kind = VALUE_CELL, .line = row->line, .text = id, .key = "id"};
    row->item = item;
}

/* In a table requests need no ids: they are called after who asks whom. */
static void name_requests(struct reader *reader)
{
    struct source *source = &reader->requests;
    const char *first = NULL;
    int n = 0;
    if (!source->columns || !judge_columns(source)) {
        return;
    }
    bool has_ids = strings_has(&source->columns->name, "id");
    int n_rows = 0;
    source->is_made = arena_new(reader->arena, source->n_rows, bool);
    for (int r = 0; r < source->n_rows; r++) {
        struct value *row = &source->row[r];
        bool names_some = value_find(row, "from") || value_find(row, "to");
        if (!names_some && !has_ids) {
            refuse_nobody(source, r);
            continue;
        }
        /* Of one side the other is missed when it is read. */
        if (names_some && !value_find(row, "id")) {
            const char *id = event_request_id(reader, row);
            first = first ? first : id;
            put_id(reader->arena, row, id);
            source->is_made[n_rows] = true;
            n++;
        }
        source->row[n_rows++] = *row;
    }
    source->is_broken |= n_rows < source->n_rows;
    source->n_rows = n_rows;
    if (n > 0) {
        struct place place = source->at.place;
        place.line = source->columns->line;
        findings_add(reader->findings, SEVERITY_NOTE, place,
                     n == 1 ? "%d request without id is called after who asks "
                              "whom, as '%s'"
                            : "%d requests without id are called after who asks "
                              "whom, as '%s'",
                     n, first);
    }
}

void event_read_requests(struct reader *reader)
{
    struct event *event = reader->event;
    struct source *source = &reader->requests;
    event_open_list(reader, source, "requests", "request", MAX_ROWS);
    event_take_wishes(reader, source);
    if (!source->is_given && !source->is_broken && reader->n_wishes == 0) {
        field_error(&reader->root, "requests",
                    "is missing; expected who wants to meet whom, or [] as long as "
                    "nobody does");
    } else if (source->n_rows + reader->n_wishes == 0 && !source->is_broken) {
        field_warning(&reader->root, "requests",
                      "is empty, so nobody meets; expected "
                      "who wants to meet whom");
    }
    event_judge_names(source, names);
    name_requests(reader);
    event_add_wishes(reader);
    entities_collect(source, &reader->request_entities);
    event->n_requests = reader->request_entities.n;
    event->request = arena_new(reader->arena, event->n_requests, struct request);
    for (int q = 0; q < event->n_requests; q++) {
        read_request(reader, q);
    }
    event_judge_addresses(reader);
}
