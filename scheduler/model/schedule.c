#include "scheduler/model/schedule.h"

#include <stdlib.h>
#include <string.h>

static const char *const reason_names[N_REASONS] = {
    [REASON_NOT_ACCEPTED] = "not_accepted",
    [REASON_DECLINED] = "declined",
    [REASON_WITHDRAWN] = "withdrawn",
    [REASON_PARTICIPANT_CANCELLED] = "participant_cancelled",
    [REASON_MET_BEFORE] = "met_before",
    [REASON_FORBIDDEN] = "forbidden",
    [REASON_NO_COMMON_SLOT] = "no_common_slot",
    [REASON_NO_SUITABLE_ROOM] = "no_suitable_room",
    [REASON_NO_INTERPRETER] = "no_interpreter",
    [REASON_PREDECESSOR] = "predecessor",
    [REASON_PARTICIPANT_FULL] = "participant_full",
    [REASON_ROOMS_FULL] = "rooms_full",
    [REASON_INTERPRETERS_FULL] = "interpreters_full",
    [REASON_OUTRANKED] = "outranked",
    [REASON_NOT_PROVEN] = "not_proven",
};

const char *reason_name(enum reason reason)
{
    return reason_names[reason];
}

enum reason reason_find(const char *name)
{
    int k = 0;
    while (k < N_REASONS && strcmp(reason_names[k], name) != 0) {
        k++;
    }
    return (enum reason)k;
}

