#include "io/programme_page.h"

#include <stdlib.h>
#include <string.h>

#include "io/contact_addresses.h"
#include "io/html_write.h"
#include "io/page_frame.h"
#include "io/page_time.h"
#include "io/programme_parts.h"
#include "io/unicode.h"
#include "scheduler/base/text.h"
#include "scheduler/model/sent_agenda.h"

enum { MOST_ROOMS = 150 }; /* of a grid: of more it is no overview any more */
enum { N_COLOURS = 6 };    /* of sides, in programme.css */

struct programme_source {
    const struct event *event;
    const struct schedule *schedule;
};

const char *programme_masked(struct programme_page *page, const char *text)
{
    return contact_addresses_mask(page->arena, page->event, text);
}

static void name_participants(struct programme_page *page)
{
    const struct event *event = page->event;
    int n = event->n_participants;
    struct strings sides = {arena_new(page->arena, n, const char *), n};
    page->name = arena_new(page->arena, n, const char *);
    page->name_ja = arena_new(page->arena, n, const char *);
    page->colour = arena_new(page->arena, n, int);
    page->is_in = arena_new(page->arena, n, bool);
    for (int p = 0; p < n; p++) {
        const struct participant *who = &event->participant[p];
        const char *name = who->organisation[0]      ? who->organisation
                           : who->organisation_ja[0] ? who->organisation_ja
                                                     : who->id;
        page->name[p] = programme_masked(page, name);
        page->name_ja[p] = programme_masked(page, who->organisation_ja);
        sides.text[p] = who->side;
    }
    strings_sort_once(&sides);
    for (int p = 0; p < n; p++) {
        page->colour[p] =
            strings_find(&sides, event->participant[p].side) % N_COLOURS;
    }
}

/* An item that only interpreters have is a matter of the organiser's. */
static void choose_items(struct programme_page *page)
{
    const struct event *event = page->event;
    page->shows = arena_new(page->arena, event->n_agenda, bool);
    for (int k = 0; k < event->n_agenda; k++) {
        const struct agenda_item *item = &event->agenda[k];
        page->shows[k] =
            item->audience != AUDIENCE_LISTED || item->n_participants > 0;
    }
}

static void find_people(struct programme_page *page)
{
    const struct event *event = page->event;
    for (int k = 0; k < page->schedule->n_meetings; k++) {
        const struct strings *ids = &page->schedule->meeting[k].participant_ids;
        for (int j = 0; j < ids->n; j++) {
            int p = event_find_participant(event, ids->text[j]);
            if (p >= 0) {
                page->is_in[p] = true;
            }
        }
    }
    for (int p = 0; p < event->n_participants; p++) {
        for (int k = 0; k < event->n_agenda && !page->is_in[p]; k++) {
            page->is_in[p] =
                page->shows[k] && agenda_is_for(event, &event->agenda[k], p, -1);
        }
        page->n_in += page->is_in[p];
    }
}

struct entry { /* of the list of organisations */
    const char *key, *id;
    int p;
};

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    return order != 0 ? order : strcmp(x->id, y->id);
}

static void add_organisation(struct programme_page *page, int p)
{
    struct html *html = &page->html;
    const struct participant *who = &page->event->participant[p];
    html_open(html, "li");
    html_attr_printf(html, "id", "p=%s", who->id);
    html_open(html, "a");
    html_link(html, "p=", who->id);
    html_attr_printf(html, "class", "s%d", page->colour[p]);
    html_attr(html, "data-side", who->side);
    html_attr(html, "data-country", who->country);
    html_attr(html, "data-zone", who->zone->name);
    page_name_content(html, page->name[p], page->name_ja[p]);
    html_close(html);
    if (page->name_ja[p][0] != '\0' &&
        strcmp(page->name[p], page->name_ja[p]) != 0) {
        html_text(html, " ");
        html_open(html, "span");
        html_attr(html, "class", "other");
        html_attr(html, "lang", "ja");
        html_attr(html, "data-ja", page->name[p]);
        html_text(html, page->name_ja[p]);
        html_close(html);
    }
    if (who->country[0] != '\0') {
        html_text(html, " ");
        html_leaf(html, "span", "country", who->country);
    }
    html_close(html);
}

