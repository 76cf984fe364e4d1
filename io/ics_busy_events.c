/* VEVENT and VFREEBUSY. */

#include <string.h>

#include "io/ics_busy_parts.h"
#include "scheduler/base/text.h"

/* True if the attendee is one of the calendar's owners. */
static bool is_owner(struct arena scratch, const struct ics_busy_input *input,
                     const struct ics_property *attendee)
{
    const char *address = ics_address(&scratch, attendee);
    const char *email = ics_parameter(attendee, "EMAIL");
    for (int k = 0; k < input->n_contacts; k++) {
        const char *own = input->contact[k].email;
        if (*own != '\0' &&
            (text_equal_nocase(own, address) || text_equal_nocase(own, email))) {
            return true;
        }
    }
    return false;
}

/* True if the event lists owners, and all of them have declined. */
static bool is_declined(struct ics_busy *busy, const struct ics_component *event)
{
    int n_owners = 0, n_declined = 0;
    for (int k = 0; k < event->n_properties; k++) {
        const struct ics_property *property = &event->property[k];
        if (strcmp(property->name, "ATTENDEE") != 0) {
            continue;
        }
        if (!ics_busy_spend(busy, property->line, busy->input->n_contacts)) {
            return false;
        }
        if (is_owner(*busy->arena, busy->input, property)) {
            n_owners++;
            n_declined +=
                text_equal_nocase(ics_parameter(property, "PARTSTAT"), "DECLINED");
        }
    }
    return n_owners > 0 && n_declined == n_owners;
}

static bool says(const struct ics_component *component, const char *name,
                 const char *word)
{
    const struct ics_property *property = ics_find(component, name);
    return property && text_equal_nocase(property->value, word);
}

static void read_event(struct ics_busy *busy, const struct ics_component *event,
                       struct ics_entry_kind kind, struct ics_series *series)
{
    kind.is_cancelled = kind.is_cancelled || says(event, "STATUS", "CANCELLED");
    if (ics_busy_read_entry(busy, event, kind, series)) {
        series->entry[series->n - 1].is_free =
            says(event, "TRANSP", "TRANSPARENT") || is_declined(busy, event);
    }
}

/* True for what answers somebody's invitation, and is nobody's calendar. */
static bool is_answer(const struct ics_component *calendar)
{
    static const char *const answer[] = {"REPLY", "COUNTER", "DECLINECOUNTER",
                                         "REFRESH"};
    for (size_t k = 0; k < sizeof answer / sizeof *answer; k++) {
        if (says(calendar, "METHOD", answer[k])) {
            return true;
        }
    }
    return false;
}

/* An entry inside of another component is nothing that a calendar program knows, and
 * must not be lost without a word. */
static void refuse_nested(struct ics_busy *busy, const struct ics_component *parent)
{
    static const char *const entry[] = {"VEVENT", "VFREEBUSY", "VAVAILABILITY"};
    for (const struct ics_component *child = parent->first; child;
         child = child->next) {
        for (size_t k = 0; k < sizeof entry / sizeof *entry; k++) {
            if (strcmp(child->name, entry[k]) == 0) {
                findings_add(
                    busy->findings, SEVERITY_ERROR,
                    (struct place){.file = busy->input->file,
                                   .line = child->line,
                                   .field = entry[k]},
                    "stands inside of %.40s; expected it in the calendar itself",
                    parent->name);
            }
        }
        refuse_nested(busy, child);
    }
}

static void read_events(struct ics_busy *busy, const struct ics_component *calendar,
                        struct ics_series *series)
{
    const struct ics_entry_kind kind = {
        .is_cancelled = says(calendar, "METHOD", "CANCEL"),
        .is_added = says(calendar, "METHOD", "ADD"),
    };
    bool is_ignored = is_answer(calendar);
    int n = 0;
    for (const struct ics_component *child = calendar->first; child;
         child = child->next) {
        if (strcmp(child->name, "VEVENT") == 0) {
            n++;
            if (!is_ignored) {
                read_event(busy, child, kind, series);
            }
        }
        refuse_nested(busy, child);
    }
    busy->n_components += n;
    if (is_ignored && n > 0) {
        findings_add(
            busy->findings, SEVERITY_WARNING,
            ics_place(busy->input->file, ics_find(calendar, "METHOD")),
            "is an answer to an invitation, not a calendar; its events are "
            "ignored ('matchday replies' reads answers)");
    }
}

void ics_busy_events(struct ics_busy *busy, const struct ics_component *root)
{
    struct ics_series series = {0};
    for (const struct ics_component *calendar = root->first; calendar;
         calendar = calendar->next) {
        read_events(busy, calendar, &series);
    }
    ics_busy_expand(busy, &series, &busy->busy);
}

static bool read_periods(struct ics_busy *busy, const struct ics_property *property)
{
    struct window window;
    const char *rest = property->value, *at;
    size_t len;
    while ((at = ics_next_part(&rest, &len))) {
        if (!ics_busy_period(busy, property, at, len, &window)) {
            return false;
        }
        ics_busy_add(busy, &busy->busy, window.start_s, window.end_s);
    }
    return true;
}

/* True if it asks somebody for their times (RFC 5546 3.3.2) and tells none. */
static bool is_question(const struct ics_component *calendar,
                        const struct ics_component *component)
{
    return says(calendar, "METHOD", "REQUEST") && !ics_find(component, "FREEBUSY");
}

static void read_free_busy(struct ics_busy *busy,
                           const struct ics_component *component)
{
    for (int k = 0; k < component->n_properties; k++) {
        const struct ics_property *property = &component->property[k];
        if (strcmp(property->name, "FREEBUSY") == 0 && *property->value != '\0' &&
            !text_equal_nocase(ics_parameter(property, "FBTYPE"), "FREE")) {
            read_periods(busy, property);
        }
    }
}

void ics_busy_free_busy(struct ics_busy *busy, const struct ics_component *root)
{
    struct ics_versions versions = {NULL, 0, 0};
    for (const struct ics_component *calendar = root->first; calendar;
         calendar = calendar->next) {
        for (const struct ics_component *child = calendar->first; child;
             child = child->next) {
            if (strcmp(child->name, "VFREEBUSY") != 0) {
                continue;
            }
            if (is_question(calendar, child)) {
                findings_add(
                    busy->findings, SEVERITY_WARNING,
                    ics_place(busy->input->file, ics_find(calendar, "METHOD")),
                    "asks somebody when they are busy, and tells nothing; expected "
                    "the answer, with METHOD:REPLY or PUBLISH");
                continue;
            }
            busy->n_components++;
            ics_versions_add(busy, &versions, child);
        }
    }
    ics_versions_settle(busy, &versions);
    for (int k = 0; k < versions.n; k++) {
        read_free_busy(busy, versions.one[k].component);
    }
}
