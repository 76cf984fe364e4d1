/* Why a request is not served: what stands in the way in each slot, what the best
 * schedule with it would cost, and what would serve it. */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "io/amendment_edit.h"
#include "io/reason_text.h"
#include "scheduler/commands/clock.h"
#include "scheduler/commands/explain_words.h"
#include "scheduler/model/objective.h"

struct request_report {
    struct explaining *explaining;
    int q, m;
    const struct unscheduled *unscheduled; /* or NULL */
    struct plan_remedies remedies;
    int64_t present[N_LEVELS];
};

static struct arena *arena_of(const struct request_report *report)
{
    return &report->explaining->job->arena;
}

static const char *obstacle_name(enum obstacle_kind kind)
{
    static const char *const name[] = {
        [OBSTACLE_ABSENT] = "absent",
        [OBSTACLE_BUSY] = "busy",
        [OBSTACLE_MAX_MEETINGS] = "max_meetings",
        [OBSTACLE_MAX_CONSECUTIVE] = "max_consecutive",
        [OBSTACLE_MAX_GAPS] = "max_gaps",
        [OBSTACLE_OWN_TIME] = "own_time",
        [OBSTACLE_ORDER] = "order",
        [OBSTACLE_ROOM] = "room",
        [OBSTACLE_INTERPRETER] = "interpreter",
    };
    return name[kind];
}

static void find_obstacles(const struct request_report *report, int s,
                           struct obstacles *obstacles)
{
    const struct job *job = report->explaining->job;
    obstacles_find(arena_of(report), &job->event, &job->elig,
                   &report->explaining->schedule, report->m, s, obstacles);
}

/* What is in the way in each slot, as lines. */
static struct strings *list_obstacles(const struct request_report *report)
{
    struct explaining *explaining = report->explaining;
    struct arena *arena = arena_of(report);
    int n_slots = explaining->job->event.n_slots;
    struct strings *lines = arena_new(arena, n_slots, struct strings);
    for (int s = 0; s < n_slots; s++) {
        struct obstacles obstacles;
        find_obstacles(report, s, &obstacles);
        lines[s].text = arena_new(arena, obstacles.n, const char *);
        for (int k = 0; k < obstacles.n; k++) {
            lines[s].text[lines[s].n++] =
                explain_obstacle(explaining, &obstacles.item[k], report->m, s);
        }
    }
    return lines;
}

