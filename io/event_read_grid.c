/* Availability as a grid: a row for each participant, a column for each slot, and in
 * the cells yes, maybe or no. A column is a slot by its id, or by when it begins, with
 * or without its end: "am-01", "16:00", "2026-05-19 16:00-16:20", "16:00 Asia/Tokyo". A
 * "yes" offers that time, "maybe" does and would rather not, "no" takes it out.
 * Clocks are those of the row's time zone, else of the event: who answers sees the same
 * heading as all others, so a heading that fits no slot so is refused with the zone in
 * which it would. */

#include <string.h>

#include "io/careful.h"
#include "io/event_parts.h"
#include "io/unicode.h"

struct grid_column {
    const char *written;
    const char *slot_id;     /* or NULL: */
    struct civil start, end; /* year 0: the session's day */
    bool has_end;
    const struct zone *zone; /* NULL: the row's */
    /* What it was found to be in the zone of the row before. */
    const struct zone *known_in;
    struct window window;
    int n_slots;
};

static bool is_clock_text(const char *text, size_t len, struct arena scratch,
                          int *minutes)
{
    *minutes = clock_parse(arena_strndup(&scratch, text, len));
    return *minutes >= 0;
}

static void set_clock(struct civil *civil, int minutes)
{
    civil->hour = minutes / 60;
    civil->minute = minutes % 60;
}

/* "16:00" or "16:00-16:20" */
static bool parse_clocks(struct arena scratch, const char *text,
                         struct grid_column *column)
{
    size_t len = strcspn(text, "-");
    int start, end;
    const char *rest = text + len + (text[len] == '-');
    column->has_end = text[len] == '-';
    const char *first = text_trim(&scratch, text, len);
    const char *last = text_trim(&scratch, rest, strlen(rest));
    if (!is_clock_text(first, strlen(first), scratch, &start) ||
        (column->has_end && !is_clock_text(last, strlen(last), scratch, &end))) {
        return false;
    }
    column->end = column->start;
    set_clock(&column->start, start);
    if (column->has_end) {
        set_clock(&column->end, end);
    }
    return true;
}

/* Takes "2026-05-19", "2026/5/19" or the like off the front. */
static const char *parse_day(struct arena *arena, const char *text,
                             struct civil *civil)
{
    size_t len = strcspn(text, " T");
    const struct heading *date = heading_find(*arena, LIST_SESSIONS, "date");
    const char *day = careful_text(arena, date, arena_strndup(arena, text, len));
    if (text[len] == '\0' || !civil_parse_date(day, civil)) {
        *civil = (struct civil){.year = 0};
        return text;
    }
    return text + len + 1;
}

/* A zone behind the clock, also in brackets: "16:00 (Asia/Tokyo)". */
static const char *parse_zone(struct reader *reader, char *text,
                              const struct zone **zone)
{
    char *slash = strrchr(text, '/');
    char *at = slash;
    const char *refusal;
    *zone = NULL;
    while (at && at > text && at[-1] != ' ' && at[-1] != '(') {
        at--;
    }
    if (!slash || at == text) {
        return text;
    }
    const char *name = arena_strndup(reader->arena, at, strcspn(at, " )"));
    *zone = zones_find(&reader->zones, reader->arena, name, &refusal);
    if (*zone) {
        at[-1] = '\0';
    }
    return text;
}

/* Forms put the question before the row of its grid: "When are you free? [16:00]". */
static char *without_question(struct arena *arena, char *text)
{
    size_t len = strlen(text);
    const char *open = strrchr(text, '[');
    return open && text[len - 1] == ']'
               ? text_trim(arena, open + 1, (size_t)(text + len - 1 - (open + 1)))
               : text;
}

/* True if the heading is that of a slot or a time. */
static bool parse_heading(struct reader *reader, const char *written,
                          struct grid_column *column)
{
    static const char *const marks[] = {"\u301c", "\u2013", "\u2014", "~"};
    struct arena *arena = reader->arena;
    *column = (struct grid_column){.written = written};
    const char *id = without_question(arena, arena_strdup(arena, written));
    for (int s = 0; s < reader->event->n_slots; s++) {
        if (text_equal_nocase(reader->event->slot[s].id, id)) {
            column->slot_id = reader->event->slot[s].id;
            return true;
        }
    }
    char *text = without_question(arena, unicode_compatible(arena, written));
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
        char *mark = strstr(text, marks[k]);
        if (mark) {
            text = arena_printf(arena, "%.*s-%s", (int)(mark - text), text,
                                mark + strlen(marks[k]));
        }
    }
    const char *clock = parse_zone(reader, text, &column->zone);
    clock = parse_day(arena, clock, &column->start);
    return parse_clocks(*arena, clock, column);
}

