/* Rows are sorted by their id in lower case, so that those which are the same, or
 * the same but for case, stand side by side: nothing is compared with everything.
 * The order of rows in the file counts only for which of two is called the
 * second. */

#include "io/event_ids.h"

#include <stdlib.h>
#include <string.h>

#include "io/derived_id.h"
#include "io/unicode.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"

bool source_row(const struct source *source, int r, struct fields *fields)
{
    const struct value *row = &source->row[r];
    *fields = source->at;
    fields->object = row;
    fields->place.line = row->line;
    if (source->origin && source->origin[r].columns) {
        fields->place = source->origin[r].place;
        fields->columns = source->origin[r].columns;
        return true;
    }
    if (!source->is_csv) {
        fields->place.field =
            arena_printf(source->at.arena, "%s[%d]", source->name, r);
    }
    if (row->kind == VALUE_OBJECT) {
        return true;
    }
    return findings_add(source->at.findings, SEVERITY_ERROR, fields->place,
                        "found %s; expected an object", value_kind_name(row->kind));
}

struct id_row {
    const char *spelling, *lower;
    const char *named_by; /* the column of its name: there is no id; or NULL */
    struct fields fields;
    int r;
};

static int compare_rows(const void *left, const void *right)
{
    const struct id_row *a = left, *b = right;
    int order = strcmp(a->lower, b->lower);
    return order ? order : (a->r > b->r) - (a->r < b->r);
}

/* "an id, organisation or organisation_ja": what a row can be called after. */
static const char *expected_name(const struct source *source)
{
    const char *const *key = source->columns ? source->id_from : NULL;
    struct buf buf;
    buf_init(&buf, source->at.arena);
    buf_add_text(&buf, phrase("an id"));
    for (int k = 0; key && key[k]; k++) {
        buf_add_text(&buf, key[k + 1] ? phrase(", ") : phrase(" or "));
        buf_add_text(&buf, key[k]);
    }
    return buf.data;
}

/* The column in which a row without id is at fault: that of ids, or one of names where
 * the table has no ids. */
static const char *key_column(const struct source *source)
{
    const char *const *key = source->columns ? source->id_from : NULL;
    if (!key || strings_has(&source->columns->name, "id")) {
        return "id";
    }
    while (*key && !strings_has(&source->columns->name, *key)) {
        key++;
    }
    return *key ? *key : "id";
}

/* The row's id or, in a table, its name; "" with an error if it has neither. */
static void spell_row(const struct source *source, struct id_row *row)
{
    const char *const *key = source->columns ? source->id_from : NULL;
    row->spelling = "";
    row->named_by = NULL;
    if (!field_find(&row->fields, "id")) {
        for (; key && *key && !*row->spelling; key++) {
            row->spelling = field_text(&row->fields, *key);
            row->named_by = *row->spelling ? *key : NULL;
        }
    }
    if (!row->named_by) {
        row->spelling = field_required_text(&row->fields, key_column(source),
                                            expected_name(source));
    }
    row->lower = row->named_by ? unicode_folded(source->at.arena, row->spelling)
                               : text_lower(source->at.arena, row->spelling);
}

static struct id_row *sorted_rows(const struct source *source, int *n)
{
    struct id_row *row = arena_new(source->at.arena, source->n_rows, struct id_row);
    *n = 0;
    for (int r = 0; r < source->n_rows; r++) {
        struct id_row *next = &row[*n];
        if (!source_row(source, r, &next->fields)) {
            continue;
        }
        spell_row(source, next);
        if (*next->spelling) {
            next->r = r;
            (*n)++;
        }
    }
    if (*n > 0) {
        qsort(row, (size_t)*n, sizeof *row, compare_rows);
    }
    return row;
}

static bool is_among(const char *const *column, const char *key)
{
    while (*column && strcmp(*column, key) != 0) {
        column++;
    }
    return *column != NULL;
}

static bool has_own_columns(const struct source *source, const struct value *row)
{
    /* time_zone alone says nothing that could be new. */
    for (const char *const *column = source->column_per_row; *column; column++) {
        if (strcmp(*column, "time_zone") != 0 && value_find(row, *column)) {
            return true;
        }
    }
    return false;
}

