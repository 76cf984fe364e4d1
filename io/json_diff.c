#include "io/json_diff.h"

#include "io/change_words.h"
#include "io/value_build.h"
#include "scheduler/model/cause.h"

static void put_attendees(struct arena *arena, struct value *object,
                          const struct diff_side *side)
{
    if (side->n_attendance == 0) {
        return;
    }
    struct value *attendees = value_put(arena, object, "attendees", VALUE_OBJECT);
    for (int k = 0; k < side->n_attendance; k++) {
        const struct attendance *attendance = &side->attendance[k];
        struct value *list =
            value_put(arena, attendees, attendance->participant_id, VALUE_LIST);
        for (int i = 0; i < attendance->n_contacts; i++) {
            value_push_number(arena, list, attendance->contact[i]);
        }
    }
}

static void put_side(struct arena *arena, struct value *object, const char *key,
                     const struct diff_side *side)
{
    if (!side->is_held) {
        value_put(arena, object, key, VALUE_NULL);
        return;
    }
    struct value *put = value_put(arena, object, key, VALUE_OBJECT);
    value_put_text(arena, put, "slot", side->slot_id);
    value_put_instant(arena, put, "start", side->start_s);
    value_put_instant(arena, put, "end", side->end_s);
    value_put_text(arena, put, "room", side->room_id);
    if (side->interpreter_id[0] != '\0') {
        value_put_text(arena, put, "interpreter", side->interpreter_id);
    } else {
        value_put(arena, put, "interpreter", VALUE_NULL);
    }
    put_attendees(arena, put, side);
}

static void put_cause(struct arena *arena, struct value *object,
                      const struct json_diff_input *input,
                      const struct diff_entry *entry)
{
    const char *words;
    enum cause cause = cause_of_change(arena, input->event, input->elig, input->now,
                                       entry, &words);
    if (cause != N_CAUSES) {
        value_put_text(arena, object, "cause", cause_name(cause));
        value_put_text(arena, object, "reason", words);
    }
}

static void put_change(struct arena *arena, struct value *list,
                       const struct json_diff_input *input,
                       const struct diff_entry *entry)
{
    struct value *object = value_push(arena, list, VALUE_OBJECT);
    value_put_text(arena, object, "meeting", entry->meeting->id);
    value_put_text(arena, object, "kind", diff_kind_name(entry->kind));
    value_put_strings(arena, object, "participants",
                      &entry->meeting->participant_ids);
    value_put_text(arena, object, "topic", entry->meeting->topic);
    put_side(arena, object, "before", &entry->before);
    put_side(arena, object, "now", &entry->now);
    put_cause(arena, object, input, entry);
    value_put_text(arena, object, "uid", entry->meeting->uid);
}

static void put_told(struct arena *arena, struct value *list,
                     const struct json_diff_input *input,
                     const struct diff_listener *listener)
{
    const struct ics_input calendars = {.event = input->event};
    const struct change_words words =
        change_words(arena, &calendars, input->told, listener);
    const struct diff_entry *entry =
        listener->item < 0 ? &input->told->entry[listener->entry] : NULL;
    struct value *object = value_push(arena, list, VALUE_OBJECT);
    value_put_text(arena, object, "participant", listener->participant_id);
    if (listener->contact >= 0) {
        value_put_number(arena, object, "contact", listener->contact + 1);
    }
    value_put_some_text(arena, object, "name", words.name);
    value_put_some_text(arena, object, "email", words.email);
    value_put_some_text(arena, object, "language", words.language);
    value_put_text(arena, object, "time_zone", words.reader.zone->name);
    value_put_text(arena, object, entry ? "meeting" : "agenda_item",
                   entry ? entry->meeting->id : words.item_id);
    value_put_text(arena, object, "change", words.change);
    value_put_text(arena, object, "tell", words.tell);
    if (entry) {
        put_cause(arena, object, input, entry);
    }
}

void json_diff_put(struct arena *arena, const struct json_diff_input *input,
                   struct value *root)
{
    value_put_text(arena, root, "format", "matchday-diff/1");
    value_put_text(arena, root, "event", input->event->id);
    struct value *counts = value_put(arena, root, "counts", VALUE_OBJECT);
    for (int kind = 0; kind < N_DIFF_KINDS; kind++) {
        if (kind == DIFF_DETAILS) {
            continue; /* plans know nothing of it */
        }
        value_put_number(arena, counts, diff_kind_name((enum diff_kind)kind),
                         input->plans->n[kind]);
    }
    struct value *changes = value_put(arena, root, "changes", VALUE_LIST);
    for (int k = 0; k < input->plans->n_entries; k++) {
        if (input->plans->entry[k].kind != DIFF_SAME) {
            put_change(arena, changes, input, &input->plans->entry[k]);
        }
    }
    struct value *told = value_put(arena, root, "told", VALUE_LIST);
    for (int k = 0; k < input->listeners->n_listeners; k++) {
        put_told(arena, told, input, &input->listeners->listener[k]);
    }
}
