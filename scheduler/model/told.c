/* A person is news if what they have, by their own record, is not what the meeting
 * is now. Where nothing is recorded of persons, the state alone tells. */

#include "scheduler/model/told.h"

#include <stdlib.h>
#include <string.h>

#include "scheduler/base/text.h"
#include "scheduler/model/reply.h"

const char *told_contact_key(const struct contact *contact)
{
    return contact->email[0] != '\0'  ? contact->email
           : contact->name[0] != '\0' ? contact->name
                                      : contact->name_ja;
}

const struct told_person *told_find(const struct schedule_meeting *meeting,
                                    const char *participant_id, const char *who)
{
    for (int k = 0; k < meeting->told.n_persons; k++) {
        const struct told_person *person = &meeting->told.person[k];
        if (strcmp(person->participant_id, participant_id) == 0 &&
            text_equal_nocase(person->who, who)) {
            return person;
        }
    }
    return NULL;
}

/* The contact with this key who attends, or -1. */
static int find_attending(const struct event *event,
                          const struct schedule_meeting *meeting, int p,
                          const char *who)
{
    const struct participant *participant = &event->participant[p];
    for (int c = 0; c < participant->n_contacts; c++) {
        if (text_equal_nocase(told_contact_key(&participant->contact[c]), who) &&
            contact_attends(meeting, p, c)) {
            return c;
        }
    }
    return -1;
}

bool told_attends(const struct event *event, const struct schedule_meeting *meeting,
                  int p, const char *who)
{
    return find_attending(event, meeting, p, who) >= 0;
}

const char *told_room_name(const struct schedule_meeting *meeting,
                           const char *room_id)
{
    bool is_told = meeting->told.is_known && meeting->sent.state != SENT_NEVER &&
                   strcmp(meeting->sent.room_id, room_id) == 0;
    return is_told ? meeting->told.room_name : NULL;
}

/* What the room is called, and how it is entered: as people were told where the event
 * does not know it any more. */
static void find_room(const struct event *event,
                      const struct schedule_meeting *meeting, const char **name,
                      const char **url)
{
    const struct room *room = meeting->r >= 0 ? &event->room[meeting->r] : NULL;
    bool is_told = !room && told_room_name(meeting, meeting->room_id);
    *name = room ? room->name : is_told ? meeting->told.room_name : "";
    *url = room ? room->url : is_told ? meeting->told.room_url : "";
}

bool told_is_same(const struct event *event, const struct schedule_meeting *meeting,
                  bool cancelled)
{
    const char *name, *url;
    if (!schedule_is_as_sent(meeting, cancelled) || cancelled ||
        !meeting->told.is_known) {
        return schedule_is_as_sent(meeting, cancelled);
    }
    find_room(event, meeting, &name, &url);
    return meeting->r < 0 || (meeting->tentative == meeting->told.tentative &&
                              strcmp(name, meeting->told.room_name) == 0 &&
                              strcmp(url, meeting->told.room_url) == 0);
}

/* Of one who has the meeting in their calendar, or has not. */
static bool is_news_by_record(const struct schedule_meeting *meeting,
                              const struct told_person *last, bool is_concerned,
                              bool cancelled, bool is_same)
{
    bool has_it = last && !last->off;
    if (cancelled) {
        return has_it && (meeting->sent.state != SENT_CANCELLED || last->missed);
    }
    if (!is_concerned) {
        return has_it;
    }
    return !has_it || last->missed || !is_same;
}

bool told_in_other_language(const struct event *event,
                            const struct schedule_meeting *meeting, int p,
                            const char *who)
{
    int c = find_attending(event, meeting, p, who);
    const struct told_person *last =
        told_find(meeting, event->participant[p].id, who);
    return c >= 0 && last && !last->off &&
           strcmp(event->participant[p].contact[c].language, last->language) != 0;
}

