/* Rows and cells come in the order of the sheet, those without content not at all: gaps
 * are filled, within what a sheet of people can have. */

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "io/xlsx_parts.h"
#include "scheduler/base/phrase.h"

#include "scheduler/base/text.h"

enum cell_type {
    TYPE_NUMBER,
    TYPE_SHARED, /* the number of a text of the workbook */
    TYPE_TEXT,
    TYPE_BOOL,
    TYPE_ERROR,
};

/* Cells of one column that are shown as one: only the first has the text. */
struct merge {
    int column, first, last; /* rows, from 1 */
};

struct sheet_reading {
    struct arena *arena, *own; /* the table's; of what is dead at the end */
    const struct xlsx_book *book;
    struct table *table;
    struct findings *findings;
    int row, column; /* of the open row and cell, from 1; 0: none yet */
    struct table_cell *cell;
    int n_cells, cells_capacity;
    int n_all; /* cells of the sheet, gaps too */
    struct merge *merge;
    int n_merges, merges_capacity;
    /* The open cell: */
    enum cell_type type;
    int style;
    bool has_formula, has_value, in_sounds;
    struct buf text;
};

static bool complain(const struct sheet_reading *reading, const char *text)
{
    const struct table *table = reading->table;
    return findings_add(reading->findings, SEVERITY_ERROR,
                        (struct place){.file = table->file,
                                       .sheet = table->sheet,
                                       .line = reading->row,
                                       .column = reading->column},
                        "%s", text);
}

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/* "C5": letters from the front, 0 if there are none or too many. */
static int column_number(const char *reference)
{
    int column = 0;
    for (; *reference >= 'A' && *reference <= 'Z'; reference++) {
        column = column * 26 + (*reference - 'A' + 1);
        if (column > XLSX_MAX_COLUMNS) {
            return 0;
        }
    }
    return column;
}

static bool start_row(struct xlsx_walk *walk, const char *const *attribute)
{
    struct sheet_reading *reading = walk->data;
    const char *number = xlsx_xml_attribute(attribute, "r");
    long row = number ? strtol(number, NULL, 10) : reading->row + 1;
    if (row <= reading->row || row > XLSX_MAX_ROWS) {
        walk->refusal = phrase("has rows that are out of order");
        return false;
    }
    reading->row = (int)row;
    reading->column = 0;
    reading->n_cells = 0;
    return true;
}

static enum cell_type type_of(const char *text)
{
    static const struct {
        const char *name;
        enum cell_type type;
    } type[] = {
        {"s", TYPE_SHARED}, {"str", TYPE_TEXT}, {"inlineStr", TYPE_TEXT},
        {"d", TYPE_TEXT},   {"b", TYPE_BOOL},   {"e", TYPE_ERROR},
        {"n", TYPE_NUMBER},
    };
    for (size_t k = 0; text && k < sizeof type / sizeof *type; k++) {
        if (strcmp(type[k].name, text) == 0) {
            return type[k].type;
        }
    }
    return TYPE_NUMBER;
}

static void add_cell(struct sheet_reading *reading, const char *text)
{
    reading->cell = arena_grow(reading->own, reading->cell, reading->n_cells,
                               &reading->cells_capacity, sizeof *reading->cell);
    reading->cell[reading->n_cells++] =
        (struct table_cell){.text = text, .line = reading->row};
}

static bool start_cell(struct xlsx_walk *walk, const char *const *attribute)
{
    struct sheet_reading *reading = walk->data;
    const char *reference = xlsx_xml_attribute(attribute, "r");
    const char *style = xlsx_xml_attribute(attribute, "s");
    int column = reference ? column_number(reference) : reading->column + 1;
    if (column <= reading->column || reading->row == 0) {
        walk->refusal = phrase("has cells out of order, or beyond the last column");
        return false;
    }
    reading->column = column;
    reading->type = type_of(xlsx_xml_attribute(attribute, "t"));
    reading->style = style ? text_number(style) : 0;
    reading->has_formula = reading->has_value = false;
    buf_clear(&reading->text);
    return true;
}

/* 3 of "B3:B5"; 0 for none that a sheet has. */
static int row_number(const char *reference)
{
    long row = strtol(reference + strspn(reference, letters), NULL, 10);
    return row > 0 && row <= XLSX_MAX_ROWS ? (int)row : 0;
}

