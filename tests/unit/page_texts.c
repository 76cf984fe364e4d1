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
        CHECK_INT(count(text, "{1}"), count(english, "{1}"));
        CHECK_INT(count(text, "{2}"), count(english, "{2}"));
        CHECK_INT(count(text, "{"), count(english, "{1}") + count(english, "{2}"));
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
