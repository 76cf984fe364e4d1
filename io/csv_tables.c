#include "io/csv_tables.h"

#include <stddef.h>
#include <string.h>

#include "io/csv_write.h"
#include "io/reason_text.h"
#include "scheduler/base/buf.h"
#include "scheduler/model/objective.h"
#include "scheduler/model/told.h"

/* What every table is made from. Columns with the value of a field of the event
 * have the field's name. */
struct tables {
    struct arena *arena;
    const struct event *event;
    const struct eligibility *elig;
    const struct schedule *schedule;
};

static void add_header(struct csv_writer *csv, const char *const *name, int n)
{
    for (int k = 0; k < n; k++) {
        csv_add_text(csv, name[k]);
    }
}

/* Cells with several values separate them as cells of input do. */
static void add_list(struct csv_writer *csv, struct arena *arena,
                     const struct strings *list)
{
    struct buf buf;
    buf_init(&buf, arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < list->n; k++) {
        buf_add_text(&buf, k > 0 ? "; " : "");
        buf_add_text(&buf, list->text[k]);
    }
    csv_add_text(csv, buf.data);
}

static const char *organisation(const struct participant *who, bool in_japanese)
{
    if (in_japanese && who->organisation_ja[0] != '\0') {
        return who->organisation_ja;
    }
    return who->organisation[0] != '\0' ? who->organisation : who->id;
}

/* The organisations of these participants; their names in Japanese where they have
 * one; their ids where they have none at all, so that every list has the same order. */
static void add_organisations(struct csv_writer *csv, const struct tables *tables,
                              const struct strings *ids, bool in_japanese)
{
    struct strings names = {arena_new(tables->arena, ids->n, const char *), 0};
    for (int k = 0; k < ids->n; k++) {
        int p = event_find_participant(tables->event, ids->text[k]);
        names.text[names.n++] =
            p >= 0 ? organisation(&tables->event->participant[p], in_japanese)
                   : ids->text[k];
    }
    add_list(csv, tables->arena, &names);
}

static void add_meetings_header(struct csv_writer *csv, const struct tables *tables)
{
    static const char *const before[] = {"meeting", "status", "slot"};
    static const char *const behind[] = {"room",
                                         "room name",
                                         "room url",
                                         "interpreter",
                                         "interpreter name",
                                         "participants",
                                         "organisations",
                                         "organisations_ja",
                                         "topic",
                                         "requests",
                                         "from",
                                         "attendees",
                                         "uid",
                                         "sequence"};
    add_header(csv, before, sizeof before / sizeof *before);
    for (int k = 0; k < tables->event->n_display_zones; k++) {
        const char *zone = tables->event->display_zone[k]->name;
        csv_add_text(csv, arena_printf(tables->arena, "start %s", zone));
        csv_add_text(csv, arena_printf(tables->arena, "end %s", zone));
    }
    add_header(csv, behind, sizeof behind / sizeof *behind);
    csv_end_row(csv);
}

/* A room that the event knows no more is as people were told. */
static void add_room(struct csv_writer *csv, const struct tables *tables,
                     const struct schedule_meeting *meeting)
{
    const struct room *room =
        meeting->r >= 0 ? &tables->event->room[meeting->r] : NULL;
    const char *known_as = told_room_name(meeting, meeting->room_id);
    csv_add_text(csv, meeting->room_id);
    csv_add_text(csv, room ? room->name : known_as ? known_as : "");
    csv_add_text(csv, room ? room->url : known_as ? meeting->told.room_url : "");
}

static void add_interpreter(struct csv_writer *csv, const struct tables *tables,
                            const struct schedule_meeting *meeting)
{
    csv_add_text(csv, meeting->interpreter_id);
    csv_add_text(csv, meeting->i >= 0 ? tables->event->interpreter[meeting->i].name
                                      : "");
}

/* "gifu > vitagora, iwate": who asked whom, by each request. */
static void add_askers(struct csv_writer *csv, const struct tables *tables,
                       const struct strings *request_ids)
{
    const struct event *event = tables->event;
    struct strings asked = {arena_new(tables->arena, request_ids->n, const char *),
                            0};
    for (int k = 0; k < request_ids->n; k++) {
        int q = event_find_request(event, request_ids->text[k]);
        if (q < 0) {
            continue;
        }
        const struct request *request = &event->request[q];
        struct buf buf;
        buf_init(&buf, tables->arena);
        buf_printf(&buf, "%s > %s", event->participant[request->from].id,
                   event->participant[request->to].id);
        for (int i = 0; i < request->n_also; i++) {
            buf_printf(&buf, ", %s", event->participant[request->also[i]].id);
        }
        asked.text[asked.n++] = buf.data;
    }
    add_list(csv, tables->arena, &asked);
}

