#include "io/runsheet_page.h"

#include <string.h>

#include "io/host_guests.h"
#include "io/html_write.h"
#include "io/page_frame.h"
#include "io/page_time.h"
#include "io/texts.h"
#include "io/when.h"
#include "scheduler/base/buf.h"

struct runsheet_source {
    const struct event *event;
    const struct schedule *schedule;
};

struct runsheet {
    struct arena *arena;
    struct html html;
    const struct event *event;
    const struct schedule *schedule;
    struct guests guests;
    const char **before,
        **now;      /* rooms of the guests: in the slot before, in this */
    int first, end; /* the meetings of the slot at hand */
};

static const char *either(const char *first, const char *second)
{
    return first[0] != '\0' ? first : second;
}

static const char *room_name(const struct runsheet *sheet, const char *id)
{
    int r = event_find_room(sheet->event, id);
    return r >= 0 ? either(sheet->event->room[r].name, id) : id;
}

static const struct participant *find_participant(const struct runsheet *sheet,
                                                  const char *id)
{
    int p = event_find_participant(sheet->event, id);
    return p >= 0 ? &sheet->event->participant[p] : NULL;
}

/* The organisations of the meeting, "A – B". */
static void add_organisations(struct runsheet *sheet,
                              const struct schedule_meeting *meeting)
{
    struct html *html = &sheet->html;
    for (int k = 0; k < meeting->participant_ids.n; k++) {
        const char *id = meeting->participant_ids.text[k];
        const struct participant *who = find_participant(sheet, id);
        html_text(html, k > 0 ? " – " : "");
        page_name_leaf(html, "b", NULL, who ? either(who->organisation, id) : id,
                       who ? who->organisation_ja : "");
    }
}

static void add_people(struct runsheet *sheet, const char *room)
{
    struct html *html = &sheet->html;
    html_open(html, "p");
    html_attr(html, "class", "people");
    int n = 0;
    for (int i = 0; i < sheet->guests.first_interpreter; i++) {
        const struct guest *guest = &sheet->guests.guest[i];
        bool is_here = sheet->now[i] && strcmp(sheet->now[i], room) == 0;
        if (is_here && guest->contact >= 0) {
            html_text(html, n++ > 0 ? ", " : "");
            html_text(html, guest->name);
        }
    }
    html_close(html);
}

static void add_room(struct runsheet *sheet, const struct schedule_meeting *meeting)
{
    struct html *html = &sheet->html;
    html_open(html, "li");
    html_leaf(html, "span", "room", room_name(sheet, meeting->room_id));
    html_open(html, "div");
    html_open(html, "p");
    add_organisations(sheet, meeting);
    html_close(html);
    add_people(sheet, meeting->room_id);
    if (meeting->i >= 0) {
        const struct interpreter *who = &sheet->event->interpreter[meeting->i];
        html_open(html, "p");
        html_attr(html, "class", "people");
        page_text_leaf(html, "span", "badge", PAGE_INTERPRETED);
        html_text(html, " ");
        html_text(html, either(who->name, who->id));
        html_close(html);
    }
    html_close(html);
    html_close(html);
}

static void add_rooms(struct runsheet *sheet)
{
    struct html *html = &sheet->html;
    html_open(html, "div");
    html_attr(html, "class", "where");
    page_text_leaf(html, "h3", NULL, PAGE_WHO_IS_WHERE);
    html_open(html, "ul");
    html_text(html, "\n");
    for (int k = sheet->first; k < sheet->end; k++) {
        add_room(sheet, &sheet->schedule->meeting[k]);
    }
    html_close(html);
    html_close(html);
}

static void add_place(struct runsheet *sheet, const char *room, enum page_text none)
{
    if (room) {
        html_leaf(&sheet->html, "span", "room", room_name(sheet, room));
    } else {
        page_text_leaf(&sheet->html, "span", "none", none);
    }
}

static void add_move(struct runsheet *sheet, int i)
{
    struct html *html = &sheet->html;
    const struct guest *guest = &sheet->guests.guest[i];
    html_open(html, "li");
    html_leaf(html, "b", NULL, guest->name);
    if (guest->organisation[0] != '\0' &&
        strcmp(guest->organisation, guest->name) != 0) {
        html_text(html, " ");
        html_leaf(html, "small", NULL, guest->organisation);
    }
    html_text(html, " ");
    html_open(html, "span");
    html_attr(html, "class", "way");
    add_place(sheet, sheet->before[i], PAGE_MAIN_ROOM);
    html_text(html, " → ");
    add_place(sheet, sheet->now[i], PAGE_MAIN_ROOM);
    html_close(html);
    html_close(html);
}

