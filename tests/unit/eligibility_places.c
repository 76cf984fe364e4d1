/* Against a plain reading of the rules, one room and one interpreter at a time,
 * over events drawn at random; and the rules one by one. */

#include "scheduler/model/eligibility.h"

#include "scheduler/base/rng.h"
#include "tests/support/check.h"
#include "tests/support/tiny_event.h"

static bool room_fits(const struct event *event, const struct meeting *meeting,
                      int r, int s)
{
    const struct room *room = &event->room[r];
    const struct slot *slot = &event->slot[s];
    bool fits = room->capacity == NO_LIMIT || room->capacity >= meeting->people;
    for (int k = 0; k < meeting->room_features.n; k++) {
        fits &= strings_has(&room->features, meeting->room_features.text[k]);
    }
    fits &= !meeting->needs_interpreter || strings_has(&room->features, "booth");
    bool reserved = room->n_reserved_for == 0;
    for (int k = 0; k < room->n_reserved_for * meeting->n_participants; k++) {
        reserved |= room->reserved_for[k / meeting->n_participants] ==
                    meeting->participant[k % meeting->n_participants];
    }
    bool open = room->available.n == 0;
    for (int k = 0; k < room->available.n; k++) { /* they do not touch here */
        const struct window *window = &room->available.window[k];
        open |= window->start_s <= slot->start_s && slot->end_s <= window->end_s;
    }
    for (int k = 0; k < meeting->n_locks; k++) {
        const struct lock *lock = &event->lock[meeting->lock[k]];
        if (lock->kind == LOCK_KEEP) {
            fits &= lock->room < 0 || lock->room == r;
        } else if (lock->room == r) {
            fits &= lock->slot >= 0 && lock->slot != s;
        }
    }
    return fits && reserved && open;
}

static bool speaks(const struct event *event, int p, char language)
{
    char word[2] = {language, '\0'};
    return strings_has(&event->participant[p].languages, word);
}

static bool interpreter_fits(const struct event *event,
                             const struct meeting *meeting, int i, int s)
{
    const struct interpreter *who = &event->interpreter[i];
    bool fits = false;
    for (int k = 0; k < who->pairs.n; k++) {
        char x = who->pairs.text[k][0], y = who->pairs.text[k][2];
        bool all = x != y, some_x = false, some_y = false;
        for (int a = 0; a < meeting->n_participants; a++) {
            bool speaks_x = speaks(event, meeting->participant[a], x);
            bool speaks_y = speaks(event, meeting->participant[a], y);
            all &= speaks_x || speaks_y;
            some_x |= speaks_x;
            some_y |= speaks_y;
        }
        fits |= all && some_x && some_y;
    }
    bool open = who->available.n == 0;
    for (int k = 0; k < who->available.n; k++) {
        open |= who->available.window[k].start_s <= event->slot[s].start_s &&
                event->slot[s].end_s <= who->available.window[k].end_s;
    }
    return fits && open;
}

static void draw_windows(struct arena *arena, struct rng *rng,
                         struct windows *windows)
{
    static const char *const clock[] = {"09:00", "09:20", "09:40", "10:00",
                                        "10:30"};
    int start = (int)rng_below(rng, 4);
    if (rng_below(rng, 3) == 0) {
        tiny_window(arena, windows, clock[start], clock[start + 1]);
    }
}

/* One-letter languages and pairs keep the reading above plain. */
static void draw_people(struct arena *arena, struct rng *rng, struct event *event)
{
    static const char *const spoken[] = {"e", "e f", "j", "f j", "e j k", "k"};
    static const char *const pairs[] = {"e-j", "f-j e-k", "j-e", "k-k e-f",
                                        "k-j j-f"};
    for (int p = 0; p < event->n_participants; p++) {
        struct participant *who = &event->participant[p];
        who->languages = tiny_words(arena, spoken[rng_below(rng, 6)]);
        who->people = 1 + (int)rng_below(rng, 3);
        who->interpretation = (enum interpretation)rng_below(rng, 3);
    }
    for (int i = 0; i < 3; i++) {
        tiny_interpreter(arena, event, pairs[rng_below(rng, 5)]);
        draw_windows(arena, rng, &event->interpreter[i].available);
    }
}

