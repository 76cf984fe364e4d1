#include "tests/support/random_event_maker.h"

#include <string.h>

static const char *make_contacts(struct maker *maker, int p, int n)
{
    static const char *const languages[] = {"en", "ja", "fr"};
    struct json_list list = maker_list(maker);
    for (int k = 1; k <= n; k++) {
        struct json_object object;
        json_begin(maker->arena, &object);
        json_put(&object, "name",
                 arena_printf(maker->arena, "\"Person %d of %d\"", k, p));
        if (maker_chance(maker, 30)) {
            json_put_text(&object, "name_ja", "佐藤 花子");
        }
        json_put(&object, "email",
                 arena_printf(maker->arena, "\"p%d.%d@example.org\"", p, k));
        json_put_text(&object, "language", languages[maker_between(maker, 0, 2)]);
        json_put_text(&object, "job_title", "Export manager");
        json_list_add(&list, json_end(&object));
    }
    return maker_join(maker, &list, false);
}

static void put_limits(struct maker *maker, struct json_object *object, bool plain)
{
    if (maker_feature(maker, 15)) {
        json_put_int(object, "parallel", maker_between(maker, 1, 2));
    }
    if (maker_feature(maker, 15)) {
        json_put_int(object, "people", maker_between(maker, 1, 3));
    }
    if (maker_feature(maker, 20)) {
        int most = maker_between(maker, 0, 4);
        json_put_int(object, "max_meetings", plain && most == 0 ? 1 : most);
    }
    if (maker_feature(maker, 30)) {
        json_put_int(object, "min_meetings", maker_between(maker, 0, 3));
    }
    if (maker_feature(maker, 15)) {
        json_put_int(object, "max_consecutive", maker_between(maker, 1, 3));
    }
    if (maker_feature(maker, 15)) {
        json_put_int(object, "max_gaps", maker_between(maker, 0, 1));
    }
}

static void put_speech(struct maker *maker, struct json_object *object, bool plain)
{
    static const char *const habits[] = {"auto", "always", "never"};
    static const char *const others[] = {"ja", "fr"};
    struct json_list languages = maker_list(maker);
    if (plain || maker_chance(maker, 55)) {
        json_list_add_text(&languages, "en");
    }
    for (int k = 0; k < 2; k++) {
        if (maker_chance(maker, 40) || (k == 1 && languages.n == 0)) {
            json_list_add_text(&languages, others[k]);
        }
    }
    if (maker->has_interpreters || maker_chance(maker, 60)) {
        json_put(object, "languages", maker_join(maker, &languages, false));
    }
    if (!plain && maker_feature(maker, 15)) {
        json_put_text(object, "interpreter", habits[maker_between(maker, 0, 2)]);
    }
}

const char *maker_participants(struct maker *maker)
{
    static const char *const ids[MAKER_MOST_GUESTS] = {
        "lyon",       "Gifu.pref", "akita",  "turku-2",
        "osaka_city", "1st-porto", "bruges",
    };
    struct json_list list = maker_list(maker);
    maker->n_guests = maker_between(maker, 3, MAKER_MOST_GUESTS);
    for (int p = 0; p < maker->n_guests; p++) {
        struct guest *guest = &maker->guest[p];
        struct json_object object;
        guest->id = ids[p];
        guest->side = maker_chance(maker, 50) ? "JP" : "EU";
        guest->plain = maker->has_locks && maker_chance(maker, 60);
        guest->zone =
            maker_draw_zone(maker, guest->plain || maker_chance(maker, 80));
        json_begin(maker->arena, &object);
        json_put_text(&object, "id", guest->id);
        json_put_text(&object, "organisation", "Organisation");
        if (maker_chance(maker, 30)) {
            json_put_text(&object, "organisation_ja", "岐阜県");
        }
        json_put_text(&object, "side", guest->side);
        json_put_text(&object, "time_zone", guest->zone->name);
        put_speech(maker, &object, guest->plain);
        json_put(&object, "contacts",
                 make_contacts(maker, p, maker_between(maker, 0, 2)));
        put_limits(maker, &object, guest->plain);
        if (!guest->plain && maker_feature(maker, 5)) {
            json_put_text(&object, "status", "cancelled");
        }
        json_list_add(&list, json_end(&object));
    }
    return maker_join(maker, &list, true);
}

