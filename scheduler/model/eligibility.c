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

static bool is_forbidden_slot(const struct event *event,
                              const struct meeting *meeting, int s)
{
    for (int k = 0; k < meeting->n_locks; k++) {
        const struct lock *lock = &event->lock[meeting->lock[k]];
        if (lock->kind == LOCK_FORBID && lock->slot == s && lock->room < 0) {
            return true;
        }
    }
    return false;
}

bool eligibility_has_time_fault(const struct event *event,
                                const struct eligibility *elig, int m, int s,
                                enum time_fault fault)
{
    const struct meeting *meeting = &elig->meeting[m];
    const struct slot *slot = &event->slot[s];
    switch (fault) {
    case TIME_TOO_EARLY:
        return meeting->earliest_s != NO_TIME &&
               slot->start_s < meeting->earliest_s;
    case TIME_TOO_LATE:
        return meeting->latest_s != NO_TIME && slot->end_s > meeting->latest_s;
    case TIME_TOO_SHORT:
        return slot->end_s - slot->start_s < (int64_t)meeting->minutes * 60;
    case TIME_FORBIDDEN:
        return is_forbidden_slot(event, meeting, s);
    case TIME_LOCKED_ELSEWHERE:
        return meeting->locked_slot >= 0 && meeting->locked_slot != s;
    case N_TIME_FAULTS:
        break;
    }
    return false;
}

bool eligibility_time_suits(const struct event *event,
                            const struct eligibility *elig, int m, int s)
{
    for (int fault = 0; fault < N_TIME_FAULTS; fault++) {
        if (eligibility_has_time_fault(event, elig, m, s, (enum time_fault)fault)) {
            return false;
        }
    }
    return true;
}

static bool is_empty(const struct set_family *family, int set)
{
    return bits_next(set_family_at(family, set), family->n_members, 0) < 0;
}

bool eligibility_has_room(const struct eligibility *elig, int m, int s)
{
    return !is_empty(&elig->rooms, elig->room_set[(int64_t)m * elig->n_slots + s]);
}

bool eligibility_has_interpreter(const struct eligibility *elig, int m, int s)
{
    int set = elig->interpreter_set[(int64_t)m * elig->n_slots + s];
    return set < 0 || !is_empty(&elig->interpreters, set);
}

static bool everybody_is_free(const struct eligibility *elig, int m, int s)
{
    const struct meeting *meeting = &elig->meeting[m];
    for (int k = 0; k < meeting->n_participants; k++) {
        if (!eligibility_is_free(elig, meeting->participant[k], s)) {
            return false;
        }
    }
    return true;
}

static bool suits(const struct event *event, const struct eligibility *elig, int m,
                  int s)
{
    return everybody_is_free(elig, m, s) &&
           eligibility_time_suits(event, elig, m, s) &&
           eligibility_has_room(elig, m, s) &&
           eligibility_has_interpreter(elig, m, s);
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

int eligibility_first_slot(const struct eligibility *elig, int m)
{
    int s = bits_next(elig->suitable + (int64_t)m * elig->slot_words, elig->n_slots,
                      elig->meeting[m].earliest_slot);
    return s >= 0 ? s : elig->n_slots;
}

int eligibility_find_barred(const struct event *event,
                            const struct meeting *meeting)
{
    for (int k = 0; k < meeting->n_participants; k++) {
        if (event->participant[meeting->participant[k]].max_meetings == 0) {
            return meeting->participant[k];
        }
    }
    return -1;
}

int eligibility_slot_after(const struct event *event,
                           const struct eligibility *elig, int m)
{
    const struct meeting *meeting = &elig->meeting[m];
    if (!meeting->possible || eligibility_find_barred(event, meeting) >= 0) {
        return elig->n_slots;
    }
    int first = eligibility_first_slot(elig, m);
    return first < elig->n_slots ? first + 1 : first;
}

/* Goes on until nothing changes: chains in their order or not. Meetings that wait
 * for each other push each other on until no slot is left. */
void eligibility_add_order(const struct event *event, struct eligibility *elig)
{
    bool changed = true;
    while (changed) {
        changed = false;
        for (int m = 0; m < elig->n_meetings; m++) {
            struct meeting *meeting = &elig->meeting[m];
            for (int k = 0; k < meeting->n_after; k++) {
                int s = eligibility_slot_after(event, elig, meeting->after[k]);
                if (s > meeting->earliest_slot) {
                    meeting->earliest_slot = s;
                    changed = true;
                }
            }
        }
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
    eligibility_add_locks(arena, event, elig, findings);
    eligibility_add_places(arena, event, elig);
    eligibility_add_suitable(arena, event, elig);
    eligibility_add_order(event, elig);
    eligibility_judge_locks(event, elig, findings);
    eligibility_judge_people(event, elig, findings);
    eligibility_judge_means(event, elig, findings);
}

bool eligibility_has(const struct meeting *meeting, int p)
{
    for (int k = 0; k < meeting->n_participants; k++) {
        if (meeting->participant[k] == p) {
            return true;
        }
    }
    return false;
}

bool eligibility_is_of(const struct event *event, const struct meeting *meeting,
                       const struct strings *ids)
{
    for (int k = 0; k < meeting->n_participants; k++) {
        if (!strings_has(ids, event->participant[meeting->participant[k]].id)) {
            return false;
        }
    }
    return meeting->n_participants == ids->n;
}

bool eligibility_room_fits(const struct eligibility *elig, int m, int r, int s)
{
    int set = elig->room_set[(int64_t)m * elig->n_slots + s];
    return set >= 0 && r < elig->rooms.n_members &&
           bits_has(set_family_at(&elig->rooms, set), r);
}

bool eligibility_interpreter_fits(const struct eligibility *elig, int m, int i,
                                  int s)
{
    int set = elig->interpreter_set[(int64_t)m * elig->n_slots + s];
    return set >= 0 && i < elig->interpreters.n_members &&
           bits_has(set_family_at(&elig->interpreters, set), i);
}
