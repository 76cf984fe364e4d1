/* Who can when, and which room and interpreter fit: a second reading of the
 * event beside eligibility's, so that a mistake in either is noticed. */

#include "scheduler/base/phrase.h"
#include "scheduler/model/verify_parts.h"

#include <string.h>

bool rule_request_counts(const struct event *event, int q)
{
    switch (event->request[q].status) {
    case REQUEST_ACCEPTED:
        return true;
    case REQUEST_PENDING:
        return event->rules.pending_scheduled;
    case REQUEST_DECLINED:
    case REQUEST_WITHDRAWN:
        break;
    }
    return false;
}

static bool is_blocked(const struct event *event, int p, const struct slot *slot)
{
    for (int k = 0; k < event->n_agenda; k++) {
        const struct agenda_item *item = &event->agenda[k];
        if (agenda_concerns(event, item, p) && item->start_s < slot->end_s &&
            slot->start_s < item->end_s) {
            return true;
        }
    }
    return false;
}

/* The table is the side's own rows where it has any, else those of no side. */
static bool uses_row(const struct event *event, const struct participant *who,
                     const struct social_hours *row)
{
    const struct rules *rules = &event->rules;
    for (int k = 0; who->side[0] != '\0' && k < rules->n_social_hours; k++) {
        if (strcmp(rules->social_hours[k].side, who->side) == 0) {
            return strcmp(row->side, who->side) == 0;
        }
    }
    return row->side[0] == '\0';
}

static bool is_social(const struct event *event, const struct participant *who,
                      const struct slot *slot)
{
    struct civil start = zone_to_civil(who->zone, slot->start_s);
    struct civil midnight = {
        .year = start.year, .month = start.month, .day = start.day};
    int64_t midnight_s = civil_to_seconds(midnight);
    int64_t from_s = civil_to_seconds(start) - midnight_s;
    int64_t to_s =
        civil_to_seconds(zone_to_civil(who->zone, slot->end_s)) - midnight_s;
    for (int k = 0; k < event->rules.n_social_hours; k++) {
        const struct social_hours *row = &event->rules.social_hours[k];
        if (uses_row(event, who, row) && (int64_t)row->from_min * 60 <= from_s &&
            to_s <= (int64_t)row->to_min * 60) {
            return true;
        }
    }
    return false;
}

const char *obstacle_of_participant(const struct event *event, int p, int s)
{
    const struct participant *who = &event->participant[p];
    const struct slot *slot = &event->slot[s];
    if (who->cancelled) {
        return phrase("has cancelled");
    }
    if (is_blocked(event, p, slot)) {
        return phrase("is at an agenda item then");
    }
    if (windows_overlap(&who->unavailable, slot->start_s, slot->end_s)) {
        return phrase("is unavailable then");
    }
    if (who->available.n > 0) {
        return windows_cover(&who->available, slot->start_s, slot->end_s)
                   ? NULL
                   : phrase("is not available then");
    }
    if (event->rules.social_hours_otherwise == UNSOCIAL_NEVER &&
        !is_social(event, who, slot)) {
        return phrase("has no social hours then and did not offer that time");
    }
    return NULL;
}

int rule_meeting_of_lock(const struct eligibility *elig, const struct lock *lock)
{
    if (lock->request >= 0) {
        return elig->meeting_of_request[lock->request];
    }
    for (int m = 0; m < elig->n_meetings; m++) {
        const struct meeting *meeting = &elig->meeting[m];
        if (lock->n_participants == meeting->n_participants &&
            memcmp(lock->participant, meeting->participant,
                   (size_t)lock->n_participants * sizeof *lock->participant) == 0 &&
            strcmp(lock->topic, meeting->topic) == 0) {
            return m;
        }
    }
    return -1;
}

static const char *obstacle_of_locked_time(const struct judge *judge, int m, int s)
{
    for (int l = 0; l < judge->event->n_locks; l++) {
        const struct lock *lock = &judge->event->lock[l];
        if (lock->slot < 0 || judge->meeting_of_lock[l] != m) {
            continue;
        }
        if (lock->kind == LOCK_KEEP && lock->slot != s) {
            return phrase("is not where it is locked");
        }
        if (lock->kind == LOCK_FORBID && lock->room < 0 && lock->slot == s) {
            return phrase("is forbidden by a lock");
        }
    }
    return NULL;
}

