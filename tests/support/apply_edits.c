#include "tests/support/apply_edits.h"

#include <string.h>

#include "io/json_value.h"
#include "io/json_write.h"

static struct value *member(struct value *object, const char *key)
{
    for (int k = 0; k < object->n_items; k++) {
        if (strcmp(object->item[k].key, key) == 0) {
            return &object->item[k];
        }
    }
    return NULL;
}

static void append(struct arena *arena, struct value *to, struct value item)
{
    struct value *longer = arena_new(arena, to->n_items + 1, struct value);
    if (to->n_items > 0) {
        memcpy(longer, to->item, (size_t)to->n_items * sizeof *longer);
    }
    longer[to->n_items] = item;
    to->item = longer;
    to->n_items++;
}

static void take_out(struct value *from, int k)
{
    memmove(from->item + k, from->item + k + 1,
            (size_t)(from->n_items - k - 1) * sizeof *from->item);
    from->n_items--;
}

static const char *text_of(const struct value *object, const char *key)
{
    const struct value *value = value_find(object, key);
    return value && value->text ? value->text : "";
}

static bool set_fields(struct arena *arena, struct value *list, const char *id,
                       const struct value *set)
{
    for (int k = 0; k < list->n_items; k++) {
        struct value *row = &list->item[k];
        if (strcmp(text_of(row, "id"), id) != 0) {
            continue;
        }
        for (int j = 0; j < set->n_items; j++) {
            struct value *old = member(row, set->item[j].key);
            if (old) {
                *old = set->item[j];
            } else {
                append(arena, row, set->item[j]);
            }
        }
        return true;
    }
    return false;
}

/* Whether the row has all that the other one has. */
static bool has_all(struct arena *arena, const struct value *row,
                    const struct value *wanted)
{
    for (int k = 0; k < wanted->n_items; k++) {
        const struct value *has = value_find(row, wanted->item[k].key);
        if (!has || strcmp(json_line_text(arena, has),
                           json_line_text(arena, &wanted->item[k])) != 0) {
            return false;
        }
    }
    return true;
}

static bool remove_row(struct arena *arena, struct value *list,
                       const struct value *row)
{
    for (int k = 0; k < list->n_items; k++) {
        if (has_all(arena, &list->item[k], row)) {
            take_out(list, k);
            return true;
        }
    }
    return false;
}

static bool apply(struct arena *arena, struct value *root, const struct value *edit)
{
    const char *name = text_of(edit, "list");
    struct value *list = member(root, name);
    const struct value *set = value_find(edit, "set"),
                       *add = value_find(edit, "add"),
                       *removed = value_find(edit, "remove");
    if (!list) {
        append(arena, root, (struct value){.kind = VALUE_LIST, .key = name});
        list = member(root, name);
    }
    if (set) {
        return set_fields(arena, list, text_of(edit, "id"), set);
    }
    if (removed) {
        return remove_row(arena, list, removed);
    }
    append(arena, list, *add);
    return true;
}

char *apply_edits(struct arena *arena, const char *json, const struct value *edits)
{
    struct value root;
    struct findings findings;
    findings_init(&findings, arena);
    if (!json_parse_value(arena, "event.json", json, strlen(json), &root,
                          &findings)) {
        return NULL;
    }
    for (int k = 0; k < edits->n_items; k++) {
        if (!apply(arena, &root, &edits->item[k])) {
            return NULL;
        }
    }
    return json_file_text(arena, &root);
}
