/* Every text of the pages is there in every language, with the same values in it, and
 * has a key of its own. */

#include "io/page_texts.h"

#include <string.h>

#include "tests/support/check.h"

static int count(const char *text, const char *value)
{
    int n = 0;
    for (const char *at = strstr(text, value); at; at = strstr(at + 1, value)) {
        n++;
    }
    return n;
}

static void test_text(enum page_text id)
{
    const char *english = page_text(id);
    for (int k = 0; k < N_LANGUAGES; k++) {
        const char *text = page_text_in((enum language)k, id);
        CHECK(text && text[0] != '\0');
        int n_values = 0;
        for (int n = 1; n <= 3; n++) {
            const char value[] = {'{', (char)('0' + n), '}', '\0'};
            CHECK_INT(count(text, value), count(english, value));
            n_values += count(text, value);
        }
        CHECK_INT(count(text, "{"), n_values);
    }
    for (int other = 0; other < (int)id; other++) {
        CHECK(strcmp(page_text_key(id), page_text_key((enum page_text)other)) != 0);
    }
    CHECK_INT((int)strspn(page_text_key(id), "abcdefghijklmnopqrstuvwxyz-"),
              (int)strlen(page_text_key(id)));
}

int main(void)
{
    for (int id = 0; id < N_PAGE_TEXTS; id++) {
        test_text((enum page_text)id);
    }
    return check_report();
}
