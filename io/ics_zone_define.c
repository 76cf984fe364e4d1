/* A VTIMEZONE is a list of observances, each of which begins at local times (its
 * DTSTART, RDATEs, and an RRULE from it on), read by the clock before it. Together
 * they are the transitions of a zone. */

#include <stdlib.h>
#include <string.h>

#include "io/ics_recur.h"
#include "io/ics_zones.h"
#include "scheduler/base/phrase.h"
#include "scheduler/base/text.h"

enum { MOST_OBSERVANCES = 200, MOST_ONSETS = 20000 };

struct onset {
    int64_t at_s;
    int32_t before_s, offset_s;
};

struct definition {
    struct arena *arena;
    struct onset *onset;
    int n, capacity;
    int64_t until_s;
    int64_t *work;
    const char *refusal;
};

static bool refuse(struct definition *definition, int line, const char *text)
{
    definition->refusal = arena_printf(
        definition->arena, phrase("its definition on line %d has %s"), line, text);
    return false;
}

/* "+0900" or "-033000" */
static bool read_offset(const struct ics_property *property, int32_t *offset_s)
{
    const char *text = property ? property->value : "";
    size_t len = strlen(text);
    int number[3] = {0};
    if ((len != 5 && len != 7) || (text[0] != '+' && text[0] != '-')) {
        return false;
    }
    for (size_t k = 1; k < len; k++) {
        if (text[k] < '0' || text[k] > '9') {
            return false;
        }
        number[(k - 1) / 2] = number[(k - 1) / 2] * 10 + (text[k] - '0');
    }
    int seconds = number[0] * 3600 + number[1] * 60 + number[2];
    *offset_s = text[0] == '-' ? -seconds : seconds;
    return number[0] < 24 && number[1] < 60 && number[2] < 60;
}

static bool add_onset(struct definition *definition, const struct onset *like,
                      int64_t local_s, int line)
{
    if (definition->n == MOST_ONSETS) {
        return refuse(definition, line, phrase("too many changes of the clock"));
    }
    definition->onset =
        arena_grow(definition->arena, definition->onset, definition->n,
                   &definition->capacity, sizeof *definition->onset);
    struct onset *onset = &definition->onset[definition->n++];
    *onset = *like;
    onset->at_s = local_s - like->before_s;
    return true;
}

static int64_t last_second(const struct ics_time *until)
{
    return civil_to_seconds(until->civil) + (until->is_date ? 86399 : 0);
}

static bool add_rule(struct definition *definition, const struct onset *like,
                     struct civil first, const struct ics_property *property)
{
    struct ics_rule rule;
    struct error err;
    struct ics_occurrences found = {0};
    struct arena
        space; /* the number of what is found has no other limit than work */
    const char *text = text_upper(definition->arena, property->value);
    if (!ics_rule_parse(text, strlen(text), &rule, &err)) {
        return refuse(definition, property->line, err.text);
    }
    const struct ics_recurrence recurrence = {&rule, first, civil_to_seconds(first),
                                              definition->until_s};
    arena_init(&space);
    bool ok =
        ics_recur(&space, &recurrence, &found, definition->work) ||
        refuse(definition, property->line, phrase("too many changes of the clock"));
    for (int k = 0; ok && k < found.n; k++) {
        int64_t at_s = found.at_s[k] - (rule.until.is_utc ? like->before_s : 0);
        if (rule.has_until && at_s > last_second(&rule.until)) {
            break;
        }
        ok = add_onset(definition, like, found.at_s[k], property->line);
    }
    arena_finish(&space);
    return ok;
}

static bool add_dates(struct definition *definition, const struct onset *like,
                      const struct ics_property *property)
{
    const char *rest = property->value, *at;
    size_t len;
    while ((at = ics_next_part(&rest, &len))) {
        struct ics_time time;
        if (!ics_time_parse(at, len, &time)) {
            return refuse(definition, property->line,
                          phrase("an RDATE that is no time"));
        }
        int64_t local_s =
            civil_to_seconds(time.civil) + (time.is_utc ? like->before_s : 0);
        if (!add_onset(definition, like, local_s, property->line)) {
            return false;
        }
    }
    return true;
}

