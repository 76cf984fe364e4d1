/* For each mail: the attempt is on the disk, the message is handed over, the answer
 * is on the disk. Wherever that is cut off, the ledger tells what is known. */

#include "scheduler/commands/send_delivery.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "io/ics_calendar.h"
#include "io/mail_letter.h"
#include "scheduler/base/stopwatch.h"
#include "scheduler/base/text.h"
#include "scheduler/commands/stop.h"

const char *delivery_name(struct arena *arena, const struct mail_input *input,
                          const struct mail_item *item)
{
    if (item->is_agenda) {
        return arena_printf(arena, "%s to %s",
                            item->had_agenda ? "new agenda" : "agenda", item->to);
    }
    bool cancelled;
    const struct schedule_meeting *meeting = schedule_any_entry(
        input->calendars->schedule, item->meeting[0], &cancelled);
    return arena_printf(arena, "%s %s to %s",
                        item->is_off ? "cancellation" : "invite", meeting->id,
                        item->to);
}

/* In pieces, as a signal may ask for the end. */
static void pause_s(double seconds)
{
    const struct timespec piece = {.tv_nsec = 20L * 1000 * 1000};
    double end = stopwatch_now_s() + seconds;
    while (stopwatch_now_s() < end && !stop_was_asked()) {
        nanosleep(&piece, NULL);
    }
}

static void complain(struct arena scratch, const struct delivery *delivery,
                     const struct mail_item *item, const char *what,
                     const char *why)
{
    fprintf(stderr, "%s: %s: %s\n", delivery_name(&scratch, delivery->input, item),
            what, why);
}

/* Until the next attempt may begin, and at least so long. */
static void wait_for_turn(const struct delivery *delivery, double least_s)
{
    double turn_s = delivery->last_s + 60.0 / delivery->most_per_minute;
    double rest_s = turn_s - stopwatch_now_s();
    pause_s(rest_s > least_s ? rest_s : least_s);
}

/* One attempt, with its records. */
static bool attempt(struct delivery *delivery, const struct mail_item *item,
                    const struct letter *letter, struct mail_answer *answer,
                    struct error *err)
{
    const struct mail_envelope envelope = {item->from, item->to, letter->bytes,
                                           letter->len};
    delivery->last_s = stopwatch_now_s();
    if (!ledger_attempt(delivery->ledger, item, err)) {
        return false;
    }
    mail_hand_over(delivery->connection, &envelope, answer);
    return answer->outcome == MAIL_UNANSWERED ||
           ledger_end(delivery->ledger, item, answer->outcome == MAIL_DELIVERED,
                      answer->text, err);
}

/* "will be tried again in 30 s" */
static void announce_retry(struct arena scratch, const struct delivery *delivery,
                           const struct mail_item *item, double wait_s,
                           const char *why)
{
    const char *what =
        arena_printf(&scratch, "will be tried again in %.3g s", wait_s);
    complain(scratch, delivery, item, what, why);
}

/* One mail; more than once while the server cannot be reached, as no other mail
 * would fare better. One that has never answered is the wrong one. */
static bool deliver(struct arena scratch, struct delivery *delivery,
                    const struct mail_item *item, struct mail_answer *answer,
                    struct error *err)
{
    struct arena letters;
    double wait_s = delivery->retry_s;
    arena_init(&letters);
    const struct letter letter =
        mail_letter(&letters, scratch, delivery->input, item);
    bool ok = attempt(delivery, item, &letter, answer, err);
    for (int k = 0;
         ok && k < delivery->n_retries && answer->outcome == MAIL_UNREACHABLE &&
         answer->has_answered && !stop_was_asked();
         k++) {
        announce_retry(scratch, delivery, item, wait_s, answer->text);
        wait_for_turn(delivery, wait_s);
        wait_s *= 2;
        if (!stop_was_asked()) {
            ok = attempt(delivery, item, &letter, answer, err);
        }
    }
    arena_finish(&letters);
    return ok;
}

/* Counts and tells; false if the others would fare alike. */
static bool judge(struct arena scratch, struct delivery *delivery,
                  const struct mail_item *item, const struct mail_answer *answer)
{
    switch (answer->outcome) {
    case MAIL_DELIVERED:
        delivery->n_sent++;
        return true;
    case MAIL_UNANSWERED:
        delivery->n_in_doubt++;
        complain(scratch, delivery, item,
                 "in doubt, as the connection ended before the server's answer",
                 answer->text);
        return true;
    case MAIL_REFUSED:
        delivery->refused[item - delivery->list->item] = true;
        delivery->n_refused++;
        delivery->n_failed++;
        complain(scratch, delivery, item, "not sent", answer->text);
        return true;
    case MAIL_DEFERRED:
        delivery->n_failed++;
        complain(scratch, delivery, item, "not sent", answer->text);
        return true;
    case MAIL_UNREACHABLE:
    case MAIL_IMPOSSIBLE:
        delivery->n_failed++;
        complain(scratch, delivery, item, "not sent, nor are the others",
                 answer->text);
        return false;
    }
    return false;
}