/* The first meeting whose first participant is p or a later one. */
static int first_meeting_from(const struct eligibility *elig, int p)
{
    int low = 0, high = elig->n_meetings;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (elig->meeting[middle].participant[0] < p) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The meeting of these ids, in any order, in the present event, or -1. */
static int find_meeting(const struct event *event, const struct eligibility *elig,
                        const struct strings *ids, const char *topic)
{
    int first = event->n_participants;
    for (int k = 0; k < ids->n; k++) {
        int p = event_find_participant(event, ids->text[k]);
        first = p >= 0 && p < first ? p : first;
    }
    for (int m = first_meeting_from(elig, first);
         m < elig->n_meetings && elig->meeting[m].participant[0] == first; m++) {
        if (strcmp(elig->meeting[m].topic, topic) == 0 &&
            eligibility_is_of(event, &elig->meeting[m], ids)) {
            return m;
        }
    }
    return -1;
}

static void bind_meeting(struct schedule_meeting *meeting,
                         const struct event *event, const struct eligibility *elig)
{
    meeting->m =
        find_meeting(event, elig, &meeting->participant_ids, meeting->topic);
    meeting->s = event_find_slot(event, meeting->slot_id);
    meeting->r = event_find_room(event, meeting->room_id);
    meeting->i = meeting->interpreter_id[0] != '\0'
                     ? event_find_interpreter(event, meeting->interpreter_id)
                     : -1;
    for (int k = 0; k < meeting->n_attendance; k++) {
        meeting->attendance[k].p =
            event_find_participant(event, meeting->attendance[k].participant_id);
    }
}

void schedule_bind(struct schedule *schedule, const struct event *event,
                   const struct eligibility *elig)
{
    for (int k = 0; k < schedule->n_meetings; k++) {
        bind_meeting(&schedule->meeting[k], event, elig);
    }
    for (int k = 0; k < schedule->n_cancelled; k++) {
        bind_meeting(&schedule->cancelled[k], event, elig);
    }
    for (int k = 0; k < schedule->n_unscheduled; k++) {
        struct unscheduled *entry = &schedule->unscheduled[k];
        entry->m = find_meeting(event, elig, &entry->participant_ids, entry->topic);
    }
}

const struct schedule_meeting *schedule_entry(const struct schedule *schedule,
                                              int k)
{
    return k < schedule->n_meetings
               ? &schedule->meeting[k]
               : &schedule->cancelled[k - schedule->n_meetings];
}

const struct schedule_meeting *schedule_any_entry(const struct schedule *schedule,
                                                  int k, bool *cancelled)
{
    *cancelled = k >= schedule->n_meetings;
    return schedule_entry(schedule, k);
}

bool schedule_is_same_meeting(const struct schedule_meeting *a,
                              const struct schedule_meeting *b)
{
    if (a->participant_ids.n != b->participant_ids.n ||
        strcmp(a->topic, b->topic) != 0) {
        return false;
    }
    for (int k = 0; k < a->participant_ids.n; k++) {
        if (strcmp(a->participant_ids.text[k], b->participant_ids.text[k]) != 0) {
            return false;
        }
    }
    return true;
}

static bool is_numbered(const char *id)
{
    return id[0] == 'm' && id[1] != '\0' &&
           id[1 + strspn(id + 1, "0123456789")] == '\0';
}

int schedule_compare_ids(const char *a, const char *b)
{
    size_t n_a = strlen(a), n_b = strlen(b);
    if (n_a != n_b && is_numbered(a) && is_numbered(b)) {
        return n_a < n_b ? -1 : 1; /* numbers have at least four digits */
    }
    return strcmp(a, b);
}

bool schedule_is_when_sent(const struct schedule_meeting *meeting)
{
    const struct sent *sent = &meeting->sent;
    return sent->state == SENT_CONFIRMED && meeting->start_s == sent->start_s &&
           meeting->end_s == sent->end_s;
}

bool schedule_is_as_sent(const struct schedule_meeting *meeting, bool cancelled)
{
    const struct sent *sent = &meeting->sent;
    if (sent->state == SENT_NEVER) {
        return false;
    }
    if (cancelled || sent->state == SENT_CANCELLED) {
        return cancelled && sent->state == SENT_CANCELLED;
    }
    return schedule_is_when_sent(meeting) &&
           strcmp(meeting->room_id, sent->room_id) == 0 &&
           strcmp(meeting->interpreter_id, sent->interpreter_id) == 0;
}

static void sort(void *item, int n, size_t size,
                 int (*compare)(const void *, const void *))
{
    if (n > 1) {
        qsort(item, (size_t)n, size, compare);
    }
}

static int compare_ints(const void *a, const void *b)
{
    const int *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static int compare_attendances(const void *a, const void *b)
{
    const struct attendance *x = a, *y = b;
    return strcmp(x->participant_id, y->participant_id);
}

static int compare_meetings(const void *a, const void *b)
{
    const struct schedule_meeting *x = a, *y = b;
    if (x->start_s != y->start_s) {
        return x->start_s < y->start_s ? -1 : 1;
    }
    int order = strcmp(x->room_id, y->room_id);
    return order != 0 ? order : schedule_compare_ids(x->id, y->id);
}

static int compare_cancelled(const void *a, const void *b)
{
    const struct schedule_meeting *x = a, *y = b;
    return schedule_compare_ids(x->id, y->id);
}

static int compare_unscheduled(const void *a, const void *b)
{
    const struct unscheduled *x = a, *y = b;
    const char *p = x->request_ids.n > 0 ? x->request_ids.text[0] : "";
    const char *q = y->request_ids.n > 0 ? y->request_ids.text[0] : "";
    return strcmp(p, q);
}

static int compare_slots(const void *a, const void *b)
{
    const struct slot *x = a, *y = b;
    return x->start_s != y->start_s ? (x->start_s < y->start_s ? -1 : 1)
                                    : strcmp(x->id, y->id);
}

static int compare_items(const void *a, const void *b)
{
    const struct sent_item *x = a, *y = b;
    return strcmp(x->id, y->id);
}

int addressee_compare(const void *a, const void *b)
{
    const struct addressee *x = a, *y = b;
    return x->is_interpreter != y->is_interpreter
               ? x->is_interpreter - y->is_interpreter
               : strcmp(x->id, y->id);
}

static int compare_told(const void *a, const void *b)
{
    const struct told_person *x = a, *y = b;
    int order = strcmp(x->participant_id, y->participant_id);
    return order != 0 ? order : strcmp(x->who, y->who);
}

static void sort_within(struct schedule_meeting *meeting)
{
    sort(meeting->told.person, meeting->told.n_persons, sizeof(struct told_person),
         compare_told);
    strings_sort(&meeting->participant_ids);
    strings_sort(&meeting->request_ids);
    for (int k = 0; k < meeting->n_attendance; k++) {
        sort(meeting->attendance[k].contact, meeting->attendance[k].n_contacts,
             sizeof(int), compare_ints);
    }
    sort(meeting->attendance, meeting->n_attendance, sizeof *meeting->attendance,
         compare_attendances);
}

void schedule_sort(struct schedule *schedule)
{
    for (int k = 0; k < schedule->n_meetings; k++) {
        sort_within(&schedule->meeting[k]);
    }
    for (int k = 0; k < schedule->n_cancelled; k++) {
        sort_within(&schedule->cancelled[k]);
    }
    for (int k = 0; k < schedule->n_unscheduled; k++) {
        strings_sort(&schedule->unscheduled[k].request_ids);
        strings_sort(&schedule->unscheduled[k].participant_ids);
    }
    for (int k = 0; k < schedule->n_sent_items; k++) {
        strings_sort(&schedule->sent_item[k].audience_ids);
        strings_sort(&schedule->sent_item[k].told_off);
    }
    sort(schedule->slot, schedule->n_slots, sizeof *schedule->slot, compare_slots);
    sort(schedule->meeting, schedule->n_meetings, sizeof *schedule->meeting,
         compare_meetings);
    sort(schedule->cancelled, schedule->n_cancelled, sizeof *schedule->cancelled,
         compare_cancelled);
    sort(schedule->unscheduled, schedule->n_unscheduled,
         sizeof *schedule->unscheduled, compare_unscheduled);
    sort(schedule->sent_item, schedule->n_sent_items, sizeof *schedule->sent_item,
         compare_items);
    for (int k = 0; k < schedule->n_addressees; k++) {
        struct addressee *addressee = &schedule->addressee[k];
        strings_sort(&addressee->pairs);
        sort(addressee->contact, addressee->n_contacts, sizeof *addressee->contact,
             contact_compare);
    }
    sort(schedule->addressee, schedule->n_addressees, sizeof *schedule->addressee,
         addressee_compare);
}

bool schedule_is_as_before(const struct schedule_meeting *a,
                           const struct schedule_meeting *b)
{
    return strcmp(a->uid, b->uid) == 0 && strcmp(a->slot_id, b->slot_id) == 0 &&
           strcmp(a->room_id, b->room_id) == 0 &&
           strcmp(a->interpreter_id, b->interpreter_id) == 0 &&
           a->start_s == b->start_s && a->end_s == b->end_s;
}

void schedule_freeze(struct schedule *schedule, const struct schedule *previous,
                     int64_t before_s)
{
    schedule->frozen_before_s = before_s;
    for (int k = 0; k < schedule->n_meetings; k++) {
        struct schedule_meeting *meeting = &schedule->meeting[k];
        meeting->frozen = false;
        for (int i = 0; i < previous->n_meetings && meeting->start_s < before_s;
             i++) {
            meeting->frozen |=
                schedule_is_as_before(meeting, &previous->meeting[i]);
        }
    }
}

int64_t schedule_frozen_before(const struct schedule *schedule)
{
    int64_t last_s = 0, next_s = INT64_MAX, end_s = 0;
    for (int k = 0; k < schedule->n_meetings; k++) {
        const struct schedule_meeting *meeting = &schedule->meeting[k];
        if (meeting->frozen && meeting->start_s >= last_s) {
            last_s = meeting->start_s;
            end_s = meeting->end_s;
        }
    }
    if (schedule->frozen_before_s > 0 || last_s == 0) {
        return schedule->frozen_before_s;
    }
    for (int s = 0; s < schedule->n_slots; s++) {
        int64_t start_s = schedule->slot[s].start_s;
        next_s = start_s > last_s && start_s < next_s ? start_s : next_s;
    }
    return next_s < INT64_MAX ? next_s : end_s;
}

static void record_confirmed(struct schedule_meeting *meeting)
{
    meeting->sent = (struct sent){
        .state = SENT_CONFIRMED,
        .slot_id = meeting->slot_id,
        .room_id = meeting->room_id,
        .interpreter_id = meeting->interpreter_id,
        .start_s = meeting->start_s,
        .end_s = meeting->end_s,
        .sequence = meeting->sequence,
    };
}

/* What is cancelled is the meeting as it was sent, whatever drafts made of it. */
static void record_cancelled(struct schedule_meeting *meeting)
{
    meeting->sent.state = SENT_CANCELLED;
    meeting->sent.sequence = meeting->sequence;
}

void schedule_publish(struct schedule *schedule)
{
    for (int k = 0; k < schedule->n_meetings; k++) {
        record_confirmed(&schedule->meeting[k]);
    }
    for (int k = 0; k < schedule->n_cancelled; k++) {
        record_cancelled(&schedule->cancelled[k]);
    }
}
