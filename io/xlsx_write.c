/* libxlsxwriter writes into a file, never into memory: one of its own that is read back
 * and removed. */

#include "io/xlsx_write.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "io/libraries.h"

enum {
    N_STYLES = XLSX_WRAPPED + 1,
    LAST_ROW = 5000,
    DAY_S = 24 * 60 * 60,
    EPOCH_DAYS = 25569, /* of 1970-01-01 in a workbook's count of days */
};

const bool xlsx_can_write = true;

struct writing {
    struct arena *arena;
    lxw_workbook *book;
    lxw_format *style[N_STYLES];
    const struct xlsx_out_sheet *sheet; /* the one at hand */
    lxw_format **of_column;             /* of that, or NULL */
};

static void set_example(lxw_format *format)
{
    format_set_italic(format);
    format_set_font_color(format, 0x666666);
}

static void make_styles(struct writing *writing)
{
    for (int k = 0; k < N_STYLES; k++) {
        writing->style[k] = workbook_add_format(writing->book);
        format_set_align(writing->style[k], LXW_ALIGN_VERTICAL_TOP);
    }
    format_set_bold(writing->style[XLSX_HEAD]);
    format_set_bg_color(writing->style[XLSX_HEAD], 0xDDE6F0);
    format_set_text_wrap(writing->style[XLSX_HEAD]);
    set_example(writing->style[XLSX_EXAMPLE]);
    format_set_bold(writing->style[XLSX_TITLE]);
    format_set_font_size(writing->style[XLSX_TITLE], 14);
    format_set_bg_color(writing->style[XLSX_FAULT], 0xFFC7CE);
    format_set_font_color(writing->style[XLSX_FAULT], 0x9C0006);
    format_set_text_wrap(writing->style[XLSX_WRAPPED]);
}

static void write_list(lxw_worksheet *sheet, struct writing *writing, int row,
                       int column, const struct strings *among)
{
    const char **text = arena_new(writing->arena, among->n + 1, const char *);
    memcpy(text, among->text, (size_t)among->n * sizeof *text);
    lxw_data_validation rule = {
        .validate = LXW_VALIDATION_TYPE_LIST,
        .value_list = (char **)text, /* which is only read */
        .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
    };
    worksheet_data_validation_range(sheet, (lxw_row_t)row, (lxw_col_t)column,
                                    (lxw_row_t)LAST_ROW, (lxw_col_t)column, &rule);
}

/* A number keeps its column's format also where it looks like an example. */
static lxw_format *number_format(const struct writing *writing,
                                 const struct xlsx_out_cell *cell)
{
    const char *shown = writing->sheet->column[cell->column].format;
    if (cell->style != XLSX_EXAMPLE) {
        return writing->of_column[cell->column];
    }
    lxw_format *format = workbook_add_format(writing->book);
    set_example(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_align(format, LXW_ALIGN_LEFT);
    if (shown) {
        format_set_num_format(format, shown);
    }
    return format;
}

static void write_columns(struct writing *writing, lxw_worksheet *sheet,
                          const struct xlsx_out_sheet *out)
{
    writing->of_column = arena_new(writing->arena, out->n_columns, lxw_format *);
    for (int c = 0; c < out->n_columns; c++) {
        const struct xlsx_out_column *column = &out->column[c];
        lxw_format *format = NULL;
        if (column->format) {
            format = workbook_add_format(writing->book);
            format_set_num_format(format, column->format);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
            format_set_align(format, LXW_ALIGN_LEFT);
        }
        writing->of_column[c] = format;
        if (column->width > 0 || format) {
            worksheet_set_column(
                sheet, (lxw_col_t)c, (lxw_col_t)c,
                column->width > 0 ? column->width : LXW_DEF_COL_WIDTH, format);
        }
        if (column->among.n > 0) {
            write_list(sheet, writing, out->n_frozen, c, &column->among);
        }
    }
}

static void write_cell(const struct writing *writing, lxw_worksheet *sheet,
                       const struct xlsx_out_cell *cell)
{
    lxw_row_t row = (lxw_row_t)cell->row;
    lxw_col_t column = (lxw_col_t)cell->column;
    lxw_format *style = writing->style[cell->style];
    if (cell->kind == XLSX_TIME) {
        worksheet_write_number(sheet, row, column,
                               (double)cell->number / DAY_S + EPOCH_DAYS,
                               number_format(writing, cell));
    } else if (cell->kind == XLSX_NUMBER) {
        worksheet_write_number(sheet, row, column, (double)cell->number,
                               number_format(writing, cell));
    } else if (cell->text[0] != '\0') {
        worksheet_write_string(sheet, row, column, cell->text, style);
    } else {
        worksheet_write_blank(sheet, row, column, style);
    }
    if (cell->comment) {
        worksheet_write_comment(sheet, row, column, cell->comment);
    }
}

static void write_print_setup(lxw_worksheet *sheet,
                              const struct xlsx_out_sheet *out)
{
    enum { PAPER_A4 = 9, AS_MANY_AS_NEEDED = 0 };
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, PAPER_A4);
    worksheet_fit_to_pages(sheet, 1, AS_MANY_AS_NEEDED);
    worksheet_set_footer(sheet, "&L&A&R&P / &N");
    if (out->n_frozen > 0) {
        worksheet_repeat_rows(sheet, 0, (lxw_row_t)(out->n_frozen - 1));
    }
}

