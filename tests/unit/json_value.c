#include "io/json_value.h"

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/mutate.h"
#include "tests/support/value_text.h"

static bool parse(struct arena *arena, const char *text, size_t len,
                  struct value *root, struct findings *findings)
{
    findings_init(findings, arena);
    return json_parse_value(arena, "f", text, len, root, findings);
}

/* Checks what the text means, or which findings it gives. */
static void check_parse(struct arena scratch, const char *text, size_t len,
                        const char *expected)
{
    struct value root;
    struct findings findings;
    bool ok = parse(&scratch, text, len, &root, &findings);
    CHECK(ok == !findings_has_errors(&findings));
    const char *got =
        ok ? value_text(&scratch, &root) : findings_text(&scratch, &findings);
    if (!CHECK_TEXT(got, expected)) {
        printf("  in: %s\n", text);
    }
}

static void test_values(struct arena scratch)
{
    static const struct {
        const char *text, *expected;
    } row[] = {
        {"{}", "{}@1"},
        {" [ ] ", "[]@1"},
        {"null", "null@1"},
        {"\n\n\"x\"\n", "\"x\"@3"},
        {"\xef\xbb\xbf[1]", "[1@1]@1"},
        {"{\"a\": 1,\n\"b\":\n[true,\nfalse, null]}",
         "{a:1@1 b:[true@3 false@4 null@4]@3}@1"},
        {"[\r\n1,\r2,\n\r3]", "[1@2 2@3 3@5]@1"},
        {"[0, -0.5, 1e2, 2E-1, 3e+2, 12345678.25]",
         "[0@1 -0.5@1 100@1 0.2@1 300@1 12345678.25@1]@1"},
        {"[123456789012345678901234567890123456789012345678901234567890123]",
         "[1.23456789012346e+62@1]@1"},
        {"\"\\\"\\\\\\/\\n\\u00e9\\u5C90\\uD83D\\ude00\"",
         "\"\"\\/\\n\xc3\xa9\xe5\xb2\x90\xf0\x9f\x98\x80\"@1"},
        {"\"\\b\\f\\r\\t\"", "\"\b\f\r\t\"@1"},
        {"\"\xe5\xb2\x90\xe9\x98\x9c\"", "\"\xe5\xb2\x90\xe9\x98\x9c\"@1"},
        {"{\"\": {\"\": \"\"}}", "{:{:\"\"@1}@1}@1"},
        {"[{\"a\":1},{\"a\":2}]", "[{a:1@1}@1 {a:2@1}@1]@1"},
        {"{\"a\":{\"a\":{\"a\":1}}}", "{a:{a:{a:1@1}@1}@1}@1"},
        {"{\"a\":1,\"A\":2,\"a \":3,\"aa\":4}", "{a:1@1 A:2@1 a :3@1 aa:4@1}@1"},
        {"{\"\\u0001\":1}", "{\x01:1@1}@1"},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        check_parse(scratch, row[i].text, strlen(row[i].text), row[i].expected);
    }
}

static void test_brackets(struct arena scratch)
{
    static const struct {
        const char *text, *expected;
    } row[] = {
        {"", "f:1: column 1: the file ends here; expected a value\n"},
        {"\xef\xbb\xbf \n",
         "f:2: column 1: the file ends here; expected a value\n"},
        {"[1,\n2\n",
         "f:3: column 1: the file ends here, but the [ of line 1 is not closed; "
         "expected a comma or ]\n"},
        {"[\n{\"a\"",
         "f:2: column 5: the file ends here, but the { of line 2 is not closed; "
         "expected a colon behind the name\n"},
        {"{\"a\":",
         "f:1: column 6: the file ends here, but the { of line 1 is not closed; "
         "expected a value\n"},
        {"{\"a\":1,",
         "f:1: column 8: the file ends here, but the { of line 1 is not closed; "
         "expected a name in double quotes\n"},
        {"[\n1}", "f:2: column 2: found }; expected a comma or ], which closes the "
                  "[ of line "
                  "1\n"},
        {"{\"a\":[1,2}", "f:1: column 10: found }; expected a comma or ], which "
                         "closes the [ of line "
                         "1\n"},
        {"{\"a\":1]", "f:1: column 7: found ]; expected a comma or }, which closes "
                      "the { of line "
                      "1\n"},
        {"[1]\n]",
         "f:2: column 1: found ']'; expected nothing more: the JSON is complete\n"},
        {"{} // end", "f:1: column 4: a comment; JSON has none, remove it\n"},
        {"{}{}",
         "f:1: column 3: found '{'; expected nothing more: the JSON is complete\n"},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        check_parse(scratch, row[i].text, strlen(row[i].text), row[i].expected);
    }
}

