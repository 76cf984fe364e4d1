#ifndef MATCHDAY_TESTS_SUPPORT_TINY_EVENT_H
#define MATCHDAY_TESTS_SUPPORT_TINY_EVENT_H

#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/model/eligibility.h"
#include "scheduler/model/event.h"

/* Events made by hand. struct event is open, so there are functions only for
 * what takes memory; everything else is set in place:
 *
 *     struct event *event = tiny_event(&arena, "abc", 4, 2);
 *     int q = tiny_request(&arena, event, "ab");
 *     event->request[q].rank = 1;
 *     event->participant[tiny_who("c")].max_meetings = 2;
 *     struct eligibility *elig = tiny_eligibility(&arena, event);
 *
 * The day is 2021-05-18; times are "HH:MM" in UTC. Lists hold up to TINY_MOST
 * and stay sorted by id if things are added in the order of their names. What
 * people write has a place: "tiny.json", line q + 1, "requests[q]". */

enum { TINY_MOST = 99 };

/* One participant per letter ("abc": rising letters), each in UTC, speaking
 * English, with one contact a@example.org; n_slots slots s-01, s-02, ... of 20
 * minutes without change-overs from 09:00 on, unless 0; n_rooms rooms R01, R02,
 * ... without limits. Rules, weights and objective are the format's defaults:
 * social hours end at 21:00 and cost something after 18:00. */
struct event *tiny_event(struct arena *arena, const char *people, int n_slots,
                         int n_rooms);

/* The index of the participant with that letter. */
int tiny_who(const char *letter);

/* 2021-05-18 at that time. */
int64_t tiny_time(const char *clock);

/* "en ja" as two words. */
struct strings tiny_words(struct arena *arena, const char *words);

/* Adds a session of n_slots slots of 20 minutes, later than those before, and
 * cuts all slots anew. Returns its index. */
int tiny_session(struct arena *arena, struct event *event, const char *id,
                 const char *start, int n_slots);

/* Adds a window at the end: call in the order of time. */
void tiny_window(struct arena *arena, struct windows *windows, const char *start,
                 const char *end);

/* Adds r01, r02, ...: an accepted request of the first letter to the second, with
 * the others too. Returns its index. */
int tiny_request(struct arena *arena, struct event *event, const char *letters);

/* Says that request q has to come after request earlier. Call with rising
 * earlier. */
void tiny_after(struct arena *arena, struct event *event, int q, int earlier);

/* Adds a lock about request q; s and r may be -1. Returns its index. */
int tiny_lock(struct arena *arena, struct event *event, enum lock_kind kind, int q,
              int s, int r);

/* Adds a pair that has met before: "ab". */
void tiny_met(struct event *event, const char *letters);

/* Adds an agenda item for all ("") or for the participants of these letters. */
int tiny_agenda(struct arena *arena, struct event *event, const char *start,
                const char *end, const char *letters);

/* Adds I01, I02, ..., an interpreter of the pairs "en-ja fr-ja"; the event has a
 * list of interpreters from then on. Returns its index. */
int tiny_interpreter(struct arena *arena, struct event *event, const char *pairs);

/* Gives a participant n contacts a1@example.org, ... and as many people. */
void tiny_contacts(struct arena *arena, struct event *event, const char *letter,
                   int n);

void tiny_zone(struct arena *arena, struct event *event, const char *letter,
               const char *zone);

/* Builds eligibility in arena; errors are printed and end the test at once. */
struct eligibility *tiny_eligibility(struct arena *arena,
                                     const struct event *event);

#endif
