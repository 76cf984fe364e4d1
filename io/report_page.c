#include "io/report_page.h"

#include <inttypes.h>

#include "io/page_frame.h"
#include "io/page_time.h"
#include "io/report_parts.h"
#include "io/report_table.h"
#include "scheduler/model/told.h"

void report_section(struct report *report, const char *id, enum page_text title)
{
    struct html *html = &report->html;
    html_open(html, "section");
    html_attr(html, "id", id);
    html_attr_printf(html, "aria-labelledby", "%s-title", id);
    html_open(html, "h2");
    html_attr_printf(html, "id", "%s-title", id);
    page_text_content(html, title);
    html_close(html);
}

const char *report_name(const struct event *event, const char *id)
{
    int p = event_find_participant(event, id);
    if (p < 0) {
        return id;
    }
    const struct participant *who = &event->participant[p];
    return who->organisation[0]      ? who->organisation
           : who->organisation_ja[0] ? who->organisation_ja
                                     : id;
}

const char *report_name_ja(const struct event *event, const char *id)
{
    int p = event_find_participant(event, id);
    return p >= 0 ? event->participant[p].organisation_ja : "";
}

static void add_name(struct report *report, const char *id)
{
    page_name_leaf(&report->html, "span", "name",
                   report_name(report->in->whole, id),
                   report_name_ja(report->in->whole, id));
}

void report_people(struct report *report, const struct strings *ids)
{
    for (int k = 0; k < ids->n; k++) {
        html_text(&report->html, k > 0 ? " – " : "");
        add_name(report, ids->text[k]);
    }
}

static void add_note(struct html *html, const char *text)
{
    if (text[0] != '\0') {
        html_leaf(html, "span", "note", text);
    }
}

static void add_wish(struct report *report, const struct request *request)
{
    struct html *html = &report->html;
    const struct participant *participant = report->in->event->participant;
    html_open(html, "div");
    html_leaf(html, "span", "small", request->id);
    html_text(html, " ");
    add_name(report, participant[request->from].id);
    html_text(html, " → ");
    add_name(report, participant[request->to].id);
    for (int k = 0; k < request->n_also; k++) {
        html_text(html, ", ");
        add_name(report, participant[request->also[k]].id);
    }
    html_text(html, request->rank > 0 ? " (#" : " (");
    html_number(html, request->rank > 0 ? request->rank : request->priority);
    html_text(html, ")");
    add_note(html, request->message);
    add_note(html, request->note);
    html_close(html);
}

void report_wishes(struct report *report, const struct strings *request_ids)
{
    for (int k = 0; k < request_ids->n; k++) {
        int q = event_find_request(report->in->event, request_ids->text[k]);
        if (q >= 0) {
            add_wish(report, &report->in->event->request[q]);
        } else {
            html_leaf(&report->html, "div", "small", request_ids->text[k]);
        }
    }
}

bool report_counts(const struct report *report, int p)
{
    return !report->in->event->participant[p].cancelled ||
           report->tally[p].scheduled > 0;
}

static void add_fact(struct html *html, enum page_text what, int number, int of)
{
    html_open(html, "div");
    page_text_leaf(html, "dt", NULL, what);
    html_open(html, "dd");
    html_number(html, number);
    if (of >= 0) {
        html_open(html, "small");
        html_text(html, " / ");
        html_number(html, of);
        html_close(html);
    }
    html_close(html);
    html_close(html);
}

