#include "scheduler/commands/init_from.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/buf.h"
#include "scheduler/commands/companions.h"
#include "scheduler/commands/past_round.h"
#include "scheduler/model/follow_up.h"

static enum exit_code read_round(struct job *job,
                                 const struct init_from_options *options,
                                 struct init_from *from)
{
    struct past_round round = {.feedback = {.n = 0}};
    enum exit_code code =
        past_round_read(job, options->event, options->schedule, &round);
    if (code == EXIT_CODE_DONE) {
        code = past_round_read_feedback(job, &options->feedback, &round);
    }
    if (code == EXIT_CODE_DONE) {
        struct event *event = &job->event;
        from->n_met_now =
            follow_up_pairs(&job->arena, event, &round.schedule, &round.facts,
                            &event->met_before, &event->n_met_before);
    }
    return code;
}

enum exit_code init_from_read(struct job *job,
                              const struct init_from_options *options,
                              struct init_from *from)
{
    struct error err;
    *from = (struct init_from){.schedule = options->schedule};
    job->awaits_schedule = job->forgives_locks = true;
    enum exit_code code = options->schedule ? read_round(job, options, from)
                                            : job_read_event(job, options->event);
    output_init(&from->texts, &job->arena);
    if (code == EXIT_CODE_DONE &&
        !companions_add_texts(&from->texts, &job->event, &err)) {
        code = job_fail(&err);
    }
    /* How the cells of an event that is over were read is of no interest. */
    job->findings.without_notes = code == EXIT_CODE_DONE;
    return code;
}

static const char *zones_of(struct arena *arena, const struct event *event)
{
    const char *names = event->zone->name;
    for (int z = 0; z < event->n_display_zones; z++) {
        if (strcmp(event->display_zone[z]->name, event->zone->name) != 0) {
            names =
                arena_printf(arena, "%s,%s", names, event->display_zone[z]->name);
        }
    }
    return names;
}

static const struct session *last_session(const struct event *event)
{
    return &event->session[event->n_sessions - 1]; /* sorted by start */
}

bool init_from_complete(struct job *job, struct init_day_options *day,
                        struct error *err)
{
    const struct event *event = &job->event;
    const struct session *first = &event->session[0];
    const struct civil last = last_session(event)->date;
    struct civil date;
    day->zones = day->zones ? day->zones : zones_of(&job->arena, event);
    day->minutes = day->minutes > 0 ? day->minutes : first->meeting_minutes;
    day->n_slots = day->n_slots > 0 ? day->n_slots : first->n_slots;
    day->changeover =
        day->changeover >= 0 ? day->changeover : first->changeover_minutes;
    if (day->date && civil_parse_date(day->date, &date) &&
        civil_to_seconds(date) <= civil_to_seconds(last)) {
        error_set(err,
                  "--date: '%s' is not after '%s', which ends on %04d-%02d-%02d; "
                  "expected a later date",
                  day->date, event->id, last.year, last.month, last.day);
        err->code = EXIT_CODE_USAGE;
        return false;
    }
    return true;
}

static int year_of(const char *date, const struct event *event)
{
    struct civil civil;
    return date && civil_parse_date(date, &civil)
               ? civil.year
               : last_session(event)->date.year + 1;
}

/* "ejrc-2027" of "ejrc-2026": the year, where it stands alone among digits. */
static const char *with_year(struct arena *arena, const char *text, int old,
                             int year)
{
    const char *digits = arena_printf(arena, "%d", old);
    size_t len = strlen(digits);
    struct buf buf;
    buf_init(&buf, arena);
    for (const char *at = text; *at;) {
        bool is_year = strncmp(at, digits, len) == 0 &&
                       !isdigit((unsigned char)at[len]) &&
                       !(at > text && isdigit((unsigned char)at[-1]));
        if (is_year) {
            buf_printf(&buf, "%d", year);
        } else {
            buf_add(&buf, at, 1);
        }
        at += is_year ? len : 1;
    }
    return buf.len > 0 ? buf.data : "";
}

