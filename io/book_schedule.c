#include "io/book_schedule.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "io/book_sheet.h"
#include "io/reason_text.h"
#include "io/xlsx_write.h"
#include "scheduler/base/buf.h"
#include "scheduler/model/told.h"

enum {
    N_SHEETS = 6, /* but for grids */
    GRID_WIDTH = 20,
    GRID_ROOMS = 10, /* on one sheet */
    MOST_GRIDS = 20, /* then the last has all that are left */
};

struct book {
    struct arena *arena;
    const struct event *event;
    const struct eligibility *elig;
    const struct schedule *schedule;
    struct xlsx_out *out;
};

static const char *organisation(const struct event *event, const char *id)
{
    int p = event_find_participant(event, id);
    return p >= 0 && event->participant[p].organisation[0] != '\0'
               ? event->participant[p].organisation
               : id;
}

/* The organisations of these participants, but for one of them (NULL: of all). */
static const char *organisations(const struct book *book, const struct strings *ids,
                                 const char *without)
{
    struct buf buf;
    buf_init(&buf, book->arena);
    buf_add_text(&buf, "");
    for (int k = 0; k < ids->n; k++) {
        if (!without || strcmp(ids->text[k], without) != 0) {
            buf_printf(&buf, "%s%s", buf.len > 0 ? "; " : "",
                       organisation(book->event, ids->text[k]));
        }
    }
    return buf.data;
}

/* A room that the event knows no more is as people were told. */
static const char *room_name(const struct event *event,
                             const struct schedule_meeting *meeting)
{
    const char *name = meeting->r >= 0 ? event->room[meeting->r].name
                                       : told_room_name(meeting, "");
    return name && name[0] != '\0' ? name : meeting->room_id;
}

static const char *interpreter_name(const struct event *event,
                                    const struct schedule_meeting *meeting)
{
    const char *name = meeting->i >= 0 ? event->interpreter[meeting->i].name : "";
    return name[0] != '\0' ? name : meeting->interpreter_id;
}

static const char *status_of(const struct schedule_meeting *meeting)
{
    return meeting->tentative ? "tentative" : "confirmed";
}

static void add_levels(const struct book *book, struct book_sheet *sheet)
{
    static const char *const head[] = {"Aim / 目標", "Value / 値", "Bound / 限界",
                                       "Proven best / 最適", NULL};
    const struct schedule *schedule = book->schedule;
    book_sheet_add_heads(sheet, head);
    book_sheet_end_row(sheet);
    for (int k = 0; k < schedule->n_levels; k++) {
        const struct level_result *level = &schedule->level[k];
        book_sheet_add(sheet, level_name(level->level));
        book_sheet_add_number(sheet, level->value);
        if (level->has_bound) {
            book_sheet_add_number(sheet, level->bound);
        } else {
            book_sheet_add(sheet, "");
        }
        book_sheet_add(sheet, level->optimal ? "yes / はい" : "no / いいえ");
        book_sheet_end_row(sheet);
    }
}

static void add_count(struct book_sheet *sheet, const char *what, int64_t n)
{
    book_sheet_add(sheet, what);
    book_sheet_add_number(sheet, n);
    book_sheet_end_row(sheet);
}

