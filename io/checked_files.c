#include "io/checked_files.h"

#include <stdlib.h>
#include <string.h>

#include "io/csv_table.h"
#include "io/csv_write.h"
#include "io/event_tables.h"
#include "io/xlsx_read.h"
#include "io/xlsx_write.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"

struct checking {
    struct arena *arena;
    const struct event_input *input;
    const struct findings *findings;
    struct findings ignored; /* what reading again finds again */
    struct xlsx_book book;
    bool is_book;
    /* Those of the table in hand, by line, each line's in the order found. */
    const struct finding **told;
    int n_told;
};

static bool is_told(const struct finding *finding)
{
    return finding->severity != SEVERITY_NOTE && finding->place.file != NULL;
}

static bool is_of_table(const struct finding *finding, const struct table *table)
{
    return is_told(finding) && text_is_same(finding->place.file, table->file) &&
           text_is_same(finding->place.sheet, table->sheet);
}

static int compare_told(const void *left, const void *right)
{
    const struct finding *a = *(const struct finding *const *)left;
    const struct finding *b = *(const struct finding *const *)right;
    if (a->place.line != b->place.line) {
        return a->place.line < b->place.line ? -1 : 1;
    }
    return (a > b) - (a < b);
}

static void take_findings(struct checking *checking, const struct table *table)
{
    const struct findings *findings = checking->findings;
    checking->told =
        arena_new(checking->arena, findings->n_findings, const struct finding *);
    checking->n_told = 0;
    for (int k = 0; k < findings->n_findings; k++) {
        if (is_of_table(&findings->finding[k], table)) {
            checking->told[checking->n_told++] = &findings->finding[k];
        }
    }
    if (checking->n_told > 0) {
        qsort(checking->told, (size_t)checking->n_told, sizeof *checking->told,
              compare_told);
    }
}

/* The number of the first finding on that line or behind it. */
static int find_told(const struct checking *checking, int line)
{
    int first = 0, behind = checking->n_told;
    while (first < behind) {
        int middle = first + (behind - first) / 2;
        if (checking->told[middle]->place.line < line) {
            first = middle + 1;
        } else {
            behind = middle;
        }
    }
    return first;
}

/* The columns, rows and reasons of a table are those of the file, not of the event: it
 * is split again. False if it is no table. */
static bool read_csv(struct checking *checking, const char *path,
                     struct table *table)
{
    struct error err;
    struct file_bytes text;
    char *bytes;
    if (text_ends_with(path, ".json") ||
        !file_read(checking->arena, path, &bytes, &text.len, &err)) {
        return false;
    }
    text.bytes = bytes;
    return encoding_decode(checking->arena, path, &checking->input->encodings,
                           &text, &checking->ignored) &&
           csv_split(checking->arena, path, text.bytes, text.len, table,
                     &checking->ignored) &&
           table->n_rows > 0;
}

static bool read_sheet(struct checking *checking, const char *name,
                       struct table *table)
{
    for (int k = 0; k < checking->book.n_sheets; k++) {
        if (strcmp(checking->book.sheet[k].name, name) == 0) {
            return xlsx_read_sheet(checking->arena, &checking->book, k, table,
                                   &checking->ignored) &&
                   table->n_rows > 0;
        }
    }
    return false;
}

/* All that was found in that row, or in its cell if column is above 0. */
static const char *reasons(const struct checking *checking, int line, int column)
{
    const char *text = "";
    for (int k = find_told(checking, line);
         k < checking->n_told && checking->told[k]->place.line == line; k++) {
        const struct finding *finding = checking->told[k];
        if (column > 0 && finding->place.column != column) {
            continue;
        }
        text = arena_printf(checking->arena, "%s%s%s%s%s%s", text,
                            *text ? " | " : "", severity_label(finding->severity),
                            finding->place.field ? finding->place.field : "",
                            finding->place.field ? ": " : "", finding->text);
    }
    return text;
}

