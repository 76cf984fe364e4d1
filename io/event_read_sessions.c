/* Sessions with their breaks, and the agenda. */

#include <stdlib.h>
#include <string.h>

#include "io/event_parts.h"
#include "io/time_meant.h"
#include "scheduler/base/phrase.h"

static const char *const session_names[] = {"id",
                                            "title",
                                            "date",
                                            "start",
                                            "end",
                                            "time_zone",
                                            "meeting_minutes",
                                            "changeover_minutes",
                                            "breaks",
                                            NULL};
static const char *const break_names[] = {"start", "end", "title", NULL};
static const char *const agenda_names[] = {"id",        "title",    "start", "end",
                                           "time_zone", "audience", "url",   NULL};
static const char *const audience_names[] = {"side", NULL};

/* Meetings begin after 1970-01-01T00:00Z on every clock: 0 is no time of one. */
enum { FIRST_YEAR = 1971 };

/* A clock time on the session's day becomes an instant. */
static bool session_instant(const struct session *session,
                            const struct fields *fields, const char *key,
                            int minutes, int64_t *instant_s)
{
    struct civil civil = session->date;
    civil.hour = minutes / 60;
    civil.minute = minutes % 60;
    struct clock_time time = {
        .civil = civil,
        .zone = session->zone,
        .written =
            arena_printf(fields->arena, "%04d-%02d-%02dT%02d:%02d", civil.year,
                         civil.month, civil.day, civil.hour, civil.minute),
        .is_clock = true,
    };
    return clock_to_instant(fields, key, &time, instant_s);
}

/* Adds a break that has both times; key is the member that a finding is about. */
static void add_break(struct session *session, const struct fields *fields,
                      const char *key, struct break_time b)
{
    if (b.end_min <= b.start_min) {
        field_error(fields, key,
                    "the break from %02d:%02d to %02d:%02d does not end after its "
                    "start; expected a later end",
                    b.start_min / 60, b.start_min % 60, b.end_min / 60,
                    b.end_min % 60);
        return;
    }
    if (session->date.year == 0 || session->start_min < 0 || session->end_min < 0) {
        return;
    }
    if (b.end_min <= session->start_min || b.start_min >= session->end_min) {
        field_warning(
            fields, key,
            "the break from %02d:%02d to %02d:%02d lies outside the session; "
            "expected one between %02d:%02d and %02d:%02d",
            b.start_min / 60, b.start_min % 60, b.end_min / 60, b.end_min % 60,
            session->start_min / 60, session->start_min % 60, session->end_min / 60,
            session->end_min % 60);
    }
    if (session_instant(session, fields, key, b.start_min, &b.start_s) &&
        session_instant(session, fields, key, b.end_min, &b.end_s)) {
        session->break_time[session->n_breaks++] = b;
    }
}

/* "10:15-10:30 Coffee", also with the dash that spreadsheets make of it. */
static bool parse_break(struct arena *arena, const char *text, struct break_time *b)
{
    enum { CLOCK = 5 };
    static const char *const dash[] = {"-", "\xe2\x80\x93"};
    if (strlen(text) < CLOCK) {
        return false;
    }
    b->start_min = clock_parse(arena_strndup(arena, text, CLOCK));
    text += CLOCK;
    size_t skip = strspn(text, " ");
    for (int k = 0; k < 2; k++) {
        size_t len = strlen(dash[k]);
        if (strncmp(text + skip, dash[k], len) == 0) {
            text += skip + len;
            text += strspn(text, " ");
            size_t clock = strcspn(text, " ");
            b->end_min = clock_parse(arena_strndup(arena, text, clock));
            b->title = text_trim(arena, text + clock, strlen(text + clock));
            return b->start_min >= 0 && b->end_min >= 0;
        }
    }
    return false;
}

static void read_break_texts(struct session *session, const struct fields *fields)
{
    struct strings part =
        text_split(fields->arena, field_text(fields, "breaks"), ';');
    session->break_time = arena_new(fields->arena, part.n, struct break_time);
    for (int k = 0; k < part.n; k++) {
        struct break_time b = {.title = ""};
        if (parse_break(fields->arena, part.text[k], &b)) {
            add_break(session, fields, "breaks", b);
        } else {
            field_error(fields, "breaks",
                        "'%s' is no break; expected one like '10:15-10:30 Coffee'",
                        field_shown(fields->arena, part.text[k]));
        }
    }
}

