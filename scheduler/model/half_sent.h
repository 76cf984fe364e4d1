#ifndef MATCHDAY_MODEL_HALF_SENT_H
#define MATCHDAY_MODEL_HALF_SENT_H

#include "scheduler/base/arena.h"
#include "scheduler/model/schedule.h"

/* A sending that did not come to its end: some have a mail about the schedule, the
 * others have what they had before, or nothing. */

enum mail_fate { MAIL_NOT_TAKEN, MAIL_IN_DOUBT, MAIL_TAKEN };

/* One of its mails. */
struct planned_mail {
    const char *participant_id, *who; /* as told_person has them */
    const char *uid; /* of the meeting; NULL: an agenda, with all of theirs */
    const char *message_id;
    enum mail_fate fate;
};

struct half_sent {
    const char *name; /* that of schedule->sending */
    const struct schedule
        *after; /* the schedule as if everybody had been sent it */
    struct planned_mail *mail;
    int n_mails;
};

/* How many mails had that fate. */
int half_sent_count(const struct half_sent *half, enum mail_fate fate);

/* Records in the schedule what those have who were sent a mail of it; of all others
 * it knows what it knew. Whoever is in doubt counts as one who has an older state
 * (told_person.missed), so that they will be told whatever becomes of the meeting. Of
 * an agenda item that has changed the older state is kept until all have the newer
 * one. Sorts the mails. In arena; shares with half->after. */
void half_sent_record(struct arena *arena, struct schedule *schedule,
                      const struct half_sent *half);

#endif
