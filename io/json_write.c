/* cJSON prints every single value; which of them begin a line is decided here. */

#include "io/json_write.h"

#include <assert.h>
#include <cjson/cJSON.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>

#include "scheduler/base/buf.h"

static cJSON *needed(cJSON *item)
{
    if (!item) {
        out_of_memory();
    }
    return item;
}

/* cJSON would print whole numbers of more than 15 digits as 9.00719925474099e+15,
 * which is another number. */
static cJSON *convert_number(double number)
{
    const double most = 9007199254740992; /* up to here doubles are exact */
    if (number < -most || number > most || number != (double)(int64_t)number) {
        return needed(cJSON_CreateNumber(number));
    }
    char digits[32];
    snprintf(digits, sizeof digits, "%" PRId64, (int64_t)number);
    return needed(cJSON_CreateRaw(digits));
}

static cJSON *convert(const struct value *value);

static cJSON *convert_items(const struct value *value)
{
    bool is_object = value->kind == VALUE_OBJECT;
    cJSON *all = needed(is_object ? cJSON_CreateObject() : cJSON_CreateArray());
    for (int k = 0; k < value->n_items; k++) {
        const struct value *item = &value->item[k];
        if (!(is_object ? cJSON_AddItemToObject(all, item->key, convert(item))
                        : cJSON_AddItemToArray(all, convert(item)))) {
            out_of_memory();
        }
    }
    return all;
}

static cJSON *convert(const struct value *value)
{
    switch (value->kind) {
    case VALUE_NULL:
        break;
    case VALUE_BOOL:
        return needed(cJSON_CreateBool(value->truth));
    case VALUE_NUMBER:
        return convert_number(value->number);
    case VALUE_TEXT:
    case VALUE_CELL:
        return needed(cJSON_CreateString(value->text));
    case VALUE_LIST:
    case VALUE_OBJECT:
        return convert_items(value);
    }
    return needed(cJSON_CreateNull());
}

static void add_line(struct buf *buf, const struct value *value)
{
    cJSON *item = convert(value);
    char *text = cJSON_PrintUnformatted(item);
    if (!text) {
        out_of_memory();
    }
    buf_add_text(buf, text);
    cJSON_free(text);
    cJSON_Delete(item);
}

char *json_line_text(struct arena *arena, const struct value *value)
{
    struct buf buf;
    buf_init(&buf, arena);
    add_line(&buf, value);
    return buf.data;
}

static bool is_table(const struct value *value)
{
    return value->kind == VALUE_LIST && value->n_items > 0 &&
           value->item[0].kind == VALUE_OBJECT;
}

static void add_table(struct buf *buf, const struct value *list)
{
    buf_add_text(buf, "[");
    for (int k = 0; k < list->n_items; k++) {
        buf_add_text(buf, k > 0 ? ",\n    " : "\n    ");
        add_line(buf, &list->item[k]);
    }
    buf_add_text(buf, "\n  ]");
}

char *json_file_text(struct arena *arena, const struct value *object)
{
    assert(object->kind == VALUE_OBJECT);
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "{");
    for (int k = 0; k < object->n_items; k++) {
        const struct value *member = &object->item[k];
        buf_add_text(&buf, k > 0 ? ",\n  " : "\n  ");
        add_line(&buf, &(struct value){.kind = VALUE_TEXT, .text = member->key});
        buf_add_text(&buf, ": ");
        if (is_table(member)) {
            add_table(&buf, member);
        } else {
            add_line(&buf, member);
        }
    }
    buf_add_text(&buf, "\n}\n");
    return buf.data;
}
