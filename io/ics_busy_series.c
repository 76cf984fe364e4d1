/* Components of one UID make a series: one that says how it repeats, and others which
 * replace single times of it (RECURRENCE-ID). Sorted by UID, then by what they
 * replace, then the newest first, each group is read once. */

#include <stdlib.h>
#include <string.h>

#include "io/ics_busy_parts.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"

/* A large calendar may take more work than a small one, up to a limit. */
enum { WORK_OF_ENTRY = 2000, MOST_EARNED = 50 * 1000 * 1000 };

static bool read_sequence(struct ics_busy *busy,
                          const struct ics_property *property, int64_t *sequence)
{
    if (!property || ics_sequence_parse(property->value, sequence)) {
        return true;
    }
    *sequence = 0;
    return ics_busy_refuse(busy, property, "is no number", "one from 0 on");
}

static bool read_version(struct ics_busy *busy, struct ics_entry_in *entry)
{
    static const char *const single[] = {"UID",    "SEQUENCE", "DTSTAMP",
                                         "STATUS", "TRANSP",   "RECURRENCE-ID"};
    const struct ics_component *component = entry->component;
    const struct ics_property *stamp = ics_find(component, "DTSTAMP");
    const struct ics_property *uid = ics_find(component, "UID");
    struct ics_when when;
    for (size_t k = 0; k < sizeof single / sizeof *single; k++) {
        if (!ics_busy_is_single(busy, component, single[k])) {
            return false;
        }
    }
    entry->uid = uid ? uid->value : "";
    if (stamp &&
        !ics_busy_when(busy, stamp, stamp->value, strlen(stamp->value), &when)) {
        return false;
    }
    entry->stamp_s = stamp ? when.at_s : 0;
    return read_sequence(busy, ics_find(component, "SEQUENCE"), &entry->sequence);
}

/* What changes all times from one on is no series of its own. */
static bool judge_range(struct ics_busy *busy, const struct ics_entry_in *entry,
                        const char *range)
{
    const struct ics_property *property =
        ics_find(entry->component, "RECURRENCE-ID");
    const struct ics_property *start = entry->span.start.property;
    if (!text_equal_nocase(range, "THISANDFUTURE")) {
        return ics_busy_refuse(
            busy, property,
            arena_printf(busy->arena, phrase("changes the times of RANGE=%.40s"),
                         range),
            "RANGE=THISANDFUTURE, or each changed time as an event of its own");
    }
    if (ics_find(entry->component, "RRULE") ||
        ics_find(entry->component, "RDATE")) {
        return ics_busy_refuse(
            busy, property, "changes all times from one on and repeats by itself",
            "either, or two series");
    }
    return !start ||
           entry->span.start.time.is_date == entry->replaced.time.is_date ||
           ics_busy_refuse(busy, property,
                           "makes times of days, or days of times, from one on",
                           "DTSTART of the same kind, or two series");
}

static bool read_replaced(struct ics_busy *busy, struct ics_entry_in *entry)
{
    const struct ics_property *property =
        ics_find(entry->component, "RECURRENCE-ID");
    if (!property) {
        return true;
    }
    entry->is_override = true;
    if (!ics_busy_when(busy, property, property->value, strlen(property->value),
                       &entry->replaced)) {
        return false;
    }
    const char *range = ics_parameter(property, "RANGE");
    entry->is_range = *range != '\0';
    if (entry->is_range && !judge_range(busy, entry, range)) {
        return false;
    }
    if (entry->span.start.property) {
        ics_busy_adopt_zone(busy, &entry->span, &entry->replaced);
    }
    return true;
}

bool ics_busy_read_entry(struct ics_busy *busy,
                         const struct ics_component *component,
                         struct ics_entry_kind kind, struct ics_series *series)
{
    struct ics_entry_in entry = {.component = component,
                                 .is_added = kind.is_added,
                                 .is_cancelled = kind.is_cancelled};
    bool has_start = ics_find(component, "DTSTART") != NULL;
    if (!read_version(busy, &entry) ||
        ((has_start || !kind.is_cancelled) &&
         !ics_busy_span(busy, component, &entry.span)) ||
        !read_replaced(busy, &entry)) {
        return false;
    }
    series->entry = arena_grow(busy->arena, series->entry, series->n,
                               &series->capacity, sizeof entry);
    series->entry[series->n++] = entry;
    busy->work += busy->work_earned < MOST_EARNED ? WORK_OF_ENTRY : 0;
    busy->work_earned += WORK_OF_ENTRY;
    return true;
}

static int compare_keys(const struct ics_entry_in *a, const struct ics_entry_in *b)
{
    int order = strcmp(a->uid, b->uid);
    if (order == 0) {
        order = a->is_override - b->is_override;
    }
    if (order == 0) {
        order = a->is_added - b->is_added;
    }
    if (order == 0 && a->is_added) { /* each is one more */
        order = (a->component->line > b->component->line) -
                (a->component->line < b->component->line);
    }
    if (order == 0 && a->is_override) {
        order = (a->replaced.at_s > b->replaced.at_s) -
                (a->replaced.at_s < b->replaced.at_s);
    }
    return order;
}

static int compare_versions(const struct ics_entry_in *a,
                            const struct ics_entry_in *b)
{
    if (a->sequence != b->sequence) {
        return a->sequence > b->sequence ? -1 : 1;
    }
    return (a->stamp_s < b->stamp_s) - (a->stamp_s > b->stamp_s);
}

static int compare_entries(const void *left, const void *right)
{
    const struct ics_entry_in *a = left, *b = right;
    int order = compare_keys(a, b);
    if (order == 0) {
        order = compare_versions(a, b);
    }
    if (order == 0) {
        order = (a->component->line > b->component->line) -
                (a->component->line < b->component->line);
    }
    return order;
}

