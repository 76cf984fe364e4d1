#ifndef MATCHDAY_TESTS_SUPPORT_JSON_TEXT_H
#define MATCHDAY_TESTS_SUPPORT_JSON_TEXT_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/rng.h"

/* JSON as tests write it: values are texts in arena, put together to objects and
 * lists. Keys and texts must need no escapes. */

struct json_object {
    struct buf buf;
};

void json_begin(struct arena *arena, struct json_object *object);
void json_put(struct json_object *object, const char *key, const char *value);
void json_put_text(struct json_object *object, const char *key, const char *text);
void json_put_int(struct json_object *object, const char *key, int number);
/* The finished object's text. */
const char *json_end(struct json_object *object);

struct json_list {
    struct arena *arena;
    const char **item;
    int n, capacity;
};

void json_list_add(struct json_list *list, const char *value);
void json_list_add_text(struct json_list *list, const char *text);

/* "[...]" in the order of adding, or in an order drawn from shuffle unless that is
 * NULL; items are separated by ",\n" if lines, else by ",". */
const char *json_list_join(struct json_list *list, struct rng *shuffle, bool lines);

#endif
