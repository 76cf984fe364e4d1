/* Participants and their contacts. */

#include <stdlib.h>
#include <string.h>

#include "io/event_parts.h"
#include "io/language_tag.h"
#include "scheduler/base/buf.h"
#include "scheduler/base/phrase.h"

static const char *const participant_names[] = {"id",
                                                "organisation",
                                                "organisation_ja",
                                                "country",
                                                "side",
                                                "time_zone",
                                                "languages",
                                                "interpreter",
                                                "contacts",
                                                "themes",
                                                "profile",
                                                "profile_ja",
                                                "parallel",
                                                "people",
                                                "max_meetings",
                                                "min_meetings",
                                                "max_consecutive",
                                                "max_gaps",
                                                "status",
                                                "calendar",
                                                "contact_email",
                                                "contact_name",
                                                "contact_name_ja",
                                                "contact_language",
                                                "contact_job_title",
                                                "contact_confirm",
                                                NULL};
static const char *const contact_names[] = {
    "name", "name_ja", "email", "language", "job_title", "confirm", NULL};

/* The same in a list of objects and in columns. */
struct contact_keys {
    const char *email, *name, *name_ja, *language, *job_title, *confirm;
};
static const struct contact_keys members = {"email",    "name",      "name_ja",
                                            "language", "job_title", "confirm"};
static const struct contact_keys columns = {"contact_email",     "contact_name",
                                            "contact_name_ja",   "contact_language",
                                            "contact_job_title", "contact_confirm"};
static const char *const contact_columns[] = {"contact_email",
                                              "contact_name",
                                              "contact_name_ja",
                                              "contact_language",
                                              "contact_job_title",
                                              "contact_confirm",
                                              NULL};

/* People write "Gifu Prefecture" where the id "gifu" is wanted, or "Gifu". */
static void collect_organisations(struct entities *people, struct arena *arena)
{
    static const char *const key[] = {"organisation", "organisation_ja"};
    struct id_alias *alias = arena_new(arena, 4 * people->n, struct id_alias);
    int n = 0;
    for (int p = 0; p < people->n; p++) {
        const struct entity *who = &people->entity[p];
        alias[n++] = (struct id_alias){.called = who->id, .id = who->id, .i = p};
        alias[n++] =
            (struct id_alias){.called = who->spelling, .id = who->id, .i = p};
        for (int k = 0; k < 2; k++) {
            const struct value *name = field_find(&who->fields, key[k]);
            if (name && name->text) {
                alias[n++] =
                    (struct id_alias){.called = name->text, .id = who->id, .i = p};
            }
        }
    }
    ids_take_aliases(&people->ids, arena, alias, n);
}

static void collect_sides(struct reader *reader)
{
    const struct entities *people = &reader->participant_entities;
    struct ids *sides = &reader->sides;
    *sides =
        (struct ids){.what = PHRASE("side"), .is_broken = people->ids.is_broken};
    sides->name = arena_new(reader->arena, people->n, struct id_name);
    for (int p = 0; p < people->n; p++) {
        const struct value *side = field_find(&people->entity[p].fields, "side");
        if (side && side->text) {
            sides->name[sides->n++] = (struct id_name){side->text, p};
        }
    }
    ids_sort(sides);
}

void event_open_people(struct reader *reader)
{
    static const char *const windows[] = {"available_start", "available_end",
                                          "time_zone", NULL};
    struct source *people = &reader->participants;
    event_open_list(reader, people, "participants", "participant",
                    MAX_PARTICIPANTS);
    event_take_wishes(reader, people);
    people->column_per_row = contact_columns;
    people->known = participant_names;
    if (people->n_rows == 0 && !people->is_broken) {
        field_error(&reader->root, "participants",
                    people->is_given
                        ? "is empty; expected those who want to meet"
                        : "is missing; expected those who want to meet");
        people->is_broken = true;
    }
    entities_collect(people, &reader->participant_entities);
    collect_organisations(&reader->participant_entities, reader->arena);
    collect_sides(reader);
    event_open_list(reader, &reader->interpreters, "interpreters", "interpreter",
                    MAX_INTERPRETERS);
    reader->interpreters.column_per_row = windows;
    reader->interpreters.known = event_interpreter_names;
    event_judge_names(&reader->interpreters, event_interpreter_names);
    entities_collect(&reader->interpreters, &reader->interpreter_entities);
}

