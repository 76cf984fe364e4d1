#include "scheduler/commands/whatif_range.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scheduler/base/civil.h"
#include "scheduler/base/text.h"

enum { MOST_NUMBER = 5000, MOST_NUMBERS = 2000 };

const char *whatif_range_name(enum variation_kind kind)
{
    static const char *const name[N_VARIATIONS] = {
        [VARY_ROOMS] = "rooms",     [VARY_INTERPRETERS] = "interpreters",
        [VARY_START] = "start",     [VARY_SLOTS] = "slots",
        [VARY_MINUTES] = "minutes",
    };
    return name[kind];
}

const char *whatif_range_text(struct arena *arena, enum variation_kind kind,
                              int number)
{
    return kind == VARY_START
               ? arena_printf(arena, "%02d:%02d", number / 60, number % 60)
               : arena_printf(arena, "%d", number);
}

static int least_of(enum variation_kind kind)
{
    return kind == VARY_SLOTS || kind == VARY_MINUTES ? 1 : 0;
}

/* -1 if it is none. */
static int read_number(enum variation_kind kind, const char *text)
{
    if (kind == VARY_START) {
        return clock_parse(text);
    }
    char *end;
    long number = strtol(text, &end, 10);
    bool ok = text[0] >= '0' && text[0] <= '9' && *end == '\0' &&
              number >= least_of(kind) && number <= MOST_NUMBER;
    return ok ? (int)number : -1;
}

/* "15" behind a slash, in minutes of clock times. */
static int read_step(const char *text)
{
    return read_number(VARY_MINUTES, text);
}

static bool add(struct whatif_range *range, int number)
{
    if (range->n == MOST_NUMBERS) {
        return false;
    }
    range->number[range->n++] = number;
    return true;
}

/* "4", "4..20", "4..20/4" */
static bool read_part(struct arena *arena, enum variation_kind kind,
                      const char *text, struct whatif_range *range)
{
    char *from = arena_strdup(arena, text);
    char *to = strstr(from, ".."), *step = strchr(from, '/');
    int by = kind == VARY_START ? 30 : 1;
    if (step && !to) {
        return false;
    }
    if (step) {
        *step = '\0';
        by = read_step(step + 1);
    }
    if (to) {
        *to = '\0';
        to += 2;
    }
    int first = read_number(kind, from);
    int last = to ? read_number(kind, to) : first;
    if (first < 0 || last < first || by < 1) {
        return false;
    }
    for (int number = first; number <= last; number += by) {
        if (!add(range, number)) {
            return false;
        }
    }
    return true;
}

static int rising(const void *a, const void *b)
{
    const int *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void sort_once(struct whatif_range *range)
{
    int n = 0;
    qsort(range->number, (size_t)range->n, sizeof *range->number, rising);
    for (int k = 0; k < range->n; k++) {
        if (n == 0 || range->number[k] != range->number[n - 1]) {
            range->number[n++] = range->number[k];
        }
    }
    range->n = n;
}

bool whatif_range_read(struct arena *arena, enum variation_kind kind,
                       const char *text, struct whatif_range *range)
{
    *range = (struct whatif_range){.n = 0};
    if (!text) {
        return true;
    }
    range->number = arena_new(arena, MOST_NUMBERS, int);
    struct strings part = text_split(arena, text, ',');
    bool ok = part.n > 0;
    for (int k = 0; k < part.n && ok; k++) {
        ok = read_part(arena, kind, part.text[k], range);
    }
    if (!ok) {
        fprintf(stderr, "matchday whatif: --%s: found '%s'; expected %s\n",
                whatif_range_name(kind), text,
                kind == VARY_START
                    ? "clock times like 08:00, 07:30..10:00 or 07:30..10:00/15"
                    : "numbers like 8, 4..20, 4..20/4 or 4,8,12");
        return false;
    }
    sort_once(range);
    return true;
}
