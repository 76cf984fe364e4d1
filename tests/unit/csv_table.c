#include "io/csv_table.h"

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/mutate.h"
#include "tests/support/value_text.h"

static bool parse(struct arena *arena, const char *text, size_t len,
                  struct value *list, struct findings *findings)
{
    findings_init(findings, arena);
    struct table_rows table;
    bool ok = csv_parse_table(arena, "f", text, len, &table, findings);
    *list = table.rows;
    return ok;
}

/* Checks the rows that were understood and the findings, if there are any. */
static void check_parse(struct arena scratch, const char *text, size_t len,
                        const char *rows, const char *expected)
{
    struct value list;
    struct findings findings;
    bool ok = parse(&scratch, text, len, &list, &findings);
    bool fits = CHECK(ok == !findings_has_errors(&findings));
    fits = CHECK_TEXT(value_text(&scratch, &list), rows) && fits;
    fits = CHECK_TEXT(findings_text(&scratch, &findings), expected) && fits;
    if (!fits) {
        printf("  in: %s\n", text);
    }
}

static void test_rows(struct arena scratch)
{
    static const struct {
        const char *text, *expected;
    } row[] = {
        {"id,name\na,b\n", "[{id:'a'@2 name:'b'@2}@2]@1"},
        {"id,name\na,b", "[{id:'a'@2 name:'b'@2}@2]@1"},
        {"id,name\n", "[]@1"},
        {"id", "[]@1"},
        {"id\r\na\r\n\r\nb\r\n", "[{id:'a'@2}@2 {id:'b'@4}@4]@1"},
        {"id\ra\r\rb", "[{id:'a'@2}@2 {id:'b'@4}@4]@1"},
        {"\xef\xbb\xbfid\na", "[{id:'a'@2}@2]@1"},
        {"\n \t\n;;\n\n id ; name \n1;2", "[{id:'1'@6 name:'2'@6}@6]@5"},
        {"a,b,c\n1,,3\n,,\n , \t,\n,2\n", "[{a:'1'@2 c:'3'@2}@2 {b:'2'@5}@5]@1"},
        {"a,b\n1\n", "[{a:'1'@2}@2]@1"},
        {"a,b,\n1,2,\n3,4,,,\n", "[{a:'1'@2 b:'2'@2}@2 {a:'3'@3 b:'4'@3}@3]@1"},
        {"a,b\n\xe3\x80\x80x y\xc2\xa0,\" z \"\n", "[{a:'x y'@2 b:'z'@2}@2]@1"},
        {"\xe5\xb2\x90\n\xe9\x98\x9c\n", "[{\xe5\xb2\x90:'\xe9\x98\x9c'@2}@2]@1"},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        check_parse(scratch, row[i].text, strlen(row[i].text), row[i].expected, "");
    }
}

static void test_quotes(struct arena scratch)
{
    static const struct {
        const char *text, *expected;
    } row[] = {
        {"\"a\",\"b\"\n\"1\",\"2\"\n", "[{a:'1'@2 b:'2'@2}@2]@1"},
        {"a\n\"x, \"\"y\"\"\"\n", "[{a:'x, \"y\"'@2}@2]@1"},
        {"a,b\n\"\",\"  \"\n", "[]@1"},
        {"a,b\n \"x\" , \"y\"\n", "[{a:'x'@2 b:'y'@2}@2]@1"},
        {"a,b\n\"x\ny\",\"z\n\nz\"\n\"q\n\",1\n",
         "[{a:'x\\ny'@2 b:'z\\n\\nz'@3}@2 {a:'q'@6 b:'1'@7}@6]@1"},
        {"a,b\r\n\"x\r\ny\",\"z\rz\"\r\n3,4",
         "[{a:'x\\ny'@2 b:'z\\nz'@3}@2 {a:'3'@5 b:'4'@5}@5]@1"},
        {"\"a\nb\",c\n1,2\n", "[{a\nb:'1'@3 c:'2'@3}@3]@1"},
        {"a\n\"\nx\"\n", "[{a:'x'@2}@2]@1"},
        {"a\n\n\"\n\n\n\"\nx\n", "[{a:'x'@7}@7]@1"},
        {"a\n\"x\"", "[{a:'x'@2}@2]@1"},
        {"\"a;b;c\",d\n1,2\n", "[{a;b;c:'1'@2 d:'2'@2}@2]@1"},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        check_parse(scratch, row[i].text, strlen(row[i].text), row[i].expected, "");
    }
}

