/* Both schedules' meetings are sorted by who meets about what and gone through side
 * by side. */

#include "scheduler/model/diff.h"

#include <stdlib.h>
#include <string.h>

#include "scheduler/base/text.h"
#include "scheduler/model/told.h"

static const char *const kind_names[N_DIFF_KINDS] = {
    [DIFF_DROPPED] = "dropped",
    [DIFF_MOVED] = "moved",
    [DIFF_PLACE] = "place",
    [DIFF_DETAILS] = "details",
    [DIFF_ATTENDANCE] = "attendance",
    [DIFF_ADDED] = "added",
    [DIFF_SAME] = "same",
};

const char *diff_kind_name(enum diff_kind kind)
{
    return kind_names[kind];
}

/* A meeting of one schedule, in whichever list. */
struct listed {
    const struct schedule_meeting *meeting;
    bool is_cancelled;
};

struct listing {
    struct listed *listed;
    int n;
};

static int compare_meetings(const struct schedule_meeting *a,
                            const struct schedule_meeting *b)
{
    const struct strings *x = &a->participant_ids, *y = &b->participant_ids;
    for (int k = 0; k < x->n && k < y->n; k++) {
        int order = strcmp(x->text[k], y->text[k]);
        if (order != 0) {
            return order;
        }
    }
    return x->n != y->n ? x->n - y->n : strcmp(a->topic, b->topic);
}

static int compare_listed(const void *a, const void *b)
{
    const struct listed *x = a, *y = b;
    return compare_meetings(x->meeting, y->meeting);
}

static struct listing list_meetings(struct arena *arena,
                                    const struct schedule *schedule)
{
    struct listing listing = {
        .listed = arena_new(arena, schedule->n_meetings + schedule->n_cancelled,
                            struct listed)};
    for (int k = 0; k < schedule->n_meetings; k++) {
        listing.listed[listing.n++] = (struct listed){&schedule->meeting[k], false};
    }
    for (int k = 0; k < schedule->n_cancelled; k++) {
        listing.listed[listing.n++] =
            (struct listed){&schedule->cancelled[k], true};
    }
    if (listing.n > 0) {
        qsort(listing.listed, (size_t)listing.n, sizeof *listing.listed,
              compare_listed);
    }
    return listing;
}

static struct diff_side planned(const struct listed *listed)
{
    if (!listed || listed->is_cancelled) {
        return (struct diff_side){.is_held = false};
    }
    const struct schedule_meeting *meeting = listed->meeting;
    return (struct diff_side){
        .is_held = true,
        .slot_id = meeting->slot_id,
        .room_id = meeting->room_id,
        .room_name = told_room_name(meeting, meeting->room_id),
        .interpreter_id = meeting->interpreter_id,
        .start_s = meeting->start_s,
        .end_s = meeting->end_s,
        .attendance = meeting->attendance,
        .n_attendance = meeting->n_attendance,
    };
}

static struct diff_side planned_before(const struct listed *listed,
                                       const struct listed *newer)
{
    (void)newer;
    return planned(listed);
}

/* The same of the newer schedule, which has rooms as the event has them now. */
static struct diff_side planned_now(const struct listed *listed)
{
    struct diff_side side = planned(listed);
    if (listed && listed->meeting->r >= 0) {
        side.room_name = NULL;
    }
    return side;
}

/* True if somebody has not been told yet that it is off: their server refused that. */
static bool is_missed(const struct schedule_meeting *meeting)
{
    for (int k = 0; k < meeting->told.n_persons; k++) {
        if (meeting->told.person[k].missed) {
            return true;
        }
    }
    return false;
}

/* As people know it who were to be told that it is off: the interpreter only if they
 * are one of those who were not reached. */
static const char *known_interpreter(const struct schedule_meeting *meeting)
{
    const char *id = meeting->sent.interpreter_id;
    const struct told_person *last = told_find(meeting, "", id);
    return meeting->sent.state == SENT_CONFIRMED || (last && last->missed) ? id
                                                                           : "";
}

/* What people know of it. Who attends stands with what was planned when it was
 * sent. */
static struct diff_side sent(const struct listed *listed,
                             const struct listed *newer)
{
    if (!listed || listed->meeting->sent.state == SENT_NEVER ||
        (listed->meeting->sent.state == SENT_CANCELLED &&
         !((!newer || newer->is_cancelled) && is_missed(listed->meeting)))) {
        return (struct diff_side){.is_held = false};
    }
    const struct schedule_meeting *meeting = listed->meeting;
    return (struct diff_side){
        .is_held = true,
        .slot_id = meeting->sent.slot_id,
        .room_id = meeting->sent.room_id,
        .room_name = told_room_name(meeting, meeting->sent.room_id),
        .interpreter_id = known_interpreter(meeting),
        .start_s = meeting->sent.start_s,
        .end_s = meeting->sent.end_s,
        .attendance = meeting->attendance,
        .n_attendance = meeting->n_attendance,
    };
}

static const struct attendance *find_attendance(const struct diff_side *side,
                                                const char *id)
{
    for (int k = 0; k < side->n_attendance; k++) {
        if (strcmp(side->attendance[k].participant_id, id) == 0) {
            return &side->attendance[k];
        }
    }
    return NULL;
}

