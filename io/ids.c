#include "io/ids.h"

#include <stdlib.h>
#include <string.h>

#include "io/name_core.h"
#include "io/unicode.h"
#include "scheduler/base/ints.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"

static int compare_names(const void *left, const void *right)
{
    const struct id_name *a = left, *b = right;
    return strcmp(a->name, b->name);
}

void ids_sort(struct ids *ids)
{
    if (ids->n > 0) {
        qsort(ids->name, (size_t)ids->n, sizeof *ids->name, compare_names);
    }
}

int ids_find(const struct ids *ids, const char *name)
{
    int low = 0, high = ids->n;
    while (low < high) {
        int middle = low + (high - low) / 2;
        int order = strcmp(ids->name[middle].name, name);
        if (order == 0) {
            return ids->name[middle].i;
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return -1;
}

static int compare_aliases(const void *left, const void *right)
{
    const struct id_alias *a = left, *b = right;
    int order = strcmp(a->folded, b->folded);
    return order ? order : strcmp(a->id, b->id);
}

void ids_take_aliases(struct ids *ids, struct arena *arena, struct id_alias *alias,
                      int n)
{
    for (int k = 0; k < n; k++) {
        alias[k].folded = unicode_folded(arena, alias[k].called);
    }
    if (n > 0) {
        qsort(alias, (size_t)n, sizeof *alias, compare_aliases);
    }
    ids->alias = alias;
    ids->n_aliases = n;
    ids->readings = arena_new(arena, 1, struct id_readings);
}

/* The first alias that is not before the text. */
static int first_alias(const struct ids *ids, const char *folded)
{
    int low = 0, high = ids->n_aliases;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (strcmp(ids->alias[middle].folded, folded) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static bool is_alias(const struct ids *ids, int k, const char *folded)
{
    return k < ids->n_aliases && strcmp(ids->alias[k].folded, folded) == 0;
}

static bool is_of_one(const struct ids *ids, const struct id_alias *alias)
{
    int first = first_alias(ids, alias->folded);
    for (int k = first; is_alias(ids, k, alias->folded); k++) {
        if (ids->alias[k].i != alias->i) {
            return false;
        }
    }
    return true;
}

/* How what has that alias is to be written: by its name, if that is a reference, is
 * as near and not made into the id; else by its id. */
static const char *written(const struct ids *ids, const struct id_alias *near,
                           const char *folded, bool takes_names)
{
    enum { NOT_NEAR = 3 };
    for (int k = 0; k < ids->n_aliases && takes_names; k++) {
        const struct id_alias *other = &ids->alias[k];
        if (other->i == near->i && strcmp(other->called, other->id) != 0 &&
            (strcmp(other->folded, near->folded) == 0 ||
             near_distance(folded, other->folded) < NOT_NEAR) &&
            is_of_one(ids, other)) {
            return other->called;
        }
    }
    return near->id;
}

/* The only one whose name has the words of the text in it, or the other way round;
 * NULL for several. Not by ids: "Gifu City" is another than 'gifu'. */
static const struct id_alias *find_containing(const struct ids *ids,
                                              const char *folded)
{
    const struct id_alias *found = NULL;
    for (int k = 0; k < ids->n_aliases; k++) {
        const struct id_alias *alias = &ids->alias[k];
        if (strcmp(alias->called, alias->id) != 0 &&
            (unicode_has_words(alias->folded, folded) ||
             unicode_has_words(folded, alias->folded))) {
            if (found && found->i != alias->i) {
                return NULL;
            }
            found = found ? found : alias;
        }
    }
    return found;
}

/* The only one whose name is the same but for its legal form or a title of address;
 * NULL for several. */
static const struct id_alias *find_core(const struct ids *ids, struct arena scratch,
                                        const char *folded)
{
    enum { LEAST = 2 };
    const struct id_alias *found = NULL;
    const char *core = name_core(&scratch, folded);
    for (int k = 0; k < ids->n_aliases && unicode_width(core) >= LEAST; k++) {
        const struct id_alias *alias = &ids->alias[k];
        struct arena own = scratch;
        if (strcmp(name_core(&own, alias->folded), core) == 0) {
            if (found && found->i != alias->i) {
                return NULL;
            }
            found = found && strcmp(found->called, found->id) != 0 ? found : alias;
        }
    }
    return found;
}

const char *ids_nearest(const struct ids *ids, struct arena scratch,
                        const char *name, bool takes_names)
{
    const char *folded = unicode_folded(&scratch, name), *best = NULL;
    const struct id_alias *called = NULL;
    int least = 3;
    for (int k = 0; k < ids->n && least > 0; k++) {
        int distance = near_distance(name, ids->name[k].name);
        if (distance < least) {
            least = distance;
            best = ids->name[k].name;
        }
    }
    for (int k = 0; k < ids->n_aliases && least > 0; k++) {
        int distance = near_distance(folded, ids->alias[k].folded);
        if (distance < least) {
            least = distance;
            called = &ids->alias[k];
        }
    }
    if (!called && !best) {
        called = find_core(ids, scratch, folded);
    }
    if (!called && !best) {
        called = find_containing(ids, folded);
    }
    return called ? written(ids, called, folded, takes_names) : best;
}

/* Names are references in tables alone, where people write them. */
static bool takes_names(const struct ids *ids, const struct fields *fields)
{
    return fields->columns && ids->n_aliases > 0;
}

/* The search looks at all names: not for each of thousands of faults. */
static bool is_worth_searching(const struct ids *ids, const struct findings *found)
{
    enum { MOST = 1000000 };
    int n_names = ids->n + ids->n_aliases + 1;
    return found->n_errors < FINDINGS_ERRORS_PRINTED ||
           (found->n_errors < FINDINGS_MAX_ERRORS &&
            found->n_errors < MOST / n_names);
}

static void refuse_unknown(const struct ids *ids, const struct fields *fields,
                           const char *key, const char *name)
{
    const char *meant =
        is_worth_searching(ids, fields->findings)
            ? ids_nearest(ids, *fields->arena, name, fields->columns != NULL)
            : NULL;
    const char *shown = field_shown(fields->arena, name);
    if (meant) {
        field_error(fields, key, "there is no %s '%s'; did you mean '%s'?",
                    phrase(ids->what), shown, meant);
    } else {
        field_error(fields, key,
                    takes_names(ids, fields)
                        ? "there is no %s '%s'; expected the id or the name of one"
                        : "there is no %s '%s'; expected the id of one",
                    phrase(ids->what), shown);
    }
}

/* -1 also where two have the name, with an error that says so. */
static int find_by_name(const struct ids *ids, const struct fields *fields,
                        const char *key, const char *name)
{
    const char *folded = unicode_folded(fields->arena, name);
    int first = first_alias(ids, folded);
    if (!is_alias(ids, first, folded)) {
        refuse_unknown(ids, fields, key, name);
        return -1;
    }
    const struct id_alias *alias = &ids->alias[first];
    for (int k = first + 1; is_alias(ids, k, folded); k++) {
        if (ids->alias[k].i != alias->i) {
            field_error(fields, key,
                        "'%s' is the name of '%s' and of '%s'; expected the id of "
                        "one of them",
                        field_shown(fields->arena, name), alias->id,
                        ids->alias[k].id);
            return -1;
        }
    }
    if (ids->readings->n++ == 0) {
        ids->readings->place = field_place(fields, key);
        ids->readings->called = name;
        ids->readings->id = alias->id;
    }
    return alias->i;
}

int ids_find_named(const struct ids *ids, struct arena scratch, const char *name)
{
    const char *folded = unicode_folded(&scratch, name);
    int i = ids_find(ids, name), first = first_alias(ids, folded);
    if (i >= 0 || !is_alias(ids, first, folded)) {
        return i;
    }
    for (int k = first + 1; is_alias(ids, k, folded); k++) {
        if (ids->alias[k].i != ids->alias[first].i) {
            return -2;
        }
    }
    return ids->alias[first].i;
}

int ids_resolve(const struct ids *ids, const struct fields *fields, const char *key,
                const char *name)
{
    int i = ids_find(ids, name);
    if (i >= 0 || ids->is_broken) {
        return i;
    }
    if (takes_names(ids, fields)) {
        return find_by_name(ids, fields, key, name);
    }
    refuse_unknown(ids, fields, key, name);
    return -1;
}

void ids_tell_readings(const struct ids *ids, struct arena *arena,
                       struct findings *findings)
{
    const struct id_readings *readings = ids->readings;
    if (!readings || readings->n == 0) {
        return;
    }
    int more = readings->n - 1;
    const char *called = field_shown(arena, readings->called);
    if (more == 0) {
        findings_add(findings, SEVERITY_NOTE, readings->place, "read '%s' as '%s'",
                     called, readings->id);
    } else {
        findings_add(findings, SEVERITY_NOTE, readings->place,
                     "read '%s' as '%s', and %d more name%s of %ss", called,
                     readings->id, more, text_s(more), phrase(ids->what));
    }
}

int ids_read(const struct ids *ids, const struct fields *fields, const char *key)
{
    const char *article = strchr("aeiou", ids->what[0]) ? "an" : "a";
    const char *expected =
        arena_printf(fields->arena,
                     phrase(takes_names(ids, fields) ? "the id or the name of %s %s"
                                                     : "the id of %s %s"),
                     article, phrase(ids->what));
    const char *name = field_required_text(fields, key, expected);
    return *name ? ids_resolve(ids, fields, key, name) : -1;
}

void indices_sort(struct indices *list)
{
    list->n = ints_sort_unique(list->index, list->n);
}

struct indices ids_read_list(const struct ids *ids, const struct fields *fields,
                             const char *key)
{
    struct strings names = field_strings(fields, key);
    struct indices list = {.index = arena_new(fields->arena, names.n, int)};
    for (int k = 0; k < names.n; k++) {
        int i = ids_resolve(ids, fields, key, names.text[k]);
        if (i >= 0) {
            list.index[list.n++] = i;
        }
    }
    indices_sort(&list);
    return list;
}
