/* A row is its cells as they were written, quotes and blanks included; one that was
 * not touched is written from the text itself. */

#include "io/csv_edit.h"

#include <string.h>

#include "io/csv_table.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/text.h"

struct csv_edit_row {
    int line;         /* below 0: added */
    const char *from; /* in the text, with its line end; NULL: added */
    size_t len;
    const char *line_end;
    const char **cell; /* as written */
    int n_cells, capacity;
    bool is_changed, is_removed;
};

static void add_cell(struct csv_edit *edit, struct csv_edit_row *row,
                     const char *text, size_t len)
{
    row->cell = arena_grow(edit->arena, row->cell, row->n_cells, &row->capacity,
                           sizeof *row->cell);
    row->cell[row->n_cells++] = arena_strndup(edit->arena, text, len);
}

static struct csv_edit_row *add_row(struct csv_edit *edit)
{
    edit->row = arena_grow(edit->arena, edit->row, edit->n_rows, &edit->capacity,
                           sizeof *edit->row);
    edit->row[edit->n_rows] = (struct csv_edit_row){.line_end = ""};
    return &edit->row[edit->n_rows++];
}

/* One row from text on; returns its length, and counts its lines. */
static size_t take_row(struct csv_edit *edit, const char *text, size_t len,
                       int *line)
{
    struct csv_edit_row *row = add_row(edit);
    bool in_quotes = false;
    size_t start = 0, k = 0;
    *row = (struct csv_edit_row){.line = *line, .from = text, .line_end = ""};
    for (; k < len; k++) {
        char c = text[k];
        bool is_end = c == '\n' || c == '\r';
        if (is_end && !(c == '\r' && k + 1 < len && text[k + 1] == '\n')) {
            ++*line;
        }
        if (c == '"') {
            in_quotes = !in_quotes;
        } else if (!in_quotes && c == edit->separator) {
            add_cell(edit, row, text + start, k - start);
            start = k + 1;
        } else if (!in_quotes && is_end) {
            break;
        }
    }
    add_cell(edit, row, text + start, k - start);
    if (k < len) {
        bool is_two = text[k] == '\r' && k + 1 < len && text[k + 1] == '\n';
        *line += is_two;
        row->line_end = is_two ? "\r\n" : text[k] == '\r' ? "\r" : "\n";
        k += is_two ? 2 : 1;
    }
    row->len = k;
    return k;
}

void csv_edit_init(struct csv_edit *edit, struct arena *arena, enum list list,
                   const char *text, size_t len)
{
    const struct csv_start start = csv_find_start(text, len);
    int line = start.line;
    *edit = (struct csv_edit){
        .arena = arena,
        .list = list,
        .text = text,
        .len = len,
        .separator = start.separator,
        .line_end = "\n",
    };
    for (size_t at = start.offset; at < len;) {
        at += take_row(edit, text + at, len - at, &line);
    }
    if (edit->n_rows > 0) {
        const struct csv_edit_row *header = &edit->row[0];
        edit->quotes_all = header->cell[0][0] == '"';
        edit->line_end = header->line_end[0] != '\0' ? header->line_end : "\n";
    }
}

/* What a cell says. */
static const char *content(struct arena *arena, const char *cell)
{
    char *text = text_trim(arena, cell, strlen(cell));
    size_t len = strlen(text);
    if (len < 2 || text[0] != '"' || text[len - 1] != '"') {
        return text;
    }
    char *to = text;
    for (size_t k = 1; k < len - 1; k++) {
        *to++ = text[k];
        k += text[k] == '"';
    }
    *to = '\0';
    return text_trim(arena, text, strlen(text));
}

int csv_edit_find_column(const struct csv_edit *edit, const char *name)
{
    for (int c = 0; edit->n_rows > 0 && c < edit->row[0].n_cells; c++) {
        struct arena scratch = *edit->arena;
        const char *written = content(&scratch, edit->row[0].cell[c]);
        size_t len = strlen(written);
        const struct heading *heading =
            text_utf8_check(written, len) == len
                ? heading_find(scratch, edit->list, written)
                : NULL;
        if (text_equal_nocase(heading ? heading->field : written, name)) {
            return c;
        }
    }
    return -1;
}