/* Calendar entries of the earlier event stay as they are: its id is never taken. */
static const char *next_id(struct arena *arena, const char *id, int old, int year)
{
    enum { MOST = 64 };
    const char *next = with_year(arena, id, old, year);
    if (strcmp(next, id) == 0) {
        const char *suffix = year == old ? "-2" : arena_printf(arena, "-%d", year);
        int kept = MOST - (int)strlen(suffix);
        next = arena_printf(arena, "%.*s%s", kept, id, suffix);
    }
    return next;
}

void init_from_fill(struct job *job, const char *date, struct init_from *from,
                    struct book_known *known)
{
    struct arena *arena = &job->arena;
    const struct event *event = &job->event;
    int old = event->session[0].date.year, year = year_of(date, event);
    book_known_put_event(known, event);
    from->id = next_id(arena, event->id, old, year);
    from->name = with_year(arena, event->name, old, year);
    book_known_put(known, LIST_EVENT, "id", from->id);
    book_known_put(known, LIST_EVENT, "name", from->name);
    book_known_put(known, LIST_EVENT, "name_ja",
                   with_year(arena, event->name_ja, old, year));
}

static void print_kept(const struct event *event)
{
    int n_people = event->n_participants - event->n_left_participants;
    int n_interpreters = event->n_interpreters - event->n_left_interpreters;
    int n_contacts = 0;
    for (int p = 0; p < n_people; p++) {
        n_contacts += event->participant[p].n_contacts;
    }
    printf("  kept: %d participant%s with %d contact%s, each marked to be "
           "confirmed; %d room%s; %d interpreter%s; the rules\n",
           n_people, text_s(n_people), n_contacts, text_s(n_contacts),
           event->n_rooms, text_s(event->n_rooms), n_interpreters,
           text_s(n_interpreters));
}

static void print_met(const struct event *event, const struct init_from *from)
{
    printf("  met before: %d pair%s", event->n_met_before,
           text_s(event->n_met_before));
    if (from->schedule) {
        printf(", %d of them in meetings of %s\n", from->n_met_now, from->schedule);
    } else {
        printf("; with its schedule, behind the name of the new event, also those "
               "who met in it\n");
    }
}

static void print_left_out(const char *of, int n, const char *what)
{
    if (n > 0) {
        printf("  left out: %s%d %s%s\n", of, n, what, text_s(n));
    }
}

static void print_availability(const struct event *event)
{
    int n_people = 0, n_calendars = 0, n_rooms = 0, n_interpreters = 0;
    for (int p = 0; p < event->n_participants; p++) {
        const struct participant *who = &event->participant[p];
        n_calendars += *who->calendar != '\0';
        n_people += who->available.n > 0 || who->avoid.n > 0 ||
                    who->unavailable.n > who->busy.n;
    }
    for (int r = 0; r < event->n_rooms; r++) {
        n_rooms += event->room[r].available.n > 0;
    }
    for (int i = 0; i < event->n_interpreters; i++) {
        n_interpreters += event->interpreter[i].available.n > 0;
    }
    print_left_out("the hours of ", n_people, "participant");
    print_left_out("the hours of ", n_rooms, "room");
    print_left_out("the hours of ", n_interpreters, "interpreter");
    print_left_out("", n_calendars, "calendar");
}

static void print_registered(const struct event *event)
{
    int n = 0;
    for (int p = 0; p < event->n_participants - event->n_left_participants; p++) {
        n += event->participant[p].cancelled;
    }
    if (n > 0) {
        printf("  %d participant%s had cancelled and stand%s there as registered\n",
               n, text_s(n), n == 1 ? "s" : "");
    }
}

void init_from_print(const struct job *job, const struct init_from *from,
                     const char *path, bool for_day)
{
    const struct event *event = &job->event;
    const struct civil first = event->session[0].date;
    printf("%s: made from %s of %04d-%02d-%02d\n", path, event->id, first.year,
           first.month, first.day);
    printf("  event: id '%s', name '%s': look whether they are right\n", from->id,
           from->name);
    print_kept(event);
    print_met(event, from);
    print_left_out(for_day ? "" : "the dates of ", event->n_sessions, "session");
    print_availability(event);
    print_left_out("", event->n_requests, "request");
    print_left_out("", event->n_locks, "lock");
    print_left_out("", event->n_agenda, "agenda item");
    print_registered(event);
}
