#include "scheduler/commands/init_day.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/form_text.h"
#include "io/zone_countries.h"
#include "scheduler/base/text.h"
#include "scheduler/model/day_start.h"
#include "scheduler/model/holidays.h"

enum {
    OFFICE_FROM_MIN = 9 * 60,
    OFFICE_TO_MIN = 18 * 60,
    NIGHT_FROM_MIN = 21 * 60,
    NIGHT_TO_MIN = 7 * 60,
    SPAN_WIDTH = 11, /* "09:00-12:40" */
    MINUTE_S = 60,
    SHOWN_AROUND = 3, /* starts before and behind the best */
};

static bool refuse(struct error *err)
{
    err->code = EXIT_CODE_USAGE;
    return false;
}

static bool read_zones(struct arena *arena, const char *names, struct init_day *out,
                       struct error *err)
{
    struct strings name = text_split(arena, names, ',');
    out->zone = arena_new(arena, name.n, const struct zone *);
    for (int k = 0; k < name.n; k++) {
        out->zone[k] = zone_read(arena, name.text[k], err);
        if (!out->zone[k]) {
            return refuse(err);
        }
    }
    out->n_zones = name.n;
    if (name.n == 0) {
        error_set(err,
                  "--zones: '%s' names no zone; expected IANA names with commas "
                  "between them: Europe/Brussels,Asia/Tokyo",
                  names);
        return refuse(err);
    }
    return true;
}

static struct day day_of(const struct init_day *day)
{
    return (struct day){
        .date = day->date,
        .zone = day->zone,
        .n_zones = day->n_zones,
        .length_min = day->length_min,
        .office_from_min = OFFICE_FROM_MIN,
        .office_to_min = OFFICE_TO_MIN,
        .night_from_min = NIGHT_FROM_MIN,
        .night_to_min = NIGHT_TO_MIN,
    };
}

static bool choose(const char *start, struct init_day *out, struct error *err)
{
    int minute = start ? clock_parse(start) : -1;
    out->chosen = out->best = day_starts_best(out->start, out->n_starts);
    for (int k = 0; k < out->n_starts && start; k++) {
        if (out->start[k].start_min == minute) {
            out->chosen = k;
            return true;
        }
    }
    if (start) {
        error_set(err,
                  "--start: '%s' is no half hour of %s; expected a time like "
                  "09:00 or 09:30",
                  start, out->zone[0]->name);
        return refuse(err);
    }
    return true;
}

static const char *clock_text(struct arena *arena, const struct zone *zone,
                              int64_t at_s)
{
    struct civil civil = zone_to_civil(zone, at_s);
    return arena_printf(arena, "%02d:%02d", civil.hour, civil.minute);
}

static void fill_known(struct arena *arena, const struct init_day_options *options,
                       struct init_day *out)
{
    const struct zone *zone = out->zone[0];
    int64_t start_s = out->start[out->chosen].start_s;
    const char *names = out->zone[0]->name;
    for (int z = 1; z < out->n_zones; z++) {
        names = arena_printf(arena, "%s;%s", names, out->zone[z]->name);
    }
    out->known = (struct init_day_cells){
        .date = arena_printf(arena, "%04d-%02d-%02d", out->date.year,
                             out->date.month, out->date.day),
        .start = clock_text(arena, zone, start_s),
        .end =
            clock_text(arena, zone, start_s + (int64_t)out->length_min * MINUTE_S),
        .minutes = arena_printf(arena, "%d", (int)options->minutes),
        .changeover = arena_printf(arena, "%d", (int)options->changeover),
        .time_zone = zone->name,
        .display_time_zones = names,
    };
}

static void make_forms(struct arena *arena, const struct init_day_options *options,
                       struct init_day *out)
{
    int n = (int)options->n_slots;
    struct slot *slot = arena_new(arena, n, struct slot);
    int64_t step_s = (options->minutes + options->changeover) * MINUTE_S;
    for (int s = 0; s < n; s++) {
        slot[s] = (struct slot){
            .id = arena_printf(arena, "am-%02d", s + 1),
            .number = s + 1,
            .start_s = out->start[out->chosen].start_s + s * step_s,
        };
        slot[s].end_s = slot[s].start_s + options->minutes * MINUTE_S;
    }
    output_init(&out->forms, arena);
    for (int l = 0; l < N_LANGUAGES; l++) {
        const char *text =
            form_text(arena, (enum language)l, out->zone, out->n_zones, slot, n);
        output_add(
            &out->forms,
            arena_printf(arena, "form.%s.txt", language_tag((enum language)l)),
            text, strlen(text));
    }
}

bool init_day_make(struct arena *arena, const struct init_day_options *options,
                   struct init_day *out, struct error *err)
{
    *out = (struct init_day){
        .length_min = (int)(options->n_slots * options->minutes +
                            (options->n_slots - 1) * options->changeover),
    };
    if (!civil_parse_date(options->date, &out->date)) {
        error_set(err, "--date: '%s' is no date; expected one like 2027-05-18",
                  options->date);
        return refuse(err);
    }
    if (!read_zones(arena, options->zones, out, err)) {
        return false;
    }
    const struct day day = day_of(out);
    out->start = day_starts(arena, &day, &out->n_starts);
    if (out->n_starts == 0 || !choose(options->start, out, err)) {
        return out->n_starts > 0 ? false
                                 : error_set(err,
                                             "--date: there is no such day in "
                                             "%s; expected another one",
                                             out->zone[0]->name) ||
                                       refuse(err);
    }
    fill_known(arena, options, out);
    make_forms(arena, options, out);
    return true;
}