/* Whatever people put into that column, but for what says that they have asked. */
static bool is_to_confirm(const struct fields *fields, const char *key)
{
    static const char asked[] =
        "no|non|false|0|ok|done|confirmed|confirmé|いいえ|済|済み|確認済|確認済み";
    const struct value *value = field_find(fields, key);
    return value && !(value->kind == VALUE_BOOL && !value->truth) &&
           !(value->text &&
             text_is_one_of(asked, text_lower(fields->arena, value->text)));
}

static void read_contact(struct reader *reader, const struct fields *fields,
                         const struct contact_keys *keys,
                         struct participant *participant)
{
    struct contact contact = {
        .name = field_text(fields, keys->name),
        .name_ja = field_text(fields, keys->name_ja),
        .email = field_email(fields, keys->email),
        .language = field_written_language(fields, keys->language),
        .job_title = field_text(fields, keys->job_title),
        .is_to_confirm = is_to_confirm(fields, keys->confirm),
        .place = field_place(fields, keys->email),
    };
    if (contact.is_to_confirm && reader->n_to_confirm++ == 0) {
        reader->first_to_confirm = field_place(fields, keys->confirm);
    }
    if (*contact.email && !field_find(fields, keys->language) &&
        event_needs_language(participant) && reader->n_without_language++ == 0) {
        reader->first_without_language = contact.place;
    }
    if (!field_find(fields, keys->name) && !field_find(fields, keys->email)) {
        field_error(fields, keys->email,
                    "is missing, and so is the name; expected one of them for each "
                    "contact");
    }
    participant->contact[participant->n_contacts++] = contact;
}

static void sort_contacts(const struct fields *fields,
                          struct participant *participant)
{
    if (participant->n_contacts == 0) {
        return;
    }
    qsort(participant->contact, (size_t)participant->n_contacts,
          sizeof *participant->contact, contact_compare);
    for (int k = 1; k < participant->n_contacts; k++) {
        const struct contact *one = &participant->contact[k - 1];
        const struct contact *two = &participant->contact[k];
        if (strcmp(one->email, two->email) == 0 &&
            strcmp(one->name, two->name) == 0 && (*one->email || *one->name)) {
            findings_add(
                fields->findings, SEVERITY_ERROR, fields->place,
                "participant '%s' has the contact '%s' twice; expected each "
                "contact once",
                participant->id,
                field_shown(fields->arena, *one->email ? one->email : one->name));
        }
    }
}

static bool has_contact_columns(const struct fields *row)
{
    const char *const *column = contact_columns;
    while (*column && !field_find(row, *column)) {
        column++;
    }
    return *column != NULL;
}

static void read_contacts(struct reader *reader, const struct entity *entity,
                          struct participant *participant)
{
    const struct fields *fields = &entity->fields;
    const struct value *value = field_find(fields, "contacts");
    struct field_names names = {.known = contact_names};
    struct fields *inner = NULL;
    if (value && value->kind == VALUE_CELL) {
        field_refuse(
            fields, "contacts", value,
            "the columns 'contact_name' and 'contact_email', one contact a row");
        return;
    }
    int n = field_objects(fields, "contacts", &inner);
    int most = n > entity->n_rows ? n : entity->n_rows;
    if (most > MAX_CONTACTS) {
        field_error(fields, "contacts", "are %d; expected at most %d", most,
                    MAX_CONTACTS);
        return;
    }
    participant->contact =
        arena_new(reader->arena, n + entity->n_rows, struct contact);
    for (int k = 0; k < n; k++) {
        field_names_check(&names, &inner[k]);
        read_contact(reader, &inner[k], &members, participant);
    }
    field_names_report(&names);
    for (int k = 0; k < entity->n_rows; k++) {
        struct fields row;
        source_row(&reader->participants, entity->row[k], &row);
        if (has_contact_columns(&row)) {
            read_contact(reader, &row, &columns, participant);
        }
    }
    sort_contacts(fields, participant);
}

static void read_limits(const struct rules *rules, const struct fields *fields,
                        struct participant *who)
{
    int most = who->n_contacts > 0 ? who->n_contacts : 1;
    who->parallel = field_int(fields, "parallel", 1, MAX_NUMBER, 1);
    who->people = field_int(fields, "people", 1, MAX_NUMBER, most);
    who->min_meetings =
        field_int(fields, "min_meetings", 0, MAX_NUMBER, rules->min_meetings);
    who->max_meetings =
        field_int(fields, "max_meetings", 0, MAX_NUMBER, rules->max_meetings);
    who->max_consecutive =
        field_int(fields, "max_consecutive", 1, MAX_NUMBER, rules->max_consecutive);
    who->max_gaps = field_int(fields, "max_gaps", 0, MAX_NUMBER, rules->max_gaps);
    if (field_find(fields, "min_meetings") && who->max_meetings != NO_LIMIT &&
        who->min_meetings > who->max_meetings) {
        field_warning(
            fields, "min_meetings",
            "%d is more than max_meetings, which is %d; expected at most that",
            who->min_meetings, who->max_meetings);
    }
}

