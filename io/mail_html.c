#include "io/mail_html.h"

#include <stdbool.h>
#include <string.h>

#include "io/html_text.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/text.h"

const char mail_heading[] = "■ ";

/* The length of the link at the start of text[0 .. len), or 0. A link ends where a
 * character comes that cannot stand in one, and not with a sentence's full stop. */
static size_t link_length(const char *text, size_t len)
{
    size_t scheme = text_begins_with(text, "https://")  ? strlen("https://")
                    : text_begins_with(text, "http://") ? strlen("http://")
                                                        : 0;
    size_t n = scheme;
    while (scheme > 0 && n < len && text[n] > ' ' && text[n] <= '~' &&
           !strchr("<>\"'", text[n])) {
        n++;
    }
    while (n > scheme && strchr(".,;:!?)", text[n - 1])) {
        n--;
    }
    return n > scheme ? n : 0;
}

static void add_line(struct buf *buf, const char *line, size_t len)
{
    size_t plain = 0;
    for (size_t k = 0; k < len;) {
        size_t n = link_length(line + k, len - k);
        if (n == 0) {
            k++;
            continue;
        }
        html_add_text(buf, line + plain, k - plain);
        buf_add_text(buf, "<a href=\"");
        html_add_text(buf, line + k, n);
        buf_add_text(buf, "\">");
        html_add_text(buf, line + k, n);
        buf_add_text(buf, "</a>");
        k += n;
        plain = k;
    }
    html_add_text(buf, line + plain, len - plain);
}

/* One line of text; *open says whether a paragraph is under way. */
static void add_block(struct buf *buf, const char *line, size_t len, bool *open)
{
    size_t blanks = strspn(line, " ");
    bool is_heading = text_begins_with(line, mail_heading);
    if (*open && (blanks >= len || is_heading)) {
        buf_add_text(buf, "</p>\n");
        *open = false;
    }
    if (is_heading) {
        size_t n = strlen(mail_heading);
        buf_add_text(buf, "<h3>");
        add_line(buf, line + n, len - n);
        buf_add_text(buf, "</h3>\n");
    } else if (blanks < len) {
        buf_add_text(buf, *open ? "<br>\n" : "<p>");
        add_line(buf, line + blanks, len - blanks);
        *open = true;
    }
}

char *mail_html(struct arena *arena, const char *language, const char *title,
                const char *text)
{
    struct buf buf;
    bool open = false;
    buf_init(&buf, arena);
    buf_printf(&buf,
               "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
               "<meta charset=\"UTF-8\">\n<title>",
               language);
    html_add_text(&buf, title, strlen(title));
    buf_add_text(&buf, "</title>\n</head>\n<body>\n");
    while (*text != '\0') {
        size_t len = strcspn(text, "\n");
        add_block(&buf, text, len, &open);
        text += len + (text[len] == '\n');
    }
    buf_add_text(&buf, open ? "</p>\n</body>\n</html>\n" : "</body>\n</html>\n");
    return buf.data;
}
