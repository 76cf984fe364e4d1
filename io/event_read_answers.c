/* Columns that nobody reads and that look like answers about times: whoever marked a
 * slot with × would be asked to come. */

#include <string.h>

#include "io/careful.h"
#include "io/event_parts.h"
#include "io/unicode.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/phrase.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "16:00", "9h30", "16時", "4 pm" anywhere in a heading. */
static bool has_clock(struct arena scratch, const char *heading)
{
    static const char *const behind[] = {":", "h", "時", "am", "pm", " am", " pm"};
    const char *text = unicode_folded(&scratch, heading);
    for (const char *at = text; *at; at++) {
        size_t n = strspn(at, "0123456789");
        if (n == 0 || (at > text && is_digit(at[-1]))) {
            continue;
        }
        for (size_t k = 0; n <= 2 && k < sizeof behind / sizeof *behind; k++) {
            const char *rest = at + n + strlen(behind[k]);
            if (text_begins_with(at + n, behind[k]) &&
                (k == 0 ? is_digit(*rest) : !(*rest >= 'a' && *rest <= 'z'))) {
                return true;
            }
        }
    }
    return false;
}

/* For each column, whether there is something under it, and nothing but answers. In
 * one walk over the cells, which stand in the order of columns. */
static const bool *find_answers(const struct source *source)
{
    const struct strings *names = &source->columns->name;
    struct arena *arena = source->at.arena;
    bool *has_answers = arena_new(arena, names->n, bool);
    bool *has_others = arena_new(arena, names->n, bool);
    for (int r = 0; r < source->n_rows; r++) {
        const struct value *row = &source->row[r];
        for (int k = 0, c = 0; k < row->n_items; k++, c++) {
            while (c < names->n && names->text[c] != row->item[k].key) {
                c++;
            }
            if (c == names->n) {
                break;
            }
            has_answers[c] = true;
            has_others[c] =
                has_others[c] ||
                careful_answer(*arena, row->item[k].text) == ANSWER_UNKNOWN;
        }
    }
    for (int c = 0; c < names->n; c++) {
        has_answers[c] = has_answers[c] && !has_others[c];
    }
    return has_answers;
}

/* True also for a slip of the pen, which is told otherwise. */
static bool is_nearly_known(struct arena scratch, const char *const *known,
                            const char *name)
{
    int n = 0;
    while (known[n]) {
        n++;
    }
    return near_word(text_lower(&scratch, name), known, n) != NULL;
}

static void tell(const struct reader *reader, const struct source *source,
                 const struct strings *column)
{
    enum { MOST_NAMED = 12 };
    struct buf list;
    struct place place = source->at.place;
    const char *slot =
        reader->event->n_slots > 0 ? reader->event->slot[0].id : "am-01";
    buf_init(&list, reader->arena);
    for (int k = 0; k < column->n && k < MOST_NAMED; k++) {
        buf_add_text(&list, k > 0 ? phrase(", ") : "");
        buf_printf(&list, phrase("'%s'"),
                   field_shown(reader->arena, column->text[k]));
    }
    if (column->n > MOST_NAMED) {
        buf_add_text(&list, phrase(" and "));
        buf_printf(&list, phrase("%d more"), column->n - MOST_NAMED);
    }
    place.line = source->columns->line;
    place.column = strings_find(&source->columns->name, column->text[0]) + 1;
    findings_add(
        reader->findings, SEVERITY_WARNING, place,
        column->n == 1
            ? "%d column looks like answers about times, and was ignored: %s; "
              "expected as its heading when a slot begins, such as '16:00', "
              "'16:00-16:20' or '2026-05-19 16:00', or the slot's id, such as '%s'"
            : "%d columns look like answers about times, and were ignored: %s; "
              "expected as each heading when a slot begins, such as '16:00', "
              "'16:00-16:20' or '2026-05-19 16:00', or the slot's id, such as '%s'",
        column->n, list.data, slot);
}

const char *const *event_tell_answers(const struct reader *reader,
                                      const struct source *source,
                                      const char *const *known)
{
    if (!source->columns) {
        return known;
    }
    const struct strings *names = &source->columns->name;
    const bool *has_answers = find_answers(source);
    struct strings found = {arena_new(reader->arena, names->n, const char *), 0};
    for (int c = 0; c < names->n; c++) {
        const char *name = names->text[c];
        if (*name && !is_nearly_known(*reader->arena, known, name) &&
            (has_answers[c] || has_clock(*reader->arena, name))) {
            found.text[found.n++] = name;
        }
    }
    if (found.n == 0) {
        return known;
    }
    tell(reader, source, &found);
    int n = 0;
    while (known[n]) {
        n++;
    }
    const char **all = arena_new(reader->arena, n + found.n + 1, const char *);
    memcpy(all, known, (size_t)n * sizeof *all);
    memcpy(all + n, found.text, (size_t)found.n * sizeof *all);
    return all;
}
