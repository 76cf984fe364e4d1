#ifndef MATCHDAY_IO_FEEDBACK_WORDS_H
#define MATCHDAY_IO_FEEDBACK_WORDS_H

#include "io/texts.h"
#include "scheduler/model/feedback.h"

/* What feedback files are made of: columns, and words in their cells. Forms have
 * both in the reader's language; what comes back is understood in all of them. */

enum feedback_column {
    FEEDBACK_EVENT, /* what is filled in beforehand */
    FEEDBACK_MEETING,
    FEEDBACK_REQUEST,
    FEEDBACK_PARTICIPANT,
    FEEDBACK_PARTNERS,
    FEEDBACK_WHEN,
    FEEDBACK_ABOUT,
    FEEDBACK_HELD, /* what is asked */
    FEEDBACK_ABSENT,
    FEEDBACK_RATING,
    FEEDBACK_AGAIN,
    FEEDBACK_SHARE_CONTACT,
    FEEDBACK_OUTCOME,
    FEEDBACK_NEXT_STEP,
    N_FEEDBACK_COLUMNS,
};

/* "event", "meeting", ...: ended by NULL. */
extern const char *const feedback_column_names[N_FEEDBACK_COLUMNS + 1];

/* The head of a column as forms have it: "Did you meet? yes or no [held]". */
char *feedback_column_head(struct arena *arena, enum language language,
                           enum feedback_column column);

/* The name that a head stands for, whatever its case and language: what its brackets
 * at the end say, or all of it. The head itself if it is none of ours; in arena. */
const char *feedback_column_of(struct arena *arena, const char *head);

/* SAID_YES or SAID_NO, SAID_NOTHING if it is no such word in any language. */
enum said feedback_said_find(const char *word);

/* Likewise; OUTCOME_UNKNOWN if it is no such word. */
enum outcome feedback_outcome_find(const char *word);

#endif