bool told_is_news_to(const struct event *event,
                     const struct schedule_meeting *meeting, bool cancelled, int p,
                     const char *who)
{
    bool is_same = told_is_same(event, meeting, cancelled);
    int c = find_attending(event, meeting, p, who);
    if (!meeting->told.is_known || meeting->sent.state == SENT_NEVER) {
        return c >= 0 && !is_same;
    }
    const struct told_person *last =
        told_find(meeting, event->participant[p].id, who);
    if (!cancelled && told_in_other_language(event, meeting, p, who)) {
        return true;
    }
    return is_news_by_record(meeting, last, c >= 0, cancelled, is_same);
}

static bool is_news_to_interpreter(const struct event *event,
                                   const struct schedule_meeting *meeting,
                                   bool cancelled, int i)
{
    const char *id = event->interpreter[i].id;
    bool is_concerned = !cancelled && meeting->i == i;
    bool is_same = told_is_same(event, meeting, cancelled);
    bool was_told = meeting->sent.state != SENT_NEVER &&
                    strcmp(meeting->sent.interpreter_id, id) == 0;
    if (!meeting->told.is_known || meeting->sent.state == SENT_NEVER) {
        return (is_concerned || was_told) && !is_same;
    }
    return is_news_by_record(meeting, told_find(meeting, "", id), is_concerned,
                             cancelled, is_same);
}

/* News for somebody of the participant, now or before. */
static bool is_news_to_participant(const struct event *event,
                                   const struct schedule_meeting *meeting,
                                   bool cancelled, int p)
{
    const struct participant *who = &event->participant[p];
    if (!told_is_same(event, meeting, cancelled)) {
        return true;
    }
    for (int k = 0; k < meeting->told.n_persons; k++) {
        const struct told_person *person = &meeting->told.person[k];
        if (strcmp(person->participant_id, who->id) == 0 &&
            told_is_news_to(event, meeting, cancelled, p, person->who)) {
            return true;
        }
    }
    for (int c = 0; c < who->n_contacts && !cancelled; c++) {
        const char *key = told_contact_key(&who->contact[c]);
        if (key[0] != '\0' && told_is_news_to(event, meeting, false, p, key)) {
            return true;
        }
    }
    return false;
}

bool told_is_news(const struct event *event, const struct schedule_meeting *meeting,
                  bool cancelled, int p, int i)
{
    if (p >= 0) {
        return is_news_to_participant(event, meeting, cancelled, p);
    }
    if (i >= 0) {
        return is_news_to_interpreter(event, meeting, cancelled, i);
    }
    bool is_news = !told_is_same(event, meeting, cancelled);
    for (int k = 0; k < meeting->participant_ids.n && !is_news; k++) {
        p = event_find_participant(event, meeting->participant_ids.text[k]);
        is_news = p >= 0 && is_news_to_participant(event, meeting, cancelled, p);
    }
    return is_news;
}

int told_sequence(const struct event *event, const struct schedule_meeting *meeting,
                  bool cancelled)
{
    bool is_revised = schedule_is_as_sent(meeting, cancelled) &&
                      told_is_news(event, meeting, cancelled, -1, -1);
    return meeting->sequence + is_revised;
}

static int by_key(const void *a, const void *b)
{
    const struct told_person *x = a, *y = b;
    int order = strcmp(x->participant_id, y->participant_id);
    return order ? order : strcmp(x->who, y->who);
}

/* Everybody's records under way. */
struct recording {
    const struct event *event;
    const struct schedule_meeting *meeting;
    bool cancelled;
    int sequence;
    struct told *told; /* the new ones */
    const struct unreached *unreached;
};

static bool is_unreached(const struct recording *recording,
                         const struct told_person *person)
{
    for (int k = 0; k < recording->unreached->n_persons; k++) {
        const struct unreached_person *other = &recording->unreached->person[k];
        if (strcmp(other->participant_id, person->participant_id) == 0 &&
            text_equal_nocase(other->who, person->who) &&
            (!other->uid || strcmp(other->uid, recording->meeting->uid) == 0)) {
            return true;
        }
    }
    return false;
}

