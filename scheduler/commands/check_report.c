#include "scheduler/commands/check_report.h"

#include <stdio.h>
#include <string.h>

#include "io/unicode.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"
#include "scheduler/commands/check_needs.h"

static bool is_wanted(const struct meeting *meeting)
{
    return meeting->n_counting > 0 && meeting->forbidden == FORBIDDEN_NOT;
}

static void print_wishes(const struct job *job)
{
    const struct event *event = &job->event;
    int n_contacts = 0, n_wanted = 0, n_counting = 0;
    int n_requests = event->n_requests, n_people = event->n_participants;
    for (int p = 0; p < n_people; p++) {
        n_contacts += event->participant[p].n_contacts;
    }
    for (int m = 0; m < job->elig.n_meetings; m++) {
        n_counting += job->elig.meeting[m].n_counting;
        n_wanted += is_wanted(&job->elig.meeting[m]);
    }
    printf(phrase("%s: %d participant%s with %d contact%s\n"), event->id, n_people,
           text_s(n_people), n_contacts, text_s(n_contacts));
    printf(phrase("  %d request%s, %d of them %s; they make %d meeting%s\n"),
           n_requests, text_s(n_requests), n_counting,
           n_counting == 1 ? "counts" : "count", n_wanted, text_s(n_wanted));
}

static void print_clock(const struct zone *zone, int64_t instant_s)
{
    struct civil civil = zone_to_civil(zone, instant_s);
    printf("%02d:%02d", civil.hour, civil.minute);
}

static void print_sessions(const struct event *event)
{
    for (int k = 0; k < event->n_sessions; k++) {
        const struct session *session = &event->session[k];
        printf(phrase("  session %s, %04d-%02d-%02d: %d slot%s of %d minute%s"),
               session->id, session->date.year, session->date.month,
               session->date.day, session->n_slots, text_s(session->n_slots),
               session->meeting_minutes, text_s(session->meeting_minutes));
        for (int z = 0; z < event->n_display_zones; z++) {
            printf("%s", phrase(", "));
            print_clock(event->display_zone[z], session->start_s);
            putchar('-');
            print_clock(event->display_zone[z], session->end_s);
            printf(" %s", event->display_zone[z]->name);
        }
        putchar('\n');
    }
}

static bool is_open(const struct windows *windows, const struct slot *slot)
{
    return windows->n == 0 || windows_cover(windows, slot->start_s, slot->end_s);
}

static bool is_at_agenda(const struct event *event, int i, const struct slot *slot)
{
    for (int k = 0; k < event->n_agenda; k++) {
        const struct agenda_item *item = &event->agenda[k];
        if (item->start_s < slot->end_s && slot->start_s < item->end_s &&
            agenda_concerns_interpreter(item, i)) {
            return true;
        }
    }
    return false;
}

static bool is_there(const struct event *event, int i, const struct slot *slot)
{
    return is_open(&event->interpreter[i].available, slot) &&
           !is_at_agenda(event, i, slot);
}

static int count_rooms(const struct event *event, const struct slot *slot)
{
    int n = 0;
    for (int r = 0; r < event->n_rooms; r++) {
        n += is_open(&event->room[r].available, slot);
    }
    return n;
}

/* How many meetings all rooms, or all interpreters, could take. */
static int64_t count_room_places(const struct event *event)
{
    int64_t n = 0;
    for (int s = 0; s < event->n_slots; s++) {
        n += count_rooms(event, &event->slot[s]);
    }
    return n;
}

static int64_t count_interpreter_places(const struct event *event)
{
    int64_t n = 0;
    for (int i = 0; i < event->n_interpreters; i++) {
        int most = event->interpreter[i].max_meetings, own = 0;
        for (int s = 0; s < event->n_slots; s++) {
            own += is_there(event, i, &event->slot[s]);
        }
        n += most != NO_LIMIT && most < own ? most : own;
    }
    return n;
}

/* Not every place can be used: meetings may not have its slot, or not that room. */
static void print_places(const struct plan_needs *needs, enum plan_need_kind kind,
                         int64_t n_places, int n_possible)
{
    int64_t n_used = n_places;
    for (int k = 0; k < needs->n; k++) {
        const struct plan_need *need = &needs->need[k];
        if (need->kind == kind && need->are_all && need->limit < n_used) {
            n_used = need->limit;
        }
    }
    printf(phrase(kind == NEED_ROOMS
                      ? "%d possible; the rooms have %lld place%s over all slots"
                      : "%d possible; the interpreters have %lld place%s over all "
                        "slots"),
           n_possible, (long long)n_places, n_places == 1 ? "" : "s");
    if (n_used < n_possible && n_used < n_places) {
        printf(phrase(", of which %lld can be used"), (long long)n_used);
    }
    if (n_used < n_possible) {
        printf(phrase(", %lld too few"), (long long)(n_possible - n_used));
    }
    putchar('\n');
}

/* "gifu (ja) and lyon (fr, en)" */
static void print_table(const struct event *event, const struct meeting *meeting)
{
    int n = meeting->n_participants;
    for (int k = 0; k < n; k++) {
        const struct participant *who =
            &event->participant[meeting->participant[k]];
        printf("%s%s (",
               k == 0      ? ""
               : k + 1 < n ? phrase(", ")
                           : phrase(" and "),
               who->id);
        for (int l = 0; l < who->languages.n; l++) {
            printf("%s%s", l > 0 ? phrase(", ") : "", who->languages.text[l]);
        }
        putchar(')');
    }
}

