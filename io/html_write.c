#include "io/html_write.h"

#include <assert.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "io/addresses.h"
#include "io/html_text.h"
#include "scheduler/base/text.h"

/* What ends its line, and after which the sink may pass on what it has. */
static const char large[] =
    "|!doctype|html|head|body|header|main|footer|nav|section|div|form|ul|ol|li|dl|"
    "table|thead|tbody|tr|p|h1|h2|h3|h4|meta|link|title|style|script|label|select|";
static const char empty[] = "|meta|link|input|br|hr|col|";

static bool is_among(const char *list, const char *name)
{
    size_t len = strlen(name);
    for (const char *at = strstr(list, name); at; at = strstr(at + 1, name)) {
        if (at[-1] == '|' && at[len] == '|') {
            return true;
        }
    }
    return false;
}

static void end_line(struct html *html, const char *name)
{
    if (is_among(large, name)) {
        buf_add_char(&html->sink->buf, '\n');
        sink_pass(html->sink);
    }
}

static void end_tag(struct html *html)
{
    if (html->in_tag) {
        buf_add_char(&html->sink->buf, '>');
        html->in_tag = false;
    }
}

void html_begin(struct html *html, struct sink *sink)
{
    *html = (struct html){.sink = sink};
    buf_add_text(&sink->buf, "<!DOCTYPE html>\n");
}

void html_end(struct html *html)
{
    assert(html->depth == 0);
    sink_pass(html->sink);
}

void html_open(struct html *html, const char *name)
{
    assert(html->depth < HTML_MAX_DEPTH);
    end_tag(html);
    buf_add_char(&html->sink->buf, '<');
    buf_add_text(&html->sink->buf, name);
    html->element[html->depth++] = name;
    html->in_tag = true;
}

void html_close(struct html *html)
{
    assert(html->depth > 0);
    const char *name = html->element[--html->depth];
    end_tag(html);
    if (!is_among(empty, name)) {
        buf_add_text(&html->sink->buf, "</");
        buf_add_text(&html->sink->buf, name);
        buf_add_char(&html->sink->buf, '>');
    }
    end_line(html, name);
}

/* Nothing that runs or styles, and no address but by html_link(). */
static bool is_harmless(const char *name)
{
    return strncmp(name, "on", 2) != 0 &&
           !is_among("|style|src|href|srcset|action|formaction|srcdoc|", name);
}

static void add_attribute(struct html *html, const char *name, const char *value)
{
    struct buf *buf = &html->sink->buf;
    assert(html->in_tag);
    buf_add_char(buf, ' ');
    buf_add_text(buf, name);
    buf_add_text(buf, "=\"");
    html_add_text(buf, value, strlen(value));
    buf_add_char(buf, '"');
}

void html_attr(struct html *html, const char *name, const char *value)
{
    assert(is_harmless(name));
    add_attribute(html, name, value);
}

void html_attr_number(struct html *html, const char *name, int64_t number)
{
    html_attr_printf(html, name, "%" PRId64, number);
}

void html_attr_printf(struct html *html, const char *name, const char *format, ...)
{
    char value[128];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(value, sizeof value, format, args);
    va_end(args);
    assert(n >= 0 && n < (int)sizeof value);
    (void)n;
    html_attr(html, name, value);
}

void html_link(struct html *html, const char *before, const char *id)
{
    struct buf *buf = &html->sink->buf;
    assert(html->in_tag);
    buf_add_text(buf, " href=\"#");
    html_add_text(buf, before, strlen(before));
    html_add_text(buf, id, strlen(id));
    buf_add_char(buf, '"');
}

bool html_link_out(struct html *html, const char *url)
{
    if (!address_is_url(url) ||
        (strncmp(url, "https://", strlen("https://")) != 0 &&
         strncmp(url, "http://", strlen("http://")) != 0)) {
        return false;
    }
    add_attribute(html, "href", url);
    html_attr(html, "rel", "noreferrer noopener");
    return true;
}

void html_flag(struct html *html, const char *name)
{
    assert(html->in_tag && is_harmless(name));
    buf_add_char(&html->sink->buf, ' ');
    buf_add_text(&html->sink->buf, name);
}

void html_text(struct html *html, const char *text)
{
    end_tag(html);
    html_add_text(&html->sink->buf, text, strlen(text));
}

void html_number(struct html *html, int64_t number)
{
    end_tag(html);
    buf_printf(&html->sink->buf, "%" PRId64, number);
}

void html_leaf(struct html *html, const char *name, const char *class,
               const char *text)
{
    html_open(html, name);
    if (class) {
        html_attr(html, "class", class);
    }
    html_text(html, text);
    html_close(html);
}

void html_inline(struct html *html, const char *name, const char *bytes, size_t len)
{
    assert(strcmp(name, html->element[html->depth - 1]) == 0);
    end_tag(html);
    buf_add(&html->sink->buf, bytes, len);
}

void html_add_json(struct buf *buf, const char *text)
{
    size_t len = strlen(text);
    buf_add_char(buf, '"');
    for (size_t k = 0, n; k < len; k += n) {
        n = text_utf8_length(text + k, len - k);
        uint32_t point = n > 0 ? text_code_point(text + k, n) : 0;
        if (n == 0) {
            n = 1;
        } else if (point < ' ' || point == '"' || point == '\\' || point == '<' ||
                   point == '>' || point == '&' || point == 0x2028 ||
                   point == 0x2029) {
            buf_printf(buf, "\\u%04" PRIx32, point);
        } else {
            buf_add(buf, text + k, n);
        }
    }
    buf_add_char(buf, '"');
}