static bool is_same_name(struct arena *arena, const char *a, const char *b)
{
    return strcmp(a, b) == 0 ||
           strcmp(unicode_folded(arena, a), unicode_folded(arena, b)) == 0;
}

/* Adds to the object what the row says and the object does not. */
static void merge_row(const struct source *source, struct value *object,
                      const struct id_row *row)
{
    const struct value *from = row->fields.object;
    for (int k = 0; k < from->n_items; k++) {
        const struct value *cell = &from->item[k];
        struct value *old = (struct value *)value_find(object, cell->key);
        if (is_among(source->column_per_row, cell->key) ||
            !is_among(source->known, cell->key)) {
            continue;
        }
        if (!old) {
            object->item[object->n_items++] = *cell;
        } else if (is_same_name(source->at.arena, old->text, cell->text)) {
            old->text = strcmp(old->text, cell->text) <= 0 ? old->text : cell->text;
        } else {
            field_error(&row->fields, cell->key,
                        "'%s' contradicts line %d, where the same %s has '%s'; "
                        "expected the same or nothing",
                        field_shown(row->fields.arena, cell->text), old->line,
                        phrase(source->what),
                        field_shown(row->fields.arena, old->text));
        }
    }
}

static const struct value *merge_rows(const struct source *source,
                                      const struct id_row *row, int n)
{
    struct arena *arena = source->at.arena;
    struct value *object = arena_new(arena, 1, struct value);
    int most = 0;
    *object = *row[0].fields.object;
    for (int k = 0; k < n; k++) {
        most += row[k].fields.object->n_items;
    }
    object->item = arena_new(arena, most, struct value);
    memcpy(object->item, row[0].fields.object->item,
           (size_t)object->n_items * sizeof *object->item);
    for (int k = 1; k < n; k++) {
        merge_row(source, object, &row[k]);
    }
    return object;
}

/* Nobody wrote the id that two rows have: what it was made from is the same. */
static bool refuse_same(const struct source *source, const struct id_row *first,
                        const struct id_row *row)
{
    if (row->named_by) {
        return field_error(&row->fields, row->named_by,
                           "'%s' is what the %s on line %d is called too; expected "
                           "an id of its own for each",
                           field_shown(row->fields.arena, row->spelling),
                           phrase(source->what), first->fields.object->line);
    }
    return field_error(&row->fields, "to",
                       "is the same request as on line %d; delete one of them, or "
                       "tell them apart by a topic",
                       first->fields.object->line);
}

/* Says what is wrong with a row whose id is that of an earlier one but for case.
 * True if it is only one more row of the same. */
static bool judge_repeated(const struct source *source, const struct id_row *first,
                           const struct id_row *row)
{
    const char *shown = field_shown(row->fields.arena, row->spelling);
    bool is_made = source->is_made && source->is_made[row->r];
    if (!source->column_per_row && (row->named_by || is_made)) {
        return refuse_same(source, first, row);
    }
    if (strcmp(first->spelling, row->spelling) != 0 && !row->named_by) {
        return field_error(
            &row->fields, "id",
            "'%s' differs only in case from '%s' (line %d); expected ids "
            "that differ whatever their case",
            shown, field_shown(row->fields.arena, first->spelling),
            first->fields.object->line);
    }
    if (!source->is_csv || !source->column_per_row) {
        return field_error(
            &row->fields, "id",
            "'%s' is the id of another %s too (line %d); expected an id "
            "of its own",
            shown, phrase(source->what), first->fields.object->line);
    }
    if (!has_own_columns(source, row->fields.object)) {
        return field_error(
            &row->fields, "id",
            "'%s' comes again (first on line %d) without '%s'; expected "
            "one on each further row of the same id",
            shown, first->fields.object->line, source->column_per_row[0]);
    }
    return true;
}

