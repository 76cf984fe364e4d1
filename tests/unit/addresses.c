#include "io/addresses.h"

#include <string.h>

#include "tests/support/check.h"

struct row {
    const char *text;
    bool ok;
};

static void check_rows(bool (*judge)(const char *), const struct row *row, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        if (!CHECK(judge(row[k].text) == row[k].ok)) {
            printf("  '%s'\n", row[k].text);
        }
    }
}

#define CHECK_ROWS(judge, row) check_rows(judge, row, sizeof row / sizeof *row)

static void test_email(void)
{
    static const struct row row[] = {
        {"a@b", true},
        {"first.last+tag@mail-1.example.org", true},
        {"r&d@example.org", true},
        {"o'neill_7@example.org", true},
        {"", false},
        {"@", false},
        {"a@", false},
        {"@b", false},
        {"a", false},
        {"a@b@c", false},
        {".a@b", false},
        {"a.@b", false},
        {"a..b@c", false},
        {"a b@c", false},
        {"a@b c", false},
        {" a@b", false},
        {"a@b\r\nBcc: c@d", false},
        {"a\n@b", false},
        {"a?cc=c@b", false},
        {"a%0A@b", false},
        {"\"a\"@b", false},
        {"A <a@b>", false},
        {"a@b,c@d", false},
        {"a;b@c", false},
        {"a@b.", false},
        {"a@-b", false},
        {"a@[127.0.0.1]", false},
        {"\xc3\xa9@b", false},
        {"a@\xc3\xa9.org", false},
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@b",
         true},
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@b",
         false},
    };
    CHECK_ROWS(address_is_email, row);
}

static void test_url(void)
{
    static const struct row row[] = {
        {"https://example.org/room?a=1&b=%20#x", true},
        {"http://example.org", true},
        {"https://\xe6\x97\xa5\xe6\x9c\xac.example/\xe9\x83\xa8", true},
        {"tel:+81-3-1234", true},
        {"zoommtg://zoom.us/join?confno=1", true},
        {"", false},
        {"example.org", false},
        {"https:", false},
        {"https://", false},
        {"HTTP://", false},
        {"://example.org", false},
        {"1http://example.org", false},
        {"https://example.org/a b", false},
        {"https://example.org/\n", false},
        {"https://example.org/\x01", false},
        {"https://example.org/\xe2\x80\xae", false},
        {"https://example.org/\"onclick=", false},
        {"https://example.org/<b>", false},
        {"javascript:alert(1)", false},
        {"JavaScript:alert(1)", false},
        {"data:text/html,x", false},
        {"vbscript:x", false},
    };
    CHECK_ROWS(address_is_url, row);
}

static void test_host(void)
{
    static const struct row row[] = {
        {"example.org", true}, {"a-1.b2", true},    {"localhost", true},
        {"", false},           {".", false},        {"a.", false},
        {".a", false},         {"a..b", false},     {"-a", false},
        {"a-", false},         {"a_b", false},      {"a b", false},
        {"a@b", false},        {"a/b", false},      {"a\n", false},
        {"a:80", false},       {"\xc3\xa9", false},
    };
    char label[260];
    CHECK_ROWS(address_is_host, row);
    memset(label, 'a', sizeof label);
    label[63] = '\0';
    CHECK(address_is_host(label));
    label[63] = 'a';
    label[64] = '\0';
    CHECK(!address_is_host(label));
    for (size_t k = 0; k < sizeof label; k++) {
        label[k] = k % 2 ? '.' : 'a';
    }
    label[253] = '\0';
    CHECK(address_is_host(label));
    label[253] = '.';
    label[255] = '\0';
    CHECK(!address_is_host(label));
}

int main(void)
{
    test_email();
    test_url();
    test_host();
    return check_report();
}
