#include "io/fields.h"

#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include "scheduler/base/phrase.h"

static bool is_text(const struct value *value)
{
    return value->kind == VALUE_TEXT || value->kind == VALUE_CELL;
}

const struct value *field_find(const struct fields *fields, const char *key)
{
    const struct value *value = value_find(fields->object, key);
    if (!value || value->kind == VALUE_NULL || (is_text(value) && !*value->text)) {
        return NULL;
    }
    return value;
}

struct place field_place(const struct fields *fields, const char *key)
{
    const struct value *value = value_find(fields->object, key);
    struct place place = fields->place;
    if (value) {
        place.line = value->line;
        place.column = value->column;
    }
    place.field = fields->place.field ? arena_printf(fields->arena, "%s.%s",
                                                     fields->place.field, key)
                                      : arena_strdup(fields->arena, key);
    if (fields->columns) {
        place.column = strings_find(&fields->columns->name, key) + 1;
        if (fields->columns->to_heading && strcmp(key, "to") == 0) {
            place.field = fields->columns->to_heading;
        }
    }
    return place;
}

bool field_error(const struct fields *fields, const char *key, const char *format,
                 ...)
{
    va_list args;
    va_start(args, format);
    const char *text = arena_vprintf(fields->arena, phrase(format), args);
    va_end(args);
    return findings_add(fields->findings, SEVERITY_ERROR, field_place(fields, key),
                        "%s", text);
}

bool field_warning(const struct fields *fields, const char *key, const char *format,
                   ...)
{
    va_list args;
    va_start(args, format);
    const char *text = arena_vprintf(fields->arena, phrase(format), args);
    va_end(args);
    return findings_add(fields->findings, SEVERITY_WARNING,
                        field_place(fields, key), "%s", text);
}

const char *field_shown(struct arena *arena, const char *text)
{
    enum { MOST = 80 };
    size_t len = strlen(text), shown = 0;
    if (len <= MOST) {
        return text;
    }
    while (shown < MOST) {
        size_t step = text_utf8_length(text + shown, len - shown);
        shown += step > 0 ? step : 1;
    }
    return arena_printf(arena, "%.*s...", (int)shown, text);
}

static const char *describe(struct arena *arena, const struct value *value)
{
    switch (value->kind) {
    case VALUE_BOOL:
        return value->truth ? "true" : "false";
    case VALUE_NUMBER:
        return arena_printf(arena, "%.15g", value->number);
    case VALUE_TEXT:
        return arena_printf(arena, phrase("the text '%s'"),
                            field_shown(arena, value->text));
    case VALUE_CELL:
        return arena_printf(arena, phrase("'%s'"), field_shown(arena, value->text));
    case VALUE_NULL:
    case VALUE_LIST:
    case VALUE_OBJECT:
        break;
    }
    return value_kind_name(value->kind);
}

bool field_refuse(const struct fields *fields, const char *key,
                  const struct value *found, const char *expected)
{
    return field_error(fields, key, "found %s; expected %s",
                       describe(fields->arena, found), phrase(expected));
}

/* "'御社名', 'Memo'" */
static const char *list_unused(struct arena *arena, const struct strings *unused)
{
    enum { MOST = 12 };
    const char *list = "";
    for (int k = 0; k < unused->n && k < MOST; k++) {
        list = arena_printf(arena, "%s%s%s", list, k > 0 ? phrase(", ") : "",
                            arena_printf(arena, phrase("'%s'"),
                                         field_shown(arena, unused->text[k])));
    }
    return unused->n > MOST ? arena_printf(arena, "%s, …", list) : list;
}

