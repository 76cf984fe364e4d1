#include "tests/support/json_text.h"

void json_begin(struct arena *arena, struct json_object *object)
{
    buf_init(&object->buf, arena);
    buf_add_char(&object->buf, '{');
}

void json_put(struct json_object *object, const char *key, const char *value)
{
    const char *separator = object->buf.len > 1 ? "," : "";
    buf_printf(&object->buf, "%s\"%s\":%s", separator, key, value);
}

void json_put_text(struct json_object *object, const char *key, const char *text)
{
    json_put(object, key, arena_printf(object->buf.arena, "\"%s\"", text));
}

void json_put_int(struct json_object *object, const char *key, int number)
{
    json_put(object, key, arena_printf(object->buf.arena, "%d", number));
}

const char *json_end(struct json_object *object)
{
    buf_add_char(&object->buf, '}');
    return object->buf.data;
}

void json_list_add(struct json_list *list, const char *value)
{
    list->item = arena_grow(list->arena, list->item, list->n, &list->capacity,
                            sizeof *list->item);
    list->item[list->n++] = value;
}

void json_list_add_text(struct json_list *list, const char *text)
{
    json_list_add(list, arena_printf(list->arena, "\"%s\"", text));
}

static void shuffle_items(struct json_list *list, struct rng *shuffle)
{
    for (int i = list->n - 1; i > 0; i--) {
        int j = (int)rng_below(shuffle, (uint32_t)i + 1);
        const char *item = list->item[i];
        list->item[i] = list->item[j];
        list->item[j] = item;
    }
}

const char *json_list_join(struct json_list *list, struct rng *shuffle, bool lines)
{
    struct buf buf;
    buf_init(&buf, list->arena);
    buf_add_char(&buf, '[');
    if (shuffle) {
        shuffle_items(list, shuffle);
    }
    for (int i = 0; i < list->n; i++) {
        buf_add_text(&buf, i == 0 ? "" : lines ? ",\n  " : ",");
        buf_add_text(&buf, list->item[i]);
    }
    buf_add_char(&buf, ']');
    return buf.data;
}
