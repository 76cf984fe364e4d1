/* The next event of random events and random feedback: it keeps what every event
 * keeps, reads back as it was, can be scheduled, knows all who met, and shares no
 * calendar entry with the one before.
 *
 *     property_follow_up             the usual seeds
 *     property_follow_up SEED [N]    N seeds from SEED on, 1 if not given */

#include "scheduler/model/follow_up.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/json_event.h"
#include "scheduler/base/rng.h"
#include "tests/support/check.h"
#include "tests/support/event_folder.h"
#include "tests/support/event_invariants.h"
#include "tests/support/planned.h"
#include "tests/support/random_event.h"
#include "tests/support/seeds.h"
#include "tests/support/value_text.h"

enum { USUAL_SEEDS = 120 };

struct totals {
    int n_events, n_meetings, n_no_show, n_again, n_carried;
};

struct trial {
    uint64_t seed;
    struct arena *arena;
    struct rng rng;
    struct planned before;
    struct feedback_list list;
    struct feedback_facts facts;
    struct follow_up next;
    struct totals *totals;
};

static enum said some_answer(struct rng *rng)
{
    return (enum said)rng_below(rng, 3);
}

static void answer(struct trial *trial, int k, int p)
{
    const struct schedule_meeting *meeting = &trial->before.schedule.meeting[k];
    static const char *const step[] = {"", "Samples", "Visit", "a\nb"};
    struct feedback row = {
        .k = k,
        .request = -1,
        .p = p,
        .held = some_answer(&trial->rng),
        .again = some_answer(&trial->rng),
        .share_contact = some_answer(&trial->rng),
        .rating = (int)rng_below(&trial->rng, BEST_RATING + 1),
        .outcome = (enum outcome)rng_below(&trial->rng, N_OUTCOMES),
        .next_step = step[rng_below(&trial->rng, 4)],
        .absent = arena_new(trial->arena, 1, int),
    };
    if (row.held == SAID_NO && rng_below(&trial->rng, 2) == 0) {
        uint32_t n = rng_below(&trial->rng, (uint32_t)meeting->participant_ids.n);
        row.absent[row.n_absent++] = event_find_participant(
            &trial->before.event, meeting->participant_ids.text[n]);
    }
    trial->list.row = arena_grow(trial->arena, trial->list.row, trial->list.n,
                                 &trial->list.capacity, sizeof row);
    trial->list.row[trial->list.n++] = row;
}

static void answer_all(struct trial *trial)
{
    const struct schedule *schedule = &trial->before.schedule;
    for (int k = 0; k < schedule->n_meetings; k++) {
        const struct strings *ids = &schedule->meeting[k].participant_ids;
        for (int n = 0; n < ids->n; n++) {
            if (rng_below(&trial->rng, 3) > 0) {
                answer(trial, k,
                       event_find_participant(&trial->before.event, ids->text[n]));
            }
        }
    }
}

/* Some days after the event; across a change of the clocks now and then. */
static bool build(struct trial *trial, struct findings *findings)
{
    const struct event *event = &trial->before.event;
    struct civil date[2] = {event->session[0].date, event->session[0].date};
    date[0].day += 40 + (int)rng_below(&trial->rng, 300);
    date[1].day = date[0].day + 1 + (int)rng_below(&trial->rng, 60);
    for (int d = 0; d < 2; d++) {
        date[d] = civil_from_seconds(civil_to_seconds(date[d]));
    }
    const struct follow_up_order order = {
        "next", "Next", "", "Follow-up", date, 1 + (int)rng_below(&trial->rng, 2),
        -1,     -1,     0};
    findings_init(findings, trial->arena);
    feedback_merge(trial->arena, &trial->list, findings);
    feedback_judge(trial->arena, event, &trial->before.schedule, &trial->list,
                   &trial->facts, findings);
    return follow_up_build(trial->arena, event, &trial->before.schedule,
                           &trial->facts, &order, &trial->next, findings);
}

static bool have_met(const struct event *event, int a, int b)
{
    for (int k = 0; k < event->n_met_before; k++) {
        if (event->met_before[k].a == a && event->met_before[k].b == b) {
            return true;
        }
    }
    return false;
}