static void add_facts(struct report *report)
{
    struct html *html = &report->html;
    const struct report_input *in = report->in;
    int n_possible = 0, n_served = 0, n_people = 0, n_without = 0;
    for (int m = 0; m < in->elig->n_meetings; m++) {
        n_possible += in->elig->meeting[m].possible;
    }
    for (int k = 0; k < in->schedule->n_meetings; k++) {
        n_served += in->schedule->meeting[k].request_ids.n;
    }
    for (int p = 0; p < in->event->n_participants; p++) {
        n_people += report_counts(report, p);
        n_without += report_counts(report, p) && report->tally[p].scheduled == 0;
    }
    html_open(html, "dl");
    html_attr(html, "class", "facts");
    add_fact(html, PAGE_MEETINGS, in->schedule->n_meetings, n_possible);
    add_fact(html, PAGE_REQUESTS_SERVED, n_served, in->event->n_requests);
    add_fact(html, PAGE_ORGANISATIONS, n_people, -1);
    add_fact(html, PAGE_WITHOUT_MEETING, n_without, -1);
    add_fact(html, PAGE_ROOMS, in->event->n_rooms, -1);
    add_fact(html, PAGE_SLOTS, in->event->n_slots, -1);
    html_close(html);
}

static void add_header(struct report *report, const struct page_frame *frame)
{
    struct html *html = &report->html;
    html_open(html, "header");
    html_attr(html, "class", "top");
    html_open(html, "div");
    page_heading(html, frame);
    page_text_leaf(html, "p", "dates", PAGE_CONFIDENTIAL);
    html_close(html);
    page_language_choice(html);
    add_facts(report);
    html_close(html);
}

static void add_tools(struct report *report)
{
    struct html *html = &report->html;
    html_open(html, "form");
    html_attr(html, "id", "tools");
    page_text_label(html, PAGE_TOOLS);
    html_flag(html, "hidden");
    html_open(html, "label");
    page_text_leaf(html, "span", NULL, PAGE_ZONE);
    html_text(html, " ");
    html_open(html, "select");
    html_attr(html, "id", "zone");
    html_close(html);
    html_close(html);
    html_open(html, "button");
    html_attr(html, "type", "button");
    html_attr(html, "id", "print");
    page_text_content(html, PAGE_PRINT);
    html_close(html);
    html_close(html);
}

static void add_contents(struct report *report)
{
    static const struct {
        const char *id;
        enum page_text title;
    } entry[] = {
        {"proof", PAGE_PROOF},       {"fairness", PAGE_FAIRNESS},
        {"load", PAGE_LOAD},         {"not-served", PAGE_NOT_SERVED},
        {"changes", PAGE_CHANGES},   {"organisations", PAGE_ORGANISATIONS},
        {"meetings", PAGE_MEETINGS},
    };
    struct html *html = &report->html;
    html_open(html, "nav");
    page_text_label(html, PAGE_CONTENTS);
    html_open(html, "ul");
    for (size_t k = 0; k < sizeof entry / sizeof *entry; k++) {
        html_open(html, "li");
        html_open(html, "a");
        html_link(html, "", entry[k].id);
        page_text_content(html, entry[k].title);
        html_close(html);
        html_close(html);
    }
    html_close(html);
    html_close(html);
}

/* What of it people have not been told. */
static void add_news(struct report *report)
{
    const struct report_input *in = report->in;
    int n[3] = {0};
    for (int k = 0; k < in->recalled->n_meetings; k++) {
        const struct schedule_meeting *meeting = &in->recalled->meeting[k];
        n[meeting->sent.state == SENT_CONFIRMED] +=
            told_is_news(in->whole, meeting, false, -1, -1);
    }
    for (int k = 0; k < in->recalled->n_cancelled; k++) {
        n[2] += !schedule_is_as_sent(&in->recalled->cancelled[k], true);
    }
    if (n[0] + n[1] + n[2] == 0) {
        page_text_leaf(&report->html, "p", NULL, PAGE_NO_NEWS);
        return;
    }
    const char *value[4] = {NULL};
    for (int k = 0; k < 3; k++) {
        value[k] = arena_printf(report->arena, "%d", n[k]);
    }
    page_text_filled(&report->html, *report->arena, "p", NULL, PAGE_NEWS, value);
}

static void add_bound(struct report *report, const struct level_result *level)
{
    struct html *html = &report->html;
    if (level->optimal) {
        page_text_leaf(html, "strong", "good", PAGE_OPTIMAL);
    } else if (level->has_bound) {
        const char *bound = arena_printf(report->arena, "%" PRId64, level->bound);
        page_text_filled(html, *report->arena, "span", NULL,
                         level_is_maximised(level->level) ? PAGE_AT_MOST
                                                          : PAGE_AT_LEAST,
                         (const char *[]){bound, NULL});
    } else {
        page_text_leaf(html, "span", NULL, PAGE_NO_BOUND);
    }
}

