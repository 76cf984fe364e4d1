#ifndef MATCHDAY_IO_ICS_READER_H
#define MATCHDAY_IO_ICS_READER_H

#include "io/ics_calendar.h"
#include "io/ics_files.h"
#include "io/texts.h"
#include "scheduler/base/arena.h"

/* For whom a calendar is written, and what things are called for them. All names
 * are clean lines, in arena. */

struct ics_reader {
    const struct ics_input *input;
    enum language language;
    const struct zone *zone;
    int p, i; /* a participant or an interpreter, the other one is -1; both are for
                 the organiser */
    const char *who; /* the one contact of the participant who reads, by
                        told_contact_key(); NULL: all of them together */
    struct ics_address organizer; /* of the reader's side; email "" = none */
    bool is_brief; /* for a text that names event and organiser itself */
};

/* A participant reads the language of its first contact. */
struct ics_reader ics_participant_reader(const struct ics_input *input, int p);

/* A contact of it (from 0) reads their own language, if one is given. */
struct ics_reader ics_contact_reader(const struct ics_input *input, int p,
                                     int contact);

/* Interpreters read English if it is in one of their pairs, else Japanese, else
 * French. */
struct ics_reader ics_interpreter_reader(const struct ics_input *input, int i);

/* The organiser of the whole reads English and the event's clock. */
struct ics_reader ics_organizer_reader(const struct ics_input *input);

/* The first of three names that says something, without what is somebody's address:
 * people type it where partners read it. "" if none does. */
const char *ics_shown_name(struct arena *arena, const struct ics_reader *reader,
                           const char *a, const char *b, const char *c);

/* In the reader's letters where there are such; "" for a contact without name. */
const char *ics_event_name(struct arena *arena, const struct ics_reader *reader);
const char *ics_organisation(struct arena *arena, const struct ics_reader *reader,
                             int p);
const char *ics_contact_name(struct arena *arena, const struct ics_reader *reader,
                             const struct contact *contact);

/* "岐阜県(Gifu Prefecture)": Japanese readers get both forms where there are two,
 * as the other side uses the Latin one. */
const char *ics_full_organisation(struct arena *arena,
                                  const struct ics_reader *reader, int p);

/* "EU-Japan matchmaking day – Gifu Prefecture"; for the organiser the event alone. */
const char *ics_calendar_name(struct arena *arena, const struct ics_reader *reader);

/* The contacts of participant p who attend the meeting: indices into its
 * contacts, rising, in arena; all of them unless the schedule assigns some. */
int *ics_attending(struct arena *arena, const struct event *event,
                   const struct schedule_meeting *meeting, int p, int *n);

/* What the reader, a contact or an interpreter, was sent last of the meeting, or
 * NULL. */
const struct told_person *ics_last_told(const struct ics_reader *reader,
                                        const struct schedule_meeting *meeting);

#endif