/* Rows first .. behind have one id but for case: one entity. */
static struct entity make_entity(const struct source *source,
                                 const struct id_row *row, int n)
{
    struct arena *arena = source->at.arena;
    struct id_row *same = arena_new(arena, n, struct id_row);
    int *number = arena_new(arena, n, int), n_same = 0;
    for (int k = 0; k < n; k++) {
        if (k == 0 || judge_repeated(source, &row[0], &row[k])) {
            same[n_same] = row[k];
            number[n_same++] = row[k].r;
        }
    }
    struct entity entity = {
        .spelling = row[0].spelling,
        .fields = row[0].fields,
        .row = number,
        .n_rows = n_same,
    };
    if (n_same > 1) {
        entity.fields.object = merge_rows(source, same, n_same);
    }
    return entity;
}

/* Names that are the same to a reader give one id, however they are written. */
struct derived {
    const char *base, *text; /* of which it is made */
    struct entity *entity;
};

static int compare_derived(const void *left, const void *right)
{
    const struct derived *a = left, *b = right;
    int order = strcmp(a->base, b->base);
    return order ? order : strcmp(a->entity->spelling, b->entity->spelling);
}

/* A set of ids in lower case: open addressing, twice as large as it must be. */
struct id_set {
    const char **slot;
    size_t n_slots;
};

static bool id_set_add(struct id_set *set, struct arena *arena, const char *id)
{
    const char *lower = text_lower(arena, id);
    size_t hash = 1469598103934665603u;
    for (const char *c = lower; *c; c++) {
        hash = (hash ^ (unsigned char)*c) * 1099511628211u;
    }
    size_t k = hash % set->n_slots;
    while (set->slot[k]) {
        if (strcmp(set->slot[k], lower) == 0) {
            return false;
        }
        k = (k + 1) % set->n_slots;
    }
    set->slot[k] = lower;
    return true;
}

/* True if another row gives the same id. */
static bool is_shared(const struct derived *derived, int n, int k)
{
    return (k > 0 && strcmp(derived[k - 1].base, derived[k].base) == 0) ||
           (k + 1 < n && strcmp(derived[k + 1].base, derived[k].base) == 0);
}

/* An id is made of the row's own name and of nothing about others: numbers would move
 * from one to another when a row is added. Only where digits are the same too does a
 * number come behind. */
static const char *take_id(const struct derived *derived, bool is_shared,
                           struct arena *arena, struct id_set *taken)
{
    int number = 1;
    if (!is_shared && id_set_add(taken, arena, derived->base)) {
        return derived->base;
    }
    const char *base = derived_id_with_digits(arena, derived->text);
    const char *id = base;
    while (!id_set_add(taken, arena, id)) {
        id = arena_printf(arena, "%s-%d", base, ++number);
    }
    return id;
}

static void tell_derived(const struct source *source, const struct derived *derived)
{
    const struct entity *entity = derived->entity;
    const char *shown = field_shown(source->at.arena, entity->spelling);
    if (field_find(&entity->fields, "id")) {
        findings_add(
            source->at.findings, SEVERITY_NOTE, field_place(&entity->fields, "id"),
            "'%s' is no id and becomes '%s'; an id has at most 64 letters, "
            "digits, '.', '_' and '-'",
            shown, entity->id);
    } else if (strcmp(entity->id, derived->base) != 0) {
        findings_add(source->at.findings, SEVERITY_NOTE, entity->fields.place,
                     "'%s' is called '%s', with digits made of the whole name, as "
                     "'%s' would stand for several; a column 'id' gives each one "
                     "of its own",
                     shown, entity->id, derived->base);
    }
}

static void name_derived(const struct source *source, struct derived *derived,
                         int n, struct id_set *taken)
{
    for (int k = 0; k < n; k++) {
        derived[k].entity->id =
            take_id(&derived[k], is_shared(derived, n, k), source->at.arena, taken);
        tell_derived(source, &derived[k]);
    }
}

