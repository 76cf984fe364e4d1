#include "io/host_files.h"

#include <string.h>

#include "io/csv_write.h"
#include "scheduler/base/buf.h"

/* Zoom's limits, as its help pages had them in 2026. */
enum {
    MANY_ROOMS = 50,
    MOST_ROOMS = 100,
    MANY_PEOPLE = 200,
    MOST_PEOPLE = 1000,
};

/* Somebody who can be in a room: a contact, a participant of whom no contact is
 * known, or an interpreter. */
struct guest {
    const char *id, *name, *organisation, *email;
    int p, contact; /* contact from 0, or -1: all of p; p -1: interpreter i */
    int i;
};

struct guests {
    struct guest *guest;
    int n;
    int *first; /* of participant p; behind them the interpreters */
    int first_interpreter;
};

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

static void list_guests(struct arena *arena, const struct event *event,
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

static bool attends(const struct schedule_meeting *meeting,
                    const struct guest *guest)
{
    return guest->contact < 0 ||
           attendance_includes(meeting->attendance, meeting->n_attendance, guest->p,
                               guest->contact);
}

/* The room of everybody in slot s, NULL of those who are in none. Meetings are sorted
 * by their start: *k is where those of the slot begin, and then of later ones. */
static void find_rooms(const struct event *event, const struct schedule *schedule,
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
                if (attends(meeting, &guests->guest[i])) {
                    room[i] = meeting->room_id;
                }
            }
        }
        if (meeting->i >= 0) {
            room[guests->first_interpreter + meeting->i] = meeting->room_id;
        }
    }
}

/* What the files are made from. */
struct hosting {
    const struct event *event;
    const struct schedule *schedule;
    struct guests guests;
};

static void add_moves_head(struct csv_writer *csv, struct arena *arena,
                           const struct event *event)
{
    static const char *const name[] = {"action",      "person", "organisation",
                                       "participant", "from",   "to"};
    csv_add_text(csv, "slot");
    for (int z = 0; z < event->n_display_zones; z++) {
        csv_add_text(csv,
                     arena_printf(arena, "start %s", event->display_zone[z]->name));
    }
    for (size_t k = 0; k < sizeof name / sizeof *name; k++) {
        csv_add_text(csv, name[k]);
    }
    csv_end_row(csv);
}

static void add_move(struct csv_writer *csv, struct arena scratch,
                     const struct event *event, const struct slot *slot,
                     const struct guest *guest, const char *from, const char *to)
{
    csv_add_text(csv, slot->id);
    for (int z = 0; z < event->n_display_zones; z++) {
        csv_add_local(csv, &scratch, event->display_zone[z], slot->start_s);
    }
    csv_add_text(csv, !from ? "enter" : !to ? "leave" : "move");
    csv_add_text(csv, guest->name);
    csv_add_text(csv, guest->organisation);
    csv_add_text(csv, guest->id);
    csv_add_text(csv, from ? from : "");
    csv_add_text(csv, to ? to : "");
    csv_end_row(csv);
}

static void make_moves(struct sink *sink, struct arena scratch, const void *of)
{
    const struct hosting *hosting = of;
    const struct event *event = hosting->event;
    int n = hosting->guests.n, k = 0;
    const char **before = arena_new(&scratch, n, const char *);
    const char **now = arena_new(&scratch, n, const char *);
    struct csv_writer csv;
    csv_begin_rows(&csv, sink);
    add_moves_head(&csv, &scratch, event);
    for (int s = 0; s < event->n_slots; s++) {
        bool begins =
            s == 0 || event->slot[s - 1].session != event->slot[s].session;
        if (begins) {
            memset(before, 0, (size_t)n * sizeof *before);
        }
        find_rooms(event, hosting->schedule, &hosting->guests, s, &k, now);
        for (int i = 0; i < n; i++) {
            bool stays = before[i] && now[i] ? strcmp(before[i], now[i]) == 0
                                             : before[i] == now[i];
            if (!stays) {
                add_move(&csv, scratch, event, &event->slot[s],
                         &hosting->guests.guest[i], before[i], now[i]);
            }
        }
        const char **swapped = before;
        before = now;
        now = swapped;
    }
}

/* A link that no other room has leads into the room by itself. */
static bool have_links(const struct event *event)
{
    for (int r = 0; r < event->n_rooms; r++) {
        const char *url = event->room[r].url;
        for (int k = 0; k < r; k++) {
            if (strcmp(event->room[k].url, url) == 0) {
                return false;
            }
        }
        if (url[0] == '\0') {
            return false;
        }
    }
    return true;
}

struct crowd { /* in one slot */
    int n_rooms, n_people;
};