static void draw_rooms(struct arena *arena, struct rng *rng, struct event *event)
{
    static const char *const features[] = {"", "booth", "booth sink", "sink"};
    for (int r = 0; r < event->n_rooms; r++) {
        struct room *room = &event->room[r];
        room->capacity = rng_below(rng, 2) ? 2 + (int)rng_below(rng, 5) : NO_LIMIT;
        room->features = tiny_words(arena, features[rng_below(rng, 4)]);
        draw_windows(arena, rng, &room->available);
        room->reserved_for = arena_new(arena, 2, int);
        room->n_reserved_for =
            (int)(rng_below(rng, 4) == 0 ? 1 + rng_below(rng, 2) : 0);
        for (int k = 0; k < room->n_reserved_for; k++) {
            room->reserved_for[k] = 2 * k + (int)rng_below(rng, 2);
        }
    }
    event->rules.interpreted_room_feature = "booth";
}

static void draw_requests(struct arena *arena, struct rng *rng, struct event *event)
{
    static const char *const letters[] = {"ab",  "bc",  "cd",   "da",
                                          "acb", "bde", "abcde"};
    for (int k = 0; k < 7; k++) {
        int q = tiny_request(arena, event, letters[k]);
        if (rng_below(rng, 4) == 0) {
            event->request[q].room_features = tiny_words(arena, "sink");
        }
        if (rng_below(rng, 3) == 0) {
            tiny_lock(arena, event, LOCK_FORBID, q, (int)rng_below(rng, 5) - 1,
                      (int)rng_below(rng, (uint32_t)event->n_rooms));
        }
        if (rng_below(rng, 5) == 0) {
            tiny_lock(arena, event, LOCK_KEEP, q, -1,
                      (int)rng_below(rng, (uint32_t)event->n_rooms));
        }
    }
}

static void compare(const struct event *event, const struct eligibility *elig)
{
    for (int m = 0; m < elig->n_meetings; m++) {
        const struct meeting *meeting = &elig->meeting[m];
        for (int s = 0; s < event->n_slots; s++) {
            bool some_room = false, some_interpreter = !meeting->needs_interpreter;
            for (int r = 0; r < event->n_rooms; r++) {
                bool fits = room_fits(event, meeting, r, s);
                CHECK_INT(eligibility_room_fits(elig, m, r, s), fits);
                some_room |= fits;
            }
            for (int i = 0; i < event->n_interpreters; i++) {
                bool fits = meeting->needs_interpreter &&
                            interpreter_fits(event, meeting, i, s);
                CHECK_INT(eligibility_interpreter_fits(elig, m, i, s), fits);
                some_interpreter |= fits;
            }
            bool free = true;
            for (int k = 0; k < meeting->n_locks; k++) {
                const struct lock *lock = &event->lock[meeting->lock[k]];
                free &=
                    lock->kind == LOCK_KEEP || lock->room >= 0 || lock->slot != s;
            }
            CHECK_INT(eligibility_suits(elig, m, s),
                      free && some_room && some_interpreter);
        }
    }
}

static void test_random(struct arena scratch)
{
    for (uint64_t seed = 1; seed <= 200; seed++) {
        struct arena arena = scratch;
        struct rng rng;
        struct eligibility elig;
        struct findings findings;
        rng_init(&rng, seed);
        struct event *event = tiny_event(&arena, "abcde", 4,
                                         seed % 9 == 0 ? 70 : 1 + (int)(seed % 5));
        draw_people(&arena, &rng, event);
        draw_rooms(&arena, &rng, event);
        draw_requests(&arena, &rng, event);
        findings_init(&findings, &arena);
        eligibility_build(&arena, event, &elig, &findings);
        compare(event, &elig); /* locks that cannot hold change nothing here */
    }
}

/* A bit per room that fits the meeting of request q in slot s. */
static int rooms_of(const struct eligibility *elig, const struct event *event,
                    int q, int s)
{
    int mask = 0;
    for (int r = 0; r < event->n_rooms; r++) {
        mask |= eligibility_room_fits(elig, elig->meeting_of_request[q], r, s) << r;
    }
    return mask;
}

static void test_rooms(struct arena *arena)
{
    static int only_c[] = {2};
    struct event *event = tiny_event(arena, "abc", 3, 4);
    event->participant[0].people = 3;
    event->room[0].capacity = 4;
    event->room[1].capacity = 3;
    event->room[2].reserved_for = only_c;
    event->room[2].n_reserved_for = 1;
    /* Windows that touch are one; the last slot is not wholly inside. */
    tiny_window(arena, &event->room[3].available, "09:00", "09:10");
    tiny_window(arena, &event->room[3].available, "09:10", "09:50");
    int ab = tiny_request(arena, event, "ab"),
        bc = tiny_request(arena, event, "bc");
    struct eligibility *elig = tiny_eligibility(arena, event);
    CHECK_INT(rooms_of(elig, event, ab, 0), 1 | 8);
    CHECK_INT(rooms_of(elig, event, ab, 2), 1);
    CHECK_INT(rooms_of(elig, event, bc, 1), 1 | 2 | 4 | 8);
    CHECK_INT(rooms_of(elig, event, bc, 2), 1 | 2 | 4);
    CHECK_INT(elig->interpreter_set[0], -1);
}

