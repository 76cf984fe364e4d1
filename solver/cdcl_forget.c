/* Clauses of glue up to 2 stay, and those that took part in a conflict since last
 * time; of the others the worse part goes. What remains moves together. */

#include <stdlib.h>

#include "solver/cdcl_parts.h"

enum { ALWAYS_KEPT = 2, GONE = -1 };

struct candidate {
    int glue, size, clause;
};

static int compare(const void *a, const void *b) /* the worse first */
{
    const struct candidate *x = a, *y = b;
    if (x->glue != y->glue) {
        return y->glue - x->glue;
    }
    if (x->size != y->size) {
        return y->size - x->size;
    }
    return x->clause - y->clause;
}

static int next_clause(const struct cdcl *cdcl, int clause)
{
    return clause + CLAUSE_HEAD + cdcl->word[clause + CLAUSE_SIZE];
}

static bool is_reason(const struct cdcl *cdcl, int clause)
{
    const int *literal = cdcl->word + clause + CLAUSE_HEAD;
    for (int i = 0; i < 2; i++) {
        if (cdcl->value[literal[i]] > 0 &&
            cdcl->reason[cdcl_variable(literal[i])] == clause) {
            return true;
        }
    }
    return false;
}

/* True for good: at level 0. */
static bool is_satisfied(const struct cdcl *cdcl, int clause)
{
    const int *literal = cdcl->word + clause + CLAUSE_HEAD;
    for (int i = 0; i < cdcl->word[clause + CLAUSE_SIZE]; i++) {
        if (cdcl->value[literal[i]] > 0 &&
            cdcl->level[cdcl_variable(literal[i])] == 0) {
            return true;
        }
    }
    return false;
}

static void choose(struct cdcl *cdcl, struct arena scratch)
{
    int n = 0, capacity = 0;
    struct candidate *row = NULL;
    for (int c = 0; c < cdcl->n_words; c = next_clause(cdcl, c)) {
        int *head = cdcl->word + c;
        if (is_reason(cdcl, c)) {
            continue;
        }
        if (is_satisfied(cdcl, c)) {
            head[CLAUSE_MARK] = GONE;
        } else if (head[CLAUSE_GLUE] > ALWAYS_KEPT && head[CLAUSE_MARK] > 0) {
            head[CLAUSE_MARK]--;
        } else if (head[CLAUSE_GLUE] > ALWAYS_KEPT) {
            row = arena_grow(&scratch, row, n, &capacity, sizeof *row);
            row[n++] = (struct candidate){head[CLAUSE_GLUE], head[CLAUSE_SIZE], c};
        }
    }
    if (n > 0) {
        qsort(row, (size_t)n, sizeof *row, compare);
    }
    for (int i = 0; i < n - n / 4; i++) {
        cdcl->word[row[i].clause + CLAUSE_MARK] = GONE;
    }
}

/* Moves a clause, whose reason, if it is one, follows. */
static void move(struct cdcl *cdcl, int from, int to)
{
    bool reason = is_reason(cdcl, from);
    int n = CLAUSE_HEAD + cdcl->word[from + CLAUSE_SIZE];
    for (int i = 0; i < n; i++) {
        cdcl->word[to + i] = cdcl->word[from + i];
    }
    const int *literal = cdcl->word + to + CLAUSE_HEAD;
    for (int i = 0; reason && i < 2; i++) {
        int v = cdcl_variable(literal[i]);
        if (cdcl->value[literal[i]] > 0 && cdcl->reason[v] == from) {
            cdcl->reason[v] = to;
        }
    }
}

static void close_up(struct cdcl *cdcl)
{
    int to = 0;
    for (int c = 0, next; c < cdcl->n_words; c = next) {
        next = next_clause(cdcl, c);
        if (cdcl->word[c + CLAUSE_MARK] != GONE) {
            move(cdcl, c, to);
            to += next - c;
        }
    }
    cdcl->n_words = to;
}

static void watch_again(struct cdcl *cdcl)
{
    for (int i = 0; i < 2 * cdcl->n_variables + 2; i++) {
        cdcl->watches[i].n = 0;
    }
    for (int pairs = 1; pairs >= 0; pairs--) {
        for (int c = 0; c < cdcl->n_words; c = next_clause(cdcl, c)) {
            if ((cdcl->word[c + CLAUSE_SIZE] == 2) == (pairs == 1)) {
                cdcl_watch(cdcl, c);
            }
        }
    }
}

void cdcl_forget(struct cdcl *cdcl)
{
    choose(cdcl, *cdcl->arena);
    close_up(cdcl);
    watch_again(cdcl);
}
