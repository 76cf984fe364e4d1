/* For each mail: the attempt is on the disk, the message is handed over, the answer
 * is on the disk. Wherever that is cut off, the ledger tells what is known. */

#include "scheduler/commands/send_delivery.h"

#include <stdio.h>
#include <time.h>

#include "io/ics_calendar.h"
#include "io/mail_letter.h"
#include "scheduler/base/stopwatch.h"
#include "scheduler/commands/stop.h"

const char *delivery_name(struct arena *arena, const struct mail_input *input,
                          const struct mail_item *item)
{
    if (item->is_agenda) {
        return arena_printf(arena, "%s to %s",
                            item->had_agenda ? "new agenda" : "agenda", item->to);
    }
    bool cancelled;
    const struct schedule_meeting *meeting =
        mail_meeting(input->calendars->schedule, item->meeting[0], &cancelled);
    return arena_printf(arena, "%s %s to %s",
                        item->is_off ? "cancellation" : "invite", meeting->id,
                        item->to);
}

/* In pieces, as a signal may ask for the end. */
static void pause_s(double seconds)
{
    const struct timespec piece = {.tv_nsec = 20 * 1000 * 1000};
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

static bool may_be_retried(enum mail_outcome outcome)
{
    return outcome == MAIL_DEFERRED || outcome == MAIL_UNREACHABLE;
}

/* All attempts for one mail. */
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
    for (int k = 0; ok && k < delivery->n_retries &&
                    may_be_retried(answer->outcome) && !stop_was_asked();
         k++) {
        complain(scratch, delivery, item, "will be tried again", answer->text);
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

bool delivery_run(struct arena scratch, struct delivery *delivery,
                  struct error *err)
{
    delivery->last_s = -60.0;
    bool ok = true, goes_on = true;
    for (int k = 0; ok && k < delivery->list->n_items; k++) {
        const struct mail_item *item = &delivery->list->item[k];
        struct mail_answer answer;
        if (!is_due(scratch, delivery, item)) {
            continue;
        }
        if (goes_on) {
            wait_for_turn(delivery, 0);
        }
        if (!goes_on || stop_was_asked()) {
            delivery->n_untried++;
            continue;
        }
        ok = deliver(scratch, delivery, item, &answer, err);
        goes_on = ok && judge(scratch, delivery, item, &answer);
    }
    ics_calendar_finish();
    return ok;
}
