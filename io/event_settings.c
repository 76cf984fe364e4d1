#include "io/event_settings.h"

#include <stdlib.h>
#include <string.h>

#include "io/careful.h"
#include "io/derived_id.h"
#include "io/unicode.h"
#include "scheduler/base/text.h"

struct settings {
    struct arena *arena;
    const struct table *table;
    struct findings *findings;
    int column; /* of the value in hand, from 1 */
    struct value event, organizer, organizers, rules, weights, root;
};

/* Objects have room for every row. */
static struct value object(struct settings *settings, const char *key, int most)
{
    struct value value = {.kind = VALUE_OBJECT, .line = 1, .key = key};
    value.item = arena_new(settings->arena, most, struct value);
    return value;
}

static bool is_number(const char *text)
{
    return *text && text[strspn(text, "0123456789")] == '\0' && strlen(text) < 10;
}

static struct value cell(const char *key, const char *text, int line)
{
    return (struct value){
        .kind = VALUE_CELL, .line = line, .text = text, .key = key};
}

static void put(struct value *object, struct value value)
{
    object->item[object->n_items++] = value;
}

/* The number that a cell says. */
static struct value number(struct value from)
{
    from.kind = VALUE_NUMBER;
    from.number = (double)strtol(from.text, NULL, 10);
    return from;
}

/* "1;2;4;8;16" */
static struct value numbers(struct settings *settings, struct value from)
{
    struct strings part = text_split(settings->arena, from.text, ';');
    struct value list = from;
    list.kind = VALUE_LIST;
    list.item = arena_new(settings->arena, part.n, struct value);
    for (int k = 0; k < part.n; k++) {
        if (!is_number(part.text[k])) {
            return from; /* which its reader refuses */
        }
        list.item[list.n_items++] = number(cell(NULL, part.text[k], from.line));
    }
    return list;
}

/* Where the first word begins that is a clock time as far as a dash: "09:00-18:00". */
static const char *find_clock(const char *text)
{
    const char *at = text;
    while (*at) {
        size_t digits = strspn(at, "0123456789");
        if (digits > 0 && (at[digits] == ':' || at[digits] == '-')) {
            return at;
        }
        at += strcspn(at, " ");
        at += strspn(at, " ");
    }
    return text;
}

/* "JP 09:00-18:00 = 0" as an object; false if it is nothing like that. */
static bool read_hours(struct settings *settings, const char *text, int line,
                       struct value *hours)
{
    struct arena *arena = settings->arena;
    const char *from = find_clock(text);
    size_t side = (size_t)(from - text);
    const char *dash = strchr(from, '-'), *equal = strrchr(from, '=');
    if (!dash || !equal || equal < dash) {
        return false;
    }
    *hours = object(settings, NULL, 4);
    hours->line = line;
    put(hours, cell("from", text_trim(arena, from, (size_t)(dash - from)), line));
    put(hours,
        cell("to", text_trim(arena, dash + 1, (size_t)(equal - dash - 1)), line));
    put(hours, cell("cost", text_trim(arena, equal + 1, strlen(equal + 1)), line));
    if (side > 0) {
        put(hours, cell("side", text_trim(arena, text, side), line));
    }
    return true;
}

/* "09:00-18:00=0; 08:00-19:00=1; JP 07:00-21:00=3" */
static struct value all_hours(struct settings *settings, struct value from)
{
    struct strings part = text_split(settings->arena, from.text, ';');
    struct value list = from;
    list.kind = VALUE_LIST;
    list.item = arena_new(settings->arena, part.n, struct value);
    for (int k = 0; k < part.n; k++) {
        if (!read_hours(settings, part.text[k], from.line,
                        &list.item[list.n_items++])) {
            return from;
        }
    }
    return list;
}

static void put_rule(struct settings *settings, const char *field,
                     struct value value)
{
    if (strcmp(field, "social_hours") == 0) {
        value = all_hours(settings, value);
    } else if (strcmp(field, "social_hours_otherwise") == 0) {
        value.kind = VALUE_TEXT;
        value = is_number(value.text) ? number(value) : value;
    }
    put(&settings->rules, value);
}

/* "Organizer (JP)", "主催者メール JP": a setting of the organiser with a side behind it,
 * or NULL. */
static const struct heading *find_side_setting(struct arena *arena,
                                               const char *name, const char **side)
{
    static const char marks[] = " ()[]:/";
    const struct heading *found = NULL;
    const char *text = unicode_compatible(arena, name);
    for (size_t n = strcspn(text, marks); text[n];
         n += 1 + strcspn(text + n + 1, marks)) {
        const struct heading *heading =
            heading_find(*arena, LIST_EVENT, arena_strndup(arena, text, n));
        const char *rest = text + n + strspn(text + n, marks);
        size_t len = strlen(rest);
        while (len > 0 && strchr(marks, rest[len - 1])) {
            len--;
        }
        if (heading && len > 0 && strncmp(heading->field, "organizer_", 10) == 0) {
            found = heading;
            *side = arena_strndup(arena, rest, len);
        }
    }
    return found;
}