static void write_proof(struct report *report)
{
    static const struct report_column column[] = {
        {PAGE_LEVEL, NULL, false},
        {PAGE_LEVEL_MEANING, NULL, false},
        {PAGE_VALUE, NULL, true},
        {PAGE_BOUND, NULL, false},
    };
    const struct schedule *schedule = report->in->schedule;
    struct html *html = &report->html;
    struct report_table table = {
        report, "proof", column, sizeof column / sizeof *column, true, 0};
    report_section(report, "proof", PAGE_PROOF);
    page_text_leaf(html, "p", "hint", PAGE_PROOF_HINT);
    report_table_begin(&table);
    for (int k = 0; k < schedule->n_levels; k++) {
        const struct level_result *level = &schedule->level[k];
        report_row(&table);
        report_cell(&table, level_name(level->level));
        report_cell_text(&table, PAGE_LEVELS + level->level);
        report_cell_number(&table, level->value);
        report_cell_open(&table, NULL);
        add_bound(report, level);
        html_close(html);
    }
    report_table_end(&table);
    add_news(report);
    page_text_filled(
        html, *report->arena, "p", "hint", PAGE_SEED,
        (const char *[]){
            arena_printf(report->arena, "%" PRIu64, schedule->seed),
            schedule->generator_version,
            arena_printf(report->arena, "%.12s", schedule->input_sha256),
            NULL,
        });
    html_close(html);
}

static void find_sides(struct report *report)
{
    const struct event *event = report->in->event;
    int n = event->n_participants;
    report->sides = (struct strings){arena_new(report->arena, n, const char *), n};
    report->side = arena_new(report->arena, n, int);
    for (int p = 0; p < n; p++) {
        report->sides.text[p] = event->participant[p].side;
    }
    strings_sort_once(&report->sides);
    for (int p = 0; p < n; p++) {
        report->side[p] = strings_find(&report->sides, event->participant[p].side);
    }
}

static void add_main(struct report *report)
{
    struct html *html = &report->html;
    html_open(html, "main");
    html_attr(html, "id", "content");
    html_attr(html, "tabindex", "-1");
    page_time_zones(html, *report->arena, report->in->event);
    write_proof(report);
    report_write_fairness(report);
    report_write_load(report);
    report_write_unserved(report);
    report_write_changes(report);
    report_write_organisations(report);
    report_write_meetings(report);
    html_close(html);
}

static void make_page(struct sink *sink, struct arena scratch, const void *of)
{
    const struct report_input *in = of;
    const struct event *event = in->event;
    struct report report = {.arena = &scratch, .in = in};
    report.tally = objective_tally(&scratch, event, in->elig, in->schedule);
    find_sides(&report);
    const struct page_frame frame = {
        .kind = PAGE_REPORT,
        .skip = PAGE_SKIP_REPORT,
        .end_of_texts = N_PAGE_TEXTS,
        .name = event->name[0]      ? event->name
                : event->name_ja[0] ? event->name_ja
                                    : event->id,
        .name_ja = event->name_ja,
        .style = page_report_css,
        .script = page_report_js,
        .layout = report_bar_rules(&scratch),
    };
    html_begin(&report.html, sink);
    page_begin(&report.html, scratch, &frame);
    add_header(&report, &frame);
    add_tools(&report);
    add_contents(&report);
    add_main(&report);
    html_open(&report.html, "footer");
    page_text_leaf(&report.html, "p", NULL, PAGE_MADE_BY);
    html_close(&report.html);
    page_end(&report.html, scratch, &frame);
}

void report_page_add(struct output *output, const struct report_input *input)
{
    struct report_input *copy = arena_new(output->arena, 1, struct report_input);
    *copy = *input;
    output_add_made(output, "report.html", make_page, copy);
}
