/* Blanks around ids come with copying from elsewhere and are not seen. They are left
 * out before anything is read, so that what is defined and what refers to it agree. */

#include <string.h>

#include "io/event_parts.h"

static const char *const lists[] = {"sessions",     "agenda",       "rooms",
                                    "interpreters", "participants", "availability",
                                    "requests",     "locks",        "met_before"};
static const char *const keys[] = {
    "id",    "from",        "to",           "also",
    "after", "participant", "participants", "request",
    "slot",  "room",        "reserved_for", "a",
    "b",     "audience"};

struct trimming {
    struct arena *arena;
    const char *first; /* as written */
    struct place place;
    int n;
};

static bool is_among(const char *key, const char *const *word, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        if (strcmp(key, word[k]) == 0) {
            return true;
        }
    }
    return false;
}

/* True if it is the first of all with blanks. */
static bool trim(struct trimming *trimming, struct value *value)
{
    if (value->kind != VALUE_TEXT) {
        return false;
    }
    size_t len = strlen(value->text);
    const char *text = text_trim(trimming->arena, value->text, len);
    if (strlen(text) == len) {
        return false;
    }
    trimming->first = trimming->n == 0 ? value->text : trimming->first;
    value->text = text;
    return trimming->n++ == 0;
}

/* Trims an id, or each of a list of ids; true as trim(). */
static bool trim_member(struct trimming *trimming, struct value *member)
{
    bool is_first = trim(trimming, member);
    for (int k = 0; member->kind == VALUE_LIST && k < member->n_items; k++) {
        is_first |= trim(trimming, &member->item[k]);
    }
    return is_first;
}

/* The row's member with the first blanks of all, or NULL. */
static const struct value *trim_row(struct trimming *trimming, struct value *row)
{
    const struct value *first = NULL;
    for (int k = 0; row->kind == VALUE_OBJECT && k < row->n_items; k++) {
        struct value *member = &row->item[k];
        if (is_among(member->key, keys, sizeof keys / sizeof *keys) &&
            trim_member(trimming, member)) {
            first = member;
        }
    }
    return first;
}

static void trim_list(struct trimming *trimming, const struct fields *root,
                      struct value *list)
{
    for (int r = 0; r < list->n_items; r++) {
        const struct value *first = trim_row(trimming, &list->item[r]);
        if (first) {
            trimming->place =
                (struct place){.file = root->place.file,
                               .line = first->line,
                               .field = arena_printf(trimming->arena, "%s[%d].%s",
                                                     list->key, r, first->key)};
        }
    }
}

static void tell(const struct reader *reader, const struct trimming *trimming)
{
    int n_more = trimming->n - 1;
    const char *first = field_shown(reader->arena, trimming->first);
    if (n_more == 0) {
        findings_add(reader->findings, SEVERITY_NOTE, trimming->place,
                     "left out the blanks around '%s'", first);
    } else {
        findings_add(reader->findings, SEVERITY_NOTE, trimming->place,
                     n_more == 1 ? "left out the blanks around '%s' and %d more id"
                                 : "left out the blanks around '%s' and %d more "
                                   "ids",
                     first, n_more);
    }
}

void event_trim_ids(struct reader *reader, struct value *root)
{
    struct trimming trimming = {.arena = reader->arena};
    for (int k = 0; k < root->n_items; k++) {
        struct value *member = &root->item[k];
        if (strcmp(member->key, "event") == 0 && trim_row(&trimming, member)) {
            trimming.place = field_place(&reader->root, "event.id");
            trimming.place.line = value_find(member, "id")->line;
        } else if (member->kind == VALUE_LIST &&
                   is_among(member->key, lists, sizeof lists / sizeof *lists)) {
            trim_list(&trimming, &reader->root, member);
        }
    }
    if (trimming.n > 0) {
        tell(reader, &trimming);
    }
}
