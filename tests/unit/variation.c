/* What the same event with other means is, kind by kind. */

#include "scheduler/model/variation.h"

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/tiny_event.h"

struct trial {
    struct arena arena;
    struct event *event;
    struct event varied;
    struct findings findings;
};

static void begin(struct trial *trial)
{
    arena_init(&trial->arena);
    trial->event = tiny_event(&trial->arena, "abc", 4, 3);
    tiny_request(&trial->arena, trial->event, "ab");
    tiny_request(&trial->arena, trial->event, "bc");
}

static bool vary(struct trial *trial, enum variation_kind kind, int number)
{
    struct variation variation;
    struct eligibility *elig = tiny_eligibility(&trial->arena, trial->event);
    for (int k = 0; k < N_VARIATIONS; k++) {
        variation.number[k] = k == (int)kind ? number : VARY_NOT;
    }
    findings_init(&trial->findings, &trial->arena);
    return variation_apply(&trial->arena, trial->event, elig, &variation,
                           &trial->varied, &trial->findings);
}

static bool says(const struct trial *trial, const char *text)
{
    return trial->findings.n_findings == 1 &&
           strstr(trial->findings.finding[0].text, text) != NULL;
}

/* Those that suit most stay, in their order; further ones are like the first. */
static void test_rooms(void)
{
    struct trial trial;
    begin(&trial);
    trial.event->room[0].capacity = 1; /* nobody fits in R01 */
    trial.event->room[1].features = tiny_words(&trial.arena, "screen");
    CHECK(vary(&trial, VARY_ROOMS, 2));
    CHECK_INT(trial.varied.n_rooms, 2);
    CHECK_TEXT(trial.varied.room[0].id, "R02");
    CHECK_TEXT(trial.varied.room[1].id, "R03");
    CHECK(vary(&trial, VARY_ROOMS, 5));
    CHECK_INT(trial.varied.n_rooms, 5);
    CHECK_TEXT(trial.varied.room[0].id, "R01");
    CHECK(strings_has(&trial.varied.room[4].features, "screen"));
    for (int r = 1; r < 5; r++) {
        CHECK(strcmp(trial.varied.room[r - 1].id, trial.varied.room[r].id) < 0);
    }
    CHECK(vary(&trial, VARY_ROOMS, 0));
    CHECK_INT(trial.varied.n_rooms, 0);
    CHECK_INT(trial.event->n_rooms, 3);
    CHECK_INT(variation_present(trial.event, VARY_ROOMS), 3);
    arena_finish(&trial.arena);
}

static void test_locks(void)
{
    struct trial trial;
    begin(&trial);
    tiny_lock(&trial.arena, trial.event, LOCK_KEEP, 0, 3, 2);
    CHECK(vary(&trial, VARY_ROOMS, 4));
    CHECK_INT(trial.varied.lock[0].room, 2);
    CHECK(!vary(&trial, VARY_ROOMS, 0));
    CHECK(says(&trial, "a lock needs a room that is gone"));
    trial.event->lock[0].slot_id = trial.event->slot[3].id;
    CHECK(!vary(&trial, VARY_SLOTS, 3));
    CHECK(says(&trial, "a lock needs slot 's-04', which is gone"));
    arena_finish(&trial.arena);
}

static void test_interpreters(void)
{
    struct trial trial;
    begin(&trial);
    CHECK_INT(variation_present(trial.event, VARY_INTERPRETERS), VARY_NOT);
    CHECK(!vary(&trial, VARY_INTERPRETERS, 1));
    CHECK(says(&trial, "there is no interpreter that others could be like"));
    trial.event->participant[0].languages = tiny_words(&trial.arena, "ja");
    tiny_interpreter(&trial.arena, trial.event, "fr-ja");
    tiny_interpreter(&trial.arena, trial.event, "en-ja");
    CHECK(vary(&trial, VARY_INTERPRETERS, 1));
    CHECK_TEXT(trial.varied.interpreter[0].pairs.text[0], "en-ja");
    CHECK(vary(&trial, VARY_INTERPRETERS, 4));
    CHECK_TEXT(trial.varied.interpreter[2].pairs.text[0], "en-ja");
    CHECK_TEXT(trial.varied.interpreter[3].pairs.text[0], "fr-ja");
    CHECK_TEXT(trial.varied.interpreter[3].name, "");
    CHECK(vary(&trial, VARY_INTERPRETERS, 0));
    CHECK(trial.varied.has_interpreters && trial.varied.n_interpreters == 0);
    arena_finish(&trial.arena);
}

static void test_days(void)
{
    struct trial trial;
    begin(&trial);
    CHECK_INT(variation_present(trial.event, VARY_START), 9 * 60);
    CHECK_INT(variation_present(trial.event, VARY_SLOTS), 4);
    CHECK_INT(variation_present(trial.event, VARY_MINUTES), 20);
    CHECK(vary(&trial, VARY_START, 10 * 60 + 30));
    CHECK_INT(trial.varied.n_slots, 4);
    CHECK_INT(trial.varied.slot[0].start_s, tiny_time("10:30"));
    CHECK_INT(trial.event->slot[0].start_s, tiny_time("09:00"));
    CHECK(vary(&trial, VARY_SLOTS, 7));
    CHECK_INT(trial.varied.n_slots, 7);
    CHECK_INT(trial.varied.session[0].end_s, tiny_time("11:20"));
    CHECK(vary(&trial, VARY_MINUTES, 15));
    CHECK_INT(trial.varied.n_slots, 5);
    CHECK(!vary(&trial, VARY_START, 23 * 60 + 30));
    CHECK(says(&trial, "session 's' would end after midnight"));
    CHECK(!vary(&trial, VARY_SLOTS, 90));
    CHECK(says(&trial, "session 's' has no 90 slots before midnight"));
    arena_finish(&trial.arena);
}

/* What follows on the day keeps its distance. */
static void test_two_sessions(void)
{
    struct trial trial;
    begin(&trial);
    tiny_session(&trial.arena, trial.event, "t", "14:00", 2);
    CHECK_INT(variation_present(trial.event, VARY_SLOTS), VARY_NOT);
    CHECK(vary(&trial, VARY_START, 8 * 60));
    CHECK_INT(trial.varied.n_slots, 6);
    CHECK_INT(trial.varied.slot[4].start_s, tiny_time("13:00"));
    arena_finish(&trial.arena);
}

int main(void)
{
    test_rooms();
    test_locks();
    test_interpreters();
    test_days();
    test_two_sessions();
    return check_report();
}
