#ifndef MATCHDAY_IO_EXPLAIN_LETTER_H
#define MATCHDAY_IO_EXPLAIN_LETTER_H

#include <stdbool.h>

#include "io/texts.h"
#include "scheduler/base/arena.h"
#include "scheduler/model/amendment.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* What a participant may be told of meetings that they wished for: a text in their
 * language that an organiser can send on as it is. It names the partners of those
 * meetings, the event and the organiser, and besides only what is the reader's own:
 * nobody else, no priorities, notes and addresses, nobody's answer, and no reason
 * from which somebody's answer could be told. */

/* One way in which the meeting could be held. */
struct letter_choice {
    const struct amendments
        *amendments; /* all the reader's own; locks are not told */
    int s;           /* when it would be */
};

enum { LETTER_CHOICES_MOST = 3 };

struct letter_case {
    int q; /* the request; the reader is one of its participants */
    const struct schedule_meeting *served; /* where it is held, or NULL */
    const struct unscheduled *unscheduled; /* why not; may be NULL */
    struct letter_choice choice[LETTER_CHOICES_MOST];
    int n_choices;
};

struct letter_input {
    const struct event *event;
    const struct eligibility *elig;
    const struct schedule *schedule;
    int p; /* the reader */
    bool has_language;
    enum language language; /* else that of the reader's first contact */
    const struct letter_case *item;
    int n_items; /* 0: nothing is left to explain */
};

/* The language that the letter is in. */
enum language explain_letter_language(const struct letter_input *input);

/* Ends with a newline; in arena. */
char *explain_letter_text(struct arena *arena, const struct letter_input *input);

#endif
