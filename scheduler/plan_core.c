#include "scheduler/plan_core.h"

#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"

enum { MOST_NAMED = 6 }; /* slots */

/* "a and b", of the solver's meeting k */
static const char *name_people(struct arena *arena, const struct plan_input *input,
                               const struct plan_problem *numbers, int k)
{
    const struct lists *people = &numbers->problem.participants;
    const char *text = "";
    for (int e = people->start[k]; e < people->start[k + 1]; e++) {
        text = arena_printf(arena, "%s%s%s", text,
                            e > people->start[k] ? phrase(" and ") : "",
                            input->event->participant[people->item[e]].id);
    }
    return text;
}

/* "am-01, am-02 and 3 more" */
static const char *name_slots(struct arena *arena, const struct plan_input *input,
                              const struct contradiction *clash)
{
    const char *text = "";
    int n = clash->n_slots > MOST_NAMED + 1 ? MOST_NAMED : clash->n_slots;
    for (int k = 0; k < n; k++) {
        const char *joint = k == 0                    ? ""
                            : k == clash->n_slots - 1 ? phrase(" and ")
                                                      : phrase(", ");
        text = arena_printf(arena, "%s%s%s", text, joint,
                            input->event->slot[clash->slot[k]].id);
    }
    return n == clash->n_slots
               ? text
               : arena_printf(
                     arena, "%s%s%s", text, phrase(" and "),
                     arena_printf(arena, phrase("%d more"), clash->n_slots - n));
}

/* What does not agree, or "" where it takes more than a glance to see. */
static const char *tell_clash(struct arena *arena, const struct plan_input *input,
                              const struct plan_problem *numbers,
                              const struct contradiction *clash)
{
    const char *who = clash->p >= 0 ? input->event->participant[clash->p].id : "";
    const char *first = clash->n_meetings > 0
                            ? name_people(arena, input, numbers, clash->meeting[0])
                            : "";
    switch (clash->kind) {
    case CLASH_PREDECESSOR:
        return arena_printf(arena, phrase("%s have to follow %s, who cannot meet"),
                            first,
                            name_people(arena, input, numbers, clash->meeting[1]));
    case CLASH_NO_SLOT:
        return arena_printf(arena, phrase("no slot is left for %s"), first);
    case CLASH_MAX_MEETINGS:
        return arena_printf(arena,
                            phrase("%s would have %d meetings and may have %d"),
                            who, clash->needed, clash->limit);
    case CLASH_SLOTS:
        return arena_printf(
            arena, phrase("%d meeting%s of %s %s only %s, where %d can take place"),
            clash->n_meetings, text_s(clash->n_meetings), who,
            clash->n_meetings == 1 ? "has" : "have",
            name_slots(arena, input, clash), clash->limit);
    case CLASH_RUN:
        return arena_printf(arena,
                            phrase("%s would be in more than %d meeting%s without "
                                   "a break"),
                            who, clash->limit, text_s(clash->limit));
    case CLASH_ROOMS:
    case CLASH_INTERPRETERS:
        return arena_printf(
            arena,
            phrase("%d meetings have only %s, where there %s %d %s%s for them"),
            clash->n_meetings, name_slots(arena, input, clash),
            clash->limit == 1 ? "is" : "are", clash->limit,
            phrase(clash->kind == CLASH_ROOMS ? "room" : "interpreter"),
            text_s(clash->limit));
    case CLASH_GAPS: /* not looked at where other meetings may fill them */
    case CLASH_NONE:
        break;
    }
    return "";
}

static void tell_lock(const struct lock *lock, const char *who, const char *why,
                      int n_core, struct findings *findings)
{
    const char *colon = why[0] != '\0' ? phrase(": ") : "";
    if (n_core == 1) {
        findings_add(findings, SEVERITY_ERROR, lock->place,
                     "this lock (%s) cannot hold, whatever else is scheduled%s%s; "
                     "expected one that the limits of its people and the meetings "
                     "which it has to follow allow; release it",
                     who, colon, why);
    } else {
        findings_add(
            findings, SEVERITY_ERROR, lock->place,
            "this lock (%s) cannot hold together with the %d other lock%s "
            "named here%s%s; expected locks that leave everybody a free slot, a "
            "room and an interpreter; release one of them",
            who, n_core - 1, text_s(n_core - 1), colon, why);
    }
}

void plan_tell_core(struct arena *arena, const struct plan_input *input,
                    const struct plan_problem *numbers,
                    const struct solution *solution, struct findings *findings)
{
    const struct event *event = input->event;
    const char *why = tell_clash(arena, input, numbers, &solution->clash);
    for (int k = 0; k < solution->n_core; k++) {
        int m = numbers->model[solution->core[k]];
        const char *who = name_people(arena, input, numbers, solution->core[k]);
        for (int l = 0; l < event->n_locks; l++) {
            const struct lock *lock = &event->lock[l];
            if (lock->kind == LOCK_KEEP &&
                eligibility_find_meeting(input->elig, lock->participant,
                                         lock->n_participants, lock->topic) == m) {
                tell_lock(lock, who, why, solution->n_core, findings);
            }
        }
    }
    if (findings->n_errors == 0) {
        findings_add(findings, SEVERITY_ERROR, (struct place){.file = event->file},
                     "the locks of this event cannot all hold; expected locks that "
                     "can be kept together");
    }
}
