/* Slots are gone through in the order of time, and every participant carries
 * along where the last meeting was: whatever order the schedule lists its
 * meetings in, the numbers are the same. */

#include "scheduler/model/objective.h"

#include <string.h>

/* A participant's day so far. */
struct trail {
    int slot; /* of the last meeting, or -1 */
    int run;  /* neighbouring slots with meetings, up to that one */
    int r;    /* its room; of those that are gone none is told from another */
};

static int shortfall(const struct participant *who, const struct tally *tally)
{
    int promised =
        who->min_meetings < tally->possible ? who->min_meetings : tally->possible;
    return promised > tally->scheduled ? promised - tally->scheduled : 0;
}

/* One more meeting of a participant, in slot s or later than all before. */
static void follow(const struct event *event, const struct schedule_meeting *entry,
                   int parallel, struct trail *trail, struct tally *tally)
{
    int s = entry->s;
    bool same_session = trail->slot >= 0 &&
                        event->slot[trail->slot].session == event->slot[s].session;
    if (trail->slot != s) {
        tally->gaps += same_session && s > trail->slot + 1;
        trail->run = same_session && s == trail->slot + 1 ? trail->run + 1 : 1;
    }
    if (parallel == 1 && same_session && trail->r != entry->r) {
        tally->room_changes++;
    }
    if (trail->run > tally->longest_run) {
        tally->longest_run = trail->run;
    }
    trail->slot = s;
    trail->r = entry->r;
}

/* One more meeting of participant p, in all that is counted. */
static void count(const struct event *event, const struct eligibility *elig,
                  const struct schedule_meeting *entry, int p, struct trail *trail,
                  struct tally *tally)
{
    tally[p].scheduled++;
    tally[p].comfort_cost += eligibility_cost(elig, p, entry->s);
    follow(event, entry, event->participant[p].parallel, &trail[p], &tally[p]);
}

/* One that has begun and that nobody asks for any more counts as well. */
static void count_forgotten(const struct event *event,
                            const struct eligibility *elig,
                            const struct schedule_meeting *entry,
                            struct trail *trail, struct tally *tally)
{
    for (int k = 0; k < entry->participant_ids.n && entry->frozen; k++) {
        int p = event_find_participant(event, entry->participant_ids.text[k]);
        if (p >= 0) {
            count(event, elig, entry, p, trail, tally);
        }
    }
}

static void tally_slot(const struct event *event, const struct eligibility *elig,
                       const struct schedule *schedule, int s, struct trail *trail,
                       struct tally *tally)
{
    for (int k = 0; k < schedule->n_meetings; k++) {
        const struct schedule_meeting *entry = &schedule->meeting[k];
        if (entry->s != s) {
            continue;
        }
        if (entry->m < 0) {
            count_forgotten(event, elig, entry, trail, tally);
            continue;
        }
        const struct meeting *meeting = &elig->meeting[entry->m];
        for (int i = 0; i < meeting->n_participants; i++) {
            count(event, elig, entry, meeting->participant[i], trail, tally);
        }
    }
}

struct tally *objective_tally(struct arena *arena, const struct event *event,
                              const struct eligibility *elig,
                              const struct schedule *schedule)
{
    int n = event->n_participants;
    struct tally *tally = arena_new(arena, n, struct tally);
    struct arena scratch = *arena;
    struct trail *trail = arena_new(&scratch, n, struct trail);
    for (int p = 0; p < n; p++) {
        trail[p].slot = -1;
    }
    for (int m = 0; m < elig->n_meetings; m++) {
        const struct meeting *meeting = &elig->meeting[m];
        for (int k = 0; k < meeting->n_participants; k++) {
            tally[meeting->participant[k]].requested += meeting->n_counting > 0;
            tally[meeting->participant[k]].possible += meeting->possible;
        }
    }
    for (int s = 0; s < event->n_slots; s++) {
        tally_slot(event, elig, schedule, s, trail, tally);
    }
    for (int p = 0; p < n; p++) {
        tally[p].shortfall = shortfall(&event->participant[p], &tally[p]);
    }
    return tally;
}

/* What became of one meeting of the schedule before. */
static int change_cost(const struct schedule_meeting *old,
                       const struct schedule_meeting *now)
{
    enum { DROPPED = 100, OTHER_TIME = 10, OTHER_PLACE = 1 };
    if (!now) {
        return DROPPED;
    }
    if (old->start_s != now->start_s || old->end_s != now->end_s) {
        return OTHER_TIME;
    }
    bool same_place = strcmp(old->room_id, now->room_id) == 0 &&
                      strcmp(old->interpreter_id, now->interpreter_id) == 0;
    return same_place ? 0 : OTHER_PLACE;
}

static int64_t stability(struct arena scratch, const struct eligibility *elig,
                         const struct schedule *schedule,
                         const struct schedule *previous)
{
    const struct schedule_meeting **now =
        arena_new(&scratch, elig->n_meetings, const struct schedule_meeting *);
    for (int k = 0; k < schedule->n_meetings; k++) {
        if (schedule->meeting[k].m >= 0) {
            now[schedule->meeting[k].m] = &schedule->meeting[k];
        }
    }
    int64_t sum = 0;
    for (int k = 0; previous && k < previous->n_meetings; k++) {
        const struct schedule_meeting *old = &previous->meeting[k];
        if (old->m >= 0 && elig->meeting[old->m].possible) {
            sum += change_cost(old, now[old->m]);
        }
    }
    return sum;
}

static int64_t balance(int n_scheduled)
{
    int64_t sum = 0;
    for (int k = 1; k <= n_scheduled; k++) {
        sum += 1000 / k;
    }
    return sum;
}

void objective_values(struct arena scratch, const struct event *event,
                      const struct eligibility *elig,
                      const struct schedule *schedule,
                      const struct schedule *previous, int64_t value[N_LEVELS])
{
    const struct tally *tally = objective_tally(&scratch, event, elig, schedule);
    memset(value, 0, N_LEVELS * sizeof *value);
    for (int k = 0; k < schedule->n_meetings; k++) {
        const struct schedule_meeting *entry = &schedule->meeting[k];
        if (entry->m >= 0 && entry->s >= 0) {
            value[LEVEL_SERVED] += elig->meeting[entry->m].value;
        }
    }
    for (int p = 0; p < event->n_participants; p++) {
        value[LEVEL_GUARANTEE] += tally[p].shortfall;
        value[LEVEL_BALANCE] += balance(tally[p].scheduled);
        value[LEVEL_COMFORT] += tally[p].comfort_cost;
        if (tally[p].comfort_cost > value[LEVEL_BURDEN]) {
            value[LEVEL_BURDEN] = tally[p].comfort_cost;
        }
        value[LEVEL_COMPACTNESS] += tally[p].gaps;
        value[LEVEL_ROOMS] += tally[p].room_changes;
    }
    value[LEVEL_STABILITY] = stability(scratch, elig, schedule, previous);
}
