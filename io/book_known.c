/* The inverse of event_read() for tables: texts are those that it understands, and
 * what it would assume anyhow is left out. */

#include "io/book_known.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/buf.h"
#include "scheduler/base/text.h"

void book_known_init(struct book_known *known, struct arena *arena)
{
    *known = (struct book_known){.arena = arena};
}

void book_known_add_row(struct book_known *known, enum list list)
{
    struct known_table *table = &known->table[list];
    table->row = arena_grow(known->arena, table->row, table->n_rows,
                            &table->capacity, sizeof *table->row);
    memset(table->row[table->n_rows++], 0, sizeof *table->row);
}

static int find_field(const struct known_table *table, const char *field)
{
    int f = 0;
    while (f < table->n_fields && strcmp(table->field[f], field) != 0) {
        f++;
    }
    return f;
}

void book_known_put(struct book_known *known, enum list list, const char *field,
                    const char *text)
{
    struct known_table *table = &known->table[list];
    int f = find_field(table, field);
    if (!text || !*text) {
        return;
    }
    assert(table->n_rows > 0 && f < KNOWN_MOST_FIELDS);
    if (f == table->n_fields) {
        table->field[table->n_fields++] = field;
    }
    table->row[table->n_rows - 1][f] = text;
}

const char *book_known_find(const struct book_known *known, enum list list, int row,
                            const char *field)
{
    const struct known_table *table = &known->table[list];
    int f = find_field(table, field);
    return f < table->n_fields && row < table->n_rows ? table->row[row][f] : NULL;
}

static void put_number(struct book_known *known, enum list list, const char *field,
                       int number)
{
    book_known_put(known, list, field, arena_printf(known->arena, "%d", number));
}

/* A limit, unless it is the one that holds where none is written. */
static void put_limit(struct book_known *known, enum list list, const char *field,
                      int limit, int otherwise)
{
    if (limit != otherwise && limit != NO_LIMIT) {
        put_number(known, list, field, limit);
    }
}

static const char *join(struct arena *arena, const char *const *text, int n)
{
    struct buf buf;
    buf_init(&buf, arena);
    for (int k = 0; k < n; k++) {
        buf_printf(&buf, "%s%s", k > 0 ? ";" : "", text[k]);
    }
    return n > 0 ? buf.data : "";
}

static void put_strings(struct book_known *known, enum list list, const char *field,
                        const struct strings *strings)
{
    book_known_put(known, list, field,
                   join(known->arena, strings->text, strings->n));
}

static const char *clock_of(struct arena *arena, int minutes)
{
    return arena_printf(arena, "%02d:%02d", minutes / 60, minutes % 60);
}

static const char *numbers(struct arena *arena, const int *number, int n)
{
    struct buf buf;
    buf_init(&buf, arena);
    for (int k = 0; k < n; k++) {
        buf_printf(&buf, "%s%d", k > 0 ? ";" : "", number[k]);
    }
    return buf.data;
}

/* "09:00-18:00=0; JP 08:00-20:00=1" */
static const char *hours(struct arena *arena, const struct rules *rules)
{
    struct buf buf;
    buf_init(&buf, arena);
    for (int k = 0; k < rules->n_social_hours; k++) {
        const struct social_hours *social = &rules->social_hours[k];
        buf_printf(&buf, "%s%s%s%s-%s=%d", k > 0 ? "; " : "", social->side,
                   *social->side ? " " : "", clock_of(arena, social->from_min),
                   clock_of(arena, social->to_min), social->cost);
    }
    return buf.data;
}

static const char *status_name(enum request_status status)
{
    static const char *const name[] = {"accepted", "pending", "declined",
                                       "withdrawn"};
    return name[status];
}

static void put_rules(struct book_known *known, const struct event *event)
{
    const struct rules *rules = &event->rules;
    const struct weights *weights = &event->weights;
    struct arena *arena = known->arena;
    put_number(known, LIST_EVENT, "min_meetings", rules->min_meetings);
    put_limit(known, LIST_EVENT, "max_meetings", rules->max_meetings, NO_LIMIT);
    put_limit(known, LIST_EVENT, "max_consecutive", rules->max_consecutive,
              NO_LIMIT);
    put_limit(known, LIST_EVENT, "max_gaps", rules->max_gaps, NO_LIMIT);
    book_known_put(known, LIST_EVENT, "pending",
                   rules->pending_scheduled ? "schedule" : "skip");
    book_known_put(known, LIST_EVENT, "default_status",
                   status_name(rules->default_status));
    book_known_put(known, LIST_EVENT, "met_before",
                   rules->met_before_forbidden ? "forbid" : "allow");
    book_known_put(known, LIST_EVENT, "interpreted_room_feature",
                   rules->interpreted_room_feature);
    book_known_put(known, LIST_EVENT, "on_change",
                   rules->lists_changed ? "list" : NULL);
    book_known_put(known, LIST_EVENT, "social_hours", hours(arena, rules));
    book_known_put(known, LIST_EVENT, "social_hours_otherwise",
                   rules->social_hours_otherwise == UNSOCIAL_NEVER
                       ? NULL
                       : arena_printf(arena, "%d", rules->social_hours_otherwise));
    book_known_put(known, LIST_EVENT, "weights_priority",
                   numbers(arena, weights->priority, weights->n_priority));
    book_known_put(known, LIST_EVENT, "weights_rank",
                   numbers(arena, weights->rank, weights->n_rank));
    put_number(known, LIST_EVENT, "weights_avoid", weights->avoid);
}

