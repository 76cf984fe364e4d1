/* libcsv splits the text into cells; it is fed one line at a time, because it
 * counts none. A cell begins on the line on which the one before it ended, the
 * first cell of a row on the line which is fed when no row is open. Rows gather
 * in an arena of their own and move into the caller's when they are complete. */

#include "io/csv_table.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/text.h"

struct source {
    const char *file;
    const char *text; /* without BOM and "sep=" line */
    size_t len;
    int line; /* on which text begins */
    char separator;
};

struct cell {
    char *text; /* trimmed; empty ones are kept to count columns */
    int line;
};

struct column {
    const char *name;
    bool is_refused; /* a cell under it was complained about */
};

struct table {
    struct arena *arena; /* of the result */
    struct arena *own;   /* of what is dead at the end */
    struct source source;
    struct findings *findings;
    int line;      /* that is fed now */
    int cell_line; /* on which the open cell begins */
    bool in_row;   /* something of a row has come */
    struct cell *cell;
    int n_cells, cells_capacity;
    struct column *column;
    int n_columns; /* 0 before the header */
    int header_line;
    struct value *row;
    int n_rows, rows_capacity;
};

static bool complain(const struct table *table, int line, const char *field,
                     const char *text)
{
    return findings_add(table->findings, SEVERITY_ERROR,
                        (struct place){table->source.file, line, field}, "%s",
                        text);
}

/* The length of the line at the start of text, with its end. */
static size_t line_length(const char *text, size_t len)
{
    size_t n = 0;
    while (n < len && text[n] != '\n' && text[n] != '\r') {
        n++;
    }
    if (n < len) {
        n += text[n] == '\r' && n + 1 < len && text[n + 1] == '\n' ? 2 : 1;
    }
    return n;
}

/* Line ends inside a cell become LF, whatever the file has. */
static void unify_line_ends(char *text)
{
    char *to = text;
    for (const char *from = text; *from; from++) {
        if (*from != '\r') {
            *to++ = *from;
        } else if (from[1] != '\n') {
            *to++ = '\n';
        }
    }
    *to = '\0';
}