static void add_organisations(struct programme_page *page)
{
    struct html *html = &page->html;
    struct entry *entry = arena_new(page->arena, page->n_in, struct entry);
    int n = 0;
    for (int p = 0; p < page->event->n_participants; p++) {
        if (page->is_in[p]) {
            entry[n++] = (struct entry){unicode_folded(page->arena, page->name[p]),
                                        page->event->participant[p].id, p};
        }
    }
    qsort(entry, (size_t)n, sizeof *entry, compare_entries);
    html_open(html, "section");
    html_attr(html, "id", "organisations");
    html_attr(html, "aria-labelledby", "organisations-title");
    html_open(html, "h2");
    html_attr(html, "id", "organisations-title");
    page_text_content(html, PAGE_ORGANISATIONS);
    html_close(html);
    page_text_leaf(html, "p", "hint", PAGE_ORGANISATIONS_HINT);
    html_open(html, "ul");
    html_attr(html, "class", "directory");
    html_text(html, "\n");
    for (int k = 0; k < n; k++) {
        add_organisation(page, entry[k].p);
    }
    html_close(html);
    html_close(html);
}

static int count_rooms(struct programme_page *page)
{
    int n = 0;
    bool *is_used = arena_new(page->arena, page->event->n_rooms, bool);
    for (int k = 0; k < page->schedule->n_meetings; k++) {
        int r = page->schedule->meeting[k].r;
        n += r >= 0 && !is_used[r];
        if (r >= 0) {
            is_used[r] = true;
        }
    }
    return n;
}

static void add_fact(struct html *html, enum page_text what, int number)
{
    html_open(html, "div");
    page_text_leaf(html, "dt", NULL, what);
    html_open(html, "dd");
    html_number(html, number);
    html_close(html);
    html_close(html);
}

static void add_header(struct programme_page *page, const struct page_frame *frame)
{
    struct html *html = &page->html;
    const struct programme *programme = &page->programme;
    html_open(html, "header");
    html_attr(html, "class", "top");
    html_open(html, "div");
    page_heading(html, frame);
    if (programme->n_parts > 0) {
        const struct programme_part *last =
            &programme->part[programme->n_parts - 1];
        html_open(html, "p");
        html_attr(html, "class", "dates");
        page_time_date(html, *page->arena, page->event, programme->part[0].start_s);
        if (!page_time_same_day(page->event, programme->part[0].start_s,
                                last->start_s)) {
            html_text(html, " – ");
            page_time_date(html, *page->arena, page->event, last->start_s);
        }
        html_close(html);
    }
    html_close(html);
    html_open(html, "dl");
    html_attr(html, "class", "facts");
    add_fact(html, PAGE_MEETINGS, page->schedule->n_meetings);
    add_fact(html, PAGE_ORGANISATIONS, page->n_in);
    add_fact(html, PAGE_ROOMS, count_rooms(page));
    html_close(html);
    page_language_choice(html);
    html_close(html);
}

/* class "filter": behind a button where there is little space */
static void add_choice(struct html *html, const char *class, enum page_text label,
                       const char *id)
{
    html_open(html, "label");
    html_attr(html, "class", class);
    page_text_leaf(html, "span", NULL, label);
    html_text(html, " ");
    html_open(html, "select");
    html_attr(html, "id", id);
    html_close(html);
    html_close(html);
}

static void add_button(struct html *html, const char *id, enum page_text text)
{
    html_open(html, "button");
    html_attr(html, "type", "button");
    html_attr(html, "id", id);
    page_text_content(html, text);
    html_close(html);
}

