#include "io/report_parts.h"

#include <stdlib.h>
#include <string.h>

#include "io/page_time.h"
#include "io/reason_text.h"
#include "io/report_table.h"

/* The long lists: meetings by slot, organisations, requests that are not served. */

static void add_small(struct html *html, const char *class, const char *text)
{
    if (text[0] != '\0') {
        html_open(html, "div");
        html_attr(html, "class", class);
        html_text(html, text);
        html_close(html);
    }
}

static const char *contact_name(const struct contact *contact)
{
    return contact->name[0]      ? contact->name
           : contact->name_ja[0] ? contact->name_ja
                                 : contact->email;
}

/* Who attends, where not all contacts of a body do. */
static void add_attending(struct report *report,
                          const struct schedule_meeting *meeting)
{
    const struct event *event = report->in->event;
    for (int k = 0; k < meeting->n_attendance; k++) {
        const struct attendance *row = &meeting->attendance[k];
        struct buf buf;
        buf_init(&buf, report->arena);
        buf_printf(&buf, "%s:", report_name(event, row->participant_id));
        for (int c = 0; c < row->n_contacts && row->p >= 0; c++) {
            const struct participant *who = &event->participant[row->p];
            int number = row->contact[c];
            buf_add_text(&buf, c > 0 ? ", " : " ");
            buf_add_text(&buf, number <= who->n_contacts
                                   ? contact_name(&who->contact[number - 1])
                                   : "?");
        }
        add_small(&report->html, "small", buf.data);
    }
}

static const char *room_of(const struct report *report,
                           const struct schedule_meeting *meeting)
{
    const struct event *event = report->in->event;
    return meeting->r >= 0 && event->room[meeting->r].name[0] != '\0'
               ? event->room[meeting->r].name
               : meeting->room_id;
}

static void add_interpreter(struct report *report,
                            const struct schedule_meeting *meeting)
{
    const struct event *event = report->in->event;
    html_text(&report->html,
              meeting->i >= 0 && event->interpreter[meeting->i].name[0]
                  ? event->interpreter[meeting->i].name
                  : meeting->interpreter_id);
}

static void add_meeting(struct report_table *table,
                        const struct schedule_meeting *meeting)
{
    struct report *report = table->report;
    struct html *html = &report->html;
    report_row(table);
    report_cell_open(table, "id");
    html_text(html, meeting->id);
    if (meeting->tentative) {
        html_text(html, " ");
        page_text_leaf(html, "span", "tag", PAGE_TO_BE_CONFIRMED);
    }
    html_close(html);
    report_cell(table, room_of(report, meeting));
    report_cell_open(table, NULL);
    report_people(report, &meeting->participant_ids);
    add_small(html, "topic", meeting->topic);
    add_attending(report, meeting);
    html_close(html);
    report_cell_open(table, NULL);
    add_interpreter(report, meeting);
    html_close(html);
    report_cell_open(table, NULL);
    report_wishes(report, &meeting->request_ids);
    html_close(html);
    report_cell_number(
        table, meeting->m >= 0 ? report->in->elig->meeting[meeting->m].value : 0);
}

static const struct report_column meeting_column[] = {
    {PAGE_MEETING, NULL, false},       {PAGE_ROOM, NULL, false},
    {PAGE_ORGANISATIONS, NULL, false}, {PAGE_INTERPRETED, NULL, false},
    {PAGE_WISHES, NULL, false},        {PAGE_WORTH, NULL, true},
};

/* The meetings from k on at one time; returns the first behind them. */
static int write_time(struct report *report, int k)
{
    const struct schedule *schedule = report->in->schedule;
    const struct schedule_meeting *first = &schedule->meeting[k];
    struct report_table table = {
        report,         "meetings",
        meeting_column, sizeof meeting_column / sizeof *meeting_column,
        true,           0};
    html_open(&report->html, "h3");
    page_time_date(&report->html, *report->arena, report->in->event,
                   first->start_s);
    html_text(&report->html, " ");
    page_time_span(&report->html, *report->arena, report->in->event, first->start_s,
                   first->end_s);
    html_text(&report->html, " ");
    html_leaf(&report->html, "small", NULL, first->slot_id);
    html_close(&report->html);
    report_table_begin(&table);
    for (; k < schedule->n_meetings &&
           schedule->meeting[k].start_s == first->start_s &&
           schedule->meeting[k].end_s == first->end_s;
         k++) {
        struct arena *whole = report->arena;
        struct arena row = *whole; /* working space that goes with the row */
        report->arena = &row;
        add_meeting(&table, &schedule->meeting[k]);
        report->arena = whole;
    }
    report_table_end(&table);
    return k;
}

void report_write_meetings(struct report *report)
{
    const struct schedule *schedule = report->in->schedule;
    report_section(report, "meetings", PAGE_MEETINGS);
    html_open(&report->html, "div");
    html_attr(&report->html, "class", "filtered");
    for (int k = 0; k < schedule->n_meetings;) {
        html_open(&report->html, "section");
        k = write_time(report, k);
        html_close(&report->html);
    }
    html_close(&report->html);
    html_close(&report->html);
}

static void add_contacts(struct report_table *table, const struct participant *who)
{
    struct html *html = &table->report->html;
    report_cell_open(table, NULL);
    for (int c = 0; c < who->n_contacts; c++) {
        const struct contact *contact = &who->contact[c];
        html_open(html, "div");
        html_text(html, contact_name(contact));
        if (contact->email[0] != '\0' && contact_name(contact) != contact->email) {
            html_text(html, " ");
            html_leaf(html, "span", "small", contact->email);
        }
        html_close(html);
    }
    html_close(html);
}

