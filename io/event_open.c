/* Opens the lists of an event, wherever their rows stand. */

#include <string.h>

#include "io/csv_table.h"
#include "io/event_parts.h"
#include "io/file.h"
#include "io/folder.h"

bool event_is_plain_file_name(const char *name)
{
    return !strchr(name, '/') && !strchr(name, '\\') && strcmp(name, ".") != 0 &&
           strcmp(name, "..") != 0 && !text_has_controls(name) &&
           name[strcspn(name, "\n\t")] == '\0';
}

/* The table begins with its header (event_tables_trim()). */
static bool open_table(struct reader *reader, struct source *source,
                       const struct table *table)
{
    struct table_rows rows;
    source->is_csv = true;
    source->at.place = (struct place){.file = table->file, .sheet = table->sheet};
    if (table->is_unread) {
        return false;
    }
    bool ok = table_to_rows(reader->arena, table, &rows, reader->findings);
    struct columns *columns = arena_new(reader->arena, 1, struct columns);
    *columns = (struct columns){.name = rows.columns, .line = rows.rows.line};
    source->row = rows.rows.item;
    source->n_rows = rows.rows.n_items;
    source->at.columns = source->columns = columns;
    event_read_columns(source);
    return ok && !source->is_broken;
}

/* The rows of the CSV file that event.json names. */
static bool open_csv(struct reader *reader, struct source *source, const char *file)
{
    struct table table;
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
    bool is_split = csv_split(reader->arena, path, text.bytes, text.len, &table,
                              reader->findings);
    if (!is_split && table.n_rows == 0) {
        return false;
    }
    return open_table(reader, source,
                      event_tables_trim(reader->arena, source->list, &table,
                                        reader->findings)) &&
           is_split;
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

const struct table *event_find_table(const struct reader *reader, enum list list)
{
    const struct table *table = reader->tables ? reader->tables->table[list] : NULL;
    bool is_optional = list == LIST_ROOMS || list == LIST_INTERPRETERS;
    return table && is_optional && table->n_rows < 2 && !table->is_unread ? NULL
                                                                          : table;
}

void event_open_list(struct reader *reader, struct source *source, const char *name,
                     const char *what, int most)
{
    const struct value *value = field_find(&reader->root, name);
    *source = (struct source){.name = name, .what = what, .at = reader->root};
    source->list = list_of(name);
    source->id_from = name_columns(source->list);
    const struct table *table = event_find_table(reader, source->list);
    if (!value && !table) {
        return;
    }
    source->is_given = true;
    source->at.place = field_place(&reader->root, name);
    if (table) {
        source->is_broken = !open_table(reader, source, table);
    } else if (value->kind == VALUE_TEXT) {
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
