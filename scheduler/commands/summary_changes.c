#include "scheduler/commands/summary.h"

#include <stdio.h>
#include <string.h>

#include "scheduler/base/text.h"
#include "scheduler/model/cause.h"
#include "scheduler/model/recall.h"

enum { PLACE_SIZE = 80 };

static void print_change(struct job *job, const struct event *event,
                         const struct schedule *schedule,
                         const struct schedule_meeting *old)
{
    const struct schedule_meeting *now;
    const char *words;
    char fate[PLACE_SIZE] = "dropped";
    enum fate what = cause_fate(schedule, old, &now);
    if (what == FATE_MOVED) {
        snprintf(fate, sizeof fate, "moved to %s", now->slot_id);
    } else if (what == FATE_PLACE) {
        bool room = strcmp(now->room_id, old->room_id) != 0;
        snprintf(fate, sizeof fate, "now %s %s", room ? "in" : "with",
                 room                          ? now->room_id
                 : now->interpreter_id[0] != 0 ? now->interpreter_id
                                               : "no interpreter");
    }
    enum cause cause =
        cause_find(&job->arena, event, &job->elig, schedule, old, &words);
    printf("    %-6s %-20s %-21s %s\n", old->id, fate, cause_name(cause), words);
}

void summary_print_changes(struct job *job, const struct schedule *schedule,
                           const struct schedule *previous)
{
    int n = 0;
    const struct schedule_meeting *now;
    struct event whole; /* to name those who have left */
    recall_people(&job->arena, &job->event, &previous, 1, &whole);
    for (int k = 0; k < previous->n_meetings; k++) {
        n += cause_fate(schedule, &previous->meeting[k], &now) != FATE_KEPT;
    }
    printf("  %d of %d meeting%s of before changed%s\n", n, previous->n_meetings,
           text_s(previous->n_meetings), n > 0 ? ":" : "");
    for (int k = 0; k < previous->n_meetings; k++) {
        const struct schedule_meeting *old = &previous->meeting[k];
        if (cause_fate(schedule, old, &now) != FATE_KEPT) {
            print_change(job, &whole, schedule, old);
        }
    }
}