static struct crowd count_crowd(const struct guests *guests,
                                const struct schedule *schedule,
                                const struct slot *slot, const char *const *room)
{
    struct crowd crowd = {0, 0};
    for (int k = 0; k < schedule->n_meetings; k++) {
        crowd.n_rooms += schedule->meeting[k].start_s == slot->start_s;
    }
    for (int i = 0; i < guests->n; i++) {
        crowd.n_people += room[i] && guests->guest[i].email[0] != '\0';
    }
    return crowd;
}

static bool is_too_much(struct crowd crowd)
{
    return crowd.n_rooms > MOST_ROOMS || crowd.n_people > MOST_PEOPLE;
}

/* Names and addresses have neither commas nor quotes, but for addresses that want to
 * be nasty. */
static void add_plain(struct buf *buf, const char *text)
{
    bool is_plain = strpbrk(text, ",\"\r\n") == NULL;
    buf_add_text(buf, is_plain ? "" : "\"");
    for (const char *c = text; *c; c++) {
        buf_add(buf, c, 1);
        if (*c == '"') {
            buf_add(buf, c, 1);
        }
    }
    buf_add_text(buf, is_plain ? "" : "\"");
}

static void add_zoom(struct output *output, const struct guests *guests,
                     const struct slot *slot, const char *const *room)
{
    struct buf buf;
    buf_init(&buf, output->arena);
    buf_add_text(&buf, "Pre-assign Room Name,Email Address\r\n");
    for (int i = 0; i < guests->n; i++) {
        const char *email = guests->guest[i].email;
        if (room[i] && email[0] != '\0') {
            add_plain(&buf, room[i]);
            buf_add_text(&buf, ",");
            add_plain(&buf, email);
            buf_add_text(&buf, "\r\n");
        }
    }
    output_add(output, arena_printf(output->arena, "zoom/%s.csv", slot->id),
               buf.data, buf.len);
}

static void add_zoom_files(struct output *output, const struct hosting *hosting)
{
    const struct event *event = hosting->event;
    struct arena rooms;
    int k = 0;
    arena_init(&rooms);
    const char **room = arena_new(&rooms, hosting->guests.n, const char *);
    for (int s = 0; s < event->n_slots; s++) {
        const struct slot *slot = &event->slot[s];
        find_rooms(event, hosting->schedule, &hosting->guests, s, &k, room);
        struct crowd crowd =
            count_crowd(&hosting->guests, hosting->schedule, slot, room);
        if (crowd.n_rooms > 0 && !is_too_much(crowd)) {
            add_zoom(output, &hosting->guests, slot, room);
        }
    }
    arena_finish(&rooms);
}

void host_add_files(struct output *output, const struct event *event,
                    const struct schedule *schedule)
{
    struct hosting *hosting = arena_new(output->arena, 1, struct hosting);
    *hosting = (struct hosting){.event = event, .schedule = schedule};
    list_guests(output->arena, event, &hosting->guests);
    output_add_made(output, "host_moves.csv", make_moves, hosting);
    if (!have_links(event)) {
        add_zoom_files(output, hosting);
    }
}

static void judge_slot(const struct event *event, const struct slot *slot,
                       struct crowd crowd, struct findings *findings)
{
    struct place place = {.file = event->file, .field = "rooms"};
    if (is_too_much(crowd)) {
        findings_add(
            findings, SEVERITY_WARNING, place,
            "slot '%s' has %d rooms and %d people with addresses, and no "
            "zoom/%s.csv is written: Zoom assigns at most %d rooms and %d "
            "people; expected fewer, or a meeting for each part of the rooms",
            slot->id, crowd.n_rooms, crowd.n_people, slot->id, MOST_ROOMS,
            MOST_PEOPLE);
    } else {
        findings_add(
            findings, SEVERITY_WARNING, place,
            "slot '%s' has %d rooms and %d people with addresses: Zoom "
            "assigns more than %d rooms or %d people only for some accounts; "
            "expected fewer, or one that allows it: ask Zoom before the day",
            slot->id, crowd.n_rooms, crowd.n_people, MANY_ROOMS, MANY_PEOPLE);
    }
}

void host_judge(const struct event *event, const struct schedule *schedule,
                struct findings *findings)
{
    struct arena scratch;
    struct guests guests;
    struct crowd most = {0, 0};
    int k = 0, fullest = -1;
    if (have_links(event)) {
        return;
    }
    arena_init(&scratch);
    list_guests(&scratch, event, &guests);
    const char **room = arena_new(&scratch, guests.n, const char *);
    for (int s = 0; s < event->n_slots; s++) {
        find_rooms(event, schedule, &guests, s, &k, room);
        struct crowd crowd = count_crowd(&guests, schedule, &event->slot[s], room);
        if (crowd.n_rooms > most.n_rooms || crowd.n_people > most.n_people) {
            most = crowd;
            fullest = s;
        }
    }
    if (most.n_rooms > MANY_ROOMS || most.n_people > MANY_PEOPLE) {
        judge_slot(event, &event->slot[fullest], most, findings);
    }
    arena_finish(&scratch);
}
