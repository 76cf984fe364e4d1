#include "io/report_parts.h"

#include <string.h>

#include "io/page_time.h"
#include "io/report_table.h"

/* How the day's times, rooms and interpreters are used. */

static bool is_open(const struct windows *windows, const struct slot *slot)
{
    return windows->n == 0 || windows_cover(windows, slot->start_s, slot->end_s);
}

static int count_open(const struct event *event, const struct windows *windows)
{
    int n = 0;
    for (int s = 0; s < event->n_slots; s++) {
        n += is_open(windows, &event->slot[s]);
    }
    return n;
}

/* Meetings by slot, room and interpreter. */
struct load {
    int *slot, *interpreted, *room, *interpreter;
    int *run, *longest, *last; /* of interpreters: neighbouring slots */
};

static void follow(const struct event *event, struct load *load, int i, int s)
{
    bool goes_on = load->last[i] == s - 1 && load->run[i] > 0 &&
                   event->slot[s - 1].session == event->slot[s].session;
    load->run[i] = goes_on ? load->run[i] + 1 : 1;
    load->last[i] = s;
    load->longest[i] =
        load->run[i] > load->longest[i] ? load->run[i] : load->longest[i];
}

static struct load count(struct report *report)
{
    const struct event *event = report->in->event;
    const struct schedule *schedule = report->in->schedule;
    struct arena *arena = report->arena;
    int n = event->n_interpreters;
    struct load load = {
        arena_new(arena, event->n_slots, int),
        arena_new(arena, event->n_slots, int),
        arena_new(arena, event->n_rooms, int),
        arena_new(arena, n, int),
        arena_new(arena, n, int),
        arena_new(arena, n, int),
        arena_new(arena, n, int),
    };
    for (int k = 0; k < schedule->n_meetings; k++) {
        const struct schedule_meeting *meeting = &schedule->meeting[k];
        if (meeting->s >= 0) {
            load.slot[meeting->s]++;
            load.interpreted[meeting->s] += meeting->interpreter_id[0] != '\0';
        }
        if (meeting->r >= 0) {
            load.room[meeting->r]++;
        }
        if (meeting->i >= 0) {
            load.interpreter[meeting->i]++;
        }
        if (meeting->i >= 0 && meeting->s >= 0) {
            follow(event, &load, meeting->i, meeting->s);
        }
    }
    return load;
}

static int count_rooms(const struct event *event, const struct slot *slot)
{
    int n = 0;
    for (int r = 0; r < event->n_rooms; r++) {
        n += is_open(&event->room[r].available, slot);
    }
    return n;
}

static int count_interpreters(const struct event *event, const struct slot *slot)
{
    int n = 0;
    for (int i = 0; i < event->n_interpreters; i++) {
        n += is_open(&event->interpreter[i].available, slot);
    }
    return n;
}

static void add_of(struct report_table *table, int n, int of)
{
    struct html *html = &table->report->html;
    report_cell_open(table, "n");
    html_number(html, n);
    html_text(html, " / ");
    html_number(html, of);
    html_close(html);
}

static void write_slots(struct report *report, const struct load *load)
{
    static const struct report_column column[] = {
        {PAGE_WHEN, NULL, false},       {PAGE_ROOMS, NULL, true},
        {PAGE_LOAD_SHARE, NULL, false}, {PAGE_INTERPRETERS, NULL, true},
        {PAGE_LOAD_SHARE, NULL, false},
    };
    const struct event *event = report->in->event;
    struct report_table table = {
        report, "slots", column, event->n_interpreters > 0 ? 5 : 3, true, 0};
    report_table_begin(&table);
    for (int s = 0; s < event->n_slots; s++) {
        const struct slot *slot = &event->slot[s];
        int n_rooms = count_rooms(event, slot);
        int n_interpreters = count_interpreters(event, slot);
        bool new_day = s == 0 || !page_time_same_day(event, slot->start_s,
                                                     event->slot[s - 1].start_s);
        report_row(&table);
        report_cell_open(&table, NULL);
        if (new_day) {
            page_time_date(&report->html, *report->arena, event, slot->start_s);
            html_text(&report->html, " ");
        }
        page_time_span(&report->html, *report->arena, event, slot->start_s,
                       slot->end_s);
        html_close(&report->html);
        add_of(&table, load->slot[s], n_rooms);
        report_cell_share(&table, load->slot[s], n_rooms);
        if (event->n_interpreters > 0) {
            add_of(&table, load->interpreted[s], n_interpreters);
            report_cell_share(&table, load->interpreted[s], n_interpreters);
        }
    }
    report_table_end(&table);
}

