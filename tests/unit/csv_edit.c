#include "io/csv_edit.h"

#include <string.h>

#include "tests/support/check.h"

enum what { SET, REMOVE, ADD };

/* One change of a table. */
static const struct {
    const char *text;
    enum what what;
    int line;
    const char *column, *value;
    const char *expected;
} row[] = {
    /* Other rows, blanks, quotes and line ends stay as they are. */
    {"a,b\n1,2\n 3 , \"4\" \n", SET, 2, "b", "x", "a,b\n1,x\n 3 , \"4\" \n"},
    {"a,b\r\n1,2\r\n3,4\r\n", SET, 3, "a", "x", "a,b\r\n1,2\r\nx,4\r\n"},
    {"\xef\xbb\xbfsep=;\na;b\n1;2\n", SET, 3, "b", "x;y",
     "\xef\xbb\xbfsep=;\na;b\n1;\"x;y\"\n"},
    {"a,b\n1,2\n", SET, 2, "b", "x;y", "a,b\n1,x;y\n"},
    {"a,b\n1,2\n", SET, 2, "b", "x,\"y\"", "a,b\n1,\"x,\"\"y\"\"\"\n"},
    {"\"a\",\"b\"\n\"1\",\"2\"\n", SET, 2, "b", "x", "\"a\",\"b\"\n\"1\",\"x\"\n"},
    {"a\tb\n1\t2\n", SET, 2, "b", "", "a\tb\n1\t\n"},
    /* A cell with lines: rows below it are found by the line that they are on. */
    {"a,b\n\"1\n1\",2\n3,4\n", SET, 4, "b", "x", "a,b\n\"1\n1\",2\n3,x\n"},
    {"a,b\r\n\"1\r\n1\",2\r\n3,4\r\n", REMOVE, 4, NULL, NULL,
     "a,b\r\n\"1\r\n1\",2\r\n"},
    /* Short rows, and columns that are not there. */
    {"a,b,c\n1\n", SET, 2, "c", "x", "a,b,c\n1,,x\n"},
    {"a\n1\n2\n", SET, 3, "b", "x", "a,b\n1\n2,x\n"},
    {"a\n1\n", SET, 2, "b", "", "a\n1\n"},
    {"\n\na,b\n1,2\n", SET, 4, "b", "x", "\n\na,b\n1,x\n"},
    /* No such row. */
    {"a,b\n1,2\n", SET, 1, "b", "x", "a,b\n1,2\n"},
    {"a,b\n1,2\n", SET, 9, "b", "x", "a,b\n1,2\n"},
    {"a,b\n1,2\n", REMOVE, 9, NULL, NULL, "a,b\n1,2\n"},
    {"a,b\n1,2\n", REMOVE, 1, NULL, NULL, "a,b\n1,2\n"},
    {"a,b\n1,2\n3,4", REMOVE, 2, NULL, NULL, "a,b\n3,4"},
    {"a,b\n1,2\n3,4", REMOVE, 3, NULL, NULL, "a,b\n1,2\n"},
    /* New rows. */
    {"a,b\n1,2\n", ADD, 0, "b", "x", "a,b\n1,2\n,x\n"},
    {"a,b\r\n1,2", ADD, 0, "a", "x", "a,b\r\n1,2\r\nx\r\n"},
    {"a,b", ADD, 0, "c", "x", "a,b,c\n,,x\n"},
    {"", ADD, 0, "a", "x", "a\nx\n"},
};

static void test_rows(struct arena scratch)
{
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct csv_edit edit;
        csv_edit_init(&edit, &arena, LIST_LOCKS, row[k].text, strlen(row[k].text));
        if (row[k].what == REMOVE) {
            csv_edit_remove(&edit, row[k].line);
        } else {
            int line = row[k].what == ADD ? csv_edit_add(&edit) : row[k].line;
            csv_edit_set(&edit, line, row[k].column, row[k].value);
        }
        const struct file_bytes got = csv_edit_text(&arena, &edit);
        CHECK_TEXT(got.bytes, row[k].expected);
        CHECK_INT(got.len, strlen(row[k].expected));
    }
}

/* What is not touched keeps its bytes, whatever they are. */
static void test_untouched(struct arena scratch)
{
    static const char *const text[] = {
        "", "a", "a\n", "\"a\"\"b\", c\r1,\"2\r3\"\r", "a;b\r\n;;;\r\n\r\n",
    };
    for (size_t k = 0; k < sizeof text / sizeof *text; k++) {
        struct arena arena = scratch;
        struct csv_edit edit;
        csv_edit_init(&edit, &arena, LIST_LOCKS, text[k], strlen(text[k]));
        CHECK_TEXT(csv_edit_text(&arena, &edit).bytes, text[k]);
    }
}

static void test_columns(struct arena scratch)
{
    static const char text[] = " kind ,\"a \"\"b\"\"\", slot\n";
    struct csv_edit edit;
    csv_edit_init(&edit, &scratch, LIST_LOCKS, text, strlen(text));
    CHECK_INT(csv_edit_find_column(&edit, "kind"), 0);
    CHECK_INT(csv_edit_find_column(&edit, "a \"b\""), 1);
    CHECK_INT(csv_edit_find_column(&edit, "slot"), 2);
    CHECK_INT(csv_edit_find_column(&edit, "Slot"), 2);
    CHECK_INT(csv_edit_find_column(&edit, "slots"), -1);
    static const char japanese[] = "希望ID,時間枠\n";
    csv_edit_init(&edit, &scratch, LIST_LOCKS, japanese, strlen(japanese));
    CHECK_INT(csv_edit_find_column(&edit, "request"), 0);
    CHECK_INT(csv_edit_find_column(&edit, "slot"), 1);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_rows(arena);
    test_untouched(arena);
    test_columns(arena);
    arena_finish(&arena);
    return check_report();
}
