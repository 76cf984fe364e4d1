/* What may be meant as it stands, and mostly is not. */

#include <stdlib.h>
#include <string.h>

#include "io/contact_addresses.h"
#include "io/event_parts.h"
#include "io/table_ends.h"
#include "io/unicode.h"

/* One way to write a side, and how many participants write it so. */
struct side_count {
    const char *side;
    int n;
    const struct participant *first;
};

static int compare_sides(const void *left, const void *right)
{
    const struct participant *a = *(const struct participant *const *)left;
    const struct participant *b = *(const struct participant *const *)right;
    int order = strcmp(a->side, b->side);
    return order ? order : (a > b) - (a < b);
}

/* Those with a side, counted; in arena. */
static struct side_count *count_sides(struct arena *arena,
                                      const struct event *event, int *n_sides)
{
    int n = 0;
    const struct participant **who =
        arena_new(arena, event->n_participants, const struct participant *);
    struct side_count *count =
        arena_new(arena, event->n_participants, struct side_count);
    for (int p = 0; p < event->n_participants; p++) {
        if (*event->participant[p].side) {
            who[n++] = &event->participant[p];
        }
    }
    if (n > 0) {
        qsort(who, (size_t)n, sizeof *who, compare_sides);
    }
    *n_sides = 0;
    for (int k = 0; k < n; k++) {
        if (k == 0 || strcmp(who[k - 1]->side, who[k]->side) != 0) {
            count[(*n_sides)++] =
                (struct side_count){.side = who[k]->side, .first = who[k]};
        }
        count[*n_sides - 1].n++;
    }
    return count;
}

static struct place side_place(const struct reader *reader,
                               const struct participant *who)
{
    const struct entity *entity = reader->participant_entities.entity;
    return field_place(&entity[who - reader->event->participant].fields, "side");
}

/* Warns of a side that few write, and many nearly so; or that one alone has, beside
 * two that many have. */
static void judge_side(const struct reader *reader, const struct side_count *all,
                       int n, const struct side_count *one)
{
    enum { MANY = 3 };
    const struct side_count *near = NULL;
    int n_large = 0;
    for (int k = 0; k < n; k++) {
        bool is_larger = all[k].n >= MANY * one->n;
        n_large += all[k].n >= MANY;
        if (is_larger && near_word(one->side, &all[k].side, 1) &&
            (!near || all[k].n > near->n)) {
            near = &all[k];
        }
    }
    if (near) {
        findings_add(
            reader->findings, SEVERITY_WARNING, side_place(reader, one->first),
            one->n == 1 ? "'%s' stands here for %d participant; did you mean "
                          "'%s', as %d have it?"
                        : "'%s' stands here for %d participants; did you mean "
                          "'%s', as %d have it?",
            field_shown(reader->arena, one->side), one->n,
            field_shown(reader->arena, near->side), near->n);
    } else if (one->n == 1 && n_large >= 2) {
        findings_add(
            reader->findings, SEVERITY_WARNING, side_place(reader, one->first),
            "'%s' is the side of this participant alone, beside %d others; "
            "expected one of theirs, unless it is meant so",
            field_shown(reader->arena, one->side), n - 1);
    }
}

void event_judge_sides(const struct reader *reader)
{
    struct arena own;
    int n;
    arena_init(&own);
    const struct side_count *count = count_sides(&own, reader->event, &n);
    enum { MOST = 100 }; /* more are no sides, but a word of each one's own */
    for (int k = 0; n <= MOST && k < n; k++) {
        judge_side(reader, count, n, &count[k]);
    }
    arena_finish(&own);
}

void event_judge_totals(const struct reader *reader)
{
    for (int p = 0; p < reader->event->n_participants; p++) {
        const struct participant *who = &reader->event->participant[p];
        if (table_is_sum(*reader->arena, who->organisation)) {
            findings_add(
                reader->findings, SEVERITY_WARNING, who->place,
                "'%s' counts as a participant, and looks like a sum or the "
                "end of a list; expected participants alone; delete the "
                "row, unless they are called so",
                field_shown(reader->arena, who->organisation));
        }
    }
}

/* Two names that look the same may differ by it, and marks of direction put what
 * stands beside the name into another order. */
static void judge_letters(const struct reader *reader, struct place place,
                          const char *text)
{
    uint32_t letter = unicode_find_invisible(text);
    if (letter != 0) {
        findings_add(
            reader->findings, SEVERITY_WARNING, place,
            "'%s' has the character U+%04X, which cannot be seen; expected "
            "a text without, unless it is meant",
            field_shown(reader->arena, text), (unsigned)letter);
    }
}

/* Warns of an address, or of what cannot be seen, in a member of what stands at
 * place. */
static void judge_text(const struct reader *reader, struct place place,
                       const char *field, const char *text)
{
    size_t at = 0, len = contact_address_find(reader->event, text, &at);
    bool is_link = strcmp(field, "url") == 0;
    place.field = place.field
                      ? arena_printf(reader->arena, "%s.%s", place.field, field)
                      : field;
    if (strcmp(field, "message") != 0) { /* those are of several lines */
        judge_letters(reader, place, text);
    }
    if (len == 0) {
        return;
    }
    findings_add(reader->findings, SEVERITY_WARNING, place,
                 is_link
                     ? "'%.*s' is somebody's address, and whoever gets this link "
                       "reads it; expected a link without"
                     : "'%.*s' is somebody's address, which partners are not "
                       "told: they see '…@…'; expected a text without",
                 (int)len, text + at);
}

static void judge_people(const struct reader *reader)
{
    const struct event *event = reader->event;
    for (int p = 0; p < event->n_participants; p++) {
        const struct participant *who = &event->participant[p];
        judge_text(reader, who->place, "organisation", who->organisation);
        judge_text(reader, who->place, "organisation_ja", who->organisation_ja);
        for (int c = 0; c < who->n_contacts; c++) {
            judge_letters(reader, who->place, who->contact[c].name);
            judge_letters(reader, who->place, who->contact[c].name_ja);
        }
    }
    for (int i = 0; i < event->n_interpreters; i++) {
        const struct interpreter *who = &event->interpreter[i];
        judge_text(reader, who->place, "name", who->name);
    }
}

void event_judge_addresses(const struct reader *reader)
{
    const struct event *event = reader->event;
    judge_people(reader);
    judge_letters(reader,
                  (struct place){.file = event->file, .field = "event.name"},
                  event->name);
    for (int r = 0; r < event->n_rooms; r++) {
        judge_text(reader, event->room[r].place, "name", event->room[r].name);
        judge_text(reader, event->room[r].place, "url", event->room[r].url);
    }
    for (int k = 0; k < event->n_sessions; k++) {
        judge_text(reader, event->session[k].place, "title",
                   event->session[k].title);
    }
    for (int k = 0; k < event->n_agenda; k++) {
        const struct agenda_item *item = &event->agenda[k];
        judge_text(reader, item->place, "title", item->title);
        judge_text(reader, item->place, "url", item->url);
    }
    for (int q = 0; q < event->n_requests; q++) {
        const struct request *request = &event->request[q];
        judge_text(reader, request->place, "topic", request->topic);
        judge_text(reader, request->place, "message", request->message);
    }
}
