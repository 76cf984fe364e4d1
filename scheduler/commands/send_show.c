/* What would be sent, and what is not. */

#include "scheduler/commands/sending.h"

#include <stdio.h>
#include <string.h>

#include "io/ics_calendar.h"
#include "io/mail_letter.h"
#include "scheduler/base/text.h"
#include "scheduler/commands/send_delivery.h"
#include "scheduler/model/diff.h"

bool sending_has_mail(const struct mail_list *list, const char *message_id)
{
    for (int k = 0; k < list->n_items; k++) {
        if (strcmp(list->item[k].message_id, message_id) == 0) {
            return true;
        }
    }
    return false;
}

void sending_tell_unreachable(const struct sending *sending)
{
    const struct mail_list *list = &sending->list;
    const struct event *event = &sending->whole;
    for (int k = 0; k < list->n_unreachable; k++) {
        const struct mail_unreachable *who = &list->unreachable[k];
        if (who->i >= 0) {
            fprintf(stderr, "interpreter %s", event->interpreter[who->i].id);
        } else {
            fprintf(stderr, "%s%s%s", event->participant[who->p].id,
                    who->name ? ": " : "", who->name ? who->name : "");
        }
        fprintf(stderr, " has no e-mail address: it must be told by other means\n");
    }
}

bool sending_tell_old_doubts(const struct sending *sending,
                             const struct ledger *ledger)
{
    struct arena scratch = sending->job.arena;
    int n;
    bool has_any = false;
    const struct ledger_doubt *doubt = ledger_doubts(&scratch, ledger, &n);
    for (int k = 0; k < n; k++) {
        if (!sending_has_mail(&sending->list, doubt[k].message_id)) {
            fprintf(stderr,
                    "an older mail to %s (%s): in doubt since an earlier run: look "
                    "whether it arrived, and add the line 'done' or 'failed' with "
                    "<%s> to %s\n",
                    doubt[k].to, doubt[k].uid, doubt[k].message_id,
                    sending->ledger_path);
            has_any = true;
        }
    }
    return has_any;
}

static int count_untold_of_items(struct sending *sending)
{
    struct diff_listeners listeners;
    if (!sending->options->invites || sending->options->agendas) {
        return 0;
    }
    diff_item_listeners(&sending->job.arena, &sending->whole, &sending->recalled,
                        &listeners);
    return diff_count_persons(&listeners);
}

void sending_tell_items(struct sending *sending)
{
    int n = count_untold_of_items(sending);
    if (n > 0) {
        printf("  %d %s agenda items to hear of, which invites do not carry: "
               "'matchday send' with --agendas mails them\n",
               n, n == 1 ? "person still has" : "people still have");
    }
}

/* Says why there is no mail at all, if there is none. */
static bool tell_nothing_to_send(struct sending *sending)
{
    const char *path = sending->read.path;
    if (sending->list.n_items == 0 && sending->list.n_unreachable == 0) {
        printf(count_untold_of_items(sending) > 0
                   ? "%s: there is no invite to send, as no meeting differs from "
                     "what was sent\n"
                   : "%s: nobody has to be told anything, as nothing differs from "
                     "what was sent\n",
               path);
        sending_tell_items(sending);
    } else if (sending->list.n_items == 0) {
        printf("%s: there is no mail to send, as nobody who has to be told has an "
               "e-mail address\n",
               path);
    }
    return sending->list.n_items == 0;
}

/* One line of a dry run. */
static void show_item(struct arena scratch, const struct sending *sending,
                      const struct mail_item *item, enum mail_state state)
{
    static const char *const word[] = {
        [MAIL_UNSENT] = "would send",
        [MAIL_DONE] = "sent before",
        [MAIL_FAILED] = "would try again",
        [MAIL_DOUBTFUL] = "in doubt",
    };
    struct arena letters;
    arena_init(&letters);
    struct letter letter = mail_letter(&letters, scratch, &sending->input, item);
    bool again = state == MAIL_DOUBTFUL && sending->options->resend_in_doubt;
    printf("%s: %s, from %s: %s\n", again ? "would send again" : word[state],
           delivery_name(&scratch, &sending->input, item), item->from,
           letter.subject);
    arena_finish(&letters);
}

void sending_print_some(int n, const char *what)
{
    if (n > 0) {
        printf(", %d %s", n, what);
    }
}

enum exit_code sending_dry_run(struct sending *sending)
{
    struct error err;
    int count[MAIL_DOUBTFUL + 1] = {0};
    struct arena *arena = &sending->job.arena;
    struct ledger *ledger = ledger_open(arena, sending->ledger_path, false, &err);
    if (!ledger) {
        return job_fail(&err);
    }
    for (int k = 0; k < sending->list.n_items; k++) {
        const struct mail_item *item = &sending->list.item[k];
        enum mail_state state = ledger_state(ledger, item->message_id);
        show_item(*arena, sending, item, state);
        count[state]++;
    }
    ics_calendar_finish();
    sending_tell_old_doubts(sending, ledger);
    ledger_close(ledger);
    sending_tell_unreachable(sending);
    int n = count[MAIL_UNSENT] + count[MAIL_FAILED];
    if (tell_nothing_to_send(sending)) {
        return EXIT_CODE_DONE;
    }
    printf("%d mail%s to send", n, text_s(n));
    sending_print_some(count[MAIL_DONE], "sent before");
    sending_print_some(count[MAIL_DOUBTFUL], "in doubt");
    printf("; nothing is sent without --really\n");
    sending_tell_items(sending);
    return EXIT_CODE_DONE;
}

enum exit_code sending_look_for_doubts(struct sending *sending)
{
    struct error err;
    struct ledger *ledger =
        ledger_open(&sending->job.arena, sending->ledger_path, false, &err);
    if (!ledger) {
        return job_fail(&err);
    }
    sending->has_old_doubts = sending_tell_old_doubts(sending, ledger);
    ledger_close(ledger);
    tell_nothing_to_send(sending);
    return sending->has_old_doubts && sending->options->really ? EXIT_CODE_IO
                                                               : EXIT_CODE_DONE;
}
