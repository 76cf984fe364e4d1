#include "io/ics_clean.h"

#include "tests/support/check.h"

static const struct {
    const char *text, *lines, *line, *parameter;
} cleaned[] = {
    {"", "", "", ""},
    {"Gifu", "Gifu", "Gifu", "Gifu"},
    {"岐阜県 🎉", "岐阜県 🎉", "岐阜県 🎉", "岐阜県 🎉"},
    {"a\nb\r\nc\rd", "a\nb\nc\nd", "a b c d", "a b c d"},
    {"a\n\nb", "a\n\nb", "a b", "a b"},
    {"a\v"
     "b\f"
     "c",
     "a\nb\nc", "a b c", "a b c"},
    {"a\xc2\x85"
     "b\xe2\x80\xa8"
     "c\xe2\x80\xa9"
     "d",
     "a\nb\nc\nd", "a b c d", "a b c d"},
    {"a\tb", "a b", "a b", "a b"},
    {"  a  \n  b  \n\n", "a\n  b", "a b", "a b"},
    {"\n\na", "a", "a", "a"},
    {" \t\r\n ", "", "", ""},
    {"a\x01\x1b[31mb\x7f", "a[31mb", "a[31mb", "a[31mb"},
    {"a\xc2\x9b"
     "b",
     "ab", "ab", "ab"},
    {"evil\xe2\x80\xaegpj.exe", "evilgpj.exe", "evilgpj.exe", "evilgpj.exe"},
    {"a\xe2\x81\xa6"
     "b",
     "ab", "ab", "ab"},
    {"a\xff\xc3", "a\xef\xbf\xbd\xef\xbf\xbd", "a\xef\xbf\xbd\xef\xbf\xbd",
     "a\xef\xbf\xbd\xef\xbf\xbd"},
    {"\"A\\B^nC\"", "\"A\\B^nC\"", "\"A\\B^nC\"", "ABnC"},
    {"Dupont, Jean; fils: x", "Dupont, Jean; fils: x", "Dupont, Jean; fils: x",
     "Dupont, Jean; fils: x"},
    {"a                    b", "a                b", "a b", "a b"},
};

static const struct {
    const char *text, *expected;
} web_link[] = {
    {"", ""},
    {"https://zoom.example.org/j/1?pwd=a,b;c&d=%20#x",
     "https://zoom.example.org/j/1?pwd=a,b;c&d=%20#x"},
    {"  http://a.example \n", "http://a.example"},
    {"HTTPS://A.example/", "HTTPS://A.example/"},
    {"https://a.example/\r\nATTENDEE:mailto:x@y.example",
     "https://a.example/%0D%0AATTENDEE:mailto:x@y.example"},
    {"https://a.example/a b\"<>^`{|}\\",
     "https://a.example/a%20b%22%3C%3E%5E%60%7B%7C%7D%5C"},
    {"https://例.example/岐", "https://%E4%BE%8B.example/%E5%B2%90"},
    {"javascript:alert(1)", ""},
    {"zoom.example.org/j/1", ""},
    {"ftp://a.example", ""},
    {"https:/a.example", ""},
};

static const struct {
    const char *text, *expected;
} address[] = {
    {"", ""},
    {"a.b+c@x.example", "mailto:a.b+c@x.example"},
    {" a@x.example ", "mailto:a@x.example"},
    {"o'neil_1~!$*-@x.example", "mailto:o'neil_1~!$*-@x.example"},
    {"a\r\nATTENDEE:mailto:b@x.example",
     "mailto:a%0D%0AATTENDEE%3Amailto%3Ab@x.example"},
    {"a%b?c&d;e@x.example", "mailto:a%25b%3Fc%26d%3Be@x.example"},
    {"佐藤@例.example", "mailto:%E4%BD%90%E8%97%A4@%E4%BE%8B.example"},
    {"a", ""},
    {"@x.example", ""},
    {"a@", ""},
};

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t k = 0; k < sizeof cleaned / sizeof *cleaned; k++) {
        CHECK_TEXT(ics_clean_text(&arena, cleaned[k].text), cleaned[k].lines);
        CHECK_TEXT(ics_clean_line(&arena, cleaned[k].text), cleaned[k].line);
        CHECK_TEXT(ics_clean_parameter(&arena, cleaned[k].text),
                   cleaned[k].parameter);
    }
    for (size_t k = 0; k < sizeof web_link / sizeof *web_link; k++) {
        CHECK_TEXT(ics_clean_uri(&arena, web_link[k].text), web_link[k].expected);
    }
    for (size_t k = 0; k < sizeof address / sizeof *address; k++) {
        CHECK_TEXT(ics_mailto(&arena, address[k].text), address[k].expected);
    }
    arena_finish(&arena);
    return check_report();
}
