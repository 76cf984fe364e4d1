#include "io/xlsx_parts.h"

#include "tests/support/check.h"

static const struct {
    double days;
    bool from_1904;
    int shows;
    const char *text; /* "" = no date */
} row[] = {
    {46161, false, XLSX_DATE_DAY, "2026-05-19"},
    {46161.375, false, XLSX_DATE_DAY, "2026-05-19T09:00"},
    {46161.375, false, XLSX_DATE_DAY | XLSX_DATE_CLOCK, "2026-05-19T09:00"},
    {46161, false, XLSX_DATE_DAY | XLSX_DATE_CLOCK, "2026-05-19T00:00"},
    {46161.375, false, XLSX_DATE_CLOCK, "09:00"},
    {0.375, false, XLSX_DATE_CLOCK, "09:00"},
    {0.375, false, XLSX_DATE_DAY | XLSX_DATE_CLOCK, "09:00"},
    {2.0 / 3, false, XLSX_DATE_CLOCK, "16:00"},
    {1, false, XLSX_DATE_CLOCK, "24:00"},
    {0.5 + 1.0 / 86400, false, XLSX_DATE_CLOCK, "12:00:01"},
    {44699, true, XLSX_DATE_DAY, "2026-05-19"},
    {1, false, XLSX_DATE_DAY, "1900-01-01"},
    {59, false, XLSX_DATE_DAY, "1900-02-28"},
    {61, false, XLSX_DATE_DAY, "1900-03-01"},
    {2958465, false, XLSX_DATE_DAY, "9999-12-31"},
    {2958466, false, XLSX_DATE_DAY, ""},
    {-1, false, XLSX_DATE_DAY, ""},
};

static const struct {
    const char *code;
    int shows;
} format_row[] = {
    {"General", 0},
    {"0.00", 0},
    {"#,##0 \"days\"", 0},
    {"\\d0", 0},
    {"[Red]0", 0},
    {"yyyy-mm-dd", XLSX_DATE_DAY},
    {"d/m/yy;@", XLSX_DATE_DAY},
    {"mmm", XLSX_DATE_DAY},
    {"[$-411]ggge\"年\"m\"月\"d\"日\"", XLSX_DATE_DAY},
    {"hh:mm", XLSX_DATE_CLOCK},
    {"[h]:mm", XLSX_DATE_CLOCK},
    {"h:mm AM/PM", XLSX_DATE_CLOCK},
    {"yyyy/mm/dd\\ hh:mm", XLSX_DATE_DAY | XLSX_DATE_CLOCK},
    {"0;\"m\"", 0},
};

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        const char *text =
            xlsx_date_text(&arena, row[k].days, row[k].from_1904, row[k].shows);
        CHECK_TEXT(text ? text : "", row[k].text);
    }
    for (size_t k = 0; k < sizeof format_row / sizeof *format_row; k++) {
        if (!CHECK_INT(xlsx_date_format(format_row[k].code), format_row[k].shows)) {
            printf("  %s\n", format_row[k].code);
        }
    }
    CHECK_INT(xlsx_date_builtin(0), 0);
    CHECK_INT(xlsx_date_builtin(14), XLSX_DATE_DAY);
    CHECK_INT(xlsx_date_builtin(20), XLSX_DATE_CLOCK);
    CHECK_INT(xlsx_date_builtin(22), XLSX_DATE_DAY | XLSX_DATE_CLOCK);
    CHECK_INT(xlsx_date_builtin(49), 0);
    CHECK_TEXT(xlsx_clean_text(&arena, " a_x000D_\nb_x005F_x000D_ _x0041_ "),
               "a\nb_x000D_ _x0041_");
    arena_finish(&arena);
    return check_report();
}
