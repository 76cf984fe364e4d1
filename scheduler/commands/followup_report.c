#include "scheduler/commands/followup_report.h"

#include <stdio.h>

#include "scheduler/base/buf.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"

struct counts {
    int held, told, no_shows, outcome[N_OUTCOMES];
    int rated, rating_sum;
    int fate[N_FATES];
};

static struct counts count(const struct followup_report *report)
{
    struct counts counts = {.held = 0};
    for (int k = 0; k < report->schedule->n_meetings; k++) {
        const struct meeting_fact *fact = &report->facts->meeting[k];
        counts.held += fact->is_held;
        counts.told += fact->is_told;
        counts.no_shows += fact->has_no_show;
        counts.outcome[meeting_fact_outcome(fact)]++;
    }
    for (int c = 0; c < report->schedule->n_cancelled; c++) {
        const struct meeting_fact *fact =
            &report->facts->meeting[report->schedule->n_meetings + c];
        counts.told += fact->is_told;
        counts.no_shows += fact->has_no_show;
    }
    for (int n = 0; n < report->feedback->n; n++) {
        int rating = report->feedback->row[n].rating;
        counts.rated += rating > 0;
        counts.rating_sum += rating;
    }
    for (int q = 0; q < report->event->n_requests; q++) {
        counts.fate[report->follow_up->fate[q]]++;
    }
    return counts;
}

static void print_past(const struct followup_report *report,
                       const struct counts *counts)
{
    int n = report->schedule->n_meetings;
    printf("%s: %d of %d meeting%s held, %d with a no-show; feedback on %d\n",
           report->event->id, counts->held, n, text_s(n), counts->no_shows,
           counts->told);
    printf("  outcomes: agreement %d, project %d, talks %d, none %d",
           counts->outcome[OUTCOME_AGREEMENT], counts->outcome[OUTCOME_PROJECT],
           counts->outcome[OUTCOME_TALKS], counts->outcome[OUTCOME_NONE]);
    if (counts->rated > 0) {
        printf("; rated %.1f of %d on average",
               (double)counts->rating_sum / counts->rated, BEST_RATING);
    }
    putchar('\n');
}

static void print_requests(const struct followup_report *report,
                           const struct counts *counts)
{
    const struct follow_up *next = report->follow_up;
    int carried = counts->fate[FATE_CARRIED] + counts->fate[FATE_NOT_HELD];
    int n_left = counts->fate[FATE_UNWANTED] + counts->fate[FATE_REFUSED] +
                 counts->fate[FATE_WITHDRAWN];
    printf(
        "%s: %d request%s: %d to meet again, %d first after a no-show, %d carried "
        "over\n",
        next->event.id, next->event.n_requests, text_s(next->event.n_requests),
        next->n_again, counts->fate[FATE_FIRST], carried);
    printf("  %d meeting%s both sides want again; %d pair%s met\n", next->n_mutual,
           text_s(next->n_mutual), next->n_pairs, text_s(next->n_pairs));
    if (n_left > 0) {
        printf("  %d request%s left out: %d refused, %d no longer wanted, %d "
               "withdrawn\n",
               n_left, text_s(n_left), counts->fate[FATE_REFUSED],
               counts->fate[FATE_UNWANTED], counts->fate[FATE_WITHDRAWN]);
    }
}

static void print_session(const struct event *event, int i)
{
    const struct session *session = &event->session[i];
    printf("  session %s, %04d-%02d-%02d: %d slot%s of %d minutes", session->id,
           session->date.year, session->date.month, session->date.day,
           session->n_slots, text_s(session->n_slots), session->meeting_minutes);
    for (int k = 0; k < event->n_display_zones; k++) {
        const struct zone *zone = event->display_zone[k];
        struct civil start = zone_to_civil(zone, session->start_s);
        struct civil end = zone_to_civil(zone, session->end_s);
        printf(", %02d:%02d-%02d:%02d %s", start.hour, start.minute, end.hour,
               end.minute, zone->name);
    }
    putchar('\n');
}

void followup_report_print(const struct followup_report *report)
{
    const struct counts counts = count(report);
    int wanted = 0, possible = 0;
    for (int m = 0; m < report->elig->n_meetings; m++) {
        wanted += report->elig->meeting[m].n_counting > 0;
        possible += report->elig->meeting[m].possible;
    }
    print_past(report, &counts);
    print_requests(report, &counts);
    for (int i = 0; i < report->follow_up->event.n_sessions; i++) {
        print_session(&report->follow_up->event, i);
    }
    printf("  %d meeting%s wanted, %d possible\n", wanted, text_s(wanted),
           possible);
}

static const char *zone_list(struct arena *arena, const struct clock_change *change)
{
    enum { MOST = 3 };
    struct buf buf;
    buf_init(&buf, arena);
    for (int k = 0; k < change->n_zones && k < MOST; k++) {
        buf_printf(&buf, "%s%s", k > 0 ? ", " : "", change->zone[k]->name);
    }
    if (change->n_zones > MOST) {
        buf_printf(&buf, " and %d more", change->n_zones - MOST);
    }
    return buf.data;
}

