#include "tests/support/planned.h"

#include <stdio.h>
#include <stdlib.h>

#include "io/event_read.h"
#include "io/json_event.h"
#include "io/json_schedule.h"
#include "io/schedule_read.h"
#include "scheduler/model/verify.h"
#include "tests/support/event_folder.h"
#include "tests/support/value_text.h"

static void give_up(const char *what)
{
    fprintf(stderr, "%s\n", what);
    exit(1);
}

bool planned_judge(struct arena *arena, struct schedule *previous,
                   struct planned *planned)
{
    struct findings findings;
    enum level *level;
    findings_init(&findings, arena);
    eligibility_build(arena, &planned->event, &planned->elig, &findings);
    planned->findings = findings_text(arena, &findings);
    if (findings_has_errors(&findings)) {
        return false;
    }
    if (previous) {
        schedule_bind(previous, &planned->event, &planned->elig);
    }
    int n =
        plan_objective(arena, &planned->event, NULL, 0, previous != NULL, &level);
    planned->input = (struct plan_input){
        .event = &planned->event,
        .elig = &planned->elig,
        .previous = previous,
        .level = level,
        .n_levels = n,
    };
    return true;
}

bool planned_read(struct arena *arena, const char *json, struct schedule *previous,
                  struct planned *planned)
{
    struct findings findings;
    struct error err;
    findings_init(&findings, arena);
    event_folder_put("event.json", json);
    if (!event_read(arena, &(struct event_input){.path = "event.json"},
                    &planned->event, &findings, &err)) {
        give_up(err.text);
    }
    planned->findings = findings_text(arena, &findings);
    return !findings_has_errors(&findings) &&
           planned_judge(arena, previous, planned);
}

void planned_solve(struct arena *arena, uint64_t seed, int threads,
                   struct planned *planned)
{
    struct plan_options options = {.seed = seed, .threads = threads};
    struct findings findings;
    findings_init(&findings, arena);
    planned->status =
        plan_solve(arena, &planned->input, &options, &planned->schedule, &findings);
    planned->findings = findings_text(arena, &findings);
    planned->schedule.generator_version = "0";
    json_event_digest(*arena, &planned->event, planned->schedule.input_sha256);
}

const char *planned_text(struct arena *arena, const struct planned *planned)
{
    return json_schedule_text(arena, &planned->schedule);
}

const char *planned_verify(struct arena *arena, const struct planned *planned,
                           const struct schedule *schedule)
{
    struct findings findings;
    findings_init(&findings, arena);
    verify_schedule(*arena, &planned->event, &planned->elig, schedule,
                    planned->input.previous, "schedule.json", &findings);
    return findings_text(arena, &findings);
}

void planned_read_schedule(struct arena *arena, const char *json,
                           struct schedule *schedule)
{
    struct findings findings;
    struct error err;
    findings_init(&findings, arena);
    event_folder_put("schedule.json", json);
    if (!schedule_read(arena, "schedule.json", schedule, &findings, &err)) {
        give_up(err.text);
    }
    if (findings_has_errors(&findings)) {
        give_up(findings_text(arena, &findings));
    }
}

int64_t planned_effort(const struct problem *problem)
{
    int64_t effort = 1;
    for (int m = 0; m < problem->n_meetings; m++) {
        int n = bits_count(problem->domain + (int64_t)m * problem->slot_words,
                           problem->slot_words);
        if (effort > INT64_MAX / (n + 1)) {
            return INT64_MAX;
        }
        effort *= n + 1;
    }
    return effort;
}

int planned_better(enum level level, int64_t a, int64_t b)
{
    int order = (a > b) - (a < b);
    return level_is_maximised(level) ? order : -order;
}

int planned_levels_up_to_served(const struct plan_input *input)
{
    for (int k = 0; k < input->n_levels; k++) {
        if (input->level[k] == LEVEL_SERVED) {
            return k + 1;
        }
    }
    return input->n_levels;
}
