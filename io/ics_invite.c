#include "io/ics_files.h"

#include <string.h>

#include "io/ics_calendar.h"
#include "io/ics_entry.h"
#include "scheduler/base/text.h"
#include "scheduler/model/told.h"

static bool has_address(const struct ics_entry *entry, const char *email)
{
    for (int k = 0; k < entry->n_attendees; k++) {
        if (text_equal_nocase(entry->attendee[k].email, email)) {
            return true;
        }
    }
    return false;
}

/* One invitation to be made. */
struct invite {
    const struct ics_input *input;
    const struct schedule_meeting *meeting;
    bool cancelled;
    bool is_for_former; /* who had it, while others of the participant attend */
    int p;
};

static void add_attendee(struct arena scratch, struct ics_entry *entry,
                         struct ics_address person)
{
    if (ics_is_address(scratch, person.email) &&
        !has_address(entry, person.email)) {
        entry->attendee[entry->n_attendees++] = person;
    }
}

/* The participant's contacts who attend; two who share a mailbox count once. */
static void add_attending(struct arena *arena, const struct ics_reader *reader,
                          const struct schedule_meeting *meeting,
                          struct ics_entry *entry)
{
    const struct event *event = reader->input->event;
    const struct participant *who = &event->participant[reader->p];
    int n;
    const int *contact = ics_attending(arena, event, meeting, reader->p, &n);
    entry->attendee = arena_new(arena, n, struct ics_address);
    for (int k = 0; k < n; k++) {
        const struct contact *person = &who->contact[contact[k]];
        add_attendee(*arena, entry,
                     (struct ics_address){
                         .name = ics_contact_name(arena, reader, person),
                         .email = person->email,
                         .language = person->language[0] != '\0'
                                         ? person->language
                                         : language_tag(reader->language),
                         .answer = ics_answer_of(*arena, reader->input, meeting,
                                                 person->email),
                     });
    }
}

/* Those who have the meeting in their calendars and must take it out. */
static void add_former(struct arena *arena, const struct ics_reader *reader,
                       const struct invite *invite, struct ics_entry *entry)
{
    const struct event *event = reader->input->event;
    const struct told *told = &invite->meeting->told;
    entry->attendee = arena_new(arena, told->n_persons, struct ics_address);
    for (int k = 0; k < told->n_persons; k++) {
        const struct told_person *person = &told->person[k];
        if (!person->off &&
            strcmp(person->participant_id, event->participant[reader->p].id) == 0 &&
            (invite->cancelled ||
             !told_attends(event, invite->meeting, reader->p, person->who))) {
            add_attendee(*arena, entry,
                         (struct ics_address){
                             .name = "",
                             .email = person->who,
                             .language = person->language[0] != '\0'
                                             ? person->language
                                             : language_tag(reader->language),
                         });
        }
    }
}

/* Whoever the invitation is for. */
static void add_attendees(struct arena *arena, const struct ics_reader *reader,
                          const struct invite *invite, struct ics_entry *entry)
{
    if (invite->is_for_former ||
        (invite->cancelled && invite->meeting->told.is_known)) {
        add_former(arena, reader, invite, entry);
    } else {
        add_attending(arena, reader, invite->meeting, entry);
    }
}

static void make_invite(struct sink *sink, struct arena scratch, const void *of)
{
    const struct invite *invite = of;
    const struct ics_input *input = invite->input;
    struct ics_reader reader = ics_participant_reader(input, invite->p);
    struct ics_entry who = {.n_attendees = 0};
    add_attendees(&scratch, &reader, invite, &who);
    if (invite->is_for_former) {
        reader.who = who.attendee[0].email;
    }
    struct ics_entry entry =
        ics_meeting_entry(&scratch, &reader, invite->meeting, invite->cancelled);
    entry.attendee = who.attendee;
    entry.n_attendees = who.n_attendees;
    entry.status = invite->is_for_former ? ICS_UNINVITED : entry.status;
    const struct ics_calendar calendar = {
        .method =
            invite->cancelled || invite->is_for_former ? ICS_CANCEL : ICS_REQUEST,
        .version = input->version,
        .name = "",
        .stamp_s = input->stamp_s,
        .entry = &entry,
        .n_entries = 1,
    };
    ics_calendar_write(sink, scratch, &calendar);
}

/* True if there is somebody to write to, and somebody who writes. */
static bool has_addresses(struct arena scratch, const struct invite *invite)
{
    struct ics_entry entry = {.n_attendees = 0};
    struct ics_reader reader = ics_participant_reader(invite->input, invite->p);
    add_attendees(&scratch, &reader, invite, &entry);
    return entry.n_attendees > 0 && ics_is_address(scratch, reader.organizer.email);
}

static void add_invite(struct output *output, struct invite invite)
{
    const char *id = invite.input->event->participant[invite.p].id;
    if (has_addresses(*output->arena, &invite)) {
        struct invite *kept = arena_new(output->arena, 1, struct invite);
        *kept = invite;
        output_add_made(output,
                        arena_printf(output->arena, "invites/%s/%s%s.ics", id,
                                     invite.meeting->id,
                                     invite.is_for_former ? "-cancel" : ""),
                        make_invite, kept);
    }
}

/* True if one of those who attend has to be told something. */
static bool is_news_to_attending(const struct ics_input *input,
                                 const struct schedule_meeting *meeting, int p)
{
    const struct participant *who = &input->event->participant[p];
    for (int c = 0; c < who->n_contacts; c++) {
        const char *key = told_contact_key(&who->contact[c]);
        if (key[0] != '\0' && told_attends(input->event, meeting, p, key) &&
            told_is_news_to(input->event, meeting, false, p, key)) {
            return true;
        }
    }
    return false;
}

static void add_invites(struct output *output, const struct ics_input *input,
                        const struct schedule_meeting *meeting, bool cancelled)
{
    for (int k = 0; k < meeting->participant_ids.n; k++) {
        int p =
            event_find_participant(input->event, meeting->participant_ids.text[k]);
        struct invite invite = {input, meeting, cancelled, false, p};
        if (p < 0 || !told_is_news(input->event, meeting, cancelled, p, -1)) {
            continue;
        }
        if (cancelled || is_news_to_attending(input, meeting, p)) {
            add_invite(output, invite);
        }
        invite.is_for_former = !cancelled;
        if (invite.is_for_former) {
            add_invite(output, invite);
        }
    }
}

void ics_add_invites(struct output *output, const struct ics_input *input)
{
    const struct schedule *schedule = input->schedule;
    for (int k = 0; k < schedule->n_meetings; k++) {
        add_invites(output, input, &schedule->meeting[k], false);
    }
    for (int k = 0; k < schedule->n_cancelled; k++) {
        add_invites(output, input, &schedule->cancelled[k], true);
    }
}
