#ifndef MATCHDAY_IO_HEADINGS_H
#define MATCHDAY_IO_HEADINGS_H

#include <stdbool.h>

#include "scheduler/base/arena.h"

/* What organisers call lists and their columns, in English, Japanese and French. One
 * table says which field each is, and what a cell of it holds. */

enum list {
    LIST_EVENT, /* a row for each field */
    LIST_SESSIONS,
    LIST_AGENDA,
    LIST_ROOMS,
    LIST_INTERPRETERS,
    LIST_PARTICIPANTS,
    LIST_AVAILABILITY,
    LIST_REQUESTS,
    LIST_LOCKS,
    LIST_MET_BEFORE,
    N_LISTS,
};

extern const char *const list_names[N_LISTS]; /* "event", "sessions", ... */

enum cell_kind {
    CELL_TEXT,      /* for people: as it is */
    CELL_PERSON,    /* a name, without "様" behind it */
    CELL_BODY,      /* an organisation's name, without "御中" */
    CELL_ID,        /* an id or ids, or names of what has them */
    CELL_WORD,      /* one of few words, or yes or no */
    CELL_NUMBER,    /* whole */
    CELL_DATE,      /* "2021-05-18" */
    CELL_CLOCK,     /* "09:00" */
    CELL_INSTANT,   /* "2021-05-18T09:00" */
    CELL_BREAKS,    /* "10:15-10:30 Coffee" */
    CELL_LANGUAGES, /* "ja;en" */
    CELL_PAIRS,     /* "en-ja;fr-ja" */
    CELL_LIST,      /* texts of the user's own */
    CELL_ZONE,      /* "Asia/Tokyo" */
    CELL_CODE,      /* an address or the like: no letter of full width */
};

struct heading {
    enum list list;
    const char *field; /* "contact_email" */
    enum cell_kind kind;
    const char *names; /* other names, without blanks and marks: "email|mail" */
};

/* The heading of a list that a text means, or NULL: the field's name, or another one,
 * whatever the case, the width and the marks of it. "Email / メールアドレス" is one that
 * says the same twice. scratch is not kept. */
const struct heading *heading_find(struct arena scratch, enum list list,
                                   const char *text);

/* For those who take headings apart themselves: true of the letters of what forms add
 * to a question, "required"; and what stands behind the number of one, "Q1. 会社名",
 * "2) Email". */
bool heading_says_nothing(const char *letters);
const char *heading_behind_number(const char *text);

/* The list that a sheet's or a file's name means, or -1. */
int heading_find_list(struct arena scratch, const char *name);

/* All headings, in the order of lists, for tests and for templates. */
extern const struct heading headings[];
extern const int n_headings;

#endif