static void take_cell(void *text, size_t len, void *data)
{
    struct table *table = data;
    table->cell = arena_grow(table->own, table->cell, table->n_cells,
                             &table->cells_capacity, sizeof *table->cell);
    char *copy = text_trim(table->arena, text, len);
    unify_line_ends(copy);
    table->cell[table->n_cells++] =
        (struct cell){.text = copy, .line = table->cell_line};
    table->cell_line = table->line;
    table->in_row = true;
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

static void check_names(struct table *table)
{
    struct arena scratch = *table->own;
    struct named *named = arena_new(&scratch, table->n_columns, struct named);
    int n = 0;
    for (int c = 0; c < table->n_columns; c++) {
        if (*table->column[c].name) {
            named[n++] = (struct named){table->column[c].name, c};
        }
    }
    qsort(named, (size_t)n, sizeof *named, compare_named);
    for (int i = 1; i < n; i++) {
        if (strcmp(named[i].name, named[i - 1].name) == 0) {
            findings_add(table->findings, SEVERITY_ERROR,
                         (struct place){table->source.file,
                                        table->cell[named[i].column].line,
                                        named[i].name},
                         "the name of column %d and of column %d; expected a "
                         "different name for each, or one column less",
                         named[i - 1].column + 1, named[i].column + 1);
        }
    }
}

static void take_header(struct table *table)
{
    table->n_columns = table->n_cells;
    table->header_line = table->cell[0].line;
    table->column = arena_new(table->own, table->n_columns, struct column);
    for (int c = 0; c < table->n_columns; c++) {
        table->column[c].name = table->cell[c].text;
    }
    check_names(table);
}

/* Columns from 1, as an organiser counts them. */
static bool check_cell(struct table *table, int c)
{
    const struct cell *cell = &table->cell[c];
    const struct place place = {table->source.file, cell->line, NULL};
    if (c >= table->n_columns) {
        return findings_add(
            table->findings, SEVERITY_ERROR, place,
            "the row has a column %d, the header only %d; a cell with "
            "%s in it stands in double quotes",
            c + 1, table->n_columns,
            table->source.separator == '\t'  ? "a TAB"
            : table->source.separator == ';' ? "a ;"
                                             : "a comma");
    }
    if (*table->column[c].name) {
        return true;
    }
    if (!table->column[c].is_refused) {
        table->column[c].is_refused = true;
        findings_add(table->findings, SEVERITY_ERROR, place,
                     "column %d has no name in the header; name it, or empty it",
                     c + 1);
    }
    return false;
}

static void take_content(struct table *table, int n_filled)
{
    struct value row = {.kind = VALUE_OBJECT, .line = table->cell[0].line};
    row.item = arena_new(table->arena, n_filled, struct value);
    for (int c = 0; c < table->n_cells; c++) {
        const struct cell *cell = &table->cell[c];
        if (!*cell->text) {
            continue;
        }
        if (check_cell(table, c)) {
            row.item[row.n_items++] = (struct value){.kind = VALUE_CELL,
                                                     .line = cell->line,
                                                     .text = cell->text,
                                                     .key = table->column[c].name};
        } else if (c >= table->n_columns) {
            return;
        }
    }
    if (row.n_items == 0) {
        return;
    }
    table->row = arena_grow(table->own, table->row, table->n_rows,
                            &table->rows_capacity, sizeof *table->row);
    table->row[table->n_rows++] = row;
}

static void take_row(int end, void *data)
{
    (void)end;
    struct table *table = data;
    int n_filled = 0;
    for (int c = 0; c < table->n_cells; c++) {
        n_filled += *table->cell[c].text != '\0';
    }
    if (n_filled > 0 && table->n_columns == 0) {
        take_header(table);
    } else if (n_filled > 0) {
        take_content(table, n_filled);
    }
    table->n_cells = 0;
    table->in_row = false;
}

static bool refuse_quote(const struct table *table, const struct csv_parser *parser)
{
    if (csv_error((struct csv_parser *)parser) == CSV_ENOMEM) {
        out_of_memory();
    }
    if (!parser->quoted) {
        return complain(table, table->line, NULL,
                        "a \" inside a cell that does not begin with one; put the "
                        "cell into double quotes and double those inside it");
    }
    return findings_add(
        table->findings, SEVERITY_ERROR,
        (struct place){table->source.file, table->line, NULL},
        "text behind the closing \" of the cell that begins on line "
        "%d; a \" inside a quoted cell is written twice",
        table->cell_line);
}

static bool feed(struct table *table, struct csv_parser *parser)
{
    const char *text = table->source.text;
    size_t rest = table->source.len;
    for (table->line = table->source.line; rest > 0; table->line++) {
        size_t n = line_length(text, rest);
        if (!table->in_row && parser->entry_pos == 0) {
            table->cell_line = table->line;
        }
        if (csv_parse(parser, text, n, take_cell, take_row, table) != n) {
            return refuse_quote(table, parser);
        }
        text += n;
        rest -= n;
    }
    if (csv_fini(parser, take_cell, take_row, table) != 0) {
        return complain(
            table, table->cell_line, NULL,
            "the \" that opens a cell is not closed; expected a \" at its "
            "end");
    }
    return true;
}

static bool read_rows(struct table *table)
{
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0) {
        out_of_memory();
    }
    csv_set_delim(&parser, (unsigned char)table->source.separator);
    bool ok = feed(table, &parser);
    csv_free(&parser);
    return ok;
}

static int count_lines(const char *text, size_t len)
{
    int n = 0;
    while (len > 0) {
        size_t step = line_length(text, len);
        n += text[step - 1] == '\n' || text[step - 1] == '\r';
        text += step;
        len -= step;
    }
    return n;
}

/* Finds what can be nowhere in the text. */
static bool check_bytes(const struct table *table)
{
    const char *text = table->source.text;
    size_t len = table->source.len;
    if (len >= 2 &&
        (memcmp(text, "\xff\xfe", 2) == 0 || memcmp(text, "\xfe\xff", 2) == 0)) {
        return complain(
            table, 1, NULL,
            "the file is UTF-16; expected UTF-8, save it as 'CSV UTF-8'");
    }
    if (len >= 4 && memcmp(text, "PK\x03\x04", 4) == 0) {
        return complain(table, 1, NULL,
                        "the file is a workbook; expected a table, save the sheet "
                        "as 'CSV UTF-8'");
    }
    size_t bad = text_utf8_check(text, len);
    const char *nul = bad > 0 ? memchr(text, '\0', bad) : NULL;
    if (nul) {
        return complain(table, 1 + count_lines(text, (size_t)(nul - text)), NULL,
                        "a NUL byte; expected text, save the file as 'CSV UTF-8'");
    }
    if (bad < len) {
        return findings_add(
            table->findings, SEVERITY_ERROR,
            (struct place){table->source.file, 1 + count_lines(text, bad), NULL},
            "the byte 0x%02x is not UTF-8; save the file as 'CSV UTF-8'",
            (unsigned char)text[bad]);
    }
    return true;
}

