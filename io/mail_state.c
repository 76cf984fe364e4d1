/* What a mail says, as its Message-ID stands for it. */

#include "io/mail_state.h"

#include "io/ics_agenda.h"
#include "io/ics_entry.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/digest.h"
#include "scheduler/model/sent_agenda.h"
#include "scheduler/model/told.h"

enum { ID_DIGITS = 32 };

struct ics_reader mail_item_reader(const struct ics_input *input,
                                   const struct mail_item *item)
{
    return item->p >= 0 ? ics_participant_reader(input, item->p)
                        : ics_interpreter_reader(input, item->i);
}

/* Everything about a meeting that people are told, as one line. */
static void add_state(struct buf *buf, const struct event *event,
                      const struct schedule_meeting *meeting, bool cancelled)
{
    buf_printf(buf, "%s %d %s %lld %lld %s %s", meeting->uid,
               told_sequence(event, meeting, cancelled),
               cancelled            ? "cancelled"
               : meeting->tentative ? "tentative"
                                    : "confirmed",
               (long long)meeting->start_s, (long long)meeting->end_s,
               meeting->room_id, meeting->interpreter_id);
    if (meeting->r >= 0 && !cancelled) {
        buf_printf(buf, " %s %s", event->room[meeting->r].name,
                   event->room[meeting->r].url);
    }
    buf_add_char(buf, '\n');
}

/* The same about the agenda items in an agenda; notes whether any was sent before. */
static void add_items(struct buf *buf, const struct ics_input *input,
                      struct mail_item *item)
{
    struct arena scratch;
    arena_init(&scratch);
    struct ics_reader reader = mail_item_reader(input, item);
    struct ics_selection items = ics_select_items(&scratch, &reader, ICS_WHOLE);
    for (int j = 0; j < items.n_items; j++) {
        struct ics_entry entry = ics_item_entry(&scratch, &reader, items.item[j]);
        const struct sent_item *sent = ics_item_sent(&reader, items.item[j]);
        item->had_agenda |= sent && sent_item_state(input->event, sent, item->p,
                                                    item->i) != SENT_NEVER;
        buf_printf(buf, "%s %d %s %lld %lld %s %s\n", entry.uid, entry.sequence,
                   entry.status == ICS_CANCELLED ? "cancelled" : "confirmed",
                   (long long)entry.start_s, (long long)entry.end_s, entry.summary,
                   entry.url ? entry.url : "");
    }
    arena_finish(&scratch);
}

/* True if they were sent something of the meeting before. */
static bool was_told(const struct event *event, const struct mail_item *item,
                     const struct schedule_meeting *meeting)
{
    if (meeting->sent.state == SENT_NEVER || !meeting->told.is_known) {
        return meeting->sent.state != SENT_NEVER;
    }
    return item->p >= 0
               ? told_find(meeting, event->participant[item->p].id, item->to) !=
                     NULL
               : told_find(meeting, "", event->interpreter[item->i].id) != NULL;
}

void mail_item_sum_up(struct arena *arena, const struct ics_input *input,
                      struct mail_item *item)
{
    const struct event *event = input->event;
    struct buf buf;
    char hex[DIGEST_HEX_SIZE];
    buf_init(&buf, arena);
    buf_printf(&buf, "%s\n%s\n%s\n%s\n", event->id, item->uid, item->to,
               item->language);
    for (int j = 0; j < item->n_meetings; j++) {
        bool cancelled;
        const struct schedule_meeting *meeting =
            schedule_any_entry(input->schedule, item->meeting[j], &cancelled);
        int sequence = told_sequence(event, meeting, cancelled);
        item->had_agenda |= was_told(event, item, meeting);
        item->sequence = sequence > item->sequence ? sequence : item->sequence;
        add_state(&buf, event, meeting, cancelled);
    }
    if (item->is_agenda && !mail_is_to_former(item)) {
        add_items(&buf, input, item);
    }
    digest_sha256(buf.data, buf.len, hex);
    item->message_id = arena_printf(
        arena, "%.*s@%s", ID_DIGITS, hex,
        event->uid_domain[0] != '\0' ? event->uid_domain : "matchday.invalid");
}