static void record(struct recording *recording, struct told_person now,
                   bool is_concerned, bool is_news)
{
    const struct schedule_meeting *meeting = recording->meeting;
    const struct told_person *last =
        told_find(meeting, now.participant_id, now.who);
    if (is_news && is_unreached(recording, &now)) {
        if (!last) {
            return;
        }
        now = *last;
        now.missed = !last->off;
    } else if (!is_news && last) {
        now = *last;
    } else {
        bool is_same_time = last && !last->off && !last->missed && is_concerned &&
                            schedule_is_when_sent(meeting);
        now.missed = false;
        now.sequence = recording->sequence;
        now.since = is_same_time ? last->since : now.sequence;
        now.off = !is_concerned;
        now.start_s = now.off ? meeting->sent.start_s : 0;
        now.end_s = now.off ? meeting->sent.end_s : 0;
    }
    for (int k = 0; k < recording->told->n_persons; k++) {
        const struct told_person *other = &recording->told->person[k];
        if (strcmp(other->participant_id, now.participant_id) == 0 &&
            text_equal_nocase(other->who, now.who)) {
            return;
        }
    }
    recording->told->person[recording->told->n_persons++] = now;
}

static void record_participant(struct recording *recording, int p)
{
    const struct event *event = recording->event;
    const struct participant *who = &event->participant[p];
    for (int c = 0; c < who->n_contacts && !recording->cancelled; c++) {
        const char *key = told_contact_key(&who->contact[c]);
        if (key[0] != '\0' && contact_attends(recording->meeting, p, c)) {
            record(recording,
                   (struct told_person){.participant_id = who->id,
                                        .who = key,
                                        .language = who->contact[c].language},
                   true, told_is_news_to(event, recording->meeting, false, p, key));
        }
    }
}

/* Those who had it and for whom it is not any more, and those of before. */
static void record_others(struct recording *recording)
{
    const struct schedule_meeting *meeting = recording->meeting;
    for (int k = 0; k < meeting->told.n_persons; k++) {
        struct told_person person = meeting->told.person[k];
        record(recording, person, false, !person.off);
    }
}

static struct told record_meeting(struct arena *arena, const struct event *event,
                                  const struct schedule_meeting *meeting,
                                  bool cancelled, const struct unreached *unreached)
{
    struct told told = {.is_known = true, .tentative = meeting->tentative};
    struct recording recording = {
        event, meeting,  cancelled, told_sequence(event, meeting, cancelled),
        &told, unreached};
    int most = meeting->told.n_persons + 1;
    for (int k = 0; k < meeting->participant_ids.n; k++) {
        int p = event_find_participant(event, meeting->participant_ids.text[k]);
        most += p >= 0 ? event->participant[p].n_contacts : 0;
    }
    told.person = arena_new(arena, most, struct told_person);
    for (int k = 0; k < meeting->participant_ids.n; k++) {
        int p = event_find_participant(event, meeting->participant_ids.text[k]);
        if (p >= 0) {
            record_participant(&recording, p);
        }
    }
    if (!cancelled && meeting->i >= 0) {
        record(&recording,
               (struct told_person){.participant_id = "",
                                    .who = event->interpreter[meeting->i].id,
                                    .language = ""},
               true, is_news_to_interpreter(event, meeting, false, meeting->i));
    }
    record_others(&recording);
    find_room(event, meeting, &told.room_name, &told.room_url);
    if (cancelled && meeting->told.is_known) {
        told.tentative = meeting->told.tentative;
        told.room_name = meeting->told.room_name;
        told.room_url = meeting->told.room_url;
    }
    if (told.n_persons > 0) {
        qsort(told.person, (size_t)told.n_persons, sizeof *told.person, by_key);
    }
    return told;
}

static void publish(struct arena *arena, const struct event *event,
                    struct schedule_meeting *meeting, bool cancelled,
                    const struct unreached *unreached)
{
    int sequence = told_sequence(event, meeting, cancelled);
    meeting->told = record_meeting(arena, event, meeting, cancelled, unreached);
    meeting->sequence = sequence;
}

void told_publish(struct arena *arena, const struct event *event,
                  struct schedule *schedule, const struct unreached *unreached)
{
    for (int k = 0; k < schedule->n_meetings; k++) {
        publish(arena, event, &schedule->meeting[k], false, unreached);
    }
    for (int k = 0; k < schedule->n_cancelled; k++) {
        publish(arena, event, &schedule->cancelled[k], true, unreached);
    }
    schedule_publish(schedule);
}