/* What a contact is called: name, else address, else number. */
static const char *contact_text(const struct tables *tables,
                                const struct attendance *attendance, int number)
{
    if (attendance->p >= 0 &&
        number <= tables->event->participant[attendance->p].n_contacts) {
        const struct contact *contact =
            &tables->event->participant[attendance->p].contact[number - 1];
        if (contact->name[0] != '\0') {
            return contact->name;
        }
        if (contact->email[0] != '\0') {
            return contact->email;
        }
    }
    return arena_printf(tables->arena, "contact %d", number);
}

/* What the schedule assigns, else all contacts of the participant. */
static struct attendance attendance_of(const struct tables *tables,
                                       const struct schedule_meeting *meeting,
                                       const char *id)
{
    for (int k = 0; k < meeting->n_attendance; k++) {
        if (strcmp(meeting->attendance[k].participant_id, id) == 0) {
            return meeting->attendance[k];
        }
    }
    int p = event_find_participant(tables->event, id);
    int n = p >= 0 ? tables->event->participant[p].n_contacts : 0;
    struct attendance all = {id, p, arena_new(tables->arena, n, int), n};
    for (int c = 0; c < n; c++) {
        all.contact[c] = c + 1;
    }
    return all;
}

/* "gifu: Aoi Sato, Ren Ito; vitagora: Anne Petit"; nothing of whom no contact is
 * known. */
static void add_attendees(struct csv_writer *csv, const struct tables *tables,
                          const struct schedule_meeting *meeting)
{
    const struct strings *ids = &meeting->participant_ids;
    struct strings who = {arena_new(tables->arena, ids->n, const char *), 0};
    for (int k = 0; k < ids->n; k++) {
        struct attendance attendance = attendance_of(tables, meeting, ids->text[k]);
        struct buf buf;
        buf_init(&buf, tables->arena);
        buf_printf(&buf, "%s:", ids->text[k]);
        for (int c = 0; c < attendance.n_contacts; c++) {
            buf_printf(&buf, "%s %s", c > 0 ? "," : "",
                       contact_text(tables, &attendance, attendance.contact[c]));
        }
        if (attendance.n_contacts > 0) {
            who.text[who.n++] = buf.data;
        }
    }
    add_list(csv, tables->arena, &who);
}

static void add_meeting(struct csv_writer *csv, const struct tables *tables,
                        const struct schedule_meeting *meeting)
{
    const struct event *event = tables->event;
    csv_add_text(csv, meeting->id);
    csv_add_text(csv, meeting->tentative ? "tentative" : "confirmed");
    csv_add_text(csv, meeting->slot_id);
    for (int k = 0; k < event->n_display_zones; k++) {
        csv_add_local(csv, tables->arena, event->display_zone[k], meeting->start_s);
        csv_add_local(csv, tables->arena, event->display_zone[k], meeting->end_s);
    }
    add_room(csv, tables, meeting);
    add_interpreter(csv, tables, meeting);
    add_list(csv, tables->arena, &meeting->participant_ids);
    add_organisations(csv, tables, &meeting->participant_ids, false);
    add_organisations(csv, tables, &meeting->participant_ids, true);
    csv_add_text(csv, meeting->topic);
    add_list(csv, tables->arena, &meeting->request_ids);
    add_askers(csv, tables, &meeting->request_ids);
    add_attendees(csv, tables, meeting);
    csv_add_text(csv, meeting->uid);
    csv_add_number(csv, meeting->sequence);
    csv_end_row(csv);
}

/* The same tables with working space that goes with the row. */
static struct tables for_row(const struct tables *tables, struct arena *row)
{
    struct tables copy = *tables;
    *row = *tables->arena;
    copy.arena = row;
    return copy;
}

static void write_meetings(struct csv_writer *csv, const struct tables *tables)
{
    add_meetings_header(csv, tables);
    for (int k = 0; k < tables->schedule->n_meetings; k++) {
        struct arena row;
        const struct tables with = for_row(tables, &row);
        add_meeting(csv, &with, &tables->schedule->meeting[k]);
    }
}

