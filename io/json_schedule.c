#include "io/json_schedule.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "io/json_write.h"
#include "io/value_build.h"

/* A slot's id is its session's, "-" and a number. */
static char *session_id(struct arena *arena, const struct slot *slot)
{
    const char *dash = strrchr(slot->id, '-');
    assert(dash);
    return arena_strndup(arena, slot->id, (size_t)(dash - slot->id));
}

static void fill_slot(struct arena *arena, struct value *entry, const void *of,
                      int k)
{
    const struct schedule *schedule = of;
    const struct slot *slot = &schedule->slot[k];
    value_put_text(arena, entry, "id", slot->id);
    value_put_text(arena, entry, "session", session_id(arena, slot));
    value_put_instant(arena, entry, "start", slot->start_s);
    value_put_instant(arena, entry, "end", slot->end_s);
}

static void put_or_null(struct arena *arena, struct value *entry, const char *key,
                        const char *text)
{
    if (text[0] != '\0') {
        value_put_text(arena, entry, key, text);
    } else {
        value_put(arena, entry, key, VALUE_NULL);
    }
}

static void put_sent(struct arena *arena, struct value *entry,
                     const struct sent *sent)
{
    if (sent->state == SENT_NEVER) {
        value_put(arena, entry, "sent", VALUE_NULL);
        return;
    }
    struct value *object = value_put(arena, entry, "sent", VALUE_OBJECT);
    value_put_text(arena, object, "state",
                   sent->state == SENT_CANCELLED ? "cancelled" : "confirmed");
    value_put_text(arena, object, "slot", sent->slot_id);
    value_put_instant(arena, object, "start", sent->start_s);
    value_put_instant(arena, object, "end", sent->end_s);
    value_put_text(arena, object, "room", sent->room_id);
    put_or_null(arena, object, "interpreter", sent->interpreter_id);
    value_put_number(arena, object, "sequence", sent->sequence);
}

static void put_person(struct arena *arena, struct value *list,
                       const struct told_person *person)
{
    struct value *entry = value_push(arena, list, VALUE_OBJECT);
    if (person->participant_id[0] != '\0') {
        value_put_text(arena, entry, "participant", person->participant_id);
        value_put_text(arena, entry, "contact", person->who);
        value_put_some_text(arena, entry, "language", person->language);
    } else {
        value_put_text(arena, entry, "interpreter", person->who);
    }
    value_put_number(arena, entry, "sequence", person->sequence);
    if (person->since != person->sequence) {
        value_put_number(arena, entry, "since", person->since);
    }
    if (person->missed) {
        value_put_bool(arena, entry, "missed", true);
    }
    if (person->off) {
        value_put_bool(arena, entry, "off", true);
        value_put_instant(arena, entry, "start", person->start_s);
        value_put_instant(arena, entry, "end", person->end_s);
    }
}

static void put_told(struct arena *arena, struct value *entry,
                     const struct told *told)
{
    if (!told->is_known) {
        return;
    }
    struct value *object = value_put(arena, entry, "told", VALUE_OBJECT);
    value_put_text(arena, object, "status",
                   told->tentative ? "tentative" : "confirmed");
    value_put_some_text(arena, object, "room_name", told->room_name);
    value_put_some_text(arena, object, "room_url", told->room_url);
    struct value *list = value_put(arena, object, "people", VALUE_LIST);
    for (int k = 0; k < told->n_persons; k++) {
        put_person(arena, list, &told->person[k]);
    }
}

static void put_attendees(struct arena *arena, struct value *entry,
                          const struct schedule_meeting *meeting)
{
    if (meeting->n_attendance == 0) {
        return;
    }
    struct value *object = value_put(arena, entry, "attendees", VALUE_OBJECT);
    for (int k = 0; k < meeting->n_attendance; k++) {
        const struct attendance *attendance = &meeting->attendance[k];
        struct value *list =
            value_put(arena, object, attendance->participant_id, VALUE_LIST);
        for (int c = 0; c < attendance->n_contacts; c++) {
            value_push_number(arena, list, attendance->contact[c]);
        }
    }
}

static void put_time(struct arena *arena, struct value *entry,
                     const struct schedule_meeting *meeting)
{
    value_put_text(arena, entry, "slot", meeting->slot_id);
    value_put_instant(arena, entry, "start", meeting->start_s);
    value_put_instant(arena, entry, "end", meeting->end_s);
}

