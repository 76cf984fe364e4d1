#ifndef MATCHDAY_IO_PAGE_TEXTS_H
#define MATCHDAY_IO_PAGE_TEXTS_H

#include "io/html_write.h"
#include "io/texts.h"
#include "scheduler/model/diff.h"
#include "scheduler/model/level.h"
#include "scheduler/model/schedule.h"

/* What pages say of themselves, in all languages at once: a page is written in English
 * and carries the others, so that its reader can choose. */

enum page_text {
    PAGE_PROGRAMME,
    PAGE_SKIP,
    PAGE_TOOLS,
    PAGE_SEARCH,
    PAGE_SEARCH_HINT,
    PAGE_FILTERS,
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
    N_PROGRAMME_TEXTS, /* those above are on every page */

    PAGE_RUNSHEET = N_PROGRAMME_TEXTS,
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
    PAGE_CLOCK,
    N_RUNSHEET_TEXTS, /* of the host's page; the rest is the report's */

    PAGE_REPORT = N_RUNSHEET_TEXTS,
    PAGE_SKIP_REPORT,
    PAGE_CONFIDENTIAL,
    PAGE_CONTENTS,
    PAGE_SUMMARY,
    PAGE_POSSIBLE_MEETINGS,
    PAGE_REQUESTS,
    PAGE_REQUESTS_SERVED,
    PAGE_REQUESTS_NOT_SERVED,
    PAGE_WITHOUT_MEETING,
    PAGE_SLOTS,
    PAGE_NEWS, /* meetings to announce, to update, to cancel */
    PAGE_NO_NEWS,
    PAGE_SEED, /* seed, version, checksum of the input */
    PAGE_PROOF,
    PAGE_PROOF_HINT,
    PAGE_LEVEL,
    PAGE_LEVEL_MEANING,
    PAGE_VALUE,
    PAGE_BOUND,
    PAGE_OPTIMAL,
    PAGE_AT_MOST,  /* bound */
    PAGE_AT_LEAST, /* bound */
    PAGE_NO_BOUND,
    PAGE_FAIRNESS,
    PAGE_FAIRNESS_HINT,
    PAGE_SIDE,
    PAGE_ASKED,
    PAGE_POSSIBLE,
    PAGE_HELD,
    PAGE_MISSING,
    PAGE_PER_ORGANISATION,
    PAGE_LEAST,
    PAGE_MOST,
    PAGE_MEETINGS_EACH,
    PAGE_UNSOCIAL,
    PAGE_UNSOCIAL_HINT,
    PAGE_UNSOCIAL_MEETINGS,
    PAGE_UNSOCIAL_SHARE,
    PAGE_COST,
    PAGE_COST_EACH,
    PAGE_WORST_OFF,
    PAGE_LOCAL_HOURS,
    PAGE_LOCAL_HOUR,
    PAGE_LOAD,
    PAGE_TIMES,
    PAGE_WHEN,
    PAGE_USED,
    PAGE_AVAILABLE,
    PAGE_LOAD_SHARE,
    PAGE_INTERPRETERS,
    PAGE_LANGUAGES,
    PAGE_LIMIT,
    PAGE_IN_A_ROW,
    PAGE_CAPACITY,
    PAGE_MEETING,
    PAGE_TOPIC,
    PAGE_WISHES,
    PAGE_WORTH,
    PAGE_ATTENDING,
    PAGE_GAPS,
    PAGE_ROOM_CHANGES,
    PAGE_ORGANISATION,
    PAGE_CONTACTS,
    PAGE_NOT_SERVED,
    PAGE_NOT_SERVED_HINT,
    PAGE_REASON,
    PAGE_EXPLANATION,
    PAGE_CHANGES,
    PAGE_CHANGES_HINT,
    PAGE_NO_CHANGES,
    PAGE_NO_SCHEDULE_BEFORE,
    PAGE_CHANGE,
    PAGE_BEFORE,
    PAGE_NOW,
    PAGE_CAUSE,
    PAGE_FILTER_TABLE,
    PAGE_ROWS,    /* shown, of all */
    PAGE_SORT_BY, /* a column */
    PAGE_TOTAL,
    PAGE_LEVELS,                                  /* by enum level */
    PAGE_REASONS = PAGE_LEVELS + N_LEVELS,        /* by enum reason */
    PAGE_CHANGE_KINDS = PAGE_REASONS + N_REASONS, /* by enum diff_kind */
    N_PAGE_TEXTS = PAGE_CHANGE_KINDS + N_DIFF_KINDS,
};

/* The catalogues, each in its own file. */
struct page_text_row {
    const char *key;
    const char *text[N_LANGUAGES]; /* English, Japanese, French */
};
extern const struct page_text_row page_texts_programme[N_PROGRAMME_TEXTS];
extern const struct page_text_row
    page_texts_runsheet[N_RUNSHEET_TEXTS - N_PROGRAMME_TEXTS];
extern const struct page_text_row
    page_texts_report[N_PAGE_TEXTS - N_RUNSHEET_TEXTS];

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

/* The same with values in it, behind which comes NULL. */
void page_text_filled(struct html *html, struct arena scratch, const char *name,
                      const char *class, enum page_text id,
                      const char *const *value);

/* <script type="application/json" id="texts">: those before end. */
void page_texts_write(struct html *html, struct arena scratch, int end);

#endif
