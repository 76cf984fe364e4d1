/* The clause of the first unique implication point, without literals that follow
 * from its others (Sörensson and Biere 2009). Its glue is the number of levels in
 * it (Audemard and Simon 2009). */

#include <assert.h>

#include "solver/cdcl_parts.h"

enum { SEEN = 1, FOLLOWS = 2, DOES_NOT_FOLLOW = 4 };
enum { DEEPEST = 500 };

static void touch(struct cdcl *cdcl, int v, int mark)
{
    if (!cdcl->seen[v]) {
        cdcl->touched[cdcl->n_touched++] = v;
    }
    cdcl->seen[v] |= (uint8_t)mark;
}

static int count_levels(struct cdcl *cdcl, const int *literal, int n)
{
    int n_levels = 0;
    cdcl->n_marks++;
    for (int i = 0; i < n; i++) {
        int level = cdcl->level[cdcl_variable(literal[i])];
        n_levels += level > 0 && cdcl->level_mark[level] != cdcl->n_marks;
        cdcl->level_mark[level] = cdcl->n_marks;
    }
    return n_levels;
}

/* Learned clauses that take part are worth keeping. */
static void use(struct cdcl *cdcl, int clause)
{
    int *head = cdcl->word + clause;
    if (head[CLAUSE_GLUE] == 0) {
        return;
    }
    if (head[CLAUSE_GLUE] > 2) {
        int glue = count_levels(cdcl, head + CLAUSE_HEAD, head[CLAUSE_SIZE]);
        head[CLAUSE_GLUE] = glue < head[CLAUSE_GLUE] ? glue : head[CLAUSE_GLUE];
    }
    head[CLAUSE_MARK] = head[CLAUSE_GLUE] <= 6 ? 2 : 1;
}

/* Marks the literals of the clause; returns how many are of the last level. */
static int mark_clause(struct cdcl *cdcl, int clause)
{
    const int *literal = cdcl->word + clause + CLAUSE_HEAD;
    int n_last = 0;
    use(cdcl, clause);
    for (int i = 0; i < cdcl->word[clause + CLAUSE_SIZE]; i++) {
        int v = cdcl_variable(literal[i]);
        if (cdcl->seen[v] || cdcl->level[v] == 0) {
            continue;
        }
        touch(cdcl, v, SEEN);
        if (cdcl->level[v] == cdcl->n_levels) {
            n_last++;
        } else {
            cdcl->learned[cdcl->n_learned++] = literal[i];
        }
    }
    return n_last;
}

static void resolve(struct cdcl *cdcl, int conflict)
{
    int at = cdcl->n_trail;
    cdcl->n_learned = 1; /* the first is the one that will be asserted */
    int n_open = mark_clause(cdcl, conflict);
    for (;;) {
        do {
            at--;
        } while (!(cdcl->seen[cdcl_variable(cdcl->trail[at])] & SEEN));
        int v = cdcl_variable(cdcl->trail[at]);
        if (--n_open == 0) {
            cdcl->learned[0] = cdcl->trail[at] ^ 1;
            return;
        }
        n_open += mark_clause(cdcl, cdcl->reason[v]);
    }
}

/* Whether v's value follows from literals that were seen. */
static bool follows(struct cdcl *cdcl, int v, int depth)
{
    if (cdcl->level[v] == 0 || (depth > 0 && cdcl->seen[v] & (SEEN | FOLLOWS))) {
        return true;
    }
    if (cdcl->reason[v] == CDCL_NONE || cdcl->seen[v] & DOES_NOT_FOLLOW ||
        depth > DEEPEST || cdcl->level_mark[cdcl->level[v]] != cdcl->n_marks) {
        return false;
    }
    const int *clause = cdcl->word + cdcl->reason[v];
    bool all = true;
    for (int i = 0; all && i < clause[CLAUSE_SIZE]; i++) {
        int other = cdcl_variable(clause[CLAUSE_HEAD + i]);
        all = other == v || follows(cdcl, other, depth + 1);
    }
    if (depth > 0) {
        touch(cdcl, v, all ? FOLLOWS : DOES_NOT_FOLLOW);
    }
    return all;
}

static void minimise(struct cdcl *cdcl)
{
    int kept = 1;
    cdcl->glue = count_levels(cdcl, cdcl->learned, cdcl->n_learned);
    for (int i = 1; i < cdcl->n_learned; i++) {
        if (!follows(cdcl, cdcl_variable(cdcl->learned[i]), 0)) {
            cdcl->learned[kept++] = cdcl->learned[i];
        }
    }
    cdcl->n_learned = kept;
}

static void untouch(struct cdcl *cdcl)
{
    for (int i = 0; i < cdcl->n_touched; i++) {
        cdcl->seen[cdcl->touched[i]] = 0;
    }
    cdcl->n_touched = 0;
}

/* The literal of the highest level but one comes second; returns that level. */
static int choose_second(struct cdcl *cdcl)
{
    int best = 1;
    if (cdcl->n_learned == 1) {
        return 0;
    }
    for (int i = 2; i < cdcl->n_learned; i++) {
        if (cdcl->level[cdcl_variable(cdcl->learned[i])] >
            cdcl->level[cdcl_variable(cdcl->learned[best])]) {
            best = i;
        }
    }
    int second = cdcl->learned[best];
    cdcl->learned[best] = cdcl->learned[1];
    cdcl->learned[1] = second;
    return cdcl->level[cdcl_variable(second)];
}

/* Tells the listener, if there is one, what was learned. */
static void tell(const struct cdcl *cdcl)
{
    const struct sat_effort *effort = cdcl->effort;
    if (!effort->learned) {
        return;
    }
    struct arena scratch = *cdcl->arena;
    int *literal = arena_new(&scratch, cdcl->n_learned, int);
    for (int i = 0; i < cdcl->n_learned; i++) {
        int v = cdcl_variable(cdcl->learned[i]);
        literal[i] = cdcl->learned[i] & 1 ? -v : v;
    }
    effort->learned(effort->listener, literal, cdcl->n_learned);
}

void cdcl_learn(struct cdcl *cdcl, int conflict)
{
    assert(cdcl->n_levels > 0);
    cdcl->n_conflicts++;
    resolve(cdcl, conflict);
    int n_resolved = cdcl->n_touched;
    minimise(cdcl);
    tell(cdcl);
    int level = choose_second(cdcl);
    int n_touched = cdcl->n_touched;
    cdcl->n_touched = n_resolved;
    cdcl_order_bump(cdcl);
    cdcl->n_touched = n_touched;
    untouch(cdcl);
    cdcl_back_to(cdcl, level);
    int reason = CDCL_NONE;
    if (cdcl->n_learned > 1) {
        int glue = cdcl->glue > 1 ? cdcl->glue - 1 : 1;
        reason = cdcl_add(cdcl, cdcl->learned, cdcl->n_learned, glue);
        cdcl->word[reason + CLAUSE_MARK] = glue <= 6 ? 2 : 1;
    }
    cdcl_assign(cdcl, cdcl->learned[0], reason);
}
