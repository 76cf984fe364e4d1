/* What stands once: rules, weights and the objective, with their defaults. */

#include <stdlib.h>
#include <string.h>

#include "io/event_parts.h"

static const char *const rule_names[] = {
    "default_status", "pending",
    "met_before",     "min_meetings",
    "max_meetings",   "max_consecutive",
    "max_gaps",       "interpreted_room_feature",
    "social_hours",   "social_hours_otherwise",
    "on_change",      NULL};
static const char *const hours_names[] = {"from", "to", "cost", "side", NULL};
static const char *const weight_names[] = {"priority", "rank", "avoid", NULL};

static const struct social_hours default_hours[] = {
    {7 * 60, 21 * 60, 3, ""}, {8 * 60, 19 * 60, 1, ""}, {9 * 60, 18 * 60, 0, ""}};
static const int default_priority[] = {1, 2, 4, 8, 16};
static const int default_rank[] = {16, 8, 4, 2, 1};
static const enum level default_objective[] = {
    LEVEL_GUARANTEE, LEVEL_SERVED,      LEVEL_BALANCE, LEVEL_BURDEN,
    LEVEL_COMFORT,   LEVEL_COMPACTNESS, LEVEL_ROOMS};

/* Order means nothing here. */
static int compare_hours(const void *left, const void *right)
{
    const struct social_hours *a = left, *b = right;
    int order = strcmp(a->side, b->side);
    if (order == 0) {
        order = a->from_min - b->from_min;
    }
    if (order == 0) {
        order = a->to_min - b->to_min;
    }
    return order ? order : a->cost - b->cost;
}

static void read_one_social_hours(struct reader *reader,
                                  const struct fields *fields)
{
    struct rules *rules = &reader->event->rules;
    struct social_hours hours = {
        .from_min = field_clock(fields, "from", true),
        .to_min = field_clock(fields, "to", true),
        .side = field_text(fields, "side"),
    };
    if (!field_find(fields, "cost")) {
        field_error(fields, "cost",
                    "is missing; expected a whole number, 0 for hours "
                    "that suit everybody");
    }
    hours.cost = field_int(fields, "cost", 0, MAX_NUMBER, 0);
    event_judge_side(reader, fields, "side", hours.side);
    if (hours.from_min >= 0 && hours.to_min >= 0 &&
        hours.to_min <= hours.from_min) {
        field_error(fields, "to",
                    "'%s' is not after the from '%s'; expected a later time",
                    field_text(fields, "to"), field_text(fields, "from"));
    }
    rules->social_hours[rules->n_social_hours++] = hours;
}

static void read_social_hours(struct reader *reader, const struct fields *fields)
{
    struct rules *rules = &reader->event->rules;
    struct field_names names = {.known = hours_names};
    struct fields *row;
    int n = field_objects(fields, "social_hours", &row);
    int n_default = sizeof default_hours / sizeof *default_hours;
    rules->social_hours =
        arena_new(reader->arena, n > 0 ? n : n_default, struct social_hours);
    for (int k = 0; k < n; k++) {
        field_names_check(&names, &row[k]);
        read_one_social_hours(reader, &row[k]);
    }
    field_names_report(&names);
    if (n == 0) {
        memcpy(rules->social_hours, default_hours, sizeof default_hours);
        rules->n_social_hours = n_default;
    }
    qsort(rules->social_hours, (size_t)rules->n_social_hours,
          sizeof *rules->social_hours, compare_hours);
}

static int read_otherwise(const struct fields *fields)
{
    static const char key[] = "social_hours_otherwise";
    const struct value *value = field_find(fields, key);
    if (!value ||
        (value->kind == VALUE_TEXT && strcmp(value->text, "never") == 0)) {
        return UNSOCIAL_NEVER;
    }
    if (value->kind != VALUE_NUMBER) {
        field_refuse(fields, key, value, "'never' or a cost such as 5");
        return UNSOCIAL_NEVER;
    }
    return field_int(fields, key, 0, MAX_NUMBER, UNSOCIAL_NEVER);
}

static void read_limits(struct rules *rules, const struct fields *fields)
{
    rules->min_meetings = field_int(fields, "min_meetings", 0, MAX_NUMBER, 1);
    rules->max_meetings =
        field_int(fields, "max_meetings", 0, MAX_NUMBER, NO_LIMIT);
    rules->max_consecutive =
        field_int(fields, "max_consecutive", 1, MAX_NUMBER, NO_LIMIT);
    rules->max_gaps = field_int(fields, "max_gaps", 0, MAX_NUMBER, NO_LIMIT);
    if (field_find(fields, "min_meetings") && rules->max_meetings != NO_LIMIT &&
        rules->min_meetings > rules->max_meetings) {
        field_warning(
            fields, "min_meetings",
            "%d is more than max_meetings, which is %d; expected at most that",
            rules->min_meetings, rules->max_meetings);
    }
}

