#include "tests/support/random_event.h"

#include <string.h>

#include "scheduler/base/rng.h"
#include "tests/support/tiny_event.h"

struct maker {
    struct arena *arena;
    struct event *event;
    struct rng rng;
};

static int below(struct maker *maker, int n)
{
    return (int)rng_below(&maker->rng, (uint32_t)n);
}

static bool one_in(struct maker *maker, int n)
{
    return below(maker, n) == 0;
}

static struct strings words(struct maker *maker, const char *text)
{
    return tiny_words(maker->arena, text);
}

static void limit(struct maker *maker, struct participant *who)
{
    who->min_meetings = below(maker, 4);
    if (one_in(maker, 3)) {
        who->max_meetings = below(maker, 5);
    }
    if (one_in(maker, 3)) {
        who->max_consecutive = 1 + below(maker, 2);
    }
    if (one_in(maker, 3)) {
        who->max_gaps = below(maker, 2);
    }
    if (one_in(maker, 4)) {
        tiny_contacts(maker->arena, maker->event, who->id, 1 + below(maker, 4));
        who->parallel = 2 + below(maker, 2);
    }
}

static void give_languages(struct maker *maker, struct participant *who)
{
    if (one_in(maker, 3)) {
        who->languages = words(maker, one_in(maker, 2) ? "ja" : "fr ja");
    }
    if (one_in(maker, 8)) {
        who->interpretation = INTERPRETATION_ALWAYS;
    } else if (one_in(maker, 8)) {
        who->interpretation = INTERPRETATION_NEVER;
    }
}

static void give_times(struct maker *maker, struct participant *who)
{
    who->cancelled = one_in(maker, 12);
    if (one_in(maker, 4)) {
        tiny_window(maker->arena, &who->unavailable, "09:20", "09:45");
    }
    if (one_in(maker, 5)) {
        tiny_window(maker->arena, &who->available, "09:00",
                    one_in(maker, 2) ? "10:00" : "19:30");
    }
    if (one_in(maker, 5)) {
        tiny_window(maker->arena, &who->avoid, "09:05", "09:10");
    }
    if (one_in(maker, 6)) {
        tiny_zone(maker->arena, maker->event, who->id, "Asia/Tokyo");
    }
}

static void furnish(struct maker *maker, struct room *room)
{
    if (one_in(maker, 4)) {
        room->capacity = 2 + below(maker, 3);
    }
    if (one_in(maker, 3)) {
        room->features = words(maker, "booth");
    }
    if (one_in(maker, 6)) {
        room->reserved_for = arena_new(maker->arena, 1, int);
        room->reserved_for[0] = below(maker, maker->event->n_participants);
        room->n_reserved_for = 1;
    }
    if (one_in(maker, 5)) {
        tiny_window(maker->arena, &room->available, "09:00", "10:00");
    }
}

static void hire(struct maker *maker)
{
    static const char *const pairs[] = {"en-ja", "fr-ja en-fr", "en-fr"};
    maker->event->has_interpreters = one_in(maker, 2);
    for (int n = maker->event->has_interpreters ? below(maker, 3) : 0; n > 0; n--) {
        int i =
            tiny_interpreter(maker->arena, maker->event, pairs[below(maker, 3)]);
        struct interpreter *interpreter = &maker->event->interpreter[i];
        if (one_in(maker, 2)) {
            interpreter->max_meetings = below(maker, 4);
        }
        if (one_in(maker, 3)) {
            interpreter->max_consecutive = 1 + below(maker, 2);
        }
    }
}

/* The same wish twice by one side is an error of the event. */
static bool is_stated(const struct event *event, const struct request *wish)
{
    for (int q = 0; q < event->n_requests; q++) {
        const struct request *other = &event->request[q];
        int sum = wish->to + (wish->n_also > 0 ? wish->also[0] : 0);
        int other_sum = other->to + (other->n_also > 0 ? other->also[0] : 0);
        if (other->from == wish->from && other->n_also == wish->n_also &&
            sum == other_sum) {
            return true;
        }
    }
    return false;
}

