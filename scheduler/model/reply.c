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

/* True if the answer comes from a contact of a participant to which the person who
 * is said to answer does not belong. */
static bool is_sent_by_others(const struct event *event, const struct reply *reply)
{
    bool is_known = false;
    if (reply->sender[0] == '\0' || strcmp(reply->sender, reply->email) == 0) {
        return false;
    }
    for (int p = 0; p < event->n_participants; p++) {
        bool has_sender = false, has_person = false;
        for (int c = 0; c < event->participant[p].n_contacts; c++) {
            const char *email = event->participant[p].contact[c].email;
            has_sender |= text_equal_nocase(email, reply->sender);
            has_person |= text_equal_nocase(email, reply->email);
        }
        if (has_sender && has_person) {
            return false;
        }
        is_known |= has_sender;
    }
    return is_known;
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

/* All but what the person answered elsewhere. */
static enum reply_fate judge_alone(const struct event *event,
                                   const struct schedule *schedule,
                                   const struct reply *reply)
{
    const struct schedule_meeting *meeting =
        find_meeting(schedule->meeting, schedule->n_meetings, reply->uid);
    if (!meeting) {
        return find_meeting(schedule->cancelled, schedule->n_cancelled, reply->uid)
                   ? REPLY_CANCELLED_MEETING
                   : REPLY_UNKNOWN_MEETING;
    }
    if (!is_of_meeting(event, meeting, reply->email)) {
        return REPLY_UNKNOWN_SENDER;
    }
    if (is_sent_by_others(event, reply)) {
        return REPLY_FOREIGN_SENDER;
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
    replies_sort(new_ones);
    for (int k = 0; k < new_ones->n; k++) {
        struct reply *reply = &new_ones->reply[k];
        const struct replies before = {known->reply, n_known, known->capacity};
        struct reply *last = find_reply(&before, reply->uid, reply->email);
        reply->fate = judge_alone(event, schedule, reply);
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
