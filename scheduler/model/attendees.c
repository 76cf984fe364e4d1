/* Contacts work in teams of n / parallel. Whoever was told to attend a meeting stays
 * with it if there and free; the rest of each team are those with the fewest
 * meetings, of these whoever was dealt longest ago. Where that leaves loads that
 * differ by more than one, what nobody was told yet is dealt to others, until no
 * single change evens them. As parallel teams are no more than the contacts, nobody
 * is in two meetings at a time. */

#include "scheduler/model/schedule.h"

#include <stdlib.h>
#include <string.h>

#include "scheduler/model/told.h"

/* A participant's part in one of its meetings. */
struct seat {
    const struct schedule_meeting *meeting;
    struct attendance *attendance;
    int n_told; /* of the contacts, the first ones, until they are sorted */
};

/* One participant's meetings, in the order of time. */
struct dealing {
    const struct participant *who;
    int team;
    struct seat *seat;
    int n_seats;
    int *load, *last; /* of contact c: meetings, and the turn of the last */
    int turn;
    bool *is_busy; /* of contact c, at the time that is dealt */
};

static bool has_teams(const struct participant *who)
{
    return who->parallel > 1 && who->n_contacts > 1;
}

static int by_number(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static void take(struct dealing *dealing, struct seat *seat, int c)
{
    seat->attendance->contact[seat->attendance->n_contacts++] = c + 1;
    dealing->is_busy[c] = true;
}

static void keep_told(struct dealing *dealing, struct seat *seat)
{
    const struct participant *who = dealing->who;
    if (seat->meeting->sent.state != SENT_CONFIRMED) {
        return;
    }
    for (int c = 0; c < who->n_contacts; c++) {
        const struct told_person *last =
            told_find(seat->meeting, who->id, told_contact_key(&who->contact[c]));
        if (last && !last->off && !dealing->is_busy[c] &&
            seat->attendance->n_contacts < dealing->team) {
            take(dealing, seat, c);
        }
    }
    seat->n_told = seat->attendance->n_contacts;
}

/* The next free contact, or -1. */
static int find_free(const struct dealing *dealing)
{
    int best = -1;
    for (int c = 0; c < dealing->who->n_contacts; c++) {
        if (!dealing->is_busy[c] &&
            (best < 0 || dealing->load[c] < dealing->load[best] ||
             (dealing->load[c] == dealing->load[best] &&
              dealing->last[c] < dealing->last[best]))) {
            best = c;
        }
    }
    return best;
}

static void fill(struct dealing *dealing, struct seat *seat)
{
    int c;
    while (seat->attendance->n_contacts < dealing->team &&
           (c = find_free(dealing)) >= 0) {
        take(dealing, seat, c);
        dealing->load[c]++;
        dealing->last[c] = ++dealing->turn;
    }
}

static int end_of_time(const struct dealing *dealing, int k)
{
    int64_t start_s = dealing->seat[k].meeting->start_s;
    while (k < dealing->n_seats && dealing->seat[k].meeting->start_s == start_s) {
        k++;
    }
    return k;
}

static void forget_busy(struct dealing *dealing)
{
    memset(dealing->is_busy, 0,
           (size_t)dealing->who->n_contacts * sizeof *dealing->is_busy);
}

static void note_busy(struct dealing *dealing, int from, int to)
{
    forget_busy(dealing);
    for (int k = from; k < to; k++) {
        const struct attendance *attendance = dealing->seat[k].attendance;
        for (int j = 0; j < attendance->n_contacts; j++) {
            dealing->is_busy[attendance->contact[j] - 1] = true;
        }
    }
}

/* One change that evens loads, of those at one time: true if there was one. */
static bool even_out_once(struct dealing *dealing, int from, int to)
{
    note_busy(dealing, from, to);
    int least = find_free(dealing);
    for (int k = from; k < to && least >= 0; k++) {
        struct seat *seat = &dealing->seat[k];
        for (int j = seat->n_told; j < seat->attendance->n_contacts; j++) {
            int c = seat->attendance->contact[j] - 1;
            if (dealing->load[c] > dealing->load[least] + 1) {
                seat->attendance->contact[j] = least + 1;
                dealing->load[c]--;
                dealing->load[least]++;
                return true;
            }
        }
    }
    return false;
}

/* Each change makes the sum of squares of the loads smaller. */
static void even_out(struct dealing *dealing)
{
    bool goes_on = true;
    while (goes_on) {
        goes_on = false;
        for (int k = 0; k < dealing->n_seats; k = end_of_time(dealing, k)) {
            while (even_out_once(dealing, k, end_of_time(dealing, k))) {
                goes_on = true;
            }
        }
    }
}

static void deal(struct arena scratch, struct dealing *dealing)
{
    int n = dealing->who->n_contacts;
    dealing->load = arena_new(&scratch, n, int);
    dealing->last = arena_new(&scratch, n, int);
    dealing->is_busy = arena_new(&scratch, n, bool);
    for (int k = 0; k < dealing->n_seats; k++) {
        if (k == 0 || dealing->seat[k].meeting->start_s !=
                          dealing->seat[k - 1].meeting->start_s) {
            forget_busy(dealing);
        }
        keep_told(dealing, &dealing->seat[k]);
        for (int j = 0; j < dealing->seat[k].n_told; j++) {
            dealing->load[dealing->seat[k].attendance->contact[j] - 1]++;
        }
    }
    for (int k = 0; k < dealing->n_seats;) {
        int end = end_of_time(dealing, k);
        note_busy(dealing, k, end);
        for (; k < end; k++) {
            fill(dealing, &dealing->seat[k]);
        }
    }
    even_out(dealing);
    for (int k = 0; k < dealing->n_seats; k++) {
        struct attendance *attendance = dealing->seat[k].attendance;
        if (attendance->n_contacts > 0) {
            qsort(attendance->contact, (size_t)attendance->n_contacts, sizeof(int),
                  by_number);
        }
    }
}

static void add_seat(struct arena *arena, struct dealing *dealing,
                     struct schedule_meeting *meeting, int p)
{
    struct attendance *attendance = &meeting->attendance[meeting->n_attendance++];
    *attendance = (struct attendance){
        .participant_id = dealing->who->id,
        .p = p,
        .contact = arena_new(arena, dealing->team, int),
    };
    dealing->seat[dealing->n_seats++] =
        (struct seat){.meeting = meeting, .attendance = attendance};
}

/* How many meetings each participant has. */
static int *count_meetings(struct arena *arena, const struct event *event,
                           const struct schedule *schedule)
{
    int *n = arena_new(arena, event->n_participants, int);
    for (int k = 0; k < schedule->n_meetings; k++) {
        const struct strings *ids = &schedule->meeting[k].participant_ids;
        for (int j = 0; j < ids->n; j++) {
            int p = event_find_participant(event, ids->text[j]);
            if (p >= 0) {
                n[p]++;
            }
        }
    }
    return n;
}

bool attendance_includes(const struct attendance *row, int n_rows, int p,
                         int contact)
{
    for (int k = 0; k < n_rows; k++) {
        if (row[k].p != p) {
            continue;
        }
        for (int c = 0; c < row[k].n_contacts; c++) {
            if (row[k].contact[c] == contact + 1) {
                return true;
            }
        }
        return false;
    }
    return true;
}

/* Of those who are in the event no more, what was decided stays. */
static void keep_strangers(const struct event *event, const struct attendance *old,
                           int n_old, struct schedule_meeting *meeting)
{
    for (int j = 0; j < n_old; j++) {
        if (event_find_participant(event, old[j].participant_id) < 0) {
            struct attendance *kept = &meeting->attendance[meeting->n_attendance++];
            *kept = old[j];
            kept->p = -1;
        }
    }
}

void schedule_assign_attendees(struct arena *arena, const struct event *event,
                               struct schedule *schedule)
{
    const int *n = count_meetings(arena, event, schedule);
    struct dealing *dealing =
        arena_new(arena, event->n_participants, struct dealing);
    for (int p = 0; p < event->n_participants; p++) {
        const struct participant *who = &event->participant[p];
        int team = has_teams(who) ? who->n_contacts / who->parallel : 0;
        dealing[p] = (struct dealing){
            .who = who,
            .team = team > 0 ? team : 1,
            .seat = arena_new(arena, has_teams(who) ? n[p] : 0, struct seat),
        };
    }
    for (int k = 0; k < schedule->n_meetings; k++) {
        struct schedule_meeting *meeting = &schedule->meeting[k];
        const struct attendance *old = meeting->attendance;
        int n_old = meeting->n_attendance;
        meeting->attendance =
            arena_new(arena, meeting->participant_ids.n + n_old, struct attendance);
        meeting->n_attendance = 0;
        keep_strangers(event, old, n_old, meeting);
        for (int j = 0; j < meeting->participant_ids.n; j++) {
            int p = event_find_participant(event, meeting->participant_ids.text[j]);
            if (p >= 0 && has_teams(&event->participant[p])) {
                add_seat(arena, &dealing[p], meeting, p);
            }
        }
    }
    for (int p = 0; p < event->n_participants; p++) {
        if (has_teams(&event->participant[p])) {
            deal(*arena, &dealing[p]);
        }
    }
}