static bool is_among(const struct strings *lines, const char *line)
{
    for (int k = 0; k < lines->n; k++) {
        if (strcmp(lines->text[k], line) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_everywhere(const struct strings *lines, int n_slots,
                          const char *line)
{
    for (int s = 0; s < n_slots; s++) {
        if (!is_among(&lines[s], line)) {
            return false;
        }
    }
    return true;
}

static void print_slot(const struct request_report *report,
                       const struct strings *lines, int s)
{
    struct explaining *explaining = report->explaining;
    int n_slots = explaining->job->event.n_slots, n = 0;
    for (int k = 0; k < lines[s].n; k++) {
        if (n_slots == 1 || !is_everywhere(lines, n_slots, lines[s].text[k])) {
            if (n++ == 0) {
                printf("    %s\n", explain_slot(explaining, s));
            }
            explain_print(explaining, "      - ", "%s", lines[s].text[k]);
        }
    }
    if (lines[s].n == 0) {
        printf("    %s\n      - nothing\n", explain_slot(explaining, s));
    }
}

/* What is in the way everywhere stands first, and once. */
static void print_slots(const struct request_report *report)
{
    struct explaining *explaining = report->explaining;
    int n_slots = explaining->job->event.n_slots, n = 0;
    if (report->remedies.required.n > 0) {
        return; /* what is in the way then is none of the slots' */
    }
    const struct strings *lines = list_obstacles(report);
    printf("  in the way\n");
    for (int k = 0; n_slots > 1 && k < lines[0].n; k++) {
        if (is_everywhere(lines, n_slots, lines[0].text[k])) {
            if (n++ == 0) {
                printf("    in every slot\n");
            }
            explain_print(explaining, "      - ", "%s", lines[0].text[k]);
        }
    }
    for (int s = 0; s < n_slots; s++) {
        print_slot(report, lines, s);
    }
}

enum { MOST_NAMED = 8 };

static void print_entries(const struct request_report *report, const char *what,
                          const int *entry, int n)
{
    for (int k = 0; k < n && k < MOST_NAMED; k++) {
        const struct schedule_meeting *meeting =
            &report->explaining->schedule.meeting[entry[k]];
        explain_print(report->explaining, "         ", "%s %s", what,
                      explain_entry(report->explaining, meeting));
    }
    if (n > MOST_NAMED) {
        printf("         %s %d more\n", what, n - MOST_NAMED);
    }
}

static void print_gained(const struct request_report *report,
                         const struct plan_trial *trial)
{
    for (int k = 0; k < trial->n_gained; k++) {
        explain_print(
            report->explaining, "         ", "held besides: %s (worth %d)",
            explain_people(report->explaining, trial->gained[k]),
            report->explaining->job->elig.meeting[trial->gained[k]].value);
    }
}

/* Solving from nothing rearranges the whole day: whom it moves says nothing. */
static void print_trial(const struct request_report *report, const char *how,
                        const struct plan_trial *trial, bool names_moves)
{
    const struct explaining *explaining = report->explaining;
    const char *levels = explain_levels(explaining, explaining->base.n_levels,
                                        trial->value, report->present);
    explain_print(explaining, "       ", "%s: %s%s", how,
                  explain_slot(explaining, trial->s),
                  explain_place(explaining, trial->room_id, trial->interpreter_id));
    explain_print(explaining, "         ", "%s%s",
                  levels[0] != '\0' ? levels : "no level changes",
                  trial->proven ? "" : "; served is not proven best");
    print_entries(report, "not held:", trial->dropped, trial->n_dropped);
    if (names_moves) {
        print_entries(report, "moved:", trial->moved, trial->n_moved);
    }
    print_gained(report, trial);
}

static void print_proposal(const struct request_report *report, int number,
                           const struct plan_proposal *proposal)
{
    struct explaining *explaining = report->explaining;
    const char *begin = arena_printf(arena_of(report), "    %d. ", number);
    for (int k = 0; k < proposal->amendments.n; k++) {
        explain_print(explaining, begin, "%s%s", k > 0 ? "and " : "",
                      explain_amendment(explaining, &proposal->amendments.item[k]));
        begin = "       ";
    }
    if (proposal->amendments.n == 0) {
        explain_print(explaining, begin, "nothing: another run serves it");
    }
    print_trial(report, "solve", &proposal->fresh, false);
    print_trial(report, "solve --previous", &proposal->rerun, true);
}

static void print_proposals(const struct request_report *report)
{
    const struct plan_remedies *remedies = &report->remedies;
    if (remedies->n > 0) {
        printf("  what would serve it%s; each was solved for\n",
               remedies->proposal[0].costs_nobody
                   ? " and make no level up to served worse"
                   : "");
    }
    for (int k = 0; k < remedies->n; k++) {
        print_proposal(report, k + 1, &remedies->proposal[k]);
    }
    if (remedies->n_untried > 0 && !remedies->interrupted) {
        printf(
            "  %d %schange%s that might serve it %s not tried: there was no time "
            "left\n",
            remedies->n_untried, remedies->n > 0 ? "more " : "",
            text_s(remedies->n_untried), remedies->n_untried == 1 ? "was" : "were");
    } else if (remedies->n == 0 && !remedies->interrupted) {
        printf("  no small change was found, in %d runs, that would serve it and "
               "make no level up to served worse\n",
               remedies->n_trials);
    }
    if (remedies->has_forced) {
        printf("  what it costs others to hold it all the same\n");
        print_proposal(report, remedies->n + 1, &remedies->forced);
        if (remedies->has_yielding) {
            print_proposal(report, remedies->n + 2, &remedies->yielding);
        }
    } else if (remedies->forced.rerun.status == PLAN_INFEASIBLE &&
               !remedies->interrupted) {
        printf("  as things are it cannot be held at all, whoever gives way: "
               "proven\n");
    } else if (remedies->forced_untried) {
        printf(
            "  what it would cost others to hold it was not found out: there was "
            "no time left\n");
    }
}

static void print(const struct request_report *report)
{
    struct explaining *explaining = report->explaining;
    const struct event *event = &explaining->job->event;
    const struct meeting *meeting = &explaining->job->elig.meeting[report->m];
    const struct unscheduled *why = report->unscheduled;
    const struct schedule_meeting *entry = explaining_entry(explaining, report->m);
    printf("%s  %s: not served%s%s", event->request[report->q].id,
           explain_people(explaining, report->m), why ? ", " : "",
           why ? reason_name(why->reason) : "");
    if (meeting->n_counting > 0) {
        printf("; worth %d", meeting->value);
    }
    putchar('\n');
    if (why) {
        explain_print(
            explaining, "  ", "%s",
            reason_text(arena_of(report), event, &explaining->schedule, why));
    }
    if (entry) {
        explain_print(explaining, "  ",
                      "the meeting is held on another request: %s",
                      explain_entry(explaining, entry));
    }
    print_proposals(report);
    print_slots(report);
}

static void put_ids(const struct request_report *report, struct value *object,
                    const char *key, const int *entry, int n)
{
    struct value *list = value_put(arena_of(report), object, key, VALUE_LIST);
    for (int k = 0; k < n; k++) {
        value_push_text(arena_of(report), list,
                        report->explaining->schedule.meeting[entry[k]].id);
    }
}

static void put_trial(const struct request_report *report, struct value *object,
                      const char *key, const struct plan_trial *trial)
{
    struct arena *arena = arena_of(report);
    const struct explaining *explaining = report->explaining;
    struct value *entry = value_put(arena, object, key, VALUE_OBJECT);
    value_put_text(arena, entry, "slot", explaining->job->event.slot[trial->s].id);
    value_put_some_text(arena, entry, "room", trial->room_id);
    value_put_some_text(arena, entry, "interpreter", trial->interpreter_id);
    value_put_bool(arena, entry, "proven", trial->proven);
    struct value *levels = value_put(arena, entry, "levels", VALUE_LIST);
    for (int k = 0; k < explaining->base.n_levels; k++) {
        enum level level = explaining->base.level[k];
        struct value *row = value_push(arena, levels, VALUE_OBJECT);
        value_put_text(arena, row, "name", level_name(level));
        value_put_number(arena, row, "value", trial->value[level]);
        value_put_number(arena, row, "before", report->present[level]);
    }
    put_ids(report, entry, "not_held", trial->dropped, trial->n_dropped);
    put_ids(report, entry, "moved", trial->moved, trial->n_moved);
    struct value *gained = value_put(arena, entry, "held_besides", VALUE_LIST);
    for (int k = 0; k < trial->n_gained; k++) {
        const struct meeting *meeting =
            &explaining->job->elig.meeting[trial->gained[k]];
        value_push_text(arena, gained,
                        explaining->job->event.request[meeting->request[0]].id);
    }
}

static void put_amendments(const struct request_report *report,
                           struct value *object,
                           const struct amendments *amendments)
{
    struct arena *arena = arena_of(report);
    struct value *list = value_put(arena, object, "changes", VALUE_LIST);
    for (int k = 0; k < amendments->n; k++) {
        const struct amendment *amendment = &amendments->item[k];
        struct value *row = value_push(arena, list, VALUE_OBJECT);
        value_put_text(arena, row, "kind", amendment_kind_name(amendment->kind));
        value_put_text(arena, row, "text",
                       explain_amendment(report->explaining, amendment));
    }
    list = value_put(arena, object, "edits", VALUE_LIST);
    amendment_put_edits(arena, list, &report->explaining->job->event, amendments);
}

static void put_proposal(const struct request_report *report, struct value *object,
                         const struct plan_proposal *proposal)
{
    put_amendments(report, object, &proposal->amendments);
    value_put_bool(arena_of(report), object, "locked", proposal->is_locked);
    value_put_bool(arena_of(report), object, "costs_nobody",
                   proposal->costs_nobody);
    put_trial(report, object, "solve", &proposal->fresh);
    put_trial(report, object, "solve_previous", &proposal->rerun);
}

static void put_slots(const struct request_report *report, struct value *object)
{
    struct arena *arena = arena_of(report);
    const struct event *event = &report->explaining->job->event;
    struct value *list = value_put(arena, object, "slots", VALUE_LIST);
    for (int s = 0; s < event->n_slots && report->remedies.required.n == 0; s++) {
        struct obstacles obstacles;
        find_obstacles(report, s, &obstacles);
        struct value *row = value_push(arena, list, VALUE_OBJECT);
        value_put_text(arena, row, "slot", event->slot[s].id);
        struct value *of_slot = value_put(arena, row, "obstacles", VALUE_LIST);
        for (int k = 0; k < obstacles.n; k++) {
            const struct obstacle *obstacle = &obstacles.item[k];
            struct value *entry = value_push(arena, of_slot, VALUE_OBJECT);
            value_put_text(arena, entry, "kind", obstacle_name(obstacle->kind));
            value_put_text(
                arena, entry, "text",
                explain_obstacle(report->explaining, obstacle, report->m, s));
        }
    }
}

static void put(const struct request_report *report)
{
    struct arena *arena = arena_of(report);
    const struct explaining *explaining = report->explaining;
    const struct event *event = &explaining->job->event;
    const struct plan_remedies *remedies = &report->remedies;
    struct value *object = value_push(arena, explaining->list, VALUE_OBJECT);
    value_put_text(arena, object, "request", event->request[report->q].id);
    value_put_bool(arena, object, "served", false);
    if (report->unscheduled) {
        value_put_text(arena, object, "reason",
                       reason_name(report->unscheduled->reason));
        value_put_text(
            arena, object, "text",
            reason_text(arena, event, &explaining->schedule, report->unscheduled));
    }
    value_put_number(arena, object, "worth",
                     explaining->job->elig.meeting[report->m].value);
    put_slots(report, object);
    struct value *list = value_put(arena, object, "proposals", VALUE_LIST);
    for (int k = 0; k < remedies->n; k++) {
        put_proposal(report, value_push(arena, list, VALUE_OBJECT),
                     &remedies->proposal[k]);
    }
    if (remedies->has_forced) {
        put_proposal(report, value_put(arena, object, "forced", VALUE_OBJECT),
                     &remedies->forced);
    }
    if (remedies->has_yielding) {
        put_proposal(report, value_put(arena, object, "yielding", VALUE_OBJECT),
                     &remedies->yielding);
    }
    value_put_bool(arena, object, "cannot_be_forced",
                   !remedies->has_forced && !remedies->interrupted &&
                       remedies->forced.rerun.status == PLAN_INFEASIBLE);
    value_put_number(arena, object, "runs", remedies->n_trials);
    value_put_number(arena, object, "not_tried", remedies->n_untried);
    value_put_bool(arena, object, "forced_not_tried", remedies->forced_untried);
}

void explain_request(struct explaining *explaining, int q)
{
    struct job *job = explaining->job;
    struct request_report *report =
        arena_new(&job->arena, 1, struct request_report);
    const struct plan_remedy_wish wish = {
        .q = q, .p = -1, .n = PLAN_PROPOSALS_MOST};
    *report = (struct request_report){
        .explaining = explaining,
        .q = q,
        .m = job->elig.meeting_of_request[q],
        .unscheduled = explaining_unscheduled(explaining, q),
    };
    objective_values(job->arena, &job->event, &job->elig, &explaining->schedule,
                     NULL, report->present);
    explaining_begin(explaining, 1);
    plan_remedies_find(&job->arena, &explaining->base, &wish, &report->remedies);
    explaining_end(explaining);
    explaining->was_cut |=
        report->remedies.n_untried > 0 || report->remedies.forced_untried;
    if (job->as_json) {
        put(report);
    } else {
        print(report);
    }
}