static void read_rules(struct reader *reader)
{
    static const char *const status[] = {"accepted", "pending", "declined",
                                         "withdrawn"};
    static const char *const pending[] = {"skip", "schedule"};
    static const char *const met_before[] = {"allow", "forbid"};
    static const char *const on_change[] = {"move", "list"};
    struct rules *rules = &reader->event->rules;
    struct fields fields;
    field_object(&reader->root, "rules", &fields);
    fields.place.sheet = reader->settings_sheet;
    field_names_judge_settings(rule_names, &fields);
    rules->default_status = (enum request_status)field_word(
        &fields, "default_status", status, 4, REQUEST_ACCEPTED);
    rules->pending_scheduled = field_word(&fields, "pending", pending, 2, 0) == 1;
    rules->met_before_forbidden =
        field_word(&fields, "met_before", met_before, 2, 1) == 1;
    read_limits(rules, &fields);
    rules->interpreted_room_feature =
        field_text(&fields, "interpreted_room_feature");
    read_social_hours(reader, &fields);
    rules->social_hours_otherwise = read_otherwise(&fields);
    rules->lists_changed = field_word(&fields, "on_change", on_change, 2, 0) == 1;
}

/* A list of values; the default if it is left out or empty. */
static int *read_values(const struct fields *fields, const char *key,
                        const int fallback[5], int *n)
{
    const struct value *value = field_find(fields, key);
    *n = 0;
    if (value && value->kind != VALUE_LIST) {
        field_refuse(fields, key, value, "a list of whole numbers");
        value = NULL;
    }
    int *number = arena_new(fields->arena, value ? value->n_items + 5 : 5, int);
    for (int k = 0; value && k < value->n_items; k++) {
        const struct value *item = &value->item[k];
        double x = item->number;
        if (item->kind != VALUE_NUMBER || !(x >= 0 && x <= MAX_NUMBER) ||
            x != (double)(int)x) {
            field_refuse(fields, key, item,
                         "whole numbers from 0 to 1000000 in the list");
            x = 0;
        }
        number[(*n)++] = (int)x;
    }
    if (*n == 0) {
        *n = 5;
        memcpy(number, fallback, 5 * sizeof *number);
    }
    return number;
}

static void read_weights(struct reader *reader)
{
    struct weights *weights = &reader->event->weights;
    struct fields fields;
    field_object(&reader->root, "weights", &fields);
    fields.place.sheet = reader->settings_sheet;
    field_names_judge_settings(weight_names, &fields);
    weights->priority =
        read_values(&fields, "priority", default_priority, &weights->n_priority);
    weights->rank = read_values(&fields, "rank", default_rank, &weights->n_rank);
    weights->avoid = field_int(&fields, "avoid", 0, MAX_NUMBER, 3);
}

static void add_level(struct reader *reader, const char *name)
{
    struct event *event = reader->event;
    const char *names[N_LEVELS];
    enum level level = level_find(name);
    if (level == N_LEVELS) {
        for (int k = 0; k < N_LEVELS; k++) {
            names[k] = level_name((enum level)k);
        }
        const char *meant = near_word(name, names, N_LEVELS);
        const char *shown = field_shown(reader->arena, name);
        if (meant) {
            field_error(&reader->root, "objective",
                        "there is no level '%s'; did you mean '%s'?", shown, meant);
        } else {
            field_error(
                &reader->root, "objective",
                "there is no level '%s'; expected some of guarantee, served, "
                "balance, stability, comfort, burden, compactness and rooms",
                shown);
        }
        return;
    }
    for (int k = 0; k < event->n_objective; k++) {
        if (event->objective[k] == level) {
            field_error(&reader->root, "objective",
                        "names '%s' twice; expected each level once", name);
            return;
        }
    }
    event->objective[event->n_objective++] = level;
}

static void read_objective(struct reader *reader)
{
    struct event *event = reader->event;
    struct strings names = field_strings(&reader->root, "objective");
    event->objective = arena_new(reader->arena, N_LEVELS, enum level);
    for (int k = 0; k < names.n; k++) {
        add_level(reader, names.text[k]);
    }
    if (names.n == 0) {
        memcpy(event->objective, default_objective, sizeof default_objective);
        event->n_objective = sizeof default_objective / sizeof *default_objective;
    }
}

void event_read_rules(struct reader *reader)
{
    read_rules(reader);
    read_weights(reader);
    read_objective(reader);
}
