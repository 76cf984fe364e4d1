#include "io/table.h"

#include <stdlib.h>
#include <string.h>

#include "scheduler/base/phrase.h"

static bool has_content(const struct table_row *row)
{
    for (int c = 0; c < row->n_cells; c++) {
        if (*row->cell[c].text) {
            return true;
        }
    }
    return false;
}

void table_add_row(struct table *table, struct arena *arena, struct table_row row)
{
    if (has_content(&row)) {
        table->row = arena_grow(arena, table->row, table->n_rows, &table->capacity,
                                sizeof *table->row);
        table->row[table->n_rows++] = row;
    }
}

bool table_is_error(const char *text)
{
    static const char *const error[] = {"#N/A",    "#REF!",   "#VALUE!",
                                        "#DIV/0!", "#NAME?",  "#NUM!",
                                        "#NULL!",  "#SPILL!", "#CALC!"};
    for (size_t k = 0; k < sizeof error / sizeof *error; k++) {
        if (strcmp(text, error[k]) == 0) {
            return true;
        }
    }
    return false;
}

static struct place place_of(const struct table *table, int line, int c)
{
    return (struct place){
        .file = table->file, .sheet = table->sheet, .line = line, .column = c + 1};
}

struct named {
    const char *name;
    int column;
};

static int compare_named(const void *left, const void *right)
{
    const struct named *a = left;
    const struct named *b = right;
    int order = strcmp(a->name, b->name);
    return order ? order : (a->column > b->column) - (a->column < b->column);
}

static void check_names(struct arena *arena, const struct table *table,
                        struct findings *findings)
{
    const struct table_row *header = &table->row[0];
    struct named *named = arena_new(arena, header->n_cells, struct named);
    int n = 0;
    for (int c = 0; c < header->n_cells; c++) {
        if (*header->cell[c].text) {
            named[n++] = (struct named){header->cell[c].text, c};
        }
    }
    qsort(named, (size_t)n, sizeof *named, compare_named);
    for (int i = 1; i < n; i++) {
        if (strcmp(named[i].name, named[i - 1].name) == 0) {
            struct place place = place_of(table, header->cell[named[i].column].line,
                                          named[i].column);
            place.field = named[i].name;
            findings_add(findings, SEVERITY_ERROR, place,
                         "the name of column %d and of column %d; expected a "
                         "different name for each, or one column less",
                         named[i - 1].column + 1, named[i].column + 1);
        }
    }
}

struct reading {
    struct arena *arena;
    const struct table *table;
    struct findings *findings;
    bool *
        is_refused; /* for each column, and for what stands beyond all: a cell under
                         it was complained about */
};

/* Columns from 1, as an organiser counts them. In a sheet the other cells stand where
 * they should; in a CSV file a separator too many has moved them. False if so. */
static bool judge_long_row(const struct reading *reading, int line, int c)
{
    const struct table *table = reading->table;
    struct place place = place_of(table, line, c);
    if (table->sheet) {
        if (reading->is_refused[table->row[0].n_cells]) {
            return true;
        }
        reading->is_refused[table->row[0].n_cells] = true;
        findings_add(reading->findings, SEVERITY_WARNING, place,
                     "stands beside the table, whose header has only %d columns, "
                     "and was left out; name the column, or empty it",
                     table->row[0].n_cells);
        return true;
    }
    return findings_add(reading->findings, SEVERITY_ERROR, place,
                        "the row has a column %d, the header only %d; a cell with "
                        "%s in it stands in double quotes",
                        c + 1, table->row[0].n_cells,
                        phrase(table->separator == '\t'  ? "a TAB"
                               : table->separator == ';' ? "a ;"
                                                         : "a comma"));
}

static bool has_name(const struct reading *reading, int line, int c)
{
    if (*reading->table->row[0].cell[c].text) {
        return true;
    }
    if (!reading->is_refused[c]) {
        reading->is_refused[c] = true;
        findings_add(
            reading->findings, SEVERITY_WARNING, place_of(reading->table, line, c),
            "column %d has no name in the header, and was left out; name it, or "
            "empty it",
            c + 1);
    }
    return false;
}

/* A row as an object; one without members is none. */
static struct value read_row(const struct reading *reading,
                             const struct table_row *row)
{
    struct value object = {.kind = VALUE_OBJECT, .line = row->line};
    const struct table_row *header = &reading->table->row[0];
    object.item = arena_new(reading->arena, row->n_cells, struct value);
    for (int c = 0; c < row->n_cells; c++) {
        const struct table_cell *cell = &row->cell[c];
        if (!*cell->text) {
            continue;
        }
        if (c >= header->n_cells) {
            if (judge_long_row(reading, cell->line, c)) {
                continue;
            }
            object.n_items = 0; /* its cells may stand under wrong names */
            return object;
        }
        if (has_name(reading, cell->line, c)) {
            object.item[object.n_items++] =
                (struct value){.kind = VALUE_CELL,
                               .line = cell->line,
                               .text = cell->text,
                               .key = header->cell[c].text};
        }
    }
    return object;
}

static struct strings header_texts(struct arena *arena,
                                   const struct table_row *header)
{
    struct strings columns = {arena_new(arena, header->n_cells, const char *),
                              header->n_cells};
    for (int c = 0; c < header->n_cells; c++) {
        columns.text[c] = header->cell[c].text;
    }
    return columns;
}

bool table_to_rows(struct arena *arena, const struct table *table,
                   struct table_rows *result, struct findings *findings)
{
    int n_errors = findings->n_errors;
    *result = (struct table_rows){.rows = {.kind = VALUE_LIST, .line = 1}};
    if (table->is_unread) {
        return false;
    }
    if (table->n_rows == 0) {
        return findings_add(
            findings, SEVERITY_ERROR,
            (struct place){.file = table->file, .sheet = table->sheet, .line = 1},
            table->sheet
                ? "the sheet is empty; expected a first line with the names "
                  "of the columns"
                : "the file is empty; expected a first line with the "
                  "names of the columns");
    }
    const struct table_row *header = &table->row[0];
    if (header->n_cells > TABLE_MAX_COLUMNS) {
        return findings_add(findings, SEVERITY_ERROR,
                            (struct place){.file = table->file,
                                           .sheet = table->sheet,
                                           .line = header->line},
                            "has %d columns; expected at most %d", header->n_cells,
                            TABLE_MAX_COLUMNS);
    }
    struct reading reading = {.arena = arena, .table = table, .findings = findings};
    reading.is_refused = arena_new(arena, header->n_cells + 1, bool);
    check_names(arena, table, findings);
    result->columns = header_texts(arena, header);
    result->rows.line = header->cell[0].line;
    result->rows.item = arena_new(arena, table->n_rows, struct value);
    for (int r = 1; r < table->n_rows; r++) {
        struct value row = read_row(&reading, &table->row[r]);
        if (row.n_items > 0) {
            result->rows.item[result->rows.n_items++] = row;
        }
    }
    return findings->n_errors == n_errors;
}