static void put_side_organizers(struct book_known *known, const struct event *event)
{
    for (int k = 0; k < event->n_side_organizers; k++) {
        const struct side_organizer *of = &event->side_organizer[k];
        book_known_put(known, LIST_EVENT,
                       arena_printf(known->arena, "Organizer (%s)", of->side),
                       of->person.name);
        book_known_put(known, LIST_EVENT,
                       arena_printf(known->arena, "Organizer email (%s)", of->side),
                       of->person.email);
    }
}

static void put_settings(struct book_known *known, const struct event *event)
{
    const char **name =
        arena_new(known->arena, event->n_display_zones + N_LEVELS, const char *);
    book_known_put(known, LIST_EVENT, "organizer_name", event->organizer.name);
    book_known_put(known, LIST_EVENT, "organizer_email", event->organizer.email);
    put_side_organizers(known, event);
    book_known_put(known, LIST_EVENT, "uid_domain", event->uid_domain);
    book_known_put(known, LIST_EVENT, "time_zone", event->zone->name);
    for (int k = 0; k < event->n_display_zones; k++) {
        name[k] = event->display_zone[k]->name;
    }
    book_known_put(known, LIST_EVENT, "display_time_zones",
                   join(known->arena, name, event->n_display_zones));
    put_limit(known, LIST_EVENT, "alarm_minutes", event->alarm_minutes, 0);
    put_rules(known, event);
    for (int k = 0; k < event->n_objective; k++) {
        name[k] = level_name(event->objective[k]);
    }
    book_known_put(known, LIST_EVENT, "objective",
                   join(known->arena, name, event->n_objective));
}

static void put_sessions(struct book_known *known, const struct event *event)
{
    struct arena *arena = known->arena;
    for (int k = 0; k < event->n_sessions; k++) {
        const struct session *session = &event->session[k];
        struct buf breaks;
        buf_init(&breaks, arena);
        for (int b = 0; b < session->n_breaks; b++) {
            const struct break_time *pause = &session->break_time[b];
            buf_printf(&breaks, "%s%s-%s%s%s", b > 0 ? ";" : "",
                       clock_of(arena, pause->start_min),
                       clock_of(arena, pause->end_min), *pause->title ? " " : "",
                       pause->title);
        }
        book_known_add_row(known, LIST_SESSIONS);
        book_known_put(known, LIST_SESSIONS, "id", session->id);
        book_known_put(known, LIST_SESSIONS, "title", session->title);
        book_known_put(known, LIST_SESSIONS, "start",
                       clock_of(arena, session->start_min));
        book_known_put(known, LIST_SESSIONS, "end",
                       clock_of(arena, session->end_min));
        book_known_put(known, LIST_SESSIONS, "time_zone", session->zone->name);
        put_number(known, LIST_SESSIONS, "meeting_minutes",
                   session->meeting_minutes);
        put_limit(known, LIST_SESSIONS, "changeover_minutes",
                  session->changeover_minutes, 0);
        if (session->n_breaks > 0) {
            book_known_put(known, LIST_SESSIONS, "breaks", breaks.data);
        }
    }
}

static void put_body(struct book_known *known, const struct event *event,
                     const struct participant *who)
{
    static const char *const interpreter[] = {NULL, "always", "never"};
    enum list list = LIST_PARTICIPANTS;
    int n_contacts = who->n_contacts > 0 ? who->n_contacts : 1;
    book_known_put(known, list, "id", who->id);
    book_known_put(known, list, "organisation", who->organisation);
    book_known_put(known, list, "organisation_ja", who->organisation_ja);
    book_known_put(known, list, "country", who->country);
    book_known_put(known, list, "side", who->side);
    book_known_put(known, list, "time_zone", who->zone->name);
    put_strings(known, list, "languages", &who->languages);
    book_known_put(known, list, "interpreter", interpreter[who->interpretation]);
    put_strings(known, list, "themes", &who->themes);
    book_known_put(known, list, "profile", who->profile);
    book_known_put(known, list, "profile_ja", who->profile_ja);
    put_limit(known, list, "parallel", who->parallel, 1);
    put_limit(known, list, "people", who->people, n_contacts);
    put_limit(known, list, "min_meetings", who->min_meetings,
              event->rules.min_meetings);
    put_limit(known, list, "max_meetings", who->max_meetings,
              event->rules.max_meetings);
    put_limit(known, list, "max_consecutive", who->max_consecutive,
              event->rules.max_consecutive);
    put_limit(known, list, "max_gaps", who->max_gaps, event->rules.max_gaps);
}

