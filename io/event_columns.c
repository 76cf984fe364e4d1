/* The columns of a table become fields, whatever they are called, and their cells what
 * a careful person would have typed. All that was taken for something else is told:
 * one note for the names, one for each column of cells. */

#include <string.h>

#include "io/book_template.h"
#include "io/careful.h"
#include "io/event_parts.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/phrase.h"

struct column {
    const char *written;
    const struct heading *heading; /* NULL: none that is known */
    struct place first;            /* of the first cell that was read as another */
    const char *from, *to;
    int n_read;
};

struct table_columns {
    const struct source *source;
    struct column *column;
    int n;
};

static struct place header_place(const struct source *source, int c)
{
    struct place place = source->at.place;
    place.line = source->columns->line;
    place.column = c + 1;
    return place;
}

/* Columns keep the order of the file; two of one field are one too many. */
static void name_columns(struct table_columns *table)
{
    const struct source *source = table->source;
    struct arena *arena = source->at.arena;
    struct buf list;
    buf_init(&list, arena);
    for (int c = 0; c < table->n; c++) {
        struct column *column = &table->column[c];
        column->written = source->columns->name.text[c];
        column->heading = heading_find(*arena, source->list, column->written);
        if (!column->heading) {
            continue;
        }
        for (int b = 0; b < c; b++) {
            if (table->column[b].heading == column->heading) {
                findings_add(source->at.findings, SEVERITY_ERROR,
                             header_place(source, c),
                             "the column '%s' stands beside '%s', and both are "
                             "'%s'; expected one of them",
                             column->written, table->column[b].written,
                             column->heading->field);
            }
        }
        if (strcmp(column->written, column->heading->field) != 0 &&
            !book_template_has_heading(source->list, column->written)) {
            buf_add_text(&list, list.len > 0 ? phrase(", ") : "");
            buf_printf(&list, phrase("'%s' as '%s'"),
                       field_shown(arena, column->written), column->heading->field);
        }
    }
    if (list.len > 0) {
        struct place header = header_place(source, -1);
        findings_add(source->at.findings, SEVERITY_NOTE, header,
                     "columns were read by their meaning: %s", list.data);
    }
}

/* Keys are the header's texts themselves, not copies. */
static struct column *column_of(const struct table_columns *table, const char *key)
{
    for (int c = 0; c < table->n; c++) {
        if (table->column[c].written == key) {
            return &table->column[c];
        }
    }
    return NULL;
}

/* What nobody needs to be told of: blanks, empty items, and case. */
static bool is_same_to_a_reader(const char *a, const char *b)
{
    for (;; a++, b++) {
        a += strspn(a, " ;");
        b += strspn(b, " ;");
        if (*a == '\0' || *b == '\0') {
            return *a == *b;
        }
        const char one[] = {*a, '\0'}, two[] = {*b, '\0'};
        if (!text_equal_nocase(one, two)) {
            return false;
        }
    }
}

static void read_cell(const struct table_columns *table, struct value *cell)
{
    struct column *column = column_of(table, cell->key);
    if (!column || !column->heading) {
        return;
    }
    cell->key = column->heading->field;
    const char *text =
        careful_text(table->source->at.arena, column->heading, cell->text);
    bool is_told = !is_same_to_a_reader(text, cell->text);
    if (is_told && column->n_read++ == 0) {
        column->first = table->source->at.place;
        column->first.line = cell->line;
        column->first.column = (int)(column - table->column) + 1;
        column->first.field = cell->key;
        column->from = cell->text;
        column->to = text;
    }
    cell->text = text;
}

static void tell_cells(const struct table_columns *table)
{
    struct arena *arena = table->source->at.arena;
    for (int c = 0; c < table->n; c++) {
        const struct column *column = &table->column[c];
        if (column->n_read == 0) {
            continue;
        }
        int more = column->n_read - 1;
        const char *from = field_shown(arena, column->from);
        const char *to = field_shown(arena, column->to);
        if (more == 0) {
            findings_add(table->source->at.findings, SEVERITY_NOTE, column->first,
                         "read '%s' as '%s'", from, to);
        } else {
            findings_add(table->source->at.findings, SEVERITY_NOTE, column->first,
                         more == 1 ? "read '%s' as '%s', and %d more cell of this "
                                     "column"
                                   : "read '%s' as '%s', and %d more cells of this "
                                     "column",
                         from, to, more);
        }
    }
}

/* The first cell in which letters were lost: whoever saves Japanese in an encoding
 * without it gets a question mark for each. */
static bool has_lost_letters(const char *text)
{
    size_t n = strspn(text, "?");
    return (n >= 2 && (text[n] == '\0' || strchr(" (/;,-", text[n]))) ||
           strstr(text, "\xef\xbf\xbd") != NULL;
}

static void tell_lost_letters(const struct source *source)
{
    const struct value *first = NULL;
    int n = 0;
    for (int r = 0; r < source->n_rows; r++) {
        for (int k = 0; k < source->row[r].n_items; k++) {
            const struct value *cell = &source->row[r].item[k];
            if (has_lost_letters(cell->text)) {
                first = first ? first : cell;
                n++;
            }
        }
    }
    if (first) {
        struct place place = source->at.place;
        place.line = first->line;
        place.field = first->key;
        place.column = strings_find(&source->columns->name, first->key) + 1;
        findings_add(
            source->at.findings, SEVERITY_WARNING, place,
            n == 1
                ? "'%s' looks like letters lost when the table was saved without "
                  "Japanese, in %d cell; expected it saved as 'CSV UTF-8' from "
                  "where the letters are still there"
                : "'%s' looks like letters lost when the table was saved without "
                  "Japanese, in %d cells; expected it saved as 'CSV UTF-8' from "
                  "where the letters are still there",
            field_shown(source->at.arena, first->text), n);
    }
}

void event_read_columns(struct source *source)
{
    struct strings *names = &source->columns->name;
    struct table_columns table = {.source = source, .n = names->n};
    table.column = arena_new(source->at.arena, table.n, struct column);
    name_columns(&table);
    for (int r = 0; r < source->n_rows; r++) {
        for (int k = 0; k < source->row[r].n_items; k++) {
            read_cell(&table, &source->row[r].item[k]);
        }
    }
    for (int c = 0; c < table.n; c++) {
        const struct heading *heading = table.column[c].heading;
        names->text[c] = heading ? heading->field : names->text[c];
    }
    tell_cells(&table);
    tell_lost_letters(source);
}

void event_judge_names(const struct source *source, const char *const *known)
{
    struct field_names found = {
        .known = known, .header_line = source->columns ? source->columns->line : 0};
    struct fields fields;
    for (int r = 0; r < source->n_rows; r++) {
        if (source->row[r].kind == VALUE_OBJECT) {
            source_row(source, r, &fields);
            field_names_check(&found, &fields);
        }
    }
    field_names_report(&found);
}
