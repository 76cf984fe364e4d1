#include "io/book_sheet.h"

#include "io/unicode.h"

enum {
    MOST_COLUMNS = 1024,
    LEAST_WIDTH = 8,
    MOST_WIDTH = 48,
    PADDING = 2,      /* beside the text, and for the filter's button */
    CLOCK_WIDTH = 18, /* "2021-05-18 09:00" */
    LINE_POINTS = 15,
};

void book_sheet_begin(struct arena *arena, struct xlsx_out *book, const char *name,
                      struct book_sheet *sheet)
{
    *sheet = (struct book_sheet){
        .arena = arena,
        .out = &book->sheet[book->n_sheets++],
        .most_width = MOST_WIDTH,
    };
    *sheet->out = (struct xlsx_out_sheet){
        .name = name,
        .column = arena_new(arena, MOST_COLUMNS, struct xlsx_out_column),
        .is_printed = true,
    };
}

static void add_cell(struct book_sheet *sheet, struct xlsx_out_cell cell)
{
    if (sheet->column >= MOST_COLUMNS) {
        return;
    }
    cell.row = sheet->row;
    cell.column = sheet->column++;
    xlsx_out_add(sheet->arena, sheet->out, cell);
    if (sheet->column > sheet->out->n_columns) {
        sheet->out->n_columns = sheet->column;
    }
}

void book_sheet_add(struct book_sheet *sheet, const char *text)
{
    if (text[0] == '\0') {
        sheet->column++;
        return;
    }
    add_cell(sheet, (struct xlsx_out_cell){.text = text});
}

void book_sheet_add_head(struct book_sheet *sheet, const char *text)
{
    add_cell(sheet, (struct xlsx_out_cell){.text = text, .style = XLSX_HEAD});
}

void book_sheet_add_wrapped(struct book_sheet *sheet, const char *text)
{
    add_cell(sheet, (struct xlsx_out_cell){.text = text, .style = XLSX_WRAPPED});
}

void book_sheet_add_title(struct book_sheet *sheet, const char *text)
{
    add_cell(sheet, (struct xlsx_out_cell){.text = text, .style = XLSX_TITLE});
}

void book_sheet_add_number(struct book_sheet *sheet, int64_t number)
{
    if (sheet->column < MOST_COLUMNS) {
        sheet->out->column[sheet->column].format = "0";
    }
    add_cell(sheet, (struct xlsx_out_cell){
                        .text = "", .kind = XLSX_NUMBER, .number = number});
}

void book_sheet_add_time(struct book_sheet *sheet, const struct zone *zone,
                         int64_t instant_s)
{
    if (sheet->column < MOST_COLUMNS) {
        sheet->out->column[sheet->column].format = "yyyy-mm-dd hh:mm";
    }
    add_cell(sheet, (struct xlsx_out_cell){.text = "",
                                           .kind = XLSX_TIME,
                                           .number = civil_to_seconds(
                                               zone_to_civil(zone, instant_s))});
}

void book_sheet_add_clock_heads(struct book_sheet *sheet, const struct event *event)
{
    for (int z = 0; z < event->n_display_zones; z++) {
        book_sheet_add_head(sheet, event->display_zone[z]->name);
    }
}

void book_sheet_add_heads(struct book_sheet *sheet, const char *const *head)
{
    for (; *head; head++) {
        book_sheet_add_head(sheet, *head);
    }
}

void book_sheet_end_heads(struct book_sheet *sheet)
{
    book_sheet_end_row(sheet);
    sheet->out->n_frozen = sheet->row;
    sheet->out->has_filter = true;
}

void book_sheet_add_clocks(struct book_sheet *sheet, const struct event *event,
                           int64_t instant_s)
{
    for (int z = 0; z < event->n_display_zones; z++) {
        book_sheet_add_time(sheet, event->display_zone[z], instant_s);
    }
}

void book_sheet_end_row(struct book_sheet *sheet)
{
    sheet->row++;
    sheet->column = 0;
}

/* Titles may run over the cells beside them. */
static int width_of(const struct xlsx_out_cell *cell)
{
    return cell->kind == XLSX_TIME     ? CLOCK_WIDTH
           : cell->style == XLSX_TITLE ? 0
           : cell->kind == XLSX_NUMBER ? LEAST_WIDTH
                                       : unicode_width(cell->text) + PADDING;
}

/* Programs that read the file do not all measure wrapped text themselves. */
static void set_heights(struct book_sheet *sheet)
{
    struct xlsx_out_sheet *out = sheet->out;
    out->n_heights = sheet->row + 1;
    out->height = arena_new(sheet->arena, out->n_heights, double);
    for (int k = 0; k < out->n_cells; k++) {
        const struct xlsx_out_cell *cell = &out->cell[k];
        int room = (int)out->column[cell->column].width - PADDING;
        bool wraps = cell->style == XLSX_WRAPPED || cell->style == XLSX_HEAD;
        int lines = wraps && cell->kind == XLSX_TEXT
                        ? (unicode_width(cell->text) + room - 1) / room
                        : 1;
        double height = (lines + (lines > 1)) * LINE_POINTS; /* words break early */
        if (lines > 1 && height > out->height[cell->row]) {
            out->height[cell->row] = height;
        }
    }
}

void book_sheet_end(struct book_sheet *sheet)
{
    struct xlsx_out_sheet *out = sheet->out;
    for (int c = 0; c < out->n_columns; c++) {
        out->column[c].width = LEAST_WIDTH;
    }
    for (int k = 0; k < out->n_cells; k++) {
        struct xlsx_out_column *column = &out->column[out->cell[k].column];
        int width = width_of(&out->cell[k]);
        width = width > sheet->most_width ? sheet->most_width : width;
        column->width = width > column->width ? width : column->width;
    }
    set_heights(sheet);
}
