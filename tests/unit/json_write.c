#include "io/json_write.h"

#include <stddef.h>

#include "io/value_build.h"
#include "scheduler/base/civil.h"
#include "tests/support/check.h"

static const char *text_of(struct arena *arena, const char *text)
{
    return json_line_text(arena, &(struct value){.kind = VALUE_TEXT, .text = text});
}

static void test_texts(struct arena *arena)
{
    static const struct {
        const char *text, *expected;
    } row[] = {
        {"", "\"\""},
        {"a\"b\\c/", "\"a\\\"b\\\\c/\""},
        {"tab\tline\nreturn\r", "\"tab\\tline\\nreturn\\r\""},
        {"\x01\x1f", "\"\\u0001\\u001f\""},
        {"\u5c90\u961c \U0001f375", "\"\u5c90\u961c \U0001f375\""},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        CHECK_TEXT(text_of(arena, row[i].text), row[i].expected);
    }
}

static void test_numbers(struct arena *arena)
{
    static const struct {
        int64_t number;
        const char *expected;
    } row[] = {
        {0, "0"},
        {-7, "-7"},
        {2147483648, "2147483648"},
        {123456789012345, "123456789012345"},
        {1000000000000000, "1000000000000000"},
        {VALUE_MAX_NUMBER, "9007199254740992"},
        {-VALUE_MAX_NUMBER, "-9007199254740992"},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        struct value list;
        value_init(&list, VALUE_LIST);
        value_push_number(arena, &list, row[i].number);
        CHECK_TEXT(json_line_text(arena, &list.item[0]), row[i].expected);
    }
    struct value half = {.kind = VALUE_NUMBER, .number = 0.5};
    CHECK_TEXT(json_line_text(arena, &half), "0.5");
}

static void test_kinds(struct arena *arena)
{
    const struct strings none = {NULL, 0};
    const struct strings two = {(const char *[]){"x", "y"}, 2};
    struct value root;
    value_init(&root, VALUE_OBJECT);
    CHECK_TEXT(json_line_text(arena, &root), "{}");
    value_put(arena, &root, "null", VALUE_NULL);
    value_put_bool(arena, &root, "yes", true);
    value_put_bool(arena, &root, "no", false);
    value_put_strings(arena, &root, "none", &none);
    value_put_strings(arena, &root, "two", &two);
    value_put_some_strings(arena, &root, "left out", &none);
    value_put_some_strings(arena, &root, "two again", &two);
    value_put_some_text(arena, &root, "left out", "");
    value_put_some_text(arena, &root, "text", "t");
    value_put_instant(
        arena, &root, "at",
        civil_to_seconds((struct civil){.year = 2021, .month = 5, .day = 18}));
    value_put(arena, &root, "cell", VALUE_CELL)->text = "c";
    value_put(arena, &root, "inner", VALUE_OBJECT);
    CHECK_TEXT(json_line_text(arena, &root),
               "{\"null\":null,\"yes\":true,\"no\":false,\"none\":[],"
               "\"two\":[\"x\",\"y\"],\"two again\":[\"x\",\"y\"],\"text\":\"t\","
               "\"at\":\"2021-05-18T00:00:00Z\",\"cell\":\"c\",\"inner\":{}}");
    CHECK(value_find(&root, "left out") == NULL);
}

/* Lists that move while they grow keep what they have. */
static void test_growth(struct arena *arena)
{
    enum { MANY = 1000 };
    struct value list;
    value_init(&list, VALUE_LIST);
    for (int k = 0; k < MANY; k++) {
        struct value *entry = value_push(arena, &list, VALUE_LIST);
        value_push_number(arena, entry, k);
        value_push_number(arena, entry, -k);
    }
    CHECK_INT(list.n_items, MANY);
    int n_wrong = 0;
    for (int k = 0; k < MANY; k++) {
        const struct value *entry = &list.item[k];
        n_wrong += entry->kind != VALUE_LIST || entry->n_items != 2 ||
                   entry->item[0].number != k || entry->item[1].number != -k;
    }
    CHECK_INT(n_wrong, 0);
}

static void test_file(struct arena *arena)
{
    struct value root;
    value_init(&root, VALUE_OBJECT);
    CHECK_TEXT(json_file_text(arena, &root), "{\n}\n");
    value_put_text(arena, &root, "a \"key\"", "x");
    value_put(arena, &root, "empty", VALUE_LIST);
    struct value *words = value_put(arena, &root, "words", VALUE_LIST);
    value_push_text(arena, words, "one");
    value_push_text(arena, words, "two");
    struct value *table = value_put(arena, &root, "table", VALUE_LIST);
    value_put_number(arena, value_push(arena, table, VALUE_OBJECT), "n", 1);
    value_put_number(arena, value_push(arena, table, VALUE_OBJECT), "n", 2);
    struct value *object = value_put(arena, &root, "object", VALUE_OBJECT);
    struct value *inner = value_put(arena, object, "table", VALUE_LIST);
    value_push(arena, inner, VALUE_OBJECT);
    CHECK_TEXT(json_file_text(arena, &root), "{\n"
                                             "  \"a \\\"key\\\"\": \"x\",\n"
                                             "  \"empty\": [],\n"
                                             "  \"words\": [\"one\",\"two\"],\n"
                                             "  \"table\": [\n"
                                             "    {\"n\":1},\n"
                                             "    {\"n\":2}\n"
                                             "  ],\n"
                                             "  \"object\": {\"table\":[{}]}\n"
                                             "}\n");
}

static void fill_row(struct arena *arena, struct value *row, const void *of, int k)
{
    const char *const *word = of;
    value_put_text(arena, row, "word", word[k]);
    value_put_number(arena, row, "k", k);
}

/* Member by member and row by row it is the same file. */
static void test_parts(struct arena *arena)
{
    static const char *const word[] = {"one", "two", "three"};
    struct arena scratch;
    struct value root;
    value_init(&root, VALUE_OBJECT);
    value_put_text(arena, &root, "format", "f");
    for (int n = 0; n <= 3; n++) {
        struct value *list =
            value_put(arena, &root, arena_printf(arena, "%d", n), VALUE_LIST);
        for (int k = 0; k < n; k++) {
            fill_row(arena, value_push(arena, list, VALUE_OBJECT), word, k);
        }
    }
    struct sink sink;
    struct json_file file;
    arena_init(&scratch);
    sink_init(&sink, arena, NULL, NULL);
    json_file_begin(&file, &sink);
    json_file_add(&file, &root.item[0]);
    for (int n = 0; n <= 3; n++) {
        json_file_add_rows(&file, scratch, root.item[n + 1].key, n, fill_row, word);
    }
    json_file_end(&file);
    CHECK_TEXT(sink.buf.data, json_file_text(arena, &root));
    arena_finish(&scratch);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_texts(&arena);
    test_numbers(&arena);
    test_kinds(&arena);
    test_growth(&arena);
    test_file(&arena);
    test_parts(&arena);
    arena_finish(&arena);
    return check_report();
}
