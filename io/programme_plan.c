#include "io/programme_plan.h"

#include <stdlib.h>
#include <string.h>

#include "io/page_time.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

int programme_compare_ids(const char *a, const char *b)
{
    const char *left = a, *right = b;
    while (*left != '\0' && *right != '\0') {
        if (is_digit(*left) && is_digit(*right)) {
            left += strspn(left, "0");
            right += strspn(right, "0");
            size_t n = strspn(left, "0123456789"), m = strspn(right, "0123456789");
            int order = n != m ? (n < m ? -1 : 1) : strncmp(left, right, n);
            if (order != 0) {
                return order;
            }
            left += n;
            right += m;
        } else if (*left != *right) {
            break;
        } else {
            left++;
            right++;
        }
    }
    int order = (unsigned char)*left - (unsigned char)*right;
    return order != 0 ? order : strcmp(a, b);
}

static int compare_texts(const void *a, const void *b)
{
    return programme_compare_ids(*(const char *const *)a, *(const char *const *)b);
}

static int compare_parts(const void *a, const void *b)
{
    const struct programme_part *x = a, *y = b;
    if (x->start_s != y->start_s) {
        return x->start_s < y->start_s ? -1 : 1;
    }
    /* Items before blocks. */
    return x->block != y->block ? (x->block < y->block ? -1 : 1)
                                : (x->item > y->item) - (x->item < y->item);
}

static int compare_columns(const void *a, const void *b)
{
    const struct programme_column *x = a, *y = b;
    if (x->start_s != y->start_s) {
        return x->start_s < y->start_s ? -1 : 1;
    }
    return x->end_s != y->end_s ? (x->end_s < y->end_s ? -1 : 1)
                                : (x->first > y->first) - (x->first < y->first);
}

static int session_of(const struct event *event,
                      const struct schedule_meeting *meeting)
{
    return meeting->s >= 0 ? event->slot[meeting->s].session : -1;
}

/* The block that the meeting belongs to; a new one if there is none. */
static struct programme_block *block_of(struct programme *programme,
                                        const struct event *event,
                                        const struct schedule_meeting *meeting)
{
    int session = session_of(event, meeting);
    for (int k = programme->n_blocks - 1; k >= 0; k--) {
        struct programme_block *block = &programme->block[k];
        if (block->session == session &&
            (session >= 0 ||
             page_time_same_day(event, block->start_s, meeting->start_s))) {
            return block;
        }
    }
    struct programme_block *block = &programme->block[programme->n_blocks++];
    *block = (struct programme_block){
        .session = session, .start_s = meeting->start_s, .end_s = meeting->end_s};
    return block;
}

/* Meetings are sorted by start, so that a block begins with its first. */
static void share_out(struct arena *arena, const struct event *event,
                      const struct schedule *schedule, struct programme *programme)
{
    int n = schedule->n_meetings;
    int *block = arena_new(arena, n, int);
    programme->block = arena_new(arena, n, struct programme_block);
    for (int k = 0; k < n; k++) {
        const struct schedule_meeting *meeting = &schedule->meeting[k];
        struct programme_block *of = block_of(programme, event, meeting);
        of->n_meetings++;
        of->end_s = meeting->end_s > of->end_s ? meeting->end_s : of->end_s;
        block[k] = (int)(of - programme->block);
    }
    for (int b = 0; b < programme->n_blocks; b++) {
        struct programme_block *of = &programme->block[b];
        of->meeting = arena_new(arena, of->n_meetings, struct programme_meeting);
        of->n_meetings = 0;
    }
    for (int k = 0; k < n; k++) {
        struct programme_block *of = &programme->block[block[k]];
        of->meeting[of->n_meetings++].k = k;
    }
}

