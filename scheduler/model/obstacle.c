/* Everything here is counted from the model and a schedule, without any solving:
 * whether a remedy serves the meeting is for those to find out who try it. */

#include "scheduler/model/obstacle.h"

#include <string.h>

#include "scheduler/model/eligibility_parts.h"

struct search {
    struct arena *arena;
    const struct event *event;
    const struct eligibility *elig;
    const struct schedule *schedule;
    int m, s;
    struct obstacles *out;
};

static const struct meeting *meeting_of(const struct search *search)
{
    return &search->elig->meeting[search->m];
}

static void add(const struct search *search, struct obstacle obstacle)
{
    if (search->out->n == OBSTACLES_MOST) {
        search->out->all = false;
        return;
    }
    search->out->item[search->out->n++] = obstacle;
}

static struct amendments only(struct amendment amendment)
{
    return (struct amendments){.item = {amendment}, .n = 1};
}

static bool is_there(const struct search *search,
                     const struct schedule_meeting *entry, int p)
{
    return entry->m != search->m && entry->s >= 0 &&
           strings_has(&entry->participant_ids, search->event->participant[p].id);
}

static void judge_absence(const struct search *search, int p)
{
    enum absence absence = eligibility_absence(search->event, p, search->s);
    if (absence == ABSENCE_NONE) {
        return;
    }
    add(search,
        (struct obstacle){
            .kind = OBSTACLE_ABSENT,
            .p = p,
            .agenda = absence == ABSENCE_AGENDA,
            .hopeless = absence == ABSENCE_AGENDA || absence == ABSENCE_CANCELLED,
            .remedy = only(
                (struct amendment){.kind = AMEND_FREE, .p = p, .s = search->s}),
        });
}

static void judge_time(const struct search *search, int p, int *n_held)
{
    const struct participant *who = &search->event->participant[p];
    int n_now = 0, last = -1;
    *n_held = 0;
    for (int k = 0; k < search->schedule->n_meetings; k++) {
        const struct schedule_meeting *entry = &search->schedule->meeting[k];
        bool there = is_there(search, entry, p);
        *n_held += there;
        n_now += there && entry->s == search->s;
        last = there && entry->s == search->s ? k : last;
    }
    if (n_now >= who->parallel) {
        add(search, (struct obstacle){
                        .kind = OBSTACLE_BUSY,
                        .p = p,
                        .entry = last,
                        .number = n_now + 1,
                        .remedy = only((struct amendment){
                            .kind = AMEND_PARALLEL, .p = p, .number = n_now + 1}),
                    });
    }
}

static void judge_limit(const struct search *search, int p, int limit, int needed,
                        enum obstacle_kind kind, enum amendment_kind remedy)
{
    if (limit != NO_LIMIT && needed > limit) {
        add(search, (struct obstacle){
                        .kind = kind,
                        .p = p,
                        .number = needed,
                        .remedy = only((struct amendment){
                            .kind = remedy, .p = p, .number = needed}),
                    });
    }
}

/* The run of neighbouring busy slots around s, and all gaps, if s were busy too. */
static void count_day(const struct search *search, const bool *busy, int *run,
                      int *n_gaps)
{
    const struct slot *slot = search->event->slot;
    int last = -1, length = 0;
    *run = *n_gaps = 0;
    for (int k = 0; k < search->event->n_slots; k++) {
        if (!busy[k]) {
            continue;
        }
        bool same = last >= 0 && slot[last].session == slot[k].session;
        length = same && last == k - 1 ? length + 1 : 1;
        *n_gaps += same && last < k - 1;
        *run = length > *run ? length : *run;
        last = k;
    }
}

static void judge_day(const struct search *search, int p)
{
    const struct participant *who = &search->event->participant[p];
    if (who->max_consecutive == NO_LIMIT && who->max_gaps == NO_LIMIT) {
        return;
    }
    bool *busy = arena_new(search->arena, search->event->n_slots, bool);
    int run, n_gaps;
    for (int k = 0; k < search->schedule->n_meetings; k++) {
        const struct schedule_meeting *entry = &search->schedule->meeting[k];
        if (is_there(search, entry, p)) {
            busy[entry->s] = true;
        }
    }
    busy[search->s] = true;
    count_day(search, busy, &run, &n_gaps);
    judge_limit(search, p, who->max_consecutive, run, OBSTACLE_MAX_CONSECUTIVE,
                AMEND_MAX_CONSECUTIVE);
    judge_limit(search, p, who->max_gaps, n_gaps, OBSTACLE_MAX_GAPS,
                AMEND_MAX_GAPS);
}

