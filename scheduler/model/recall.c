#include "scheduler/model/recall.h"

#include <stdlib.h>
#include <string.h>

#include "scheduler/base/text.h"
#include "scheduler/model/told.h"

/* Ids that schedules name, without those that the event knows. */
struct ids {
    struct arena *arena;
    const char **id;
    int n, capacity;
};

static void add_id(struct ids *ids, const char *id, bool is_known)
{
    if (id[0] != '\0' && !is_known) {
        ids->id = arena_grow(ids->arena, ids->id, ids->n, &ids->capacity,
                             sizeof *ids->id);
        ids->id[ids->n++] = id;
    }
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sort_ids(struct ids *ids)
{
    int n = 0;
    if (ids->n > 0) {
        qsort(ids->id, (size_t)ids->n, sizeof *ids->id, compare_ids);
    }
    for (int k = 0; k < ids->n; k++) {
        if (n == 0 || strcmp(ids->id[n - 1], ids->id[k]) != 0) {
            ids->id[n++] = ids->id[k];
        }
    }
    ids->n = n;
}

/* Everybody whom a schedule names. */
struct named {
    const struct event *event;
    struct ids participant, interpreter;
};

static void name_participant(struct named *named, const char *id)
{
    add_id(&named->participant, id, event_find_participant(named->event, id) >= 0);
}

static void name_interpreter(struct named *named, const char *id)
{
    add_id(&named->interpreter, id, event_find_interpreter(named->event, id) >= 0);
}

static void name_people_of(struct named *named,
                           const struct schedule_meeting *meeting)
{
    for (int k = 0; k < meeting->participant_ids.n; k++) {
        name_participant(named, meeting->participant_ids.text[k]);
    }
    name_interpreter(named, meeting->interpreter_id);
    if (meeting->sent.state != SENT_NEVER) {
        name_interpreter(named, meeting->sent.interpreter_id);
    }
    for (int k = 0; k < meeting->told.n_persons; k++) {
        const struct told_person *person = &meeting->told.person[k];
        if (person->participant_id[0] == '\0') {
            name_interpreter(named, person->who);
        }
    }
}

static void name_people(struct named *named, const struct schedule *schedule)
{
    for (int k = 0; k < schedule->n_meetings; k++) {
        name_people_of(named, &schedule->meeting[k]);
    }
    for (int k = 0; k < schedule->n_cancelled; k++) {
        name_people_of(named, &schedule->cancelled[k]);
    }
    for (int k = 0; k < schedule->n_addressees; k++) {
        const struct addressee *addressee = &schedule->addressee[k];
        (addressee->is_interpreter ? name_interpreter
                                   : name_participant)(named, addressee->id);
    }
}

static bool is_named(const struct ids *ids, const char *id)
{
    for (int k = 0; k < ids->n; k++) {
        if (strcmp(ids->id[k], id) == 0) {
            return true;
        }
    }
    return false;
}

/* Those who have an agenda item, and perhaps no meeting: an older program wrote no more
 * down of them. Who is in no list of interpreters is a participant. */
static void name_audience(struct named *named, const struct sent_item *item)
{
    for (int k = 0; k < item->audience_ids.n && !item->cancelled; k++) {
        const char *id = item->audience_ids.text[k];
        if (event_find_interpreter(named->event, id) < 0 &&
            !is_named(&named->interpreter, id)) {
            name_participant(named, id);
        }
    }
}

static struct named name_all(struct arena *arena, const struct event *event,
                             const struct schedule *const *schedule, int n)
{
    struct named named = {event, {.arena = arena}, {.arena = arena}};
    for (int k = 0; k < n; k++) {
        name_people(&named, schedule[k]);
    }
    for (int k = 0; k < n; k++) {
        for (int i = 0; i < schedule[k]->n_sent_items; i++) {
            name_audience(&named, &schedule[k]->sent_item[i]);
        }
    }
    sort_ids(&named.participant);
    sort_ids(&named.interpreter);
    return named;
}

/* What a schedule has written down, or NULL. */
static const struct addressee *find_addressee(const struct schedule *schedule,
                                              bool is_interpreter, const char *id)
{
    for (int k = 0; k < schedule->n_addressees; k++) {
        const struct addressee *addressee = &schedule->addressee[k];
        if (addressee->is_interpreter == is_interpreter &&
            strcmp(addressee->id, id) == 0) {
            return addressee;
        }
    }
    return NULL;
}

/* The same of the first of several that has. */
static const struct addressee *find_in_any(const struct schedule *const *schedule,
                                           int n, bool is_interpreter,
                                           const char *id)
{
    const struct addressee *found = NULL;
    for (int k = 0; k < n && !found; k++) {
        found = find_addressee(schedule[k], is_interpreter, id);
    }
    return found;
}

/* A zone that cannot be read any more is told by the event's clock. */
static const struct zone *zone_of(struct arena *arena, const struct event *event,
                                  const struct addressee *addressee)
{
    struct error ignored;
    const struct zone *zone =
        addressee ? zone_read(arena, addressee->time_zone, &ignored) : NULL;
    return zone ? zone : event->zone;
}

static void add_contact(struct participant *who, const struct told_person *person)
{
    bool is_address = strchr(person->who, '@');
    who->contact[who->n_contacts++] = (struct contact){
        .name = is_address ? "" : person->who,
        .name_ja = "",
        .email = is_address ? person->who : "",
        .language = person->language,
        .job_title = "",
    };
}

static bool has_contact(const struct participant *who, const char *key)
{
    for (int c = 0; c < who->n_contacts; c++) {
        if (text_equal_nocase(told_contact_key(&who->contact[c]), key)) {
            return true;
        }
    }
    return false;
}

/* Those who were told of the meetings in the list, of whom no more is known than
 * that. */
static void add_told(struct arena *arena, struct participant *who,
                     const struct schedule_meeting *meeting, int n_meetings)
{
    int capacity = who->n_contacts;
    for (int k = 0; k < n_meetings; k++) {
        for (int j = 0; j < meeting[k].told.n_persons; j++) {
            const struct told_person *person = &meeting[k].told.person[j];
            if (strcmp(person->participant_id, who->id) == 0 &&
                !has_contact(who, person->who)) {
                who->contact = arena_grow(arena, who->contact, who->n_contacts,
                                          &capacity, sizeof *who->contact);
                add_contact(who, person);
            }
        }
    }
}

static struct participant participant_of(struct arena *arena,
                                         const struct event *event,
                                         const struct schedule *const *schedule,
                                         int n, const char *id)
{
    const struct addressee *addressee = find_in_any(schedule, n, false, id);
    struct participant who = {
        .id = id,
        .organisation = addressee ? addressee->organisation : "",
        .organisation_ja = addressee ? addressee->organisation_ja : "",
        .country = "",
        .side = addressee ? addressee->side : "",
        .zone = zone_of(arena, event, addressee),
        .contact = addressee ? addressee->contact : NULL,
        .n_contacts = addressee ? addressee->n_contacts : 0,
        .profile = "",
        .profile_ja = "",
        .calendar = "",
        .parallel = 1,
        .people = 1,
        .max_meetings = NO_LIMIT,
        .max_consecutive = NO_LIMIT,
        .max_gaps = NO_LIMIT,
        .cancelled = true,
    };
    for (int k = 0; k < n && !addressee; k++) {
        add_told(arena, &who, schedule[k]->meeting, schedule[k]->n_meetings);
        add_told(arena, &who, schedule[k]->cancelled, schedule[k]->n_cancelled);
    }
    return who;
}

static struct interpreter interpreter_of(struct arena *arena,
                                         const struct event *event,
                                         const struct schedule *const *schedule,
                                         int n, const char *id)
{
    const struct addressee *addressee = find_in_any(schedule, n, true, id);
    const struct contact nobody = {.name = "", .email = ""};
    const struct contact *contact =
        addressee && addressee->n_contacts > 0 ? addressee->contact : &nobody;
    return (struct interpreter){
        .id = id,
        .name = contact->name,
        .email = contact->email,
        .pairs = addressee ? addressee->pairs : (struct strings){0},
        .zone = zone_of(arena, event, addressee),
        .max_meetings = NO_LIMIT,
        .max_consecutive = NO_LIMIT,
    };
}

/* An array with room for more behind it. */
static void *longer(struct arena *arena, const void *array, int n, int n_more,
                    size_t size)
{
    void *copy = arena_alloc(arena, (size_t)n + (size_t)n_more, size);
    if (n > 0) {
        memcpy(copy, array, (size_t)n * size);
    }
    return copy;
}

void recall_people(struct arena *arena, const struct event *event,
                   const struct schedule *const *schedule, int n,
                   struct event *whole)
{
    const struct named named = name_all(arena, event, schedule, n);
    *whole = *event;
    whole->n_left_participants = named.participant.n;
    whole->n_left_interpreters = named.interpreter.n;
    whole->participant = longer(arena, event->participant, event->n_participants,
                                named.participant.n, sizeof *event->participant);
    whole->interpreter = longer(arena, event->interpreter, event->n_interpreters,
                                named.interpreter.n, sizeof *event->interpreter);
    for (int k = 0; k < named.participant.n; k++) {
        whole->participant[whole->n_participants++] =
            participant_of(arena, event, schedule, n, named.participant.id[k]);
    }
    for (int k = 0; k < named.interpreter.n; k++) {
        whole->interpreter[whole->n_interpreters++] =
            interpreter_of(arena, event, schedule, n, named.interpreter.id[k]);
    }
}

static struct schedule_meeting *
copy_meetings(struct arena *arena, const struct schedule_meeting *from, int n)
{
    struct schedule_meeting *copy = longer(arena, from, n, 0, sizeof *copy);
    for (int k = 0; k < n; k++) {
        copy[k].attendance = longer(arena, from[k].attendance, from[k].n_attendance,
                                    0, sizeof *copy[k].attendance);
    }
    return copy;
}

struct schedule recall_schedule(struct arena *arena, const struct event *whole,
                                const struct eligibility *elig,
                                const struct schedule *schedule)
{
    struct schedule copy = *schedule;
    copy.meeting = copy_meetings(arena, schedule->meeting, schedule->n_meetings);
    copy.cancelled =
        copy_meetings(arena, schedule->cancelled, schedule->n_cancelled);
    copy.unscheduled = longer(arena, schedule->unscheduled, schedule->n_unscheduled,
                              0, sizeof *copy.unscheduled);
    schedule_bind(&copy, whole, elig);
    return copy;
}