static void add_overview(const struct book *book)
{
    const struct event *event = book->event;
    struct book_sheet sheet;
    int n_interpreted = 0, n_possible = 0;
    for (int k = 0; k < book->schedule->n_meetings; k++) {
        n_interpreted += book->schedule->meeting[k].interpreter_id[0] != '\0';
    }
    for (int m = 0; m < book->elig->n_meetings; m++) {
        n_possible += book->elig->meeting[m].possible;
    }
    book_sheet_begin(book->arena, book->out, "Overview (概要)", &sheet);
    book_sheet_add_title(&sheet, event->name[0] != '\0' ? event->name : event->id);
    book_sheet_end_row(&sheet);
    book_sheet_end_row(&sheet);
    add_count(&sheet, "Meetings / 面談", book->schedule->n_meetings);
    add_count(&sheet, "Possible meetings / 実施可能な面談", n_possible);
    add_count(&sheet, "With interpreter / 通訳付き", n_interpreted);
    add_count(&sheet, "Waiting / 未成立", book->schedule->n_unscheduled);
    add_count(&sheet, "Participants / 参加団体", event->n_participants);
    add_count(&sheet, "Rooms / 部屋", event->n_rooms);
    add_count(&sheet, "Slots / 時間枠", event->n_slots);
    book_sheet_end_row(&sheet);
    add_levels(book, &sheet);
    book_sheet_end(&sheet);
}

/* For qsort(): by slot, then by room in the event's order, which is that of its
 * columns; meetings elsewhere come last. */
static int by_cell(const void *a, const void *b)
{
    const struct schedule_meeting *x = *(const struct schedule_meeting *const *)a;
    const struct schedule_meeting *y = *(const struct schedule_meeting *const *)b;
    if (x->s != y->s) {
        return x->s < y->s ? -1 : 1;
    }
    return (x->r > y->r) - (x->r < y->r);
}

static int by_room(const void *a, const void *b)
{
    const struct schedule_meeting *x = *(const struct schedule_meeting *const *)a;
    const struct schedule_meeting *y = *(const struct schedule_meeting *const *)b;
    int order = strcmp(x->room_id, y->room_id);
    return order != 0 ? order
                      : (x->start_s > y->start_s) - (x->start_s < y->start_s);
}

static int by_interpreter(const void *a, const void *b)
{
    const struct schedule_meeting *x = *(const struct schedule_meeting *const *)a;
    const struct schedule_meeting *y = *(const struct schedule_meeting *const *)b;
    int order = strcmp(x->interpreter_id, y->interpreter_id);
    return order != 0 ? order
                      : (x->start_s > y->start_s) - (x->start_s < y->start_s);
}

static const struct schedule_meeting **
sorted(const struct book *book, int (*compare)(const void *a, const void *b))
{
    int n = book->schedule->n_meetings;
    const struct schedule_meeting **meeting =
        arena_new(book->arena, n, const struct schedule_meeting *);
    for (int k = 0; k < n; k++) {
        meeting[k] = &book->schedule->meeting[k];
    }
    if (n > 0) {
        qsort(meeting, (size_t)n, sizeof *meeting, compare);
    }
    return meeting;
}

static const char *cell_text(const struct book *book,
                             const struct schedule_meeting *meeting)
{
    return organisations(book, &meeting->participant_ids, NULL);
}

/* One row for each slot, one column for each of these rooms. */
static void add_grid_part(const struct book *book, const char *name, int first_room,
                          int n_rooms)
{
    const struct event *event = book->event;
    const struct schedule_meeting **meeting = sorted(book, by_cell);
    struct book_sheet sheet;
    int k = 0, n = book->schedule->n_meetings;
    book_sheet_begin(book->arena, book->out, name, &sheet);
    book_sheet_add_head(&sheet, "Slot / 時間枠");
    book_sheet_add_clock_heads(&sheet, event);
    int first = sheet.column;
    for (int r = first_room; r < first_room + n_rooms; r++) {
        const struct room *room = &event->room[r];
        book_sheet_add_head(&sheet, room->name[0] != '\0' ? room->name : room->id);
    }
    book_sheet_end_heads(&sheet);
    sheet.out->has_filter = false;
    sheet.out->n_frozen_columns = first;
    sheet.most_width = GRID_WIDTH;
    for (int s = 0; s < event->n_slots; s++) {
        book_sheet_add(&sheet, event->slot[s].id);
        book_sheet_add_clocks(&sheet, event, event->slot[s].start_s);
        for (; k < n && meeting[k]->s <= s; k++) {
            int r = meeting[k]->r - first_room;
            if (meeting[k]->s == s && r >= 0 && r < n_rooms) {
                sheet.column = first + r;
                book_sheet_add_wrapped(&sheet, cell_text(book, meeting[k]));
            }
        }
        book_sheet_end_row(&sheet);
    }
    book_sheet_end(&sheet);
}

