#ifndef MATCHDAY_IO_PAGE_FRAME_H
#define MATCHDAY_IO_PAGE_FRAME_H

#include "io/html_write.h"
#include "io/page_files.h"
#include "io/page_texts.h"
#include "scheduler/base/arena.h"

/* What is around the content of every page. A page is one file that needs nothing
 * else: its policy (CSP) allows the one style and the one script in it, by their
 * checksums, and nothing from anywhere. */

struct page_frame {
    enum page_text kind;             /* what the page is */
    enum page_text skip;             /* what is said of the link to its content */
    int end_of_texts;                /* the texts before are all that it needs */
    const char *name, *name_ja;      /* of the event; name_ja may be "" */
    struct file_bytes style, script; /* from page_files.h */
    bool is_large;      /* shown as lists alone: <html class="list" data-large> */
    const char *layout; /* further rules that this page alone needs, or "" */
};

/* Everything up to the inside of <body>. */
void page_begin(struct html *html, struct arena scratch,
                const struct page_frame *frame);

/* The event's name as the page's heading, and what the page is. */
void page_heading(struct html *html, const struct page_frame *frame);

/* Language, and what else the page's reader may choose, is shown by its script. */
void page_language_choice(struct html *html);

/* Texts, script and the end. */
void page_end(struct html *html, struct arena scratch,
              const struct page_frame *frame);

/* An element with a name that people typed, and the same in Japanese, "" for none. */
void page_name_leaf(struct html *html, const char *element, const char *class,
                    const char *name, const char *name_ja);

/* The same of the element that was opened last. */
void page_name_content(struct html *html, const char *name, const char *name_ja);

#endif
