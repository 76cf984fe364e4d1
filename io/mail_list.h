#ifndef MATCHDAY_IO_MAIL_LIST_H
#define MATCHDAY_IO_MAIL_LIST_H

#include <stdbool.h>

#include "io/ics_files.h"
#include "io/mail_words.h"
#include "scheduler/base/arena.h"

/* Who is written to about a schedule: those for whom something differs from what was
 * sent, and nobody else. */

struct mail_input {
    const struct ics_input *calendars;
    const struct mail_words *words;
    bool drafts; /* to be opened and sent from a mail program */
};

/* One mail to one person. */
struct mail_item {
    int p, contact;  /* of a participant, counted from 0; p -1: an interpreter;
                        contact -1, -2, ...: of those who are not in the event any
                        more and have to be told that */
    int i;           /* the interpreter, or -1 */
    bool is_agenda;  /* else an invite or a cancellation: one meeting */
    bool is_off;     /* the meeting of an invite is not for them any more */
    bool had_agenda; /* something was sent to them before */
    int *meeting;    /* as schedule_entry() counts */
    int n_meetings;
    const char *to, *from;  /* addresses */
    const char *language;   /* the contact's, or "" */
    const char *uid;        /* the meeting's; "agenda:<id>" for agendas */
    int sequence;           /* the highest of them */
    const char *message_id; /* the same for the same person and state of meetings */
};

/* One with news and without an address. */
struct mail_unreachable {
    int p, i;         /* the other one is -1 */
    const char *name; /* of the only contacts in a meeting, where others of the
                         participant have addresses; else NULL */
};

struct mail_list {
    struct mail_item *item;
    int n_items, capacity;
    struct mail_unreachable *unreachable;
    int n_unreachable, unreachable_capacity;
};

/* Fills list, in arena. Agendas go to those, too, for whom an agenda item differs,
 * with or without meetings. By participant and contact, interpreters last. Interpreters
 * get agendas, whatever is asked for, but not for agenda items alone. Contacts who
 * share an address get one mail. */
void mail_list_make(struct arena *arena, const struct mail_input *input,
                    bool agendas, bool invites, struct mail_list *list);

/* True if it is to somebody who is not among the participant's contacts any more, and
 * is told of meetings alone. */
bool mail_is_to_former(const struct mail_item *item);

#endif
