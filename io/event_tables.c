#include "io/event_tables.h"

#include <string.h>

#include "io/book_template.h"
#include "io/csv_table.h"
#include "io/file.h"
#include "io/folder.h"
#include "io/table_ends.h"
#include "io/table_names.h"
#include "io/unicode.h"
#include "io/xlsx_read.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"

/* "participants" of "day/participants.csv". */
static const char *stem_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *own = slash ? slash + 1 : path;
    const char *dot = strrchr(own, '.');
    return arena_strndup(arena, own, dot ? (size_t)(dot - own) : strlen(own));
}

/* What programs put beside the lists. */
static bool is_help(const char *name)
{
    static const char *const help[] = {"Help", "Aide", "README", "Notes", "ヘルプ"};
    for (size_t k = 0; k < sizeof help / sizeof *help; k++) {
        size_t len = strlen(help[k]);
        if (strncmp(name, help[k], len) == 0 &&
            (name[len] == '\0' || name[len] == ' ')) {
            return true;
        }
    }
    return false;
}

/* 1: a Latin letter, 2: one of another writing, 0: none of either. */
static int letter_kind(const char *at)
{
    unsigned char c = (unsigned char)*at;
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                   (c >= 0x80 && c < 0xca)
               ? 1
           : c >= 0xca ? 2
                       : 0;
}

/* The list that a part of the name means, or -1: "Participants EU", "wishes_jp",
 * "参加者JP". */
static int find_part_list(struct arena scratch, const char *name)
{
    for (const char *at = unicode_compatible(&scratch, name); *at;) {
        int kind = letter_kind(at);
        size_t n = 1;
        while (at[n] && (((unsigned char)at[n] & 0xc0) == 0x80 ||
                         (kind > 0 && letter_kind(at + n) == kind))) {
            n++;
        }
        int list = kind > 0
                       ? heading_find_list(scratch, arena_strndup(&scratch, at, n))
                       : -1;
        if (list >= 0) {
            return list;
        }
        at += n;
    }
    return -1;
}

/* A table that nobody reads for a slip of the pen in its name would be missed late. */
static bool tell_near_list(struct arena *arena, const char *name,
                           const char *ending, struct place place,
                           struct findings *findings)
{
    const char *meant = near_word(text_lower(arena, name), list_names, N_LISTS);
    if (meant) {
        findings_add(findings, SEVERITY_WARNING, place,
                     "is called after no list, and was ignored; did you mean "
                     "'%s%s'?",
                     meant, ending);
        return true;
    }
    int list = find_part_list(*arena, name);
    if (list >= 0) {
        findings_add(findings, SEVERITY_WARNING, place,
                     "was ignored, and is called like a part of '%s%s'; expected "
                     "all rows of that list in one table of that name",
                     list_names[list], ending);
    }
    return list >= 0;
}

static void refuse_second(enum list list, const char *first,
                          const struct place *place, struct findings *findings)
{
    findings_add(findings, SEVERITY_ERROR, *place,
                 "is a second table of %s, beside '%s'; expected one",
                 list_names[list], first);
}

bool event_tables_of_book(struct arena *arena, const char *file,
                          struct file_bytes bytes, struct event_tables *tables,
                          struct findings *findings)
{
    struct xlsx_book book;
    struct buf ignored;
    int n_errors = findings->n_errors;
    *tables = (struct event_tables){.table = {NULL}};
    if (!xlsx_open(arena, file, bytes.bytes, bytes.len, &book, findings)) {
        return false;
    }
    buf_init(&ignored, arena);
    for (int k = 0; k < book.n_sheets; k++) {
        const char *name = book.sheet[k].name;
        struct place place = {.file = file, .sheet = name};
        int list = heading_find_list(*arena, name);
        if (list < 0) {
            if (!is_help(name) &&
                !tell_near_list(arena, name, "", place, findings)) {
                buf_add_text(&ignored, ignored.len > 0 ? phrase(", ") : "");
                buf_printf(&ignored, phrase("'%s'"), name);
            }
        } else if (tables->table[list]) {
            refuse_second((enum list)list, tables->table[list]->sheet, &place,
                          findings);
        } else {
            struct table *table = arena_new(arena, 1, struct table);
            table->is_unread = !xlsx_read_sheet(arena, &book, k, table, findings) &&
                               table->n_rows == 0;
            tables->table[list] = table;
        }
    }
    if (ignored.len > 0) {
        findings_add(findings, SEVERITY_NOTE, (struct place){.file = file},
                     "ignored sheets that are not known: %s", ignored.data);
    }
    return findings->n_errors == n_errors;
}