static int find_row(const struct programme_block *block, const char *id)
{
    int low = 0, high = block->n_rooms;
    while (low + 1 < high) {
        int middle = (low + high) / 2;
        if (programme_compare_ids(block->room_id[middle], id) <= 0) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

static void find_rooms(struct arena *arena, const struct schedule *schedule,
                       struct programme_block *block)
{
    int n = 0;
    block->room_id = arena_new(arena, block->n_meetings, const char *);
    for (int k = 0; k < block->n_meetings; k++) {
        block->room_id[k] = schedule->meeting[block->meeting[k].k].room_id;
    }
    qsort(block->room_id, (size_t)block->n_meetings, sizeof *block->room_id,
          compare_texts);
    for (int k = 0; k < block->n_meetings; k++) {
        if (n == 0 || strcmp(block->room_id[n - 1], block->room_id[k]) != 0) {
            block->room_id[n++] = block->room_id[k];
        }
    }
    block->n_rooms = n;
    for (int k = 0; k < block->n_meetings; k++) {
        block->meeting[k].row =
            find_row(block, schedule->meeting[block->meeting[k].k].room_id);
    }
}

static int compare_meetings(const void *a, const void *b)
{
    const struct programme_meeting *x = a, *y = b;
    return x->row != y->row ? (x->row > y->row) - (x->row < y->row)
                            : (x->k > y->k) - (x->k < y->k);
}

/* One column for each time at which there are meetings, and the breaks between. */
static void find_columns(struct arena *arena, const struct event *event,
                         const struct schedule *schedule,
                         struct programme_block *block)
{
    const struct session *session =
        block->session >= 0 ? &event->session[block->session] : NULL;
    int n_breaks = session ? session->n_breaks : 0, n = 0;
    struct programme_column *column =
        arena_new(arena, block->n_meetings + n_breaks, struct programme_column);
    for (int k = 0; k < block->n_meetings; k++) {
        const struct schedule_meeting *meeting =
            &schedule->meeting[block->meeting[k].k];
        if (n == 0 || column[n - 1].start_s != meeting->start_s ||
            column[n - 1].end_s != meeting->end_s) {
            column[n++] = (struct programme_column){
                .start_s = meeting->start_s, .end_s = meeting->end_s, .first = k};
        }
        column[n - 1].n_meetings++;
    }
    for (int k = 0; k < n; k++) {
        qsort(block->meeting + column[k].first, (size_t)column[k].n_meetings,
              sizeof *block->meeting, compare_meetings);
    }
    for (int k = 0; k < n_breaks; k++) {
        const struct break_time *pause = &session->break_time[k];
        if (pause->start_s > block->start_s && pause->end_s < block->end_s) {
            column[n++] = (struct programme_column){.start_s = pause->start_s,
                                                    .end_s = pause->end_s,
                                                    .pause = pause->title};
        }
    }
    qsort(column, (size_t)n, sizeof *column, compare_columns);
    block->column = column;
    block->n_columns = n;
}

/* The columns that the item overlaps; false if none. */
static bool find_band(const struct programme_block *block,
                      const struct agenda_item *item, struct programme_band *band)
{
    band->first = band->end = 0;
    for (int c = 0; c < block->n_columns; c++) {
        const struct programme_column *column = &block->column[c];
        if (item->start_s < column->end_s && column->start_s < item->end_s) {
            band->first = band->end == 0 ? c : band->first;
            band->end = c + 1;
        }
    }
    return band->end > 0;
}

/* The block during which the item is, or NULL. */
static struct programme_block *block_during(struct programme *programme,
                                            const struct agenda_item *item,
                                            struct programme_band *band)
{
    for (int b = 0; b < programme->n_blocks; b++) {
        if (find_band(&programme->block[b], item, band)) {
            return &programme->block[b];
        }
    }
    return NULL;
}

static void place_items(struct arena *arena, const struct event *event,
                        const bool *shows, struct programme *programme)
{
    for (int b = 0; b < programme->n_blocks; b++) {
        programme->block[b].band =
            arena_new(arena, event->n_agenda, struct programme_band);
    }
    for (int item = 0; item < event->n_agenda; item++) {
        struct programme_band band = {.item = item};
        struct programme_block *block =
            shows[item] ? block_during(programme, &event->agenda[item], &band)
                        : NULL;
        if (block) {
            block->band[block->n_bands++] = band;
        } else if (shows[item]) {
            programme->part[programme->n_parts++] =
                (struct programme_part){event->agenda[item].start_s, -1, item};
        }
    }
}

void programme_build(struct arena *arena, const struct event *event,
                     const struct schedule *schedule, const bool *shows,
                     struct programme *programme)
{
    *programme = (struct programme){0};
    share_out(arena, event, schedule, programme);
    programme->part = arena_new(arena, programme->n_blocks + event->n_agenda,
                                struct programme_part);
    for (int b = 0; b < programme->n_blocks; b++) {
        struct programme_block *block = &programme->block[b];
        find_rooms(arena, schedule, block);
        find_columns(arena, event, schedule, block);
        programme->n_rooms = block->n_rooms > programme->n_rooms
                                 ? block->n_rooms
                                 : programme->n_rooms;
        programme->part[programme->n_parts++] =
            (struct programme_part){block->start_s, b, -1};
    }
    place_items(arena, event, shows, programme);
    qsort(programme->part, (size_t)programme->n_parts, sizeof *programme->part,
          compare_parts);
}
