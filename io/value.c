#include "io/value.h"

#include <stddef.h>
#include <string.h>

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
        return "null";
    case VALUE_BOOL:
        return "true or false";
    case VALUE_NUMBER:
        return "a number";
    case VALUE_TEXT:
    case VALUE_CELL:
        return "a text";
    case VALUE_LIST:
        return "a list";
    case VALUE_OBJECT:
        return "an object";
    }
    return "nothing";
}
