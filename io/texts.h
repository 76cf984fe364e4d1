#ifndef MATCHDAY_IO_TEXTS_H
#define MATCHDAY_IO_TEXTS_H

#include "scheduler/base/arena.h"
#include "scheduler/base/buf.h"

/* What people read, in their language. Texts are patterns: {1}, {2}, ... stand
 * for values, in the order that the language needs. Each language has a
 * catalogue of its own, texts_en.c and so on, with all the texts. */

enum language { LANGUAGE_EN, LANGUAGE_JA, LANGUAGE_FR, N_LANGUAGES };

/* Behind each: what its values are. */
enum text_id {
    TEXT_MEETING_WITH, /* titles: partners */
    TEXT_MEETING_OF,   /* participants */
    TEXT_INTERPRETING, /* participants */
    TEXT_CANCELLED,    /* another title */
    TEXT_IS_CANCELLED, /* notices at the top of a description */
    TEXT_IS_TENTATIVE,
    TEXT_IS_HANDED_OVER,     /* to an interpreter whom another one replaces */
    TEXT_IS_FOR_OTHERS,      /* to a contact whom a colleague replaces */
    TEXT_IS_TAKEN_OUT,       /* of an agenda item */
    TEXT_ROOM,               /* id of a room without a name */
    TEXT_ROOM_AND_LINK,      /* room, link */
    TEXT_ROOM_LINE,          /* lines of a description: room */
    TEXT_LINK_LINE,          /* link */
    TEXT_PARTNERS_LINE,      /* partners */
    TEXT_PARTICIPANTS_LINE,  /* participants */
    TEXT_TOPIC_LINE,         /* topic */
    TEXT_INTERPRETER_LINE,   /* person */
    TEXT_ATTENDING_LINE,     /* persons of one's own side */
    TEXT_DISPLAY_NAME_LINE,  /* names for a video conference */
    TEXT_EVENT_LINE,         /* name of the event */
    TEXT_CONTACT_LINE,       /* organiser, with or without address */
    TEXT_MESSAGE_FROM,       /* partner, above what they wrote */
    TEXT_PERSON,             /* name */
    TEXT_PERSON_AND_ADDRESS, /* name, e-mail address */
    TEXT_NAME_AND_OTHER,     /* name, the same name in other letters */
    TEXT_CALENDAR_NAME,      /* event, whose calendar */
    TEXT_LIST_SEPARATOR,
    TEXT_WHEN,               /* date, start, end, zone */
    TEXT_WHEN_OVER_MIDNIGHT, /* date, start, date, end, zone */
    TEXT_ZONE,               /* offset from UTC, IANA name */
    TEXT_DATE,               /* weekday, day of the month, month, year */
    TEXT_CLOCK,              /* hour, minute, two digits each */
    TEXT_FIRST_OF_MONTH,     /* the day of the month "1" */
    TEXT_SUNDAY,
    TEXT_MONDAY,
    TEXT_TUESDAY,
    TEXT_WEDNESDAY,
    TEXT_THURSDAY,
    TEXT_FRIDAY,
    TEXT_SATURDAY,
    TEXT_JANUARY,
    TEXT_FEBRUARY,
    TEXT_MARCH,
    TEXT_APRIL,
    TEXT_MAY,
    TEXT_JUNE,
    TEXT_JULY,
    TEXT_AUGUST,
    TEXT_SEPTEMBER,
    TEXT_OCTOBER,
    TEXT_NOVEMBER,
    TEXT_DECEMBER,
    TEXT_MAIL_AGENDA_SUBJECT, /* mails: patterns with names, see mail_words.h */
    TEXT_MAIL_AGENDA_TEXT,
    TEXT_MAIL_UPDATE_SUBJECT,
    TEXT_MAIL_UPDATE_TEXT,
    TEXT_MAIL_INTERPRETER_AGENDA_SUBJECT,
    TEXT_MAIL_INTERPRETER_AGENDA_TEXT,
    TEXT_MAIL_INTERPRETER_UPDATE_SUBJECT,
    TEXT_MAIL_INTERPRETER_UPDATE_TEXT,
    TEXT_MAIL_PROGRAMME_SUBJECT,
    TEXT_MAIL_PROGRAMME_TEXT,
    TEXT_MAIL_PROGRAMME_UPDATE_SUBJECT,
    TEXT_MAIL_PROGRAMME_UPDATE_TEXT,
    TEXT_MAIL_INVITE_SUBJECT,
    TEXT_MAIL_INVITE_TEXT,
    TEXT_MAIL_CANCELLATION_SUBJECT,
    TEXT_MAIL_CANCELLATION_TEXT,
    TEXT_MAIL_HANDOVER_SUBJECT,
    TEXT_MAIL_HANDOVER_TEXT,
    TEXT_MAIL_SOMEBODY,     /* how one is addressed whose name is not known */
    TEXT_MAIL_NEW,          /* notices at the top of a meeting */
    TEXT_MAIL_NEW_ITEM,     /* likewise, of what is no meeting */
    TEXT_MAIL_CHANGED,      /* when it was to be, and in which room */
    TEXT_MAIL_BEFORE,       /* when it was to be, room */
    TEXT_MAIL_CONFIRMED,    /* of a meeting that was not, before */
    TEXT_MAIL_UNCONFIRMED,  /* the other way round */
    TEXT_MAIL_NEW_PLACE,    /* a room has another name or link */
    TEXT_MAIL_NEW_DETAILS,  /* what is no meeting has another title or link */
    TEXT_MAIL_NEW_LANGUAGE, /* of one who was written to in another one */
    TEXT_FORM_EVENT, /* columns of the feedback form, and the words of its cells */
    TEXT_FORM_MEETING,
    TEXT_FORM_REQUEST,
    TEXT_FORM_PARTICIPANT,
    TEXT_FORM_PARTNERS,
    TEXT_FORM_WHEN,
    TEXT_FORM_ABOUT,
    TEXT_FORM_HELD,
    TEXT_FORM_ABSENT,
    TEXT_FORM_RATING,
    TEXT_FORM_AGAIN,
    TEXT_FORM_SHARE_CONTACT,
    TEXT_FORM_OUTCOME,
    TEXT_FORM_NEXT_STEP,
    TEXT_FORM_NOT_SERVED, /* instead of a time: they could not meet */
    TEXT_FORM_YES,
    TEXT_FORM_NO,
    TEXT_FORM_OUTCOME_NONE,
    TEXT_FORM_OUTCOME_TALKS,
    TEXT_FORM_OUTCOME_PROJECT,
    TEXT_FORM_OUTCOME_AGREEMENT,
    TEXT_CONTACT_ORGANISATION, /* columns of the contacts that partners share */
    TEXT_CONTACT_NAME,
    TEXT_CONTACT_POSITION,
    TEXT_CONTACT_ADDRESS,
    TEXT_WHY_DEAR,  /* organisation; letters that explain, see explain_letter.h */
    TEXT_WHY_ASKED, /* partners, event */
    TEXT_WHY_WAS_ASKED, /* partners, event */
    TEXT_WHY_SERVED,    /* partners, event, when */
    TEXT_WHY_LIMIT,     /* number of meetings */
    TEXT_WHY_OWN_TIME,
    TEXT_WHY_NO_TIME,
    TEXT_WHY_PLACES,
    TEXT_WHY_NO_ROOM,
    TEXT_WHY_NO_INTERPRETER,
    TEXT_WHY_WITHDRAWN,
    TEXT_WHY_OTHERWISE,
    TEXT_WHY_CHOICES,
    TEXT_WHY_CHOICE,          /* changes, when the meeting would be */
    TEXT_WHY_FREE,            /* when */
    TEXT_WHY_MAX_MEETINGS,    /* number */
    TEXT_WHY_MAX_CONSECUTIVE, /* number */
    TEXT_WHY_MAX_GAPS,
    TEXT_WHY_PARALLEL,
    TEXT_WHY_ANY_TIME,
    TEXT_WHY_ANY_ORDER,
    TEXT_WHY_INSTEAD, /* when the other one is */
    TEXT_WHY_COME,
    TEXT_WHY_ANSWER,
    TEXT_WHY_WAITING,
    TEXT_WHY_NOTHING, /* event */
    TEXT_WHY_REGARDS,
    TEXT_FORM_QUESTION, /* above the slots of a form */
    TEXT_FORM_ANSWERS,
    N_TEXTS,
};

/* The catalogues, each in its own file; ask texts_get() for a text. */
extern const char *const texts_en[N_TEXTS];
extern const char *const texts_ja[N_TEXTS];
extern const char *const texts_fr[N_TEXTS];

/* The language of a tag such as "ja", "JA" or "ja-JP"; English if it is none of
 * ours. */
enum language language_find(const char *tag);

/* "en", "ja", "fr" */
const char *language_tag(enum language language);

/* The pattern itself. */
const char *texts_get(enum language language, enum text_id id);

/* The text with value[0] for {1}, value[1] for {2}, ...; value ends with NULL
 * and has what the pattern asks for. Values are copied as they are: a "{1}" or
 * "%s" in them means nothing. In arena. */
char *texts_fill(struct arena *arena, enum language language, enum text_id id,
                 const char *const *value);

/* The same for the many texts with one value. */
char *texts_fill_one(struct arena *arena, enum language language, enum text_id id,
                     const char *value);

/* Adds what the values make of any pattern. */
void texts_fill_pattern(struct buf *buf, const char *pattern,
                        const char *const *value);

#endif
