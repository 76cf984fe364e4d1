/* Which contacts attend, where a participant holds several meetings at a time
 * and has several people for them. */

#include "scheduler/model/verify_parts.h"

#include <string.h>

#include "scheduler/model/told.h"

struct team {  /* of one participant, while slots are gone through */
    int *slot; /* of contact c + 1: the last slot with a meeting, or -1 */
    int *load; /* of contact c + 1 */
    int n;
};

static bool has_team(const struct participant *who)
{
    return who->parallel > 1 && who->n_contacts > 1;
}

static const struct attendance *
find_attendance(const struct schedule_meeting *entry, const char *participant_id)
{
    for (int k = 0; k < entry->n_attendance; k++) {
        if (strcmp(entry->attendance[k].participant_id, participant_id) == 0) {
            return &entry->attendance[k];
        }
    }
    return NULL;
}

static void verify_presence(const struct judge *judge,
                            const struct schedule_meeting *entry)
{
    for (int k = 0; k < entry->participant_ids.n; k++) {
        const char *id = entry->participant_ids.text[k];
        int p = event_find_participant(judge->event, id);
        if (p >= 0 && has_team(&judge->event->participant[p]) &&
            !find_attendance(entry, id)) {
            judge_fault(
                judge, entry->id,
                "nothing tells which contacts of '%s' attend; expected their "
                "numbers, as it holds several meetings at a time",
                id);
        }
    }
    for (int k = 0; k < entry->n_attendance; k++) {
        const struct attendance *attendance = &entry->attendance[k];
        const char *id = attendance->participant_id;
        if (!strings_has(&entry->participant_ids, id)) {
            judge_fault(judge, entry->id,
                        "contacts of '%s' attend, who is no participant of this "
                        "meeting; expected attendees of its participants",
                        id);
        } else if (find_attendance(entry, id) != attendance) {
            judge_fault(judge, entry->id,
                        "the attendees of '%s' stand twice; expected them once",
                        id);
        } else if (attendance->p >= 0 &&
                   !has_team(&judge->event->participant[attendance->p])) {
            judge_fault(judge, entry->id,
                        "attendees of '%s' are chosen; expected none, as all its "
                        "contacts attend",
                        id);
        }
    }
}

/* How many meetings the participant has in the slot of this one. */
static int n_at_the_time(const struct judge *judge,
                         const struct schedule_meeting *entry,
                         const char *participant_id)
{
    int n = 0;
    for (int k = 0; k < judge->schedule->n_meetings; k++) {
        const struct schedule_meeting *other = &judge->schedule->meeting[k];
        n += other->s == entry->s &&
             strings_has(&other->participant_ids, participant_id);
    }
    return n;
}

static void attend(const struct judge *judge, const struct schedule_meeting *entry,
                   const struct attendance *attendance, struct team *team)
{
    const char *id = attendance->participant_id;
    if (attendance->n_contacts == 0 && n_at_the_time(judge, entry, id) <= team->n) {
        judge_fault(judge, entry->id,
                    "no contact of '%s' attends; expected at least one", id);
    }
    for (int k = 0; k < attendance->n_contacts; k++) {
        int number = attendance->contact[k];
        if (number < 1 || number > team->n) {
            judge_fault(judge, entry->id,
                        "contact %d of '%s' attends; expected numbers from 1 to %d",
                        number, id, team->n);
            continue;
        }
        if (k > 0 && number <= attendance->contact[k - 1]) {
            judge_fault(judge, entry->id,
                        "the attendees of '%s' are not in order; expected rising "
                        "numbers",
                        id);
            continue;
        }
        if (team->slot[number - 1] == entry->s) {
            judge_fault(
                judge, entry->id,
                "contact %d of '%s' is in two meetings in slot '%s'; expected "
                "one at a time",
                number, id, entry->slot_id);
        }
        team->slot[number - 1] = entry->s;
        team->load[number - 1]++;
    }
}

static bool was_told(const struct schedule_meeting *entry,
                     const struct participant *who, int c)
{
    const struct told_person *last =
        told_find(entry, who->id, told_contact_key(&who->contact[c]));
    return entry->sent.state == SENT_CONFIRMED && last && !last->off;
}

/* The contact with the fewest meetings of those who have none in slot s, or -1. */
static int find_idle(const struct judge *judge, const struct participant *who,
                     const struct team *team, int s)
{
    bool *is_busy = arena_new(judge->arena, team->n, bool);
    int least = -1;
    for (int k = 0; k < judge->schedule->n_meetings; k++) {
        const struct schedule_meeting *entry = &judge->schedule->meeting[k];
        const struct attendance *attendance =
            entry->s == s ? find_attendance(entry, who->id) : NULL;
        for (int j = 0; attendance && j < attendance->n_contacts; j++) {
            int number = attendance->contact[j];
            if (number >= 1 && number <= team->n) {
                is_busy[number - 1] = true;
            }
        }
    }
    for (int c = 0; c < team->n; c++) {
        if (!is_busy[c] && (least < 0 || team->load[c] < team->load[least])) {
            least = c;
        }
    }
    return least;
}

/* Loads may differ by more than one only where just those who were told to come
 * could give a meeting away. */
static void verify_loads(const struct judge *judge, const struct participant *who,
                         const struct team *team)
{
    for (int k = 0; k < judge->schedule->n_meetings; k++) {
        const struct schedule_meeting *entry = &judge->schedule->meeting[k];
        const struct attendance *attendance = find_attendance(entry, who->id);
        int least = attendance ? find_idle(judge, who, team, entry->s) : -1;
        for (int j = 0; least >= 0 && j < attendance->n_contacts; j++) {
            int number = attendance->contact[j];
            if (number >= 1 && number <= team->n &&
                team->load[number - 1] > team->load[least] + 1 &&
                !was_told(entry, who, number - 1)) {
                judge_fault(
                    judge, who->id,
                    "contact %d attends %d meetings and contact %d only %d; "
                    "expected numbers that differ by at most one",
                    number, team->load[number - 1], least + 1, team->load[least]);
                return;
            }
        }
    }
}

static void verify_team(const struct judge *judge, const struct participant *who)
{
    struct team team = {
        .slot = arena_new(judge->arena, who->n_contacts, int),
        .load = arena_new(judge->arena, who->n_contacts, int),
        .n = who->n_contacts,
    };
    memset(team.slot, -1, (size_t)team.n * sizeof *team.slot);
    for (int s = 0; s < judge->event->n_slots; s++) {
        for (int k = 0; k < judge->schedule->n_meetings; k++) {
            const struct schedule_meeting *entry = &judge->schedule->meeting[k];
            const struct attendance *attendance =
                entry->s == s ? find_attendance(entry, who->id) : NULL;
            if (attendance) {
                attend(judge, entry, attendance, &team);
            }
        }
    }
    verify_loads(judge, who, &team);
}

void verify_attendees(const struct judge *judge)
{
    for (int k = 0; k < judge->schedule->n_meetings; k++) {
        verify_presence(judge, &judge->schedule->meeting[k]);
    }
    for (int p = 0; p < judge->event->n_participants; p++) {
        if (has_team(&judge->event->participant[p])) {
            verify_team(judge, &judge->event->participant[p]);
        }
    }
}
