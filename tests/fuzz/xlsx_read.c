/* Whatever the bytes are: a workbook is refused with an error, or its sheets are tables
 * of valid texts, in the order of rows. */

#include "io/xlsx_read.h"

#include <stdint.h>
#include <string.h>

#include "tests/support/insist.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void judge_table(const struct table *table)
{
    int line = 0;
    for (int r = 0; r < table->n_rows; r++) {
        const struct table_row *row = &table->row[r];
        insist(row->line > line && row->n_cells > 0);
        line = row->line;
        for (int c = 0; c < row->n_cells; c++) {
            size_t len = strlen(row->cell[c].text);
            insist(text_utf8_check(row->cell[c].text, len) == len);
            insist(row->cell[c].line == row->line);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct findings findings;
    struct xlsx_book book;
    arena_init(&arena);
    findings_init(&findings, &arena);
    bool ok = xlsx_open(&arena, "f", (const char *)data, size, &book, &findings);
    insist(ok != findings_has_errors(&findings));
    for (int k = 0; k < book.n_sheets && ok; k++) {
        struct table table;
        int n_errors = findings.n_errors;
        insist(xlsx_read_sheet(&arena, &book, k, &table, &findings) ||
               findings.n_errors > n_errors);
        judge_table(&table);
    }
    arena_finish(&arena);
    return 0;
}
