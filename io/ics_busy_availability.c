/* VAVAILABILITY (RFC 7953): within its span everything is busy that none of its
 * AVAILABLE components covers. They are gone through from the least important on
 * (priority 0, then 9 to 1), and each overrules what was known of its span. Of two
 * with the same priority, what either calls busy is. */

#include <stdlib.h>
#include <string.h>

#include "io/event_times.h"
#include "io/ics_busy_parts.h"

struct availability {
    const struct ics_component *component;
    struct window span;
    int importance; /* 0 to 9 */
    struct windows free;
};

static bool read_priority(struct ics_busy *busy, struct availability *one)
{
    const struct ics_property *property = ics_find(one->component, "PRIORITY");
    if (!property) {
        return true;
    }
    const char *digit = property->value;
    if (*digit < '0' || *digit > '9' || digit[1] != '\0') {
        return ics_busy_refuse(busy, property, "is no priority", "one from 0 to 9");
    }
    one->importance = *digit == '0' ? 0 : 10 - (*digit - '0');
    return true;
}

/* Its span: without DTSTART from ever, without an end for ever. */
static bool read_span(struct ics_busy *busy, struct availability *one)
{
    struct ics_span span;
    struct ics_when when;
    const struct ics_property *start = ics_find(one->component, "DTSTART");
    const struct ics_property *end = ics_find(one->component, "DTEND");
    const struct ics_property *duration = ics_find(one->component, "DURATION");
    one->span = (struct window){busy->from_s, busy->to_s};
    if (start) {
        if (!ics_busy_span(busy, one->component, &span)) {
            return false;
        }
        one->span.start_s = span.start.at_s;
        if (end || duration) {
            one->span.end_s =
                ics_end(span.start.zone, span.start.time.civil, span.duration);
        }
    } else if (duration) {
        return ics_busy_refuse(busy, duration, "stands there without DTSTART",
                               "both");
    } else if (end) {
        if (!ics_busy_when(busy, end, end->value, strlen(end->value), &when)) {
            return false;
        }
        one->span.end_s = when.at_s;
    }
    return true;
}

static void read_free(struct ics_busy *busy, struct availability *one)
{
    struct ics_series series = {0};
    for (const struct ics_component *child = one->component->first; child;
         child = child->next) {
        if (strcmp(child->name, "AVAILABLE") == 0) {
            ics_busy_read_entry(busy, child, (struct ics_entry_kind){false, false},
                                &series);
        }
    }
    ics_busy_expand(busy, &series, &one->free);
}

static int compare_importance(const void *left, const void *right)
{
    const struct availability *a = left, *b = right;
    if (a->importance != b->importance) {
        return a->importance - b->importance;
    }
    return a->component->line - b->component->line;
}

/* What of `from` is in none of `what`; both are united. */
static struct windows without(struct ics_busy *busy, const struct windows *from,
                              const struct windows *what)
{
    struct windows rest = {0};
    int w = 0;
    for (int k = 0; k < from->n; k++) {
        int64_t start_s = from->window[k].start_s, end_s = from->window[k].end_s;
        while (w < what->n && what->window[w].end_s <= start_s) {
            w++;
        }
        for (int v = w; v < what->n && what->window[v].start_s < end_s; v++) {
            ics_busy_add(busy, &rest, start_s, what->window[v].start_s);
            start_s = what->window[v].end_s;
        }
        ics_busy_add(busy, &rest, start_s, end_s);
    }
    return rest;
}

/* Those of one importance: overrules what is known of their spans. */
static void overrule(struct ics_busy *busy, const struct availability *one, int n,
                     struct windows *known)
{
    struct windows spans = {0}, taken = {0};
    for (int k = 0; k < n; k++) {
        struct windows own = {0};
        ics_busy_add(busy, &own, one[k].span.start_s, one[k].span.end_s);
        struct windows rest = without(busy, &own, &one[k].free);
        for (int r = 0; r < rest.n; r++) {
            windows_add(busy->arena, &taken, rest.window[r]);
        }
        ics_busy_add(busy, &spans, one[k].span.start_s, one[k].span.end_s);
    }
    ics_busy_unite(&spans);
    *known = without(busy, known, &spans);
    for (int k = 0; k < taken.n; k++) {
        windows_add(busy->arena, known, taken.window[k]);
    }
    ics_busy_unite(known);
}

static void combine(struct ics_busy *busy, struct availability *one, int n)
{
    struct windows known = {0};
    if (n > 0) {
        qsort(one, (size_t)n, sizeof *one, compare_importance);
    }
    for (int from = 0, to; from < n; from = to) {
        to = from + 1;
        while (to < n && one[to].importance == one[from].importance) {
            to++;
        }
        overrule(busy, &one[from], to - from, &known);
    }
    for (int k = 0; k < known.n; k++) {
        windows_add(busy->arena, &busy->busy, known.window[k]);
    }
}

void ics_busy_availability(struct ics_busy *busy, const struct ics_component *root)
{
    struct availability *list = NULL;
    int n = 0, capacity = 0;
    struct ics_versions versions = {NULL, 0, 0};
    for (const struct ics_component *calendar = root->first; calendar;
         calendar = calendar->next) {
        for (const struct ics_component *child = calendar->first; child;
             child = child->next) {
            if (strcmp(child->name, "VAVAILABILITY") == 0) {
                busy->n_components++;
                ics_versions_add(busy, &versions, child);
            }
        }
    }
    ics_versions_settle(busy, &versions);
    for (int k = 0; k < versions.n; k++) {
        struct availability one = {.component = versions.one[k].component};
        if (read_priority(busy, &one) && read_span(busy, &one)) {
            read_free(busy, &one);
            list = arena_grow(busy->arena, list, n, &capacity, sizeof one);
            list[n++] = one;
        }
    }
    combine(busy, list, n);
}