static void put_side_organizer(struct settings *settings, const char *side,
                               struct value value)
{
    struct value *of = (struct value *)value_find(&settings->organizers, side);
    if (!of) {
        put(&settings->organizers, object(settings, side, 2));
        of = &settings->organizers.item[settings->organizers.n_items - 1];
        of->line = value.line;
    }
    put(of, value);
}

/* "max meetings" of "max_meetings", as people write it. */
static const char *spelled(struct arena *arena, const char *field)
{
    char *copy = arena_strdup(arena, field);
    for (char *c = copy; *c; c++) {
        *c = *c == '_' ? ' ' : *c;
    }
    return copy;
}

/* The setting that a name is a slip of the pen for, or NULL. */
static const char *meant_setting(struct arena *arena, const char *name)
{
    const char **known = arena_new(arena, n_headings, const char *);
    int n = 0;
    for (int k = 0; k < n_headings; k++) {
        if (headings[k].list == LIST_EVENT) {
            known[n++] = spelled(arena, headings[k].field);
        }
    }
    return near_word(spelled(arena, text_lower(arena, name)), known, n);
}

static void tell_unknown(struct settings *settings, const char *name, int line)
{
    const char *meant = meant_setting(settings->arena, name);
    struct place place = {.file = settings->table->file,
                          .sheet = settings->table->sheet,
                          .line = line,
                          .column = 1};
    if (meant) {
        findings_add(settings->findings, SEVERITY_WARNING, place,
                     "'%.60s' is no setting and was ignored; did you mean '%s'?",
                     name, meant);
        return;
    }
    findings_add(settings->findings, SEVERITY_WARNING, place,
                 "'%.60s' is no setting and was ignored; expected one such as "
                 "'time zone', 'rooms' or 'max meetings' (a row that begins with # "
                 "is a comment)",
                 name);
}

/* The heading that a name means, or NULL; side is "" unless it is of one. */
static const struct heading *find_setting(struct arena *arena, const char *name,
                                          const char **side)
{
    const struct heading *heading = heading_find(*arena, LIST_EVENT, name);
    *side = "";
    return heading || meant_setting(arena, name)
               ? heading
               : find_side_setting(arena, name, side);
}

/* Tables have no list of rooms here, and name no file of them. */
static void put_rooms(struct settings *settings, struct value value)
{
    if (is_number(value.text)) {
        put(&settings->root, number(value));
        return;
    }
    findings_add(settings->findings, SEVERITY_ERROR,
                 (struct place){.file = settings->table->file,
                                .sheet = settings->table->sheet,
                                .line = value.line,
                                .column = value.column,
                                .field = "rooms"},
                 "found '%s'; expected the number of rooms, such as 5, or a table "
                 "of them",
                 value.text);
}

/* A formula that came to nothing: told, and left out. */
static bool is_wrong(struct settings *settings, const char *name, const char *text,
                     int line)
{
    if (!table_is_error(text)) {
        return false;
    }
    findings_add(settings->findings, SEVERITY_ERROR,
                 (struct place){.file = settings->table->file,
                                .sheet = settings->table->sheet,
                                .line = line,
                                .column = settings->column,
                                .field = name},
                 "shows the error %.20s; expected what was meant", text);
    return true;
}

static void put_setting(struct settings *settings, const char *name,
                        const char *text, int line)
{
    static const char of_event[] =
        "id|name|name_ja|uid_domain|time_zone|display_time_zones|alarm_minutes";
    const char *side;
    const struct heading *heading = find_setting(settings->arena, name, &side);
    if (!heading) {
        tell_unknown(settings, name, line);
        return;
    }
    const char *field = heading->field;
    struct value value =
        cell(field, careful_text(settings->arena, heading, text), line);
    value.column = settings->column;
    if (text_is_one_of(of_event, field)) {
        put(&settings->event, value);
    } else if (strncmp(field, "organizer_", 10) == 0) {
        value.key = field + 10;
        if (*side) {
            put_side_organizer(settings, side, value);
        } else {
            put(&settings->organizer, value);
        }
    } else if (strncmp(field, "weights_", 8) == 0) {
        value.key = field + 8;
        put(&settings->weights,
            strcmp(value.key, "avoid") == 0 ? value : numbers(settings, value));
    } else if (strcmp(field, "objective") == 0) {
        put(&settings->root, value);
    } else if (strcmp(field, "rooms") == 0) {
        put_rooms(settings, value);
    } else {
        put_rule(settings, field, value);
    }
}

