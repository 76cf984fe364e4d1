/* Wishes in columns, a row for each body: each filled cell becomes a request. The cells
 * are taken out of their rows when the table is opened, and become rows of the list of
 * requests as soon as everybody's id is known. Such a row keeps the place of its cell:
 * its columns are the table's with "to" in place of the heading. */

#include <stdlib.h>
#include <string.h>

#include "io/careful.h"
#include "io/event_parts.h"
#include "io/wish_heading.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/phrase.h"

struct wish {
    const struct source *source;   /* people's, or that of requests */
    int r;                         /* row of people's table */
    const struct value *row;       /* the rest of the row */
    const struct columns *columns; /* with the wish's as "to" */
    const char *heading;
    int rank;
    struct value to;
    int from_p, to_p; /* once ids are known; to_p -1: nobody that is known */
};

/* A column of wishes. */
struct wish_column {
    const char
        *heading; /* the text in columns->name itself, which is the key of cells */
    int rank;     /* 0: no such column */
    const struct columns *columns;
};

static const struct columns *columns_with_to(struct arena *arena,
                                             const struct columns *columns, int c)
{
    struct columns *copy = arena_new(arena, 1, struct columns);
    int n = columns->name.n;
    *copy = *columns;
    copy->to_heading = columns->name.text[c];
    copy->name.text = arena_new(arena, n, const char *);
    for (int k = 0; k < n; k++) {
        bool is_other_to = strcmp(columns->name.text[k], "to") == 0;
        copy->name.text[k] = k == c        ? "to"
                             : is_other_to ? ""
                                           : columns->name.text[k];
    }
    return copy;
}

static void refuse_second(const struct source *source, int c, const char *first,
                          int rank)
{
    struct place place = source->at.place;
    place.line = source->columns->line;
    place.column = c + 1;
    findings_add(
        source->at.findings, SEVERITY_ERROR, place,
        "the column '%s' stands beside '%s', and both are wish %d; expected "
        "one of them",
        source->columns->name.text[c], first, rank);
}

/* The columns of wishes, by column, or NULL if there are none. */
static struct wish_column *find_columns(struct arena *arena,
                                        const struct source *source)
{
    const struct strings *names = &source->columns->name;
    struct wish_column *column = arena_new(arena, names->n, struct wish_column);
    struct buf list;
    buf_init(&list, arena);
    for (int c = 0; c < names->n; c++) {
        const char *heading = names->text[c];
        int rank = heading_find(*arena, source->list, heading)
                       ? 0
                       : wish_heading_rank(*arena, heading);
        if (rank == 0) {
            continue;
        }
        for (int b = 0; b < c; b++) {
            if (column[b].rank == rank) {
                refuse_second(source, c, column[b].heading, rank);
            }
        }
        column[c] = (struct wish_column){
            heading, rank, columns_with_to(arena, source->columns, c)};
        buf_printf(&list, "%s'%s'", list.len > 0 ? ", " : "", heading);
    }
    if (list.len > 0) {
        struct place place = source->at.place;
        place.line = source->columns->line;
        findings_add(source->at.findings, SEVERITY_NOTE, place,
                     "columns were read as wishes of each row, ranked by their "
                     "number: %s",
                     list.data);
    }
    return list.len > 0 ? column : NULL;
}

/* What people write where they wish for nothing more. */
static bool is_nobody(struct arena scratch, const char *text)
{
    return text_is_one_of("-|--|–|—|ー|―|/|n/a|na|none|no|nobody|nothing|なし|無し|"
                          "特になし|特に無し|未定|aucun|aucune|néant|rien|personne",
                          text_lower(&scratch, text));
}

static const struct wish_column *column_of(const struct wish_column *column, int n,
                                           const char *key)
{
    int c = 0;
    while (c < n && column[c].heading != key) {
        c++;
    }
    return c < n && column[c].rank > 0 ? &column[c] : NULL;
}

static void add_wish(struct reader *reader, struct wish wish)
{
    static const struct heading heading = {LIST_REQUESTS, "to", CELL_ID, ""};
    if (is_nobody(*reader->arena, wish.to.text)) {
        return;
    }
    wish.to.text = careful_text(reader->arena, &heading, wish.to.text);
    wish.to.key = "to";
    reader->wish = arena_grow(reader->arena, reader->wish, reader->n_wishes,
                              &reader->wishes_capacity, sizeof *reader->wish);
    reader->wish[reader->n_wishes++] = wish;
}

/* Moves the wishes out of one row. */
static void take_row(struct reader *reader, const struct source *source, int r,
                     const struct wish_column *column)
{
    struct value *row = &source->row[r];
    int n = 0, n_before = reader->n_wishes;
    struct value *rest = arena_new(reader->arena, row->n_items, struct value);
    for (int k = 0; k < row->n_items; k++) {
        const struct value *cell = &row->item[k];
        const struct wish_column *of =
            column_of(column, source->columns->name.n, cell->key);
        if (!of) {
            rest[n++] = *cell;
        } else if (*cell->text) {
            add_wish(reader, (struct wish){.source = source,
                                           .r = r,
                                           .columns = of->columns,
                                           .heading = of->heading,
                                           .rank = of->rank,
                                           .to = *cell});
        }
    }
    row->item = rest;
    row->n_items = n;
    struct value *kept = arena_new(reader->arena, 1, struct value);
    *kept = *row;
    for (int k = n_before; k < reader->n_wishes; k++) {
        reader->wish[k].row = kept;
    }
}

