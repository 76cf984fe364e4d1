#include "io/html_write.h"

#include <string.h>

#include "tests/support/check.h"

static struct html begin(struct sink *sink, struct arena *arena)
{
    struct html html;
    sink_init(sink, arena, NULL, NULL);
    html_begin(&html, sink);
    return html;
}

/* The page without its first line, and without the line's end behind it. */
static const char *end(struct html *html)
{
    struct buf *buf = &html->sink->buf;
    html_end(html);
    const char *text = strchr(buf->data, '\n') + 1;
    if (buf->data[buf->len - 1] == '\n') {
        buf->data[buf->len - 1] = '\0';
    }
    return text;
}

static const struct {
    const char *text, *escaped;
} texts[] = {
    {"", ""},
    {"plain", "plain"},
    {"<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"},
    {"</script>", "&lt;/script&gt;"},
    {"\" onclick='x'", "&quot; onclick=&#39;x&#39;"},
    {"&lt;", "&amp;lt;"},
    {"a\u202eb\u2066c\u2069", "abc"},
    {"a\x01\x1f\x7f\xc2\x85"
     "b",
     "ab"},
    {"two\nlines\t", "two\nlines\t"},
    {"\xff<\xc3", "&lt;"},
    {"岐阜県", "岐阜県"},
};

static void test_texts(struct arena arena)
{
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
        struct arena scratch = arena;
        struct sink sink;
        struct html html = begin(&sink, &scratch);
        html_open(&html, "p");
        html_attr(&html, "title", texts[k].text);
        html_text(&html, texts[k].text);
        html_close(&html);
        CHECK_TEXT(end(&html), arena_printf(&scratch, "<p title=\"%s\">%s</p>",
                                            texts[k].escaped, texts[k].escaped));
    }
}

static void test_elements(struct arena arena)
{
    struct sink sink;
    struct html html = begin(&sink, &arena);
    html_open(&html, "span");
    html_attr_number(&html, "data-n", -3);
    html_attr_printf(&html, "class", "y%d", 7);
    html_flag(&html, "hidden");
    html_open(&html, "br");
    html_close(&html);
    html_number(&html, 42);
    html_leaf(&html, "b", "x", "y");
    html_close(&html);
    CHECK_TEXT(end(&html), "<span data-n=\"-3\" class=\"y7\" hidden><br>42"
                           "<b class=\"x\">y</b></span>");
}

static const struct {
    const char *url;
    bool is_link;
} urls[] = {
    {"https://example.org/a?b=c", true},
    {"http://example.org", true},
    {"javascript:alert(1)", false},
    {"mailto:a@example.org", false},
    {"data:text/html,x", false},
    {"//example.org", false},
    {"https://a b", false},
    {"", false},
};

static void test_links(struct arena arena)
{
    for (size_t k = 0; k < sizeof urls / sizeof *urls; k++) {
        struct arena scratch = arena;
        struct sink sink;
        struct html html = begin(&sink, &scratch);
        html_open(&html, "a");
        CHECK(html_link_out(&html, urls[k].url) == urls[k].is_link);
        html_close(&html);
        CHECK((strstr(end(&html), "href") != NULL) == urls[k].is_link);
    }
    struct sink sink;
    struct html html = begin(&sink, &arena);
    html_open(&html, "a");
    html_link(&html, "p=", "\"><b>");
    html_close(&html);
    CHECK_TEXT(end(&html), "<a href=\"#p=&quot;&gt;&lt;b&gt;\"></a>");
}

static void test_json(struct arena arena)
{
    struct buf buf;
    buf_init(&buf, &arena);
    html_add_json(&buf, "</script>\"\\\n&\u2028\xff 岐");
    CHECK_TEXT(buf.data,
               "\"\\u003c/script\\u003e\\u0022\\u005c\\u000a\\u0026\\u2028 岐\"");
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_texts(arena);
    test_elements(arena);
    test_links(arena);
    test_json(arena);
    arena_finish(&arena);
    return check_report();
}
