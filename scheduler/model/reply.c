#include "scheduler/model/reply.h"

#include <stdlib.h>
#include <string.h>

#include "scheduler/model/told.h"

static const char *const answer_names[] = {"accepted", "tentative", "declined",
                                           "proposed"};

const char *answer_name(enum answer answer)
{
    return answer_names[answer];
}

enum answer answer_find(const char *name)
{
    int k = 0;
    while (k < N_ANSWERS && strcmp(answer_names[k], name) != 0) {
        k++;
    }
    return (enum answer)k;
}

static int compare_keys(const struct reply *a, const char *uid, const char *email)
{
    int order = strcmp(a->uid, uid);
    return order ? order : strcmp(a->email, email);
}

/* Above 0 if a is newer than b. */
static int compare_age(const struct reply *a, const struct reply *b)
{
    if (a->sequence != b->sequence) {
        return a->sequence - b->sequence;
    }
    return (a->stamp_s > b->stamp_s) - (a->stamp_s < b->stamp_s);
}

/* By person, the newest first. Of two that are as new the one that takes more back
 * comes first; what is left is the same answer twice. */
static int compare_replies(const void *left, const void *right)
{
    const struct reply *a = left, *b = right;
    int order = compare_keys(a, b->uid, b->email);
    if (order == 0) {
        order = compare_age(b, a);
    }
    if (order == 0) {
        order = (int)b->answer - (int)a->answer;
    }
    if (order == 0) {
        order = (a->start_s > b->start_s) - (a->start_s < b->start_s);
    }
    if (order == 0) {
        order = strcmp(a->comment, b->comment);
    }
    if (order == 0 && a->place.file && b->place.file) {
        order = strcmp(a->place.file, b->place.file);
    }
    return order ? order : a->place.line - b->place.line;
}

void replies_sort(struct replies *list)
{
    if (list->n > 1) {
        qsort(list->reply, (size_t)list->n, sizeof *list->reply, compare_replies);
    }
}

static struct reply *find_reply(const struct replies *known, const char *uid,
                                const char *email)
{
    int below = -1, above = known->n;
    while (above - below > 1) {
        int middle = below + (above - below) / 2;
        int order = compare_keys(&known->reply[middle], uid, email);
        if (order == 0) {
            return &known->reply[middle];
        }
        *(order < 0 ? &below : &above) = middle;
    }
    return NULL;
}

const struct reply *replies_find(const struct replies *known, const char *uid,
                                 const char *email)
{
    return find_reply(known, uid, email);
}

int reply_sequence(const struct schedule_meeting *meeting, const char *email)
{
    for (int k = 0; k < meeting->told.n_persons; k++) {
        const struct told_person *person = &meeting->told.person[k];
        if (person->participant_id[0] != '\0' && !person->off &&
            meeting->sent.state == SENT_CONFIRMED &&
            text_equal_nocase(person->who, email)) {
            return person->since;
        }
    }
    return meeting->sent.state == SENT_CONFIRMED ? meeting->sent.sequence
                                                 : meeting->sequence;
}

const struct reply *replies_find_valid(struct arena scratch,
                                       const struct replies *known,
                                       const struct schedule_meeting *meeting,
                                       const char *email)
{
    const struct reply *last =
        replies_find(known, meeting->uid, text_lower(&scratch, email));
    return last && schedule_is_when_sent(meeting) &&
                   last->sequence >= reply_sequence(meeting, email)
               ? last
               : NULL;
}

bool contact_attends(const struct schedule_meeting *meeting, int p, int contact)
{
    return attendance_includes(meeting->attendance, meeting->n_attendance, p,
                               contact);
}

static bool is_of_meeting(const struct event *event,
                          const struct schedule_meeting *meeting, const char *email)
{
    for (int k = 0; k < meeting->participant_ids.n; k++) {
        int p = event_find_participant(event, meeting->participant_ids.text[k]);
        for (int c = 0; p >= 0 && c < event->participant[p].n_contacts; c++) {
            if (text_equal_nocase(event->participant[p].contact[c].email, email) &&
                contact_attends(meeting, p, c)) {
                return true;
            }
        }
    }
    return false;
}

static const struct schedule_meeting *
find_meeting(const struct schedule_meeting *meeting, int n, const char *uid)
{
    for (int k = 0; k < n; k++) {
        if (strcmp(meeting[k].uid, uid) == 0) {
            return &meeting[k];
        }
    }
    return NULL;
}

