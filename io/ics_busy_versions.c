/* Of VFREEBUSY and VAVAILABILITY, too, a calendar may hold several states: who sends
 * their times again does so under the same UID, with a later DTSTAMP. */

#include <stdlib.h>
#include <string.h>

#include "io/ics_busy_parts.h"
#include "io/ics_time.h"

/* When it was sent; false if it does not say so in a way that can be compared. */
static bool read_stamp(const struct ics_component *component, int64_t *stamp_s)
{
    struct ics_time time;
    const struct ics_property *stamp = ics_find(component, "DTSTAMP");
    if (!stamp || !ics_time_parse(stamp->value, strlen(stamp->value), &time) ||
        !time.is_utc) {
        return false;
    }
    *stamp_s = civil_to_seconds(time.civil);
    return true;
}

void ics_versions_add(struct ics_busy *busy, struct ics_versions *versions,
                      const struct ics_component *component)
{
    const struct ics_property *uid = ics_find(component, "UID");
    const struct ics_property *attendee = ics_find(component, "ATTENDEE");
    const struct ics_property *sequence = ics_find(component, "SEQUENCE");
    struct ics_version one = {.component = component, .key = ""};
    if (sequence && !ics_sequence_parse(sequence->value, &one.sequence)) {
        one.sequence = 0;
    }
    /* Several people who answer one question do so under its UID. */
    if (uid && uid->value[0] != '\0' && read_stamp(component, &one.stamp_s)) {
        one.key = arena_printf(busy->arena, "%s\n%s", uid->value,
                               attendee ? ics_address(busy->arena, attendee) : "");
    }
    versions->one = arena_grow(busy->arena, versions->one, versions->n,
                               &versions->capacity, sizeof one);
    versions->one[versions->n++] = one;
}

/* The newest of a key first. */
static int compare_versions(const void *left, const void *right)
{
    const struct ics_version *a = left, *b = right;
    int order = strcmp(a->key, b->key);
    order =
        order ? order : (a->sequence < b->sequence) - (a->sequence > b->sequence);
    order = order ? order : (a->stamp_s < b->stamp_s) - (a->stamp_s > b->stamp_s);
    return order ? order : a->component->line - b->component->line;
}

static int compare_lines(const void *left, const void *right)
{
    const struct ics_version *a = left, *b = right;
    return a->component->line - b->component->line;
}

static bool is_older(const struct ics_version *one,
                     const struct ics_version *newest)
{
    return *one->key != '\0' && strcmp(one->key, newest->key) == 0 &&
           (one->sequence < newest->sequence || one->stamp_s < newest->stamp_s);
}

void ics_versions_settle(struct ics_busy *busy, struct ics_versions *versions)
{
    int n = 0;
    if (versions->n == 0) {
        return;
    }
    qsort(versions->one, (size_t)versions->n, sizeof *versions->one,
          compare_versions);
    const struct ics_version *newest = &versions->one[0];
    for (int k = 0; k < versions->n; k++) {
        const struct ics_version one = versions->one[k];
        if (k > 0 && is_older(&one, newest)) {
            findings_add(busy->findings, SEVERITY_NOTE,
                         (struct place){.file = busy->input->file,
                                        .line = one.component->line,
                                        .field = "UID"},
                         "is an older version of the %s on line %d, which counts",
                         newest->component->name, newest->component->line);
            continue;
        }
        versions->one[n] = one;
        newest = &versions->one[n++];
    }
    versions->n = n;
    qsort(versions->one, (size_t)n, sizeof *versions->one, compare_lines);
}
