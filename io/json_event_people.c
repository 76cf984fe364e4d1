/* Participants and when they can meet. */

#include "io/json_event_parts.h"

#include "io/value_build.h"

static void put_contacts(struct arena *arena, struct value *entry,
                         const struct participant *participant, bool with_marks)
{
    if (participant->n_contacts == 0) {
        return;
    }
    struct value *list = value_put(arena, entry, "contacts", VALUE_LIST);
    for (int k = 0; k < participant->n_contacts; k++) {
        const struct contact *contact = &participant->contact[k];
        struct value *object = value_push(arena, list, VALUE_OBJECT);
        value_put_some_text(arena, object, "name", contact->name);
        value_put_some_text(arena, object, "name_ja", contact->name_ja);
        value_put_some_text(arena, object, "email", contact->email);
        value_put_some_text(arena, object, "language", contact->language);
        value_put_some_text(arena, object, "job_title", contact->job_title);
        if (with_marks && contact->is_to_confirm) {
            value_put_bool(arena, object, "confirm", true);
        }
    }
}

static const char *interpretation_text(enum interpretation interpretation)
{
    switch (interpretation) {
    case INTERPRETATION_AUTO:
        return "auto";
    case INTERPRETATION_ALWAYS:
        return "always";
    case INTERPRETATION_NEVER:
        return "never";
    }
    return "";
}

static void put_identity(struct arena *arena, struct value *entry,
                         const struct participant *participant, bool with_marks)
{
    value_put_text(arena, entry, "id", participant->id);
    value_put_some_text(arena, entry, "organisation", participant->organisation);
    value_put_some_text(arena, entry, "organisation_ja",
                        participant->organisation_ja);
    value_put_some_text(arena, entry, "country", participant->country);
    value_put_some_text(arena, entry, "side", participant->side);
    value_put_text(arena, entry, "time_zone", participant->zone->name);
    value_put_some_strings(arena, entry, "languages", &participant->languages);
    value_put_text(arena, entry, "interpreter",
                   interpretation_text(participant->interpretation));
    put_contacts(arena, entry, participant, with_marks);
    value_put_some_strings(arena, entry, "themes", &participant->themes);
    value_put_some_text(arena, entry, "profile", participant->profile);
    value_put_some_text(arena, entry, "profile_ja", participant->profile_ja);
}

static void put_limits(struct arena *arena, struct value *entry,
                       const struct participant *participant)
{
    value_put_number(arena, entry, "parallel", participant->parallel);
    value_put_number(arena, entry, "people", participant->people);
    json_event_put_limit(arena, entry, "max_meetings", participant->max_meetings);
    value_put_number(arena, entry, "min_meetings", participant->min_meetings);
    json_event_put_limit(arena, entry, "max_consecutive",
                         participant->max_consecutive);
    json_event_put_limit(arena, entry, "max_gaps", participant->max_gaps);
    value_put_text(arena, entry, "status",
                   participant->cancelled ? "cancelled" : "registered");
}

void json_event_put_participants(struct arena *arena, struct value *root,
                                 const struct event *event,
                                 const struct json_event_parts *parts)
{
    struct value *list = value_put(arena, root, "participants", VALUE_LIST);
    for (int p = 0; p < event->n_participants; p++) {
        struct value *entry = value_push(arena, list, VALUE_OBJECT);
        put_identity(arena, entry, &event->participant[p], parts->marks);
        put_limits(arena, entry, &event->participant[p]);
        if (parts->calendars) {
            value_put_some_text(arena, entry, "calendar",
                                event->participant[p].calendar);
        }
    }
}

static void add_windows(struct arena *arena, struct value *list,
                        const struct participant *participant,
                        const struct windows *windows, const char *kind)
{
    for (int k = 0; k < windows->n; k++) {
        struct value *entry = value_push(arena, list, VALUE_OBJECT);
        value_put_text(arena, entry, "participant", participant->id);
        value_put_instant(arena, entry, "start", windows->window[k].start_s);
        value_put_instant(arena, entry, "end", windows->window[k].end_s);
        value_put_text(arena, entry, "kind", kind);
    }
}

void json_event_put_availability(struct arena *arena, struct value *root,
                                 const struct event *event)
{
    struct value list;
    value_init(&list, VALUE_LIST);
    for (int p = 0; p < event->n_participants; p++) {
        const struct participant *participant = &event->participant[p];
        add_windows(arena, &list, participant, &participant->available,
                    "available");
        add_windows(arena, &list, participant, &participant->unavailable,
                    "unavailable");
        add_windows(arena, &list, participant, &participant->avoid, "avoid");
    }
    if (list.n_items > 0) {
        struct value *member = value_put(arena, root, "availability", VALUE_LIST);
        member->item = list.item;
        member->n_items = list.n_items;
    }
}