static void add_row(struct maker *maker, struct json_list *list, int p,
                    const char *kind)
{
    struct json_object object;
    int start, end;
    maker_draw_span(maker, &start, &end);
    if (strcmp(kind, "available") == 0 && maker_chance(maker, 60)) {
        start = maker->slot[0].start_min - 60; /* else few slots suit two people */
        end = maker->slot[maker->n_slots - 1].end_min;
    }
    json_begin(maker->arena, &object);
    json_put_text(&object, "participant", maker->guest[p].id);
    if (strcmp(kind, "available") != 0 || maker_chance(maker, 50)) {
        json_put_text(&object, "kind", kind);
    }
    maker_put_span(maker, &object, maker->guest[p].zone, start, end);
    json_list_add(list, json_end(&object));
}

const char *maker_availability(struct maker *maker)
{
    static const char *const kinds[] = {"available", "available", "unavailable",
                                        "avoid"};
    struct json_list list = maker_list(maker);
    bool used = maker_feature(maker, 50);
    for (int p = 0; p < maker->n_guests && used; p++) {
        /* Far from the sessions' hours only rows of their own let people meet. */
        bool far = maker->guest[p].zone->offset_min < 60;
        int n = far ? 1 : 0;
        n += maker_chance(maker, 50) ? maker_between(maker, 1, 2) : 0;
        for (int k = 0; k < n; k++) {
            const char *kind = kinds[maker_between(maker, 0, 3)];
            add_row(maker, &list, p,
                    maker->guest[p].plain ? "avoid"
                    : far && k == 0       ? "available"
                                          : kind);
        }
    }
    return maker_join(maker, &list, true);
}

static bool is_known(const struct maker *maker, const struct wish *wish)
{
    for (int w = 0; w < maker->n_wishes; w++) {
        const struct wish *other = &maker->wish[w];
        if (other->n_members == wish->n_members &&
            memcmp(other->member, wish->member, sizeof wish->member) == 0 &&
            strcmp(other->topic, wish->topic) == 0) {
            return true;
        }
    }
    return false;
}

static struct wish draw_wish(struct maker *maker)
{
    static const char *const topics[] = {"", "", "", "", "energy", "観光"};
    struct wish wish = {.topic = topics[maker_between(maker, 0, 5)]};
    bool chosen[MAKER_MOST_GUESTS] = {false};
    int n =
        maker_feature(maker, 10) ? maker_between(maker, 3, MAKER_MOST_MEMBERS) : 2;
    n = n < maker->n_guests ? n : maker->n_guests;
    for (int k = 0; k < n; k++) {
        int p;
        do {
            p = maker_between(maker, 0, maker->n_guests - 1);
        } while (chosen[p]);
        chosen[p] = true;
    }
    wish.plain = maker->has_locks;
    for (int p = 0; p < maker->n_guests; p++) {
        if (chosen[p]) {
            wish.member[wish.n_members++] = p;
            wish.plain = wish.plain && maker->guest[p].plain;
        }
    }
    return wish;
}

static void put_limiting_fields(struct maker *maker, struct json_object *object)
{
    if (maker_feature(maker, 8)) {
        json_put_int(object, "minutes", maker_between(maker, 15, 30));
    }
    int earliest = 0;
    if (maker_feature(maker, 10)) {
        int s = maker_between(maker, 0, maker->n_slots - 1);
        earliest = maker->slot[s].start_min - 5;
        json_put_text(object, "earliest",
                      maker_local(maker, maker->zone, earliest));
    }
    if (maker_feature(maker, 10)) {
        int end = maker->slot[maker->n_slots - 1].end_min;
        end += maker_chance(maker, 50) ? -20 : 10;
        if (end > earliest) {
            json_put_text(object, "latest", maker_local(maker, maker->zone, end));
        }
    }
    if (maker_feature(maker, 10)) {
        json_put(object, "room_features", "[\"recording\"]");
    }
}