static bool refuse_no_column(const struct fields *fields, const char *key,
                             const char *expected)
{
    const struct strings *unused = &fields->columns->unused;
    struct place header = field_place(fields, key);
    header.line = fields->columns->line;
    if (unused->n == 0) {
        return findings_add(fields->findings, SEVERITY_ERROR, header,
                            "there is no such column; expected one with %s",
                            phrase(expected));
    }
    const char *meant = near_word(key, unused->text, unused->n);
    const char *list = list_unused(fields->arena, unused);
    if (meant) {
        return findings_add(fields->findings, SEVERITY_ERROR, header,
                            "there is no such column; expected one with %s; these "
                            "were not recognised: %s; is it '%s'?",
                            phrase(expected), list,
                            field_shown(fields->arena, meant));
    }
    return findings_add(fields->findings, SEVERITY_ERROR, header,
                        "there is no such column; expected one with %s; these were "
                        "not recognised: %s",
                        phrase(expected), list);
}

bool field_missing(const struct fields *fields, const char *key,
                   const char *expected)
{
    const struct columns *columns = fields->columns;
    if (!columns || strings_find(&columns->name, key) >= 0) {
        return field_error(fields, key, "is missing; expected %s",
                           phrase(expected));
    }
    return refuse_no_column(fields, key, expected);
}

/* Spreadsheets on Windows break lines inside a cell with CRLF. */
static const char *without_cr(struct arena *arena, const char *text)
{
    if (!strstr(text, "\r\n")) {
        return text;
    }
    char *copy = arena_strdup(arena, text), *to = copy;
    for (const char *from = copy; *from; from++) {
        if (from[0] != '\r' || from[1] != '\n') {
            *to++ = *from;
        }
    }
    *to = '\0';
    return copy;
}

static const char *read_text(const struct fields *fields, const char *key,
                             const struct value *value)
{
    const char *text = without_cr(fields->arena, value->text);
    if (strlen(text) > FIELD_MAX_BYTES) {
        field_error(fields, key, "has %zu bytes; expected at most %d, shorten it",
                    strlen(text), FIELD_MAX_BYTES);
        return "";
    }
    if (text_has_controls(text)) {
        field_error(fields, key,
                    "'%s' has control characters; expected text without them",
                    field_shown(fields->arena, text));
        return "";
    }
    return text;
}

const char *field_text(const struct fields *fields, const char *key)
{
    const struct value *value = field_find(fields, key);
    if (!value) {
        return "";
    }
    if (!is_text(value)) {
        field_refuse(fields, key, value, "a text");
        return "";
    }
    return read_text(fields, key, value);
}

const char *field_required_text(const struct fields *fields, const char *key,
                                const char *expected)
{
    if (!field_find(fields, key)) {
        field_missing(fields, key, expected);
    }
    return field_text(fields, key);
}

/* "20", "-1" and "20.0" as spreadsheets write them; false for anything else. */
static bool parse_number(const char *text, double *number)
{
    enum { MOST_DIGITS = 15 };
    int n = 0;
    bool negative = *text == '-';
    text += negative;
    *number = 0;
    for (; *text >= '0' && *text <= '9'; text++, n++) {
        *number = *number * 10 + (*text - '0');
    }
    if (n == 0 || n > MOST_DIGITS) {
        return false;
    }
    if (*text == '.' && text[1] == '0') {
        text++;
        text += strspn(text, "0");
    }
    *number = negative ? -*number : *number;
    return *text == '\0';
}

int field_int(const struct fields *fields, const char *key, int min, int max,
              int fallback)
{
    const struct value *value = field_find(fields, key);
    if (!value) {
        return fallback;
    }
    double number = value->number;
    bool ok = value->kind == VALUE_NUMBER ||
              (value->kind == VALUE_CELL && parse_number(value->text, &number));
    if (!ok || !(number >= min && number <= max) || number != (double)(int)number) {
        field_refuse(fields, key, value,
                     arena_printf(fields->arena,
                                  phrase("a whole number from %d to %d"), min,
                                  max));
        return fallback;
    }
    return (int)number;
}

