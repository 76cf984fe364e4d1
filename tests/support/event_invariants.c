#include "tests/support/event_invariants.h"

#include <string.h>

#include "scheduler/base/text.h"

static bool is_good_text(const char *text)
{
    size_t len = text ? strlen(text) : 0;
    return text && text_utf8_check(text, len) == len && !text_has_controls(text);
}

static bool is_sorted(const struct strings *list)
{
    for (int k = 0; k < list->n; k++) {
        if (!is_good_text(list->text[k]) ||
            (k > 0 && strcmp(list->text[k - 1], list->text[k]) >= 0)) {
            return false;
        }
    }
    return true;
}

/* Rising, each once, and each of n things. */
static bool are_indices(const int *index, int n_indices, int n)
{
    for (int k = 0; k < n_indices; k++) {
        if (index[k] < 0 || index[k] >= n || (k > 0 && index[k - 1] >= index[k])) {
            return false;
        }
    }
    return true;
}

static bool are_windows(const struct windows *windows)
{
    for (int k = 0; k < windows->n; k++) {
        const struct window *window = &windows->window[k];
        if (window->start_s >= window->end_s ||
            (k > 0 && window[-1].start_s > window->start_s)) {
            return false;
        }
    }
    return true;
}

static bool is_limit(int limit, int least)
{
    return limit == NO_LIMIT || limit >= least;
}

static const char *judge_places(const struct event *event)
{
    for (int r = 0; r < event->n_rooms; r++) {
        const struct room *room = &event->room[r];
        if (!text_is_id(room->id) ||
            (r > 0 && strcmp(room[-1].id, room->id) >= 0) ||
            !is_good_text(room->name) || !is_good_text(room->url) ||
            !is_limit(room->capacity, 1) || !is_sorted(&room->features) ||
            !are_indices(room->reserved_for, room->n_reserved_for,
                         event->n_participants) ||
            !are_windows(&room->available)) {
            return "rooms";
        }
    }
    for (int i = 0; i < event->n_interpreters; i++) {
        const struct interpreter *who = &event->interpreter[i];
        if (!text_is_id(who->id) || (i > 0 && strcmp(who[-1].id, who->id) >= 0) ||
            !is_good_text(who->name) || !is_good_text(who->email) ||
            !is_sorted(&who->pairs) || !who->zone ||
            !are_windows(&who->available) || !is_limit(who->max_meetings, 0) ||
            !is_limit(who->max_consecutive, 1)) {
            return "interpreters";
        }
    }
    return event->has_interpreters || event->n_interpreters == 0 ? NULL
                                                                 : "interpreters";
}

static bool are_contacts(const struct participant *who)
{
    for (int k = 0; k < who->n_contacts; k++) {
        const struct contact *contact = &who->contact[k];
        if (!is_good_text(contact->name) || !is_good_text(contact->name_ja) ||
            !is_good_text(contact->email) || !is_good_text(contact->language) ||
            !is_good_text(contact->job_title) ||
            (!*contact->name && !*contact->email) ||
            (k > 0 && strcmp(contact[-1].email, contact->email) > 0)) {
            return false;
        }
    }
    return true;
}

static const char *judge_people(const struct event *event)
{
    for (int p = 0; p < event->n_participants; p++) {
        const struct participant *who = &event->participant[p];
        if (!text_is_id(who->id) || (p > 0 && strcmp(who[-1].id, who->id) >= 0) ||
            !is_good_text(who->organisation) ||
            !is_good_text(who->organisation_ja) || !is_good_text(who->country) ||
            !is_good_text(who->side) || !is_good_text(who->profile) ||
            !is_good_text(who->profile_ja) || !who->zone ||
            !is_sorted(&who->languages) || !is_sorted(&who->themes)) {
            return "participants";
        }
        if (who->parallel < 1 || who->people < 1 || who->min_meetings < 0 ||
            !is_limit(who->max_meetings, 0) || !is_limit(who->max_consecutive, 1) ||
            !is_limit(who->max_gaps, 0)) {
            return "limits";
        }
        if (!are_contacts(who)) {
            return "contacts";
        }
        if (!are_windows(&who->available) || !are_windows(&who->unavailable) ||
            !are_windows(&who->avoid)) {
            return "availability";
        }
    }
    return NULL;
}

