/* Two passes: json_place judges the text and notes the line of every value, then
 * cJSON parses it, and its tree, walked in the order of the text, takes the lines
 * one by one. cJSON's lists are linked: only ->next is followed. */

#include "io/json_value.h"

#include <assert.h>
#include <cjson/cJSON.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "io/json_place.h"

struct walk {
    struct arena *arena;
    const char *file;
    struct findings *findings;
    const struct json_lines *lines;
    int n_taken; /* lines of values that were met so far */
};

static void convert(struct walk *walk, const cJSON *item, struct value *value);

static void convert_items(struct walk *walk, const cJSON *list, struct value *value)
{
    for (const cJSON *item = list->child; item; item = item->next) {
        value->n_items++;
    }
    value->item = arena_new(walk->arena, value->n_items, struct value);
    struct value *next = value->item;
    for (const cJSON *item = list->child; item; item = item->next) {
        convert(walk, item, next);
        if (item->string) {
            next->key = arena_strdup(walk->arena, item->string);
        }
        next++;
    }
}

static void convert_number(struct walk *walk, const cJSON *item,
                           struct value *value)
{
    value->kind = VALUE_NUMBER;
    value->number = item->valuedouble;
    if (!isfinite(value->number)) {
        findings_add(walk->findings, SEVERITY_ERROR,
                     (struct place){.file = walk->file, .line = value->line},
                     "a number beyond 1e308; expected a smaller one");
    }
}

static void convert(struct walk *walk, const cJSON *item, struct value *value)
{
    assert(walk->n_taken < walk->lines->n_values);
    value->line = walk->lines->line[walk->n_taken++];
    switch (item->type & 0xff) {
    case cJSON_True:
    case cJSON_False:
        value->kind = VALUE_BOOL;
        value->truth = cJSON_IsTrue(item);
        break;
    case cJSON_Number:
        convert_number(walk, item, value);
        break;
    case cJSON_String:
        value->kind = VALUE_TEXT;
        value->text = arena_strdup(walk->arena, item->valuestring);
        break;
    case cJSON_Array:
        value->kind = VALUE_LIST;
        convert_items(walk, item, value);
        break;
    case cJSON_Object:
        value->kind = VALUE_OBJECT;
        convert_items(walk, item, value);
        break;
    default:
        assert(cJSON_IsNull(item));
        value->kind = VALUE_NULL;
    }
}

/* cJSON would take a lack of memory for a fault of the text. */
static void *allocate(size_t size)
{
    void *memory = malloc(size);
    if (!memory) {
        out_of_memory();
    }
    return memory;
}

static bool parse(struct walk *walk, const struct json_source *source,
                  struct value *root)
{
    cJSON_InitHooks(&(cJSON_Hooks){.malloc_fn = allocate, .free_fn = free});
    const char *at = NULL;
    cJSON *tree = cJSON_ParseWithLengthOpts(source->text, source->len, &at, false);
    assert(tree); /* json_place accepts nothing else */
    if (!tree) {
        return findings_add(walk->findings, SEVERITY_ERROR,
                            (struct place){.file = walk->file},
                            "not JSON near byte %td", at - source->text);
    }
    int n_errors = walk->findings->n_errors;
    convert(walk, tree, root);
    cJSON_Delete(tree);
    assert(walk->n_taken == walk->lines->n_values);
    return walk->findings->n_errors == n_errors;
}

bool json_parse_value(struct arena *arena, const char *file, const char *text,
                      size_t len, struct value *root, struct findings *findings)
{
    struct json_source source = {.file = file, .text = text, .len = len};
    if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
        source.text += 3;
        source.len -= 3;
    }
    /* Not a scratch copy of arena, which grows while the lines are in use. */
    struct arena own;
    arena_init(&own);
    struct json_lines lines;
    struct walk walk = {
        .arena = arena, .file = file, .findings = findings, .lines = &lines};
    *root = (struct value){0};
    bool ok = json_place_scan(&own, &source, &lines, findings) &&
              parse(&walk, &source, root);
    arena_finish(&own);
    return ok;
}
