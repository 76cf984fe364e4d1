#include "solver/clauses.h"

#include <assert.h>
#include <string.h>

void clauses_init(struct arena *arena, struct clauses *clauses)
{
    *clauses = (struct clauses){.arena = arena};
}

int clauses_variable(struct clauses *clauses)
{
    return ++clauses->n_variables;
}

static bool has_literal(const struct clauses *clauses, int first, int literal)
{
    for (int i = first; i < clauses->n_literals; i++) {
        if (clauses->literal[i] == literal) {
            return true;
        }
    }
    return false;
}

void clauses_add(struct clauses *clauses, const int *literal, int n)
{
    int first = clauses->n_literals;
    for (int i = 0; i < n; i++) {
        assert(literal[i] != 0);
        if (literal[i] == LITERAL_TRUE ||
            has_literal(clauses, first, -literal[i])) {
            clauses->n_literals = first;
            return;
        }
        if (literal[i] == LITERAL_FALSE ||
            has_literal(clauses, first, literal[i])) {
            continue;
        }
        clauses->literal =
            arena_grow(clauses->arena, clauses->literal, clauses->n_literals,
                       &clauses->literal_capacity, sizeof *clauses->literal);
        clauses->literal[clauses->n_literals++] = literal[i];
    }
    if (clauses->n_literals == first) {
        clauses->is_false = true;
        return;
    }
    clauses->end = arena_grow(clauses->arena, clauses->end, clauses->n_clauses,
                              &clauses->capacity, sizeof *clauses->end);
    clauses->end[clauses->n_clauses++] = clauses->n_literals;
}

void clauses_add_2(struct clauses *clauses, int a, int b)
{
    const int literal[] = {a, b};
    clauses_add(clauses, literal, 2);
}

void clauses_add_3(struct clauses *clauses, int a, int b, int c)
{
    const int literal[] = {a, b, c};
    clauses_add(clauses, literal, 3);
}

static void add_pairs(struct clauses *clauses, const int *literal, int n)
{
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
            clauses_add_2(clauses, -literal[i], -literal[j]);
        }
    }
}

/* Four at a time; a new variable stands for those done. */
void clauses_add_at_most_one(struct clauses *clauses, const int *literal, int n)
{
    enum { PAIRED = 6, STEP = 4 };
    int part[STEP + 1] = {0};
    int n_part = 0;
    while (n + n_part > PAIRED) {
        while (n_part < STEP) {
            part[n_part++] = *literal++;
            n--;
        }
        int done = clauses_variable(clauses);
        for (int i = 0; i < n_part; i++) {
            clauses_add_2(clauses, -part[i], done);
        }
        add_pairs(clauses, part, n_part);
        part[0] = done;
        n_part = 1;
    }
    int rest[PAIRED];
    memcpy(rest, part, (size_t)n_part * sizeof *rest);
    for (int i = 0; i < n; i++) {
        rest[n_part++] = literal[i];
    }
    add_pairs(clauses, rest, n_part);
}

int clauses_any_of(struct clauses *clauses, const int *literal, int n)
{
    int *some = arena_new(clauses->arena, n + 1, int);
    int n_some = 0;
    for (int i = 0; i < n; i++) {
        if (literal[i] == LITERAL_TRUE) {
            return LITERAL_TRUE;
        }
        if (literal[i] != LITERAL_FALSE) {
            some[n_some++] = literal[i];
        }
    }
    if (n_some <= 1) {
        return n_some == 0 ? LITERAL_FALSE : some[0];
    }
    int any = clauses_variable(clauses);
    for (int i = 0; i < n_some; i++) {
        clauses_add_2(clauses, -some[i], any);
    }
    some[n_some++] = -any;
    clauses_add(clauses, some, n_some);
    return any;
}

static int at(const int *count, int n, int k) /* "at least k" */
{
    return k == 0 ? LITERAL_TRUE : k > n ? LITERAL_FALSE : count[k - 1];
}

static int *merge(struct clauses *clauses, const int *left, int n_left,
                  const int *right, int n_right, int most, bool both_ways)
{
    int n = n_left + n_right < most ? n_left + n_right : most;
    int *sum = arena_new(clauses->arena, n, int);
    for (int k = 0; k < n; k++) {
        sum[k] = clauses_variable(clauses);
    }
    for (int k = 1; k < n; k++) {
        clauses_add_2(clauses, -sum[k], sum[k - 1]);
    }
    for (int i = 0; i <= n_left; i++) {
        for (int j = 0; j <= n_right; j++) {
            if (i + j <= n) {
                clauses_add_3(clauses, -at(left, n_left, i), -at(right, n_right, j),
                              at(sum, n, i + j));
            }
            if (both_ways && i + j < n) {
                clauses_add_3(clauses, at(left, n_left, i + 1),
                              at(right, n_right, j + 1), -at(sum, n, i + j + 1));
            }
        }
    }
    return sum;
}

static int *count(struct clauses *clauses, int *literal, int n, int most,
                  bool both_ways)
{
    if (n <= 1) {
        return literal;
    }
    int half = n / 2;
    int n_left = half < most ? half : most;
    int n_right = n - half < most ? n - half : most;
    int *left = count(clauses, literal, half, most, both_ways);
    int *right = count(clauses, literal + half, n - half, most, both_ways);
    return merge(clauses, left, n_left, right, n_right, most, both_ways);
}

int *clauses_count(struct clauses *clauses, const int *literal, int n, int most,
                   bool both_ways)
{
    int *part = arena_new(clauses->arena, n, int);
    int *result = arena_new(clauses->arena, n, int);
    int n_true = 0, n_part = 0;
    for (int i = 0; i < n; i++) {
        if (literal[i] == LITERAL_TRUE) {
            result[n_true++] = LITERAL_TRUE;
        } else if (literal[i] != LITERAL_FALSE) {
            part[n_part++] = literal[i];
        }
    }
    int left = most - n_true;
    int n_open = left <= 0 ? 0 : n_part < left ? n_part : left;
    const int *open =
        n_open == 0 ? NULL : count(clauses, part, n_part, left, both_ways);
    for (int k = 0; n_true + k < n; k++) {
        result[n_true + k] = k < n_open ? open[k] : LITERAL_FALSE;
    }
    return result;
}

void clauses_add_at_most(struct clauses *clauses, const int *literal, int n,
                         int limit)
{
    if (n > limit) {
        const int *sum = clauses_count(clauses, literal, n, limit + 1, false);
        const int none = -sum[limit];
        clauses_add(clauses, &none, 1);
    }
}