static void fill_meeting(struct arena *arena, struct value *entry, const void *of,
                         int k)
{
    const struct schedule *schedule = of;
    const struct schedule_meeting *meeting = &schedule->meeting[k];
    value_put_text(arena, entry, "id", meeting->id);
    value_put_strings(arena, entry, "requests", &meeting->request_ids);
    value_put_strings(arena, entry, "participants", &meeting->participant_ids);
    value_put_text(arena, entry, "topic", meeting->topic);
    put_time(arena, entry, meeting);
    value_put_text(arena, entry, "room", meeting->room_id);
    put_or_null(arena, entry, "interpreter", meeting->interpreter_id);
    put_attendees(arena, entry, meeting);
    value_put_text(arena, entry, "uid", meeting->uid);
    value_put_number(arena, entry, "sequence", meeting->sequence);
    value_put_text(arena, entry, "status",
                   meeting->tentative ? "tentative" : "confirmed");
    put_sent(arena, entry, &meeting->sent);
    put_told(arena, entry, &meeting->told);
    if (meeting->frozen) {
        value_put_bool(arena, entry, "frozen", true);
    }
}

static void put_detail(struct arena *arena, struct value *entry,
                       const struct reason_detail *detail)
{
    const struct {
        const char *key;
        const struct strings *ids;
    } part[] = {
        {"participants", &detail->participants},
        {"requests", &detail->requests},
        {"slots", &detail->slots},
        {"blocked_by", &detail->blocked_by},
        {"at_limit", &detail->at_limit},
        {"moved", &detail->moved},
        {"given_up", &detail->given_up},
    };
    struct value *object = value_put(arena, entry, "detail", VALUE_OBJECT);
    for (size_t k = 0; k < sizeof part / sizeof *part; k++) {
        value_put_some_strings(arena, object, part[k].key, part[k].ids);
    }
}

static void fill_unscheduled(struct arena *arena, struct value *entry,
                             const void *of, int k)
{
    const struct schedule *schedule = of;
    const struct unscheduled *unscheduled = &schedule->unscheduled[k];
    value_put_strings(arena, entry, "requests", &unscheduled->request_ids);
    value_put_strings(arena, entry, "participants", &unscheduled->participant_ids);
    value_put_text(arena, entry, "topic", unscheduled->topic);
    value_put_text(arena, entry, "reason", reason_name(unscheduled->reason));
    put_detail(arena, entry, &unscheduled->detail);
}

static void fill_cancelled(struct arena *arena, struct value *entry, const void *of,
                           int k)
{
    const struct schedule *schedule = of;
    const struct schedule_meeting *meeting = &schedule->cancelled[k];
    value_put_text(arena, entry, "id", meeting->id);
    value_put_text(arena, entry, "uid", meeting->uid);
    value_put_number(arena, entry, "sequence", meeting->sequence);
    value_put_strings(arena, entry, "participants", &meeting->participant_ids);
    value_put_text(arena, entry, "topic", meeting->topic);
    put_time(arena, entry, meeting);
    if (meeting->cause && meeting->cause[0] != '\0') {
        value_put_text(arena, entry, "cause", meeting->cause);
    }
    value_put_text(arena, entry, "reason", meeting->reason);
    put_sent(arena, entry, &meeting->sent);
    put_told(arena, entry, &meeting->told);
}

static void put_audience(struct arena *arena, struct value *entry,
                         const struct sent_item *item)
{
    if (item->audience == AUDIENCE_LISTED) {
        value_put_strings(arena, entry, "audience", &item->audience_ids);
    } else if (item->audience == AUDIENCE_SIDE) {
        value_put_text(arena, value_put(arena, entry, "audience", VALUE_OBJECT),
                       "side", item->side);
    } else {
        value_put_text(arena, entry, "audience", "all");
    }
}

static void fill_item(struct arena *arena, struct value *entry, const void *of,
                      int k)
{
    const struct schedule *schedule = of;
    const struct sent_item *item = &schedule->sent_item[k];
    value_put_text(arena, entry, "id", item->id);
    value_put_text(arena, entry, "title", item->title);
    if (item->url) {
        value_put_text(arena, entry, "url", item->url);
    }
    value_put_text(arena, entry, "state",
                   item->cancelled ? "cancelled" : "confirmed");
    value_put_instant(arena, entry, "start", item->start_s);
    value_put_instant(arena, entry, "end", item->end_s);
    value_put_number(arena, entry, "sequence", item->sequence);
    put_audience(arena, entry, item);
    value_put_some_strings(arena, entry, "told_off", &item->told_off);
}

