#ifndef MATCHDAY_MODEL_VERIFY_PARTS_H
#define MATCHDAY_MODEL_VERIFY_PARTS_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/bits.h"
#include "scheduler/model/verify.h"

/* The parts of verify_schedule(). Rules are judged from the event itself: of
 * eligibility only counts which requests make a meeting, what meetings are
 * worth, which ones are possible and which slots their order leaves. */

struct judge {
    struct arena *arena; /* working space */
    const struct event *event;
    const struct eligibility *elig;
    const struct schedule *schedule, *previous; /* previous may be NULL */
    const char *file;
    struct findings *findings;
    int *entry;           /* of the model's meeting: in schedule->meeting, or -1 */
    int *meeting_of_lock; /* or -1 */
    uint64_t *free;       /* participant p: set of slots, at p * slot_words */
};

/* Fills in a judge without a schedule before and a file, and without `free`, which
 * verify_reasons() alone needs. */
void judge_init(struct judge *judge, struct arena *arena, const struct event *event,
                const struct eligibility *elig, const struct schedule *schedule,
                struct findings *findings);

/* The same judge for another schedule of the event. */
void judge_turn_to(struct judge *judge, struct arena *arena,
                   const struct schedule *schedule, struct findings *findings);

/* Adds an error about the meeting, request or level that field names (or NULL). */
void judge_fault(const struct judge *judge, const char *field, const char *format,
                 ...) __attribute__((format(printf, 3, 4)));

/* verify_rules.c: rules about one meeting, whatever else is scheduled. Obstacles
 * are NULL where there is none, else the rest of a sentence that begins with whom
 * or what they are about. */
const char *obstacle_of_participant(const struct event *event, int p, int s);
const char *obstacle_of_time(const struct judge *judge, int m, int s);
const char *obstacle_of_room(const struct judge *judge, int m, int r, int s);
const char *obstacle_of_interpreter(const struct judge *judge, int m, int i, int s);

bool rule_request_counts(const struct event *event, int q);
bool rule_needs_interpreter(const struct event *event,
                            const struct meeting *meeting);

/* The meeting of the lock's participants and topic, or -1. */
int rule_meeting_of_lock(const struct eligibility *elig, const struct lock *lock);

/* Why nobody may hold the meeting at all. */
bool rule_is_declined(const struct judge *judge, int m);
bool rule_have_met(const struct judge *judge, int m);
bool rule_is_locked_out(const struct judge *judge, int m);

/* What verify_schedule() judges, one part after the other. */
void verify_slots(const struct judge *judge);
void verify_meetings(const struct judge *judge);
void verify_together(const struct judge *judge); /* the two below, and locks */
void verify_diaries(const struct judge *judge);
void verify_order(const struct judge *judge);
void verify_attendees(const struct judge *judge);
void verify_lists(const struct judge *judge);
void verify_reasons(const struct judge *judge);
void verify_history(const struct judge *judge);
void verify_levels(const struct judge *judge);

#endif
