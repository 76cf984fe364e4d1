/* Items lie in an array whose capacity is not stored: it is the smallest power of
 * two, FIRST_CAPACITY at least, that holds them. So the array is full, and moves
 * into one twice as large, whenever their number reaches such a power. */

#include "io/value_build.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "scheduler/base/civil.h"

enum { FIRST_CAPACITY = 4 };

void value_init(struct value *value, enum value_kind kind)
{
    *value = (struct value){.kind = kind};
}

static bool is_full(int n)
{
    return n == 0 || (n >= FIRST_CAPACITY && (n & (n - 1)) == 0);
}

static struct value *add(struct arena *arena, struct value *parent,
                         enum value_kind kind)
{
    if (is_full(parent->n_items)) {
        int wider = parent->n_items == 0 ? FIRST_CAPACITY : parent->n_items * 2;
        struct value *moved = arena_new(arena, wider, struct value);
        if (parent->n_items > 0) {
            memcpy(moved, parent->item, (size_t)parent->n_items * sizeof *moved);
        }
        parent->item = moved;
    }
    struct value *added = &parent->item[parent->n_items++];
    value_init(added, kind);
    return added;
}

struct value *value_put(struct arena *arena, struct value *object, const char *key,
                        enum value_kind kind)
{
    assert(object->kind == VALUE_OBJECT);
    struct value *member = add(arena, object, kind);
    member->key = key;
    return member;
}

struct value *value_push(struct arena *arena, struct value *list,
                         enum value_kind kind)
{
    assert(list->kind == VALUE_LIST);
    return add(arena, list, kind);
}

void value_put_text(struct arena *arena, struct value *object, const char *key,
                    const char *text)
{
    value_put(arena, object, key, VALUE_TEXT)->text = text;
}

void value_put_bool(struct arena *arena, struct value *object, const char *key,
                    bool truth)
{
    value_put(arena, object, key, VALUE_BOOL)->truth = truth;
}

static void set_number(struct value *value, int64_t number)
{
    assert(number >= -VALUE_MAX_NUMBER && number <= VALUE_MAX_NUMBER);
    value->number = (double)number;
}

void value_put_number(struct arena *arena, struct value *object, const char *key,
                      int64_t number)
{
    set_number(value_put(arena, object, key, VALUE_NUMBER), number);
}

void value_put_instant(struct arena *arena, struct value *object, const char *key,
                       int64_t instant_s)
{
    value_put_text(arena, object, key, instant_format(arena, instant_s));
}

void value_put_strings(struct arena *arena, struct value *object, const char *key,
                       const struct strings *strings)
{
    struct value *list = value_put(arena, object, key, VALUE_LIST);
    for (int k = 0; k < strings->n; k++) {
        value_push_text(arena, list, strings->text[k]);
    }
}

void value_put_some_text(struct arena *arena, struct value *object, const char *key,
                         const char *text)
{
    if (text[0] != '\0') {
        value_put_text(arena, object, key, text);
    }
}

void value_put_some_strings(struct arena *arena, struct value *object,
                            const char *key, const struct strings *strings)
{
    if (strings->n > 0) {
        value_put_strings(arena, object, key, strings);
    }
}

void value_push_text(struct arena *arena, struct value *list, const char *text)
{
    value_push(arena, list, VALUE_TEXT)->text = text;
}

void value_push_number(struct arena *arena, struct value *list, int64_t number)
{
    set_number(value_push(arena, list, VALUE_NUMBER), number);
}