static void add_moves(struct runsheet *sheet)
{
    struct html *html = &sheet->html;
    int n = 0;
    html_open(html, "div");
    html_attr(html, "class", "moves");
    page_text_leaf(html, "h3", NULL, PAGE_MOVES);
    html_open(html, "ul");
    html_text(html, "\n");
    for (int i = 0; i < sheet->guests.n; i++) {
        const char *a = sheet->before[i], *b = sheet->now[i];
        if (a && b ? strcmp(a, b) != 0 : a != b) {
            add_move(sheet, i);
            n++;
        }
    }
    html_close(html);
    if (n == 0) {
        page_text_leaf(html, "p", NULL, PAGE_NOBODY_MOVES);
    }
    html_close(html);
}

/* "09:25-09:45 Brussels / 16:25-16:45 Tokyo" */
static void add_clocks(struct runsheet *sheet, struct arena scratch,
                       enum language language, const struct slot *slot,
                       struct buf *buf)
{
    for (int z = 0; z < sheet->event->n_display_zones; z++) {
        const struct zone *zone = sheet->event->display_zone[z];
        buf_printf(buf, "%s%s-%s %s", z > 0 ? " / " : "",
                   when_clock_text(&scratch, language, zone, slot->start_s),
                   when_clock_text(&scratch, language, zone, slot->end_s),
                   zone_city(&scratch, zone));
    }
}

static void add_chat_line(struct runsheet *sheet, enum language language,
                          const struct schedule_meeting *meeting, struct buf *buf)
{
    buf_printf(buf, "%s: ", room_name(sheet, meeting->room_id));
    for (int k = 0; k < meeting->participant_ids.n; k++) {
        const char *id = meeting->participant_ids.text[k];
        const struct participant *who = find_participant(sheet, id);
        const char *name = who ? either(who->organisation, id) : id;
        if (who && language == LANGUAGE_JA) {
            name = either(who->organisation_ja, name);
        }
        buf_printf(buf, "%s%s", k > 0 ? " - " : "", name);
    }
    buf_add_text(buf, "\n");
}

static void add_chat(struct runsheet *sheet, enum language language,
                     const struct slot *slot)
{
    struct html *html = &sheet->html;
    struct arena scratch = *sheet->arena, text;
    struct buf buf;
    arena_init(&text);
    buf_init(&buf, &text);
    buf_printf(&buf, "%s\n", page_text_in(language, PAGE_CHAT_ASK));
    add_clocks(sheet, scratch, language, slot, &buf);
    buf_add_text(&buf, "\n");
    for (int k = sheet->first; k < sheet->end; k++) {
        add_chat_line(sheet, language, &sheet->schedule->meeting[k], &buf);
    }
    html_open(html, "div");
    html_attr(html, "class", "message");
    html_open(html, "pre");
    html_attr(html, "lang", language_tag(language));
    html_attr(html, "tabindex", "0");
    html_text(html, buf.data);
    html_close(html);
    html_open(html, "button");
    html_attr(html, "type", "button");
    html_attr(html, "class", "copy");
    html_flag(html, "hidden");
    page_text_content(html, PAGE_COPY);
    html_close(html);
    html_close(html);
    arena_finish(&text);
}

static void add_chats(struct runsheet *sheet, const struct slot *slot)
{
    struct html *html = &sheet->html;
    html_open(html, "div");
    html_attr(html, "class", "chat");
    page_text_leaf(html, "h3", NULL, PAGE_CHAT);
    add_chat(sheet, LANGUAGE_EN, slot);
    add_chat(sheet, LANGUAGE_JA, slot);
    html_close(html);
}

static void find_meetings(struct runsheet *sheet, const struct slot *slot)
{
    const struct schedule *schedule = sheet->schedule;
    int k = sheet->end;
    while (k < schedule->n_meetings &&
           schedule->meeting[k].start_s < slot->start_s) {
        k++;
    }
    sheet->first = k;
    while (k < schedule->n_meetings &&
           schedule->meeting[k].start_s == slot->start_s) {
        k++;
    }
    sheet->end = k;
}

