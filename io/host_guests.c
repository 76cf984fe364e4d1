#include "io/host_guests.h"

#include <string.h>

static const char *either(const char *first, const char *second)
{
    return first[0] != '\0' ? first : second;
}

static void list_contacts(const struct event *event, int p, struct guests *guests)
{
    const struct participant *who = &event->participant[p];
    const char *organisation = either(who->organisation, who->id);
    guests->first[p] = guests->n;
    for (int c = 0; c < who->n_contacts; c++) {
        const struct contact *contact = &who->contact[c];
        guests->guest[guests->n++] = (struct guest){
            .id = who->id,
            .name = either(contact->name, organisation),
            .organisation = organisation,
            .email = contact->email,
            .p = p,
            .contact = c,
            .i = -1,
        };
    }
    if (who->n_contacts == 0) {
        guests->guest[guests->n++] =
            (struct guest){who->id, organisation, organisation, "", p, -1, -1};
    }
}

void host_guests_list(struct arena *arena, const struct event *event,
                      struct guests *guests)
{
    int most = event->n_interpreters;
    for (int p = 0; p < event->n_participants; p++) {
        most += event->participant[p].n_contacts + 1;
    }
    *guests = (struct guests){
        .guest = arena_new(arena, most, struct guest),
        .first = arena_new(arena, event->n_participants + 1, int),
    };
    for (int p = 0; p < event->n_participants; p++) {
        list_contacts(event, p, guests);
    }
    guests->first[event->n_participants] = guests->first_interpreter = guests->n;
    for (int i = 0; i < event->n_interpreters; i++) {
        const struct interpreter *who = &event->interpreter[i];
        guests->guest[guests->n++] = (struct guest){
            who->id, either(who->name, who->id), "", who->email, -1, -1, i};
    }
}

bool host_guest_attends(const struct guest *guest,
                        const struct schedule_meeting *meeting)
{
    return guest->contact < 0 ||
           attendance_includes(meeting->attendance, meeting->n_attendance, guest->p,
                               guest->contact);
}

void host_guests_find_rooms(const struct event *event,
                            const struct schedule *schedule,
                            const struct guests *guests, int s, int *k,
                            const char **room)
{
    memset(room, 0, (size_t)guests->n * sizeof *room);
    int64_t start_s = event->slot[s].start_s;
    while (*k < schedule->n_meetings && schedule->meeting[*k].start_s < start_s) {
        (*k)++;
    }
    for (; *k < schedule->n_meetings && schedule->meeting[*k].start_s == start_s;
         (*k)++) {
        const struct schedule_meeting *meeting = &schedule->meeting[*k];
        for (int n = 0; n < meeting->participant_ids.n; n++) {
            int p = event_find_participant(event, meeting->participant_ids.text[n]);
            for (int i = p < 0 ? 0 : guests->first[p];
                 p >= 0 && i < guests->first[p + 1]; i++) {
                if (host_guest_attends(&guests->guest[i], meeting)) {
                    room[i] = meeting->room_id;
                }
            }
        }
        if (meeting->i >= 0) {
            room[guests->first_interpreter + meeting->i] = meeting->room_id;
        }
    }
}
