#ifndef MATCHDAY_IO_CHANGE_WORDS_H
#define MATCHDAY_IO_CHANGE_WORDS_H

#include "io/ics_reader.h"
#include "scheduler/base/arena.h"
#include "scheduler/model/diff.h"

/* How a change of the schedule is told: to whom, what it is called, and what it
 * says to them in their language. Everything is in arena or as long-lived as the
 * event. */
struct change_words {
    const char
        *title; /* of an agenda item, in their language; NULL: of a meeting */
    const char *item_id, *item_url, *item_uid; /* likewise */
    struct ics_reader reader; /* whose clock and language they are */
    const char *organisation; /* "" for interpreters and those who are gone */
    const char *name, *email; /* "" where there is none */
    const char *language;     /* "en", "ja", "fr"; "" for those who are gone */
    const char *change; /* "cancelled", "moved", "room", "interpreter", "room and
                           interpreter", "new", "link", "details", "language" */
    const char *tell; /* "Meeting with Vitagora – Tue 19 May 2026, … – New." */
    /* To them: a meeting that goes on without them is none, nor was one in which
     * they are new. Of an agenda item only when it is. */
    struct diff_side before, now;
};

/* input's event is that of the diff; nothing else of it is used. */
struct change_words change_words(struct arena *arena, const struct ics_input *input,
                                 const struct diff *diff,
                                 const struct diff_listener *listener);

/* What change_words.change says, whoever it is told. */
const char *change_word(const struct diff_entry *entry, enum diff_kind kind);

/* The room's name in the reader's language, "Room R1" for one without; known_as is
 * what people were told it is called, or NULL: as the event has it. The
 * interpreter's name, or id. */
const char *change_room_name(struct arena *arena, const struct ics_reader *reader,
                             const char *id, const char *known_as);
const char *change_interpreter_name(struct arena *arena, const struct event *event,
                                    const char *id);

#endif