static void put_contact(struct arena *arena, struct value *list,
                        const struct contact *contact)
{
    struct value *entry = value_push(arena, list, VALUE_OBJECT);
    value_put_some_text(arena, entry, "name", contact->name);
    value_put_some_text(arena, entry, "name_ja", contact->name_ja);
    value_put_some_text(arena, entry, "email", contact->email);
    value_put_some_text(arena, entry, "language", contact->language);
}

static void fill_addressee(struct arena *arena, struct value *entry, const void *of,
                           int k)
{
    const struct schedule *schedule = of;
    const struct addressee *addressee = &schedule->addressee[k];
    value_put_text(arena, entry,
                   addressee->is_interpreter ? "interpreter" : "participant",
                   addressee->id);
    value_put_some_text(arena, entry, "organisation", addressee->organisation);
    value_put_some_text(arena, entry, "organisation_ja",
                        addressee->organisation_ja);
    value_put_some_text(arena, entry, "side", addressee->side);
    value_put_text(arena, entry, "time_zone", addressee->time_zone);
    value_put_some_strings(arena, entry, "pairs", &addressee->pairs);
    struct value *list = value_put(arena, entry, "contacts", VALUE_LIST);
    for (int c = 0; c < addressee->n_contacts; c++) {
        put_contact(arena, list, &addressee->contact[c]);
    }
}

static void fill_level(struct arena *arena, struct value *entry, const void *of,
                       int k)
{
    const struct schedule *schedule = of;
    const struct level_result *result = &schedule->level[k];
    value_put_text(arena, entry, "name", level_name(result->level));
    value_put_text(arena, entry, "sense",
                   level_is_maximised(result->level) ? "max" : "min");
    value_put_number(arena, entry, "value", result->value);
    if (result->has_bound) {
        value_put_number(arena, entry, "bound", result->bound);
    } else {
        value_put(arena, entry, "bound", VALUE_NULL);
    }
    value_put_text(arena, entry, "status",
                   result->optimal ? "optimal" : "feasible");
}

/* What comes before the lists. */
static void write_head(struct json_file *file, struct arena scratch,
                       const struct schedule *schedule)
{
    struct arena *arena = &scratch;
    struct value root;
    value_init(&root, VALUE_OBJECT);
    value_put_text(arena, &root, "format", "matchday-schedule/1");
    value_put_text(arena, &root, "event", schedule->event_id);
    value_put_text(arena, &root, "input_sha256", schedule->input_sha256);
    struct value *generator = value_put(arena, &root, "generator", VALUE_OBJECT);
    value_put_text(arena, generator, "name", "matchday");
    value_put_text(arena, generator, "version", schedule->generator_version);
    value_put_number(arena, &root, "seed", (int64_t)schedule->seed);
    if (schedule->sending && schedule->sending[0] != '\0') {
        value_put_text(arena, &root, "sending", schedule->sending);
    }
    if (schedule->frozen_before_s > 0) {
        value_put_instant(arena, &root, "frozen_before", schedule->frozen_before_s);
    }
    for (int k = 0; k < root.n_items; k++) {
        json_file_add(file, &root.item[k]);
    }
}

void json_schedule_write(struct sink *sink, struct arena scratch,
                         const struct schedule *schedule)
{
    const struct {
        const char *key;
        int n;
        json_row_maker *fill;
    } list[] = {
        {"slots", schedule->n_slots, fill_slot},
        {"meetings", schedule->n_meetings, fill_meeting},
        {"unscheduled", schedule->n_unscheduled, fill_unscheduled},
        {"cancelled", schedule->n_cancelled, fill_cancelled},
        {"agenda", schedule->n_sent_items, fill_item},
        {"addressees", schedule->n_addressees, fill_addressee},
        {"objective", schedule->n_levels, fill_level},
    };
    struct json_file file;
    assert(schedule->seed <= (uint64_t)VALUE_MAX_NUMBER);
    json_file_begin(&file, sink);
    write_head(&file, scratch, schedule);
    for (size_t k = 0; k < sizeof list / sizeof *list; k++) {
        bool is_of_sent =
            list[k].fill == fill_item || list[k].fill == fill_addressee;
        if (list[k].n > 0 || !is_of_sent) {
            json_file_add_rows(&file, scratch, list[k].key, list[k].n, list[k].fill,
                               schedule);
        }
    }
    json_file_end(&file);
}

char *json_schedule_text(struct arena *arena, const struct schedule *schedule)
{
    struct arena scratch;
    struct sink sink;
    arena_init(&scratch);
    sink_init(&sink, arena, NULL, NULL);
    json_schedule_write(&sink, scratch, schedule);
    arena_finish(&scratch);
    return sink.buf.data;
}