/* "B3:B5"; what is merged across columns alone is a title. */
static void take_merge(struct sheet_reading *reading, const char *reference)
{
    const char *colon = reference ? strchr(reference, ':') : NULL;
    if (!colon) {
        return;
    }
    const struct merge merge = {column_number(reference), row_number(reference),
                                row_number(colon + 1)};
    if (merge.column > 0 && merge.column == column_number(colon + 1) &&
        merge.first > 0 && merge.first < merge.last) {
        reading->merge =
            arena_grow(reading->own, reading->merge, reading->n_merges,
                       &reading->merges_capacity, sizeof *reading->merge);
        reading->merge[reading->n_merges++] = merge;
    }
}

static bool start(struct xlsx_walk *walk, const char *name,
                  const char *const *attribute)
{
    struct sheet_reading *reading = walk->data;
    if (strcmp(name, "row") == 0) {
        return start_row(walk, attribute);
    }
    if (strcmp(name, "c") == 0) {
        return start_cell(walk, attribute);
    }
    if (strcmp(name, "rPh") == 0) {
        reading->in_sounds = true;
    }
    if (strcmp(name, "mergeCell") == 0) {
        take_merge(reading, xlsx_xml_attribute(attribute, "ref"));
    }
    return true;
}

static const char *number_text(struct sheet_reading *reading, const char *text)
{
    const struct xlsx_book *book = reading->book;
    char *end;
    double number = strtod(text, &end);
    int shows = reading->style >= 0 && reading->style < book->n_styles
                    ? book->date_style[reading->style]
                    : 0;
    if (end == text || *end != '\0' || !isfinite(number)) {
        return xlsx_clean_text(reading->arena, text);
    }
    const char *date =
        shows ? xlsx_date_text(reading->arena, number, book->from_1904, shows)
              : NULL;
    return date ? date : arena_printf(reading->arena, "%.15g", number);
}

static const char *shared_text(struct sheet_reading *reading, const char *text)
{
    const struct strings *texts = &reading->book->text;
    char *end;
    long k = strtol(text, &end, 10);
    if (end == text || k < 0 || k >= texts->n) {
        complain(reading,
                 phrase("refers to a text that is not there; save it again"));
        return "";
    }
    return texts->text[k];
}

static const char *cell_text(struct sheet_reading *reading)
{
    const char *text = reading->text.data;
    /* Some programs write "<v/>" beside a formula that they cannot compute; a formula
     * whose result is an empty text says so by the type. */
    if (reading->has_formula &&
        (!reading->has_value || (reading->type == TYPE_NUMBER && !*text))) {
        complain(
            reading,
            phrase("has a formula that was never computed; open the workbook in a "
                   "spreadsheet and save it"));
        return "";
    }
    switch (reading->type) {
    case TYPE_NUMBER:
        return *text ? number_text(reading, text) : "";
    case TYPE_SHARED:
        return *text ? shared_text(reading, text) : "";
    case TYPE_TEXT:
        return xlsx_clean_text(reading->arena, text);
    case TYPE_BOOL:
        return strcmp(text, "1") == 0 || strcmp(text, "true") == 0 ? "true"
                                                                   : "false";
    case TYPE_ERROR: /* in a column that nobody reads it does no harm */
        return xlsx_clean_text(reading->arena, text);
    }
    return "";
}

static bool end_cell(struct xlsx_walk *walk)
{
    struct sheet_reading *reading = walk->data;
    const char *text = cell_text(reading);
    if (!*text) {
        return true;
    }
    if (strlen(text) > XLSX_MAX_TEXT_BYTES) {
        walk->refusal = phrase("has a text longer than a cell can hold");
        return false;
    }
    reading->n_all += reading->column - reading->n_cells;
    if (reading->n_all > XLSX_MAX_CELLS) {
        walk->refusal = phrase("has more cells than any event");
        return false;
    }
    while (reading->n_cells < reading->column - 1) {
        add_cell(reading, "");
    }
    add_cell(reading, text);
    return true;
}