static void write_rooms(struct report *report, const struct load *load)
{
    static const struct report_column column[] = {
        {PAGE_ROOM, NULL, false},
        {PAGE_CAPACITY, NULL, true},
        {PAGE_USED, NULL, true},
        {PAGE_LOAD_SHARE, NULL, false},
    };
    const struct event *event = report->in->event;
    struct report_table table = {report,
                                 "rooms",
                                 column,
                                 sizeof column / sizeof *column,
                                 event->n_rooms <= 30,
                                 0};
    report_table_begin(&table);
    for (int r = 0; r < event->n_rooms; r++) {
        const struct room *room = &event->room[r];
        int n = count_open(event, &room->available);
        report_row(&table);
        report_cell_open(&table, NULL);
        html_leaf(&report->html, "span", NULL, room->id);
        html_text(&report->html, " ");
        html_open(&report->html, "a");
        if (html_link_out(&report->html, room->url)) {
            html_text(&report->html, room->name[0] ? room->name : room->id);
        } else {
            html_text(&report->html, room->name);
        }
        html_close(&report->html);
        html_close(&report->html);
        if (room->capacity == NO_LIMIT) {
            report_cell(&table, "–");
        } else {
            report_cell_number(&table, room->capacity);
        }
        add_of(&table, load->room[r], n);
        report_cell_share(&table, load->room[r], n);
    }
    report_table_end(&table);
}

static void add_pairs(struct report_table *table, const struct strings *pairs)
{
    struct html *html = &table->report->html;
    report_cell_open(table, NULL);
    for (int k = 0; k < pairs->n; k++) {
        html_text(html, k > 0 ? ", " : "");
        html_text(html, text_upper(table->report->arena, pairs->text[k]));
    }
    html_close(html);
}

static void write_interpreters(struct report *report, const struct load *load)
{
    static const struct report_column column[] = {
        {PAGE_INTERPRETERS, NULL, false}, {PAGE_LANGUAGES, NULL, false},
        {PAGE_USED, NULL, true},          {PAGE_LOAD_SHARE, NULL, false},
        {PAGE_LIMIT, NULL, true},         {PAGE_IN_A_ROW, NULL, true},
    };
    const struct event *event = report->in->event;
    struct report_table table = {report,
                                 "interpreters",
                                 column,
                                 sizeof column / sizeof *column,
                                 event->n_interpreters <= 30,
                                 0};
    report_table_begin(&table);
    for (int i = 0; i < event->n_interpreters; i++) {
        const struct interpreter *who = &event->interpreter[i];
        int n = count_open(event, &who->available);
        report_row(&table);
        report_cell_open(&table, NULL);
        html_leaf(&report->html, "span", NULL, who->id);
        html_text(&report->html, " ");
        html_text(&report->html, who->name);
        html_close(&report->html);
        add_pairs(&table, &who->pairs);
        add_of(&table, load->interpreter[i], n);
        report_cell_share(&table, load->interpreter[i], n);
        if (who->max_meetings == NO_LIMIT) {
            report_cell(&table, "–");
        } else {
            report_cell_number(&table, who->max_meetings);
        }
        report_cell_number(&table, load->longest[i]);
    }
    report_table_end(&table);
}

void report_write_load(struct report *report)
{
    struct html *html = &report->html;
    const struct load load = count(report);
    report_section(report, "load", PAGE_LOAD);
    page_text_leaf(html, "h3", NULL, PAGE_TIMES);
    write_slots(report, &load);
    html_open(html, "div");
    html_attr(html, "class", "pair");
    html_open(html, "div");
    page_text_leaf(html, "h3", NULL, PAGE_ROOMS);
    write_rooms(report, &load);
    html_close(html);
    if (report->in->event->n_interpreters > 0) {
        html_open(html, "div");
        page_text_leaf(html, "h3", NULL, PAGE_INTERPRETERS);
        write_interpreters(report, &load);
        html_close(html);
    }
    html_close(html);
    html_close(html);
}