static void put_participants(struct book_known *known, const struct event *event)
{
    enum list list = LIST_PARTICIPANTS;
    for (int p = 0; p < event->n_participants - event->n_left_participants; p++) {
        const struct participant *who = &event->participant[p];
        for (int c = 0; c == 0 || c < who->n_contacts; c++) {
            book_known_add_row(known, list);
            put_body(known, event, who);
            if (c < who->n_contacts) {
                const struct contact *contact = &who->contact[c];
                book_known_put(known, list, "contact_name", contact->name);
                book_known_put(known, list, "contact_name_ja", contact->name_ja);
                book_known_put(known, list, "contact_email", contact->email);
                book_known_put(known, list, "contact_language", contact->language);
                book_known_put(known, list, "contact_job_title",
                               contact->job_title);
                book_known_put(known, list, "contact_confirm", "confirm");
            }
        }
    }
}

/* Those that "Rooms: 19" makes. */
static bool are_plain(struct arena scratch, const struct event *event)
{
    bool plain = event->n_rooms > 0;
    for (int r = 0; r < event->n_rooms && plain; r++) {
        const struct room *room = &event->room[r];
        int number = (int)strtol(room->id + 1, NULL, 10);
        plain = !*room->name && !*room->url && room->capacity == NO_LIMIT &&
                room->features.n == 0 && room->n_reserved_for == 0 && number >= 1 &&
                number <= event->n_rooms &&
                strcmp(room->id, arena_printf(&scratch, "R%02d", number)) == 0;
    }
    return plain;
}

static void put_rooms(struct book_known *known, const struct event *event)
{
    struct arena *arena = known->arena;
    if (are_plain(*arena, event)) {
        put_number(known, LIST_EVENT, "rooms", event->n_rooms);
        return;
    }
    for (int r = 0; r < event->n_rooms; r++) {
        const struct room *room = &event->room[r];
        const char **of = arena_new(arena, room->n_reserved_for, const char *);
        for (int k = 0; k < room->n_reserved_for; k++) {
            of[k] = event->participant[room->reserved_for[k]].id;
        }
        book_known_add_row(known, LIST_ROOMS);
        book_known_put(known, LIST_ROOMS, "id", room->id);
        book_known_put(known, LIST_ROOMS, "name", room->name);
        book_known_put(known, LIST_ROOMS, "url", room->url);
        put_limit(known, LIST_ROOMS, "capacity", room->capacity, NO_LIMIT);
        put_strings(known, LIST_ROOMS, "features", &room->features);
        book_known_put(known, LIST_ROOMS, "reserved_for",
                       join(arena, of, room->n_reserved_for));
    }
}

static void put_interpreters(struct book_known *known, const struct event *event)
{
    enum list list = LIST_INTERPRETERS;
    for (int i = 0; i < event->n_interpreters - event->n_left_interpreters; i++) {
        const struct interpreter *interpreter = &event->interpreter[i];
        book_known_add_row(known, list);
        book_known_put(known, list, "id", interpreter->id);
        book_known_put(known, list, "name", interpreter->name);
        book_known_put(known, list, "email", interpreter->email);
        put_strings(known, list, "pairs", &interpreter->pairs);
        book_known_put(known, list, "time_zone", interpreter->zone->name);
        put_limit(known, list, "max_meetings", interpreter->max_meetings, NO_LIMIT);
        put_limit(known, list, "max_consecutive", interpreter->max_consecutive,
                  NO_LIMIT);
    }
}

static void put_met_before(struct book_known *known, const struct event *event)
{
    for (int k = 0; k < event->n_met_before; k++) {
        const struct met_before *pair = &event->met_before[k];
        book_known_add_row(known, LIST_MET_BEFORE);
        book_known_put(known, LIST_MET_BEFORE, "a", event->participant[pair->a].id);
        book_known_put(known, LIST_MET_BEFORE, "b", event->participant[pair->b].id);
    }
}

void book_known_put_event(struct book_known *known, const struct event *event)
{
    book_known_add_row(known, LIST_EVENT);
    put_settings(known, event);
    put_sessions(known, event);
    put_participants(known, event);
    put_rooms(known, event);
    put_interpreters(known, event);
    put_met_before(known, event);
}
