#ifndef MATCHDAY_MODEL_DIFF_H
#define MATCHDAY_MODEL_DIFF_H

#include <stdbool.h>
#include <stdint.h>

#include "scheduler/base/arena.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"

/* What has changed from one schedule of an event to another, meeting by meeting.
 * Meetings are the same if participants and topic are, whatever their ids. */

enum diff_kind { /* of several the first that is true */
                 DIFF_DROPPED,
                 DIFF_MOVED, /* other times, perhaps also another room or interpreter */
                 DIFF_PLACE, /* the same times in another room or with another interpreter */
                 DIFF_DETAILS, /* only to people: another link or name of the room, or confirmed */
                 DIFF_ATTENDANCE, /* only other contacts of a participant attend */
                 DIFF_ADDED,
                 DIFF_SAME,
                 N_DIFF_KINDS,
};

struct diff_side {
    bool is_held; /* all else is only set if it is */
    const char *slot_id, *room_id, *interpreter_id; /* interpreter "" = none */
    const char *room_name; /* under which people know it, where the event calls it
                              otherwise or knows it no more (told.h); else NULL */
    int64_t start_s, end_s;
    const struct attendance *attendance; /* n_attendance 0: everybody attends */
    int n_attendance;
};

struct diff_entry {
    enum diff_kind kind;
    struct diff_side before, now;
    bool room, interpreter, attendance; /* they differ between the two */
    bool details, link; /* so do other things that people were told */
    const struct schedule_meeting *meeting; /* of now, if it has it in a list */
    bool is_listed;                         /* it has */
};

struct diff {
    const struct event *event; /* of diff_told(); else NULL */
    const struct schedule
        *sent;                /* likewise: what people were sent of agenda items */
    struct diff_entry *entry; /* by kind, then time, then id */
    int n_entries;
    int n[N_DIFF_KINDS];
};

/* "dropped", "moved", ... */
const char *diff_kind_name(enum diff_kind kind);

/* From what one schedule plans to what the other one does. Both are bound to the
 * event and outlive the result, which is in arena. */
void diff_plans(struct arena *arena, const struct schedule *old,
                const struct schedule *now, struct diff *diff);

/* From what people were last sent, as the older schedule knows it, to what the
 * newer one plans: DIFF_ADDED is what they know nothing of, DIFF_DROPPED what they
 * expect and is off. What was called off and stays so is not in it. */
void diff_told(struct arena *arena, const struct event *event,
               const struct schedule *old, const struct schedule *now,
               struct diff *diff);

/* True if contact c of participant p (from 0) is to be at the meeting on that
 * side. */
bool diff_attends(const struct diff_side *side, int p, int c);

/* Somebody who must be told of an entry, or of an agenda item: a contact, or an
 * interpreter. */
struct diff_listener {
    int entry; /* -1: of an item */
    int item;  /* its number (sent_agenda.h), with the event and schedule of the
                  diff; -1: of an entry */
    int p, contact;  /* -1 for interpreters */
    int i;           /* -1 for contacts */
    const char *who; /* the key of a contact (told.h) whom the participant does not
                        have any more; else NULL */
    const char *participant_id; /* or the interpreter's */
    bool has_left;              /* the event itself */
    bool
        language; /* what they were sent was in another one; then, if nothing else is
                      news to them, kind is DIFF_DETAILS */
    enum diff_kind
        kind; /* to them: who need not go any more has it dropped, who goes
                            for the first time added; of items one of dropped, moved,
                            details and added */
};

struct diff_listeners {
    struct diff_listener *listener; /* contacts by participant and number, then
                                       interpreters, then those who have left; each
                                       by entry, then item */
    int n_listeners, capacity;
};

/* Who must be told what of a diff made by diff_told(): everybody who attends or
 * was to attend what has changed, or for whom an agenda item is or was; the event
 * knows them all (recall.h). Of agenda items those of a participant hear who have an
 * address, all if none has one. In arena. */
void diff_listeners(struct arena *arena, const struct event *event,
                    const struct diff *diff, struct diff_listeners *listeners);

/* The same of agenda items alone, beside what the schedule knows to have been sent.
 * In arena. */
void diff_item_listeners(struct arena *arena, const struct event *event,
                         const struct schedule *schedule,
                         struct diff_listeners *listeners);

/* The agenda items of listeners, which are those beside the schedule's, by what
 * becomes of them: new to all; changed, or for others now; taken out of the event. */
struct item_counts {
    int n_new, n_changed, n_gone;
};
struct item_counts diff_count_items(struct arena scratch, const struct event *event,
                                    const struct schedule *schedule,
                                    const struct diff_listeners *listeners);

/* How many people they are. */
int diff_count_persons(const struct diff_listeners *listeners);

/* The end of the run of listeners from k on that are the same person. */
int diff_end_of_person(const struct diff_listeners *listeners, int k);

#endif
