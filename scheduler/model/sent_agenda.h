#ifndef MATCHDAY_MODEL_SENT_AGENDA_H
#define MATCHDAY_MODEL_SENT_AGENDA_H

#include <stdbool.h>

#include "scheduler/base/arena.h"
#include "scheduler/model/event.h"
#include "scheduler/model/schedule.h"
#include "scheduler/model/told.h"

/* Agenda items are in people's calendars, too: what they were sent of them is kept,
 * so that a change goes one number up and what is taken out is called off.
 *
 * Of participant p or interpreter i the other one is -1; both are for the organiser,
 * whom everything is for. */

/* True if the item is for them; nothing is for a participant who does not come. */
bool agenda_is_for(const struct event *event, const struct agenda_item *item, int p,
                   int i);

/* What was last sent of the item with this id, or NULL. */
const struct sent_item *sent_item_find(const struct schedule *schedule,
                                       const char *id);

/* What they were sent: never anything, the item, or at last that it is off. */
enum sent_state sent_item_state(const struct event *event,
                                const struct sent_item *sent, int p, int i);

/* True if the item is when it was sent; or also called so, with the same link: what
 * is not known of that is as it was. sent may be NULL: never. */
bool sent_item_is_when(const struct sent_item *sent,
                       const struct agenda_item *item);
bool sent_item_is_same(const struct sent_item *sent,
                       const struct agenda_item *item);

/* The number that the item's calendar entry has now; item NULL: for those for whom
 * it is off. Where somebody comes back who was told that, it goes beyond. */
int sent_item_sequence(const struct event *event, const struct sent_item *sent,
                       const struct agenda_item *item);

/* Items by number: those of the event, and behind them what was sent and may be gone. */
int agenda_n_numbers(const struct event *event, const struct schedule *schedule);

/* The event's item with that number, or NULL for one that is gone; and what was last
 * sent of it, or NULL. */
const struct agenda_item *agenda_item_at(const struct event *event, int number);
const struct sent_item *agenda_sent_at(const struct event *event,
                                       const struct schedule *schedule, int number);

/* What the item with that number is to them, beside what they were sent. */
enum item_news {
    ITEM_NO_NEWS,
    ITEM_CANCELLED, /* gone, or for them no more */
    ITEM_MOVED,
    ITEM_DETAILS, /* another title or link */
    ITEM_NEW,
};
enum item_news agenda_news(const struct event *event,
                           const struct schedule *schedule, int number, int p,
                           int i);

/* Records the present agenda as sent, and what is not in it any more as called off;
 * told_publish() does that for meetings. Whoever never had an item and was not
 * reached has it to be told still. In arena. */
void schedule_publish_agenda(struct arena *arena, const struct event *event,
                             struct schedule *schedule,
                             const struct unreached *unreached);

#endif