void init_day_fill(const struct init_day *day, struct book_known *known)
{
    const struct init_day_cells *cells = &day->known;
    const char *title = book_known_find(known, LIST_SESSIONS, 0, "title");
    if (known->table[LIST_EVENT].n_rows == 0) {
        book_known_add_row(known, LIST_EVENT);
    }
    book_known_put(known, LIST_EVENT, "time_zone", cells->time_zone);
    book_known_put(known, LIST_EVENT, "display_time_zones",
                   cells->display_time_zones);
    known->table[LIST_SESSIONS].n_rows = 0;
    known->table[LIST_SESSIONS].n_fields = 0;
    book_known_add_row(known, LIST_SESSIONS);
    book_known_put(known, LIST_SESSIONS, "id", "am");
    book_known_put(known, LIST_SESSIONS, "title", title);
    book_known_put(known, LIST_SESSIONS, "date", cells->date);
    book_known_put(known, LIST_SESSIONS, "start", cells->start);
    book_known_put(known, LIST_SESSIONS, "end", cells->end);
    book_known_put(known, LIST_SESSIONS, "time_zone", cells->time_zone);
    book_known_put(known, LIST_SESSIONS, "meeting_minutes", cells->minutes);
    book_known_put(known, LIST_SESSIONS, "changeover_minutes", cells->changeover);
}

static const char *const weekday_names[] = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

static int span_width(const struct zone *zone)
{
    int width = (int)strlen(zone->name);
    return width > SPAN_WIDTH ? width : SPAN_WIDTH;
}

static void print_row(struct arena scratch, const struct init_day *day, int k)
{
    const struct day_start *start = &day->start[k];
    int64_t end_s = start->start_s + (int64_t)day->length_min * MINUTE_S;
    printf(" ");
    for (int z = 0; z < day->n_zones; z++) {
        const struct zone *zone = day->zone[z];
        const char *span = arena_printf(&scratch, "%s-%s",
                                        clock_text(&scratch, zone, start->start_s),
                                        clock_text(&scratch, zone, end_s));
        printf(" %-*s", span_width(zone), span);
    }
    for (int z = 0; z < day->n_zones; z++) {
        printf(" %*d", (int)strlen(day->zone[z]->name), start->outside_min[z]);
    }
    printf(" %9d %6d%s%s\n", start->total_min, start->night_min,
           k == day->best ? "  <- proposed" : "",
           k == day->chosen && k != day->best ? "  <- as asked" : "");
}

static void print_starts(struct arena scratch, const struct init_day *day)
{
    int width = 0;
    for (int z = 0; z < day->n_zones; z++) {
        width += span_width(day->zone[z]) + 1;
    }
    printf("  %-*sminutes outside 09:00-18:00 of\n ", width, "when");
    for (int z = 0; z < day->n_zones; z++) {
        printf(" %-*s", span_width(day->zone[z]), day->zone[z]->name);
    }
    for (int z = 0; z < day->n_zones; z++) {
        printf(" %s", day->zone[z]->name);
    }
    printf("  together  night\n");
    for (int k = 0; k < day->n_starts; k++) {
        if (abs(k - day->best) <= SHOWN_AROUND || k == day->chosen) {
            print_row(scratch, day, k);
        }
    }
    printf("  night: minutes between 21:00 and 07:00\n");
}

static void tell_clocks(const struct init_day *init)
{
    const struct day day = day_of(init);
    for (int z = 0; z < init->n_zones; z++) {
        int days;
        if (day_clock_change(&day, init->zone[z], &days)) {
            fprintf(
                stderr,
                "note: the clocks of %s change %d day%s %s this date: say so in "
                "the invitations, and give times in both zones\n",
                init->zone[z]->name, abs(days), text_s(abs(days)),
                days < 0 ? "before" : "after");
        }
    }
}

static void tell_holidays(struct arena scratch, const struct init_day *day)
{
    int weekday = civil_weekday(day->date);
    if (weekday == 0 || weekday == 6) {
        fprintf(stderr, "warning: %s is a %s\n", day->known.date,
                weekday_names[weekday]);
    }
    for (int z = 0; z < day->n_zones; z++) {
        const char *country = zone_country(&scratch, day->zone[z]->name);
        struct civil date =
            zone_to_civil(day->zone[z], day->start[day->chosen].start_s);
        for (int k = -1; k <= 1; k++) {
            struct civil at = civil_from_seconds(civil_to_seconds(
                (struct civil){date.year, date.month, date.day + k, 0, 0, 0}));
            const char *name = holiday_name(country, at);
            if (name) {
                fprintf(stderr,
                        "%s: %04d-%02d-%02d is a public holiday in %s: %s\n",
                        k == 0 ? "warning" : "note", at.year, at.month, at.day,
                        country, name);
            }
        }
    }
}

void init_day_print(struct arena *arena, const struct init_day *day)
{
    printf("%s, %s: %d minutes\n", day->known.date,
           weekday_names[civil_weekday(day->date)], day->length_min);
    print_starts(*arena, day);
    fflush(stdout);
    tell_holidays(*arena, day);
    tell_clocks(day);
}