static void test_separators(struct arena scratch)
{
    static const struct {
        const char *text, *expected;
    } row[] = {
        {"a;b\n1;2\n", "[{a:'1'@2 b:'2'@2}@2]@1"},
        {"a\tb\n1\t2\n", "[{a:'1'@2 b:'2'@2}@2]@1"},
        {"a\tb\tc\n1\t\t3\n", "[{a:'1'@2 c:'3'@2}@2]@1"},
        {"a,b;c;d\n1,5;2\n", "[{a,b:'1,5'@2 c:'2'@2}@2]@1"},
        {"a,b;c\n1,2;3\n", "[{a:'1'@2 b;c:'2;3'@2}@2]@1"},
        {"\";;;\",b\n1,2\n", "[{;;;:'1'@2 b:'2'@2}@2]@1"},
        {"sep=;\na,b;c\n1;2\n", "[{a,b:'1'@3 c:'2'@3}@3]@2"},
        {"sep=,\r\na,b;c;d\r\n1,2\r\n", "[{a:'1'@3 b;c;d:'2'@3}@3]@2"},
        {"\xef\xbb\xbfSEP=\t\na\tb;c;d;e\n1\t2", "[{a:'1'@3 b;c;d;e:'2'@3}@3]@2"},
        {"\"sep=;\"\na;b,c,d\n1;2", "[{a:'1'@3 b,c,d:'2'@3}@3]@2"},
        {"sep=;;\nx;;\n", "[{sep=:'x'@2}@2]@1"},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        check_parse(scratch, row[i].text, strlen(row[i].text), row[i].expected, "");
    }
}

#define EMPTY                                                                      \
    "f:1: the file is empty; expected a first line with the names of the "         \
    "columns\n"
#define UNQUOTED                                                                   \
    "a \" inside a cell that does not begin with one; put the cell into "          \
    "double quotes and double those inside it\n"
#define BEHIND(line)                                                               \
    "text behind the closing \" of the cell that begins on line " line             \
    "; a \" inside a quoted cell is written twice\n"
#define OPEN "the \" that opens a cell is not closed; expected a \" at its end\n"

static void test_errors(struct arena scratch)
{
    static const struct {
        const char *text, *rows, *expected;
    } row[] = {
        {"", "[]@1", EMPTY},
        {"\xef\xbb\xbf\r\n \n", "[]@1", EMPTY},
        {",,\n,\n", "[]@1", EMPTY},
        {"sep=;\n", "[]@1", EMPTY},
        {"sep=|\na|b\n", "[]@1",
         "f:1: a separator which is not known; expected sep=, or sep=; or sep= and "
         "a "
         "TAB\n"},
        {"a\n1\n\"x\n\ny\n", "[{a:'1'@2}@2]@1", "f:3: " OPEN},
        {"a,b\n1,\"\n", "[]@1", "f:2: " OPEN},
        {"a\n1\n\"x\"y\n2\n", "[{a:'1'@2}@2]@1", "f:3: " BEHIND("3")},
        {"a\n\"x\n\ny\" z\n", "[]@1", "f:4: " BEHIND("2")},
        {"a\n\"x\" \"\n", "[]@1", "f:2: " BEHIND("2")},
        {"a\nx\"y\n", "[]@1", "f:2: " UNQUOTED},
        {"a\n5\" disk\n", "[]@1", "f:2: " UNQUOTED},
        {"id,name,id\n1,2,\n", "[{id:'1'@2 name:'2'@2}@2]@1",
         "f:1: id: the name of column 1 and of column 3; expected a different name "
         "for "
         "each, or one column less\n"},
        {"id,\"x\n\",id\n", "[]@1",
         "f:2: id: the name of column 1 and of column 3; expected a different name "
         "for "
         "each, or one column less\n"},
        {"id\na,b\nc\nd,,\"e\n\",f\n", "[{id:'c'@3}@3]@1",
         "f:2: the row has a column 2, the header only 1; a cell with a comma in "
         "it "
         "stands in double quotes\n"
         "f:4: the row has a column 3, the header only 1; a cell with a comma in "
         "it "
         "stands in double quotes\n"},
        {"a;b\n1;2;3\n", "[]@1",
         "f:2: the row has a column 3, the header only 2; a cell with a ; in it "
         "stands "
         "in double quotes\n"},
        {"a\tb\n1\t2\t3\n", "[]@1",
         "f:2: the row has a column 3, the header only 2; a cell with a TAB in it "
         "stands in double quotes\n"},
        {"a,,b\n1,,2\n1,x,2\n1,y\n",
         "[{a:'1'@2 b:'2'@2}@2 {a:'1'@3 b:'2'@3}@3 {a:'1'@4}@4]@1",
         "f:3: warning: column 2 has no name in the header, and was left out; name "
         "it, or empty it\n"},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        check_parse(scratch, row[i].text, strlen(row[i].text), row[i].rows,
                    row[i].expected);
    }
}