/* "4; rank 1": what each request asks with. */
static void add_wishes(struct csv_writer *csv, const struct tables *tables,
                       const struct strings *request_ids)
{
    struct arena *arena = tables->arena;
    struct strings wishes = {arena_new(arena, request_ids->n, const char *), 0};
    for (int k = 0; k < request_ids->n; k++) {
        int q = event_find_request(tables->event, request_ids->text[k]);
        if (q >= 0) {
            const struct request *request = &tables->event->request[q];
            wishes.text[wishes.n++] =
                request->rank > 0 ? arena_printf(arena, "rank %d", request->rank)
                                  : arena_printf(arena, "%d", request->priority);
        }
    }
    add_list(csv, arena, &wishes);
}

static void add_unscheduled(struct csv_writer *csv, const struct tables *tables,
                            const struct unscheduled *entry)
{
    add_list(csv, tables->arena, &entry->request_ids);
    add_askers(csv, tables, &entry->request_ids);
    add_list(csv, tables->arena, &entry->participant_ids);
    add_organisations(csv, tables, &entry->participant_ids, false);
    csv_add_text(csv, entry->topic);
    csv_add_number(csv, entry->m >= 0 ? tables->elig->meeting[entry->m].value : 0);
    add_wishes(csv, tables, &entry->request_ids);
    csv_add_text(csv, reason_name(entry->reason));
    csv_add_text(
        csv, reason_text(tables->arena, tables->event, tables->schedule, entry));
    csv_end_row(csv);
}

static void write_unscheduled(struct csv_writer *csv, const struct tables *tables)
{
    static const char *const header[] = {"requests",      "from",   "participants",
                                         "organisations", "topic",  "value",
                                         "priority",      "reason", "explanation"};
    add_header(csv, header, sizeof header / sizeof *header);
    csv_end_row(csv);
    for (int k = 0; k < tables->schedule->n_unscheduled; k++) {
        struct arena row;
        const struct tables with = for_row(tables, &row);
        add_unscheduled(csv, &with, &tables->schedule->unscheduled[k]);
    }
}

static void add_participant(struct csv_writer *csv, const struct participant *who,
                            const struct tally *tally)
{
    const int number[] = {tally->requested,   tally->possible,     tally->scheduled,
                          tally->shortfall,   tally->comfort_cost, tally->gaps,
                          tally->longest_run, tally->room_changes};
    csv_add_text(csv, who->id);
    csv_add_text(csv, who->organisation);
    csv_add_text(csv, who->organisation_ja);
    csv_add_text(csv, who->country);
    csv_add_text(csv, who->side);
    csv_add_text(csv, who->zone->name);
    csv_add_text(csv, who->cancelled ? "cancelled" : "registered");
    for (size_t k = 0; k < sizeof number / sizeof *number; k++) {
        csv_add_number(csv, number[k]);
    }
    csv_end_row(csv);
}

static void write_participants(struct csv_writer *csv, const struct tables *tables)
{
    static const char *const header[] = {
        "id",       "organisation", "organisation_ja", "country",
        "side",     "time_zone",    "status",          "asked",
        "possible", "scheduled",    "shortfall",       "comfort cost",
        "gaps",     "longest run",  "room changes"};
    const struct event *event = tables->event;
    const struct tally *tally =
        objective_tally(tables->arena, event, tables->elig, tables->schedule);
    add_header(csv, header, sizeof header / sizeof *header);
    csv_end_row(csv);
    for (int p = 0; p < event->n_participants; p++) {
        add_participant(csv, &event->participant[p], &tally[p]);
    }
}

/* One table to be made. */
struct table_file {
    struct tables tables; /* without an arena */
    void (*write)(struct csv_writer *csv, const struct tables *tables);
};

static void make_table(struct sink *sink, struct arena scratch, const void *of)
{
    const struct table_file *file = of;
    struct tables tables = file->tables;
    struct csv_writer csv;
    tables.arena = &scratch;
    csv_begin_rows(&csv, sink);
    file->write(&csv, &tables);
}

void csv_add_tables(struct output *output, const struct event *event,
                    const struct eligibility *elig, const struct schedule *schedule)
{
    static const struct {
        const char *path;
        void (*write)(struct csv_writer *csv, const struct tables *tables);
    } table[] = {
        {"meetings.csv", write_meetings},
        {"unscheduled.csv", write_unscheduled},
        {"participants.csv", write_participants},
    };
    enum { N_TABLES = sizeof table / sizeof *table };
    struct table_file *file = arena_new(output->arena, N_TABLES, struct table_file);
    for (int k = 0; k < N_TABLES; k++) {
        file[k].tables = (struct tables){NULL, event, elig, schedule};
        file[k].write = table[k].write;
        output_add_made(output, table[k].path, make_table, &file[k]);
    }
}
