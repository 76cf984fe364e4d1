#include "io/csv_write.h"

#include <stddef.h>
#include <string.h>

#include "tests/support/check.h"

static const char bom[] = "\xef\xbb\xbf";

/* What one cell becomes, alone in its file. */
static const char *written(struct arena *arena, const char *text)
{
    struct csv_writer writer;
    csv_begin(&writer, arena);
    csv_add_text(&writer, text);
    CHECK(strncmp(writer.buf.data, bom, 3) == 0);
    return writer.buf.data + 3;
}

static void test_text(struct arena *arena)
{
    static const struct {
        const char *text, *expected;
    } row[] = {
        {"", ""},
        {"plain", "\"plain\""},
        {"a,b;c", "\"a,b;c\""},
        {"say \"hi\"", "\"say \"\"hi\"\"\""},
        {"\"\"\"", "\"\"\"\"\"\"\"\""},
        {"two\nlines", "\"two\nlines\""},
        {" kept ", "\" kept \""},
        {"\u5c90\u961c\u770c", "\"\u5c90\u961c\u770c\""},
        {"12", "\"12\""},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        CHECK_TEXT(written(arena, row[i].text), row[i].expected);
    }
}

static void test_formulas(struct arena *arena)
{
    static const struct {
        const char *text, *expected;
    } row[] = {
        {"=1+1", "\"'=1+1\""},
        {"+81 58 272", "\"'+81 58 272\""},
        {"-1", "\"'-1\""},
        {"@SUM(A1)", "\"'@SUM(A1)\""},
        {"\t=1", "\"'\t=1\""},
        {"\r=1", "\"'\r=1\""},
        {"\tindented", "\"'\tindented\""},
        {"\n  =1", "\"'\n  =1\""},
        {"\uff1d1", "\"'\uff1d1\""},
        {"\uff0b1", "\"'\uff0b1\""},
        {"\uff0d1", "\"'\uff0d1\""},
        {"\uff20x", "\"'\uff20x\""},
        {"=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""},
        {"a=1", "\"a=1\""},
        {"'quoted", "\"'quoted\""},
        {"\uff11", "\"\uff11\""},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        CHECK_TEXT(written(arena, row[i].text), row[i].expected);
    }
}

static void add_rows(struct csv_writer *writer)
{
    csv_add_text(writer, "id");
    csv_add_text(writer, "");
    csv_add_number(writer, -7);
    csv_end_row(writer);
    csv_add_text(writer, "");
    csv_add_number(writer, INT64_MAX);
    csv_end_row(writer);
    csv_end_row(writer);
}

static void test_rows(struct arena *arena)
{
    static const char expected[] =
        "\xef\xbb\xbf\"id\",,-7\r\n,9223372036854775807\r\n\r\n";
    struct csv_writer writer;
    csv_begin(&writer, arena);
    add_rows(&writer);
    CHECK_TEXT(writer.buf.data, expected);

    struct sink sink;
    sink_init(&sink, arena, NULL, NULL);
    csv_begin_rows(&writer, &sink);
    add_rows(&writer);
    CHECK_TEXT(sink.buf.data, expected);
    CHECK_TEXT(writer.buf.data, "");
}

/* Cells that make the file grow while they are written. */
static void test_growth(struct arena *arena)
{
    enum { LONG = 5000 };
    char *text = arena_alloc(arena, LONG + 1, 1);
    memset(text, '"', LONG);
    text[0] = '=';
    struct csv_writer writer;
    csv_begin(&writer, arena);
    for (int k = 0; k < 3; k++) {
        csv_add_text(&writer, text);
    }
    size_t cell = 2 + 2 + 2 * (LONG - 1); /* quotes, '=, doubled quotes */
    CHECK_INT(writer.buf.len, 3 + 3 * cell + 2);
    for (size_t k = 0; k < 3; k++) {
        const char *at = writer.buf.data + 3 + k * (cell + 1);
        CHECK(strncmp(at, "\"'=\"\"", 5) == 0);
        CHECK_INT(strspn(at + 3, "\""), 2 * (LONG - 1) + 1);
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_text(&arena);
    test_formulas(&arena);
    test_rows(&arena);
    test_growth(&arena);
    arena_finish(&arena);
    return check_report();
}
