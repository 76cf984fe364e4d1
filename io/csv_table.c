/* libcsv splits the text into cells; it is fed one line at a time, because it
 * counts none. A cell begins on the line on which the one before it ended, the
 * first cell of a row on the line which is fed when no row is open. Cells gather
 * in an arena of their own and move into the caller's when a row is complete. */

#include "io/csv_table.h"

#include <csv.h>
#include <string.h>

#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"

struct source {
    const char *file;
    const char *text; /* without BOM and "sep=" line */
    size_t len;
    int line; /* on which text begins */
    char separator;
};

struct splitting {
    struct arena *arena; /* of the result */
    struct arena *own;   /* of what is dead at the end */
    struct source source;
    struct findings *findings;
    int line;      /* that is fed now */
    int cell_line; /* on which the open cell begins */
    bool in_row;   /* something of a row has come */
    struct table_cell *cell;
    int n_cells, cells_capacity;
    struct table *table;
};

static bool complain(const struct splitting *table, int line, const char *field,
                     const char *text)
{
    return findings_add(
        table->findings, SEVERITY_ERROR,
        (struct place){.file = table->source.file, .line = line, .field = field},
        "%s", text);
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
    struct splitting *table = data;
    table->cell = arena_grow(table->own, table->cell, table->n_cells,
                             &table->cells_capacity, sizeof *table->cell);
    char *copy = text_trim(table->arena, text, len);
    unify_line_ends(copy);
    table->cell[table->n_cells++] =
        (struct table_cell){.text = copy, .line = table->cell_line};
    table->cell_line = table->line;
    table->in_row = true;
}

static void take_row(int end, void *data)
{
    (void)end;
    struct splitting *table = data;
    struct table_row row = {.cell = table->cell, .n_cells = table->n_cells};
    row.line = table->n_cells > 0 ? table->cell[0].line : table->line;
    row.cell = arena_new(table->arena, row.n_cells, struct table_cell);
    if (row.n_cells > 0) {
        memcpy(row.cell, table->cell, (size_t)row.n_cells * sizeof *row.cell);
    }
    table_add_row(table->table, table->arena, row);
    table->n_cells = 0;
    table->in_row = false;
}

static bool refuse_quote(const struct splitting *table,
                         const struct csv_parser *parser)
{
    if (csv_error((struct csv_parser *)parser) == CSV_ENOMEM) {
        out_of_memory();
    }
    if (!parser->quoted) {
        return complain(
            table, table->line, NULL,
            phrase("a \" inside a cell that does not begin with one; put the "
                   "cell into double quotes and double those inside it"));
    }
    return findings_add(
        table->findings, SEVERITY_ERROR,
        (struct place){.file = table->source.file, .line = table->line},
        "text behind the closing \" of the cell that begins on line "
        "%d; a \" inside a quoted cell is written twice",
        table->cell_line);
}

static bool feed(struct splitting *table, struct csv_parser *parser)
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
            phrase("the \" that opens a cell is not closed; expected a \" at its "
                   "end"));
    }
    return true;
}

static bool read_rows(struct splitting *table)
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
static bool check_bytes(const struct splitting *table)
{
    const char *text = table->source.text;
    size_t len = table->source.len;
    if (len >= 2 &&
        (memcmp(text, "\xff\xfe", 2) == 0 || memcmp(text, "\xfe\xff", 2) == 0)) {
        return complain(
            table, 1, NULL,
            phrase("the file is UTF-16; expected UTF-8, save it as 'CSV UTF-8'"));
    }
    if (len >= 4 && memcmp(text, "PK\x03\x04", 4) == 0) {
        return complain(
            table, 1, NULL,
            phrase("the file is a workbook; expected a table, save the sheet "
                   "as 'CSV UTF-8'"));
    }
    size_t bad = text_utf8_check(text, len);
    const char *nul = bad > 0 ? memchr(text, '\0', bad) : NULL;
    if (nul) {
        return complain(
            table, 1 + count_lines(text, (size_t)(nul - text)), NULL,
            phrase("a NUL byte; expected text, save the file as 'CSV UTF-8'"));
    }
    if (bad < len) {
        return findings_add(
            table->findings, SEVERITY_ERROR,
            (struct place){.file = table->source.file,
                           .line = 1 + count_lines(text, bad)},
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
static bool take_separator_line(struct splitting *table)
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
            phrase("a separator which is not known; expected sep=, or sep=; or "
                   "sep= and a TAB"));
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

static bool find_header(struct splitting *table)
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

bool csv_split(struct arena *arena, const char *file, const char *text, size_t len,
               struct table *table, struct findings *findings)
{
    struct arena own;
    arena_init(&own);
    *table = (struct table){.file = file};
    struct splitting splitting = {
        .arena = arena,
        .own = &own,
        .source = {.file = file, .text = text, .len = len, .line = 1},
        .findings = findings,
        .table = table,
    };
    bool ok = find_header(&splitting) && read_rows(&splitting);
    table->separator = splitting.source.separator;
    arena_finish(&own);
    return ok;
}

bool csv_parse_table(struct arena *arena, const char *file, const char *text,
                     size_t len, struct table_rows *result,
                     struct findings *findings)
{
    struct table table;
    *result = (struct table_rows){.rows = {.kind = VALUE_LIST, .line = 1}};
    bool is_split = csv_split(arena, file, text, len, &table, findings);
    if (!is_split && table.n_rows == 0) {
        return false;
    }
    return table_to_rows(arena, &table, result, findings) && is_split;
}

struct csv_start csv_find_start(const char *text, size_t len)
{
    struct arena own;
    struct findings ignored;
    arena_init(&own);
    findings_init(&ignored, &own);
    struct splitting table = {
        .own = &own,
        .source = {.file = "", .text = text, .len = len, .line = 1},
        .findings = &ignored,
    };
    find_header(&table);
    arena_finish(&own);
    return (struct csv_start){(size_t)(table.source.text - text), table.source.line,
                              table.source.separator};
}
