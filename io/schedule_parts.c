#include "io/schedule_parts.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "io/value_build.h"
#include "scheduler/base/civil.h"
#include "scheduler/base/phrase.h"

const char *schedule_read_id(const struct fields *fields, const char *key,
                             const char *expected)
{
    const char *id = field_required_text(fields, key, expected);
    if (id[0] != '\0' && !text_is_id(id)) {
        field_error(fields, key, "found '%s'; expected %s",
                    field_shown(fields->arena, id), phrase(expected));
        return "";
    }
    return id;
}

static bool is_slot_id(struct arena scratch, const char *id)
{
    enum { MOST_DIGITS = 9 };
    const char *dash = strrchr(id, '-');
    if (!dash) {
        return false;
    }
    size_t n = strlen(dash + 1);
    return n >= 2 && n <= MOST_DIGITS && strspn(dash + 1, "0123456789") == n &&
           text_is_id(arena_strndup(&scratch, id, (size_t)(dash - id)));
}

const char *schedule_read_slot_id(const struct fields *fields, const char *key)
{
    static const char expected[] = PHRASE("the id of a slot, like 'am-01'");
    const char *id = field_required_text(fields, key, expected);
    if (id[0] != '\0' && !is_slot_id(*fields->arena, id)) {
        field_error(fields, key, "found '%s'; expected %s",
                    field_shown(fields->arena, id), phrase(expected));
        return "";
    }
    return id;
}

struct strings schedule_read_ids(const struct fields *fields, const char *key,
                                 bool required)
{
    struct strings list = field_strings(fields, key);
    const struct value *value = field_find(fields, key);
    if (required && !value) {
        field_error(fields, key, "is missing; expected a list of ids");
    } else if (required && value->kind == VALUE_LIST && value->n_items == 0) {
        field_error(fields, key, "is empty; expected at least one id");
    }
    for (int k = 0; k < list.n; k++) {
        if (list.text[k][0] != '\0' && !text_is_id(list.text[k])) {
            field_error(fields, key, "found '%s' in the list; expected ids",
                        field_shown(fields->arena, list.text[k]));
        }
    }
    return list;
}

int64_t schedule_read_instant(const struct fields *fields, const char *key)
{
    static const char expected[] = PHRASE("an instant like '2021-05-18T07:00:00Z'");
    struct civil civil;
    bool fixed = false;
    int64_t instant_s = 0;
    const char *text = field_required_text(fields, key, expected);
    if (text[0] != '\0' &&
        (!civil_parse(text, &civil, &fixed, &instant_s) || !fixed)) {
        field_error(fields, key, "found '%s'; expected %s",
                    field_shown(fields->arena, text), phrase(expected));
        return NO_TIME;
    }
    return text[0] != '\0' ? instant_s : NO_TIME;
}

void schedule_read_span(const struct fields *fields, int64_t *start_s,
                        int64_t *end_s)
{
    *start_s = schedule_read_instant(fields, "start");
    *end_s = schedule_read_instant(fields, "end");
    if (*start_s != NO_TIME && *end_s != NO_TIME && *end_s <= *start_s) {
        field_error(fields, "end",
                    "found '%s'; expected an instant later than start",
                    field_text(fields, "end"));
    }
}

int64_t schedule_read_number(const struct fields *fields, const char *key)
{
    const double most = (double)VALUE_MAX_NUMBER;
    const struct value *value = field_find(fields, key);
    if (!value) {
        field_error(fields, key, "is missing; expected a whole number");
        return 0;
    }
    if (value->kind != VALUE_NUMBER || !(fabs(value->number) <= most) ||
        value->number != floor(value->number)) {
        field_refuse(fields, key, value, "a whole number");
        return 0;
    }
    return (int64_t)value->number;
}

int schedule_open_list(const struct fields *root, const char *key,
                       struct fields **row)
{
    *row = NULL;
    if (!field_find(root, key)) {
        field_error(root, key, "is missing; expected a list of objects");
        return 0;
    }
    return field_objects(root, key, row);
}
