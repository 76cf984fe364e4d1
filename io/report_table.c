#include "io/report_table.h"

#include <inttypes.h>

enum { CHUNK_ROWS = 100 };

static void add_head(struct report_table *table)
{
    struct html *html = &table->report->html;
    html_open(html, "thead");
    html_open(html, "tr");
    for (int k = 0; k < table->n_columns; k++) {
        const struct report_column *column = &table->column[k];
        html_open(html, "th");
        html_attr(html, "scope", "col");
        if (column->is_number) {
            html_attr(html, "class", "n");
        }
        if (column->name) {
            html_text(html, column->name);
        } else {
            page_text_content(html, column->title);
        }
        html_close(html);
    }
    html_close(html);
    html_close(html);
}

static void begin_chunk(struct report_table *table)
{
    struct html *html = &table->report->html;
    html_open(html, "div");
    html_attr(html, "class", "piece");
    html_open(html, "table");
    if (table->n_rows > 0) {
        html_attr(html, "class",
                  "more"); /* its head is for who cannot see the first */
    }
    add_head(table);
    html_open(html, "tbody");
    html_text(html, "\n");
}

static void end_chunk(struct html *html)
{
    html_close(html); /* tbody */
    html_close(html); /* table */
    html_close(html); /* div */
}

static void end_row(struct report_table *table)
{
    struct html *html = &table->report->html;
    if (table->n_rows > 0) {
        html_close(html); /* tr */
    }
    if (table->n_rows > 0 && table->n_rows % CHUNK_ROWS == 0) {
        end_chunk(html);
    }
}

void report_table_begin(struct report_table *table)
{
    struct html *html = &table->report->html;
    table->n_rows = 0;
    html_open(html, "div");
    html_attr_printf(html, "class", "table %s%s", table->class,
                     table->is_plain ? " plain" : "");
    html_text(html, "\n");
}

void report_row(struct report_table *table)
{
    end_row(table);
    if (table->n_rows % CHUNK_ROWS == 0) {
        begin_chunk(table);
    }
    html_open(&table->report->html, "tr");
    table->n_rows++;
}

void report_table_end(struct report_table *table)
{
    struct html *html = &table->report->html;
    end_row(table);
    if (table->n_rows % CHUNK_ROWS != 0) {
        end_chunk(html);
    }
    html_close(html); /* div */
}

void report_cell_open(struct report_table *table, const char *class)
{
    html_open(&table->report->html, "td");
    if (class) {
        html_attr(&table->report->html, "class", class);
    }
}

void report_cell(struct report_table *table, const char *text)
{
    html_leaf(&table->report->html, "td", NULL, text);
}

void report_cell_number(struct report_table *table, int64_t number)
{
    report_cell_open(table, "n");
    html_number(&table->report->html, number);
    html_close(&table->report->html);
}

void report_cell_text(struct report_table *table, enum page_text text)
{
    page_text_leaf(&table->report->html, "td", NULL, text);
}

static int percent(int64_t n, int64_t of)
{
    return of <= 0 ? 0 : n >= of ? 100 : (int)((n * 200 + of) / (2 * of));
}

static void add_bar(struct html *html, int64_t n, int64_t of)
{
    html_open(html, "span");
    html_attr_printf(html, "class", "bar w%d", percent(n, of));
    html_close(html);
}

void report_cell_bar(struct report_table *table, int64_t n, int64_t of)
{
    struct html *html = &table->report->html;
    report_cell_open(table, "b");
    html_open(html, "span");
    html_attr(html, "class", "v");
    html_number(html, n);
    html_close(html);
    html_text(html, " ");
    add_bar(html, n, of);
    html_close(html);
}

void report_cell_share(struct report_table *table, int64_t n, int64_t of)
{
    struct html *html = &table->report->html;
    report_cell_open(table, "b");
    html_open(html, "span");
    html_attr(html, "class", "v");
    html_number(html, percent(n, of));
    html_text(html, " %");
    html_close(html);
    html_text(html, " ");
    add_bar(html, n, of);
    html_close(html);
}

const char *report_bar_rules(struct arena *arena)
{
    struct buf buf;
    buf_init(&buf, arena);
    for (int k = 0; k <= 100; k++) {
        buf_printf(&buf, ".w%d{--w:%d}", k, k);
    }
    buf_add_char(&buf, '\n');
    return buf.data;
}
