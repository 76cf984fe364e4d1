#include "io/ics_files.h"

#include "io/ics_calendar.h"
#include "io/ics_entry.h"
#include "scheduler/base/text.h"

static bool has_address(const struct ics_entry *entry, const char *email)
{
    for (int k = 0; k < entry->n_attendees; k++) {
        if (text_equal_nocase(entry->attendee[k].email, email)) {
            return true;
        }
    }
    return false;
}

/* The participant's contacts who attend; two who share a mailbox count once. */
static void add_attendees(struct arena *arena, const struct ics_reader *reader,
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
        if (ics_is_address(*arena, person->email) &&
            !has_address(entry, person->email)) {
            entry->attendee[entry->n_attendees++] = (struct ics_address){
                .name = ics_contact_name(arena, reader, person),
                .email = person->email,
                .language = person->language[0] != '\0'
                                ? person->language
                                : language_tag(reader->language),
            };
        }
    }
}

/* One invitation to be made. */
struct invite {
    const struct ics_input *input;
    const struct schedule_meeting *meeting;
    bool cancelled;
    int p;
};

static struct file_bytes make_invite(struct arena *arena, struct arena scratch,
                                     const void *of)
{
    const struct invite *invite = of;
    const struct ics_input *input = invite->input;
    struct ics_reader reader = ics_participant_reader(input, invite->p);
    struct ics_entry entry =
        ics_meeting_entry(&scratch, &reader, invite->meeting, invite->cancelled);
    add_attendees(&scratch, &reader, invite->meeting, &entry);
    const struct ics_calendar calendar = {
        .method = invite->cancelled ? ICS_CANCEL : ICS_REQUEST,
        .version = input->version,
        .name = "",
        .stamp_s = input->stamp_s,
        .entry = &entry,
        .n_entries = 1,
    };
    struct file_bytes bytes;
    bytes.bytes = ics_calendar_text(arena, scratch, &calendar, &bytes.len);
    return bytes;
}

/* True if there is somebody to write to, and somebody who writes. */
static bool has_addresses(struct arena scratch, const struct invite *invite)
{
    struct ics_entry entry = {.n_attendees = 0};
    struct ics_reader reader = ics_participant_reader(invite->input, invite->p);
    add_attendees(&scratch, &reader, invite->meeting, &entry);
    return entry.n_attendees > 0 && ics_is_address(scratch, reader.organizer.email);
}

static void add_invite(struct output *output, struct invite invite)
{
    const char *id = invite.input->event->participant[invite.p].id;
    if (has_addresses(*output->arena, &invite)) {
        struct invite *kept = arena_new(output->arena, 1, struct invite);
        *kept = invite;
        output_add_made(output,
                        arena_printf(output->arena, "invites/%s/%s.ics", id,
                                     invite.meeting->id),
                        make_invite, kept);
    }
}

static void add_invites(struct output *output, const struct ics_input *input,
                        const struct schedule_meeting *meeting, bool cancelled)
{
    if (schedule_is_as_sent(meeting, cancelled)) {
        return;
    }
    for (int k = 0; k < meeting->participant_ids.n; k++) {
        int p =
            event_find_participant(input->event, meeting->participant_ids.text[k]);
        if (p >= 0) {
            add_invite(output, (struct invite){input, meeting, cancelled, p});
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
