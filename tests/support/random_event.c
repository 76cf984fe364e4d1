/* Locks have to be possible by themselves without working out here who can when.
 * So in events with locks some guests are plain (free in every slot), room R01
 * takes every meeting, and only meetings of plain guests are locked that nothing
 * limits, unless they follow others of which that is true. */

#include "tests/support/random_event.h"

#include <string.h>

#include "tests/support/random_event_maker.h"

static const struct maker_zone zones[] = {
    {"Europe/Brussels", 120}, {"Asia/Tokyo", 540},        {"Europe/Helsinki", 180},
    {"Asia/Kathmandu", 345},  {"America/New_York", -240}, {"UTC", 0},
};
enum { N_ZONES = sizeof zones / sizeof *zones, N_PLAIN_ZONES = 4 };

/* A number below n. */
static int draw(struct maker *maker, int n)
{
    if (maker->n_bytes == 0) {
        return (int)rng_below(&maker->rng, (uint32_t)n);
    }
    maker->n_bytes--;
    return *maker->byte++ % n;
}

bool maker_chance(struct maker *maker, int percent)
{
    return draw(maker, 100) < percent;
}

bool maker_feature(struct maker *maker, int percent)
{
    static const int factor[] = {1, 4, 8};
    return maker_chance(maker, percent * factor[maker->richness] / 4);
}

int maker_between(struct maker *maker, int low, int high)
{
    return low + draw(maker, high - low + 1);
}

struct json_list maker_list(struct maker *maker)
{
    return (struct json_list){.arena = maker->arena};
}

const char *maker_join(struct maker *maker, struct json_list *list, bool lines)
{
    return json_list_join(list, maker->shuffle, lines);
}

const char *maker_local(struct maker *maker, const struct maker_zone *zone,
                        int minute)
{
    /* A day more keeps what is divided positive. */
    int local = minute + zone->offset_min + 24 * 60;
    return arena_printf(maker->arena, "2021-05-%02dT%02d:%02d",
                        17 + local / (24 * 60), local / 60 % 24, local % 60);
}

static const char *with_offset(struct maker *maker, const struct maker_zone *zone,
                               int minute)
{
    int offset = zone->offset_min < 0 ? -zone->offset_min : zone->offset_min;
    return arena_printf(maker->arena, "%s%c%02d:%02d",
                        maker_local(maker, zone, minute),
                        zone->offset_min < 0 ? '-' : '+', offset / 60, offset % 60);
}

static const struct maker_zone *utc(void)
{
    return &zones[N_ZONES - 1];
}

static const char *in_utc(struct maker *maker, int minute)
{
    return arena_printf(maker->arena, "%sZ", maker_local(maker, utc(), minute));
}

void maker_put_span(struct maker *maker, struct json_object *object,
                    const struct maker_zone *understood, int start_min, int end_min)
{
    const struct maker_zone *zone = maker_draw_zone(maker, false);
    switch (maker_between(maker, 0, 5)) {
    case 0:
        json_put_text(object, "start", in_utc(maker, start_min));
        json_put_text(object, "end", in_utc(maker, end_min));
        return;
    case 1:
        json_put_text(object, "start", with_offset(maker, zone, start_min));
        json_put_text(object, "end", in_utc(maker, end_min));
        return;
    case 2:
        json_put_text(object, "time_zone", zone->name);
        break;
    default:
        zone = understood;
        break;
    }
    json_put_text(object, "start", maker_local(maker, zone, start_min));
    json_put_text(object, "end", maker_local(maker, zone, end_min));
}

void maker_draw_span(struct maker *maker, int *start_min, int *end_min)
{
    static const int shift[] = {0, 0, 0, -5, -30, 5};
    int i = maker_between(maker, 0, maker->n_slots - 1);
    int j = maker_between(maker, i, maker->n_slots - 1);
    *start_min = maker->slot[i].start_min + shift[maker_between(maker, 0, 5)];
    *end_min = maker->slot[j].end_min - shift[maker_between(maker, 0, 5)];
}

const struct maker_zone *maker_draw_zone(struct maker *maker, bool plain)
{
    return &zones[maker_between(maker, 0, (plain ? N_PLAIN_ZONES : N_ZONES) - 1)];
}

const char *maker_some(struct maker *maker, const char *const *word, int n,
                       int percent)
{
    struct json_list list = maker_list(maker);
    for (int i = 0; i < n; i++) {
        if (maker_chance(maker, percent)) {
            json_list_add_text(&list, word[i]);
        }
    }
    return maker_join(maker, &list, false);
}

static const char *make_social_hours(struct maker *maker)
{
    struct json_list list = maker_list(maker);
    json_list_add(&list, "{\"from\":\"09:30\",\"to\":\"17:00\",\"cost\":0}");
    json_list_add(&list, "{\"from\":\"07:00\",\"to\":\"20:00\",\"cost\":2}");
    if (maker_chance(maker, 50)) {
        json_list_add(
            &list,
            "{\"from\":\"10:00\",\"to\":\"17:30\",\"cost\":1,\"side\":\"JP\"}");
    }
    return maker_join(maker, &list, false);
}