static void judge_people(const struct search *search)
{
    const struct meeting *meeting = meeting_of(search);
    for (int k = 0; k < meeting->n_participants; k++) {
        int p = meeting->participant[k], n_held;
        judge_absence(search, p);
        judge_time(search, p, &n_held);
        judge_limit(search, p, search->event->participant[p].max_meetings,
                    n_held + 1, OBSTACLE_MAX_MEETINGS, AMEND_MAX_MEETINGS);
        judge_day(search, p);
    }
}

/* Whether this request's own wishes rule the slot out. */
static bool is_against(const struct request *request, const struct slot *slot)
{
    return (request->earliest_s != NO_TIME &&
            slot->start_s < request->earliest_s) ||
           (request->latest_s != NO_TIME && slot->end_s > request->latest_s) ||
           slot->end_s - slot->start_s < (int64_t)request->minutes * 60;
}

static void judge_own_time(const struct search *search)
{
    const struct event *event = search->event;
    const struct meeting *meeting = meeting_of(search);
    struct obstacle obstacle = {.kind = OBSTACLE_OWN_TIME};
    if (eligibility_time_suits(event, search->elig, search->m, search->s)) {
        return;
    }
    for (enum time_fault fault = TIME_FORBIDDEN; fault <= TIME_LOCKED_ELSEWHERE;
         fault++) {
        obstacle.hopeless |= eligibility_has_time_fault(
            event, search->elig, search->m, search->s, fault);
    }
    for (int k = 0; k < meeting->n_requests; k++) {
        int q = meeting->request[k];
        if (event_request_counts(event, &event->request[q]) &&
            is_against(&event->request[q], &event->slot[search->s])) {
            obstacle.hopeless |=
                !amendments_add(&obstacle.remedy,
                                (struct amendment){.kind = AMEND_ANY_TIME, .q = q});
        }
    }
    add(search, obstacle);
}

static bool is_held_before(const struct search *search, int m)
{
    for (int k = 0; k < search->schedule->n_meetings; k++) {
        const struct schedule_meeting *entry = &search->schedule->meeting[k];
        if (entry->m == m) {
            return entry->s >= 0 && entry->s < search->s;
        }
    }
    return false;
}

static bool waits_in_vain(const struct search *search,
                          const struct request *request)
{
    for (int k = 0; k < request->n_after; k++) {
        int m = search->elig->meeting_of_request[request->after[k]];
        if (m != search->m && !is_held_before(search, m)) {
            return true;
        }
    }
    return false;
}

static void judge_order(const struct search *search)
{
    const struct event *event = search->event;
    const struct meeting *meeting = meeting_of(search);
    struct obstacle obstacle = {.kind = OBSTACLE_ORDER};
    for (int k = 0; k < meeting->n_requests; k++) {
        int q = meeting->request[k];
        if (event_request_counts(event, &event->request[q]) &&
            waits_in_vain(search, &event->request[q])) {
            obstacle.hopeless |= !amendments_add(
                &obstacle.remedy,
                (struct amendment){.kind = AMEND_ANY_ORDER, .q = q});
        }
    }
    if (obstacle.remedy.n > 0) {
        add(search, obstacle);
    }
}

static bool is_used(const struct search *search, int r, int i)
{
    for (int k = 0; k < search->schedule->n_meetings; k++) {
        const struct schedule_meeting *entry = &search->schedule->meeting[k];
        if (entry->m != search->m && entry->s == search->s &&
            ((r >= 0 && entry->r == r) || (i >= 0 && entry->i == i))) {
            return true;
        }
    }
    return false;
}

struct strings obstacle_features(struct arena *arena, const struct event *event,
                                 const struct meeting *meeting)
{
    const char *interpreted = event->rules.interpreted_room_feature;
    struct strings features = {
        arena_new(arena, meeting->room_features.n + 1, const char *), 0};
    for (int k = 0; k < meeting->room_features.n; k++) {
        features.text[features.n++] = meeting->room_features.text[k];
    }
    if (meeting->needs_interpreter && interpreted[0] != '\0') {
        features.text[features.n++] = interpreted;
    }
    strings_sort_once(&features);
    return features;
}

static void judge_rooms(const struct search *search)
{
    for (int r = 0; r < search->event->n_rooms; r++) {
        if (eligibility_room_fits(search->elig, search->m, r, search->s) &&
            !is_used(search, r, -1)) {
            return;
        }
    }
    add(search, (struct obstacle){
                    .kind = OBSTACLE_ROOM,
                    .remedy = only((struct amendment){
                        .kind = AMEND_ROOM,
                        .q = meeting_of(search)->request[0],
                        .s = search->s,
                        .features = obstacle_features(search->arena, search->event,
                                                      meeting_of(search))}),
                });
}

