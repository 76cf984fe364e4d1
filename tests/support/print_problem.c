#include "tests/support/print_problem.h"

static const char *const level_names[SOLVER_N_LEVELS] = {
    [SOLVER_GUARANTEE] = "guarantee",     [SOLVER_SERVED] = "served",
    [SOLVER_BALANCE] = "balance",         [SOLVER_STABILITY] = "stability",
    [SOLVER_COMFORT] = "comfort",         [SOLVER_BURDEN] = "burden",
    [SOLVER_COMPACTNESS] = "compactness", [SOLVER_ROOMS] = "rooms",
};

const char *solver_level_name(enum solver_level level)
{
    return level_names[level];
}

static void print_limit(FILE *out, const char *name, int limit)
{
    if (limit != PROBLEM_NO_LIMIT) {
        fprintf(out, " %s %d", name, limit);
    }
}

static void print_participants(FILE *out, const struct problem *problem)
{
    for (int p = 0; p < problem->n_participants; p++) {
        fprintf(out, "participant %d: min_meetings %d", p,
                problem->min_meetings[p]);
        if (problem->parallel[p] != 1) {
            fprintf(out, " parallel %d", problem->parallel[p]);
        }
        print_limit(out, "max_meetings", problem->max_meetings[p]);
        print_limit(out, "max_consecutive", problem->max_consecutive[p]);
        if (problem->begun_consecutive) {
            print_limit(out, "begun_consecutive", problem->begun_consecutive[p]);
        }
        print_limit(out, "max_gaps", problem->max_gaps[p]);
        fprintf(out, " cost");
        for (int s = 0; s < problem->n_slots; s++) {
            fprintf(out, " %d", problem->cost[p * problem->n_slots + s]);
        }
        fputc('\n', out);
    }
}

/* "{0,2}" */
static void print_set(FILE *out, const struct set_family *family, int k)
{
    const char *separator = "";
    fputc('{', out);
    for (int i = 0; i < family->n_members; i++) {
        if (bits_has(set_family_at(family, k), i)) {
            fprintf(out, "%s%d", separator, i);
            separator = ",";
        }
    }
    fputc('}', out);
}

/* The slots of the domain, each with its rooms and interpreters. */
static void print_domain(FILE *out, const struct problem *problem, int m)
{
    fprintf(out, " slots");
    for (int s = 0; s < problem->n_slots; s++) {
        if (!bits_has(problem->domain + m * problem->slot_words, s)) {
            continue;
        }
        fprintf(out, " %d", s);
        int rooms = problem->room_set[m * problem->n_slots + s];
        int interpreters = problem->interpreter_set[m * problem->n_slots + s];
        if (rooms >= 0) {
            fputc('R', out);
            print_set(out, problem->rooms, rooms);
        }
        if (interpreters >= 0) {
            fputc('I', out);
            print_set(out, problem->interpreters, interpreters);
        }
    }
}

static void print_meetings(FILE *out, const struct problem *problem)
{
    for (int m = 0; m < problem->n_meetings; m++) {
        fprintf(out, "meeting %d: of", m);
        for (int k = problem->participants.start[m];
             k < problem->participants.start[m + 1]; k++) {
            fprintf(out, " %d", problem->participants.item[k]);
        }
        fprintf(out, " value %lld", (long long)problem->value[m]);
        fprintf(out, "%s", problem->must[m] ? " must" : "");
        print_domain(out, problem, m);
        for (int k = problem->after.start[m]; k < problem->after.start[m + 1];
             k++) {
            fprintf(out, " after %d", problem->after.item[k]);
        }
        if (problem->had_previous && problem->had_previous[m]) {
            fprintf(out, " before: slot %d room %d interpreter %d%s",
                    problem->previous_slot[m], problem->previous_room[m],
                    problem->previous_interpreter[m],
                    problem->previous_can_be_same[m] ? "" : " gone");
        }
        fputc('\n', out);
    }
}

void problem_print(FILE *out, const struct problem *problem)
{
    fprintf(out, "sessions of slots:");
    for (int s = 0; s < problem->n_slots; s++) {
        fprintf(out, " %d", problem->session[s]);
    }
    if (problem->begun_consecutive) {
        fprintf(out, ", of which %d has begun", problem->begun_session);
    }
    fprintf(out, "\nrooms %d, interpreters %d\n", problem->n_rooms,
            problem->n_interpreters);
    for (int i = 0; i < problem->n_interpreters; i++) {
        fprintf(out, "interpreter %d:", i);
        print_limit(out, "max_meetings", problem->interpreter_max_meetings[i]);
        print_limit(out, "max_consecutive",
                    problem->interpreter_max_consecutive[i]);
        if (problem->begun_interpreter_consecutive) {
            print_limit(out, "begun_consecutive",
                        problem->begun_interpreter_consecutive[i]);
        }
        fputc('\n', out);
    }
    print_participants(out, problem);
    print_meetings(out, problem);
    fprintf(out, "levels:");
    for (int k = 0; k < problem->n_levels; k++) {
        fprintf(out, " %s", solver_level_name(problem->level[k]));
    }
    fputc('\n', out);
}