static void test_bytes(struct arena scratch)
{
    static const struct {
        const char *text, *rows, *expected;
    } row[] = {
        {"a\n1\nJos\xe9\n", "[]@1",
         "f:3: the byte 0xe9 is not UTF-8; save the file as 'CSV UTF-8'\n"},
        {"a\r\r\n\x8a\xf2\x95\x8c\n", "[]@1", /* CP932 */
         "f:3: the byte 0x8a is not UTF-8; save the file as 'CSV UTF-8'\n"},
        {"PK\x03\x04\x14", "[]@1",
         "f:1: the file is a workbook; expected a table, save the sheet as 'CSV "
         "UTF-8'\n"},
        {"\xff\xfe"
         "a",
         "[]@1",
         "f:1: the file is UTF-16; expected UTF-8, save it as 'CSV UTF-8'\n"},
        {"\xfe\xff"
         "a",
         "[]@1",
         "f:1: the file is UTF-16; expected UTF-8, save it as 'CSV UTF-8'\n"},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        check_parse(scratch, row[i].text, strlen(row[i].text), row[i].rows,
                    row[i].expected);
    }
    check_parse(scratch, "a\nb\nc\0d\n", 8, "[]@1",
                "f:3: a NUL byte; expected text, save the file as 'CSV UTF-8'\n");
}

/* Minutes if anything in there is quadratic. */
static void test_large(struct arena scratch)
{
    enum { MANY = 100000 };
    struct buf buf;
    struct value list;
    struct findings findings;
    buf_init(&buf, &scratch);
    for (int i = 0; i < TABLE_MAX_COLUMNS; i++) {
        buf_printf(&buf, "%scolumn %d", i ? "," : "", i);
    }
    for (int i = 0; i < MANY; i++) {
        buf_printf(&buf, "\nr%d,\"x\ny\"", i);
    }
    CHECK(parse(&scratch, buf.data, buf.len, &list, &findings));
    CHECK_INT(list.n_items, MANY);
    CHECK_TEXT(value_find(&list.item[MANY - 1], "column 0")->text, "r99999");
    CHECK_INT(list.item[MANY - 1].line, 2 * MANY);
}

static bool is_sound(const struct value *list)
{
    int line = 1;
    bool ok = list->kind == VALUE_LIST;
    for (int r = 0; r < list->n_items; r++) {
        const struct value *row = &list->item[r];
        ok = ok && row->kind == VALUE_OBJECT && row->n_items > 0;
        for (int c = 0; c < row->n_items; c++) {
            const struct value *cell = &row->item[c];
            size_t len = strlen(cell->text);
            ok = ok && cell->kind == VALUE_CELL && *cell->key && len > 0 &&
                 text_utf8_check(cell->text, len) == len &&
                 !strchr(cell->text, '\r') && cell->line >= line;
            line = cell->line;
        }
        ok = ok && row->line <= row->item[0].line;
    }
    return ok;
}

static void test_mutants(struct arena scratch)
{
    static const char seed_text[] = "\xef\xbb\xbfsep=;\r\nid;name;contact_"
                                    "email\r\ngifu;\"\xe5\xb2\x90\xe9\x98\x9c "
                                    "\"\"x\"\"\r\ny\";a@example.org\r\n;;"
                                    "\r\nvitagora;Vitagora; b@example.org\n";
    int n_accepted = 0;
    for (uint64_t seed = 1; seed <= 4000; seed++) {
        struct arena own = scratch;
        struct value list;
        struct findings findings;
        struct buf buf =
            mutant(&own, seed, "\"\",;\t\r\n\n x", seed_text, sizeof seed_text - 1);
        bool ok = parse(&own, buf.data, buf.len, &list, &findings);
        bool is_right = is_sound(&list) && ok == !findings_has_errors(&findings) &&
                        (ok || findings.finding[0].place.line >= 1);
        if (!is_right) {
            CHECK(is_right);
            printf("  seed %d: %s\n", (int)seed, buf.data);
        }
        n_accepted += ok;
    }
    CHECK(n_accepted > 400 && n_accepted < 3600);
}

static void test_most_columns(struct arena scratch)
{
    struct findings findings;
    struct table_rows table;
    char *text = arena_new(&scratch, TABLE_MAX_COLUMNS + 2, char);
    memset(text, ',', TABLE_MAX_COLUMNS);
    findings_init(&findings, &scratch);
    text[TABLE_MAX_COLUMNS] = 'x';
    CHECK(!csv_parse_table(&scratch, "f", text, strlen(text), &table, &findings));
    CHECK_INT(table.rows.n_items, 0);
    CHECK_TEXT(findings_text(&scratch, &findings),
               "f:1: has 16385 columns; expected at most 16384\n");
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_rows(arena);
    test_quotes(arena);
    test_separators(arena);
    test_errors(arena);
    test_bytes(arena);
    test_large(arena);
    test_mutants(arena);
    test_most_columns(arena);
    arena_finish(&arena);
    return check_report();
}