static int64_t instant_in(const struct zone *zone, struct civil civil)
{
    int64_t at_s[2];
    int n = zone_to_instants(zone, civil, at_s);
    return n == 1 ? at_s[0] : NO_TIME;
}

/* The window of the column on that day of the zone, if a slot begins with it. */
static bool find_window(const struct grid_column *column, const struct zone *zone,
                        const struct slot *slot, struct window *window)
{
    struct civil start = column->start, end = column->end;
    struct civil day = zone_to_civil(zone, slot->start_s);
    if (start.year == 0) {
        start.year = end.year = day.year;
        start.month = end.month = day.month;
        start.day = end.day = day.day;
    }
    window->start_s = instant_in(zone, start);
    window->end_s = column->has_end ? instant_in(zone, end) : slot->end_s;
    return window->start_s == slot->start_s && window->end_s != NO_TIME &&
           window->end_s >= slot->end_s;
}

/* The number of slots of different times that the column can mean in that zone. */
static int find_slots(const struct event *event, const struct grid_column *column,
                      const struct zone *zone, struct window *window)
{
    int n = 0;
    for (int s = 0; s < event->n_slots; s++) {
        struct window found;
        const struct slot *slot = &event->slot[s];
        bool is_it = column->slot_id ? strcmp(slot->id, column->slot_id) == 0
                                     : find_window(column, zone, slot, &found);
        if (!is_it) {
            continue;
        }
        *window =
            column->slot_id ? (struct window){slot->start_s, slot->end_s} : found;
        n++;
    }
    return n;
}

static bool refuse_column(struct reader *reader, const struct fields *fields,
                          const struct grid_column *column, const struct zone *zone,
                          int n)
{
    const struct event *event = reader->event;
    struct place place = field_place(fields, column->written);
    struct window window;
    place.line = fields->columns->line;
    if (n > 1) {
        return findings_add(reader->findings, SEVERITY_ERROR, place,
                            "'%s' is a slot on each of %d days; expected the date "
                            "in front, or the id of a slot",
                            field_shown(reader->arena, column->written), n);
    }
    bool has_zones = strings_has(&fields->columns->name, "time_zone");
    for (int k = 0; k < event->n_display_zones; k++) {
        const struct zone *other = event->display_zone[k];
        if (other != zone && find_slots(event, column, other, &window) == 1) {
            return findings_add(
                reader->findings, SEVERITY_ERROR, place,
                has_zones
                    ? "no slot begins at '%s' in %s, the row's time_zone, but one "
                      "does in %s; expected '%s %s'"
                    : "no slot begins at '%s' in %s, but one does in %s; expected "
                      "'%s %s', or a column 'time_zone'",
                field_shown(reader->arena, column->written), zone->name,
                other->name, field_shown(reader->arena, column->written),
                other->name);
        }
    }
    return findings_add(
        reader->findings, SEVERITY_ERROR, place,
        "no slot begins at '%s' in %s; expected the start of a slot "
        "or its id, such as '%s'",
        field_shown(reader->arena, column->written), zone->name,
        event->n_slots > 0 ? event->slot[0].id : "am-01");
}

struct event_grid {
    struct grid_column *column;
    int n;
    bool is_told; /* which clock is meant */
};

static struct grid_column *column_of(const struct event_grid *grid, const char *key)
{
    for (int c = 0; c < grid->n; c++) {
        if (grid->column[c].written == key) {
            return &grid->column[c];
        }
    }
    return NULL;
}

struct event_grid *event_find_grid(struct reader *reader,
                                   const struct source *source)
{
    struct event_grid *grid = NULL;
    if (!source->columns) {
        return NULL;
    }
    const struct strings *names = &source->columns->name;
    for (int c = 0; c < names->n; c++) {
        struct grid_column column;
        if (*names->text[c] &&
            !heading_find(*reader->arena, source->list, names->text[c]) &&
            parse_heading(reader, names->text[c], &column)) {
            if (!grid) {
                grid = arena_new(reader->arena, 1, struct event_grid);
                grid->column =
                    arena_new(reader->arena, names->n, struct grid_column);
            }
            grid->column[grid->n++] = column;
        }
    }
    return grid;
}