static void read_break_objects(struct session *session, const struct fields *fields)
{
    struct field_names names = {.known = break_names};
    struct fields *row;
    int n = field_objects(fields, "breaks", &row);
    session->break_time = arena_new(fields->arena, n, struct break_time);
    for (int k = 0; k < n; k++) {
        field_names_check(&names, &row[k]);
        struct break_time b = {
            .start_min = field_clock(&row[k], "start", true),
            .end_min = field_clock(&row[k], "end", true),
            .title = field_text(&row[k], "title"),
        };
        if (b.start_min >= 0 && b.end_min >= 0) {
            add_break(session, &row[k], "start", b);
        }
    }
    field_names_report(&names);
}

static int compare_breaks(const void *left, const void *right)
{
    const struct break_time *a = left, *b = right;
    if (a->start_min != b->start_min) {
        return a->start_min - b->start_min;
    }
    return a->end_min != b->end_min ? a->end_min - b->end_min
                                    : strcmp(a->title, b->title);
}

static void read_breaks(struct session *session, const struct fields *fields)
{
    const struct value *value = field_find(fields, "breaks");
    if (value && (value->kind == VALUE_TEXT || value->kind == VALUE_CELL)) {
        read_break_texts(session, fields);
    } else {
        read_break_objects(session, fields);
    }
    if (session->n_breaks > 0) {
        qsort(session->break_time, (size_t)session->n_breaks,
              sizeof *session->break_time, compare_breaks);
    }
}

static bool read_session_times(struct session *session, const struct fields *fields)
{
    const char *date =
        field_required_text(fields, "date", "a date like '2021-05-18'");
    session->start_min = field_clock(fields, "start", true);
    session->end_min = field_clock(fields, "end", true);
    if (*date && !civil_parse_date(date, &session->date)) {
        return field_refuse_time(
            fields, "date", date,
            (struct time_refusal){PHRASE("date"), date_meant(fields->arena, date),
                                  PHRASE("one like '2021-05-18'")});
    }
    if (*date && session->date.year < FIRST_YEAR) {
        session->date = (struct civil){0};
        return field_error(fields, "date",
                           "'%s' is before %d; expected the day of the meetings",
                           date, FIRST_YEAR);
    }
    if (!*date || session->start_min < 0 || session->end_min < 0) {
        return false;
    }
    if (session->end_min <= session->start_min) {
        return field_error(
            fields, "end",
            "'%s' is not after the start '%s'; expected a later time of "
            "the same day ('24:00' at most), or two sessions",
            field_text(fields, "end"), field_text(fields, "start"));
    }
    bool has_start = session_instant(session, fields, "start", session->start_min,
                                     &session->start_s);
    return session_instant(session, fields, "end", session->end_min,
                           &session->end_s) &&
           has_start;
}

static void read_session(struct reader *reader, const struct entity *entity)
{
    struct event *event = reader->event;
    const struct fields *fields = &entity->fields;
    struct session *session = &event->session[event->n_sessions];
    *session = (struct session){
        .place = fields->place,
        .id = entity->id,
        .title = field_text(fields, "title"),
        .zone = zones_read(&reader->zones, fields, "time_zone", event->zone),
        .changeover_minutes =
            field_int(fields, "changeover_minutes", 0, DAY_MINUTES, 0),
    };
    if (!field_find(fields, "meeting_minutes")) {
        field_missing(fields, "meeting_minutes",
                      "the length of a meeting in minutes");
    }
    session->meeting_minutes =
        field_int(fields, "meeting_minutes", 1, DAY_MINUTES, 0);
    bool ok = read_session_times(session, fields);
    read_breaks(session, fields);
    if (ok && session->meeting_minutes > 0) {
        event->n_sessions++;
    }
}

static int compare_sessions(const void *left, const void *right)
{
    const struct session *a = left, *b = right;
    if (a->start_s != b->start_s) {
        return a->start_s < b->start_s ? -1 : 1;
    }
    return strcmp(a->id, b->id);
}

void event_read_sessions(struct reader *reader)
{
    struct event *event = reader->event;
    struct source source;
    struct entities entities;
    event_open_list(reader, &source, "sessions", "session", MAX_SESSIONS);
    event_judge_names(&source, session_names);
    entities_collect(&source, &entities);
    reader->has_all_slots = !source.is_broken;
    if (source.n_rows == 0 && !source.is_broken) {
        field_error(&reader->root, "sessions",
                    source.is_given
                        ? "is empty; expected at least one session in which "
                          "meetings are held"
                        : "is missing; expected at least one session in which "
                          "meetings are held");
    }
    event->session = arena_new(reader->arena, entities.n, struct session);
    for (int i = 0; i < entities.n; i++) {
        read_session(reader, &entities.entity[i]);
    }
    if (event->n_sessions > 0) {
        qsort(event->session, (size_t)event->n_sessions, sizeof *event->session,
              compare_sessions);
    }
}

