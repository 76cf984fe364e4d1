/* Why a meeting is where it is, and where else it could be: each other slot is judged
 * by verify's rules while all else stays, and where others would have to move, by
 * solving with the meeting locked there. */

#include <stdio.h>

#include "scheduler/commands/explain_words.h"
#include "scheduler/commands/stop.h"
#include "scheduler/model/objective.h"
#include "scheduler/model/relocation.h"

struct place_report {
    struct explaining *explaining;
    const struct schedule_meeting *entry;
    int q; /* a request of it that counts, or -1 */
    int64_t present[N_LEVELS];
};

/* What is known of one slot. */
struct place_verdict {
    bool is_here, fits, is_solved, is_possible;
    bool is_untried; /* there was no time left to solve for it */
    const char *why; /* what is in the way, or "" */
    int64_t value[N_LEVELS];
    int n_levels; /* of value */
    struct plan_trial trial;
};

static struct arena *arena_of(const struct place_report *report)
{
    return &report->explaining->job->arena;
}

static const char *obstacles_text(const struct place_report *report, int s,
                                  bool *is_hopeless)
{
    const struct job *job = report->explaining->job;
    struct arena *arena = arena_of(report);
    struct obstacles obstacles;
    const char *text = "";
    *is_hopeless = false;
    obstacles_find(arena, &job->event, &job->elig, &report->explaining->schedule,
                   report->entry->m, s, &obstacles);
    for (int k = 0; k < obstacles.n; k++) {
        const struct obstacle *obstacle = &obstacles.item[k];
        *is_hopeless |= obstacle->kind == OBSTACLE_ABSENT ||
                        obstacle->kind == OBSTACLE_OWN_TIME;
        text = arena_printf(
            arena, "%s%s%s", text, k > 0 ? "; " : "",
            explain_obstacle(report->explaining, obstacle, report->entry->m, s));
    }
    return text;
}

/* The levels if the meeting alone moves to where the verdict says. */
static void value_there(const struct place_report *report, int s,
                        const struct relocation_verdict *to,
                        struct place_verdict *verdict)
{
    const struct job *job = report->explaining->job;
    const struct schedule *present = &report->explaining->schedule;
    struct schedule moved = *present;
    moved.meeting =
        arena_new(arena_of(report), moved.n_meetings, struct schedule_meeting);
    for (int k = 0; k < moved.n_meetings; k++) {
        struct schedule_meeting *entry = &moved.meeting[k];
        *entry = present->meeting[k];
        if (&present->meeting[k] == report->entry) {
            entry->s = s;
            entry->r = to->r;
            entry->i = to->i;
            entry->start_s = job->event.slot[s].start_s;
            entry->end_s = job->event.slot[s].end_s;
        }
    }
    objective_values(*arena_of(report), &job->event, &job->elig, &moved, NULL,
                     verdict->value);
    verdict->n_levels = report->explaining->base.n_levels;
}

static void solve_there(const struct place_report *report, int s,
                        struct place_verdict *verdict)
{
    const struct amendments lock = {
        .item = {{.kind = AMEND_LOCK_AT, .q = report->q, .s = s}}, .n = 1};
    plan_trial(arena_of(report), &report->explaining->base, TRIAL_QUICK, &lock,
               report->q, false, &verdict->trial);
    verdict->is_solved = verdict->trial.status == PLAN_DONE;
    verdict->is_untried = plan_trial_is_cut(&verdict->trial) && !stop_was_asked();
    report->explaining->was_cut |= verdict->is_untried;
    verdict->is_possible = verdict->is_solved;
    verdict->n_levels = plan_trial_quick_levels(&report->explaining->base);
    for (int k = 0; k < N_LEVELS; k++) {
        verdict->value[k] = verdict->trial.value[k];
    }
}

static void judge_slot(const struct place_report *report, int s,
                       struct place_verdict *verdict)
{
    const struct job *job = report->explaining->job;
    struct relocation_verdict to;
    bool is_hopeless;
    *verdict = (struct place_verdict){.is_here = s == report->entry->s, .why = ""};
    if (verdict->is_here) {
        return;
    }
    verdict->why = obstacles_text(report, s, &is_hopeless);
    if (is_hopeless || report->q < 0) {
        return;
    }
    const struct relocation relocation = {
        .event = &job->event,
        .elig = &job->elig,
        .schedule = &report->explaining->schedule,
        .m = report->entry->m,
        .s = s,
        .r = -1,
    };
    relocation_judge(arena_of(report), &relocation, &to);
    verdict->fits = to.faults.n == 0;
    if (verdict->fits) {
        verdict->is_possible = true;
        value_there(report, s, &to, verdict);
        return;
    }
    if (verdict->why[0] == '\0') {
        verdict->why = to.faults.text[0];
    }
    solve_there(report, s, verdict);
}

/* "comfort 4 instead of 2", "as good" */
static const char *compared_text(const struct place_report *report,
                                 const struct place_verdict *verdict)
{
    const char *levels = explain_levels(report->explaining, verdict->n_levels,
                                        verdict->value, report->present);
    return levels[0] != '\0' ? levels
           : verdict->fits   ? "as good as here"
                             : "no less served";
}