bool reply_is_current(const struct schedule *schedule, const struct reply *reply)
{
    const struct schedule_meeting *meeting =
        find_meeting(schedule->meeting, schedule->n_meetings, reply->uid);
    return meeting && reply->sequence >= reply_sequence(meeting, reply->email);
}

/* Something and under what it is looked up; number: the participant, or -1 of a
 * meeting that is cancelled. */
struct entry {
    const char *key;
    int number;
    const struct schedule_meeting *meeting;
};

struct list {
    struct entry *entry; /* by key, then number */
    int n;
};

/* What replies are judged by. */
struct judging {
    const struct event *event;
    struct list meetings;  /* by UID, cancelled ones first */
    struct list addresses; /* of contacts, in lower case */
};

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    return order ? order : x->number - y->number;
}

static void sort_list(struct list *list)
{
    if (list->n > 0) {
        qsort(list->entry, (size_t)list->n, sizeof *list->entry, compare_entries);
    }
}

static struct list list_meetings(struct arena *arena,
                                 const struct schedule *schedule)
{
    struct list list = {arena_new(arena,
                                  schedule->n_meetings + schedule->n_cancelled,
                                  struct entry),
                        0};
    for (int k = 0; k < schedule->n_meetings; k++) {
        list.entry[list.n++] =
            (struct entry){schedule->meeting[k].uid, k, &schedule->meeting[k]};
    }
    for (int k = 0; k < schedule->n_cancelled; k++) {
        list.entry[list.n++] =
            (struct entry){schedule->cancelled[k].uid, -1, &schedule->cancelled[k]};
    }
    sort_list(&list);
    return list;
}

static struct list list_addresses(struct arena *arena, const struct event *event)
{
    int most = 0;
    for (int p = 0; p < event->n_participants; p++) {
        most += event->participant[p].n_contacts;
    }
    struct list list = {arena_new(arena, most, struct entry), 0};
    for (int p = 0; p < event->n_participants; p++) {
        for (int c = 0; c < event->participant[p].n_contacts; c++) {
            const char *email = event->participant[p].contact[c].email;
            list.entry[list.n++] =
                (struct entry){text_lower(arena, email), p, NULL};
        }
    }
    sort_list(&list);
    return list;
}

/* The first with that key; *n of them. */
static const struct entry *find_entries(const struct list *list, const char *key,
                                        int *n)
{
    int below = -1, above = list->n;
    while (above - below > 1) {
        int middle = below + (above - below) / 2;
        *(strcmp(list->entry[middle].key, key) < 0 ? &below : &above) = middle;
    }
    for (*n = 0;
         above + *n < list->n && strcmp(list->entry[above + *n].key, key) == 0;
         (*n)++) {
    }
    return &list->entry[above];
}

/* True if the answer comes from a contact of a participant to which the person who
 * is said to answer does not belong. */
static bool is_sent_by_others(const struct judging *judging,
                              const struct reply *reply)
{
    int n_senders, n_persons, k = 0;
    if (reply->sender[0] == '\0' || strcmp(reply->sender, reply->email) == 0) {
        return false;
    }
    const struct entry *sender =
        find_entries(&judging->addresses, reply->sender, &n_senders);
    const struct entry *person =
        find_entries(&judging->addresses, reply->email, &n_persons);
    for (int j = 0; j < n_senders; j++) { /* both rise */
        while (k < n_persons && person[k].number < sender[j].number) {
            k++;
        }
        if (k < n_persons && person[k].number == sender[j].number) {
            return false;
        }
    }
    return n_senders > 0;
}

/* Somebody's calendar may take the meeting for a series of one. */
static bool is_of_other_time(const struct schedule_meeting *meeting,
                             const struct reply *reply)
{
    bool is_of_meeting = reply->one_time_s == meeting->start_s ||
                         (meeting->sent.state != SENT_NEVER &&
                          reply->one_time_s == meeting->sent.start_s);
    return reply->is_of_one_time && !is_of_meeting;
}

