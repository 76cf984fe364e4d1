/* Names are collected as marks and listed in order at the end: long lists stay
 * cheap, and nobody is named twice. What is marked is kept as a list as well, as there
 * may be many thousands that are not. */

#include "scheduler/plan_detail.h"

#include <string.h>

#include "scheduler/base/bits.h"
#include "scheduler/base/ints.h"

/* Of more rooms (interpreters) than these nobody wants to read who is in them. */
enum { MOST_HOLDERS = 4 };

static void list_meetings(struct plan_detail *detail)
{
    const struct schedule *schedule = detail->schedule;
    const struct eligibility *elig = detail->input->elig;
    int n = detail->input->event->n_participants, n_items = 0;
    int *start = arena_new(detail->arena, n + 2, int);
    for (int i = 0; i < schedule->n_meetings; i++) {
        if (schedule->meeting[i].m < 0) {
            continue;
        }
        const struct meeting *meeting = &elig->meeting[schedule->meeting[i].m];
        for (int k = 0; k < meeting->n_participants; k++) {
            start[meeting->participant[k] + 2]++;
            n_items++;
        }
    }
    for (int p = 0; p < n; p++) {
        start[p + 2] += start[p + 1];
    }
    int *item = arena_new(detail->arena, n_items, int);
    for (int i = 0; i < schedule->n_meetings; i++) {
        if (schedule->meeting[i].m < 0) {
            continue;
        }
        const struct meeting *meeting = &elig->meeting[schedule->meeting[i].m];
        for (int k = 0; k < meeting->n_participants; k++) {
            item[start[meeting->participant[k] + 1]++] = i;
        }
    }
    detail->meetings = (struct lists){start, item};
}

static struct marks marks_of(struct arena *arena, int n)
{
    return (struct marks){arena_new(arena, n, bool), arena_new(arena, n, int), 0};
}

static void mark(struct marks *marks, int k)
{
    if (!marks->is[k]) {
        marks->is[k] = true;
        marks->item[marks->n++] = k;
    }
}

void plan_detail_init(struct arena *arena, const struct plan_input *input,
                      const struct plan_problem *numbers,
                      const struct solution *solution,
                      const struct schedule *schedule, struct plan_detail *out)
{
    const struct event *event = input->event;
    *out = (struct plan_detail){
        .arena = arena,
        .input = input,
        .numbers = numbers,
        .solution = solution,
        .schedule = schedule,
        .load = arena_new(arena, event->n_slots, int),
        .participant = marks_of(arena, event->n_participants),
        .at_limit = marks_of(arena, event->n_participants),
        .slot = marks_of(arena, event->n_slots),
        .blocked_by = marks_of(arena, schedule->n_meetings),
        .moved = marks_of(arena, schedule->n_meetings),
        .given_up = marks_of(arena, schedule->n_meetings),
    };
    list_meetings(out);
    for (int i = 0; i < schedule->n_meetings; i++) {
        out->load[schedule->meeting[i].s]++;
    }
}

static const char *participant_id(const struct plan_detail *detail, int k)
{
    return detail->input->event->participant[k].id;
}

static const char *slot_id(const struct plan_detail *detail, int k)
{
    return detail->input->event->slot[k].id;
}

static const char *meeting_id(const struct plan_detail *detail, int k)
{
    return detail->schedule->meeting[k].id;
}

/* Lists what is marked, and clears the marks. */
static struct strings take_marked(struct plan_detail *detail, struct marks *marks,
                                  const char *(*id)(const struct plan_detail *,
                                                    int))
{
    struct strings list = {arena_new(detail->arena, marks->n, const char *), 0};
    ints_sort(marks->item, marks->n);
    for (int i = 0; i < marks->n; i++) {
        int k = marks->item[i];
        list.text[list.n++] = id(detail, k);
        marks->is[k] = false;
    }
    marks->n = 0;
    return list;
}

static void take_all(struct plan_detail *detail, struct reason_detail *out)
{
    out->participants = take_marked(detail, &detail->participant, participant_id);
    out->at_limit = take_marked(detail, &detail->at_limit, participant_id);
    out->slots = take_marked(detail, &detail->slot, slot_id);
    out->blocked_by = take_marked(detail, &detail->blocked_by, meeting_id);
    out->moved = take_marked(detail, &detail->moved, meeting_id);
    out->given_up = take_marked(detail, &detail->given_up, meeting_id);
}

/* Whether meeting i of the schedule is where it is in the better one, if there is
 * one. */
static bool stays(const struct plan_detail *detail, int i, const int *better)
{
    int k = detail->numbers->index[detail->schedule->meeting[i].m];
    return !better || better[k] == detail->solution->slot[k];
}