const char *obstacle_of_time(const struct judge *judge, int m, int s)
{
    const struct meeting *meeting = &judge->elig->meeting[m];
    const struct slot *slot = &judge->event->slot[s];
    for (int k = 0; k < meeting->n_requests; k++) {
        const struct request *request = &judge->event->request[meeting->request[k]];
        if (!rule_request_counts(judge->event, meeting->request[k])) {
            continue;
        }
        if (request->earliest_s != NO_TIME && slot->start_s < request->earliest_s) {
            return phrase("is earlier than its requests allow");
        }
        if (request->latest_s != NO_TIME && slot->end_s > request->latest_s) {
            return phrase("is later than its requests allow");
        }
        if (slot->end_s - slot->start_s < (int64_t)request->minutes * 60) {
            return phrase("is shorter than its requests want");
        }
    }
    return obstacle_of_locked_time(judge, m, s);
}

static bool is_participant(const struct meeting *meeting, int p)
{
    for (int k = 0; k < meeting->n_participants; k++) {
        if (meeting->participant[k] == p) {
            return true;
        }
    }
    return false;
}

static bool has_features(const struct judge *judge, const struct meeting *meeting,
                         const struct room *room)
{
    const char *interpreted = judge->event->rules.interpreted_room_feature;
    if (interpreted[0] != '\0' && rule_needs_interpreter(judge->event, meeting) &&
        !strings_has(&room->features, interpreted)) {
        return false;
    }
    for (int k = 0; k < meeting->n_requests; k++) {
        const struct request *request = &judge->event->request[meeting->request[k]];
        if (!rule_request_counts(judge->event, meeting->request[k])) {
            continue;
        }
        for (int i = 0; i < request->room_features.n; i++) {
            if (!strings_has(&room->features, request->room_features.text[i])) {
                return false;
            }
        }
    }
    return true;
}

static bool is_reserved_for_others(const struct meeting *meeting,
                                   const struct room *room)
{
    for (int k = 0; k < room->n_reserved_for; k++) {
        if (is_participant(meeting, room->reserved_for[k])) {
            return false;
        }
    }
    return room->n_reserved_for > 0;
}

static int n_people(const struct event *event, const struct meeting *meeting)
{
    int n = rule_needs_interpreter(event, meeting) ? 1 : 0;
    for (int k = 0; k < meeting->n_participants; k++) {
        n += event->participant[meeting->participant[k]].people;
    }
    return n;
}

static const char *obstacle_of_locked_room(const struct judge *judge, int m, int r,
                                           int s)
{
    for (int l = 0; l < judge->event->n_locks; l++) {
        const struct lock *lock = &judge->event->lock[l];
        if (lock->room < 0 || judge->meeting_of_lock[l] != m) {
            continue;
        }
        if (lock->kind == LOCK_KEEP && lock->room != r) {
            return phrase("is not where the meeting is locked");
        }
        if (lock->kind == LOCK_FORBID && lock->room == r &&
            (lock->slot < 0 || lock->slot == s)) {
            return phrase("is forbidden by a lock");
        }
    }
    return NULL;
}

const char *obstacle_of_room(const struct judge *judge, int m, int r, int s)
{
    const struct meeting *meeting = &judge->elig->meeting[m];
    const struct room *room = &judge->event->room[r];
    const struct slot *slot = &judge->event->slot[s];
    if (room->available.n > 0 &&
        !windows_cover(&room->available, slot->start_s, slot->end_s)) {
        return phrase("is not available then");
    }
    if (room->capacity != NO_LIMIT &&
        room->capacity < n_people(judge->event, meeting)) {
        return phrase("is too small");
    }
    if (!has_features(judge, meeting, room)) {
        return phrase("lacks a feature that the meeting needs");
    }
    if (is_reserved_for_others(meeting, room)) {
        return phrase("is reserved for others");
    }
    return obstacle_of_locked_room(judge, m, r, s);
}

static bool all_speak(const struct event *event, const struct meeting *meeting,
                      const char *language)
{
    for (int k = 0; k < meeting->n_participants; k++) {
        const struct participant *who =
            &event->participant[meeting->participant[k]];
        if (!strings_has(&who->languages, language)) {
            return false;
        }
    }
    return true;
}