const char *event_tables_find(struct arena *arena, const char *folder,
                              enum list list)
{
    struct strings path;
    struct error err;
    if (!folder_files(arena, folder[0] ? folder : ".", ".csv", &path, &err)) {
        return NULL;
    }
    for (int k = 0; k < path.n; k++) {
        if (heading_find_list(*arena, stem_of(arena, path.text[k])) == (int)list) {
            return path.text[k];
        }
    }
    return NULL;
}

static bool read_file(struct arena *arena, const char *path,
                      const struct encodings *encodings, struct table *table,
                      struct findings *findings, struct error *err)
{
    char *bytes;
    size_t len;
    if (!file_read(arena, path, &bytes, &len, err)) {
        return false;
    }
    struct file_bytes text = {bytes, len};
    *table = (struct table){.file = path};
    bool is_read = encoding_decode(arena, path, encodings, &text, findings) &&
                   csv_split(arena, path, text.bytes, text.len, table, findings);
    table->is_unread = !is_read && table->n_rows == 0;
    return true;
}

bool event_tables_of_folder(struct arena *arena, const char *folder,
                            const struct encodings *encodings,
                            struct event_tables *tables, struct findings *findings,
                            struct error *err)
{
    struct strings path;
    *tables = (struct event_tables){.table = {NULL}};
    if (!folder_files(arena, folder[0] ? folder : ".", ".csv", &path, err)) {
        return false;
    }
    for (int k = 0; k < path.n; k++) {
        struct place place = {.file = path.text[k]};
        int list = heading_find_list(*arena, stem_of(arena, path.text[k]));
        if (list < 0) {
            if (!tell_near_list(arena, stem_of(arena, path.text[k]), ".csv", place,
                                findings)) {
                findings_add(findings, SEVERITY_NOTE, place,
                             "is called after no list, and was ignored");
            }
        } else if (tables->table[list]) {
            refuse_second((enum list)list, tables->table[list]->file, &place,
                          findings);
        } else {
            struct table *table = arena_new(arena, 1, struct table);
            if (!read_file(arena, path.text[k], encodings, table, findings, err)) {
                return false;
            }
            tables->table[list] = table;
        }
    }
    return true;
}

int event_tables_list(struct arena scratch, const struct table *table)
{
    return heading_find_list(
        scratch, table->sheet ? table->sheet : stem_of(&scratch, table->file));
}

/* The number of cells that are headings of the list, and of those that are anything. */
static int count_headings(struct arena scratch, enum list list,
                          const struct table_row *row, int *n_filled)
{
    int n = 0;
    *n_filled = 0;
    for (int c = 0; c < row->n_cells; c++) {
        *n_filled += *row->cell[c].text != '\0';
        n += *row->cell[c].text &&
             heading_find(scratch, list, row->cell[c].text) != NULL;
    }
    return n;
}

/* True if a row repeats what its header says of a column: a heading in two rows, of
 * which the lower one has the slots. */
static bool repeats_heading(struct arena scratch, enum list list,
                            const struct table_row *header,
                            const struct table_row *row)
{
    for (int c = 0; c < row->n_cells && c < header->n_cells; c++) {
        const char *text = header->cell[c].text;
        if (*text && strcmp(text, row->cell[c].text) == 0 &&
            heading_find(scratch, list, text)) {
            return true;
        }
    }
    return false;
}