/* As many rooms on a sheet as can be read on one page. */
static void add_grid(const struct book *book)
{
    int n_rooms = book->event->n_rooms;
    int n_parts = n_rooms > 0 ? (n_rooms + GRID_ROOMS - 1) / GRID_ROOMS : 1;
    n_parts = n_parts > MOST_GRIDS ? MOST_GRIDS : n_parts;
    for (int k = 0; k < n_parts; k++) {
        int first = k * GRID_ROOMS, left = n_rooms - first;
        bool is_last = k + 1 == n_parts;
        const char *name =
            n_parts == 1 ? "Grid (一覧表)"
                         : arena_printf(book->arena, "Grid %d (一覧表)", k + 1);
        add_grid_part(book, name, first, is_last ? left : GRID_ROOMS);
    }
}

static void add_slots(const struct book *book)
{
    static const char *const head[] = {
        "Slot / 時間枠",        "Room / 部屋",      "Room name / 部屋名",
        "Organisations / 団体", "Topic / 議題",     "Interpreter / 通訳",
        "Status / 状態",        "Meeting / 面談ID", NULL};
    struct book_sheet sheet;
    book_sheet_begin(book->arena, book->out, "By slot (時間順)", &sheet);
    book_sheet_add_clock_heads(&sheet, book->event);
    book_sheet_add_heads(&sheet, head);
    book_sheet_end_heads(&sheet);
    for (int k = 0; k < book->schedule->n_meetings; k++) {
        const struct schedule_meeting *meeting = &book->schedule->meeting[k];
        book_sheet_add_clocks(&sheet, book->event, meeting->start_s);
        book_sheet_add(&sheet, meeting->slot_id);
        book_sheet_add(&sheet, meeting->room_id);
        book_sheet_add(&sheet, room_name(book->event, meeting));
        book_sheet_add(&sheet,
                       organisations(book, &meeting->participant_ids, NULL));
        book_sheet_add(&sheet, meeting->topic);
        book_sheet_add(&sheet, interpreter_name(book->event, meeting));
        book_sheet_add(&sheet, status_of(meeting));
        book_sheet_add(&sheet, meeting->id);
        book_sheet_end_row(&sheet);
    }
    book_sheet_end(&sheet);
}

struct visit {
    const char *id; /* of a participant */
    const struct schedule_meeting *meeting;
};

static int by_participant(const void *a, const void *b)
{
    const struct visit *x = a, *y = b;
    int order = strcmp(x->id, y->id);
    return order != 0 ? order
                      : (x->meeting->start_s > y->meeting->start_s) -
                            (x->meeting->start_s < y->meeting->start_s);
}

static struct visit *list_visits(const struct book *book, int *n)
{
    int most = 0;
    for (int k = 0; k < book->schedule->n_meetings; k++) {
        most += book->schedule->meeting[k].participant_ids.n;
    }
    struct visit *visit = arena_new(book->arena, most, struct visit);
    *n = 0;
    for (int k = 0; k < book->schedule->n_meetings; k++) {
        const struct schedule_meeting *meeting = &book->schedule->meeting[k];
        for (int i = 0; i < meeting->participant_ids.n; i++) {
            visit[(*n)++] =
                (struct visit){meeting->participant_ids.text[i], meeting};
        }
    }
    if (*n > 0) {
        qsort(visit, (size_t)*n, sizeof *visit, by_participant);
    }
    return visit;
}