static const char *judge_requests(const struct event *event)
{
    for (int q = 0; q < event->n_requests; q++) {
        const struct request *request = &event->request[q];
        int n = event->n_participants;
        if (!text_is_id(request->id) ||
            (q > 0 && strcmp(request[-1].id, request->id) >= 0) ||
            !is_good_text(request->topic) || !is_good_text(request->message) ||
            !is_good_text(request->note) || !is_sorted(&request->room_features) ||
            !are_indices(&request->from, 1, n) ||
            !are_indices(&request->to, 1, n) ||
            !are_indices(request->also, request->n_also, n) ||
            !are_indices(request->after, request->n_after, event->n_requests)) {
            return "requests";
        }
        for (int k = 0; k < request->n_also; k++) {
            if (request->also[k] == request->from ||
                request->also[k] == request->to) {
                return "also";
            }
        }
        if (request->from == request->to || request->priority < 1 ||
            request->priority > event->weights.n_priority || request->rank < 0 ||
            request->minutes < 0 ||
            (request->earliest_s != NO_TIME && request->latest_s != NO_TIME &&
             request->earliest_s >= request->latest_s)) {
            return "requests' numbers";
        }
    }
    return NULL;
}

static const char *judge_locks(const struct event *event)
{
    for (int k = 0; k < event->n_locks; k++) {
        const struct lock *lock = &event->lock[k];
        if (lock->request < -1 || lock->request >= event->n_requests ||
            lock->n_participants < 2 || lock->slot < -1 ||
            lock->slot >= event->n_slots || lock->room < -1 ||
            lock->room >= event->n_rooms || !is_good_text(lock->topic) ||
            (*lock->slot_id != '\0') != (lock->slot >= 0) ||
            !are_indices(lock->participant, lock->n_participants,
                         event->n_participants)) {
            return "locks";
        }
    }
    for (int k = 0; k < event->n_met_before; k++) {
        const struct met_before *pair = &event->met_before[k];
        const int both[] = {pair->a, pair->b};
        if (!are_indices(both, 2, event->n_participants) ||
            (k > 0 && (pair[-1].a > pair->a ||
                       (pair[-1].a == pair->a && pair[-1].b >= pair->b)))) {
            return "met_before";
        }
    }
    return NULL;
}

static const char *judge_sessions(const struct event *event)
{
    for (int k = 0; k < event->n_sessions; k++) {
        const struct session *session = &event->session[k];
        if (!text_is_id(session->id) || !is_good_text(session->title) ||
            !session->zone || session->meeting_minutes < 1 ||
            session->n_slots < 1 || session->end_s <= session->start_s ||
            (k > 0 && session[-1].end_s > session->start_s)) {
            return "sessions";
        }
    }
    for (int s = 0; s < event->n_slots; s++) {
        const struct slot *slot = &event->slot[s];
        if (slot->end_s <= slot->start_s ||
            (s > 0 && slot[-1].end_s > slot->start_s)) {
            return "slots";
        }
    }
    for (int k = 0; k < event->n_agenda; k++) {
        const struct agenda_item *item = &event->agenda[k];
        if (!text_is_id(item->id) ||
            (k > 0 && strcmp(item[-1].id, item->id) >= 0) ||
            !is_good_text(item->title) || !is_good_text(item->url) || !item->zone ||
            !is_good_text(item->side) || item->end_s <= item->start_s ||
            !are_indices(item->participant, item->n_participants,
                         event->n_participants) ||
            !are_indices(item->interpreter, item->n_interpreters,
                         event->n_interpreters)) {
            return "agenda";
        }
    }
    return event->n_sessions > 0 ? NULL : "no session";
}

static const char *judge_head(const struct event *event)
{
    const struct rules *rules = &event->rules;
    if (!text_is_id(event->id) || !is_good_text(event->name) ||
        !is_good_text(event->name_ja) || !is_good_text(event->uid_domain) ||
        !is_good_text(event->organizer.name) ||
        !is_good_text(event->organizer.email) || !event->zone ||
        event->n_display_zones < 1) {
        return "event";
    }
    if (rules->n_social_hours < 1 || rules->min_meetings < 0 ||
        !is_good_text(rules->interpreted_room_feature) ||
        event->weights.n_priority < 1 || event->weights.n_rank < 1 ||
        event->n_objective < 1 || event->n_objective > N_LEVELS) {
        return "rules";
    }
    for (int k = 0; k < rules->n_social_hours; k++) {
        const struct social_hours *hours = &rules->social_hours[k];
        if (hours->from_min < 0 || hours->from_min >= hours->to_min ||
            hours->to_min > 24 * 60 || hours->cost < 0 ||
            !is_good_text(hours->side)) {
            return "social_hours";
        }
    }
    return NULL;
}

const char *event_broken_invariant(const struct event *event)
{
    static const char *(*const judge[])(const struct event *) = {
        judge_head,   judge_sessions, judge_places,
        judge_people, judge_requests, judge_locks,
    };
    for (size_t k = 0; k < sizeof judge / sizeof *judge; k++) {
        const char *broken = judge[k](event);
        if (broken) {
            return broken;
        }
    }
    return NULL;
}