static void write_height(lxw_worksheet *sheet, const struct xlsx_out_sheet *out,
                         int row)
{
    if (row < out->n_heights && out->height[row] > 0) {
        worksheet_set_row(sheet, (lxw_row_t)row, out->height[row], NULL);
    }
}

static void write_sheet(struct writing *writing, lxw_worksheet *sheet,
                        const struct xlsx_out_sheet *out)
{
    int last_row = out->n_frozen;
    writing->sheet = out;
    write_columns(writing, sheet, out);
    for (int k = 0; k < out->n_cells; k++) {
        if (k == 0 || out->cell[k].row != out->cell[k - 1].row) {
            write_height(sheet, out, out->cell[k].row);
        }
        write_cell(writing, sheet, &out->cell[k]);
        last_row = out->cell[k].row > last_row ? out->cell[k].row : last_row;
    }
    if (out->n_frozen > 0 || out->n_frozen_columns > 0) {
        worksheet_freeze_panes(sheet, (lxw_row_t)out->n_frozen,
                               (lxw_col_t)out->n_frozen_columns);
    }
    if (out->has_filter && out->n_columns > 0) {
        worksheet_autofilter(sheet, (lxw_row_t)(out->n_frozen - 1), 0,
                             (lxw_row_t)last_row, (lxw_col_t)(out->n_columns - 1));
    }
    if (out->is_printed) {
        write_print_setup(sheet, out);
    }
}

/* Then rows go to the disk one by one, and must come in order, as those of
 * book_sheet.h do; texts stand in their cells, not in a table of all. */
static bool is_large(const struct xlsx_out *out)
{
    enum { MANY_CELLS = 100 * 1000 };
    int n = 0;
    for (int k = 0; k < out->n_sheets; k++) {
        for (int c = 1; c < out->sheet[k].n_cells; c++) {
            if (out->sheet[k].cell[c].row < out->sheet[k].cell[c - 1].row) {
                return false;
            }
        }
        n += out->sheet[k].n_cells;
    }
    return n > MANY_CELLS;
}

static bool write_file(struct arena *arena, const struct xlsx_out *out,
                       const char *path, struct error *err)
{
    enum { FIXED_S = 1600000000 }; /* no clock time stands in a file of ours */
    lxw_doc_properties properties = {.created = FIXED_S};
    lxw_workbook_options options = {.constant_memory = is_large(out)};
    errno = 0;
    struct writing writing = {.arena = arena,
                              .book = workbook_new_opt(path, &options)};
    if (!writing.book) {
        out_of_memory();
    }
    workbook_set_properties(writing.book, &properties);
    make_styles(&writing);
    const char *refused = NULL;
    for (int k = 0; k < out->n_sheets; k++) {
        const char *name = out->sheet[k].name;
        lxw_worksheet *sheet = workbook_add_worksheet(writing.book, name);
        refused = sheet || refused ? refused : name;
        if (sheet) {
            write_sheet(&writing, sheet, &out->sheet[k]);
        }
    }
    lxw_error error = workbook_close(writing.book);
    if (errno == ENOMEM) {
        /* Something may be missing in it, without a word. (Not all of it shows: what
         * the library does behind it may set errno anew.) */
        out_of_memory();
    }
    if (refused) {
        return error_set(
            err,
            "a sheet called '%s' cannot be written; expected a name of "
            "at most 31 characters, without / \\ ? * [ ] : and unlike "
            "the others",
            refused);
    }
    if (error != LXW_NO_ERROR) {
        error_set(err, "%s: the workbook could not be made: %s", path,
                  lxw_strerror(error));
        err->code = EXIT_CODE_IO;
        return false;
    }
    return true;
}

bool xlsx_write(struct arena *arena, const struct xlsx_out *out,
                struct file_bytes *bytes, struct error *err)
{
    const char *folder = getenv("TMPDIR");
    char *path = arena_printf(arena, "%s/matchday-XXXXXX",
                              folder && folder[0] ? folder : "/tmp");
    int file = mkstemp(path);
    char *read;
    if (file < 0) {
        return error_set_errno(err, "%s: cannot be made", path);
    }
    close(file);
    bool ok = write_file(arena, out, path, err) &&
              file_read(arena, path, &read, &bytes->len, err);
    unlink(path);
    bytes->bytes = ok ? read : NULL;
    return ok;
}

const char *xlsx_write_library_version(void)
{
    return lxw_version();
}
