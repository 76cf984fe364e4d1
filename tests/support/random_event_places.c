#include <string.h>

#include "tests/support/random_event_maker.h"

struct session_plan {
    const char *id;
    int start_min, length, changeover, n_slots;
    int break_start, break_end; /* none if equal */
};

/* Cuts the session into slots as the format says, and returns its end. */
static int cut_slots(struct maker *maker, const struct session_plan *plan)
{
    int at = plan->start_min, end = at;
    for (int k = 1; k <= plan->n_slots; k++) {
        if (at < plan->break_end && plan->break_start < at + plan->length) {
            at = plan->break_end;
        }
        end = at + plan->length;
        maker->slot[maker->n_slots++] = (struct maker_slot){
            .id = arena_printf(maker->arena, "%s-%02d", plan->id, k),
            .start_min = at,
            .end_min = end,
        };
        at = end + plan->changeover;
    }
    return end + maker_between(maker, 0, plan->length - 1);
}

static const char *clock_of(struct maker *maker, const struct maker_zone *zone,
                            int minute)
{
    return maker_local(maker, zone, minute) + strlen("2021-05-18T");
}

static const char *session_text(struct maker *maker,
                                const struct session_plan *plan, int end_min)
{
    struct json_object object;
    bool named = maker_chance(maker, 40);
    const struct maker_zone *zone =
        named ? maker_draw_zone(maker, true) : maker->zone;
    json_begin(maker->arena, &object);
    json_put_text(&object, "id", plan->id);
    if (maker_chance(maker, 50)) {
        json_put_text(&object, "title", "商談会");
    }
    json_put(&object, "date",
             arena_printf(maker->arena, "\"%.10s\"",
                          maker_local(maker, zone, plan->start_min)));
    json_put_text(&object, "start", clock_of(maker, zone, plan->start_min));
    json_put_text(&object, "end", clock_of(maker, zone, end_min));
    if (named) {
        json_put_text(&object, "time_zone", zone->name);
    }
    json_put_int(&object, "meeting_minutes", plan->length);
    if (plan->changeover > 0) {
        json_put_int(&object, "changeover_minutes", plan->changeover);
    }
    if (plan->break_end > plan->break_start) {
        json_put(
            &object, "breaks",
            arena_printf(maker->arena,
                         "[{\"start\":\"%s\",\"end\":\"%s\",\"title\":\"Coffee\"}]",
                         clock_of(maker, zone, plan->break_start),
                         clock_of(maker, zone, plan->break_end)));
    }
    return json_end(&object);
}

/* All between 06:00Z and 11:00Z, which is social at the plain guests' places. */
const char *maker_sessions(struct maker *maker)
{
    static const char *const id[] = {"am", "B.2", "late_3"};
    struct json_list list = maker_list(maker);
    int n = maker_between(maker, 1, 3),
        at = 6 * 60 + 15 * maker_between(maker, 0, 4);
    int day = 0;
    for (int k = 0; k < n && maker->n_slots < MAKER_MOST_SLOTS; k++) {
        int room = MAKER_MOST_SLOTS - maker->n_slots;
        struct session_plan plan = {.id = id[k], .start_min = at};
        plan.length = 15 + 5 * maker_between(maker, 0, 3);
        plan.changeover = maker_chance(maker, 30) ? 5 : 0;
        plan.n_slots = maker_between(maker, 1, room < 4 ? room : 4);
        if (plan.n_slots > 1 && maker_chance(maker, 30)) {
            plan.break_start = at + plan.length + 5 * maker_between(maker, 0, 2);
            plan.break_end = plan.break_start + 10;
        }
        int end = cut_slots(maker, &plan);
        json_list_add(&list, session_text(maker, &plan, end));
        at = end + 10 * maker_between(maker, 0, 3);
        if (at > day * 24 * 60 + 8 * 60 + 30 || maker_chance(maker, 20)) {
            at = ++day * 24 * 60 + 6 * 60 + 30;
        }
    }
    return maker_join(maker, &list, true);
}

/* In events with locks only guests who are not plain are kept from meeting. */
static const char *make_audience(struct maker *maker)
{
    int kind = maker->has_locks ? 2 : maker_between(maker, 0, 2);
    if (kind == 0) {
        return "\"all\"";
    }
    if (kind == 1) {
        return "{\"side\":\"JP\"}";
    }
    struct json_list list = maker_list(maker);
    for (int p = 0; p < maker->n_guests; p++) {
        if (!(maker->has_locks && maker->guest[p].plain) &&
            maker_chance(maker, 40)) {
            json_list_add_text(&list, maker->guest[p].id);
        }
    }
    for (int i = 0; i < maker->n_interpreters; i++) {
        if (maker_chance(maker, 40)) {
            json_list_add_text(&list, maker->interpreter[i]);
        }
    }
    return list.n > 0 ? maker_join(maker, &list, false) : NULL;
}

