#include "scheduler/commands/comparison.h"

#include "io/json_diff.h"
#include "io/value_build.h"
#include "scheduler/model/recall.h"

void comparison_make(struct job *job, const struct schedule *old,
                     const struct schedule *now, struct comparison *compared)
{
    struct arena *arena = &job->arena;
    const struct schedule *const both[] = {old, now};
    struct event *event = &compared->event;
    recall_people(arena, &job->event, both, 2, event);
    compared->old = recall_schedule(arena, event, &job->elig, old);
    compared->now = recall_schedule(arena, event, &job->elig, now);
    diff_plans(arena, &compared->old, &compared->now, &compared->plans);
    diff_told(arena, event, &compared->old, &compared->now, &compared->told);
}

void comparison_put(struct job *job, const struct comparison *compared)
{
    struct arena *arena = &job->arena;
    struct diff_listeners listeners;
    const struct json_diff_input input = {&compared->event, &job->elig,
                                          &compared->now,   &compared->plans,
                                          &compared->told,  &listeners};
    diff_listeners(arena, &compared->event, &compared->told, &listeners);
    job->result = arena_new(arena, 1, struct value);
    value_init(job->result, VALUE_OBJECT);
    json_diff_put(arena, &input, job->result);
}
