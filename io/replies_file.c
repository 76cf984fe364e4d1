#include "io/replies_file.h"

#include <string.h>

#include "io/event_times.h"
#include "io/field_names.h"
#include "io/fields_file.h"
#include "io/json_write.h"
#include "io/value_build.h"

static const char format[] = "matchday-replies/1";
static const char *const root_names[] = {"format", "event", "replies", NULL};
static const char *const reply_names[] = {
    "uid", "email", "answer", "sequence", "stamp", "start", "end", "comment", NULL};
static const struct zone utc = {.name = "UTC", .footer = ""};

static void read_reply(const struct fields *fields, struct replies *known)
{
    const char *word[N_ANSWERS];
    for (int k = 0; k < N_ANSWERS; k++) {
        word[k] = answer_name((enum answer)k);
    }
    struct reply reply = {
        .place = fields->place,
        .uid = field_required_text(fields, "uid", "that of a meeting"),
        .email = field_required_text(fields, "email", "an address"),
        .answer = (enum answer)field_word(fields, "answer", word, N_ANSWERS, 0),
        .sequence = field_int(fields, "sequence", 0, INT32_MAX, 0),
        .sender = "",
        .start_s = NO_TIME,
        .end_s = NO_TIME,
        .comment = field_text(fields, "comment"),
    };
    if (!field_find(fields, "answer")) {
        field_error(fields, "answer", "is missing; expected what was answered");
    }
    if (!field_find(fields, "stamp")) {
        field_error(fields, "stamp", "is missing; expected when it was answered");
    }
    field_instant(fields, "stamp", &utc, &reply.stamp_s);
    field_instant(fields, "start", &utc, &reply.start_s);
    field_instant(fields, "end", &utc, &reply.end_s);
    reply.email = text_lower(fields->arena, reply.email);
    known->reply = arena_grow(fields->arena, known->reply, known->n,
                              &known->capacity, sizeof reply);
    known->reply[known->n++] = reply;
}

static void read_root(const struct fields *root, const struct event *event,
                      struct replies *known)
{
    struct fields *row = NULL;
    const char *found =
        field_required_text(root, "format", "\"matchday-replies/1\"");
    const char *id = field_required_text(root, "event", "the id of an event");
    field_names_judge(root_names, root);
    if (*found != '\0' && strcmp(found, format) != 0) {
        field_error(root, "format", "'%s' is not known; expected '%s'",
                    field_shown(root->arena, found), format);
        return;
    }
    if (*id != '\0' && strcmp(id, event->id) != 0) {
        field_error(root, "event",
                    "these are answers about the event '%s'; expected '%s'",
                    field_shown(root->arena, id), event->id);
        return;
    }
    struct field_names names = {.known = reply_names};
    int n = field_objects(root, "replies", &row);
    for (int k = 0; k < n; k++) {
        field_names_check(&names, &row[k]);
        read_reply(&row[k], known);
    }
    field_names_report(&names);
}

bool replies_file_read(struct arena *arena, const char *path,
                       const struct event *event, struct replies *known,
                       struct findings *findings, struct error *err)
{
    struct fields root;
    *known = (struct replies){.n = 0};
    if (!fields_read_file_if_there(arena, path, "an object with answers", &root,
                                   findings, err)) {
        return false;
    }
    if (root.object) {
        read_root(&root, event, known);
        replies_sort(known);
    }
    return true;
}

char *replies_file_text(struct arena *arena, const struct event *event,
                        const struct replies *known)
{
    struct value root;
    value_init(&root, VALUE_OBJECT);
    value_put_text(arena, &root, "format", format);
    value_put_text(arena, &root, "event", event->id);
    replies_put(arena, known, &root);
    return json_file_text(arena, &root);
}

void replies_put(struct arena *arena, const struct replies *known,
                 struct value *root)
{
    struct value *list = value_put(arena, root, "replies", VALUE_LIST);
    for (int k = 0; k < known->n; k++) {
        const struct reply *reply = &known->reply[k];
        struct value *entry = value_push(arena, list, VALUE_OBJECT);
        value_put_text(arena, entry, "uid", reply->uid);
        value_put_text(arena, entry, "email", reply->email);
        value_put_text(arena, entry, "answer", answer_name(reply->answer));
        value_put_number(arena, entry, "sequence", reply->sequence);
        value_put_instant(arena, entry, "stamp", reply->stamp_s);
        if (reply->start_s != NO_TIME) {
            value_put_instant(arena, entry, "start", reply->start_s);
        }
        if (reply->end_s != NO_TIME) {
            value_put_instant(arena, entry, "end", reply->end_s);
        }
        value_put_some_text(arena, entry, "comment", reply->comment);
    }
}