static void add_slot(struct runsheet *sheet, int s)
{
    struct html *html = &sheet->html;
    const struct slot *slot = &sheet->event->slot[s];
    html_open(html, "section");
    html_attr(html, "class", "slot");
    html_attr_printf(html, "id", "slot=%s", slot->id);
    html_attr_number(html, "data-start", slot->start_s);
    html_attr_number(html, "data-end", slot->end_s);
    html_open(html, "h2");
    page_time_span(html, *sheet->arena, sheet->event, slot->start_s, slot->end_s);
    html_close(html);
    html_open(html, "div");
    html_attr(html, "class", "columns");
    add_rooms(sheet);
    add_moves(sheet);
    add_chats(sheet, slot);
    html_close(html);
    html_close(html);
}

static void add_slots(struct runsheet *sheet)
{
    const struct event *event = sheet->event;
    int n = sheet->guests.n, k = 0;
    sheet->before = arena_new(sheet->arena, n, const char *);
    sheet->now = arena_new(sheet->arena, n, const char *);
    for (int s = 0; s < event->n_slots; s++) {
        bool begins =
            s == 0 || event->slot[s - 1].session != event->slot[s].session;
        if (begins) {
            memset(sheet->before, 0, (size_t)n * sizeof *sheet->before);
        }
        if (begins && (s == 0 || !page_time_same_day(event, event->slot[s].start_s,
                                                     event->slot[s - 1].start_s))) {
            html_open(&sheet->html, "h2");
            html_attr(&sheet->html, "class", "day");
            page_time_date(&sheet->html, *sheet->arena, event,
                           event->slot[s].start_s);
            html_close(&sheet->html);
        }
        host_guests_find_rooms(event, sheet->schedule, &sheet->guests, s, &k,
                               sheet->now);
        find_meetings(sheet, &event->slot[s]);
        add_slot(sheet, s);
        const char **swapped = sheet->before;
        sheet->before = sheet->now;
        sheet->now = swapped;
    }
}

static void add_header(struct runsheet *sheet, const struct page_frame *frame)
{
    struct html *html = &sheet->html;
    html_open(html, "header");
    html_attr(html, "class", "top");
    html_open(html, "div");
    page_heading(html, frame);
    html_close(html);
    page_language_choice(html);
    html_close(html);
    html_open(html, "section"); /* filled by the script */
    html_attr(html, "id", "now");
    page_text_label(html, PAGE_CLOCK);
    html_flag(html, "hidden");
    html_open(html, "div");
    html_attr(html, "id", "clocks");
    html_attr(html, "role", "timer");
    html_close(html);
    html_open(html, "p");
    html_attr(html, "id", "next");
    html_close(html);
    html_close(html);
}

static void make(struct sink *sink, struct arena scratch, const void *of)
{
    const struct runsheet_source *source = of;
    const struct event *event = source->event;
    const struct page_frame frame = {
        .kind = PAGE_RUNSHEET,
        .skip = PAGE_SKIP,
        .end_of_texts = N_RUNSHEET_TEXTS,
        .name = either(event->name, event->id),
        .name_ja = event->name_ja,
        .style = page_runsheet_css,
        .script = page_runsheet_js,
        .layout = "",
    };
    struct runsheet sheet = {
        .arena = &scratch, .event = event, .schedule = source->schedule};
    host_guests_list(&scratch, event, &sheet.guests);
    html_begin(&sheet.html, sink);
    page_begin(&sheet.html, scratch, &frame);
    add_header(&sheet, &frame);
    html_open(&sheet.html, "main");
    html_attr(&sheet.html, "id", "content");
    html_attr(&sheet.html, "tabindex", "-1");
    page_time_zones(&sheet.html, scratch, event);
    html_text(&sheet.html, "\n");
    add_slots(&sheet);
    html_close(&sheet.html);
    page_end(&sheet.html, scratch, &frame);
}

void runsheet_add_page(struct output *output, const struct event *event,
                       const struct schedule *schedule)
{
    struct runsheet_source *source =
        arena_new(output->arena, 1, struct runsheet_source);
    *source = (struct runsheet_source){event, schedule};
    output_add_made(output, "runsheet.html", make, source);
}
