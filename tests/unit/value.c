#include "io/value.h"

#include <stddef.h>

#include "tests/support/check.h"

static void test_find(void)
{
    struct value member[] = {
        {.kind = VALUE_NUMBER, .number = 1, .key = "id"},
        {.kind = VALUE_NULL, .key = "Id"},
        {.kind = VALUE_TEXT, .text = "x", .key = ""},
    };
    struct value object = {.kind = VALUE_OBJECT, .item = member, .n_items = 3};
    CHECK(value_find(&object, "id") == &member[0]);
    CHECK(value_find(&object, "Id") == &member[1]);
    CHECK(value_find(&object, "") == &member[2]);
    CHECK(!value_find(&object, "i"));
    CHECK(!value_find(&object, "ids"));
    CHECK(!value_find(&(struct value){.kind = VALUE_OBJECT}, "id"));
    object.kind = VALUE_LIST;
    CHECK(!value_find(&object, "id"));
    CHECK(!value_find(&member[2], "id"));
}

static void test_kind_name(void)
{
    static const struct {
        enum value_kind kind;
        const char *expected;
    } row[] = {{VALUE_NULL, "null"},       {VALUE_BOOL, "true or false"},
               {VALUE_NUMBER, "a number"}, {VALUE_TEXT, "a text"},
               {VALUE_CELL, "a text"},     {VALUE_LIST, "a list"},
               {VALUE_OBJECT, "an object"}};
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        CHECK_TEXT(value_kind_name(row[i].kind), row[i].expected);
    }
}

int main(void)
{
    test_find();
    test_kind_name();
    return check_report();
}
