/* Somebody's calendar as it was sent is laid over the event's slots. It kept all limits
 * when it was planned, so that one which it exceeds now has been lowered since. */

#include "scheduler/model/cause_limit.h"

#include <string.h>

#include "scheduler/base/text.h"

/* The limits and the calendar of a participant or an interpreter. */
struct limited {
    const char *id, *name;
    bool is_interpreter;
    int parallel, max_meetings, max_consecutive, max_gaps; /* or NO_LIMIT */
    int *held; /* meetings in each slot */
    int n;
};

static bool has(const struct limited *who, const struct schedule_meeting *entry)
{
    return who->is_interpreter ? strcmp(entry->sent.interpreter_id, who->id) == 0
                               : strings_has(&entry->participant_ids, who->id);
}

static void enter(const struct event *event, const struct eligibility *elig,
                  const struct schedule_meeting *entry, int n, struct limited *who)
{
    for (int k = 0; k < n; k++) {
        bool counts = entry[k].sent.state == SENT_CONFIRMED && entry[k].m >= 0 &&
                      elig->meeting[entry[k].m].possible && has(who, &entry[k]);
        int s = counts ? event_find_times(event, entry[k].sent.start_s,
                                          entry[k].sent.end_s)
                       : -1;
        if (s >= 0) {
            who->held[s]++;
            who->n++;
        }
    }
}

static bool follows(const struct event *event, const struct limited *who, int s)
{
    return s > 0 && who->held[s - 1] > 0 &&
           event->slot[s - 1].session == event->slot[s].session;
}

/* Neighbouring slots with meetings, around s. */
static int run_around(const struct event *event, const struct limited *who, int s)
{
    int first = s, last = s;
    while (follows(event, who, first)) {
        first--;
    }
    while (last + 1 < event->n_slots && who->held[last + 1] > 0 &&
           follows(event, who, last + 1)) {
        last++;
    }
    return last - first + 1;
}

static int count_gaps(const struct event *event, const struct limited *who)
{
    int n = 0, last = -1;
    for (int s = 0; s < event->n_slots; s++) {
        if (who->held[s] > 0) {
            n += last >= 0 && last < s - 1 &&
                 event->slot[last].session == event->slot[s].session;
            last = s;
        }
    }
    return n;
}

static bool exceeds(int n, int limit)
{
    return limit != NO_LIMIT && n > limit;
}

/* The first limit that the calendar exceeds around slot s, in words; or NULL. */
static const char *find_exceeded(struct arena *arena, const struct event *event,
                                 const struct limited *who, int s)
{
    if (exceeds(who->n, who->max_meetings)) {
        return arena_printf(arena, "%s may have at most %d meeting%s", who->name,
                            who->max_meetings, text_s(who->max_meetings));
    }
    if (exceeds(who->held[s], who->parallel)) {
        return arena_printf(arena, "%s may be in at most %d meeting%s at a time",
                            who->name, who->parallel, text_s(who->parallel));
    }
    if (exceeds(run_around(event, who, s), who->max_consecutive)) {
        return arena_printf(arena,
                            "%s may have meetings in at most %d slot%s in a "
                            "row",
                            who->name, who->max_consecutive,
                            text_s(who->max_consecutive));
    }
    if (exceeds(count_gaps(event, who), who->max_gaps)) {
        return arena_printf(arena, "%s may have at most %d gap%s between meetings",
                            who->name, who->max_gaps, text_s(who->max_gaps));
    }
    return NULL;
}

static struct limited participant_of(struct arena *arena, const struct event *event,
                                     int p)
{
    const struct participant *who = &event->participant[p];
    return (struct limited){
        .id = who->id,
        .name = who->organisation[0] != '\0' ? who->organisation
                : who->organisation_ja[0] != '\0'
                    ? who->organisation_ja
                    : arena_printf(arena, "'%s'", who->id),
        .parallel = who->parallel,
        .max_meetings = who->max_meetings,
        .max_consecutive = who->max_consecutive,
        .max_gaps = who->max_gaps,
    };
}

static struct limited interpreter_of(struct arena *arena, const struct event *event,
                                     int i)
{
    const struct interpreter *who = &event->interpreter[i];
    return (struct limited){
        .id = who->id,
        .name = arena_printf(arena, "interpreter '%s'", who->id),
        .is_interpreter = true,
        .parallel = 1,
        .max_meetings = who->max_meetings,
        .max_consecutive = who->max_consecutive,
        .max_gaps = NO_LIMIT,
    };
}

bool cause_limit_is_lower(struct arena *arena, const struct event *event,
                          const struct eligibility *elig,
                          const struct schedule *schedule,
                          const struct schedule_meeting *old, const char **words)
{
    int s = event_find_times(event, old->start_s, old->end_s);
    const char *found = NULL;
    if (s < 0 || !schedule_is_when_sent(old)) {
        return false;
    }
    for (int k = 0; k <= old->participant_ids.n && !found; k++) {
        bool is_last = k == old->participant_ids.n; /* the interpreter */
        int who = is_last
                      ? old->i
                      : event_find_participant(event, old->participant_ids.text[k]);
        if (who < 0) {
            continue;
        }
        struct limited limited =
            (is_last ? interpreter_of : participant_of)(arena, event, who);
        limited.held = arena_new(arena, event->n_slots, int);
        enter(event, elig, schedule->meeting, schedule->n_meetings, &limited);
        enter(event, elig, schedule->cancelled, schedule->n_cancelled, &limited);
        found = find_exceeded(arena, event, &limited, s);
    }
    *words = found ? found : *words;
    return found != NULL;
}
