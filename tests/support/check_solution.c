/* Each rule is asked as it is written, of the whole assignment, with nothing
 * kept from one question to the next. */

#include "tests/support/check_solution.h"

#include <stdarg.h>
#include <stdbool.h>

#include "tests/support/print_problem.h"

struct judge {
    FILE *out;
    const struct problem *problem;
    const struct solution *solution;
    int n_wrong;
};

__attribute__((format(printf, 2, 3))) static void wrong(struct judge *judge,
                                                        const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fprintf(judge->out, "wrong: ");
    vfprintf(judge->out, format, args);
    fputc('\n', judge->out);
    va_end(args);
    judge->n_wrong++;
}

static bool takes_part(const struct problem *problem, int p, int m)
{
    for (int k = problem->participants.start[m];
         k < problem->participants.start[m + 1]; k++) {
        if (problem->participants.item[k] == p) {
            return true;
        }
    }
    return false;
}

/* Meetings of p in slot s. */
static int count_at(const struct problem *problem, const struct solution *solution,
                    int p, int s)
{
    int n = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        n += solution->slot[m] == s && takes_part(problem, p, m);
    }
    return n;
}

static int count_all(const struct problem *problem, const struct solution *solution,
                     int p)
{
    int n = 0;
    for (int s = 0; s < problem->n_slots; s++) {
        n += count_at(problem, solution, p, s);
    }
    return n;
}

static bool works_at(const struct problem *problem, const struct solution *solution,
                     int i, int s)
{
    for (int m = 0; m < problem->n_meetings; m++) {
        if (solution->slot[m] == s && solution->interpreter[m] == i) {
            return true;
        }
    }
    return false;
}

static bool are_neighbours(const struct problem *problem, int s)
{
    return s + 1 < problem->n_slots &&
           problem->session[s] == problem->session[s + 1];
}

static int count_gaps_of(const struct problem *problem,
                         const struct solution *solution, int p)
{
    int n = 0;
    for (int s = 0; s < problem->n_slots; s++) {
        /* A gap is known by its first free slot: busy before, busy later on. */
        if (s == 0 || !are_neighbours(problem, s - 1) ||
            count_at(problem, solution, p, s - 1) == 0 ||
            count_at(problem, solution, p, s) > 0) {
            continue;
        }
        for (int t = s + 1; t < problem->n_slots; t++) {
            if (problem->session[t] == problem->session[s] &&
                count_at(problem, solution, p, t) > 0) {
                n++;
                break;
            }
        }
    }
    return n;
}

static int64_t comfort_of(const struct problem *problem,
                          const struct solution *solution, int p)
{
    int64_t sum = 0;
    for (int s = 0; s < problem->n_slots; s++) {
        sum += (int64_t)count_at(problem, solution, p, s) *
               problem->cost[p * problem->n_slots + s];
    }
    return sum;
}

/* The room where p meets in slot s; -1 also for meetings without one. */
static int room_at(const struct problem *problem, const struct solution *solution,
                   int p, int s)
{
    for (int m = 0; m < problem->n_meetings; m++) {
        if (solution->slot[m] == s && takes_part(problem, p, m)) {
            return solution->room[m];
        }
    }
    return -1;
}

static int room_changes_of(const struct problem *problem,
                           const struct solution *solution, int p)
{
    int n = 0, before = -1; /* the slot of the meeting before */
    for (int s = 0; s < problem->n_slots && problem->parallel[p] == 1; s++) {
        if (count_at(problem, solution, p, s) == 0) {
            continue;
        }
        n += before >= 0 && problem->session[before] == problem->session[s] &&
             room_at(problem, solution, p, before) !=
                 room_at(problem, solution, p, s);
        before = s;
    }
    return n;
}

static int stability_of(const struct problem *problem,
                        const struct solution *solution, int m)
{
    if (!problem->had_previous || !problem->had_previous[m]) {
        return 0;
    }
    if (solution->slot[m] == -1) {
        return 100;
    }
    if (solution->slot[m] != problem->previous_slot[m]) {
        return 10;
    }
    return problem->previous_can_be_same[m] &&
                   solution->room[m] == problem->previous_room[m] &&
                   solution->interpreter[m] == problem->previous_interpreter[m]
               ? 0
               : 1;
}

