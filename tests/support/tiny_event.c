#include "tests/support/tiny_event.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/ints.h"

static const struct civil day = {.year = 2021, .month = 5, .day = 18};

/* Tests that are written wrongly end here. */
static void require(bool ok, const char *what)
{
    if (!ok) {
        fprintf(stderr, "tiny_event: %s\n", what);
        abort();
    }
}

static struct place place_of(struct arena *arena, const char *list, int k)
{
    return (struct place){.file = "tiny.json",
                          .line = k + 1,
                          .field = arena_printf(arena, "%s[%d]", list, k)};
}

static const struct zone *zone_of(struct arena *arena, const char *name)
{
    struct error err;
    const struct zone *zone = zone_read(arena, name, &err);
    require(zone != NULL, "no such time zone");
    return zone;
}

int tiny_who(const char *letter)
{
    require(letter[0] >= 'a' && letter[0] <= 'z', "expected a letter");
    return letter[0] - 'a';
}

int64_t tiny_time(const char *clock)
{
    int minutes = clock_parse(clock);
    require(minutes >= 0, "expected HH:MM");
    return civil_to_seconds(day) + (int64_t)minutes * 60;
}

struct strings tiny_words(struct arena *arena, const char *words)
{
    return text_split(arena, words, ' ');
}

static void set_rules(struct event *event)
{
    static struct social_hours hours[] = {
        {540, 1080, 0, ""}, {480, 1140, 1, ""}, {420, 1260, 3, ""}};
    static int priority[] = {1, 2, 4, 8, 16};
    static int rank[] = {16, 8, 4, 2, 1};
    static enum level level[] = {LEVEL_GUARANTEE, LEVEL_SERVED,  LEVEL_BALANCE,
                                 LEVEL_BURDEN,    LEVEL_COMFORT, LEVEL_COMPACTNESS,
                                 LEVEL_ROOMS};
    event->rules = (struct rules){
        .met_before_forbidden = true,
        .min_meetings = 1,
        .max_meetings = NO_LIMIT,
        .max_consecutive = NO_LIMIT,
        .max_gaps = NO_LIMIT,
        .interpreted_room_feature = "",
        .social_hours = hours,
        .n_social_hours = 3,
        .social_hours_otherwise = UNSOCIAL_NEVER,
    };
    event->weights = (struct weights){priority, 5, rank, 5, 3};
    event->objective = level;
    event->n_objective = 7;
}

static void make_lists(struct arena *arena, struct event *event)
{
    event->session = arena_new(arena, TINY_MOST, struct session);
    event->agenda = arena_new(arena, TINY_MOST, struct agenda_item);
    event->room = arena_new(arena, TINY_MOST, struct room);
    event->interpreter = arena_new(arena, TINY_MOST, struct interpreter);
    event->participant = arena_new(arena, TINY_MOST, struct participant);
    event->request = arena_new(arena, TINY_MOST, struct request);
    event->lock = arena_new(arena, TINY_MOST, struct lock);
    event->met_before = arena_new(arena, TINY_MOST, struct met_before);
}

static void add_participant(struct arena *arena, struct event *event, char letter)
{
    int p = event->n_participants++;
    require(letter - 'a' == p, "expected participants a, b, c, ...");
    const char *id = arena_printf(arena, "%c", letter);
    event->participant[p] = (struct participant){
        .place = place_of(arena, "participants", p),
        .id = id,
        .organisation = arena_printf(arena, "House %c", letter),
        .organisation_ja = "",
        .country = "",
        .side = "",
        .zone = event->zone,
        .languages = tiny_words(arena, "en"),
        .profile = "",
        .profile_ja = "",
        .calendar = "",
        .parallel = 1,
        .min_meetings = event->rules.min_meetings,
        .max_meetings = NO_LIMIT,
        .max_consecutive = NO_LIMIT,
        .max_gaps = NO_LIMIT,
    };
    tiny_contacts(arena, event, id, 1);
}

