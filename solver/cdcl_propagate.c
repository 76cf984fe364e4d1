#include <assert.h>

#include "solver/cdcl_parts.h"

static void add_watch(struct cdcl *cdcl, int literal, struct watch watch)
{
    struct watches *list = &cdcl->watches[literal];
    list->item = arena_grow(cdcl->arena, list->item, list->n, &list->capacity,
                            sizeof *list->item);
    list->item[list->n++] = watch;
}

void cdcl_watch(struct cdcl *cdcl, int clause)
{
    const int *literal = cdcl->word + clause + CLAUSE_HEAD;
    bool is_pair = cdcl->word[clause + CLAUSE_SIZE] == 2;
    for (int i = 0; i < 2; i++) {
        add_watch(cdcl, literal[i],
                  (struct watch){is_pair ? ~clause : clause, literal[1 - i]});
    }
}

int cdcl_add(struct cdcl *cdcl, const int *literal, int n, int glue)
{
    assert(n >= 2);
    int clause = cdcl->n_words;
    const int head[CLAUSE_HEAD] = {n, glue, 0, 2};
    for (int i = 0; i < CLAUSE_HEAD + n; i++) {
        cdcl->word = arena_grow(cdcl->arena, cdcl->word, cdcl->n_words,
                                &cdcl->word_capacity, sizeof *cdcl->word);
        cdcl->word[cdcl->n_words++] =
            i < CLAUSE_HEAD ? head[i] : literal[i - CLAUSE_HEAD];
    }
    cdcl_watch(cdcl, clause);
    return clause;
}

void cdcl_assign(struct cdcl *cdcl, int literal, int reason)
{
    int v = cdcl_variable(literal);
    assert(cdcl->value[literal] == 0);
    cdcl->value[literal] = 1;
    cdcl->value[literal ^ 1] = -1;
    cdcl->level[v] = cdcl->n_levels;
    cdcl->reason[v] = reason;
    cdcl->trail[cdcl->n_trail++] = literal;
    /* What is read next but a few steps, from anywhere in memory. */
    __builtin_prefetch(cdcl->watches[literal ^ 1].item);
}

static int find_open(const int8_t *value, const int *literal, int first, int end)
{
    for (int i = first; i < end; i++) {
        if (value[literal[i]] >= 0) {
            return i;
        }
    }
    return 0;
}

/* Another literal of the clause that is not false takes the place of the one
 * that is: its place among the literals, or 0. */
static int find_substitute(const struct cdcl *cdcl, int clause)
{
    const int *head = cdcl->word + clause, *literal = head + CLAUSE_HEAD;
    int i = find_open(cdcl->value, literal, head[CLAUSE_PLACE], head[CLAUSE_SIZE]);
    return i ? i : find_open(cdcl->value, literal, 2, head[CLAUSE_PLACE]);
}

/* `gone` is false. Returns true if the watch moves to another literal, or else
 * leaves the other watched one in *other. */
static bool move_watch(struct cdcl *cdcl, int clause, int gone, int *other)
{
    int *literal = cdcl->word + clause + CLAUSE_HEAD;
    *other = literal[0] ^ literal[1] ^ gone;
    if (cdcl->value[*other] > 0) {
        return false;
    }
    int i = find_substitute(cdcl, clause);
    if (i == 0) {
        return false;
    }
    cdcl->word[clause + CLAUSE_PLACE] = i;
    int substitute = literal[i];
    literal[0] = *other;
    literal[1] = substitute;
    literal[i] = gone;
    add_watch(cdcl, substitute, (struct watch){clause, *other});
    return true;
}

/* Returns a clause that is false, or CDCL_NONE. */
static int propagate_literal(struct cdcl *cdcl, int gone)
{
    struct watches *list = &cdcl->watches[gone];
    int conflict = CDCL_NONE, kept = 0;
    for (int k = 0; k < list->n; k++) {
        struct watch watch = list->item[k];
        list->item[kept++] = watch;
        if (conflict != CDCL_NONE || cdcl->value[watch.blocker] > 0) {
            continue;
        }
        int clause = watch.clause < 0 ? ~watch.clause : watch.clause;
        int other = watch.blocker;
        if (watch.clause >= 0) {
            cdcl->n_steps++;
            if (move_watch(cdcl, clause, gone, &other)) {
                kept--;
                continue;
            }
            list->item[kept - 1].blocker = other;
        }
        if (cdcl->value[other] < 0) {
            conflict = clause;
        } else if (cdcl->value[other] == 0) {
            cdcl_assign(cdcl, other, clause);
        }
    }
    list->n = kept;
    return conflict;
}

int cdcl_propagate(struct cdcl *cdcl)
{
    int conflict = CDCL_NONE;
    while (conflict == CDCL_NONE && cdcl->head < cdcl->n_trail) {
        cdcl->n_steps++;
        conflict = propagate_literal(cdcl, cdcl->trail[cdcl->head++] ^ 1);
    }
    return conflict;
}

void cdcl_back_to(struct cdcl *cdcl, int n_levels)
{
    if (n_levels >= cdcl->n_levels) {
        return;
    }
    int first = cdcl->start[n_levels];
    while (cdcl->n_trail > first) {
        int literal = cdcl->trail[--cdcl->n_trail];
        int v = cdcl_variable(literal);
        cdcl->phase[v] = (int8_t)(literal & 1);
        cdcl->value[literal] = cdcl->value[literal ^ 1] = 0;
        cdcl_order_open(cdcl, v);
    }
    cdcl->head = first;
    cdcl->n_levels = n_levels;
}