static int64_t value_of_participant(const struct problem *problem,
                                    const struct solution *solution,
                                    enum solver_level level, int p)
{
    int n = count_all(problem, solution, p);
    int64_t value = 0;
    switch (level) {
    case SOLVER_GUARANTEE:
        return n < problem->min_meetings[p] ? problem->min_meetings[p] - n : 0;
    case SOLVER_BALANCE:
        for (int k = 1; k <= n; k++) {
            value += 1000 / k;
        }
        return value;
    case SOLVER_COMFORT:
    case SOLVER_BURDEN:
        return comfort_of(problem, solution, p);
    case SOLVER_COMPACTNESS:
        return count_gaps_of(problem, solution, p);
    case SOLVER_ROOMS:
        return room_changes_of(problem, solution, p);
    case SOLVER_SERVED:
    case SOLVER_STABILITY:
    case SOLVER_N_LEVELS:
        break;
    }
    return 0; /* belongs to meetings */
}

int64_t solution_value(const struct problem *problem,
                       const struct solution *solution, enum solver_level level)
{
    int64_t sum = 0;
    for (int m = 0; m < problem->n_meetings; m++) {
        if (level == SOLVER_SERVED && solution->slot[m] >= 0) {
            sum += problem->value[m];
        }
        if (level == SOLVER_STABILITY) {
            sum += stability_of(problem, solution, m);
        }
    }
    for (int p = 0; p < problem->n_participants; p++) {
        int64_t value = value_of_participant(problem, solution, level, p);
        if (level != SOLVER_BURDEN) {
            sum += value;
        } else if (value > sum) {
            sum = value;
        }
    }
    return sum;
}

static bool has_begun(const struct problem *problem, int s)
{
    return problem->begun_consecutive &&
           problem->session[s] == problem->begun_session;
}

static void judge_participant(struct judge *judge, int p)
{
    const struct problem *problem = judge->problem;
    const struct solution *solution = judge->solution;
    int run = 0;
    for (int s = 0; s < problem->n_slots; s++) {
        int n = count_at(problem, solution, p, s);
        int most = has_begun(problem, s) ? problem->begun_consecutive[p]
                                         : problem->max_consecutive[p];
        if (n > problem->parallel[p]) {
            wrong(judge, "participant %d is in %d meetings in slot %d", p, n, s);
        }
        run = n > 0 ? run + 1 : 0;
        if (most != PROBLEM_NO_LIMIT && run > most) {
            wrong(judge, "participant %d is busy in %d slots in a row", p, run);
        }
        if (!are_neighbours(problem, s)) {
            run = 0;
        }
    }
    int n = count_all(problem, solution, p);
    if (problem->max_meetings[p] != PROBLEM_NO_LIMIT &&
        n > problem->max_meetings[p]) {
        wrong(judge, "participant %d has %d meetings", p, n);
    }
    int gaps = count_gaps_of(problem, solution, p);
    if (problem->max_gaps[p] != PROBLEM_NO_LIMIT && gaps > problem->max_gaps[p]) {
        wrong(judge, "participant %d has %d gaps", p, gaps);
    }
}

static void judge_interpreter(struct judge *judge, int i)
{
    const struct problem *problem = judge->problem;
    int run = 0, total = 0;
    for (int s = 0; s < problem->n_slots; s++) {
        bool works = works_at(problem, judge->solution, i, s);
        int longest = has_begun(problem, s)
                          ? problem->begun_interpreter_consecutive[i]
                          : problem->interpreter_max_consecutive[i];
        total += works;
        run = works ? run + 1 : 0;
        if (longest != PROBLEM_NO_LIMIT && run > longest) {
            wrong(judge, "interpreter %d is busy in %d slots in a row", i, run);
        }
        if (!are_neighbours(problem, s)) {
            run = 0;
        }
    }
    int most = problem->interpreter_max_meetings[i];
    if (most != PROBLEM_NO_LIMIT && total > most) {
        wrong(judge, "interpreter %d has %d meetings", i, total);
    }
}

