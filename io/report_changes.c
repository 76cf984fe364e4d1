#include "io/report_parts.h"

#include "io/page_time.h"
#include "io/report_table.h"
#include "scheduler/model/cause.h"
#include "scheduler/model/diff.h"
#include "scheduler/model/sent_agenda.h"

/* What has changed from what people were last sent, as the schedule before knows it. */

static const char *room_name(const struct event *event,
                             const struct diff_side *side)
{
    int r = event_find_room(event, side->room_id);
    if (side->room_name && side->room_name[0] != '\0') {
        return side->room_name;
    }
    return r >= 0 && event->room[r].name[0] != '\0' ? event->room[r].name
                                                    : side->room_id;
}

static void add_side(struct report_table *table, const struct diff_side *side)
{
    struct report *report = table->report;
    struct html *html = &report->html;
    const struct event *event = report->in->whole;
    report_cell_open(table, NULL);
    if (!side->is_held) {
        html_text(html, "–");
        html_close(html);
        return;
    }
    page_time_date(html, *report->arena, event, side->start_s);
    html_text(html, " ");
    page_time_span(html, *report->arena, event, side->start_s, side->end_s);
    html_text(html, " ");
    html_leaf(html, "span", NULL, room_name(event, side));
    if (side->interpreter_id[0] != '\0') {
        int i = event_find_interpreter(event, side->interpreter_id);
        html_text(html, ", ");
        html_text(html, i >= 0 && event->interpreter[i].name[0]
                            ? event->interpreter[i].name
                            : side->interpreter_id);
    }
    html_close(html);
}

static void add_change(struct report_table *table, const struct diff_entry *entry)
{
    struct report *report = table->report;
    struct html *html = &report->html;
    const char *words;
    report_row(table);
    report_cell_text(table, PAGE_CHANGE_KINDS + entry->kind);
    report_cell_open(table, NULL);
    report_people(report, &entry->meeting->participant_ids);
    html_text(html, " ");
    html_leaf(html, "span", "small", entry->meeting->id);
    html_close(html);
    add_side(table, &entry->before);
    add_side(table, &entry->now);
    cause_of_change(report->arena, report->in->whole, report->in->elig,
                    report->in->recalled, entry, &words);
    report_cell_open(table, NULL);
    html_attr(html, "lang", "en");
    html_text(html, words);
    html_close(html);
}

/* Of each agenda item, by its number: false if the organiser's own calendar has it as
 * it was sent, and it is for the same people. */
static bool *find_item_news(const struct report *report, const struct diff *diff)
{
    const struct event *event = report->in->whole;
    int n = agenda_n_numbers(event, diff->sent);
    bool *is_news = arena_new(report->arena, n, bool);
    struct diff_listeners listeners;
    for (int number = 0; number < n; number++) {
        is_news[number] =
            agenda_news(event, diff->sent, number, -1, -1) != ITEM_NO_NEWS;
    }
    diff_item_listeners(report->arena, event, report->in->recalled, &listeners);
    for (int k = 0; k < listeners.n_listeners; k++) {
        is_news[listeners.listener[k].item] |= !listeners.listener[k].language;
    }
    return is_news;
}

static void add_time(struct report_table *table, bool is_held, int64_t start_s,
                     int64_t end_s)
{
    struct report *report = table->report;
    struct html *html = &report->html;
    report_cell_open(table, NULL);
    if (is_held) {
        page_time_date(html, *report->arena, report->in->whole, start_s);
        html_text(html, " ");
        page_time_span(html, *report->arena, report->in->whole, start_s, end_s);
    } else {
        html_text(html, "–");
    }
    html_close(html);
}

static void add_item(struct report_table *table, const struct diff *diff,
                     int number)
{
    struct report *report = table->report;
    const struct event *event = report->in->whole;
    const struct agenda_item *item = agenda_item_at(event, number);
    const struct sent_item *sent = agenda_sent_at(event, diff->sent, number);
    bool was_held = sent && !sent->cancelled;
    enum diff_kind kind = !item                            ? DIFF_DROPPED
                          : !was_held                      ? DIFF_ADDED
                          : !sent_item_is_when(sent, item) ? DIFF_MOVED
                                                           : DIFF_DETAILS;
    const char *title = item ? item->title : sent->title;
    report_row(table);
    report_cell_text(table, PAGE_CHANGE_KINDS + kind);
    report_cell_open(table, NULL);
    html_text(&report->html, title[0] != '\0' ? title : item ? item->id : sent->id);
    html_close(&report->html);
    add_time(table, was_held, was_held ? sent->start_s : 0,
             was_held ? sent->end_s : 0);
    add_time(table, item, item ? item->start_s : 0, item ? item->end_s : 0);
    report_cell_open(table, NULL);
    html_close(&report->html);
}

static int count_changes(const struct report *report, const struct diff *diff,
                         const bool *is_item_news)
{
    int n = diff->n_entries - diff->n[DIFF_SAME];
    int n_numbers = agenda_n_numbers(report->in->whole, diff->sent);
    for (int number = 0; number < n_numbers; number++) {
        n += is_item_news[number];
    }
    return n;
}

static void write_table(struct report *report, const struct diff *diff,
                        const bool *is_item_news)
{
    static const struct report_column column[] = {
        {PAGE_CHANGE, NULL, false}, {PAGE_MEETING, NULL, false},
        {PAGE_BEFORE, NULL, false}, {PAGE_NOW, NULL, false},
        {PAGE_CAUSE, NULL, false},
    };
    struct report_table table = {
        report, "changes", column, sizeof column / sizeof *column, false, 0};
    report_table_begin(&table);
    for (int k = 0; k < diff->n_entries; k++) {
        if (diff->entry[k].kind != DIFF_SAME) {
            add_change(&table, &diff->entry[k]);
        }
    }
    int n_numbers = agenda_n_numbers(report->in->whole, diff->sent);
    for (int number = 0; number < n_numbers; number++) {
        if (is_item_news[number]) {
            add_item(&table, diff, number);
        }
    }
    report_table_end(&table);
}

void report_write_changes(struct report *report)
{
    const struct report_input *in = report->in;
    struct html *html = &report->html;
    struct diff diff;
    report_section(report, "changes", PAGE_CHANGES);
    if (!in->before) {
        page_text_leaf(html, "p", "hint", PAGE_NO_SCHEDULE_BEFORE);
        html_close(html);
        return;
    }
    page_text_leaf(html, "p", "hint", PAGE_CHANGES_HINT);
    diff_told(report->arena, in->whole, in->before, in->recalled, &diff);
    const bool *is_item_news = find_item_news(report, &diff);
    if (count_changes(report, &diff, is_item_news) == 0) {
        page_text_leaf(html, "p", NULL, PAGE_NO_CHANGES);
    } else {
        write_table(report, &diff, is_item_news);
    }
    html_close(html);
}