static void print_slot(const struct place_report *report, int s,
                       const struct place_verdict *verdict)
{
    const struct explaining *explaining = report->explaining;
    printf("    %s%s\n", explain_slot(explaining, s),
           verdict->is_here ? ": here" : "");
    if (verdict->fits) {
        explain_print(explaining, "      - ",
                      "fits, all else staying where it is; %s",
                      compared_text(report, verdict));
    } else if (!verdict->is_here) {
        explain_print(explaining, "      - ", "%s", verdict->why);
    }
    if (verdict->is_untried) {
        printf("      - with others moved: not tried, as there was no time left\n");
    }
    if (verdict->is_solved) {
        explain_print(explaining, "      - ",
                      "with others moved, the best there has %s%s",
                      compared_text(report, verdict),
                      verdict->trial.proven ? ", proven" : "");
    }
}

static void print_head(const struct place_report *report)
{
    const struct explaining *explaining = report->explaining;
    const struct event *event = &explaining->job->event;
    const struct schedule_meeting *entry = report->entry;
    const struct meeting *meeting = &explaining->job->elig.meeting[entry->m];
    printf("%s  %s; worth %d\n", entry->id, explain_people(explaining, entry->m),
           meeting->value);
    explain_print(explaining, "  ", "%s%s", explain_slot(explaining, entry->s),
                  explain_place(explaining, entry->room_id, entry->interpreter_id));
    for (int k = 0; k < meeting->n_requests; k++) {
        const struct request *request = &event->request[meeting->request[k]];
        if (!event_request_counts(event, request)) {
            continue;
        }
        printf("  asked for by %s (%s, ", explain_who(explaining, request->from),
               request->id);
        printf(request->rank > 0 ? "rank %d)\n" : "priority %d)\n",
               request->rank > 0 ? request->rank : request->priority);
    }
    if (meeting->locked) {
        printf("  a lock keeps it%s\n",
               meeting->locked_slot >= 0 ? " in this slot" : " in the schedule");
    }
}

static void put_slot(const struct place_report *report, int s,
                     const struct place_verdict *verdict, struct value *list)
{
    struct arena *arena = arena_of(report);
    const struct explaining *explaining = report->explaining;
    struct value *row = value_push(arena, list, VALUE_OBJECT);
    value_put_text(arena, row, "slot", explaining->job->event.slot[s].id);
    value_put_bool(arena, row, "here", verdict->is_here);
    value_put_bool(arena, row, "fits", verdict->fits || verdict->is_here);
    value_put_bool(arena, row, "possible",
                   verdict->is_possible || verdict->is_here);
    value_put_some_text(arena, row, "why", verdict->why);
    if (verdict->is_untried) {
        value_put_bool(arena, row, "not_tried", true);
    }
    if (!verdict->is_possible) {
        return;
    }
    struct value *levels = value_put(arena, row, "levels", VALUE_LIST);
    for (int k = 0; k < verdict->n_levels; k++) {
        enum level level = explaining->base.level[k];
        struct value *entry = value_push(arena, levels, VALUE_OBJECT);
        value_put_text(arena, entry, "name", level_name(level));
        value_put_number(arena, entry, "value", verdict->value[level]);
        value_put_number(arena, entry, "before", report->present[level]);
    }
}

static int counting_request(const struct event *event,
                            const struct meeting *meeting)
{
    for (int k = 0; k < meeting->n_requests; k++) {
        if (event_request_counts(event, &event->request[meeting->request[k]])) {
            return meeting->request[k];
        }
    }
    return -1;
}

static void explain_slots(struct place_report *report)
{
    struct explaining *explaining = report->explaining;
    const struct job *job = explaining->job;
    struct value *object = NULL, *list = NULL;
    if (job->as_json) {
        object = value_push(arena_of(report), explaining->list, VALUE_OBJECT);
        value_put_text(arena_of(report), object, "meeting", report->entry->id);
        value_put_text(arena_of(report), object, "slot", report->entry->slot_id);
        value_put_strings(arena_of(report), object, "requests",
                          &report->entry->request_ids);
        list = value_put(arena_of(report), object, "slots", VALUE_LIST);
    } else {
        print_head(report);
        printf("  where else it could be\n");
    }
    for (int s = 0; s < job->event.n_slots; s++) {
        struct place_verdict verdict;
        explaining_begin(explaining, job->event.n_slots - s);
        judge_slot(report, s, &verdict);
        explaining_end(explaining);
        if (job->as_json) {
            put_slot(report, s, &verdict, list);
        } else {
            print_slot(report, s, &verdict);
        }
    }
}

void explain_meeting(struct explaining *explaining, int k)
{
    const struct job *job = explaining->job;
    const struct schedule_meeting *entry = &explaining->schedule.meeting[k];
    struct place_report report = {.explaining = explaining, .entry = entry};
    if (entry->m < 0 || entry->s < 0) {
        struct arena *arena = &explaining->job->arena;
        if (job->as_json) {
            struct value *object =
                value_push(arena, explaining->list, VALUE_OBJECT);
            value_put_text(arena, object, "meeting", entry->id);
        } else {
            printf("%s  is no meeting of the event as it is now\n", entry->id);
        }
        return;
    }
    report.q = counting_request(&job->event, &job->elig.meeting[entry->m]);
    objective_values(job->arena, &job->event, &job->elig, &explaining->schedule,
                     NULL, report.present);
    explain_slots(&report);
}
