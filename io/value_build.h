#ifndef MATCHDAY_IO_VALUE_BUILD_H
#define MATCHDAY_IO_VALUE_BUILD_H

#include <stdbool.h>
#include <stdint.h>

#include "io/value.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/text.h"

/* Puts together what is to be written. A value begins zeroed, as VALUE_NULL:
 *
 *     struct value root;
 *     value_init(&root, VALUE_OBJECT);
 *     value_put_text(arena, &root, "event", event->id);
 *     struct value *list = value_put(arena, &root, "slots", VALUE_LIST);
 *     struct value *slot = value_push(arena, list, VALUE_OBJECT);
 *
 * A returned pointer is good until the next sibling is added, so finish each
 * value before the one behind it. Keys and texts are not copied. Members keep
 * the order in which they were put; nobody may put a key twice. */

void value_init(struct value *value, enum value_kind kind);

/* An empty value of that kind as a further member (item) of an object (list)
 * that was built by these functions. */
struct value *value_put(struct arena *arena, struct value *object, const char *key,
                        enum value_kind kind);
struct value *value_push(struct arena *arena, struct value *list,
                         enum value_kind kind);

void value_put_text(struct arena *arena, struct value *object, const char *key,
                    const char *text);
void value_put_bool(struct arena *arena, struct value *object, const char *key,
                    bool truth);

/* Whole numbers within VALUE_MAX_NUMBER on both sides of 0: JSON's readers keep
 * them in doubles. */
#define VALUE_MAX_NUMBER (INT64_C(1) << 53)
void value_put_number(struct arena *arena, struct value *object, const char *key,
                      int64_t number);

/* "2021-05-18T07:00:00Z" */
void value_put_instant(struct arena *arena, struct value *object, const char *key,
                       int64_t instant_s);

/* A list of texts, also where it is empty. */
void value_put_strings(struct arena *arena, struct value *object, const char *key,
                       const struct strings *strings);

/* The same, but nothing at all for "" and for an empty list. */
void value_put_some_text(struct arena *arena, struct value *object, const char *key,
                         const char *text);
void value_put_some_strings(struct arena *arena, struct value *object,
                            const char *key, const struct strings *strings);

void value_push_text(struct arena *arena, struct value *list, const char *text);
void value_push_number(struct arena *arena, struct value *list, int64_t number);

#endif
