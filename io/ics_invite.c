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

static void add_invite(struct arena scratch, struct output *output,
                       const struct ics_reader *reader,
                       const struct schedule_meeting *meeting, bool cancelled)
{
    const struct ics_input *input = reader->input;
    struct ics_entry entry =
        ics_meeting_entry(&scratch, reader, meeting, cancelled);
    add_attendees(&scratch, reader, meeting, &entry);
    if (entry.n_attendees == 0 || !ics_is_address(scratch, entry.organizer.email)) {
        return;
    }
    const struct ics_calendar calendar = {
        .method = cancelled ? ICS_CANCEL : ICS_REQUEST,
        .version = input->version,
        .name = "",
        .stamp_s = input->stamp_s,
        .entry = &entry,
        .n_entries = 1,
    };
    size_t len;
    const char *text = ics_calendar_text(output->arena, scratch, &calendar, &len);
    output_add(output,
               arena_printf(&scratch, "invites/%s/%s.ics",
                            input->event->participant[reader->p].id, meeting->id),
               text, len);
}

static void add_invites(struct arena scratch, struct output *output,
                        const struct ics_input *input,
                        const struct schedule_meeting *meeting, bool cancelled)
{
    if (schedule_is_as_sent(meeting, cancelled)) {
        return;
    }
    for (int k = 0; k < meeting->participant_ids.n; k++) {
        int p =
            event_find_participant(input->event, meeting->participant_ids.text[k]);
        if (p >= 0) {
            struct ics_reader reader = ics_participant_reader(input, p);
            add_invite(scratch, output, &reader, meeting, cancelled);
        }
    }
}

void ics_add_invites(struct output *output, const struct ics_input *input)
{
    const struct schedule *schedule = input->schedule;
    struct arena work;
    arena_init(&work);
    for (int k = 0; k < schedule->n_meetings; k++) {
        add_invites(work, output, input, &schedule->meeting[k], false);
    }
    for (int k = 0; k < schedule->n_cancelled; k++) {
        add_invites(work, output, input, &schedule->cancelled[k], true);
    }
    ics_calendar_finish();
    arena_finish(&work);
}
