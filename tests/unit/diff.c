#include "scheduler/model/diff.h"

#include <string.h>

#include "scheduler/base/buf.h"
#include "scheduler/model/recall.h"
#include "tests/support/check.h"
#include "tests/support/tiny_event.h"
#include "tests/support/tiny_schedule.h"

/* Two schedules of one event. r01 a-b, r02 a-c, r03 b-c, r04 d-e, r05 e-a; e holds
 * two meetings at a time and has two contacts; I01 and I02 interpret nothing that
 * needs it, as nobody judges here. */
struct pair {
    struct arena arena;
    struct event *event;
    struct eligibility *elig;
    struct tiny_plan old, now;
};

static void pair_init(struct pair *pair)
{
    arena_init(&pair->arena);
    struct arena *arena = &pair->arena;
    pair->event = tiny_event(arena, "abcde", 6, 3);
    tiny_interpreter(arena, pair->event, "en-ja");
    tiny_interpreter(arena, pair->event, "en-ja");
    tiny_contacts(arena, pair->event, "e", 2);
    pair->event->participant[tiny_who("e")].parallel = 2;
    for (size_t k = 0; k < 5; k++) {
        tiny_request(arena, pair->event,
                     (const char *[]){"ab", "ac", "bc", "de", "ea"}[k]);
    }
    pair->elig = tiny_eligibility(arena, pair->event);
    tiny_begin(&pair->old, arena, pair->event, pair->elig);
    tiny_begin(&pair->now, arena, pair->event, pair->elig);
}

static void pair_finish(struct pair *pair)
{
    arena_finish(&pair->arena);
}

/* "a b moved; ...": participants and kind, in the diff's order. */
static const char *diff_text(struct pair *pair, const struct diff *diff)
{
    struct buf buf;
    buf_init(&buf, &pair->arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < diff->n_entries; k++) {
        const struct diff_entry *entry = &diff->entry[k];
        const struct strings *ids = &entry->meeting->participant_ids;
        buf_printf(&buf, "%s%s%s %s%s%s", k > 0 ? "; " : "", ids->text[0],
                   ids->text[1], diff_kind_name(entry->kind),
                   entry->room ? " room" : "",
                   entry->interpreter ? " interpreter" : "");
    }
    return buf.data;
}

/* "a1 moved; I02 added; ..." */
static const char *listeners_text(struct pair *pair, const struct diff *diff)
{
    struct diff_listeners listeners;
    struct buf buf;
    diff_listeners(&pair->arena, pair->event, diff, &listeners);
    buf_init(&buf, &pair->arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < listeners.n_listeners; k++) {
        const struct diff_listener *listener = &listeners.listener[k];
        buf_printf(&buf, "%s%s", k > 0 ? "; " : "", listener->participant_id);
        if (listener->contact >= 0) {
            buf_printf(&buf, "%d", listener->contact + 1);
        }
        buf_printf(&buf, " %s%s", diff_kind_name(listener->kind),
                   listener->has_left ? " gone" : "");
    }
    return buf.data;
}

static const char *plans_text(struct pair *pair)
{
    struct diff diff;
    diff_plans(&pair->arena, &pair->old.schedule, &pair->now.schedule, &diff);
    return diff_text(pair, &diff);
}

static void test_same(void)
{
    struct pair pair;
    pair_init(&pair);
    tiny_meet(&pair.old, 0, 0, 0, -1);
    tiny_end(&pair.old);
    tiny_meet(&pair.now, 0, 0, 0, -1);
    tiny_end(&pair.now);
    CHECK_TEXT(plans_text(&pair), "ab same");
    pair_finish(&pair);
}

/* Every kind at once; ids play no part. */
static void test_kinds(void)
{
    struct pair pair;
    struct diff diff;
    pair_init(&pair);
    tiny_meet(&pair.old, 0, 0, 0, -1);
    tiny_meet(&pair.old, 1, 1, 0, 0);
    tiny_meet(&pair.old, 2, 2, 0, 0);
    tiny_meet(&pair.old, 3, 3, 0, -1);
    tiny_end(&pair.old);
    schedule_publish(&pair.old.schedule);
    tiny_meet(&pair.now, 2, 2, 1, 1);
    tiny_meet(&pair.now, 4, 3, 0, -1);
    tiny_meet(&pair.now, 1, 4, 1, 0);
    tiny_meet(&pair.now, 3, 5, 0, -1);
    tiny_end(&pair.now);
    diff_plans(&pair.arena, &pair.old.schedule, &pair.now.schedule, &diff);
    CHECK_TEXT(diff_text(&pair, &diff),
               "ab dropped; ac moved room; de moved; bc place room interpreter; "
               "ae added");
    CHECK_INT(diff.n[DIFF_DROPPED], 1);
    CHECK_INT(diff.n[DIFF_MOVED], 2);
    CHECK_INT(diff.n[DIFF_PLACE], 1);
    CHECK_INT(diff.n[DIFF_ADDED], 1);
    diff_told(&pair.arena, pair.event, &pair.old.schedule, &pair.now.schedule,
              &diff);
    /* e's contacts take turns: its first meeting is now with a. */
    CHECK_TEXT(listeners_text(&pair, &diff),
               "a1 dropped; a1 moved; a1 added; b1 dropped; b1 place; c1 moved; "
               "c1 place; d1 moved; e1 dropped; e1 added; e2 added; I01 moved; "
               "I01 dropped; I02 added");
    pair_finish(&pair);
}

