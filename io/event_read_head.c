/* What stands once: the event itself. */

#include <stdlib.h>
#include <string.h>

#include "io/addresses.h"
#include "io/event_parts.h"

static const char *const event_names[] = {"id",
                                          "name",
                                          "name_ja",
                                          "organizer",
                                          "organizers",
                                          "uid_domain",
                                          "time_zone",
                                          "display_time_zones",
                                          "alarm_minutes",
                                          NULL};
enum {
    MOST_ALARM_MINUTES = 7 * 24 * 60,
    MOST_OF_DOMAIN = 100, /* UIDs with two ids of 64 letters then fit into 255 */
};
static const char *const person_names[] = {"name", "email", NULL};

const char *field_email(const struct fields *fields, const char *key)
{
    const char *text = field_text(fields, key);
    if (*text && !address_is_email(text)) {
        field_error(
            fields, key,
            "'%s' is no e-mail address; expected one like 'name@example.org'",
            field_shown(fields->arena, text));
        return "";
    }
    if (*text && !strchr(strchr(text, '@'), '.')) {
        field_warning(
            fields, key,
            "'%s' ends without a domain such as '.org', so no mail reaches "
            "it; did you mean '%s.org'?",
            field_shown(fields->arena, text), field_shown(fields->arena, text));
    }
    return text;
}

const char *field_url(const struct fields *fields, const char *key)
{
    const char *text = field_text(fields, key);
    if (*text && !address_is_url(text)) {
        field_error(fields, key,
                    "'%s' is no address to open; expected one like "
                    "'https://example.org/room-1', without blanks",
                    field_shown(fields->arena, text));
        return "";
    }
    return text;
}

void event_judge_side(const struct reader *reader, const struct fields *fields,
                      const char *key, const char *side)
{
    if (*side && ids_find(&reader->sides, side) < 0 && !reader->sides.is_broken) {
        field_warning(fields, key,
                      "no participant is of side '%s'; expected a side of "
                      "the participants as they write it",
                      field_shown(fields->arena, side));
    }
}

static struct person read_person(const struct fields *fields)
{
    field_names_judge_settings(person_names, fields);
    return (struct person){.name = field_text(fields, "name"),
                           .email = field_email(fields, "email")};
}

static int compare_sides(const void *left, const void *right)
{
    const struct side_organizer *a = left, *b = right;
    return strcmp(a->side, b->side);
}

static void read_side_organizers(struct reader *reader, const struct fields *head)
{
    struct event *event = reader->event;
    struct fields sides, one;
    if (!field_object(head, "organizers", &sides)) {
        return;
    }
    int n = sides.object->n_items;
    event->side_organizer = arena_new(reader->arena, n, struct side_organizer);
    for (int k = 0; k < n; k++) {
        const char *side = sides.object->item[k].key;
        if (!*side || text_has_controls(side)) {
            findings_add(
                reader->findings, SEVERITY_ERROR, sides.place,
                "has a side whose name is empty or has control characters; "
                "expected names of sides such as 'JP'");
        } else if (field_object(&sides, side, &one)) {
            event->side_organizer[event->n_side_organizers++] =
                (struct side_organizer){side, read_person(&one)};
            event_judge_side(reader, &sides, side, side);
        }
    }
    if (event->n_side_organizers > 0) {
        qsort(event->side_organizer, (size_t)event->n_side_organizers,
              sizeof *event->side_organizer, compare_sides);
    }
}

static void add_display_zone(struct event *event, const struct zone *zone)
{
    for (int k = 0; k < event->n_display_zones; k++) {
        if (strcmp(event->display_zone[k]->name, zone->name) == 0) {
            return;
        }
    }
    event->display_zone[event->n_display_zones++] = zone;
}

static void read_display_zones(struct reader *reader, const struct fields *head)
{
    struct event *event = reader->event;
    struct strings names = field_strings(head, "display_time_zones");
    const char *refusal = NULL;
    event->display_zone =
        arena_new(reader->arena, names.n + 2, const struct zone *);
    for (int k = 0; k < names.n; k++) {
        const struct zone *zone =
            zones_find(&reader->zones, reader->arena, names.text[k], &refusal);
        if (zone) {
            add_display_zone(event, zone);
        } else {
            field_error(head, "display_time_zones", "%s", refusal);
        }
    }
    if (names.n == 0) {
        const struct zone *tokyo =
            zones_find(&reader->zones, reader->arena, "Asia/Tokyo", &refusal);
        add_display_zone(event, event->zone);
        add_display_zone(event, tokyo ? tokyo : event->zone);
    }
}

static void read_id(struct event *event, const struct fields *head)
{
    event->id = field_required_text(head, "id", "an id such as 'ejrc-2021'");
    if (*event->id && !text_is_id(event->id)) {
        field_error(
            head, "id",
            "'%s' is no id; expected 1 to 64 letters, digits, '.', '_' and '-', "
            "a letter or digit first, and no name of a device such as 'con'",
            field_shown(head->arena, event->id));
    }
}

static void read_uid_domain(struct event *event, const struct fields *head)
{
    event->uid_domain = field_text(head, "uid_domain");
    if (*event->uid_domain && !address_is_host(event->uid_domain)) {
        field_error(head, "uid_domain",
                    "'%s' is no domain; expected one of yours, like 'example.org'",
                    field_shown(head->arena, event->uid_domain));
        event->uid_domain = "";
    } else if (strlen(event->uid_domain) > MOST_OF_DOMAIN) {
        field_error(head, "uid_domain",
                    "has more than %d characters; expected a shorter domain of "
                    "yours: calendars cut longer identities",
                    MOST_OF_DOMAIN);
        event->uid_domain = "";
    }
}

bool event_read_head(struct reader *reader)
{
    struct event *event = reader->event;
    const char *refusal = NULL;
    struct fields head, organizer;
    if (!field_find(&reader->root, "event")) {
        field_error(&reader->root, "event",
                    "is missing; expected an object with the event's id");
    }
    const struct zone *utc =
        zones_find(&reader->zones, reader->arena, "UTC", &refusal);
    if (!utc) {
        return findings_add(reader->findings, SEVERITY_ERROR, reader->root.place,
                            "%s", refusal);
    }
    bool has_head = field_object(&reader->root, "event", &head);
    head.place.sheet = reader->settings_sheet;
    if (has_head) {
        read_id(event, &head);
    } else {
        event->id = "";
    }
    field_names_judge_settings(event_names, &head);
    event->name = field_text(&head, "name");
    event->name_ja = field_text(&head, "name_ja");
    field_object(&head, "organizer", &organizer);
    event->organizer = read_person(&organizer);
    read_side_organizers(reader, &head);
    read_uid_domain(event, &head);
    event->zone = zones_read(&reader->zones, &head, "time_zone", utc);
    read_display_zones(reader, &head);
    event->alarm_minutes =
        field_int(&head, "alarm_minutes", 0, MOST_ALARM_MINUTES, 0);
    return true;
}