/* A room or an interpreter: named where one is needed, and one that fits. */
static void judge_name(struct judge *judge, int m, int set,
                       const struct set_family *family, int name)
{
    if (set < 0 && name != -1) {
        wrong(judge, "meeting %d has room or interpreter %d and needs none", m,
              name);
    }
    if (set >= 0 && (name < 0 || name >= family->n_members ||
                     !bits_has(set_family_at(family, set), name))) {
        wrong(judge, "meeting %d has room or interpreter %d, which does not fit", m,
              name);
    }
}

static void judge_meeting(struct judge *judge, int m)
{
    const struct problem *problem = judge->problem;
    const struct solution *solution = judge->solution;
    int s = solution->slot[m];
    if (s == -1) {
        if (problem->must[m]) {
            wrong(judge, "meeting %d must be held and is not", m);
        }
        if (solution->room[m] != -1 || solution->interpreter[m] != -1) {
            wrong(judge, "meeting %d is not held, with a room or an interpreter",
                  m);
        }
        return;
    }
    if (s < 0 || s >= problem->n_slots ||
        !bits_has(problem->domain + m * problem->slot_words, s)) {
        wrong(judge, "meeting %d cannot be in slot %d", m, s);
        return;
    }
    for (int k = problem->after.start[m]; k < problem->after.start[m + 1]; k++) {
        int before = problem->after.item[k];
        if (solution->slot[before] == -1 || solution->slot[before] >= s) {
            wrong(judge, "meeting %d is not after meeting %d", m, before);
        }
    }
    judge_name(judge, m, problem->room_set[m * problem->n_slots + s],
               problem->rooms, solution->room[m]);
    judge_name(judge, m, problem->interpreter_set[m * problem->n_slots + s],
               problem->interpreters, solution->interpreter[m]);
}

static void judge_pair(struct judge *judge, int m, int o)
{
    const struct solution *solution = judge->solution;
    if (solution->slot[m] == -1 || solution->slot[m] != solution->slot[o]) {
        return;
    }
    if (solution->room[m] != -1 && solution->room[m] == solution->room[o]) {
        wrong(judge, "meetings %d and %d are in one room", m, o);
    }
    if (solution->interpreter[m] != -1 &&
        solution->interpreter[m] == solution->interpreter[o]) {
        wrong(judge, "meetings %d and %d have one interpreter", m, o);
    }
}

static void judge_level(struct judge *judge, int k)
{
    enum solver_level level = judge->problem->level[k];
    const struct solver_level_result *result = &judge->solution->level[k];
    int64_t value = solution_value(judge->problem, judge->solution, level);
    if (result->value != value) {
        wrong(judge, "%s is given as %lld and is %lld", solver_level_name(level),
              (long long)result->value, (long long)value);
    }
    bool maximised = level == SOLVER_SERVED || level == SOLVER_BALANCE;
    if (result->has_bound &&
        (maximised ? result->bound < value : result->bound > value)) {
        wrong(judge, "%s is %lld, beyond its bound %lld", solver_level_name(level),
              (long long)value, (long long)result->bound);
    }
}

int check_solution(FILE *out, const struct problem *problem,
                   const struct solution *solution)
{
    struct judge judge = {.out = out, .problem = problem, .solution = solution};
    for (int m = 0; m < problem->n_meetings; m++) {
        judge_meeting(&judge, m);
        for (int o = 0; o < m; o++) {
            judge_pair(&judge, m, o);
        }
    }
    for (int p = 0; p < problem->n_participants; p++) {
        judge_participant(&judge, p);
    }
    for (int i = 0; i < problem->n_interpreters; i++) {
        judge_interpreter(&judge, i);
    }
    for (int k = 0; k < problem->n_levels; k++) {
        judge_level(&judge, k);
    }
    return judge.n_wrong;
}
