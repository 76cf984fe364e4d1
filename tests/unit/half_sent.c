/* What is known after a sending that was cut off: person by person, and item by item. */

#include "scheduler/model/half_sent.h"

#include <string.h>

#include "scheduler/base/buf.h"
#include "scheduler/model/sent_agenda.h"
#include "scheduler/model/told.h"
#include "tests/support/check.h"
#include "tests/support/tiny_event.h"
#include "tests/support/tiny_schedule.h"

static const struct unreached nobody = {.n_persons = 0};

/* a, with two contacts, meets b; c meets d, with an interpreter; an item for all. */
static struct event *make_event(struct arena *arena)
{
    struct event *event = tiny_event(arena, "abcd", 3, 2);
    tiny_contacts(arena, event, "a", 2);
    tiny_request(arena, event, "ab");
    tiny_request(arena, event, "cd");
    tiny_interpreter(arena, event, "en-ja");
    tiny_agenda(arena, event, "08:00", "08:30", "");
    event->agenda[0].title = "Old";
    return event;
}

static void make_plan(struct arena *arena, struct tiny_plan *plan,
                      struct event *event)
{
    tiny_begin(plan, arena, event, tiny_eligibility(arena, event));
    tiny_meet(plan, 0, 0, 0, -1);
    tiny_meet(plan, 1, 0, 1, 0);
    tiny_end(plan);
}

static void publish(struct arena *arena, const struct event *event,
                    struct schedule *schedule)
{
    told_publish(arena, event, schedule, &nobody);
    schedule_publish_agenda(arena, event, schedule, &nobody);
}

/* A copy, as if everybody had been sent it. */
static struct schedule *sent_to_all(struct arena *arena, const struct event *event,
                                    const struct schedule *schedule)
{
    struct schedule *after = arena_new(arena, 1, struct schedule);
    *after = *schedule;
    after->meeting = arena_new(arena, after->n_meetings, struct schedule_meeting);
    memcpy(after->meeting, schedule->meeting,
           (size_t)after->n_meetings * sizeof *after->meeting);
    publish(arena, event, after);
    return after;
}

/* "0 a1@example.org 0; ..." of a meeting: its state, and whoever has it, "!" off, "?"
 * missed. */
static const char *meeting_text(struct arena *arena,
                                const struct schedule_meeting *meeting)
{
    static const char *const state[] = {"never", "confirmed", "cancelled"};
    struct buf buf;
    buf_init(&buf, arena);
    buf_printf(&buf, "%s", state[meeting->sent.state]);
    for (int k = 0; k < meeting->told.n_persons; k++) {
        const struct told_person *person = &meeting->told.person[k];
        buf_printf(&buf, " %.*s%d%s%s", (int)strcspn(person->who, "@"), person->who,
                   person->sequence, person->off ? "!" : "",
                   person->missed ? "?" : "");
    }
    return buf.data;
}

static const char *item_text(struct arena *arena, const struct schedule *schedule)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, schedule->n_sent_items == 0 ? "none" : "");
    for (int k = 0; k < schedule->n_sent_items; k++) {
        const struct sent_item *item = &schedule->sent_item[k];
        buf_printf(&buf, "%s%d:%s", item->cancelled ? "-" : "", item->sequence,
                   item->title);
        for (int j = 0; j < item->audience_ids.n; j++) {
            buf_printf(&buf, " %s", item->audience_ids.text[j]);
        }
    }
    return buf.data;
}

/* Mails of agendas: to both of a, b, c, d and the interpreter, with a letter for each
 * that is taken (t), in doubt (d) or neither (-). */
static struct half_sent make_mails(struct arena *arena, const char *fates,
                                   const struct schedule *after)
{
    static const char *const who[][2] = {
        {"a", "a1@example.org"}, {"a", "A2@example.org"}, {"b", "b@example.org"},
        {"c", "c@example.org"},  {"d", "d@example.org"},  {"", "I01"}};
    enum { N = sizeof who / sizeof *who };
    struct half_sent half = {.name = "x",
                             .after = after,
                             .mail = arena_new(arena, N, struct planned_mail),
                             .n_mails = N};
    for (int k = 0; k < N; k++) {
        half.mail[N - 1 - k] = (struct planned_mail){
            .participant_id = who[k][0],
            .who = who[k][1],
            .message_id = "id",
            .fate = fates[k] == 't'   ? MAIL_TAKEN
                    : fates[k] == 'd' ? MAIL_IN_DOUBT
                                      : MAIL_NOT_TAKEN,
        };
    }
    return half;
}

