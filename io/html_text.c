#include "io/html_text.h"

#include "scheduler/base/text.h"

static const char *entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void html_add_text(struct buf *buf, const char *text, size_t len)
{
    for (size_t k = 0, n; k < len; k += n) {
        const char *escaped = entity(text[k]);
        n = text_utf8_length(text + k, len - k);
        if (n == 0) {
            n = 1;
        } else if (escaped) {
            buf_add_text(buf, escaped);
        } else if (!text_is_control(text_code_point(text + k, n))) {
            buf_add(buf, text + k, n);
        }
    }
}