const char *const *event_names_with_grid(const struct event_grid *grid,
                                         struct arena *arena,
                                         const char *const *known)
{
    int n = 0;
    if (!grid) {
        return known;
    }
    while (known[n]) {
        n++;
    }
    const char **all = arena_new(arena, n + grid->n + 1, const char *);
    memcpy(all, known, (size_t)n * sizeof *all);
    for (int c = 0; c < grid->n; c++) {
        all[n + c] = grid->column[c].written;
    }
    return all;
}

static bool find_column_window(struct reader *reader, struct grid_column *column,
                               const struct fields *fields,
                               const struct zone *row_zone, struct window *window)
{
    const struct zone *zone = column->zone ? column->zone : row_zone;
    if (column->known_in != zone) {
        column->known_in = zone;
        column->n_slots = find_slots(reader->event, column, zone, &column->window);
        if (column->n_slots != 1 && reader->has_all_slots) {
            refuse_column(reader, fields, column, zone, column->n_slots);
        }
    }
    *window = column->window;
    return column->n_slots == 1;
}

static bool overlaps(const struct windows *windows, struct window window)
{
    for (int k = 0; k < windows->n; k++) {
        if (windows->window[k].start_s < window.end_s &&
            window.start_s < windows->window[k].end_s) {
            return true;
        }
    }
    return false;
}

struct answers {
    struct windows yes, maybe, no;
};

static void take_answer(struct reader *reader, const struct fields *fields,
                        struct answers *answers, struct window window,
                        const struct value *cell)
{
    switch (careful_answer(*reader->arena, cell->text)) {
    case ANSWER_YES:
        windows_add(reader->arena, &answers->yes, window);
        return;
    case ANSWER_MAYBE:
        windows_add(reader->arena, &answers->yes, window);
        windows_add(reader->arena, &answers->maybe, window);
        return;
    case ANSWER_NO:
        windows_add(reader->arena, &answers->no, window);
        return;
    case ANSWER_UNKNOWN:
        break;
    }
    field_refuse(fields, cell->key, cell,
                 "yes, maybe or no (\u25cb, \u25b3, \u00d7; 1, 0)");
}

/* Beside what is offered a "no" says nothing, unless it takes some of it out. */
static void keep_answers(struct reader *reader, const struct answers *answers,
                         struct participant *who)
{
    for (int k = 0; k < answers->yes.n; k++) {
        windows_add(reader->arena, &who->available, answers->yes.window[k]);
    }
    for (int k = 0; k < answers->maybe.n; k++) {
        windows_add(reader->arena, &who->avoid, answers->maybe.window[k]);
    }
    for (int k = 0; k < answers->no.n; k++) {
        struct window no = answers->no.window[k];
        if (answers->yes.n == 0 || overlaps(&answers->yes, no)) {
            windows_add(reader->arena, &who->unavailable, no);
        }
    }
}

/* The clock of headings without a zone is told once. */
static void tell_zone(struct reader *reader, struct event_grid *grid,
                      const struct fields *fields, const struct zone *zone)
{
    struct place place = fields->place;
    bool has_clocks = false;
    for (int c = 0; c < grid->n; c++) {
        has_clocks |= !grid->column[c].zone && !grid->column[c].slot_id;
    }
    if (has_clocks && !grid->is_told) {
        grid->is_told = true;
        place.line = fields->columns->line;
        bool has_zones = strings_has(&fields->columns->name, "time_zone");
        findings_add(
            reader->findings, SEVERITY_NOTE, place,
            has_zones
                ? "the times in the header, such as '%s', are read on the clock of "
                  "the row's time_zone, first that of %s; write '%s ZONE' for one "
                  "clock in all rows"
                : "the times in the header, such as '%s', are read on the clock of "
                  "%s; a column 'time_zone' says otherwise",
            grid->column[0].written, zone->name, grid->column[0].written);
    }
}

void event_read_grid_row(struct reader *reader, struct event_grid *grid,
                         const struct fields *fields, const struct zone *zone,
                         struct participant *who)
{
    struct answers answers = {.yes = {0}};
    if (!grid) {
        return;
    }
    tell_zone(reader, grid, fields, zone);
    for (int k = 0; k < fields->object->n_items; k++) {
        const struct value *cell = &fields->object->item[k];
        struct grid_column *column = column_of(grid, cell->key);
        struct window window;
        if (column && find_column_window(reader, column, fields, zone, &window)) {
            take_answer(reader, fields, &answers, window, cell);
        }
    }
    keep_answers(reader, &answers, who);
}
