#ifndef MATCHDAY_TESTS_SUPPORT_EVENT_FOLDER_H
#define MATCHDAY_TESTS_SUPPORT_EVENT_FOLDER_H

#include "scheduler/base/arena.h"
#include "scheduler/model/event.h"

/* A folder of its own for the files of events under test: the test's working
 * folder between enter and leave, so that findings name "event.json". */
struct event_folder {
    char path[64];
};

void event_folder_enter(struct event_folder *folder);
void event_folder_leave(struct event_folder *folder); /* removes it and its files */

/* The set-up of a unit test's main(): a folder and an arena; the end gives both
 * back and returns what main() returns. */
void event_tests_begin(struct event_folder *folder, struct arena *arena);
int event_tests_end(struct event_folder *folder, struct arena *arena);

/* How an event under test begins, lines 1 to 4: the event "day" in Brussels with
 * one session "am" of three slots from 09:00 on that date. */
#define EVENT_HEAD(date)                                                           \
    "{\"format\": \"matchday-event/1\",\n"                                         \
    "\"event\": {\"id\": \"day\", \"time_zone\": \"Europe/Brussels\"},\n"          \
    "\"sessions\": [{\"id\": \"am\", \"date\": \"" date "\", \"start\": "          \
    "\"09:00\",\n"                                                                 \
    "  \"end\": \"10:00\", \"meeting_minutes\": 20}],\n"

void event_folder_put(const char *name, const char *text);

/* Writes event.json, reads it into *event, and returns the findings as they are
 * printed: "" if there are none. */
const char *event_folder_read(struct arena *arena, const char *json,
                              struct event *event);

/* One change of a text and what is found then. */
struct event_change {
    const char *from, *to; /* from stands in the text, once */
    const char *findings;
};

/* Checks each of n changes of the same event; CHECK_CHANGES those of a table. */
void event_folder_check(const char *json, const struct event_change *change, int n);

#define CHECK_CHANGES(json, row)                                                   \
    event_folder_check((json), (row), sizeof(row) / sizeof *(row))

/* The text with the first `from` replaced. */
const char *event_folder_change(struct arena *arena, const char *text,
                                const char *from, const char *to);

#endif
