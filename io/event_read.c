/* An event is read in steps: ids first, so that references become indices at once;
 * then what others depend on: zones, rules, sessions with their slots. Each step goes on whatever an earlier one found. */

#include "io/event_read.h"

#include <string.h>
#include <sys/stat.h>

#include "io/event_parts.h"
#include "io/event_settings.h"
#include "io/file.h"
#include "io/folder.h"
#include "io/json_value.h"
#include "io/xlsx_read.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"
#include "scheduler/model/slot.h"

static const char *const names[] = {
    "format",       "event",        "sessions",     "agenda",    "rooms",
    "interpreters", "participants", "availability", "requests",  "locks",
    "met_before",   "rules",        "weights",      "objective", NULL};

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
    reader->has_all_slots &= reader->findings->n_errors == n_errors;
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

static const char an_event[] = PHRASE(
    "an event is a workbook (.xlsx), or a folder with event.json, or that file, "
    "its "
    "tables (participants.csv, requests.csv) beside it and named in it; or a "
    "folder "
    "of tables alone, with event.csv and sessions.csv among them");

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
        error_set(err, "%s: holds neither event.json nor event.csv; %s", path,
                  phrase(an_event));
    } else {
        error_set(err, "%s; %s", cause, phrase(an_event));
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

static struct reader reader_of(struct arena *arena, const struct event_input *input,
                               struct event *event, const struct value *root,
                               struct findings *findings)
{
    return (struct reader){
        .arena = arena,
        .findings = findings,
        .event = event,
        .folder = folder_of(arena, event->file),
        .encodings = &input->encodings,
        .forgives_locks = input->forgives_locks,
        .root = {.arena = arena,
                 .findings = findings,
                 .object = root,
                 .place = {.file = event->file, .line = root->line}},
    };
}

static void read_json(struct reader *reader, struct value *root)
{
    if (root->kind != VALUE_OBJECT) {
        findings_add(reader->findings, SEVERITY_ERROR, reader->root.place,
                     "found %s; expected an object with the event",
                     value_kind_name(root->kind));
    } else if (judge_format(reader)) {
        event_trim_ids(reader, root);
        field_names_judge_settings(names, &reader->root);
        read_all(reader);
    }
}

/* An event without event.json. */
static void read_tables(struct arena *arena, const struct event_input *input,
                        struct event *event, struct event_tables *tables,
                        struct findings *findings)
{
    static const struct value nothing = {.kind = VALUE_OBJECT, .line = 1};
    const struct table *table = tables->table[LIST_EVENT];
    if (table && table->is_unread) {
        return; /* whatever follows would follow from that */
    }
    struct value *root = arena_new(arena, 1, struct value);
    *root = table ? event_settings(arena, table, findings) : nothing;
    struct reader reader = reader_of(arena, input, event, root, findings);
    for (int list = LIST_EVENT + 1; list < N_LISTS; list++) {
        if (tables->table[list]) {
            tables->table[list] = event_tables_trim(arena, (enum list)list,
                                                    tables->table[list], findings);
        }
    }
    reader.tables = tables;
    reader.root.place.line = 0;
    reader.settings_sheet = table ? table->sheet : NULL;
    if (!table) {
        findings_add(findings, SEVERITY_ERROR, reader.root.place,
                     "has no sheet 'Event'; expected one with the event's id, name "
                     "and time_zone; 'matchday init' makes an empty workbook");
    }
    read_all(&reader);
}

/* The folder's table of the event, where there is no event.json. */
static const char *find_event_table(struct arena *arena, const char *path,
                                    const struct error *err)
{
    const char *file = file_path(arena, path, "event.json");
    struct stat status;
    return err->code == EXIT_CODE_IO && file_is_folder(path) &&
                   lstat(file, &status) != 0
               ? event_tables_find(arena, path, LIST_EVENT)
               : NULL;
}

/* Not those that spreadsheet programs leave while one is open. */
static const char *only_book(struct arena *arena, const char *folder)
{
    struct strings paths;
    struct error ignored;
    const char *found = NULL;
    if (!folder_files(arena, folder, ".xlsx", &paths, &ignored)) {
        return NULL;
    }
    for (int k = 0; k < paths.n; k++) {
        const char *slash = strrchr(paths.text[k], '/');
        bool is_open = strncmp(slash ? slash + 1 : paths.text[k], "~$", 2) == 0;
        if (!is_open && found) {
            return NULL;
        }
        found = is_open ? found : paths.text[k];
    }
    return found;
}

const char *event_find_book(struct arena *arena, const char *path)
{
    struct stat status;
    if (!file_is_folder(path) ||
        lstat(file_path(arena, path, "event.json"), &status) == 0 ||
        event_tables_find(arena, path, LIST_EVENT)) {
        return path;
    }
    const char *book = only_book(arena, path);
    return book ? book : path;
}

static bool is_event_table(struct arena scratch, const char *file)
{
    const char *folder = folder_of(&scratch, file);
    const char *found = event_tables_find(&scratch, folder, LIST_EVENT);
    const char *slash = found ? strrchr(found, '/') : NULL;
    const char *own = strrchr(file, '/');
    return slash && strcmp(slash + 1, own ? own + 1 : file) == 0;
}

static bool read_folder(struct arena *arena, const struct event_input *input,
                        struct event *event, struct findings *findings,
                        struct error *err)
{
    struct event_tables tables;
    if (!event_tables_of_folder(arena, folder_of(arena, event->file),
                                &input->encodings, &tables, findings, err)) {
        return false;
    }
    read_tables(arena, input, event, &tables, findings);
    return true;
}

bool event_read(struct arena *arena, const struct event_input *input,
                struct event *event, struct findings *findings, struct error *err)
{
    const char *path = event_find_book(arena, input->path);
    char *bytes;
    size_t len;
    struct value *root = arena_new(arena, 1, struct value);
    const char *file = file_is_folder(path) ? file_path(arena, path, "event.json")
                                            : arena_strdup(arena, path);
    *event = (struct event){.file = file};
    if (!file_read(arena, file, &bytes, &len, err)) {
        const char *table = find_event_table(arena, path, err);
        if (table) {
            event->file = table;
            return read_folder(arena, input, event, findings, err);
        }
        return refuse_path(arena, path, file, err);
    }
    if (xlsx_is_archive(bytes, len)) {
        struct event_tables tables;
        struct file_bytes book = {bytes, len};
        if (event_tables_of_book(arena, file, book, &tables, findings)) {
            read_tables(arena, input, event, &tables, findings);
        }
        return true;
    }
    if (!is_json(file, bytes)) {
        if (is_event_table(*arena, file)) {
            return read_folder(arena, input, event, findings, err);
        }
        findings_add(findings, SEVERITY_ERROR, (struct place){.file = file},
                     "is no event; %s", phrase(an_event));
        return true;
    }
    if (json_parse_value(arena, file, bytes, len, root, findings)) {
        struct reader reader = reader_of(arena, input, event, root, findings);
        read_json(&reader, root);
    }
    return true;
}
