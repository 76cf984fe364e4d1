/* Whatever the bytes are: there is a list of rows, each with content, and lines
 * rise in the order of the text; an error has a line. */

#include "io/csv_table.h"

#include <stdint.h>
#include <string.h>

#include "tests/support/insist.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void judge_row(const struct value *row, int *line)
{
    insist(row->kind == VALUE_OBJECT && row->n_items > 0);
    insist(row->line >= *line && row->line <= row->item[0].line);
    for (int c = 0; c < row->n_items; c++) {
        const struct value *cell = &row->item[c];
        size_t len = strlen(cell->text);
        insist(cell->kind == VALUE_CELL && cell->line >= *line);
        insist(len > 0 && text_utf8_check(cell->text, len) == len);
        insist(*cell->key && !strchr(cell->text, '\r'));
        *line = cell->line;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct findings findings;
    struct table_rows table;
    arena_init(&arena);
    findings_init(&findings, &arena);
    bool ok =
        csv_parse_table(&arena, "f", (const char *)data, size, &table, &findings);
    insist(ok != findings_has_errors(&findings));
    for (int i = 0; i < findings.n_findings; i++) {
        insist(findings.finding[i].place.line >= 1);
    }
    insist(table.rows.kind == VALUE_LIST);
    int line = 1;
    for (int r = 0; r < table.rows.n_items; r++) {
        judge_row(&table.rows.item[r], &line);
    }
    arena_finish(&arena);
    return 0;
}