static const char *written(struct csv_edit *edit, const char *value)
{
    const char special[] = {'"', '\n', '\r', edit->separator, '\0'};
    size_t len = strlen(value);
    bool has_blanks = len > 0 && (value[0] == ' ' || value[len - 1] == ' ');
    if (len == 0 ||
        (!edit->quotes_all && !has_blanks && !strpbrk(value, special))) {
        return arena_strdup(edit->arena, value);
    }
    struct buf buf;
    buf_init(&buf, edit->arena);
    buf_add_char(&buf, '"');
    for (const char *c = value; *c; c++) {
        buf_add_text(&buf, *c == '"' ? "\"" : "");
        buf_add_char(&buf, *c);
    }
    buf_add_char(&buf, '"');
    return buf.data;
}

static struct csv_edit_row *find_row(struct csv_edit *edit, int line)
{
    for (int k = 1; k < edit->n_rows; k++) {
        if (edit->row[k].line == line && !edit->row[k].is_removed) {
            return &edit->row[k];
        }
    }
    return NULL;
}

void csv_edit_remove(struct csv_edit *edit, int line)
{
    struct csv_edit_row *row = find_row(edit, line);
    if (row) {
        row->is_removed = true;
    }
}

static int make_column(struct csv_edit *edit, const char *name)
{
    if (edit->n_rows == 0) {
        add_row(edit);
    }
    struct csv_edit_row *header = &edit->row[0];
    const char *cell = written(edit, name);
    add_cell(edit, header, cell, strlen(cell));
    header->is_changed = true;
    return header->n_cells - 1;
}

void csv_edit_set(struct csv_edit *edit, int line, const char *column,
                  const char *value)
{
    int c = csv_edit_find_column(edit, column);
    if (!find_row(edit, line) || (c < 0 && value[0] == '\0')) {
        return;
    }
    c = c < 0 ? make_column(edit, column) : c;
    struct csv_edit_row *row = find_row(edit, line);
    while (row->n_cells <= c) {
        add_cell(edit, row, "", 0);
    }
    row->cell[c] = written(edit, value);
    row->is_changed = true;
}

int csv_edit_add(struct csv_edit *edit)
{
    if (edit->n_rows == 0) {
        add_row(edit)->is_changed = true;
    }
    struct csv_edit_row *row = add_row(edit);
    row->line = -edit->n_rows;
    row->is_changed = true;
    return row->line;
}

static void add_text(const struct csv_edit *edit, struct buf *buf,
                     const struct csv_edit_row *row)
{
    if (!row->is_changed) {
        buf_add(buf, row->from, row->len);
        return;
    }
    for (int c = 0; c < row->n_cells; c++) {
        if (c > 0) {
            buf_add_char(buf, edit->separator);
        }
        buf_add_text(buf, row->cell[c]);
    }
    buf_add_text(buf, row->line_end[0] != '\0' ? row->line_end : edit->line_end);
}

struct file_bytes csv_edit_text(struct arena *arena, const struct csv_edit *edit)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    const char *first =
        edit->n_rows > 0 && edit->row[0].from ? edit->row[0].from : NULL;
    buf_add(&buf, edit->text, first ? (size_t)(first - edit->text) : edit->len);
    for (int k = 0; k < edit->n_rows; k++) {
        if (edit->row[k].is_removed) {
            continue;
        }
        /* The last row of the text may have had no line end. */
        char last = buf.len > 0 ? buf.data[buf.len - 1] : '\n';
        if (k > 0 && last != '\n' && last != '\r') {
            buf_add_text(&buf, edit->line_end);
        }
        add_text(edit, &buf, &edit->row[k]);
    }
    return (struct file_bytes){buf.data, buf.len};
}
