#include "io/programme_parts.h"

#include <string.h>

#include "io/page_frame.h"
#include "io/page_time.h"
#include "scheduler/base/text.h"
#include "scheduler/model/told.h"

/* The page is readable as it is: day by day, block by block, slot by slot a list of
 * meetings with their rooms. Where there is space, the same elements stand in a grid of
 * rooms and times: classes y1, y2, ... are its rows, x1, x2, ... its columns. The
 * script finds everything it needs in attributes of these elements. */

enum { FIRST_ROW = 2, FIRST_COLUMN = 2 }; /* behind the times, and the rooms */

/* A room that the event knows no more is called as people were told. */
static const char *room_name(struct programme_page *page,
                             const struct schedule_meeting *meeting)
{
    const char *name = meeting->r >= 0 ? page->event->room[meeting->r].name
                                       : told_room_name(meeting, meeting->room_id);
    return name && name[0] != '\0' ? programme_masked(page, name)
                                   : meeting->room_id;
}

const char *programme_layout(struct programme_page *page)
{
    const struct programme *programme = &page->programme;
    int n_rows = 1, n_columns = 1;
    struct buf buf;
    buf_init(&buf, page->arena);
    for (int b = 0; b < programme->n_blocks; b++) {
        const struct programme_block *block = &programme->block[b];
        int rows = FIRST_ROW + block->n_bands + block->n_rooms;
        int columns = FIRST_COLUMN + block->n_columns;
        n_rows = rows > n_rows ? rows : n_rows;
        n_columns = columns > n_columns ? columns : n_columns;
        buf_printf(&buf, ".g%d{--columns:var(--rooms)", b + 1);
        for (int c = 0; c < block->n_columns; c++) {
            buf_add_text(&buf,
                         block->column[c].pause ? " var(--pause)" : " var(--slot)");
        }
        buf_printf(&buf, ";--rows:repeat(%d,auto)}\n", rows - 1);
    }
    for (int y = 1; y < n_rows; y++) {
        buf_printf(&buf, ".y%d{--y:%d}\n", y, y);
    }
    for (int x = 1; x <= n_columns; x++) {
        buf_printf(&buf, ".x%d{--x:%d}.e%d{--e:%d}\n", x, x, x, x);
    }
    return buf.data;
}

static void add_people_of(struct programme_page *page, const struct strings *ids)
{
    struct html *html = &page->html;
    for (int j = 0; j < ids->n; j++) {
        int p = event_find_participant(page->event, ids->text[j]);
        if (j > 0) {
            html_leaf(html, "b", NULL, " – ");
        }
        html_open(html, "a");
        html_link(html, "p=", ids->text[j]);
        html_attr_printf(html, "class", "s%d", p >= 0 ? page->colour[p] : 0);
        if (p >= 0) {
            page_name_content(html, page->name[p], page->name_ja[p]);
        } else {
            html_text(html, ids->text[j]);
        }
        html_close(html);
    }
}

static void add_meeting(struct programme_page *page,
                        const struct programme_block *block,
                        const struct programme_meeting *entry)
{
    struct html *html = &page->html;
    const struct schedule_meeting *meeting = &page->schedule->meeting[entry->k];
    html_open(html, "li");
    html_attr_printf(html, "class", "m y%d",
                     FIRST_ROW + block->n_bands + entry->row);
    html_leaf(html, "span", "r", room_name(page, meeting));
    html_leaf(html, "b", NULL, ": ");
    add_people_of(page, &meeting->participant_ids);
    if (meeting->interpreter_id[0] != '\0') {
        html_text(html, " ");
        page_text_leaf(html, "span", "i", PAGE_INTERPRETED);
    }
    if (meeting->tentative) {
        html_text(html, " ");
        page_text_leaf(html, "span", "t", PAGE_TO_BE_CONFIRMED);
    }
    html_close(html);
}

static void add_pause(struct programme_page *page,
                      const struct programme_column *column, int x)
{
    struct html *html = &page->html;
    html_open(html, "section");
    html_attr_printf(html, "class", "pause x%d", x);
    html_open(html, "h4");
    if (column->pause[0] != '\0') {
        html_leaf(html, "span", NULL, programme_masked(page, column->pause));
    } else {
        page_text_leaf(html, "span", NULL, PAGE_BREAK);
    }
    html_text(html, " ");
    page_time_span(html, *page->arena, page->event, column->start_s, column->end_s);
    html_close(html);
    html_close(html);
}

static void add_slot(struct programme_page *page,
                     const struct programme_block *block,
                     const struct programme_column *column, int x)
{
    struct html *html = &page->html;
    html_open(html, "section");
    html_attr_printf(html, "class", "slot x%d", x);
    html_open(html, "h4");
    page_time_span(html, *page->arena, page->event, column->start_s, column->end_s);
    html_close(html);
    html_open(html, "ul");
    html_text(html, "\n");
    for (int k = 0; k < column->n_meetings; k++) {
        struct arena *whole = page->arena;
        struct arena row = *whole; /* working space that goes with the meeting */
        page->arena = &row;
        add_meeting(page, block, &block->meeting[column->first + k]);
        page->arena = whole;
    }
    html_close(html);
    html_close(html);
}

