#include "io/encoding.h"

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/value_text.h"

static const struct {
    const char *text;
    size_t len; /* 0: up to its NUL */
    const char *asked;
    const char *decoded; /* NULL: refused */
    const char *findings;
} row[] = {
    {"id\ngifu\n", 0, NULL, "id\ngifu\n", ""},
    {"", 0, NULL, "", ""},
    {"\xef\xbb\xbfid\n", 0, NULL, "id\n", ""},
    {"岐阜,Société\n", 0, "cp932", "岐阜,Société\n", ""},
    {"\xff\xfei\0d\0\x90\x5c\n\0", 10, NULL, "id岐\n",
     "f.csv:1: note: read as UTF-16\n"},
    {"\xfe\xff\0i\0d\x5c\x90\0\n", 10, NULL, "id岐\n",
     "f.csv:1: note: read as UTF-16\n"},
    {"\xff\xfei\0\xd0", 5, NULL, NULL,
     "f.csv:1: begins as UTF-16 and is broken behind 4 bytes; save it as 'CSV "
     "UTF-8'\n"},
    /* 0x8f and 0x81 stand for nothing in cp1252. */
    {"id\n\x8f\xe3\x8a\x43,\x81\x40x\n", 0, NULL, "id\n上海,　x\n",
     "f.csv:2: note: is not UTF-8; read as cp932, in which this is '上海'; if that "
     "is wrong, say --encoding, or save the file as 'CSV UTF-8'\n"},
    /* A comma is no second byte of cp932. */
    {"id\nSoci\xe9t\xe9,\xe9,x\n", 0, NULL, "id\nSociété,é,x\n",
     "f.csv:2: note: is not UTF-8; read as cp1252, in which this is 'Société'; if "
     "that is wrong, say --encoding, or save the file as 'CSV UTF-8'\n"},
    {"id\nR\xe9gion\n", 0, NULL, NULL,
     "f.csv:2: is not UTF-8, and could be cp932 ('R馮ion') or cp1252 ('Région'); "
     "say which with --encoding cp932 or --encoding cp1252, or save the file as "
     "'CSV UTF-8'\n"},
    {"id\nR\xe9gion\n", 0, "cp1252", "id\nRégion\n", ""},
    {"id\nR\xe9gion\n", 0, "cp932,f.csv=cp1252", "id\nRégion\n", ""},
    {"id\nR\xe9gion\n", 0, "CP932, g.csv=cp1252", "id\nR馮ion\n", ""},
    {"id\nR\xe9gion\n", 0, "utf-8", NULL,
     "f.csv:2: the byte 0xe9 is not UTF-8; save the file as 'CSV UTF-8'\n"},
    {"id\n\nA \xe9,x\n", 0, "cp932", NULL,
     "f.csv:3: the byte 0xe9 is not cp932, which was asked for; expected another "
     "--encoding, or the file saved as 'CSV UTF-8'\n"},
    {"a\r\x81,\n", 0, NULL, NULL,
     "f.csv:2: the byte 0x81 is not UTF-8; save the file as 'CSV UTF-8'\n"},
};

static void check_decode(struct arena *arena, size_t k)
{
    struct findings findings;
    const struct encodings encodings = {.asked = row[k].asked};
    struct file_bytes text = {row[k].text,
                              row[k].len > 0 ? row[k].len : strlen(row[k].text)};
    findings_init(&findings, arena);
    bool ok = encoding_decode(arena, "f.csv", &encodings, &text, &findings);
    CHECK(ok == (row[k].decoded != NULL));
    CHECK(ok == !findings_has_errors(&findings));
    CHECK_TEXT(findings_text(arena, &findings), row[k].findings);
    if (ok && row[k].decoded) {
        CHECK_TEXT(arena_strndup(arena, text.bytes, text.len), row[k].decoded);
    }
}

static void test_encode(struct arena *arena)
{
    struct file_bytes text = {"a岐阜é", strlen("a岐阜é")};
    struct file_bytes same = text;
    size_t letter = 0;
    CHECK(encoding_encode(arena, ENCODING_UTF8, &same, &letter));
    CHECK(same.bytes == text.bytes);
    CHECK(!encoding_encode(arena, ENCODING_CP932, &same, &letter));
    CHECK_INT(letter, strlen("a岐阜"));
    text.len = strlen("a岐阜");
    CHECK(encoding_encode(arena, ENCODING_CP932, &text, &letter));
    CHECK_TEXT(text.bytes, "a\x8a\xf2\x95\x8c");
    CHECK_INT(text.len, 5);
}

static void test_names(struct arena *arena)
{
    static const struct {
        const char *asked;
        bool ok;
    } name[] = {
        {NULL, true},          {"", true},
        {"cp932", true},       {"Shift_JIS", true},
        {"a.csv=cp932", true}, {"a=b.csv=latin1", true},
        {"cp933", false},      {"a.csv=", false},
        {"cp932,x", false},
    };
    struct error err;
    for (size_t k = 0; k < sizeof name / sizeof *name; k++) {
        const struct encodings encodings = {.asked = name[k].asked};
        CHECK(encodings_judge(*arena, &encodings, &err) == name[k].ok);
    }
    CHECK_TEXT(err.text, "'x' is no encoding; expected 'utf-8', 'cp932' or "
                         "'cp1252', for one table 'rooms.csv=cp932'");
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        check_decode(&arena, k);
    }
    test_encode(&arena);
    test_names(&arena);
    arena_finish(&arena);
    return check_report();
}