static void find_clocks(struct arena *arena, const struct followup_report *report,
                        struct findings *findings)
{
    const struct follow_up *next = report->follow_up;
    for (int k = 0; k < next->n_clock_changes; k++) {
        const struct clock_change *change = &next->clock_change[k];
        const struct session *session = &next->event.session[change->session];
        findings_add(
            findings, SEVERITY_WARNING,
            (struct place){.file = report->event->file, .field = "sessions"},
            "the clocks change before %04d-%02d-%02d: session '%s' begins at "
            "%02d:%02d in %s, which is then %02d:%02d in %s, not %02d:%02d; "
            "expected "
            "that this suits everybody, or another --start",
            session->date.year, session->date.month, session->date.day, session->id,
            session->start_min / 60, session->start_min % 60, session->zone->name,
            change->now.hour, change->now.minute, zone_list(arena, change),
            change->before.hour, change->before.minute);
    }
}

/* One and many are whole phrases with the number. */
static void tell_left_out(const struct followup_report *report, const char *list,
                          int n, const char *format, struct findings *findings)
{
    if (n > 0) {
        findings_add(findings, SEVERITY_NOTE,
                     (struct place){.file = report->event->file, .field = list},
                     "%s", arena_printf(findings->arena, phrase(format), n));
    }
}

static bool is_of(const struct request *request, int p)
{
    bool is = request->from == p || request->to == p;
    for (int k = 0; k < request->n_also; k++) {
        is |= request->also[k] == p;
    }
    return is;
}

/* Whoever was cancelled stays so, and what others want of them cannot be held. */
static void tell_cancelled(struct arena *arena, const struct event *next,
                           const struct place *place, struct findings *findings)
{
    struct buf buf;
    int n_people = 0, n_requests = 0;
    buf_init(&buf, arena);
    for (int p = 0; p < next->n_participants; p++) {
        int n = 0;
        for (int q = 0; next->participant[p].cancelled && q < next->n_requests;
             q++) {
            n += is_of(&next->request[q], p);
        }
        if (n > 0) {
            buf_add_text(&buf, n_people++ > 0 ? phrase(", ") : "");
            buf_printf(&buf, phrase("'%s'"), next->participant[p].id);
            n_requests += n;
        }
    }
    if (n_people > 0) {
        findings_add(
            findings, SEVERITY_WARNING, *place,
            "%s %s cancelled in the next event too, so that %d request%s "
            "cannot be held; expected \"status\": \"registered\" there for "
            "whoever comes this time",
            buf.data, n_people == 1 ? "is" : "are", n_requests, text_s(n_requests));
    }
}

void followup_report_find(struct arena *arena, const struct followup_report *report,
                          struct findings *findings)
{
    const struct follow_up *next = report->follow_up;
    find_clocks(arena, report, findings);
    tell_cancelled(
        arena, &next->event,
        &(struct place){.file = report->event->file, .field = "participants"},
        findings);
    tell_left_out(
        report, "participants", next->n_again_left,
        next->n_again_left == 1
            ? PHRASE("%d wish to meet again left out, with somebody who is not in "
                     "the event any more; put them back into it to keep those")
            : PHRASE("%d wishes to meet again left out, with somebody who is not "
                     "in the event any more; put them back into it to keep those"),
        findings);
    tell_left_out(report, "agenda", next->n_agenda,
                  next->n_agenda == 1
                      ? PHRASE("%d item was of these days and left out")
                      : PHRASE("%d items were of these days and left out"),
                  findings);
    tell_left_out(report, "locks", next->n_locks,
                  next->n_locks == 1
                      ? PHRASE("%d lock was of these slots and left out; what was "
                               "forbidden altogether stays")
                      : PHRASE("%d locks were of these slots and left out; what "
                               "was forbidden altogether stays"),
                  findings);
    tell_left_out(report, "availability", next->n_absences,
                  next->n_absences == 1
                      ? PHRASE("%d absence for a whole day left out; hours are the "
                               "same on the new dates")
                      : PHRASE("%d absences for a whole day left out; hours are "
                               "the same on the new dates"),
                  findings);
    tell_left_out(report, "requests", next->n_times,
                  next->n_times == 1 ? PHRASE("%d request without 'earliest' and "
                                              "'latest', which were of these days")
                                     : PHRASE("%d requests without 'earliest' and "
                                              "'latest', which were of these days"),
                  findings);
    tell_left_out(report, "requests", next->n_after,
                  next->n_after == 1
                      ? PHRASE("%d request without some of 'after': those are "
                               "served, or not wanted any more")
                      : PHRASE("%d requests without some of 'after': those are "
                               "served, or not wanted any more"),
                  findings);
}
