#include "io/book_template.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "io/book_template_texts.h"
#include "io/csv_write.h"
#include "scheduler/base/civil.h"
#include "scheduler/base/text.h"

enum { MOST_SHOWN = TEMPLATE_MOST_COLUMNS + KNOWN_MOST_FIELDS };

static const struct template_further *find_further(enum list list,
                                                   const char *field)
{
    for (int k = 0; k < n_template_further; k++) {
        if (template_further[k].list == list &&
            strcmp(template_further[k].field, field) == 0) {
            return &template_further[k];
        }
    }
    return NULL;
}

/* A column, or a setting, as it is shown. */
struct shown {
    const char *field, *head, *example, *format, *among, *help;
    double width;
    enum cell_kind kind;
};

static struct shown shown_of(struct arena scratch, enum list list, const char *head)
{
    const struct heading *heading = heading_find(scratch, list, head);
    assert(heading);
    return (struct shown){.head = head,
                          .field = heading->field,
                          .kind = heading->kind,
                          .example = "",
                          .help = ""};
}

/* A field that the template does not have, under its further name or, if it has none,
 * its own. */
static struct shown shown_further(struct arena scratch, enum list list,
                                  const char *field)
{
    const struct template_further *at = find_further(list, field);
    struct shown shown = {.field = field, .head = field, .example = "", .help = ""};
    if (at) {
        shown = shown_of(scratch, list, at->head);
        shown.width = at->width;
    }
    return shown;
}

static bool is_among(const struct shown *shown, int n, const char *field)
{
    int k = 0;
    while (k < n && strcmp(shown[k].field, field) != 0) {
        k++;
    }
    return k < n;
}

/* Adds what is known beyond the template, in the order of the table above. */
static int add_further(struct arena scratch, const struct known_table *known,
                       enum list list, struct shown *shown, int n)
{
    for (int k = 0; k < n_template_further; k++) {
        for (int f = 0; f < known->n_fields && template_further[k].list == list;
             f++) {
            if (strcmp(known->field[f], template_further[k].field) == 0) {
                shown[n++] = shown_further(scratch, list, known->field[f]);
            }
        }
    }
    for (int f = 0; f < known->n_fields; f++) {
        if (!is_among(shown, n, known->field[f])) {
            shown[n++] = shown_further(scratch, list, known->field[f]);
        }
    }
    return n;
}

/* The columns of a sheet; returns their number. */
static int find_columns(struct arena scratch, const struct template_sheet *sheet,
                        const struct known_table *known,
                        struct shown column[MOST_SHOWN])
{
    int n = 0;
    for (; n < TEMPLATE_MOST_COLUMNS && sheet->column[n].head; n++) {
        const struct template_column *from = &sheet->column[n];
        column[n] = shown_of(scratch, sheet->list, from->head);
        column[n].example = from->example;
        column[n].width = from->width;
        column[n].format = from->format;
        column[n].among = from->among;
    }
    return add_further(scratch, known, sheet->list, column, n);
}

/* The settings; returns their number. */
static int find_settings(struct arena scratch, const struct known_table *known,
                         struct shown setting[MOST_SHOWN])
{
    int n = 0;
    for (; n < n_template_settings; n++) {
        setting[n] = shown_of(scratch, LIST_EVENT, template_settings[n].name);
        setting[n].example = template_settings[n].value;
        setting[n].help = template_settings[n].help;
    }
    return add_further(scratch, known, LIST_EVENT, setting, n);
}

/* A setting's value: the template's where none is known. */
static const char *value_of(const struct book_known *known,
                            const struct shown *setting)
{
    const char *value = book_known_find(known, LIST_EVENT, 0, setting->field);
    return value ? value : setting->example;
}

static void add_text(struct arena *arena, struct xlsx_out_sheet *sheet, int row,
                     int column, const char *text, enum xlsx_style style)
{
    xlsx_out_add(arena, sheet,
                 (struct xlsx_out_cell){
                     .row = row, .column = column, .text = text, .style = style});
}

static bool is_number(const char *text)
{
    return *text && text[strspn(text, "0123456789")] == '\0' && strlen(text) < 10;
}

/* Real numbers, dates and times, which spreadsheets reckon and sort with; a text where
 * it is none of them. */
