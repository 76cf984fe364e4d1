/* Where people live and what they are written to in, where neither was said: nothing is
 * guessed, and what is done instead is told. */

#include <string.h>

#include "io/event_parts.h"
#include "io/zone_countries.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/phrase.h"

struct home {
    const char *country; /* as it is written */
    const char *shown;   /* "FR: Europe/Paris" */
    bool is_elsewhere;   /* its clocks show another time than the event's */
};

struct homes {
    struct home *home;
    int n, capacity;
};

/* The first zone of a country is where most of its people live. */
static struct home make_home(struct reader *reader, const char *country)
{
    const struct event *event = reader->event;
    struct home home = {.country = country, .shown = country};
    const char *refusal;
    const char *code = country_code(reader->arena, country);
    struct strings zones = country_zones(reader->arena, code);
    if (zones.n == 0 || event->n_slots == 0 ||
        strings_has(&zones, event->zone->name)) {
        return home;
    }
    const struct zone *zone =
        zones_find(&reader->zones, reader->arena, zones.text[0], &refusal);
    int64_t start_s = event->slot[0].start_s;
    home.is_elsewhere =
        zone && zone_offset_s(zone, start_s) != zone_offset_s(event->zone, start_s);
    if (zones.n == 1) {
        home.shown = arena_printf(reader->arena, "%s: %s", country, zones.text[0]);
    }
    return home;
}

static const struct home *find_home(struct reader *reader, struct homes *homes,
                                    const char *country, bool *is_new)
{
    for (int k = 0; k < homes->n; k++) {
        if (strcmp(homes->home[k].country, country) == 0) {
            *is_new = false;
            return &homes->home[k];
        }
    }
    homes->home = arena_grow(reader->arena, homes->home, homes->n, &homes->capacity,
                             sizeof *homes->home);
    homes->home[homes->n] = make_home(reader, country);
    *is_new = true;
    return &homes->home[homes->n++];
}

static void tell_zones(const struct reader *reader, struct place place, int n,
                       const char *countries)
{
    findings_add(
        reader->findings, SEVERITY_WARNING, place,
        n == 1 ? "%d participant of another country (%s) has no time zone and is "
                 "taken to live by the clock of %s; expected 'time_zone'"
               : "%d participants of other countries (%s) have no time zone and "
                 "are taken to live by the clock of %s; expected 'time_zone' of "
                 "each",
        n, countries, reader->event->zone->name);
}

void event_judge_zones(struct reader *reader)
{
    enum { MOST_NAMED = 12, MOST_HOMES = 300 };
    struct homes homes = {.n = 0};
    struct place place = {.line = 0};
    struct buf named;
    int n = 0, n_named = 0;
    buf_init(&named, reader->arena);
    for (int p = 0; p < reader->event->n_participants && homes.n < MOST_HOMES;
         p++) {
        const struct participant *who = &reader->event->participant[p];
        const struct fields *fields =
            &reader->participant_entities.entity[p].fields;
        bool is_new;
        if (!*who->country || field_find(fields, "time_zone")) {
            continue;
        }
        const struct home *home = find_home(reader, &homes, who->country, &is_new);
        if (!home->is_elsewhere) {
            continue;
        }
        place = n++ == 0 ? field_place(fields, "time_zone") : place;
        if (is_new && n_named++ < MOST_NAMED) {
            buf_add_text(&named, named.len > 0 ? phrase(", ") : "");
            buf_add_text(&named, field_shown(reader->arena, home->shown));
        }
    }
    if (n > 0) {
        tell_zones(reader, place, n, named.data);
    }
}

bool event_needs_language(const struct participant *who)
{
    bool has_other = false;
    for (int k = 0; k < who->languages.n; k++) {
        const char *tag = who->languages.text[k];
        size_t len = strcspn(tag, "-");
        if (len == 2 && strncmp(tag, "en", 2) == 0) {
            return false;
        }
        has_other |=
            len == 2 && (strncmp(tag, "ja", 2) == 0 || strncmp(tag, "fr", 2) == 0);
    }
    return has_other;
}

void event_judge_languages(const struct reader *reader)
{
    int n = reader->n_without_language;
    if (n > 0) {
        findings_add(
            reader->findings, SEVERITY_NOTE, reader->first_without_language,
            n == 1 ? "%d contact, whose languages do not include English, is "
                     "written to in English; the contact's language (in tables "
                     "'contact_language': en, ja or fr) says otherwise"
                   : "%d contacts, whose languages do not include English, are "
                     "written to in English; their language (in tables "
                     "'contact_language': en, ja or fr) says otherwise",
            n);
    }
}