static void add_cells(struct csv_writer *csv, const struct table_row *row)
{
    for (int c = 0; c < row->n_cells; c++) {
        csv_add_text(csv, row->cell[c].text);
    }
    csv_end_row(csv);
}

static void add_row(struct csv_writer *csv, struct arena *arena, const char *reason,
                    const struct table *table, const struct table_row *row)
{
    csv_add_text(csv, reason);
    csv_add_text(csv, table->file);
    csv_add_text(csv, table->sheet ? table->sheet : "");
    csv_add_text(csv, arena_printf(arena, "%d", row->line));
    add_cells(csv, row);
}

static void add_header(struct csv_writer *csv, const struct table_row *row)
{
    csv_add_text(csv, phrase("reason"));
    csv_add_text(csv, phrase("file"));
    csv_add_text(csv, phrase("sheet"));
    csv_add_text(csv, phrase("row"));
    add_cells(csv, row);
}

/* The row with the names of columns; -1 in the event's settings, which have none. */
static int find_header(const struct checking *checking, const struct table *table)
{
    int list = event_tables_list(*checking->arena, table);
    return list == LIST_EVENT ? -1
           : list < 0
               ? 0
               : event_tables_header(*checking->arena, (enum list)list, table);
}

/* A cell of a row may begin on a later line than the row: so may a finding. */
static bool is_on_line(const struct table_row *row, int line)
{
    bool is = row->line == line;
    for (int c = 0; c < row->n_cells; c++) {
        is |= row->cell[c].line == line;
    }
    return is;
}

static const char *row_reasons(const struct checking *checking,
                               const struct table_row *row)
{
    int last = row->line;
    const char *text = "";
    for (int c = 0; c < row->n_cells; c++) {
        last = row->cell[c].line > last ? row->cell[c].line : last;
    }
    for (int line = row->line; line <= last; line++) {
        const char *more = is_on_line(row, line) ? reasons(checking, line, 0) : "";
        text = arena_printf(checking->arena, "%s%s%s", text,
                            *text && *more ? " | " : "", more);
    }
    return text;
}

static void add_table(struct checking *checking, struct csv_writer *csv,
                      const struct table *table)
{
    static const struct table_row without_names = {.n_cells = 0};
    bool has_header = false;
    int header = find_header(checking, table);
    take_findings(checking, table);
    for (int r = header + 1; r < table->n_rows; r++) {
        const char *reason = row_reasons(checking, &table->row[r]);
        if (!*reason) {
            continue;
        }
        if (!has_header) {
            add_header(csv, header < 0 ? &without_names : &table->row[header]);
        }
        has_header = true;
        add_row(csv, checking->arena, reason, table, &table->row[r]);
    }
}

/* True if a finding in front of it was about the same table. */
static bool was_before(const struct findings *findings, int k)
{
    const struct place *place = &findings->finding[k].place;
    for (int i = 0; i < k; i++) {
        const struct finding *other = &findings->finding[i];
        if (is_told(other) && text_is_same(other->place.file, place->file) &&
            text_is_same(other->place.sheet, place->sheet)) {
            return true;
        }
    }
    return false;
}

static void add_error_rows(struct checking *checking, struct output *output)
{
    const struct findings *findings = checking->findings;
    struct csv_writer csv;
    csv_begin(&csv, checking->arena);
    for (int k = 0; k < findings->n_findings; k++) {
        const struct place *place = &findings->finding[k].place;
        struct table table;
        if (!is_told(&findings->finding[k]) || was_before(findings, k)) {
            continue;
        }
        bool is_table = place->sheet ? read_sheet(checking, place->sheet, &table)
                                     : !checking->is_book &&
                                           read_csv(checking, place->file, &table);
        if (is_table) {
            add_table(checking, &csv, &table);
        }
    }
    output_add(output, "error_rows.csv", csv.buf.data, csv.buf.len);
}