static bool is_same_team(const struct attendance *a, const struct attendance *b)
{
    if (!a || !b) {
        return a == b;
    }
    return a->n_contacts == b->n_contacts &&
           (a->n_contacts == 0 || memcmp(a->contact, b->contact,
                                         a->n_contacts * sizeof *a->contact) == 0);
}

static bool is_same_attendance(const struct diff_side *a, const struct diff_side *b,
                               const struct strings *participant_ids)
{
    for (int k = 0; k < participant_ids->n; k++) {
        const char *id = participant_ids->text[k];
        if (!is_same_team(find_attendance(a, id), find_attendance(b, id))) {
            return false;
        }
    }
    return true;
}

static enum diff_kind kind_of(const struct diff_entry *entry)
{
    const struct diff_side *before = &entry->before, *now = &entry->now;
    if (!before->is_held || !now->is_held) {
        return now->is_held ? DIFF_ADDED : DIFF_DROPPED;
    }
    if (before->start_s != now->start_s || before->end_s != now->end_s) {
        return DIFF_MOVED;
    }
    if (entry->room || entry->interpreter) {
        return DIFF_PLACE;
    }
    if (entry->details) {
        return DIFF_DETAILS;
    }
    return entry->attendance ? DIFF_ATTENDANCE : DIFF_SAME;
}

/* What is recorded beside the state that was sent. */
static void compare_details(const struct event *event, struct diff_entry *entry)
{
    const struct schedule_meeting *meeting = entry->meeting;
    if (!entry->is_listed || !schedule_is_as_sent(meeting, false)) {
        return;
    }
    entry->details = !told_is_same(event, meeting, false);
    entry->link = entry->details && meeting->r >= 0 &&
                  strcmp(event->room[meeting->r].url, meeting->told.room_url) != 0;
}

static void add_entry(struct diff *diff, struct diff_entry entry)
{
    const struct diff_side *before = &entry.before, *now = &entry.now;
    if (!before->is_held && !now->is_held) {
        return;
    }
    if (before->is_held && now->is_held) {
        entry.room = strcmp(before->room_id, now->room_id) != 0;
        entry.interpreter =
            strcmp(before->interpreter_id, now->interpreter_id) != 0;
        entry.attendance =
            !is_same_attendance(before, now, &entry.meeting->participant_ids);
        if (diff->event) {
            compare_details(diff->event, &entry);
        }
    }
    entry.kind = kind_of(&entry);
    diff->n[entry.kind]++;
    diff->entry[diff->n_entries++] = entry;
}

static int compare_entries(const void *a, const void *b)
{
    const struct diff_entry *x = a, *y = b;
    if (x->kind != y->kind) {
        return x->kind < y->kind ? -1 : 1;
    }
    int64_t x_s = x->before.is_held ? x->before.start_s : x->now.start_s;
    int64_t y_s = y->before.is_held ? y->before.start_s : y->now.start_s;
    if (x_s != y_s) {
        return x_s < y_s ? -1 : 1;
    }
    int order = schedule_compare_ids(x->meeting->id, y->meeting->id);
    return order ? order : compare_meetings(x->meeting, y->meeting);
}

static void compare(struct arena *arena, const struct event *event,
                    const struct schedule *old, const struct schedule *now,
                    struct diff_side (*before)(const struct listed *,
                                               const struct listed *),
                    struct diff *diff)
{
    struct listing x = list_meetings(arena, old), y = list_meetings(arena, now);
    *diff = (struct diff){
        .event = event,
        .sent = event ? old : NULL,
        .entry = arena_new(arena, x.n + y.n, struct diff_entry),
    };
    for (int i = 0, k = 0; i < x.n || k < y.n;) {
        int order = i == x.n   ? 1
                    : k == y.n ? -1
                               : compare_listed(&x.listed[i], &y.listed[k]);
        const struct listed *older = order <= 0 ? &x.listed[i] : NULL;
        const struct listed *newer = order >= 0 ? &y.listed[k] : NULL;
        add_entry(diff, (struct diff_entry){
                            .before = before(older, newer),
                            .now = planned_now(newer),
                            .meeting = newer ? newer->meeting : older->meeting,
                            .is_listed = newer != NULL,
                        });
        i += order <= 0;
        k += order >= 0;
    }
    if (diff->n_entries > 0) {
        qsort(diff->entry, (size_t)diff->n_entries, sizeof *diff->entry,
              compare_entries);
    }
}

void diff_plans(struct arena *arena, const struct schedule *old,
                const struct schedule *now, struct diff *diff)
{
    compare(arena, NULL, old, now, planned_before, diff);
}

void diff_told(struct arena *arena, const struct event *event,
               const struct schedule *old, const struct schedule *now,
               struct diff *diff)
{
    compare(arena, event, old, now, sent, diff);
}

bool diff_attends(const struct diff_side *side, int p, int c)
{
    return side->is_held &&
           attendance_includes(side->attendance, side->n_attendance, p, c);
}