static void test_commas(struct arena scratch)
{
    static const struct {
        const char *text, *expected;
    } row[] = {
        {"{\"a\":1,\n}", "f:1: column 7: a comma before }; remove the comma\n"},
        {"[1,2,]", "f:1: column 5: a comma before ]; remove the comma\n"},
        {"[1,\n\n,2]", "f:1: column 3: two commas in a row; remove one\n"},
        {"[,1]", "f:1: column 2: found ','; expected a value\n"},
        {"{,}", "f:1: column 2: found ','; expected a name in double quotes\n"},
        {"{\"a\":}", "f:1: column 6: found '}'; expected a value\n"},
        {"{\"a\":1\n\"b\":2}",
         "f:1: column 7: a comma is missing here; expected a comma or }\n"},
        {"[1 2]",
         "f:1: column 3: a comma is missing here; expected a comma or ]\n"},
        {"[{}\n{}]",
         "f:1: column 4: a comma is missing here; expected a comma or ]\n"},
        {"[\"\xe5\xb2\x90\" \"b\"]",
         "f:1: column 5: a comma is missing here; expected a comma or ]\n"},
        {"{\"a\":1;\"b\":2}", "f:1: column 7: found ';'; expected a comma or }\n"},
        {"[1=2]", "f:1: column 3: found '='; expected a comma or ]\n"},
        {"{\"a\"=1}",
         "f:1: column 5: found '='; expected a colon behind the name\n"},
        {"{\"a\" 1}",
         "f:1: column 6: found '1'; expected a colon behind the name\n"},
        {"[\"The \"best\" region\"]", "f:1: column 8: found 'best'; expected a "
                                      "comma or ] (a \" inside a text is "
                                      "written \\\")\n"},
        {"{\"a\":\"The \"best\" region\"}",
         "f:1: column 12: found 'best'; expected a comma or } (a \" inside a text "
         "is "
         "written \\\")\n"},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        check_parse(scratch, row[i].text, strlen(row[i].text), row[i].expected);
    }
}

static void test_characters(struct arena scratch)
{
    static const struct {
        const char *text, *expected;
    } row[] = {
        {"{'a':1}",
         "f:1: column 2: a single quote; JSON wants double quotes: \"\n"},
        {"[\n'x']",
         "f:2: column 1: a single quote; JSON wants double quotes: \"\n"},
        {"{a:1}", "f:1: column 2: found 'a'; expected a name in double quotes\n"},
        {"{1:1}", "f:1: column 2: found '1'; expected a name in double quotes\n"},
        {"# x\n{}", "f:1: column 1: a comment; JSON has none, remove it\n"},
        {"{\"a\":1 // c\n}",
         "f:1: column 8: a comment; JSON has none, remove it\n"},
        {"[/* */]", "f:1: column 2: a comment; JSON has none, remove it\n"},
        {"[/1]", "f:1: column 2: found '/'; expected a value\n"},
        {"[\xe2\x80\x9cx\xe2\x80\x9d]",
         "f:1: column 2: found '\xe2\x80\x9c' (U+201C); expected the plain "
         "character '\"'\n"},
        {"{\"a\"\xef\xbc\x9a"
         "1}",
         "f:1: column 5: found '\xef\xbc\x9a' (U+FF1A); expected the plain "
         "character ':'\n"},
        {"[\xe3\x80\x80"
         "1]",
         "f:1: column 2: found '\xe3\x80\x80' (U+3000); expected the plain "
         "character ' '\n"},
        {"[\xe5\xb2\x90]",
         "f:1: column 2: found '\xe5\xb2\x90'; expected a value\n"},
        {"[True]", "f:1: column 2: found 'True'; expected true in small letters\n"},
        {"[NULL]", "f:1: column 2: found 'NULL'; expected null in small letters\n"},
        {"[gifu]",
         "f:1: column 2: 'gifu' is no value; a text stands in double quotes: "
         "\"gifu\"\n"},
        {"[nullx]",
         "f:1: column 2: 'nullx' is no value; a text stands in double quotes: "
         "\"nullx\"\n"},
        {"[abcdefghijklmnopqrstuvwxyz0123456789abcdefgh\xe5\xb2\x90"
         "abcdefg]",
         "f:1: column 2: 'abcdefghijklmnopqrstuvwxyz0123456789abcdefgh...' is no "
         "value; a text stands in double quotes: "
         "\"abcdefghijklmnopqrstuvwxyz0123456789abcdefgh...\"\n"},
        {"[\x01]", "f:1: column 2: found '\\u0001'; expected a value\n"},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        check_parse(scratch, row[i].text, strlen(row[i].text), row[i].expected);
    }
}