static void add_visit(const struct book *book, struct book_sheet *sheet,
                      const struct visit *visit)
{
    const struct schedule_meeting *meeting = visit->meeting;
    int p = event_find_participant(book->event, visit->id);
    const struct participant *who = p >= 0 ? &book->event->participant[p] : NULL;
    book_sheet_add(sheet, organisation(book->event, visit->id));
    book_sheet_add(sheet, who ? who->organisation_ja : "");
    book_sheet_add(sheet, who ? who->side : "");
    if (who) {
        book_sheet_add_time(sheet, who->zone, meeting->start_s);
    } else {
        book_sheet_add(sheet, "");
    }
    book_sheet_add(sheet, who ? who->zone->name : "");
    book_sheet_add(sheet, meeting->room_id);
    book_sheet_add(sheet, room_name(book->event, meeting));
    book_sheet_add(sheet,
                   organisations(book, &meeting->participant_ids, visit->id));
    book_sheet_add(sheet, meeting->topic);
    book_sheet_add(sheet, interpreter_name(book->event, meeting));
    book_sheet_add(sheet, status_of(meeting));
    book_sheet_add(sheet, visit->id);
    book_sheet_add(sheet, meeting->id);
    book_sheet_end_row(sheet);
}

static void add_participants(const struct book *book)
{
    static const char *const head[] = {"Organisation / 団体",
                                       "Organisation (Japanese) / 団体名",
                                       "Side / 側",
                                       "Own time / 現地時刻",
                                       "Time zone / タイムゾーン",
                                       "Room / 部屋",
                                       "Room name / 部屋名",
                                       "With / 相手",
                                       "Topic / 議題",
                                       "Interpreter / 通訳",
                                       "Status / 状態",
                                       "Participant / 参加者ID",
                                       "Meeting / 面談ID",
                                       NULL};
    struct book_sheet sheet;
    int n;
    const struct visit *visit = list_visits(book, &n);
    book_sheet_begin(book->arena, book->out, "By participant (参加者別)", &sheet);
    book_sheet_add_heads(&sheet, head);
    book_sheet_end_heads(&sheet);
    for (int k = 0; k < n; k++) {
        add_visit(book, &sheet, &visit[k]);
    }
    book_sheet_end(&sheet);
}

static void add_rooms(const struct book *book)
{
    static const char *const head[] = {"Room / 部屋", "Room name / 部屋名", NULL};
    static const char *const rest[] = {"Organisations / 団体", "Interpreter / 通訳",
                                       "Link / リンク", "Meeting / 面談ID", NULL};
    const struct schedule_meeting **meeting = sorted(book, by_room);
    struct book_sheet sheet;
    book_sheet_begin(book->arena, book->out, "By room (部屋別)", &sheet);
    book_sheet_add_heads(&sheet, head);
    book_sheet_add_clock_heads(&sheet, book->event);
    book_sheet_add_heads(&sheet, rest);
    book_sheet_end_heads(&sheet);
    for (int k = 0; k < book->schedule->n_meetings; k++) {
        const struct schedule_meeting *at = meeting[k];
        book_sheet_add(&sheet, at->room_id);
        book_sheet_add(&sheet, room_name(book->event, at));
        book_sheet_add_clocks(&sheet, book->event, at->start_s);
        book_sheet_add(&sheet, organisations(book, &at->participant_ids, NULL));
        book_sheet_add(&sheet, interpreter_name(book->event, at));
        book_sheet_add(&sheet, at->r >= 0 ? book->event->room[at->r].url
                                          : at->told.room_url);
        book_sheet_add(&sheet, at->id);
        book_sheet_end_row(&sheet);
    }
    book_sheet_end(&sheet);
}

