#include "io/book_template.h"

#include <string.h>

#include "io/book_template_texts.h"
#include "tests/support/check.h"

static const char *field_of(struct arena *arena, enum list list, const char *head)
{
    const struct heading *heading = heading_find(*arena, list, head);
    return heading ? heading->field : "";
}

/* What we write ourselves we must be able to read. */
static void test_heads(struct arena *arena)
{
    for (int k = 0; k < n_template_sheets; k++) {
        const struct template_sheet *sheet = &template_sheets[k];
        CHECK_INT(heading_find_list(*arena, sheet->name), sheet->list);
        for (int c = 0; c < TEMPLATE_MOST_COLUMNS && sheet->column[c].head; c++) {
            CHECK(*field_of(arena, sheet->list, sheet->column[c].head));
            CHECK(book_template_has_heading(sheet->list, sheet->column[c].head));
        }
        CHECK(sheet->column[0].example[0] == '#');
    }
    for (int k = 0; k < n_template_further; k++) {
        const struct template_further *at = &template_further[k];
        CHECK_TEXT(field_of(arena, at->list, at->head), at->field);
        CHECK(book_template_has_heading(at->list, at->head));
    }
    for (int k = 0; k < n_template_settings; k++) {
        CHECK(*field_of(arena, LIST_EVENT, template_settings[k].name));
    }
    CHECK(!book_template_has_heading(LIST_ROOMS, "Emial"));
}

static const struct xlsx_out_sheet *find_sheet(const struct xlsx_out *out,
                                               const char *name)
{
    for (int k = 0; k < out->n_sheets; k++) {
        if (strncmp(out->sheet[k].name, name, strlen(name)) == 0) {
            return &out->sheet[k];
        }
    }
    return NULL;
}

static const struct xlsx_out_cell *find_cell(const struct xlsx_out_sheet *sheet,
                                             int row, int column)
{
    for (int k = 0; k < sheet->n_cells; k++) {
        if (sheet->cell[k].row == row && sheet->cell[k].column == column) {
            return &sheet->cell[k];
        }
    }
    return NULL;
}

/* Numbers, dates and times are no texts, neither in examples nor in what is known. */
static void test_kinds(struct arena *arena, bool is_known)
{
    struct book_known known;
    struct xlsx_out out;
    book_known_init(&known, arena);
    if (is_known) {
        book_known_add_row(&known, LIST_SESSIONS);
        book_known_put(&known, LIST_SESSIONS, "id", "am");
        book_known_put(&known, LIST_SESSIONS, "date", "2026-05-19");
        book_known_put(&known, LIST_SESSIONS, "start", "09:00");
        book_known_put(&known, LIST_SESSIONS, "end", "24:00");
        book_known_put(&known, LIST_SESSIONS, "meeting_minutes", "20");
    }
    book_template(arena, &known, &out);
    const struct xlsx_out_sheet *sessions = find_sheet(&out, "Sessions");
    CHECK_TEXT(find_cell(sessions, 1, 0)->text, is_known ? "am" : "# am");
    CHECK_INT(find_cell(sessions, 1, 0)->kind, XLSX_TEXT);
    CHECK_INT(find_cell(sessions, 1, 2)->kind, XLSX_TIME);
    CHECK_INT(find_cell(sessions, 1, 2)->number, 1779148800);
    CHECK_INT(find_cell(sessions, 1, 3)->kind, XLSX_TIME);
    CHECK_INT(find_cell(sessions, 1, 3)->number,
              9 * 3600 - (int64_t)25569 * 24 * 3600);
    CHECK_INT(find_cell(sessions, 1, 4)->kind, is_known ? XLSX_TEXT : XLSX_TIME);
    CHECK_INT(find_cell(sessions, 1, 6)->kind, XLSX_NUMBER);
    CHECK_INT(find_cell(sessions, 1, 6)->number, 20);
    CHECK(find_sheet(&out, "Met before") == NULL);
    for (int k = 0; k < out.n_sheets; k++) {
        CHECK(out.sheet[k].is_printed);
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_heads(&arena);
    test_kinds(&arena, false);
    test_kinds(&arena, true);
    arena_finish(&arena);
    return check_report();
}
