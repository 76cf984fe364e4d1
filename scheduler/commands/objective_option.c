#include "scheduler/commands/objective_option.h"

#include <stdio.h>
#include <string.h>

#include "scheduler/base/text.h"

static bool refuse(const char *name, size_t len, const char *why)
{
    fprintf(stderr, "matchday: --objective: '%.*s' %s; expected names like",
            (int)len, name, why);
    for (int k = 0; k < N_LEVELS; k++) {
        fprintf(stderr, "%s %s", k > 0 ? "," : "", level_name((enum level)k));
    }
    fputs(", each once, separated by commas\n", stderr);
    return false;
}

static bool refuse_unknown(const char *name)
{
    const char *names[N_LEVELS];
    for (int k = 0; k < N_LEVELS; k++) {
        names[k] = level_name((enum level)k);
    }
    const char *meant = near_word(name, names, N_LEVELS);
    if (!meant) {
        return refuse(name, strlen(name), "is no level");
    }
    fprintf(stderr, "matchday: --objective: '%s' is no level; did you mean '%s'?\n",
            name, meant);
    return false;
}

static bool is_in(enum level wanted, const enum level *level, int n)
{
    for (int k = 0; k < n; k++) {
        if (level[k] == wanted) {
            return true;
        }
    }
    return false;
}

bool objective_option(const char *text, enum level level[N_LEVELS], int *n_levels)
{
    *n_levels = 0;
    while (text) {
        char name[32];
        size_t len = strcspn(text, ",");
        if (len >= sizeof name) {
            return refuse(text, len, "is no level");
        }
        memcpy(name, text, len);
        name[len] = '\0';
        enum level found = level_find(name);
        if (found == N_LEVELS) {
            return refuse_unknown(name);
        }
        if (is_in(found, level, *n_levels)) {
            return refuse(text, len, "stands twice");
        }
        level[(*n_levels)++] = found;
        text = text[len] == ',' ? text + len + 1 : NULL;
    }
    return true;
}