static void put_status(struct maker *maker, struct json_object *object, bool plain)
{
    static const char *const rare[] = {"pending", "pending", "declined",
                                       "withdrawn"};
    if (plain || maker_chance(maker, 60)) {
        json_put_text(object, "status", "accepted");
    } else if (maker_feature(maker, 30)) {
        json_put_text(object, "status", rare[maker_between(maker, 0, 3)]);
    }
}

/* Requests of other meetings that were made before: no cycles, and none of the
 * meeting itself. */
static void put_after(struct maker *maker, struct json_object *object, int w)
{
    struct json_list after = maker_list(maker);
    for (int other = 0; other < w; other++) {
        if (maker_chance(maker, 30) || (maker->is_chained && other == w - 1)) {
            json_list_add_text(&after, maker->wish[other].request);
            maker->wish[w].after |= 1u << other;
        }
    }
    json_put(object, "after", maker_join(maker, &after, false));
}

static void put_wishes(struct maker *maker, struct json_object *object, int w)
{
    if (maker_feature(maker, 20)) {
        json_put_int(object, "rank", maker_between(maker, 1, 3));
    } else if (maker_chance(maker, 10)) {
        json_put(object, "rank", "null");
    } else if (maker_chance(maker, 70)) {
        json_put_int(object, "priority",
                     maker_between(maker, 1, maker->n_priorities));
    }
    bool follows =
        maker->is_chained ? maker_chance(maker, 80) : maker_feature(maker, 8);
    if (maker->n_wishes > 1 && follows) {
        put_after(maker, object, w);
    }
    if (maker_feature(maker, 8)) {
        json_put(object, "follow_up", "true");
    }
    if (maker_chance(maker, 10)) {
        json_put_text(object, "message", "We make cheese.");
        json_put_text(object, "note", "");
    }
}

/* A request of wish w by its k-th member to all others. */
static const char *make_request(struct maker *maker, int w, int k, const char *id)
{
    const struct wish *wish = &maker->wish[w];
    struct json_object object;
    struct json_list also = maker_list(maker);
    int to = k == 0 ? 1 : 0;
    for (int i = 0; i < wish->n_members; i++) {
        if (i != k && i != to) {
            json_list_add_text(&also, maker->guest[wish->member[i]].id);
        }
    }
    json_begin(maker->arena, &object);
    json_put_text(&object, "id", id);
    json_put_text(&object, "from", maker->guest[wish->member[k]].id);
    json_put_text(&object, "to", maker->guest[wish->member[to]].id);
    if (also.n > 0) {
        json_put(&object, "also", maker_join(maker, &also, false));
    }
    if (wish->topic[0] != '\0' || maker_chance(maker, 20)) {
        json_put_text(&object, "topic", wish->topic);
    }
    put_status(maker, &object, wish->plain);
    put_wishes(maker, &object, w);
    if (!wish->plain) {
        put_limiting_fields(maker, &object);
    }
    return json_end(&object);
}

const char *maker_requests(struct maker *maker)
{
    struct json_list list = maker_list(maker);
    int n = maker_between(maker, 2, MAKER_MOST_WISHES), n_requests = 0;
    maker->is_chained = maker_chance(maker, 8);
    for (int k = 0; k < n; k++) {
        struct wish wish = draw_wish(maker);
        if (is_known(maker, &wish)) {
            continue;
        }
        int w = maker->n_wishes++;
        wish.request = arena_printf(maker->arena, "r%d", n_requests + 1);
        maker->wish[w] = wish;
        int first = maker_between(maker, 0, wish.n_members - 1);
        int askers = maker_chance(maker, 30) ? 2 : 1; /* both want it */
        for (int i = 0; i < askers; i++) {
            const char *id = arena_printf(maker->arena, "r%d", ++n_requests);
            json_list_add(&list,
                          make_request(maker, w, (first + i) % wish.n_members, id));
        }
    }
    return maker_join(maker, &list, true);
}

