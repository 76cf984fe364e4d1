/* What is fixed beforehand: locks, and pairs who have met before. */

#include <stdlib.h>
#include <string.h>

#include "io/event_parts.h"
#include "scheduler/base/phrase.h"

static const char *const lock_names[] = {"request", "participants", "topic", "slot",
                                         "room",    "kind",         NULL};
static const char *const pair_names[] = {"a", "b", NULL};

static int compare_pairs(const void *left, const void *right)
{
    const struct met_before *x = left, *y = right;
    if (x->a != y->a) {
        return x->a < y->a ? -1 : 1;
    }
    return (x->b > y->b) - (x->b < y->b);
}

/* Rows of a table of pairs who met, with somebody who does not take part this time. */
struct strangers {
    int n;
    struct fields first;
    const char *key, *name; /* of the first, or of the first that is like another */
    const char *meant;      /* that one, or NULL */
};

/* True if the row has a stranger. */
static bool has_stranger(const struct reader *reader, const struct fields *fields,
                         struct strangers *strangers)
{
    static const char *const key[] = {"a", "b"};
    enum { MOST_SEARCHED = 100 };
    const struct ids *ids = &reader->participant_entities.ids;
    for (int k = 0; k < 2; k++) {
        const char *name = field_text(fields, key[k]);
        if (!*name || ids_find_named(ids, *reader->arena, name) != -1) {
            continue;
        }
        const char *meant = strangers->n < MOST_SEARCHED && !strangers->meant
                                ? ids_nearest(ids, *reader->arena, name, true)
                                : NULL;
        if (strangers->n++ == 0 || meant) {
            strangers->first = *fields;
            strangers->key = key[k];
            strangers->name = name;
            strangers->meant = meant;
        }
        return true;
    }
    return false;
}

static void tell_strangers(const struct reader *reader,
                           const struct strangers *strangers)
{
    const char *shown;
    if (strangers->n == 0) {
        return;
    }
    shown = field_shown(reader->arena, strangers->name);
    if (strangers->meant) {
        field_warning(&strangers->first, strangers->key,
                      "'%s' is no participant this time, and so in %d row%s, which "
                      "bind nothing; did you mean '%s'?",
                      shown, strangers->n, text_s(strangers->n), strangers->meant);
    } else {
        field_warning(&strangers->first, strangers->key,
                      "'%s' is no participant this time, and so in %d row%s, which "
                      "bind nothing",
                      shown, strangers->n, text_s(strangers->n));
    }
}

static void read_pair(struct reader *reader, const struct fields *fields)
{
    struct event *event = reader->event;
    const struct ids *ids = &reader->participant_entities.ids;
    int a = ids_read(ids, fields, "a"), b = ids_read(ids, fields, "b");
    if (a < 0 || b < 0) {
        return;
    }
    if (a == b) {
        field_error(fields, "b",
                    "'%s' cannot have met itself; expected another participant",
                    event->participant[b].id);
        return;
    }
    event->met_before[event->n_met_before++] =
        a < b ? (struct met_before){a, b} : (struct met_before){b, a};
}

void event_read_met_before(struct reader *reader)
{
    struct event *event = reader->event;
    struct source source;
    struct fields fields;
    struct strangers strangers = {.n = 0};
    const struct ids *ids = &reader->participant_entities.ids;
    int n = 0;
    event_open_list(reader, &source, "met_before", "pair", MAX_ROWS);
    event_judge_names(&source, pair_names);
    event->met_before = arena_new(reader->arena, source.n_rows, struct met_before);
    for (int r = 0; r < source.n_rows; r++) {
        if (source_row(&source, r, &fields) &&
            !(source.is_csv && !ids->is_broken &&
              has_stranger(reader, &fields, &strangers))) {
            read_pair(reader, &fields);
        }
    }
    tell_strangers(reader, &strangers);
    struct met_before *pair = event->met_before;
    if (event->n_met_before > 0) {
        qsort(pair, (size_t)event->n_met_before, sizeof *pair, compare_pairs);
    }
    for (int k = 0; k < event->n_met_before; k++) {
        if (n == 0 || compare_pairs(&pair[n - 1], &pair[k]) != 0) {
            pair[n++] = pair[k];
        }
    }
    event->n_met_before = n;
}

/* The request's participants and topic become the lock's. */
static bool take_request(struct reader *reader, const struct fields *fields,
                         struct lock *lock)
{
    const struct event *event = reader->event;
    lock->request = ids_read(&reader->request_entities.ids, fields, "request");
    if (lock->request < 0) {
        return false;
    }
    const struct request *request = &event->request[lock->request];
    int n = 2 + request->n_also;
    struct indices who = {.index = arena_new(reader->arena, n, int), .n = n};
    who.index[0] = request->from;
    who.index[1] = request->to;
    for (int k = 0; k < request->n_also; k++) {
        who.index[2 + k] = request->also[k];
    }
    indices_sort(&who);
    lock->participant = who.index;
    lock->n_participants = who.n;
    if (field_find(fields, "participants")) {
        return field_error(fields, "participants",
                           "stands beside request '%s'; expected one of the two",
                           request->id);
    }
    if (*lock->topic && strcmp(lock->topic, request->topic) != 0) {
        return field_error(fields, "topic",
                           "'%s' is not the topic of request '%s', which is '%s'; "
                           "expected the same, or none beside a request",
                           field_shown(reader->arena, lock->topic), request->id,
                           field_shown(reader->arena, request->topic));
    }
    lock->topic = request->topic;
    return true;
}

