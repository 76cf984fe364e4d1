#include "io/value.h"

#include <stddef.h>
#include <string.h>

#include "scheduler/base/phrase.h"

const struct value *value_find(const struct value *object, const char *key)
{
    if (object->kind != VALUE_OBJECT) {
        return NULL;
    }
    for (int k = 0; k < object->n_items; k++) {
        if (strcmp(object->item[k].key, key) == 0) {
            return &object->item[k];
        }
    }
    return NULL;
}

const char *value_kind_name(enum value_kind kind)
{
    switch (kind) {
    case VALUE_NULL:
        return phrase("null");
    case VALUE_BOOL:
        return phrase("true or false");
    case VALUE_NUMBER:
        return phrase("a number");
    case VALUE_TEXT:
    case VALUE_CELL:
        return phrase("a text");
    case VALUE_LIST:
        return phrase("a list");
    case VALUE_OBJECT:
        return phrase("an object");
    }
    return phrase("nothing");
}
