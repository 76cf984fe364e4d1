/* An event is read in steps: ids first, so that references become indices at once;
 * then what others depend on: zones, rules, sessions with their slots. Each step goes on whatever an earlier one found. */

#include "io/event_read.h"

#include <string.h>

#include "io/csv_table.h"
#include "io/event_parts.h"
#include "io/file.h"
#include "io/folder.h"
#include "io/json_value.h"
#include "scheduler/base/text.h"
#include "scheduler/model/slot.h"

static const char *const names[] = {
    "format",       "event",        "sessions",     "agenda",    "rooms",
    "interpreters", "participants", "availability", "requests",  "locks",
    "met_before",   "rules",        "weights",      "objective", NULL};

bool event_is_plain_file_name(const char *name)
{
    return !strchr(name, '/') && !strchr(name, '\\') && strcmp(name, ".") != 0 &&
           strcmp(name, "..") != 0 && !text_has_controls(name) &&
           name[strcspn(name, "\n\t")] == '\0';
}

/* The rows of the CSV file that event.json names. */
static bool open_csv(struct reader *reader, struct source *source, const char *file)
{
    struct table_rows table;
    struct error err;
    struct file_bytes text;
    char *bytes;
    size_t len;
    if (!event_is_plain_file_name(file)) {
        return field_error(
            &reader->root, source->name,
            "'%s' is no plain file name; expected a CSV file beside the "
            "event, such as '%s.csv'",
            field_shown(reader->arena, file), source->name);
    }
    const char *path = file_path(reader->arena, reader->folder, file);
    if (!file_read(reader->arena, path, &bytes, &len, &err)) {
        const char *meant = folder_near_name(reader->arena, reader->folder, file);
        return meant && strcmp(meant, file) != 0
                   ? field_error(&reader->root, source->name,
                                 "%s; did you mean '%s'?", err.text, meant)
                   : field_error(&reader->root, source->name, "%s", err.text);
    }
    source->is_csv = true;
    source->at.place = (struct place){.file = path};
    text = (struct file_bytes){bytes, len};
    if (!encoding_decode(reader->arena, path, reader->encodings, &text,
                         reader->findings)) {
        return false;
    }
    bool ok = csv_parse_table(reader->arena, path, text.bytes, text.len, &table,
                              reader->findings);
    struct columns *columns = arena_new(reader->arena, 1, struct columns);
    *columns = (struct columns){table.columns, table.rows.line};
    source->row = table.rows.item;
    source->n_rows = table.rows.n_items;
    source->at.columns = source->columns = columns;
    event_read_columns(source);
    return ok;
}

/* What a row of each list may be called after. */
static const char *const *name_columns(enum list list)
{
    static const char *const people[] = {"organisation", "organisation_ja", NULL};
    static const char *const named[] = {"name", "email", NULL};
    static const char *const titled[] = {"title", "date", NULL};
    switch (list) {
    case LIST_PARTICIPANTS:
        return people;
    case LIST_ROOMS:
    case LIST_INTERPRETERS:
        return named;
    case LIST_SESSIONS:
    case LIST_AGENDA:
        return titled;
    case LIST_EVENT:
    case LIST_AVAILABILITY:
    case LIST_REQUESTS:
    case LIST_LOCKS:
    case LIST_MET_BEFORE:
    case N_LISTS:
        break;
    }
    return NULL;
}

static enum list list_of(const char *name)
{
    int list = 0;
    while (strcmp(list_names[list], name) != 0) {
        list++;
    }
    return (enum list)list;
}

void event_open_list(struct reader *reader, struct source *source, const char *name,
                     const char *what, int most)
{
    const struct value *value = field_find(&reader->root, name);
    *source = (struct source){.name = name, .what = what, .at = reader->root};
    source->list = list_of(name);
    source->id_from = name_columns(source->list);
    if (!value) {
        return;
    }
    source->is_given = true;
    source->at.place = field_place(&reader->root, name);
    if (value->kind == VALUE_TEXT) {
        source->is_broken = !open_csv(reader, source, value->text);
    } else if (value->kind == VALUE_LIST) {
        source->row = value->item;
        source->n_rows = value->n_items;
    } else {
        source->is_broken = !field_refuse(&reader->root, name, value,
                                          "a list, or the name of a CSV file");
    }
    if (source->n_rows > most) {
        field_error(&reader->root, name, "has %d rows; expected at most %d",
                    source->n_rows, most);
        source->n_rows = 0;
        source->is_broken = true;
    }
}