static void add_room(struct arena *arena, struct event *event)
{
    int r = event->n_rooms++;
    require(r < TINY_MOST, "too many rooms");
    event->room[r] = (struct room){
        .place = place_of(arena, "rooms", r),
        .id = arena_printf(arena, "R%02d", r + 1),
        .name = arena_printf(arena, "Room %d", r + 1),
        .url = "",
        .capacity = NO_LIMIT,
    };
}

struct event *tiny_event(struct arena *arena, const char *people, int n_slots,
                         int n_rooms)
{
    struct event *event = arena_new(arena, 1, struct event);
    *event = (struct event){
        .file = "tiny.json",
        .id = "tiny",
        .name = "Tiny day",
        .name_ja = "",
        .organizer = {"Organiser", "organiser@example.org"},
        .uid_domain = "example.org",
        .zone = zone_of(arena, "UTC"),
    };
    set_rules(event);
    make_lists(arena, event);
    event->display_zone = arena_new(arena, 1, const struct zone *);
    event->display_zone[event->n_display_zones++] = event->zone;
    for (const char *letter = people; *letter != '\0'; letter++) {
        add_participant(arena, event, *letter);
    }
    for (int r = 0; r < n_rooms; r++) {
        add_room(arena, event);
    }
    if (n_slots > 0) {
        tiny_session(arena, event, "s", "09:00", n_slots);
    }
    return event;
}

int tiny_session(struct arena *arena, struct event *event, const char *id,
                 const char *start, int n_slots)
{
    struct findings findings;
    int i = event->n_sessions++, start_min = clock_parse(start);
    require(i < TINY_MOST && start_min >= 0, "expected a start like 09:00");
    event->session[i] = (struct session){
        .place = place_of(arena, "sessions", i),
        .id = id,
        .title = arena_printf(arena, "Session %s", id),
        .date = day,
        .start_min = start_min,
        .end_min = start_min + 20 * n_slots,
        .zone = event->zone,
        .meeting_minutes = 20,
        .start_s = tiny_time(start),
        .end_s = tiny_time(start) + (int64_t)n_slots * 20 * 60,
    };
    findings_init(&findings, arena);
    require(slots_build(arena, event, &findings), "sessions overlap or are empty");
    return i;
}

void tiny_window(struct arena *arena, struct windows *windows, const char *start,
                 const char *end)
{
    struct window *longer = arena_new(arena, windows->n + 1, struct window);
    if (windows->n > 0) {
        memcpy(longer, windows->window, (size_t)windows->n * sizeof *longer);
    }
    longer[windows->n++] = (struct window){tiny_time(start), tiny_time(end)};
    windows->window = longer;
}

/* The letters' participants, rising. */
static int *people_of(struct arena *arena, const char *letters, int *n)
{
    *n = (int)strlen(letters);
    int *p = arena_new(arena, *n, int);
    for (int k = 0; k < *n; k++) {
        p[k] = tiny_who(letters + k);
    }
    ints_sort(p, *n);
    return p;
}

int tiny_request(struct arena *arena, struct event *event, const char *letters)
{
    int q = event->n_requests++;
    require(q < TINY_MOST && strlen(letters) >= 2, "expected letters like \"ab\"");
    struct request *request = &event->request[q];
    *request = (struct request){
        .place = place_of(arena, "requests", q),
        .id = arena_printf(arena, "r%02d", q + 1),
        .topic = "",
        .from = tiny_who(letters),
        .to = tiny_who(letters + 1),
        .status = REQUEST_ACCEPTED,
        .priority = 3,
        .earliest_s = NO_TIME,
        .latest_s = NO_TIME,
        .message = "",
        .note = "",
    };
    request->also = people_of(arena, letters + 2, &request->n_also);
    return q;
}

void tiny_after(struct arena *arena, struct event *event, int q, int earlier)
{
    struct request *request = &event->request[q];
    int *longer = arena_new(arena, request->n_after + 1, int);
    if (request->n_after > 0) {
        memcpy(longer, request->after, (size_t)request->n_after * sizeof *longer);
    }
    longer[request->n_after++] = earlier;
    request->after = longer;
}

