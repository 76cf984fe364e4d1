#ifndef MATCHDAY_IO_ICS_BUSY_PARTS_H
#define MATCHDAY_IO_ICS_BUSY_PARTS_H

#include <stdbool.h>

#include "io/ics_busy.h"
#include "io/ics_rule.h"
#include "io/ics_time.h"
#include "io/ics_tree.h"
#include "io/ics_zones.h"

/* What the parts of ics_busy_read() share; for io/ics_busy*.c alone. */

struct ics_busy {
    struct arena *arena; /* gone with the call */
    const struct ics_busy_input *input;
    struct findings *findings;
    struct ics_zones zones;
    const struct zone *utc;
    int64_t from_s, to_s; /* the days together */
    int64_t work;         /* what repetitions may still cost */
    int64_t work_earned;  /* added to it for the size of the calendar */
    bool is_spent;        /* they have cost more, which was told */
    struct windows busy;
    int n_components; /* that can say something */
};

/* When something begins. */
struct ics_when {
    const struct ics_property *property;
    struct ics_time time;
    const struct zone *zone; /* whose clock it is; of UTC for times with Z */
    int64_t at_s;
};

/* When it takes place, again and again. */
struct ics_span {
    struct ics_when start;
    struct ics_duration duration;
    const struct ics_component *component;
};

/* Adds an error at the property. */
bool ics_busy_refuse(struct ics_busy *busy, const struct ics_property *property,
                     const char *found, const char *expected);

/* One value of a property that holds times, text[0 .. len). */
bool ics_busy_when(struct ics_busy *busy, const struct ics_property *property,
                   const char *text, size_t len, struct ics_when *when);

/* DTSTART and DTEND or DURATION. */
bool ics_busy_span(struct ics_busy *busy, const struct ics_component *component,
                   struct ics_span *span);

/* False with an error if the property stands there twice. */
bool ics_busy_is_single(struct ics_busy *busy,
                        const struct ics_component *component, const char *name);

/* For EXDATE and the like: a time without a zone is in that of DTSTART, and a warning
 * tells. */
void ics_busy_adopt_zone(struct ics_busy *busy, const struct ics_span *span,
                         struct ics_when *when);

/* One value "start/end" or "start/length". */
bool ics_busy_period(struct ics_busy *busy, const struct ics_property *property,
                     const char *text, size_t len, struct window *window);

/* Takes n steps from the work that is left; false with an error, which tells the
 * line, if there are not so many; it is told once. */
bool ics_busy_spend(struct ics_busy *busy, int line, int64_t n);

/* Times that are taken out of a series: instants, and whole days (the seconds of
 * their midnight by the clock). */
struct ics_exception {
    int64_t at_s;
    const struct ics_property *property; /* that says it, or NULL */
    bool is_met;                         /* by a time of the series */
};
struct ics_instants {
    struct ics_exception *one;
    int n, capacity;
};
struct ics_exceptions {
    struct ics_instants instants, days;
};
void ics_exceptions_add(struct arena *arena, struct ics_exceptions *out,
                        const struct ics_when *when);
void ics_exceptions_add_instant(struct arena *arena, struct ics_exceptions *out,
                                int64_t at_s);

/* After the last one was added, and before the first is taken. */
void ics_exceptions_sort(struct ics_exceptions *out);

/* True if a time of the series, at_s, is taken out; local_s is what the clock shows. */
bool ics_exceptions_take(struct ics_exceptions *out, int64_t at_s, int64_t local_s);

/* Warns of instants and days that no time of the series has met, near the times of
 * interest: an entry that was deleted or moved somewhere may still be there. */
void ics_exceptions_tell_unmet(struct ics_busy *busy,
                               const struct ics_exceptions *out);

/* Changes of a series from one of its times on (RANGE=THISANDFUTURE), rising. */
struct ics_change {
    int64_t from_s;
    bool is_away; /* cancelled, or takes no time */
    struct ics_when from, to;
    struct ics_duration duration;
};
struct ics_changes {
    struct ics_change *change;
    int n, capacity;
};

/* How far changes put times off by the clock of a zone, and how long they last. */
struct ics_reach {
    int64_t earlier_s, later_s; /* both >= 0 */
    int64_t longest_s;
};
struct ics_reach ics_changes_reach(const struct ics_changes *changes,
                                   const struct zone *zone);

/* Moves a time of a series, at_s, which begins at *start by the clock of zone and
 * lasts for *duration, as the last change before it says; false if it is away. */
bool ics_changes_apply(const struct ics_changes *changes, const struct zone *zone,
                       int64_t at_s, struct civil *start,
                       struct ics_duration *duration);

/* What happens to the times of a series: some are taken out, some changed. */
struct ics_alterations {
    struct ics_exceptions out; /* sorted */
    struct ics_changes changes;
};

/* All times of a span within the days, but for its EXDATEs, EXRULEs and what else is
 * taken out, into *times, in the arena of busy. io/ics_busy_repeat.c. */
bool ics_busy_repeat(struct ics_busy *busy, const struct ics_span *span,
                     struct ics_alterations *alterations, struct windows *times);

/* Adds [start_s, end_s) if it is of interest. */
void ics_busy_add(struct ics_busy *busy, struct windows *times, int64_t start_s,
                  int64_t end_s);

/* Sorts, and makes one of those that overlap or touch. */
void ics_busy_unite(struct windows *windows);

/* One of the components that together, by UID, make series. io/ics_busy_series.c. */
struct ics_entry_in {
    const struct ics_component *component;
    const char *uid; /* or "" */
    bool is_override;
    bool is_added;              /* to the series, by METHOD:ADD: no version of it */
    bool is_range;              /* an override of all times from one on */
    bool is_cancelled, is_free; /* takes no time */
    struct ics_span span;       /* unspecified if cancelled */
    struct ics_when replaced;   /* RECURRENCE-ID of an override */
    int64_t sequence, stamp_s;
};

struct ics_series {
    struct ics_entry_in *entry; /* in the order of the file */
    int n, capacity;
};

/* Reads a component into a series; false if it is broken. */
struct ics_entry_kind {
    bool is_cancelled, is_added;
};
bool ics_busy_read_entry(struct ics_busy *busy,
                         const struct ics_component *component,
                         struct ics_entry_kind kind, struct ics_series *series);

/* All times that the entries take, united. Sorts them. */
void ics_busy_expand(struct ics_busy *busy, struct ics_series *series,
                     struct windows *times);

/* Components of a kind, each whole by itself. io/ics_busy_versions.c. */
struct ics_version {
    const struct ics_component *component;
    const char
        *key; /* the same for versions of one; "": nothing is known of others */
    int64_t sequence, stamp_s;
};
struct ics_versions {
    struct ics_version *one; /* in the order of the file */
    int n, capacity;
};
void ics_versions_add(struct ics_busy *busy, struct ics_versions *versions,
                      const struct ics_component *component);

/* Drops older versions, and tells of each; what is as new counts all. */
void ics_versions_settle(struct ics_busy *busy, struct ics_versions *versions);

/* The parts: each adds to busy->busy. */
void ics_busy_events(struct ics_busy *busy, const struct ics_component *root);
void ics_busy_free_busy(struct ics_busy *busy, const struct ics_component *root);
void ics_busy_availability(struct ics_busy *busy, const struct ics_component *root);

#endif