/* The first row with two cells or more if it has a heading; else the first with
 * several headings; else what comes first, but for titles of one cell. */
static int find_names(struct arena scratch, enum list list,
                      const struct table *table)
{
    enum { LAST = 10 };
    int first_wide = -1, n_filled;
    for (int r = 0; r < table->n_rows && r <= LAST; r++) {
        int n = count_headings(scratch, list, &table->row[r], &n_filled);
        bool is_first_wide = first_wide < 0 && n_filled >= 2;
        first_wide = is_first_wide ? r : first_wide;
        if ((is_first_wide && n > 0) || (n >= 2 && 3 * n >= n_filled)) {
            return r;
        }
    }
    if (first_wide < 0 ||
        count_headings(scratch, list, &table->row[0], &n_filled) > 0) {
        return 0;
    }
    return first_wide;
}

int event_tables_header(struct arena scratch, enum list list,
                        const struct table *table)
{
    int header = find_names(scratch, list, table);
    while (header + 1 < table->n_rows &&
           repeats_heading(scratch, list, &table->row[header],
                           &table->row[header + 1])) {
        header++;
    }
    return header;
}

/* Leaves out what stands below the rows, or between them; true if it does. */
static bool leave_out_end(struct arena scratch, const struct table *table, int r,
                          int n_columns, struct findings *findings)
{
    const struct table_row *row = &table->row[r];
    const char *text;
    struct place place = {
        .file = table->file, .sheet = table->sheet, .line = row->line};
    enum table_end end =
        table_find_end(scratch, row, n_columns, &text, &place.column);
    if (end == TABLE_END_SUM) {
        findings_add(findings, SEVERITY_WARNING, place,
                     "'%.80s' looks like a sum or the end of the list, and its row "
                     "was left out; expected rows of the list alone",
                     text);
    } else if (end == TABLE_END_REMARK) {
        findings_add(findings, SEVERITY_WARNING, place,
                     "'%.80s' looks like a remark, and its row was left out; "
                     "expected rows of the list alone",
                     text);
    }
    return end != TABLE_END_NONE;
}

static bool is_comment(const struct table_row *row)
{
    int c = 0;
    while (!*row->cell[c].text) {
        c++;
    }
    return row->cell[c].text[0] == '#' && !table_is_error(row->cell[c].text);
}

const struct table *event_tables_trim(struct arena *arena, enum list list,
                                      const struct table *table,
                                      struct findings *findings)
{
    struct table *trimmed = arena_new(arena, 1, struct table);
    int header = event_tables_header(*arena, list, table), n_comments = 0;
    struct place place = {.file = table->file, .sheet = table->sheet};
    *trimmed = *table;
    trimmed->row = arena_new(arena, table->n_rows, struct table_row);
    trimmed->n_rows = 0;
    for (int r = header; r < table->n_rows; r++) {
        if (r > header && list != LIST_EVENT &&
            leave_out_end(*arena, table, r, table->row[header].n_cells, findings)) {
            continue;
        }
        if (!table->sheet || r == header || !is_comment(&table->row[r])) {
            trimmed->row[trimmed->n_rows++] = table->row[r];
        } else if (!book_template_is_example(list, &table->row[r])) {
            place.line = n_comments++ == 0 ? table->row[r].line : place.line;
        }
    }
    if (n_comments > 0) {
        findings_add(findings, SEVERITY_NOTE, place,
                     n_comments == 1 ? "left out %d row that begins with '#'"
                                     : "left out %d rows that begin with '#'",
                     n_comments);
    }
    if (header > 0) {
        place.line = table->row[header].line;
        findings_add(findings, SEVERITY_NOTE, place,
                     "the names of columns were found here; what stands above them "
                     "was left out");
    }
    table_join_names(arena, list, trimmed, findings);
    return trimmed;
}
