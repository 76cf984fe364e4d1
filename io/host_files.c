#include "io/host_files.h"

#include <string.h>

#include "io/csv_write.h"
#include "io/host_guests.h"
#include "scheduler/base/buf.h"

/* Zoom's limits, as its help pages had them in 2026. */
enum {
    MANY_ROOMS = 50,
    MOST_ROOMS = 100,
    MANY_PEOPLE = 200,
    MOST_PEOPLE = 1000,
};

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
        host_guests_find_rooms(event, hosting->schedule, &hosting->guests, s, &k,
                               now);
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

static bool have_links(const struct event *event)
{
    for (int r = 0; r < event->n_rooms; r++) {
        if (!event_room_has_own_link(event, r)) {
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
        host_guests_find_rooms(event, hosting->schedule, &hosting->guests, s, &k,
                               room);
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
    host_guests_list(output->arena, event, &hosting->guests);
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
    host_guests_list(&scratch, event, &guests);
    const char **room = arena_new(&scratch, guests.n, const char *);
    for (int s = 0; s < event->n_slots; s++) {
        host_guests_find_rooms(event, schedule, &guests, s, &k, room);
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