bool rule_needs_interpreter(const struct event *event,
                            const struct meeting *meeting)
{
    bool refused = false;
    for (int k = 0; event->has_interpreters && k < meeting->n_participants; k++) {
        const struct participant *who =
            &event->participant[meeting->participant[k]];
        if (who->interpretation == INTERPRETATION_ALWAYS) {
            return true;
        }
        refused |= who->interpretation == INTERPRETATION_NEVER;
    }
    if (refused || !event->has_interpreters) {
        return false;
    }
    const struct strings *one =
        &event->participant[meeting->participant[0]].languages;
    for (int k = 0; k < one->n; k++) {
        if (all_speak(event, meeting, one->text[k])) {
            return false;
        }
    }
    return true;
}

static bool speaks(const struct strings *languages, const char *language,
                   size_t len)
{
    for (int k = 0; k < languages->n; k++) {
        if (strlen(languages->text[k]) == len &&
            memcmp(languages->text[k], language, len) == 0) {
            return true;
        }
    }
    return false;
}

/* "en-ja": each participant speaks one of the two, and each is spoken. */
static bool pair_fits(const struct event *event, const struct meeting *meeting,
                      const char *pair)
{
    const char *dash = strchr(pair, '-');
    if (!dash) {
        return false;
    }
    size_t x_len = (size_t)(dash - pair), y_len = strlen(dash + 1);
    bool x_spoken = false, y_spoken = false;
    for (int k = 0; k < meeting->n_participants; k++) {
        const struct strings *languages =
            &event->participant[meeting->participant[k]].languages;
        bool x = speaks(languages, pair, x_len);
        bool y = speaks(languages, dash + 1, y_len);
        if (!x && !y) {
            return false;
        }
        x_spoken |= x;
        y_spoken |= y;
    }
    bool same = x_len == y_len && memcmp(pair, dash + 1, x_len) == 0;
    return x_spoken && y_spoken && !same;
}

static bool has_fitting_pair(const struct event *event,
                             const struct meeting *meeting,
                             const struct interpreter *interpreter)
{
    for (int k = 0; k < interpreter->pairs.n; k++) {
        if (pair_fits(event, meeting, interpreter->pairs.text[k])) {
            return true;
        }
    }
    return false;
}

const char *obstacle_of_interpreter(const struct judge *judge, int m, int i, int s)
{
    const struct event *event = judge->event;
    const struct interpreter *interpreter = &event->interpreter[i];
    const struct slot *slot = &event->slot[s];
    if (interpreter->available.n > 0 &&
        !windows_cover(&interpreter->available, slot->start_s, slot->end_s)) {
        return phrase("is not available then");
    }
    for (int k = 0; k < event->n_agenda; k++) {
        const struct agenda_item *item = &event->agenda[k];
        if (agenda_concerns_interpreter(item, i) && item->start_s < slot->end_s &&
            slot->start_s < item->end_s) {
            return phrase("is at an agenda item then");
        }
    }
    return has_fitting_pair(event, &judge->elig->meeting[m], interpreter)
               ? NULL
               : phrase("has no pair of languages for the participants");
}

bool rule_is_declined(const struct judge *judge, int m)
{
    const struct meeting *meeting = &judge->elig->meeting[m];
    for (int k = 0; k < meeting->n_requests; k++) {
        if (judge->event->request[meeting->request[k]].status == REQUEST_DECLINED) {
            return true;
        }
    }
    return false;
}

bool rule_have_met(const struct judge *judge, int m)
{
    const struct event *event = judge->event;
    const struct meeting *meeting = &judge->elig->meeting[m];
    if (!event->rules.met_before_forbidden) {
        return false;
    }
    for (int k = 0; k < meeting->n_requests; k++) {
        if (event->request[meeting->request[k]].follow_up &&
            rule_request_counts(event, meeting->request[k])) {
            return false;
        }
    }
    for (int k = 0; k < event->n_met_before; k++) {
        if (is_participant(meeting, event->met_before[k].a) &&
            is_participant(meeting, event->met_before[k].b)) {
            return true;
        }
    }
    return false;
}

bool rule_is_locked_out(const struct judge *judge, int m)
{
    for (int l = 0; l < judge->event->n_locks; l++) {
        const struct lock *lock = &judge->event->lock[l];
        if (lock->kind == LOCK_FORBID && lock->slot < 0 && lock->room < 0 &&
            judge->meeting_of_lock[l] == m) {
            return true;
        }
    }
    return false;
}