static void read_listed_audience(const struct reader *reader,
                                 const struct fields *fields,
                                 struct agenda_item *item)
{
    struct ids people = reader->participant_entities.ids;
    const struct ids *interpreters = &reader->interpreter_entities.ids;
    struct strings names = field_strings(fields, "audience");
    struct indices p = {.index = arena_new(reader->arena, names.n, int)};
    struct indices i = {.index = arena_new(reader->arena, names.n, int)};
    people.what = PHRASE("participant or interpreter");
    for (int k = 0; k < names.n; k++) {
        int participant = ids_find(&people, names.text[k]);
        int interpreter = ids_find(interpreters, names.text[k]);
        if (participant >= 0) {
            p.index[p.n++] = participant;
        }
        if (interpreter >= 0) {
            i.index[i.n++] = interpreter;
        }
        if (participant < 0 && interpreter < 0 && !interpreters->is_broken) {
            ids_resolve(&people, fields, "audience", names.text[k]);
        }
    }
    indices_sort(&p);
    indices_sort(&i);
    item->audience = AUDIENCE_LISTED;
    item->participant = p.index;
    item->n_participants = p.n;
    item->interpreter = i.index;
    item->n_interpreters = i.n;
}

static void read_audience(const struct reader *reader, const struct fields *fields,
                          struct agenda_item *item)
{
    static const char expected[] =
        PHRASE("\"all\", {\"side\": \"EU\"} or a list of ids");
    const struct value *value = field_find(fields, "audience");
    const char *text =
        value && (value->kind == VALUE_TEXT || value->kind == VALUE_CELL)
            ? value->text
            : "";
    struct fields inner;
    if (!value || (value->kind == VALUE_LIST && value->n_items == 0)) {
        field_missing(fields, "audience", "'all', a side as in 'side:EU', or ids");
    } else if (strcmp(text, "all") == 0) {
        item->audience = AUDIENCE_ALL;
    } else if (strncmp(text, "side:", 5) == 0) {
        item->audience = AUDIENCE_SIDE;
        item->side = text_trim(reader->arena, text + 5, strlen(text + 5));
        if (!*item->side) {
            field_refuse(fields, "audience", value, "a side behind it: 'side:EU'");
        }
        event_judge_side(reader, fields, "audience", item->side);
    } else if (value->kind == VALUE_OBJECT) {
        field_object(fields, "audience", &inner);
        field_names_judge(audience_names, &inner);
        item->audience = AUDIENCE_SIDE;
        item->side = field_required_text(&inner, "side", "a side such as 'EU'");
        event_judge_side(reader, &inner, "side", item->side);
    } else if (value->kind == VALUE_TEXT) {
        field_refuse(fields, "audience", value, expected);
    } else {
        read_listed_audience(reader, fields, item);
    }
}

static void read_agenda_item(struct reader *reader, const struct entity *entity)
{
    struct event *event = reader->event;
    const struct fields *fields = &entity->fields;
    struct agenda_item *item = &event->agenda[event->n_agenda++];
    struct window window = {0};
    *item = (struct agenda_item){
        .place = fields->place,
        .id = entity->id,
        .title = field_text(fields, "title"),
        .url = field_url(fields, "url"),
        .zone = zones_read(&reader->zones, fields, "time_zone", event->zone),
        .side = "",
    };
    field_span(fields, (struct span_keys){"start", "end"}, item->zone, &window);
    item->start_s = window.start_s;
    item->end_s = window.end_s;
    read_audience(reader, fields, item);
}

void event_read_agenda(struct reader *reader)
{
    struct source source;
    struct entities entities;
    event_open_list(reader, &source, "agenda", "agenda item", MAX_AGENDA);
    event_judge_names(&source, agenda_names);
    entities_collect(&source, &entities);
    reader->event->agenda =
        arena_new(reader->arena, entities.n, struct agenda_item);
    for (int i = 0; i < entities.n; i++) {
        read_agenda_item(reader, &entities.entity[i]);
    }
}
