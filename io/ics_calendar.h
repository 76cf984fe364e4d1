#ifndef MATCHDAY_IO_ICS_CALENDAR_H
#define MATCHDAY_IO_ICS_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "io/sink.h"
#include "scheduler/base/arena.h"

/* One iCalendar file (RFC 5545) as plain data, and its text. Texts may hold
 * anything that people typed: they are made harmless here. "" leaves a property
 * out. */

enum ics_method {
    ICS_PLAIN,   /* no METHOD: a calendar to import from nobody in particular */
    ICS_PUBLISH, /* entries have an organiser and no attendees */
    ICS_REQUEST, /* one entry, with organiser and attendees */
    ICS_CANCEL,  /* likewise */
};

/* ICS_UNINVITED: cancelled for these attendees, while others still meet: RFC 5546
 * wants no STATUS then. */
enum ics_status { ICS_CONFIRMED, ICS_TENTATIVE, ICS_CANCELLED, ICS_UNINVITED };

/* What an attendee has answered: who has not is asked to. */
enum ics_answer { ICS_UNANSWERED, ICS_ACCEPTS, ICS_MAY_COME, ICS_DECLINES };

struct ics_address {
    const char *name; /* or "" */
    const char *email;
    const char *language;   /* tag, or "" */
    enum ics_answer answer; /* of an attendee of a REQUEST */
};

struct ics_entry {
    const char *uid;
    int sequence;
    enum ics_status status; /* a cancelled one leaves its time free */
    int64_t start_s, end_s;
    const char *summary, *description, *location, *category;
    const char *url;              /* also the video conference's */
    const char *url_label;        /* what the conference is called */
    struct ics_address organizer; /* email "" = none */
    struct ics_address *attendee;
    int n_attendees;
};

struct ics_calendar {
    enum ics_method method;
    const char *version; /* of the program */
    const char *name;    /* or "", as it must be where there is a single entry to
                            accept: Outlook makes a new calendar of a named one */
    int64_t stamp_s;     /* when this was made */
    int alarm_minutes;   /* before each entry that is not cancelled; 0 = none, as it
                            must be in a CANCEL and should be in a REQUEST */
    const struct ics_entry *entry;
    int n_entries;
};

/* True if invitations can be sent there. */
bool ics_is_address(struct arena scratch, const char *email);

/* Writes the calendar: times in UTC, folded, CRLF. Entries have no CLASS: people who
 * share their calendar with colleagues mean to. scratch is no copy of the sink's
 * arena. */
void ics_calendar_write(struct sink *sink, struct arena scratch,
                        const struct ics_calendar *calendar);

/* The same piece by piece, for calendars whose entries are made one by one: what is
 * around them, at least one entry, and the end. calendar->entry is not looked at. */
void ics_write_head(struct sink *sink, struct arena scratch,
                    const struct ics_calendar *calendar);
void ics_write_entry(struct sink *sink, struct arena scratch,
                     const struct ics_calendar *calendar,
                     const struct ics_entry *entry);
void ics_write_end(struct sink *sink);

/* The same as text in arena, *len octets. */
char *ics_calendar_text(struct arena *arena, struct arena scratch,
                        const struct ics_calendar *calendar, size_t *len);

/* Before several threads make calendars: libical reads its list of time zones, which
 * it would otherwise do with the first time in UTC. */
void ics_calendar_begin(void);

/* Gives back what libical keeps between calls; call it when a set of files is
 * done. */
void ics_calendar_finish(void);

#endif