/* One note for all that have a name in place of an id. */
static void tell_named(const struct source *source, const struct derived *derived,
                       int n)
{
    const struct entity *first = NULL;
    int n_named = 0, n_numbers = 0;
    for (int k = 0; k < n; k++) {
        const struct entity *entity = derived[k].entity;
        if (!field_find(&entity->fields, "id")) {
            bool has_digits = derived_id_has_digits(*source->at.arena,
                                                    derived[k].text, entity->id);
            first = !first || (has_digits && n_numbers == 0) ? entity : first;
            n_named++;
            n_numbers += has_digits;
        }
    }
    if (first) {
        struct place place = source->at.place;
        place.line = source->columns->line;
        findings_add(
            source->at.findings, SEVERITY_NOTE, place,
            n_numbers > 0
                ? "%d %s%s without id %s called after the name, as '%s' is '%s'; "
                  "such ids name files and links: fill in a column 'id', in Latin "
                  "letters, to read them"
                : "%d %s%s without id %s called after the name, as '%s' is '%s'",
            n_named, phrase(source->what), text_s(n_named),
            n_named == 1 ? "is" : "are",
            field_shown(source->at.arena, first->spelling), first->id);
    }
}

static struct derived make_derived(struct arena *arena, struct entity *entity)
{
    const char *text = field_find(&entity->fields, "id")
                           ? entity->spelling
                           : unicode_folded(arena, entity->spelling);
    return (struct derived){derived_id(arena, text), text, entity};
}

static void derive_ids(const struct source *source, struct entities *entities)
{
    struct arena *arena = source->at.arena;
    struct derived *derived = arena_new(arena, entities->n, struct derived);
    struct id_set taken = {.n_slots = 2 * (size_t)entities->n + 1};
    int n = 0;
    taken.slot = arena_new(arena, taken.n_slots, const char *);
    for (int i = 0; i < entities->n; i++) {
        struct entity *entity = &entities->entity[i];
        if (!text_is_id(entity->spelling) || !field_find(&entity->fields, "id")) {
            derived[n++] = make_derived(arena, entity);
        } else {
            id_set_add(&taken, arena, entity->spelling);
        }
    }
    if (n > 0) {
        qsort(derived, (size_t)n, sizeof *derived, compare_derived);
        name_derived(source, derived, n, &taken);
        tell_named(source, derived, n);
    }
}

static void name_entities(const struct source *source, struct entities *entities)
{
    for (int i = 0; i < entities->n; i++) {
        struct entity *entity = &entities->entity[i];
        entity->id = entity->spelling;
        if (!source->is_csv && !text_is_id(entity->spelling)) {
            field_error(
                &entity->fields, "id",
                "'%s' is no id; expected 1 to 64 letters, digits, '.', '_' and "
                "'-', a letter or digit first, and no name of a device such as "
                "'con'",
                field_shown(entity->fields.arena, entity->spelling));
        }
    }
    if (source->is_csv && entities->n > 0) {
        derive_ids(source, entities);
    }
}

static int compare_entities(const void *left, const void *right)
{
    const struct entity *a = left, *b = right;
    return strcmp(a->id, b->id);
}

static void index_entities(const struct source *source, struct entities *entities)
{
    struct ids *ids = &entities->ids;
    *ids = (struct ids){.what = source->what, .is_broken = source->is_broken};
    ids->name = arena_new(source->at.arena, 2 * entities->n, struct id_name);
    for (int i = 0; i < entities->n; i++) {
        const struct entity *entity = &entities->entity[i];
        ids->name[ids->n++] = (struct id_name){entity->id, i};
        if (strcmp(entity->id, entity->spelling) != 0) {
            ids->name[ids->n++] = (struct id_name){entity->spelling, i};
        }
    }
    ids_sort(ids);
}

void entities_collect(const struct source *source, struct entities *entities)
{
    int n;
    struct id_row *row = sorted_rows(source, &n);
    *entities = (struct entities){0};
    entities->entity = arena_new(source->at.arena, n, struct entity);
    for (int first = 0, behind; first < n; first = behind) {
        behind = first + 1;
        while (behind < n && strcmp(row[first].lower, row[behind].lower) == 0) {
            behind++;
        }
        entities->entity[entities->n++] =
            make_entity(source, &row[first], behind - first);
    }
    name_entities(source, entities);
    if (entities->n > 0) {
        qsort(entities->entity, (size_t)entities->n, sizeof *entities->entity,
              compare_entities);
    }
    index_entities(source, entities);
    entities->ids.is_broken |= n < source->n_rows;
}