static void test_bytes(struct arena scratch)
{
    static const struct {
        const char *text, *expected;
    } row[] = {
        {"[\"a\n\", \"\xe9\"]",
         "f:2: column 5: the byte 0xe9 is not UTF-8; save the file as UTF-8\n"},
        {"\xff\xfe[",
         "f:1: column 1: the file is UTF-16; expected UTF-8, save it as "
         "that\n"},
        {"\xfe\xff[",
         "f:1: column 1: the file is UTF-16; expected UTF-8, save it as "
         "that\n"},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        check_parse(scratch, row[i].text, strlen(row[i].text), row[i].expected);
    }
    check_parse(
        scratch, "[\r\r\n\"a\0\"]", 9,
        "f:3: column 3: a NUL byte; expected text in UTF-8, save the file as "
        "that\n");
    check_parse(
        scratch, "{}\0", 3,
        "f:1: column 3: a NUL byte; expected text in UTF-8, save the file as "
        "that\n");
}

#define NO_ESCAPE                                                                  \
    "a backslash that begins no escape; a backslash itself is written \\\\\n"
#define NO_HEX                                                                     \
    "'\\u' without four hexadecimal digits; expected one like \\u00e9 (a "         \
    "backslash "                                                                   \
    "itself is written \\\\)\n"
#define NOT_CLOSED                                                                 \
    "this text is not closed; expected a \" on the same line (a line break "       \
    "inside a "                                                                    \
    "text is written \\n)\n"
#define HALF                                                                       \
    " is half of a surrogate pair; expected both halves, or the character "        \
    "itself\n"

static void test_texts(struct arena scratch)
{
    static const struct {
        const char *text, *expected;
    } row[] = {
        {"[\"a\nb\"]", "f:1: column 2: " NOT_CLOSED},
        {"[\n \"a\r\n\"]", "f:2: column 2: " NOT_CLOSED},
        {"[\"abc", "f:1: column 2: " NOT_CLOSED},
        {"{\"abc:1}", "f:1: column 2: " NOT_CLOSED},
        {"[\"abc\\\"", "f:1: column 2: " NOT_CLOSED},
        {"[\"a\tb\"]",
         "f:1: column 4: the control character U+0009 inside a text; expected an "
         "escape: \\t\n"},
        {"[\"\x1f\"]",
         "f:1: column 3: the control character U+001F inside a text; expected an "
         "escape: \\n, \\t or \\u and four digits\n"},
        {"[\"C:\\dir\"]", "f:1: column 5: " NO_ESCAPE},
        {"\"\\", "f:1: column 2: " NO_ESCAPE},
        {"\"\\\n\"", "f:1: column 2: " NO_ESCAPE},
        {"[\"C:\\user\"]", "f:1: column 5: " NO_HEX},
        {"\"\\u12", "f:1: column 2: " NO_HEX},
        {"\"\\u00g0\"", "f:1: column 2: " NO_HEX},
        {"[\"a\\u0000\"]",
         "f:1: column 4: '\\u0000' is refused: no text here may hold a NUL; remove "
         "it\n"},
        {"{\"a\\u0000\":1}",
         "f:1: column 4: '\\u0000' is refused: no text here may hold a NUL; remove "
         "it\n"},
        {"\"\\ud800\"", "f:1: column 2: '\\ud800'" HALF},
        {"\"\\ud800\\u0041\"", "f:1: column 2: '\\ud800'" HALF},
        {"\"\\ud800\\ud800\"", "f:1: column 2: '\\ud800'" HALF},
        {"\"\\uDFFF\\ud800\"", "f:1: column 2: '\\uDFFF'" HALF},
        {"\"\\ud800\\udc0", "f:1: column 2: '\\ud800'" HALF},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        check_parse(scratch, row[i].text, strlen(row[i].text), row[i].expected);
    }
}

