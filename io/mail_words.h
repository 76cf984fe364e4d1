#ifndef MATCHDAY_IO_MAIL_WORDS_H
#define MATCHDAY_IO_MAIL_WORDS_H

#include <stdbool.h>

#include "io/texts.h"
#include "scheduler/base/arena.h"
#include "scheduler/base/error.h"
#include "scheduler/base/findings.h"

/* The wording of mails: subject and text per language and kind of mail, with names
 * in braces that stand for values. The catalogues of texts.h have one; files
 * texts/mail.<language>.txt in an event's folder replace what they like:
 *
 *     [agenda subject]
 *     {event}: your day
 *     [agenda text]
 *     Dear {name},
 *     {meetings}
 *
 * "{{" is a brace. Lines before the first heading are comments. */

enum mail_kind {
    MAIL_AGENDA,             /* all meetings of one person */
    MAIL_UPDATE,             /* likewise, for those who had one before */
    MAIL_INTERPRETER_AGENDA, /* the same for interpreters */
    MAIL_INTERPRETER_UPDATE,
    MAIL_PROGRAMME, /* agenda items, where no meeting is news */
    MAIL_PROGRAMME_UPDATE,
    MAIL_INVITE, /* one meeting */
    MAIL_CANCELLATION,
    MAIL_HANDOVER, /* to a contact whom a colleague replaces in one meeting */
    N_MAIL_KINDS,
};

enum mail_value {
    MAIL_NAME,         /* {name}: the person, or "Sir or Madam" */
    MAIL_ORGANISATION, /* {organisation} */
    MAIL_EVENT,        /* {event} */
    MAIL_ORGANIZER,    /* {organizer}: who signs */
    MAIL_ORGANIZER_EMAIL,
    MAIL_TITLE,    /* {title}: of the meeting; only where it is about one */
    MAIL_WHEN,     /* {when}: likewise */
    MAIL_MEETINGS, /* {meetings}: in texts only, which must have it */
    N_MAIL_VALUES,
};

struct mail_wording {
    const char *subject, *text;
};

struct mail_words {
    struct mail_wording wording[N_LANGUAGES][N_MAIL_KINDS];
};

/* The catalogues' wording. */
void mail_words_init(struct mail_words *words);

/* "texts/mail.en.txt", below the event's folder. In arena. */
const char *mail_words_file_name(struct arena *arena, enum language language);

/* Replaces what the files in folder/texts say otherwise. What is wrong in them goes
 * into findings; false with *err if one is there and cannot be read. */
bool mail_words_read(struct arena *arena, const char *folder,
                     struct mail_words *words, struct findings *findings,
                     struct error *err);

/* The pattern with the values for their names, copied as they are. In arena. */
char *mail_words_fill(struct arena *arena, const char *pattern,
                      const char *const value[N_MAIL_VALUES]);

#endif
