/* Entries of meetings and of cancelled differ little: a cancelled one has no
 * requests, room and interpreter of its own; the last two are those which people
 * were told. */

#include "io/schedule_parts.h"

#include <math.h>
#include <stddef.h>

#include "io/field_names.h"

enum { MAX_SEQUENCE = 1000000000, MAX_CONTACT = 100000 };

static int read_sequence(const struct fields *fields)
{
    if (!field_find(fields, "sequence")) {
        field_error(fields, "sequence", "is missing; expected a whole number");
    }
    return field_int(fields, "sequence", 0, MAX_SEQUENCE, 0);
}

/* "" where there is none. */
static const char *read_interpreter(const struct fields *fields)
{
    return field_find(fields, "interpreter")
               ? schedule_read_id(fields, "interpreter", "the id of an interpreter")
               : "";
}

static void read_sent(const struct fields *fields, struct sent *sent)
{
    static const char *const known[] = {"state", "slot",        "start",    "end",
                                        "room",  "interpreter", "sequence", NULL};
    static const char *const states[] = {"confirmed", "cancelled"};
    struct fields inner;
    *sent = (struct sent){.slot_id = "", .room_id = "", .interpreter_id = ""};
    if (!field_object(fields, "sent", &inner)) {
        return;
    }
    field_names_judge(known, &inner);
    field_required_text(&inner, "state", "'confirmed' or 'cancelled'");
    sent->state = field_word(&inner, "state", states, 2, 0) == 1 ? SENT_CANCELLED
                                                                 : SENT_CONFIRMED;
    sent->slot_id = schedule_read_slot_id(&inner, "slot");
    schedule_read_span(&inner, &sent->start_s, &sent->end_s);
    sent->room_id = schedule_read_id(&inner, "room", "the id of a room");
    sent->interpreter_id = read_interpreter(&inner);
    sent->sequence = read_sequence(&inner);
}

static bool is_contact(const struct value *item)
{
    return item->kind == VALUE_NUMBER && item->number >= 1 &&
           item->number <= MAX_CONTACT && item->number == floor(item->number);
}

static void read_attendance(const struct fields *attendees,
                            const struct value *member,
                            struct attendance *attendance)
{
    *attendance = (struct attendance){.participant_id = member->key, .p = -1};
    if (member->kind != VALUE_LIST) {
        field_refuse(attendees, member->key, member,
                     "a list of numbers of contacts");
        return;
    }
    attendance->contact = arena_new(attendees->arena, member->n_items, int);
    for (int k = 0; k < member->n_items; k++) {
        if (!is_contact(&member->item[k])) {
            field_refuse(attendees, member->key, &member->item[k],
                         "the number of a contact, from 1");
            return;
        }
        attendance->contact[attendance->n_contacts++] = (int)member->item[k].number;
    }
}

static void read_attendees(const struct fields *fields,
                           struct schedule_meeting *meeting)
{
    struct fields inner;
    if (!field_object(fields, "attendees", &inner) ||
        meeting->participant_ids.n == 0) {
        return;
    }
    meeting->attendance =
        arena_new(fields->arena, inner.object->n_items, struct attendance);
    for (int k = 0; k < inner.object->n_items; k++) {
        const struct value *member = &inner.object->item[k];
        if (!strings_has(&meeting->participant_ids, member->key)) {
            field_error(&inner, member->key,
                        "is no participant of this meeting; expected one of them");
            continue;
        }
        read_attendance(&inner, member,
                        &meeting->attendance[meeting->n_attendance++]);
    }
}

/* What both kinds of entries have. */
static void read_common(const struct fields *fields,
                        struct schedule_meeting *meeting)
{
    *meeting = (struct schedule_meeting){.m = -1, .s = -1, .r = -1, .i = -1};
    meeting->id =
        schedule_read_id(fields, "id", "the id of a meeting, like 'm0001'");
    meeting->participant_ids = schedule_read_ids(fields, "participants", true);
    meeting->topic = field_text(fields, "topic");
    meeting->slot_id = schedule_read_slot_id(fields, "slot");
    schedule_read_span(fields, &meeting->start_s, &meeting->end_s);
    meeting->uid =
        field_required_text(fields, "uid", "the uid of a calendar entry");
    meeting->sequence = read_sequence(fields);
    read_sent(fields, &meeting->sent);
    schedule_read_told(fields, &meeting->told);
}

static void read_meeting(const struct fields *fields,
                         struct schedule_meeting *meeting)
{
    static const char *const statuses[] = {"confirmed", "tentative"};
    read_common(fields, meeting);
    meeting->request_ids = schedule_read_ids(fields, "requests", true);
    meeting->room_id = schedule_read_id(fields, "room", "the id of a room");
    meeting->interpreter_id = read_interpreter(fields);
    meeting->tentative = field_word(fields, "status", statuses, 2, 0) == 1;
    meeting->reason = "";
    meeting->frozen = field_bool(fields, "frozen");
    read_attendees(fields, meeting);
}

void schedule_read_meetings(const struct fields *root, struct schedule *schedule)
{
    static const char *const known[] = {
        "id",     "requests", "participants", "topic",     "slot", "start",
        "end",    "room",     "interpreter",  "attendees", "uid",  "sequence",
        "status", "sent",     "told",         "frozen",    NULL};
    struct field_names names = {.known = known};
    struct fields *row;
    int n = schedule_open_list(root, "meetings", &row);
    schedule->meeting = arena_new(root->arena, n, struct schedule_meeting);
    for (int k = 0; k < n; k++) {
        field_names_check(&names, &row[k]);
        read_meeting(&row[k], &schedule->meeting[schedule->n_meetings++]);
    }
    field_names_report(&names);
}

static void read_cancelled(const struct fields *fields,
                           struct schedule_meeting *meeting)
{
    read_common(fields, meeting);
    meeting->room_id = meeting->sent.room_id;
    meeting->interpreter_id = meeting->sent.interpreter_id;
    meeting->cause = field_text(fields, "cause");
    meeting->reason = field_text(fields, "reason");
    if (!field_find(fields, "sent")) {
        field_error(
            fields, "sent",
            "is missing; expected what people were sent, as only such meetings "
            "are listed as cancelled");
    }
}

void schedule_read_cancelled(const struct fields *root, struct schedule *schedule)
{
    static const char *const known[] = {
        "id",  "uid",   "sequence", "participants", "topic", "slot", "start",
        "end", "cause", "reason",   "sent",         "told",  NULL};
    struct field_names names = {.known = known};
    struct fields *row;
    int n = field_objects(root, "cancelled", &row);
    schedule->cancelled = arena_new(root->arena, n, struct schedule_meeting);
    for (int k = 0; k < n; k++) {
        field_names_check(&names, &row[k]);
        read_cancelled(&row[k], &schedule->cancelled[schedule->n_cancelled++]);
    }
    field_names_report(&names);
}
