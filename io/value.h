#ifndef MATCHDAY_IO_VALUE_H
#define MATCHDAY_IO_VALUE_H

#include <stdbool.h>

#include "scheduler/base/text.h"

/* What an input file says, before anybody asks what it means: a tree that is
 * the same whether it was JSON or CSV, with the line of everything in it. A CSV
 * file is a list of objects whose members are its non-empty cells.
 *
 * Everything lives in the arena of whoever read it. Texts are valid UTF-8
 * without NUL. */
enum value_kind {
    VALUE_NULL,
    VALUE_BOOL,
    VALUE_NUMBER,
    VALUE_TEXT,
    VALUE_CELL, /* text from CSV, trimmed, not empty: also numbers, yes/no and
                   lists "a;b" come so */
    VALUE_LIST,
    VALUE_OBJECT,
};

struct value {
    enum value_kind kind;
    int line;           /* from 1 */
    bool truth;         /* VALUE_BOOL */
    double number;      /* VALUE_NUMBER */
    const char *text;   /* VALUE_TEXT, VALUE_CELL */
    struct value *item; /* VALUE_LIST, VALUE_OBJECT: in the order of the file */
    int n_items;
    int column;      /* of a cell of settings in a table, from 1; else 0 */
    const char *key; /* its name, where it is a member of an object */
};

/* The member of that name, or NULL; also for values that are no object. */
const struct value *value_find(const struct value *object, const char *key);

/* "a number", "a list", ... for messages. */
const char *value_kind_name(enum value_kind kind);

#endif