static bool everybody_speaks(const struct event *event,
                             const struct meeting *meeting, const char *x,
                             const char *y)
{
    bool has_x = false, has_y = false;
    for (int k = 0; k < meeting->n_participants; k++) {
        const struct strings *languages =
            &event->participant[meeting->participant[k]].languages;
        bool speaks_x = strings_has(languages, x),
             speaks_y = strings_has(languages, y);
        if (!speaks_x && !speaks_y) {
            return false;
        }
        has_x |= speaks_x;
        has_y |= speaks_y;
    }
    return has_x && has_y;
}

const char *obstacle_pair(struct arena *arena, const struct event *event,
                          const struct meeting *meeting)
{
    struct strings all = {NULL, 0};
    int n = 0;
    for (int i = 0; i < event->n_interpreters; i++) {
        const struct strings *pairs = &event->interpreter[i].pairs;
        for (int k = 0; k < pairs->n; k++) {
            struct strings side = text_split(arena, pairs->text[k], '-');
            if (side.n == 2 &&
                everybody_speaks(event, meeting, side.text[0], side.text[1])) {
                return pairs->text[k];
            }
        }
    }
    for (int k = 0; k < meeting->n_participants; k++) {
        n += event->participant[meeting->participant[k]].languages.n;
    }
    all.text = arena_new(arena, n, const char *);
    for (int k = 0; k < meeting->n_participants; k++) {
        const struct strings *own =
            &event->participant[meeting->participant[k]].languages;
        for (int j = 0; j < own->n; j++) {
            all.text[all.n++] = own->text[j];
        }
    }
    strings_sort_once(&all);
    for (int a = 0; a < all.n; a++) {
        for (int b = a + 1; b < all.n; b++) {
            if (everybody_speaks(event, meeting, all.text[a], all.text[b])) {
                return arena_printf(arena, "%s-%s", all.text[a], all.text[b]);
            }
        }
    }
    return NULL;
}

/* True if interpreter i speaks the languages, is there and not at work then. */
static bool is_at_hand(const struct search *search, int i)
{
    return eligibility_interpreter_fits(search->elig, search->m, i, search->s) &&
           !is_used(search, -1, i);
}

/* Meetings of interpreter i, and the longest run, if it took this one as well. */
static void count_work(const struct search *search, int i, int *n, int *run)
{
    int n_gaps;
    bool *busy = arena_new(search->arena, search->event->n_slots, bool);
    *n = 1;
    for (int k = 0; k < search->schedule->n_meetings; k++) {
        const struct schedule_meeting *entry = &search->schedule->meeting[k];
        if (entry->m != search->m && entry->i == i && entry->s >= 0) {
            busy[entry->s] = true;
            ++*n;
        }
    }
    busy[search->s] = true;
    count_day(search, busy, run, &n_gaps);
}

static void judge_interpreters(const struct search *search)
{
    const struct event *event = search->event;
    const struct meeting *meeting = meeting_of(search);
    struct obstacle obstacle = {.kind = OBSTACLE_INTERPRETER};
    if (!meeting->needs_interpreter || !event->has_interpreters) {
        return;
    }
    for (int i = 0; i < event->n_interpreters; i++) {
        const struct interpreter *who = &event->interpreter[i];
        int n, run;
        if (!is_at_hand(search, i)) {
            continue;
        }
        count_work(search, i, &n, &run);
        if (who->max_consecutive != NO_LIMIT && run > who->max_consecutive) {
            continue;
        }
        if (who->max_meetings == NO_LIMIT || n <= who->max_meetings) {
            return;
        }
        if (obstacle.remedy.n == 0) {
            obstacle.remedy = only((struct amendment){
                .kind = AMEND_STAFF_MEETINGS, .i = i, .number = n});
        }
    }
    const char *pair = obstacle_pair(search->arena, event, meeting);
    if (obstacle.remedy.n == 0 && pair) {
        obstacle.remedy = only((struct amendment){
            .kind = AMEND_INTERPRETER, .s = search->s, .pair = pair});
    }
    obstacle.hopeless = obstacle.remedy.n == 0;
    add(search, obstacle);
}

void obstacles_find(struct arena *arena, const struct event *event,
                    const struct eligibility *elig, const struct schedule *schedule,
                    int m, int s, struct obstacles *out)
{
    const struct search search = {arena, event, elig, schedule, m, s, out};
    *out = (struct obstacles){.n = 0, .all = true};
    judge_people(&search);
    judge_own_time(&search);
    judge_order(&search);
    judge_rooms(&search);
    judge_interpreters(&search);
}

bool obstacles_remedy(const struct obstacles *obstacles, struct amendments *remedy)
{
    for (int k = 0; k < obstacles->n; k++) {
        const struct obstacle *obstacle = &obstacles->item[k];
        if (obstacle->hopeless) {
            return false;
        }
        for (int j = 0; j < obstacle->remedy.n; j++) {
            if (!amendments_add(remedy, obstacle->remedy.item[j])) {
                return false;
            }
        }
    }
    return obstacles->all;
}
