/* One pass over the lines. The open components are a list from the outermost to the
 * innermost, at most ICS_MAX_DEPTH. A line is unfolded into memory that is given
 * back if nobody wants its property. */

#include "io/ics_tree.h"

#include <string.h>

#include "scheduler/base/buf.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"

struct tree_reader {
    struct arena *arena;
    const struct ics_source *source;
    const char *const *wanted;
    struct findings *findings;
    const char *at, *end;
    char line_end; /* '\n', or '\r' in a file whose first line ends so */
    int line;      /* of the next physical line */
    struct ics_component *open[ICS_MAX_DEPTH + 1]; /* [0] is the root */
    int depth;
    bool has_begun; /* there was a BEGIN */
};

/* Some of a line for a message. */
static const char *shown(struct arena *arena, const char *text)
{
    enum { MOST = 40 };
    size_t len = strlen(text), n = 0;
    while (n < len && n < MOST) {
        size_t step = text_utf8_length(text + n, len - n);
        n += step > 0 ? step : 1;
    }
    return n < len ? arena_printf(arena, "%.*s…", (int)n, text) : text;
}

static bool is_name_char(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/* True if the CR at `at` ends a line: before LF, before the CR of CR CR LF (libical
 * 3.0.16 writes that), in files of old Macintoshes, and where a property seems to
 * begin behind it. Else it is a stray one, inside a text. */
static bool is_line_end(const struct tree_reader *reader, const char *at)
{
    const char *next = at + 1;
    if (reader->line_end == '\r' || next == reader->end || *next == '\n' ||
        *next == '\r' || *next == ' ' || *next == '\t') {
        return true;
    }
    const char *stop = next;
    while (stop < reader->end && is_name_char(*stop)) {
        stop++;
    }
    return stop > next && stop < reader->end && (*stop == ':' || *stop == ';');
}

/* The end of the physical line at `at`, without what ends it; *behind is the next
 * one. */
static const char *physical_end(const struct tree_reader *reader, const char *at,
                                const char **behind)
{
    while (at < reader->end && *at != '\n' &&
           (*at != '\r' || !is_line_end(reader, at))) {
        at++;
    }
    const char *end = at;
    if (reader->line_end == '\n') {
        while (at + 1 < reader->end && *at == '\r' && at[1] == '\r') {
            at++;
        }
    }
    if (at + 1 < reader->end && *at == '\r' && at[1] == '\n') {
        at++;
    }
    *behind = at < reader->end ? at + 1 : at;
    return end;
}

/* The next content line, unfolded; NULL at the end. */
static const char *next_line(struct tree_reader *reader, int *line)
{
    struct buf buf;
    buf_init(&buf, reader->arena);
    if (reader->at == reader->end) {
        return NULL;
    }
    *line = reader->line;
    do {
        const char *behind;
        const char *end = physical_end(reader, reader->at, &behind);
        bool is_folded = reader->line > *line;
        buf_add(&buf, reader->at + is_folded,
                end > reader->at + is_folded
                    ? (size_t)(end - reader->at) - is_folded
                    : 0);
        reader->at = behind;
        reader->line++;
    } while (reader->at < reader->end &&
             (*reader->at == ' ' || *reader->at == '\t'));
    buf_add_text(&buf, "");
    return buf.data;
}

static size_t name_length(const char *text)
{
    size_t n = 0;
    while (is_name_char(text[n])) {
        n++;
    }
    return n;
}

static char *upper(struct arena *arena, const char *text, size_t len)
{
    char *copy = arena_strndup(arena, text, len);
    for (char *c = copy; *c; c++) {
        *c = *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c;
    }
    return copy;
}

/* One value of a parameter, in quotes or not; steps behind it. */
static bool read_value(const char **at, struct buf *value)
{
    if (**at != '"') {
        size_t len = strcspn(*at, ";:,\"");
        buf_add(value, *at, len);
        *at += len;
        return **at != '"' && **at != '\0';
    }
    size_t len = strcspn(*at + 1, "\"");
    buf_add(value, *at + 1, len);
    *at += 1 + len;
    if (**at != '"') {
        return false;
    }
    (*at)++;
    return **at == ';' || **at == ':' || **at == ',';
}

/* Reads ";NAME=value,value" as often as it stands there; false if it is broken. */
static bool read_parameters(struct arena *arena, const char **at,
                            struct ics_property *property)
{
    int capacity = 0;
    while (**at == ';') {
        struct buf value;
        buf_init(&value, arena);
        buf_add_text(&value, "");
        size_t len = name_length(++*at);
        struct ics_parameter parameter = {.name = upper(arena, *at, len)};
        *at += len;
        if (len == 0 || *(*at)++ != '=' || !read_value(at, &value)) {
            return false;
        }
        while (**at == ',') {
            (*at)++;
            buf_add_char(&value, ',');
            if (!read_value(at, &value)) {
                return false;
            }
        }
        parameter.value = value.data;
        property->parameter =
            arena_grow(arena, property->parameter, property->n_parameters,
                       &capacity, sizeof parameter);
        property->parameter[property->n_parameters++] = parameter;
    }
    return **at == ':';
}

/* Adds an error; and stops reading where what follows would only repeat it. */
static void refuse(struct tree_reader *reader, int line, bool stops,
                   const char *text)
{
    findings_add(reader->findings, SEVERITY_ERROR,
                 (struct place){.file = reader->source->file, .line = line}, "%s",
                 text);
    if (stops) {
        reader->at = reader->end;
        reader->depth = 0;
    }
}

static void begin(struct tree_reader *reader, const char *name, int line)
{
    bool is_calendar = strcmp(name, "VCALENDAR") == 0;
    if (reader->depth == ICS_MAX_DEPTH) {
        refuse(
            reader, line, true,
            phrase(
                "components are nested more than 16 deep; expected a calendar such "
                "as a calendar program writes"));
        return;
    }
    if (is_calendar != (reader->depth == 0)) {
        refuse(reader, line, true,
               phrase(is_calendar
                          ? "found BEGIN:VCALENDAR inside a component; expected "
                            "the END of what was begun before"
                          : "found a component outside of any calendar; expected "
                            "BEGIN:VCALENDAR before it"));
        return;
    }
    struct ics_component *parent = reader->open[reader->depth];
    struct ics_component *child = arena_new(reader->arena, 1, struct ics_component);
    *child = (struct ics_component){.name = name, .line = line};
    if (parent->last) {
        parent->last->next = child;
    } else {
        parent->first = child;
    }
    parent->last = child;
    reader->open[++reader->depth] = child;
}

static void end(struct tree_reader *reader, const char *name, int line)
{
    const struct ics_component *open = reader->open[reader->depth];
    if (reader->depth > 0 && strcmp(open->name, name) == 0) {
        reader->depth--;
        return;
    }
    const char *expected =
        reader->depth > 0
            ? arena_printf(reader->arena, phrase("END:%s, begun on line %d"),
                           shown(reader->arena, open->name), open->line)
            : phrase("BEGIN:VCALENDAR before it");
    refuse(reader, line, true,
           arena_printf(reader->arena, phrase("found END:%s; expected %s"),
                        shown(reader->arena, name), expected));
}

static const char *find_wanted(const struct tree_reader *reader, const char *text,
                               size_t len)
{
    struct arena scratch = *reader->arena;
    const char *name = upper(&scratch, text, len);
    for (const char *const *wanted = reader->wanted; *wanted; wanted++) {
        if (strcmp(*wanted, name) == 0) {
            return *wanted;
        }
    }
    return NULL;
}

static void refuse_line(struct tree_reader *reader, const char *text, int line)
{
    const char *expected =
        reader->has_begun
            ? phrase("a property such as 'DTSTART:20210518T090000Z', or a blank in "
                     "front of the line if it goes on from the one before")
            : phrase("an iCalendar file, which begins with BEGIN:VCALENDAR");
    refuse(reader, line, !reader->has_begun,
           arena_printf(reader->arena, phrase("found '%s'; expected %s"),
                        shown(reader->arena, text), expected));
}

/* Blanks at the end of a line mean nothing in any value that is read. */
static const char *without_end(struct arena *arena, const char *value)
{
    size_t len = strlen(value);
    size_t n = len;
    while (n > 0 && (value[n - 1] == ' ' || value[n - 1] == '\t')) {
        n--;
    }
    return n < len ? arena_strndup(arena, value, n) : value;
}

static void read_property(struct tree_reader *reader, const char *name,
                          const char *text, int line)
{
    struct ics_component *open = reader->open[reader->depth];
    struct ics_property property = {.name = name, .line = line};
    const char *at = text + name_length(text);
    if (!read_parameters(reader->arena, &at, &property)) {
        refuse_line(reader, text, line);
        return;
    }
    property.value = without_end(reader->arena, at + 1);
    open->property = arena_grow(reader->arena, open->property, open->n_properties,
                                &open->properties_capacity, sizeof property);
    open->property[open->n_properties++] = property;
}

/* One content line. True if something of it is kept. */
static bool read_line(struct tree_reader *reader, const char *text, int line)
{
    size_t len = name_length(text);
    if (text[strspn(text, " \t")] == '\0') {
        return false;
    }
    if (len == 0 || (text[len] != ':' && text[len] != ';')) {
        refuse_line(reader, text, line);
        return true;
    }
    if (text_begins_with(text, "BEGIN;") || text_begins_with(text, "END;")) {
        refuse(reader, line, true,
               arena_printf(
                   reader->arena,
                   phrase("found '%s'; expected BEGIN: or END: and a name, without "
                          "parameters"),
                   shown(reader->arena, text)));
        return true;
    }
    bool is_begin = text_begins_with(text, "BEGIN:"),
         is_end = text_begins_with(text, "END:");
    if (is_begin || is_end) {
        const char *name = text + len + 1;
        name = text_trim(reader->arena, name, strlen(name));
        name = upper(reader->arena, name, strlen(name));
        reader->has_begun = true;
        (is_begin ? begin : end)(reader, name, line);
        return true;
    }
    if (reader->depth == 0) {
        refuse_line(reader, text, line);
        return true;
    }
    const char *name = find_wanted(reader, text, len);
    if (name) {
        read_property(reader, name, text, line);
    }
    return name != NULL;
}

static void read_lines(struct tree_reader *reader)
{
    for (;;) {
        struct arena before = *reader->arena;
        int line;
        const char *text = next_line(reader, &line);
        if (!text) {
            break;
        }
        if (!read_line(reader, text, line)) {
            *reader->arena = before;
        }
    }
    if (reader->depth > 0) {
        const struct ics_component *open = reader->open[reader->depth];
        refuse(reader, reader->line, true,
               arena_printf(
                   reader->arena,
                   phrase("the file ends inside of %s, begun on line %d; expected "
                          "the whole calendar"),
                   shown(reader->arena, open->name), open->line));
    }
}

static int line_of(const struct tree_reader *reader, size_t offset)
{
    int line = 1;
    for (size_t k = 0; k < offset; k++) {
        line += reader->source->text[k] == reader->line_end;
    }
    return line;
}

/* What can be said of the bytes alone; false if they are no text. */
static bool judge_bytes(struct tree_reader *reader)
{
    const char *text = reader->source->text;
    size_t len = reader->source->len;
    const char *nul = len > 0 ? memchr(text, '\0', len) : NULL;
    if (len >= 2 &&
        (memcmp(text, "\xff\xfe", 2) == 0 || memcmp(text, "\xfe\xff", 2) == 0)) {
        refuse(reader, 1, true, phrase("the file is UTF-16; expected UTF-8"));
        return false;
    }
    if (nul) {
        refuse(reader, line_of(reader, (size_t)(nul - text)), true,
               phrase("found a NUL byte; expected a calendar, which is text"));
        return false;
    }
    size_t fault = len > 0 ? text_utf8_check(text, len) : 0;
    if (fault < len) {
        findings_add(
            reader->findings, SEVERITY_WARNING,
            (struct place){.file = reader->source->file,
                           .line = line_of(reader, fault)},
            "the file is not UTF-8 from here on; its times are read all the same");
    }
    return true;
}

/* By the first one: CR alone, as on old Macintoshes, or LF, whatever is before it. */
static char line_end_of(const char *text, size_t len)
{
    size_t n = 0;
    while (n < len && text[n] != '\r' && text[n] != '\n') {
        n++;
    }
    while (n < len && text[n] == '\r') {
        bool is_alone = n + 1 < len && text[n + 1] != '\r' && text[n + 1] != '\n';
        if (is_alone) {
            return '\r';
        }
        n++;
    }
    return n == len && n > 0 && text[n - 1] == '\r' ? '\r' : '\n';
}

bool ics_tree_read(struct arena *arena, const struct ics_source *source,
                   const char *const *wanted, struct ics_component *root,
                   struct findings *findings)
{
    const char *text = source->text;
    size_t len = source->len;
    int n_errors = findings->n_errors;
    bool has_mark = len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0;
    struct tree_reader reader = {
        .arena = arena,
        .source = source,
        .wanted = wanted,
        .findings = findings,
        .at = text + (has_mark ? 3 : 0),
        .end = text + len,
        .line_end = line_end_of(text, len),
        .line = 1,
        .open = {root},
    };
    *root = (struct ics_component){.name = ""};
    if (judge_bytes(&reader)) {
        read_lines(&reader);
    }
    if (!reader.has_begun && findings->n_errors == n_errors) {
        refuse(
            &reader, 1, true,
            phrase(
                "the file is empty; expected an iCalendar file, which begins with "
                "BEGIN:VCALENDAR"));
    }
    return findings->n_errors == n_errors;
}
