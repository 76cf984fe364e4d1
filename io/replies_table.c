#include "io/replies_table.h"

#include "io/csv_write.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"

const char *reply_fate_text(enum reply_fate fate)
{
    switch (fate) {
    case REPLY_COUNTED:
    case REPLY_KNOWN:
        return "";
    case REPLY_STALE:
        return PHRASE("answers an older invitation: the meeting has moved since");
    case REPLY_OUTDATED:
        return PHRASE("is older than another answer of the same person");
    case REPLY_AHEAD:
        return PHRASE(
            "answers a newer invitation than this schedule knows of; expected "
            "the schedule that was sent last");
    case REPLY_UNKNOWN_MEETING:
        return PHRASE("answers a meeting that is not in this schedule");
    case REPLY_CANCELLED_MEETING:
        return PHRASE("answers a meeting that was cancelled");
    case REPLY_UNKNOWN_SENDER:
        return PHRASE(
            "comes from an address that nobody of the meeting has; expected "
            "that of one of its contacts");
    case REPLY_FOREIGN_SENDER:
        return PHRASE(
            "was sent by a contact of another participant; expected somebody of "
            "their own");
    case REPLY_OTHER_TIME:
        return PHRASE(
            "answers one time of a series, which is not when the meeting is; "
            "expected an answer to the invitation itself, so ask what they mean");
    }
    return "";
}

struct table {
    struct csv_writer csv;
    struct arena *arena;
    const struct event *event;
};

static void add_instant(struct table *table, int64_t at_s)
{
    csv_add_text(&table->csv,
                 at_s == NO_TIME ? "" : instant_format(table->arena, at_s));
}

/* What was answered, in the last columns. */
static void add_answer(struct table *table, const struct reply *reply,
                       const char *remark)
{
    csv_add_text(&table->csv, reply ? answer_name(reply->answer) : "");
    if (reply) {
        csv_add_number(&table->csv, reply->sequence);
    } else {
        csv_add_text(&table->csv, "");
    }
    add_instant(table, reply ? reply->stamp_s : NO_TIME);
    add_instant(table, reply ? reply->start_s : NO_TIME);
    add_instant(table, reply ? reply->end_s : NO_TIME);
    csv_add_text(&table->csv, reply ? reply->comment : "");
    csv_add_text(&table->csv, remark);
    csv_end_row(&table->csv);
}

static void add_header(struct table *table)
{
    static const char *const name[] = {"meeting",      "slot",     "participant",
                                       "contact",      "email",    "answer",
                                       "sequence",     "answered", "proposed start",
                                       "proposed end", "comment",  "remark"};
    for (size_t k = 0; k < sizeof name / sizeof *name; k++) {
        csv_add_text(&table->csv, name[k]);
    }
    csv_end_row(&table->csv);
}

static void add_person(struct table *table, const struct schedule_meeting *meeting,
                       const struct participant *who, const struct contact *contact,
                       const struct replies *known)
{
    const char *email = text_lower(table->arena, contact->email);
    const struct reply *last =
        *email != '\0' ? replies_find(known, meeting->uid, email) : NULL;
    bool is_stale = last && last->sequence < reply_sequence(meeting, last->email);
    csv_add_text(&table->csv, meeting->id);
    csv_add_text(&table->csv, meeting->slot_id);
    csv_add_text(&table->csv, who->id);
    csv_add_text(&table->csv, contact->name);
    csv_add_text(&table->csv, contact->email);
    add_answer(table, is_stale ? NULL : last,
               is_stale
                   ? arena_printf(table->arena, "%s before the meeting was moved",
                                  answer_name(last->answer))
                   : "");
}

static void add_meeting(struct table *table, const struct schedule_meeting *meeting,
                        const struct replies *known)
{
    for (int k = 0; k < meeting->participant_ids.n; k++) {
        int p =
            event_find_participant(table->event, meeting->participant_ids.text[k]);
        for (int c = 0; p >= 0 && c < table->event->participant[p].n_contacts;
             c++) {
            const struct participant *who = &table->event->participant[p];
            if (contact_attends(meeting, p, c)) {
                add_person(table, meeting, who, &who->contact[c], known);
            }
        }
    }
}

char *replies_table_text(struct arena *arena, const struct replies_input *input,
                         size_t *len)
{
    const struct schedule *schedule = input->schedule;
    const struct replies *new_ones = input->new_ones;
    struct table table = {.arena = arena, .event = input->event};
    csv_begin(&table.csv, arena);
    add_header(&table);
    for (int k = 0; k < schedule->n_meetings; k++) {
        add_meeting(&table, &schedule->meeting[k], input->known);
    }
    for (int k = 0; k < new_ones->n; k++) {
        const struct reply *reply = &new_ones->reply[k];
        if (reply->fate == REPLY_COUNTED || reply->fate == REPLY_KNOWN) {
            continue;
        }
        for (int column = 0; column < 4; column++) {
            csv_add_text(&table.csv, column == 0 ? reply->uid : "");
        }
        csv_add_text(&table.csv, reply->email);
        add_answer(&table, reply, reply_fate_text(reply->fate));
    }
    *len = table.csv.buf.len;
    return table.csv.buf.data;
}