/* Cells as they are, those at fault red; where a cell is missing, an empty red one. */
static void copy_sheet(struct checking *checking, const struct table *table,
                       struct xlsx_out_sheet *sheet)
{
    struct arena *arena = checking->arena;
    int header = find_header(checking, table);
    for (int r = 0; r < table->n_rows; r++) {
        for (int c = 0; c < table->row[r].n_cells; c++) {
            const struct table_cell *cell = &table->row[r].cell[c];
            const char *reason = reasons(checking, cell->line, c + 1);
            if (*cell->text && !*reason) {
                xlsx_out_add(
                    arena, sheet,
                    (struct xlsx_out_cell){.row = cell->line - 1,
                                           .column = c,
                                           .text = cell->text,
                                           .style = r == (header > 0 ? header : 0)
                                                        ? XLSX_HEAD
                                                        : XLSX_PLAIN});
            }
        }
    }
}

static const char *text_at(const struct table *table, int line, int column)
{
    for (int r = 0; r < table->n_rows; r++) {
        const struct table_row *row = &table->row[r];
        if (row->line == line && column <= row->n_cells) {
            return row->cell[column - 1].text;
        }
    }
    return "";
}

/* Among the cells from the k-th on. */
static bool is_marked(const struct xlsx_out_sheet *sheet, int k, int row,
                      int column)
{
    for (; k < sheet->n_cells; k++) {
        const struct xlsx_out_cell *cell = &sheet->cell[k];
        if (cell->row == row && cell->column == column) {
            return true;
        }
    }
    return false;
}

/* A finding about a row marks its first cell. */
static void mark_faults(struct checking *checking, const struct table *table,
                        struct xlsx_out_sheet *sheet)
{
    int first = sheet->n_cells;
    for (int k = 0; k < checking->n_told; k++) {
        const struct finding *finding = checking->told[k];
        const struct place *place = &finding->place;
        int line = place->line > 0 ? place->line : 1;
        int column = place->column > 0 ? place->column : 1;
        if (is_marked(sheet, first, line - 1, column - 1)) {
            continue;
        }
        const char *reason = place->line > 0 && place->column > 0
                                 ? reasons(checking, line, column)
                                 : finding->text;
        xlsx_out_add(checking->arena, sheet,
                     (struct xlsx_out_cell){.row = line - 1,
                                            .column = column - 1,
                                            .text = text_at(table, line, column),
                                            .comment = reason,
                                            .style = XLSX_FAULT});
    }
}

static bool add_checked_book(struct checking *checking, struct output *output,
                             struct error *err)
{
    const struct xlsx_book *book = &checking->book;
    struct xlsx_out out = {.n_sheets = book->n_sheets};
    struct file_bytes bytes;
    out.sheet = arena_new(checking->arena, out.n_sheets, struct xlsx_out_sheet);
    for (int k = 0; k < out.n_sheets; k++) {
        struct table table;
        out.sheet[k].name = book->sheet[k].name;
        xlsx_read_sheet(checking->arena, book, k, &table, &checking->ignored);
        take_findings(checking, &table);
        copy_sheet(checking, &table, &out.sheet[k]);
        mark_faults(checking, &table, &out.sheet[k]);
    }
    if (!xlsx_write(checking->arena, &out, &bytes, err)) {
        return false;
    }
    output_add(output, "checked.xlsx", bytes.bytes, bytes.len);
    return true;
}

bool checked_files(struct arena *arena, const struct event_input *input,
                   const struct findings *findings, struct output *output,
                   struct error *err)
{
    struct checking checking = {
        .arena = arena, .input = input, .findings = findings};
    char *bytes;
    size_t len;
    findings_init(&checking.ignored, arena);
    const char *path = event_find_book(arena, input->path);
    if (!file_is_folder(path)) {
        if (!file_read(arena, path, &bytes, &len, err)) {
            return false;
        }
        checking.is_book = xlsx_is_archive(bytes, len);
        if (checking.is_book && !xlsx_open(arena, path, bytes, len, &checking.book,
                                           &checking.ignored)) {
            return true; /* nothing of it can be shown; the findings say so */
        }
    }
    add_error_rows(&checking, output);
    return !checking.is_book || add_checked_book(&checking, output, err);
}