static void want(struct maker *maker, struct request *request, int q)
{
    if (one_in(maker, 6)) {
        request->status = (enum request_status)below(maker, 4);
    }
    request->priority = 1 + below(maker, 5);
    request->rank = one_in(maker, 5) ? 1 + below(maker, 3) : 0;
    request->minutes = one_in(maker, 20) ? 21 : 0;
    request->follow_up = one_in(maker, 8);
    if (one_in(maker, 8)) {
        request->earliest_s = tiny_time("09:20");
    }
    if (one_in(maker, 8)) {
        request->latest_s = tiny_time("10:00");
    }
    if (one_in(maker, 8)) {
        request->room_features = words(maker, "booth");
    }
    if (q > 0 && one_in(maker, 6)) {
        tiny_after(maker->arena, maker->event, q, below(maker, q));
    }
}

/* Two or three different participants, or nothing if they are stated already. */
static void ask(struct maker *maker)
{
    int n = maker->event->n_participants, shift = 1 + below(maker, n - 1);
    int from = below(maker, n), to = (from + shift) % n;
    int third = one_in(maker, 8) ? below(maker, n) : from;
    char letters[4] = {(char)('a' + from), (char)('a' + to), '\0', '\0'};
    if (third != from && third != to) {
        letters[2] = (char)('a' + third);
    }
    int q = tiny_request(maker->arena, maker->event, letters);
    maker->event->n_requests--;
    if (!is_stated(maker->event, &maker->event->request[q])) {
        maker->event->n_requests++;
        want(maker, &maker->event->request[q], q);
    }
}

/* A room, a room in a slot, or the whole meeting. */
static void forbid(struct maker *maker)
{
    const struct event *event = maker->event;
    int r = one_in(maker, 3) ? -1 : below(maker, event->n_rooms);
    int s = r >= 0 && one_in(maker, 2) ? below(maker, event->n_slots) : -1;
    tiny_lock(maker->arena, maker->event, LOCK_FORBID,
              below(maker, event->n_requests), s, r);
}

static void set_rules(struct maker *maker)
{
    struct event *event = maker->event;
    event->rules.interpreted_room_feature = one_in(maker, 5) ? "booth" : "";
    event->rules.pending_scheduled = one_in(maker, 2);
    event->rules.met_before_forbidden = !one_in(maker, 3);
    if (one_in(maker, 3)) {
        tiny_met(event, "ab");
    }
    if (one_in(maker, 4)) {
        tiny_agenda(maker->arena, event, "09:00", "09:10",
                    one_in(maker, 2) ? "ab" : "");
    }
}

struct event *random_event(struct arena *arena, uint64_t seed)
{
    struct maker maker = {.arena = arena};
    char people[8] = "abcdefg";
    rng_init(&maker.rng, seed);
    people[4 + below(&maker, 4)] = '\0';
    int n_slots = 3 + below(&maker, 4), n_rooms = 1 + below(&maker, 3);
    maker.event = tiny_event(arena, people, n_slots, n_rooms);
    if (one_in(&maker, 2)) {
        tiny_session(arena, maker.event, "t", "18:00", 1 + below(&maker, 3));
    }
    for (int p = 0; p < maker.event->n_participants; p++) {
        limit(&maker, &maker.event->participant[p]);
        give_languages(&maker, &maker.event->participant[p]);
        give_times(&maker, &maker.event->participant[p]);
    }
    for (int r = 0; r < n_rooms; r++) {
        furnish(&maker, &maker.event->room[r]);
    }
    hire(&maker);
    set_rules(&maker);
    for (int n = 6 + below(&maker, 10); n > 0; n--) {
        ask(&maker);
    }
    for (int n = below(&maker, 3); n > 0; n--) {
        forbid(&maker);
    }
    return maker.event;
}