/* All but what the person answered elsewhere. */
static enum reply_fate judge_alone(const struct judging *judging,
                                   const struct reply *reply)
{
    int n;
    const struct entry *found = find_entries(&judging->meetings, reply->uid, &n);
    while (n > 1 && found->number < 0) { /* a cancelled one with the same UID */
        found++;
        n--;
    }
    if (n == 0) {
        return REPLY_UNKNOWN_MEETING;
    }
    if (found->number < 0) {
        return REPLY_CANCELLED_MEETING;
    }
    const struct event *event = judging->event;
    const struct schedule_meeting *meeting = found->meeting;
    if (!is_of_meeting(event, meeting, reply->email)) {
        return REPLY_UNKNOWN_SENDER;
    }
    if (is_sent_by_others(judging, reply)) {
        return REPLY_FOREIGN_SENDER;
    }
    if (is_of_other_time(meeting, reply)) {
        return REPLY_OTHER_TIME;
    }
    if (reply->sequence < reply_sequence(meeting, reply->email)) {
        return REPLY_STALE;
    }
    return reply->sequence > reply_sequence(meeting, reply->email) &&
                   reply->sequence > told_sequence(event, meeting, false)
               ? REPLY_AHEAD
               : REPLY_COUNTED;
}

/* Against what is known of the same person. */
static enum reply_fate judge_age(const struct reply *reply,
                                 const struct reply *last)
{
    int age = compare_age(reply, last);
    if (age == 0 && reply->answer == last->answer) {
        return REPLY_KNOWN;
    }
    return age > 0 || (age == 0 && reply->answer > last->answer) ? REPLY_COUNTED
                                                                 : REPLY_OUTDATED;
}

static void add_reply(struct arena *arena, struct replies *list,
                      const struct reply *reply)
{
    list->reply =
        arena_grow(arena, list->reply, list->n, &list->capacity, sizeof *reply);
    list->reply[list->n++] = *reply;
}

void replies_unite(struct arena *arena, struct replies *known,
                   const struct replies *others)
{
    int n_known = known->n;
    for (int k = 0; k < others->n; k++) {
        const struct reply *other = &others->reply[k];
        const struct replies before = {known->reply, n_known, known->capacity};
        struct reply *last = find_reply(&before, other->uid, other->email);
        if (!last) {
            add_reply(arena, known, other);
        } else if (judge_age(other, last) == REPLY_COUNTED) {
            *last = *other;
        }
    }
    replies_sort(known);
}

void replies_judge(struct arena *arena, const struct event *event,
                   const struct schedule *schedule, struct replies *new_ones,
                   struct replies *known)
{
    int n_known = known->n;
    const struct reply *counted = NULL;
    struct arena scratch;
    arena_init(&scratch);
    const struct judging judging = {event, list_meetings(&scratch, schedule),
                                    list_addresses(&scratch, event)};
    replies_sort(new_ones);
    for (int k = 0; k < new_ones->n; k++) {
        struct reply *reply = &new_ones->reply[k];
        const struct replies before = {known->reply, n_known, known->capacity};
        struct reply *last = find_reply(&before, reply->uid, reply->email);
        reply->fate = judge_alone(&judging, reply);
        if (reply->fate == REPLY_COUNTED && counted &&
            compare_keys(counted, reply->uid, reply->email) == 0) {
            reply->fate = judge_age(reply, counted);
        } else if (reply->fate == REPLY_COUNTED && last) {
            reply->fate = judge_age(reply, last);
            counted = last;
        }
        if (reply->fate != REPLY_COUNTED) {
            continue;
        }
        counted = reply;
        if (last) {
            *last = *reply;
            continue;
        }
        add_reply(arena, known, reply);
    }
    arena_finish(&scratch);
    replies_sort(known);
}

bool replies_have_declined(const struct event *event,
                           const struct schedule_meeting *meeting, int p,
                           const struct replies *known)
{
    struct arena scratch;
    bool has_declined = false, has_others = false;
    arena_init(&scratch);
    for (int c = 0; c < event->participant[p].n_contacts; c++) {
        const char *email =
            text_lower(&scratch, event->participant[p].contact[c].email);
        const struct reply *last = replies_find(known, meeting->uid, email);
        if (last && last->sequence >= reply_sequence(meeting, email) &&
            contact_attends(meeting, p, c)) {
            has_declined |= last->answer == ANSWER_DECLINED;
            has_others |= last->answer != ANSWER_DECLINED;
        }
    }
    arena_finish(&scratch);
    return has_declined && !has_others;
}
