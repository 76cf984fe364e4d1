/* Goes through the slots in time order and decides whether p is busy, depth
 * first, for 0, 1, 2 ... gaps. The busy slots so far are matched with meetings, so
 * that a slot nobody is left for ends the branch at once; once as many slots are
 * busy as there are meetings, all of them are matched. How many slots up to s
 * are busy lies between bounds from meetings that lie wholly before or
 * behind, and from the slots still to come. */

#include "solver/least_gaps.h"

#include "scheduler/base/bits.h"
#include "solver/matching.h"

enum { MOST_STEPS = 20000 };

struct pattern_search {
    const struct least_gaps_task *task;
    struct matching matching; /* slots on the left, meetings on the right */
    int *low, *high;          /* busy slots among 0 ... s */
    int limit;                /* of gaps */
    int n_steps;
};

struct pattern {
    int s;              /* the next slot */
    int n_busy, n_gaps; /* before it */
    int run;            /* busy slots just before s, in its session */
    bool met;           /* busy before in this session */
};

static void bound_prefixes(struct arena *scratch, struct pattern_search *search)
{
    const struct least_gaps_task *task = search->task;
    const struct problem *problem = task->problem;
    int n = problem->n_slots;
    search->low = arena_new(scratch, n, int);
    search->high = arena_new(scratch, n, int);
    int *n_free = arena_new(scratch, n + 1, int); /* usable slots before s */
    int *n_begun = arena_new(scratch, n + 1, int);
    int *n_over = arena_new(scratch, n + 1, int);
    for (int k = 0; k < task->n_meetings; k++) {
        const uint64_t *domain =
            task->domain + (int64_t)task->meeting[k] * problem->slot_words;
        int last = -1;
        for (int s = bits_next(domain, n, 0); s >= 0;
             s = bits_next(domain, n, s + 1)) {
            n_begun[s] += last < 0;
            bits_add(matching_row(&search->matching, s), k);
            n_free[s] = 1;
            last = s;
        }
        n_over[last < 0 ? 0 : last]++;
    }
    int all_free = 0, begun = 0, over = 0, free_before = 0;
    for (int s = 0; s < n; s++) {
        all_free += n_free[s];
    }
    for (int s = 0; s < n; s++) {
        begun += n_begun[s];
        over += n_over[s];
        free_before += n_free[s];
        int rest = task->n_meetings - (all_free - free_before);
        search->low[s] = over > rest ? over : rest;
        search->high[s] = begun < free_before ? begun : free_before;
    }
}

static bool go_on(struct pattern_search *search, struct pattern pattern);

static bool try_busy(struct pattern_search *search, struct pattern pattern)
{
    const struct least_gaps_task *task = search->task;
    int most = problem_longest_run(task->problem, task->p, pattern.s);
    pattern.n_gaps += pattern.met && pattern.run == 0;
    pattern.run++;
    if (pattern.n_gaps > search->limit ||
        (most != PROBLEM_NO_LIMIT && pattern.run > most) ||
        pattern.n_busy >= search->high[pattern.s] ||
        !matching_augment(&search->matching, pattern.s)) {
        return false;
    }
    int s = pattern.s++;
    pattern.n_busy++;
    pattern.met = true;
    bool found = go_on(search, pattern);
    matching_release(&search->matching, s);
    return found;
}

static bool try_idle(struct pattern_search *search, struct pattern pattern)
{
    if (pattern.n_busy < search->low[pattern.s]) {
        return false;
    }
    pattern.s++;
    pattern.run = 0;
    return go_on(search, pattern);
}

/* True if a pattern is found, or if the effort is used up. */
static bool go_on(struct pattern_search *search, struct pattern pattern)
{
    const struct problem *problem = search->task->problem;
    if (pattern.n_busy == search->task->n_meetings ||
        ++search->n_steps > MOST_STEPS) {
        return true;
    }
    int s = pattern.s;
    if (s == problem->n_slots) {
        return false;
    }
    if (s > 0 && problem->session[s] != problem->session[s - 1]) {
        pattern.run = 0;
        pattern.met = false;
    }
    return try_busy(search, pattern) || try_idle(search, pattern);
}

int least_gaps(struct arena scratch, const struct least_gaps_task *task)
{
    struct pattern_search search = {.task = task};
    matching_init(&scratch, task->problem->n_slots, task->n_meetings,
                  &search.matching);
    bound_prefixes(&scratch, &search);
    struct pattern start = {0};
    while (search.limit <= task->most && !go_on(&search, start)) {
        search.limit++;
    }
    return search.limit;
}