static void put_target(struct maker *maker, struct json_object *object,
                       const struct wish *wish)
{
    if (maker_chance(maker, 60)) {
        json_put_text(object, "request", wish->request);
        return;
    }
    struct json_list list = maker_list(maker);
    for (int k = 0; k < wish->n_members; k++) {
        json_list_add_text(&list, maker->guest[wish->member[k]].id);
    }
    json_put(object, "participants", maker_join(maker, &list, false));
    if (wish->topic[0] != '\0') {
        json_put_text(object, "topic", wish->topic);
    }
}

/* Whether the lock can hold as far as order goes: nothing stands against what has
 * to come before in the first slot. */
static bool may_be_kept(const struct maker *maker, const struct wish *wish)
{
    for (int w = 0; w < maker->n_wishes; w++) {
        const struct wish *before = &maker->wish[w];
        if ((wish->after >> w & 1) &&
            (!before->plain || before->has_lock || before->after != 0)) {
            return false;
        }
    }
    return wish->after == 0 || maker->n_slots > 1;
}

static const char *make_lock(struct maker *maker, const struct wish *wish,
                             bool keep)
{
    struct json_object object;
    json_begin(maker->arena, &object);
    put_target(maker, &object, wish);
    if (maker_chance(maker, 50)) {
        int s = maker_between(maker, keep && wish->after != 0, maker->n_slots - 1);
        json_put_text(&object, "slot", maker->slot[s].id);
    }
    if (maker_chance(maker, 30)) {
        json_put_text(&object, "room", "R01");
    }
    if (!keep || maker_chance(maker, 50)) {
        json_put_text(&object, "kind", keep ? "lock" : "forbid");
    }
    return json_end(&object);
}

const char *maker_locks(struct maker *maker)
{
    enum { MOST_KEPT = 3 };
    struct json_list list = maker_list(maker);
    int n_kept = 0;
    for (int w = 0; w < maker->n_wishes && maker->has_locks; w++) {
        struct wish *wish = &maker->wish[w];
        if (!wish->plain) {
            continue;
        }
        bool keep = n_kept < MOST_KEPT && may_be_kept(maker, wish) &&
                    maker_chance(maker, 60);
        if (keep || maker_chance(maker, 40)) {
            json_list_add(&list, make_lock(maker, wish, keep));
            wish->has_lock = true;
            maker->has_waiting_lock |= keep && wish->after != 0;
            n_kept += keep;
        }
    }
    return list.n > 0 ? maker_join(maker, &list, true) : NULL;
}

/* What a locked meeting follows must not be forbidden. */
const char *maker_met_before(struct maker *maker)
{
    struct json_list list = maker_list(maker);
    bool named[MAKER_MOST_GUESTS][MAKER_MOST_GUESTS] = {{false}};
    for (int w = 0; w < maker->n_wishes; w++) {
        const struct wish *wish = &maker->wish[w];
        bool *pair = &named[wish->member[0]][wish->member[1]];
        bool both_plain = maker->guest[wish->member[0]].plain &&
                          maker->guest[wish->member[1]].plain;
        if (!maker_feature(maker, 6) || *pair ||
            (both_plain && maker->has_waiting_lock)) {
            continue;
        }
        *pair = true;
        bool swap = maker->shuffle && rng_below(maker->shuffle, 2);
        const char *a = maker->guest[wish->member[swap ? 1 : 0]].id;
        const char *b = maker->guest[wish->member[swap ? 0 : 1]].id;
        json_list_add(
            &list, arena_printf(maker->arena, "{\"a\":\"%s\",\"b\":\"%s\"}", a, b));
    }
    return list.n > 0 ? maker_join(maker, &list, true) : NULL;
}