static void test_none(struct arena *arena)
{
    struct event *event = tiny_event(arena, "abc", 2, 0);
    event->has_interpreters = true;
    event->participant[0].languages = tiny_words(arena, "ja");
    tiny_request(arena, event, "ab");
    tiny_request(arena, event, "bc");
    struct eligibility *elig = tiny_eligibility(arena, event);
    CHECK(elig->meeting[0].needs_interpreter &&
          !elig->meeting[1].needs_interpreter);
    CHECK_INT(elig->meeting[0].people, 3);
    CHECK_INT(elig->meeting[1].people, 2);
    CHECK(!elig->meeting[0].possible && !elig->meeting[1].possible);
    CHECK(elig->interpreter_set[0] >= 0);
    CHECK_INT(elig->interpreter_set[2], -1);
    CHECK_INT(elig->room_set[0], 0);
}

/* Agenda items keep interpreters away only where they are listed by id. */
static void test_interpreter_agenda(struct arena *arena)
{
    static int first[] = {0};
    struct event *event = tiny_event(arena, "abc", 3, 1);
    event->participant[0].languages = tiny_words(arena, "ja");
    tiny_interpreter(arena, event, "en-ja");
    tiny_interpreter(arena, event, "ja-en");
    tiny_request(arena, event, "ab");
    tiny_agenda(arena, event, "09:00", "09:01", "c");
    int k = tiny_agenda(arena, event, "09:30", "09:40", "c");
    event->agenda[k].interpreter = first;
    event->agenda[k].n_interpreters = 1;
    tiny_agenda(arena, event, "09:45", "09:50", "");
    struct eligibility *elig = tiny_eligibility(arena, event);
    static const bool expected[3][2] = {{true, true}, {false, true}, {true, true}};
    for (int s = 0; s < 3; s++) {
        for (int i = 0; i < 2; i++) {
            CHECK_INT(eligibility_interpreter_fits(elig, 0, i, s), expected[s][i]);
        }
    }
    CHECK(eligibility_suits(elig, 0, 1) && !eligibility_suits(elig, 0, 2));
}

static void test_need(struct arena scratch)
{
    static const struct {
        const char *a, *b, *c; /* what they speak */
        enum interpretation of_a, of_b;
        bool needed;
    } row[] = {
        {"en", "en", "en", INTERPRETATION_AUTO, INTERPRETATION_AUTO, false},
        {"en", "ja", "en", INTERPRETATION_AUTO, INTERPRETATION_AUTO, true},
        {"en ja", "ja fr", "fr ja", INTERPRETATION_AUTO, INTERPRETATION_AUTO,
         false},
        {"en ja", "ja fr", "fr en", INTERPRETATION_AUTO, INTERPRETATION_AUTO, true},
        {"en", "ja", "en", INTERPRETATION_AUTO, INTERPRETATION_NEVER, false},
        {"en", "en", "en", INTERPRETATION_ALWAYS, INTERPRETATION_AUTO, true},
        {"en", "en", "en", INTERPRETATION_ALWAYS, INTERPRETATION_NEVER, true},
        {"en", "ja", "en", INTERPRETATION_NEVER, INTERPRETATION_ALWAYS, true},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct event *event = tiny_event(&arena, "abc", 1, 1);
        event->participant[0].languages = tiny_words(&arena, row[k].a);
        event->participant[1].languages = tiny_words(&arena, row[k].b);
        event->participant[2].languages = tiny_words(&arena, row[k].c);
        event->participant[0].interpretation = row[k].of_a;
        event->participant[1].interpretation = row[k].of_b;
        tiny_interpreter(&arena, event, "en-ja");
        tiny_request(&arena, event, "abc");
        struct eligibility *elig = tiny_eligibility(&arena, event);
        CHECK_INT(elig->meeting[0].needs_interpreter, row[k].needed);
        CHECK_INT(elig->meeting[0].people, 3 + row[k].needed);
    }
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_random(arena);
    test_rooms(&arena);
    test_none(&arena);
    test_interpreter_agenda(&arena);
    test_need(arena);
    arena_finish(&arena);
    return check_report();
}
