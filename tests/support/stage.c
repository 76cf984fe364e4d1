#include "tests/support/stage.h"

#include <string.h>

#include "scheduler/model/objective.h"
#include "scheduler/model/verify.h"
#include "tests/support/check.h"

static const char *const wishes[] = {"ab", "ba", "ac", "bc", "dg", "ea", "eb",
                                     "ed", "af", "bf", "cg", "da", "db"};
enum { N_WISHES = 11 }; /* the last two belong to the history */

static struct event *make_event(struct arena *arena, int n_wishes)
{
    struct event *event = tiny_event(arena, "abcdefg", 6, 3);
    tiny_session(arena, event, "t", "13:00", 3);
    tiny_contacts(arena, event, "e", 3);
    event->participant[tiny_who("e")].parallel = 2;
    event->participant[tiny_who("g")].languages = tiny_words(arena, "ja");
    event->participant[tiny_who("f")].cancelled = true;
    event->participant[tiny_who("a")].max_meetings = 3;
    event->participant[tiny_who("a")].max_consecutive = 3;
    event->participant[tiny_who("b")].max_gaps = 1;
    tiny_interpreter(arena, event, "en-ja");
    tiny_interpreter(arena, event, "fr-ja");
    event->interpreter[0].max_meetings = 2;
    event->rules.interpreted_room_feature = "booth";
    event->room[1].features = tiny_words(arena, "booth");
    event->room[2].capacity = 4;
    event->room[2].n_reserved_for = 1;
    event->room[2].reserved_for = arena_new(arena, 1, int);
    event->room[2].reserved_for[0] = tiny_who("d");
    for (int q = 0; q < n_wishes; q++) {
        tiny_request(arena, event, wishes[q]);
    }
    event->request[8].status = REQUEST_WITHDRAWN;
    tiny_after(arena, event, 6, 5);
    tiny_lock(arena, event, LOCK_KEEP, 0, 0, 0);
    tiny_lock(arena, event, LOCK_FORBID, 2, 3, -1);
    tiny_lock(arena, event, LOCK_FORBID, 3, -1, 0);
    return event;
}

static void make_schedule(struct stage *stage, struct tiny_plan *plan)
{
    tiny_begin(plan, stage->arena, stage->event, stage->elig);
    tiny_meet(plan, 0, 0, 0, -1);
    tiny_meet(plan, 4, 0, 1, 0);
    tiny_meet(plan, 2, 1, 0, -1);
    tiny_meet(plan, 5, 2, 0, -1);
    tiny_meet(plan, 7, 2, 2, -1);
    tiny_meet(plan, 3, 3, 1, -1);
    tiny_meet(plan, 6, 4, 0, -1);
    tiny_meet(plan, 10, 6, 1, 0);
    tiny_end(plan);
    for (int k = 0; k < plan->schedule.n_unscheduled; k++) {
        plan->schedule.unscheduled[k].reason =
            k == 0 ? REASON_WITHDRAWN : REASON_PARTICIPANT_CANCELLED;
    }
}

static void set_up(struct stage *stage, struct arena *arena, int n_wishes)
{
    *stage = (struct stage){.arena = arena, .event = make_event(arena, n_wishes)};
    stage->elig = tiny_eligibility(arena, stage->event);
    make_schedule(stage, &stage->plan);
    stage->schedule = &stage->plan.schedule;
    stage_set_levels(stage);
}

void stage_build(struct stage *stage, struct arena *arena)
{
    set_up(stage, arena, N_WISHES);
}

void stage_set_levels(struct stage *stage)
{
    int64_t value[N_LEVELS];
    struct schedule *schedule = stage->schedule;
    objective_values(*stage->arena, stage->event, stage->elig, schedule,
                     stage->previous, value);
    schedule->n_levels = 0;
    if (stage->previous) {
        schedule->level[schedule->n_levels++].level = LEVEL_STABILITY;
    }
    for (int k = 0; k < stage->event->n_objective; k++) {
        schedule->level[schedule->n_levels++].level = stage->event->objective[k];
    }
    for (int k = 0; k < schedule->n_levels; k++) {
        struct level_result *result = &schedule->level[k];
        result->value = result->bound = value[result->level];
        result->has_bound = result->optimal = true;
    }
}

/* In previous: dropped since, but requested as long ago as that. */
static struct schedule_meeting *add_dropped(struct stage *stage, int q,
                                            const char *id)
{
    struct schedule_meeting *meeting = tiny_meet(&stage->before, q, 7, 0, -1);
    meeting->id = id;
    return meeting;
}

void stage_add_history(struct stage *stage)
{
    struct arena *arena = stage->arena;
    set_up(stage, arena, N_WISHES + 2);
    for (int k = 2; k < 4; k++) {
        stage->schedule->unscheduled[k].reason = REASON_OUTRANKED;
    }
    make_schedule(stage, &stage->before);
    struct schedule *before = &stage->before.schedule;
    before->n_meetings--;
    add_dropped(stage, 11, "m0009");
    struct schedule_meeting *gone = add_dropped(stage, 12, "m0010");
    before->cancelled[before->n_cancelled++] = *gone;
    before->n_meetings--;
    before->cancelled[0].sequence = 1;
    schedule_publish(before);
    schedule_bind(before, stage->event, stage->elig);

    struct schedule *now = stage->schedule;
    for (int k = 0; k < 7; k++) {
        now->meeting[k].sent = before->meeting[k].sent;
    }
    now->meeting[7].id = "m0011";
    now->cancelled[0] = before->meeting[7];
    now->cancelled[0].sequence = 1;
    now->cancelled[1] = before->cancelled[0];
    now->n_cancelled = 2;
    stage->previous = before;
    stage_set_levels(stage);
}

void stage_verify(struct stage *stage, struct findings *findings)
{
    findings_init(findings, stage->arena);
    schedule_bind(stage->schedule, stage->event, stage->elig);
    if (!stage->keeps_levels) {
        stage_set_levels(stage);
    }
    verify_schedule(*stage->arena, stage->event, stage->elig, stage->schedule,
                    stage->previous, "schedule.json", findings);
}

static bool has_finding(const struct findings *findings,
                        const struct breach *breach)
{
    for (int k = 0; k < findings->n_findings; k++) {
        const struct finding *finding = &findings->finding[k];
        const char *field = finding->place.field;
        bool same_field = field && breach->field ? strcmp(field, breach->field) == 0
                                                 : field == breach->field;
        if (finding->severity == SEVERITY_ERROR && same_field &&
            strcmp(finding->place.file, "schedule.json") == 0 &&
            strstr(finding->text, breach->text)) {
            return true;
        }
    }
    return false;
}

void stage_check(struct arena scratch, bool with_history,
                 const struct breach *breach, int n)
{
    for (int k = 0; k < n; k++) {
        struct arena arena = scratch;
        struct stage stage;
        struct findings findings;
        stage_build(&stage, &arena);
        if (with_history) {
            stage_add_history(&stage);
        }
        breach[k].commit(&stage);
        stage_verify(&stage, &findings);
        if (!CHECK(has_finding(&findings, &breach[k])) ||
            !CHECK_INT(findings.n_findings, 1 + breach[k].n_more)) {
            printf("breach %d, expected at '%s': %s\nfound:\n", k, breach[k].field,
                   breach[k].text);
            findings_print(&findings, stdout);
        }
    }
}