/* In a table of requests a row of wishes alone is no request itself. */
static void leave_out_askers(struct source *source)
{
    int n = 0;
    for (int r = 0; r < source->n_rows; r++) {
        if (value_find(&source->row[r], "to")) {
            source->row[n++] = source->row[r];
        }
    }
    source->n_rows = n;
}

void event_take_wishes(struct reader *reader, struct source *source)
{
    struct wish_column *column =
        source->columns ? find_columns(reader->arena, source) : NULL;
    for (int r = 0; column && r < source->n_rows; r++) {
        take_row(reader, source, r, column);
    }
    if (column && source->list == LIST_REQUESTS) {
        leave_out_askers(source);
    }
}

/* Whose table row it is, or -1. */
static int *find_owners(const struct reader *reader)
{
    const struct entities *people = &reader->participant_entities;
    int n = reader->participants.n_rows;
    int *owner = arena_new(reader->arena, n, int);
    for (int r = 0; r < n; r++) {
        owner[r] = -1;
    }
    for (int p = 0; p < people->n; p++) {
        for (int k = 0; k < people->entity[p].n_rows; k++) {
            owner[people->entity[p].row[k]] = p;
        }
    }
    return owner;
}

static struct row_origin origin_of(const struct wish *wish)
{
    struct row_origin origin = {wish->source->at.place, wish->columns};
    origin.place.line = wish->to.line;
    return origin;
}

static struct fields fields_of(const struct wish *wish, const struct value *row)
{
    const struct row_origin origin = origin_of(wish);
    struct fields fields = wish->source->at;
    fields.object = row;
    fields.place = origin.place;
    fields.columns = origin.columns;
    return fields;
}

static int find_person(const struct reader *reader, const struct value *cell)
{
    return cell ? ids_find_named(&reader->participant_entities.ids, *reader->arena,
                                 cell->text)
                : -1;
}

/* Finds out who asks whom; leaves out wishes of rows that are nobody's, of which
 * something else is told. */
static void resolve(struct reader *reader)
{
    const int *owner = find_owners(reader);
    int n = 0;
    for (int k = 0; k < reader->n_wishes; k++) {
        struct wish *wish = &reader->wish[k];
        bool is_peoples = wish->source == &reader->participants;
        wish->from_p = is_peoples
                           ? owner[wish->r]
                           : find_person(reader, value_find(wish->row, "from"));
        wish->to_p = find_person(reader, &wish->to);
        if (!is_peoples || wish->from_p >= 0) {
            reader->wish[n++] = *wish;
        }
    }
    reader->n_wishes = n;
}

/* Who asks whom somewhere: in a row of the requests, or else by a wish. */
struct asked {
    int from, to;
    int rank; /* 0: in a row of the requests */
    int k;    /* row or wish */
};

static int by_pair(const void *left, const void *right)
{
    const struct asked *a = left, *b = right;
    int order = a->from != b->from ? a->from - b->from : a->to - b->to;
    if (order == 0) {
        order = a->rank - b->rank;
    }
    return order ? order : a->k - b->k;
}

static int by_rank(const void *left, const void *right)
{
    const struct asked *a = left, *b = right;
    int order = a->from != b->from ? a->from - b->from : a->rank - b->rank;
    return order ? order : a->k - b->k;
}

/* On a topic, or with others, is another meeting. */
static bool is_plain(const struct value *row)
{
    return !value_find(row, "topic") && !value_find(row, "also");
}

static struct asked *collect_asked(const struct reader *reader, int *n)
{
    const struct source *requests = &reader->requests;
    struct asked *asked =
        arena_new(reader->arena, requests->n_rows + reader->n_wishes, struct asked);
    *n = 0;
    for (int r = 0; r < requests->n_rows; r++) {
        const struct value *row = &requests->row[r];
        if (row->kind == VALUE_OBJECT && is_plain(row)) {
            asked[(*n)++] =
                (struct asked){find_person(reader, value_find(row, "from")),
                               find_person(reader, value_find(row, "to")), 0, r};
        }
    }
    for (int k = 0; k < reader->n_wishes; k++) {
        const struct wish *wish = &reader->wish[k];
        if (is_plain(wish->row) || wish->source == &reader->participants) {
            asked[(*n)++] = (struct asked){wish->from_p, wish->to_p, wish->rank, k};
        }
    }
    return asked;
}

