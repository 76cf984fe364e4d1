#ifndef MATCHDAY_IO_HTML_WRITE_H
#define MATCHDAY_IO_HTML_WRITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "io/sink.h"
#include "scheduler/base/buf.h"

/* An HTML page, written in a stream so that nothing people typed can be taken for
 * markup: texts and attributes are escaped here and nowhere else, controls and marks
 * that turn the direction of writing are left out, and every element is closed.
 *
 *     html_open(&html, "p");
 *     html_attr(&html, "class", "room");
 *     html_text(&html, room->name);
 *     html_close(&html);
 *
 * Names of elements and attributes are literals of the program; there is no way to
 * add an attribute that runs or styles anything. */

enum { HTML_MAX_DEPTH = 32 };

struct html {
    struct sink *sink;
    const char *element[HTML_MAX_DEPTH]; /* open ones, outermost first */
    int depth;
    bool in_tag; /* its attributes may come still */
};

/* <!DOCTYPE html> */
void html_begin(struct html *html, struct sink *sink);

/* Asserts that everything is closed. */
void html_end(struct html *html);

/* "br", "input", "link", "meta" and the like are opened and closed, too. Closing one
 * of the larger elements ends the line and lets the sink pass on what waits. */
void html_open(struct html *html, const char *name);
void html_close(struct html *html);

/* Of the element that was opened last, before anything is in it. href is for
 * html_link(). */
void html_attr(struct html *html, const char *name, const char *value);
void html_attr_number(struct html *html, const char *name, int64_t number);
void html_attr_printf(struct html *html, const char *name, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* An href to a place in this page: html_link(&html, "p=", "gifu") is "#p=gifu". */
void html_link(struct html *html, const char *before, const char *id);

/* An href to elsewhere, without telling there from where one comes; false and nothing
 * added if the address is not one of the web. */
bool html_link_out(struct html *html, const char *url);

/* An attribute without value: "hidden". */
void html_flag(struct html *html, const char *name);

void html_text(struct html *html, const char *text);
void html_number(struct html *html, int64_t number);

/* The element with this class (NULL: none) and this text. */
void html_leaf(struct html *html, const char *name, const char *class,
               const char *text);

/* <style> or <script> with bytes of the program's own, as they are. */
void html_inline(struct html *html, const char *name, const char *bytes,
                 size_t len);

/* The text as a string of JSON, with quotes, that may stand inside <script>. */
void html_add_json(struct buf *buf, const char *text);

#endif