bool field_bool(const struct fields *fields, const char *key)
{
    static const char *const word[] = {"no", "yes", "false", "true", "0", "1"};
    const struct value *value = field_find(fields, key);
    if (!value) {
        return false;
    }
    if (value->kind == VALUE_BOOL) {
        return value->truth;
    }
    for (int k = 0; k < 6 && value->kind == VALUE_CELL; k++) {
        if (text_equal_nocase(value->text, word[k])) {
            return k % 2 == 1;
        }
    }
    return field_refuse(fields, key, value,
                        value->kind == VALUE_CELL ? "yes or no" : "true or false");
}

static bool add_item(const struct fields *fields, const char *key,
                     const struct value *item, struct strings *list)
{
    if (item->kind != VALUE_TEXT || !*item->text) {
        return field_error(fields, key, "has %s in the list; expected texts",
                           item->kind == VALUE_TEXT
                               ? phrase("an empty text")
                               : describe(fields->arena, item));
    }
    list->text[list->n++] = read_text(fields, key, item);
    return true;
}

struct strings field_strings(const struct fields *fields, const char *key)
{
    const struct value *value = field_find(fields, key);
    struct strings list = {0};
    if (!value) {
        return list;
    }
    if (value->kind == VALUE_CELL) {
        const char *text = read_text(fields, key, value);
        return text_split(fields->arena, text, ';');
    }
    if (value->kind != VALUE_LIST) {
        field_refuse(fields, key, value, "a list of texts");
        return list;
    }
    list.text = arena_new(fields->arena, value->n_items, const char *);
    for (int k = 0; k < value->n_items; k++) {
        add_item(fields, key, &value->item[k], &list);
    }
    return list;
}

struct strings field_set(const struct fields *fields, const char *key)
{
    struct strings list = field_strings(fields, key);
    strings_sort_once(&list);
    return list;
}

int field_word(const struct fields *fields, const char *key,
               const char *const *word, int n, int fallback)
{
    const struct value *value = field_find(fields, key);
    if (!value) {
        return fallback;
    }
    for (int k = 0; k < n && is_text(value); k++) {
        if (strcmp(value->text, word[k]) == 0) {
            return k;
        }
    }
    const char *meant = is_text(value) ? near_word(value->text, word, n) : NULL;
    const char *all = phrase_list(fields->arena, word, n, "'%s'", " or ");
    if (meant) {
        field_error(fields, key, "found %s; did you mean '%s'? Expected %s",
                    describe(fields->arena, value), meant, all);
    } else {
        field_refuse(fields, key, value, all);
    }
    return fallback;
}

static const struct value nothing = {.kind = VALUE_OBJECT};

bool field_object(const struct fields *fields, const char *key,
                  struct fields *inner)
{
    const struct value *value = field_find(fields, key);
    *inner = *fields;
    inner->object = &nothing;
    inner->place = field_place(fields, key);
    if (!value) {
        return false;
    }
    if (value->kind != VALUE_OBJECT) {
        return field_refuse(fields, key, value, "an object");
    }
    inner->object = value;
    return true;
}

int field_objects(const struct fields *fields, const char *key,
                  struct fields **inner)
{
    const struct value *value = field_find(fields, key);
    int n = 0;
    *inner = NULL;
    if (!value) {
        return 0;
    }
    if (value->kind != VALUE_LIST) {
        field_refuse(fields, key, value, "a list of objects");
        return 0;
    }
    struct place place = field_place(fields, key);
    *inner = arena_new(fields->arena, value->n_items, struct fields);
    for (int k = 0; k < value->n_items; k++) {
        const struct value *item = &value->item[k];
        struct place at = {
            .file = place.file,
            .line = item->line,
            .field = arena_printf(fields->arena, "%s[%d]", place.field, k),
            .sheet = place.sheet,
            .column = place.column};
        if (item->kind != VALUE_OBJECT) {
            findings_add(fields->findings, SEVERITY_ERROR, at,
                         "found %s; expected an object",
                         describe(fields->arena, item));
            continue;
        }
        (*inner)[n++] = (struct fields){.arena = fields->arena,
                                        .findings = fields->findings,
                                        .object = item,
                                        .place = at};
    }
    return n;
}