static void test_numbers(struct arena scratch)
{
    static const char *const bad[] = {"-",   "+1",    "1.",    ".5",  "1e",
                                      "1e+", "0x10",  "1.2.3", "-a",  "2021-05-18",
                                      "-.5", "1_000", "12abc", "1.e3"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        const char *text = arena_printf(&scratch, "[%s]", bad[i]);
        check_parse(scratch, text, strlen(text),
                    arena_printf(&scratch,
                                 "f:1: column 2: '%s' is no number; expected one "
                                 "like 20, -3 or 0.5, or a text in double quotes\n",
                                 bad[i]));
    }
    static const char *const padded[] = {"01", "00", "09:00"};
    for (size_t i = 0; i < sizeof padded / sizeof *padded; i++) {
        check_parse(
            scratch, padded[i], strlen(padded[i]),
            arena_printf(&scratch,
                         "f:1: column 1: '%s' is no number; expected digits "
                         "without a leading zero, or a text in double "
                         "quotes\n",
                         padded[i]));
    }
    check_parse(scratch, "[1,\n1e999]", 10,
                "f:2: a number beyond 1e308; expected a smaller one\n");
    check_parse(scratch,
                "1234567890123456789012345678901234567890123456789012345678901234",
                64,
                "f:1: column 1: the number "
                "'12345678901234567890123456789012345678901234...' "
                "is too long; expected at most 63 characters\n");
}

#define TWICE(name, line)                                                          \
    "'" name "' stands a second time in one object, first on line " line           \
    "; keep one of the two\n"

static void test_duplicates(struct arena scratch)
{
    static const struct {
        const char *text, *expected;
    } row[] = {
        {"{\"a\":1,\n\"a\":2}", "f:2: " TWICE("a", "1")},
        {"{\"a\":1,\n\"b\":2,\n\"\\u0061\":3,\n\"a\":4}",
         "f:3: " TWICE("a", "1") "f:4: " TWICE("a", "1")},
        {"{\"\\uD83D\\ude00\":1,\"\xf0\x9f\x98\x80\":2}",
         "f:1: " TWICE("\xf0\x9f\x98\x80", "1")},
        {"{\"\\u00e9\":1,\"\xc3\xa9\":2,\"\\/\":3,\"/\":4,\"\\n\":5,\"\\u000a\":6}",
         "f:1: " TWICE("\\n", "1") "f:1: " TWICE("/", "1") "f:1: " TWICE("\xc3\xa9",
                                                                         "1")},
        {"{\"a\":[{\"x\":1,\n\"x\":2},{\"x\":3}],\"b\":1,\n\"b\":2}",
         "f:2: " TWICE("x", "1") "f:3: " TWICE("b", "2")},
        {"{\"\":1,\"\":2}", "f:1: " TWICE("", "1")},
        {"{\"a\":{\"b\":1},\"c\":{\"d\":1},\n\"a\":3}", "f:2: " TWICE("a", "1")},
        {"{\"a\":1,\"a\":2}x",
         "f:1: " TWICE("a",
                       "1") "f:1: column 14: found 'x'; expected nothing more: "
                            "the JSON is complete\n"},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        check_parse(scratch, row[i].text, strlen(row[i].text), row[i].expected);
    }
}

static const char *nested(struct arena *arena, int depth)
{
    char *text = arena_alloc(arena, 2 * (size_t)depth + 1, 1);
    memset(text, '[', (size_t)depth);
    memset(text + depth, ']', (size_t)depth);
    return text;
}

