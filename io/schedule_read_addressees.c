#include "io/schedule_parts.h"

#include "io/field_names.h"

static void read_contact(const struct fields *fields, struct contact *contact)
{
    static const char *const known[] = {"name", "name_ja", "email", "language",
                                        NULL};
    field_names_judge(known, fields);
    *contact = (struct contact){
        .name = field_text(fields, "name"),
        .name_ja = field_text(fields, "name_ja"),
        .email = field_text(fields, "email"),
        .language = field_text(fields, "language"),
        .job_title = "",
    };
}

static void read_addressee(const struct fields *fields, struct addressee *addressee)
{
    struct fields *row;
    addressee->is_interpreter = field_find(fields, "interpreter");
    addressee->id =
        addressee->is_interpreter
            ? schedule_read_id(fields, "interpreter", "the id of an interpreter")
            : schedule_read_id(fields, "participant", "the id of a participant");
    addressee->organisation = field_text(fields, "organisation");
    addressee->organisation_ja = field_text(fields, "organisation_ja");
    addressee->side = field_text(fields, "side");
    addressee->time_zone = field_required_text(fields, "time_zone", "a time zone");
    addressee->pairs = field_strings(fields, "pairs");
    int n = field_objects(fields, "contacts", &row);
    addressee->contact = arena_new(fields->arena, n, struct contact);
    for (int k = 0; k < n; k++) {
        read_contact(&row[k], &addressee->contact[addressee->n_contacts++]);
    }
}

void schedule_read_addressees(const struct fields *root, struct schedule *schedule)
{
    static const char *const known[] = {
        "participant",     "interpreter", "organisation",
        "organisation_ja", "side",        "time_zone",
        "pairs",           "contacts",    NULL};
    struct field_names names = {.known = known};
    struct fields *row;
    int n = field_objects(root, "addressees", &row);
    schedule->addressee = arena_new(root->arena, n, struct addressee);
    for (int k = 0; k < n; k++) {
        field_names_check(&names, &row[k]);
        read_addressee(&row[k], &schedule->addressee[schedule->n_addressees++]);
    }
    field_names_report(&names);
}