/* For the script, which knows each person's agenda: whom the item is for. */
static void add_audience_attributes(struct programme_page *page,
                                    const struct agenda_item *item)
{
    struct html *html = &page->html;
    struct buf ids;
    if (item->audience == AUDIENCE_ALL) {
        html_flag(html, "data-all");
    } else if (item->audience == AUDIENCE_SIDE) {
        html_attr(html, "data-side", item->side);
    } else {
        buf_init(&ids, page->arena);
        buf_add_text(&ids, "");
        for (int k = 0; k < item->n_participants; k++) {
            buf_add_text(&ids, k > 0 ? " " : "");
            buf_add_text(&ids, page->event->participant[item->participant[k]].id);
        }
        html_attr(html, "data-for", ids.data);
    }
}

static void add_audience(struct programme_page *page,
                         const struct agenda_item *item)
{
    struct html *html = &page->html;
    if (item->audience != AUDIENCE_SIDE) {
        page_text_leaf(html, "span", "for",
                       item->audience == AUDIENCE_ALL ? PAGE_FOR_ALL
                                                      : PAGE_FOR_SOME);
        return;
    }
    html_open(html, "span");
    html_attr(html, "class", "for");
    html_attr(html, "data-t", page_text_key(PAGE_FOR_SIDE));
    html_attr(html, "data-1", item->side);
    html_text(html, "For ");
    html_text(html, item->side);
    html_close(html);
}

/* class: "item", with its place in a grid */
static void add_item(struct programme_page *page, const struct agenda_item *item,
                     const char *class)
{
    struct html *html = &page->html;
    html_open(html, "div");
    html_attr(html, "class", class);
    add_audience_attributes(page, item);
    page_time_span(html, *page->arena, page->event, item->start_s, item->end_s);
    html_text(html, " ");
    html_leaf(html, "strong", NULL, programme_masked(page, item->title));
    html_text(html, " ");
    add_audience(page, item);
    html_close(html);
}

/* The heads of the grid's rows: the list below says the room of each meeting. */
static void add_rooms(struct programme_page *page,
                      const struct programme_block *block)
{
    struct html *html = &page->html;
    html_open(html, "div");
    html_attr(html, "class", "rooms");
    html_attr(html, "aria-hidden", "true");
    html_open(html, "span");
    html_attr(html, "class", "corner");
    page_time_zone_names(html, *page->arena, page->event);
    html_close(html);
    for (int row = 0, k = 0; row < block->n_rooms; row++, k = 0) {
        while (block->meeting[k].row != row) {
            k++;
        }
        html_open(html, "div");
        html_attr_printf(html, "class", "row y%d",
                         FIRST_ROW + block->n_bands + row);
        html_leaf(html, "span", NULL,
                  room_name(page, &page->schedule->meeting[block->meeting[k].k]));
        html_close(html);
    }
    html_close(html);
}

static void add_block(struct programme_page *page, int b)
{
    struct html *html = &page->html;
    const struct programme_block *block = &page->programme.block[b];
    const char *title =
        block->session >= 0 ? page->event->session[block->session].title : "";
    html_open(html, "section");
    html_attr(html, "class", "block");
    if (title[0] != '\0') {
        html_leaf(html, "h3", NULL, programme_masked(page, title));
    } else {
        page_text_leaf(html, "h3", NULL, PAGE_MEETINGS);
    }
    html_open(html, "div");
    html_attr_printf(html, "class", "grid g%d", b + 1);
    html_attr(html, "role", "group");
    html_attr(html, "tabindex", "0");
    page_text_label(html, PAGE_GRID_LABEL);
    add_rooms(page, block);
    for (int k = 0; k < block->n_bands; k++) {
        const struct programme_band *band = &block->band[k];
        add_item(page, &page->event->agenda[band->item],
                 arena_printf(page->arena, "item band y%d x%d e%d", FIRST_ROW + k,
                              FIRST_COLUMN + band->first,
                              FIRST_COLUMN + band->end));
    }
    for (int c = 0; c < block->n_columns; c++) {
        if (block->column[c].pause) {
            add_pause(page, &block->column[c], FIRST_COLUMN + c);
        } else {
            add_slot(page, block, &block->column[c], FIRST_COLUMN + c);
        }
    }
    html_close(html);
    html_close(html);
}

void programme_write_days(struct programme_page *page)
{
    struct html *html = &page->html;
    const struct programme *programme = &page->programme;
    for (int k = 0; k < programme->n_parts; k++) {
        const struct programme_part *part = &programme->part[k];
        bool is_first = k == 0 || !page_time_same_day(
                                      page->event, programme->part[k - 1].start_s,
                                      part->start_s);
        if (is_first && k > 0) {
            html_close(html);
        }
        if (is_first) {
            html_open(html, "section");
            html_attr(html, "class", "day");
            html_open(html, "h2");
            page_time_date(html, *page->arena, page->event, part->start_s);
            html_close(html);
        }
        if (part->block >= 0) {
            add_block(page, part->block);
        } else {
            add_item(page, &page->event->agenda[part->item], "item");
        }
    }
    if (programme->n_parts > 0) {
        html_close(html);
    } else {
        page_text_leaf(html, "p", "empty", PAGE_AGENDA_EMPTY);
    }
}