static struct xlsx_out_cell cell_of(enum cell_kind kind, const char *text)
{
    enum { DAY_S = 24 * 60 * 60, MINUTE_S = 60, BEFORE_1970 = 25569 /* days */ };
    struct civil civil;
    bool is_fixed;
    int64_t instant_s;
    struct xlsx_out_cell cell = {.text = text};
    if (kind == CELL_NUMBER && is_number(text)) {
        cell.kind = XLSX_NUMBER;
        cell.number = strtol(text, NULL, 10);
    } else if ((kind == CELL_DATE && civil_parse_date(text, &civil)) ||
               (kind == CELL_INSTANT &&
                civil_parse(text, &civil, &is_fixed, &instant_s) && !is_fixed)) {
        cell.kind = XLSX_TIME;
        cell.number = civil_to_seconds(civil);
    } else if (kind == CELL_CLOCK && clock_parse(text) >= 0 &&
               clock_parse(text) < DAY_S / MINUTE_S) {
        cell.kind = XLSX_TIME;
        cell.number =
            (int64_t)clock_parse(text) * MINUTE_S - (int64_t)BEFORE_1970 * DAY_S;
    }
    return cell;
}

static void add_cell(struct arena *arena, struct xlsx_out_sheet *sheet, int row,
                     int column, const struct shown *shown, const char *text,
                     enum xlsx_style style)
{
    struct xlsx_out_cell cell = cell_of(shown->kind, text);
    cell.row = row;
    cell.column = column;
    cell.style = style;
    xlsx_out_add(arena, sheet, cell);
}

/* Heads in two languages need more than one line. */
static void raise_head(struct arena *arena, struct xlsx_out_sheet *sheet)
{
    enum { THREE_LINES = 45 };
    sheet->height = arena_new(arena, 1, double);
    sheet->height[0] = THREE_LINES;
    sheet->n_heights = 1;
}

static void add_settings(struct arena *arena, const struct book_known *known,
                         struct xlsx_out_sheet *sheet)
{
    static const double width[] = {34, 44, 70};
    struct shown *shown = arena_new(arena, MOST_SHOWN, struct shown);
    int n = find_settings(*arena, &known->table[LIST_EVENT], shown);
    *sheet = (struct xlsx_out_sheet){.name = "Event (イベント)",
                                     .n_columns = 3,
                                     .n_frozen = 1,
                                     .is_printed = true};
    sheet->column = arena_new(arena, 3, struct xlsx_out_column);
    for (int c = 0; c < 3; c++) {
        sheet->column[c].width = width[c];
        add_text(arena, sheet, 0, c, template_setting_head[c], XLSX_HEAD);
    }
    sheet->column[1].format = "General"; /* numbers stand where texts do */
    for (int k = 0; k < n; k++) {
        add_text(arena, sheet, k + 1, 0, shown[k].head, XLSX_PLAIN);
        add_cell(arena, sheet, k + 1, 1, &shown[k], value_of(known, &shown[k]),
                 XLSX_PLAIN);
        add_text(arena, sheet, k + 1, 2, shown[k].help, XLSX_EXAMPLE);
    }
}

static void add_rows(struct arena *arena, const struct book_known *known,
                     enum list list, const struct shown *shown, int n,
                     struct xlsx_out_sheet *sheet)
{
    for (int r = 0; r < known->table[list].n_rows; r++) {
        for (int c = 0; c < n; c++) {
            const char *text = book_known_find(known, list, r, shown[c].field);
            if (text) {
                add_cell(arena, sheet, r + 1, c, &shown[c], text, XLSX_PLAIN);
            }
        }
    }
}

static void add_list(struct arena *arena, const struct template_sheet *from,
                     const struct book_known *known, struct xlsx_out_sheet *sheet)
{
    const struct known_table *table = &known->table[from->list];
    struct shown *shown = arena_new(arena, MOST_SHOWN, struct shown);
    int n = find_columns(*arena, from, table, shown);
    *sheet = (struct xlsx_out_sheet){
        .name = from->name, .n_columns = n, .n_frozen = 1, .is_printed = true};
    sheet->column = arena_new(arena, n, struct xlsx_out_column);
    raise_head(arena, sheet);
    for (int c = 0; c < n; c++) {
        sheet->column[c] = (struct xlsx_out_column){
            .width = shown[c].width,
            .format = shown[c].format,
            .among = text_split(arena, shown[c].among ? shown[c].among : "", '|'),
        };
        add_text(arena, sheet, 0, c, shown[c].head, XLSX_HEAD);
    }
    for (int c = 0; c < n && table->n_rows == 0; c++) {
        add_cell(arena, sheet, 1, c, &shown[c], shown[c].example, XLSX_EXAMPLE);
    }
    add_rows(arena, known, from->list, shown, n, sheet);
}

