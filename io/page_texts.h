#ifndef MATCHDAY_IO_PAGE_TEXTS_H
#define MATCHDAY_IO_PAGE_TEXTS_H

#include "io/html_write.h"
#include "io/texts.h"

/* What pages say of themselves, in all languages at once: a page is written in English
 * and carries the others, so that its reader can choose. */

enum page_text {
    PAGE_PROGRAMME,
    PAGE_SKIP,
    PAGE_TOOLS,
    PAGE_SEARCH,
    PAGE_SEARCH_HINT,
    PAGE_LANGUAGE,
    PAGE_ZONE,
    PAGE_ZONE_EVENT,  /* zones of the event */
    PAGE_ZONE_DEVICE, /* the reader's own */
    PAGE_ZONE_OTHERS,
    PAGE_DAY,
    PAGE_ALL_DAYS,
    PAGE_COUNTRY,
    PAGE_ALL_COUNTRIES,
    PAGE_INTERPRETED_ONLY,
    PAGE_VIEW,
    PAGE_GRID,
    PAGE_LIST,
    PAGE_PRINT,
    PAGE_PRINT_AGENDAS,
    PAGE_RESET,
    PAGE_SHOWN, /* of meetings: how many of how many */
    PAGE_NOTHING,
    PAGE_MEETINGS,
    PAGE_ORGANISATIONS,
    PAGE_ORGANISATIONS_HINT,
    PAGE_ROOMS,
    PAGE_ROOM,
    PAGE_INTERPRETED,
    PAGE_TO_BE_CONFIRMED,
    PAGE_FOR_ALL,
    PAGE_FOR_SIDE, /* which one */
    PAGE_FOR_SOME,
    PAGE_BREAK,
    PAGE_GRID_LABEL,
    PAGE_AGENDA_OF,
    PAGE_AGENDA_EMPTY,
    PAGE_AGENDA_ZONE, /* a zone */
    PAGE_BACK,
    PAGE_COPY_LINK,
    PAGE_COPIED,
    PAGE_LINKS_ELSEWHERE,
    PAGE_NO_SCRIPT,
    PAGE_MADE_BY,
    PAGE_ORGANISED_BY, /* whom */
    PAGE_RUNSHEET,
    PAGE_WHO_IS_WHERE,
    PAGE_MOVES,
    PAGE_NOBODY_MOVES,
    PAGE_MAIN_ROOM,
    PAGE_CHAT,
    PAGE_CHAT_ASK,
    PAGE_COPY,
    PAGE_ENDS_IN,   /* a time */
    PAGE_BEGINS_IN, /* a time */
    PAGE_ALL_OVER,
    N_PAGE_TEXTS,
};

/* The text in English, which the page shows until its reader chooses. */
const char *page_text(enum page_text id);

const char *page_text_in(enum language language, enum page_text id);

/* By this a page's script finds the text: "search-hint". */
const char *page_text_key(enum page_text id);

/* An element that holds the text and changes its language with the page. */
void page_text_leaf(struct html *html, const char *name, const char *class,
                    enum page_text id);

/* The same of the element that was opened last; or of its aria-label, or its
 * placeholder. */
void page_text_content(struct html *html, enum page_text id);
void page_text_label(struct html *html, enum page_text id);
void page_text_placeholder(struct html *html, enum page_text id);

/* <script type="application/json" id="texts">: all of them. */
void page_texts_write(struct html *html, struct arena scratch);

#endif