static const char *make_rules(struct maker *maker)
{
    struct json_object object;
    json_begin(maker->arena, &object);
    if (maker_feature(maker, 20)) {
        json_put_text(&object, "default_status", "pending");
    }
    if (maker_feature(maker, 25)) {
        json_put_text(&object, "pending",
                      maker_chance(maker, 70) ? "schedule" : "skip");
    }
    if (maker_feature(maker, 15)) {
        json_put_text(&object, "met_before", "forbid");
    }
    json_put_int(&object, "min_meetings", maker_between(maker, 0, 2));
    if (maker_feature(maker, 15)) {
        bool may_bar_all = !maker->has_locks && maker_chance(maker, 20);
        json_put_int(&object, "max_meetings",
                     may_bar_all ? 0 : maker_between(maker, 2, 4));
    }
    if (maker_feature(maker, 15)) {
        json_put_int(&object, "max_consecutive", maker_between(maker, 1, 3));
    }
    if (maker_feature(maker, 15)) {
        json_put_int(&object, "max_gaps", maker_between(maker, 0, 2));
    }
    if (maker_feature(maker, 20)) {
        json_put_text(&object, "interpreted_room_feature", "interpretation");
    }
    /* Where there are locks nobody may be kept away by the hour. */
    bool own = maker_feature(maker, 30);
    if (own) {
        json_put(&object, "social_hours", make_social_hours(maker));
    }
    if (own || maker_chance(maker, 30)) {
        json_put_int(&object, "social_hours_otherwise", maker_between(maker, 3, 6));
    }
    return json_end(&object);
}

static const char *make_objective(struct maker *maker)
{
    static const char *const names[] = {"guarantee",   "served",  "balance",
                                        "stability",   "comfort", "burden",
                                        "compactness", "rooms"};
    enum { N = sizeof names / sizeof *names };
    const char *order[N];
    struct json_list list = maker_list(maker);
    for (int k = 0; k < N; k++) {
        int at = maker_between(maker, 0, k);
        order[k] = order[at];
        order[at] = names[k];
    }
    int n = maker_between(maker, 1, N);
    for (int k = 0; k < n; k++) {
        json_list_add_text(&list, order[k]);
    }
    /* stability alone is no objective without a schedule of before */
    if (n == 1 && strcmp(order[0], "stability") == 0) {
        json_list_add_text(&list, "served");
    }
    return json_list_join(&list, NULL, false);
}

static const char *make_head(struct maker *maker)
{
    struct json_object object;
    json_begin(maker->arena, &object);
    json_put_text(&object, "id", "random-event");
    json_put_text(&object, "name", "A random matchday");
    json_put_text(&object, "name_ja", "無作為の商談会");
    json_put(&object, "organizer",
             "{\"name\":\"Helpdesk\",\"email\":\"help@example.org\"}");
    if (maker_chance(maker, 30)) {
        json_put(&object, "organizers",
                 "{\"JP\":{\"name\":\"事務局\",\"email\":\"jp@example.org\"}}");
    }
    json_put_text(&object, "uid_domain", "example.org");
    if (maker->has_locks) {
        json_put(&object, "alarm_minutes", "15");
    }
    /* Without a zone the event is understood in UTC. */
    if (maker->zone != utc()) {
        json_put_text(&object, "time_zone", maker->zone->name);
    }
    return json_end(&object);
}

static void add_part(struct buf *buf, const char *key, const char *value)
{
    if (value) {
        buf_printf(buf, ",\n\"%s\": %s", key, value);
    }
}

static char *make_event(struct maker *maker, uint64_t order)
{
    struct rng shuffle;
    struct buf buf;
    rng_init(&shuffle, order);
    maker->shuffle = order == 0 ? NULL : &shuffle;
    maker->n_priorities = 5;
    maker->richness = maker_between(maker, 0, 2);
    maker->has_locks = maker_feature(maker, 35);
    maker->has_interpreters = maker_feature(maker, 40);
    maker->n_interpreters =
        maker->has_interpreters ? maker_between(maker, 0, 2) : 0;
    maker->zone = maker_draw_zone(maker, false);
    buf_init(&buf, maker->arena);
    buf_add_text(&buf, "{\"format\": \"matchday-event/1\"");
    add_part(&buf, "event", make_head(maker));
    add_part(&buf, "sessions", maker_sessions(maker));
    add_part(&buf, "interpreters",
             maker->has_interpreters ? maker_interpreters(maker) : NULL);
    add_part(&buf, "participants", maker_participants(maker));
    add_part(&buf, "agenda", maker_agenda(maker));
    add_part(&buf, "rooms", maker_rooms(maker));
    add_part(&buf, "availability", maker_availability(maker));
    if (maker_feature(maker, 25)) {
        maker->n_priorities = 3;
        add_part(&buf, "weights",
                 "{\"priority\":[0,3,10],\"rank\":[9,4],\"avoid\":2}");
    }
    add_part(&buf, "requests", maker_requests(maker));
    add_part(&buf, "locks", maker_locks(maker));
    add_part(&buf, "met_before", maker_met_before(maker));
    add_part(&buf, "rules", make_rules(maker));
    add_part(&buf, "objective",
             maker_chance(maker, 50) ? make_objective(maker) : NULL);
    buf_add_text(&buf, "\n}\n");
    return buf.data;
}

char *random_event(struct arena *arena, uint64_t seed, uint64_t order)
{
    struct maker maker = {.arena = arena};
    rng_init(&maker.rng, seed);
    return make_event(&maker, order);
}

char *random_event_of_bytes(struct arena *arena, const unsigned char *byte,
                            size_t n_bytes, uint64_t order)
{
    struct maker maker = {.arena = arena, .byte = byte, .n_bytes = n_bytes};
    uint64_t seed = n_bytes;
    for (size_t k = 0; k < n_bytes; k++) {
        seed = seed * 257 + byte[k];
    }
    rng_init(&maker.rng, seed);
    return make_event(&maker, order);
}