static void add_help(struct arena *arena, struct xlsx_out_sheet *sheet)
{
    *sheet = (struct xlsx_out_sheet){
        .name = "Help (ヘルプ)", .n_columns = 1, .is_printed = true};
    sheet->column = arena_new(arena, 1, struct xlsx_out_column);
    sheet->column[0].width = 110;
    add_text(arena, sheet, 0, 0, "A matchmaking day / 商談会", XLSX_TITLE);
    for (int k = 0; k < n_template_help; k++) {
        add_text(arena, sheet, k + 2, 0, template_help[k], XLSX_WRAPPED);
    }
}

/* Nobody fills that in by hand. */
static bool is_left_out(const struct template_sheet *sheet,
                        const struct book_known *known)
{
    return sheet->list == LIST_MET_BEFORE && known->table[sheet->list].n_rows == 0;
}

void book_template(struct arena *arena, const struct book_known *known,
                   struct xlsx_out *out)
{
    out->sheet = arena_new(arena, n_template_sheets + 2, struct xlsx_out_sheet);
    out->n_sheets = 0;
    add_settings(arena, known, &out->sheet[out->n_sheets++]);
    for (int k = 0; k < n_template_sheets; k++) {
        if (!is_left_out(&template_sheets[k], known)) {
            add_list(arena, &template_sheets[k], known,
                     &out->sheet[out->n_sheets++]);
        }
    }
    add_help(arena, &out->sheet[out->n_sheets++]);
}

static void add_file(struct output *output, enum list list,
                     const struct csv_writer *csv)
{
    output_add(output, arena_printf(output->arena, "%s.csv", list_names[list]),
               csv->buf.data, csv->buf.len);
}

static void add_settings_file(struct arena *arena, const struct book_known *known,
                              struct output *output)
{
    struct csv_writer csv;
    struct shown *shown = arena_new(arena, MOST_SHOWN, struct shown);
    int n = find_settings(*arena, &known->table[LIST_EVENT], shown);
    csv_begin(&csv, arena);
    csv_add_text(&csv, template_setting_head[0]);
    csv_add_text(&csv, template_setting_head[1]);
    csv_end_row(&csv);
    for (int k = 0; k < n; k++) {
        csv_add_text(&csv, shown[k].head);
        csv_add_text(&csv, value_of(known, &shown[k]));
        csv_end_row(&csv);
    }
    add_file(output, LIST_EVENT, &csv);
}

static void add_list_file(struct arena *arena, const struct template_sheet *sheet,
                          const struct book_known *known, struct output *output)
{
    const struct known_table *table = &known->table[sheet->list];
    struct csv_writer csv;
    struct shown *shown = arena_new(arena, MOST_SHOWN, struct shown);
    int n = find_columns(*arena, sheet, table, shown);
    csv_begin(&csv, arena);
    for (int c = 0; c < n; c++) {
        csv_add_text(&csv, shown[c].head);
    }
    csv_end_row(&csv);
    for (int r = 0; r < table->n_rows; r++) {
        for (int c = 0; c < n; c++) {
            const char *text =
                book_known_find(known, sheet->list, r, shown[c].field);
            csv_add_text(&csv, text ? text : "");
        }
        csv_end_row(&csv);
    }
    add_file(output, sheet->list, &csv);
}

void book_template_tables(struct arena *arena, const struct book_known *known,
                          struct output *output)
{
    add_settings_file(arena, known, output);
    for (int k = 0; k < n_template_sheets; k++) {
        if (!is_left_out(&template_sheets[k], known)) {
            add_list_file(arena, &template_sheets[k], known, output);
        }
    }
}

static const struct template_sheet *sheet_of(enum list list)
{
    for (int k = 0; k < n_template_sheets; k++) {
        if (template_sheets[k].list == list) {
            return &template_sheets[k];
        }
    }
    return NULL;
}

bool book_template_has_heading(enum list list, const char *text)
{
    const struct template_sheet *sheet = sheet_of(list);
    for (int c = 0; sheet && c < TEMPLATE_MOST_COLUMNS && sheet->column[c].head;
         c++) {
        if (strcmp(sheet->column[c].head, text) == 0) {
            return true;
        }
    }
    for (int k = 0; k < n_template_further; k++) {
        if (template_further[k].list == list &&
            strcmp(template_further[k].head, text) == 0) {
            return true;
        }
    }
    return false;
}

bool book_template_is_example(enum list list, const struct table_row *row)
{
    const struct template_sheet *sheet = sheet_of(list);
    for (int c = 0; sheet && c < TEMPLATE_MOST_COLUMNS; c++) {
        const char *example = sheet->column[c].head ? sheet->column[c].example : "";
        if (strcmp(c < row->n_cells ? row->cell[c].text : "", example) != 0) {
            return false;
        }
    }
    return sheet && row->n_cells <= TEMPLATE_MOST_COLUMNS;
}
