#include "scheduler/model/eligibility.h"

#include <string.h>

#include "scheduler/model/eligibility_parts.h"

/* Lists of indices element by element, then topics: the order of meetings. */
static int compare_key(const struct meeting *meeting, const int *participant,
                       int n_participants, const char *topic)
{
    for (int k = 0; k < meeting->n_participants && k < n_participants; k++) {
        if (meeting->participant[k] != participant[k]) {
            return meeting->participant[k] < participant[k] ? -1 : 1;
        }
    }
    if (meeting->n_participants != n_participants) {
        return meeting->n_participants < n_participants ? -1 : 1;
    }
    return strcmp(meeting->topic, topic);
}

int eligibility_find_meeting(const struct eligibility *elig, const int *participant,
                             int n_participants, const char *topic)
{
    int low = 0, high = elig->n_meetings;
    while (low < high) {
        int middle = low + (high - low) / 2;
        int order =
            compare_key(&elig->meeting[middle], participant, n_participants, topic);
        if (order == 0) {
            return middle;
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return -1;
}

bool eligibility_time_suits(const struct event *event, const struct eligibility *elig,
                            int m, int s)
{
    const struct meeting *meeting = &elig->meeting[m];
    const struct slot *slot = &event->slot[s];
    if ((meeting->earliest_s != NO_TIME && slot->start_s < meeting->earliest_s) ||
        (meeting->latest_s != NO_TIME && slot->end_s > meeting->latest_s) ||
        slot->end_s - slot->start_s < (int64_t)meeting->minutes * 60 ||
        (meeting->locked_slot >= 0 && meeting->locked_slot != s)) {
        return false;
    }
    for (int k = 0; k < meeting->n_locks; k++) {
        const struct lock *lock = &event->lock[meeting->lock[k]];
        if (lock->kind == LOCK_FORBID && lock->slot == s && lock->room < 0) {
            return false;
        }
    }
    return true;
}

static bool suits(const struct event *event, const struct eligibility *elig, int m,
                  int s)
{
    const struct meeting *meeting = &elig->meeting[m];
    int64_t at = (int64_t)m * elig->n_slots + s;
    for (int k = 0; k < meeting->n_participants; k++) {
        if (!eligibility_is_free(elig, meeting->participant[k], s)) {
            return false;
        }
    }
    return eligibility_time_suits(event, elig, m, s) &&
           bits_count(set_family_at(&elig->rooms, elig->room_set[at]),
                      elig->rooms.n_words) > 0 &&
           (elig->interpreter_set[at] < 0 ||
            bits_count(set_family_at(&elig->interpreters, elig->interpreter_set[at]),
                       elig->interpreters.n_words) > 0);
}

void eligibility_add_suitable(struct arena *arena, const struct event *event,
                              struct eligibility *elig)
{
    elig->suitable =
        arena_new(arena, (int64_t)elig->n_meetings * elig->slot_words, uint64_t);
    for (int m = 0; m < elig->n_meetings; m++) {
        struct meeting *meeting = &elig->meeting[m];
        uint64_t *slots = elig->suitable + (int64_t)m * elig->slot_words;
        for (int s = 0; s < elig->n_slots; s++) {
            if (suits(event, elig, m, s)) {
                bits_add(slots, s);
            }
        }
        meeting->possible = meeting->n_counting > 0 &&
                            meeting->forbidden == FORBIDDEN_NOT &&
                            bits_count(slots, elig->slot_words) > 0;
    }
}

void eligibility_build(struct arena *arena, const struct event *event,
                       struct eligibility *elig, struct findings *findings)
{
    *elig = (struct eligibility){
        .n_slots = event->n_slots,
        .slot_words = bits_words(event->n_slots),
    };
    eligibility_add_people(arena, event, elig);
    eligibility_add_meetings(arena, event, elig, findings);
    eligibility_add_locks(event, elig, findings);
    eligibility_add_places(arena, event, elig);
    eligibility_add_suitable(arena, event, elig);
    eligibility_judge_locks(event, elig, findings);
    eligibility_judge_people(event, elig, findings);
}

bool eligibility_room_fits(const struct eligibility *elig, int m, int r, int s)
{
    int set = elig->room_set[(int64_t)m * elig->n_slots + s];
    return set >= 0 && bits_has(set_family_at(&elig->rooms, set), r);
}

bool eligibility_interpreter_fits(const struct eligibility *elig, int m, int i, int s)
{
    int set = elig->interpreter_set[(int64_t)m * elig->n_slots + s];
    return set >= 0 && bits_has(set_family_at(&elig->interpreters, set), i);
}