/* "wishes.csv:4", "Wishes, row 4, 'Wish 2'" for a message. */
static const char *place_text(const struct reader *reader, const struct asked *at)
{
    struct fields fields;
    struct arena *arena = reader->arena;
    if (at->rank == 0) {
        source_row(&reader->requests, at->k, &fields);
    } else {
        fields = fields_of(&reader->wish[at->k], NULL);
    }
    const char *row =
        fields.place.sheet
            ? arena_printf(arena, phrase("%s, row %d"), fields.place.sheet,
                           fields.place.line)
            : arena_printf(arena, "%s:%d", fields.place.file, fields.place.line);
    return at->rank == 0
               ? row
               : arena_printf(arena, "%s, '%s'", row, reader->wish[at->k].heading);
}

/* What is asked for twice counts once: as the row of the requests says, or with the
 * better rank. */
static void leave_out_second(struct reader *reader)
{
    int n;
    struct asked *asked = collect_asked(reader, &n);
    qsort(asked, (size_t)n, sizeof *asked, by_pair);
    for (int k = 1; k < n; k++) {
        const struct asked *one = &asked[k - 1], *two = &asked[k];
        if (two->rank == 0 || two->from < 0 || two->to < 0 ||
            one->from != two->from || one->to != two->to) {
            continue;
        }
        struct wish *wish = &reader->wish[two->k];
        const struct fields fields = fields_of(wish, wish->row);
        field_warning(&fields, "to",
                      "'%s' is a wish of '%s' already (%s), and this one was left "
                      "out; expected each partner once",
                      field_shown(reader->arena, wish->to.text),
                      reader->participant_entities.entity[wish->from_p].id,
                      place_text(reader, one));
        wish->rank = 0;
    }
}

/* Two answers to one form: both count, and somebody should look. */
static void tell_same_ranks(struct reader *reader)
{
    struct asked *asked = arena_new(reader->arena, reader->n_wishes, struct asked);
    int n = 0;
    for (int k = 0; k < reader->n_wishes; k++) {
        const struct wish *wish = &reader->wish[k];
        if (wish->rank > 0 && wish->from_p >= 0) {
            asked[n++] = (struct asked){wish->from_p, wish->to_p, wish->rank, k};
        }
    }
    qsort(asked, (size_t)n, sizeof *asked, by_rank);
    for (int k = 1; k < n; k++) {
        const struct asked *one = &asked[k - 1], *two = &asked[k];
        if (one->from == two->from && one->rank == two->rank) {
            const struct wish *wish = &reader->wish[two->k];
            const struct fields fields = fields_of(wish, wish->row);
            field_warning(&fields, "to",
                          "'%s' has two wishes of rank %d, the other one is '%s' "
                          "(%s); both count; expected one for each rank",
                          reader->participant_entities.entity[wish->from_p].id,
                          wish->rank,
                          field_shown(reader->arena, reader->wish[one->k].to.text),
                          place_text(reader, one));
        }
    }
}

static struct value cell(const char *key, const char *text, int line)
{
    return (struct value){
        .kind = VALUE_CELL, .line = line, .text = text, .key = key};
}

/* The wish as a row of the requests. */
static struct value request_of(const struct reader *reader, const struct wish *wish)
{
    static const char *const own[] = {"id", "from", "to", "rank", NULL};
    bool is_peoples = wish->source == &reader->participants;
    int n = is_peoples ? 0 : wish->row->n_items, line = wish->to.line;
    struct value row = {.kind = VALUE_OBJECT, .line = line};
    const struct value *from = is_peoples ? NULL : value_find(wish->row, "from");
    row.item = arena_new(reader->arena, n + 4, struct value);
    for (int k = 0; k < n; k++) {
        const char *const *key = own;
        while (*key && strcmp(*key, wish->row->item[k].key) != 0) {
            key++;
        }
        if (!*key) {
            row.item[row.n_items++] = wish->row->item[k];
        }
    }
    if (is_peoples) {
        const char *id = reader->participant_entities.entity[wish->from_p].id;
        row.item[row.n_items++] = cell("from", id, line);
    } else if (from) {
        row.item[row.n_items++] = *from;
    }
    row.item[row.n_items++] = wish->to;
    row.item[row.n_items++] =
        cell("rank", arena_printf(reader->arena, "%d", wish->rank), line);
    row.item[row.n_items] = cell("id", event_request_id(reader, &row), line);
    row.n_items++;
    return row;
}

void event_add_wishes(struct reader *reader)
{
    struct source *source = &reader->requests;
    int n = source->n_rows;
    if (reader->n_wishes == 0) {
        return;
    }
    resolve(reader);
    leave_out_second(reader);
    tell_same_ranks(reader);
    int most = n + reader->n_wishes;
    struct value *row = arena_new(reader->arena, most, struct value);
    struct row_origin *origin = arena_new(reader->arena, most, struct row_origin);
    if (n > 0) {
        memcpy(row, source->row, (size_t)n * sizeof *row);
    }
    for (int k = 0; k < reader->n_wishes; k++) {
        if (reader->wish[k].rank > 0) {
            row[n] = request_of(reader, &reader->wish[k]);
            origin[n++] = origin_of(&reader->wish[k]);
        }
    }
    source->row = row;
    source->origin = origin;
    source->n_rows = n;
}