static void test_first(struct arena scratch)
{
    static const struct {
        const char *fates, *first, *second, *items;
    } row[] = {
        {"------", "never", "never", "none"},
        {"tttttt", "confirmed a10 a20 b0", "confirmed I010 c0 d0", "0:Old a b c d"},
        {"t-----", "confirmed a10", "never", "none"},
        {"tt----", "confirmed a10 a20", "never", "0:Old a"},
        {"--t--t", "confirmed b0", "confirmed I010", "0:Old b"},
        {"-d-d--", "confirmed a20?", "confirmed c0?", "none"},
        {"td-td-", "confirmed a10 a20?", "confirmed c0 d0?", "0:Old c"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct tiny_plan plan;
        struct event *event = make_event(&arena);
        make_plan(&arena, &plan, event);
        struct half_sent half = make_mails(
            &arena, row[k].fates, sent_to_all(&arena, event, &plan.schedule));
        half_sent_record(&arena, &plan.schedule, &half);
        CHECK_TEXT(meeting_text(&arena, &plan.schedule.meeting[0]), row[k].first);
        CHECK_TEXT(meeting_text(&arena, &plan.schedule.meeting[1]), row[k].second);
        CHECK_TEXT(item_text(&arena, &plan.schedule), row[k].items);
    }
}

/* Everybody was sent the first state; of the second, the first meeting is at another
 * time, the second one off, the item at another time. */
static void test_change(struct arena scratch)
{
    static const struct {
        const char *fates, *first, *second, *items;
    } row[] = {
        {"------", "confirmed a10 a20 b0", "confirmed I010 c0 d0", "0:Old a b c d"},
        {"tttttt", "confirmed a11 a21 b1", "cancelled I011! c1! d1!",
         "1:New a b c d"},
        /* who has the old state still must be told; of the item all are, again */
        {"t-----", "confirmed a11 a20? b0?", "confirmed I010 c0 d0",
         "1:Old a b c d"},
        {"--t-t-", "confirmed a10? a20? b1", "cancelled I010? c0? d1!",
         "1:Old a b c d"},
        /* in doubt: they may have either, and hear of it in any case */
        {"--d-d-", "confirmed a10? a20? b1?", "cancelled I010? c0? d0?",
         "1:Old a b c d"},
    };
    for (size_t k = 0; k < sizeof row / sizeof *row; k++) {
        struct arena arena = scratch;
        struct tiny_plan plan;
        struct event *event = make_event(&arena);
        make_plan(&arena, &plan, event);
        struct schedule *schedule = &plan.schedule;
        publish(&arena, event, schedule);
        schedule->cancelled = arena_new(&arena, 1, struct schedule_meeting);
        schedule->cancelled[0] = schedule->meeting[1];
        schedule->cancelled[0].sequence++;
        schedule->n_cancelled = schedule->n_meetings = 1;
        schedule->meeting[0].start_s += 60;
        schedule->meeting[0].sequence++;
        event->agenda[0].start_s += 60;
        event->agenda[0].title = "New";
        struct schedule *after = arena_new(&arena, 1, struct schedule);
        *after = *schedule;
        struct schedule_meeting meeting = schedule->meeting[0];
        struct schedule_meeting cancelled = schedule->cancelled[0];
        after->meeting = &meeting;
        after->cancelled = &cancelled;
        publish(&arena, event, after);
        struct half_sent half = make_mails(&arena, row[k].fates, after);
        half_sent_record(&arena, schedule, &half);
        CHECK_TEXT(meeting_text(&arena, &schedule->meeting[0]), row[k].first);
        CHECK_TEXT(meeting_text(&arena, &schedule->cancelled[0]), row[k].second);
        CHECK_TEXT(item_text(&arena, schedule), row[k].items);
        bool is_news = told_is_news(event, &schedule->meeting[0], false, -1, -1);
        CHECK_INT(is_news, strcmp(row[k].fates, "tttttt") != 0);
    }
}

/* What an older program recorded: nobody knows who has it, so all may. */
static void test_unknown(struct arena arena)
{
    struct tiny_plan plan;
    struct event *event = make_event(&arena);
    make_plan(&arena, &plan, event);
    struct schedule_meeting *meeting = &plan.schedule.meeting[0];
    schedule_publish(&plan.schedule);
    meeting->start_s += 60;
    meeting->sequence++;
    struct half_sent half =
        make_mails(&arena, "t-----", sent_to_all(&arena, event, &plan.schedule));
    half_sent_record(&arena, &plan.schedule, &half);
    CHECK_TEXT(meeting_text(&arena, meeting), "confirmed a11 a21? b1?");
}

/* An invite tells of its meeting, and of nothing else. */
static void test_invites(struct arena arena)
{
    struct tiny_plan plan;
    struct event *event = make_event(&arena);
    make_plan(&arena, &plan, event);
    struct schedule *after = sent_to_all(&arena, event, &plan.schedule);
    struct planned_mail mail[] = {
        {"c", "c@example.org", plan.schedule.meeting[1].uid, "2", MAIL_TAKEN},
        {"a", "a1@example.org", plan.schedule.meeting[1].uid, "1", MAIL_TAKEN},
    };
    struct half_sent half = {"x", after, mail, 2};
    half_sent_record(&arena, &plan.schedule, &half);
    CHECK_TEXT(meeting_text(&arena, &plan.schedule.meeting[0]), "never");
    CHECK_TEXT(meeting_text(&arena, &plan.schedule.meeting[1]), "confirmed c0");
    CHECK_TEXT(item_text(&arena, &plan.schedule), "none");
    CHECK_INT(half_sent_count(&half, MAIL_TAKEN), 2);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena);
    test_first(arena);
    test_change(arena);
    test_unknown(arena);
    test_invites(arena);
    arena_finish(&arena);
    return check_report();
}