/* Meetings whose languages no interpreter has, at any time. */
static void print_unjoined(const struct job *job)
{
    const struct meeting *example = NULL;
    int n = 0;
    for (int m = 0; m < job->elig.n_meetings; m++) {
        const struct meeting *meeting = &job->elig.meeting[m];
        if (is_wanted(meeting) && !eligibility_has_pair(&job->event, meeting)) {
            example = example ? example : meeting;
            n++;
        }
    }
    if (n > 0) {
        printf(phrase(n > 1
                          ? "  no interpreter has the languages of %d of these, "
                            "such as "
                          : "  no interpreter has the languages of %d of these: "),
               n);
        print_table(&job->event, example);
        putchar('\n');
    }
}

/* Demand against places: over all slots, the rooms that are open in each, and the
 * interpreters who are there, as often as they may. */
static void print_capacity(const struct job *job, const struct plan_needs *needs)
{
    int n_wanted = 0, n_possible = 0, n_needing = 0, n_interpreted = 0;
    for (int m = 0; m < job->elig.n_meetings; m++) {
        const struct meeting *meeting = &job->elig.meeting[m];
        bool is_interpreted = meeting->needs_interpreter;
        n_wanted += is_wanted(meeting);
        n_possible += meeting->possible;
        n_needing += is_wanted(meeting) && is_interpreted;
        n_interpreted += meeting->possible && is_interpreted;
    }
    printf(phrase("  %d meeting%s wanted, "), n_wanted, text_s(n_wanted));
    print_places(needs, NEED_ROOMS, count_room_places(&job->event), n_possible);
    check_needs_print_members(job, needs, NEED_ROOMS);
    if (job->event.has_interpreters) {
        printf(phrase(n_needing == 1 ? "  %d of them needs an interpreter, "
                                     : "  %d of them need an interpreter, "),
               n_needing);
        print_places(needs, NEED_INTERPRETERS,
                     count_interpreter_places(&job->event), n_interpreted);
        check_needs_print_members(job, needs, NEED_INTERPRETERS);
        print_unjoined(job);
    }
}

/* The name's width, or a clock time's. */
static int column_width(const char *city)
{
    enum { CLOCK = 5 };
    int n = (int)strlen(city);
    return n > CLOCK ? n : CLOCK;
}

static void print_slot(const struct job *job, int s, const char *const *city)
{
    const struct event *event = &job->event;
    const struct slot *slot = &event->slot[s];
    int n_people = 0, n_interpreters = 0, n_meetings = 0;
    for (int p = 0; p < event->n_participants; p++) {
        n_people += eligibility_is_free(&job->elig, p, s);
    }
    for (int i = 0; i < event->n_interpreters; i++) {
        n_interpreters += is_there(event, i, slot);
    }
    for (int m = 0; m < job->elig.n_meetings; m++) {
        n_meetings +=
            job->elig.meeting[m].possible && eligibility_suits(&job->elig, m, s);
    }
    printf("  %-12s ", slot->id);
    for (int z = 0; z < event->n_display_zones; z++) {
        print_clock(event->display_zone[z], slot->start_s);
        printf("%*s", column_width(city[z]) - 4, "");
    }
    printf("%8d %6d ", n_people, count_rooms(event, slot));
    if (event->has_interpreters) {
        printf("%13d ", n_interpreters);
    }
    printf("%10d\n", n_meetings);
}

/* Headings in columns, and the blank behind them. */
static void print_left(const char *text, int columns)
{
    printf("%s%*s ", text, columns - (int)unicode_width(text), "");
}

static void print_right(const char *text, int columns)
{
    printf("%*s%s ", columns - (int)unicode_width(text), "", text);
}

static void print_slots(const struct job *job)
{
    const struct event *event = &job->event;
    struct arena scratch = job->arena;
    const char **city = arena_new(&scratch, event->n_display_zones, const char *);
    printf("\n  ");
    print_left(phrase("slot"), 12);
    for (int z = 0; z < event->n_display_zones; z++) {
        city[z] = zone_city(&scratch, event->display_zone[z]);
        printf("%-*s ", column_width(city[z]), city[z]);
    }
    print_right(phrase("people"), 8);
    print_right(phrase("rooms"), 6);
    if (event->has_interpreters) { /* else interpretation is not modelled */
        print_right(phrase("interpreters"), 13);
    }
    printf("%*s%s\n", 10 - (int)unicode_width(phrase("meetings")), "",
           phrase("meetings"));
    for (int s = 0; s < event->n_slots; s++) {
        print_slot(job, s, city);
    }
}

/* If everybody changes rooms. */
static void print_moves(const struct event *event)
{
    int most_rooms = 0, n_changes = 0;
    for (int s = 0; s < event->n_slots; s++) {
        int n = count_rooms(event, &event->slot[s]);
        most_rooms = n > most_rooms ? n : most_rooms;
        n_changes += s > 0 && event->slot[s - 1].session == event->slot[s].session;
    }
    if (n_changes > 0 && most_rooms > 0) {
        printf(
            phrase("\n  %d change-over%s, at each up to %d meeting%s to end and as "
                   "many to begin\n"),
            n_changes, text_s(n_changes), most_rooms, text_s(most_rooms));
    }
}

void check_report_print(const struct job *job, const struct plan_needs *needs)
{
    print_wishes(job);
    print_capacity(job, needs);
    check_needs_print_sides(job, needs);
    print_sessions(&job->event);
    print_slots(job);
    print_moves(&job->event);
    check_needs_print_people(job, needs);
    check_needs_print_pairs(job);
}
