/* The columns of a table become fields, whatever they are called, and their cells what
 * a careful person would have typed. All that was taken for something else is told:
 * one note for the names, one for each column of cells. */

#include <string.h>

#include "io/book_template.h"
#include "io/careful.h"
#include "io/event_parts.h"
#include "io/unicode.h"
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

/* Takes out the rows that show the error of a formula where something is read. */
static void refuse_errors(const struct table_columns *table, struct source *source)
{
    int n = 0;
    for (int r = 0; r < source->n_rows; r++) {
        const struct value *row = &source->row[r];
        bool is_wrong = false;
        for (int k = 0; k < row->n_items; k++) {
            const struct column *column = column_of(table, row->item[k].key);
            if (!table_is_error(row->item[k].text) || !column->heading) {
                continue;
            }
            struct place place =
                header_place(source, (int)(column - table->column));
            place.line = row->item[k].line;
            findings_add(source->at.findings, SEVERITY_ERROR, place,
                         "shows the error %.20s; expected what was meant",
                         row->item[k].text);
            is_wrong = true;
        }
        source->row[n] = *row;
        n += !is_wrong;
    }
    source->is_broken |= n < source->n_rows;
    source->n_rows = n;
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

/* Numbers filled down past the last row say nothing; what stands under the heading of a
 * slot, which has a digit, does. */
static bool says_something(const struct source *source, const struct value *row)
{
    for (int k = 0; k < row->n_items; k++) {
        const char *key = row->item[k].key;
        if (heading_find(*source->at.arena, source->list, key) ||
            strpbrk(unicode_compatible(source->at.arena, key), "0123456789")) {
            return true;
        }
    }
    return false;
}

/* Rows with nothing in a column that is known. */
static void leave_out_rows(struct source *source)
{
    struct place place = source->at.place;
    int n = 0;
    for (int r = 0; r < source->n_rows; r++) {
        if (says_something(source, &source->row[r])) {
            source->row[n++] = source->row[r];
        } else if (n == r) {
            place.line = source->row[r].line;
        }
    }
    int n_left_out = source->n_rows - n;
    source->n_rows = n;
    if (n_left_out > 0) {
        findings_add(source->at.findings, SEVERITY_NOTE, place,
                     n_left_out == 1
                         ? "left out %d row with nothing in a column that is known"
                         : "left out %d rows with nothing in a column that is "
                           "known",
                     n_left_out);
    }
}

/* A table of which no column is known: that is told, and nothing of what follows. */
static void refuse_columns(const struct table_columns *table, struct source *source)
{
    enum { MOST = 4 };
    struct arena *arena = source->at.arena;
    const char *expected[MOST];
    int n = 0;
    for (int k = 0; k < n_headings && n < MOST; k++) {
        if (headings[k].list == source->list &&
            strcmp(headings[k].field, "id") != 0) {
            expected[n++] = headings[k].field;
        }
    }
    struct buf list;
    buf_init(&list, arena);
    for (int c = 0; c < table->n; c++) {
        if (*table->column[c].written) {
            buf_add_text(&list, list.len > 0 ? phrase(", ") : "");
            buf_printf(&list, phrase("'%s'"),
                       field_shown(arena, table->column[c].written));
        }
    }
    findings_add(source->at.findings, SEVERITY_ERROR, header_place(source, -1),
                 "the names of columns were looked for and not recognised: %s; "
                 "expected for instance %s",
                 list.data, phrase_list(arena, expected, n, "'%s'", " or "));
    source->n_rows = 0;
    source->is_broken = true;
}

static void name_unused(const struct table_columns *table, struct columns *columns)
{
    columns->unused.text =
        arena_new(table->source->at.arena, table->n, const char *);
    for (int c = 0; c < table->n; c++) {
        const struct column *column = &table->column[c];
        if (!column->heading && *column->written) {
            columns->unused.text[columns->unused.n++] = column->written;
        }
    }
}

static int count_names(const struct strings *names)
{
    int n = 0;
    for (int c = 0; c < names->n; c++) {
        n += *names->text[c] != '\0';
    }
    return n;
}

void event_read_columns(struct source *source)
{
    struct strings *names = &source->columns->name;
    struct table_columns table = {.source = source, .n = names->n};
    table.column = arena_new(source->at.arena, table.n, struct column);
    name_columns(&table);
    refuse_errors(&table, source);
    for (int r = 0; r < source->n_rows; r++) {
        for (int k = 0; k < source->row[r].n_items; k++) {
            read_cell(&table, &source->row[r].item[k]);
        }
    }
    name_unused(&table, source->columns);
    if (source->columns->unused.n == count_names(names) && source->n_rows > 0) {
        refuse_columns(&table, source);
    }
    leave_out_rows(source);
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