static bool take_participants(struct reader *reader, const struct fields *fields,
                              struct lock *lock)
{
    if (!field_find(fields, "participants")) {
        return field_error(
            fields, "request",
            "is missing, and so are the participants; expected one of "
            "them to say which meeting is meant");
    }
    int n_errors = reader->findings->n_errors;
    struct strings names = field_strings(fields, "participants");
    struct indices who =
        ids_read_list(&reader->participant_entities.ids, fields, "participants");
    lock->participant = who.index;
    lock->n_participants = who.n;
    if (reader->findings->n_errors > n_errors ||
        reader->participant_entities.ids.is_broken) {
        return false;
    }
    if (who.n < names.n) {
        return field_error(fields, "participants",
                           "names a participant twice; expected each one once");
    }
    if (who.n < 2) {
        return field_error(fields, "participants",
                           "is too short a list; expected two or more ids");
    }
    return true;
}

static void read_lock(struct reader *reader, const struct fields *fields,
                      const struct ids *slots)
{
    static const char *const kind[] = {"lock", "forbid"};
    struct event *event = reader->event;
    struct lock lock = {
        .place = fields->place,
        .kind = (enum lock_kind)field_word(fields, "kind", kind, 2, LOCK_KEEP),
        .request = -1,
        .topic = field_text(fields, "topic"),
        .slot = -1,
        .room = -1,
        .slot_id = field_text(fields, "slot"),
    };
    const char *room = field_text(fields, "room");
    if (*room) {
        lock.room = ids_resolve(&reader->room_entities.ids, fields, "room", room);
    }
    if (*lock.slot_id) {
        lock.slot = ids_resolve(slots, fields, "slot", lock.slot_id);
    }
    if (field_find(fields, "request") ? take_request(reader, fields, &lock)
                                      : take_participants(reader, fields, &lock)) {
        event->lock[event->n_locks++] = lock;
    } else if (reader->forgives_locks) {
        event->lost_lock[event->n_lost_locks++] = (struct lost_lock){
            .place = fields->place,
            .request_id = field_text(fields, "request"),
            .participant_ids = field_strings(fields, "participants"),
        };
    }
}

/* The same without a word about what is wrong. */
static void forgive_lock(struct reader *reader, const struct fields *fields,
                         const struct ids *slots)
{
    struct findings ignored, *findings = reader->findings;
    struct fields quiet = *fields;
    findings_init(&ignored, reader->arena);
    reader->findings = quiet.findings = &ignored;
    read_lock(reader, &quiet, slots);
    reader->findings = findings;
}

static int compare_lists(const int *a, int n_a, const int *b, int n_b)
{
    for (int k = 0; k < n_a && k < n_b; k++) {
        if (a[k] != b[k]) {
            return a[k] < b[k] ? -1 : 1;
        }
    }
    return (n_a > n_b) - (n_a < n_b);
}

/* Locks have no ids: all that they say makes their order. */
static int compare_locks(const void *left, const void *right)
{
    const struct lock *a = left, *b = right;
    int order = compare_lists(a->participant, a->n_participants, b->participant,
                              b->n_participants);
    if (order == 0) {
        order = strcmp(a->topic, b->topic);
    }
    const int say_a[] = {(int)a->kind, a->slot, a->room, a->request, a->place.line};
    const int say_b[] = {(int)b->kind, b->slot, b->room, b->request, b->place.line};
    return order ? order : compare_lists(say_a, 5, say_b, 5);
}

/* Slots are sorted by time; here they are looked up by id. */
static struct ids name_slots(const struct reader *reader)
{
    const struct event *event = reader->event;
    struct ids ids = {.what = PHRASE("slot"), .is_broken = !reader->has_all_slots};
    ids.name = arena_new(reader->arena, event->n_slots, struct id_name);
    for (int s = 0; s < event->n_slots; s++) {
        ids.name[ids.n++] = (struct id_name){event->slot[s].id, s};
    }
    ids_sort(&ids);
    return ids;
}

void event_read_locks(struct reader *reader)
{
    struct event *event = reader->event;
    struct source source;
    struct fields fields;
    struct ids slots = name_slots(reader);
    event_open_list(reader, &source, "locks", "lock", MAX_ROWS);
    event_judge_names(&source, lock_names);
    event->lock = arena_new(reader->arena, source.n_rows, struct lock);
    event->lost_lock = arena_new(reader->arena, source.n_rows, struct lost_lock);
    for (int r = 0; r < source.n_rows; r++) {
        if (source_row(&source, r, &fields)) {
            (reader->forgives_locks ? forgive_lock : read_lock)(reader, &fields,
                                                                &slots);
        }
    }
    if (event->n_locks > 0) {
        qsort(event->lock, (size_t)event->n_locks, sizeof *event->lock,
              compare_locks);
    }
}