static void tell_old(struct ics_busy *busy, const struct ics_entry_in *old,
                     const struct ics_entry_in *newest)
{
    findings_add(busy->findings, SEVERITY_NOTE,
                 (struct place){.file = busy->input->file,
                                .line = old->component->line,
                                .field = "UID"},
                 "is an older version of the event on line %d, which counts",
                 newest->component->line);
}

/* Marks old versions by dropping them; returns how many of n entries are left. */
static int drop_old(struct ics_busy *busy, struct ics_entry_in *entry, int n)
{
    int left = 0;
    for (int k = 0; k < n; k++) {
        const struct ics_entry_in *newest = left > 0 ? &entry[left - 1] : NULL;
        if (newest && *newest->uid != '\0' &&
            compare_keys(newest, &entry[k]) == 0 &&
            compare_versions(newest, &entry[k]) != 0) {
            tell_old(busy, &entry[k], newest);
        } else {
            entry[left++] = entry[k];
        }
    }
    return left;
}

static void add_change(struct arena *arena, struct ics_changes *changes,
                       const struct ics_entry_in *entry)
{
    const struct ics_change change = {
        .from_s = entry->replaced.at_s,
        .is_away = entry->is_cancelled || entry->is_free,
        .from = entry->replaced,
        .to = entry->span.start,
        .duration = entry->span.duration,
    };
    changes->change = arena_grow(arena, changes->change, changes->n,
                                 &changes->capacity, sizeof change);
    changes->change[changes->n++] = change;
}

/* What the overrides say of the times of those that they override. */
static struct ics_alterations
find_alterations(struct ics_busy *busy, const struct ics_entry_in *entry, int n)
{
    struct ics_alterations alterations = {.changes = {NULL, 0, 0}};
    for (int k = 0; k < n; k++) {
        ics_exceptions_add(busy->arena, &alterations.out, &entry[k].replaced);
        if (entry[k].is_range) {
            add_change(busy->arena, &alterations.changes, &entry[k]);
        }
    }
    ics_exceptions_sort(&alterations.out);
    return alterations;
}

/* True if the series was called off when it had been changed so far; or sent anew since
 * a time was added to it. */
static bool is_gone(const struct ics_entry_in *one,
                    const struct ics_entry_in *first)
{
    if (one == first || first->is_override || first->is_added) {
        return false;
    }
    bool is_off = first->is_cancelled && one->sequence <= first->sequence;
    return (one->is_override && is_off) ||
           (one->is_added && (is_off || one->sequence < first->sequence));
}

/* One series, without old versions: n_first that repeat, with those that were added to
 * them, and the overrides. */
static void expand_series(struct ics_busy *busy, const struct ics_entry_in *entry,
                          int n, struct windows *times)
{
    int n_first = 0;
    bool is_whole = n > 0 && !entry[0].is_override && !entry[0].is_added;
    while (n_first < n && !entry[n_first].is_override) {
        n_first++;
    }
    struct ics_alterations altered =
        find_alterations(busy, entry + n_first, n - n_first);
    for (int k = 0; k < n; k++) {
        struct ics_alterations none = {.changes = {NULL, 0, 0}};
        const struct ics_entry_in *one = &entry[k];
        bool is_old = is_gone(one, &entry[0]);
        if (is_old && one->is_added) {
            tell_old(busy, one, &entry[0]);
        }
        if (is_old || one->is_cancelled || one->is_free) {
            is_whole = is_whole && one->is_override;
            continue;
        }
        if (!ics_busy_spend(busy, one->component->line, 1)) {
            return;
        }
        bool is_read = ics_busy_repeat(busy, &one->span,
                                       one->is_override ? &none : &altered, times);
        is_whole = is_whole && is_read;
    }
    if (is_whole) {
        ics_exceptions_tell_unmet(busy, &altered.out);
    }
}

/* The same with working space that is gone afterwards: a calendar may have very many
 * of them, each with very many times. */
static void expand_apart(struct ics_busy *busy, struct arena space,
                         const struct ics_entry_in *entry, int n,
                         struct windows *all, int *capacity)
{
    struct arena *kept = busy->arena;
    struct windows own = {0};
    busy->arena = &space;
    expand_series(busy, entry, n, &own);
    busy->arena = kept;
    ics_busy_unite(&own);
    for (int k = 0; k < own.n; k++) {
        all->window = arena_grow(busy->arena, all->window, all->n, capacity,
                                 sizeof *all->window);
        all->window[all->n++] = own.window[k];
    }
}

void ics_busy_expand(struct ics_busy *busy, struct ics_series *series,
                     struct windows *times)
{
    enum { MANY = 4096 };
    struct arena space;
    struct windows all = {0};
    int most = MANY, capacity = 0;
    if (series->n == 0) {
        return;
    }
    arena_init(&space);
    qsort(series->entry, (size_t)series->n, sizeof *series->entry, compare_entries);
    int n = drop_old(busy, series->entry, series->n);
    for (int from = 0, to; from < n; from = to) {
        const struct ics_entry_in *first = &series->entry[from];
        to = from + 1;
        while (to < n && *first->uid != '\0' &&
               strcmp(first->uid, series->entry[to].uid) == 0) {
            to++;
        }
        expand_apart(busy, space, first, to - from, &all, &capacity);
        if (all.n > most) {
            ics_busy_unite(&all);
            most = 2 * all.n + MANY;
        }
    }
    ics_busy_unite(&all);
    for (int k = 0; k < all.n; k++) {
        ics_busy_add(busy, times, all.window[k].start_s, all.window[k].end_s);
    }
    ics_busy_unite(times);
    arena_finish(&space);
}