static bool judge_format(const struct reader *reader)
{
    static const char format[] = "matchday-event/1";
    const struct fields *root = &reader->root;
    const char *found = field_required_text(root, "format", "\"matchday-event/1\"");
    if (!*found || strcmp(found, format) == 0) {
        return true;
    }
    if (strncmp(found, "matchday-schedule/", 18) == 0) {
        return field_error(root, "format",
                           "'%s' is a schedule; expected an event, '%s'",
                           field_shown(reader->arena, found), format);
    }
    return field_error(root, "format", "'%s' is not known; expected '%s'",
                       field_shown(reader->arena, found), format);
}

static void build_slots(struct reader *reader)
{
    struct event *event = reader->event;
    slots_build(reader->arena, event, reader->findings);
    if (event->n_slots > MAX_SLOTS) {
        field_error(&reader->root, "sessions", "make %d slots; expected at most %d",
                    event->n_slots, MAX_SLOTS);
    }
}

static void read_all(struct reader *reader)
{
    event_open_people(reader);
    if (!event_read_head(reader)) {
        return;
    }
    event_read_rules(reader);
    int n_errors = reader->findings->n_errors;
    event_read_sessions(reader);
    build_slots(reader);
    reader->has_all_slots = reader->findings->n_errors == n_errors;
    event_read_participants(reader);
    event_read_interpreters(reader);
    event_read_rooms(reader);
    event_read_availability(reader);
    event_read_agenda(reader);
    event_read_requests(reader);
    event_read_met_before(reader);
    event_judge_windows(reader);
    event_read_calendars(reader);
    event_read_locks(reader);
    ids_tell_readings(&reader->participant_entities.ids, reader->arena,
                      reader->findings);
    ids_tell_readings(&reader->room_entities.ids, reader->arena, reader->findings);
}

static const char an_event[] =
    "an event is a folder with event.json, or that file; its tables "
    "(participants.csv, requests.csv) lie beside it, named in it";

/* Says of a path at which no file can be read what was expected there. */
static bool refuse_path(struct arena *arena, const char *path, const char *file,
                        struct error *err)
{
    struct arena scratch = *arena;
    const char *folder = folder_of(&scratch, file);
    const char *name = folder[0] != '\0' ? file + strlen(folder) : file;
    name += *name == '/';
    const char *meant = folder_near_name(&scratch, folder, name);
    if (err->code != EXIT_CODE_IO || (meant && strcmp(meant, name) == 0)) {
        return false; /* it is there */
    }
    const char *cause = arena_strdup(&scratch, err->text);
    if (meant) {
        error_set(err, "%s; did you mean '%s'?", cause,
                  file_path(&scratch, folder, meant));
    } else if (strcmp(path, file) != 0) {
        error_set(err, "%s: holds no event.json; %s", path, an_event);
    } else {
        error_set(err, "%s; %s", cause, an_event);
    }
    err->code = EXIT_CODE_IO;
    return false;
}

/* Tables and other files are told apart from an event.json with mistakes. */
static bool is_json(const char *file, const char *bytes)
{
    const char *end = strrchr(file, '.');
    bytes += strncmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    return (end && text_equal_nocase(end, ".json")) ||
           bytes[strspn(bytes, " \t\r\n")] == '{';
}

bool event_read(struct arena *arena, const struct event_input *input,
                struct event *event, struct findings *findings, struct error *err)
{
    const char *path = input->path;
    char *bytes;
    size_t len;
    struct value *root = arena_new(arena, 1, struct value);
    const char *file = file_is_folder(path) ? file_path(arena, path, "event.json")
                                            : arena_strdup(arena, path);
    *event = (struct event){.file = file};
    if (!file_read(arena, file, &bytes, &len, err)) {
        return refuse_path(arena, path, file, err);
    }
    if (!is_json(file, bytes)) {
        findings_add(findings, SEVERITY_ERROR, (struct place){.file = file},
                     "is no event; %s", an_event);
        return true;
    }
    if (!json_parse_value(arena, file, bytes, len, root, findings)) {
        return true;
    }
    struct reader reader = {
        .arena = arena,
        .findings = findings,
        .event = event,
        .folder = folder_of(arena, file),
        .encodings = &input->encodings,
        .root = {.arena = arena,
                 .findings = findings,
                 .object = root,
                 .place = {.file = file, .line = root->line}},
    };
    if (root->kind != VALUE_OBJECT) {
        findings_add(findings, SEVERITY_ERROR, reader.root.place,
                     "found %s; expected an object with the event",
                     value_kind_name(root->kind));
        return true;
    }
    if (judge_format(&reader)) {
        event_trim_ids(&reader, root);
        field_names_judge(names, &reader.root);
        read_all(&reader);
    }
    return true;
}