/* Marks those of m who have meetings in slot s, with these meetings; false if nobody
 * has any. */
static bool mark_busy(struct plan_detail *detail, int m, int s, const int *better)
{
    const struct meeting *meeting = &detail->input->elig->meeting[m];
    bool any = false;
    for (int k = 0; k < meeting->n_participants; k++) {
        int p = meeting->participant[k];
        for (int e = detail->meetings.start[p]; e < detail->meetings.start[p + 1];
             e++) {
            int i = detail->meetings.item[e];
            if (detail->schedule->meeting[i].s == s && stays(detail, i, better)) {
                mark(&detail->participant, p);
                mark(&detail->blocked_by, i);
                any = true;
            }
        }
    }
    return any;
}

/* Marks those of m who have as many meetings as they may have, with all of these;
 * false if nobody has. */
static bool mark_at_limit(struct plan_detail *detail, int m)
{
    const struct meeting *meeting = &detail->input->elig->meeting[m];
    bool any = false;
    for (int k = 0; k < meeting->n_participants; k++) {
        int p = meeting->participant[k];
        int most = detail->numbers->problem.max_meetings[p];
        int first = detail->meetings.start[p], end = detail->meetings.start[p + 1];
        if (most != PROBLEM_NO_LIMIT && end - first >= most) {
            mark(&detail->participant, p);
            mark(&detail->at_limit, p);
            any = true;
            for (int e = first; e < end; e++) {
                mark(&detail->blocked_by, detail->meetings.item[e]);
            }
        }
    }
    return any;
}

void plan_detail_lifted(struct plan_detail *detail, struct probe *probe, int m,
                        enum lift lift, struct reason_detail *out)
{
    const struct event *event = detail->input->event;
    int found_slot, k = detail->numbers->index[m];
    const int *better = probe_found(probe, &found_slot);
    for (int s = 0; s < event->n_slots; s++) {
        if (probe_fits(probe, k, lift, s)) {
            mark(&detail->slot, s);
        }
    }
    bool fits = detail->slot.n > 0;
    for (int i = 0; i < detail->schedule->n_meetings && !fits; i++) {
        int other = detail->numbers->index[detail->schedule->meeting[i].m];
        if (!stays(detail, i, better)) {
            mark(better[other] < 0 ? &detail->given_up : &detail->moved, i);
        }
    }
    if (!fits) {
        mark(&detail->slot, found_slot);
    }
    for (int s = 0; s < event->n_slots && lift == LIFT_PARTICIPANTS; s++) {
        if (detail->slot.is[s]) {
            mark_busy(detail, m, s, fits ? NULL : better);
        }
    }
    if (lift == LIFT_PARTICIPANTS) {
        mark_at_limit(detail, m);
    }
    take_all(detail, out);
}

/* Marks the meetings in slot s that have a member of the set, if all few members are
 * taken. kind tells which one a meeting has. */
static bool mark_holders(struct plan_detail *detail,
                         const struct set_family *family, int set, int s,
                         int (*kind)(const struct schedule_meeting *))
{
    const struct schedule *schedule = detail->schedule;
    int n = set < 0 ? 0 : bits_count(set_family_at(family, set), family->n_words);
    if (n == 0 || n > MOST_HOLDERS || detail->load[s] < n) {
        return false;
    }
    int holder[MOST_HOLDERS], n_holders = 0;
    for (int i = 0; i < schedule->n_meetings && n_holders < n; i++) {
        int member = kind(&schedule->meeting[i]);
        if (schedule->meeting[i].s == s && member >= 0 &&
            bits_has(set_family_at(family, set), member)) {
            holder[n_holders++] = i;
        }
    }
    for (int i = 0; i < n_holders && n_holders == n; i++) {
        mark(&detail->blocked_by, holder[i]);
    }
    return n_holders == n;
}

static int room_of(const struct schedule_meeting *meeting)
{
    return meeting->r;
}

static int interpreter_of(const struct schedule_meeting *meeting)
{
    return meeting->i;
}

void plan_detail_outranked(struct plan_detail *detail, int m,
                           struct reason_detail *out)
{
    const struct eligibility *elig = detail->input->elig;
    bool at_limit = mark_at_limit(detail, m);
    for (int s = 0; s < elig->n_slots; s++) {
        if (!eligibility_suits(elig, m, s)) {
            continue;
        }
        int64_t cell = (int64_t)m * elig->n_slots + s;
        mark(&detail->slot, s);
        if (!mark_busy(detail, m, s, NULL) && !at_limit) {
            mark_holders(detail, &elig->rooms, elig->room_set[cell], s, room_of);
            mark_holders(detail, &elig->interpreters, elig->interpreter_set[cell],
                         s, interpreter_of);
        }
    }
    take_all(detail, out);
}
