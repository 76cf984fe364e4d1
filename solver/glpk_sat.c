/* The child builds GLPK's problem (a clause is a row: the sum of its literals is
 * at least 1), decides it and sends one byte, 'y' or 'n', and after 'y' a byte
 * per variable. Whatever else ends it closes the pipe without an answer. MiniSat
 * prints a line per restart, so that its restarts are counted in the hook which
 * swallows what GLPK prints. */

#include "solver/glpk_sat.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glpk.h>

enum { POLL_MS = 50 };

struct child {
    int out; /* end of the pipe */
    pid_t parent;
    int n_restarts, max_restarts;
};

/* MiniSat's table has a line of numbers before each restart: "|       100 | ...". */
static bool is_restart(const char *text)
{
    if (*text != '|') {
        return false;
    }
    do {
        text++;
    } while (*text == ' ');
    return *text >= '0' && *text <= '9';
}

static int on_print(void *info, const char *text)
{
    struct child *child = info;
    if (is_restart(text) && (child->n_restarts++ >= child->max_restarts ||
                             getppid() != child->parent)) {
        _exit(0);
    }
    return 1;
}

static _Noreturn void on_error(void *info)
{
    (void)info;
    _exit(1);
}

static bool write_all(int out, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t done = write(out, bytes, n);
        if (done < 0 && errno != EINTR) {
            return false;
        }
        bytes += done < 0 ? 0 : done;
        n -= done < 0 ? 0 : (size_t)done;
    }
    return true;
}

static void load_clauses(glp_prob *prob, struct arena scratch,
                         const struct clauses *clauses)
{
    int n = clauses->n_literals;
    int *row = arena_new(&scratch, n + 1, int);
    int *column = arena_new(&scratch, n + 1, int);
    double *coef = arena_new(&scratch, n + 1, double);
    glp_add_cols(prob, clauses->n_variables);
    for (int j = 1; j <= clauses->n_variables; j++) {
        glp_set_col_kind(prob, j, GLP_BV);
    }
    glp_add_rows(prob, clauses->n_clauses);
    for (int c = 0, i = 0; c < clauses->n_clauses; c++) {
        int n_negated = 0;
        for (; i < clauses->end[c]; i++) {
            int literal = clauses->literal[i];
            row[i + 1] = c + 1;
            column[i + 1] = literal < 0 ? -literal : literal;
            coef[i + 1] = literal < 0 ? -1 : 1;
            n_negated += literal < 0;
        }
        glp_set_row_bnds(prob, c + 1, GLP_LO, 1 - n_negated, 0);
    }
    glp_load_matrix(prob, n, row, column, coef);
}

static void send_answer(const struct child *child, struct arena scratch,
                        glp_prob *prob, int n_variables)
{
    int failed = glp_minisat1(prob);
    int status = glp_mip_status(prob);
    if (failed != 0 || (status != GLP_OPT && status != GLP_NOFEAS)) {
        return;
    }
    char *answer = arena_new(&scratch, n_variables + 1, char);
    answer[0] = status == GLP_OPT ? 'y' : 'n';
    for (int j = 1; status == GLP_OPT && j <= n_variables; j++) {
        answer[j] = glp_mip_col_val(prob, j) > 0.5;
    }
    write_all(child->out, answer, status == GLP_OPT ? (size_t)n_variables + 1 : 1);
}

static _Noreturn void run_child(struct child *child, struct arena scratch,
                                const struct clauses *clauses)
{
    glp_error_hook((void (*)(void *))on_error, NULL);
    glp_term_hook(on_print, child);
    glp_term_out(GLP_ON);
    glp_prob *prob = glp_create_prob();
    load_clauses(prob, scratch, clauses);
    send_answer(child, scratch, prob, clauses->n_variables);
    _exit(0);
}

/* Waits until there is something to read; false if the work is to end. */
static bool wait_for(int in, const struct sat_effort *effort)
{
    struct pollfd pollfd = {.fd = in, .events = POLLIN};
    for (;;) {
        int ready = poll(&pollfd, 1, POLL_MS);
        if (ready > 0) {
            return true;
        }
        if ((ready < 0 && errno != EINTR) ||
            (effort->poll && effort->poll(effort->context))) {
            return false;
        }
    }
}

/* Reads n bytes; false if there are fewer. */
static bool read_all(int in, const struct sat_effort *effort, char *bytes, size_t n)
{
    while (n > 0) {
        if (!wait_for(in, effort)) {
            return false;
        }
        ssize_t done = read(in, bytes, n);
        if (done == 0 || (done < 0 && errno != EINTR)) {
            return false;
        }
        bytes += done < 0 ? 0 : done;
        n -= done < 0 ? 0 : (size_t)done;
    }
    return true;
}

static enum sat_answer receive(struct arena *arena, int in,
                               const struct clauses *clauses,
                               const struct sat_effort *effort, bool **value)
{
    char answer;
    if (!read_all(in, effort, &answer, 1)) {
        return SAT_UNKNOWN;
    }
    if (answer == 'n') {
        return SAT_NO;
    }
    size_t n = (size_t)clauses->n_variables;
    struct arena scratch;
    bool *values = arena_new(arena, n + 1, bool);
    scratch = *arena;
    char *bytes = arena_new(&scratch, n, char);
    if (answer != 'y' || !read_all(in, effort, bytes, n)) {
        return SAT_UNKNOWN;
    }
    for (size_t i = 0; i < n; i++) {
        values[i + 1] = bytes[i] != 0;
    }
    *value = values;
    return SAT_YES;
}

enum sat_answer glpk_sat(struct arena *arena, const struct clauses *clauses,
                         const struct sat_effort *effort, bool **value)
{
    if (clauses->is_false) {
        return SAT_NO;
    }
    if (clauses->n_clauses == 0) { /* GLPK wants rows */
        *value = arena_new(arena, clauses->n_variables + 1, bool);
        return SAT_YES;
    }
    int pipe_end[2];
    if (pipe(pipe_end) != 0) {
        return SAT_UNKNOWN;
    }
    struct child child = {
        .out = pipe_end[1],
        .parent = getpid(),
        .max_restarts = effort->max_restarts,
    };
    pid_t pid = fork();
    if (pid == 0) {
        close(pipe_end[0]);
        run_child(&child, *arena, clauses);
    }
    close(pipe_end[1]);
    enum sat_answer answer = SAT_UNKNOWN;
    if (pid > 0) {
        answer = receive(arena, pipe_end[0], clauses, effort, value);
        kill(pid, SIGKILL);
        while (waitpid(pid, NULL, 0) < 0 && errno == EINTR) {
        }
    }
    close(pipe_end[0]);
    return answer;
}