static bool add_observance(struct definition *definition,
                           const struct ics_component *observance)
{
    struct onset like = {0};
    struct ics_time first;
    const struct ics_property *start = ics_find(observance, "DTSTART");
    if (!read_offset(ics_find(observance, "TZOFFSETFROM"), &like.before_s) ||
        !read_offset(ics_find(observance, "TZOFFSETTO"), &like.offset_s)) {
        return refuse(definition, observance->line,
                      phrase("no TZOFFSETFROM and TZOFFSETTO like +0900"));
    }
    if (!start || !ics_time_parse(start->value, strlen(start->value), &first) ||
        !add_onset(definition, &like, civil_to_seconds(first.civil),
                   observance->line)) {
        return definition->refusal ? false
                                   : refuse(definition, observance->line,
                                            phrase("no DTSTART that is a time"));
    }
    for (int k = 0; k < observance->n_properties; k++) {
        const struct ics_property *property = &observance->property[k];
        if ((strcmp(property->name, "RRULE") == 0 &&
             !add_rule(definition, &like, first.civil, property)) ||
            (strcmp(property->name, "RDATE") == 0 &&
             !add_dates(definition, &like, property))) {
            return false;
        }
    }
    return true;
}

static int compare_onsets(const void *left, const void *right)
{
    const struct onset *a = left, *b = right;
    if (a->at_s != b->at_s) {
        return a->at_s < b->at_s ? -1 : 1;
    }
    return (a->offset_s > b->offset_s) - (a->offset_s < b->offset_s);
}

static const struct zone *make_zone(struct definition *definition, const char *name)
{
    struct zone *zone = arena_new(definition->arena, 1, struct zone);
    int64_t *at_s = arena_new(definition->arena, definition->n, int64_t);
    int32_t *offset_s = arena_new(definition->arena, definition->n, int32_t);
    qsort(definition->onset, (size_t)definition->n, sizeof *definition->onset,
          compare_onsets);
    int n = 0;
    for (int k = 0; k < definition->n; k++) {
        bool is_again = n > 0 && at_s[n - 1] == definition->onset[k].at_s;
        n += !is_again;
        at_s[n - 1] = definition->onset[k].at_s;
        offset_s[n - 1] = definition->onset[k].offset_s;
    }
    *zone = (struct zone){
        .name = name,
        .n_transitions = n,
        .at_s = at_s,
        .offset_s = offset_s,
        .first_offset_s = definition->onset[0].before_s,
        .footer = "",
    };
    return zone;
}

const struct zone *ics_zone_define(struct arena *arena,
                                   const struct ics_component *definition,
                                   int64_t until_s, int64_t *work,
                                   const char **refusal)
{
    struct definition read = {
        .arena = arena,
        .until_s = until_s + INT64_C(2) * 366 * 86400,
        .work = work,
    };
    int n = 0;
    for (const struct ics_component *child = definition->first; child;
         child = child->next) {
        if (strcmp(child->name, "STANDARD") != 0 &&
            strcmp(child->name, "DAYLIGHT") != 0) {
            continue;
        }
        if (++n > MOST_OBSERVANCES) {
            refuse(&read, child->line, phrase("too many parts"));
        }
        if (n > MOST_OBSERVANCES || !add_observance(&read, child)) {
            *refusal = read.refusal;
            return NULL;
        }
    }
    if (n == 0) {
        refuse(&read, definition->line,
               phrase("neither STANDARD nor DAYLIGHT in it"));
        *refusal = read.refusal;
        return NULL;
    }
    return make_zone(&read, ics_find(definition, "TZID")->value);
}
