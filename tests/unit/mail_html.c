#include "io/mail_html.h"

#include <string.h>

#include "tests/support/check.h"

static const struct {
    const char *text, *body;
} row[] = {
    {"", ""},
    {"a\n", "<p>a</p>\n"},
    {"a\nb\n\nc\n", "<p>a<br>\nb</p>\n<p>c</p>\n"},
    {"a\n  \nb", "<p>a</p>\n<p>b</p>\n"},
    {"■ Title\n  a\n  b\n", "<h3>Title</h3>\n<p>a<br>\nb</p>\n"},
    {"a\n■ Title\n", "<p>a</p>\n<h3>Title</h3>\n"},
    {"  ■ no title\n", "<p>■ no title</p>\n"},
    {"<script>\"&\"</script>\n",
     "<p>&lt;script&gt;&quot;&amp;&quot;&lt;/script&gt;</p>\n"},
    {"Join: https://a.example/j?a=1&b=2.\n",
     "<p>Join: <a href=\"https://a.example/j?a=1&amp;b=2\">"
     "https://a.example/j?a=1&amp;b=2</a>.</p>\n"},
    {"（https://a.example/）\n",
     "<p>（<a href=\"https://a.example/\">https://a.example/</a>）</p>\n"},
    {"http://a http://b.example\n",
     "<p><a href=\"http://a\">http://a</a> "
     "<a href=\"http://b.example\">http://b.example</a></p>\n"},
    {"https://a.example/\"onclick=x\n",
     "<p><a href=\"https://a.example/\">https://a.example/</a>"
     "&quot;onclick=x</p>\n"},
    {"javascript:alert(1) https://\n", "<p>javascript:alert(1) https://</p>\n"},
};

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        const char *html = mail_html(&arena, "fr", "a < b", row[k].text);
        const char *body = strstr(html, "<body>\n");
        CHECK(strstr(html, "<html lang=\"fr\">") != NULL);
        CHECK(strstr(html, "<title>a &lt; b</title>") != NULL);
        if (CHECK(body != NULL)) {
            CHECK_TEXT(body + strlen("<body>\n"),
                       arena_printf(&arena, "%s</body>\n</html>\n", row[k].body));
        }
    }
    arena_finish(&arena);
    return check_report();
}