static void skip(struct source *source, size_t n)
{
    source->text += n;
    source->len -= n;
}

/* Goes over a first line "sep=;", as Excel reads it, also in quotes. */
static bool take_separator_line(struct table *table)
{
    struct source *source = &table->source;
    size_t n = line_length(source->text, source->len);
    size_t len = n;
    const char *c = source->text;
    while (len > 0 && (c[len - 1] == '\n' || c[len - 1] == '\r')) {
        len--;
    }
    if (len == 7 && c[0] == '"' && c[6] == '"') {
        c++;
        len -= 2;
    }
    char start[5] = "";
    memcpy(start, c, len < 4 ? len : 4);
    if (len != 5 || !text_equal_nocase(start, "sep=")) {
        return true;
    }
    if (!strchr(",;\t", c[4])) {
        return complain(
            table, source->line, NULL,
            "a separator which is not known; expected sep=, or sep=; or "
            "sep= and a TAB");
    }
    source->separator = c[4];
    source->line++;
    skip(source, n);
    return true;
}

static void skip_blank_lines(struct source *source)
{
    while (source->len > 0) {
        size_t n = line_length(source->text, source->len);
        for (size_t i = 0; i < n; i++) {
            if (!strchr(" \t\r\n", source->text[i])) {
                return;
            }
        }
        skip(source, n);
        source->line++;
    }
}

/* What occurs most in the header outside quotes; a comma where nothing does. */
static char find_separator(const struct source *source)
{
    static const char candidate[] = ",;\t";
    size_t count[3] = {0};
    bool in_quotes = false;
    for (size_t i = 0; i < source->len; i++) {
        char c = source->text[i];
        if (c == '"') {
            in_quotes = !in_quotes;
        } else if (!in_quotes && (c == '\n' || c == '\r')) {
            break;
        } else if (!in_quotes && strchr(candidate, c)) {
            count[strchr(candidate, c) - candidate]++;
        }
    }
    int best = 0;
    for (int i = 1; i < 3; i++) {
        if (count[i] > count[best]) {
            best = i;
        }
    }
    return candidate[best];
}

static bool find_header(struct table *table)
{
    struct source *source = &table->source;
    if (source->len >= 3 && memcmp(source->text, "\xef\xbb\xbf", 3) == 0) {
        skip(source, 3);
    }
    if (!check_bytes(table) || !take_separator_line(table)) {
        return false;
    }
    skip_blank_lines(source);
    if (!source->separator) {
        source->separator = find_separator(source);
    }
    return true;
}

static bool read_source(struct table *table)
{
    if (!find_header(table)) {
        return false;
    }
    bool ok = read_rows(table);
    if (ok && table->n_columns == 0) {
        return complain(
            table, 1, NULL,
            "the file is empty; expected a first line with the names of "
            "the columns");
    }
    return ok;
}

static void take_result(const struct table *table, struct csv_table *result)
{
    struct value *rows = &result->rows;
    struct strings *columns = &result->columns;
    *rows = (struct value){
        .kind = VALUE_LIST, .line = table->header_line, .n_items = table->n_rows};
    rows->item = arena_new(table->arena, table->n_rows, struct value);
    if (table->n_rows > 0) {
        memcpy(rows->item, table->row, (size_t)table->n_rows * sizeof *rows->item);
    }
    columns->text = arena_new(table->arena, table->n_columns, const char *);
    columns->n = table->n_columns;
    for (int c = 0; c < table->n_columns; c++) {
        columns->text[c] = table->column[c].name;
    }
}

bool csv_parse_table(struct arena *arena, const char *file, const char *text,
                     size_t len, struct csv_table *result,
                     struct findings *findings)
{
    int n_errors = findings->n_errors;
    struct arena own;
    arena_init(&own);
    struct table table = {
        .arena = arena,
        .own = &own,
        .source = {.file = file, .text = text, .len = len, .line = 1},
        .header_line = 1,
        .findings = findings,
    };
    bool ok = read_source(&table);
    take_result(&table, result);
    arena_finish(&own);
    return ok && findings->n_errors == n_errors;
}

struct csv_start csv_find_start(const char *text, size_t len)
{
    struct arena own;
    struct findings ignored;
    arena_init(&own);
    findings_init(&ignored, &own);
    struct table table = {
        .own = &own,
        .source = {.file = "", .text = text, .len = len, .line = 1},
        .findings = &ignored,
    };
    find_header(&table);
    arena_finish(&own);
    return (struct csv_start){(size_t)(table.source.text - text), table.source.line,
                              table.source.separator};
}
