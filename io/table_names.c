#include "io/table_names.h"

#include <string.h>

#include "io/unicode.h"
#include "scheduler/base/text.h"

static const char given_names[] =
    "firstname|firstnames|forename|givenname|givennames|prénom|prénoms|prenom|"
    "prenoms|名|下の名前";
static const char family_names[] =
    "lastname|familyname|surname|nom|nomdefamille|姓|氏|苗字|名字";

struct name_columns {
    int given, family; /* or -1 */
    bool has_full, is_japanese;
};

/* "Last name / 姓", "Prénom *": each part is one of the names, or says nothing. */
static bool is_called(struct arena scratch, const char *heading, const char *names,
                      bool *is_japanese)
{
    static const char nothing[] = "required|必須|obligatoire|optional|任意";
    bool is_found = false, is_other = false;
    for (char *at = unicode_compatible(&scratch, heading); *at;) {
        size_t n = strcspn(at, "/|()[]\n*:");
        const char *part =
            unicode_letters(&scratch, arena_strndup(&scratch, at, n));
        if (*part && text_is_one_of(names, part)) {
            is_found = true;
            *is_japanese &= (unsigned char)*part >= 0xe3;
        } else if (*part && !text_is_one_of(nothing, part)) {
            is_other = true;
        }
        at += n + (at[n] != '\0');
    }
    return is_found && !is_other;
}

static struct name_columns find_columns(struct arena scratch, enum list list,
                                        const struct table_row *header,
                                        const char *field)
{
    struct name_columns found = {.given = -1, .family = -1, .is_japanese = true};
    for (int c = 0; c < header->n_cells; c++) {
        const char *text = header->cell[c].text;
        bool is_japanese = true;
        if (!*text) {
            continue;
        }
        if (is_called(scratch, text, given_names, &is_japanese)) {
            found.given = found.given < 0 ? c : found.given;
        } else if (is_called(scratch, text, family_names, &is_japanese)) {
            found.family = found.family < 0 ? c : found.family;
            found.is_japanese &= is_japanese;
        } else {
            const struct heading *heading = heading_find(scratch, list, text);
            found.has_full |= heading && strcmp(heading->field, field) == 0;
        }
    }
    return found;
}

/* The family goes first where the heading or the name itself is Japanese. */
static const char *full_name(struct arena *arena, const char *given,
                             const char *family, bool is_japanese)
{
    bool family_first = is_japanese || (unsigned char)*family >= 0xe3;
    if (!*given || !*family) {
        return *given ? given : family;
    }
    return family_first ? arena_printf(arena, "%s %s", family, given)
                        : arena_printf(arena, "%s %s", given, family);
}

static void join_row(struct arena *arena, struct table_row *row,
                     const struct name_columns *column)
{
    int most =
        column->family + 1 > row->n_cells ? column->family + 1 : row->n_cells;
    struct table_cell *cell = arena_new(arena, most, struct table_cell);
    for (int c = 0; c < most; c++) {
        cell[c] = c < row->n_cells
                      ? row->cell[c]
                      : (struct table_cell){.text = "", .line = row->line};
    }
    const char *given = column->given < most ? cell[column->given].text : "";
    cell[column->family].text =
        full_name(arena, given, cell[column->family].text, column->is_japanese);
    if (column->given < most) {
        cell[column->given].text = "";
    }
    row->cell = cell;
    row->n_cells = most;
}

static void tell(const struct table *table, const char *given, const char *family,
                 const struct name_columns *column, struct findings *findings)
{
    struct place place = {.file = table->file,
                          .sheet = table->sheet,
                          .line = table->row[0].line,
                          .column = column->family + 1};
    findings_add(findings, SEVERITY_NOTE, place,
                 "'%s' and '%s' were read as one name, such as '%.80s'", given,
                 family, table->row[1].cell[column->family].text);
}

void table_join_names(struct arena *arena, enum list list, struct table *table,
                      struct findings *findings)
{
    const char *field = list == LIST_PARTICIPANTS ? "contact_name" : "name";
    if ((list != LIST_PARTICIPANTS && list != LIST_INTERPRETERS) ||
        table->n_rows < 2) {
        return;
    }
    const struct table_row *header = &table->row[0];
    struct name_columns column = find_columns(*arena, list, header, field);
    if (column.given < 0 || column.family < 0 || column.has_full) {
        return;
    }
    const char *given = header->cell[column.given].text;
    const char *family = header->cell[column.family].text;
    for (int r = 1; r < table->n_rows; r++) {
        join_row(arena, &table->row[r], &column);
    }
    struct table_cell *cell = arena_new(arena, header->n_cells, struct table_cell);
    memcpy(cell, header->cell, (size_t)header->n_cells * sizeof *cell);
    cell[column.family].text = field;
    table->row[0].cell = cell;
    tell(table, given, family, &column, findings);
}