static void end_row(struct sheet_reading *reading)
{
    struct table_row row = {.n_cells = reading->n_cells, .line = reading->row};
    row.cell = arena_new(reading->arena, row.n_cells, struct table_cell);
    if (row.n_cells > 0) {
        memcpy(row.cell, reading->cell, (size_t)row.n_cells * sizeof *row.cell);
    }
    table_add_row(reading->table, reading->arena, row);
}

static bool end(struct xlsx_walk *walk, const char *name)
{
    struct sheet_reading *reading = walk->data;
    if (strcmp(name, "v") == 0 || (strcmp(name, "t") == 0 && !reading->in_sounds)) {
        reading->has_value = true;
        buf_add(&reading->text, walk->text.data, walk->text.len);
    } else if (strcmp(name, "f") == 0) {
        reading->has_formula = true;
    } else if (strcmp(name, "rPh") == 0) {
        reading->in_sounds = false;
    } else if (strcmp(name, "c") == 0) {
        return end_cell(walk);
    } else if (strcmp(name, "row") == 0) {
        end_row(reading);
    }
    return true;
}

/* The number of the first row on that line or behind it. */
static int find_row(const struct table *table, int line)
{
    int first = 0, behind = table->n_rows;
    while (first < behind) {
        int middle = first + (behind - first) / 2;
        if (table->row[middle].line < line) {
            first = middle + 1;
        } else {
            behind = middle;
        }
    }
    return first;
}

/* Puts the text into an empty cell of the row. */
static void fill_cell(struct sheet_reading *reading, struct table_row *row, int c,
                      const char *text)
{
    if (c >= row->n_cells) {
        struct table_cell *cell =
            arena_new(reading->arena, c + 1, struct table_cell);
        for (int k = 0; k <= c; k++) {
            cell[k] = k < row->n_cells ? row->cell[k]
                                       : (struct table_cell){"", row->line};
        }
        reading->n_all += c + 1 - row->n_cells;
        row->cell = cell;
        row->n_cells = c + 1;
    }
    if (!*row->cell[c].text) {
        row->cell[c].text = text;
    }
}

/* Each row says what a cell that it has in common with others says. */
static void fill_merges(struct sheet_reading *reading)
{
    struct table *table = reading->table;
    for (int k = 0; k < reading->n_merges; k++) {
        const struct merge *merge = &reading->merge[k];
        int r = find_row(table, merge->first), c = merge->column - 1;
        if (r == table->n_rows || table->row[r].line != merge->first ||
            c >= table->row[r].n_cells) {
            continue;
        }
        const char *text = table->row[r].cell[c].text;
        for (r++; r < table->n_rows && table->row[r].line <= merge->last &&
                  reading->n_all++ < XLSX_MAX_CELLS;
             r++) {
            fill_cell(reading, &table->row[r], c, text);
        }
    }
}

static bool refuse_part(struct sheet_reading *reading, const char *reason)
{
    reading->column = 0;
    return complain(reading,
                    arena_printf(reading->arena,
                                 phrase("%s; save the workbook again"), reason));
}

static bool walk_sheet(struct sheet_reading *reading, const char *part)
{
    struct xlsx_walk walk = {
        .data = reading, .arena = reading->arena, .start = start, .end = end};
    char *bytes;
    size_t len;
    const char *refusal;
    if (!xlsx_zip_part(reading->own, reading->book, part, &bytes, &len, &refusal)) {
        reading->row = 0;
        return refuse_part(reading,
                           refusal ? refusal : phrase("is not in the workbook"));
    }
    return xlsx_xml_walk(&walk, bytes, len) || refuse_part(reading, walk.refusal);
}

bool xlsx_read_sheet(struct arena *arena, const struct xlsx_book *book, int k,
                     struct table *table, struct findings *findings)
{
    struct arena own;
    *table = (struct table){.file = book->file, .sheet = book->sheet[k].name};
    struct sheet_reading reading = {.arena = arena,
                                    .own = &own,
                                    .book = book,
                                    .table = table,
                                    .findings = findings};
    arena_init(&own);
    buf_init(&reading.text, &own);
    buf_add_text(&reading.text, "");
    bool ok = walk_sheet(&reading, book->sheet[k].part);
    fill_merges(&reading);
    arena_finish(&own);
    return ok;
}