int tiny_lock(struct arena *arena, struct event *event, enum lock_kind kind, int q,
              int s, int r)
{
    const struct request *request = &event->request[q];
    int l = event->n_locks++, n = 2 + request->n_also;
    require(l < TINY_MOST && q < event->n_requests, "expected a request's index");
    int *p = arena_new(arena, n, int);
    p[0] = request->from;
    p[1] = request->to;
    for (int k = 0; k < request->n_also; k++) {
        p[2 + k] = request->also[k];
    }
    ints_sort(p, n);
    event->lock[l] = (struct lock){
        .place = place_of(arena, "locks", l),
        .kind = kind,
        .request = q,
        .participant = p,
        .n_participants = n,
        .topic = request->topic,
        .slot = s,
        .room = r,
        .slot_id = s >= 0 ? event->slot[s].id : "",
    };
    return l;
}

void tiny_met(struct event *event, const char *letters)
{
    int k = event->n_met_before++, a = tiny_who(letters), b = tiny_who(letters + 1);
    require(k < TINY_MOST && a < b, "expected rising letters like \"ab\"");
    event->met_before[k] = (struct met_before){a, b};
}

int tiny_agenda(struct arena *arena, struct event *event, const char *start,
                const char *end, const char *letters)
{
    int k = event->n_agenda++;
    require(k < TINY_MOST, "too many agenda items");
    struct agenda_item *item = &event->agenda[k];
    *item = (struct agenda_item){
        .place = place_of(arena, "agenda", k),
        .id = arena_printf(arena, "item%02d", k + 1),
        .title = arena_printf(arena, "Item %d", k + 1),
        .url = "",
        .start_s = tiny_time(start),
        .end_s = tiny_time(end),
        .zone = event->zone,
        .audience = letters[0] != '\0' ? AUDIENCE_LISTED : AUDIENCE_ALL,
        .side = "",
    };
    if (letters[0] != '\0') {
        item->participant = people_of(arena, letters, &item->n_participants);
    }
    return k;
}

int tiny_interpreter(struct arena *arena, struct event *event, const char *pairs)
{
    int i = event->n_interpreters++;
    require(i < TINY_MOST, "too many interpreters");
    event->has_interpreters = true;
    event->interpreter[i] = (struct interpreter){
        .place = place_of(arena, "interpreters", i),
        .id = arena_printf(arena, "I%02d", i + 1),
        .name = arena_printf(arena, "Interpreter %d", i + 1),
        .email = arena_printf(arena, "i%d@example.org", i + 1),
        .pairs = tiny_words(arena, pairs),
        .zone = event->zone,
        .max_meetings = NO_LIMIT,
        .max_consecutive = NO_LIMIT,
    };
    return i;
}

void tiny_contacts(struct arena *arena, struct event *event, const char *letter,
                   int n)
{
    struct participant *who = &event->participant[tiny_who(letter)];
    who->contact = arena_new(arena, n, struct contact);
    who->n_contacts = n;
    who->people = n > 0 ? n : 1;
    for (int k = 0; k < n; k++) {
        const char *name =
            n == 1 ? who->id : arena_printf(arena, "%s%d", who->id, k + 1);
        who->contact[k] = (struct contact){
            .place = who->place,
            .name = name,
            .name_ja = "",
            .email = arena_printf(arena, "%s@example.org", name),
            .language = "en",
            .job_title = "",
        };
    }
}

void tiny_zone(struct arena *arena, struct event *event, const char *letter,
               const char *zone)
{
    event->participant[tiny_who(letter)].zone = zone_of(arena, zone);
}

struct eligibility *tiny_eligibility(struct arena *arena, const struct event *event)
{
    struct eligibility *elig = arena_new(arena, 1, struct eligibility);
    struct findings findings;
    findings_init(&findings, arena);
    eligibility_build(arena, event, elig, &findings);
    if (findings_has_errors(&findings)) {
        findings_print(&findings, stderr);
        require(false, "the event has errors");
    }
    return elig;
}