static void add_interpreters(const struct book *book)
{
    static const char *const head[] = {"Interpreter / 通訳", NULL};
    static const char *const rest[] = {"Room / 部屋", "Organisations / 団体",
                                       "Interpreter id / 通訳ID",
                                       "Meeting / 面談ID", NULL};
    const struct schedule_meeting **meeting = sorted(book, by_interpreter);
    struct book_sheet sheet;
    book_sheet_begin(book->arena, book->out, "Interpreters (通訳)", &sheet);
    book_sheet_add_heads(&sheet, head);
    book_sheet_add_clock_heads(&sheet, book->event);
    book_sheet_add_heads(&sheet, rest);
    book_sheet_end_heads(&sheet);
    for (int k = 0; k < book->schedule->n_meetings; k++) {
        const struct schedule_meeting *at = meeting[k];
        if (at->interpreter_id[0] == '\0') {
            continue;
        }
        book_sheet_add(&sheet, interpreter_name(book->event, at));
        book_sheet_add_clocks(&sheet, book->event, at->start_s);
        book_sheet_add(&sheet, at->room_id);
        book_sheet_add(&sheet, organisations(book, &at->participant_ids, NULL));
        book_sheet_add(&sheet, at->interpreter_id);
        book_sheet_add(&sheet, at->id);
        book_sheet_end_row(&sheet);
    }
    book_sheet_end(&sheet);
}

static const char *joined(struct arena *arena, const struct strings *texts)
{
    const char *all = "";
    for (int k = 0; k < texts->n; k++) {
        all = arena_printf(arena, "%s%s%s", all, k > 0 ? "; " : "", texts->text[k]);
    }
    return all;
}

static void add_waiting(const struct book *book)
{
    static const char *const head[] = {"Organisations / 団体",
                                       "Topic / 議題",
                                       "Worth / 重み",
                                       "Reason / 理由",
                                       "Explanation / 説明",
                                       "Requests / 希望ID",
                                       NULL};
    struct book_sheet sheet;
    book_sheet_begin(book->arena, book->out, "Waiting list (未成立)", &sheet);
    book_sheet_add_heads(&sheet, head);
    book_sheet_end_heads(&sheet);
    for (int k = 0; k < book->schedule->n_unscheduled; k++) {
        const struct unscheduled *entry = &book->schedule->unscheduled[k];
        book_sheet_add(&sheet, organisations(book, &entry->participant_ids, NULL));
        book_sheet_add(&sheet, entry->topic);
        book_sheet_add_number(
            &sheet, entry->m >= 0 ? book->elig->meeting[entry->m].value : 0);
        book_sheet_add(&sheet, reason_name(entry->reason));
        book_sheet_add(
            &sheet, reason_text(book->arena, book->event, book->schedule, entry));
        book_sheet_add(&sheet, joined(book->arena, &entry->request_ids));
        book_sheet_end_row(&sheet);
    }
    book_sheet_end(&sheet);
}

struct of_book { /* what it is made from */
    const struct event *event;
    const struct eligibility *elig;
    const struct schedule *schedule;
};

static void make(struct sink *sink, struct arena scratch, const void *of)
{
    const struct of_book *from = of;
    struct xlsx_out out = {
        arena_new(&scratch, N_SHEETS + MOST_GRIDS, struct xlsx_out_sheet), 0};
    const struct book book = {&scratch, from->event, from->elig, from->schedule,
                              &out};
    struct file_bytes bytes;
    struct error err;
    add_overview(&book);
    add_grid(&book);
    add_slots(&book);
    add_participants(&book);
    add_rooms(&book);
    add_interpreters(&book);
    add_waiting(&book);
    if (xlsx_write(&scratch, &out, &bytes, &err)) {
        buf_add(&sink->buf, bytes.bytes, bytes.len);
    } else {
        sink_fail(sink, EIO);
    }
}

void book_add_schedule(struct output *output, const struct event *event,
                       const struct eligibility *elig,
                       const struct schedule *schedule)
{
    if (xlsx_can_write) {
        struct of_book *of = arena_new(output->arena, 1, struct of_book);
        *of = (struct of_book){event, elig, schedule};
        output_add_made(output, "schedule.xlsx", make, of);
    }
}
