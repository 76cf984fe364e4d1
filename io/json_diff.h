#ifndef MATCHDAY_IO_JSON_DIFF_H
#define MATCHDAY_IO_JSON_DIFF_H

#include "io/value.h"
#include "scheduler/base/arena.h"
#include "scheduler/model/diff.h"
#include "scheduler/model/eligibility.h"

/* What `diff` says, for programs: counts; changes, meeting by meeting, from one
 * schedule to the other; told, person by person, from what people were last sent.
 * Instants are UTC. */
struct json_diff_input {
    const struct event *event;
    const struct eligibility *elig;
    const struct schedule *now; /* the schedule that both diffs lead to */
    const struct diff *plans, *told;
    const struct diff_listeners *listeners; /* of told */
};

/* Puts all of it into an object that was built by value_build's functions. In
 * arena; what input points to must live as long. */
void json_diff_put(struct arena *arena, const struct json_diff_input *input,
                   struct value *root);

#endif
