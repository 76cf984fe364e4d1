#ifndef MATCHDAY_MODEL_TOLD_H
#define MATCHDAY_MODEL_TOLD_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* Who has what in their calendar, and what they must be told.
 *
 * A meeting whose time, room and interpreter are as sent may still have another
 * link, be confirmed now, or be for other contacts. The schedule's sequence counts
 * against struct sent alone; the calendar entry's goes one up for these changes,
 * too, and 'publish' records it. What each person was sent last is kept with its
 * number, so that nobody is told what is no news to them, and their answers are
 * measured by what they have.
 *
 * Everywhere here `cancelled` is true of entries of schedule->cancelled. */

/* One whose server refused what was sent. */
struct unreached_person {
    const char *participant_id, *who; /* as told_person has them */
    const char *uid; /* of the meeting; NULL: all that they were to be told */
};

/* What a sending left out; zeroed: nothing and nobody. */
struct unreached {
    struct unreached_person *person;
    int n_persons;
    struct strings ids; /* participants and interpreters of whom it reached nobody,
                           sorted */
    bool agenda;        /* agenda items were not told at all */
};

/* Under what a contact is kept: the address, or the name. */
const char *told_contact_key(const struct contact *contact);

/* What a contact of that participant, or the interpreter (participant id ""), was
 * sent last, or NULL. */
const struct told_person *told_find(const struct schedule_meeting *meeting,
                                    const char *participant_id, const char *who);

/* True if there is news about the meeting: for participant p (i -1), the
 * interpreter i (p -1), or anybody (both -1). */
bool told_is_news(const struct event *event, const struct schedule_meeting *meeting,
                  bool cancelled, int p, int i);

/* The same for the contact of participant p with this key, who need not be in the
 * event any more. */
bool told_is_news_to(const struct event *event,
                     const struct schedule_meeting *meeting, bool cancelled, int p,
                     const char *who);

/* True if the contact of participant p with this key attends the meeting and was sent
 * it in another language than theirs is now. */
bool told_in_other_language(const struct event *event,
                            const struct schedule_meeting *meeting, int p,
                            const char *who);

/* True if somebody with this key attends the meeting for participant p. */
bool told_attends(const struct event *event, const struct schedule_meeting *meeting,
                  int p, const char *who);

/* True if time, room and interpreter are as sent, and all else that people were told
 * of the meeting itself. */
bool told_is_same(const struct event *event, const struct schedule_meeting *meeting,
                  bool cancelled);

/* Under which name people know that room of the meeting: "" for one that had none,
 * NULL where they were told of another room, or it is not recorded. */
const char *told_room_name(const struct schedule_meeting *meeting,
                           const char *room_id);

/* The number that the meeting's calendar entry has now. */
int told_sequence(const struct event *event, const struct schedule_meeting *meeting,
                  bool cancelled);

/* Records that everybody concerned was sent the present state, but for those who were
 * not reached: schedule_publish() and who was told. Whoever was not has to be told
 * still. In arena. */
void told_publish(struct arena *arena, const struct event *event,
                  struct schedule *schedule, const struct unreached *unreached);

#endif