/* True if it is to be sent now; else it is counted. */
static bool is_due(struct arena scratch, struct delivery *delivery,
                   const struct mail_item *item)
{
    switch (ledger_state(delivery->ledger, item->message_id)) {
    case MAIL_DONE:
        delivery->n_sent_before++;
        return false;
    case MAIL_DOUBTFUL:
        if (delivery->resend_in_doubt) {
            return true;
        }
        delivery->n_in_doubt++;
        complain(scratch, delivery, item, "in doubt since an earlier run",
                 "look whether it arrived; --resend-in-doubt sends it again");
        return false;
    case MAIL_UNSENT:
    case MAIL_FAILED:
        return true;
    }
    return false;
}

/* One mail's turn; those that the server deferred have one more, behind all others
 * and not before due_s. */
struct turn {
    const struct mail_item *item;
    int n_before;
    double due_s;
};

static bool is_retried(const struct delivery *delivery, const struct turn *turn,
                       const struct mail_answer *answer)
{
    return answer->outcome == MAIL_DEFERRED &&
           turn->n_before < delivery->n_retries && !stop_was_asked();
}

static struct turn next_turn(const struct delivery *delivery,
                             const struct turn *turn)
{
    double wait_s = delivery->retry_s;
    for (int k = 0; k < turn->n_before; k++) {
        wait_s *= 2;
    }
    return (struct turn){turn->item, turn->n_before + 1,
                         stopwatch_now_s() + wait_s};
}

/* Whatever has no turn any more. */
static void give_up(struct arena scratch, struct delivery *delivery,
                    const struct turn *turn)
{
    if (turn->n_before == 0) {
        delivery->n_untried++;
    } else {
        delivery->n_failed++;
        complain(scratch, delivery, turn->item, "not sent",
                 "the server wanted it later, and the run ends");
    }
}

bool delivery_run(struct arena scratch, struct delivery *delivery,
                  struct error *err)
{
    struct turn *turn = NULL;
    int n = 0, capacity = 0, n_items = delivery->list->n_items;
    struct arena turns;
    arena_init(&turns);
    delivery->last_s = -60.0;
    bool ok = true, goes_on = true;
    for (int k = 0; ok && k < n_items + n; k++) {
        struct turn now = k < n_items
                              ? (struct turn){&delivery->list->item[k], 0, 0}
                              : turn[k - n_items];
        struct mail_answer answer;
        if (now.n_before == 0 && !is_due(scratch, delivery, now.item)) {
            continue;
        }
        if (goes_on) {
            wait_for_turn(delivery, now.due_s - stopwatch_now_s());
        }
        if (!goes_on || stop_was_asked()) {
            give_up(scratch, delivery, &now);
            continue;
        }
        ok = deliver(scratch, delivery, now.item, &answer, err);
        if (ok && is_retried(delivery, &now, &answer)) {
            turn = arena_grow(&turns, turn, n, &capacity, sizeof *turn);
            turn[n] = next_turn(delivery, &now);
            announce_retry(scratch, delivery, now.item,
                           turn[n++].due_s - stopwatch_now_s(), answer.text);
        } else {
            goes_on = ok && judge(scratch, delivery, now.item, &answer);
        }
    }
    arena_finish(&turns);
    ics_calendar_finish();
    return ok;
}

static bool is_of_same(const struct mail_item *a, const struct mail_item *b)
{
    return a->p == b->p && a->i == b->i;
}

/* Those of whom every agenda was refused. A participant's mails follow one another. */
static struct strings find_unreached(struct arena *arena,
                                     const struct delivery *delivery)
{
    const struct mail_list *list = delivery->list;
    const struct event *event = delivery->input->calendars->event;
    struct strings ids = {.text = arena_new(arena, list->n_items, const char *)};
    for (int k = 0, end; k < list->n_items; k = end) {
        const struct mail_item *first = &list->item[k];
        bool is_reached = false;
        for (end = k; end < list->n_items && is_of_same(first, &list->item[end]);
             end++) {
            is_reached |= list->item[end].is_agenda && !delivery->refused[end];
        }
        if (!is_reached) {
            ids.text[ids.n++] = first->p >= 0 ? event->participant[first->p].id
                                              : event->interpreter[first->i].id;
        }
    }
    strings_sort_once(&ids);
    return ids;
}

struct unreached delivery_unreached(struct arena *arena,
                                    const struct delivery *delivery)
{
    const struct mail_list *list = delivery->list;
    const struct event *event = delivery->input->calendars->event;
    struct unreached unreached = {
        .person = arena_new(arena, delivery->n_refused, struct unreached_person)};
    for (int k = 0; k < list->n_items; k++) {
        const struct mail_item *item = &list->item[k];
        if (delivery->refused[k]) {
            unreached.person[unreached.n_persons++] = (struct unreached_person){
                .participant_id =
                    item->p >= 0 ? event->participant[item->p].id : "",
                .who = item->p >= 0 ? item->to : event->interpreter[item->i].id,
                .uid = item->is_agenda ? NULL : item->uid,
            };
        }
    }
    unreached.ids = find_unreached(arena, delivery);
    return unreached;
}