/* Drafts change nothing of what people know. */
static void test_told(void)
{
    struct pair pair;
    struct diff diff;
    struct tiny_plan draft;
    pair_init(&pair);
    tiny_meet(&pair.old, 0, 0, 0, -1);
    tiny_end(&pair.old);
    schedule_publish(&pair.old.schedule);
    tiny_begin(&draft, &pair.arena, pair.event, pair.elig);
    tiny_meet(&draft, 0, 3, 0, -1)->sent = pair.old.schedule.meeting[0].sent;
    tiny_meet(&draft, 1, 4, 0, -1);
    tiny_end(&draft);
    tiny_meet(&pair.now, 0, 0, 1, -1)->sent = pair.old.schedule.meeting[0].sent;
    tiny_end(&pair.now);
    diff_plans(&pair.arena, &draft.schedule, &pair.now.schedule, &diff);
    CHECK_TEXT(diff_text(&pair, &diff), "ac dropped; ab moved room");
    diff_told(&pair.arena, pair.event, &draft.schedule, &pair.now.schedule, &diff);
    CHECK_TEXT(diff_text(&pair, &diff), "ab place room");
    CHECK(diff.entry[0].is_listed);
    CHECK_INT(diff.entry[0].before.start_s, pair.old.schedule.meeting[0].start_s);
    pair_finish(&pair);
}

/* What was called off and is known to be so concerns nobody; until then it does. */
static void test_cancelled(void)
{
    struct pair pair;
    struct diff diff;
    pair_init(&pair);
    tiny_meet(&pair.old, 0, 0, 0, -1);
    tiny_end(&pair.old);
    schedule_publish(&pair.old.schedule);
    tiny_end(&pair.now);
    pair.now.schedule.cancelled = pair.old.schedule.meeting;
    pair.now.schedule.n_cancelled = 1;
    diff_told(&pair.arena, pair.event, &pair.old.schedule, &pair.now.schedule,
              &diff);
    CHECK_TEXT(diff_text(&pair, &diff), "ab dropped");
    CHECK_TEXT(listeners_text(&pair, &diff), "a1 dropped; b1 dropped");
    schedule_publish(&pair.now.schedule);
    diff_told(&pair.arena, pair.event, &pair.now.schedule, &pair.now.schedule,
              &diff);
    CHECK_TEXT(diff_text(&pair, &diff), "");
    pair_finish(&pair);
}

/* Other contacts of the same body: who goes on attending is told nothing. */
static void test_attendance(void)
{
    struct pair pair;
    struct diff diff;
    static int first[] = {1}, second[] = {2};
    pair_init(&pair);
    tiny_meet(&pair.old, 3, 0, 0, -1);
    tiny_end(&pair.old);
    schedule_publish(&pair.old.schedule);
    tiny_meet(&pair.now, 3, 0, 0, -1);
    tiny_end(&pair.now);
    pair.old.schedule.meeting[0].attendance[0].contact = first;
    pair.now.schedule.meeting[0].attendance[0].contact = second;
    diff_told(&pair.arena, pair.event, &pair.old.schedule, &pair.now.schedule,
              &diff);
    CHECK_TEXT(diff_text(&pair, &diff), "de attendance");
    CHECK_TEXT(listeners_text(&pair, &diff), "e1 dropped; e2 added");
    pair_finish(&pair);
}

/* People whom the event does not know any more, and one without contacts, are
 * named all the same. */
static void test_gone(void)
{
    struct pair pair;
    struct diff diff;
    pair_init(&pair);
    tiny_meet(&pair.old, 0, 0, 0, 0);
    tiny_end(&pair.old);
    schedule_publish(&pair.old.schedule);
    pair.old.schedule.meeting[0].participant_ids.text[0] = "aa";
    pair.old.schedule.meeting[0].sent.interpreter_id = "I99";
    pair.event->participant[tiny_who("b")].n_contacts = 0;
    tiny_end(&pair.now);
    struct event whole;
    const struct schedule *const both[] = {&pair.old.schedule, &pair.now.schedule};
    recall_people(&pair.arena, pair.event, both, 2, &whole);
    pair.event = &whole;
    diff_told(&pair.arena, pair.event, &pair.old.schedule, &pair.now.schedule,
              &diff);
    CHECK(!diff.entry[0].is_listed);
    CHECK_TEXT(listeners_text(&pair, &diff),
               "b dropped; I99 dropped gone; aa dropped gone");
    pair_finish(&pair);
}

int main(void)
{
    test_same();
    test_kinds();
    test_told();
    test_cancelled();
    test_attendance();
    test_gone();
    return check_report();
}