static void add_organisation(struct report_table *table, int p)
{
    struct report *report = table->report;
    struct html *html = &report->html;
    const struct participant *who = &report->in->event->participant[p];
    const struct tally *tally = &report->tally[p];
    const int number[] = {tally->requested,   tally->possible,     tally->scheduled,
                          tally->shortfall,   tally->comfort_cost, tally->gaps,
                          tally->room_changes};
    report_row(table);
    report_cell_open(table, NULL);
    html_open(html, "span");
    html_attr(html, "class", "name");
    page_name_content(html, report_name(report->in->event, who->id),
                      report_name_ja(report->in->event, who->id));
    html_close(html);
    html_text(html, " ");
    html_leaf(html, "span", "small", who->id);
    if (who->cancelled) {
        html_text(html, " ");
        page_text_leaf(html, "span", "tag bad",
                       PAGE_REASONS + REASON_PARTICIPANT_CANCELLED);
    }
    html_close(html);
    report_cell_open(table, NULL);
    html_text(html, who->side);
    if (strcmp(who->side, who->country) != 0) {
        html_text(html, " ");
        html_leaf(html, "span", "small", who->country);
    }
    html_close(html);
    for (size_t k = 0; k < sizeof number / sizeof *number; k++) {
        report_cell_number(table, number[k]);
    }
    add_contacts(table, who);
}

void report_write_organisations(struct report *report)
{
    static const struct report_column column[] = {
        {PAGE_ORGANISATION, NULL, false}, {PAGE_SIDE, NULL, false},
        {PAGE_ASKED, NULL, true},         {PAGE_POSSIBLE, NULL, true},
        {PAGE_HELD, NULL, true},          {PAGE_MISSING, NULL, true},
        {PAGE_COST, NULL, true},          {PAGE_GAPS, NULL, true},
        {PAGE_ROOM_CHANGES, NULL, true},  {PAGE_CONTACTS, NULL, false},
    };
    struct report_table table = {
        report, "organisations", column, sizeof column / sizeof *column, false, 0};
    report_section(report, "organisations", PAGE_ORGANISATIONS);
    report_table_begin(&table);
    for (int p = 0; p < report->in->event->n_participants; p++) {
        add_organisation(&table, p);
    }
    report_table_end(&table);
    html_close(&report->html);
}

static int compare_unserved(const void *a, const void *b)
{
    const struct unscheduled *x = *(const struct unscheduled *const *)a;
    const struct unscheduled *y = *(const struct unscheduled *const *)b;
    return x->reason != y->reason ? (x->reason < y->reason ? -1 : 1)
                                  : (x > y) - (x < y); /* they are sorted by id */
}

static void add_unserved(struct report_table *table,
                         const struct unscheduled *entry)
{
    struct report *report = table->report;
    struct html *html = &report->html;
    report_row(table);
    report_cell_open(table, NULL);
    report_wishes(report, &entry->request_ids);
    add_small(html, "topic", entry->topic);
    html_close(html);
    report_cell_number(
        table, entry->m >= 0 ? report->in->elig->meeting[entry->m].value : 0);
    report_cell_open(table, NULL);
    page_text_leaf(html, "strong", NULL, PAGE_REASONS + entry->reason);
    html_text(html, " ");
    html_leaf(html, "span", "small", reason_name(entry->reason));
    html_close(html);
    report_cell_open(table, NULL);
    html_attr(html, "lang", "en");
    html_text(html, reason_text(report->arena, report->in->event,
                                report->in->schedule, entry));
    html_close(html);
}

static void write_reasons(struct report *report)
{
    static const struct report_column column[] = {
        {PAGE_REASON, NULL, false},
        {PAGE_REQUESTS, NULL, false},
    };
    const struct schedule *schedule = report->in->schedule;
    struct report_table table = {report, "reasons", column, 2, true, 0};
    int count[N_REASONS] = {0}, most = 1;
    for (int k = 0; k < schedule->n_unscheduled; k++) {
        enum reason reason = schedule->unscheduled[k].reason;
        count[reason] += schedule->unscheduled[k].request_ids.n;
        most = count[reason] > most ? count[reason] : most;
    }
    report_table_begin(&table);
    for (int reason = 0; reason < N_REASONS; reason++) {
        if (count[reason] > 0) {
            report_row(&table);
            report_cell_text(&table, PAGE_REASONS + reason);
            report_cell_bar(&table, count[reason], most);
        }
    }
    report_table_end(&table);
}

void report_write_unserved(struct report *report)
{
    static const struct report_column column[] = {
        {PAGE_WISHES, NULL, false},
        {PAGE_WORTH, NULL, true},
        {PAGE_REASON, NULL, false},
        {PAGE_EXPLANATION, NULL, false},
    };
    const struct schedule *schedule = report->in->schedule;
    int n = schedule->n_unscheduled;
    const struct unscheduled **entry =
        arena_new(report->arena, n, const struct unscheduled *);
    for (int k = 0; k < n; k++) {
        entry[k] = &schedule->unscheduled[k];
    }
    qsort(entry, (size_t)n, sizeof *entry, compare_unserved);
    report_section(report, "not-served", PAGE_NOT_SERVED);
    page_text_leaf(&report->html, "p", "hint", PAGE_NOT_SERVED_HINT);
    write_reasons(report);
    struct report_table table = {
        report, "unserved", column, sizeof column / sizeof *column, false, 0};
    report_table_begin(&table);
    for (int k = 0; k < n; k++) {
        struct arena *whole = report->arena;
        struct arena row = *whole; /* working space that goes with the row */
        report->arena = &row;
        add_unserved(&table, entry[k]);
        report->arena = whole;
    }
    report_table_end(&table);
    html_close(&report->html);
}