static void check_pairs(const struct trial *trial)
{
    for (int k = 0; k < trial->before.schedule.n_meetings; k++) {
        const struct meeting_fact *fact = &trial->facts.meeting[k];
        trial->totals->n_no_show += fact->has_no_show;
        for (int i = 0; fact->is_held && i < fact->n_participants; i++) {
            for (int j = i + 1; j < fact->n_participants; j++) {
                CHECK(fact->was_absent[i] || fact->was_absent[j] ||
                      have_met(&trial->next.event, fact->participant[i],
                               fact->participant[j]));
            }
        }
    }
}

/* Each request has one fate, and is there under its id just where that says so. */
static void check_requests(const struct trial *trial)
{
    const struct event *old = &trial->before.event, *next = &trial->next.event;
    int n_carried = 0;
    for (int q = 0; q < old->n_requests; q++) {
        enum request_fate fate = trial->next.fate[q];
        bool is_there =
            fate == FATE_CARRIED || fate == FATE_FIRST || fate == FATE_NOT_HELD;
        int at = trial->next.carried_as[q];
        CHECK(is_there == (at >= 0));
        CHECK(at < 0 || strcmp(next->request[at].id, old->request[q].id) == 0);
        n_carried += is_there;
    }
    CHECK_INT(next->n_requests, n_carried + trial->next.n_again);
    trial->totals->n_again += trial->next.n_again;
    trial->totals->n_carried += n_carried;
}

static void check_uids(const struct trial *trial, const struct planned *after)
{
    for (int k = 0; k < trial->before.schedule.n_meetings; k++) {
        for (int j = 0; j < after->schedule.n_meetings; j++) {
            CHECK(strcmp(trial->before.schedule.meeting[k].uid,
                         after->schedule.meeting[j].uid) != 0);
        }
    }
}

/* Read back, it is the same, and it can be scheduled. */
static void check_event(struct trial *trial)
{
    struct planned *after = arena_new(trial->arena, 1, struct planned);
    const char *text = json_event_source_text(trial->arena, &trial->next.event);
    const char *broken = event_broken_invariant(&trial->next.event);
    CHECK_TEXT(broken ? broken : "", "");
    if (!CHECK(planned_read(trial->arena, text, NULL, after))) {
        printf("%s", after->findings);
        return;
    }
    CHECK_TEXT(json_event_text(trial->arena, &after->event), text);
    planned_solve(trial->arena, 1, 1, after);
    if (after->status == PLAN_DONE) {
        CHECK_TEXT(planned_verify(trial->arena, after, &after->schedule), "");
        check_uids(trial, after);
        trial->totals->n_meetings += after->schedule.n_meetings;
    }
}

static void run(struct trial *trial)
{
    struct findings findings;
    const char *json = random_event(trial->arena, trial->seed, 0);
    if (!planned_read(trial->arena, json, NULL, &trial->before)) {
        return;
    }
    planned_solve(trial->arena, 1, 1, &trial->before);
    if (trial->before.status != PLAN_DONE) {
        return; /* locks that cannot hold */
    }
    answer_all(trial);
    if (!build(trial, &findings)) {
        CHECK(findings_has_errors(&findings)); /* a clock is changed just then */
        return;
    }
    trial->totals->n_events++;
    check_pairs(trial);
    check_requests(trial);
    check_event(trial);
}

static void run_seed(uint64_t seed, struct totals *totals)
{
    struct arena arena;
    int n_failed = check_n_failed;
    arena_init(&arena);
    struct trial *trial = arena_new(&arena, 1, struct trial);
    *trial = (struct trial){.seed = seed, .arena = &arena, .totals = totals};
    rng_init(&trial->rng, seed);
    run(trial);
    if (check_n_failed > n_failed) {
        printf("seed %llu\n", (unsigned long long)seed);
    }
    arena_finish(&arena);
}

int main(int argc, char **argv)
{
    const struct seeds seeds = seeds_of(argc, argv, USUAL_SEEDS);
    struct totals totals = {0};
    struct event_folder folder;
    event_folder_enter(&folder);
    for (int i = 0; i < seeds.count; i++) {
        run_seed(seeds.first + (uint64_t)i, &totals);
    }
    event_folder_leave(&folder);
    printf(
        "%d next events, %d no-shows, %d asked again, %d carried over, %d meetings "
        "scheduled\n",
        totals.n_events, totals.n_no_show, totals.n_again, totals.n_carried,
        totals.n_meetings);
    CHECK(!seeds.usual || (totals.n_no_show > 0 && totals.n_again > 0 &&
                           totals.n_carried > 0 && totals.n_meetings > 0));
    return check_report();
}
