#include "tests/support/value_text.h"

#include <stdio.h>
#include <stdlib.h>

#include "scheduler/base/buf.h"

static void add_value(struct buf *buf, const struct value *value);

static void add_items(struct buf *buf, const struct value *value)
{
    for (int i = 0; i < value->n_items; i++) {
        const struct value *item = &value->item[i];
        if (i > 0) {
            buf_add_char(buf, ' ');
        }
        if (item->key) {
            buf_printf(buf, "%s:", item->key);
        }
        add_value(buf, item);
    }
}

static void add_text(struct buf *buf, const char *text, char quote)
{
    buf_add_char(buf, quote);
    for (; *text; text++) {
        if (*text == '\n') {
            buf_add_text(buf, "\\n");
        } else {
            buf_add_char(buf, *text);
        }
    }
    buf_add_char(buf, quote);
}

static void add_value(struct buf *buf, const struct value *value)
{
    switch (value->kind) {
    case VALUE_NULL:
        buf_add_text(buf, "null");
        break;
    case VALUE_BOOL:
        buf_add_text(buf, value->truth ? "true" : "false");
        break;
    case VALUE_NUMBER:
        buf_printf(buf, "%.15g", value->number);
        break;
    case VALUE_TEXT:
        add_text(buf, value->text, '"');
        break;
    case VALUE_CELL:
        add_text(buf, value->text, '\'');
        break;
    case VALUE_LIST:
        buf_add_char(buf, '[');
        add_items(buf, value);
        buf_add_char(buf, ']');
        break;
    case VALUE_OBJECT:
        buf_add_char(buf, '{');
        add_items(buf, value);
        buf_add_char(buf, '}');
        break;
    }
    buf_printf(buf, "@%d", value->line);
}

char *value_text(struct arena *arena, const struct value *value)
{
    struct buf buf;
    buf_init(&buf, arena);
    add_value(&buf, value);
    return buf.data;
}

char *findings_text(struct arena *arena, const struct findings *findings)
{
    char *bytes = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&bytes, &len);
    findings_print(findings, out);
    fclose(out);
    char *text = arena_strndup(arena, bytes, len);
    free(bytes);
    return text;
}
