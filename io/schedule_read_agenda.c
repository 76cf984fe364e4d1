#include "io/schedule_parts.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "io/field_names.h"
#include "scheduler/base/phrase.h"

enum { MAX_SEQUENCE = 1000000000 };

static int compare_ids(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static struct strings read_sorted_ids(const struct fields *fields, const char *key)
{
    struct strings ids = schedule_read_ids(fields, key, false);
    if (ids.n > 0) {
        qsort(ids.text, (size_t)ids.n, sizeof *ids.text, compare_ids);
    }
    return ids;
}

static void read_audience(const struct fields *fields, struct sent_item *item)
{
    static const char *const known[] = {"side", NULL};
    static const char expected[] =
        PHRASE("'all', an object with a side or a list of ids");
    struct fields inner;
    const struct value *found = field_find(fields, "audience");
    item->side = "";
    if (found && found->kind == VALUE_LIST) {
        item->audience = AUDIENCE_LISTED;
        item->audience_ids = read_sorted_ids(fields, "audience");
    } else if (found && found->kind == VALUE_OBJECT) {
        field_object(fields, "audience", &inner);
        field_names_judge(known, &inner);
        item->audience = AUDIENCE_SIDE;
        item->side = field_required_text(&inner, "side", "a side");
    } else if (!found) {
        field_error(fields, "audience", "is missing; expected %s",
                    phrase(expected));
    } else if (found->kind != VALUE_TEXT ||
               strcmp(field_text(fields, "audience"), "all") != 0) {
        field_refuse(fields, "audience", found, expected);
    }
}

static void read_item(const struct fields *fields, struct sent_item *item)
{
    static const char *const states[] = {"confirmed", "cancelled"};
    item->id = schedule_read_id(fields, "id", "the id of an agenda item");
    item->title = field_text(fields, "title");
    item->url =
        value_find(fields->object, "url") ? field_text(fields, "url") : NULL;
    field_required_text(fields, "state", "'confirmed' or 'cancelled'");
    item->cancelled = field_word(fields, "state", states, 2, 0) == 1;
    schedule_read_span(fields, &item->start_s, &item->end_s);
    if (!field_find(fields, "sequence")) {
        field_error(fields, "sequence", "is missing; expected a whole number");
    }
    item->sequence = field_int(fields, "sequence", 0, MAX_SEQUENCE, 0);
    read_audience(fields, item);
    item->told_off = read_sorted_ids(fields, "told_off");
}

void schedule_read_agenda(const struct fields *root, struct schedule *schedule)
{
    static const char *const known[] = {"id",       "title", "url",      "state",
                                        "start",    "end",   "sequence", "audience",
                                        "told_off", NULL};
    struct field_names names = {.known = known};
    struct fields *row;
    int n = field_objects(root, "agenda", &row);
    schedule->sent_item = arena_new(root->arena, n, struct sent_item);
    for (int k = 0; k < n; k++) {
        field_names_check(&names, &row[k]);
        read_item(&row[k], &schedule->sent_item[schedule->n_sent_items++]);
    }
    field_names_report(&names);
}