static const char *text_at(const struct table_row *row, int c)
{
    return c < row->n_cells ? row->cell[c].text : "";
}

/* True if the first row is names, one beside the other. */
static bool is_lying(const struct settings *settings)
{
    const struct table_row *row = settings->table->row;
    int n = 0;
    for (int c = 0; settings->table->n_rows >= 2 && c < row->n_cells; c++) {
        n += *row->cell[c].text &&
             heading_find(*settings->arena, LIST_EVENT, row->cell[c].text) != NULL;
    }
    return n >= 2 && n == row->n_cells;
}

/* Refuses a name that comes twice, by the field that it means. */
static bool is_new(struct settings *settings, const char *name, int line,
                   const char **seen, int n_seen)
{
    const char *side;
    const struct heading *heading = find_setting(settings->arena, name, &side);
    const char *field =
        !heading ? name
        : *side  ? arena_printf(settings->arena, "%s (%s)", heading->field, side)
                 : heading->field;
    for (int k = 0; k < n_seen; k++) {
        if (strcmp(seen[k], field) == 0) {
            return findings_add(settings->findings, SEVERITY_ERROR,
                                (struct place){.file = settings->table->file,
                                               .sheet = settings->table->sheet,
                                               .line = line,
                                               .column = 1,
                                               .field = field},
                                "stands here a second time; expected it once");
        }
    }
    seen[n_seen] = field;
    return true;
}

static void put_pair(struct settings *settings, const char *name, const char *text,
                     int line, const char **seen, int *n_seen)
{
    if (*name && *text && is_new(settings, name, line, seen, *n_seen)) {
        (*n_seen)++;
        if (!is_wrong(settings, name, text, line)) {
            put_setting(settings, name, text, line);
        }
    }
}

static void read_rows(struct settings *settings, const char **seen)
{
    static const char heads[] =
        "Field|Item|Setting|Name|項目|設定|Champ|Field / 項目|Item / 項目";
    const struct table *table = settings->table;
    int n_seen = 0;
    if (is_lying(settings)) {
        for (int c = 0; c < table->row[0].n_cells; c++) {
            settings->column = c + 1;
            put_pair(settings, text_at(&table->row[0], c),
                     text_at(&table->row[1], c), table->row[1].line, seen, &n_seen);
        }
        return;
    }
    settings->column = 2;
    for (int r = 0; r < table->n_rows; r++) {
        const char *name = text_at(&table->row[r], 0);
        bool is_head = r == 0 && text_is_one_of(heads, name) &&
                       text_is_one_of("Value|値|内容|Valeur|Value / 値",
                                      text_at(&table->row[r], 1));
        if (!is_head && name[0] != '#') {
            put_pair(settings, name, text_at(&table->row[r], 1), table->row[r].line,
                     seen, &n_seen);
        }
    }
}

/* An event without id is called after its name. */
static void make_id(struct settings *settings)
{
    const struct value *name = value_find(&settings->event, "name");
    if (value_find(&settings->event, "id") || !name) {
        return;
    }
    const char *id = derived_id(settings->arena, name->text);
    findings_add(
        settings->findings, SEVERITY_NOTE,
        (struct place){.file = settings->table->file,
                       .sheet = settings->table->sheet,
                       .line = name->line,
                       .field = "event.id"},
        "is missing; the event is called '%s' after its name; leave it once "
        "calendars were sent",
        id);
    put(&settings->event, cell("id", id, name->line));
}

struct value event_settings(struct arena *arena, const struct table *table,
                            struct findings *findings)
{
    struct settings settings = {
        .arena = arena, .table = table, .findings = findings};
    int most = table->n_rows + 8;
    for (int r = 0; r < table->n_rows; r++) {
        most += table->row[r].n_cells;
    }
    settings.root = object(&settings, NULL, most);
    settings.event = object(&settings, "event", most);
    settings.organizer = object(&settings, "organizer", most);
    settings.organizers = object(&settings, "organizers", most);
    settings.rules = object(&settings, "rules", most);
    settings.weights = object(&settings, "weights", most);
    read_rows(&settings, arena_new(arena, most, const char *));
    make_id(&settings);
    if (settings.organizer.n_items > 0) {
        put(&settings.event, settings.organizer);
    }
    if (settings.organizers.n_items > 0) {
        put(&settings.event, settings.organizers);
    }
    put(&settings.root, settings.event);
    put(&settings.root, settings.rules);
    put(&settings.root, settings.weights);
    return settings.root;
}
