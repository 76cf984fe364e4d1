/* The names of a list's columns: those that differ from known ones only in case are
 * taken for these, all others are told. */

#include <string.h>

#include "io/event_parts.h"
#include "scheduler/base/buf.h"

/* The known name that key is but for case, or NULL; also where it is exactly one. */
static const char *known_but_for_case(const char *const *known, const char *key)
{
    const char *found = NULL;
    for (; *known; known++) {
        if (strcmp(*known, key) == 0) {
            return NULL;
        }
        if (text_equal_nocase(*known, key)) {
            found = *known;
        }
    }
    return found;
}

struct unified { /* the spellings met so far, each once */
    struct strings written;
    struct buf list; /* "'Id' as 'id', 'From' as 'from'" */
};

enum { MOST_SPELLINGS = 50 };

static void tell_spelling(const struct source *source, struct unified *unified,
                          const char *written, const char *known)
{
    struct strings *all = &unified->written;
    if (all->n == MOST_SPELLINGS || strings_has(all, written)) {
        return;
    }
    if (all->n == 0) {
        all->text = arena_new(source->at.arena, MOST_SPELLINGS, const char *);
        buf_init(&unified->list, source->at.arena);
    }
    buf_printf(&unified->list, "%s'%s' as '%s'", all->n > 0 ? ", " : "", written,
               known);
    all->text[all->n++] = written;
}

static void unify_row(const struct source *source, struct value *row,
                      const char *const *known, struct unified *unified)
{
    struct place header = source->at.place;
    header.line = source->columns->line;
    for (int k = 0; k < row->n_items; k++) {
        const char *written = row->item[k].key;
        const char *name = known_but_for_case(known, written);
        if (!name) {
            continue;
        }
        if (value_find(row, name)) {
            findings_add(source->at.findings, SEVERITY_ERROR, header,
                         "the column '%s' stands beside '%s', which is the same; "
                         "expected one of them",
                         written, name);
        }
        row->item[k].key = name;
        tell_spelling(source, unified, written, name);
    }
}

static void unify_columns(const struct source *source, const char *const *known)
{
    struct place header = source->at.place;
    struct unified unified = {.written = {0}};
    header.line = source->columns->line;
    for (int r = 0; r < source->n_rows; r++) {
        unify_row(source, &source->row[r], known, &unified);
    }
    for (int c = 0; c < source->columns->name.n; c++) {
        const char **column = &source->columns->name.text[c];
        const char *name = known_but_for_case(known, *column);
        *column = name ? name : *column;
    }
    if (unified.written.n > 0) {
        findings_add(source->at.findings, SEVERITY_NOTE, header,
                     "the case of letters was ignored: read %s", unified.list.data);
    }
}

void event_judge_names(const struct source *source, const char *const *known)
{
    struct field_names found = {
        .known = known, .header_line = source->columns ? source->columns->line : 0};
    struct fields fields;
    if (source->columns) {
        unify_columns(source, known);
    }
    for (int r = 0; r < source->n_rows; r++) {
        if (source->row[r].kind == VALUE_OBJECT) {
            source_row(source, r, &fields);
            field_names_check(&found, &fields);
        }
    }
    field_names_report(&found);
}