const char *maker_agenda(struct maker *maker)
{
    static const char *const id[] = {"welcome", "Panel-1"};
    struct json_list list = maker_list(maker);
    int n = maker_feature(maker, 25) ? maker_between(maker, 1, 2) : 0;
    for (int k = 0; k < n; k++) {
        const char *audience = make_audience(maker);
        if (!audience) {
            continue;
        }
        struct json_object object;
        int middle =
            maker->slot[maker_between(maker, 0, maker->n_slots - 1)].start_min;
        int start = middle - 5 * maker_between(maker, 1, 4);
        int end = middle + 5 * maker_between(maker, 0, 3);
        json_begin(maker->arena, &object);
        json_put_text(&object, "id", id[k]);
        json_put_text(&object, "title", "Opening words");
        json_put(&object, "audience", audience);
        json_put_text(&object, "url", "https://example.org/welcome");
        maker_put_span(maker, &object, maker->zone, start, end);
        json_list_add(&list, json_end(&object));
    }
    return maker_join(maker, &list, true);
}

static void put_windows(struct maker *maker, struct json_object *object,
                        const struct maker_zone *understood)
{
    struct json_list windows = maker_list(maker);
    int n = maker_between(maker, 1, 2);
    for (int k = 0; k < n; k++) {
        struct json_object window;
        int start, end;
        maker_draw_span(maker, &start, &end);
        json_begin(maker->arena, &window);
        maker_put_span(maker, &window, understood, start, end);
        json_list_add(&windows, json_end(&window));
    }
    json_put(object, "available", maker_join(maker, &windows, false));
}

static const char *make_room(struct maker *maker, int r)
{
    static const char *const features[] = {"recording", "interpretation"};
    const char *all = maker->shuffle && rng_below(maker->shuffle, 2)
                          ? "[\"recording\",\"interpretation\"]"
                          : "[\"interpretation\",\"recording\"]";
    bool universal = r == 1 && maker->has_locks;
    struct json_object object;
    json_begin(maker->arena, &object);
    json_put(&object, "id", arena_printf(maker->arena, "\"R%02d\"", r));
    json_put(&object, "name", arena_printf(maker->arena, "\"Room %d\"", r));
    json_put_text(&object, "url", "https://example.org/room");
    if (universal) {
        json_put(&object, "features", all);
        return json_end(&object);
    }
    if (maker_feature(maker, 30)) {
        json_put_int(&object, "capacity", maker_between(maker, 2, 7));
    }
    json_put(&object, "features", maker_some(maker, features, 2, 50));
    if (maker_feature(maker, 15)) {
        const char *ids[MAKER_MOST_GUESTS];
        for (int p = 0; p < maker->n_guests; p++) {
            ids[p] = maker->guest[p].id;
        }
        json_put(&object, "reserved_for",
                 maker_some(maker, ids, maker->n_guests, 40));
    }
    if (maker_feature(maker, 20)) {
        put_windows(maker, &object, maker->zone);
    }
    return json_end(&object);
}

const char *maker_rooms(struct maker *maker)
{
    int kind = maker_between(maker, 0, 9);
    if (kind == 0 && !maker->has_locks) {
        return "[]";
    }
    if (kind < 3) {
        return NULL; /* as many as participants */
    }
    if (kind < 5) {
        return arena_printf(maker->arena, "%d", maker_between(maker, 1, 3));
    }
    struct json_list list = maker_list(maker);
    int n = maker_between(maker, 1, 3);
    for (int r = 1; r <= n; r++) {
        json_list_add(&list, make_room(maker, r));
    }
    return maker_join(maker, &list, true);
}

const char *maker_interpreters(struct maker *maker)
{
    static const char *const pairs[] = {"en-ja", "ja-fr", "fr-en"};
    static const char *const id[] = {"I1", "interp-2"};
    struct json_list list = maker_list(maker);
    for (int i = 0; i < maker->n_interpreters; i++) {
        struct json_object object;
        const struct maker_zone *zone = maker_draw_zone(maker, false);
        maker->interpreter[i] = id[i];
        json_begin(maker->arena, &object);
        json_put_text(&object, "id", id[i]);
        json_put_text(&object, "name", "Hanako Sato");
        json_put_text(&object, "email", "hanako@example.org");
        json_put_text(&object, "time_zone", zone->name);
        int first = maker_between(maker, 0, 1);
        int second = maker_between(maker, 1, 2);
        const char *mine[] = {pairs[first], pairs[second]};
        json_put(&object, "pairs",
                 maker_some(maker, mine, first == second ? 1 : 2, 100));
        if (maker_feature(maker, 20)) {
            put_windows(maker, &object, zone);
        }
        if (maker_feature(maker, 30)) {
            json_put_int(&object, "max_meetings", maker_between(maker, 0, 3));
        }
        if (maker_feature(maker, 30)) {
            json_put_int(&object, "max_consecutive", maker_between(maker, 1, 2));
        }
        json_list_add(&list, json_end(&object));
    }
    return maker_join(maker, &list, true);
}
