#include "io/field_names.h"

#include <assert.h>
#include <string.h>

#include "scheduler/base/buf.h"
#include "scheduler/base/phrase.h"

enum { MOST_UNKNOWN = 50 };

static bool is_known(const char *const *known, const char *name)
{
    while (*known && strcmp(*known, name) != 0) {
        known++;
    }
    return *known != NULL;
}

static void add_unknown(struct field_names *names, const struct fields *fields,
                        const struct value *member)
{
    struct strings *unknown = &names->unknown;
    if (strings_has(unknown, member->key)) {
        return;
    }
    if (unknown->n == MOST_UNKNOWN) {
        names->n_more++;
        return;
    }
    if (unknown->n == 0) {
        names->first = *fields;
        unknown->text = arena_new(fields->arena, MOST_UNKNOWN, const char *);
        names->line = arena_new(fields->arena, MOST_UNKNOWN, int);
    }
    names->line[unknown->n] =
        names->header_line > 0 ? names->header_line : member->line;
    unknown->text[unknown->n++] = member->key;
}

void field_names_check(struct field_names *names, const struct fields *fields)
{
    const struct value *object = fields->object;
    for (int k = 0; k < object->n_items; k++) {
        if (!is_known(names->known, object->item[k].key)) {
            add_unknown(names, fields, &object->item[k]);
        }
    }
}

/* A name like "email" in a table of participants means "contact_email". */
static const char *near_known(const char *const *known, const char *name)
{
    static const char prefix[] = "contact_";
    const char *best = NULL;
    int least = 3, n = 0;
    while (known[n]) {
        n++;
    }
    best = near_word(name, known, n);
    if (best) {
        return best;
    }
    for (int k = 0; k < n; k++) {
        if (strncmp(known[k], prefix, sizeof prefix - 1) == 0) {
            int distance = near_distance(name, known[k] + sizeof prefix - 1);
            if (distance < least) {
                least = distance;
                best = known[k];
            }
        }
    }
    return best;
}

/* What seems to be meant by an unknown name, as a part of a message, or NULL. */
static const char *meant_by(struct arena *arena, const struct field_names *names,
                            const char *name)
{
    static const char states[] =
        "registered|cancelled|canceled|accepted|pending|declined|withdrawn";
    const char *lower = text_lower(arena, name);
    const char *near = near_known(names->known, lower);
    if (near) {
        return arena_printf(arena, phrase("did you mean '%s'?"), near);
    }
    if (is_known(names->known, "status") && text_is_one_of(states, lower)) {
        return arena_printf(arena, phrase("did you mean \"status\": \"%s\"?"),
                            strcmp(lower, "canceled") == 0 ? "cancelled" : lower);
    }
    return NULL;
}

static const char *all_known(struct arena *arena, const char *const *known)
{
    int n = 0;
    while (known[n]) {
        n++;
    }
    return phrase_list(arena, known, n, "'%s'", " or ");
}

static void add_finding(const struct field_names *names, int k,
                        enum severity severity, const char *text)
{
    struct place place = names->first.place;
    assert(names->line);
    place.line = names->line[k];
    findings_add(names->first.findings, severity, place, "%s", text);
}

static bool is_comment(const char *name)
{
    return *name != '\0' && strchr("_$#/", *name);
}

/* One finding for all unknown names without a better guess: those that look like
 * comments, or those that do not. */
static void report_others(const struct field_names *names, bool comments,
                          enum severity severity, const char *expected)
{
    struct arena *arena = names->first.arena;
    struct buf list;
    int first = 0;
    buf_init(&list, arena);
    for (int k = 0; k < names->unknown.n; k++) {
        const char *name = names->unknown.text[k];
        if (is_comment(name) == comments && !meant_by(arena, names, name)) {
            first = list.len > 0 ? first : k;
            buf_add_text(&list, list.len > 0 ? phrase(", ") : "");
            buf_printf(&list, phrase("'%s'"), field_shown(arena, name));
        }
    }
    if (names->n_more > 0 && !comments) {
        buf_add_text(&list, list.len > 0 ? phrase(" and ") : "");
        buf_printf(&list, phrase("%d more"), names->n_more);
    }
    if (list.len > 0) {
        add_finding(names, first, severity,
                    arena_printf(arena, phrase("ignored what is not known: %s%s"),
                                 list.data, expected));
    }
}

void field_names_report(const struct field_names *names)
{
    struct arena *arena = names->first.arena;
    for (int k = 0; k < names->unknown.n; k++) {
        const char *name = names->unknown.text[k];
        const char *meant = meant_by(arena, names, name);
        if (meant) {
            add_finding(
                names, k, SEVERITY_WARNING,
                arena_printf(arena, phrase("'%s' is not known and was ignored; %s"),
                             field_shown(arena, name), meant));
        }
    }
    const char *expected = names->is_settings && names->unknown.n > 0
                               ? arena_printf(arena, phrase("; expected %s"),
                                              all_known(arena, names->known))
                               : "";
    report_others(names, false,
                  names->is_settings ? SEVERITY_WARNING : SEVERITY_NOTE, expected);
    report_others(names, true, SEVERITY_NOTE, "");
}

void field_names_judge(const char *const *known, const struct fields *fields)
{
    struct field_names names = {.known = known};
    field_names_check(&names, fields);
    field_names_report(&names);
}

void field_names_judge_settings(const char *const *known,
                                const struct fields *fields)
{
    struct field_names names = {.known = known, .is_settings = true};
    field_names_check(&names, fields);
    field_names_report(&names);
}
