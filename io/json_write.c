/* cJSON prints every single value; which of them begin a line is decided here. */

#include "io/json_write.h"

#include <assert.h>
#include <cjson/cJSON.h>
#include <inttypes.h>
#include <stdio.h>

#include "io/libraries.h"
#include "io/value_build.h"
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

void json_file_begin(struct json_file *file, struct sink *sink)
{
    *file = (struct json_file){.sink = sink};
    buf_add_text(&sink->buf, "{");
}

static struct buf *add_key(struct json_file *file, const char *key)
{
    struct buf *buf = &file->sink->buf;
    buf_add_text(buf, file->has_members ? ",\n  " : "\n  ");
    add_line(buf, &(struct value){.kind = VALUE_TEXT, .text = key});
    buf_add_text(buf, ": ");
    file->has_members = true;
    return buf;
}

static void add_row(struct json_file *file, const struct value *row, int k)
{
    struct buf *buf = &file->sink->buf;
    buf_add_text(buf, k > 0 ? ",\n    " : "[\n    ");
    add_line(buf, row);
    sink_pass(file->sink);
}

void json_file_add(struct json_file *file, const struct value *member)
{
    struct buf *buf = add_key(file, member->key);
    if (!is_table(member)) {
        add_line(buf, member);
        return;
    }
    for (int k = 0; k < member->n_items; k++) {
        add_row(file, &member->item[k], k);
    }
    buf_add_text(buf, "\n  ]");
}

void json_file_add_text(struct json_file *file, const char *key, const char *json)
{
    buf_add_text(add_key(file, key), json);
}

void json_file_add_rows(struct json_file *file, struct arena scratch,
                        const char *key, int n, json_row_maker *make,
                        const void *of)
{
    struct buf *buf = add_key(file, key);
    for (int k = 0; k < n; k++) {
        struct arena arena = scratch;
        struct value row;
        value_init(&row, VALUE_OBJECT);
        make(&arena, &row, of, k);
        add_row(file, &row, k);
    }
    buf_add_text(buf, n > 0 ? "\n  ]" : "[]");
}

void json_file_end(struct json_file *file)
{
    buf_add_text(&file->sink->buf, "\n}\n");
    sink_pass(file->sink);
}

char *json_file_text(struct arena *arena, const struct value *object)
{
    assert(object->kind == VALUE_OBJECT);
    struct sink sink;
    struct json_file file;
    sink_init(&sink, arena, NULL, NULL);
    json_file_begin(&file, &sink);
    for (int k = 0; k < object->n_items; k++) {
        json_file_add(&file, &object->item[k]);
    }
    json_file_end(&file);
    return sink.buf.data;
}

const char *json_library_version(void)
{
    return cJSON_Version();
}