/* Hidden until the script has filled it. */
static void add_tools(struct programme_page *page)
{
    struct html *html = &page->html;
    html_open(html, "form");
    html_attr(html, "id", "tools");
    html_attr(html, "role", "search");
    page_text_label(html, PAGE_TOOLS);
    html_flag(html, "hidden");
    html_open(html, "label");
    html_attr(html, "class", "search");
    page_text_leaf(html, "span", NULL, PAGE_SEARCH);
    html_text(html, " ");
    html_open(html, "input");
    html_attr(html, "id", "q");
    html_attr(html, "type", "search");
    html_attr(html, "autocomplete", "off");
    page_text_placeholder(html, PAGE_SEARCH_HINT);
    html_close(html);
    html_close(html);
    add_choice(html, "filter", PAGE_DAY, "day");
    add_choice(html, "filter", PAGE_COUNTRY, "country");
    add_choice(html, "zone", PAGE_ZONE, "zone");
    html_open(html, "label");
    html_attr(html, "class", "check filter");
    html_open(html, "input");
    html_attr(html, "id", "interpreted");
    html_attr(html, "type", "checkbox");
    html_close(html);
    html_text(html, " ");
    page_text_leaf(html, "span", NULL, PAGE_INTERPRETED_ONLY);
    html_close(html);
    html_open(html, "div");
    html_attr(html, "class", "buttons");
    html_open(html, "button");
    html_attr(html, "type", "button");
    html_attr(html, "id", "more");
    html_attr(html, "aria-expanded", "false");
    page_text_content(html, PAGE_FILTERS);
    html_close(html);
    add_button(html, "view", PAGE_LIST);
    add_button(html, "print", PAGE_PRINT);
    add_button(html, "print-agendas", PAGE_PRINT_AGENDAS);
    add_button(html, "reset", PAGE_RESET);
    html_close(html);
    html_open(html, "p");
    html_attr(html, "id", "shown");
    html_attr(html, "role", "status");
    html_close(html);
    html_close(html);
}

static bool has_links(const struct event *event)
{
    for (int r = 0; r < event->n_rooms; r++) {
        if (event->room[r].url[0] != '\0') {
            return true;
        }
    }
    return false;
}

static void add_footer(struct programme_page *page)
{
    struct html *html = &page->html;
    const char *organizer = page->event->organizer.name;
    html_open(html, "footer");
    if (organizer[0] != '\0') {
        html_open(html, "p");
        html_attr(html, "data-t", page_text_key(PAGE_ORGANISED_BY));
        html_attr(html, "data-1", programme_masked(page, organizer));
        html_text(html, "Organised by ");
        html_text(html, programme_masked(page, organizer));
        html_close(html);
    }
    if (has_links(page->event)) {
        page_text_leaf(html, "p", NULL, PAGE_LINKS_ELSEWHERE);
    }
    html_open(html, "noscript");
    page_text_leaf(html, "p", NULL, PAGE_NO_SCRIPT);
    html_close(html);
    page_text_leaf(html, "p", NULL, PAGE_MADE_BY);
    html_close(html);
}

static void add_main(struct programme_page *page)
{
    struct html *html = &page->html;
    html_open(html, "main");
    html_attr(html, "id", "content");
    html_attr(html, "tabindex", "-1");
    page_time_zones(html, *page->arena, page->event);
    html_open(html, "div");
    html_attr(html, "id", "agendas");
    html_flag(html, "hidden");
    html_close(html);
    html_open(html, "div");
    html_attr(html, "id", "programme");
    page_text_leaf(html, "p", "nothing", PAGE_NOTHING);
    programme_write_days(page);
    add_organisations(page);
    html_close(html);
    html_close(html);
}

static void make_page(struct sink *sink, struct arena scratch, const void *of)
{
    const struct programme_source *source = of;
    struct programme_page page = {
        .arena = &scratch, .event = source->event, .schedule = source->schedule};
    const struct event *event = page.event;
    name_participants(&page);
    choose_items(&page);
    find_people(&page);
    programme_build(&scratch, event, page.schedule, page.shows, &page.programme);
    const struct page_frame frame = {
        .kind = PAGE_PROGRAMME,
        .skip = PAGE_SKIP,
        .end_of_texts = N_PROGRAMME_TEXTS,
        .name = programme_masked(&page, event->name[0] != '\0'      ? event->name
                                        : event->name_ja[0] != '\0' ? event->name_ja
                                                                    : event->id),
        .name_ja = programme_masked(&page, event->name_ja),
        .style = page_programme_css,
        .script = page_programme_js,
        .is_large = page.programme.n_rooms > MOST_ROOMS,
        .layout = programme_layout(&page),
    };
    html_begin(&page.html, sink);
    page_begin(&page.html, scratch, &frame);
    add_header(&page, &frame);
    add_tools(&page);
    add_main(&page);
    add_footer(&page);
    page_end(&page.html, scratch, &frame);
}

void programme_page_add(struct output *output, const struct event *event,
                        const struct schedule *schedule)
{
    struct programme_source *source =
        arena_new(output->arena, 1, struct programme_source);
    *source = (struct programme_source){event, schedule};
    output_add_made(output, "programme.html", make_page, source);
}
