#include "io/table_ends.h"

#include <string.h>

#include "io/unicode.h"
#include "scheduler/base/text.h"

bool table_is_sum(struct arena scratch, const char *text)
{
    static const char *const word[] = {
        "total", "totals", "totaux",   "grandtotal", "totalgeneral", "totalgénéral",
        "sum",   "somme",  "subtotal", "soustotal",  "nombre",       "合計",
        "総計",  "小計",   "総合計",   "計",         "以上"};
    const char *letters = unicode_letters(&scratch, text);
    for (size_t k = 0; k < sizeof word / sizeof *word; k++) {
        size_t len = strlen(word[k]);
        if (strncmp(letters, word[k], len) == 0 &&
            (letters[len] == '\0' || strchr("0123456789", letters[len]))) {
            return true;
        }
    }
    return false;
}

/* "12", "1,200", "3社" */
static bool is_count(struct arena scratch, const char *text)
{
    const char *at = unicode_compatible(&scratch, text);
    size_t digits = strspn(at, "0123456789.,");
    return digits > 0 && text_is_one_of("|社|名|人|件|団体", at + digits);
}

enum table_end table_find_end(struct arena scratch, const struct table_row *row,
                              int n_columns, const char **text, int *column)
{
    static const char reference_mark[] = "※";
    int n_filled = 0, n_counts = 0;
    *text = "";
    for (int c = 0; c < row->n_cells; c++) {
        const char *cell = row->cell[c].text;
        if (!*cell) {
            continue;
        }
        if (n_filled++ == 0) {
            *text = cell;
            *column = c + 1;
        } else {
            n_counts += is_count(scratch, cell);
        }
    }
    if (n_filled > 0 && n_filled == n_counts + 1 && table_is_sum(scratch, *text)) {
        return TABLE_END_SUM;
    }
    bool is_marked = (*text)[0] == '*' || text_begins_with(*text, reference_mark);
    return n_filled == 1 && n_columns > 1 && is_marked ? TABLE_END_REMARK
                                                       : TABLE_END_NONE;
}
