/* Nothing here knows how schedules are made. */

#include "scheduler/model/verify.h"

#include <stdarg.h>
#include <string.h>

#include "scheduler/base/phrase.h"
#include "scheduler/model/verify_parts.h"

void judge_fault(const struct judge *judge, const char *field, const char *format,
                 ...)
{
    va_list args;
    va_start(args, format);
    const char *text = arena_vprintf(judge->arena, phrase(format), args);
    va_end(args);
    findings_add(judge->findings, SEVERITY_ERROR,
                 (struct place){.file = judge->file, .field = field}, "%s", text);
}

static void find_entries(struct judge *judge)
{
    judge->entry = arena_new(judge->arena, judge->elig->n_meetings, int);
    for (int m = 0; m < judge->elig->n_meetings; m++) {
        judge->entry[m] = -1;
    }
    for (int k = judge->schedule->n_meetings - 1; k >= 0; k--) {
        if (judge->schedule->meeting[k].m >= 0) {
            judge->entry[judge->schedule->meeting[k].m] = k;
        }
    }
}

static void find_locked(struct judge *judge)
{
    int n = judge->event->n_locks;
    judge->meeting_of_lock = arena_new(judge->arena, n, int);
    for (int l = 0; l < n; l++) {
        judge->meeting_of_lock[l] =
            judge->event->lock[l].is_past
                ? -1
                : rule_meeting_of_lock(judge->elig, &judge->event->lock[l]);
    }
}

static void find_free_slots(struct judge *judge)
{
    const struct event *event = judge->event;
    int words = bits_words(event->n_slots);
    judge->free =
        arena_new(judge->arena, (int64_t)event->n_participants * words, uint64_t);
    for (int p = 0; p < event->n_participants; p++) {
        for (int s = 0; s < event->n_slots; s++) {
            if (!obstacle_of_participant(event, p, s)) {
                bits_add(judge->free + (int64_t)p * words, s);
            }
        }
    }
}

static void verify_slot(const struct judge *judge, int k, int *n_found)
{
    const struct slot *slot = &judge->schedule->slot[k];
    int s = event_find_slot(judge->event, slot->id);
    if (s < 0) {
        judge_fault(
            judge, slot->id,
            "no session of the event gives this slot; expected the slots of "
            "the event");
        return;
    }
    const struct slot *expected = &judge->event->slot[s];
    if (n_found[s]++ > 0) {
        judge_fault(judge, slot->id, "this slot stands twice; expected it once");
    }
    if (slot->start_s != expected->start_s || slot->end_s != expected->end_s) {
        judge_fault(
            judge, slot->id,
            "this slot lasts from %s to %s; expected %s to %s, as its session "
            "gives",
            instant_format(judge->arena, slot->start_s),
            instant_format(judge->arena, slot->end_s),
            instant_format(judge->arena, expected->start_s),
            instant_format(judge->arena, expected->end_s));
    } else if (k > 0 && slot->start_s < slot[-1].start_s) {
        judge_fault(
            judge, slot->id,
            "this slot stands behind a later one; expected slots in the order "
            "of time");
    }
}

void verify_slots(const struct judge *judge)
{
    int *n_found = arena_new(judge->arena, judge->event->n_slots, int);
    for (int k = 0; k < judge->schedule->n_slots; k++) {
        verify_slot(judge, k, n_found);
    }
    for (int s = 0; s < judge->event->n_slots; s++) {
        if (n_found[s] == 0) {
            judge_fault(judge, judge->event->slot[s].id,
                        "this slot of the event is missing; expected all of them");
        }
    }
}

void judge_init(struct judge *judge, struct arena *arena, const struct event *event,
                const struct eligibility *elig, const struct schedule *schedule,
                struct findings *findings)
{
    *judge = (struct judge){
        .arena = arena,
        .event = event,
        .elig = elig,
        .schedule = schedule,
        .findings = findings,
    };
    find_entries(judge);
    find_locked(judge);
}

void judge_turn_to(struct judge *judge, struct arena *arena,
                   const struct schedule *schedule, struct findings *findings)
{
    judge->arena = arena;
    judge->schedule = schedule;
    judge->findings = findings;
    find_entries(judge);
}

void verify_schedule(struct arena scratch, const struct event *event,
                     const struct eligibility *elig,
                     const struct schedule *schedule,
                     const struct schedule *previous, const char *file,
                     struct findings *findings)
{
    /* Findings may live in the very arena that scratch is a copy of. Then they
     * and the working space must be taken from one and the same. */
    bool shared = findings->arena->base == scratch.base;
    struct judge judge;
    judge_init(&judge, shared ? findings->arena : &scratch, event, elig, schedule,
               findings);
    judge.previous = previous;
    judge.file = file;
    find_free_slots(&judge);
    if (strcmp(schedule->event_id, event->id) != 0) {
        judge_fault(&judge, NULL,
                    "this is a schedule of the event '%s'; expected one of '%s'",
                    schedule->event_id, event->id);
    }
    verify_slots(&judge);
    verify_meetings(&judge);
    verify_together(&judge);
    verify_attendees(&judge);
    verify_lists(&judge);
    verify_reasons(&judge);
    verify_history(&judge);
    verify_levels(&judge);
}
