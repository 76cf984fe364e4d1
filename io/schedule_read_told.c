#include "io/schedule_parts.h"

#include <stddef.h>

#include "io/field_names.h"

enum { MAX_SEQUENCE = 1000000000 };

static void read_who(const struct fields *fields, struct told_person *person)
{
    person->participant_id = person->who = "";
    if (field_find(fields, "interpreter")) {
        person->who =
            schedule_read_id(fields, "interpreter", "the id of an interpreter");
        return;
    }
    person->participant_id =
        schedule_read_id(fields, "participant", "the id of a participant");
    person->who = field_required_text(fields, "contact", "an address, or a name");
}

static void read_person(const struct fields *fields, struct told_person *person)
{
    read_who(fields, person);
    person->language = field_text(fields, "language");
    if (!field_find(fields, "sequence")) {
        field_error(fields, "sequence", "is missing; expected a whole number");
    }
    person->sequence = field_int(fields, "sequence", 0, MAX_SEQUENCE, 0);
    person->since =
        field_int(fields, "since", 0, person->sequence, person->sequence);
    person->missed = field_bool(fields, "missed");
    person->off = field_bool(fields, "off");
    if (person->off) {
        schedule_read_span(fields, &person->start_s, &person->end_s);
    }
}

void schedule_read_told(const struct fields *fields, struct told *told)
{
    static const char *const known[] = {"status", "room_name", "room_url", "people",
                                        NULL};
    static const char *const known_of_person[] = {
        "participant", "interpreter", "contact", "language", "sequence", "since",
        "missed",      "off",         "start",   "end",      NULL};
    static const char *const statuses[] = {"confirmed", "tentative"};
    struct field_names names = {.known = known_of_person};
    struct fields inner, *row;
    *told = (struct told){.room_name = "", .room_url = ""};
    if (!field_object(fields, "told", &inner)) {
        return;
    }
    field_names_judge(known, &inner);
    told->is_known = true;
    told->tentative = field_word(&inner, "status", statuses, 2, 0) == 1;
    told->room_name = field_text(&inner, "room_name");
    told->room_url = field_text(&inner, "room_url");
    int n = field_objects(&inner, "people", &row);
    told->person = arena_new(fields->arena, n, struct told_person);
    for (int k = 0; k < n; k++) {
        field_names_check(&names, &row[k]);
        read_person(&row[k], &told->person[told->n_persons++]);
    }
    field_names_report(&names);
}
