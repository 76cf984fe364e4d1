/* Contacts work in teams of n / parallel, dealt in turn to the participant's
 * meetings in the order of time: whoever was dealt longest ago goes next, so
 * loads differ by at most one, and as parallel teams are no more than the
 * contacts, nobody is in two meetings at a time. */

#include "scheduler/model/schedule.h"

#include <stdlib.h>

static bool has_teams(const struct participant *who)
{
    return who->parallel > 1 && who->n_contacts > 1;
}

static int by_number(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

/* What is known of a participant while its meetings are gone through. */
struct dealing {
    int next; /* contact, from 0 */
    bool began;
    int64_t start_s; /* of the last meeting */
    int in_slot;     /* contacts busy then */
};

static void deal(struct arena *arena, const struct participant *who,
                 int64_t start_s, struct dealing *dealing,
                 struct attendance *attendance)
{
    int team = who->n_contacts / who->parallel;
    team = team > 0 ? team : 1;
    if (!dealing->began || dealing->start_s != start_s) {
        dealing->began = true;
        dealing->start_s = start_s;
        dealing->in_slot = 0;
    }
    attendance->contact = arena_new(arena, team, int);
    for (int k = 0; k < team && dealing->in_slot < who->n_contacts; k++) {
        attendance->contact[attendance->n_contacts++] = dealing->next + 1;
        dealing->next = (dealing->next + 1) % who->n_contacts;
        dealing->in_slot++;
    }
    if (attendance->n_contacts > 0) {
        qsort(attendance->contact, (size_t)attendance->n_contacts, sizeof(int),
              by_number);
    }
}

void schedule_assign_attendees(struct arena *arena, const struct event *event,
                               struct schedule *schedule)
{
    struct dealing *dealing =
        arena_new(arena, event->n_participants, struct dealing);
    for (int k = 0; k < schedule->n_meetings; k++) {
        struct schedule_meeting *meeting = &schedule->meeting[k];
        int n = meeting->participant_ids.n;
        meeting->attendance = arena_new(arena, n, struct attendance);
        meeting->n_attendance = 0;
        for (int i = 0; i < n; i++) {
            int p = event_find_participant(event, meeting->participant_ids.text[i]);
            if (p < 0 || !has_teams(&event->participant[p])) {
                continue;
            }
            struct attendance *attendance =
                &meeting->attendance[meeting->n_attendance++];
            attendance->participant_id = event->participant[p].id;
            attendance->p = p;
            deal(arena, &event->participant[p], meeting->start_s, &dealing[p],
                 attendance);
        }
    }
}
