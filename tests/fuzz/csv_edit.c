/* Whatever table a command changes: what it puts into a cell is what is read there
 * again, and every other row and cell is read as before. The first bytes say which
 * row and what is put there; the rest is the table. */

#include "io/csv_edit.h"

#include <stdint.h>
#include <string.h>

#include "io/csv_table.h"
#include "tests/support/insist.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const value[] = {"",       "x",    "a;b,c\td",     "\"",
                                    "x\"\ny", "=1+1", "\xe5\xb2\x90", "#",
                                    "sep=;",  "  x"};
enum { N_VALUES = sizeof value / sizeof *value };

static bool split(struct arena *arena, struct file_bytes text, struct table *table)
{
    struct findings findings;
    findings_init(&findings, arena);
    return csv_split(arena, "f", text.bytes, text.len, table, &findings);
}

static const char *cell_of(const struct table_row *row, int c)
{
    return c < row->n_cells ? row->cell[c].text : "";
}

static bool are_equal(const struct table_row *a, const struct table_row *b)
{
    int n = a->n_cells > b->n_cells ? a->n_cells : b->n_cells;
    for (int c = 0; c < n; c++) {
        if (strcmp(cell_of(a, c), cell_of(b, c)) != 0) {
            return false;
        }
    }
    return true;
}

/* Untouched it keeps every byte. */
static void judge_untouched(struct arena *arena, const struct csv_edit *edit,
                            struct file_bytes text)
{
    const struct file_bytes same = csv_edit_text(arena, edit);
    insist(same.len == text.len && memcmp(same.bytes, text.bytes, text.len) == 0);
}

/* Row r of the table got the value in its first column, or is gone. */
static void judge_changed(const struct table *before, const struct table *after,
                          int r, const char *text)
{
    int k = 0;
    for (int i = 0; i < before->n_rows; i++) {
        if (i != r) {
            insist(k < after->n_rows &&
                   are_equal(&before->row[i], &after->row[k++]));
        } else if (text) {
            struct table_row *row = &after->row[k++];
            insist(k <= after->n_rows && strcmp(cell_of(row, 0), text) == 0);
        }
    }
    insist(k == after->n_rows);
}

/* What is read of a cell is what was put there, without the blanks around it. */
static const char *trimmed(const char *text)
{
    return text + strspn(text, " ");
}

static void edit_row(struct arena *arena, struct file_bytes text, uint8_t what,
                     const char *put)
{
    struct table before, after;
    struct csv_edit edit;
    if (!split(arena, text, &before) || before.n_rows < 2 ||
        before.row[0].n_cells == 0) {
        return;
    }
    const char *column = before.row[0].cell[0].text;
    csv_edit_init(&edit, arena, LIST_LOCKS, text.bytes, text.len);
    judge_untouched(arena, &edit, text);
    if (csv_edit_find_column(&edit, column) != 0) {
        return; /* a column that is called otherwise, or that there is twice */
    }
    int r = 1 + what / 2 % (before.n_rows - 1);
    bool removes = what % 2 == 1 || *put == '\0';
    if (removes) {
        csv_edit_remove(&edit, before.row[r].line);
    } else {
        csv_edit_set(&edit, before.row[r].line, column, put);
    }
    insist(split(arena, csv_edit_text(arena, &edit), &after));
    judge_changed(&before, &after, r, removes ? NULL : trimmed(put));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    if (size < 2) {
        return 0;
    }
    arena_init(&arena);
    const struct file_bytes text = {
        arena_strndup(&arena, (const char *)data + 2, size - 2), size - 2};
    edit_row(&arena, text, data[0], value[data[1] % N_VALUES]);
    arena_finish(&arena);
    return 0;
}