static void read_participant(struct reader *reader, const struct entity *entity,
                             struct participant *who)
{
    static const char *const habit[] = {"auto", "always", "never"};
    static const char *const status[] = {"registered", "cancelled"};
    const struct event *event = reader->event;
    const struct fields *fields = &entity->fields;
    *who = (struct participant){
        .place = fields->place,
        .id = entity->id,
        .organisation = field_text(fields, "organisation"),
        .organisation_ja = field_text(fields, "organisation_ja"),
        .country = field_text(fields, "country"),
        .side = field_text(fields, "side"),
        .zone = zones_read(&reader->zones, fields, "time_zone", event->zone),
        .languages = field_languages(fields, "languages"),
        .interpretation = (enum interpretation)field_word(
            fields, "interpreter", habit, 3, INTERPRETATION_AUTO),
        .themes = field_set(fields, "themes"),
        .profile = field_text(fields, "profile"),
        .profile_ja = field_text(fields, "profile_ja"),
        .calendar = field_text(fields, "calendar"),
        .cancelled = field_word(fields, "status", status, 2, 0) == 1,
    };
    if (event->has_interpreters && !field_strings(fields, "languages").n) {
        field_missing(fields, "languages",
                      "languages such as 'en', because the event has interpreters");
    }
    read_contacts(reader, entity, who);
    read_limits(&event->rules, fields, who);
}

/* A form asks for everything in one table. */
static void read_grid(struct reader *reader, struct event_grid *grid,
                      const struct entity *entity, struct participant *who)
{
    for (int k = 0; k < entity->n_rows && grid; k++) {
        struct fields row;
        source_row(&reader->participants, entity->row[k], &row);
        event_read_grid_row(reader, grid, &row, who->zone, who);
    }
}

/* One finding for all: they come from a whole list, and go one by one. */
static void tell_to_confirm(const struct reader *reader)
{
    enum { MOST_NAMED = 3 };
    const struct event *event = reader->event;
    struct buf named;
    int n_named = 0;
    buf_init(&named, reader->arena);
    for (int p = 0; p < event->n_participants; p++) {
        const struct participant *who = &event->participant[p];
        for (int c = 0; c < who->n_contacts && n_named < MOST_NAMED; c++) {
            const struct contact *contact = &who->contact[c];
            if (contact->is_to_confirm) {
                buf_add_text(&named, n_named++ > 0 ? phrase(", ") : "");
                buf_printf(&named, "%s (%s)",
                           *contact->name ? contact->name : contact->email,
                           who->id);
            }
        }
    }
    if (reader->n_to_confirm > n_named) {
        buf_add_text(&named, phrase(" and others"));
    }
    if (reader->n_to_confirm == 1) {
        findings_add(reader->findings, SEVERITY_WARNING, reader->first_to_confirm,
                     "1 contact of an earlier event is still marked to be "
                     "confirmed: %s; expected the mark taken out once they have "
                     "said that name, address and language still hold",
                     named.data);
    } else if (reader->n_to_confirm > 1) {
        findings_add(reader->findings, SEVERITY_WARNING, reader->first_to_confirm,
                     "%d contacts of an earlier event are still marked to be "
                     "confirmed: %s; expected the mark taken out of each who has "
                     "said that name, address and language still hold",
                     reader->n_to_confirm, named.data);
    }
}

void event_read_participants(struct reader *reader)
{
    struct event *event = reader->event;
    const struct source *source = &reader->participants;
    struct event_grid *grid = event_find_grid(reader, source);
    event_judge_names(source,
                      event_tell_answers(reader, source,
                                         event_names_with_grid(grid, reader->arena,
                                                               participant_names)));
    event->has_interpreters = reader->interpreters.is_given;
    event->n_participants = reader->participant_entities.n;
    event->participant =
        arena_new(reader->arena, event->n_participants, struct participant);
    for (int p = 0; p < event->n_participants; p++) {
        read_participant(reader, &reader->participant_entities.entity[p],
                         &event->participant[p]);
        read_grid(reader, grid, &reader->participant_entities.entity[p],
                  &event->participant[p]);
    }
    event_judge_sides(reader);
    event_judge_totals(reader);
    event_judge_zones(reader);
    event_judge_languages(reader);
    tell_to_confirm(reader);
}