static void test_depth(struct arena scratch)
{
    struct value root;
    struct findings findings;
    const char *deepest = nested(&scratch, JSON_MAX_DEPTH);
    CHECK(parse(&scratch, deepest, strlen(deepest), &root, &findings));
    const char *text = nested(&scratch, JSON_MAX_DEPTH + 1);
    check_parse(
        scratch, text, strlen(text),
        "f:1: column 65: nested more than 64 deep; expected a simpler file\n");
    text = nested(&scratch, 1000000);
    check_parse(
        scratch, text, strlen(text),
        "f:1: column 65: nested more than 64 deep; expected a simpler file\n");
}

/* 100,000 objects, and one of 100,000 members: minutes if anything in there is
 * quadratic. */
static void test_large(struct arena scratch)
{
    enum { MANY = 100000 };
    struct buf buf;
    struct value root;
    struct findings findings;
    buf_init(&buf, &scratch);
    buf_add_text(&buf, "{\"list\": [");
    for (int i = 0; i < MANY; i++) {
        buf_printf(&buf,
                   "%s\n{\"id\": \"r%d\", \"from\": \"gifu\", \"priority\": %d}",
                   i ? "," : "", i, i % 5 + 1);
    }
    buf_add_text(&buf, "],\n\"wide\": {");
    for (int i = 0; i < MANY; i++) {
        buf_printf(&buf, "%s\n\"k%d\": null", i ? "," : "", i);
    }
    buf_add_text(&buf, ",\n\"k7\": null}}");
    CHECK(!parse(&scratch, buf.data, buf.len, &root, &findings));
    CHECK_TEXT(findings_text(&scratch, &findings),
               "f:200003: 'k7' stands a second time in one object, first on line "
               "100010; keep one of the two\n");
    CHECK_INT(root.kind, VALUE_NULL);
    buf.len -= strlen(",\n\"k7\": null}}");
    buf_add_text(&buf, "}}");
    CHECK(parse(&scratch, buf.data, buf.len, &root, &findings));
    const struct value *last = &value_find(&root, "list")->item[MANY - 1];
    CHECK_TEXT(value_find(last, "id")->text, "r99999");
    CHECK_INT(value_find(last, "id")->line, 100001);
    CHECK_INT(value_find(&root, "wide")->item[MANY - 1].line, 200002);
}

/* Lines never fall in the order of the text, texts are UTF-8. */
static bool is_sound(const struct value *value, int *line)
{
    bool ok = value->line >= *line;
    *line = value->line;
    if (value->text) {
        size_t len = strlen(value->text);
        ok = ok && text_utf8_check(value->text, len) == len;
    }
    for (int i = 0; i < value->n_items; i++) {
        ok = is_sound(&value->item[i], line) && ok;
        ok = ok && (value->kind == VALUE_OBJECT) == (value->item[i].key != NULL);
    }
    return ok;
}

static void test_mutants(struct arena scratch)
{
    static const char seed_text[] =
        "\xef\xbb\xbf{\"format\": \"matchday-event/1\",\n \"rooms\": 19, "
        "\"rules\": "
        "{\"max_gaps\": null,\r\n\"a\": [1, -2.5e3, true, false]},\n "
        "\"participants\": "
        "[{\"id\": \"gifu\",\"name\": \"\\u5c90\\ud83d\\ude00\xe9\x98\x9c\"}, "
        "{}]}\n";
    int n_accepted = 0;
    for (uint64_t seed = 1; seed <= 4000; seed++) {
        struct arena own = scratch;
        struct value root;
        struct findings findings;
        struct buf buf = mutant(&own, seed, "{}[]\",:\\u0n1 \n", seed_text,
                                sizeof seed_text - 1);
        bool ok = parse(&own, buf.data, buf.len, &root, &findings);
        int line = 1;
        bool is_right =
            ok ? !findings_has_errors(&findings) && is_sound(&root, &line)
               : findings.n_errors > 0 && findings.finding[0].place.line >= 1;
        if (!is_right) {
            CHECK(is_right);
            printf("  seed %d: %s\n", (int)seed, buf.data);
        }
        n_accepted += ok;
    }
    CHECK(n_accepted > 400 && n_accepted < 3600);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_values(arena);
    test_brackets(arena);
    test_commas(arena);
    test_characters(arena);
    test_bytes(arena);
    test_texts(arena);
    test_numbers(arena);
    test_duplicates(arena);
    test_depth(arena);
    test_large(arena);
    test_mutants(arena);
    arena_finish(&arena);
    return check_report();
}
