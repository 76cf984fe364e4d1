#include "scheduler/model/event.h"

#include <string.h>

/* Binary search in a list of structs that begin at base, are size bytes apart
 * and have their id (a const char *) at offset; the list is sorted by strcmp. */
static int find(const void *base, int n, size_t size, size_t offset, const char *id)
{
    int low = 0, high = n;
    while (low < high) {
        int middle = low + (high - low) / 2;
        const char *other;
        memcpy(&other, (const char *)base + (size_t)middle * size + offset,
               sizeof other);
        int order = strcmp(other, id);
        if (order == 0) {
            return middle;
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return -1;
}

/* The same in two lists, one behind the other, each sorted. */
static int find_in_two(const void *base, int n_first, int n, size_t size,
                       size_t offset, const char *id)
{
    int k = find(base, n_first, size, offset, id);
    if (k >= 0 || n == n_first) {
        return k;
    }
    k = find((const char *)base + (size_t)n_first * size, n - n_first, size, offset,
             id);
    return k < 0 ? -1 : n_first + k;
}

int event_find_participant(const struct event *event, const char *id)
{
    return find_in_two(event->participant,
                       event->n_participants - event->n_left_participants,
                       event->n_participants, sizeof *event->participant,
                       offsetof(struct participant, id), id);
}

int event_find_room(const struct event *event, const char *id)
{
    return find(event->room, event->n_rooms, sizeof *event->room,
                offsetof(struct room, id), id);
}

bool event_room_has_own_link(const struct event *event, int r)
{
    const char *url = event->room[r].url;
    for (int k = 0; k < event->n_rooms && url[0] != '\0'; k++) {
        if (k != r && strcmp(event->room[k].url, url) == 0) {
            return false;
        }
    }
    return url[0] != '\0';
}

int event_find_interpreter(const struct event *event, const char *id)
{
    return find_in_two(event->interpreter,
                       event->n_interpreters - event->n_left_interpreters,
                       event->n_interpreters, sizeof *event->interpreter,
                       offsetof(struct interpreter, id), id);
}

bool event_has_left(const struct event *event, int p)
{
    return p >= event->n_participants - event->n_left_participants;
}

bool event_interpreter_has_left(const struct event *event, int i)
{
    return i >= event->n_interpreters - event->n_left_interpreters;
}

int event_find_request(const struct event *event, const char *id)
{
    return find(event->request, event->n_requests, sizeof *event->request,
                offsetof(struct request, id), id);
}

/* Slots are sorted by time, not by id. */
int event_find_slot(const struct event *event, const char *id)
{
    for (int s = 0; s < event->n_slots; s++) {
        if (strcmp(event->slot[s].id, id) == 0) {
            return s;
        }
    }
    return -1;
}

int event_find_times(const struct event *event, int64_t start_s, int64_t end_s)
{
    for (int s = 0; s < event->n_slots; s++) {
        if (event->slot[s].start_s == start_s && event->slot[s].end_s == end_s) {
            return s;
        }
    }
    return -1;
}

int contact_compare(const void *left, const void *right)
{
    const struct contact *a = left, *b = right;
    int order = strcmp(a->email, b->email);
    if (order == 0) {
        order = strcmp(a->name, b->name);
    }
    if (order == 0) {
        order = strcmp(a->name_ja, b->name_ja);
    }
    if (order == 0) {
        order = strcmp(a->job_title, b->job_title);
    }
    return order ? order : strcmp(a->language, b->language);
}

bool event_request_counts(const struct event *event, const struct request *request)
{
    return request->status == REQUEST_ACCEPTED ||
           (request->status == REQUEST_PENDING && event->rules.pending_scheduled);
}

bool windows_cover(const struct windows *windows, int64_t start_s, int64_t end_s)
{
    int64_t covered_s = start_s;
    if (windows->n == 0) {
        return false;
    }
    for (int k = 0; k < windows->n && windows->window[k].start_s <= covered_s;
         k++) {
        if (windows->window[k].end_s > covered_s) {
            covered_s = windows->window[k].end_s;
        }
    }
    return covered_s >= end_s;
}

bool windows_overlap(const struct windows *windows, int64_t start_s, int64_t end_s)
{
    for (int k = 0; k < windows->n; k++) {
        if (windows->window[k].start_s < end_s &&
            start_s < windows->window[k].end_s) {
            return true;
        }
    }
    return false;
}

static bool has_index(const int *list, int n, int index)
{
    for (int k = 0; k < n; k++) {
        if (list[k] == index) {
            return true;
        }
    }
    return false;
}

bool agenda_concerns(const struct event *event, const struct agenda_item *item,
                     int p)
{
    switch (item->audience) {
    case AUDIENCE_ALL:
        return true;
    case AUDIENCE_SIDE:
        return strcmp(event->participant[p].side, item->side) == 0;
    case AUDIENCE_LISTED:
        return has_index(item->participant, item->n_participants, p);
    }
    return false;
}

bool agenda_concerns_interpreter(const struct agenda_item *item, int i)
{
    return item->audience == AUDIENCE_LISTED &&
           has_index(item->interpreter, item->n_interpreters, i);
}
